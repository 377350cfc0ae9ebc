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
        ("Anne Roy, présidente du club, ouvre le pont.", [("présidente du club", "title", "f")]),
        ("La mairesse de Laval, Anne Roy, ouvre le pont.", [("mairesse de Laval", "title", "f")]),
        ("Mme Anne Roy ouvre le pont. Elle agit à titre de mairesse.", [("mairesse", "capacity", "f", "f")]),
        ("Mme Anne Roy ouvre le pont. Elle est l'hôte du sommet.", [("hôte du sommet", "predicate", "m", "f")]),
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


def test_what_was_told_before_is_in_force_when_somebody_speaks():
    text = (
        "Mme Anne Roy, mairesse de Laval, a ouvert le pont. « Il est large », a dit Mme Roy. En tant que présidente du "
        "club, elle a salué les bénévoles. « Il est prêt », a déclaré Anne Roy. Elle est l'hôte du sommet."
    )
    table = language.in_force(read(text))
    roles = dict(zip(table["start"].map(lambda start: text[start : start + 11]), table["in_force"], strict=True))
    assert roles["Il est larg"] == ("mairesse de Laval",)
    assert roles["Il est prêt"] == ("mairesse de Laval", "présidente du club")
    assert (table["speaks_as"].str.len() > 0).all() and set(table["name"]) == {"Anne Roy"}


def test_nobody_speaks_as_anything_in_a_text_without_functions():
    assert language.in_force(read("« Il est large », a dit Anne Roy.")).empty
