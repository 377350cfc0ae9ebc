"""Terms of several words, against values worked by hand."""

import math

import pytest

from helpers import language
from tests.reading import read


def test_c_value_by_hand():
    assert language.c_value(2, 6, []) == 6
    # log2 4 * (6 - (2 + 4) / 2)
    assert language.c_value(4, 6, [2, 4]) == 6


def test_terms_of_an_invented_text():
    reading = read(
        "Le groupe de travail siège. Un groupe de travail lit. Le groupe de travail municipal dort. "
        "Le groupe de travail municipal rit, le pont municipal tient."
    )
    table = language.terms(language.word_table(reading), reading.release)
    found = {row.text: (row.count, row.c_value) for row in table.itertuples()}
    assert found["groupe de travail municipal"] == (2, pytest.approx(4))
    assert found["groupe de travail"] == (4, pytest.approx(math.log2(3) * (4 - 2)))
