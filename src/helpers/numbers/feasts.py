"""Sentence → the feasts that it names as a time: *à Noël*, *depuis Pâques 2019*, *la veille de la Toussaint*.

Which there are stands in ``lexicon/feasts.csv``, those that move with their distance from Easter.
"""

import datetime
import re
from collections.abc import Iterator, Mapping

from helpers import lexicon
from helpers.lexicon.words import DEFINITE, OF, alternation, before_word
from helpers.numbers.edtf import Anchor, nearest
from helpers.numbers.times import YEAR, period_contexts
from helpers.numbers.year_parts import AnchorAt, Period

_I = re.IGNORECASE
_FEASTS = {row["form"].lower(): row for row in lexicon.rows("feasts")}
DAY_STEPS = {row["form"]: int(row["way"]) for row in lexicon.rows("period_steps") if row["behind"] == "day"}
"""*la veille*, *le lendemain*: days from the one named before, or behind *de*."""
_FEAST = re.compile(
    rf"(?<!\w)(?:(?P<step>{alternation(DAY_STEPS)}) (?:{before_word(OF)})(?:{before_word(DEFINITE)})?"
    rf"|(?P<lead>{alternation(period_contexts('feast'))}) ?(?:(?<=')|(?<= ))(?:{before_word(DEFINITE)})?)"
    rf"(?P<feast>{alternation(_FEASTS)})(?!\w)"
    rf"(?: (?:[^\W\d_]{{4,15}} )?(?:{before_word(OF)})?(?P<year>{YEAR})(?!\w))?",
    _I,
)
_SINCE = frozenset(period_contexts("since"))
_UNTIL = frozenset(period_contexts("until"))


def feasts(plain: str, low: int, high: int, anchor_at: AnchorAt) -> Iterator[Period]:
    """*à Noël* → 2021-12-25, in a year that is told or where the tense has it; not *le marché de Noël*.

    Args:
        plain: the text.
        low, high: the stretch.
        anchor_at: what a day without a year is counted from, by its place.
    """
    for match in _FEAST.finditer(plain, low, high):
        start, end = match.start("feast"), match.end()
        row = _FEASTS[match["feast"].lower()]
        day = _day_told(row, match["year"], None if match["year"] else anchor_at(start, match.end("feast")))
        if day is None:
            continue
        if match["step"]:
            start, day = match.start(), shifted_day(day, DAY_STEPS[match["step"].lower()])
        lead = (match["lead"] or "").lower()
        yield start, end, f"{day}/.." if lead in _SINCE else f"../{day}" if lead in _UNTIL else day


def shifted_day(day: str, step: int) -> str:
    """The day that lies some days from another; what is no day stays as it is."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        return day
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=step)).isoformat()


def _day_told(row: Mapping[str, str], year: str | None, anchor: Anchor | None) -> str | None:
    """The feast in the year that is told, else the one nearest to an anchor; the year alone where the day varies."""
    if year is None and anchor is None:
        return None
    here = anchor.date.year if anchor else 0
    days = [_day_in(row, y).isoformat() for y in ([int(year)] if year else [here - 1, here, here + 1])]
    day = days[0] if year else nearest(days, anchor)
    return day if day is None or row["day"] or row["easter"] else day[:4]


def _day_in(row: Mapping[str, str], year: int) -> datetime.date:
    if row["easter"]:
        return easter(year) + datetime.timedelta(days=int(row["easter"]))
    return datetime.date(year, int(row["month"]), int(row["day"] or 1))


def easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar.

    Source:
        Anonymous (1876), Nature 13, p. 487; Meeus (1991), Astronomical Algorithms, chapter 8.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return datetime.date(year, month, day + 1)
