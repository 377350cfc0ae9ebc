"""A text with its quotations → HTML: the speaker by colour and number, the kind by line, cue and source too."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

import pandas as pd
from markupsafe import Markup

from helpers.markup.html import Html, escape, escape_running, render
from helpers.markup.speakers import NOBODYS, speaker_colours, speaker_numbers
from helpers.markup.tables import table
from helpers.text.schema import FRAME
from helpers.text.translation import translate


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


class Layer(NamedTuple):
    """A span of the text with the tags around it."""

    start: int
    end: int
    opening: Markup
    closing: Markup


_KINDS = {
    "direct": "text-decoration:none;background-color:{tint};border-bottom:2px solid {colour}",
    "indirect": "text-decoration:none;border-bottom:2px dashed {colour}",
    "mixed": "text-decoration:none;background-color:{tint};border-bottom:2px dashed {colour}",
    "narrated": "text-decoration:none;border-bottom:2px dotted {colour}",
}

_QUOTATION = Markup('<u class="quotation" style="{}" title="{}">')
_BADGE = Markup(
    '<span style="background-color:{};color:#ffffff;font-weight:bold;padding:0 0.35em;border-radius:0.4em">{}</span>'
)
# A page finds a voice by its class, 0 for nobody's.
_CLOSING = Markup('<sup class="voice-{}">{}</sup></u>')
_CUE = Markup('<em title="{}">'), Markup("</em>")
_SOURCE = Markup('<strong title="{}">'), Markup("</strong>")
_PLACE = Markup("<mark>"), Markup("</mark>")


def marked_text(printed: Printed, quotes: pd.DataFrame, colours: Mapping[str, str] | None = None) -> Html:
    """A release with its quotations marked: the speaker by colour and number, the kind by line, cue and source too.

    Content is underlined (whole for direct, dashed for indirect and mixed, dotted for narrated), the words that name
    the source are bold, the cue is in italics; a number behind each quotation stands for its speaker, so that it
    reads without colour. Hovering shows kind, rule, confidence and offsets; a list under the text, which opens
    by mouse or keyboard, holds the same to read and to copy.

    Args:
        printed: the release as a text in paragraphs.
        quotes: its ``analysis.quotes``, or some rows of it.
        colours: speaker's name → colour as #rrggbb; ``speaker_colours(quotes)`` without it.
    """
    colours = speaker_colours(quotes) if colours is None else colours
    layers = layers_of(quotes, colours)
    html = render(
        "marked_text",
        speakers=_legend(quotes, colours),
        kinds={kind: _style(kind, NOBODYS) for kind in _KINDS if kind in set(quotes["kind"])},
        paragraphs=[
            (woven(printed.text, p.start, p.end, layers), p.kind in FRAME or p.kind == "boilerplate")
            for p in printed.paragraphs
        ],
        evidence=_evidence(quotes, colours) if len(quotes) else None,
    )
    return Html(html, printed.text)


def _legend(quotes: pd.DataFrame, colours: Mapping[str, str]) -> list[tuple[str, Markup]]:
    """Each speaker with the number's badge; what is nobody's last."""
    named = [(name, _badge(number, colours[name])) for name, number in speaker_numbers(colours).items()]
    nobodys = [(translate("nobody named"), _badge("?", NOBODYS))] if quotes["speaker_name"].isna().any() else []
    return [*named, *nobodys]


def passage(printed: Printed, quotes: pd.DataFrame, start: int, end: int) -> Html:
    """The paragraphs that hold a place, the place marked, with the quotations around it as in ``marked_text``."""
    layers = [*layers_of(quotes, speaker_colours(quotes)), Layer(start, end, *_PLACE)]
    around = [p for p in printed.paragraphs if p.start < end and start < p.end]
    source = f"{printed.name}, {start}–{end}"
    html = render("passage", paragraphs=[woven(printed.text, p.start, p.end, layers) for p in around], source=source)
    return Html(html, f"{source}: {printed.text[start:end]}")


def _badge(number: int | str, colour: str) -> Markup:
    """A speaker's number on the speaker's colour: its own ground, so that it reads on any page."""
    return _BADGE.format(colour, number)


def _style(kind: str, colour: str) -> str:
    return _KINDS[kind].format(colour=colour, tint=_tint(colour))


def _tint(colour: str) -> str:
    """A quarter of a colour (#rrggbb), as notebooks' sanitisers let it through, on light and dark ground."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, 0.25)"


def _evidence(quotes: pd.DataFrame, colours: Mapping[str, str]) -> Html:
    """Where each quotation stands and why it is its speaker's; ``row`` is that of ``analysis.quotes``."""
    numbers = speaker_numbers(colours)
    shown = quotes.assign(
        row=quotes.index,
        number=[numbers.get(name, "?") for name in quotes["speaker_name"]],
        opening=[opening(text) for text in quotes["text"]],
    ).rename(columns={"speaker_name": "speaker"})
    return table(shown, columns=["row", "number", "speaker", "kind", "rule", "confidence", "start", "end", "opening"])


def opening(text: str, count: int = 6) -> str:
    """The first words of a text."""
    parts = text.split()
    return " ".join(parts[:count]) + " …" * (len(parts) > count)


# --- text and tags -----------------------------------------------------------------------------


def layers_of(quotes: pd.DataFrame, colours: Mapping[str, str]) -> list[Layer]:
    """The tags of quotations, of the cues that introduce them and of the words that name their sources."""
    numbers = speaker_numbers(colours)
    layers: list[Layer] = []
    for row in quotes.itertuples():
        colour = colours.get(row.speaker_name, NOBODYS)
        told = translate(
            "{kind}, {who}, rule “{rule}”, confidence {confidence}, {start}–{end}",
            kind=translate(row.kind), who=row.speaker_name or translate("unknown"), rule=row.rule,
            confidence=translate(row.confidence, context="confidence"), start=row.start, end=row.end,
        )  # fmt: skip
        # Underlined by its tag, too: a page that takes styles away still shows where it begins and ends.
        tag = _QUOTATION.format(_style(row.kind, colour), escape(told))
        number = numbers.get(row.speaker_name, 0)
        layers.append(Layer(row.start, row.end, tag, _CLOSING.format(number, _badge(number or "?", colour))))
        if pd.notna(row.cue_start):
            layers.append(Layer(int(row.cue_start), int(row.cue_end), *_titled(_CUE, "cue")))
        if pd.notna(row.speaker_start):
            layers.append(Layer(int(row.speaker_start), int(row.speaker_end), *_titled(_SOURCE, "source")))
    return list(dict.fromkeys(layers))


def _titled(tags: tuple[Markup, Markup], title: str) -> tuple[Markup, Markup]:
    return tags[0].format(translate(title)), tags[1]


def woven(text: str, start: int, end: int, layers: Sequence[Layer]) -> Markup:
    """The text from start to end with tags around spans; where spans cross, the later is cut so that tags nest."""
    pieces: list[Markup] = []
    unclosed: list[tuple[int, Markup]] = []
    at = start

    def go_to(position: int) -> None:
        nonlocal at
        pieces.append(escape_running(text[at:position]))
        at = position

    def close_until(position: int) -> None:
        while unclosed and unclosed[-1][0] <= position:
            ends, closing = unclosed.pop()
            go_to(ends)
            pieces.append(closing)

    inside = [layer for layer in layers if start <= layer.start < end]
    for layer in sorted(inside, key=lambda x: (x.start, -x.end)):
        close_until(layer.start)
        go_to(layer.start)
        limit = unclosed[-1][0] if unclosed else end
        pieces.append(layer.opening)
        unclosed.append((min(layer.end, limit), layer.closing))
    close_until(end)
    go_to(end)
    return Markup("").join(pieces)
