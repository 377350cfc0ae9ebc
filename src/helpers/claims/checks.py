"""Sentences with what they do → whether each can be checked, with what, by when, and who answers for it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from helpers.analysis import Analysis
from helpers.language.names import name_table
from helpers.text.typography import fold

_LATER, _YES, _HARDLY, _NO = "later", "yes", "hardly", "no"
_BY_ACT = {"promise": _LATER, "demand": _NO, "judgement": _NO, "other": _NO, "figure": _YES}


def checkable(row: Any) -> str:
    """Whether a sentence can be held against something outside the text.

    *Yes*: a figure, or a fact with a name or a date to look up; *later*: what is to come; *hardly*: a fact without
    either; *no*: a demand, a judgement, what states nothing. (That it was said can always be checked.)
    """
    if row.act != "fact":
        return _BY_ACT[row.act]
    return _YES if row.anchors else _HARDLY


def with_what(row: Any, analysis: Analysis, names: pd.DataFrame) -> str | None:
    """Where one would look: the counts of who holds the figure, else the records of the bodies that the sentence names.

    A person has no records, but can be asked.
    """
    if row.checkable in (_NO, _HARDLY):
        return None
    inside = range(row.start, row.end)
    table = analysis.statistics
    amounts = table[table["start"].between(row.start, row.end, inclusive="left")]
    holders = pd.concat([amounts["holder"], amounts["recipient"]]).dropna().unique()
    if len(holders) and row.act == "figure":
        return f"counts of {', '.join(map(str, holders))}"
    found = [(n.label, n.name) for n in names.itertuples() if any(start in inside for start, _ in n.mentions)]
    ways = [("records of", "body"), ("to be asked:", "person")]
    told = [(way, [name for label, name in found if label == kind]) for way, kind in ways]
    return "; ".join(f"{way} {', '.join(who)}" for way, who in told if who) or None


def by_when(row: Any, analysis: Analysis, names: pd.DataFrame) -> str | None:
    """The day or period that a promise names, not before that of the release; in EDTF where that is known."""
    if row.act != "promise":
        return None
    inside = range(row.start, row.end)
    dates = names[names["label"] == "date"]
    line = analysis.release.dateline
    issued = line.date.isoformat() if line and line.date else ""
    named = [d.name for d in dates.itertuples() if any(start in inside for start, _ in d.mentions)]
    return next((name for name in named if not name[:1].isdigit() or name >= issued), None)


def answers(row: Any, analysis: Analysis) -> str | None:
    """Whose word it is: the speaker of the quotation that has most of the sentence, else the issuer."""
    spoken = analysis.quotes[analysis.quotes["kind"] != "narrated"]
    shared = [max(0, min(row.end, q.end) - max(row.start, q.start)) for q in spoken.itertuples()]
    if shared and max(shared) * 2 > row.end - row.start:
        name = spoken.iloc[shared.index(max(shared))]["speaker_name"]
        return name if isinstance(name, str) else None
    cited = _cited(row, analysis)
    return cited or analysis.release.issuer


def _cited(row: Any, analysis: Analysis) -> str | None:
    """Who is cited for half of a sentence or more by a verb of saying in it, narrated points too."""
    for quote in analysis.quotes.dropna(subset=["cue_start", "speaker_name"]).itertuples():
        if row.start <= quote.cue_start < row.end and row.start <= quote.start < row.end:
            return str(quote.speaker_name)
    return None


def checked(table: pd.DataFrame, analysis: Analysis) -> pd.DataFrame:
    """The table of ``acts`` with ``checkable``, ``with_what``, ``by_when`` and ``answers``."""
    names = name_table(analysis)
    rows = [row._asdict() for row in table.itertuples(index=False)]
    for values, row in zip(rows, table.itertuples(index=False), strict=True):
        values["checkable"] = checkable(row)
    fresh = pd.DataFrame(rows, columns=[*table.columns, "checkable"])
    made: dict[str, Sequence[str | None]] = {
        "with_what": [with_what(row, analysis, names) for row in fresh.itertuples()],
        "by_when": [by_when(row, analysis, names) for row in fresh.itertuples()],
        "answers": [answers(row, analysis) for row in fresh.itertuples()],
    }
    return fresh.assign(**{name: pd.Series(list(v), index=fresh.index, dtype=object) for name, v in made.items()})


def holds(text: str, words: str) -> bool:
    """Whether a text has some words, whatever their capitals, accents and apostrophes."""
    return fold(words.replace("’", "'")) in fold(text.replace("’", "'"))
