"""Many releases → Dask workers → Parquet: the same reading as of one, for a newsroom's archive.

Sources are cut into partitions in a fixed order; a worker reads one partition after the other and writes
its tables beside each other. What is finished is never done again, so a reading that was stopped goes on
where it was, and ends in the same files as one that was not.
"""

import hashlib
import json
import os
import shutil
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from helpers import paths
from helpers.analysis import QUOTE_TYPES, Analysis, analyse
from helpers.numbers.quantities import TYPES as STATISTIC_TYPES
from helpers.release.files import SUFFIXES
from helpers.release.release import Release, load_release
from helpers.text.faults import ReleaseError, one_line

if TYPE_CHECKING:
    from distributed import Client, Future

PARTITION = 64
"""Releases that are read and written together: some seconds of work, what a stop can cost at the most."""

RELEASE_TYPES = {
    "release": "object", "name": "object", "sha256": "object", "issuer": "object", "place": "object", "date": "date32",
    "title": "object", "format": "object", "language": "object", "characters": "int64", "words": "int64",
    "quotations": "int64", "quoted_words": "int64", "statistics": "int64", "text": "object",
}  # fmt: skip
"""Columns of ``releases``, one row a release. ``release`` names it in every table: its path from the source, or
the row of a table. ``date`` is that of the dateline; ``quoted_words`` are those of direct quotations."""

ERROR_TYPES = {"release": "object", "error": "object"}
"""Columns of ``errors``, one row for each release that could not be read: one line that says why and what to do."""

_ARROW = {
    "int64": pa.int64(),
    "Int64": pa.int64(),
    "float64": pa.float64(),
    "object": pa.string(),
    "text": pa.string(),
    "date32": pa.date32(),
}


def _schema(types: dict[str, str]) -> pa.Schema:
    return pa.schema([pa.field(name, _ARROW[kind], nullable=kind not in ("int64",)) for name, kind in types.items()])


SCHEMAS: dict[str, pa.Schema] = {
    "releases": _schema(RELEASE_TYPES),
    "quotes": _schema({"release": "object", **QUOTE_TYPES, "lemmas": "object"}),
    "statistics": _schema({"release": "object", **STATISTIC_TYPES, "speaker_name": "object"}),
    "errors": _schema(ERROR_TYPES),
}
"""The tables of a reading. ``quotes`` and ``statistics`` have the columns of one release's tables (``analysis``),
after ``release``; ``lemmas`` are those of a quotation's words, one space between two, to search in."""


class CorpusError(ValueError):
    """A source or an output that can't be used: one line that names it and the cure."""


# --- what is to be read ------------------------------------------------------------------------


@dataclass(frozen=True)
class Item:
    """One release to read: the name that it has in the tables, and its file or its text."""

    release: str
    path: str | None = None
    text: str | None = None
    mark: str = ""  # changes when what is to be read does


def find_items(source: "str | Path | Sequence[str | Path]", column: str = "text") -> list[Item]:
    """What a source holds, in a fixed order.

    Args:
        source: a folder (searched with the folders in it), a glob, a list of files, or a CSV or Parquet table.
        column: the table's column with the texts; a column ``release``, if there is one, names the rows.

    Raises:
        CorpusError: there is nothing to read, or the table has no such column.
    """
    if not isinstance(source, str | Path):
        return _unique(_files([Path(path) for path in source], None), "the list")
    path, shown = Path(source), one_line(str(source))
    try:
        if path.is_dir():
            inside = [p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and not _is_hidden(p, path)]
            return _unique(_files(sorted(p for p in inside if p.is_file()), path), shown)
        if path.is_file():
            if path.suffix.lower() in (".csv", ".parquet"):
                return _unique(_rows(path, column), shown)
            return _unique(_files([path], None), shown)
        if any(c in str(source) for c in "*?["):
            anchor = Path(path.anchor) if path.is_absolute() else Path()
            pattern = str(path.relative_to(anchor)) if path.is_absolute() else str(path)
            return _unique(_files(sorted(p for p in anchor.glob(pattern) if p.is_file()), None), shown)
    except (OSError, ValueError, NotImplementedError) as error:
        if isinstance(error, CorpusError):
            raise
        raise CorpusError(f"{shown}: can't be read ({_reason(error)}); check the path and its permissions") from error
    raise CorpusError(f"{shown}: no such folder, file or pattern; check the path")


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _files(paths: Sequence[Path], folder: Path | None) -> Iterator[Item]:
    for path in paths:
        name = path.relative_to(folder).as_posix() if folder else path.as_posix()
        try:
            about = path.stat()
            mark = f"{about.st_size}:{about.st_mtime_ns}"
        except (OSError, ValueError):
            mark = "missing"  # the reading says so in its errors
        yield Item(release=name, path=str(path.absolute()), mark=mark)


