"""Many releases → Dask workers → Parquet: the same reading as of one, for a newsroom's archive.

Sources are cut into partitions in a fixed order; a worker reads one partition after the other and writes
its tables beside each other. What is finished is never done again, so a reading that was stopped goes on
where it was, and ends in the same files as one that was not.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.archive.cluster import connected, refuse_others
from helpers.archive.corpus import Corpus
from helpers.archive.machine import fingerprint
from helpers.archive.plan import prepared, source_of
from helpers.archive.sources import find_items
from helpers.archive.submission import Submission
from helpers.text.faults import CorpusError, one_line

if TYPE_CHECKING:
    from distributed import Client

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
    on_note: Callable[[str], None] = lambda note: None,
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
        partition: releases a partition at the most; the first ones have fewer.
        on_progress: called after each partition, and within it as its releases are read, once a second at the most.
        on_note: called with a line on what was mended, or is waited for.

    Raises:
        CorpusError: the source holds nothing, the output is another reading's or can't be written, no scheduler or
            worker answers, or a machine could not read some releases. What was read is kept, and read no second time.
    """
    items = find_items(source, column, metadata=metadata, pattern=pattern)
    folder, version = Path(output), fingerprint()
    options = {"reading": version, "column": column, "any_language": any_language}
    found = prepared(folder, source_of(source), options, items, partition, again=again, on_note=on_note)
    read, failed, unjudged = found.read, found.errors, dict[str, str]()
    on_progress(Progress(read, len(items), failed))
    if found.plan:
        with connected(client, workers, len(found.plan)) as cluster:
            if client is not None:
                refuse_others(cluster, fingerprint)
            under_way: dict[int, int] = {}
            submission = Submission(cluster, folder, any_language, version, on_note)
            for number, many, outcome in submission.all(found.plan):
                under_way[number] = many
                if outcome is not None:
                    failed += outcome.errors
                    unjudged |= outcome.unjudged
                on_progress(Progress(read + sum(under_way.values()), len(items), failed))
    return Corpus(folder)


def _refuse_unjudged(unjudged: Mapping[str, str]) -> None:
    """Tell what no machine could read, which is no fault of it.

    Raises:
        CorpusError: there is some.
    """
    if unjudged:
        name, fault = next(iter(unjudged.items()))
        more = f" and {len(unjudged) - 1:,} more" if len(unjudged) > 1 else ""
        told = "could not be read, by no fault of theirs: mend the machine, and call again: what was read is kept"
        raise CorpusError(one_line(f"{name} ({fault}){more}: {told}"))
