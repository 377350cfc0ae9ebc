"""Two printed numbers → how much one has grown against the other, within what their digits leave open.

Rounding is taken at its word: *7,4 millions* stands for anything from 7.35 to 7.45 million, and a
growth computed from two such numbers is an interval, not a number (Moore 1966, Interval Analysis). If the
digits behind were cut off instead, it stands for anything from 7.4 to 7.5 million: that interval stands beside.
"""

import math


def growth_interval(
    new: float, new_half: float, old: float, old_half: float, *, cut: bool = False
) -> tuple[float, float]:
    """Least and greatest growth in per cent that two printed numbers allow.

    Args:
        new, old: the numbers as printed.
        new_half, old_half: half a unit of their last printed digit.
        cut: the digits behind were left off: a number lies between itself and one unit more. Else it was
            rounded, and lies half a unit on either side.

    Returns:
        The lower end of the new number over the upper end of the old one, less one, and the other way
        round, in per cent; NaN where the old number could be nought or less, or a half-unit is unknown.

    >>> [f"{end:+.1f}" for end in growth_interval(1.5, 0.05, 1.2, 0.05)]
    ['+16.0', '+34.8']
    """
    if math.isnan(new_half) or math.isnan(old_half):
        return math.nan, math.nan
    below, above = (0, 2) if cut else (1, 1)
    new_low, new_high = new - below * new_half, new + above * new_half
    old_low, old_high = old - below * old_half, old + above * old_half
    if old_low <= 0 or new_low < 0:
        return math.nan, math.nan
    return 100 * (new_low / old_high - 1), 100 * (new_high / old_low - 1)
