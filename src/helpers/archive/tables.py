"""The tables of a reading: their columns, and the files that a partition leaves of each.

A reading is a folder: ``releases``, ``quotes``, ``statistics``, ``named`` and ``errors`` in it hold one Parquet file a
partition, ``done`` a mark for each partition that is finished.
"""

import re
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from helpers.text import schema
from helpers.text.atomic import whole

_ARROW = {
    "int64": pa.int64(),
    "Int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "text": pa.string(),
    "date": pa.date32(),
}


_WHOLE = ("int64", "bool")
"""Types of columns that have no gaps."""


def _schema(types: dict[str, str]) -> pa.Schema:
    return pa.schema([pa.field(name, _ARROW[kind], nullable=kind not in _WHOLE) for name, kind in types.items()])


SCHEMAS: dict[str, pa.Schema] = {
    "releases": _schema(schema.types("releases")),
    "quotes": _schema(schema.types("archive_quotes")),
    "statistics": _schema(schema.types("archive_statistics")),
    "named": _schema(schema.types("archive_named")),
    "errors": _schema(schema.types("errors")),
}
"""The tables of a reading; ``docs/tables.md`` describes their columns."""

Rows = dict[str, list[dict[str, Any]]]
"""Rows of each table, by its name."""


def no_rows() -> Rows:
    """Every table, without a row."""
    return {name: [] for name in SCHEMAS}


def part_path(folder: Path, table: str, number: int) -> Path:
    """Where a partition leaves its rows of a table."""
    return folder / table / f"part-{number:06}.parquet"


def part_paths(folder: Path, table: str) -> list[Path]:
    """The parts of a table in the order of the partitions: of those alone that say that they are finished."""
    return [part_path(folder, table, number) for number in marked(folder)]


def marked(folder: Path) -> list[int]:
    """The partitions that say that they are finished, in order; none in what is no reading."""
    done = folder / "done"
    return sorted(n for path in done.iterdir() if (n := number_of(path)) is not None) if done.is_dir() else []


def number_of(path: Path) -> int | None:
    """The partition that a mark or a part is of; None for another file, or one that is not written to its end."""
    match = _PART.fullmatch(path.name)
    return int(match[1]) if match else None


_PART = re.compile(r"part-(\d{6,9})(?:\.parquet)?")


def mark_path(folder: Path, number: int) -> Path:
    """Where a partition says that it is finished, and what it holds."""
    return folder / "done" / f"part-{number:06}"


def write_part(rows: list[dict[str, Any]], folder: Path, table: str, number: int) -> None:
    """Write a partition's rows of a table as one row group, whole or not at all.

    Raises:
        OSError: the file can't be written.
    """
    part = pa.Table.from_pylist(rows, schema=SCHEMAS[table])
    with whole(part_path(folder, table, number)) as fresh:
        pq.write_table(part, fresh, row_group_size=max(1, part.num_rows), compression="zstd")
