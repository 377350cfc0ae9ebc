"""How evenly a word is spread, against values worked by hand."""

import math

import pytest

from helpers import language


def test_dp_by_hand():
    assert language.dp([2, 2], [50, 50]) == 0
    # All in one of four equal parts: (3/4 + 3 * 1/4) / 2 = 3/4, which is also the greatest.
    assert language.dp([4, 0, 0, 0], [25] * 4) == pytest.approx(1)
    # Shares 1 and 0 against 3/4 and 1/4: 1/4, divided by 3/4.
    assert language.dp([4, 0], [75, 25]) == pytest.approx(1 / 3)
    assert math.isnan(language.dp([0, 0], [5, 5])) and math.isnan(language.dp([3], [5]))
