"""Many releases → Dask workers → Parquet: the same reading as of one, for a newsroom's archive.

Sources are cut into partitions in a fixed order; a worker reads one partition after the other and writes
its tables beside each other. What is finished is never done again, so a reading that was stopped goes on
where it was, and ends in the same files as one that was not.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from helpers import paths
from helpers.archive.cluster import connected, refuse_others
from helpers.archive.corpus import Corpus
from helpers.archive.partition import keep_rows, read_items, read_partition, write_partition
from helpers.archive.sources import Item, find_items
from helpers.archive.tables import SCHEMAS, mark_path, no_rows, part_path
from helpers.french.pipeline import MODEL, VERSION
from helpers.text import atomic
from helpers.text.faults import CorpusError, one_line, reason
from helpers.text.json_text import from_json

if TYPE_CHECKING:
    from distributed import Client, Future

PARTITION = 64
"""Releases that are read and written together: some seconds of work, what a stop can cost at the most."""


@dataclass(frozen=True)
class Progress:
    """How far a reading is: releases read of how many, and how many of them could not be read."""

    releases: int
    of: int
    errors: int

    @property
    def told(self) -> str:
        """The same in words."""
        unread = f", {self.errors:,} could not be read: see the table errors" if self.errors else ""
        return f"{self.releases:,} of {self.of:,} releases{unread}"


def read_corpus(
    source: "str | Path | Sequence[str | Path]",
    output: str | Path,
    client: "Client | str | None" = None,
    *,
    workers: int | None = None,
    column: str = "text",
    metadata: str | Path | None = None,
    pattern: str | None = None,
    any_language: bool = False,
    again: bool = False,
    partition: int = PARTITION,
    on_progress: Callable[[Progress], None] = lambda progress: None,
) -> Corpus:
    """Read many releases with Dask and leave their tables as Parquet.

    A reading that was stopped goes on where it was when it is called again with the same source and output;
    partitions whose files have changed since are read anew.

    Args:
        source: what to read, see ``sources.find_items``.
        output: a folder, made if need be: ``releases``, ``quotes``, ``statistics`` and ``errors`` in it hold one
            Parquet file (one row group) a partition, see ``tables.SCHEMAS``. On a cluster of several machines it and
            the source must be where all of them see it under the same path.
        client: a ``distributed.Client``, the address of a scheduler, or None for a cluster on this machine.
        workers: processes of that cluster; one a core without it.
        column: column of a table's texts; its other columns are kept.
        metadata: a CSV table about the files of a folder, see ``metadata.read_metadata``.
        pattern: how the files' names are composed, ``{date}_{issuer}.txt``.
        any_language: read texts that are surely not French, too.
        again: drop what an earlier version, or other options, have read into the output.
        partition: releases a partition.
        on_progress: called after each partition.

    Raises:
        CorpusError: the source holds nothing, the output is another reading's or can't be written, or no
            scheduler answers.
    """
    items = find_items(source, column, metadata=metadata, pattern=pattern)
    told = os.path.abspath(source) if isinstance(source, str | Path) else "a list"  # texts and ./texts are one source
    folder = _prepared(Path(output), again, source=told, column=column, any_language=any_language)
    try:
        finished, plan = _plan(folder, items, partition)
    except OSError as error:
        raise CorpusError(f"{one_line(str(folder))}: can't be written ({reason(error)}); make room there") from error
    read = sum(map(len, finished.values()))
    failed = sum(pq.read_metadata(part_path(folder, "errors", number)).num_rows for number in finished)
    on_progress(Progress(read, len(items), failed))
    if plan:
        with connected(client, workers, len(plan)) as cluster:
            if client is not None:
                refuse_others(cluster, fingerprint)
            for number, errors in _Submitter(cluster, folder, any_language).all(plan):
                read, failed = read + len(plan[number]), failed + errors
                on_progress(Progress(read, len(items), failed))
    return Corpus(folder)


# --- the folder of a reading -------------------------------------------------------------------


def _prepared(output: Path, again: bool, **options: object) -> Path:
    """The folder of a reading, made or found to be one of the same kind."""
    told = json.dumps({"reading": fingerprint(), **options}, sort_keys=True)
    shown = one_line(str(output))
    try:
        if _is_another(output, told, shown):
            if not again:
                raise CorpusError(
                    f"{shown}: was read from another source, by another version or with other options; "
                    "name a new folder, or read it again (--again, again=True)"
                )
            for name in ("done", *SCHEMAS):
                shutil.rmtree(output / name, ignore_errors=True)
        for name in ("done", *SCHEMAS):
            (output / name).mkdir(parents=True, exist_ok=True)
            for stray in (output / name).glob(".part-*"):
                stray.unlink(missing_ok=True)
        atomic.write({output / _NOTE: told})
    except OSError as error:
        raise CorpusError(f"{shown}: can't be written ({reason(error)}); name another folder") from error
    return output


_NOTE = "corpus.json"
"""The file that tells what a folder is the reading of."""


def _is_another(output: Path, told: str, shown: str) -> bool:
    """Whether a folder holds the reading of something else.

    Raises:
        CorpusError: it holds what is no reading.
    """
    note = output / _NOTE
    if note.exists():
        return note.read_text(encoding="utf-8", errors="replace") != told
    if output.exists() and any(output.iterdir()):
        raise CorpusError(f"{shown}: holds other files; name a new folder")
    return False


def fingerprint() -> str:
    """What a reading depends on beside the texts, as one number: code, tables of the lexicon and model."""
    digest = hashlib.sha256(f"{MODEL} {VERSION}".encode())
    for path in sorted(path for path in paths.PACKAGE.rglob("*") if path.suffix in (".py", ".csv")):
        digest.update(path.relative_to(paths.PACKAGE).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


# --- what is left to read ----------------------------------------------------------------------

_Plan = dict[int, list[Item]]


def _plan(output: Path, items: list[Item], size: int) -> tuple[_Plan, _Plan]:
    """The partitions that are finished and those to read, by number.

    What a finished one holds is kept as far as it is still what it was, so that new, changed and deleted releases in a
    source cost their own reading alone. What is left is cut in order and takes the free numbers in order.
    """
    left = {item.key: item for item in items}
    finished: _Plan = {}
    for number, keys in sorted(_finished(output).items()):
        kept = [left.pop(key) for key in keys if key in left]
        if kept:
            finished[number] = kept
            if len(kept) < len(keys):
                keep_rows(output, number, kept)
        else:
            for path in (mark_path(output, number), *(part_path(output, name, number) for name in SCHEMAS)):
                path.unlink(missing_ok=True)
    free = (number for number in count() if number not in finished)
    todo = list(left.values())
    return finished, {next(free): todo[at : at + size] for at in range(0, len(todo), size)}


def _finished(output: Path) -> dict[int, list[tuple[str, ...]]]:
    """What each partition with a mark holds; nothing where a table of it is missing or can't be read."""
    found = {}
    for path in (output / "done").glob("part-*"):
        number = path.name.removeprefix("part-")
        if number.isdecimal():
            keys = _keys(path)
            is_whole = all(_is_table(part_path(output, name, int(number))) for name in SCHEMAS)
            found[int(number)] = keys if is_whole else []
    return found


