"""Tables and messages → HTML, their texts escaped."""

import math
import re
from collections.abc import Iterable, Sequence

import pandas as pd

from helpers.markup.html import Html, render
from helpers.text.frames import as_csv
from helpers.text.translation import Translated, language, localised, translate

_SHORT_LENGTH = 14  # a number with its unit stays on one line
_LONG_LENGTH = 120
_FOLDED_LENGTH = 320  # from here on a cell shows how it begins, and unfolds
_BEGINNING = 140
_NAMES = ("year", "start", "end")
_CLOSED = frozenset((
    "kind", "kinds", "role", "act", "checkable", "confidence", "approximation", "verdict", "measure", "unit", "label",
    "what", "verdict on A", "verdict on B",
))  # fmt: skip
"""Columns whose words are ours, not the release's; A and B are two releases side by side."""
_OF_ROW = ("value", "low", "median", "high", "own", "quoted", "A", "B")
"""Columns with numbers in the unit of their row, where a table has several."""
_DECIMALS = ((1000, 0), (10, 1), (0.1, 2))


def table(frame: pd.DataFrame, caption: str = "", columns: Sequence[str] | None = None) -> Html:
    """A table with whole texts, wrapped and escaped, numbers to the right, missing values as a dash.

    Of a very long text the beginning is shown; the rest unfolds by mouse or keyboard.

    Args:
        frame: what to show; its index is left out.
        caption: what the table says, in a sentence.
        columns: which columns, in which order; all without it.
    """
    frame = frame[list(columns)] if columns is not None else frame
    numeric = [pd.api.types.is_numeric_dtype(frame[c]) and not pd.api.types.is_bool_dtype(frame[c]) for c in frame]
    heads = [
        (translate(str(column).replace("_", " ")), "number" if is_number else "text")
        for column, is_number in zip(frame, numeric, strict=True)
    ]
    shown = _columns(frame)
    rows = [
        [
            (*_begun(cell), "number" if is_number else _text_kind(cell))
            for cell, is_number in zip(row, numeric, strict=True)
        ]
        for row in zip(*shown, strict=True)
    ]
    caption = translate(caption)
    html = render("table", caption=caption, heads=heads, rows=rows)
    return Html(html, f"{caption}\n{frame.to_string(index=False)}".strip(), as_csv(frame))


def _begun(cell: str) -> tuple[str, str]:
    """How a cell begins, and the rest of it: nothing, if it is not so long that it would make its row a page."""
    if len(cell) < _FOLDED_LENGTH:
        return cell, ""
    beginning = cell[:_BEGINNING].rpartition(" ")[0] or cell[:_BEGINNING]
    return beginning, cell[len(beginning) :]


def _text_kind(shown: str) -> str:
    if len(shown) <= _SHORT_LENGTH:
        return "short"
    return "long" if len(shown) >= _LONG_LENGTH else "text"


def _columns(frame: pd.DataFrame) -> list[list[str]]:
    """The cells, column by column."""
    by_row = [column for column in frame if column in _OF_ROW and {"unit", "measure"} & set(frame.columns)]
    decimals = [_needed(row) for row in frame[by_row].itertuples(index=False, name=None)]
    return [_column(frame, str(column), decimals if column in by_row else None) for column in frame]


def _column(frame: pd.DataFrame, column: str, of_rows: Sequence[int] | None) -> list[str]:
    """The cells of a column: years and offsets without a thousands separator, fractions with one number of decimals.

    Where each row has a measure or unit of its own, ``of_rows`` is the number of decimals of each.
    """
    values = [row[0] for row in frame[[column]].itertuples(index=False, name=None)]
    if column in _CLOSED:
        values = [_closed(value, column) for value in values]
    if column in _NAMES:
        return [str(value) if isinstance(value, int) else _shown(value, 0) for value in values]
    decimals = of_rows or [_needed(values)] * len(values)
    return [_shown(value, places) for value, places in zip(values, decimals, strict=True)]


def _needed(values: Iterable[object]) -> int:
    """The decimals that some numbers are shown with: none where all are whole."""
    fractions = [abs(v) for v in values if isinstance(v, float) and math.isfinite(v) and v != int(v)]
    return _decimals(max(fractions)) if fractions else 0


def _closed(value: object, column: str) -> object:
    """A word of ours, or some in a row, in the reader's language, as it is said of what the column tells."""
    if not isinstance(value, str):
        return value
    return Translated(" · ".join(translate(part, context=column) for part in value.split(" · ")))


def _decimals(largest: float) -> int:
    """Enough for the largest fraction of a column to be told from its neighbours."""
    return next((places for least, places in _DECIMALS if largest >= least), 4)


def _shown(value: object, decimals: int) -> str:
    if isinstance(value, bool):
        return translate("yes" if value else "no")
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value) or value is pd.NA:
        return "–"
    if isinstance(value, float):
        return localised(f"{value:,.{decimals}f}")
    if isinstance(value, int):
        return localised(f"{value:,}")
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    return str(value)


def kwic(concordance: pd.DataFrame, caption: str = "") -> Html:
    """A concordance with its hits one under the other, the paragraph behind each (from 1).

    Args:
        concordance: what ``language.concordance`` gives.
        caption: what it shows.
    """
    hits = [
        (*(re.sub(r"\s", " ", text) for text in (row.left, row.hit, row.right)), row.paragraph + 1)
        for row in concordance.itertuples()
    ]
    wide = max((len(left) for left, *_ in hits), default=0)
    plain = [f"{left:>{wide}}[{hit}]{right}  ¶ {paragraph}" for left, hit, right, paragraph in hits]
    return Html(render("kwic", caption=caption, hits=hits), "\n".join([caption, *plain]).strip())


def line(text: str) -> Html:
    """A plain line of text."""
    return paragraphs([translate(text)])


def paragraphs(texts: Iterable[str]) -> Html:
    """Plain texts one below the other, which break where the page ends and not where a printed line would."""
    lines = list(texts)
    return Html(render("paragraphs", lines=lines), "\n\n".join(lines))


def items(texts: Sequence[str]) -> Html:
    """A list, a text each."""
    return Html(render("items", items=texts), "\n".join(texts))


def message(text: str) -> Html:
    """One line that something is wrong; told aloud by a screen reader when it comes up."""
    text = translate(text)
    return Html(render("message", line=text), text)


def unfolding(caption: str, parts: Sequence[tuple[str, Html]]) -> Html:
    """Pieces one below the other, each folded away under a line that says what it is."""
    return Html(render("unfolding", caption=caption, parts=parts), "\n".join([caption, *(told for told, _ in parts)]))


def saving(caption: str, links: Sequence[tuple[str, str, str]]) -> Html:
    """Links that each save a file: the name that it gets, what it is, its address."""
    return Html(render("saving", caption=caption, links=links), "\n".join([caption, *(name for name, *_ in links)]))


def page(title: str, parts: Sequence[Html]) -> str:
    """A page of its own, which loads nothing and runs nothing."""
    return render("page", title=title, parts=parts, language=language())
