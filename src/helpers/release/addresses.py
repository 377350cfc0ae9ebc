"""Text → e-mail addresses, telephone numbers and web addresses in it, as printed."""

import re
from collections.abc import Iterator
from functools import cache

from helpers.lexicon import rows
from helpers.lexicon.words import alternation
from helpers.text.typography import fold

# Atoms with single dots between them, so that no input makes the search go back over itself.
EMAIL = re.compile(r"(?<![\w.+-])[\w+-]+(?:\.[\w+-]+)*@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"\d[\d .()\xa0\u202f-]{5,}\d")
_PHONE_REGIONS = ("CA", "FR", "BE", "CH")  # national forms of the countries that write French
_BEFORE_EXTENSION = alternation(row["form"] for row in rows("contact_fields") if row["place"] != "line")
EXTENSION = re.compile(rf"[\s,;(]{{0,4}}(?:{_BEFORE_EXTENSION})\s?:?\s?(?P<number>\d{{1,6}})(?!\d)", re.IGNORECASE)
URL = re.compile(r"(?:https?://|www\.)[^\s<>()]+", re.IGNORECASE)


def phone_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Telephone numbers with their places, as printed, without extension, in the order of the text."""
    if not _DIGITS.search(text):
        return
    import phonenumbers  # here, not above: its tables take longer to load than all else

    found: dict[int, str] = {}
    for region in _PHONE_REGIONS:
        for match in phonenumbers.PhoneNumberMatcher(text, region):
            found.setdefault(match.start, EXTENSION.split(match.raw_string)[0].rstrip())
    end = -1
    for start, number in sorted(found.items()):
        if start >= end:
            end = start + len(number)
            yield start, number


@cache
def contact_fields() -> frozenset[str]:
    """What stands before an address (*tél.*), folded."""
    return frozenset(fold(row["form"]) for row in rows("contact_fields") if row["place"] != "extension")
