"""The inventory, published series and collected facts → what is known of each claim."""

from pathlib import Path

import pandas as pd

from helpers.claims.checks import holds
from helpers.numbers.series import ClaimError

_COLUMNS = ("date", "kind", "what", "bears_on", "source", "address", "seen")


def load_context(path: str | Path) -> pd.DataFrame:
    """Facts that bear on the sentences of a release, checked.

    Args:
        path: a CSV file in UTF-8 with the columns ``date``, ``kind``, ``what``, ``bears_on`` (words of the release),
            ``source``, ``address``, ``seen`` (how far the source was read).

    Raises:
        ClaimError: the file is missing or no CSV, a column is missing, or a fact has no source.
    """
    path = Path(path)
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except FileNotFoundError:
        raise ClaimError(f"{path.name}: no such file; check the path") from None
    except (OSError, ValueError) as error:
        raise ClaimError(f"{path.name}: can't be read as a table ({type(error).__name__}); save it as CSV") from None
    missing = [name for name in _COLUMNS if name not in table.columns]
    if missing:
        raise ClaimError(f"{path.name}: no column {missing[0]!r}; its header is {', '.join(table.columns)}")
    bare = table.index[table["source"] == ""].tolist()
    if bare:
        raise ClaimError(f"{path.name}: row {bare[0] + 2} has no source; say where it was read")
    return table[list(_COLUMNS)]


def with_known(table: pd.DataFrame, context: pd.DataFrame, verdicts: pd.DataFrame | None = None) -> pd.DataFrame:
    """The inventory with what is known of each sentence.

    Args:
        table: what ``inventory`` gives.
        context: what ``load_context`` gives; a fact belongs to each sentence that has its ``bears_on``.
        verdicts: what ``numbers.check_series`` gives, with ``start`` of each number.

    Returns:
        The table with ``known``: a tuple of sentences, verdicts on its numbers first, and ``sources``: a tuple of where
        each was read and how far.
    """
    known, sources = [], []
    for row in table.itertuples():
        said: list[str] = []
        read: list[str] = []
        if verdicts is not None:
            inside = verdicts[verdicts["start"].between(row.start, row.end, inclusive="left")]
            said += inside["sentence"].tolist()
            read += ["published series"] * len(inside)
        for fact in context.itertuples():
            if fact.bears_on and holds(row.text, fact.bears_on):
                said.append(fact.what)
                read.append(f"{fact.source} ({fact.seen})")
        known.append(tuple(said))
        sources.append(tuple(read))
    columns = {"known": known, "sources": sources}
    return table.assign(**{name: pd.Series(v, index=table.index, dtype=object) for name, v in columns.items()})
