"""Vocabulary: how many different words there are, against values worked by hand. Every sentence is invented."""

import itertools
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import language
from tests.reading import read

# --- vocabulary --------------------------------------------------------------------------------


def test_mattr_by_hand():
    # Windows of three: aba 2/3, bac 3/3.
    assert language.mattr(list("abac"), 3) == pytest.approx((2 / 3 + 1) / 2)
    assert language.mattr(list("abac"), 4) == pytest.approx(3 / 4)
    assert math.isnan(language.mattr(list("abac"), 5))
    with pytest.raises(ValueError, match="at least 1"):
        language.mattr(list("abac"), 0)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40), st.integers(1, 10))
def test_mattr_is_the_mean_over_all_windows(items, window):
    runs = [items[i : i + window] for i in range(len(items) - window + 1)]
    expected = sum(len(set(run)) / window for run in runs) / len(runs) if runs else math.nan
    assert language.mattr(items, window) == pytest.approx(expected, nan_ok=True)


def test_mtld_by_hand():
    # a b a: 2 of 3 is below 0.72, so each three words are a factor.
    assert language.mtld(["a", "b"] * 30) == pytest.approx(3)
    # 40 different words, then ten of them again: no factor is complete, the last stands at 40/50.
    # (1 - 0.8) / (1 - 0.72) = 0.714 factors, the same read backwards.
    again = [*range(40), *range(10)]
    assert language.mtld(again) == pytest.approx(50 / (0.2 / 0.28))


def test_mtld_reads_both_ways():
    # Forwards 20 factors of aba/bab, then 40 new words without repetition: 100 / 20.
    # Backwards the 40 new words open the first factor, which closes where 0.72 is passed:
    # 42 types in 59 words are 0.712 (in 58 words 0.724), then 41 words are left: 13 factors of three,
    # two words at ratio 1: 100 / 14.
    items = [*(["a", "b"] * 30), *range(40)]
    assert language.mtld(items) == pytest.approx((100 / 20 + 100 / 14) / 2)


def test_mtld_of_what_it_cannot_measure():
    assert math.isnan(language.mtld(["a", "b"] * 24))
    assert math.isnan(language.mtld(range(60)))


def test_vocabulary_of_a_short_text():
    table = language.vocabulary(language.word_table(read("Le chat voit les chats et 12 souris.")))
    value = dict(zip(table["measure"], table["value"], strict=True))
    # le, chat, voir, le, chat, et, souris: seven words, five lemmas of which le and chat come twice.
    assert (value["tokens"], value["types"], value["lemmas"], value["hapaxes"]) == (7, 7, 5, 3)
    assert value["TTR"] == 1
    assert math.isnan(value["MATTR 50"]) and math.isnan(value["MTLD"])


def test_growth_by_hand():
    table = language.growth(pd.DataFrame({"lemma": list("aab"), "is_figure": [False] * 3, "start": [0, 2, 4],
                                          "end": [1, 3, 5], "text": list("aab")}))  # fmt: skip
    assert table["lemmas"].tolist() == [1, 1, 2]
    # Two of three words drawn: a is surely among them, b in two cases of three.
    assert table["expected"].tolist() == pytest.approx([1, 5 / 3, 2])


def test_hdd_by_hand():
    # a a b c, samples of two: a is missed in 1 of 6, b and c in 3 of 6 each: (5/6 + 1/2 + 1/2) / 2.
    assert language.hdd(list("aabc"), 2) == pytest.approx((5 / 6 + 1 / 2 + 1 / 2) / 2)
    assert math.isnan(language.hdd(list("aab"), 4))
    with pytest.raises(ValueError, match="at least 1"):
        language.hdd(list("aab"), 0)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=8), st.integers(1, 4))
def test_hdd_is_the_mean_over_all_samples(items, sample):
    samples = list(itertools.combinations(items, sample))
    expected = sum(len(set(s)) / sample for s in samples) / len(samples) if samples else math.nan
    assert language.hdd(items, sample) == pytest.approx(expected, nan_ok=True)


def test_yules_k_by_hand():
    # a twice, b and c once: 10,000 * (4 + 1 + 1 - 4) / 16.
    assert language.yule_k(list("aabc")) == pytest.approx(1250)
    assert language.yule_k(list("abc")) == 0
    assert math.isnan(language.yule_k([]))


def test_rare_words_by_hand():
    table = language.rare_words(language.word_table(read("Le chat de Québec mange un oligoélément, 12 fois.")))
    assert "Québec" not in set(table["text"]) and "12" not in set(table["text"])
    assert table[table["is_rare"]]["form"].tolist() == ["oligoélément"]
