"""Linguistic knowledge as tables: one CSV a subject, read once, never written.

Order inside: ``words`` (closed classes).
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).resolve().parent


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of ``lexicon/NAME.csv`` as read-only mappings from column to text.

    Raises:
        FileNotFoundError: there is no such table.
    """
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(MappingProxyType(row) for row in csv.DictReader(file))
