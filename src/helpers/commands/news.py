"""``python -m helpers news``: what came since the last look."""

import argparse
import datetime
import time
from collections.abc import Sequence

from helpers.commands.terminal import called, positive, tell
from helpers.text.faults import CorpusError


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
        tell(error)
        return 1


def _look(options: argparse.Namespace) -> None:
    """Read what the source has more, and print what nobody has seen; a watched folder without news prints nothing."""
    from helpers.archive.corpus import Corpus  # here, and not for --help: it loads Dask and Parquet
    from helpers.archive.news import new_since, read_queries, remember_look, told
    from helpers.archive.read import read_corpus

    corpus = read_corpus(options.source, options.archive) if options.source else Corpus(options.archive)
    queries = read_queries(options.queries) if options.queries else None
    found = new_since(corpus, options.since, queries, issued=options.issued)
    if len(found) or not options.every:
        print(told(found, options.format), end="", flush=True)
    if options.since is None and options.issued is None and not options.keep:
        remember_look(corpus)


def _news_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{called()} news", description="Tell which releases of an archive nobody has been told of yet."
    )
    parser.add_argument("archive", metavar="ARCHIVE", help="a folder that python -m helpers corpus has made, or makes")
    parser.add_argument("--source", metavar="SOURCE", help="read what this folder, table or feed file has more, first")
    since = "what was read since then instead: a day (2024-03-12), or a time of this machine (2024-03-12T08:00)"
    parser.add_argument("--since", metavar="TIME", type=_moment, help=since)
    parser.add_argument("--issued", metavar="DAY", type=_day, help="only releases of this day or later")
    parser.add_argument("--queries", metavar="YAML", help="only what these saved questions find")
    parser.add_argument("--format", choices=("text", "json", "atom"), default="text")
    parser.add_argument("--keep", action="store_true", help="do not take what is told as seen")
    parser.add_argument("--every", metavar="SECONDS", type=positive, help="look again and again, until it is stopped")
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
