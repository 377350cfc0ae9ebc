"""Words → those that judge or soften."""

import pandas as pd

from helpers.language.word_lists import listed

STRENGTHENS = ("intensifier", "praise")
"""Classes of ``evaluations`` that make much of something."""


def evaluations(words: pd.DataFrame) -> pd.DataFrame:
    """Words that judge or soften, by a list (``evaluations.csv``): a place to look, no verdict.

    Words that mostly stand for what they say, such as *défi* or *incident*, are not on it.

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a use: ``start``, ``end``, ``words``, ``form`` (of the list), ``class`` (intensifier, praise, alarm:
        what names harm, danger or the fear of it, blame, euphemism), ``appraisal`` (affect, judgement of people,
        appreciation of things; graduation by force or focus), ``paragraph``, ``sentence``.

    Source:
        The classes of appraisal: Martin and White (2005), The Language of Evaluation.
    """
    return listed(words, "evaluations", ("class", "appraisal"))
