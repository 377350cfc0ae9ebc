"""Words → what must, may, can or is meant to be."""

from collections.abc import Sequence

import pandas as pd

from helpers import lexicon
from helpers.lexicon.words import words as word_class

_COPULAR_VERBS = word_class("copular verb")


def modality(words: pd.DataFrame) -> pd.DataFrame:
    """Words that say what must, may, can or is meant to be (``modals.csv``), by part of speech.

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a word: ``start``, ``end``, ``text``, ``lemma``, ``pos``, ``modality`` (obligation,
        advice, possibility, probability, certainty, will; adjectives only as predicates), ``force`` (strong, weak),
        ``paragraph``, ``sentence``.
    """
    known = {(row["lemma"], row["pos"]): row for row in lexicon.rows("modals")}
    rows = list(words.itertuples())
    found = []
    for i, row in enumerate(rows):
        tag = "VERB" if row.pos == "AUX" else row.pos
        entry = known.get((row.lemma, tag))
        if entry is None or (tag == "ADJ" and not _is_predicate(rows, i)):
            continue
        after = [other.form for other in rows[i + 1 : i + 4] if other.sentence == row.sentence]
        if any(form in after for form in entry["not_before"].split()):
            continue
        found.append(
            {"start": row.start, "end": row.end, "text": row.text, "lemma": row.lemma, "pos": tag,
             "modality": entry["class"], "force": entry["force"], "paragraph": row.paragraph,
             "sentence": row.sentence}
        )  # fmt: skip
    columns = ["start", "end", "text", "lemma", "pos", "modality", "force", "paragraph", "sentence"]
    return pd.DataFrame(found, columns=columns)


def _is_predicate(rows: Sequence, i: int) -> bool:
    """*Il est essentiel*, *jugé nécessaire*; not *une importance primordiale*, which judges without obliging."""
    for before in reversed(rows[max(0, i - 4) : i]):
        if before.sentence != rows[i].sentence or before.pos in ("NOUN", "PROPN", "DET"):
            return False
        if before.pos in ("VERB", "AUX"):
            return before.lemma in _COPULAR_VERBS
    return False
