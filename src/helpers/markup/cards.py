"""How our own objects show themselves: plain facts and rows in, one piece of HTML out."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.markup.html import Html, render
from helpers.markup.marked import Printed, layers_of, marked_text, opening, woven
from helpers.markup.speakers import speaker_colours
from helpers.markup.tables import table


def release_card(printed: Printed, facts: Mapping[str, object], paragraphs: Sequence[Mapping[str, object]]) -> Html:
    """What the layout of a release says, its paragraphs with kind and offsets behind it.

    Args:
        printed: the release as a text in paragraphs.
        facts: what is told of it, by name.
        paragraphs: a row each, with ``paragraph``, ``kind``, ``words``, ``start`` and ``end``.
    """
    rows = [{**row, "opening": opening(printed.text[row["start"] : row["end"]])} for row in paragraphs]
    columns = ["paragraph", "kind", "words", "start", "end", "opening"]
    told, inside = table(_facts(facts), f"Release {printed.name}"), table(pd.DataFrame(rows, columns=columns))
    return Html(render("release_card", facts=told, paragraphs=inside), repr(printed))


def analysis_card(printed: Printed, quotes: pd.DataFrame, statistics: pd.DataFrame, told: str) -> Html:
    """A reading in brief: the voices with their words, the numbers, and the marked text behind them.

    Args:
        printed: the release as a text in paragraphs.
        quotes, statistics: the tables of its analysis.
        told: the reading in one line.
    """
    colours = speaker_colours(quotes)
    voices = pd.DataFrame(
        [
            (number, name, len(own), own["words"].sum(), " · ".join(dict.fromkeys(own["kind"])))
            for number, name in enumerate(colours, start=1)
            for own in [quotes[quotes["speaker_name"] == name]]
        ],
        columns=["number", "voice", "quotations", "words", "kinds"],
    )
    numbers = statistics[["text", "of", "period", "speaker_name", "start", "end"]]
    captioned = {
        "Voices, those with most words first": voices,
        "Statistics": numbers.rename(columns={"speaker_name": "speaker"}),
    }
    tables = [table(frame, caption) for caption, frame in captioned.items() if len(frame)]
    marked = marked_text(printed, quotes, colours)
    return Html(render("analysis_card", told=told, tables=tables, marked=marked), told)


def quotation_card(
    printed: Printed, quotation: Mapping[str, object], number: int, told: str, colours: Mapping[str, str] | None = None
) -> Html:
    """A quotation marked in its paragraph, with its speaker, cue and source, rule, confidence and offsets.

    Args:
        printed: the release as a text in paragraphs.
        quotation: a row of ``analysis.quotes``.
        number: which row, from 0.
        told: the quotation in one line.
        colours: ``speaker_colours`` of all quotations of the text; without it the speaker is the first.
    """
    row = pd.DataFrame([quotation], index=[number])
    layers = layers_of(row, speaker_colours(row) if colours is None else colours)
    around = [p for p in printed.paragraphs if any(x.start < p.end and p.start < x.end for x in layers)]
    facts = {
        "speaker": quotation["speaker_name"],
        "role": quotation["speaker_role"],
        "affiliation": quotation["speaker_affiliation"],
        "source": _placed(quotation, "speaker"),
        "cue": _placed(quotation, "cue"),
        "kind": quotation["kind"],
        "rule": quotation["rule"],
        "confidence": quotation["confidence"],
        "start, end": f"{quotation['start']}, {quotation['end']}",
    }
    html = render(
        "quotation_card",
        paragraphs=[woven(printed.text, p.start, p.end, layers) for p in around],
        evidence=table(_facts(facts), f"Quotation {number}"),
    )
    return Html(html, told)


def _facts(facts: Mapping[str, object]) -> pd.DataFrame:
    return pd.DataFrame({"what": facts.keys(), "value": facts.values()})


def _placed(row: Mapping[str, object], what: str) -> str | None:
    text = row[f"{what}_text"]
    return None if text is None else f"{text} ({row[f'{what}_start']}, {row[f'{what}_end']})"
