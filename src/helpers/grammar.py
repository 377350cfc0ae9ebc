"""Tokens → the grammar of officialese."""

import pandas as pd

from helpers import lexicon


def nominalisations(words: pd.DataFrame) -> pd.DataFrame:
    """Nouns made of a verb or an adjective, as their ending tells: *protéger* → *protection*.

    The endings and the nouns that only look like it stand in ``nominal_suffixes.csv``.

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a use: ``start``, ``end``, ``text``, ``lemma``, ``suffix``, ``base`` (verb,
        adjective), ``paragraph``, ``sentence``.
    """
    suffixes = sorted(lexicon.rows("nominal_suffixes"), key=lambda row: -len(row["suffix"]))
    rows = []
    for row in words[words["pos"] == "NOUN"].itertuples():
        for suffix in suffixes:
            if row.lemma.endswith(suffix["suffix"]) and len(row.lemma) >= len(suffix["suffix"]) + 3:
                if row.lemma not in suffix["exceptions"].split():
                    rows.append(
                        {
                            "start": row.start,
                            "end": row.end,
                            "text": row.text,
                            "lemma": row.lemma,
                            "suffix": "-" + suffix["suffix"],
                            "base": suffix["base"],
                            "paragraph": row.paragraph,
                            "sentence": row.sentence,
                        }
                    )
                break
    columns = ["start", "end", "text", "lemma", "suffix", "base", "paragraph", "sentence"]
    return pd.DataFrame(rows, columns=columns)