def _rows(path: Path, column: str) -> Iterator[Item]:
    shown = one_line(path.name)
    try:
        if path.suffix.lower() == ".csv":
            table = pd.read_csv(path, dtype=str, keep_default_na=False)
        else:
            table = pd.read_parquet(path)
    except Exception as error:
        raise CorpusError(
            f"{shown}: no table that can be read ({_reason(error)}); save it as CSV or Parquet"
        ) from error
    if column not in table.columns:
        had = one_line(", ".join(map(str, table.columns)))
        raise CorpusError(f"{shown}: no column {one_line(column)!r}, it has {had}; name the one with the texts")
    names = table["release"] if "release" in table.columns else pd.Series(table.index, table.index)
    for number, (name, text) in enumerate(zip(names, table[column], strict=True)):
        text = text if isinstance(text, str) else ""
        label = str(name) if "release" in table.columns and str(name).strip() else f"{path.stem}#{number + 1}"
        yield Item(release=label, text=text, mark=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def _unique(items: Iterator[Item], shown: str) -> list[Item]:
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


def _reason(error: Exception) -> str:
    told = str(getattr(error, "strerror", None) or error) or type(error).__name__
    return one_line(told.splitlines()[0])


# --- reading one partition, on a worker --------------------------------------------------------


def read_partition(items: Sequence[Item], output: str, number: int, any_language: bool = False) -> int:
    """Read some releases and write their tables; gives how many could not be read.

    Each file is made under another name and moved to its place, the mark that the partition is finished last.
    """
    tables = _tables(items, any_language)
    _keep(tables, items, Path(output), number)
    return len(tables["errors"])


def _keep(tables: dict[str, list[dict[str, Any]]], items: Sequence[Item], output: Path, number: int) -> None:
    """Write the tables of a partition, then the mark that it is finished and what it holds."""
    for name, schema in SCHEMAS.items():
        _write(pa.Table.from_pylist(tables[name], schema=schema), _part(output, name, number))
    _write_text(_done(output, number), json.dumps([_key(item) for item in items], ensure_ascii=True))


def _tables(items: Sequence[Item], any_language: bool) -> dict[str, list[dict[str, Any]]]:
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
    for item in items:
        try:
            with _zone():
                found = _read(item, any_language)
        except ReleaseError as error:
            tables["errors"].append({"release": item.release, "error": str(error)})
        except Exception as error:  # one text must not stop a hundred thousand
            fault = f"{type(error).__name__}: {_reason(error)}"
            line = f"{item.release}: a fault of this program ({fault}); please report it"
            tables["errors"].append({"release": item.release, "error": one_line(line)})
        else:
            for name, rows in found.items():
                tables[name] += rows
    return tables


_REMEMBERED = 50_000  # forms whose lemma is kept between texts


@contextmanager
def _zone() -> Iterator[None]:
    """What the model remembers of a text is forgotten with it, so that a worker's memory stays as it is."""
    from helpers.french.pipeline import pipeline

    nlp = pipeline()
    lemmas = nlp.get_pipe("lemmatizer").cache
    with nlp.memory_zone():
        yield
    if len(lemmas) > _REMEMBERED:
        lemmas.clear()


def _read(item: Item, any_language: bool) -> dict[str, list[dict[str, Any]]]:
    if item.text is None:
        release = load_release(str(item.path), any_language=any_language)
    else:
        release = Release.from_text(item.text, item.release, any_language=any_language)
    analysis = analyse(release)
    quotes, statistics = analysis.quotes, analysis.statistics
    direct = quotes[quotes["kind"] == "direct"]
    line = release.dateline
    about = {
        "release": item.release,
        "name": release.name,
        "sha256": release.sha256,
        "issuer": release.issuer,
        "place": line.place if line else None,
        "date": line.date if line else None,
        "title": release.title.text if release.title else None,
        "format": release.format,
        "language": release.language,
        "characters": len(release.text),
        "words": release.words,
        "quotations": len(quotes),
        "quoted_words": int(direct["words"].sum()),
        "statistics": len(statistics),
        "text": release.text,
    }
    return {
        "releases": [about],
        "quotes": [{"release": item.release, **row} for row in _records(quotes.assign(lemmas=_lemmas(analysis)))],
        "statistics": [{"release": item.release, **row} for row in _records(statistics)],
    }


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows with None for what is missing."""
    columns = {name: [None if pd.isna(v) else v for v in table[name].tolist()] for name in table}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _lemmas(analysis: Analysis) -> list[str]:
    """The lemmas of each quotation's words."""
    doc, starts = analysis.doc, analysis.document.token_starts
    found = []
    for start, end in zip(analysis.quotes["start"], analysis.quotes["end"], strict=True):
        inside = doc[bisect_left(starts, start) : max(bisect_left(starts, start), bisect_right(starts, end - 1))]
        found.append(" ".join(t.lemma_.lower() for t in inside if any(c.isalnum() for c in t.text)))
    return found


def _part(output: Path, name: str, number: int) -> Path:
    return output / name / f"part-{number:06}.parquet"


def _done(output: Path, number: int) -> Path:
    return output / "done" / f"part-{number:06}"


def _write(table: pa.Table, path: Path) -> None:
    """One row group, whole or not at all."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        pq.write_table(table, fresh, row_group_size=max(1, table.num_rows), compression="zstd")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _write_text(path: Path, text: str) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


# --- reading all of them -----------------------------------------------------------------------


@dataclass(frozen=True)
class Progress:
    """How far a reading is: releases read of how many, and how many of them could not be read."""

    releases: int
    of: int
    errors: int

    @property
    def told(self) -> str:
        """The same in words."""
        unread = f", {self.errors:,} could not be read: see the table errors" if self.errors else ""
        return f"{self.releases:,} of {self.of:,} releases{unread}"


def read_corpus(
    source: "str | Path | Sequence[str | Path]",
    output: str | Path,
    client: "Client | str | None" = None,
    *,
    workers: int | None = None,
    column: str = "text",
    any_language: bool = False,
    again: bool = False,
    partition: int = PARTITION,
    on_progress: Callable[[Progress], None] = lambda progress: None,
) -> "Corpus":
    """Read many releases with Dask and leave their tables as Parquet.

    A reading that was stopped goes on where it was when it is called again with the same source and output;
    partitions whose files have changed since are read anew.

    Args:
        source: what to read, see ``find_items``.
        output: a folder, made if need be: ``releases``, ``quotes``, ``statistics`` and ``errors`` in it hold one
            Parquet file (one row group) a partition, see ``SCHEMAS``. On a cluster of several machines it and the
            source must be where all of them see it under the same path.
        client: a ``distributed.Client``, the address of a scheduler, or None for a cluster on this machine.
        workers: processes of that cluster; one a core without it.
        column: column of a table's texts.
        any_language: read texts that are surely not French, too.
        again: drop what an earlier version, or other options, have read into the output.
        partition: releases a partition.
        on_progress: called after each partition.

    Raises:
        CorpusError: the source holds nothing, the output is another reading's or can't be written, or no
            scheduler answers.
    """
    items = find_items(source, column)
    told = str(source) if isinstance(source, str | Path) else "a list"
    folder = _prepared(Path(output), again, source=told, column=column, any_language=any_language)
    finished, plan = _plan(folder, items, partition)
    read, failed = sum(map(len, finished.values())), sum(_rows_of(_part(folder, "errors", n)) for n in finished)
    on_progress(Progress(read, len(items), failed))
    if plan:
        with _cluster(client, workers, len(plan)) as connected:
            for number, errors in _Submitter(connected, folder, any_language).all(plan):
                read, failed = read + len(plan[number]), failed + errors
                on_progress(Progress(read, len(items), failed))
    return Corpus(folder)


_Plan = dict[int, list[Item]]


def _plan(output: Path, items: list[Item], size: int) -> tuple[_Plan, _Plan]:
    """The partitions that are finished and those to read, by number.

    A finished one is kept as long as all its releases are still what they were, so that new ones in a source cost
    their own reading alone. What is left is cut in order and takes the free numbers in order.
    """
    left = {_key(item): item for item in items}
    finished: _Plan = {}
    for number, keys in sorted(_finished(output).items()):
        if keys and all(key in left for key in keys):
            finished[number] = [left.pop(key) for key in keys]
        else:
            for path in (_done(output, number), *(_part(output, name, number) for name in SCHEMAS)):
                path.unlink(missing_ok=True)
    free = (number for number in count() if number not in finished)
    todo = list(left.values())
    return finished, {next(free): todo[at : at + size] for at in range(0, len(todo), size)}


def _key(item: Item) -> tuple[str, ...]:
    return item.release, item.path or "", item.mark


def _finished(output: Path) -> dict[int, list[tuple[str, ...]]]:
    """What each partition with a mark holds; nothing where a table of it is missing."""
    found = {}
    for path in (output / "done").glob("part-*"):
        number = int(path.name.removeprefix("part-"))
        is_whole = all(_part(output, name, number).exists() for name in SCHEMAS)
        found[number] = [tuple(key) for key in json.loads(path.read_text(encoding="utf-8"))] if is_whole else []
    return found


class _Submitter:
    """Hands partitions to workers, a few ahead of each, and bears the death of a worker."""

    def __init__(self, client: "Client", output: Path, any_language: bool) -> None:
        self.client, self.output, self.any_language = client, str(output.absolute()), any_language

    def all(self, plan: _Plan) -> Iterator[tuple[int, int]]:
        """Number and errors of each partition, as they are finished."""
        from distributed import as_completed

        waiting = iter(plan.items())
        ahead = 2 * max(1, len(self.client.scheduler_info(n_workers=-1)["workers"]))
        running: dict[Future, int] = {}
        done = as_completed(loop=self.client.loop)

        def feed() -> None:
            for number, items in waiting:
                future = self.client.submit(
                    read_partition, items, self.output, number, self.any_language, pure=False, retries=0
                )
                running[future] = number
                done.add(future)
                break

        for _ in range(ahead):
            feed()
        for future in done:
            number = running.pop(future)
            errors = self._one_by_one(plan[number], number) if future.status == "error" else future.result()
            future.release()
            feed()
            yield number, errors

    def _one_by_one(self, items: Sequence[Item], number: int) -> int:
        """A partition that its workers did not survive: each release by itself, so that one alone is lost."""
        tables: dict[str, list[dict[str, Any]]] = {name: [] for name in SCHEMAS}
        for item in items:
            future = self.client.submit(_tables, [item], self.any_language, pure=False)
            fault = future.exception()
            if fault is None:
                for name, rows in future.result().items():
                    tables[name] += rows
            elif isinstance(fault, OSError):
                raise CorpusError(f"{one_line(self.output)}: can't be written ({_reason(fault)})") from fault
            else:
                line = f"{item.release}: its reading ended the worker ({type(fault).__name__}); read it by itself"
                tables["errors"].append({"release": item.release, "error": one_line(line)})
        _keep(tables, items, Path(self.output), number)
        return len(tables["errors"])


@contextmanager
def _cluster(client: "Client | str | None", workers: int | None, parts: int) -> Iterator["Client"]:
    """A client of the cluster that is asked for; what was started here is stopped here."""
    from distributed import Client

    if isinstance(client, Client):
        yield client
        return
    if isinstance(client, str):
        try:
            connected = Client(client, timeout="10s", set_as_default=False)
        except (OSError, ValueError) as error:
            raise CorpusError(f"{one_line(client)}: no Dask scheduler answers there; check the address") from error
        with connected:
            yield connected
        return
    with ExitStack() as stack:
        try:
            connected = stack.enter_context(local_client(min(workers or os.cpu_count() or 1, parts)))
        except RuntimeError as error:
            raise CorpusError(
                f"no worker starts on this machine ({_reason(error)}); in a script, call read_corpus below "
                "if __name__ == '__main__': since each worker imports the script"
            ) from error
        yield connected


@contextmanager
def local_client(workers: int) -> Iterator["Client"]:
    """A client of a Dask cluster on this machine, of so many processes; both are closed at the end."""
    import dask
    from distributed import Client, LocalCluster

    settings = {
        "distributed.worker.daemon": True,
        "distributed.admin.log-format": "%(message)s",
        # Dask's own setting also has freed memory given back at once, which costs a quarter of the time here.
        "distributed.nanny.pre-spawn-environ": {"OMP_NUM_THREADS": 1, "MKL_NUM_THREADS": 1, "OPENBLAS_NUM_THREADS": 1},
    }
    # One thread a process: spaCy holds the interpreter. No limit on memory: a long release is no leak.
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0", memory_limit=0,
            silence_logs="CRITICAL",
        ) as cluster,
        Client(cluster, set_as_default=False) as connected,
    ):  # fmt: skip
        yield connected


def _rows_of(path: Path) -> int:
    return pq.read_metadata(path).num_rows


def _prepared(output: Path, again: bool, **options: object) -> Path:
    """The folder of a reading, made or found to be one of the same kind."""
    told = json.dumps({"reading": _version(), **options}, sort_keys=True)
    shown, note = one_line(str(output)), output / "corpus.json"
    try:
        if note.exists():
            if note.read_text(encoding="utf-8") != told:
                if not again:
                    raise CorpusError(
                        f"{shown}: was read from another source, by another version or with other options; "
                        "name a new folder, or read it again (--again, again=True)"
                    )
                for name in ("done", *SCHEMAS):
                    shutil.rmtree(output / name, ignore_errors=True)
        elif output.exists() and any(output.iterdir()):
            raise CorpusError(f"{shown}: holds other files; name a new folder")
        for name in ("done", *SCHEMAS):
            (output / name).mkdir(parents=True, exist_ok=True)
            for stray in (output / name).glob(".part-*"):
                stray.unlink(missing_ok=True)
        _write_text(note, told)
    except OSError as error:
        raise CorpusError(f"{shown}: can't be written ({_reason(error)}); name another folder") from error
    return output


def _version() -> str:
    """What a reading depends on beside the texts: code, tables of the lexicon and model."""
    from helpers.french.pipeline import MODEL, VERSION

    digest = hashlib.sha256(f"{MODEL} {VERSION}".encode())
    for path in sorted(path for path in paths.PACKAGE.rglob("*") if path.suffix in (".py", ".csv")):
        digest.update(path.relative_to(paths.PACKAGE).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


# --- what was read -----------------------------------------------------------------------------


class Corpus:
    """The tables of many releases, as Parquet in a folder; a query need not fit into memory.

    Raises:
        CorpusError: the folder holds no reading of releases.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        missing = [name for name in SCHEMAS if not any((self.folder / name).glob("part-*.parquet"))]
        if missing:
            raise CorpusError(f"{one_line(str(folder))}: no reading of releases in it; run python -m helpers corpus")

    def sql(self, query: str, parameters: Sequence[object] = ()) -> pd.DataFrame:
        """The answer of DuckDB to a query over ``releases``, ``quotes``, ``statistics`` and ``errors``.

        Args:
            query: SQL; what comes from outside goes into ``parameters``, with a ``?`` in its place.
            parameters: values for these.

        Returns:
            The rows, days as ``datetime.date`` and missing texts as None; empty for a statement without an answer.
        """
        import duckdb

        with duckdb.connect() as connection:
            for name in SCHEMAS:
                files = str(self.folder / name / "part-*.parquet").replace("'", "''")
                connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{files}')")
            connection.execute("SET threads = 1")  # rows come in the order of the releases
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
        parts = sorted((self.folder / name).glob("part-*.parquet"))
        whole = pa.concat_tables([pq.read_table(path, schema=schema) for path in parts])
        return _as_read(whole, schema)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Each release's name and text, a partition at a time in memory."""
        for path in sorted((self.folder / "releases").glob("part-*.parquet")):
            part = pq.read_table(path, columns=["release", "text"])
            yield from zip(part["release"].to_pylist(), part["text"].to_pylist(), strict=True)

    def quotes_of(self, releases: Sequence[str]) -> dict[str, pd.DataFrame]:
        """The quotations of some releases, of each as ``analysis.quotes`` has them."""
        query = 'SELECT * FROM quotes WHERE release IN (SELECT unnest(?)) ORDER BY release, start, "end" DESC'
        found = self.sql(query, [list(releases)])
        tables = {
            name: found[found["release"] == name].drop(columns=["release", "lemmas"]).reset_index(drop=True)
            for name in releases
        }
        return {name: table.astype(QUOTE_TYPES) for name, table in tables.items()}

    @property
    def releases(self) -> pd.DataFrame:
        """See ``RELEASE_TYPES``."""
        return self.table("releases")

    @property
    def quotes(self) -> pd.DataFrame:
        """See ``SCHEMAS``."""
        return self.table("quotes")

    @property
    def statistics(self) -> pd.DataFrame:
        """See ``SCHEMAS``."""
        return self.table("statistics")

    @property
    def errors(self) -> pd.DataFrame:
        """See ``ERROR_TYPES``."""
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
