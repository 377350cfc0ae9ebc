"""Quantities → claims: what is compared with what, by how much, and whether a published series agrees.

Rounding is taken at its word: *7,4 millions* stands for anything from 7.35 to 7.45 million, and a
growth computed from two such numbers is an interval, not a number (Moore 1966, Interval Analysis).
"""

import csv
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pandas as pd
from spacy.tokens import Doc

from helpers import lexicon
from helpers.amounts import comparison_marker
from helpers.french import sentence_bounds
from helpers.release import Release
from helpers.typography import reading_copy


class ClaimError(ValueError):
    """A reference table that can't be used: one line that names the file, the fault and the cure."""


# --- comparisons -------------------------------------------------------------------------------

_NUMBER = ("text", "start", "end", "value", "low", "high", "period")
COMPARISON_COLUMNS = [
    "start", "end", "text", "marker", "marker_start", "marker_end", "of", "unit",
    *(f"new_{name}" for name in _NUMBER), *(f"old_{name}" for name in _NUMBER),
    "difference", "ratio", "growth_percent", "growth_low", "growth_high",
]  # fmt: skip


def comparisons(quantities: pd.DataFrame, doc: Doc, release: Release) -> pd.DataFrame:
    """Pairs of numbers that a sentence compares.

    Args:
        quantities: the table of ``quantities.quantities``.
        doc: the release as ``french.parse`` gives it.
        release: the release itself.

    Returns:
        One row a pair. ``start``, ``end``, ``text``: from the first number to the second (with its
        period); ``marker``, ``marker_start``, ``marker_end``: the words that compare
        (``lexicon/comparisons.csv``); ``of``, ``unit``: what both count. ``new_…`` is the number that is
        compared, ``old_…`` the one that it is compared with: ``text``, ``start``, ``end``, ``value``,
        ``low`` and ``high`` (what rounding leaves), ``period``. ``difference`` in units of the values,
        ``ratio`` new / old, ``growth_percent`` the growth as printed, ``growth_low`` and
        ``growth_high`` the least and the greatest growth in per cent that the printed digits allow.
        NaN where the old number is nought or has no printed digit.
    """
    plain = reading_copy(release.text)
    rows = []
    for first, second in pairwise(quantities.sort_values("start").to_dict("records")):
        if first["sentence"] != second["sentence"] or first["unit"] != second["unit"]:
            continue
        marker, is_rise = _marker(first, second, doc, plain)
        if marker:
            new, old = (second, first) if is_rise else (first, second)
            rows.append(_comparison(first, second, new, old, marker, release))
    frame = pd.DataFrame(rows, columns=COMPARISON_COLUMNS, dtype=object)
    numeric = ["difference", "ratio", "growth_percent", "growth_low", "growth_high"]
    numeric += [f"{side}_{name}" for side in ("new", "old") for name in ("value", "low", "high")]
    whole = ["start", "end", "marker_start", "marker_end", "new_start", "new_end", "old_start", "old_end"]
    return frame.astype(dict.fromkeys(numeric, float) | dict.fromkeys(whole, int))


@cache
def _moves() -> frozenset[str]:
    return frozenset(r["form"] for r in lexicon.rows("comparisons") if r["kind"] == "from_to")


def _marker(first: Mapping, second: Mapping, doc: Doc, plain: str) -> tuple[tuple[int, int] | None, bool]:
    """The span of the words that compare two numbers, and whether the second is the later one."""
    between = plain[first["end"] : second["start"]]
    against = comparison_marker(between)
    if against:
        return (first["end"] + against[0], first["end"] + against[1]), False
    if re.search(r"(?<!\w)(?:à|a) (?:[\w']{1,15} ){0,3}\Z", between) and "," not in between:
        opening = plain[max(0, first["start"] - 20) : first["start"]]
        if re.search(r"(?<!\w)d(?:e |')(?:[\w']{1,15} ){0,2}\Z", opening):
            for token in _before(doc, first["start"]):
                if token.lemma_ in _moves() and token.pos_ in ("VERB", "AUX"):
                    return (token.idx, token.idx + len(token)), True
    return None, False


def _before(doc: Doc, position: int) -> Iterator:
    """The last tokens of the sentence before a position, nearest first."""
    span = doc.char_span(position, position + 1, alignment_mode="expand")
    if span is None:
        return
    first = span[0]
    for index in range(first.i - 1, max(sentence_bounds(first)[0], first.i - 12) - 1, -1):
        yield doc[index]


