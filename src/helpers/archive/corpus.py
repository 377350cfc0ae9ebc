"""What was read: the tables of many releases, to be asked."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from helpers.archive.marks import finished, told
from helpers.archive.tables import SCHEMAS, marked, part_path, part_paths
from helpers.release.release import Release
from helpers.text import schema
from helpers.text.escapes import on_screen
from helpers.text.faults import CorpusError, one_line, reason
from helpers.text.frames import retyped

_MEND = "read it again with python -m helpers corpus"


class Corpus:
    """The tables of many releases, as Parquet in a folder; a query need not fit into memory.

    Raises:
        CorpusError: the folder holds no reading of releases, or a part of it is missing or damaged.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        numbers = marked(self.folder)
        if not numbers:
            raise CorpusError(f"{self._shown}: no reading of releases in it; run python -m helpers corpus")
        for name in SCHEMAS:
            missing = next((n for n in numbers if not part_path(self.folder, name, n).is_file()), None)
            if missing is not None:
                raise CorpusError(f"{self._shown}: part {missing:06} of {name} is missing; {_MEND}")

    @property
    def _shown(self) -> str:
        return one_line(str(self.folder))

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """What is found to be damaged within is told on one line.

        Raises:
            CorpusError: it is.
        """
        try:
            yield
        except (OSError, pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
            raise CorpusError(f"{self._shown}: damaged, or can't be read ({reason(error)}); {_MEND}") from error

    def __repr__(self) -> str:
        """What is in it, counted without reading a text."""
        count = {name: self._rows(name) for name in SCHEMAS}
        told = [
            f"{count[name]:,} {thing}{'s' * (count[name] != 1)}"
            for name, thing in (("releases", "release"), ("quotes", "quotation"), ("statistics", "statistic"))
        ]
        days, issuers = (self._told(column) for column in ("date", "issuer"))
        if issuers:
            told[0] += f" of {len(set(issuers)):,} issuer{'s' * (len(set(issuers)) != 1)}"
        if days:
            told[0] += f", {min(days)} to {max(days)}"
        unread = f"; {count['errors']:,} could not be read" if count["errors"] else ""
        return on_screen(f"Corpus {self.folder.name}: {'; '.join(told)}{unread}")

    def _rows(self, name: str) -> int:
        with self._whole():
            return sum(pq.read_metadata(path).num_rows for path in part_paths(self.folder, name))

    def _told(self, column: str) -> list[object]:
        """The values of a column of ``releases`` that are known."""
        with self._whole():
            parts = [pq.read_table(path, columns=[column])[column] for path in part_paths(self.folder, "releases")]
        return [value for part in parts for value in part.drop_null().to_pylist()]

    def sql(
        self, query: str, parameters: Sequence[object] = (), further: Mapping[str, pa.Table] | None = None
    ) -> pd.DataFrame:
        """The answer of DuckDB to a query over ``releases``, ``quotes``, ``statistics``, ``named`` and ``errors``.

        Args:
            query: SQL; what comes from outside goes into ``parameters``, with a ``?`` in its place.
            parameters: values for these.
            further: tables of this process that the query asks as well, by name.

        Returns:
            The rows, days as ``datetime.date`` and missing texts as None; empty for a statement without an answer.

        Raises:
            CorpusError: a part of the archive is damaged.
            duckdb.Error: the query can't be answered.
        """
        import duckdb

        try:
            with self._whole():
                return self._answer(query, parameters, further or {})
        except duckdb.Error as error:
            _, faults = finished(self.folder)  # looked at only where an answer fails
            if not faults:
                raise
            raise CorpusError(f"{self._shown}: {told(faults)} by python -m helpers corpus") from error

    def _answer(self, query: str, parameters: Sequence[object], further: Mapping[str, pa.Table]) -> pd.DataFrame:
        import duckdb
        from pyarrow.dataset import dataset

        with (
            TemporaryDirectory() as spill,  # where a query that is larger than memory goes
            duckdb.connect(config={"python_enable_replacements": "false"}) as connection,
        ):
            for name, columns in SCHEMAS.items():
                files = [str(path) for path in part_paths(self.folder, name)]
                connection.register(name, dataset(files, schema=columns, format="parquet"))
            for name, table in further.items():
                connection.register(name, table)
            connection.execute("SET threads = 1")  # rows come in the order of the releases
            connection.execute(f"SET temp_directory = '{spill}'")
            # A query asks these tables: it reads and writes no file, and loads nothing.
            connection.execute("SET enable_external_access = false")
            connection.execute("SET lock_configuration = true")
            answer = connection.sql(query, params=list(parameters))
            if answer is None:
                return pd.DataFrame()
            found = answer.to_arrow_table()
        missing = [bool(column.null_count) for column in found.columns]
        schema = pa.schema([f.with_nullable(m) for f, m in zip(found.schema, missing, strict=True)])
        return _as_read(found, schema)

    def table(self, name: str) -> pd.DataFrame:
        """One whole table, in the order of the releases.

        Raises:
            KeyError: there is no table of this name.
        """
        schema = SCHEMAS[name]
        with self._whole():
            whole = pa.concat_tables([pq.read_table(path, schema=schema) for path in part_paths(self.folder, name)])
        return _as_read(whole, schema)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Each release's name and text, a partition at a time in memory."""
        for path in part_paths(self.folder, "releases"):
            with self._whole():
                part = pq.read_table(path, columns=["release", "text"])
            yield from zip(part["release"].to_pylist(), part["text"].to_pylist(), strict=True)

    def quotes_of(self, releases: Sequence[str]) -> dict[str, pd.DataFrame]:
        """The quotations of some releases, of each as ``analysis.quotes`` has them."""
        query = 'SELECT * FROM quotes WHERE release IN (SELECT unnest(?)) ORDER BY release, start, "end" DESC'
        found = self.sql(query, [list(releases)])
        tables = {
            name: found[found["release"] == name]
            .drop(columns=["release", "lemmas", "mentions", "speaker_kind"])
            .reset_index(drop=True)
            for name in releases
        }
        return {name: retyped(table, schema.types("quotes")) for name, table in tables.items()}

    @property
    def releases(self) -> pd.DataFrame:
        """See ``docs/tables.md``."""
        return self.table("releases")

    @property
    def quotes(self) -> pd.DataFrame:
        """See ``tables.SCHEMAS``."""
        return self.table("quotes")

    @property
    def statistics(self) -> pd.DataFrame:
        """See ``tables.SCHEMAS``."""
        return self.table("statistics")

    @property
    def named(self) -> pd.DataFrame:
        """See ``docs/tables.md``."""
        return self.table("named")

    @property
    def errors(self) -> pd.DataFrame:
        """See ``tables.ERROR_TYPES``."""
        return self.table("errors")

    def release(self, name: str) -> Release:
        """One release as it was read, to show a hit in its place.

        Raises:
            KeyError: there is no release of this name.
        """
        return self.releases_named([name])[name]

    def releases_named(self, names: Sequence[str]) -> dict[str, Release]:
        """Some releases as they were read.

        Raises:
            KeyError: there is no release of such a name.
        """
        found = self.sql("SELECT release, text FROM releases WHERE release IN (SELECT unnest(?))", [list(names)])
        texts = dict(zip(found["release"], found["text"], strict=True))
        return {name: Release.from_text(texts[name], name, any_language=True) for name in names}


def _as_read(table: pa.Table, schema: pa.Schema) -> pd.DataFrame:
    """A table with the types that one release's has: days, whole numbers, and None for texts that are missing."""
    frame = table.to_pandas(date_as_object=True)
    for field in schema:
        if pa.types.is_integer(field.type) and field.nullable:
            frame[field.name] = frame[field.name].astype("Int64")
        elif pa.types.is_string(field.type):
            column = frame[field.name].astype(object)
            frame[field.name] = column.where(column.notna(), None).astype(object)
    return frame
