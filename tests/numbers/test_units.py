"""Units where they are printed, and what they measure."""

import pytest

from helpers.numbers.units import unit_at, unit_codes
from tests.reading import amounts_of


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (" km de route", ("km", 3)),
        ("kWh", ("kWh", 3)),
        (" kilomètres de route", ("km", 11)),
        (" d'euros", ("EUR", 8)),
        (" de $ US", ("USD", 8)),
        (" ans", ("year", 4)),
        (" kmx", None),
        (" cerfs", None),
    ],
)
def test_the_unit_at_a_position_and_where_it_ends(text, unit):
    assert unit_at(text, 0, len(text)) == unit


def test_a_unit_in_words_is_no_sign():
    assert unit_at(" ans", 0, 4, signs_only=True) is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("La planche fait un mètre soixante-quinze.", 1.75, "m"),
        ("Il a attendu une heure et dix minutes.", 1 + 1 / 6, "hour"),
        ("Elle est punie d'un an et trois mois de prison.", 1.25, "year"),
        ("Le livre pèse un kilo et 200 grammes.", 1.2, "kg"),
        ("Le pain coûte un euro cinquante.", 1.5, "EUR"),
        ("La cuve tient un litre et demi.", 1.5, "l"),
        ("Il a vu une demi-douzaine de cerfs.", 6, None),
    ],
)
def test_an_article_counts_where_a_part_follows(text, value, unit):
    (amount,) = amounts_of(text).found
    assert (amount.value, amount.unit) == (pytest.approx(value), unit)


def test_an_article_alone_counts_nothing():
    assert amounts_of("Une heure après, un élu est venu avec un litre de lait.").found == []


def test_units_have_kinds():
    assert {"year", "day"} <= unit_codes("time")
    assert unit_codes("time").isdisjoint(unit_codes("currency"))