def _comparison(first: Mapping, second: Mapping, new: Mapping, old: Mapping, marker: tuple[int, int], release: Release):
    stop = second["end"]
    if not pd.isna(second["period_end"]) and stop <= second["period_end"] < stop + 40:
        stop = int(second["period_end"])
    a, b = new["value"], old["value"]
    low, high = growth_interval(a, new["precision"], b, old["precision"])
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
    }
    for side, number in (("new", new), ("old", old)):
        row |= {f"{side}_{name}": number[name] for name in ("text", "start", "end", "value", "period")}
        row |= {
            f"{side}_low": number["value"] - number["precision"],
            f"{side}_high": number["value"] + number["precision"],
        }
    return row


def growth_interval(new: float, new_half: float, old: float, old_half: float) -> tuple[float, float]:
    """Least and greatest growth in per cent that two rounded numbers allow.

    Args:
        new, old: the numbers as printed.
        new_half, old_half: half a unit of their last printed digit.

    Returns:
        (new − half) / (old + half) − 1 and (new + half) / (old − half) − 1, in per cent; NaN where the
        old number could be nought or less, or a half-unit is unknown.
    """
    if math.isnan(new_half) or math.isnan(old_half) or old - old_half <= 0 or new - new_half < 0:
        return math.nan, math.nan
    return 100 * ((new - new_half) / (old + old_half) - 1), 100 * ((new + new_half) / (old - old_half) - 1)


# --- published series --------------------------------------------------------------------------


def load_series(path: str | Path) -> pd.DataFrame:
    """A published series, one row a year, checked.

    Args:
        path: a CSV file in UTF-8 with a header: ``year``, columns of numbers (blank where nothing was
            published), and columns whose names end in ``source`` that say where each was read.

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
    if name.endswith("source"):
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

    ``agrees``: *rounded* (to the nearest printed digit), *cut* (digits left off) or *differs*;
    ``difference_percent``: printed against exact; ``sentence``: how the verdict was reached.
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
        tale = f"{_whole(exact)} rounds to {figure(value, step)}, as the release prints."
        return Verdict("rounded", difference, tale)
    tale = f"{_whole(exact)} rounds to {figure(nearest, step)}; the release prints {figure(value, step, of=nearest)}"
    if 0 <= math.copysign(1, exact) * (exact - value) < step - slack:
        return Verdict("cut", difference, f"{tale}: cut, not rounded.")
    more = "more" if difference > 0 else "less"
    return Verdict("differs", difference, f"{tale}: {abs(difference):.3g} % {more}.")


def check_series(quantities: pd.DataFrame, series: pd.DataFrame, column: str) -> pd.DataFrame:
    """One verdict for each plain count whose period is a year of a published series.

    Args:
        quantities: the table of ``quantities.quantities``.
        series: the table of ``load_series``.
        column: which column of the series, say ``reports``.

    Returns:
        ``start``, ``end``, ``text``, ``value``, ``period`` of the number; ``year``, ``published`` (the
        series' number), ``agrees``, ``difference_percent``, ``sentence`` (see ``Verdict``) and
        ``published_source`` where the series has a column ``COLUMN_source``.

    Raises:
        ClaimError: the series has no such column.
    """
    if column not in series:
        raise ClaimError(f"the series has no column {column!r}; it has {', '.join(series.columns)}")
    published = series.dropna(subset=[column]).set_index("year")
    rows = []
    for number in quantities.to_dict("records"):
        period = number["period"]
        if number["unit"] is not None or not isinstance(period, str) or not re.fullmatch(r"[0-9]{4}", period):
            continue
        if int(period) not in published.index:
            continue
        found = published.loc[int(period)]
        verdict = check(number["value"], number["precision"], found[column])
        rows.append(
            {name: number[name] for name in ("start", "end", "text", "value", "period")}
            | {"year": int(period), "published": found[column], "agrees": verdict.agrees}
            | {"difference_percent": verdict.difference_percent, "sentence": verdict.sentence}
            | {"published_source": found.get(f"{column}_source")}
        )
    columns = ["start", "end", "text", "value", "period", "year", "published", "agrees", "difference_percent"]
    return pd.DataFrame(rows, columns=[*columns, "sentence", "published_source"])


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
