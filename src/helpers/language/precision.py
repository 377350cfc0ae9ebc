"""How often the lists and rules of language were right on other texts, and how much they found, as judged by hand."""

import math

import pandas as pd

from helpers import paths

_FILE = paths.REFERENCE / "precision.csv"
_RECALL = paths.REFERENCE / "recall.csv"
_Z = 1.96


def precision() -> pd.DataFrame:
    """How often each list or rule was right on real texts (``data/reference/precision.csv``).

    Returns:
        One row a list: ``list``, ``hits`` (judged), ``right``, ``texts`` (in which they stand), ``share`` (0 to 1),
        ``low``, ``high`` (Wilson's interval of 95 per cent), ``mended_first``, ``right_means``.

    Source:
        The interval: Wilson (1927), Probable inference, Journal of the American Statistical Association 22.
    """
    return _with_share(pd.read_csv(_FILE), "right", "hits")


def recall() -> pd.DataFrame:
    """How much of what a reader marks each list or rule finds in real sentences (``data/reference/recall.csv``).

    The sentences were drawn at random and marked before the lists were asked; none was mended for it since.

    Returns:
        One row a list: ``list``, ``wanted`` (marked by the reader), ``found`` (of these), ``sentences``, ``texts``,
        ``share`` (0 to 1), ``low``, ``high`` (Wilson's interval of 95 per cent).
    """
    return _with_share(pd.read_csv(_RECALL), "found", "wanted")


def _with_share(table: pd.DataFrame, part: str, whole: str) -> pd.DataFrame:
    bounds = [_wilson(right, hits) for right, hits in zip(table[part], table[whole], strict=True)]
    return table.assign(share=table[part] / table[whole], low=[b[0] for b in bounds], high=[b[1] for b in bounds])


def how_precise(name: str) -> str:
    """What is known of how sure a list is, to stand beside its results: of its hits, and of what it misses.

    Raises:
        KeyError: nothing was judged under that name.
    """
    judged = next((row for row in precision().itertuples() if row.list == name), None)
    if judged is None:
        raise KeyError(name)
    told = (
        f"How sure: of {judged.hits} hits in {judged.texts} other texts {judged.right} were right "
        f"({judged.low:.0%} to {judged.high:.0%}), that is: {judged.right_means}."
    )
    marked = next((row for row in recall().itertuples() if row.list == name), None)
    if marked is None:
        return f"{told} How much is missed was not measured."
    return (
        f"{told} Of {marked.wanted} that a reader marks in {marked.sentences} sentences of {marked.texts} texts "
        f"{marked.found} were found ({marked.low:.0%} to {marked.high:.0%})."
    )


def _wilson(right: int, hits: int) -> tuple[float, float]:
    """The interval in which the true share lies nineteen times of twenty."""
    share, weight = right / hits, _Z * _Z / hits
    middle = (share + weight / 2) / (1 + weight)
    spread = _Z * math.sqrt(share * (1 - share) / hits + weight / (4 * hits)) / (1 + weight)
    return middle - spread, middle + spread
