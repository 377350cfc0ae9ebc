"""Tables and marked text → HTML for notebooks. Everything that comes from a release is escaped."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd


@dataclass(frozen=True)
class Html:
    """A piece of finished HTML that shows itself in a notebook; ``text`` stands in where HTML can't."""

    html: str
    text: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.text


_TABLE = "border-collapse:collapse;font-size:0.9em;margin:0.4em 0"
_CELL = "text-align:left;vertical-align:top;padding:0.25em 0.7em;max-width:42em;white-space:normal"
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
            f'<td style="{_NUMBER if n else _CELL}">{escape(_shown(value))}</td>'
            for value, n in zip(row, numeric, strict=True)
        )
        lines.append(f"<tr>{cells}</tr>")
    lines.append("</tbody></table>")
    return Html("\n".join(lines), f"{caption}\n{frame.to_string(index=False)}".strip())


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
