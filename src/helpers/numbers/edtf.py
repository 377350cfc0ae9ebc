"""Words of dates → notation: EDTF (Library of Congress, 2019; ISO 8601-2): 2018, 2018-05, 2014/2018, 2017/.., 198X.

Quarters, half-years and seasons, for which EDTF has code numbers, are 2015-Q2, 2015-S1 and 2015-summer to be read at
sight, a winter by the year in which it begins; weeks are those of ISO 8601, 2019-W40.
"""

import datetime
import re
from dataclasses import dataclass
from functools import cache

from helpers.lexicon import rows
from helpers.lexicon.words import alternation
from helpers.numbers.times import MONTHS, YEAR, period_contexts

_I = re.IGNORECASE
_ISO = re.compile(r"[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?")
_NUMERIC = re.compile(r"([0-3]?[0-9])[./-]([01]?[0-9])[./-]([12][0-9]{3}|[0-9]{2})")
_NAMED = re.compile(rf"(?<!\w)(?:{alternation(MONTHS)})(?!\w)", re.IGNORECASE)
_YEARS = re.compile(rf"(?<![0-9]){YEAR}(?![0-9])")
_DAYS = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_SHORT_END = re.compile(r"[-–/] ?([0-9]{2})$")
_DECADE = alternation(period_contexts("ten years"))
_LONG_DECADE = re.compile(rf"(?:{_DECADE}) ", _I)
_SHORT_DECADE = re.compile(rf"(?:{_DECADE}) ([1-9])0$", _I)


@dataclass(frozen=True)
class Anchor:
    """What a date without a year is counted from: a day, and on which side (-1 before, 1 behind, 0 nearest)."""

    date: datetime.date
    way: int = -1


def in_notation(text: str, anchor: Anchor | None) -> str | None:
    """*15 mai 2019* → 2019-05-15, *mai 2019* → 2019-05, *2014 à 2018* → 2014/2018; None for what is no date.

    Args:
        text: the words of a date or year.
        anchor: the date of the release and the side on which a day or month without a year lies.
    """
    if _ISO.fullmatch(text):
        return text
    years = _YEARS.findall(text)
    month = _month(text.lower())
    if month:
        return _in_month(text, month, years, anchor)
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return _day(full_year(numeric[3], anchor), int(numeric[2]), int(numeric[1]))
    if len(years) > 1:
        return f"{years[0]}/{years[-1]}"
    if years:
        return _in_year(text, years[0])
    if _TWO_DIGITS.fullmatch(text) and int(text) > _LAST_DAY:
        return str(full_year(text, anchor))
    return _bare_day(text, anchor) or _in_decade(text)


_LAST_DAY = 31
_TWO_DIGITS = re.compile(r"[0-9]{2}")
_AHEAD = 20  # years for which two digits may look ahead: 2030 is 30, 98 is 1998


