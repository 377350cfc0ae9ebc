"""The same thing counted by several releases."""

import pytest

from helpers import archive
from tests.archive.reading import read_texts


def test_a_figure_that_comes_again_is_told_with_its_releases(corpus):
    found = archive.repeated_figures(corpus)
    boats = found[found["thing"] == "bateaux"].iloc[0]
    assert (boats["value"], boats["releases"]) == (45.0, ("a.txt", "c.txt"))


def test_rounding_and_words_around_a_number_leave_an_interval(corpus):
    found = archive.figures(corpus, "quai").set_index(["release", "thing"])
    assert found.loc[("a.txt", "quai"), ["low", "high"]].tolist() == [3_150_000, 3_250_000]
    low, high = found.loc[("b.txt", "bateaux"), ["low", "high"]]
    assert low == pytest.approx(47.5 - 4.8) and high == pytest.approx(48.5 + 4.8)


def test_a_number_is_told_with_the_unit_that_stands_behind_it(tmp_path):
    text = "Le juge de Lorgues a condamné le pêcheur à 6 mois de prison et à 1 500 euros d'amende, pour 40 casiers."
    told = archive.figures(read_texts(tmp_path, {"quay.txt": text})).set_index("thing")["text"]
    assert told["prison"] == "6 mois" and told["amende"] == "1 500 euros" and told["casiers"] == "40"
