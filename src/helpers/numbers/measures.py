"""Amounts → the same with the units behind them: *12 kg*, *2 h 30*, *un an et demi*, *quinze prochaines années*."""

import bisect
import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.lexicon.words import AND, BARE_OF, BY, DEFINITE, alternation, before_word, forms_of, words
from helpers.numbers.change_words import CHANGE_AHEAD
from helpers.numbers.countable import counts_noun
from helpers.numbers.currencies import Currencies
from helpers.numbers.model import Amount
from helpers.numbers.number_words import FRACTIONS, ONES, WORD, with_use
from helpers.numbers.scanning import LETTER, at_heads, lower_case
from helpers.numbers.text_index import TextIndex
from helpers.numbers.unit_parts import with_part
from helpers.numbers.units import unit_at, unit_codes
from helpers.text.typography import fold

_I = re.IGNORECASE
_ADDED = rf" (?:{alternation(AND)}) (?P<part>{alternation(with_use('added'))})(?!\w)"
_AND_A_PART = re.compile(_ADDED, _I)
_ELIDED = sorted(form for form in DEFINITE if form.endswith("'"))  # d'un an, not l'un
_ONE_AND_MORE = re.compile(
    rf"({at_heads(ONES, LETTER, behind=_ELIDED)})"
    rf"(?= [^\W\d_]{{1,20}}(?:{_ADDED}| (?:(?:{alternation(AND)}) )?(?:[0-9]|(?:{WORD})(?!\w))))",
)


def with_units(amounts: list[Amount], masked: str, text: TextIndex) -> Iterator[Amount]:
    """The amounts with their units, and those that their unit alone shows: *une heure et demie*.

    Args:
        amounts: what is read so far, in the order of the text.
        masked: the plain text, what is excluded blotted out.
        text: the release.
    """
    currencies, behind = Currencies(text.release), 0
    single = [one for one in _one_and_more(masked, text, currencies) if not _is_inside(one, amounts)]
    taken = {position for one in single for position in range(one.start, one.end)}
    for amount in amounts:
        if amount.start < behind or amount.start in taken:
            continue  # the minutes of an hour
        measured = _measured(amount, text)
        behind = max(measured.end, measured.after if measured.unit else 0)  # quinze cents: no hundreds
        if _is_english_thousand(amount, measured.unit, text):
            measured = replace(measured, value=measured.value * 1000, step=1.0)
        home = currencies.at_home(measured.unit)
        yield measured if home == measured.unit else replace(measured, unit=home)
    yield from single


def _is_inside(one: Amount, amounts: list[Amount]) -> bool:
    """Whether an article is the end of a number: *vingt et | un ans et demi*."""
    before = bisect.bisect_left(amounts, one.start, key=lambda a: a.start) - 1
    return before >= 0 and one.start < amounts[before].end


def _measured(amount: Amount, text: TextIndex) -> Amount:
    """An amount with its unit, and with what is added behind that: *2 h 30*, *trois ans et demi*."""
    if amount.share is not None:
        return amount
    if amount.unit is not None:
        return with_part(amount, text.plain)
    found = (
        unit_at(text.plain, amount.end, len(text.plain))
        or _points(amount, text.plain)
        or _unit_over_adjectives(text, amount.end)
        or _age_of_named(amount, text)
    )
    if found is None:
        return amount
    return _with_rest(amount, *found, text.plain)


_PART_IN_SIGNS = re.compile(r" (?P<top>[1-9])[/⁄](?P<bottom>[2-9])(?![\w/]|[.,][0-9])")
_BELOW = words("below zero")
_BELOW_ZERO = re.compile(rf" (?:{alternation(_BELOW | set(map(fold, _BELOW)))})(?!\w)", _I)


def _with_rest(amount: Amount, unit: str, after: int, plain: str) -> Amount:
    """An amount with its unit and what is told behind: *2 h 30*, *3 ans et demi*, *3 ans 1/2*, *9 degrés sous zéro*."""
    measured = replace(amount, unit=unit, after=after)
    if unit in unit_codes("temperature"):
        below = _BELOW_ZERO.match(plain, after)
        return replace(measured, value=-amount.value, end=below.end(), after=below.end()) if below else measured
    signs = _PART_IN_SIGNS.match(plain, after)
    if signs and amount.value == int(amount.value) and signs["top"] < signs["bottom"]:
        added = int(signs["top"]) / int(signs["bottom"])
        return replace(measured, value=amount.value + added, step=added, end=signs.end(), after=signs.end())
    part = _AND_A_PART.match(plain, after) if unit not in unit_codes("currency") else None
    if part and amount.value == int(amount.value):
        added = float(FRACTIONS[part["part"].lower()])
        return replace(measured, value=amount.value + added, step=added, end=part.end(), after=part.end())
    return with_part(measured, plain)


