"""A printed number and an exact one → whether they agree, and how the printed one was made of the exact one."""

import math
from dataclasses import dataclass

from helpers.numbers.approximations import NOT_HEDGED


@dataclass(frozen=True)
class Verdict:
    """How a printed number stands to an exact one.

    ``agrees``: *rounded* (to the nearest printed digit), *cut* (digits left off), *rounded or cut* (both
    print the same), *as hedged* (*plus de*, *environ* allow it), *differs* or *other unit*;
    ``difference_percent``: printed against exact; ``sentence``: how the verdict was reached.
    """

    agrees: str
    difference_percent: float
    sentence: str


def check(value: float, precision: float, exact: float, approximation: str = NOT_HEDGED) -> Verdict:
    """Whether a printed number agrees with an exact one.

    Args:
        value: the number as printed, with its multiplier.
        precision: half a unit of its last printed digit.
        exact: the published number.
        approximation: how exact the printed number is said to be, as the table of statistics has it.
    """
    step = 2 * precision
    if math.isnan(step) or step <= 0:
        # No digit is printed: only the same number agrees.
        step = math.ulp(max(abs(value), abs(exact), 1.0)) * 4
    difference = 100 * (value / exact - 1) if exact else (0.0 if value == exact else math.copysign(math.inf, value))
    # A little slack: 0.05 is no exact binary number, and a half may be rounded either way.
    slack = 8 * math.ulp(max(abs(value), abs(exact), step))
    nearest = math.floor(exact / step + 0.5) * step
    if abs(exact - value) <= step / 2 + slack:
        tale = f"{_whole(exact)} rounds to {figure(value, step)}, as the release prints"
        if abs(exact) - abs(value) > slack:
            return Verdict("rounded or cut", difference, f"{tale}; with the digits behind cut off it is the same.")
        return Verdict("rounded", difference, f"{tale}.")
    tale = f"{_whole(exact)} rounds to {figure(nearest, step)}; the release prints {figure(value, step, of=nearest)}"
    if 0 <= math.copysign(1, exact) * (exact - value) < step - slack:
        return Verdict("cut", difference, f"{tale}: cut, not rounded.")
    more = "more" if difference > 0 else "less"
    if _allows(approximation, value, exact):
        told = f"{_whole(exact)} is {approximation} {figure(value, step)}, as the release says"
        return Verdict("as hedged", difference, f"{told}; printed is {abs(difference):.3g} % {more}.")
    return Verdict("differs", difference, f"{tale}: {abs(difference):.3g} % {more}.")


_ABOUT = 0.1  # what *environ* leaves on either side


def _allows(approximation: str, value: float, exact: float) -> bool:
    """*plus de 18 millions* allows 18.4, *environ 18 millions* anything within a tenth."""
    if approximation in ("more than", "at least"):
        return exact >= value
    if approximation in ("less than", "at most"):
        return exact <= value
    return approximation == "about" and abs(exact - value) <= _ABOUT * abs(value)


_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def figure(value: float, step: float, of: float | None = None) -> str:
    """A number in English with as many digits as its last unit warrants: *7.4 million*.

    Args:
        value: the number.
        step: one unit of the last digit to show.
        of: a number beside which this one stands; its scale is used, and not named again.
    """
    size = abs(of if of is not None else value)
    scale, name = next(((s, n) for s, n in _SCALES if size >= s and step >= s / 1e6), (1.0, ""))
    places = max(0, round(-math.log10(step / scale)))
    if places > 6:
        return _whole(value)
    return f"{value / scale:,.{places}f}" + (f" {name}" if name and of is None else "")


def _whole(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
