"""Words that judge, and words taken from English. Every sentence is invented."""

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


def test_terms_left_in_english():
    reading = read("La réunion du World Bridge Council a plu. Anne Roy aime le pont et la nation.")
    table = language.english_terms(language.word_table(reading), reading.release)
    assert shown(table, "text") == ["World Bridge Council"]
    start = reading.release.text.index("World")
    hidden = language.english_terms(language.word_table(reading), reading.release, [(start, start + 20)])
    assert hidden.empty