def full_year(digits: str, anchor: Anchor | None) -> int:
    """*98* → 1998, *21* → 2021: the last such year that is not far ahead of the release (or of 2020)."""
    if len(digits) > 2:
        return int(digits)
    last = (anchor.date.year if anchor else 2010) + _AHEAD
    year = last - last % 100 + int(digits)
    return year if year <= last else year - 100


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _bare_day(text: str, anchor: Anchor | None) -> str | None:
    """*jeudi 12*: a day of the month of the release, or of the one beside it."""
    days = _DAYS.findall(text)
    if anchor is None or len(days) != 1 or _YEARS.search(text):
        return None
    month = anchor.date.year * 12 + anchor.date.month - 1
    found = [d for m in (month - 1, month, month + 1) if (d := _day(m // 12, m % 12 + 1, int(days[0])))]
    return nearest(found, anchor)


def nearest(found: list[str], anchor: Anchor) -> str | None:
    """Of some days or months the one nearest to a date on the side that is asked for."""
    told = []
    for value in found:
        is_month = len(value) == len("2019-05")
        # A month lies on both sides of the days in it.
        day = datetime.date.fromisoformat(f"{value}-15" if is_month else value)
        away = 0 if is_month and value == anchor.date.isoformat()[:7] else (day - anchor.date).days
        if anchor.way * away >= 0:
            told.append((abs(away), value))
    return min(told)[1] if told else None


def _month(lowered: str) -> int | None:
    """The month that a text names; of several the one whose form is longest."""
    return next((MONTHS[form] for form, pattern in _month_patterns() if pattern.search(lowered)), None)


@cache
def _month_patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(form, re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")) for form in sorted(MONTHS, key=lambda f: -len(f))]


def _in_month(text: str, month: int, years: list[str], anchor: Anchor | None) -> str | None:
    """*15 mai 2019*, *3-5 mai*, *mai 68*; a day or month without a year lies where the anchor has it."""
    name = next(m for m in _NAMED.finditer(text) if MONTHS[m.group().lower()] == month)
    days = [int(d) for d in _DAYS.findall(text[: name.start()])]
    short = _DAYS.search(text, name.end())
    if short and not years:
        years = [str(full_year(short.group(), anchor))]
    if not years and anchor is None:
        return None
    candidates = [int(years[-1])] if years else [anchor.date.year + n for n in (-1, 0, 1)]
    found = [_day(y, month, days[-1]) if days else f"{y}-{month:02}" for y in candidates]
    found = [value for value in found if value]
    value = (found or [None])[0] if years else nearest(found, anchor)
    if value is None or len(days) < 2:
        return value
    first = _day(int(value[:4]), month, days[0])
    return f"{first}/{value}" if first else None


def _in_year(text: str, year: str) -> str:
    """*2014-18*, *années 2010*, *2014*."""
    if short := _SHORT_END.search(text):
        return f"{year}/{year[:2]}{short[1]}"
    return f"{year[:3]}X" if _LONG_DECADE.search(text) and year.endswith("0") else year


def _in_decade(text: str) -> str | None:
    """*années 80*."""
    decade = _SHORT_DECADE.search(text)
    return f"19{decade[1]}X" if decade else None


def shifted(base: datetime.date, grain: str, offset: int) -> str:
    """The day, week, month, quarter, semester or year that lies some of its kind after that of a date."""
    if grain == "year":
        return str(base.year + offset)
    if grain == "school year":  # from August on
        first = base.year + offset - (base.month < 8)
        return f"{first}/{first + 1}"
    if grain == "month":
        return month_of_count(base.year * 12 + base.month - 1 + offset)
    if grain == "quarter":
        quarters = base.year * 4 + (base.month - 1) // 3 + offset
        return f"{quarters // 4}-Q{quarters % 4 + 1}"
    if grain == "semester":
        halves = base.year * 2 + (base.month - 1) // 6 + offset
        return f"{halves // 2}-S{halves % 2 + 1}"
    if grain == "week":
        week = (base + datetime.timedelta(weeks=offset)).isocalendar()
        return f"{week.year}-W{week.week:02}"
    return (base + datetime.timedelta(days=offset)).isoformat()


def month_of_count(months: int) -> str:
    """A month told by how many have gone by since the year nought: 2019-05."""
    return f"{months // 12}-{months % 12 + 1:02}"


_PARTS = {
    **{f"Q{n}": (3 * n - 2, 3) for n in range(1, 5)},
    **{f"S{n}": (6 * n - 5, 6) for n in (1, 2)},
    **{row["season"]: (int(row["month"]), 3) for row in rows("seasons")},
    **{f"{n:02}": (n, 1) for n in range(1, 13)},
}  # first month and how many
_NOTATION = re.compile(
    r"(?P<year>[0-9]{3}X|[0-9]{2}XX|[0-9]{4})(?:-(?:W(?P<week>[0-9]{2})|(?P<part>[^-]+)(?:-(?P<day>[0-9]{2}))?))?"
)


def bounds(value: str) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of a period in this notation: 2015-Q2 → 1 April to 30 June 2015.

    None for what is open on a side (2015/..), is no notation (*hier*) or names a day that does not exist.
    """
    first, _, last = value.partition("/")
    ends = [_first_and_last(end) for end in (first, last or first)]
    return (ends[0][0], ends[1][1]) if all(ends) else None


def _first_and_last(value: str) -> tuple[datetime.date, datetime.date] | None:
    match = _NOTATION.fullmatch(value)
    if match is None or (match["part"] and match["part"] not in _PARTS):
        return None
    first, last = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    try:
        if match["day"]:
            day = datetime.date.fromisoformat(value)
            return day, day
        if match["week"]:
            monday = datetime.date.fromisocalendar(first, int(match["week"]), 1)
            return monday, monday + datetime.timedelta(days=6)
        month, months = _PARTS.get(match["part"], (1, 12))
        behind = last * 12 + month - 1 + months
        after = datetime.date(behind // 12, behind % 12 + 1, 1)
        return datetime.date(first, month, 1), after - datetime.timedelta(days=1)
    except ValueError:
        return None
