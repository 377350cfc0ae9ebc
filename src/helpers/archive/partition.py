"""Some releases → their tables: what a worker reads and writes as one task."""

import datetime
import json
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from helpers.analysis import Analysis, analyse
from helpers.archive.file_heads import told_by_file
from helpers.archive.metadata import COLUMNS, Fact, Facts, day, first_told
from helpers.archive.sources import Item
from helpers.archive.speaker_kinds import speaker_kinds
from helpers.archive.tables import SCHEMAS, Rows, mark_path, no_rows, part_path, write_part
from helpers.french.pipeline import pipeline
from helpers.language.hearing import hearing
from helpers.language.names import entity_mentions
from helpers.release.release import Release, load_release
from helpers.text import atomic
from helpers.text.faults import ReleaseError, one_line, reason


def read_partition(items: Sequence[Item], output: str, number: int, any_language: bool = False, topic: str = "") -> int:
    """Read some releases and write their tables; gives how many could not be read.

    ``topic``: of the scheduler, under which is told how many releases of the partition are read.

    Raises:
        OSError: the tables can't be written.
    """
    rows = read_items(items, any_language, _teller(topic, number))
    write_partition(rows, items, Path(output), number)
    return len(rows["errors"])


def _teller(topic: str, number: int) -> Callable[[int], None]:
    """Tells the scheduler, once a second at the most, how many releases of a partition are read."""
    from distributed import get_worker

    told_at = time.monotonic()

    def tell(many: int) -> None:
        nonlocal told_at
        if topic and time.monotonic() - told_at >= _SECONDS:
            told_at = time.monotonic()
            get_worker().log_event(topic, (number, many))

    return tell


_SECONDS = 1.0


def write_partition(rows: Rows, items: Sequence[Item], output: Path, number: int) -> None:
    """Write the tables of a partition, then the mark that it is finished and what it holds.

    Raises:
        OSError: a file can't be written; there is no mark then.
    """
    for name in SCHEMAS:
        write_part(rows[name], output, name, number)
    atomic.write({mark_path(output, number): json.dumps([item.key for item in items], ensure_ascii=True)})


def keep_rows(output: Path, number: int, items: Sequence[Item]) -> None:
    """Take out of a partition's tables what is no longer in the source, or is no longer what it was.

    Raises:
        OSError: a file can't be read or written; there is no mark then, and the partition is read anew.
    """
    names = {item.release for item in items}
    rows = no_rows()
    for name in SCHEMAS:
        table = pq.read_table(part_path(output, name, number), schema=SCHEMAS[name])
        rows[name] = [row for row in table.to_pylist() if row["release"] in names]
    mark_path(output, number).unlink()
    write_partition(rows, items, output, number)


def read_items(items: Sequence[Item], any_language: bool, on_read: Callable[[int], None] = lambda many: None) -> Rows:
    """The rows of some releases; one that can't be read is a row of ``errors`` and stops none of the others.

    ``on_read`` is called behind each with how many are read.

    Raises:
        Exception: this machine can't read, whatever the release: it lacks the model, or memory.
    """
    rows = no_rows()
    pipeline()
    for many, item in enumerate(items, 1):
        try:
            with _memory_given_back():
                found = _read(item, any_language)
        except ReleaseError as error:
            rows["errors"].append({"release": item.release, "error": str(error)})
        except (MemoryError, ImportError):
            raise  # the machine's fault, not the release's
        except Exception as error:  # one text must not stop a hundred thousand
            fault = f"{type(error).__name__}: {reason(error)}"
            line = f"{item.release}: a fault of this program ({fault}); please report it"
            rows["errors"].append({"release": item.release, "error": one_line(line)})
        else:
            for name in found:
                rows[name] += found[name]
        on_read(many)
    return rows


_REMEMBERED = 50_000
"""Forms whose lemma is kept between texts."""


@contextmanager
def _memory_given_back() -> Iterator[None]:
    """What the model remembers of a text is forgotten with it, so that a worker's memory stays as it is."""
    nlp = pipeline()
    lemmas = nlp.get_pipe("lemmatizer").cache
    with nlp.memory_zone():
        yield
    if len(lemmas) > _REMEMBERED:
        lemmas.clear()


