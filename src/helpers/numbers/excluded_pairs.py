"""Amounts beside numbers that are none, or printed like them → which of them are none either.

*MySQL 5.5 ou 5.6*, *entre 22 heures et 5 heures*, *entre deux et cinq heures du matin*.
"""

import re
from collections.abc import Callable

from helpers.numbers.countable import counts_its_noun
from helpers.numbers.links import is_range_link, link
from helpers.numbers.model import Amount, Excluded
from helpers.numbers.text_index import TextIndex
from helpers.numbers.times import HOUR_UNIT

_NAME, _TIME = "part of a name", "time of day"


def without_pairs(
    amounts: list[Amount], excluded: list[Excluded], text: TextIndex
) -> tuple[list[Amount], list[Excluded]]:
    """The amounts that are none for another number's sake, out of the first list and in the second."""
    kept, dropped = _walk(amounts, excluded, text, _follows)
    kept, before = _walk(kept, [*excluded, *dropped], text, _leads, backwards=True)
    named = {text.plain[e.start : e.end] for e in excluded if e.reason in (_NAME, "version or reference")}
    again = [a for a in kept if _is_named_again(a, named, text)]
    dropped += [*before, *(Excluded(a.start, a.end, _NAME) for a in again)]
    return [a for a in kept if a not in again], dropped


_Reads = Callable[[Amount, Excluded, TextIndex], bool]


def _walk(
    amounts: list[Amount], excluded: list[Excluded], text: TextIndex, reads: _Reads, *, backwards: bool = False
) -> tuple[list[Amount], list[Excluded]]:
    """Each amount held against the number next to it, which may have been an amount until now."""
    kept, dropped, last = [], [], None
    for item in sorted([*amounts, *excluded], key=lambda i: i.start, reverse=backwards):
        if isinstance(item, Excluded):
            last = item
        elif last is not None and reads(item, last, text):
            last = Excluded(item.start, item.end, last.reason)
            dropped.append(last)
        else:
            kept.append(item)
            last = None
    return sorted(kept, key=lambda a: a.start), dropped


_NAME_LINK = re.compile(rf" (?:{link('names')}) |, ")
_TIME_LINK = re.compile(rf"(?: ?(?:{HOUR_UNIT}))? (?:{link('ends of a span')}) ", re.IGNORECASE)


def _follows(amount: Amount, last: Excluded, text: TextIndex) -> bool:
    """*MySQL 5.5 ou 5.6*: a bare number behind a name's; *de 22 heures à 5 heures*: an hour behind an hour."""
    if amount.start < last.end or amount.start > last.end + 20:
        return False
    if last.reason == _NAME:
        is_linked = _NAME_LINK.fullmatch(text.plain, last.end, amount.start)
        return bool(is_linked) and amount.unit is None and not counts_its_noun(text, amount)
    if last.reason != _TIME or amount.unit != "hour" or amount.value > 24 or amount.value != int(amount.value):
        return False
    return _TIME_LINK.fullmatch(text.plain, last.end, amount.start) is not None


def _leads(amount: Amount, following: Excluded, text: TextIndex) -> bool:
    """*entre deux et cinq heures du matin*: a bare number before an hour."""
    gap = text.plain[amount.end : following.start] if following.start < amount.end + 10 else ""
    return following.reason == _TIME and amount.unit is None and amount.value <= 24 and is_range_link(gap)


_DOTTED = re.compile(r"[0-9]{1,3}\.[0-9]{1,3}")
_VERSION = re.compile(r"[0-9]{1,3}\.[0-9]{1,2}")  # 3.500 may be a group of thousands


def _is_named_again(amount: Amount, named: set[str], text: TextIndex) -> bool:
    """*… annoncé en 9.3*, where the text has *PostgreSQL 9.3*, or another version written with a dot."""
    printed = text.plain[amount.start : amount.end]
    is_dotted = amount.unit is None and _DOTTED.fullmatch(printed) is not None
    is_like = _VERSION.fullmatch(printed) is not None and any(_VERSION.fullmatch(name) for name in named)
    return (printed in named or is_like) and is_dotted and not counts_its_noun(text, amount)
