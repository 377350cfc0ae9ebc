"""What stands on a page of an archive: titled tables, whose first rows are shown and the others unfold, and cells."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from helpers.archive import UNKNOWN
from helpers.charts import Chart

MOST_ROWS = 100
"""Rows of a table that are on the page."""
_SHOWN = 10
"""Rows that are shown before the others are unfolded."""
_NAMES = 3
"""Names that stand in a cell."""


@dataclass(frozen=True)
class Link:
    """A place that a cell leads to."""

    href: str
    text: str


@dataclass(frozen=True)
class Cell:
    """What stands in a cell: links, then text; ``is_french``: words of a release."""

    text: str = ""
    links: Sequence[Link] = ()
    is_number: bool = False
    is_french: bool = False
    is_day: bool = False


@dataclass(frozen=True)
class Listing:
    """A titled table, with a figure of it where there is one.

    ``total``: rows that there are, of which ``rows`` may be the first.
    """

    title: str
    anchor: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    total: int
    note: str = ""
    chart: Chart | None = None
    is_folded: bool = False  # the figure says it; all rows unfold

    @property
    def shown(self) -> Sequence[Sequence[Cell]]:
        """The rows that are seen at once."""
        return () if self.is_folded else self.rows[:_SHOWN]

    @property
    def further(self) -> Sequence[Sequence[Cell]]:
        """The rows that unfold."""
        return self.rows if self.is_folded else self.rows[_SHOWN:]

    @property
    def left_out(self) -> int:
        return self.total - len(self.rows)


def plain(title: str, anchor: str, table: pd.DataFrame, **further: Any) -> Listing:
    """A table as it stands, its columns as heads."""
    rows = [[cell(value) for value in row] for row in table.head(MOST_ROWS).itertuples(index=False)]
    heads = [str(name).replace("_", " ") for name in table.columns]
    return Listing(title, anchor, heads, rows, len(table), **further)


def cell(value: Any) -> Cell:
    """A value by its type; a gap is a dash."""
    if isinstance(value, tuple):
        return Cell(some_of(value))
    if value is None or value != value:
        return Cell("–")
    if isinstance(value, datetime.date):
        return Cell(value.isoformat(), is_day=True)
    return numbers(value)[0] if isinstance(value, int | float) else Cell(str(value))


def day(value: datetime.date | None) -> Cell:
    """A day, or that it is not stated."""
    return Cell(UNKNOWN) if value is None or value != value else cell(value)


def numbers(*values: Any) -> list[Cell]:
    """Cells of numbers."""
    return [Cell(f"{value:,}", is_number=True) for value in values]


def share(part: float, whole: float) -> Cell:
    """A part of a whole, in per cent."""
    return Cell(f"{part / whole:.0%}" if whole else "–", is_number=True)


def some_of(names: Iterable[str]) -> str:
    """The first few names, and how many more there are."""
    names = list(names)
    more = len(names) - _NAMES
    return ", ".join(names[:_NAMES]) + (f" and {more} more" if more > 0 else "")


def count(number: int, thing: str) -> str:
    """*1 release*, *2 releases*"""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def text_of(value: Any) -> str:
    """A text, or nothing where there is none."""
    return value if isinstance(value, str) else ""
