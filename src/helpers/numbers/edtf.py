"""Words of dates → notation: EDTF (Library of Congress, 2019; ISO 8601-2): 2018, 2018-05, 2014/2018, 2017/.., 198X.

Quarters and half-years, for which EDTF has code numbers, are 2015-Q2 and 2015-S1 to be read at sight; weeks are those
of ISO 8601, 2019-W40.
"""

import datetime
import re
from functools import cache

from helpers.lexicon.words import alternation
from helpers.numbers.times import MONTHS, YEAR, period_contexts

_I = re.IGNORECASE
_ISO = re.compile(r"[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?")
_NUMERIC = re.compile(r"([0-3]?[0-9])[./-]([01]?[0-9])[./-]([12][0-9]{3})")
_YEARS = re.compile(rf"(?<![0-9]){YEAR}(?![0-9])")
_DAYS = re.compile(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_SHORT_END = re.compile(r"[-–/] ?([0-9]{2})$")
_DECADE = alternation(period_contexts("ten years"))
_LONG_DECADE = re.compile(rf"(?:{_DECADE}) ", _I)
_SHORT_DECADE = re.compile(rf"(?:{_DECADE}) ([1-9])0$", _I)


def in_notation(text: str, base: datetime.date | None) -> str | None:
    """*15 mai 2019* → 2019-05-15, *mai 2019* → 2019-05, *2014 à 2018* → 2014/2018; None for what is no date.

    Args:
        text: the words of a date or year.
        base: the date of the release, for a month without a year: the last one before it.
    """
    if _ISO.fullmatch(text):
        return text
    years = _YEARS.findall(text)
    month = _month(text.lower())
    if month:
        return _in_month(text, month, years, base)
    numeric = _NUMERIC.fullmatch(text)
    if numeric:
        return f"{numeric[3]}-{int(numeric[2]):02}-{int(numeric[1]):02}"
    if len(years) > 1:
        return f"{years[0]}/{years[-1]}"
    return _in_year(text, years[0]) if years else _in_decade(text)


def _month(lowered: str) -> int | None:
    """The month that a text names; of several the one whose form is longest."""
    return next((MONTHS[form] for form, pattern in _month_patterns() if pattern.search(lowered)), None)


@cache
def _month_patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(form, re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")) for form in sorted(MONTHS, key=lambda f: -len(f))]


def _in_month(text: str, month: int, years: list[str], base: datetime.date | None) -> str | None:
    if not years and base is None:
        return None
    year = int(years[-1]) if years else base.year - (month > base.month)
    days = [int(d) for d in _DAYS.findall(text)]
    stamp = f"{year}-{month:02}"
    if len(days) > 1:
        return f"{stamp}-{days[0]:02}/{stamp}-{days[-1]:02}"
    return f"{stamp}-{days[0]:02}" if days else stamp


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
