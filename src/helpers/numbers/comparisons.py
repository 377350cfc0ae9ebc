"""Quantities → comparisons: which number a sentence sets against which, and how much it has grown."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from helpers import lexicon
from helpers.french.document import ReleaseDoc
from helpers.lexicon.words import AND, alternation, words
from helpers.numbers.approximations import NOT_HEDGED
from helpers.numbers.edtf import bounds
from helpers.numbers.growth import growth_interval
from helpers.numbers.links import comparison_marker, is_range_link
from helpers.numbers.moves import moving_verb
from helpers.numbers.units import unit_codes
from helpers.text.translation import localised, translate
from helpers.text.typography import fold

_NUMBER = ("text", "start", "end", "value", "low", "high", "period")
COMPARISON_COLUMNS = [
    "start", "end", "text", "marker", "marker_start", "marker_end", "of", "unit",
    *(f"new_{name}" for name in _NUMBER), *(f"old_{name}" for name in _NUMBER),
    "difference", "points", "ratio", "growth_percent", "growth_low", "growth_high", "cut_low", "cut_high", "sentence",
]  # fmt: skip


def comparisons(quantities: pd.DataFrame, document: ReleaseDoc) -> pd.DataFrame:
    """Pairs of numbers that a sentence compares, or one sentence and the next: *Cette année, 300.*

    Args:
        quantities: the table of ``quantities.quantities``.
        document: the release with its parse.

    Returns:
        One row a pair. ``start``, ``end``, ``text``: from the first number to the second (with its
        period); ``marker``, ``marker_start``, ``marker_end``: the words that compare
        (``lexicon/comparisons.csv``); ``of``, ``unit``: what both count (% where a fraction is
        held against a share in per cent). ``new_…`` is the number that is
        compared, ``old_…`` the one that it is compared with: ``text``, ``start``, ``end``, ``value``,
        ``low`` and ``high`` (what rounding leaves), ``period``. ``difference`` in units of the values,
        ``points``: the same of two shares, in points of per cent, else NaN; ``ratio`` new / old,
        ``growth_percent`` the growth as printed, ``growth_low`` and ``growth_high`` the least and the greatest
        growth in per cent that the printed digits allow if they were rounded, ``cut_low`` and ``cut_high`` the
        same if the digits behind were left off.
        ``sentence``: the same in words: in points for shares in per cent, in units where there is no ratio, else
        growth under both; *from … to …* only where one number is told of an earlier time, else *… against …*.
        NaN where there is no ratio: the old number is nought, one of them lies below it, or they are degrees or
        ages; the interval also where no digit is printed.
    """
    numbers = quantities.sort_values("start").to_dict("records")
    ranges = _range_ends(numbers, document.plain)
    rows = [
        _comparison(pair, first, second, document)
        for n, (first, second) in enumerate(map(_in_one_unit, numbers, numbers[1:]))
        if first["unit"] == second["unit"] and _stand_together(first, second)
        if n - 1 not in ranges and n + 1 not in ranges and not _are_opposites(first, second)
        if (pair := _paired(first, second, document)) is not None
    ]
    frame = pd.DataFrame(rows, columns=COMPARISON_COLUMNS, dtype=object)
    numeric = ["difference", "points", "ratio", "growth_percent", "growth_low", "growth_high", "cut_low", "cut_high"]
    numeric += [f"{side}_{name}" for side in ("new", "old") for name in ("value", "low", "high")]
    whole = ["start", "end", "marker_start", "marker_end", "new_start", "new_end", "old_start", "old_end"]
    return frame.astype(dict.fromkeys(numeric, float) | dict.fromkeys(whole, int))


def _in_one_unit(first: Mapping, second: Mapping) -> tuple[Mapping, Mapping]:
    """*40 % des élus, contre un tiers en 2010*: a fraction beside a share in per cent is told in that."""
    units = {first["unit"], second["unit"]}
    if units != {"%", None} or {first["role"], second["role"]} != {"share"}:
        return first, second
    return _in_per_cent(first), _in_per_cent(second)


def _in_per_cent(share: Mapping) -> Mapping:
    times = 1 if share["unit"] == "%" else 100
    return {**share, "unit": "%", "value": times * share["value"], "precision": times * share["precision"]}


_LONGEST_LINK = 24


def _range_ends(numbers: list[Mapping], plain: str) -> set[int]:
    """Which numbers are first ends of ranges: of *12 à 15 €, contre 10 à 11 €* no end alone is compared."""
    gaps = ((first["end"], second["start"]) for first, second in pairwise(numbers))
    return {n for n, (end, start) in enumerate(gaps) if start - end < _LONGEST_LINK and is_range_link(plain[end:start])}


@dataclass(frozen=True)
class _Pair:
    """Which of two numbers is held against which, the words that do it, and whether time lies between."""

    new: Mapping
    old: Mapping
    marker: tuple[int, int]
    over_time: bool


def _paired(first: Mapping, second: Mapping, document: ReleaseDoc) -> _Pair | None:
    """Two numbers of a sentence as a pair, the later one new; None where nothing compares them."""
    plain = document.plain
    between = plain[first["end"] : second["start"]]
    is_later = _is_later(first["period"], second["period"])
    if first["sentence"] != second["sentence"]:
        return _over_sentences(first, second, document, is_later)
    if against := comparison_marker(between):
        marker = (first["end"] + against[0], first["end"] + against[1])
        if is_later:  # 300 cerfs en 2019, contre 400 en 2020
            return _Pair(second, first, marker, over_time=True)
        return _Pair(first, second, marker, over_time=_lies_back(first, second, is_later))
    if verb := moving_verb(first, second, document):
        return _Pair(second, first, (verb.idx, verb.idx + len(verb)), over_time=True)
    link = _LINK.search(between) if _are_one_thing(first, second) else None
    if link is None or is_later is None:
        return None
    return _in_time(first, second, link, is_later)


def _in_time(first: Mapping, second: Mapping, link: re.Match[str], is_later: bool) -> _Pair:
    new, old = (second, first) if is_later else (first, second)
    return _Pair(new, old, (first["end"] + link.start(), first["end"] + link.end()), over_time=True)


_SENTENCE_END = re.compile(r"[.!?…;](?=\s)")


def _stand_together(first: Mapping, second: Mapping) -> bool:
    """Whether two numbers stand in one sentence, or in one and the next of a paragraph."""
    return second["sentence"] - first["sentence"] <= 1 and first["paragraph"] == second["paragraph"]


def _over_sentences(first: Mapping, second: Mapping, document: ReleaseDoc, is_later: bool | None) -> _Pair | None:
    """*L'an dernier, la mairie a reçu 300 dossiers. Cette année, elle en a reçu 400.*: one thing at two times."""
    end = _SENTENCE_END.search(document.plain[first["end"] : second["start"]])
    is_one = _are_one_thing(first, second) or _are_told_alike(first, second)
    if is_later is None or end is None or not is_one or not _happen_alike(first, second, document):
        return None
    return _in_time(first, second, end, is_later)


