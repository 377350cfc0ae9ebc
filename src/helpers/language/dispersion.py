"""Words → how evenly each lies over the parts of a text."""

import math
from collections.abc import Sequence

import pandas as pd

from helpers.language.word_table import OPEN_CLASSES


def dp(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """Gries' DP, normalised: how unevenly the uses of a word lie over the parts of a text.

    Half the sum of the differences between each part's share of the uses and its share of the words, divided by the
    greatest value that it could have (one minus the share of the smallest part). A word used less often than there are
    parts can't lie evenly: of few uses DP says little.

    Returns:
        0 (as the parts are long) to 1 (all in the smallest part); NaN without uses or with one part.

    Source:
        Gries (2008), International Journal of Corpus Linguistics 13(4); its norm: Lijffijt and Gries (2012), 17(1).
    """
    uses, total = sum(counts), sum(sizes)
    filled = [size for size in sizes if size]
    if not uses or len(filled) < 2:
        return math.nan
    apart = sum(abs(count / uses - size / total) for count, size in zip(counts, sizes, strict=True)) / 2
    return apart / (1 - min(filled) / total)


def dispersion(words: pd.DataFrame, by: str = "paragraph", *, unit: str = "lemma", least: int = 4) -> pd.DataFrame:
    """How evenly the words of content lie over the parts of the text, most even first.

    Args:
        words: what ``word_table`` gives.
        by: the column that parts them.
        unit: what is counted, ``lemma`` or ``form``.
        least: how often it must be used; of fewer uses DP says little.

    Returns:
        One row a word: ``unit``, ``count``, ``parts`` (that have it), ``dp`` (see there).
    """
    words = words[~words["is_figure"]]
    sizes = words.groupby(by, sort=True).size()
    rows = []
    for word, uses in words[words["pos"].isin(OPEN_CLASSES)].groupby(unit, sort=False):
        if len(uses) >= least:
            counts = uses.groupby(by).size().reindex(sizes.index, fill_value=0)
            rows.append((word, len(uses), int((counts > 0).sum()), dp(counts.tolist(), sizes.tolist())))
    table = pd.DataFrame(rows, columns=[unit, "count", "parts", "dp"])
    table = table.astype({"count": "int64", "parts": "int64", "dp": float})
    return table.sort_values(["dp", "count"], ascending=[True, False], kind="stable").reset_index(drop=True)
