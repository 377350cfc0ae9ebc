"""Growth within the rounding of its two numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.numbers.claims import growth_interval


def test_the_interval_that_rounding_leaves():
    low, high = growth_interval(4.0, 0.05, 2.0, 0.05)
    assert low == pytest.approx(100 * (3.95 / 2.05 - 1))
    assert high == pytest.approx(100 * (4.05 / 1.95 - 1))


@pytest.mark.parametrize("old", [(0.0, 0.5), (0.4, 0.5), (2.0, math.nan)])
def test_growth_from_nought_or_from_the_unknown_is_not_a_number(old):
    assert all(math.isnan(end) for end in growth_interval(4.0, 0.5, *old))


@given(
    new=st.floats(1, 1e9),
    old=st.floats(1, 1e9),
    places=st.integers(0, 3),
)
def test_the_true_growth_lies_within_the_interval_of_the_rounded_numbers(new, old, places):
    half = 0.5 * 10.0**-places
    low, high = growth_interval(round(new, places), half, round(old, places), half)
    true = 100 * (new / old - 1)
    assert low - 1e-6 * (1 + abs(true)) <= true <= high + 1e-6 * (1 + abs(true))


@given(new=st.floats(1, 1e9), old=st.floats(1, 1e9), places=st.integers(0, 3))
def test_the_true_growth_lies_within_the_interval_of_the_cut_numbers(new, old, places):
    step = 10.0**-places
    cut = [math.floor(value / step) * step for value in (new, old)]
    low, high = growth_interval(cut[0], step / 2, cut[1], step / 2, cut=True)
    true = 100 * (new / old - 1)
    assert low - 1e-6 * (1 + abs(true)) <= true <= high + 1e-6 * (1 + abs(true))