_POINT = re.compile(
    rf" (?:{alternation(forms_of('units', place='change'))})s?(?!\w)(?! (?:{before_word(BARE_OF)}))", _I
)


_IN_POINTS = re.compile(rf"(?<!\w)(?:{alternation(words('measured in points'))})s?(?!\w)", _I)


def _points(amount: Amount, plain: str) -> tuple[str, int] | None:
    """*0,3 point*, *perd 2 points*: of a rate or an index; not *12 points de vente* or *marque 12 points*."""
    point = _POINT.match(plain, amount.end)
    if point is None:
        return None
    told = plain[max(0, amount.start - 80) : amount.start].rpartition(". ")[2]
    is_change = amount.value != int(amount.value) or _IN_POINTS.search(told) or CHANGE_AHEAD.search(told)
    return ("point", point.end()) if is_change or plain[amount.start] in "+-−±" else None


_ENGLISH_GROUP = re.compile(r"[1-9][0-9]{0,2},(?:000|[0-9]{3})")
_RATE_UNIT = alternation(forms_of("number_contexts", reading="rate"))
_OTHER_RATE = re.compile(rf"(?: [^\W\d_]{{1,20}}){{1,3}} (?:{alternation(BY)}) (?!{_RATE_UNIT})")


def _is_english_thousand(amount: Amount, unit: str | None, text: TextIndex) -> bool:
    """*300,000 lectures*, as in English: nobody counts things to the third decimal place, but *1,250 lit par cas*."""
    printed = text.plain[amount.start : amount.end]
    if not _ENGLISH_GROUP.match(printed) or amount.multiplier != 1.0 or amount.step != 0.001:
        return False
    if unit is not None:
        return unit in unit_codes("currency") and ",000" in printed
    return counts_noun(text, amount.end, plural=True) and not _OTHER_RATE.match(text.plain, amount.end)


def _one_and_more(masked: str, text: TextIndex, currencies: Currencies) -> Iterator[Amount]:
    """*un an et demi*, *une heure et quart*, *un mètre soixante-quinze*: the article counts here."""
    for start, end in text.prose:
        for match in _ONE_AND_MORE.finditer(lower_case(masked), start, end):
            unit = unit_at(text.plain, match.end(), end)
            one = Amount(*match.span(1), 1.0, 1.0, match.end(), word=True)
            more = _with_rest(one, *unit, text.plain) if unit else one
            if more.value != 1.0:
                yield replace(more, unit=currencies.at_home(more.unit))


_AGES = range(5, 111)
_ASIDE = re.compile(rf" ?(?:[,)]|(?:{alternation(AND)}) )")
_NAMED_BEFORE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'-]{1,30} [A-ZÀ-ÖØ-Þ][\w'-]{1,30}(?:, ?| \()\Z")


def _age_of_named(amount: Amount, text: TextIndex) -> tuple[str, int] | None:
    """*Anne Roy, 53, tient le bar*, *Luc Morin (48)*: a bare number behind a person's full name is an age."""
    plain, start = text.plain, amount.start
    if amount.word or amount.value not in _AGES or amount.end - start > len("110"):
        return None
    name = _NAMED_BEFORE.search(plain, max(0, start - 70), start)
    token = text.token(name.start()) if name and _ASIDE.match(plain, amount.end) else None
    return ("year", amount.end) if token is not None and token.ent_type_ == "PER" else None


def _unit_over_adjectives(text: TextIndex, end: int) -> tuple[str, int] | None:
    """A unit of time behind one or two adjectives: *quinze prochaines années*."""
    token = text.following(end)
    if token is None or token.idx > end + 1:
        return None
    for _ in range(2):
        if token.pos_ not in ("ADJ", "ADV") or token.i + 1 >= len(text.doc):
            return None
        token = text.doc[token.i + 1]
        found = unit_at(text.plain, token.idx, len(text.plain))
        if found and token.pos_ == "NOUN" and found[0] in unit_codes("time"):
            return found
    return None
