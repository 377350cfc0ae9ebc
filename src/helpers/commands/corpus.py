"""``python -m helpers corpus``: many releases into Parquet."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from helpers.commands.terminal import called, positive, progress, tell
from helpers.text.faults import CorpusError, one_line

if TYPE_CHECKING:
    from helpers.archive import Progress


def corpus(arguments: Sequence[str]) -> int:
    """Read many releases into Parquet; 0 all well, 1 some could not be read or nothing could, 2 wrong usage."""
    parser = _corpus_parser()
    options = parser.parse_args(arguments)
    if options.workers and options.scheduler:
        parser.error("--workers is for this machine's own cluster; a scheduler has its workers")
    from helpers.archive import read_corpus  # here: it loads Dask and Parquet

    counter = _Counter()
    try:
        read_corpus(
            options.source,
            options.output,
            options.scheduler,
            workers=options.workers,
            column=options.column,
            metadata=options.metadata,
            pattern=options.pattern,
            any_language=options.any_language,
            again=options.again,
            on_progress=counter,
            on_note=tell,
        )
    except CorpusError as error:
        progress.close()
        tell(error)
        return 1
    progress.close()
    print(f"{one_line(options.output)}: {counter.told}")
    return 1 if counter.errors else 0


def _corpus_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{called()} corpus",
        description="Read many French press releases on all cores or a Dask cluster; tables as Parquet. "
        "A reading that was stopped goes on where it was when it is called again.",
    )
    parser.add_argument(
        "source", metavar="SOURCE", help="a folder, a glob in quotes, or a CSV or Parquet table of texts"
    )
    parser.add_argument("output", metavar="OUTPUT", help="a folder for the tables releases, quotes, statistics, errors")
    parser.add_argument(
        "--workers", metavar="N", type=positive, help="processes on this machine; without it one a core"
    )
    parser.add_argument("--scheduler", metavar="ADDRESS", help="a running Dask scheduler instead: tcp://host:8786")
    parser.add_argument(
        "--column", default="text", metavar="NAME", help="column of a table that holds the texts (text)"
    )
    parser.add_argument(
        "--metadata", metavar="CSV", help="a table about the files: a column file, and issuer, date, url, any others"
    )
    parser.add_argument(
        "--pattern", metavar="NAMES", help="how the files' names are composed: {date}_{issuer}.txt, {issuer}/{date}*"
    )
    parser.add_argument("--any-language", action="store_true", help="read texts that are surely not French, too")
    parser.add_argument("--again", action="store_true", help="drop what was read into OUTPUT otherwise before")
    return parser


class _Counter:
    """How far a reading of many is, on one line of a terminal."""

    errors, told = 0, "nothing read"

    def __call__(self, reached: "Progress") -> None:
        self.errors, self.told = reached.errors, reached.told
        progress.show(self.told)
