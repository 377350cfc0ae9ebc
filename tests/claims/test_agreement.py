"""Agreement with annotation by hand, worked by hand."""

import pytest

from helpers import claims

HAND, RULE = ["a", "a", "b", "b"], ["a", "b", "b", "b"]


def test_kappa_by_hand():
    # Three of four agree; chance: 2/4 · 1/4 + 2/4 · 3/4 = 1/2.
    assert claims.kappa(HAND, RULE) == pytest.approx((0.75 - 0.5) / (1 - 0.5))
    assert claims.kappa(HAND, HAND) == 1
    with pytest.raises(ValueError, match="same items"):
        claims.kappa([], [])


def test_scores_by_hand():
    table = claims.scores(HAND, RULE).set_index("label")
    assert table.loc["a", ["precision", "recall"]].tolist() == [1, 0.5]
    assert table.loc["b", "f1"] == pytest.approx(4 / 5)
    assert claims.confusion(HAND, RULE).loc["a", "b"] == 1
