"""Quantities → comparisons: which number a sentence sets against which, and how much it has grown."""

import math
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

import pandas as pd
from spacy.tokens import Token

from helpers import lexicon
from helpers.french.document import ReleaseDoc
from helpers.lexicon.words import AND, BARE_OF, alternation, before_word, words
from helpers.numbers.approximations import NOT_HEDGED
from helpers.numbers.change_words import is_change
from helpers.numbers.growth import growth_interval
from helpers.numbers.links import comparison_marker
from helpers.numbers.number_verbs import MOVES
from helpers.release.release import Release

_NUMBER = ("text", "start", "end", "value", "low", "high", "period")
COMPARISON_COLUMNS = [
    "start", "end", "text", "marker", "marker_start", "marker_end", "of", "unit",
    *(f"new_{name}" for name in _NUMBER), *(f"old_{name}" for name in _NUMBER),
    "difference", "ratio", "growth_percent", "growth_low", "growth_high", "cut_low", "cut_high", "sentence",
]  # fmt: skip


def comparisons(quantities: pd.DataFrame, document: ReleaseDoc) -> pd.DataFrame:
    """Pairs of numbers that a sentence compares.

    Args:
        quantities: the table of ``quantities.quantities``.
        document: the release with its parse.

    Returns:
        One row a pair. ``start``, ``end``, ``text``: from the first number to the second (with its
        period); ``marker``, ``marker_start``, ``marker_end``: the words that compare
        (``lexicon/comparisons.csv``); ``of``, ``unit``: what both count. ``new_…`` is the number that is
        compared, ``old_…`` the one that it is compared with: ``text``, ``start``, ``end``, ``value``,
        ``low`` and ``high`` (what rounding leaves), ``period``. ``difference`` in units of the values,
        ``ratio`` new / old, ``growth_percent`` the growth as printed, ``growth_low`` and
        ``growth_high`` the least and the greatest growth in per cent that the printed digits allow if
        they were rounded, ``cut_low`` and ``cut_high`` the same if the digits behind were left off.
        ``sentence``: the same in words: in points for shares in per cent, else growth under both.
        NaN where the old number is nought or has no printed digit.
    """
    release, plain = document.release, document.plain
    rows = []
    for first, second in pairwise(quantities.sort_values("start").to_dict("records")):
        if first["sentence"] != second["sentence"] or first["unit"] != second["unit"]:
            continue
        marker, is_rise = _marker(first, second, document, plain)
        if marker:
            new, old = (second, first) if is_rise else (first, second)
            rows.append(_comparison(first, second, new, old, marker, release, plain))
    frame = pd.DataFrame(rows, columns=COMPARISON_COLUMNS, dtype=object)
    numeric = ["difference", "ratio", "growth_percent", "growth_low", "growth_high", "cut_low", "cut_high"]
    numeric += [f"{side}_{name}" for side in ("new", "old") for name in ("value", "low", "high")]
    whole = ["start", "end", "marker_start", "marker_end", "new_start", "new_end", "old_start", "old_end"]
    return frame.astype(dict.fromkeys(numeric, float) | dict.fromkeys(whole, int))


_TO = alternation(words("goal preposition"))
_TO_BEFORE = re.compile(rf"(?<!\w)(?:{_TO}) (?:[\w']{{1,15}} ){{0,3}}\Z")
_FROM_BEFORE = re.compile(rf"(?<!\w)(?:{before_word(BARE_OF)})(?:[\w']{{1,15}} ){{0,2}}\Z")


def _marker(first: Mapping, second: Mapping, document: ReleaseDoc, plain: str) -> tuple[tuple[int, int] | None, bool]:
    """The span of the words that compare two numbers, and whether the second is the later one."""
    between = plain[first["end"] : second["start"]]
    against = comparison_marker(between)
    if against:
        return (first["end"] + against[0], first["end"] + against[1]), False
    opening = plain[max(0, first["start"] - 20) : first["start"]]
    if "," not in between and _TO_BEFORE.search(between) and _FROM_BEFORE.search(opening):
        for token in _before(document, first["start"]):
            if token.lemma_ in MOVES and token.pos_ in ("VERB", "AUX"):
                return (token.idx, token.idx + len(token)), True
    link = _LINK.search(between) if _are_one_thing(first, second) else None
    if link and (is_later := _is_later(first["period"], second["period"])) is not None:
        return (first["end"] + link.start(), first["end"] + link.end()), is_later
    return None, False


