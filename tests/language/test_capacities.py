"""In which capacity somebody acts, in the release's words."""

import pytest

from helpers import language
from tests.reading import read, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "En sa qualité de président du club, Mme Anne Roy ouvre le pont.",
            [("président du club", "capacity", "m", "f")],
        ),
        ("En tant que mairesse, Anne Roy ouvre le pont.", [("mairesse", "capacity", "f")]),
        ("La surintendante Anne Roy ouvre le pont.", [("surintendante", "title", "f")]),
        ("Anne Roy, présidente du club, ouvre le pont.", [("présidente", "title", "f")]),
        ("Mme Anne Roy est la présidente du club.", [("présidente du club", "predicate", "f")]),
    ],
)
def test_what_somebody_is_said_to_be(text, expected):
    rows = shown(language.capacities(read(text)), "text", "kind", "form", "gender")
    for wanted in expected:
        assert any(row[: len(wanted)] == wanted for row in rows), rows


def test_a_civil_title_is_no_capacity_and_an_epicene_noun_has_no_gender():
    rows = shown(language.capacities(read("Mme Anne Roy ouvre le pont avec la ministre Léa Petit.")), "text", "form")
    assert rows == [("ministre", None)]


def test_nobody_is_said_to_be_anything():
    assert language.capacities(read("Le pont est solide. En tant que tel, il suffit.")).empty
