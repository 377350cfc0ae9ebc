"""How our own objects show themselves: plain facts and rows in, one piece of HTML out."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.markup.html import Html, render
from helpers.markup.marked import Printed, layers_of, marked_text, opening, woven
from helpers.markup.speakers import own_words, speaker_colours
from helpers.markup.tables import table
from helpers.text.translation import translate


def release_card(printed: Printed, facts: Mapping[str, object], paragraphs: Sequence[Mapping[str, object]]) -> Html:
    """What the layout of a release says, its paragraphs with kind and offsets behind it.

    Args:
        printed: the release as a text in paragraphs.
        facts: what is told of it, by name.
        paragraphs: a row each, with ``paragraph``, ``kind``, ``words``, ``start`` and ``end``.
    """
    rows = [{**row, "opening": opening(printed.text[row["start"] : row["end"]])} for row in paragraphs]
    columns = ["paragraph", "kind", "words", "start", "end", "opening"]
    told, inside = (
        table(_facts(facts), translate("Release {name}", name=printed.name)),
        table(pd.DataFrame(rows, columns=columns)),
    )
    return Html(render("release_card", facts=told, paragraphs=inside), repr(printed))


def analysis_card(printed: Printed, quotes: pd.DataFrame, statistics: pd.DataFrame, told: str) -> Html:
    """A reading in brief, and the marked text behind it.

    Args:
        printed: the release as a text in paragraphs.
        quotes, statistics: the tables of its analysis, the numbers that say nothing left out.
        told: the reading in one line.
    """
    brief, marked = reading_card(quotes, statistics, told), marked_text(printed, quotes, speaker_colours(quotes))
    return Html(render("analysis_card", brief=brief, marked=marked), told)


def reading_card(quotes: pd.DataFrame, statistics: pd.DataFrame, told: str) -> Html:
    """A reading in brief without its text: the voices with their words, and the numbers.

    Args:
        quotes, statistics: the tables of an analysis, the numbers that say nothing left out.
        told: the reading in one line.
    """
    numbers = statistics[["text", "unit", "of", "period", "speaker_name"]]
    captioned = {
        "Voices, those with most words first": _voices(quotes),
        "Numbers that say something": numbers.rename(columns={"of": "what is counted", "speaker_name": "speaker"}),
    }
    tables = [table(frame, caption) for caption, frame in captioned.items() if len(frame)]
    return Html(render("reading_card", told=told, tables=tables), told)


def _voices(quotes: pd.DataFrame) -> pd.DataFrame:
    """Each voice's quotations, its words in them, and what of it is merely narrated."""
    spoken = quotes[quotes["kind"] != "narrated"]  # what is narrated the release tells in its own words
    words = pd.Series(own_words(spoken), spoken.index, dtype="int64")
    rows = []
    for number, name in enumerate(speaker_colours(quotes), start=1):
        own = quotes["speaker_name"] == name
        narrated = own & (quotes["kind"] == "narrated")
        kinds = " · ".join(dict.fromkeys(quotes.loc[own, "kind"]))
        rows.append(
            (
                number,
                name,
                int((own & ~narrated).sum()),
                int(words[own[spoken.index]].sum()),
                int(narrated.sum()),
                kinds,
            )
        )
    return pd.DataFrame(rows, columns=["number", "voice", "quotations", "words", "narrated points", "kinds"])


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
        evidence=table(_facts(facts), translate("Quotation {number}", number=number)),
    )
    return Html(html, told)


def _facts(facts: Mapping[str, object]) -> pd.DataFrame:
    return pd.DataFrame({"what": facts.keys(), "value": facts.values()})


def _placed(row: Mapping[str, object], what: str) -> str | None:
    text = row[f"{what}_text"]
    return None if text is None else f"{text} ({row[f'{what}_start']}, {row[f'{what}_end']})"
