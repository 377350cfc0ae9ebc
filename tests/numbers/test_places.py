"""Where a number holds. All sentences are invented."""

import pytest

from helpers.numbers.places import before_place, place_of
from tests.reading import amounts_of


def places(text: str) -> list[str | None]:
    amounts = amounts_of(text)
    spans = [place_of(amount, amounts, amount.after) for amount in amounts.found]
    return [text[slice(*span)] if span else None for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En France, 300 cerfs vivent en forêt.", ["France"]),
        ("On recense 3 000 phares dans le monde.", ["dans le monde"]),
        ("Au Canada, 40 % des familles louent, contre 30 % aux États-Unis.", ["Canada", "États-Unis"]),
        ("On a vu 6 lynx en Savoie, 9 en Ardèche.", ["Savoie", "Ardèche"]),
        ("Le 3 mai, à Lyon, 200 personnes ont marché.", ["Lyon"]),
        ("On a confié 12 dossiers à Jeanne Tremblay.", [None]),
        ("Elle a 54 ans et vit à Lyon.", [None]),
        ("Le parc abrite 300 cerfs. À Lyon, il pleut.", [None]),
    ],
)
def test_a_place_is_named_behind_the_number_or_at_the_head_of_its_sentence(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    ("plain", "name", "kept"),
    [
        ("morts en Allemagne", "Allemagne", "morts"),
        ("cas dans la Creuse", "Creuse", "cas"),
        ("voix de Lyon", "Lyon", None),
    ],
)
def test_the_preposition_before_a_place_is_no_part_of_what_is_counted(plain, name, kept):
    start = plain.index(name)
    assert plain[: before_place(start, plain)].strip() == (kept or plain[:start].strip())
