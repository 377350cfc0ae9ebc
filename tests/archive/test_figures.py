"""The same thing counted by several releases."""

import pytest

from helpers import archive


def test_a_figure_that_comes_again_is_told_with_its_releases(corpus):
    found = archive.repeated_figures(corpus)
    boats = found[found["thing"] == "bateaux"].iloc[0]
    assert (boats["value"], boats["releases"]) == (45.0, ("a.txt", "c.txt"))


def test_rounding_and_words_around_a_number_leave_an_interval(corpus):
    found = archive.figures(corpus, "quai").set_index(["release", "thing"])
    assert found.loc[("a.txt", "quai"), ["low", "high"]].tolist() == [3_150_000, 3_250_000]
    low, high = found.loc[("b.txt", "bateaux"), ["low", "high"]]
    assert low == pytest.approx(47.5 - 4.8) and high == pytest.approx(48.5 + 4.8)
