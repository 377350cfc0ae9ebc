"""Some releases → their tables: what a worker reads and writes as one task."""

import datetime
import json
import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pyarrow.parquet as pq

from helpers.analysis import Analysis, analyse
from helpers.archive.file_heads import told_by_file
from helpers.archive.machine import MachineFault, is_of_machine
from helpers.archive.marks import write_mark
from helpers.archive.metadata import COLUMNS, Fact, Facts, day, first_told
from helpers.archive.sources import Item, mark_of
from helpers.archive.speaker_kinds import speaker_kinds
from helpers.archive.tables import SCHEMAS, Rows, mark_path, no_rows, part_path, write_part
from helpers.french.pipeline import pipeline
from helpers.language.hearing import hearing
from helpers.language.names import entity_mentions
from helpers.release.release import Release, load_release
from helpers.text.faults import ReleaseError, one_line, reason


class Outcome(NamedTuple):
    """What became of a partition: rows of ``errors``, and why this machine could not read some releases, by name."""

    errors: int
    unjudged: Mapping[str, str]


def read_partition(
    items: Sequence[Item], output: str, number: int, any_language: bool = False, topic: str = ""
) -> Outcome:
    """Read some releases and write their tables; what this machine can't read is in none, and stays to be read.

    ``topic``: of the scheduler, under which is told how many releases of the partition are read.

    Raises:
        MachineFault: this machine can't read, whatever the release.
        OSError: the tables can't be written.
    """
    rows, unjudged = read_items(items, any_language, _teller(topic, number))
    judged = [item for item in items if item.release not in unjudged]
    if judged:
        write_partition(rows, judged, Path(output), number)
    return Outcome(len(rows["errors"]), unjudged)


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
    write_mark(output, number, items, len(rows["errors"]))


def keep_rows(output: Path, number: int, items: Sequence[Item]) -> int:
    """Take out of a partition what is no longer in the source or not what it was; gives its rows of ``errors``.

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
    return len(rows["errors"])


def read_items(
    items: Sequence[Item], any_language: bool, on_read: Callable[[int], None] = lambda many: None
) -> tuple[Rows, dict[str, str]]:
    """The rows of some releases, and why this machine could not read others, by name.

    One that can't be read is a row of ``errors`` and stops none of the others; what the machine is at fault for is no
    verdict on a release, and in no row.

    ``on_read`` is called behind each with how many are read.

    Raises:
        MachineFault: this machine can't read, whatever the release.
    """
    try:
        pipeline()
    except Exception as error:  # of any kind: what is amiss here is not known
        raise MachineFault(f"no French model: {type(error).__name__}: {reason(error)}") from None
    rows, unjudged = no_rows(), dict[str, str]()
    for many, item in enumerate(items, 1):
        try:
            with _memory_given_back():
                found = _read(item, any_language)
        except Exception as error:  # one text must not stop a hundred thousand
            if is_of_machine(error):
                unjudged[item.release] = reason(_first(error))
            elif _is_unseen(item):
                unjudged[item.release] = "it is not what it was when the reading began, or not seen from the worker"
            else:
                rows["errors"].append({"release": item.release, "error": _told(item, error)})
        else:
            for name in found:
                rows[name] += found[name]
        on_read(many)
    return rows, unjudged


def _first(error: BaseException) -> BaseException:
    """What an error was raised for, in the end."""
    while (before := error.__cause__ or error.__context__) is not None:
        error = before
    return error


def _told(item: Item, error: Exception) -> str:
    if isinstance(error, ReleaseError):
        return str(error)
    return one_line(
        f"{item.release}: a fault of this program ({type(error).__name__}: {reason(error)}); please report it"
    )


def _is_unseen(item: Item) -> bool:
    """Whether a file that was there when the reading was planned is not seen from here, or is another now."""
    return item.path is not None and not item.fault and mark_of(Path(item.path)) != item.mark.partition(":")[0]


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
