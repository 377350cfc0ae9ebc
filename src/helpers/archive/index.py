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
_LAYOUT = 3
"""Of the tables below; a file of another one is made anew."""
_PATIENCE = 600
"""Seconds that one process waits for another which is renewing the index."""
_ABOUT = ("release", "date", "issuer", "title", "text", "lemmas")
_SAID = ("kind", "start", "end", "text", "lemmas", "mentions")
_WHO = ("speaker_name", "speaker_kind", "speaker_role", "speaker_affiliation")
_WORDS = {"releases": ("title", "text", "lemmas"), "quotes": ("text", "lemmas", "mentions")}
"""The columns whose words are searched."""
_LAID_OUT = f"""
CREATE TABLE parts (part TEXT PRIMARY KEY, state TEXT);
CREATE TABLE releases (id INTEGER PRIMARY KEY, part TEXT, {", ".join(_ABOUT)});
CREATE INDEX releases_part ON releases (part);
CREATE TABLE speakers (id INTEGER PRIMARY KEY, {", ".join(_WHO)});
CREATE TABLE quotes (id INTEGER PRIMARY KEY, release_id INTEGER, speaker_id INTEGER, kind, start, "end", text, lemmas,
    mentions);
CREATE INDEX quotes_release ON quotes (release_id);
CREATE INDEX quotes_speaker ON quotes (speaker_id);
CREATE TABLE vocabulary (term TEXT PRIMARY KEY, doc INTEGER) WITHOUT ROWID;
"""
"""``speakers``: each combination of what is told of one, once. ``vocabulary``: for suggestions."""


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
    filler = _Filler(base, corpus)
    for part in changed:
        filler.add(part, now[part])
    if gone or changed:
        base.execute("DELETE FROM vocabulary")
        base.execute("INSERT INTO vocabulary SELECT term, max(doc) FROM terms WHERE col <> 'lemmas' GROUP BY term")


def _laid_out(base: sqlite3.Connection) -> None:
    for statement in _LAID_OUT.split(";"):  # a script would end the transaction
        base.execute(statement)
    for table, columns in _WORDS.items():
        base.execute(
            f"CREATE VIRTUAL TABLE {table}_fts USING fts5({', '.join(columns)}, content = '{table}', "
            f"content_rowid = 'id', {TOKENS})"
        )
        base.execute(f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('automerge', 0)")  # a third faster
    base.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(releases_fts, 'col')")
    base.execute(f"PRAGMA user_version = {_LAYOUT}")


def _drop(base: sqlite3.Connection, part: str) -> None:
    gone = {"releases": "part = ?", "quotes": "release_id IN (SELECT id FROM releases WHERE part = ?)"}
    for table in ("quotes", "releases"):
        columns = ", ".join(_WORDS[table])
        base.execute(
            f"INSERT INTO {table}_fts ({table}_fts, rowid, {columns}) SELECT 'delete', id, {columns} FROM {table} "
            f"WHERE {gone[table]}",
            [part],
        )
        base.execute(f"DELETE FROM {table} WHERE {gone[table]}", [part])
    base.execute("DELETE FROM parts WHERE part = ?", [part])


class _Filler:
    """Adds parts to an index."""

    def __init__(self, base: sqlite3.Connection, corpus: Corpus) -> None:
        self._base, self._folder = base, corpus.folder
        self._speakers = {tuple(who): number for number, *who in base.execute("SELECT * FROM speakers")}

    def add(self, part: str, state: str) -> None:
        last = {table: self._last(table) for table in _WORDS}
        ids: dict[str, int] = {}
        for number, row in enumerate(self._rows("releases", part, _ABOUT), last["releases"] + 1):
            ids[row[0]] = number
            self._base.execute(f"INSERT INTO releases VALUES ({', '.join('?' * (len(row) + 2))})", (number, part, *row))
        said = self._rows("quotes", part, ("release", *_WHO, *_SAID))
        rows = ((ids[row[0]], self._speaker(row[1 : 1 + len(_WHO)]), *row[1 + len(_WHO) :]) for row in said)
        self._base.executemany(f"INSERT INTO quotes VALUES (NULL, ?, ?{', ?' * len(_SAID)})", rows)
        for table, columns in _WORDS.items():
            named = ", ".join(columns)
            self._base.execute(
                f"INSERT INTO {table}_fts (rowid, {named}) SELECT id, {named} FROM {table} WHERE id > ?", [last[table]]
            )
        self._base.execute("INSERT INTO parts VALUES (?, ?)", [part, state])

    def _last(self, table: str) -> int:
        return self._base.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]

    def _speaker(self, who: tuple) -> int | None:
        """The number of what is told of a speaker; None of nobody."""
        if who[0] is None:
            return None
        if who not in self._speakers:
            self._speakers[who] = len(self._speakers) + 1
            self._base.execute("INSERT INTO speakers VALUES (?, ?, ?, ?, ?)", (self._speakers[who], *who))
        return self._speakers[who]

    def _rows(self, table: str, part: str, columns: Sequence[str]) -> Iterator[tuple]:
        found = pq.read_table(self._folder / table / f"{part}.parquet", columns=list(columns))
        told = [found[name].cast(pa.string()) if name == "date" else found[name] for name in columns]
        return zip(*(column.to_pylist() for column in told), strict=True)
