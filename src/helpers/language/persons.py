"""Words → pronouns and possessives by grammatical person."""

import pandas as pd

from helpers import lexicon


def persons(words: pd.DataFrame, impersonal: pd.DataFrame | None = None) -> pd.DataFrame:
    """Pronouns and possessives by grammatical person; *on* apart, since nobody is named by it.

    Args:
        words: what ``word_table`` gives, better with the columns of ``voiced``.
        impersonal: what ``impersonals`` gives; the *il* of these is nobody.

    Returns:
        The rows of such words with ``person`` (first singular, first plural, second, indefinite: *on*, third,
        impersonal).
    """
    known = {row["form"].rstrip("'"): row["person"] for row in lexicon.rows("person_words")}
    elided = {row["form"].rstrip("'") for row in lexicon.rows("person_words") if row["form"].endswith("'")}
    nobody = set(impersonal["start"]) if impersonal is not None else set()
    kept, person = [], []
    for row in words.itertuples():
        is_word = row.form in known and (row.form not in elided or len(row.form) == 1)
        if is_word and row.pos in ("PRON", "DET", "AUX", "ADV", "PART"):
            kept.append(row.Index)
            person.append("impersonal" if row.start in nobody else known[row.form])
    return words.loc[kept].assign(person=pd.Series(person, index=kept, dtype=object)).reset_index(drop=True)
