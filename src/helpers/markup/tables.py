"""Tables and messages → HTML, their texts escaped."""

import re
from collections.abc import Sequence

import pandas as pd

from helpers.markup.html import Html, render

_SHORT_LENGTH = 14  # a number with its unit stays on one line
_LONG_LENGTH = 120


def table(frame: pd.DataFrame, caption: str = "", columns: Sequence[str] | None = None) -> Html:
    """A table with whole texts, wrapped and escaped, numbers to the right, missing values as a dash.

    Args:
        frame: what to show; its index is left out.
        caption: what the table says, in a sentence.
        columns: which columns, in which order; all without it.
    """
    frame = frame[list(columns)] if columns is not None else frame
    numeric = [pd.api.types.is_numeric_dtype(frame[c]) and not pd.api.types.is_bool_dtype(frame[c]) for c in frame]
    heads = [
        (str(column).replace("_", " "), "number" if is_number else "text")
        for column, is_number in zip(frame, numeric, strict=True)
    ]
    rows = [
        [
            (shown, "number" if is_number else _text_kind(shown))
            for shown, is_number in zip(map(_shown_in, frame.columns, row), numeric, strict=True)
        ]
        for row in frame.itertuples(index=False, name=None)
    ]
    html = render("table", caption=caption, heads=heads, rows=rows)
    return Html(html, f"{caption}\n{frame.to_string(index=False)}".strip())


def _text_kind(shown: str) -> str:
    if len(shown) <= _SHORT_LENGTH:
        return "short"
    return "long" if len(shown) >= _LONG_LENGTH else "text"


def _shown_in(column: str, value: object) -> str:
    """A year has no thousands separator, nor has an offset, which is there to be copied."""
    is_name = column in ("year", "start", "end") and isinstance(value, int)
    return str(value) if is_name else _shown(value)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value) or value is pd.NA:
        return "–"
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 and value == int(value) else f"{value:,.4g}"
    if isinstance(value, int):
        return f"{value:,}"
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
    return Html(render("line", line=text), text)


def message(text: str) -> Html:
    """One line that something is wrong; told aloud by a screen reader when it comes up."""
    return Html(render("message", line=text), text)


def unfolding(caption: str, parts: Sequence[tuple[str, Html]]) -> Html:
    """Pieces one below the other, each folded away under a line that says what it is."""
    return Html(render("unfolding", caption=caption, parts=parts), "\n".join([caption, *(told for told, _ in parts)]))
