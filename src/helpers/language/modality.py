"""Words → what must, may, can or is meant to be."""

import pandas as pd

from helpers import lexicon
from helpers.language.constructions import holds


def modality(words: pd.DataFrame) -> pd.DataFrame:
    """Words that say what must, may, can or is meant to be (``modals.csv``), by part of speech and construction.

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
        if entry is None or not holds(entry["construction"], rows, i, i):
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
