"""Words → those that judge or soften."""

import pandas as pd

from helpers.language.word_lists import listed


def evaluations(words: pd.DataFrame) -> pd.DataFrame:
    """Words that judge or soften, by a list (``evaluations.csv``): a place to look, no verdict.

    Whether *difficulté* hides a failure or says what was difficult can't be told from the word.

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a use: ``start``, ``end``, ``words``, ``form`` (of the list), ``class`` (intensifier, praise, alarm,
        euphemism), ``paragraph``, ``sentence``.
    """
    return listed(words, "evaluations", ("class",))
