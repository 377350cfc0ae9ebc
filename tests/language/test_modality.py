"""Words of duty, possibility and will."""

import pytest

from helpers import language
from tests.reading import read, shown


def modalities(text: str) -> list[tuple[str, str]]:
    return shown(language.modality(language.word_table(read(text))), "form", "modality")


def test_modal_words_and_adjectives_that_only_praise():
    text = (
        "Il est essentiel d'agir. Une place essentielle attend. La ville doit payer. Il souhaite la bienvenue à tous."
    )
    assert modalities(text) == [("essentiel", "obligation"), ("devoir", "obligation")]


@pytest.mark.parametrize(
    ("text", "form", "modality"),
    [
        ("Les riverains ont encore à payer la digue.", "avoir", "obligation"),
        ("Il s'agit désormais de sauver la digue.", "agir", "obligation"),
        ("Il importe que la digue tienne.", "importer", "obligation"),
        ("Les riverains sont tenus de se taire.", "tenir", "obligation"),
        ("La baignade est interdite.", "interdire", "obligation"),
        ("La digue est en mesure de tenir.", "en mesure", "possibility"),
        ("Les riverains ont le droit de ne pas signer.", "droit", "possibility"),
        ("Mieux vaut fermer la digue.", "mieux valoir", "advice"),
        ("Une éventuelle crue passerait ici.", "éventuel", "probability"),
        ("La crue a sans doute emporté la digue.", "sans doute", "probability"),
        ("Il est clair que la digue cède.", "clair", "certainty"),
        ("La ville entend rebâtir la digue.", "entendre", "will"),
        ("La ville tient à rebâtir la digue.", "tenir", "will"),
    ],
)
def test_periphrases_and_phrases_say_a_modality(text, form, modality):
    assert modalities(text) == [(form, modality)]


@pytest.mark.parametrize(
    "text",
    [
        "La digue appartient à la ville.",
        "Les riverains ont une digue à côté.",
        "La fête aura lieu de midi à minuit.",
        "Il entend parler de la digue.",
        "Ce mot veut dire digue.",
        "La lettre est écrite à l'intention des riverains.",
    ],
)
def test_the_same_words_in_another_sense_say_none(text):
    assert modalities(text) == []
