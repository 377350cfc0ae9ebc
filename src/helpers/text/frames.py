"""Rows → a DataFrame whose columns have their types from the first.

Whole numbers stay whole where some are missing (Int64), and what is missing in a column of texts stays None.
Columns are built one by one: converting a finished frame costs several times as much, for each release.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from helpers.text import escapes
from helpers.text.normal_form import NormalForm


def typed(rows: Sequence[Mapping[str, object]], types: Mapping[str, str]) -> pd.DataFrame:
    """A table of rows, one column for each entry of ``types`` (see ``schema.Column``)."""
    return pd.DataFrame({name: _column([row[name] for row in rows], kind) for name, kind in types.items()}, copy=False)


def as_csv(table: pd.DataFrame) -> str:
    """A table as CSV, no text of which a spreadsheet computes; what a cell lists stands behind commas."""

    def cell(value: object) -> object:
        if isinstance(value, tuple | list):
            value = ", ".join(map(str, value))
        return escapes.cell(value) if isinstance(value, str) else value

    return table.map(cell).to_csv(index=False, lineterminator="\n", float_format="%.6g")


def in_place(table: pd.DataFrame, form: NormalForm) -> pd.DataFrame:
    """A table of a normal form with its places and printed words as they stand in the original.

    Places are the columns ``start`` and ``end``, ``NAME_start`` and ``NAME_end``, and ``continues``; printed words
    ``text`` and ``NAME_text``.
    """
    moved = {}
    for start in (name for name in table.columns if name == "start" or name.endswith("_start")):
        end, printed = f"{start.removesuffix('start')}end", f"{start.removesuffix('start')}text"
        spans = [
            None if pd.isna(first) else form.span(int(first), int(last))
            for first, last in zip(table[start], table[end], strict=True)
        ]
        moved[start] = [span and span[0] for span in spans]
        moved[end] = [span and span[1] for span in spans]
        if printed in table.columns:
            moved[printed] = [form.original[slice(*span)] if span else None for span in spans]
    if "continues" in table.columns:
        moved["continues"] = [None if pd.isna(at) else form.start(int(at)) for at in table["continues"]]
    fresh = {
        name: pd.Series(values, index=table.index, dtype=object).astype(table[name].dtype)
        for name, values in moved.items()
    }
    return table.assign(**fresh)


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
