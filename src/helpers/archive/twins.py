"""Releases that are nearly the same as another: a second sending is no second release, and counts leave it out."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.likeness import shingles, similar
from helpers.archive.tables import part_paths
from helpers.text import atomic
from helpers.text.json_text import from_json

_KEPT = "copies.json"


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
            yield shingles(text, 3)

    pairs = [(*sorted((names[a], names[b])), index) for a, b, index in similar(shingled(), similarity)]
    pairs.sort(key=lambda row: (-row[2], row[0], row[1]))
    return pd.DataFrame(pairs, columns=["release", "other", "similarity"])


def copies(corpus: Corpus, similarity: float = 0.7) -> list[str]:
    """Releases that are nearly the same as one before them, by day, then name: what counts leave out.

    They are looked for once, and kept in the archive's folder until it changes.
    """
    return list(_copies(corpus.folder, similarity, _state(corpus.folder, similarity)))


def left_out(corpus: Corpus, without: Sequence[str] | None) -> list[str]:
    """The releases that a count leaves out: those that it is told, else ``copies``."""
    return copies(corpus) if without is None else list(without)


@lru_cache(maxsize=32)
def _copies(folder: Path, similarity: float, state: str) -> tuple[str, ...]:
    corpus, kept = Corpus(folder), folder / _KEPT
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = from_json(kept.read_text(encoding="utf-8"))
        if found["state"] == state:
            return tuple(map(str, found["copies"]))
    days = corpus.sql("SELECT release, date FROM releases ORDER BY date NULLS LAST, release")["release"]
    place = {release: number for number, release in enumerate(days)}
    pairs = near_duplicates(corpus, similarity)
    later = {max(pair, key=place.__getitem__) for pair in zip(pairs["release"], pairs["other"], strict=True)}
    with suppress(OSError):  # a folder that is read alone: they are looked for again
        atomic.write({kept: json.dumps({"state": state, "copies": sorted(later)}, ensure_ascii=True)})
    return tuple(sorted(later))


def _state(folder: Path, similarity: float) -> str:
    """What changes when the releases of a folder do."""
    parts = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in part_paths(folder, "releases")]
    return hashlib.sha256(repr((similarity, parts)).encode()).hexdigest()
