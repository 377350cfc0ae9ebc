"""Words → what must, may, can or is meant to be."""

import pandas as pd

from helpers.language.word_lists import listed


def modality(words: pd.DataFrame) -> pd.DataFrame:
    """Words that say what must, may, can or is meant to be (``modals.csv``), by part of speech and construction.

    Verbs with an infinitive or a clause of their own (*devoir*, *refuser de*, *douter*), nouns and adjectives of the
    same sense (*l'obligation de*, *en mesure de*, *il est sûr que*), adverbs (*sans doute*), and the periphrases of a
    reference grammar (*avoir à*, *il s'agit de*, *il importe que*).

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a use: ``start``, ``end``, ``words``, ``form`` (of the list), ``modality`` (obligation, advice,
        possibility, probability, certainty, will), ``force`` (strong, weak), ``pos`` (tags that its last word may
        have), ``paragraph``, ``sentence``.

    Source:
        The kinds: Le Querler (1996), Typologie des modalités; the periphrases: Riegel, Pellat and Rioul, Grammaire
        méthodique du français, on auxiliaries of mode and impersonal verbs.
    """
    return listed(words, "modals", ("class", "force", "pos")).rename(columns={"class": "modality"})
