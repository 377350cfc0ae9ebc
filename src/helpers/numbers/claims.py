"""Quantities → claims: what is compared with what, by how much, and whether a published series agrees.

Rounding is taken at its word: *7,4 millions* stands for anything from 7.35 to 7.45 million, and a
growth computed from two such numbers is an interval, not a number (Moore 1966, Interval Analysis). If the
digits behind were cut off instead, it stands for anything from 7.4 to 7.5 million: that interval stands beside.
"""

import bisect
import csv
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pandas as pd

from helpers import lexicon
from helpers.french.document import ReleaseDoc
from helpers.numbers.amounts import comparison_marker, is_range_link
from helpers.release.release import Release
from helpers.text.faults import Fault
from helpers.text.typography import fold, reading_copy


class ClaimError(Fault):
    """A reference table that can't be used: one line that names the file, the fault and the cure."""


# --- comparisons -------------------------------------------------------------------------------

_NUMBER = ("text", "start", "end", "value", "low", "high", "period")
COMPARISON_COLUMNS = [
    "start", "end", "text", "marker", "marker_start", "marker_end", "of", "unit",
    *(f"new_{name}" for name in _NUMBER), *(f"old_{name}" for name in _NUMBER),
    "difference", "ratio", "growth_percent", "growth_low", "growth_high", "cut_low", "cut_high",
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
            rows.append(_comparison(first, second, new, old, marker, release))
    frame = pd.DataFrame(rows, columns=COMPARISON_COLUMNS, dtype=object)
    numeric = ["difference", "ratio", "growth_percent", "growth_low", "growth_high", "cut_low", "cut_high"]
    numeric += [f"{side}_{name}" for side in ("new", "old") for name in ("value", "low", "high")]
    whole = ["start", "end", "marker_start", "marker_end", "new_start", "new_end", "old_start", "old_end"]
    return frame.astype(dict.fromkeys(numeric, float) | dict.fromkeys(whole, int))


@cache
def _moves() -> frozenset[str]:
    return frozenset(r["form"] for r in lexicon.rows("comparisons") if r["kind"] == "from_to")


def _marker(first: Mapping, second: Mapping, document: ReleaseDoc, plain: str) -> tuple[tuple[int, int] | None, bool]:
    """The span of the words that compare two numbers, and whether the second is the later one."""
    between = plain[first["end"] : second["start"]]
    against = comparison_marker(between)
    if against:
        return (first["end"] + against[0], first["end"] + against[1]), False
    if re.search(r"(?<!\w)(?:à|a) (?:[\w']{1,15} ){0,3}\Z", between) and "," not in between:
        opening = plain[max(0, first["start"] - 20) : first["start"]]
        if re.search(r"(?<!\w)d(?:e |')(?:[\w']{1,15} ){0,2}\Z", opening):
            for token in _before(document, first["start"]):
                if token.lemma_ in _moves() and token.pos_ in ("VERB", "AUX"):
                    return (token.idx, token.idx + len(token)), True
    return None, False


def _before(document: ReleaseDoc, position: int) -> Iterator:
    """The last tokens of the sentence before a position, nearest first."""
    doc = document.doc
    span = doc.char_span(position, position + 1, alignment_mode="expand")
    if span is None:
        return
    first = span[0]
    for index in range(first.i - 1, max(document.sentence(first.i)[0], first.i - 12) - 1, -1):
        yield doc[index]


def _comparison(first: Mapping, second: Mapping, new: Mapping, old: Mapping, marker: tuple[int, int], release: Release):
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
    for side, number in (("new", new), ("old", old)):
        row |= {f"{side}_{name}": number[name] for name in ("text", "start", "end", "value", "period")}
        row |= {
            f"{side}_low": number["value"] - number["precision"],
            f"{side}_high": number["value"] + number["precision"],
        }
    return row


def growth_interval(
    new: float, new_half: float, old: float, old_half: float, *, cut: bool = False
) -> tuple[float, float]:
    """Least and greatest growth in per cent that two printed numbers allow.

    Args:
        new, old: the numbers as printed.
        new_half, old_half: half a unit of their last printed digit.
        cut: the digits behind were left off: a number lies between itself and one unit more. Else it was
            rounded, and lies half a unit on either side.

    Returns:
        The lower end of the new number over the upper end of the old one, less one, and the other way
        round, in per cent; NaN where the old number could be nought or less, or a half-unit is unknown.
    """
    if math.isnan(new_half) or math.isnan(old_half):
        return math.nan, math.nan
    below, above = (0, 2) if cut else (1, 1)
    new_low, new_high = new - below * new_half, new + above * new_half
    old_low, old_high = old - below * old_half, old + above * old_half
    if old_low <= 0 or new_low < 0:
        return math.nan, math.nan
    return 100 * (new_low / old_high - 1), 100 * (new_high / old_low - 1)


# --- stated changes ----------------------------------------------------------------------------

STATED_COLUMNS = [
    "start", "end", "text", "stated_percent", "stated_low", "stated_high", "pair",
    "computed_percent", "computed_low", "computed_high", "verdict", "sentence",
]  # fmt: skip

_I = re.IGNORECASE
_STEMS = {row["stem"]: row for row in lexicon.rows("change_words")}
_STEM = "|".join(re.escape(stem) for stem in sorted(_STEMS, key=lambda s: (-len(s), s)))
_SOFT = r"(?:(?:près|plus|moins|environ|presque|quelque|au moins|pas moins|à peine|exactement) ?(?:de |d'|des )?){0,2}"
_CHANGED = re.compile(
    rf"(?<!\w)(?P<stem>{_STEM})[^\W\d_]{{0,8}}(?: [^\W\d_]{{2,20}}ment)?(?: [^\W\d_]{{2,15}})?,?"
    rf" (?:de |d'|du )?{_SOFT}\Z",
    _I,
)
_CHANGE_BEHIND = re.compile(
    rf" ?(?:de |d')(?:(?P<more>plus)|(?P<less>moins)|(?P<stem>{_STEM})[^\W\d_]{{0,8}})(?!\w)", _I
)
_TIMES = re.compile(r"(?<!\w)(?P<way>multipli|divis)[^\W\d_]{1,6} par (?:près de |plus de |environ )?\Z", _I)
_FACTOR = re.compile(
    rf"(?<!\w)(?:{'|'.join(stem for stem, row in _STEMS.items() if row['factor'])})"
    r"(?:é|ée|és|ées|e|ent|er|era|eront|ait|aient|ement)(?!\w)",
    _I,
)


def stated_changes(quantities: pd.DataFrame, compared: pd.DataFrame, document: ReleaseDoc) -> pd.DataFrame:
    """Changes that a release states beside two numbers, checked against the change between these.

    *en hausse de 80 %*, *soit 49 % d'augmentation*, *réduit de moitié*, *a doublé*, *multiplié par trois*, each held
    against the numbers that the same sentence, or the one next to it, compares.

    Args:
        quantities: the table of ``quantities.quantities``.
        compared: the table of ``comparisons``.
        document: the release with its parse.

    Returns:
        One row a stated change that has a comparison beside it. ``start``, ``end``, ``text``: the words that
        state it; ``stated_percent`` with ``stated_low`` and ``stated_high``, what its rounding or its words
        (*plus de*) leave; ``pair``: row of the comparison; ``computed_…``: the growth of the pair with its
        interval; ``verdict``: agrees, differs, opposite direction, or points taken for per cent;
        ``sentence``: how it was reached.
    """
    text, plain = document.release.text, document.plain
    rows = []
    sentence_of = _sentence_finder(document)
    pairs = [(sentence_of(pair["start"]), number, pair) for number, pair in enumerate(compared.to_dict("records"))]
    for start, end, stated, low, high in _stated(quantities, compared, plain) if pairs else ():
        here = sentence_of(start)
        near = [(abs(s - here), abs(pair["start"] - start), n, pair) for s, n, pair in pairs if abs(s - here) <= 1]
        if not near:
            continue
        apart, _, number, pair = min(near, key=lambda found: found[:3])
        if apart and ("\n\n" in plain[min(start, pair["start"]) : max(end, pair["end"])]):
            continue
        row = {"start": start, "end": end, "text": text[start:end], "pair": number}
        row |= {"stated_percent": stated, "stated_low": low, "stated_high": high}
        rows.append(row | _held(stated, low, high, pair))
    frame = pd.DataFrame(rows, columns=STATED_COLUMNS, dtype=object)
    percents = [column for column in STATED_COLUMNS if column.startswith(("stated_", "computed_"))]
    return frame.astype(dict.fromkeys(percents, float) | dict.fromkeys(["start", "end", "pair"], int))


def _sentence_finder(document: ReleaseDoc) -> Callable[[int], int]:
    starts = [span.start_char for span in document.sentences]
    return lambda position: bisect.bisect_right(starts, position) - 1


def _stated(
    quantities: pd.DataFrame, compared: pd.DataFrame, plain: str
) -> Iterator[tuple[int, int, float, float, float]]:
    """Start, end and per cent of each change that is told as such, with what its words leave open."""
    paired = {start for column in ("new_start", "old_start") for start in compared[column]}
    for number in quantities.to_dict("records"):
        start, end = number["start"], number["end"]
        if start in paired:
            continue
        left = max(0, start - 70)
        ahead, behind = _CHANGED.search(plain, left, start), _CHANGE_BEHIND.match(plain, end, end + 30)
        times = _TIMES.search(plain, left, start)
        value, half = number["value"], number["precision"]
        if times and number["unit"] is None and value > 0:
            half = 0.5 if math.isnan(half) else half
            ends = [value - half, value, value + half]
            if times["way"].lower() == "divis":
                ends = [1 / v if v > 0 else math.inf for v in reversed(ends)]
            low, stated, high = (100 * (v - 1) for v in ends)
            yield times.start(), end, stated, low, high
            continue
        share = number["unit"] is None and math.isnan(half) and 0 < value < 1
        signed = plain[start] in "+-−–"
        word = ahead or behind
        if number["unit"] != "%" and not share or not (word or signed):
            continue
        if share:
            value, half = 100 * value, 2.0
        way = 1 if signed else _direction(word)
        low, high = sorted((way * (value - half), way * (value + half)))
        if number["approximation"] in ("more than", "at least"):
            low, high = (low, math.inf) if way * value > 0 else (-100.0, high)
        elif number["approximation"] in ("less than", "at most"):
            low, high = sorted((0.0, way * (value + half)))
        elif number["approximation"] == "about":
            low, high = low - 0.1 * abs(value), high + 0.1 * abs(value)
        yield (
            (ahead.start() if ahead else start),
            (behind.end() if behind and not ahead else end),
            way * value,
            low,
            high,
        )
    for match in _FACTOR.finditer(plain):
        factor = next(float(row["factor"]) for stem, row in _STEMS.items() if match.group().lower().startswith(stem))
        # A word is no measurement: doubled is told of anything near it.
        yield *match.span(), 100 * (factor - 1), 100 * (0.93 * factor - 1), 100 * (1.07 * factor - 1)


def _direction(word: re.Match[str]) -> int:
    found = word.groupdict()
    if found.get("more") or found.get("less"):
        return 1 if found.get("more") else -1
    return 1 if _STEMS[found["stem"].lower()]["direction"] == "up" else -1


def _held(stated: float, low: float, high: float, pair: Mapping) -> dict[str, object]:
    """What the two numbers of a comparison say to a stated change."""
    computed, least, most = pair["growth_percent"], pair["growth_low"], pair["growth_high"]
    least, most = (
        (computed, computed) if math.isnan(least) else (min(least, pair["cut_low"]), max(most, pair["cut_high"]))
    )
    row: dict[str, object] = {"computed_percent": computed, "computed_low": least, "computed_high": most}
    numbers = f"{pair['old_text']} to {pair['new_text']}"
    if math.isnan(computed):
        return row | {"verdict": "can't be told", "sentence": f"From {numbers} no growth can be computed."}
    tale = f"From {numbers} is {computed:+.1f} %"
    tale += f", between {least:+.1f} % and {most:+.1f} % as the digits allow" if most > least else ""
    if low <= most and least <= high:
        return row | {"verdict": "agrees", "sentence": f"{tale}: the stated {stated:+.3g} % agrees."}
    if pair["unit"] == "%" and low <= pair["difference"] <= high:
        points = f"{pair['difference']:+.3g} points"
        return row | {
            "verdict": "points taken for per cent",
            "sentence": f"{tale}: the stated {stated:+.3g} % is the difference of {points}, not the growth.",
        }
    if stated * computed < 0:
        return row | {
            "verdict": "opposite direction",
            "sentence": f"{tale}: the stated {stated:+.3g} % goes the other way.",
        }
    return row | {"verdict": "differs", "sentence": f"{tale}: the stated {stated:+.3g} % lies outside."}


# --- shares of a whole -------------------------------------------------------------------------

SHARE_COLUMNS = ["start", "end", "text", "shares", "total", "low", "high", "verdict", "sentence"]
_NO_PARTS = re.compile(r"\d|[:;.()«»\n]|(?<!\w)(?:contre|alors|tandis|comparativement|soit|mais)(?!\w)", _I)


def share_totals(quantities: pd.DataFrame, release: Release) -> pd.DataFrame:
    """Shares in per cent that one sentence lists, added up: parts of one whole can't make more than 100.

    Args:
        quantities: the table of ``quantities.quantities``.
        release: the release itself.

    Returns:
        One row a list of two or more shares. ``start``, ``end``, ``text``: from the first to the last; ``shares``:
        as printed; ``total`` with ``low`` and ``high``, what rounding leaves; ``verdict``: a whole, less than 100 %,
        more than 100 %; ``sentence``: how it was reached. Shares that are ends of a range, sides of a
        comparison or changes are left out.
    """
    plain = reading_copy(release.text)
    rows, group = [], []
    for number in [*quantities.sort_values("start").to_dict("records"), None]:
        if number is not None and _is_part(number, plain) and (not group or _goes_on(group[-1], number, plain)):
            group.append(number)
            continue
        if len(group) > 1:
            rows.append(_share_total(group, release))
        group = [number] if number is not None and _is_part(number, plain) else []
    frame = pd.DataFrame(rows, columns=SHARE_COLUMNS, dtype=object)
    return frame.astype({"start": int, "end": int, "total": float, "low": float, "high": float})


def _is_part(number: Mapping, plain: str) -> bool:
    if number["unit"] != "%" or not 0 < number["value"] <= 100 or number["approximation"] not in ("exact", "about"):
        return False
    left = max(0, number["start"] - 70)
    return not (
        _CHANGED.search(plain, left, number["start"])
        or _CHANGE_BEHIND.match(plain, number["end"], number["end"] + 30)
        or plain[number["start"]] in "+-−–"
    )


def _goes_on(before: Mapping, number: Mapping, plain: str) -> bool:
    """Whether a share goes on with the list of another: the same whole, the same time, nothing but words between."""
    between = plain[before["end"] : number["start"]]
    return (
        before["sentence"] == number["sentence"]
        and len(between) < 120
        and re.search(r",|(?<!\w)et(?!\w)", between) is not None
        and not _NO_PARTS.search(between)
        and not comparison_marker(between)
        and not is_range_link(between)
        and before["period"] == number["period"]
        and (number["of"] is None or before["of"] is None or number["of"] == before["of"])
    )


def _share_total(group: list[Mapping], release: Release) -> dict[str, object]:
    start, end = group[0]["start"], group[-1]["end"]
    total, slack = sum(n["value"] for n in group), sum(n["precision"] for n in group)
    shares = [n["text"] for n in group]
    tale = f"{' + '.join(shares)} = {total:.4g} %, between {total - slack:.4g} and {total + slack:.4g} as rounded"
    if total - slack > 100:
        verdict, rest = "more than 100 %", "they can't be parts of one whole: answers overlap, or a number is wrong."
    elif total + slack < 100:
        verdict, rest = "less than 100 %", "a part is left out."
    else:
        verdict, rest = "a whole", "together they make the whole."
    row = {"start": start, "end": end, "text": release.text[start:end], "shares": shares, "total": total}
    return row | {"low": total - slack, "high": total + slack, "verdict": verdict, "sentence": f"{tale}: {rest}"}


# --- published series --------------------------------------------------------------------------


def load_series(path: str | Path) -> pd.DataFrame:
    """A published series, one row a year, checked.

    Args:
        path: a CSV file in UTF-8 with a header: ``year``, columns of numbers (blank where nothing was
            published), columns whose names end in ``source`` that say where each was read, and columns whose names
            end in ``unit`` that say what is counted or in which unit of ``lexicon/units.csv``.

    Returns:
        The table sorted by ``year`` (int); numbers as float, NaN where blank; sources as text.

    Raises:
        ClaimError: missing, unreadable or empty file, no ``year``, a year twice, text for a number, a
            number below nought; one line names the file and the cure.
    """
    path = Path(path)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        raise ClaimError(f"{path.name}: no such file; check the path") from None
    except (OSError, UnicodeDecodeError) as error:
        fault = getattr(error, "strerror", None) or "not UTF-8 text"
        raise ClaimError(f"{path.name}: can't be read ({fault}); save it as CSV in UTF-8") from None
    cells = [row for row in csv.reader(lines) if any(cell.strip() for cell in row)]
    if len(cells) < 2:
        raise ClaimError(f"{path.name}: no rows; give a header and a row for each year")
    header = [cell.strip() for cell in cells[0]]
    if "year" not in header:
        raise ClaimError(f"{path.name}: no column 'year'; its header is {', '.join(header)}")
    rows = []
    for number, row in enumerate(cells[1:], 2):
        if len(row) != len(header):
            raise ClaimError(f"{path.name}: row {number} has {len(row)} cells, its header {len(header)}; mend it")
        rows.append({name: _cell(name, cell, path.name, number) for name, cell in zip(header, row, strict=True)})
    series = pd.DataFrame(rows)
    twice = series.loc[series["year"].duplicated(), "year"]
    if len(twice):
        raise ClaimError(f"{path.name}: the year {twice.iloc[0]} stands twice; keep one row")
    return series.sort_values("year", ignore_index=True)


def _cell(name: str, cell: str, file: str, row: int) -> object:
    cell = cell.strip()
    if name.endswith(("source", "unit")):
        return cell or None
    if name == "year":
        if not re.fullmatch(r"[0-9]{4}", cell):
            raise ClaimError(f"{file}: row {row}: the year is {cell!r}; write four digits")
        return int(cell)
    if not cell:
        return math.nan
    try:
        value = float(cell)
    except ValueError:
        raise ClaimError(f"{file}: row {row}: {name} is {cell!r}; write digits without spaces or commas") from None
    if not math.isfinite(value) or value < 0:
        raise ClaimError(f"{file}: row {row}: {name} is {cell!r}; a count can't be that")
    return value


# --- verdicts ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Verdict:
    """How a printed number stands to an exact one.

    ``agrees``: *rounded* (to the nearest printed digit), *cut* (digits left off), *rounded or cut* (both
    print the same), *differs* or *other unit*; ``difference_percent``: printed against exact;
    ``sentence``: how the verdict was reached.
    """

    agrees: str
    difference_percent: float
    sentence: str


def check(value: float, precision: float, exact: float) -> Verdict:
    """Whether a printed number agrees with an exact one.

    Args:
        value: the number as printed, with its multiplier.
        precision: half a unit of its last printed digit.
        exact: the published number.
    """
    step = 2 * precision
    if math.isnan(step) or step <= 0:
        # No digit is printed: only the same number agrees.
        step = math.ulp(max(abs(value), abs(exact), 1.0)) * 4
    difference = 100 * (value / exact - 1) if exact else (0.0 if value == exact else math.copysign(math.inf, value))
    # A little slack: 0.05 is no exact binary number, and a half may be rounded either way.
    slack = 8 * math.ulp(max(abs(value), abs(exact), step))
    nearest = math.floor(exact / step + 0.5) * step
    if abs(exact - value) <= step / 2 + slack:
        tale = f"{_whole(exact)} rounds to {figure(value, step)}, as the release prints"
        if abs(exact) - abs(value) > slack:
            return Verdict("rounded or cut", difference, f"{tale}; with the digits behind cut off it is the same.")
        return Verdict("rounded", difference, f"{tale}.")
    tale = f"{_whole(exact)} rounds to {figure(nearest, step)}; the release prints {figure(value, step, of=nearest)}"
    if 0 <= math.copysign(1, exact) * (exact - value) < step - slack:
        return Verdict("cut", difference, f"{tale}: cut, not rounded.")
    more = "more" if difference > 0 else "less"
    return Verdict("differs", difference, f"{tale}: {abs(difference):.3g} % {more}.")


def check_series(quantities: pd.DataFrame, series: pd.DataFrame, column: str, unit: str | None = None) -> pd.DataFrame:
    """One verdict for each number whose period is a year of a published series.

    Args:
        quantities: the table of ``quantities.quantities``.
        series: the table of ``load_series``.
        column: which column of the series, say ``reports``.
        unit: what the series counts (*signalements*) or the code of its unit (EUR, km); its column ``unit``
            or ``COLUMN_unit``, where there is one, says it for each year. Without it only plain counts are
            checked, and what they count is not.

    Returns:
        ``start``, ``end``, ``text``, ``value``, ``period`` of the number; ``year``, ``published`` (the
        series' number), ``agrees``, ``difference_percent``, ``sentence`` (see ``Verdict``);
        ``same_unit``: whether both count the same by their words, None where the series does not say;
        ``published_source`` where the series has a column ``COLUMN_source``. Where one is money, a share or
        a measure and the other is not, ``agrees`` is *other unit*.

    Raises:
        ClaimError: the series has no such column.
    """
    if column not in series:
        raise ClaimError(f"the series has no column {column!r}; it has {', '.join(series.columns)}")
    published = series.dropna(subset=[column]).set_index("year")
    rows = []
    for number in quantities.to_dict("records"):
        period = number["period"]
        if not isinstance(period, str) or not re.fullmatch(r"[0-9]{4}", period) or int(period) not in published.index:
            continue
        found = published.loc[int(period)]
        counted = found.get(f"{column}_unit") or found.get("unit") or unit
        if number["unit"] is not None and counted is None:
            continue
        verdict, same = _checked(number, found[column], counted)
        rows.append(
            {name: number[name] for name in ("start", "end", "text", "value", "period")}
            | {"year": int(period), "published": found[column], "agrees": verdict.agrees, "same_unit": same}
            | {"difference_percent": verdict.difference_percent, "sentence": verdict.sentence}
            | {"published_source": found.get(f"{column}_source", found.get("source"))}
        )
    columns = ["start", "end", "text", "value", "period", "year", "published", "agrees", "same_unit"]
    return pd.DataFrame(rows, columns=[*columns, "difference_percent", "sentence", "published_source"])


def _checked(number: Mapping, exact: float, counted: str | None) -> tuple[Verdict, bool | None]:
    """The verdict on a number, and whether it counts what the series counts."""
    if counted is None:
        return check(number["value"], number["precision"], exact), None
    code = counted if counted in {row["code"] for row in lexicon.rows("units")} else None
    if number["unit"] != code:
        ours, theirs = number["unit"] or number["of"] or "plain counts", counted
        tale = f"The release gives {ours}, the series {theirs}: not to be compared."
        return Verdict("other unit", math.nan, tale), False
    verdict = check(number["value"], number["precision"], exact)
    if code is not None or number["of"] is None:
        return verdict, True if code is not None else None
    said = {_stem(word) for word in re.findall(r"[^\W\d_]+", str(number["of"]))}
    same = any(_stem(word) in said for word in re.findall(r"[^\W\d_]+", counted))
    tale = "" if same else f" But the release counts “{number['of']}”, the series {counted}."
    return Verdict(verdict.agrees, verdict.difference_percent, verdict.sentence + tale), same


def _stem(word: str) -> str:
    return fold(word).rstrip("sx")


_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def figure(value: float, step: float, of: float | None = None) -> str:
    """A number in English with as many digits as its last unit warrants: *7.4 million*.

    Args:
        value: the number.
        step: one unit of the last digit to show.
        of: a number beside which this one stands; its scale is used, and not named again.
    """
    size = abs(of if of is not None else value)
    scale, name = next(((s, n) for s, n in _SCALES if size >= s and step >= s / 1e6), (1.0, ""))
    places = max(0, round(-math.log10(step / scale)))
    if places > 6:
        return _whole(value)
    return f"{value / scale:,.{places}f}" + (f" {name}" if name and of is None else "")


def _whole(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