def _are_told_alike(first: Mapping, second: Mapping) -> bool:
    """*La gare a vendu 300 billets en mai 2019. En mai 2020, elle a vendu 200 billets.*: the same words, one place."""
    said = [fold(n["of"]) if n["of"] is not None and n["of_start"] > n["start"] else None for n in (first, second)]
    return said[0] is not None and said[0] == said[1] and first["place"] == second["place"]


def _happen_alike(first: Mapping, second: Mapping, document: ReleaseDoc) -> bool:
    """Whether one verb tells two numbers, or the second has none of its own: not *ouvert 12 écoles … en a fermé 3*."""
    one, other = (_verb_of(number, document) for number in (first, second))
    return other is None or other == one or other in _BEING_THERE


_BEING_THERE = words("verb of being there")
_MOST_STEPS = 4  # from a number up to its verb


def _verb_of(number: Mapping, document: ReleaseDoc) -> str | None:
    """The lemma of the verb that a number hangs on."""
    span = document.doc.char_span(number["start"], number["end"], alignment_mode="expand")
    token = span.root if span is not None else None
    for _ in range(_MOST_STEPS):
        if token is None or token.pos_ in ("VERB", "AUX"):
            return None if token is None else token.lemma_
        copula = next((c for c in token.children if c.dep_ == "cop"), None)
        token = copula if copula is not None else token.head if token.head.i != token.i else None
    return None


_WORD = re.compile(r"[^\W\d_]{4,}")


def _are_opposites(first: Mapping, second: Mapping) -> bool:
    """*un excédent de 3 M€, contre un déficit de 2 M€*: sizes of two things, of which none has become the other."""
    if any(n["of"] is None or n["of_start"] > n["start"] for n in (first, second)):
        return False
    one, other = ({fold(word).rstrip("sx") for word in _WORD.findall(n["of"])} for n in (first, second))
    return not one & other and "change" not in (first["role"], second["role"])


def _lies_back(first: Mapping, second: Mapping, is_later: bool | None) -> bool:
    """Whether what a number is held against is told of another time: *12 %, contre 9 % en 2020*; not of a group."""
    if second["place"] is not None and first["place"] != second["place"]:
        return False
    return is_later is not None or (second["period"] is not None and first["period"] != second["period"])


_LINK = re.compile(rf"[,;]|(?<!\w)(?:{alternation(AND)})(?!\w)")
_NOW = frozenset(row["form"] for row in lexicon.rows("periods") if row["offset"] == "0")


def _are_one_thing(first: Mapping, second: Mapping) -> bool:
    """*300 cerfs en 2018 et 400 en 2019*: the second number takes over what the first counts, in the same place."""
    of, place = (first[name] is not None and first[name] == second[name] for name in ("of_start", "place"))
    return of and (place or first["place"] is None or second["place"] is None)


