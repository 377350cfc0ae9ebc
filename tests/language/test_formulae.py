"""Runs of words that come again, counted by hand. Every sentence is invented."""

import time
from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import language
from helpers.release.release import Release
from tests.reading import read


def test_formulae_by_hand():
    reading = read(
        "Le nouveau plan de sauvetage des castors avance. Le nouveau plan de sauvetage des castors plaît. "
        "Chaque plan de sauvetage coûte."
    )
    table = language.formulae(language.word_table(reading), reading.release)
    # sauvetage des castors comes as often as the whole and is part of it; plan de sauvetage comes more often.
    assert list(zip(table["text"], table["count"], strict=True)) == [
        ("nouveau plan de sauvetage des castors", 2),
        ("plan de sauvetage", 3),
    ]
    assert language.formulaic(language.word_table(reading), table) == pytest.approx((6 + 6 + 3) / 21)


def test_a_formula_ends_at_a_comma_and_at_a_sentence():
    reading = read("Ils aiment le lait, le pain. Nous aimons le lait, le pain.")
    assert language.formulae(language.word_table(reading), reading.release).empty


def test_a_formula_used_once_is_none():
    reading = read("Un mot.")
    with pytest.raises(ValueError, match="2 or more"):
        language.formulae(language.word_table(reading), reading.release, least=1)


@given(st.lists(st.sampled_from("abc"), max_size=25), st.integers(2, 3))
def test_formulae_are_all_repeated_runs_and_no_others(letters, least):
    text = " ".join(letters) or "x"
    release = Release.from_text(text)
    words = pd.DataFrame({"start": range(0, len(text), 2), "end": range(1, len(text) + 1, 2), "form": text.split(),
                          "pos": "NOUN", "sentence": 0})  # fmt: skip
    table = language.formulae(words, release, least=least)
    found = dict(zip(table["formula"], table["count"], strict=True))
    runs = Counter(tuple(letters[i : i + n]) for n in range(2, 26) for i in range(len(letters) - n + 1))
    repeated = {" ".join(run): count for run, count in runs.items() if count >= least}
    assert found.items() <= repeated.items()
    for run, count in repeated.items():
        # What is not listed is part of something longer that comes as often.
        assert run in found or any(f" {run} " in f" {longer} " and n >= count for longer, n in found.items())
    for row in table.itertuples():
        assert all(text[s:e] == row.formula for s, e in zip(row.starts, row.ends, strict=True))
        assert len(row.starts) == row.count


def test_a_very_long_repetition_takes_no_long_time():
    text = "mot " * 4_000
    words = pd.DataFrame({"start": range(0, len(text), 4), "end": range(3, len(text), 4), "form": "mot", "pos": "NOUN",
                          "sentence": 0})  # fmt: skip
    start = time.perf_counter()
    table = language.formulae(words, Release.from_text(text))
    assert time.perf_counter() - start < 10
    assert table["words"].max() == 40
