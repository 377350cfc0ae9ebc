"""Letters of an acronym → the words that they stand for, found letter by letter.

Source:
    Schwartz and Hearst (2003), Pacific Symposium on Biocomputing 8, for the limit on words; here initials are preferred
    and small words free, as French acronyms need.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from helpers.lexicon.words import forms_of
from helpers.text.typography import WORD, fold

_SMALL = frozenset(map(fold, forms_of("small_words")))
_LEAST_REORDERED = 3
"""Letters that an acronym has at least for another order of them to be no chance."""


@dataclass(frozen=True)
class Word:
    """A word of a name, or one part of a compound, with its letters folded."""

    start: int
    end: int
    letters: str
    is_small: bool  # an article, a preposition, a later part of a compound: may go without a letter
    is_capital: bool = False  # printed with a capital


@dataclass(frozen=True)
class Expansion:
    """The words that an acronym stands for; ``cost`` is 0 where each full word gives its initial and nothing else."""

    start: int
    end: int
    cost: int


def words_between(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of text, compounds and elisions taken apart: *l'avant-port* has three."""
    found = []
    for match in WORD.finditer(text, start, end):
        at = match.start()
        for number, part in enumerate(re.split(r"[-‐‑'’]", match.group())):
            letters = fold(part)
            if letters:
                is_small = number > 0 or letters in _SMALL
                found.append(Word(at, at + len(part), letters, is_small, part[0].isupper()))
            at += len(part) + 1
    return found


def align(short: str, words: list[Word], *, whole: bool) -> Expansion | None:
    """The words whose letters spell the acronym, cheapest reading first, then the nearest.

    Each word that gives letters gives its first. A name begins with a full word or a capital (*Les Verts*). The last
    full word must give a letter, and with ``whole`` the first too. A further letter out of one word costs 1, a full
    word passed over 1; a reading may cost half as much as there are letters.
    """
    letters = _letters(short)
    if letters is None:
        return None
    words = _within_reach(words, len(letters), whole=whole)
    spelling = _Spelling(letters, words)
    ends = [
        (reading, last)
        for last in _last_words(words)
        if (reading := spelling.cheapest(last, len(letters))) and (reading.first == 0 or not whole)
    ]
    if not ends:
        return None
    # Of readings alike in all else, the one without small words at its end.
    (cost, first), last = min(ends, key=lambda end: (end[0].rank, end[1]))
    if cost > len(letters) // 2 or (cost and not _is_capital(short)):
        return None
    return Expansion(words[first].start, words[last].end, cost)


def align_reordered(short: str, words: list[Word], *, whole: bool) -> Expansion | None:
    """The words whose initials are the letters in another order, as of a name that is translated.

    *African Development Bank* gives *AfDB* and *ADB*, its French name *Banque africaine de développement*: each full
    word gives one letter and none is left over. A name begins with a capital; with ``whole`` it is all of the words.
    """
    letters = _letters(short)
    full = [word for word in words if not word.is_small]
    if letters is None or len(full) < len(letters) or (whole and len(full) != len(letters)):
        return None
    named = full[-len(letters) :]
    is_spelled = sorted(letters) == sorted(word.letters[0] for word in named)
    if len(letters) < _LEAST_REORDERED or not (is_spelled and named[0].is_capital and _is_capital(short)):
        return None
    return Expansion(named[0].start, named[-1].end, 0)


class _Reading(NamedTuple):
    """What it costs to read letters in words, and the index of the first of these."""

    cost: int
    first: int

    @property
    def rank(self) -> tuple[int, int]:
        """The lower cost is better; at the same cost the later start, which is the shorter name."""
        return self.cost, -self.first


class _Spelling:
    """The cheapest way to read the letters of an acronym in words; each part of it is sought once."""

    def __init__(self, letters: str, words: list[Word]) -> None:
        self.letters, self.words = letters, words
        self.most_skipped = 0 if len(letters) == 2 else max(1, len(letters) // 3)
        self._known: dict[tuple[int, int], _Reading | None] = {}

    def cheapest(self, word: int, letter: int) -> _Reading | None:
        """The cheapest reading of ``letters[:letter]`` that ends at ``words[word]``."""
        if (word, letter) not in self._known:
            self._known[word, letter] = min(self._readings(word, letter), key=lambda r: r.rank, default=None)
        return self._known[word, letter]

    def _readings(self, word: int, letter: int) -> Iterator[_Reading]:
        """The word gives the last letter, the last two, …; words before it the others."""
        for count in range(1, letter + 1):
            if not _gives(self.words[word].letters, self.letters[letter - count : letter]):
                continue
            if count == letter:
                if not self.words[word].is_small or self.words[word].is_capital:
                    yield _Reading(count - 1, word)
                continue
            for cost, first in self._before(word, letter - count):
                yield _Reading(cost + count - 1, first)

    def _before(self, word: int, letter: int) -> Iterator[_Reading]:
        """Readings of ``letters[:letter]`` that end before a word, with few full words passed over in between."""
        skipped = 0
        for before in range(word - 1, -1, -1):
            reading = self.cheapest(before, letter)
            if reading:
                yield _Reading(reading.cost + skipped, reading.first)
            skipped += not self.words[before].is_small
            if skipped > self.most_skipped:
                break


def _within_reach(words: list[Word], letters: int, *, whole: bool) -> list[Word]:
    """The last words that so many letters may stand for; none where all were to be and are too many."""
    full = [i for i, word in enumerate(words) if not word.is_small]
    limit = min(letters + 5, 2 * letters)
    if len(full) <= limit:
        return words
    return [] if whole else words[full[-limit] :]


def _last_words(words: list[Word]) -> Iterator[int]:
    """The words that a name can end with, from behind: small ones, and the last full one, which must give a letter."""
    for last in range(len(words) - 1, -1, -1):
        yield last
        if not words[last].is_small:
            break


def _letters(short: str) -> str | None:
    """The letters to be explained, or None where the shape is not an acronym's."""
    kept = re.sub(r"(?<=[A-ZÀ-ÖØ-Þ])s\Z", "", short)  # a plural s: ONGs
    letters = re.sub(r"[^a-z0-9]", "", fold(kept))
    capitals = sum(c.isupper() for c in short)
    if not 2 <= len(letters) <= 10 or not short[0].isupper():
        return None
    # French prints pronounceable acronyms as words (Insee): their letters must all be initials.
    if capitals < 2 and len(letters) < 4:
        return None
    return letters


def _is_capital(short: str) -> bool:
    """*VGT*, not *Insee*: half of the letters at least are capitals."""
    return 2 * sum(c.isupper() for c in short) >= sum(c.isalpha() for c in short)


def _gives(word: str, letters: str) -> bool:
    """Whether the letters stand in the word in this order, the first of them at its head."""
    at = 0
    for number, letter in enumerate(letters):
        at = word.find(letter, at)
        if at < 0 or (number == 0 and at > 0):
            return False
        at += 1
    return True
