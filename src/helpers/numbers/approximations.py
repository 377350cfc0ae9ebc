"""Amounts → how exact they are said to be, by the words around them (``lexicon/approximators.csv``)."""

import re
from functools import cache

from helpers import lexicon
from helpers.lexicon.words import AT, DEFINITE, OF, alternation, words
from helpers.numbers.model import Amount
from helpers.numbers.text_index import TextIndex

_I = re.IGNORECASE
NOT_HEDGED = "not hedged"  # no word makes it less exact: that it is exact is not said


def approximation(amount: Amount, text: TextIndex) -> str:
    """How exact a number is said to be: not hedged, about, more than, less than, at least or at most.

    The words before the number count before those behind.
    """
    low, high = text.sentence_span(amount.start)
    meaning = approximated(text.plain[max(low, amount.start - 60) : amount.start])
    if meaning is None:
        pattern, meanings = _approximators("after")
        for at in (amount.after, amount.end):
            behind = pattern.match(text.plain[at : min(high, at + 30)])
            if behind:
                meaning = meanings[behind["form"].lower()]
                break
    return meaning or amount.approximation or NOT_HEDGED


def approximated(left: str) -> str | None:
    """What the words at the end of a text make of the number behind it."""
    pattern, meanings = _approximators("before")
    match = pattern.search(left)
    return meanings[match["form"].lower()] if match else None


@cache
def _approximators(side: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """An expression for the words on one side of a number, and what each means."""
    meanings = {r["form"]: r["meaning"] for r in lexicon.rows("approximators") if r["side"] == side}
    joined = alternation(meanings)
    if side == "before":
        small = alternation(OF | AT | DEFINITE | words("plural determiner"))
        expression = rf"(?<!\w)(?P<form>{joined})(?: ?(?:{small}))?(?: |(?<=')|\Z)*+\Z"
    else:
        expression = rf"\s?(?P<form>{joined})(?!\w)"
    return re.compile(expression, _I), meanings
