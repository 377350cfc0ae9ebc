"""Doc → amounts: the numbers that count or measure something, with units, shares and ranges put together."""

import bisect
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from helpers.french.document import ReleaseDoc
from helpers.numbers.excluded_contexts import without_contexts
from helpers.numbers.excluded_forms import excluded_forms, mask
from helpers.numbers.excluded_pairs import without_pairs
from helpers.numbers.measures import with_units
from helpers.numbers.model import Amount, Excluded
from helpers.numbers.numerals import numerals
from helpers.numbers.ranges import with_ranges
from helpers.numbers.shares import with_shares
from helpers.numbers.text_index import TextIndex


@dataclass
class Amounts:
    """The amounts of a release, and what in it is written as a number but is none.

    ``found`` and ``excluded`` are in the order of the text. Every digit of the release is in one of them.
    """

    text: TextIndex
    found: list[Amount]
    excluded: list[Excluded]
    _known: dict[tuple[str, int], list] = field(default_factory=dict, repr=False)

    @cached_property
    def starts(self) -> list[int]:
        """Where the amounts begin, in order."""
        return [a.start for a in self.found]

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The same, for a quick look-up."""
        return frozenset(self.starts)

    @cached_property
    def barred(self) -> frozenset[int]:
        """Where numbers and dates begin: no phrase that is counted reaches over one."""
        return self.numbers | {e.start for e in self._dates}

    def within(self, low: int, high: int) -> list[Amount]:
        """The amounts that begin in a stretch."""
        return self.found[bisect.bisect_left(self.starts, low) : bisect.bisect_left(self.starts, high)]

    def before(self, position: int, low: int) -> Amount | None:
        """The last amount that begins in a stretch."""
        here = bisect.bisect_left(self.starts, position) - 1
        return self.found[here] if here >= 0 and self.starts[here] >= low else None

    def behind(self, position: int, high: int) -> Amount | None:
        """The first amount that begins in a stretch."""
        here = bisect.bisect_left(self.starts, position)
        return self.found[here] if here < len(self.starts) and self.starts[here] < high else None

    def next_start(self, position: int, limit: int) -> int:
        """Where the first amount behind a position begins, or a limit where none is left."""
        here = bisect.bisect_right(self.starts, position)
        return self.starts[here] if here < len(self.starts) else limit

    @cached_property
    def _dates(self) -> list[Excluded]:
        return [e for e in self.excluded if e.reason in ("date", "year")]

    def dates_within(self, low: int, high: int) -> list[Excluded]:
        """The dates and years that begin in a stretch."""
        first = bisect.bisect_left(self._dates, low, key=lambda e: e.start)
        return self._dates[first : bisect.bisect_left(self._dates, high, key=lambda e: e.start)]

    def once(self, what: str, low: int, read: Callable[[], list]) -> list:
        """A list that belongs to a position, say that of a sentence, read once."""
        if (what, low) not in self._known:
            self._known[what, low] = read()
        return self._known[what, low]


def read_amounts(document: ReleaseDoc) -> Amounts:
    """The amounts of a release, and its numbers that are none, each with the reason.

    Args:
        document: the release with its parse.

    Returns:
        Amounts are read in prose only. Every digit of the release is in an amount or in an exclusion.
    """
    text = TextIndex(document)
    excluded = list(excluded_forms(text.plain, text.release))
    masked = mask(text.plain, excluded)
    read = [numeral for start, end in text.prose for numeral in numerals(masked, start, end)]
    excluded += [e for e in read if isinstance(e, Excluded)]
    amounts = with_shares([a for a in read if isinstance(a, Amount)], text)
    amounts, by_context = without_contexts(list(with_units(amounts, masked, text)), text)
    excluded += by_context
    amounts, by_others = without_pairs(amounts, excluded, text)
    amounts, scores = with_ranges(amounts, text)
    excluded = _signs_told(excluded + by_others + scores, amounts, text.plain)
    excluded += _rest(text.plain, amounts, excluded)
    return Amounts(text, amounts, sorted(excluded, key=lambda e: (e.start, e.end)))


def _signs_told(excluded: list[Excluded], amounts: list[Amount], plain: str) -> list[Excluded]:
    """What is excluded; in the unit of an amount it is a sign of that: the 2 of *m2*."""
    units = bytearray(len(plain))
    for amount in amounts:
        units[amount.end : amount.after] = b"\x01" * (amount.after - amount.end)
    return [replace(e, reason="sign of a unit") if units[e.start] else e for e in excluded]


def _rest(plain: str, amounts: list[Amount], excluded: list[Excluded]) -> list[Excluded]:
    """Digits that no rule has taken: outside the prose, or unread."""
    masked = mask(plain, [*excluded, *(Excluded(a.start, a.end, "") for a in amounts)])
    return [
        Excluded(*m.span(), "no amount that these rules can read")
        for m in re.finditer(r"[0-9]++(?:[ .,'][0-9]++)*+", masked)
    ]
