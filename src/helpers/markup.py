"""Tables, marked text and the cards of our own objects → HTML for notebooks.

Everything that comes from a release is escaped. No script and no style sheet, which JupyterLab takes out of what it
has not run itself: style attributes alone, and nothing is told by colour only. Text has the colour of the page, so that
it reads on light and on dark ground.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape as _escape_html
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from helpers.layout import FRAME
from helpers.release import Release
from helpers.typography import words

if TYPE_CHECKING:
    from helpers.analysis import Analysis, AttributedQuotation

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


# --- marked text -------------------------------------------------------------------------------

_KINDS = {
    "direct": "text-decoration:none;background-color:{tint};border-bottom:2px solid {c}",
    "indirect": "text-decoration:none;border-bottom:2px dashed {c}",
    "mixed": "text-decoration:none;background-color:{tint};border-bottom:2px dashed {c}",
    "narrated": "text-decoration:none;border-bottom:2px dotted {c}",
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


class _Layer(NamedTuple):
    """A span of the text with the tags around it."""

    start: int
    end: int
    opening: str
    closing: str


def marked_text(release: Release, quotes: pd.DataFrame, colours: Mapping[str, str] | None = None) -> Html:
    """The release with its quotations marked: the speaker by colour and number, the kind by line, cue and source too.

    Content is underlined (whole for direct, dashed for indirect and mixed, dotted for narrated), the words that name
    the source are bold, the cue is in italics; a number behind each quotation stands for its speaker, so that it
    reads without colour. Hovering shows kind, rule, confidence and offsets; a list under the text, which opens
    by mouse or keyboard, holds the same to read and to copy.

    Args:
        release: the release.
        quotes: its ``analysis.quotes``, or some rows of it.
        colours: speaker's name → colour as #rrggbb; ``speaker_colours(quotes)`` without it.
    """
    colours = speaker_colours(quotes) if colours is None else colours
    numbers = {name: number for number, name in enumerate(colours, start=1)}
    layers = _layers(quotes, colours)
    lines = [f'<div style="{_RUNNING}">', _legend(colours, set(quotes["kind"]))]
    lines += [*_paragraphs(release, layers), "</div>"]
    if len(quotes):
        evidence = quotes.assign(
            number=[numbers.get(name, "?") for name in quotes["speaker_name"]],
            opening=[_opening(text) for text in quotes["text"]],
        )
        lines.append(_folded("Rule, confidence and offsets of each quotation", _evidence(evidence)))
    return Html("\n".join(lines), release.text)


def passage(release: Release, quotes: pd.DataFrame, start: int, end: int) -> Html:
    """The paragraphs that hold a place, the place marked, with the quotations around it as in ``marked_text``."""
    layers = [*_layers(quotes, speaker_colours(quotes)), _Layer(start, end, "<mark>", "</mark>")]
    around = [p for p in release.paragraphs if p.start < end and start < p.end]
    woven = "".join(f"<p>{_woven(release.text, p.start, p.end, layers)}</p>" for p in around)
    source = f"{release.name}, {start}–{end}"
    lines = [f'<figure style="{_RUNNING};margin:0.6em 0"><blockquote>{woven}</blockquote>']
    lines.append(f"<figcaption>{escape(source)}</figcaption></figure>")
    return Html("\n".join(lines), f"{source}: {release.text[start:end]}")


_RUNNING = "max-width:46em;line-height:1.7"
_FAINT = "opacity:0.75"


def unfolding(caption: str, parts: Sequence[tuple[str, Html]]) -> Html:
    """Pieces one below the other, each folded away under a line that says what it is."""
    lines = [f"<p><b>{escape(caption)}</b></p>", *(_folded(line, part) for line, part in parts)]
    return Html("\n".join(lines), "\n".join([caption, *(line for line, _ in parts)]))


def _layers(quotes: pd.DataFrame, colours: Mapping[str, str]) -> list[_Layer]:
    numbers = {name: number for number, name in enumerate(colours, start=1)}
    layers: list[_Layer] = []
    for row in quotes.itertuples():
        colour = colours.get(row.speaker_name, _OWN)
        who = row.speaker_name or "unknown"
        told = f"{row.kind}, {who}, rule “{row.rule}”, confidence {row.confidence}, {row.start}–{row.end}"
        style = _KINDS[row.kind].format(c=colour, tint=_tint(colour))
        # Underlined by its tag, too: a page that takes styles away still shows where it begins and ends.
        tag = f'<u class="quotation" style="{style}" title="{escape(told)}">'
        layers.append(
            _Layer(row.start, row.end, tag, f"<sup>{_badge(numbers.get(row.speaker_name, '?'), colour)}</sup></u>")
        )
        if pd.notna(row.cue_start):
            layers.append(_Layer(int(row.cue_start), int(row.cue_end), '<em title="cue">', "</em>"))
        if pd.notna(row.speaker_start):
            layers.append(_Layer(int(row.speaker_start), int(row.speaker_end), '<strong title="source">', "</strong>"))
    return list(dict.fromkeys(layers))


def _paragraphs(release: Release, layers: Sequence[_Layer]) -> Iterable[str]:
    for p in release.paragraphs:
        style = f' style="{_FAINT}"' if p.kind in FRAME or p.kind == "boilerplate" else ""
        yield f"<p{style}>{_woven(release.text, p.start, p.end, layers)}</p>"


def _evidence(evidence: pd.DataFrame) -> Html:
    """Where each quotation stands and why it is its speaker's; ``row`` is that of ``analysis.quotes``."""
    shown = evidence.assign(row=evidence.index).rename(columns={"speaker_name": "speaker"})
    return table(shown, columns=["row", "number", "speaker", "kind", "rule", "confidence", "start", "end", "opening"])


