"""Amounts → shares: *huit lits sur dix*, *un sur cinq*, *2/3 de* are one number each."""

import re

from helpers.french.verbs import is_finite_verb
from helpers.lexicon.words import BARE_OF, DEFINITE, alternation
from helpers.numbers.countable import counts_noun
from helpers.numbers.links import link
from helpers.numbers.model import Amount
from helpers.numbers.number_words import ONE
from helpers.numbers.text_index import TextIndex
from helpers.numbers.times import YEAR
from helpers.numbers.units import unit_at

_I = re.IGNORECASE
_OUT_OF = link("share and whole")
_NOT_ELIDED = "".join(f"(?<!{form})" for form in sorted(DEFINITE) if form.endswith("'"))
_WORDS = r"(?P<words>(?: [^\W\d_][\w'’-]{0,40}){0,4})"
_SOME_OF = re.compile(rf"{_WORDS} (?:{_OUT_OF}) ", _I)
_ONE_OF = re.compile(rf"(?<!\w){_NOT_ELIDED}(?P<one>{ONE}){_WORDS} (?:{_OUT_OF}) \Z", _I)
_OF = re.compile(rf" (?:{alternation(BARE_OF)})")
_YEAR = re.compile(YEAR)

_Span = tuple[int, int]


def with_shares(amounts: list[Amount], text: TextIndex) -> list[Amount]:
    """The amounts, with two numbers that make a share joined to one."""
    out: list[Amount] = []
    for amount in sorted(amounts, key=lambda a: a.start):
        previous = out[-1] if out else None
        if previous and amount.start < previous.end:
            continue
        share = _share(previous, amount, text)
        if share and previous and share.start <= previous.start:
            out.pop()
        out.append(share or amount)
    return out


def _share(top: Amount | None, bottom: Amount, text: TextIndex) -> Amount | None:
    """The share that the second of two numbers ends: *8* and *10*, or an article and *dix*."""
    if bottom.unit or bottom.value < 2 or bottom.value != int(bottom.value):
        return None
    if top and text.plain[top.end : bottom.start] == "/" and 0 < top.value < bottom.value and not top.unit:
        return _vulgar_fraction(top, bottom, text.plain)
    if counts_noun(text, bottom.end, plural=True):
        return None
    found = _some_of(top, bottom, text.plain) or _one_of(bottom, text.plain)
    if found is None or any(is_finite_verb(t) for t in text.tokens(*found[2])):
        return None
    start, value, words = found
    counted = (words[0] + 1, words[1]) if words[0] < words[1] else None
    return Amount(start, bottom.end, value / bottom.value, 1 / bottom.value, bottom.end, share=counted)


def _vulgar_fraction(top: Amount, bottom: Amount, plain: str) -> Amount | None:
    """*2/3 de*, not *6/7 ans* or *4/10 km*."""
    measured = unit_at(plain, bottom.end, len(plain)) and not _OF.match(plain, bottom.end)
    if bottom.value not in (2, 3, 4, 5, 10, 20, 100) or measured:
        return None
    return Amount(top.start, bottom.end, top.value / bottom.value, None, bottom.end, partitive=True)


def _some_of(top: Amount | None, bottom: Amount, plain: str) -> tuple[int, float, _Span] | None:
    """*huit lits sur dix*: where it begins, the upper number, the span of the words between."""
    if top is None or bottom.start - top.end >= 120 or not _is_round(bottom):
        return None
    between = _SOME_OF.fullmatch(plain, top.end, bottom.start)
    if between and 0 < top.value < bottom.value and top.unit is None:
        return top.start, top.value, between.span("words")
    return None


def _one_of(bottom: Amount, plain: str) -> tuple[int, float, _Span] | None:
    """*un lit sur dix*, the same where the upper number is an article."""
    left = max(0, bottom.start - 130)
    one = _ONE_OF.search(plain[left : bottom.start])
    if one and (_is_round(bottom) or (bottom.value % 10 == 0 and not _YEAR.fullmatch(plain, bottom.start, bottom.end))):
        return left + one.start("one"), 1.0, (left + one.start("words"), left + one.end("words"))
    return None


def _is_round(whole: Amount) -> bool:
    """A share is told in round wholes; 20 of 23 are two counts."""
    is_ten = re.fullmatch(r"10+", f"{whole.value:.0f}") is not None
    return whole.word or whole.value <= 20 or whole.multiplier > 1 or is_ten
