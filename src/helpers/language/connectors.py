"""Words → those that say how one thing said goes with another."""

import pandas as pd

from helpers.language.word_lists import listed


def connectors(words: pd.DataFrame) -> pd.DataFrame:
    """Words that say how one thing said goes with another (``connectors.csv``), as they are written; *et* and *ou* left
    out, and *comme*, which says too many things.

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a use: ``start``, ``end``, ``words`` (as they stand), ``form``, ``relation`` (addition, opposition,
        cause, …), ``paragraph``, ``sentence``.
    """
    return listed(words, "connectors", ("relation",), as_written=True)
