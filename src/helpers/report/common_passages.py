"""What two releases have in common, word for word."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from helpers.release.release import Release
from helpers.text.typography import WORD, fold

LEAST = 7
"""Words that a passage has at least: fewer in a row may be chance, or a formula of the language."""
_PLACES = 20  # of the other text where a run of words is looked at: what comes more often is no passage


class Passage(NamedTuple):
    """A run of words that stands in both texts: its places in the one and in the other, and how many words it has."""

    start: int
    end: int
    other_start: int
    other_end: int
    words: int


class _Word(NamedTuple):
    form: object
    start: int
    end: int


def common_passages(one: Release, other: Release, least: int = LEAST) -> list[Passage]:
    """The longest runs of words that stand in both, in order of the one, whatever case, accents and signs they have.

    None goes beyond its paragraph, none overlaps another in the one. Time grows with the length of the texts alone.

    Args:
        one, other: the releases.
        least: words that a passage has at least.
    """
    mine, theirs = _words(one, 0), _words(other, 1)
    places: dict[tuple, list[int]] = defaultdict(list)
    for at in range(len(theirs) - least + 1):
        places[_run(theirs, at, least)].append(at)
    found, at = [], 0
    while at + least <= len(mine):
        starts = places.get(_run(mine, at, least), [])[:_PLACES]
        if not starts:
            at += 1
            continue
        length, there = max(
            ((_length(mine, at, theirs, start), start) for start in starts), key=lambda x: (x[0], -x[1])
        )
        last, their_last = mine[at + length - 1], theirs[there + length - 1]
        found.append(Passage(mine[at].start, last.end, theirs[there].start, their_last.end, length))
        at += length
    return found


def _words(release: Release, side: int) -> list[_Word]:
    """The words in order, folded; between two paragraphs something that the other text has nowhere."""

    def in_order() -> Iterator[_Word]:
        for number, paragraph in enumerate(release.paragraphs):
            for match in WORD.finditer(release.text, paragraph.start, paragraph.end):
                yield _Word(fold(match.group()), match.start(), match.end())
            yield _Word((side, number), paragraph.end, paragraph.end)

    return list(in_order())


def _run(words: list[_Word], at: int, size: int) -> tuple:
    return tuple(word.form for word in words[at : at + size])


def _length(mine: list[_Word], at: int, theirs: list[_Word], there: int) -> int:
    length = 0
    while at + length < len(mine) and there + length < len(theirs) and (
        mine[at + length].form == theirs[there + length].form
    ):  # fmt: skip
        length += 1
    return length
