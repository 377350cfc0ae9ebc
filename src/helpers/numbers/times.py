"""The forms that dates, years and times of day are made of, as far as more than one module asks for them.

They stand in the lexicon: ``months``, ``weekdays``, ``clock_contexts``, and ``units`` for the hour.
"""

import re
from functools import cache

from helpers import lexicon
from helpers.lexicon.words import alternation, column, forms_of

MONTHS = {row["form"]: int(row["month"]) for row in lexicon.rows("months")}
FULL_MONTHS = forms_of("months", whole="yes")
SHORT_MONTHS = forms_of("months", whole="")
WEEKDAYS = frozenset(forms_of("weekdays"))
YEAR = r"(?:1[5-9]|20)[0-9]{2}"
HOUR_SIGN, HOUR_WORD = (column("units", "form", code="hour", place=place)[0] for place in ("sign", "word"))
HOUR_UNIT = rf"{HOUR_SIGN}|{HOUR_WORD}s?"


def period_contexts(reading: str) -> list[str]:
    """The words beside a date that have a reading in ``lexicon/period_contexts.csv``."""
    return forms_of("period_contexts", reading=reading)


@cache
def clock_context(reading: str) -> re.Pattern[str]:
    """The words beside an hour that make it a time of day (*clock*, *clock_after*) or a *duration*."""
    forms = frozenset(forms_of("clock_contexts", reading=reading))
    if reading != "clock_after":
        return re.compile(rf"(?<!\w)(?:{alternation(forms)}) \Z", re.IGNORECASE)
    zones = {form for form in forms if form.isupper()}  # ET is Eastern Time, et is not
    return re.compile(rf"\s*(?:(?i:{alternation(forms - zones)})|{alternation(zones)})(?!\w)")
