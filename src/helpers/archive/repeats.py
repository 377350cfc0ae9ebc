"""What is repeated, word for word or nearly so: quotations in several releases, releases that copy each other."""

import difflib
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.sql import IN_ORDER, ISSUER, OF_RELEASES, SPOKEN
from helpers.text.typography import WORD, fold, words

if TYPE_CHECKING:
    from datasketch import MinHash

_PERMUTATIONS = 256
"""Numbers in a MinHash signature."""


def repeated_quotations(corpus: Corpus, similarity: float = 0.6, least: int = 6) -> pd.DataFrame:
    """Quotations that stand in several releases, word for word or nearly so.

    Args:
        corpus: the reading.
        similarity: Jaccard index of the pairs of neighbouring words from which a quotation is taken to be the first
            of a group again.
        least: shorter quotations, in words, are left out.

    Returns:
        ``group`` (from 1), ``similarity`` (to the first of the group), ``release``, ``date``, ``issuer``,
        ``speaker_name``, ``start``, ``end``, ``text``, by group and date.
    """
    table = corpus.sql(
        f"""SELECT release, date, {ISSUER} AS issuer, speaker_name, start, "end", quotes.text AS text
            FROM quotes {OF_RELEASES} WHERE {SPOKEN} AND quotes.words >= ? {IN_ORDER}""",
        [least],
    )
    likened = groups((_shingles(text, 2) for text in table["text"]), similarity)
    table["first"], table["similarity"] = [first for first, _ in likened], [index for _, index in likened]
    counted = table.groupby("first")["release"].nunique()
    several = table[table["first"].isin(counted.index[counted > 1])].sort_values("first", kind="stable")
    several["group"] = pd.factorize(several["first"])[0] + 1
    columns = ["group", "similarity", "release", "date", "issuer", "speaker_name", "start", "end", "text"]
    return several[columns].reset_index(drop=True)


def near_duplicates(corpus: Corpus, similarity: float = 0.7) -> pd.DataFrame:
    """Releases whose texts are nearly the same: ``release``, ``other``, ``similarity``, most alike first.

    Args:
        corpus: the reading.
        similarity: Jaccard index of their runs of three words from which two count.
    """
    names: list[str] = []

    def shingled() -> Iterator[np.ndarray]:
        for release, text in corpus.texts():
            names.append(release)
            yield _shingles(text, 3)

    pairs = [(*sorted((names[a], names[b])), index) for a, b, index in similar(shingled(), similarity)]
    pairs.sort(key=lambda row: (-row[2], row[0], row[1]))
    return pd.DataFrame(pairs, columns=["release", "other", "similarity"])


def copies(corpus: Corpus, similarity: float = 0.7) -> list[str]:
    """Releases that are nearly the same as one before them (by day, then name): what counts leave out, so that a second
    sending is no second release.
    """
    days = corpus.sql("SELECT release, date FROM releases ORDER BY date NULLS LAST, release")["release"]
    place = {release: number for number, release in enumerate(days)}
    pairs = near_duplicates(corpus, similarity)
    return sorted({max(pair, key=place.__getitem__) for pair in zip(pairs["release"], pairs["other"], strict=True)})


def contained(corpus: Corpus, least: float = 0.5, words_at_least: int = 40) -> pd.DataFrame:
    """Releases that stand for a good part in a longer text: an agency's dispatch in an article.

    Args:
        corpus: the reading.
        least: share of the shorter text's runs of five words that stand in the longer one.
        words_at_least: shorter texts are left out.

    Returns:
        ``release`` (the shorter), ``inside`` (the longer), ``share``, ``start``, ``end`` (of the longest passage that
        both have, in the shorter), ``inside_start``, ``passage``; the largest share first. Texts that are nearly the
        same are in it too.

    Source:
        Broder (1997), On the resemblance and containment of documents. Candidates share several rare runs, so that not
        every pair need be compared.
    """
    runs: dict[str, np.ndarray] = {}
    where: dict[int, list[str]] = defaultdict(list)
    for release, text in corpus.texts():
        if len(words(text)) >= words_at_least:
            runs[release] = _shingles(text, 5)
            for run in runs[release].tolist():
                where[run].append(release)
    shared: Counter[tuple[str, str]] = Counter()
    for holders in where.values():
        if 1 < len(holders) <= _HOLDERS:
            shared.update(combinations(holders, 2))
    rows = []
    for pair, _ in ((pair, count) for pair, count in shared.items() if count >= 3):
        short, long = sorted(pair, key=lambda name: (len(runs[name]), name))
        share = len(np.intersect1d(runs[short], runs[long], assume_unique=True)) / len(runs[short])
        if share >= least:
            rows.append((short, long, round(share, 3)))
    rows.sort(key=lambda row: (-row[2], row[0], row[1]))
    texts = dict(corpus.releases[["release", "text"]].itertuples(index=False)) if rows else {}
    told = [(*row, *_passage(texts[row[0]], texts[row[1]])) for row in rows]
    return pd.DataFrame(told, columns=["release", "inside", "share", "start", "end", "inside_start", "passage"])


_HOLDERS = 50
"""Texts with a run of words in common; one that more have is a formula."""


def _passage(one: str, other: str) -> tuple[int, int, int, str]:
    """The longest run of words that two texts have in common: its place in the one, where it begins in the other."""
    mine, theirs = list(WORD.finditer(one)), list(WORD.finditer(other))
    sequences = [[fold(match.group()) for match in found] for found in (mine, theirs)]
    found = difflib.SequenceMatcher(None, *sequences, autojunk=False).find_longest_match()
    if not found.size:
        return 0, 0, 0, ""
    start, end = mine[found.a].start(), mine[found.a + found.size - 1].end()
    return start, end, theirs[found.b].start(), one[start:end]


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
        compared = [(n, _jaccard(self._members[n], members)) for n in sorted(self._candidates.query(signature))]
        return signature, [(number, jaccard) for number, jaccard in compared if jaccard >= self._similarity]

    def add(self, number: int, members: np.ndarray, signature: "MinHash") -> None:
        if len(members):
            self._members[number] = members
            self._candidates.insert(number, signature)


def _rows_a_band(similarity: float, missed: float = 1e-4) -> int:
    """The most rows a band that still find a pair at the threshold, but for so small a part."""
    fitting = [rows for rows in range(1, 17) if (1 - similarity**rows) ** (_PERMUTATIONS // rows) <= missed]
    return max(fitting, default=1)


def _shingles(text: str, size: int) -> np.ndarray:
    """Runs of so many words, folded, each as a number of 64 bits, in order; of a shorter text the whole."""
    parts = [fold(word) for word in words(text)]
    runs = {" ".join(parts[at : at + size]) for at in range(max(1, len(parts) - size + 1))} - {""}
    digests = [hashlib.blake2b(run.encode("utf-8"), digest_size=8).digest() for run in runs]
    return np.unique(np.frombuffer(b"".join(digests), dtype="<u8"))


def _jaccard(one: np.ndarray, other: np.ndarray) -> float:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)
