"""What announces a quotation: reporting verbs and prepositions."""

import pytest

from helpers.quotes.cues import preposition_cues, verb_cues
from tests.reading import read


def cues(text: str) -> list[tuple[str, str]]:
    return [(c.text, c.lemma) for c in verb_cues(read(text).doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La mairesse a déclaré que tout va bien.", [("déclaré", "déclarer")]),
        ("Elle fait valoir que tout va bien.", [("fait valoir", "faire valoir")]),
        ("Il se dit prêt.", [("dit", "se dire")]),
        ("La directrice se félicite du résultat.", [("félicite", "se féliciter")]),
        ("Cette annonce a surpris.", []),
        ("Il faut s'assurer que la porte ferme.", []),
        ("Une note de service explique tout.", [("explique", "expliquer")]),
    ],
)
def test_a_cue_is_a_verb_not_a_noun_of_the_same_form(text, expected):
    assert cues(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Selon la police, tout va bien.", "D'après elle, oui.", "De l'avis du juge, non.", "Au dire des témoins, oui."],
)
def test_prepositions_of_attribution(text):
    assert len(preposition_cues(read(text).doc)) == 1


def test_a_cue_gives_its_exact_place():
    text = "Hier, la mairesse a fait valoir que tout va bien."
    (cue,) = verb_cues(read(text).doc)
    assert text[cue.start : cue.end] == cue.text == "fait valoir"
