"""Text → the unit at a position: a sign (*km*), a word in any number (*kilomètres*), money in its many forms.

Which forms there are stands in the lexicon: ``units``, ``multipliers``.
"""

import re
import unicodedata
from functools import cache

from helpers import lexicon
from helpers.lexicon.words import BARE_OF, alternation, before_word

CURRENCIES = {
    r["form"]: r["code"] for r in lexicon.rows("units") if r["kind"] == "currency" and r["place"] in ("sign", "code")
}
CURRENCY_CODES = [c for c in CURRENCIES if len(c) == 3 and c.isalpha() and c.isupper()]
"""Those that may stand right before digits: *EUR25*."""
SHARES = {
    r["form"]: r["code"] for r in lexicon.rows("units") if r["kind"] == "share" and r["place"] in ("sign", "span")
}
_AFTER_MULTIPLIER = {r["form"]: r["code"] for r in lexicon.rows("units") if r["place"] == "after_multiplier"}
_LARGE = [r["form"] for r in lexicon.rows("multipliers") if r["place"] == "word" and float(r["value"]) >= 1e6]

_OF = before_word(BARE_OF)
_OF_AHEAD = re.compile(rf" (?:{alternation(BARE_OF)})(?= )")
_LARGE_BEFORE = re.compile(rf"(?:{alternation(_LARGE)})s?\Z", re.IGNORECASE)
_LARGE_LENGTH = max(map(len, _LARGE)) + 1
_MONEY_OF = re.compile(rf" (?:{_OF})(?P<sign>{alternation(CURRENCIES)})(?!\w)")
_MONEY_BEHIND = re.compile(rf" (?P<sign>{alternation(_AFTER_MULTIPLIER)})(?!\w)")


def unit_at(text: str, at: int, end: int, *, signs_only: bool = False) -> tuple[str, int] | None:
    """The code of the unit that stands at a position, and where it ends."""
    sign_at = at
    if text.startswith(" ", at) and _LARGE_BEFORE.search(text[max(0, at - _LARGE_LENGTH) : at]):
        if money := _MONEY_BEHIND.match(text, at, end):
            return _AFTER_MULTIPLIER[money["sign"]], money.end()
        of = _OF_AHEAD.match(text, at)  # 18 milliards de km
        sign_at = of.end() if of else at
    pattern, codes = _signs()
    if match := pattern.match(text, sign_at, end):
        return codes[match["unit"]], match.end()
    if signs_only:
        return None
    if money := _MONEY_OF.match(text, at, end):
        return CURRENCIES[money["sign"]], money.end()
    return _word_at(text, at, end)


def _word_at(text: str, at: int, end: int) -> tuple[str, int] | None:
    """A unit in words, at the head of a word or behind a space or hyphen: *kilomètres*, *demi-heure*."""
    pattern, codes = _words()
    match = pattern.match(text, at, end)
    if not match or not (text[at : at + 1] in (" ", "-", "") or (at and text[at - 1] in " -")):
        return None
    code = codes.get(_singular(match["unit"]))
    return (code, match.end()) if code else None


@cache
def unit_codes(kind: str) -> frozenset[str]:
    """The codes of the units of a kind: time, length, currency …"""
    return frozenset(r["code"] for r in lexicon.rows("units") if r["kind"] == kind)


@cache
def _signs() -> tuple[re.Pattern[str], dict[str, str]]:
    """An expression for the signs of units other than money and shares, and the code of each."""
    codes = {
        form: r["code"]
        for r in lexicon.rows("units")
        if r["place"] == "sign" and r["kind"] not in ("currency", "share")
        for form in (r["form"], _bare(r["form"]) if " " in r["form"] else r["form"])  # km à l'heure, typed in haste
    }
    return re.compile(rf" ?(?P<unit>{alternation(codes)})(?:(?![\w'’])|(?<=[hm])(?=[0-9]{{2}}(?!\w)))"), codes


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    """An expression for units in words, in any number, and the code of each in the singular."""
    codes = {
        form: r["code"] for r in lexicon.rows("units") if r["place"] == "word" for form in (r["form"], _bare(r["form"]))
    }
    plural = "|".join(
        re.sub(r"([^\W\d_]{2,})", r"\1[sx]?", re.escape(f)) for f in sorted(codes, key=lambda f: (-len(f), f))
    )
    return (
        # A footnote mark may be glued to the word: 12 millions d'euros2.
        re.compile(rf" ?(?:{_OF})?(?P<unit>{plural})(?:(?!\w)|(?=[1-9][0-9]?(?!\w)))", re.IGNORECASE),
        {_singular(form): code for form, code in codes.items()},
    )


def _bare(form: str) -> str:
    """A form without accents, as it is typed in haste: *degres*, *metres*."""
    return "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))


def _singular(form: str) -> str:
    """A form in lower case, without the s or x at the end of its words."""
    return re.sub(r"(?<=\w)[sx]\b", "", form.lower())
