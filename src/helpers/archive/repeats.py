"""What is repeated, word for word or nearly so: quotations in several releases, releases inside longer ones."""

import difflib
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.likeness import groups, shingles
from helpers.archive.sql import COUNTED, IN_ORDER, ISSUER, OF_RELEASES, SPOKEN
from helpers.archive.twins import left_out
from helpers.text.typography import WORD, fold, words


def repeated_quotations(
    corpus: Corpus, similarity: float = 0.6, least: int = 6, *, without: Sequence[str] | None = None
) -> pd.DataFrame:
    """Quotations that stand in several releases, word for word or nearly so.

    Args:
        corpus: the reading.
        similarity: Jaccard index of the pairs of neighbouring words from which a quotation is taken to be the first
            of a group again.
        least: shorter quotations, in words, are left out.
        without: releases that do not count; None for those that ``twins.copies`` tells.

    Returns:
        ``group`` (from 1), ``similarity`` (to the first of the group), ``release``, ``date``, ``issuer``,
        ``speaker_name``, ``start``, ``end``, ``text``, by group and date.
    """
    table = corpus.sql(
        f"""SELECT release, date, {ISSUER} AS issuer, speaker_name, start, "end", quotes.text AS text
            FROM quotes {OF_RELEASES} WHERE {SPOKEN} AND quotes.words >= ? AND {COUNTED} {IN_ORDER}""",
        [least, left_out(corpus, without)],
    )
    likened = groups((shingles(text, 2) for text in table["text"]), similarity)
    table["first"], table["similarity"] = [first for first, _ in likened], [index for _, index in likened]
    counted = table.groupby("first")["release"].nunique()
    several = table[table["first"].isin(counted.index[counted > 1])].sort_values("first", kind="stable")
    several["group"] = pd.factorize(several["first"])[0] + 1
    columns = ["group", "similarity", "release", "date", "issuer", "speaker_name", "start", "end", "text"]
    return several[columns].reset_index(drop=True)


def contained(
    corpus: Corpus, least: float = 0.5, words_at_least: int = 40, *, without: Sequence[str] | None = None
) -> pd.DataFrame:
    """Releases that stand for a good part in a longer text: an agency's dispatch in an article.

    Args:
        corpus: the reading.
        least: share of the shorter text's runs of five words that stand in the longer one.
        words_at_least: shorter texts are left out.
        without: releases that do not count; None for those that ``twins.copies`` tells.

    Returns:
        ``release`` (the shorter), ``inside`` (the longer), ``share``, ``start``, ``end`` (of the longest passage that
        both have, in the shorter), ``inside_start``, ``passage``; the largest share first.

    Source:
        Broder (1997), On the resemblance and containment of documents. Candidates share several rare runs, so that not
        every pair need be compared.
    """
    runs: dict[str, np.ndarray] = {}
    where: dict[int, list[str]] = defaultdict(list)
    out = set(left_out(corpus, without))
    for release, text in corpus.texts():
        if release not in out and len(words(text)) >= words_at_least:
            runs[release] = shingles(text, 5)
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