def _is_later(first: str | None, second: str | None) -> bool | None:
    """Whether the second of two periods lies behind the first; None where they overlap or do not tell."""
    if first is None or second is None or first == second:
        return None
    if first in _NOW or second in _NOW:
        return None if first in _NOW and second in _NOW else (second in _NOW) != _is_ahead(first, second)
    one, other = bounds(first), bounds(second)
    if one is None or other is None or max(one[0], other[0]) <= min(one[1], other[1]):
        return None
    return one < other


def _is_ahead(*periods: str) -> bool:
    """Whether one of two periods has no beginning: *1 300 actuellement, 3 000 d'ici 2027*."""
    return any(period.startswith("../") for period in periods)


_SCALES = unit_codes("temperature")  # without a nought that counts: 12 °C is no half more than 8 °C


def _growth(new: Mapping, old: Mapping) -> dict[str, float]:
    """Ratio and growth of two numbers, NaN where there is none: from or below nought, of degrees and ages."""
    a, b = new["value"], old["value"]
    if b <= 0 or a < 0 or new["unit"] in _SCALES or new["role"] == "age":
        return dict.fromkeys(("ratio", "growth_percent", "growth_low", "growth_high", "cut_low", "cut_high"), math.nan)
    low, high = growth_interval(a, new["precision"], b, old["precision"])
    cut_low, cut_high = growth_interval(a, new["precision"], b, old["precision"], cut=True)
    row = {"ratio": a / b, "growth_percent": 100 * (a / b - 1), "growth_low": low, "growth_high": high}
    return row | {"cut_low": cut_low, "cut_high": cut_high}


def _comparison(pair: _Pair, first: Mapping, second: Mapping, document: ReleaseDoc) -> dict[str, object]:
    text, new, old, marker = document.release.text, pair.new, pair.old, pair.marker
    stop = second["end"]
    if not pd.isna(second["period_end"]) and stop <= second["period_end"] < stop + 40:
        stop = int(second["period_end"])
    start = min(first["start"], marker[0])
    row = {
        "start": start,
        "end": stop,
        "text": text[start:stop],
        "marker": text[slice(*marker)],
        "marker_start": marker[0],
        "marker_end": marker[1],
        "of": new["of"] if new["of"] is not None else old["of"],
        "unit": new["unit"],
        "difference": new["value"] - old["value"],
        "points": _points(new, old),
    }
    row |= _growth(new, old)
    row["sentence"] = _told(row, pair)
    for side, number in (("new", new), ("old", old)):
        row |= {f"{side}_{name}": number[name] for name in ("text", "start", "end", "value", "period")}
        row |= {
            f"{side}_low": number["value"] - number["precision"],
            f"{side}_high": number["value"] + number["precision"],
        }
    return row


def _points(new: Mapping, old: Mapping) -> float:
    """The difference of two shares in points, NaN of anything else."""
    difference = round(new["value"] - old["value"], 10)
    if new["unit"] == "%":
        return difference
    return 100 * difference if old["role"] == new["role"] == "share" else math.nan


def _in_two_digits(growth: float) -> str:
    return f"{float(f'{growth:.2g}'):+,.{0 if abs(growth) >= 10 else 1}f}"


def _told(row: Mapping, pair: _Pair) -> str:
    """*From 4 % to 5 %: +1 point.*: two shares differ in points; other numbers by what their digits leave of growth.

    Without time between them nothing goes from one number to the other: *19 % against 9 %: +10 points.*
    """
    old, new = pair.old, pair.new
    is_tale = pair.over_time and "change" not in (old["role"], new["role"])
    names = {"old": old["text"], "new": new["text"]}
    tale = translate("From {old} to {new}:", **names) if is_tale else translate("{new} against {old}:", **names)
    hedges = [
        translate("{number} is told as {how}", number=n["text"], how=translate(n["approximation"]))
        for n in (old, new)
        if n["approximation"] != NOT_HEDGED
    ]
    hedged = f" {translate('But {hedges}.', hedges=translate(' and ').join(hedges))}" if hedges else ""
    growth, difference, points = row["growth_percent"], round(row["difference"], 10), row["points"]
    if not math.isnan(points):
        return f"{tale} {localised(f'{points:+.3g}')} point{'s' * (abs(points) >= 2)}.{hedged}"
    if math.isnan(growth):
        unit = f" {translate(row['unit'])}" if row["unit"] else ""
        return f"{tale} {localised(f'{difference:+,.12g}')}{unit}.{hedged}"
    if hedged:
        return f"{tale} {translate('roughly {growth} %', growth=localised(_in_two_digits(growth)))}.{hedged}"
    bounds = {name: localised(f"{row[name]:+.1f}") for name in ("growth_low", "growth_high", "cut_low", "cut_high")}
    printed = localised(f"{growth:+.1f}")
    if (bounds["growth_low"], bounds["growth_high"]) in ((printed, printed), ("+nan", "+nan")):
        return f"{tale} {translate('{growth} % as printed', growth=printed)}."
    rest = translate(
        "{growth} % as printed, {growth_low} to {growth_high} % if the digits were rounded, {cut_low} to {cut_high} % "
        "if cut",
        growth=printed,
        **bounds,
    )
    return f"{tale} {rest}."
