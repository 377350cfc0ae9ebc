"""Lists of words and phrases."""

from helpers import language
from tests.reading import read, shown


def test_lists_find_every_form_of_a_phrase():
    words = language.word_table(
        read(
            "Des mesures correctives suivent. Une restructuration très dynamique suit. Anne est en charge de la ville."
        )
    )
    assert shown(language.evaluations(words), "form", "class") == [
        ("mesure corrective", "euphemism"),
        ("restructuration", "euphemism"),
        ("très", "intensifier"),
        ("dynamique", "praise"),
    ]
    assert shown(language.calques(words), "form", "source") == [("en charge de", "in charge of")]


def test_an_adverb_judges_as_its_adjective_does():
    words = language.word_table(
        read("Il ment honteusement. La halle, injustement fermée, a justement rouvert. Elle est sévèrement punie.")
    )
    assert shown(language.evaluations(words), "form", "class") == [
        ("honteux", "blame"),
        ("injuste", "blame"),
        ("sévère", "intensifier"),
    ]
