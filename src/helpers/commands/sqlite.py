"""``python -m helpers sqlite``: an archive as a database that Datasette opens."""

import argparse
from collections.abc import Sequence

from helpers.commands.terminal import called, tell
from helpers.text.faults import CorpusError, one_line


def sqlite(arguments: Sequence[str]) -> int:
    """Write an archive as a SQLite file; 0 all well, 1 it can't be read or written, 2 wrong usage."""
    parser = argparse.ArgumentParser(
        prog=f"{called()} sqlite", description="Write an archive as a SQLite file that Datasette opens."
    )
    parser.add_argument("archive", metavar="ARCHIVE", help="a folder that python -m helpers corpus has made")
    parser.add_argument("file", metavar="FILE", help="where to; one that is there is replaced")
    options = parser.parse_args(arguments)
    from helpers.archive.corpus import Corpus  # here, and not for --help: it loads Dask and Parquet
    from helpers.archive.database import export_sqlite

    try:
        print(one_line(str(export_sqlite(Corpus(options.archive), options.file))))
    except CorpusError as error:
        tell(error)
        return 1
    return 0
