"""Feature tables on disk: a row a candidate, a column a feature, numbers throughout."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from helpers import paths
from helpers.learned import Features
from helpers.text.atomic import write

FOLDER = paths.ROOT / "data" / "training"
KEYS = ["text", "unit", "label"]
_DIGITS = 4


@dataclass(frozen=True)
class Example:
    """One candidate: the text that it is from (set and digest), the unit in which candidates compete, right or not."""

    text: str
    unit: int
    label: bool
    features: Features


def as_table(examples: Iterable[Example]) -> pd.DataFrame:
    """Examples as a table: ``text``, ``unit``, ``label`` (0, 1), then a column a feature, by name; absent is 0."""
    examples = list(examples)
    names = sorted({name for e in examples for name, value in e.features.items() if value})
    rows = [(e.text, e.unit, int(e.label), *(round(e.features.get(n, 0.0), _DIGITS) for n in names)) for e in examples]
    return pd.DataFrame(rows, columns=[*KEYS, *names])


def store(name: str, table: pd.DataFrame) -> None:
    """Write a table to ``data/training/NAME.csv``, the same bytes for the same table."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    write({path_of(name): table.to_csv(index=False, float_format="%g", lineterminator="\n")})


def stored(name: str) -> pd.DataFrame:
    """A table of ``data/training``.

    Raises:
        FileNotFoundError: nothing was stored under this name.
    """
    return pd.read_csv(path_of(name))


def path_of(name: str) -> Path:
    """Where a table lies."""
    return FOLDER / f"{name}.csv"
