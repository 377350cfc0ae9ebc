"""The archive as one SQLite file with full-text indexes, for Datasette or any other tool."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from helpers.archive.corpus import Corpus
from helpers.archive.index import TOKENS
from helpers.archive.spoken import one_names
from helpers.archive.tables import SCHEMAS, part_paths
from helpers.archive.twins import copies
from helpers.archive.voice_names import Aliases
from helpers.text.atomic import whole
from helpers.text.faults import CorpusError, one_line, reason

if TYPE_CHECKING:
    import pyarrow as pa

_TYPES = {"bool": "INTEGER", "int64": "INTEGER", "double": "REAL", "date32[day]": "TEXT", "string": "TEXT"}
_VIEWS = """
CREATE VIEW counted AS SELECT * FROM releases WHERE release NOT IN (SELECT release FROM copies);
CREATE VIEW who_speaks AS SELECT one_name AS speaker_name, speaker_kind, coalesce(issuer, 'not stated') AS issuer,
    count(*) AS quotations, sum(quotes.words) AS words, count(DISTINCT quotes.release) AS releases
    FROM quotes JOIN counted USING (release) JOIN voices ON printed = quotes.speaker_name AND kind_of = speaker_kind
    WHERE quotes.kind != 'narrated' GROUP BY 1, 2, 3 ORDER BY words DESC, one_name, issuer;
CREATE VIEW by_month AS SELECT substr(date, 1, 7) AS month, coalesce(issuer, 'not stated') AS issuer,
    count(*) AS releases, sum(quotations) AS quotations FROM counted GROUP BY 1, 2 ORDER BY 1, 2;
CREATE VIEW said AS SELECT quotes.text AS quotation, speaker_name, speaker_role, date, issuer, releases.title AS title,
    url, '/' || '{name}' || '/releases/' || releases.rowid AS text_link, quotes.release AS release, start, "end"
    FROM quotes JOIN releases USING (release) WHERE kind != 'narrated' ORDER BY date, quotes.release, start;
CREATE VIEW numbers AS SELECT statistics.text AS number, statistics.of AS thing, period, statistics.place AS place,
    holder, recipient, date, issuer, url, '/' || '{name}' || '/releases/' || releases.rowid AS text_link,
    statistics.release AS release, start, "end" FROM statistics JOIN releases USING (release)
    ORDER BY date, statistics.release, start;
"""


def export_sqlite(corpus: Corpus, path: str | Path, *, aliases: Aliases | None = None) -> Path:
    """Write an archive as a SQLite file: ``datasette FILE`` opens it with full-text search on releases and quotations.

    Args:
        corpus: the reading.
        path: where to; a file that is there is replaced, whole or not at all.
        aliases: see ``questions.voices``.

    Returns:
        The path. Tables as in the archive (``release`` of a release is unique, of all others a foreign key); the
        table ``copies`` names the releases that are nearly the same as an earlier one, the view ``counted`` has all
        others; the table ``voices`` has the one name of each spelling; the full-text tables ``releases_fts`` (title,
        text, lemmas) and ``quotes_fts`` (text, lemmas); the views ``who_speaks``, ``by_month``, ``said`` and
        ``numbers``, the latter two with a link to the release's row.

    Raises:
        CorpusError: it can't be written.
    """
    path = Path(path)
    try:
        with whole(path) as fresh, closing(sqlite3.connect(fresh)) as base:
            base.execute("PRAGMA journal_mode = OFF")
            base.execute("PRAGMA synchronous = OFF")
            _fill(base, corpus)
            base.execute(
                "CREATE TABLE copies (release TEXT UNIQUE, FOREIGN KEY (release) REFERENCES releases (release))"
            )
            out = copies(corpus)
            base.executemany("INSERT INTO copies VALUES (?)", [(name,) for name in out])
            base.execute(
                "CREATE TABLE voices (printed TEXT, kind_of TEXT, one_name TEXT, PRIMARY KEY (printed, kind_of))"
            )
            names = one_names(corpus, aliases, out).select(["printed", "kind_of", "one_name"]).to_pydict()
            base.executemany("INSERT INTO voices VALUES (?, ?, ?)", zip(*names.values(), strict=True))
            base.executescript(_VIEWS.replace("{name}", "".join(c for c in path.stem if c.isalnum() or c in "-_")))
            base.commit()
    except (OSError, sqlite3.Error) as error:
        raise CorpusError(f"{one_line(str(path))}: can't be written ({reason(error)}); name another file") from error
    return path


def _fill(base: sqlite3.Connection, corpus: Corpus) -> None:
    for table, schema in SCHEMAS.items():
        base.execute(f"CREATE TABLE {table} ({', '.join(_columns(table, schema))})")
        slots = ", ".join("?" * len(schema))
        for path in part_paths(corpus.folder, table):
            base.executemany(f"INSERT INTO {table} VALUES ({slots})", _rows(path, schema))
    for table in ("quotes", "statistics", "named"):
        base.execute(f"CREATE INDEX {table}_release ON {table} (release)")
    for table, columns in (("releases", "title, text, lemmas"), ("quotes", "text, lemmas")):
        # Datasette looks for content="…" in these very letters; else it offers no search.
        base.execute(f'CREATE VIRTUAL TABLE {table}_fts USING fts5({columns}, content="{table}", {TOKENS})')
        base.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")


def _columns(table: str, schema: "pa.Schema") -> list[str]:
    columns = [f'"{field.name}" {_TYPES[str(field.type)]}' for field in schema]
    if table in ("releases", "errors"):
        return [columns[0] + " UNIQUE", *columns[1:]]
    return [*columns, "FOREIGN KEY (release) REFERENCES releases (release)"]


def _rows(path: Path, schema: "pa.Schema") -> Iterable[tuple]:
    part = pq.read_table(path, schema=schema).to_pydict()
    columns = [[v.isoformat() if hasattr(v, "isoformat") else v for v in part[name]] for name in schema.names]
    return zip(*columns, strict=True)
