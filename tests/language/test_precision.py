"""How often lists were right, and how sure that is."""

import pytest

from helpers import language
from helpers.language.precision import _wilson


def test_the_interval_by_hand():
    low, high = _wilson(8, 10)  # (0.8 + 0.19208) / 1.38416 ± 1.96 · sqrt(0.016 + 0.009604) / 1.38416
    assert low == pytest.approx(0.4902, abs=1e-4) and high == pytest.approx(0.9433, abs=1e-4)


def test_every_judged_list_has_enough_hits_and_a_line_of_its_own():
    table = language.precision()
    assert (
        (table["right"] <= table["hits"]) & (table["low"] < table["share"]) & (table["share"] < table["high"])
    ).all()
    assert "95 were right" in language.how_precise("modals")
    assert "not measured" in language.how_precise("agency")
    with pytest.raises(KeyError):
        language.how_precise("horoscopes")


def test_what_a_list_misses_stands_beside_what_it_finds():
    table = language.recall()
    assert ((table["found"] <= table["wanted"]) & (table["low"] < table["high"])).all()
    for row in table.itertuples():
        assert f"{row.found} were found" in language.how_precise(row.list)
