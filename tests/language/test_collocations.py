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


def test_words_go_together_no_more_often_than_they_stand():
    table = language.collocations(language.word_table(read("Le chat noir suit un chat gris, un chat noir et un chat.")))
    for row in table.itertuples():
        assert row.together <= min(row.one_count, row.other_count)
