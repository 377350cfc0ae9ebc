"""Amounts → where: the place that a sentence gives a number.

Gives the span of the place's name, without the preposition that leads to it, or of a set phrase
(``lexicon/place_phrases``). A preposition of place and a capital show a name; the parser's entities tell a town
from a person.
"""

import bisect
import re
from collections.abc import Iterable

from spacy.tokens import Token

from helpers.lexicon.words import DEFINITE, OF, alternation, before_word, behind_word, forms_of, words
from helpers.numbers.amounts import Amounts
from helpers.numbers.model import Amount
from helpers.numbers.times import period_contexts
from helpers.numbers.units import unit_codes
from helpers.text.typography import fold

_I = re.IGNORECASE
_FAR = 50  # characters from what a number counts to a place behind it


def place_of(amount: Amount, amounts: Amounts, behind_from: int) -> tuple[int, int] | None:
    """The place named in what a number counts, right behind it, or at the head of its sentence.

    Args:
        amount: one of the amounts.
        amounts: those of the release.
        behind_from: where the number and what it counts end.

    Returns:
        Start and end of the place's name, or None.
    """
    if amount.unit in unit_codes("time"):
        return None
    low, high = amounts.text.told_from(amount.start)
    found = amounts.once("places", low, lambda: _places(amounts, low, high))
    return _place_behind(amount, amounts, found, behind_from, high) or _place_at_head(amount, amounts, found, low)


def _place_behind(
    amount: Amount, amounts: Amounts, found: list[tuple[int, int]], behind_from: int, high: int
) -> tuple[int, int] | None:
    """*300 cerfs au Canada*: the first place behind a number, up to the next number and the next mark."""
    index = bisect.bisect_left(found, (amount.end,))
    if index >= len(found) or found[index][0] >= min(amounts.next_start(amount.start, high), behind_from + _FAR):
        return None
    gap = amounts.text.plain[behind_from : found[index][0]]
    return None if re.search(r"[,;:()«»]", gap) else found[index]


_HEAD_END = re.compile(
    rf" ?,| (?:{alternation(words('only'))}),?| (?:{alternation(period_contexts('head year'))}) "
    r"[12][0-9]{3} ?,"
)
_MOST_WORDS = 5  # before a place that opens a sentence


def _place_at_head(amount: Amount, amounts: Amounts, found: list[tuple[int, int]], low: int) -> tuple[int, int] | None:
    """*En France, …*, *au Canada seulement*: what opens a sentence holds for all of it."""
    plain = amounts.text.plain
    for start, end in found[:1]:
        if end <= amount.start and len(plain[low:start].split()) <= _MOST_WORDS and _HEAD_END.match(plain, end):
            return start, end
    return None


_TO_PLACE, _INTO = words("place preposition"), words("inner preposition")
_BEFORE_PLACE = re.compile(
    rf"\s*(?:(?<!\w)(?:{alternation(_TO_PLACE | _INTO)})"
    rf" (?:{before_word(DEFINITE)})?)?\Z",
    _I,
)


def before_place(start: int, plain: str) -> int:
    """Where the preposition that leads to a place begins, with the white space before it."""
    left = max(0, start - 14)
    led = _BEFORE_PLACE.search(plain[left:start])
    return left + led.start() if led else start


# --- the places of a sentence ------------------------------------------------------------------


def _capital_too(forms: Iterable[str]) -> str:
    """Some forms as they stand inside a sentence and at its head, where *À* may lose its accent."""
    return alternation(variant for f in forms for variant in (f, f.capitalize(), fold(f).capitalize()))


_ELIDED = {form for form in OF | DEFINITE if form.endswith("'")}
_PHRASE = re.compile(rf"(?<!\w)(?:{alternation(forms_of('place_phrases'))})(?!\w)", _I)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w']{0,30}(?:-[\w']{1,30}){0,6}"
_NAME = (
    rf"{_WORD}(?:(?: (?:{alternation(words('place particle'))})){{0,2}} ?"
    rf"(?:(?<= )|{behind_word(_ELIDED)}){_WORD}){{0,3}}"
)
_LED = re.compile(
    rf"(?<!\w)(?P<to>{_capital_too(_TO_PLACE)}|(?:{_capital_too(_INTO)}) (?:{before_word(DEFINITE)})?"
    rf"|{before_word(words('place locution'))})"
    rf" ?(?:(?<= )|(?<='))(?:{alternation(_ELIDED & DEFINITE)})?(?P<name>{_NAME})"
)
_REGION = words("in")  # en France: what it leads to is a place even where the parser has no entity
_BODIES = frozenset(fold(form) for form in forms_of("body_words"))


def _places(amounts: Amounts, low: int, high: int) -> list[tuple[int, int]]:
    """Every place that a stretch names, in order."""
    plain = amounts.text.plain
    found = [m.span() for m in _PHRASE.finditer(plain, low, high)]
    for match in _LED.finditer(plain, low, high):
        start, end = match.span("name")
        if any(a < end and start < b for a, b in found):
            continue
        if plain[end : end + 2].strip().isdigit() or _names_body(match["name"]):
            continue  # à l'Euro 2012, au Centre national
        token = amounts.text.token(start)
        if token is not None and _is_place(token, is_region=match["to"].lower() in _REGION):
            found.append((start, end))
    return sorted(found)


def _names_body(name: str) -> bool:
    return any(fold(word) in _BODIES for word in re.findall(r"[^\W\d_]+", name))


def _is_place(token: Token, *, is_region: bool) -> bool:
    """Whether a capitalised word behind a preposition of place is one, as the parser has it: *à Vireuil*."""
    known = token.ent_type_ == "LOC" or (not token.ent_type_ and is_region)
    return known and token.pos_ in ("PROPN", "NOUN", "X", "ADJ")
