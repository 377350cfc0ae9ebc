"""Words → what among them may come from English."""

import math
from collections.abc import Sequence
from functools import cache

import pandas as pd

from helpers.language.word_lists import listed
from helpers.lexicon.words import forms_of
from helpers.release.release import Release

_SMALL = frozenset(forms_of("small_words", language="en"))
_LESS = 1.0
"""How much rarer, as a power of ten, a word is in French than in English to count as English."""


def english_terms(words: pd.DataFrame, release: Release, names: Sequence[tuple[int, int]] = ()) -> pd.DataFrame:
    """Terms left in English: two words or more in a row, each at home in English rather than in French.

    A word is at home where it is more frequent by wordfreq (Speer 2022); one of the run must be ten times so. *Of*,
    *and* and the like may stand within.

    Args:
        words: what ``word_table`` gives.
        release: the release that they are of.
        names: spans to leave out, as persons' names.

    Returns:
        One row a term: ``start``, ``end``, ``text``, ``words``, ``paragraph``.
    """
    rows = list(words.itertuples())
    found, i = [], 0
    while i < len(rows):
        end, surest = _english_run(rows, i, release, names)
        if end - i >= 2 and surest >= _LESS:
            first, last = rows[i], rows[end - 1]
            found.append((first.start, last.end, release.text[first.start : last.end], end - i, first.paragraph))
        i = max(end, i + 1)
    return pd.DataFrame(found, columns=["start", "end", "text", "words", "paragraph"])


def _english_run(rows: Sequence, i: int, release: Release, names: Sequence[tuple[int, int]]) -> tuple[int, float]:
    """Where the run of English words that begins here ends, and how English the most English of them is."""
    j, surest = i, 0.0
    while j < len(rows) and rows[j].sentence == rows[i].sentence:
        row = rows[j]
        if j > i and release.text[rows[j - 1].end : row.start].strip(" \xa0\n\r-"):
            break
        apart = _englishness(row.form)
        # A capitalised word that neither language knows goes with the name that it ends.
        is_inner = j > i and (row.form in _SMALL or (apart == -math.inf and row.text[0].isupper()))
        if not is_inner and (apart <= 0 or not row.text.isalpha() or len(row.text) < 3 or _inside(row, names)):
            break
        surest = max(surest, 0.0 if is_inner else apart)
        j += 1
    while j > i and rows[j - 1].form in _SMALL:
        j -= 1
    return j, surest


def _inside(row: object, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= row.start < end for start, end in spans)


@cache
def _englishness(form: str) -> float:
    """Powers of ten by which a word is more frequent in English than in French; minus infinity where in neither."""
    import wordfreq  # here, not above: its lists take time to load

    english, french = (wordfreq.zipf_frequency(form, language) for language in ("en", "fr"))
    return english - french if english or french else -math.inf


def calques(words: pd.DataFrame) -> pd.DataFrame:
    """Words and turns that usage guides trace to English, each with its guide (``calques.csv``).

    *Calque* and *false friend* are what the guide advises against; *loan* is an English word; *vague* turns are no
    English, only empty; *accepted* was traced to English once and has passed into usage, as its guide says;
    *institutional* has become the official term of the body that the guide is of. None proves a translation.

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a use: ``start``, ``end``, ``words``, ``form``, ``kind``, ``instead``, ``source`` (the English behind
        it), ``guide`` and its ``address``, ``paragraph``, ``sentence``.
    """
    return listed(words, "calques", ("kind", "instead", "source", "guide", "address"))
