"""What is to be read: files of a folder, a pattern or a list, or the texts of a table, each with a name of its own."""

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from helpers.archive.feeds import SUFFIXES as FEED_SUFFIXES
from helpers.archive.feeds import read_feed
from helpers.archive.metadata import Facts, Pattern, beside, day_in_name, facts_of, named, read_metadata
from helpers.archive.walk import matching, walk
from helpers.release.decoding import decode
from helpers.release.files import LARGEST, SUFFIXES
from helpers.text.faults import CorpusError, one_line, reason

TABLE_SUFFIXES = (".csv", ".parquet")


@dataclass(frozen=True)
class Item:
    """One release to read: the name that it has in the tables, its file or its text, and what is known beside it.

    ``given`` was written down for the archive, ``guessed`` stands in the file's name; ``mark`` changes when the content
    or a given fact does, and not with the file's time.
    """

    release: str
    path: str | None = None
    text: str | None = None
    mark: str = ""  # changes when what is to be read does
    given: Facts = ()
    guessed: Facts = ()
    fault: str = ""  # why it can't be read, where that is known already

    @property
    def key(self) -> tuple[str, str]:
        """By what a finished partition knows it again, wherever it lies: its name and its content."""
        return self.release, self.mark


def find_items(
    source: "str | Path | Sequence[str | Path]",
    column: str = "text",
    *,
    metadata: str | Path | None = None,
    pattern: str | None = None,
) -> list[Item]:
    """What a source holds, in a fixed order.

    Args:
        source: a folder (searched with the folders in it), a glob, a list of files, a CSV or Parquet table, or a
            feed (RSS, Atom) as a file.
        column: the table's column with the texts; a column ``release``, if there is one, names the rows. All other
            columns are kept.
        metadata: a CSV table about the files, see ``metadata.read_metadata``; beside it, what ``STEM.json`` next to a
            file says is taken.
        pattern: how the files' names are composed, see ``metadata.Pattern``.

    Raises:
        CorpusError: there is nothing to read, the table has no such column, or the pattern is none.
    """
    composed = Pattern(pattern) if pattern else None
    table = read_metadata(metadata) if metadata else {}
    shown = "the list" if not isinstance(source, str | Path) else one_line(str(source))
    try:
        if not isinstance(source, str | Path):
            found = _files([(Path(path), "") for path in source])
        else:
            found = _found(Path(source), shown, column)
        return [_with_facts(item, table, composed) for item in _named(found, shown)]
    except CorpusError:
        raise
    except (OSError, ValueError, NotImplementedError) as error:
        raise CorpusError(f"{shown}: can't be read ({reason(error)}); check the path and its permissions") from error


def _with_facts(item: Item, table: dict[str, Facts], pattern: Pattern | None) -> Item:
    """An item with what is known beside it, and a mark that holds it."""
    given = item.given + (beside(Path(item.path)) if item.path else ()) + named(table, item.release)
    given += pattern.facts(item.release) if pattern else ()
    mark = f"{item.mark}:{hashlib.sha256(repr(given).encode()).hexdigest()[:16]}" if given else item.mark
    return replace(item, given=given, guessed=day_in_name(item.release) if item.path else (), mark=mark)


def _found(path: Path, shown: str, column: str) -> Iterator[Item]:
    if path.is_dir():
        inside = [(p, fault) for p, fault in walk(path) if fault or p.suffix.lower() in SUFFIXES]
        return _files(sorted(inside), path)
    if path.is_file():
        suffix = path.suffix.lower()
        if suffix in FEED_SUFFIXES:
            return _entries(path)
        return _rows(path, column) if suffix in TABLE_SUFFIXES else _files([(path, "")])
    if any(c in str(path) for c in "*?["):
        return _files(sorted((p, "") for p in matching(str(path))))
    raise CorpusError(f"{shown}: no such folder, file or pattern; check the path")


def _files(paths: Sequence[tuple[Path, str]], folder: Path | None = None) -> Iterator[Item]:
    for path, fault in paths:
        name = path.relative_to(folder).as_posix() if folder else path.as_posix()
        mark = "missing" if fault else mark_of(path)
        yield Item(release=name, path=str(path.absolute()), mark=mark, fault=fault)


def mark_of(path: Path) -> str:
    """By what a file is known again: its content; of what is too large to be read, its size; *missing* without one."""
    try:
        size = path.stat().st_size if path.is_file() else -1
        if not 0 <= size <= LARGEST:
            return f"size {size}" if size >= 0 else "missing"
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return "missing"  # the reading says so in its errors


def _rows(path: Path, column: str) -> Iterator[Item]:
    table = _table(path, column)
    kept = [name for name in table.columns if name not in ("release", column)]
    names = table["release"] if "release" in table.columns else pd.Series("", table.index)
    for number, (name, text) in enumerate(zip(names, table[column], strict=True), 1):
        text = text if isinstance(text, str) else ""
        label = str(name) if str(name).strip() else f"{path.stem}#{number}"
        given = facts_of({str(key): table[key].iloc[number - 1] for key in kept}, "table")
        mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        yield Item(release=label, text=text, mark=mark, given=given)


def _entries(path: Path) -> Iterator[Item]:
    for name, text, given in read_feed(path):
        mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        yield Item(release=name, text=text, mark=mark, given=given)


def _table(path: Path, column: str) -> pd.DataFrame:
    shown = one_line(path.name)
    try:
        table = _csv(path, column) if path.suffix.lower() == ".csv" else pd.read_parquet(path)
    except Exception as error:
        fault = f"no table that can be read ({reason(error)}); save it as CSV or Parquet"
        raise CorpusError(f"{shown}: {fault}") from error
    if column not in table.columns:
        had = one_line(", ".join(map(str, table.columns)))
        raise CorpusError(f"{shown}: no column {one_line(column)!r}, it has {had}; name the one with the texts")
    return table


def _csv(path: Path, column: str) -> pd.DataFrame:
    """A CSV table in any encoding of French, its cells parted as its head line shows.

    A French spreadsheet parts them by semicolons: the mark is the one that makes the column, else the most columns.
    """
    text = decode(path.read_bytes(), path.name).text.removeprefix("\ufeff")
    head = text.lstrip().partition("\n")[0]
    columns = {mark: next(csv.reader([head], delimiter=mark), []) for mark in ",;\t"}
    mark = max(columns, key=lambda mark: (column in columns[mark], len(columns[mark])))
    return pd.read_csv(io.StringIO(text), sep=mark, dtype=str, keep_default_na=False)


def _named(items: Iterator[Item], shown: str) -> list[Item]:
    """The items, each with a name of its own."""
    found: list[Item] = []
    seen: set[str] = set()
    for item in items:
        name, nth = one_line(item.release), 1
        while name in seen:
            nth += 1
            name = f"{one_line(item.release)} ({nth})"
        seen.add(name)
        found.append(replace(item, release=name))
    if not found:
        raise CorpusError(f"{shown}: nothing to read in it; give files that end in {', '.join(SUFFIXES)}, or a table")
    return found
