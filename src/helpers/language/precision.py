"""How often the lists and rules of language were right on other texts, as judged by hand."""

import math

import pandas as pd

from helpers import paths

_FILE = paths.REFERENCE / "precision.csv"
_Z = 1.96


def precision() -> pd.DataFrame:
    """How often each list or rule was right on real texts (``data/reference/precision.csv``).

    Returns:
        One row a list: ``list``, ``hits`` (judged), ``right``, ``texts`` (in which they stand), ``share`` (0 to 1),
        ``low``, ``high`` (Wilson's interval of 95 per cent), ``mended_first``, ``right_means``.

    Source:
        The interval: Wilson (1927), Probable inference, Journal of the American Statistical Association 22.
    """
    table = pd.read_csv(_FILE)
    bounds = [_wilson(right, hits) for right, hits in zip(table["right"], table["hits"], strict=True)]
    return table.assign(share=table["right"] / table["hits"], low=[b[0] for b in bounds], high=[b[1] for b in bounds])


def how_precise(name: str) -> str:
    """One line on how often a list was right, to stand beside its results.

    Raises:
        KeyError: nothing was judged under that name.
    """
    row = precision().set_index("list").loc[name]
    return (
        f"How sure: of {row['hits']} hits in {row['texts']} other texts {row['right']} were right "
        f"({row['low']:.0%} to {row['high']:.0%}), that is: {row['right_means']}."
    )


def _wilson(right: int, hits: int) -> tuple[float, float]:
    """The interval in which the true share lies nineteen times of twenty."""
    share, weight = right / hits, _Z * _Z / hits
    middle = (share + weight / 2) / (1 + weight)
    spread = _Z * math.sqrt(share * (1 - share) / hits + weight / (4 * hits)) / (1 + weight)
    return middle - spread, middle + spread
