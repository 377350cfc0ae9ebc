"""Words that come together, against values worked by hand."""

import math

import pytest

from helpers import language
from tests.reading import read


def test_log_dice_by_hand():
    assert language.log_dice(5, 5, 5) == 14
    assert language.log_dice(2, 4, 4) == 13
    assert language.log_dice(0, 4, 4) == -math.inf


def test_collocations_by_hand():
    reading = read("Le chat noir dort. Le chat noir mange. Le chat noir joue. Un chien noir dort.")
    top = language.collocations(language.word_table(reading), least=3).iloc[0]
    assert (top["one"], top["other"], top["together"]) == ("chat", "noir", 3)
    assert top["log_dice"] == pytest.approx(14 + math.log2(6 / 7))
