"""What belongs to a number: multipliers (*millions*), sign of money or per cent, and the sign in front.

The words and signs stand in the lexicon: ``multipliers``, ``number_words``, ``number_adjectives``, ``units``.
"""

import re
from dataclasses import dataclass

from helpers import lexicon
from helpers.lexicon.words import AND, BARE_OF, alternation, before_word, forms_of, words
from helpers.numbers.digits import RUN, split_run
from helpers.numbers.model import Amount
from helpers.numbers.number_words import FRACTIONS, WORD, cardinal, with_use
from helpers.numbers.units import CURRENCIES, SHARES, unit_at

_I = re.IGNORECASE


def _multipliers(*places: str) -> dict[str, float]:
    return {r["form"]: float(r["value"]) for r in lexicon.rows("multipliers") if r["place"] in places}


_IN_WORDS, _SIGNS, _COUNTED = _multipliers("word"), _multipliers("sign"), _multipliers("counted")
_BEFORE_MONEY = _multipliers("sign", "before_currency")
_COLLECTIVES = {r["form"]: int(r["value"]) for r in lexicon.rows("number_words") if r["kind"] in ("collective", "set")}
_SETS = forms_of("number_words", kind="set")
_AMBIGUOUS = with_use("partitive")

_OF = before_word(BARE_OF)
_AND = alternation(AND)
_TIMES = re.compile(
    rf"(?: (?:{alternation(forms_of('number_adjectives', before='multiplier'))})(?= (?:{alternation(_COUNTED)})))?[ -]?"
    rf"(?P<word>(?:{alternation(_IN_WORDS)}))(?P<plural>s?)(?!\w)",
    _I,
)
_COLLECTIVE = re.compile(
    rf" (?:{alternation(forms_of('number_adjectives', before='collective'))})? ?"
    rf"(?P<noun>{alternation(_COLLECTIVES)})s?(?!\w)"
    rf"(?: (?:{_OF})(?P<counted>{alternation(_COUNTED)})s(?!\w))?",
    _I,
)
_AND_A_PART = re.compile(rf"(?P<gap>[ -])(?:{_AND})(?P=gap)(?P<part>{alternation(with_use('added'))})(?!\w)", _I)
_MONEY = re.compile(
    rf"(?: ?(?P<times>{alternation(_BEFORE_MONEY)}))? ?(?P<money>{alternation(CURRENCIES)})"
    r"(?:(?![\w])|(?<=[$€£])(?=[0-9]{2}(?!\w)))"  # 15€50
)
_SHARE = re.compile(rf" ?(?P<sign>{alternation(SHARES)})(?![\w])", _I)
_GLUED = _multipliers("glued")
_SIGN_TIMES = re.compile(
    rf"(?: ?(?P<times>{alternation(_SIGNS)})|(?P<glued>{alternation(_GLUED)}))(?![\w'])(?!\.(?!\s*(?:\n|\Z)))"
)


@dataclass
class _Number:
    """A number while it is read: each step adds what stands behind ``stop``."""

    text: str
    end: int
    value: float
    step: float | None
    stop: int
    word: bool
    multiplier: float = 1.0
    approximation: str | None = None
    partitive: bool = False
    unit: str | None = None
    counted: float = 1.0  # what a collective noun stands for: 100 of une centaine

    def times(self, factor: float) -> None:
        self.value, self.step = self.value * factor, (self.step or 1.0) * factor


def multiplied_behind(text: str, at: int) -> bool:
    """Whether a multiplier in words stands at a position: *-mille*, * millions*."""
    return _TIMES.match(text, at) is not None


def completed(
    text: str,
    start: int,
    stop: int,
    value: float,
    step: float | None,
    end: int,
    *,
    bare: bool = False,
    word: bool = False,
) -> Amount:
    """A number with multipliers, *et demi*, sign of money or per cent behind it, and what stands before it.

    Args:
        text: what is read.
        start, stop: where the number itself begins and ends.
        value, step: the number, and one unit of its last digit.
        end: where the reading ends.
        bare: nothing behind it belongs to it: another number follows at once.
        word: whether it is written in words.
    """
    number = _Number(text, end, value, step, stop, word)
    if not bare:
        _add_collective(number)
        _add_multipliers(number)
        _add_part(number)
        _add_sign(number)
    begin, sign, unit = _before(text, start, number.stop)
    if unit is None or number.unit is None:
        start = begin
    return Amount(
        start,
        number.stop,
        number.value * sign,
        number.step,
        number.stop,
        number.unit or unit,
        number.multiplier,
        number.approximation,
        partitive=number.partitive,
        word=word,
    )


