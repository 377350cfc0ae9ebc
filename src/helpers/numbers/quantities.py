"""Doc → the table of statistics: each number with what is counted, when, where, and who says so.

Gives ``quantities`` and, for every other number, ``not_statistics``.
"""

from dataclasses import replace

import pandas as pd

from helpers.numbers.amounts import Amounts
from helpers.numbers.approximations import approximation
from helpers.numbers.counted import counted_by
from helpers.numbers.ellipsis import fill_ellipses
from helpers.numbers.holders import WHO, who_of
from helpers.numbers.model import Amount
from helpers.numbers.periods import period_of
from helpers.numbers.places import before_place, place_of
from helpers.numbers.roles import role_of
from helpers.text.frames import typed

_Row = dict[str, object]
_SPANS = ("of", "period", "place", *WHO)
TYPES = {
    "start": "int64", "end": "int64", "text": "object", "value": "float64", "unit": "object", "role": "object",
    "approximation": "object", "precision": "float64",
    **{name + part: kind for name in _SPANS for part, kind in (("", "object"), ("_start", "Int64"), ("_end", "Int64"))},
    "paragraph": "int64", "sentence": "int64",
}  # fmt: skip


def quantities(amounts: Amounts) -> pd.DataFrame:
    """The statistics of a release, one row each, in the order of the text.

    Args:
        amounts: those of the release, as ``read_amounts`` gives them.

    Returns:
        ``start``, ``end``, ``text``: the number with its multiplier and its sign for money or per cent.
        ``value``: the number itself, 50 for *50 %*, 12,000,000 for *12 M$*, 0.2 for *un sur cinq*.
        ``unit``: code of ``lexicon/units.csv`` (%, CAD, year, km …), None for plain counts.
        ``role``: people, things, money, measure, share, change, rate, age, duration, moment or enumeration.
        ``approximation``: not hedged, about, more than, less than, at least or at most.
        ``precision``: half a unit of the last printed digit, in units of ``value``: 50,000 for
        *7,4 millions*; NaN where no digit is printed (*la moitié*).
        ``of``: what is counted, a noun phrase. Where the second number of a comparison leaves it out,
        it is the first one's, with the span of the first; so are ``holder``, ``recipient`` and ``agent``.
        ``period``: when, in the notation of ``edtf`` (2018, 2018-05, 2018-summer, 2014/2018, 2017/..),
        with the span of its words; *l'an dernier* and the like are counted from the date of the release, and stand
        as printed where there is none.
        ``place``: where, the name or phrase that the sentence gives: *Canada*, *dans le monde*.
        ``holder``: who counted, publishes or tells the figure; ``recipient``: to whom what is counted was reported
        or sent; ``agent``: by whom it was done, reported or sent.
        ``paragraph``: index into ``release.paragraphs``; ``sentence``: row of the sentence table.
        Spans are code point offsets into ``release.text``; what the text does not say is None or NA.
    """
    rows = [_row(amount, amounts) for amount in amounts.found]
    fill_ellipses(rows, amounts)
    for row, amount in zip(rows, amounts.found, strict=True):
        row["role"] = role_of(row, amount, amounts)
    return typed(rows, TYPES)


def not_statistics(amounts: Amounts) -> pd.DataFrame:
    """Every number of the release that is no statistic, and why.

    Columns: ``start``, ``end``, ``text``, ``reason`` (date, year, telephone number, part of a name,
    vague amount …). Whatever digit of the release is in no statistic is in one of these rows.
    """
    text = amounts.text.release.text
    rows = [
        {"start": e.start, "end": e.end, "text": text[e.start : e.end], "reason": e.reason} for e in amounts.excluded
    ]
    return pd.DataFrame(rows, columns=["start", "end", "text", "reason"]).astype({"start": int, "end": int})


def _row(amount: Amount, amounts: Amounts) -> _Row:
    release = amounts.text.release
    row: _Row = dict.fromkeys(TYPES)
    row |= {
        "start": amount.start,
        "end": amount.end,
        "text": release.text[amount.start : amount.end],
        "value": amount.value,
        "unit": amount.unit,
        "approximation": approximation(amount, amounts.text),
        "precision": amount.step / 2 if amount.step else float("nan"),
        "paragraph": release.paragraph_at(amount.start),
        "sentence": amounts.text.sentence(amount.start),
        "after": amount.after,
        "multiplier": amount.multiplier,
    }
    counted = counted_by(amount, amounts)
    behind_from = max(amount.after, counted[1] if counted else 0)
    period = period_of(amount, amounts, behind_from)
    if period and counted and amount.start < counted[0] < period[0] < counted[1]:
        counted = counted[0], before_place(period[0], amounts.text.plain)  # cerfs à l'automne: when, not what
    if period:
        row["period_start"], row["period_end"], row["period"] = period
    who = who_of(amount, amounts)
    if who.holder is None and release.source and release.paragraphs[row["paragraph"]].kind == "fact":
        who = replace(who, holder=(release.source.start, release.source.end))  # Faits en bref: the issuer says so
    bodies = {name: getattr(who, name) for name in WHO}
    place = place_of(amount, amounts, behind_from)
    if place and any(span and span[0] - 5 < place[0] < span[0] + 5 for span in bodies.values()):
        place = None  # signalés au Centre national: a body, and it is told as such
    if place and counted and counted[0] < place[0] < counted[1] <= place[1]:
        # morts en Allemagne: what is counted ends where the place begins
        counted = counted[0], before_place(place[0], amounts.text.plain)
    for name, span in (("of", counted), ("place", place), *bodies.items()):
        if span:
            row[name], row[f"{name}_start"], row[f"{name}_end"] = release.text[slice(*span)], *span
    return row