def _keys(mark: Path) -> list[tuple[str, ...]]:
    """What a mark says that its partition holds; nothing where it is damaged."""
    try:
        return [tuple(map(str, key)) for key in from_json(mark.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return []


def _is_table(path: Path) -> bool:
    """Whether a part is whole: a file that was cut off or written over has no footer."""
    try:
        pq.read_metadata(path)
    except (OSError, pa.ArrowInvalid):
        return False
    return True


# --- reading it --------------------------------------------------------------------------------


class _Submitter:
    """Hands partitions to workers, a few ahead of each, and bears the death of a worker."""

    def __init__(self, client: "Client", output: Path, any_language: bool) -> None:
        self.client, self.output, self.any_language = client, output.absolute(), any_language

    def all(self, plan: _Plan) -> Iterator[tuple[int, int]]:
        """Number and errors of each partition, as they are finished."""
        from distributed import as_completed

        waiting = iter(plan)
        running: dict[Future, int] = {}
        done = as_completed(loop=self.client.loop)

        def feed() -> None:
            number = next(waiting, None)
            if number is not None:
                future = self._submitted(plan[number], number)
                running[future] = number
                done.add(future)

        for _ in range(2 * max(1, len(self.client.scheduler_info(n_workers=-1)["workers"]))):
            feed()
        for future in done:
            number = running.pop(future)
            errors = self._errors(future, plan[number], number)
            future.release()
            feed()
            yield number, errors

    def _errors(self, future: "Future", items: Sequence[Item], number: int) -> int:
        """How many of a partition could not be read; each is read by itself where one has ended its workers."""
        fault = future.exception()
        if fault is None:
            return future.result()
        self._raise_of_machine(fault)
        return self._one_by_one(items, number)

    def _raise_of_machine(self, fault: BaseException) -> None:
        """Raise what is no fault of a release: the death of a worker alone may be one."""
        from distributed import KilledWorker

        if isinstance(fault, KilledWorker):
            return
        shown = one_line(str(self.output))
        if isinstance(fault, OSError) and fault.errno is not None:
            told = f"can't be written ({reason(fault)}); make room or name another folder"
        else:
            told = f"a worker can't read ({one_line(f'{type(fault).__name__}: {reason(fault)}')}); mend it"
        raise CorpusError(f"{shown}: {told}, and call again: what was read is kept") from fault

    def _submitted(self, items: Sequence[Item], number: int) -> "Future":
        return self.client.submit(
            read_partition, items, str(self.output), number, self.any_language, pure=False, retries=0
        )

    def _one_by_one(self, items: Sequence[Item], number: int) -> int:
        """A partition that its workers did not survive: each release by itself, so that one alone is lost."""
        rows = no_rows()
        for item in items:
            future = self.client.submit(read_items, [item], self.any_language, pure=False)
            fault = future.exception()
            if fault is None:
                for name, found in future.result().items():
                    rows[name] += found
            else:
                self._raise_of_machine(fault)
                line = f"{item.release}: its reading ended the worker ({type(fault).__name__}); read it by itself"
                rows["errors"].append({"release": item.release, "error": one_line(line)})
        try:
            write_partition(rows, items, self.output, number)
        except OSError as error:
            self._raise_of_machine(error)
        return len(rows["errors"])
