"""The index of an archive's words: SQLite's FTS5 in the archive's folder, renewed part by part.

DuckDB counts over columns; SQLite finds words. Its FTS5 is in Python, ranks by BM25, folds case and accents, and needs
no extension.
"""

import atexit
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from helpers.archive.corpus import Corpus
from helpers.archive.tables import part_paths
from helpers.text.faults import CorpusError, one_line, reason

TOKENS = 'tokenize = "unicode61 remove_diacritics 2"'
_FILE = "search.sqlite"
_LAYOUT = 2
"""Of the tables below; a file of another one is made anew."""
_PATIENCE = 600
"""Seconds that one process waits for another which is renewing the index."""
_COLUMNS = {
    "releases": ("release", "date", "issuer", "title", "text", "lemmas"),
    "quotes": ("release", "speaker_name", "start", "end", "text", "lemmas", "mentions"),
}
_WORDS = {"releases": ("title", "text", "lemmas"), "quotes": ("text", "lemmas", "mentions")}
"""The columns whose words are searched."""


@contextmanager
def index(corpus: Corpus) -> Iterator[sqlite3.Connection]:
    """The index, up to date and open to be read.

    What a part of the archive had is replaced when the part is another one, by name, size and time; all others stay.
    Of a folder that can't be written the index is made in a folder of this process.

    Raises:
        CorpusError: it can't be made anywhere.
    """
    path = corpus.folder / _FILE
    try:
        _renew(path, corpus)
    except (OSError, sqlite3.OperationalError):
        path = _elsewhere(corpus.folder.absolute()) / _FILE
        try:
            _renew(path, corpus)
        except (OSError, sqlite3.Error) as error:
            shown = one_line(str(corpus.folder / _FILE))
            raise CorpusError(f"{shown}: can't be written ({reason(error)}); make room there") from error
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=_PATIENCE)) as base:
        yield base


@lru_cache(maxsize=8)
def _elsewhere(folder: Path) -> Path:
    """A folder for an archive that can't be written, until this process ends."""
    place = tempfile.mkdtemp(prefix="archive-search-")
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return Path(place)


def _renew(path: Path, corpus: Corpus) -> None:
    now, held = dict(_states(corpus)), _held(path)
    if held == now:
        return
    if held is None:
        path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as base:
        base.execute("BEGIN IMMEDIATE")
        _filled(base, corpus, now)
        base.execute("COMMIT")


def _states(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Each part's number, and what changes when it does."""
    paths = zip(part_paths(corpus.folder, "releases"), part_paths(corpus.folder, "quotes"), strict=True)
    for both in paths:
        told = [path.stat() for path in both]
        yield both[0].stem, " ".join(f"{one.st_size}:{one.st_mtime_ns}" for one in told)


def _held(path: Path) -> dict[str, str] | None:
    """The parts that an index holds, each as it was; None of what is no index of this layout."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=_PATIENCE)) as base:
            is_ours = base.execute("PRAGMA user_version").fetchone() == (_LAYOUT,)
            return dict(base.execute("SELECT part, state FROM parts")) if is_ours else None
    except sqlite3.Error:
        return None


def _filled(base: sqlite3.Connection, corpus: Corpus, now: dict[str, str]) -> None:
    """Bring the index to what the parts are now."""
    if base.execute("PRAGMA user_version").fetchone() != (_LAYOUT,):
        _laid_out(base)
    held = dict(base.execute("SELECT part, state FROM parts"))
    changed = [part for part, state in now.items() if held.get(part) != state]
    gone = [part for part in held if now.get(part) != held[part]]
    for part in gone:
        _drop(base, part)
    for part in changed:
        _add(base, corpus, part, now[part])
    if gone or changed:
        base.execute("DELETE FROM vocabulary")
        base.execute("INSERT INTO vocabulary SELECT term, doc FROM terms")


def _laid_out(base: sqlite3.Connection) -> None:
    base.execute("CREATE TABLE parts (part TEXT PRIMARY KEY, state TEXT)")
    for table, columns in _COLUMNS.items():
        named = ", ".join(f'"{column}"' for column in columns)
        base.execute(f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, part TEXT, {named})")
        base.execute(f"CREATE INDEX {table}_part ON {table} (part)")
        base.execute(
            f"CREATE VIRTUAL TABLE {table}_fts USING fts5({', '.join(_WORDS[table])}, content = '{table}', "
            f"content_rowid = 'id', {TOKENS})"
        )
        base.execute(f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('automerge', 0)")  # a third faster
    base.execute("CREATE UNIQUE INDEX releases_release ON releases (release)")
    base.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(releases_fts, 'row')")
    base.execute("CREATE TABLE vocabulary (term TEXT PRIMARY KEY, doc INTEGER) WITHOUT ROWID")  # for suggestions
    base.execute(f"PRAGMA user_version = {_LAYOUT}")


def _drop(base: sqlite3.Connection, part: str) -> None:
    for table, columns in _WORDS.items():
        named = ", ".join(columns)
        base.execute(
            f"INSERT INTO {table}_fts ({table}_fts, rowid, {named}) SELECT 'delete', id, {named} FROM {table} "
            "WHERE part = ?", [part],
        )  # fmt: skip
        base.execute(f"DELETE FROM {table} WHERE part = ?", [part])
    base.execute("DELETE FROM parts WHERE part = ?", [part])


def _add(base: sqlite3.Connection, corpus: Corpus, part: str, state: str) -> None:
    for table, columns in _COLUMNS.items():
        (last,) = base.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
        rows = _rows(corpus.folder / table / f"{part}.parquet", columns)
        slots = ", ".join("?" * (len(columns) + 1))
        named = ", ".join(f'"{column}"' for column in columns)
        base.executemany(f"INSERT INTO {table} (part, {named}) VALUES ({slots})", ((part, *row) for row in rows))
        words = ", ".join(_WORDS[table])
        base.execute(f"INSERT INTO {table}_fts (rowid, {words}) SELECT id, {words} FROM {table} WHERE id > ?", [last])
    base.execute("INSERT INTO parts VALUES (?, ?)", [part, state])


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple]:
    part = pq.read_table(path, columns=list(columns))
    told = [part[name].cast(pa.string()) if name == "date" else part[name] for name in columns]
    return zip(*(column.to_pylist() for column in told), strict=True)
