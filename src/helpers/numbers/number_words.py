"""Number words → numbers: *quatre-vingt-dix-neuf*, *deux cent mille*, *virgule cinq*.

What each word is worth stands in ``lexicon/number_words.csv``.
"""

import re
from collections.abc import Callable
from fractions import Fraction

from helpers import lexicon
from helpers.lexicon.words import AND, alternation, words
from helpers.text.typography import fold

_I = re.IGNORECASE


def with_use(use: str) -> list[str]:
    """The number words that have a use, as ``lexicon/README.md`` explains them, with and without accents."""
    forms = [r["form"] for r in lexicon.rows("number_words") if use in r["uses"].split("|")]
    return list(dict.fromkeys(spelt for form in forms for spelt in (form, fold(form))))


FRACTIONS = {
    form: Fraction(r["value"])
    for r in lexicon.rows("number_words")
    if r["kind"] == "fraction"
    for form in (r["form"], fold(r["form"]))
}
HALVES = [form for form in with_use("added") if FRACTIONS[form] == Fraction(1, 2)]
VALUES = {
    form: (int(r["value"]), r["kind"])
    for r in lexicon.rows("number_words")
    if r["kind"] in ("unit", "teen", "ten", "hundred", "thousand")
    for form in (r["form"], fold(r["form"]))
}
"""What each word of a number under a million is worth, and its kind."""
FOLLOWERS = with_use("follower")  # cents, vingts: no number begins with them
WORD = alternation(VALUES)
ONES = [form for form, (value, _) in VALUES.items() if value == 1]
ONE = alternation(ONES)
_ZERO = alternation(form for form, (value, _) in VALUES.items() if value == 0)
_AND = alternation(AND)

NUMBER_WORD = re.compile(rf"(?:{WORD})(?![\w])", _I)
_JOIN = re.compile(rf"(?: |-)?(?P<and>(?:{_AND})(?: |-))?", _I)
_LEADING_ZERO = re.compile(rf"(?:{_ZERO})[ -]", _I)
_POINT = re.compile(rf" (?:{alternation(words('decimal point'))}) (?=\w)", _I)


def cardinal(text: str, at: int, end: int) -> tuple[float, float, int]:
    """Number words under a million from a position: value, unit of the last word, end; no word: end is the start."""
    thousands, below, stop, step = 0, 0, at, 1.0
    with_and = False
    while match := NUMBER_WORD.match(text, at, end):
        value, kind = VALUES[match.group().lower()]
        if (with_and and not _fits_behind_and(text, match, below)) or (value == 0 and (thousands or below)):
            break
        if kind == "thousand":
            if thousands:
                break
            thousands, below = (below or 1) * 1000, 0
        else:
            grown = _ADDED[kind](below, value)
            if grown is None:
                break
            below = grown
        step = 1000.0 if kind == "thousand" else 1.0
        stop = match.end()
        gap = _JOIN.match(text, stop, end)
        if gap.end() == stop or value == 0:
            break
        with_and, at = gap["and"] is not None, gap.end()
    return float(thousands + below), step, stop


_PLURAL_BEHIND = re.compile(r" [^\W\d_]{2,30}[sx](?!\w)", _I)


def _fits_behind_and(text: str, match: re.Match[str], below: int) -> bool:
    """*vingt et un*, *soixante et onze*, *cent et un ânes*; not *cent et une fois encore*, whose article counts."""
    if VALUES[match.group().lower()][0] not in (1, 11):
        return False
    return below % 100 >= 20 or (below >= 100 and below % 100 == 0 and bool(_PLURAL_BEHIND.match(text, match.end())))


def decimal_digits(text: str, at: int, end: int) -> tuple[str, int]:
    """The digits that *virgule* and the words behind it spell at a position, and where they end; else none."""
    point = _POINT.match(text, at)
    if not point:
        return "", at
    start, zeros = point.end(), ""
    while match := _LEADING_ZERO.match(text, start, end):
        zeros += "0"
        start = match.end()
    if not NUMBER_WORD.match(text, start, end):
        return "", at
    value, _, stop = cardinal(text, start, end)
    return f"{zeros}{int(value)}", stop


# --- what a word adds to a number below a thousand; None where it begins another number -------------


def _unit(below: int, value: int) -> int | None:
    """*vingt-deux*, *dix-sept*, *septante-trois*; not *douze deux*."""
    last = below % 100
    fits = last == 0 or (last == 10 and value >= 7) or (last >= 20 and last % 10 == 0)
    return below + value if fits else None


def _teen(below: int, value: int) -> int | None:
    """*cent douze*, *soixante-dix*, *quatre-vingt-treize*; not *trente-douze*."""
    return below + value if below % 100 in (0, 60, 80) else None


def _ten(below: int, value: int) -> int | None:
    """*cent trente*, and *quatre-vingts*, which multiplies."""
    if value == 20 and below % 100 == 4:
        return below + 76
    return below + value if below % 100 == 0 else None


def _hundred(below: int, value: int) -> int | None:
    """*cent*, *trois cents*; not *un cent*."""
    return (below or 1) * value if 0 <= below < 100 and below != 1 else None


_ADDED: dict[str, Callable[[int, int], int | None]] = {
    "unit": _unit,
    "teen": _teen,
    "ten": _ten,
    "hundred": _hundred,
}
