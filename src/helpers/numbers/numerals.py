"""Text → numerals: what is written as a number, in digits or in words, with multiplier and sign of money or per cent.

Takes a stretch of text with plain spaces and apostrophes, what fixed forms exclude blotted out; gives
``Amount`` after ``Amount``, and what turns out to be a reference as ``Excluded``.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.lexicon.words import AND, alternation, words
from helpers.numbers.digits import RUN, split_run
from helpers.numbers.fraction_words import FRACTION, and_a_fraction, fraction, named_amounts
from helpers.numbers.model import Amount, Excluded
from helpers.numbers.multipliers import completed, multiplied_behind
from helpers.numbers.number_words import FOLLOWERS, HALVES, VALUES, cardinal, decimal_digits
from helpers.numbers.numeral_signs import GLYPHS, mixed_number, with_signs
from helpers.numbers.scanning import LETTER_OR_HYPHEN, at_heads, lower_case
from helpers.numbers.units import CURRENCY_CODES, unit_at

_I = re.IGNORECASE
_DIGIT = re.compile(rf"[0-9](?<!\w[0-9])|[{''.join(GLYPHS)}]|(?-i:(?<=\b(?:{alternation(CURRENCY_CODES)})))[0-9]")
_NUMBER_WORD = re.compile(rf"(?:{at_heads(set(VALUES) - set(FOLLOWERS), LETTER_OR_HYPHEN)})(?!\w)")


def numerals(text: str, start: int, end: int) -> Iterator[Amount | Excluded]:
    """Everything in a stretch that is written as a number, with multiplier and sign.

    Numbers in digits and in words come in the order of the text, then those that have names
    (*la moitié*). A lone article is none; nor are digits that letters run on from (*3D*), given as
    ``Excluded``. Units other than money and per cent are left to ``unit_at``.
    """
    at = start
    for begin in _beginnings(text, start, end):
        if begin < at:
            continue  # inside the number before
        at = begin + 1
        for one in _beginning_at(text, begin, end):
            one = _restated(text, one, end) if isinstance(one, Amount) else one
            at = max(at, one.end)
            yield one
    yield from named_amounts(text, start, end)


def _beginnings(text: str, start: int, end: int) -> list[int]:
    """Where a number in digits, signs or words may begin."""
    found = [match.start() for match in _DIGIT.finditer(text, start, end)]
    return sorted(found + [match.start() for match in _NUMBER_WORD.finditer(lower_case(text), start, end)])


def _beginning_at(text: str, at: int, end: int) -> list[Amount | Excluded]:
    """The numbers that begin at a position: several in a run of digits, else one or none."""
    first = text[at]
    if first.isdigit() and first.isascii():
        return _in_digits(text, at, end)
    if first in GLYPHS:
        return [replace(completed(text, at, at + 1, GLYPHS[first], None, end), partitive=True)]
    amount = _in_words(text, at, end)
    return [amount] if amount else []


_BRACKET = re.compile(r" ?\((?:(?P<digits>[0-9]{1,3}(?:[ .]?[0-9]{3}){0,4})|(?P<words>[^\W\d_][\w -]{2,60}))\)")


def _restated(text: str, amount: Amount, end: int) -> Amount:
    """*trois (3) jours*: one number, said twice to be safe."""
    bracket = _BRACKET.match(text, amount.end, end)
    if not bracket or amount.unit or amount.after != amount.end:
        return amount
    if bracket["digits"]:
        again = list(split_run(bracket["digits"]))
        value = again[0][2] if len(again) == 1 else None
    else:
        value, _, stop = cardinal(text, bracket.start("words"), bracket.end("words"))
        value = value if stop == bracket.end("words") else None
    if value != amount.value or amount.word == bool(bracket["words"]):
        return amount
    return replace(amount, end=bracket.end(), after=bracket.end())


_RUNS_ON = re.compile(r"\w{1,40}")


def _in_digits(text: str, at: int, end: int) -> list[Amount | Excluded]:
    """The numbers in a run of digits and single separators, each with what belongs to it."""
    if mixed := mixed_number(text, at, end):
        return [completed(text, at, mixed.stop, mixed.value, mixed.step, end)]
    found: list[Amount | Excluded] = []
    parts = list(split_run(RUN.match(text, at, end).group()))
    for number, (first, last, value, step) in enumerate(parts):
        a, b = at + first, at + last
        if value is None:
            found.append(Excluded(a, b, "version or reference"))
            continue
        bare = number + 1 < len(parts)
        signed = None if bare else with_signs(text, value, step, b, end)
        if signed:
            found.append(completed(text, a, signed.stop, signed.value, signed.step, end))
            continue
        amount = None if bare else _counted_fraction(text, a, value, b, end)
        amount = amount or completed(text, a, b, value, step, end, bare=bare)
        if number + 1 == len(parts) and amount.end == b and _is_glued(text, b, end):
            found.append(Excluded(a, _RUNS_ON.match(text, b).end(), "part of a name"))
        else:
            found.append(amount)
    return found


def _is_glued(text: str, at: int, end: int) -> bool:
    """Whether letters that are no unit run on from digits: *3D*."""
    follows = text[at : at + 1]
    return (follows.isalpha() or follows == "_") and not unit_at(text, at, end, signs_only=True)


_HYPHENED = re.compile(r"-[^\W\d_]")
_AND = alternation(AND)
_HALF_BEHIND = re.compile(rf"-(?:(?:{_AND})-)?(?:{alternation(HALVES)})", _I)
_ORDINAL_BEHIND = re.compile(
    rf"(?: |-)(?:(?:{_AND})(?: |-))?(?:[^\W\d_]{{1,12}}-){{0,2}}"
    rf"[^\W\d_]{{2,12}}(?:{alternation(words('ending of an ordinal word'))})(?!\w)",
    _I,
)
_LONGEST_ARTICLE = 3


def _in_words(text: str, at: int, end: int) -> Amount | None:
    """A number that begins with a word; a lone article is none."""
    value, step, stop = cardinal(text, at, end)
    if _is_part_of_a_word(text, stop):
        return None
    is_article = value == 1 and stop - at <= _LONGEST_ARTICLE
    digits, digit_stop = decimal_digits(text, stop, end)
    if digits:
        value, step, stop, is_article = value + float(f"0.{digits}"), 10.0 ** -len(digits), digit_stop, False
    amount = _counted_fraction(text, at, value, stop, end)
    if amount:
        return amount
    added = and_a_fraction(text, stop, end)
    if added:
        value, step, stop, is_article = value + added[0], None, added[1], False
    if _ORDINAL_BEHIND.match(text, stop, end):
        return None
    amount = completed(text, at, stop, value, step, end, word=True)
    return None if is_article and amount.end == stop else amount


def _counted_fraction(text: str, at: int, count: float, stop: int, end: int) -> Amount | None:
    """*trois quarts*, *2 tiers*."""
    part = FRACTION.match(text, stop, end)
    return fraction(text, at, count, part, end) if part else None


def _is_part_of_a_word(text: str, stop: int) -> bool:
    """*deux-roues*: a word of its own; not *un demi-million* or *deux-mille*, whose parts are numbers."""
    if not _HYPHENED.match(text, stop):
        return False
    return not (FRACTION.match(text, stop) or _HALF_BEHIND.match(text, stop) or multiplied_behind(text, stop))
