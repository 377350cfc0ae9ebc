"""Verdicts: a printed number against the exact one."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.numbers.claims import check, figure

# --- verdicts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "half", "exact", "agrees", "sentence"),
    [
        (
            5.2e6,
            5e4,
            5_231_000,
            "rounded or cut",
            "5,231,000 rounds to 5.2 million, as the release prints; with the digits behind cut off it is the same.",
        ),
        (5.2e6, 5e4, 5_181_000, "rounded", "5,181,000 rounds to 5.2 million, as the release prints."),
        (5.2e6, 5e4, 5_270_000, "cut", "5,270,000 rounds to 5.3 million; the release prints 5.2: cut, not rounded."),
        (5.2e6, 5e4, 6_500_000, "differs", "6,500,000 rounds to 6.5 million; the release prints 5.2: 20 % less."),
        (5.3e6, 5e4, 5_231_000, "differs", "5,231,000 rounds to 5.2 million; the release prints 5.3: 1.32 % more."),
        (431, 0.5, 431, "rounded", "431 rounds to 431, as the release prints."),
        (2e9, 5e8, 1_900_000_000, "rounded", "1,900,000,000 rounds to 2 billion, as the release prints."),
        (0.5, math.nan, 0.5, "rounded", "0.5 rounds to 0.5, as the release prints."),
    ],
)
def test_a_verdict_says_how_it_was_reached(value, half, exact, agrees, sentence):
    verdict = check(value, half, exact)
    assert verdict.agrees == agrees
    assert verdict.sentence == sentence
    assert verdict.difference_percent == pytest.approx(100 * (value / exact - 1))


@pytest.mark.parametrize(
    ("value", "exact", "approximation", "agrees"),
    [
        (18e6, 18_462_000, "more than", "rounded or cut"),
        (18e6, 19_800_000, "more than", "as hedged"),
        (18e6, 16_000_000, "more than", "differs"),
        (18e6, 16_000_000, "less than", "as hedged"),
        (18e6, 19_700_000, "about", "as hedged"),
        (18e6, 29_700_000, "about", "differs"),
        (18e6, 19_700_000, "not hedged", "differs"),
    ],
)
def test_a_hedge_allows_what_it_says(value, exact, approximation, agrees):
    assert check(value, 5e5, exact, approximation).agrees == agrees


@given(exact=st.integers(1, 10**11), digits=st.integers(0, 9))
def test_rounding_agrees_and_cutting_is_told(exact, digits):
    step = 10**digits
    rounded = (exact + step // 2) // step * step
    assert check(float(rounded), step / 2, float(exact)).agrees == ("rounded or cut" if rounded < exact else "rounded")
    cut, rest = check(float(exact // step * step), step / 2, float(exact)), exact % step
    assert cut.agrees == ("rounded" if not rest else "rounded or cut" if 2 * rest <= step else "cut")
    assert check(float(exact // step * step + 2 * step), step / 2, float(exact)).agrees == "differs"


@pytest.mark.parametrize(
    ("value", "step", "shown"),
    [(5.27e6, 1e4, "5.27 million"), (5e6, 1e6, "5 million"), (4200, 1, "4,200"), (1.5e9, 1e8, "1.5 billion")],
)
def test_a_figure_has_the_digits_that_its_step_warrants(value, step, shown):
    assert figure(value, step) == shown
