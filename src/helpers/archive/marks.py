"""Which partitions of a reading are finished, what each of them holds, and whether its files are still what they were.

A mark is a file of ``done``: JSON with the releases of a partition and the checksums of its files. What has no mark
was never finished; what its mark does not fit is damaged.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from helpers.archive.sources import Item
from helpers.archive.tables import SCHEMAS, mark_path, marked, number_of, part_path
from helpers.text import atomic
from helpers.text.faults import one_line
from helpers.text.json_text import from_json

Key = tuple[str, str]
_SHOWN = 3
"""Damaged partitions that a line names."""


@dataclass(frozen=True)
class Mark:
    """What a finished partition holds: keys of its releases, the checksum of its file of each table, rows of errors."""

    releases: tuple[Key, ...]
    parts: Mapping[str, str]
    errors: int


def write_mark(output: Path, number: int, items: Sequence[Item], errors: int) -> None:
    """Say that a partition, whose files are there, is finished.

    Raises:
        OSError: a file can't be read or written.
    """
    parts = {name: _checksum(part_path(output, name, number)) for name in SCHEMAS}
    mark = Mark(tuple(item.key for item in items), parts, errors)
    atomic.write({mark_path(output, number): json.dumps(asdict(mark), ensure_ascii=True)})


def finished(output: Path) -> tuple[dict[int, Mark], list[str]]:
    """The partitions that are finished and as they were, by number, and what is wrong with each other one.

    Raises:
        OSError: a folder can't be listed.
    """
    found: dict[int, Mark] = {}
    faults: list[str] = []
    for number in marked(output):
        try:
            found[number] = _whole(output, number)
        except ValueError as error:
            faults.append(f"{number:06} ({error})")
    left = {number_of(path) for name in SCHEMAS for path in (output / name).iterdir()} - set(marked(output)) - {None}
    return found, faults + [f"{number:06} (not finished)" for number in sorted(left)]


def told(faults: Sequence[str]) -> str:
    """Some partitions that are read anew, on one line."""
    more = f" and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
    return one_line(f"damaged parts, to be read anew: {', '.join(faults[:_SHOWN])}{more}")


def _whole(output: Path, number: int) -> Mark:
    """The mark of a partition.

    Raises:
        ValueError: the mark is damaged, or a file is not what it was.
    """
    try:
        mark = _read(mark_path(output, number))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ValueError("its mark is damaged") from error
    for name in SCHEMAS:
        try:
            is_whole = _checksum(part_path(output, name, number)) == mark.parts.get(name)
        except OSError as error:
            raise ValueError(f"{name} is missing") from error
        if not is_whole:
            raise ValueError(f"{name} is damaged")
    return mark


def _read(path: Path) -> Mark:
    found = from_json(path.read_text(encoding="utf-8"))
    releases = tuple((str(name), str(mark)) for name, mark in found["releases"])
    return Mark(releases, dict(found["parts"]), int(found["errors"]))


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def drop_others(output: Path, kept: Mapping[int, Mark]) -> None:
    """Remove all files of parts, finished or not, save those that are kept.

    Raises:
        OSError: a file can't be removed.
    """
    for name in ("done", *SCHEMAS):
        for path in (output / name).iterdir():
            if path.name.startswith((".part-", "part-")) and number_of(path) not in kept:
                path.unlink(missing_ok=True)
