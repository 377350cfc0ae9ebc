"""Tables and messages → HTML, their texts escaped."""

import re
from collections.abc import Sequence

import pandas as pd

from helpers.markup.html import Html, escape

_TABLE = "border-collapse:collapse;font-size:0.9em;margin:0.4em 0"
_CELL = "text-align:left;vertical-align:top;padding:0.25em 0.7em;max-width:42em;white-space:normal"
_SHORT = "text-align:left;vertical-align:top;padding:0.25em 0.7em;white-space:nowrap"
_SHORT_LENGTH = 14  # a number with its unit stays on one line
_LONG = f"{_CELL};min-width:20em"
_LONG_LENGTH = 120
_NUMBER = "text-align:right;vertical-align:top;padding:0.25em 0.7em;white-space:nowrap"


def table(frame: pd.DataFrame, caption: str = "", columns: Sequence[str] | None = None) -> Html:
    """A table with whole texts, wrapped and escaped, numbers to the right, missing values as a dash.

    Args:
        frame: what to show; its index is left out.
        caption: what the table says, in a sentence.
        columns: which columns, in which order; all without it.
    """
    frame = frame[list(columns)] if columns is not None else frame
    numeric = [pd.api.types.is_numeric_dtype(frame[c]) and not pd.api.types.is_bool_dtype(frame[c]) for c in frame]
    lines = [f'<table style="{_TABLE}">']
    if caption:
        lines.append(f'<caption style="text-align:left;caption-side:top;font-weight:bold">{escape(caption)}</caption>')
    heads = "".join(
        f'<th scope="col" style="{_NUMBER if n else _CELL}">{escape(str(c).replace("_", " "))}</th>'
        for c, n in zip(frame, numeric, strict=True)
    )
    lines.append(f"<thead><tr>{heads}</tr></thead><tbody>")
    for row in frame.itertuples(index=False, name=None):
        cells = "".join(
            f'<td style="{_NUMBER if n else _text_style(shown)}">{escape(shown)}</td>'
            for shown, n in zip(map(_shown_in, frame.columns, row), numeric, strict=True)
        )
        lines.append(f"<tr>{cells}</tr>")
    lines.append("</tbody></table>")
    return Html("\n".join(lines), f"{caption}\n{frame.to_string(index=False)}".strip())


def _text_style(shown: str) -> str:
    if len(shown) <= _SHORT_LENGTH:
        return _SHORT
    return _LONG if len(shown) >= _LONG_LENGTH else _CELL


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


def message(line: str) -> Html:
    """One line that something is wrong; told aloud by a screen reader when it comes up."""
    return Html(f'<p role="alert" style="border-left:4px solid #b0508e;padding-left:0.7em">{escape(line)}</p>', line)


def kwic(table: pd.DataFrame, caption: str = "") -> Html:
    """A concordance with its hits one under the other, the paragraph behind each (from 1).

    Args:
        table: what ``language.concordance`` gives.
        caption: what it shows.
    """
    cell = "padding:0.15em 0.3em;white-space:pre;font-family:monospace"
    lines = [f'<table style="{_TABLE}">']
    if caption:
        lines.append(f'<caption style="text-align:left;caption-side:top;font-weight:bold">{escape(caption)}</caption>')
    heads = (("left", "right"), ("hit", "center"), ("right", "left"), ("paragraph", "right"))
    lines.append("<thead><tr>" + "".join(f'<th scope="col" style="text-align:{a}">{h}</th>' for h, a in heads))
    lines.append("</tr></thead><tbody>")
    shown = []
    for row in table.itertuples():
        left, hit, right = (re.sub(r"\s", " ", text) for text in (row.left, row.hit, row.right))
        shown.append((left, hit, right, row.paragraph + 1))
        lines.append(
            f'<tr><td style="{cell};text-align:right">{escape(left)}</td>'
            f'<td style="{cell};text-align:center;font-weight:bold">{escape(hit)}</td>'
            f'<td style="{cell};text-align:left">{escape(right)}</td>'
            f'<td style="{_NUMBER}">{row.paragraph + 1}</td></tr>'
        )
    lines.append("</tbody></table>")
    wide = max((len(left) for left, *_ in shown), default=0)
    plain = [f"{left:>{wide}}[{hit}]{right}  ¶ {number}" for left, hit, right, number in shown]
    return Html("\n".join(lines), "\n".join([caption, *plain]).strip())


def unfolding(caption: str, parts: Sequence[tuple[str, Html]]) -> Html:
    """Pieces one below the other, each folded away under a line that says what it is."""
    lines = [f"<p><b>{escape(caption)}</b></p>", *(folded(line, part) for line, part in parts)]
    return Html("\n".join(lines), "\n".join([caption, *(line for line, _ in parts)]))


def folded(summary: str, inside: Html) -> str:
    return f'<details><summary style="cursor:pointer">{escape(summary)}</summary>\n{inside.html}\n</details>'
