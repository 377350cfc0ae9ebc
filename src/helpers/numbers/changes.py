"""Quantities → stated changes (*en hausse de 80 %*), each held against the numbers that stand beside it.

Which words tell a change, and which way, stands in ``lexicon/change_words.csv``.
"""

import bisect
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from helpers.french.document import ReleaseDoc
from helpers.lexicon.words import alternation, words
from helpers.numbers.change_words import CHANGE_WORDS, SIGNS, factor_ahead, is_change, words_of_change
from helpers.text.translation import localised, translate
from helpers.text.typography import fold

STATED_COLUMNS = [
    "start", "end", "text", "unit", "stated", "stated_low", "stated_high", "pair",
    "computed", "computed_low", "computed_high", "verdict", "sentence",
]  # fmt: skip

_I = re.IGNORECASE
_FACTOR_VERB = re.compile(
    rf"(?<!\w)(?P<stem>{alternation(stem for stem, row in CHANGE_WORDS.items() if row['factor'])})"
    rf"(?:{alternation(words('ending of a verb in er'))})(?!\w)",
    _I,
)


def stated_changes(quantities: pd.DataFrame, compared: pd.DataFrame, document: ReleaseDoc) -> pd.DataFrame:
    """Changes that a release states beside two numbers, checked against the change between these.

    *en hausse de 80 %*, *soit 49 % d'augmentation*, *réduit de moitié*, *a doublé*, *multiplié par trois*, *perd deux
    points*, each held against the numbers that the same sentence, or the one next to it, compares.

    Args:
        quantities: the table of ``quantities.quantities``.
        compared: the table of ``comparisons``; pairs of changes (*+ 3 %, contre + 2 %*) are no ground for another.
        document: the release with its parse.

    Returns:
        One row a stated change that has a comparison beside it. ``start``, ``end``, ``text``: the words that
        state it; ``unit``: %, or point for a difference of two shares; ``stated`` with ``stated_low`` and
        ``stated_high``, what its rounding or its words (*plus de*) leave; ``pair``: row of the comparison;
        ``computed…``: the change of the pair with its interval, in the same unit; ``verdict``: agrees, differs,
        opposite direction, points taken for per cent, or can't be told; ``sentence``: how it was reached.
    """
    text, plain = document.release.text, document.plain
    rows = []
    sentence_of = _sentence_finder(document)
    pairs = [(sentence_of(pair["start"]), n, pair) for n, pair in _grounds(quantities, compared, plain)]
    for change in _stated(quantities, compared, plain) if pairs else ():
        here = sentence_of(change.start)
        near = [
            (abs(s - here), abs(pair["start"] - change.start), n, pair)
            for s, n, pair in pairs
            if abs(s - here) <= 1 and (change.unit == "%" or pair["unit"] == "%")
        ]
        if not near:
            continue
        apart, _, number, pair = min(near, key=lambda found: found[:3])
        if apart and ("\n\n" in plain[min(change.start, pair["start"]) : max(change.end, pair["end"])]):
            continue
        row = {"start": change.start, "end": change.end, "text": text[change.start : change.end], "pair": number}
        row |= {"unit": change.unit, "stated": change.by, "stated_low": change.low, "stated_high": change.high}
        held = _held_in_points(change, pair) if change.unit == "point" else _held(change, pair)
        if held["verdict"] == "agrees" or not _is_of_another(change, pair):
            rows.append(row | held)
    frame = pd.DataFrame(rows, columns=STATED_COLUMNS, dtype=object)
    numbers = [column for column in STATED_COLUMNS if column.startswith(("stated", "computed"))]
    return frame.astype(dict.fromkeys(numbers, float) | dict.fromkeys(["start", "end", "pair"], int))


def _grounds(quantities: pd.DataFrame, compared: pd.DataFrame, plain: str) -> Iterator[tuple[int, Mapping]]:
    """The comparisons of two amounts, each with its row; a comparison of two changes tells nothing of a third."""
    changes = {row["start"] for row in quantities.to_dict("records") if is_change(row, plain)}
    for number, pair in enumerate(compared.to_dict("records")):
        if not {pair["new_start"], pair["old_start"]} & changes:
            yield number, pair


def _sentence_finder(document: ReleaseDoc) -> Callable[[int], int]:
    starts = [span.start_char for span in document.sentences]
    return lambda position: bisect.bisect_right(starts, position) - 1


@dataclass(frozen=True)
class _Change:
    """A change as it is stated: where, by how much, and the least and the most that its words allow."""

    start: int
    end: int
    unit: str  # % or point
    by: float
    low: float
    high: float
    of: str | None = None  # what has changed, where its own words tell


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def _is_of_another(change: _Change, pair: Mapping) -> bool:
    """*120 vols, contre 90, et une baisse de 4 % des feux*: what has changed shares no word with what is compared."""
    if change.of is None or pair["of"] is None:
        return False
    one, other = ({fold(w).rstrip("sx") for w in _LONG_WORD.findall(words)} for words in (change.of, pair["of"]))
    return not one & other


def _stated(quantities: pd.DataFrame, compared: pd.DataFrame, plain: str) -> Iterator[_Change]:
    """Each change that is told as such, by a number or by a verb alone."""
    paired = {start for column in ("new_start", "old_start") for start in compared[column]}
    for number in quantities.to_dict("records"):
        if number["start"] not in paired:
            stated = _by_factor(number, plain) or _by_amount(number, plain)
            if stated:
                yield stated
    for match in _FACTOR_VERB.finditer(plain):
        factor = float(CHANGE_WORDS[match["stem"].lower()]["factor"])
        # A word is no measurement: doubled is told of anything near it.
        yield _Change(*match.span(), "%", 100 * (factor - 1), 100 * (0.93 * factor - 1), 100 * (1.07 * factor - 1))


