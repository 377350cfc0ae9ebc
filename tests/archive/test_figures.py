"""The same thing counted by several releases."""

import pytest

from helpers import archive


def test_numbers_that_can_not_both_be_right_stand_first_between_issuers(corpus):
    found = archive.differences(corpus, "quai")
    told = [(r.kind, r.thing, r.one_text, r.other_text) for r in found.itertuples()]
    assert told == [
        ("between issuers", "quai", "3,2 millions", "3,9 millions"),
        ("between issuers", "quai", "3,9 millions", "3,4 millions"),
        ("revised", "quai", "3,2 millions", "3,4 millions"),
    ]  # 45 boats and about 48 agree
    assert found["ratio"].iloc[0] == pytest.approx(3.9 / 3.2)
    assert archive.differences(corpus, "montagne").empty


def test_a_figure_that_comes_again_is_told_with_its_releases(corpus):
    found = archive.repeated_figures(corpus)
    boats = found[found["thing"] == "bateaux"].iloc[0]
    assert (boats["value"], boats["releases"]) == (45.0, ("a.txt", "c.txt"))


def test_rounding_and_words_around_a_number_leave_an_interval(corpus):
    found = archive.figures(corpus, "quai").set_index(["release", "thing"])
    assert found.loc[("a.txt", "quai"), ["low", "high"]].tolist() == [3_150_000, 3_250_000]
    low, high = found.loc[("b.txt", "bateaux"), ["low", "high"]]
    assert low == pytest.approx(47.5 - 4.8) and high == pytest.approx(48.5 + 4.8)