# --- behind the number -------------------------------------------------------------------------


def _add_collective(number: _Number) -> None:
    """*une trentaine de cerfs*, *deux paires de gants*, *une centaine de milliers de pièces*."""
    match = _COLLECTIVE.match(number.text, number.stop, number.end)
    if match is None or not _is_collective(number.text, match, number.value):
        return
    noun = match["noun"].lower()
    is_set = noun in _SETS
    times = _COLLECTIVES[noun] * (_COUNTED[match["counted"].lower()] if match["counted"] else 1)
    number.value, number.step, number.counted = number.value * times, 1.0 if is_set else float(times), float(times)
    number.stop, number.partitive, number.approximation = match.end(), True, None if is_set else "about"


_OF_THINGS = re.compile(rf" (?:{before_word(words('of before a plural'))})(?![0-9])", _I)


def _is_collective(text: str, match: re.Match[str], value: float) -> bool:
    """*une quarantaine de cerfs*; alone *une quarantaine* is a quarantine, but *une douzaine* is always twelve."""
    if value < 1:
        return False
    ambiguous = match["noun"].lower() in _AMBIGUOUS
    return not ambiguous or _OF_THINGS.match(text, match.end(), match.end() + 6) is not None


_THOUSAND = 1000.0
_MOST = 1e12  # behind a multiplier as large as this stands no other


def _add_multipliers(number: _Number) -> None:
    """*3 millions*, *deux cents mille milliards*, *un million deux cent mille*."""
    while match := _TIMES.match(number.text, number.stop, number.end):
        factor = _IN_WORDS[match["word"].lower()]
        # mille is a number word: milles are miles, and un million mille is two numbers.
        if factor == _THOUSAND and (match["plural"] or number.multiplier > 1 or (number.word and not number.value)):
            break
        number.times(factor)
        number.multiplier *= factor
        number.stop, number.partitive = match.end(), factor != _THOUSAND
        rest = _lower(number.text, number.stop, number.end, factor)
        if rest:
            added, number.step, number.stop, number.partitive = rest
            number.value += added
        if number.multiplier >= _MOST:
            break


def _add_part(number: _Number) -> None:
    """*deux millions et demi*, *sept et demi*, *une centaine et demie*."""
    match = _AND_A_PART.match(number.text, number.stop, number.end)
    if match and number.value == int(number.value) and match["part"].lower() in FRACTIONS:
        part = float(FRACTIONS[match["part"].lower()]) * (
            number.multiplier if number.multiplier > 1 else number.counted
        )
        number.value, number.step, number.stop = number.value + part, part, match.end()


def _add_sign(number: _Number) -> None:
    """*12 M$*, *50 %*, *vingt pour cent*, *300K*."""
    text, stop, end = number.text, number.stop, number.end
    if match := _MONEY.match(text, stop, end):
        factor = _BEFORE_MONEY[match["times"]] if match["times"] else 1.0
        number.times(factor)
        number.multiplier *= factor
        number.unit, number.stop = CURRENCIES[match["money"]], match.end()
    elif match := _SHARE.match(text, stop, end):
        sign = match["sign"]
        number.unit, number.stop = SHARES[sign if sign in SHARES else sign.lower()], match.end()
    elif not number.word and (match := _SIGN_TIMES.match(text, stop, end)) and not _is_unit(text, stop, match, end):
        factor = _SIGNS[match["times"]] if match["times"] else _GLUED[match["glued"]]
        number.times(factor)
        number.multiplier *= factor
        number.stop, number.partitive = match.end(), True


def _is_unit(text: str, stop: int, match: re.Match[str], end: int) -> bool:
    """Whether what looks like a multiplier sign begins a unit: *5 kWh*."""
    unit = unit_at(text, stop, end, signs_only=True)
    return bool(unit and unit[1] > match.end())


_GAP = re.compile(rf"[ -](?:(?P<and>{_AND})[ -])?", _I)
_WORD = re.compile(rf"(?:{WORD})(?![\w])", _I)
_PLURAL_BEHIND = re.compile(r" [^\W\d_]{2,30}[sx](?!\w)", _I)


