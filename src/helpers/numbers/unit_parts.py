"""Amounts in one unit → the same with what is told behind in a part of that: *2 h 30*, *deux ans et trois mois*.

Which unit has which parts stands in ``lexicon/unit_parts.csv``.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from helpers import lexicon
from helpers.lexicon.words import AND, alternation
from helpers.numbers.model import Amount
from helpers.numbers.number_words import WORD, cardinal
from helpers.numbers.units import unit_at, unit_codes

_I = re.IGNORECASE
_MONEY = "currency"
_PARTS = {row["unit"]: (row["part"], int(row["times"]), row["bare"] == "yes") for row in lexicon.rows("unit_parts")}
_IN_WORDS = rf"(?:{WORD})(?!\w)(?:(?: (?:{alternation(AND)}) |-(?:{alternation(AND)})-|[ -])(?:{WORD})(?!\w))*+"
_COUNT = rf"(?P<count>[0-9]{{1,3}}|{_IN_WORDS})(?![\w/-]|[.,][0-9])"
_TOLD = re.compile(rf" ?(?:(?<= )(?:{alternation(AND)}) )?{_COUNT}", _I)
_BARE = re.compile(
    rf" ?(?P<count>(?<=[^ ])[0-9]{{2}}|(?<= )[0-9]{{2,3}}|(?<= ){_IN_WORDS})(?![\w/-]|[.,][0-9])"
    r"(?= ?(?:[.,;:)»]|\Z|[^\W\d_]{1,3} ))",
    _I,
)


def with_part(amount: Amount, plain: str) -> Amount:
    """An amount with its part: *2 heures et 30 minutes*, *15 euros 50*, *1 m 75*, *six pieds deux pouces*.

    Args:
        amount: with its unit, read up to ``after``.
        plain: the text.
    """
    is_money = amount.unit in unit_codes(_MONEY)
    part, times, may_be_bare = _PARTS.get(_MONEY if is_money else amount.unit, ("", 0, False))
    if amount.unit == part or not times or amount.value != int(amount.value) or amount.multiplier != 1.0:
        return amount
    told = _TOLD.match(plain, amount.after)
    for end in _ends(told, plain) if told else ():
        unit, count = unit_at(plain, end, len(plain)), _below(times, plain[told.start("count") : end])
        if count is not None and unit and unit[0] == part:
            return _sum(amount, count / times, end, unit[1], times)
    bare = _BARE.match(plain, amount.after) if may_be_bare else None
    count = _below(times, bare["count"]) if bare and _is_whole_part(bare["count"], times) else None
    return amount if count is None else _sum(amount, count / times, bare.end("count"), bare.end("count"), times)


def _is_whole_part(count: str, times: int) -> bool:
    """*2 h | 30*, *2 kg | 500*: digits without a unit fill the part; not *2 kg | 50* or *2 h | 300*."""
    return not count.isdigit() or len(count) == len(str(times - 1))


def _ends(told: re.Match[str], plain: str) -> Iterator[int]:
    """Where the count may end, the longest first: *quinze cents* are fifteen hundred, or fifteen cents."""
    end = told.end("count")
    while end > told.start("count"):
        yield end
        end = max(plain.rfind(" ", told.start("count"), end), told.start("count"))


def _sum(amount: Amount, added: float, end: int, after: int, times: int) -> Amount:
    value = amount.value + math.copysign(added, amount.value)
    return replace(amount, value=value, step=1 / times, end=end, after=after)


def _below(most: int, count: str) -> int | None:
    """A whole number in digits or words, if it is less than another."""
    value, stop = (int(count), len(count)) if count.isdigit() else cardinal(count, 0, len(count))[::2]
    return int(value) if stop == len(count) and 0 <= value < most else None
