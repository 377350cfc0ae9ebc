"""Words → the runs of words that come back."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from helpers.language.word_table import OPEN_CLASSES
from helpers.release.release import Release

_MARKS = re.compile(r"[,;:()\[\]«»“”\"–—]")


def formulae(words: pd.DataFrame, release: Release, *, least: int = 2, longest: int = 40) -> pd.DataFrame:
    """Runs of words that come back, longest first.

    A formula stays within a sentence and between its commas and other marks, begins and ends with
    a word of content (noun, verb, adjective, adverb) and is compared in lower case. A part of a
    longer formula is listed only where it is used more often than that. A longer text has more of them, so compare
    texts of one length, or by ``formulaic`` with care.

    Args:
        words: what ``word_table`` gives.
        release: the release that they are of.
        least: how often it must be used.
        longest: of how many words at most.

    Returns:
        One row a formula: ``start``, ``end``, ``text`` (first use), ``formula`` (its words, lower
        case, as compared), ``words``, ``count``, ``starts``, ``ends`` (of every use).

    Raises:
        ValueError: ``least`` is under 2.

    Source:
        Repeated segments: Salem (1987), Pratique des segments répétés (Klincksieck); that they begin and end with words
        of content, and that parts go, is a choice made here.
    """
    if least < 2:
        raise ValueError(f"a formula used {least} times is none; least must be 2 or more")
    starts, ends, forms = words["start"].tolist(), words["end"].tolist(), words["form"].tolist()
    sentences, is_content = words["sentence"].tolist(), words["pos"].isin(OPEN_CLASSES).tolist()
    joined = [
        i > 0 and sentences[i - 1] == sentences[i] and not _MARKS.search(release.text, ends[i - 1], starts[i])
        for i in range(len(words))
    ]
    runs = [
        (length, at)
        for length, at in _returning(forms, joined, least, longest)
        if is_content[at[0]] and is_content[at[0] + length - 1]
    ]
    rows = [
        {
            "start": starts[at[0]],
            "end": ends[at[0] + length - 1],
            "text": release.text[starts[at[0]] : ends[at[0] + length - 1]],
            "formula": " ".join(forms[at[0] : at[0] + length]),
            "words": length,
            "count": len(at),
            "starts": tuple(starts[i] for i in at),
            "ends": tuple(ends[i + length - 1] for i in at),
        }
        for length, at in _not_contained(runs)
    ]
    columns = ["start", "end", "text", "formula", "words", "count", "starts", "ends"]
    return pd.DataFrame(rows, columns=columns)


def _returning(
    forms: Sequence[str], joined: Sequence[bool], least: int, longest: int
) -> Iterator[tuple[int, list[int]]]:
    """Every run of words that comes back, with its length and where each use begins, the shortest first.

    A run comes back only if its head and its tail, one word shorter, do: places thin out as runs grow.
    """
    key: dict[int, int] = dict(enumerate(_numbered(forms)))
    for length in range(2, longest + 1):
        places: dict[tuple[int, str], list[int]] = {}
        for i in key:
            if i + 1 in key and joined[i + length - 1]:
                places.setdefault((key[i], forms[i + length - 1]), []).append(i)
        returning = [at for at in places.values() if len(at) >= least]
        if not returning:
            return
        key = {i: number for number, at in enumerate(returning) for i in at}
        yield from ((length, at) for at in returning)


def _numbered(items: Sequence[str]) -> list[int]:
    numbers: dict[str, int] = {}
    return [numbers.setdefault(item, len(numbers)) for item in items]


def _not_contained(runs: Iterable[tuple[int, list[int]]]) -> Iterator[tuple[int, list[int]]]:
    """The runs, longest first, without those that stand within a longer one and nowhere else."""
    covered: dict[int, list[tuple[int, int, int]]] = {}
    for length, at in sorted(runs, key=lambda run: (-run[0], run[1][0])):
        first, behind = at[0], at[0] + length
        if any(a <= first and behind <= b and uses == len(at) for a, b, uses in covered.get(first, [])):
            continue
        for i in range(first, behind):
            covered.setdefault(i, []).append((first, behind, len(at)))
        yield length, at


def term_places(words: pd.DataFrame, uses: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Where acronyms and formulae stand in the running text, counted in words.

    Args:
        words: what ``word_table`` gives.
        uses: what ``acronym_uses`` gives.
        table: what ``formulae`` gives, or some rows of it.

    Returns:
        One row a place: ``term``, ``kind`` (acronym, formula), ``start``, ``end``, ``word`` (the
        number of its first word, from 1), ``paragraph``, ``is_definition`` (an acronym is
        explained there).
    """
    number = {
        start: (n, paragraph)
        for n, (start, paragraph) in enumerate(zip(words["start"], words["paragraph"], strict=True), 1)
    }
    found = [("acronym", row.text, row.start, row.end, row.is_definition) for row in uses.itertuples()]
    for row in table.itertuples():
        found += [("formula", row.text, start, end, False) for start, end in zip(row.starts, row.ends, strict=True)]
    rows = [
        {
            "term": " ".join(term.split()),
            "kind": kind,
            "start": start,
            "end": end,
            "word": number[start][0],
            "paragraph": number[start][1],
            "is_definition": is_definition,
        }
        for kind, term, start, end, is_definition in found
        if start in number
    ]
    columns = ["term", "kind", "start", "end", "word", "paragraph", "is_definition"]
    return pd.DataFrame(rows, columns=columns)


def formulaic(words: pd.DataFrame, table: pd.DataFrame) -> float:
    """Share of the words that stand within a formula, 0 to 1; NaN without words.

    Args:
        words: what ``word_table`` gives.
        table: what ``formulae`` gives.
    """
    if words.empty:
        return math.nan
    spans = [span for row in table.itertuples() for span in zip(row.starts, row.ends, strict=True)]
    return sum(any(s <= start < e for s, e in spans) for start in words["start"]) / len(words)
