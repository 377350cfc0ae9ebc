"""A text as its reader sees it: composed letters, nothing invisible, one kind of each mark.

What a reader does not see must not change a reading: whether an accent is a character of its own, where a word may be
divided, whether marks are doubled as typewriters and TeX double them. The normal form is what is read; every place in
it has its place in the text as it stands.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from helpers.lexicon.words import words as words_of_class

Edit = tuple[int, int, str]
"""Start and end of a stretch of a text, and what stands for it."""

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"  # soft hyphen, zero-width space and joiners, word joiner
_MARKS = {
    "<<": "«", ">>": "»", "‘’": "“", "``": '"', "''": '"', "‘‘": "“", "’’": "”", "‟": "“", "″": '"', "＂": '"',
}  # fmt: skip
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_UNSEEN = re.compile(
    rf"[^\W\d_][\u0300-\u036f]+|[{_INVISIBLE}]+|(?<=\S)\ufeff|(?<=[^\s{_RAISED}])[{_RAISED}]+|"
    + "|".join(re.escape(mark) for mark in sorted(_MARKS, key=len, reverse=True))
)


@dataclass(frozen=True, eq=False)
class NormalForm:
    """A text in its normal form, and where each of its characters stands in the text as it is.

    ``pieces`` are the stretches that differ, in order: where each begins and ends here, and where in ``before``, which
    is the original or a normal form itself.
    """

    text: str
    before: "str | NormalForm"
    pieces: tuple[tuple[int, int, int, int], ...]

    @property
    def original(self) -> str:
        """The text as it stands."""
        return self.before if isinstance(self.before, str) else self.before.original

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the normal form as the stretch of the original that it stands for."""
        first = self.start(start)
        return first, max(first, self.end(end))

    def start(self, position: int) -> int:
        """Where in the original a character of the normal form begins."""
        place = self._place(position, at_end=False)
        return place if isinstance(self.before, str) else self.before.start(place)

    def end(self, position: int) -> int:
        """Where in the original the character before a position of the normal form ends."""
        place = self._place(position, at_end=True)
        return place if isinstance(self.before, str) else self.before.end(place)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the original as the stretch that stands for it here; ``span`` the other way round."""
        first, last = (start, end) if isinstance(self.before, str) else self.before.within(start, end)
        begin = self._here(first, at_end=False)
        return begin, max(begin, self._here(last, at_end=True))

    def _here(self, position: int, at_end: bool) -> int:
        index = bisect_right(self._old_starts, position) - 1
        if index < 0:
            return position
        start, end, old_start, old_end = self.pieces[index]
        if old_start < position < old_end:  # inside of what is replaced: all that stands for it
            return end if at_end else start
        return start if position == old_start else end + position - old_end

    @cached_property
    def _old_starts(self) -> list[int]:
        return [piece[2] for piece in self.pieces]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece[0] for piece in self.pieces]

    def _place(self, position: int, at_end: bool) -> int:
        character = position - at_end
        index = bisect_right(self._starts, character) - 1
        if index < 0:
            return position
        start, end, old_start, old_end = self.pieces[index]
        if start <= character < end:  # one of the characters that stand for others: all of these
            return old_end if at_end else old_start
        return old_end + position - end


def edited(before: str | NormalForm, edits: Iterable[Edit]) -> "str | NormalForm":
    """A text with some stretches replaced, given in order, none in another; the text itself where there is none."""
    text = before if isinstance(before, str) else before.text
    parts: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    at = length = 0
    for start, end, instead in edits:
        length += start - at
        parts += (text[at:start], instead)
        pieces.append((length, length + len(instead), start, end))
        length, at = length + len(instead), end
    if not pieces:
        return before
    return NormalForm("".join([*parts, text[at:]]), before, tuple(pieces))


def unseen(text: str) -> Iterator[Edit]:
    """What a reader does not see or passes over: accents that are characters of their own, invisible characters,
    doubled marks, numbers of notes."""
    for match in _UNSEEN.finditer(text):
        printed = match.group()
        if printed[0] in _RAISED:
            if not _is_power(text, match.start()):
                yield match.start(), match.end(), ""
            continue
        instead = _MARKS.get(printed) or unicodedata.normalize("NFC", printed).strip(f"{_INVISIBLE}\ufeff")
        if instead != printed:
            yield match.start(), match.end(), instead


def _is_power(text: str, at: int) -> bool:
    """Whether a raised figure belongs to what stands before it (*30 m²*, *x²*, *10⁻³*) and is no note's (*Roy²*)."""
    before = text[max(0, at - 4) : at].rstrip("⁻⁺")
    letters = re.sub(r".*[\W\d_]", "", before, flags=re.DOTALL).lower()
    if letters:
        return len(letters) == 1 or letters in words_of_class("raised figure base")
    return re.search(r"(?:^|[^\d\s.,])\s?10\Z", before) is not None
