"""Measures and words beside what is usual."""

import pandas as pd
import pytest

from helpers import language
from tests.reading import read


def measure(name: str, value: float) -> pd.DataFrame:
    return pd.DataFrame([(name, value, "words")], columns=["measure", "value", "unit"])


@pytest.mark.parametrize(
    ("value", "verdict"), [(90.0, "higher"), (5.0, "lower"), (27.0, "as usual"), (float("nan"), "not told")]
)
def test_a_value_is_high_low_or_usual(value, verdict):
    row = language.beside_norms(measure("words a sentence", value)).iloc[0]
    assert row["verdict"].startswith(verdict)
    assert row["low"] < row["median"] < row["high"]


def test_what_one_text_more_would_change_is_as_usual():
    known = language.beside_norms(measure("words a sentence", 27.0)).iloc[0]
    for value in (known["low"] - 0.001, known["high"] + 0.001):
        assert language.beside_norms(measure("words a sentence", value)).iloc[0]["verdict"] == "as usual"


def test_every_measure_of_a_profile_has_its_norm(analysis):
    table = language.beside_norms(language.profile(analysis))
    assert len(table) == len(language.profile(analysis))
    for _, rows in language.norms().groupby(["kind", "measure"]):
        assert rows.sort_values("quantile")["value"].is_monotonic_increasing


def test_what_marks_a_text_against_its_kind_is_not_what_all_of_them_say():
    text = "La halle couverte est fermée. La halle couverte rouvre. La halle couverte est belle. Le maire déclare. " * 3
    found = language.genre_keyness(language.word_table(read(text)))["lemma"].tolist()
    assert "halle" in found and "être" not in found
