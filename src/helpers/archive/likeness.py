"""Which texts are alike, without comparing each with all: runs of words, MinHash signatures, exact comparison."""

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from helpers.text.typography import fold, words

if TYPE_CHECKING:
    from datasketch import MinHash

_PERMUTATIONS = 256
"""Numbers in a MinHash signature."""


def similar(sets: Iterable[np.ndarray], similarity: float) -> list[tuple[int, int, float]]:
    """Pairs of sets that are alike, by their places, with their Jaccard index.

    Args:
        sets: what each holds, as different whole numbers of 64 bits, in order.
        similarity: the Jaccard index from which two are alike.
    """
    index, found = _Index(similarity), []
    for number, members in enumerate(sets):
        signature, alike = index.look(members)
        found += [(other, number, jaccard) for other, jaccard in alike]
        index.add(number, members, signature)
    return sorted(found)


def groups(sets: Iterable[np.ndarray], similarity: float) -> list[tuple[int, float]]:
    """For each set the first one of its group, by place, and the Jaccard index with that; see ``similar``.

    A set joins the group whose first it is most like; one that is like no first opens a group.
    """
    index, told = _Index(similarity), []
    for number, members in enumerate(sets):
        signature, alike = index.look(members)
        if alike:
            told.append(max(alike, key=lambda one: (one[1], -one[0])))
        else:
            index.add(number, members, signature)
            told.append((number, 1.0))
    return told


class _Index:
    """Sets in which those that are like another are found without comparing it with all.

    Candidates come from MinHash signatures in bands, wide enough that a pair at the threshold is missed about once in
    ten thousand; each is then compared exactly, so chance adds none.

    Source:
        Broder (1997), On the resemblance and containment of documents; Leskovec, Rajaraman and Ullman (2020), Mining
        of Massive Datasets, chapter 3, for the bands.
    """

    def __init__(self, similarity: float) -> None:
        from datasketch import MinHash, MinHashLSH

        rows = _rows_a_band(similarity)
        self._similarity = similarity
        self._candidates = MinHashLSH(num_perm=_PERMUTATIONS, params=(_PERMUTATIONS // rows, rows))
        self._blank = MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=int)
        self._members: dict[int, np.ndarray] = {}

    def look(self, members: np.ndarray) -> tuple["MinHash", list[tuple[int, float]]]:
        """The signature, and which sets are alike, in order, with their Jaccard index; none is like an empty one."""
        signature = self._blank.copy()
        if not len(members):
            return signature, []
        signature.update_batch(members & np.uint64(0xFFFFFFFF))  # a signature is made of 32 bits
        compared = [(n, jaccard(self._members[n], members)) for n in sorted(self._candidates.query(signature))]
        return signature, [(number, jaccard) for number, jaccard in compared if jaccard >= self._similarity]

    def add(self, number: int, members: np.ndarray, signature: "MinHash") -> None:
        if len(members):
            self._members[number] = members
            self._candidates.insert(number, signature)


def _rows_a_band(similarity: float, missed: float = 1e-4) -> int:
    """The most rows a band that still find a pair at the threshold, but for so small a part."""
    fitting = [rows for rows in range(1, 17) if (1 - similarity**rows) ** (_PERMUTATIONS // rows) <= missed]
    return max(fitting, default=1)


def shingles(text: str, size: int) -> np.ndarray:
    """Runs of so many words, folded, each as a number of 64 bits, in order; of a shorter text the whole."""
    parts = [fold(word) for word in words(text)]
    runs = {" ".join(parts[at : at + size]) for at in range(max(1, len(parts) - size + 1))} - {""}
    digests = [hashlib.blake2b(run.encode("utf-8"), digest_size=8).digest() for run in runs]
    return np.unique(np.frombuffer(b"".join(digests), dtype="<u8"))


def jaccard(one: np.ndarray, other: np.ndarray) -> float:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)
