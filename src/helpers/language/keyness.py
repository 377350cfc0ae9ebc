"""Words → those that mark a text against general French."""

import math
import re
from collections import Counter
from collections.abc import Iterator

import pandas as pd

from helpers.language.word_table import OPEN_CLASSES
from helpers.text.typography import word_form

CRITICAL_G2 = 15.13
"""G² that chance passes once in 10,000 words (chi-square, one degree of freedom); Rayson et al. (2004) ask for it."""


REFERENCE_SIZE = 100_000_000
"""Words that general French is taken to have: the rarest listed word is one in 10**8, so each counts at least once."""


def log_likelihood(count: int, size: int, reference_count: float, reference_size: float) -> float:
    """G² of a word between two bodies of text, from all four cells of the table.

    The critical values of chi-square hold for expected counts that most words of a short text do not reach: a ranking.

    Source:
        Dunning (1993), Computational Linguistics 19(1).
    """
    total, both = size + reference_size, count + reference_count
    cells = (
        (count, size * both / total),
        (reference_count, reference_size * both / total),
        (size - count, size * (total - both) / total),
        (reference_size - reference_count, reference_size * (total - both) / total),
    )
    return max(0.0, 2 * sum(seen * math.log(seen / expected) for seen, expected in cells if seen > 0))


def log_ratio(count: float, size: int, reference_count: float, reference_size: float) -> float:
    """Binary logarithm of the ratio of two relative frequencies; a count of 0 is taken as 0.5.

    1 says twice as frequent as in the reference, 10 a thousand times. In a short text a word used once is far more
    frequent than anywhere, so ask for more uses, or for G² too.

    Source:
        Hardie (2014), Log Ratio: an informal introduction (CASS, Lancaster).
    """
    return math.log2((count or 0.5) / size) - math.log2((reference_count or 0.5) / reference_size)


def keyness(words: pd.DataFrame, reference_size: int = REFERENCE_SIZE) -> pd.DataFrame:
    """The words that are more frequent here than in general French, most surprising first.

    General French is the list ``fr`` of wordfreq (Speer 2022: films, news, web, books, Wikipedia),
    which has frequencies, not counts; they are taken as counts out of ``reference_size``
    words. That list takes compounds apart, so this table does too; figures and abbreviations are
    left out. G² takes words for independent draws, which the words of one text are not: it
    ranks, it does not prove.

    Args:
        words: what ``word_table`` gives.
        reference_size: how many words the reference is taken to hold.

    Returns:
        One row a form: ``start``, ``end``, ``text`` (first use), ``form``, ``lemma``, ``pos`` (most
        frequent there), ``count``, ``per_thousand`` (here), ``reference_per_million``, ``expected``
        (uses that general French would have in a text of this length), ``g2``, ``log_ratio``,
        ``is_listed`` (in wordfreq at all). Forms that are less frequent than in general French are left out.
    """
    import wordfreq  # here, not above: its list takes time to load

    listed = wordfreq.get_frequency_dict("fr")
    parts = pd.DataFrame(
        _parts(words[~words["is_abbreviated"]]), columns=["start", "end", "text", "form", "lemma", "pos"]
    )
    total = len(parts)
    rows = []
    for form, uses in parts.groupby("form", sort=False):
        known, count = listed.get(str(form), 0.0), len(uses)
        ratio = log_ratio(count, total, known * reference_size, reference_size)
        if ratio <= 0:
            continue
        rows.append(
            {
                "start": uses["start"].iloc[0],
                "end": uses["end"].iloc[0],
                "text": uses["text"].iloc[0],
                "form": form,
                "lemma": Counter(uses["lemma"]).most_common(1)[0][0],
                "pos": Counter(uses["pos"]).most_common(1)[0][0],
                "count": count,
                "per_thousand": 1000 * count / total,
                "reference_per_million": known * 1e6,
                "expected": known * total,
                "g2": log_likelihood(count, total, known * reference_size, reference_size),
                "log_ratio": ratio,
                "is_listed": form in listed,
            }
        )
    columns = [
        "start", "end", "text", "form", "lemma", "pos", "count", "per_thousand", "reference_per_million", "expected",
        "g2", "log_ratio", "is_listed",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["g2", "start"], ascending=[False, True]).reset_index(drop=True)


def content_terms(table: pd.DataFrame, least: int = 3) -> pd.DataFrame:
    """The rows of a keyness table that say what a text is about.

    Left are nouns, verbs, adjectives and adverbs that general French has too, no names nor
    acronyms (which mark any text that has them), used ``least`` times and beyond what chance
    would do once in 10,000 words (``CRITICAL_G2``).

    Args:
        table: what ``keyness`` gives.
        least: how often a form must be used.
    """
    is_content = table["pos"].isin(OPEN_CLASSES) & (table["pos"] != "PROPN") & table["is_listed"].astype(bool)
    is_acronym = pd.Series([text.isupper() for text in table["text"]], table.index, dtype=bool)
    kept = is_content & ~is_acronym & (table["count"] >= least) & (table["g2"] >= CRITICAL_G2)
    return table[kept].reset_index(drop=True)


def _parts(words: pd.DataFrame) -> Iterator[tuple[int, int, str, str, str, str]]:
    """Words with compounds taken apart at their hyphens, figures left out."""
    for row in words.itertuples():
        pieces = list(re.finditer(r"[^-‐‑]+", row.text))
        for piece in pieces:
            if any(c.isalpha() for c in piece.group()):
                form = word_form(piece.group())
                lemma = row.lemma if len(pieces) == 1 else form
                yield row.start + piece.start(), row.start + piece.end(), piece.group(), form, lemma, row.pos
