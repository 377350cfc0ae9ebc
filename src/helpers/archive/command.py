"""``python -m helpers news`` tells what came since the last look; ``python -m helpers sqlite`` writes for Datasette."""

import argparse
import datetime
import sys
import time
from collections.abc import Sequence

from helpers.archive.corpus import Corpus
from helpers.archive.database import export_sqlite
from helpers.archive.news import new_since, read_queries, remember_look, told
from helpers.archive.read import read_corpus
from helpers.text.faults import CorpusError, one_line


def news(arguments: Sequence[str]) -> int:
    """Print what is new; 0 all well, 1 the archive or the source can't be read, 2 wrong usage."""
    options = _news_parser().parse_args(arguments)
    try:
        while True:
            _look(options)
            if not options.every:
                return 0
            time.sleep(options.every)
    except CorpusError as error:
        print(f"helpers: {error}", file=sys.stderr)
        return 1


def _look(options: argparse.Namespace) -> None:
    """Read what the source has more, and print what nobody has seen; a watched folder without news prints nothing."""
    corpus = read_corpus(options.source, options.archive) if options.source else Corpus(options.archive)
    queries = read_queries(options.queries) if options.queries else None
    found = new_since(corpus, options.since, queries, issued=options.issued)
    if len(found) or not options.every:
        print(told(found, options.format), end="", flush=True)
    if options.since is None and options.issued is None and not options.keep:
        remember_look(corpus)


def sqlite(arguments: Sequence[str]) -> int:
    """Write an archive as a SQLite file; 0 all well, 1 it can't be read or written, 2 wrong usage."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers sqlite", description="Write an archive as a SQLite file that Datasette opens."
    )
    parser.add_argument("archive", metavar="ARCHIVE", help="a folder that python -m helpers corpus has made")
    parser.add_argument("file", metavar="FILE", help="where to; one that is there is replaced")
    options = parser.parse_args(arguments)
    try:
        print(one_line(str(export_sqlite(Corpus(options.archive), options.file))))
    except CorpusError as error:
        print(f"helpers: {error}", file=sys.stderr)
        return 1
    return 0


def _news_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m helpers news", description="Tell which releases of an archive nobody has been told of yet."
    )
    parser.add_argument("archive", metavar="ARCHIVE", help="a folder that python -m helpers corpus has made, or makes")
    parser.add_argument("--source", metavar="SOURCE", help="read what this folder, table or feed file has more, first")
    since = "what was read since then instead: a day (2024-03-12), or a time of this machine (2024-03-12T08:00)"
    parser.add_argument("--since", metavar="TIME", type=_moment, help=since)
    parser.add_argument("--issued", metavar="DAY", type=_day, help="only releases of this day or later")
    parser.add_argument("--queries", metavar="YAML", help="only what these saved questions find")
    parser.add_argument("--format", choices=("text", "json", "atom"), default="text")
    parser.add_argument("--keep", action="store_true", help="do not take what is told as seen")
    parser.add_argument("--every", metavar="SECONDS", type=_seconds, help="look again and again, until it is stopped")
    return parser


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day as 2024-03-12") from None


def _moment(text: str) -> datetime.date | datetime.datetime:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day as 2024-03-12 or a time as 2024-03-12T08:00") from None


def _seconds(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError("a whole number from 1 on")
    return int(text)