def _lower(text: str, at: int, end: int, ceiling: float) -> tuple[float, float, int, bool] | None:
    """What is added behind a multiplier: *un million deux cent mille*, *2 millions 500 mille*.

    Returns:
        What is added, its step, where it ends, and whether what is counted follows after *de*.
    """
    gap = _GAP.match(text, at, end)
    found = _below_million(text, gap, end) if gap else None
    if found is None:
        return None
    value, step, stop = found
    # dix millions un jour has an article; dix-millions-un, dix millions un jours have a number.
    if value < 1 or (value == 1 and not ("-" in gap.group() or _PLURAL_BEHIND.match(text, stop, end))):
        return None
    times = _TIMES.match(text, stop, end)
    factor = _IN_WORDS[times["word"].lower()] if times else 1.0
    if value * factor >= ceiling:
        return None
    if not times:
        return value, step, stop, False
    value, step, stop = value * factor, step * factor, times.end()
    deeper = _lower(text, stop, end, factor)
    if deeper:
        value, step, stop = value + deeper[0], deeper[1], deeper[2]
    return value, step, stop, factor >= 1e6


def _below_million(text: str, gap: re.Match[str], end: int) -> tuple[float, float, int] | None:
    """Value, step and end of the number behind a multiplier and a gap, in words or in at least three digits."""
    if _WORD.match(text, gap.end(), end):
        return cardinal(text, gap.end(), end)
    run = None if gap["and"] in AND else RUN.match(text, gap.end(), end)
    if run is None:
        return None
    _, last, value, step = next(split_run(run.group()))
    if value is None or last != len(run.group()) or value < 100 or step != 1.0:
        return None
    return value, step, run.end()


# --- before the number -------------------------------------------------------------------------

_MONEY_BEFORE = re.compile(rf"(?<![\w])(?:{alternation(CURRENCIES)}) ?\Z")
_SIGN_BEFORE = re.compile(r"(?:(?<![\w)\"»-])(?P<sign>−|\+|±|[-–](?=\Z))|(?<=\()(?P<paren>[-–]) ) ?\Z")
_APART = re.compile(r"(?<=[\w:,(] )[-–] \Z")
_SIGNED_DEGREES = re.compile(r"[0-9][0-9.,' ]{0,12}(?:%|°|€|[kMG]€)")
_ASIDE = re.compile(r" [-–—] ")
_SIGNED_AMOUNT = re.compile(rf"[0-9.,' ]{{1,30}}(?:%|°|(?:(?:{alternation(_BEFORE_MONEY)}) ?)?[$€£])")
_NO_MINUS = "".join(rf"(?<!\b{word} )" for word in sorted(words("before a noun or adverb minus")))
_SAID = [f"{copula} {of} " for copula in sorted(words("past or present copula")) for of in sorted(BARE_OF)]
_SAID_OF = "|".join(rf"(?<=\b{said})" for said in _SAID)  # la baisse est de moins 3 %
_MINUS = re.compile(rf"(?<![\w'-])(?:{_SAID_OF}|{_NO_MINUS})(?:{alternation(words('minus'))}) \Z", _I)


_COUNTED_BEHIND = re.compile(r" [^\W\d_]{3,30}(?<=[sxz])(?!\w)", _I)


def _before(text: str, start: int, stop: int) -> tuple[int, float, str | None]:
    """Sign and currency in front of a number: where it begins, its sign, its unit."""
    left = text[max(0, start - 14) : start]
    offset = start - len(left)
    if money := _MONEY_BEFORE.search(left):
        begin = offset + money.start()
        is_negative = text[max(0, begin - 1) : begin] in ("-", "−")
        return begin - is_negative, -1.0 if is_negative else 1.0, CURRENCIES[money.group().strip()]
    if minus := _SIGN_BEFORE.search(left):
        mark, at = minus["sign"] or minus["paren"], offset + minus.start()
        if mark in "+±−" or not _opens_line(text, at) or _SIGNED_AMOUNT.match(text, start):
            return at, -1.0 if mark in "-−–" else 1.0, None
    if (apart := _APART.search(left)) and _SIGNED_DEGREES.match(text, start) and not _in_aside(text, start):
        return offset + apart.start(), -1.0, None
    word = _MINUS.search(left)
    if word and not (_COUNTED_BEHIND.match(text, stop) and not unit_at(text, stop, len(text))):  # moins deux voix
        return offset + word.start(), -1.0, None
    return start, 1.0, None


def _in_aside(text: str, start: int) -> bool:
    """Whether a dash before a number can be one of two around an aside: another stands near."""
    return bool(_ASIDE.search(text, max(0, start - 80), start - 2) or _ASIDE.search(text, start, start + 80))


def _opens_line(text: str, at: int) -> bool:
    """Whether a dash can be that of a list: nothing stands before it in its line."""
    before = text[max(0, at - 3) : at]
    return not before.strip(" \t")[-1:] or before.endswith(("\n", "\r"))
