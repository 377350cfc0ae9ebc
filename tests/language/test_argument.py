"""How a text argues, in invented sentences."""

import pytest

from helpers import language
from tests.reading import read, shown


@pytest.mark.parametrize(
    ("text", "move", "words"),
    [
        ("Ce n'est pas une fin, mais un début.", "correction", "pas une fin, mais"),
        ("La ville ne veut pas seulement un pont, mais une halle.", "correction", "pas seulement un pont, mais"),
        ("La ville veut non seulement un pont, mais une halle.", "correction", "non seulement un pont, mais"),
        ("Ce constat montre la nécessité d'agir.", "warrant", "Ce constat montre"),
        ("Cette étude confirme que le pont tient.", "warrant", "Cette étude confirme"),
        ("Le pont ferme malgré la neige.", "concession", "malgré"),
        ("Le pont ferme en raison de la neige.", "cause", "en raison"),
    ],
)
def test_a_move_is_found_with_its_words(text, move, words):
    table = language.moves(read(text))
    assert (move, words) in shown(table, "move", "text")


@pytest.mark.parametrize("text", ["Le pont n'est pas ouvert.", "Ce pont ouvre demain.", "La ville montre le pont."])
def test_what_is_no_move(text):
    assert set(shown(language.moves(read(text)), "move")) & {"correction", "warrant"} == set()


def test_the_parts_of_a_frame_are_places_in_the_text():
    text = "La crise est grave à cause du gel. Il faut payer. Le plan est excellent."
    table = language.framing(read(text))
    assert shown(table, "frame", "text") == [
        ("problem", "crise"), ("problem", "grave"), ("cause", "à cause"), ("remedy", "faut"),
        ("judgement", "excellent"),
    ]  # fmt: skip
    for row in table.itertuples():
        assert text[row.start : row.end] == row.text
