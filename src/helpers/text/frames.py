"""Rows → a DataFrame whose columns have their types from the first.

Whole numbers stay whole where some are missing (Int64), and what is missing in a column of texts stays None.
Columns are built one by one: converting a finished frame costs several times as much, for each release.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd


def typed(rows: Sequence[Mapping[str, object]], types: Mapping[str, str]) -> pd.DataFrame:
    """A table of rows, one column for each entry of ``types`` (see ``schema.Column``)."""
    return pd.DataFrame({name: _column([row[name] for row in rows], kind) for name, kind in types.items()}, copy=False)


def _column(values: list[object], kind: str) -> object:
    if kind == "Int64":
        missing = np.fromiter((value is None for value in values), dtype=bool, count=len(values))
        whole = np.fromiter((value or 0 for value in values), dtype="int64", count=len(values))
        return pd.arrays.IntegerArray(whole, missing)
    if kind in ("text", "object"):
        return pd.Series(values, dtype=object)
    return np.array(values, dtype=kind)


def retyped(table: pd.DataFrame, types: Mapping[str, str]) -> pd.DataFrame:
    """A table that was stored elsewhere, its columns with the types of ``typed``."""
    return table.astype({name: "object" if kind == "text" else kind for name, kind in types.items()})
