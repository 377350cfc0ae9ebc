"""What is to be read: files of a folder, a pattern or a list, or the texts of a table, each with a name of its own."""

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from helpers.archive.walk import matching, walk
from helpers.release.decoding import decode
from helpers.release.files import SUFFIXES
from helpers.text.faults import CorpusError, one_line, reason

TABLE_SUFFIXES = (".csv", ".parquet")


@dataclass(frozen=True)
class Item:
    """One release to read: the name that it has in the tables, and its file or its text."""

    release: str
    path: str | None = None
    text: str | None = None
    mark: str = ""  # changes when what is to be read does
    fault: str = ""  # why it can't be read, where that is known already

    @property
    def key(self) -> tuple[str, str, str]:
        """By what a finished partition knows it again."""
        return self.release, self.path or "", self.mark


def find_items(source: "str | Path | Sequence[str | Path]", column: str = "text") -> list[Item]:
    """What a source holds, in a fixed order.

    Args:
        source: a folder (searched with the folders in it), a glob, a list of files, or a CSV or Parquet table.
        column: the table's column with the texts; a column ``release``, if there is one, names the rows.

    Raises:
        CorpusError: there is nothing to read, or the table has no such column.
    """
    if not isinstance(source, str | Path):
        return _named(_files([(Path(path), "") for path in source]), "the list")
    shown = one_line(str(source))
    try:
        return _named(_found(Path(source), shown, column), shown)
    except CorpusError:
        raise
    except (OSError, ValueError, NotImplementedError) as error:
        raise CorpusError(f"{shown}: can't be read ({reason(error)}); check the path and its permissions") from error


def _found(path: Path, shown: str, column: str) -> Iterator[Item]:
    if path.is_dir():
        inside = [(p, fault) for p, fault in walk(path) if fault or p.suffix.lower() in SUFFIXES]
        return _files(sorted(inside), path)
    if path.is_file():
        return _rows(path, column) if path.suffix.lower() in TABLE_SUFFIXES else _files([(path, "")])
    if any(c in str(path) for c in "*?["):
        return _files(sorted((p, "") for p in matching(str(path))))
    raise CorpusError(f"{shown}: no such folder, file or pattern; check the path")


def _files(paths: Sequence[tuple[Path, str]], folder: Path | None = None) -> Iterator[Item]:
    for path, fault in paths:
        name = path.relative_to(folder).as_posix() if folder else path.as_posix()
        yield Item(release=name, path=str(path.absolute()), mark=mark_of(path), fault=fault)


def mark_of(path: Path) -> str:
    """What changes when a file does; *missing* where there is none, of which its reading says why."""
    try:
        about = path.stat()
    except (OSError, ValueError):
        return "missing"
    return f"{about.st_size}:{about.st_mtime_ns}"


def _rows(path: Path, column: str) -> Iterator[Item]:
    table = _table(path, column)
    names = table["release"] if "release" in table.columns else pd.Series("", table.index)
    for number, (name, text) in enumerate(zip(names, table[column], strict=True), 1):
        text = text if isinstance(text, str) else ""
        label = str(name) if str(name).strip() else f"{path.stem}#{number}"
        yield Item(release=label, text=text, mark=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


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
