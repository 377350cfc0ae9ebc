"""Tables ↔ CSV as in RFC 4180, in UTF-8: commas, one header line; what is not known is empty.

A cell that a spreadsheet would compute (*=…*, *@…*, a sign before a cell's name or another sign) gets an apostrophe in
front, which spreadsheets take for *this is text* and ``load`` takes off: a release must not run anything.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence

from helpers.text import escapes

_WHOLE = re.compile(r"(?:.+_)?(?:start|end)|continues|paragraph|sentence|words")
_REAL = re.compile(r"value|precision|(?:.+_)?probability")


def dump(columns: Sequence[str], rows: Sequence[Mapping[str, object]]) -> str:
    """Rows as CSV, in the order of the columns."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")  # with both in it, a cell with either is quoted
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    return "" if value is None else escapes.cell(value) if isinstance(value, str) else value


def load(text: str) -> list[dict[str, str | int | float | None]]:
    """The rows of what ``dump`` wrote: places and counts as int, values as int or float, all else as text."""
    reader = csv.reader(io.StringIO(text, newline=""))
    columns = next(reader)
    return [{name: _value(name, cell) for name, cell in zip(columns, row, strict=True)} for row in reader]


def _value(column: str, cell: str) -> str | int | float | None:
    if not cell:
        return None
    if _WHOLE.fullmatch(column):
        return int(cell)
    if _REAL.fullmatch(column):
        return float(cell) if re.search("[.en]", cell) else int(cell)
    return escapes.from_cell(cell)
