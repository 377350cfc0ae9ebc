"""Units where they are printed, and what they measure."""

import pytest

from helpers.numbers.units import unit_at, unit_codes


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


def test_units_have_kinds():
    assert {"year", "day"} <= unit_codes("time")
    assert unit_codes("time").isdisjoint(unit_codes("currency"))
