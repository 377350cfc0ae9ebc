"""The folder of a reading: whether it is one of the same releases, what of it is finished, and what is left to read."""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from helpers.archive.marks import Mark, drop_others, finished, told
from helpers.archive.partition import keep_rows
from helpers.archive.sources import Item
from helpers.archive.tables import SCHEMAS
from helpers.text import atomic
from helpers.text.faults import CorpusError, one_line, reason
from helpers.text.json_text import from_json

Plan = dict[int, list[Item]]
"""Partitions to read, by number."""
_FIRST = 4  # releases of the first partition
_NOTE = "corpus.json"
"""The file that tells what a folder is the reading of."""
_AGAIN = "name a new folder, or read it again (--again, again=True)"


@dataclass(frozen=True)
class Prepared:
    """How many releases are read already, how many of them could not be, and what is left."""

    read: int
    errors: int
    plan: Plan


def source_of(source: "str | Path | Sequence[str | Path]") -> str:
    """A source by the place where it lies, however it was typed; of a list of files the folder that has them all."""
    if isinstance(source, str | Path):
        return str(Path(source).resolve())
    places = {str(Path(path).resolve().parent) for path in source}
    return f"a list of files in {os.path.commonpath(places) if places else 'no folder'}"


def prepared(
    output: Path, source: str, options: Mapping[str, object], items: Sequence[Item], size: int, *, again: bool,
    on_note: Callable[[str], None],
) -> Prepared:  # fmt: skip
    """Make the folder of a reading ready.

    What a finished partition holds is kept as far as it is still what it was, so that new, changed and deleted releases
    in a source cost their own reading alone. What is left is cut in order and takes the free numbers in order.

    Args:
        output: the folder, made if need be.
        source: see ``source_of``.
        options: what else the readings of two calls have to have in common: version, column, language.
        items: what the source holds.
        size: releases a partition at the most; the first ones have fewer.
        again: drop what was read otherwise.
        on_note: told of damaged parts, on one line.

    Raises:
        CorpusError: the folder holds something else, or can't be written.
    """
    shown = one_line(str(output))
    try:
        _refuse_another(output, source, options, items, shown, again=again)
        atomic.write({output / _NOTE: json.dumps({"source": source, **options}, sort_keys=True)})
        for name in ("done", *SCHEMAS):
            (output / name).mkdir(exist_ok=True)
        marks, faults = finished(output)
        if faults:
            on_note(f"{shown}: {told(faults)}")
        return _cut(output, marks, items, size)
    except OSError as error:
        raise CorpusError(
            f"{shown}: can't be written ({reason(error)}); make room there or name another folder"
        ) from error


def _refuse_another(
    output: Path, source: str, options: Mapping[str, object], items: Sequence[Item], shown: str, *, again: bool
) -> None:
    """See that a folder is empty or holds a reading of the same; what it holds otherwise is dropped when asked.

    Raises:
        CorpusError: it holds something else.
    """
    output.mkdir(parents=True, exist_ok=True)
    if not (output / _NOTE).exists():
        if any(not path.name.startswith(f".{_NOTE}") for path in output.iterdir()):
            raise CorpusError(f"{shown}: holds other files; name a new folder")
        return
    fault = _difference(output, source, options, items)
    if not fault:
        return
    if not again:
        raise CorpusError(f"{shown}: {fault}; {_AGAIN}")
    for name in ("done", *SCHEMAS):  # the marks first: a part without one counts nowhere
        if (output / name).exists():
            shutil.rmtree(output / name)


def _difference(output: Path, source: str, options: Mapping[str, object], items: Sequence[Item]) -> str:
    """What was read otherwise into a folder; empty where nothing was.

    Another source will do where it holds all that was read, under the same names and with the same content.
    """
    try:
        note = dict(from_json((output / _NOTE).read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        return f"its {_NOTE} is damaged, so that what it is the reading of is not known"
    other = str(note.pop("source", ""))
    if note != options:
        return "was read by another version or with other options"
    if other == source or not (output / "done").is_dir():
        return ""
    held = {item.key for item in items}
    if all(key in held for mark in finished(output)[0].values() for key in mark.releases):
        return ""
    return one_line(f"was read from {other}, not from {source}")


def _cut(output: Path, marks: Mapping[int, Mark], items: Sequence[Item], size: int) -> Prepared:
    left = {item.key: item for item in items}
    kept: dict[int, Mark] = {}
    read = errors = 0
    for number, mark in sorted(marks.items()):
        here = [left.pop(key) for key in mark.releases if key in left]
        if here:
            kept[number] = mark
            read += len(here)
            errors += mark.errors if len(here) == len(mark.releases) else keep_rows(output, number, here)
    drop_others(output, kept)
    free = (number for number in count() if number not in kept)
    todo = list(left.values())
    return Prepared(read, errors, {next(free): todo[start:end] for start, end in _cuts(len(todo), size)})


def _cuts(count: int, size: int) -> Iterator[tuple[int, int]]:
    """Where each partition begins and ends: a few releases first and twice as many each time, up to ``size``.

    So a reader sees it move from the first releases on, and all cores have something to read in a small folder, too.
    """
    start, step = 0, min(size, _FIRST)
    while start < count:
        yield start, min(count, start + step)
        start, step = start + step, min(size, 2 * step)
