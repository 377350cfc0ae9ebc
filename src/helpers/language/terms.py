"""Words → terms of several words."""

import math
import re
from collections.abc import Sequence

import pandas as pd

from helpers.lexicon.words import AT, DEFINITE, OF
from helpers.lexicon.words import words as word_class
from helpers.release.release import Release

# Without apostrophe, as ``word_table`` has them.
_LINKS = frozenset(form.rstrip("'") for form in OF | AT | word_class("in"))
_ARTICLES = frozenset(form.rstrip("'") for form in DEFINITE)
_NON = word_class("constituent negation")


def c_value(length: int, count: int, longer: Sequence[int]) -> float:
    """C-value of a term of several words: its uses, less those that belong to longer terms, by its length.

    log₂(length) × (count − mean of ``longer``), where ``longer`` has the counts of the longer terms that hold it. It
    grows with the text, so it ranks the terms of one and compares no two; in a short one most terms tie.

    Source:
        Frantzi, Ananiadou and Mima (2000), International Journal on Digital Libraries 3(2).
    """
    return math.log2(length) * (count - (sum(longer) / len(longer) if longer else 0))


def terms(words: pd.DataFrame, release: Release, *, least: int = 2, longest: int = 10) -> pd.DataFrame:
    """Terms of several words: nouns with their adjectives, joined by *de*, *à* and *en*, best first.

    The patterns of French terminology (Daille 1994): noun and adjective, noun *de* noun and what grows from these
    (*noun de noun adjective*, *noun à noun*). A term stays between commas and other marks.

    Args:
        words: what ``word_table`` gives.
        release: the release that they are of.
        least: how often a term must be used.
        longest: of how many words at most.

    Returns:
        One row a term: ``start``, ``end``, ``text`` (first use), ``term`` (its words, lower case), ``words``,
        ``count``, ``c_value``.

    Source:
        Patterns: Daille (1994), Approche mixte pour l'extraction automatique de terminologie (thèse, Paris 7). Score:
        ``c_value``.
    """
    rows = list(words.itertuples())
    repeated = {term: at for term, at in _candidates(rows, release, longest).items() if len(at) >= least}
    found = []
    for term, at in repeated.items():
        longer = [len(n) for other, n in repeated.items() if len(other) > len(term) and _holds(other, term)]
        first, last = rows[at[0]], rows[at[0] + len(term) - 1]
        score = c_value(len(term), len(at), longer)
        text = release.text[first.start : last.end]
        found.append((first.start, last.end, text, " ".join(term), len(term), len(at), score))
    table = pd.DataFrame(found, columns=["start", "end", "text", "term", "words", "count", "c_value"])
    table = table[table["c_value"] > 0]
    return table.sort_values(["c_value", "start"], ascending=[False, True]).reset_index(drop=True)


def _candidates(rows: Sequence, release: Release, longest: int) -> dict[tuple[str, ...], list[int]]:
    """Every run of words that has the shape of a term, with the number of its first word at each use."""
    places: dict[tuple[str, ...], list[int]] = {}
    for i, row in enumerate(rows):
        if row.pos != "NOUN" or row.is_abbreviated:
            continue
        for j in range(i + 1, min(i + longest, len(rows))):
            if not _is_joined(rows, j, release) or not _goes_on(rows, j):
                break
            if rows[j].pos in ("NOUN", "ADJ") or (rows[j].pos == "VERB" and _is_participle(rows[j].form)):
                places.setdefault(tuple(r.form for r in rows[i : j + 1]), []).append(i)
    return places


def _is_joined(rows: Sequence, j: int, release: Release) -> bool:
    """Whether nothing but blanks, an apostrophe or the dot of an abbreviation parts a word from the one before it."""
    between = release.text[rows[j - 1].end : rows[j].start]
    return rows[j - 1].sentence == rows[j].sentence and not between.strip(" '’\xa0.\n\r")


def _goes_on(rows: Sequence, j: int) -> bool:
    """Whether a word may stand within a term."""
    row, before = rows[j], rows[j - 1]
    if row.is_abbreviated:
        return False
    if row.pos in ("ADJ", "NOUN") or row.form in _NON:
        # Two nouns side by side are no term: the parse of a list, or an apposition.
        return not (row.pos == "NOUN" and before.pos == "NOUN")
    if row.form in _LINKS:
        return before.pos in ("NOUN", "ADJ", "VERB")
    if row.form in _ARTICLES:
        return before.form in _LINKS
    return row.pos == "VERB" and before.pos in ("NOUN", "ADJ") and _is_participle(row.form)


def _is_participle(form: str) -> bool:
    """By its ending alone: *mis*, *conduite*, *élevés*."""
    return bool(re.search(r"(?:é|i|u|is|it)(?:e?s?)\Z", form))


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    return any(longer[i : i + len(shorter)] == shorter for i in range(len(longer) - len(shorter) + 1))
