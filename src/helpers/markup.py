"""Tables and marked text → HTML for notebooks. Everything that comes from a release is escaped."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape as _escape_html

import pandas as pd

from helpers.layout import FRAME
from helpers.release import Release

# What turns a line round: shown by its name, so that no text can hide what it says.
_TURNING = {
    "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM",
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_MARKED = str.maketrans({c: f"[{name}]" for c, name in _TURNING.items()})
_TAGGED = str.maketrans(
    {c: f'<small title="direction mark U+{ord(c):04X}">[{name}]</small>' for c, name in _TURNING.items()}
)


def escape(text: str) -> str:
    """Text for an attribute or a label: HTML escaped, marks that turn a line round as their names (*[RLO]*)."""
    return _escape_html(text).translate(_MARKED)


def _shown_text(text: str) -> str:
    """Running text: HTML escaped, marks that turn a line round as small labels."""
    return _escape_html(text).translate(_TAGGED)


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
    """A year has no thousands separator."""
    return str(value) if column == "year" and isinstance(value, int) else _shown(value)


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


# --- marked text -------------------------------------------------------------------------------

_KINDS = {
    "direct": "background-color:{tint};border-bottom:2px solid {c}",
    "indirect": "border-bottom:2px dashed {c}",
    "mixed": "background-color:{tint};border-bottom:2px dashed {c}",
    "narrated": "border-bottom:2px dotted {c}",
}
_OWN = "#6b6b6b"


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


def marked_text(release: Release, quotes: pd.DataFrame, colours: Mapping[str, str] | None = None) -> Html:
    """The release with its quotations marked: the speaker by colour and number, the kind by line, cue and source too.

    Content is underlined (whole for direct, dashed for indirect and mixed, dotted for narrated),
    the words that name the source are bold, the cue is in italics; a number behind each quotation
    stands for its speaker, so that it reads without colour. Hovering shows kind, rule, confidence
    and offsets.

    Args:
        release: the release.
        quotes: its ``analysis.quotes``.
        colours: speaker's name → colour as #rrggbb; ``speaker_colours(quotes)`` without it.
    """
    colours = colours or speaker_colours(quotes)
    numbers = {name: number for number, name in enumerate(colours, start=1)}
    layers: list[tuple[int, int, str, str]] = []  # start, end, opening tag, closing text
    for row in quotes.itertuples():
        colour = colours.get(row.speaker_name, _OWN)
        number = numbers.get(row.speaker_name, "?")
        who = row.speaker_name or "unknown"
        told = f"{row.kind}, {who}, rule “{row.rule}”, confidence {row.confidence}, {row.start}–{row.end}"
        style = _KINDS[row.kind].format(c=colour, tint=_tint(colour))
        tag = f'<span class="quotation" style="{style}" title="{escape(told)}">'
        layers.append((row.start, row.end, tag, f'<sup style="color:{colour};font-weight:bold">{number}</sup></span>'))
        if pd.notna(row.cue_start):
            layers.append((int(row.cue_start), int(row.cue_end), f'<em style="color:{colour}" title="cue">', "</em>"))
        if pd.notna(row.speaker_start):
            tag = f'<strong style="color:{colour}" title="source">'
            layers.append((int(row.speaker_start), int(row.speaker_end), tag, "</strong>"))
    layers = list(dict.fromkeys(layers))
    lines = ['<div style="max-width:46em;line-height:1.7">', _legend(colours, numbers, quotes)]
    for p in release.paragraphs:
        weight = ' style="color:#6b6b6b"' if p.kind in FRAME or p.kind == "boilerplate" else ""
        lines.append(f"<p{weight}>{_woven(release.text, p.start, p.end, layers)}</p>")
    lines.append("</div>")
    return Html("\n".join(lines), release.text)


def _tint(colour: str) -> str:
    """A quarter of a colour (#rrggbb), as notebooks' sanitisers let it through, on light and dark ground."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, 0.25)"


def speaker_colours(quotes: pd.DataFrame) -> dict[str, str]:
    """A colour for each speaker, those with most words first; told apart by the colour-blind."""
    palette = ("#0072b2", "#d55e00", "#009e73", "#b0508e", "#8a6d00", "#3a7d9c", "#5c5c5c")
    words = quotes[quotes["speaker_name"].notna()].groupby("speaker_name")["words"].sum()
    order = words.sort_values(ascending=False, kind="stable").index
    return {name: palette[n % len(palette)] for n, name in enumerate(order)}


def _legend(colours: Mapping[str, str], numbers: Mapping[str, int], quotes: pd.DataFrame) -> str:
    speakers = " · ".join(
        f'<span style="color:{colour};font-weight:bold">{numbers[name]} {escape(name)}</span>'
        for name, colour in colours.items()
    )
    kinds = " · ".join(
        f'<span style="{style.format(c=_OWN, tint=_tint(_OWN))}">{kind}</span>'
        for kind, style in _KINDS.items()
        if kind in set(quotes["kind"])
    )
    return f"<p><small>{speakers}<br>{kinds} · <strong>source</strong> · <em>cue</em></small></p>"


def _woven(text: str, start: int, end: int, layers: Sequence[tuple[int, int, str, str]]) -> str:
    """The text with tags around spans; where spans cross, the later is cut so that tags nest."""
    inside = sorted((layer for layer in layers if start <= layer[0] < end), key=lambda x: (x[0], -x[1]))
    out: list[str] = []
    stack: list[tuple[int, str]] = []
    at = start

    def to(position: int) -> None:
        nonlocal at
        out.append(_shown_text(text[at:position]))
        at = position

    for s, e, opening, closing in inside:
        while stack and stack[-1][0] <= s:
            to(stack[-1][0])
            out.append(stack.pop()[1])
        to(s)
        limit = stack[-1][0] if stack else end
        out.append(opening)
        stack.append((min(e, limit), closing))
    while stack:
        to(stack[-1][0])
        out.append(stack.pop()[1])
    to(end)
    return "".join(out)
