"""The tables of a reading: their columns, and the files that a partition leaves of each.

A reading is a folder: ``releases``, ``quotes``, ``statistics`` and ``errors`` in it hold one Parquet file a
partition, ``done`` a mark for each partition that is finished.
"""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from helpers.analysis import QUOTE_TYPES
from helpers.numbers.quantities import TYPES as STATISTIC_TYPES
from helpers.text.atomic import whole

RELEASE_TYPES = {
    "release": "object", "name": "object", "sha256": "object", "issuer": "object", "place": "object", "date": "date32",
    "title": "object", "format": "object", "language": "object", "characters": "int64", "words": "int64",
    "quotations": "int64", "quoted_words": "int64", "statistics": "int64", "text": "object",
}  # fmt: skip
"""Columns of ``releases``, one row a release. ``release`` names it in every table: its path from the source, or
the row of a table. ``date`` is that of the dateline; ``quoted_words`` are those of direct quotations."""

ERROR_TYPES = {"release": "object", "error": "object"}
"""Columns of ``errors``, one row for each release that could not be read: one line that says why and what to do."""

_ARROW = {
    "int64": pa.int64(),
    "Int64": pa.int64(),
    "float64": pa.float64(),
    "object": pa.string(),
    "date32": pa.date32(),
}


def _schema(types: dict[str, str]) -> pa.Schema:
    return pa.schema([pa.field(name, _ARROW[kind], nullable=kind != "int64") for name, kind in types.items()])


SCHEMAS: dict[str, pa.Schema] = {
    "releases": _schema(RELEASE_TYPES),
    "quotes": _schema({"release": "object", **QUOTE_TYPES, "lemmas": "object"}),
    "statistics": _schema({"release": "object", **STATISTIC_TYPES, "speaker_name": "object"}),
    "errors": _schema(ERROR_TYPES),
}
"""The tables of a reading. ``quotes`` and ``statistics`` have the columns of one release's tables (``analysis``),
after ``release``; ``lemmas`` are those of a quotation's words, one space between two, to search in."""

Rows = dict[str, list[dict[str, Any]]]
"""Rows of each table, by its name."""


def no_rows() -> Rows:
    """Every table, without a row."""
    return {name: [] for name in SCHEMAS}


def part_path(folder: Path, table: str, number: int) -> Path:
    """Where a partition leaves its rows of a table."""
    return folder / table / f"part-{number:06}.parquet"


def part_paths(folder: Path, table: str) -> list[Path]:
    """The parts of a table that are there, in the order of the partitions."""
    return sorted((folder / table).glob("part-*.parquet"))


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