def _by_factor(number: Mapping, plain: str) -> _Change | None:
    """*multiplié par trois*, *divisé par près de deux*."""
    value, half = number["value"], number["precision"]
    word = factor_ahead(number, plain)
    if not word or number["unit"] is not None or value <= 0:
        return None
    half = 0.5 if math.isnan(half) else half
    ends = [value - half, value, value + half]
    if not _is_rise(word):
        ends = [1 / v if v > 0 else math.inf for v in reversed(ends)]
    low, stated, high = (100 * (v - 1) for v in ends)
    return _Change(word.start(), number["end"], "%", stated, low, high)


def _by_amount(number: Mapping, plain: str) -> _Change | None:
    """*en hausse de 80 %*, *49 % d'augmentation*, *réduit d'un tiers*, *+ 3 %*, *recule de deux points*."""
    start, end, value, half = number["start"], number["end"], number["value"], number["precision"]
    is_share = number["unit"] is None and math.isnan(half) and 0 < value < 1
    ahead, behind = words_of_change(number, plain)
    is_signed = plain[start] in SIGNS
    if (number["unit"] not in ("%", "point") and not is_share) or not (ahead or behind or is_signed):
        return None
    if is_share:
        value, half = 100 * value, 2.0
    way = 1 if is_signed or _is_rise(ahead or behind) else -1
    low, high = _left_open(way, value, half, number["approximation"])
    unit = "point" if number["unit"] == "point" else "%"
    first = ahead.start() if ahead else start
    own = number["of"] if number["of"] is not None and number["of_start"] > start else None
    return _Change(first, end if ahead or not behind else behind.end(), unit, way * value, low, high, own)


def _is_rise(word: re.Match[str]) -> bool:
    stem = word.groupdict().get("comparative") or word["stem"]
    return CHANGE_WORDS[stem.lower()]["direction"] == "up"


def _left_open(way: int, value: float, half: float, approximation: str) -> tuple[float, float]:
    """The least and the most that a stated change can be, by its rounding or its words (*plus de*)."""
    low, high = sorted((way * (value - half), way * (value + half)))
    if approximation in ("more than", "at least"):
        return (low, math.inf) if way * value > 0 else (-100.0, high)
    if approximation in ("less than", "at most"):
        low, high = sorted((0.0, way * (value + half)))
    elif approximation == "about":
        low, high = low - 0.1 * abs(value), high + 0.1 * abs(value)
    return low, high


def _held_in_points(change: _Change, pair: Mapping) -> dict[str, object]:
    """What two shares say to a stated difference: *de 12 % à 9 %, soit trois points de moins*."""
    difference = round(pair["difference"], 10)
    least, most = sorted((pair["new_low"] - pair["old_high"], pair["new_high"] - pair["old_low"]))
    if math.isnan(least):
        least = most = difference
    row: dict[str, object] = {"computed": difference, "computed_low": least, "computed_high": most}
    tale = translate("From {old} to {new} is {points} points", **_ends(pair), points=_signed(difference))
    return row | _verdict(change, tale, "", difference, (least, most))


def _held(change: _Change, pair: Mapping) -> dict[str, object]:
    """What the two numbers of a comparison say to a stated change."""
    stated, low, high = change.by, change.low, change.high
    computed, least, most = pair["growth_percent"], pair["growth_low"], pair["growth_high"]
    least, most = (
        (computed, computed) if math.isnan(least) else (min(least, pair["cut_low"]), max(most, pair["cut_high"]))
    )
    row: dict[str, object] = {"computed": computed, "computed_low": least, "computed_high": most}
    if math.isnan(computed):
        told = translate("From {old} to {new} no growth can be computed.", **_ends(pair))
        return row | {"verdict": "can't be told", "sentence": told}
    tale = translate("From {old} to {new} is {growth} %", **_ends(pair), growth=localised(f"{computed:+.1f}"))
    bounds = [f"{end:+.1f}" for end in (least, most)]
    if bounds[0] != bounds[1]:
        low_end, high_end = map(localised, bounds)
        tale = translate(
            "{tale}, between {low} % and {high} % as the digits allow", tale=tale, low=low_end, high=high_end
        )
    if not (low <= most and least <= high) and pair["unit"] == "%" and low <= pair["difference"] <= high:
        told = translate(
            "{tale}: the stated {stated} % is the difference of {points} points, not the growth.",
            tale=tale, stated=_signed(stated), points=_signed(pair["difference"]),
        )  # fmt: skip
        return row | {"verdict": "points taken for per cent", "sentence": told}
    return row | _verdict(change, tale, " %", computed, (least, most))


def _ends(pair: Mapping) -> dict[str, str]:
    return {"old": pair["old_text"], "new": pair["new_text"]}


def _signed(number: float) -> str:
    return localised(f"{number:+.3g}")


def _verdict(change: _Change, tale: str, unit: str, computed: float, bounds: tuple[float, float]) -> dict[str, object]:
    """What numbers that leave a change within bounds say to the stated one."""
    stated = f"{_signed(change.by)}{unit}"
    if change.low <= bounds[1] and bounds[0] <= change.high:
        verdict, told = "agrees", translate("{tale}: the stated {stated} agrees.", tale=tale, stated=stated)
    elif change.by * computed < 0:
        verdict = "opposite direction"
        told = translate("{tale}: the stated {stated} goes the other way.", tale=tale, stated=stated)
    else:
        verdict, told = "differs", translate("{tale}: the stated {stated} lies outside.", tale=tale, stated=stated)
    return {"verdict": verdict, "sentence": told}
