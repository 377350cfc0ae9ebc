"""The house style of all charts: colours and hatches, axes, notes and legends, and what a finished chart is.

Colours are Okabe and Ito's (2008), told apart by the colour-blind; lightness, hatching or markers tell them apart in
black and white. Figures are made outside pyplot's global state and drawn once, so that their SVG is the same to the
byte on every run.
"""

import functools
import io
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Any, ParamSpec

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from helpers.text.frames import as_csv
from helpers.text.translation import language, translate

P = ParamSpec("P")

BLACK, ORANGE, SKY, GREEN, YELLOW, BLUE, RED, PURPLE = (
    "#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7",
)  # fmt: skip
GREY, PALE = "#6b6b6b", "#d9d9d9"
COLOURS = (BLUE, ORANGE, GREEN, PURPLE, SKY, RED, YELLOW)
HATCHES = ("", "///", "|||", "\\\\\\", "xxx", "---", "ooo")
MARKERS = ("o", "s", "^", "D", "v", "P", "X")
WIDTH = 7.6
"""Of every figure, in inches."""

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

    @functools.cached_property
    def _svg(self) -> str:
        # Once: the layout engine moves things a little at every drawing.
        out = io.StringIO()
        with mpl.rc_context(_STYLE):
            self.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
        svg = out.getvalue()
        svg = svg[svg.index("<svg") :]
        label = escape(self.finding.replace("\n", " "))
        return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)

    def svg(self) -> str:
        """The figure as SVG, the same to the byte on every run, its finding as accessible title."""
        return self._svg

    def csv(self) -> str:
        """The table behind the figure as CSV."""
        return as_csv(self.data)

    def __repr__(self) -> str:
        return f"Chart {self.name}: {' '.join(self.finding.split())}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"image/svg+xml": self.svg(), "text/csv": self.csv(), "text/plain": repr(self)}


# --- from an empty figure to a chart -----------------------------------------------------------


def styled(draw: Callable[P, Chart]) -> Callable[P, Chart]:
    """Draw in the house style, whatever the reader's own matplotlib settings."""

    @functools.wraps(draw)
    def in_house_style(*args: P.args, **kwargs: P.kwargs) -> Chart:
        with mpl.rc_context():
            mpl.rcdefaults()
            mpl.rcParams.update(_STYLE)
            return draw(*args, **kwargs)

    return in_house_style


def new_axes(height: float = 3.2) -> tuple[Figure, Axes]:
    """A figure of one plot, so many inches high."""
    figure = Figure(figsize=(WIDTH, height))
    return figure, figure.add_subplot()


def finished(figure: Figure, name: str, finding: str, data: pd.DataFrame) -> Chart:
    """The chart of a figure: the finding becomes its title, wrapped to its width, and the layout is settled.

    Laid out once and kept so: with things beside the axes, each new drawing would move the axes a little.
    """
    # A bold letter of this size is about a twelfth of an inch wide.
    title = "\n".join(textwrap.fill(line, int(WIDTH * 12)) for line in finding.splitlines())
    for axes in figure.axes:
        _label(axes)
    figure.suptitle(title, x=0.01, ha="left", fontsize=10, fontweight="bold")
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    if len(figure.axes) > 1:
        # Panels beside each other are solved for, and the solution differs in its last digits from run to run.
        for axes in figure.axes:
            axes.set_position([round(value, 4) for value in axes.get_position().bounds])
    return Chart(figure, name, finding, data)


def _label(axes: Axes) -> None:
    """Put what axes and legend say into the reader's language."""
    if language() == "en":
        return
    axes.set_xlabel(translate(axes.get_xlabel()))
    axes.set_ylabel(translate(axes.get_ylabel()))
    legend = axes.get_legend()
    for text in legend.get_texts() if legend else ():
        text.set_text(translate(text.get_text()))


# --- what is drawn alike in several charts -----------------------------------------------------


def look(number: int) -> dict[str, str]:
    """Colour and hatch of the so-maniest kind of bar, from 0."""
    return {"color": COLOURS[number % len(COLOURS)], "hatch": HATCHES[number % len(HATCHES)]}


def rows(axes: Axes, labels: Iterable[str], first: int = 0, **text: Any) -> None:
    """Name the rows of a chart, from the first number on, the first on top."""
    labels = list(labels)
    axes.set_yticks(range(first, first + len(labels)), labels, **text)
    axes.invert_yaxis()


def note(axes: Axes, text: str, at: tuple[float, float], shift: tuple[float, float] = (0, 3), **how: Any) -> None:
    """A small text beside a point, so many typographic points from it: centred right above, if nothing else is said."""
    how = {"ha": "center", "fontsize": 8} | how
    axes.annotate(text, at, xytext=shift, textcoords="offset points", **how)


def legend_below(axes: Axes, distance: float, columns: int) -> None:
    """The legend under the plot, at a distance in heights of the plot."""
    axes.legend(loc="upper left", bbox_to_anchor=(0, -distance), ncols=columns)


def legend_beside(axes: Axes) -> None:
    """The legend to the right of the plot."""
    axes.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))


def whole_numbers(axis: Axis) -> None:
    """Whole numbers alone along an axis."""
    axis.set_major_locator(MaxNLocator(integer=True))


def counts(axis: Axis) -> None:
    """Counts along an axis in words rather than in powers of ten."""
    axis.set_major_formatter(FuncFormatter(lambda value, _: in_words(value, 0)))


def in_words(value: float, decimals: int = 1) -> str:
    """A count for a title or a label: *7.4 million*."""
    for scale, name in ((1e9, " billion"), (1e6, " million")):
        if abs(value) >= scale:
            return f"{value / scale:,.{decimals}f}{name}"
    return f"{value:,.0f}"


def paragraph_mark(number: int) -> str:
    """A paragraph, numbered from 0, as a reader counts it: *¶ 1*."""
    return f"¶ {number + 1}"