def _opening(text: str, count: int = 6) -> str:
    """The first words of a text."""
    parts = text.split()
    return " ".join(parts[:count]) + " …" * (len(parts) > count)


def _folded(summary: str, inside: Html) -> str:
    return f'<details><summary style="cursor:pointer">{escape(summary)}</summary>\n{inside.html}\n</details>'


def _badge(number: int | str, colour: str) -> str:
    """A speaker's number on the speaker's colour: its own ground, so that it reads on any page."""
    style = f"background-color:{colour};color:#ffffff;font-weight:bold;padding:0 0.35em;border-radius:0.4em"
    return f'<span style="{style}">{number}</span>'


def _tint(colour: str) -> str:
    """A quarter of a colour (#rrggbb), as notebooks' sanitisers let it through, on light and dark ground."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, 0.25)"


def speaker_colours(quotes: pd.DataFrame) -> dict[str, str]:
    """A colour for each speaker, those with most words first.

    Told apart by the colour-blind; each stands out three to one or more from white and from JupyterLab's dark
    ground, and white text reads on it (WCAG 2, AA).
    """
    palette = ("#0072b2", "#c25400", "#007a59", "#b0508e", "#8a6d00", "#7a5cc4", "#6b6b6b")
    words = quotes[quotes["speaker_name"].notna()].groupby("speaker_name")["words"].sum()
    order = words.sort_values(ascending=False, kind="stable").index
    return {name: palette[n % len(palette)] for n, name in enumerate(order)}


def _legend(colours: Mapping[str, str], kinds: set[str]) -> str:
    speakers = " · ".join(
        f"{_badge(number, colour)} {escape(name)}" for number, (name, colour) in enumerate(colours.items(), start=1)
    )
    lines = " · ".join(
        f'<u style="{style.format(c=_OWN, tint=_tint(_OWN))}">{kind}</u>'
        for kind, style in _KINDS.items()
        if kind in kinds
    )
    shown = [part for part in (speakers, f"{lines} · <strong>source</strong> · <em>cue</em>" if lines else "") if part]
    return f"<p><small>{'<br>'.join(shown) or 'No quotation found.'}</small></p>"


def _woven(text: str, start: int, end: int, layers: Sequence[_Layer]) -> str:
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


# --- cards: how our own objects show themselves --------------------------------------------------


def release_card(release: Release) -> Html:
    """What the layout of a release says, its paragraphs with kind and offsets behind it."""
    line, contacts = release.dateline, release.contacts
    facts = {
        "title": release.title.text if release.title else None,
        "place": line.place if line else None,
        "date": line.date if line else None,
        "wire": line.wire if line else None,
        "issued by": release.issuer,
        "contacts": " · ".join(c.label or c.text for c in contacts) or None,
        "language": release.language,
        "words": release.words,
        "paragraphs": len(release.paragraphs),
        "file": f"{release.format}, {release.encoding}" if release.encoding else release.format,
        "SHA-256": release.sha256,
    }
    told = table(pd.DataFrame({"what": facts.keys(), "value": facts.values()}), f"Release {release.name}")
    paragraphs = pd.DataFrame(
        [
            (number, p.kind, len(words(p.text)), p.start, p.end, _opening(p.text))
            for number, p in enumerate(release.paragraphs, start=1)
        ],
        columns=["paragraph", "kind", "words", "start", "end", "opening"],
    )
    html = f"{told.html}\n{_folded('Paragraphs, with offsets', table(paragraphs))}"
    return Html(f'<div style="max-width:60em">\n{html}\n</div>', repr(release))


def analysis_card(analysis: "Analysis") -> Html:
    """A reading in brief: the voices with their words, the numbers, and the marked text behind them."""
    release, quotes = analysis.release, analysis.quotes
    colours = speaker_colours(quotes)
    voices = pd.DataFrame(
        [
            (number, name, len(own), own["words"].sum(), " · ".join(dict.fromkeys(own["kind"])))
            for number, name in enumerate(colours, start=1)
            for own in [quotes[quotes["speaker_name"] == name]]
        ],
        columns=["number", "voice", "quotations", "words", "kinds"],
    )
    numbers = analysis.statistics[["text", "of", "period", "speaker_name", "start", "end"]]
    parts = [f'<div style="max-width:60em">\n<p><strong>{escape(repr(analysis))}</strong></p>']
    if len(voices):
        parts.append(table(voices, "Voices, those with most words first").html)
    if len(numbers):
        parts.append(table(numbers.rename(columns={"speaker_name": "speaker"}), "Statistics").html)
    parts += [_folded("The text, with its quotations marked", marked_text(release, quotes, colours)), "</div>"]
    return Html("\n".join(parts), repr(analysis))


def quotation_card(quotation: "AttributedQuotation") -> Html:
    """A quotation marked in its paragraph, with its speaker, cue and source, rule, confidence and offsets."""
    row = pd.DataFrame([quotation.row()], index=[quotation.number])
    layers = _layers(row, speaker_colours(row))
    release = quotation.release
    around = [p for p in release.paragraphs if any(x.start < p.end and p.start < x.end for x in layers)]
    woven = "".join(f"<p>{_woven(release.text, p.start, p.end, layers)}</p>" for p in around)
    facts = {
        "speaker": quotation.speaker_name,
        "role": quotation.speaker_role,
        "affiliation": quotation.speaker_affiliation,
        "source": _placed(quotation.speaker_text, quotation.speaker_start, quotation.speaker_end),
        "cue": _placed(quotation.cue_text, quotation.cue_start, quotation.cue_end),
        "kind": quotation.kind,
        "rule": quotation.rule,
        "confidence": quotation.confidence,
        "start, end": f"{quotation.start}, {quotation.end}",
    }
    told = table(pd.DataFrame({"what": facts.keys(), "value": facts.values()}), f"Quotation {quotation.number}")
    return Html(f'<div style="{_RUNNING}">\n<blockquote>{woven}</blockquote>\n{told.html}\n</div>', repr(quotation))


def _placed(text: str | None, start: int | None, end: int | None) -> str | None:
    return None if text is None else f"{text} ({start}, {end})"
