"""A text with its quotations → HTML: the speaker by colour and number, the kind by line, cue and source too."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

import pandas as pd

from helpers.markup.html import Html, escape, escape_running
from helpers.markup.tables import folded, table
from helpers.text.schema import FRAME


class Stretch(Protocol):
    """A paragraph: where it stands and what it is for."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


class Printed(Protocol):
    """A text in paragraphs, by its name, as a release is one."""

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def paragraphs(self) -> Sequence[Stretch]: ...


_KINDS = {
    "direct": "text-decoration:none;background-color:{tint};border-bottom:2px solid {c}",
    "indirect": "text-decoration:none;border-bottom:2px dashed {c}",
    "mixed": "text-decoration:none;background-color:{tint};border-bottom:2px dashed {c}",
    "narrated": "text-decoration:none;border-bottom:2px dotted {c}",
}
_OWN = "#6b6b6b"


class _Layer(NamedTuple):
    """A span of the text with the tags around it."""

    start: int
    end: int
    opening: str
    closing: str


def marked_text(printed: Printed, quotes: pd.DataFrame, colours: Mapping[str, str] | None = None) -> Html:
    """The release with its quotations marked: the speaker by colour and number, the kind by line, cue and source too.

    Content is underlined (whole for direct, dashed for indirect and mixed, dotted for narrated), the words that name
    the source are bold, the cue is in italics; a number behind each quotation stands for its speaker, so that it
    reads without colour. Hovering shows kind, rule, confidence and offsets; a list under the text, which opens
    by mouse or keyboard, holds the same to read and to copy.

    Args:
        release: the printed.
        quotes: its ``analysis.quotes``, or some rows of it.
        colours: speaker's name → colour as #rrggbb; ``speaker_colours(quotes)`` without it.
    """
    colours = speaker_colours(quotes) if colours is None else colours
    numbers = {name: number for number, name in enumerate(colours, start=1)}
    layers = layers_of(quotes, colours)
    lines = [f'<div style="{RUNNING}">', _legend(colours, set(quotes["kind"]))]
    lines += [*_paragraphs(printed, layers), "</div>"]
    if len(quotes):
        evidence = quotes.assign(
            number=[numbers.get(name, "?") for name in quotes["speaker_name"]],
            opening=[opening(text) for text in quotes["text"]],
        )
        lines.append(folded("Rule, confidence and offsets of each quotation", _evidence(evidence)))
    return Html("\n".join(lines), printed.text)


def passage(printed: Printed, quotes: pd.DataFrame, start: int, end: int) -> Html:
    """The paragraphs that hold a place, the place marked, with the quotations around it as in ``marked_text``."""
    layers = [*layers_of(quotes, speaker_colours(quotes)), _Layer(start, end, "<mark>", "</mark>")]
    around = [p for p in printed.paragraphs if p.start < end and start < p.end]
    shown = "".join(f"<p>{woven(printed.text, p.start, p.end, layers)}</p>" for p in around)
    source = f"{printed.name}, {start}–{end}"
    lines = [f'<figure style="{RUNNING};margin:0.6em 0"><blockquote>{shown}</blockquote>']
    lines.append(f"<figcaption>{escape(source)}</figcaption></figure>")
    return Html("\n".join(lines), f"{source}: {printed.text[start:end]}")


RUNNING = "max-width:46em;line-height:1.7"
_FAINT = "opacity:0.75"


def layers_of(quotes: pd.DataFrame, colours: Mapping[str, str]) -> list[_Layer]:
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


def _paragraphs(printed: Printed, layers: Sequence[_Layer]) -> Iterable[str]:
    for p in printed.paragraphs:
        style = f' style="{_FAINT}"' if p.kind in FRAME or p.kind == "boilerplate" else ""
        yield f"<p{style}>{woven(printed.text, p.start, p.end, layers)}</p>"


def _evidence(evidence: pd.DataFrame) -> Html:
    """Where each quotation stands and why it is its speaker's; ``row`` is that of ``analysis.quotes``."""
    shown = evidence.assign(row=evidence.index).rename(columns={"speaker_name": "speaker"})
    return table(shown, columns=["row", "number", "speaker", "kind", "rule", "confidence", "start", "end", "opening"])


def opening(text: str, count: int = 6) -> str:
    """The first words of a text."""
    parts = text.split()
    return " ".join(parts[:count]) + " …" * (len(parts) > count)


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


def woven(text: str, start: int, end: int, layers: Sequence[_Layer]) -> str:
    """The text with tags around spans; where spans cross, the later is cut so that tags nest."""
    inside = sorted((layer for layer in layers if start <= layer[0] < end), key=lambda x: (x[0], -x[1]))
    out: list[str] = []
    stack: list[tuple[int, str]] = []
    at = start

    def to(position: int) -> None:
        nonlocal at
        out.append(escape_running(text[at:position]))
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
