"""Amounts → ranges: the first number of *30 à 40 %* takes unit and multiplier of the second; *3-2* is a score."""

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.lexicon.words import AND, alternation, forms_of
from helpers.numbers.countable import counts_noun
from helpers.numbers.links import RANGE_MARKS, is_range_link, link
from helpers.numbers.model import Amount, Excluded
from helpers.numbers.number_words import ONE
from helpers.numbers.text_index import TextIndex

_I = re.IGNORECASE
_BETWEEN = re.compile(
    rf"(?<!\w)(?:{alternation(forms_of('number_contexts', reading='lower end'))}) (?:[^\W\d_]{{1,12}} ){{0,2}}\Z", _I
)
_FROM_ONE = re.compile(rf"(?<!\w)(?P<one>{ONE}) (?:{link('article and number')}) \Z", _I)
_LONGEST_LINK = 24


def with_ranges(amounts: list[Amount], text: TextIndex) -> tuple[list[Amount], list[Excluded]]:
    """The amounts with the ends of ranges put together, in the order of the text, and the scores among them."""
    amounts = sorted(amounts, key=lambda a: a.start)
    dropped: set[int] = set()
    scores = []
    for n in range(len(amounts) - 2, -1, -1):
        a, b = amounts[n], amounts[n + 1]
        link = text.plain[a.end : b.start] if b.start - a.end < _LONGEST_LINK else ""
        if not link or a.share or b.share or not is_range_link(link):
            continue
        if _is_score(link, b, text):
            dropped |= {n, n + 1}
            scores.append(Excluded(a.start, b.end, "score or reference"))
        elif a.unit is None and a.after == a.end:
            amounts[n] = _like_second(a, b, link, text.plain)
    kept = [amount for n, amount in enumerate(amounts) if n not in dropped]
    with_ones = [one for amount in kept for one in (*_from_one(amount, text.plain), amount)]
    return sorted(with_ones, key=lambda a: a.start), scores


def _is_score(link: str, second: Amount, text: TextIndex) -> bool:
    """*Les rouges ont gagné 3-2*, not *20-30 cerfs*."""
    return (
        _first_word(link) in RANGE_MARKS
        and second.unit is None
        and second.end - second.start <= 3
        and not counts_noun(text, second.end, plural=True)
    )


def _like_second(first: Amount, second: Amount, link: str, plain: str) -> Amount:
    """From 600 to 400 million both are millions; from 500 to 2 million they are not, nor are *500 et 2 millions*."""
    is_near = abs(first.value) < 20 * abs(second.value) / second.multiplier
    is_range = _first_word(link) not in AND or _BETWEEN.search(plain[max(0, first.start - 30) : first.start])
    times = second.multiplier if first.multiplier == 1.0 and is_near and is_range else 1.0
    return replace(
        first,
        unit=second.unit,
        value=first.value * times,
        step=first.step * times if first.step else None,
        multiplier=times,
    )


def _first_word(link: str) -> str:
    return link.strip().split(" ")[0].lower()


def _from_one(amount: Amount, plain: str) -> Iterator[Amount]:
    """*d'un à trois ans*, *une ou deux personnes*: the article is a number here."""
    left = max(0, amount.start - 12)
    one = _FROM_ONE.search(plain[left : amount.start])
    if one and amount.share is None and amount.value > 1:
        start, end = left + one.start("one"), left + one.end("one")
        yield Amount(start, end, 1.0, 1.0, end, unit=amount.unit)