def _read(item: Item, any_language: bool) -> Rows:
    if item.fault:
        raise ReleaseError(f"{item.release}: {item.fault}")
    if item.text is None:
        release = load_release(str(item.path), any_language=any_language)
    else:
        release = Release.from_text(item.text, item.release, any_language=any_language)
    analysis = analyse(release)
    named = entity_mentions(analysis)
    quotes = analysis.quotes.assign(
        lemmas=_lemmas(analysis), mentions=_mentions(analysis, named), speaker_kind=speaker_kinds(analysis, named)
    )
    return {
        "releases": [{"release": item.release, **_described(analysis), **_known(item, analysis)}],
        "quotes": [{"release": item.release, **row} for row in _records(quotes)],
        "statistics": [{"release": item.release, **row} for row in _records(analysis.statistics)],
        "named": [{"release": item.release, **row} for row in _records(_named(analysis))],
    }


def _described(analysis: Analysis) -> dict[str, Any]:
    release, quotes = analysis.release, analysis.quotes
    return {
        "name": release.name,
        "sha256": release.sha256,
        "format": release.format,
        "language": release.language,
        "characters": len(release.text),
        "words": release.words,
        "quotations": len(quotes),
        "quoted_words": int(quotes.loc[quotes["kind"] == "direct", "words"].sum()),
        "statistics": len(analysis.statistics),
        "text": release.text,
        "lemmas": " ".join(t.lemma_.lower() for t in analysis.doc if any(c.isalnum() for c in t.text)),
        "read_at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    }


def _known(item: Item, analysis: Analysis) -> dict[str, Any]:
    """Issuer, day, place, title and address: as given for the archive, else as the text says, else as the file does."""
    release = analysis.release
    said = {
        "issuer": (release.issuer, release.issuer_from),
        "date": (release.date, release.date_from),
        "place": (release.place, release.place_from),
        "title": (release.title.text if release.title else None, "text"),
    }
    given, further = first_told(item.given), first_told((*_of_file(item), *item.guessed))
    known: dict[str, Any] = {}
    for name in COLUMNS:
        value, told_by = _value(given.get(name))
        if value is None and name in said:
            value, told_by = said[name]
        if value is None:
            value, told_by = _value(further.get(name))
        known |= {name: value, f"{name}_from": told_by if value is not None else None}
    kept = {fact.name: fact.value for fact in (*further.values(), *given.values())}
    return {
        **{name: known[name] for name in known if name in _KEPT},
        "issuer_in_text": release.issuer,
        "date_in_text": release.date,
        "metadata": json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else None,
    }


_KEPT = frozenset(SCHEMAS["releases"].names)


def _value(fact: Fact | None) -> tuple[Any, str | None]:
    if fact is None:
        return None, None
    return (day(fact.value) if fact.name == "date" else fact.value), fact.told_by


def _of_file(item: Item) -> Facts:
    if item.path is None or Path(item.path).suffix.lower() in (".txt", ".text"):
        return ()
    try:
        return told_by_file(Path(item.path).read_bytes(), Path(item.path).suffix)
    except OSError:
        return ()


def _named(analysis: Analysis) -> pd.DataFrame:
    """Whom the release names, and how much of them is heard."""
    found = hearing(analysis)
    return found.assign(through=["\n".join(names) or None for names in found["through"]])


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows with None for what is missing."""
    columns = {name: [None if pd.isna(v) else v for v in table[name].tolist()] for name in table}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _mentions(analysis: Analysis, named: pd.DataFrame) -> list[str | None]:
    """The persons and bodies that each quotation names, in full, a line each."""
    named = named[named["label"].isin(("person", "body", "place"))]
    found = []
    for start, end in zip(analysis.quotes["start"], analysis.quotes["end"], strict=True):
        inside = named[(named["start"] >= start) & (named["end"] <= end)]
        found.append("\n".join(dict.fromkeys((*inside["name"], *inside["text"]))) or None)
    return found


def _lemmas(analysis: Analysis) -> list[str]:
    """The lemmas of each quotation's words."""
    read = analysis.normal
    doc, starts = read.doc, read.document.token_starts
    found = []
    for start, end in zip(read.quotes["start"], read.quotes["end"], strict=True):
        inside = doc[bisect_left(starts, start) : max(bisect_left(starts, start), bisect_right(starts, end - 1))]
        found.append(" ".join(t.lemma_.lower() for t in inside if any(c.isalnum() for c in t.text)))
    return found
