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
_FEWEST, _MOST = 6, 15  # digits of a telephone number
_BETWEEN_GROUPS = r"[ \xa0\u202f./-]{1,2}"
_GROUPS = rf"(?:{_BETWEEN_GROUPS}\(?\d{{1,4}}\)?){{1,6}}(?![\d@])"
_INTERNATIONAL = re.compile(rf"(?<![\w+])\(?\+ ?\d{{1,3}}\)?(?:{_GROUPS}| ?\d{{6,12}}(?!\d))")
_PHONE_FIELDS = alternation(row["form"] for row in rows("contact_fields") if row["field"] in ("phone", "fax"))
_LABELLED = re.compile(
    rf"(?<!\w)(?:{_PHONE_FIELDS})(?!\w)(?:[./]{{1,2}}\w{{1,12}})?[ \xa0.:]{{0,4}}"
    rf"(?P<number>\(?\+?\d{{1,5}}\)?(?:{_GROUPS}|\d{{1,7}}(?!\d)))",
    re.IGNORECASE,
)
_LOCAL = re.compile(
    rf"(?<![\w+/.,-])(?<!\d[ \xa0\u202f])(?:\(\d{{2,5}}\)|\d{{1,4}})(?:{_BETWEEN_GROUPS}\d{{2,4}}){{1,5}}(?![\d@])"
)
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:[ \xa0\u202f.]\d{3})+")
_COUNTED = re.compile(r"[ \xa0\u202f]?(?:[^\W\d_]|[%€$£°])")
_NO_PHONE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2}|(?:19|20)\d\d[-/. ]{1,2}(?:19|20)\d\d"
)
URL = re.compile(r"(?:https?://|www\.)[^\s<>()]+", re.IGNORECASE)


def phone_numbers(text: str, *, expected: bool = False) -> Iterator[tuple[int, str]]:
    """Telephone numbers with their places, as printed, without extension, in the order of the text.

    Args:
        text: some words.
        expected: they say how someone is reached, so that a number need not be one that a numbering plan has given out.
    """
    if not _DIGITS.search(text):
        return
    found = sorted({**_possible(text, expected), **_valid(text)}.items(), key=lambda pair: (pair[0], -len(pair[1])))
    end = -1
    for start, number in found:
        if start >= end:
            end = start + len(number)
            inside = number.count("(") > number.count(")") and number.startswith("(")  # (079 …)
            yield start + inside, number[inside:]


def _valid(text: str) -> dict[int, str]:
    """Numbers that exist by the plans of the countries that write most French releases."""
    import phonenumbers  # here, not above: its tables take longer to load than all else

    found: dict[int, str] = {}
    for region in _PHONE_REGIONS:
        for match in phonenumbers.PhoneNumberMatcher(text, region):
            found.setdefault(match.start, EXTENSION.split(match.raw_string)[0].rstrip())
    return found


def _possible(text: str, expected: bool) -> dict[int, str]:
    """*+ 221 33 000 00 00*, *tél. 600 00 00*, and where a number is expected *77 000 00 00*: told by their shape."""
    found = {m.start(): m.group() for m in _INTERNATIONAL.finditer(text) if _is_possible(m.group())}
    found |= {m.start("number"): m["number"] for m in _LABELLED.finditer(text) if _is_labelled(m)}
    if expected:
        found |= {m.start(): m.group() for m in _LOCAL.finditer(text) if _is_local(m.group())}
    return found


def _is_possible(number: str) -> bool:
    """A number with a country's code, of as many digits as its plan has; *+250 000 000* is an amount."""
    import phonenumbers

    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(number.replace("+ ", "+").strip("()")))
    except phonenumbers.NumberParseException:
        return False


def _is_long(number: str) -> bool:
    return _FEWEST <= sum(c.isdigit() for c in number) <= _MOST and not _NO_PHONE.fullmatch(number)


def _is_labelled(match: re.Match[str]) -> bool:
    """*GSM 600 000 000*, not *au standard, 600 000 appels*: what looks like an amount counts nothing."""
    number = match["number"]
    counts = _AMOUNT.fullmatch(number) and _COUNTED.match(match.string, match.end())
    return _is_long(number) and not counts


def _is_local(number: str) -> bool:
    """*02/000.00.00*, *77 000 00 00*; an amount in thousands, a date and two years are none."""
    return _is_long(number) and not _AMOUNT.fullmatch(number)


@cache
def contact_fields() -> frozenset[str]:
    """What stands before an address (*tél.*), folded."""
    return frozenset(fold(row["form"]) for row in rows("contact_fields") if row["place"] != "extension")
