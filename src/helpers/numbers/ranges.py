"""Amounts → ranges: the first number of *30 à 40 %* takes unit and multiplier of the second; *3-2* is a score."""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.lexicon.words import AND, alternation, forms_of, words
from helpers.numbers.countable import counts_noun
from helpers.numbers.links import RANGE_MARKS, is_range_link, link
from helpers.numbers.model import Amount, Excluded
from helpers.numbers.number_words import ONE
from helpers.numbers.text_index import TextIndex

_I = re.IGNORECASE
_BETWEEN = re.compile(
    rf"(?<!\w)(?:{alternation(forms_of('number_contexts', reading='lower end'))}) (?:[^\W\d_]{{1,12}} ){{0,2}}\Z", _I
)
_LEAST = rf"(?:{alternation(forms_of('number_contexts', reading='lower end'))}) (?P<least>{ONE}) (?:{alternation(AND)})"
_FROM_ONE = re.compile(rf"(?<!\w)(?:(?P<one>{ONE}) (?:{link('article and number')})|{_LEAST}) \Z", _I)
_MOST_FROM_ONE = 100  # un à 15 000 gourdes: one at a price
_LONGEST_LINK = 24
_LISTING = words("list coordinator")
_COMMA = ", "  # 12, 15 et 20 millions d'euros: a list whose last two are joined


def with_ranges(amounts: list[Amount], text: TextIndex) -> tuple[list[Amount], list[Excluded]]:
    """The amounts with the ends of ranges put together, in the order of the text, and the scores among them."""
    amounts = sorted(amounts, key=lambda a: a.start)
    dropped: set[int] = set()
    listed: set[int] = set()
    scores = []
    for n in range(len(amounts) - 2, -1, -1):
        a, b = amounts[n], amounts[n + 1]
        link = text.plain[a.end : b.start] if b.start - a.end < _LONGEST_LINK else ""
        if not link or a.share or b.share or not (is_range_link(link) or (link == _COMMA and n + 1 in listed)):
            continue
        if _is_score(link, a, b, text):
            dropped |= {n, n + 1}
            scores.append(Excluded(a.start, b.end, "score or reference"))
        elif a.unit is None and a.after == a.end:
            amounts[n] = _like_second(a, b, link, text.plain)
            if link == _COMMA or _first_word(link) in _LISTING:
                listed.add(n)
    kept = [amount for n, amount in enumerate(amounts) if n not in dropped]
    ends = {amount.end for amount in kept}  # trente et un à quarante: no article
    with_ones = [o for a in kept for o in (*(one for one in _from_one(a, text.plain) if one.end not in ends), a)]
    return sorted(with_ones, key=lambda a: a.start), scores


_OF_A_MATCH = re.compile(
    rf"(?<!\w)(?:(?:{alternation(forms_of('number_contexts', reading='score'))})[^\W\d_]{{0,6}} (?:[^\W\d_]{{2,15}} )?"
    rf"|(?:{alternation(forms_of('number_contexts', reading='before a score'))}) )\Z",
    _I,
)


def _is_score(link: str, first: Amount, second: Amount, text: TextIndex) -> bool:
    """*Les rouges ont gagné 3-2*, *menaient 2 à 1*, not *20-30 cerfs* or *de 2 à 4*."""
    if second.unit is not None or second.end - second.start > 3 or counts_noun(text, second.end, plural=True):
        return False
    left = text.plain[max(0, first.start - 40) : first.start]
    return _first_word(link) in RANGE_MARKS or (first.unit is None and _OF_A_MATCH.search(left) is not None)


def _like_second(first: Amount, second: Amount, link: str, plain: str) -> Amount:
    """The first of two ends in the unit of the second, and in its millions or thousands where it leaves these out."""
    is_range = _first_word(link) not in AND or _BETWEEN.search(plain[max(0, first.start - 30) : first.start])
    times = _shared_multiplier(first, second) or (_shared_thousands(first, second, plain) if is_range else 1.0)
    return replace(
        first,
        unit=second.unit,
        value=first.value * times,
        step=first.step * times if first.step else None,
        multiplier=times,
    )


def _shared_multiplier(first: Amount, second: Amount) -> float | None:
    """From 600 to 400 million, *120 et 135 millions*: both are millions; from 500 to 2 million they are not."""
    is_near = abs(first.value) < 20 * abs(second.value) / second.multiplier
    return second.multiplier if second.multiplier > 1 and first.multiplier == 1.0 and is_near else None


_IN_THOUSANDS = re.compile(r"[0-9]{1,3}[ .']?000(?![0-9]|[.,][0-9]| [0-9]{3})")
_FURTHEST = 2.5  # the second end against the first: from 1 to 4 000 goes from one


def _shared_thousands(first: Amount, second: Amount, plain: str) -> float:
    """*3 à 4 000 personnes*, *deux ou trois cents*: the first is told in the second's thousands or hundreds."""
    if second.word:
        scale = next((s for s in (1000.0, 100.0) if second.value % s == 0), 0.0)
    else:
        scale = 1000.0 if _IN_THOUSANDS.match(plain, second.start) else 0.0  # its sign may follow: 4 000 FCFA
    is_bare = first.value == int(first.value) and first.word == second.word and first.multiplier == 1.0
    if not scale or not is_bare or not 1 < first.value < second.value / scale <= _FURTHEST * first.value:
        return 1.0
    return scale


def _first_word(link: str) -> str:
    return link.strip().split(" ")[0].lower()


def _from_one(amount: Amount, plain: str) -> Iterator[Amount]:
    """*d'un à trois ans*, *une ou deux personnes*, *entre un et trois ans*: the article is a number here."""
    left = max(0, amount.start - 16)
    one = _FROM_ONE.search(plain[left : amount.start])
    if one and amount.share is None and 1 < amount.value <= _MOST_FROM_ONE:
        start, end = (left + place for place in one.span("least" if one["least"] else "one"))
        yield Amount(start, end, 1.0, 1.0, end, unit=amount.unit)