_LINK = re.compile(rf",|(?<!\w)(?:{alternation(AND)})(?!\w)")
_NOW = frozenset(row["form"] for row in lexicon.rows("periods") if row["offset"] == "0")


def _are_one_thing(first: Mapping, second: Mapping) -> bool:
    """*300 cerfs en 2018 et 400 en 2019*: the second number takes over what the first counts, in the same place."""
    of, place = (first[name] is not None and first[name] == second[name] for name in ("of_start", "place"))
    return of and (place or first["place"] is None or second["place"] is None)


def _is_later(first: str | None, second: str | None) -> bool | None:
    """Whether the second of two periods lies behind the first; None where they overlap or do not tell."""
    if first is None or second is None or "/" in first + second or first == second:
        return None
    if first in _NOW or second in _NOW:
        return second in _NOW if (first in _NOW) != (second in _NOW) else None
    if not (first[0].isdigit() and second[0].isdigit()) or first.startswith(second) or second.startswith(first):
        return None
    return first < second


def _before(document: ReleaseDoc, position: int) -> Iterator[Token]:
    """The last tokens of the sentence before a position, nearest first."""
    doc = document.doc
    span = doc.char_span(position, position + 1, alignment_mode="expand")
    if span is None:
        return
    first = span[0]
    for index in range(first.i - 1, max(document.sentence(first.i)[0], first.i - 12) - 1, -1):
        yield doc[index]


def _comparison(
    first: Mapping, second: Mapping, new: Mapping, old: Mapping, marker: tuple[int, int], release: Release, plain: str
) -> dict[str, object]:
    stop = second["end"]
    if not pd.isna(second["period_end"]) and stop <= second["period_end"] < stop + 40:
        stop = int(second["period_end"])
    a, b = new["value"], old["value"]
    low, high = growth_interval(a, new["precision"], b, old["precision"])
    cut_low, cut_high = growth_interval(a, new["precision"], b, old["precision"], cut=True)
    start = min(first["start"], marker[0])
    row = {
        "start": start,
        "end": stop,
        "text": release.text[start:stop],
        "marker": release.text[slice(*marker)],
        "marker_start": marker[0],
        "marker_end": marker[1],
        "of": new["of"] if new["of"] is not None else old["of"],
        "unit": new["unit"],
        "difference": a - b,
        "ratio": a / b if b else math.nan,
        "growth_percent": 100 * (a / b - 1) if b else math.nan,
        "growth_low": low,
        "growth_high": high,
        "cut_low": cut_low,
        "cut_high": cut_high,
    }
    row["sentence"] = _told(row, old, new, plain)
    for side, number in (("new", new), ("old", old)):
        row |= {f"{side}_{name}": number[name] for name in ("text", "start", "end", "value", "period")}
        row |= {
            f"{side}_low": number["value"] - number["precision"],
            f"{side}_high": number["value"] + number["precision"],
        }
    return row


def _told(row: Mapping, old: Mapping, new: Mapping, plain: str) -> str:
    """*From 4 % to 5 %: +1 point.*: two shares differ in points; other numbers by what their digits leave of growth."""
    are_changes = is_change(old, plain) and is_change(new, plain)
    tale = f"{new['text']} against {old['text']}:" if are_changes else f"From {old['text']} to {new['text']}:"
    hedges = [f"{n['text']} is told as {n['approximation']}" for n in (old, new) if n["approximation"] != NOT_HEDGED]
    hedged = f" But {' and '.join(hedges)}." if hedges else ""
    if row["unit"] == "%":
        difference = round(row["difference"], 10)
        return f"{tale} {difference:+.3g} point{'s' * (abs(difference) >= 2)}.{hedged}"
    if math.isnan(row["growth_percent"]):
        return f"{tale} no growth can be computed."
    if math.isnan(row["growth_low"]):
        return f"{tale} {row['growth_percent']:+.1f} % as printed.{hedged}"
    return (
        f"{tale} {row['growth_percent']:+.1f} % as printed, {row['growth_low']:+.1f} to {row['growth_high']:+.1f} % "
        f"if the digits were rounded, {row['cut_low']:+.1f} to {row['cut_high']:+.1f} % if cut.{hedged}"
    )
