"""The kinds of things and the columns of every table, each said once.

The columns stand in ``columns.csv``: docstrings, exports, the archive and ``docs/tables.md`` read them from there.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

KINDS = (
    "title", "subtitle", "embargo", "dateline", "lead", "body", "heading", "bullet", "fact", "signature",
    "boilerplate", "links", "end", "source", "contact",
)  # fmt: skip
"""What a paragraph is for."""
FRAME = frozenset(("embargo", "links", "end", "source", "contact"))
"""Kinds of paragraph that carry the release and say nothing of its matter."""

TABLES = {
    "quotes": "The quotations, in order of the text: one row each.",
    "statistics": "The statistics, in order of the text: one row a number. What a number shares with the one before it "
    "(what is counted, holder, recipient, agent) has the span of that.",
    "sentences": "The sentences: one row each.",
    "tokens": "The tokens that are not white space: one row each.",
    "names": "Who, what, where and when: every person, body, place and date that the release names, one row each.",
    "not_statistics": "The figures that are no statistics: one row each.",
    "comparisons": "Pairs of numbers that a sentence compares: one row a pair.",
    "stated_changes": "Changes that the release states beside a comparison: one row each.",
    "share_totals": "Lists of shares that are added up: one row a list.",
    "releases": "The releases of an archive: one row each.",
    "errors": "What of an archive could not be read: one row a release.",
    "archive_quotes": "The quotations of an archive.",
    "archive_statistics": "The statistics of an archive.",
    "archive_named": "Whom each release of an archive names: one row a person, body or group of a release.",
}
"""What each table holds."""


@dataclass(frozen=True)
class Column:
    """A column of a table.

    ``type``: int64, Int64 (whole numbers with gaps), float64, bool, text, date, or object (tuples); ``unit`` and
    ``missing`` (what a gap means: None, <NA> or NaN by type) are empty where there is none.
    """

    name: str
    type: str
    unit: str
    missing: str
    meaning: str


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table, in their order.

    Raises:
        KeyError: there is no such table.
    """
    return _all()[table]


def types(table: str) -> dict[str, str]:
    """Column → type, in the order of the columns."""
    return {column.name: column.type for column in columns(table)}


@cache
def _all() -> dict[str, tuple[Column, ...]]:
    with Path(__file__).with_name("columns.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {
        table: tuple(
            Column(row["column"], row["type"], row["unit"], row["missing"], row["meaning"])
            for row in rows
            if row["table"] == table
        )
        for table in TABLES
    }
    for name in ("quotes", "statistics"):  # release, the columns of one release's table, what is kept beside
        release, *further = found[f"archive_{name}"]
        found[f"archive_{name}"] = (release, *found[name], *further)
    return found


F = TypeVar("F", bound=Callable)


def tells(*tables: str) -> Callable[[F], F]:
    """Add the columns of tables to a function's docstring, so that ``help`` tells them."""

    def add(function: F) -> F:
        told = [function.__doc__ or ""]
        for table in tables:
            told += [f"Columns of ``{table}``:", *map(_line, columns(table)), ""]
        function.__doc__ = "\n\n    ".join([told[0].rstrip(), "\n    ".join(told[1:]).rstrip()]) + "\n    "
        return function

    return add


def _line(column: Column) -> str:
    further = [part for part in (column.unit, f"missing: {column.missing}" if column.missing else "") if part]
    return f"    {column.name} ({', '.join([column.type, *further])}): {column.meaning}"


def as_markdown() -> str:
    """The data dictionary: every table with its columns, as ``docs/tables.md`` holds it."""
    lines = [
        "# The tables and their columns", "",
        "Every `start` and `end` counts Unicode code points of the text (of `release.text`), `end` exclusive. "
        "Whole numbers with gaps are `Int64`; a gap is `<NA>` there, `NaN` among `float64` and `None` elsewhere. "
        "This page is made from `src/helpers/text/columns.csv` by `make tables`.",
    ]  # fmt: skip
    for table, meaning in TABLES.items():
        lines += [
            "",
            f"## {table}",
            "",
            meaning,
            "",
            "| column | type | unit | missing if | meaning |",
            "|---|---|---|---|---|",
        ]
        lines += [f"| `{c.name}` | {c.type} | {c.unit} | {c.missing} | {c.meaning} |" for c in columns(table)]
    return "\n".join(lines) + "\n"
