"""Tables → figures: one finding each, in its title; deterministic SVG, so that tests compare them.

Every function returns a ``Chart``, which shows itself in a notebook as SVG and carries the table
that it draws, so that no figure stands without its numbers. Colours are Okabe and Ito's (2008),
told apart by the colour-blind; lightness, hatching or markers tell them apart in black and white.
"""

import functools
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import ParamSpec

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

P = ParamSpec("P")

BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, RED, PURPLE = (
    "#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7",
)  # fmt: skip
GREY, PALE = "#6b6b6b", "#d9d9d9"
COLOURS = (BLUE, ORANGE, GREEN, PURPLE, SKY, RED, YELLOW)
HATCHES = ("", "///", "...", "\\\\\\", "xxx", "---", "ooo")

_STYLE = {
    "svg.hashsalt": "helpers",
    "svg.fonttype": "none",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 10,
    "axes.titleweight": "bold",
    "axes.axisbelow": True,
    "axes.grid": False,
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
    "figure.constrained_layout.use": True,
}


@dataclass(frozen=True, eq=False)
class Chart:
    """A figure with what it shows in words and the table it was drawn from.

    ``name`` is its file name without ending, ``finding`` its title, ``data`` its CSV twin.
    """

    figure: Figure
    name: str
    finding: str
    data: pd.DataFrame

    def svg(self) -> str:
        """The figure as SVG, the same to the byte on every run, its finding as accessible title."""
        out = io.StringIO()
        with mpl.rc_context(_STYLE):
            self.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        svg = out.getvalue()
        svg = svg[svg.index("<svg") :]
        label = escape(self.finding.replace("\n", " "))
        return re.sub(r"<svg ", f'<svg role="img" aria-label="{label}" ', svg, count=1)

    def csv(self) -> str:
        """The table behind the figure as CSV."""
        return self.data.to_csv(index=False, lineterminator="\n", float_format="%.6g")

    def __repr__(self) -> str:
        return f"Chart {self.name}: {' '.join(self.finding.split())}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"image/svg+xml": self.svg(), "text/csv": self.csv(), "text/plain": repr(self)}


def _styled(draw: Callable[P, Chart]) -> Callable[P, Chart]:
    """Draw in the house style, whatever the reader's own matplotlib settings."""

    @functools.wraps(draw)
    def styled(*args: P.args, **kwargs: P.kwargs) -> Chart:
        with mpl.rc_context():
            mpl.rcdefaults()
            mpl.rcParams.update(_STYLE)
            return draw(*args, **kwargs)

    return styled


def _axes(width: float = 7.6, height: float = 3.2) -> tuple[Figure, Axes]:
    """A figure of one plot, in inches, outside pyplot's global state."""
    figure = Figure(figsize=(width, height))
    return figure, figure.add_subplot()


def _chart(figure: Figure, name: str, finding: str, data: pd.DataFrame) -> Chart:
    """Finish a one-plot figure: the finding becomes its title."""
    figure.axes[0].set_title(finding)
    return Chart(figure, name, finding, data)
