"""How specific a word is to a part, against values worked by hand."""

import itertools
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import language


def test_specificity_by_hand():
    # 3 uses in 10 words, all 3 in a part of 5: C(5,3) / C(10,3) = 10/120.
    assert language.specificity(3, 5, 3, 10) == pytest.approx(math.log10(12))
    assert language.specificity(0, 5, 3, 10) == pytest.approx(-math.log10(12))
    # 2 of 3, where 1.5 are expected: as many or more in 60 of 120 deals.
    assert language.specificity(2, 5, 3, 10) == pytest.approx(math.log10(2))
    assert language.specificity(1, 5, 2, 10) == 0
    with pytest.raises(ValueError, match="can't be"):
        language.specificity(4, 5, 3, 10)


@given(st.integers(1, 9), st.data())
def test_specificity_against_every_deal(total, data):
    part = data.draw(st.integers(0, total))
    uses = data.draw(st.integers(0, total))
    deals = [sum(i < uses for i in chosen) for chosen in itertools.combinations(range(total), part)]
    count = data.draw(st.sampled_from(sorted(set(deals))))
    more = sum(d >= count for d in deals) / len(deals)
    fewer = sum(d <= count for d in deals) / len(deals)
    expected = uses * part / total
    value = 0 if count == expected else -math.log10(more) if count > expected else math.log10(fewer)
    assert language.specificity(count, part, uses, total) == pytest.approx(value, abs=1e-9)


def test_specificities_of_two_parts():
    letters = list("aaabbbabbb")
    words = pd.DataFrame({"lemma": letters, "paragraph": [0] * 5 + [1] * 5, "is_figure": False, "pos": "NOUN",
                          "start": range(10), "end": range(1, 11), "text": letters})  # fmt: skip
    table = language.specificities(words).set_index(["paragraph", "lemma"])
    # 3 of 4 in five of ten words: (C(4,3) C(6,2) + C(4,4) C(6,1)) / C(10,5) = 66/252.
    assert table.loc[(0, "a"), "specificity"] == pytest.approx(-math.log10(66 / 252))
    assert table.loc[(1, "a"), "specificity"] == pytest.approx(math.log10(66 / 252))
    assert table.loc[(0, "a"), "expected"] == 2
