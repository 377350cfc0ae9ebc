"""How far a growth can lie, by what was done to the digits that are printed."""

import math
from collections.abc import Mapping

import ipywidgets as widgets
import pandas as pd

from helpers import markup
from helpers.controls.control import STYLE, Explorer, dropdown
from helpers.numbers.claims import growth_interval


def interval(comparison: Mapping, published: float) -> Explorer:
    """How far a growth can lie: by how the printed digits came about, and had fewer of them been printed.

    Args:
        comparison: a row of ``claims.comparisons``.
        published: the growth by exact numbers, in per cent.
    """

    def allowed(cut: bool, fewer: int) -> markup.Html:
        (new, new_half), (old, old_half) = (_shortened(comparison, side, fewer, cut) for side in ("new", "old"))
        low, high = growth_interval(new, new_half, old, old_half, cut=cut)
        below, above = (0, 2) if cut else (1, 1)
        rows = pd.DataFrame(
            [
                (str(comparison[f"{side}_period"]), value, value - below * half, value + above * half)
                for side, value, half in (("old", old, old_half), ("new", new, new_half))
            ],
            columns=["period", "printed", "from", "to"],
        )
        if math.isnan(low):
            return markup.table(rows, "No growth can be told from so few digits")
        place = "inside" if low <= published <= high else "outside"
        finding = f"Growth from {low:+.1f}% to {high:+.1f}%; the published {published:+.1f}% lies {place}"
        return markup.table(rows, finding)

    way = widgets.ToggleButtons(
        description="The digits behind were", options=[("rounded", False), ("cut", True)], value=False, style=STYLE
    )
    digits = [("as printed", 0), ("one fewer", 1), ("two fewer", 2)]
    return Explorer(
        allowed, cut=way.add_class("helpers-interval"), fewer=dropdown("Digits", digits, 0, "helpers-interval-digits")
    )


def _shortened(comparison: Mapping, side: str, fewer: int, cut: bool) -> tuple[float, float]:
    """A printed number with so many digits fewer, and half a unit of the last that is left."""
    value, half = float(comparison[f"{side}_value"]), (comparison[f"{side}_high"] - comparison[f"{side}_low"]) / 2
    if not fewer or math.isnan(half):
        return value, half
    unit = 2 * half * 10**fewer
    # A hair is added, since 0.3 / 0.1 is a hair below 3.
    return math.floor(value / unit + (1e-9 if cut else 0.5)) * unit, unit / 2
