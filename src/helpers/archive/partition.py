"""Some releases → their tables: what a worker reads and writes as one task."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.analysis import Analysis, analyse
from helpers.archive.sources import Item
from helpers.archive.tables import SCHEMAS, Rows, mark_path, no_rows, write_part
from helpers.french.pipeline import pipeline
from helpers.release.release import Release, load_release
from helpers.text import atomic
from helpers.text.faults import ReleaseError, one_line, reason


def read_partition(items: Sequence[Item], output: str, number: int, any_language: bool = False) -> int:
    """Read some releases and write their tables; gives how many could not be read.

    Raises:
        OSError: the tables can't be written.
    """
    rows = read_items(items, any_language)
    write_partition(rows, items, Path(output), number)
    return len(rows["errors"])


def write_partition(rows: Rows, items: Sequence[Item], output: Path, number: int) -> None:
    """Write the tables of a partition, then the mark that it is finished and what it holds.

    Raises:
        OSError: a file can't be written; there is no mark then.
    """
    for name in SCHEMAS:
        write_part(rows[name], output, name, number)
    atomic.write({mark_path(output, number): json.dumps([item.key for item in items], ensure_ascii=True)})


def read_items(items: Sequence[Item], any_language: bool) -> Rows:
    """The rows of some releases; one that can't be read is a row of ``errors`` and stops none of the others."""
    rows = no_rows()
    for item in items:
        try:
            with _memory_given_back():
                found = _read(item, any_language)
        except ReleaseError as error:
            rows["errors"].append({"release": item.release, "error": str(error)})
        except Exception as error:  # one text must not stop a hundred thousand
            fault = f"{type(error).__name__}: {reason(error)}"
            line = f"{item.release}: a fault of this program ({fault}); please report it"
            rows["errors"].append({"release": item.release, "error": one_line(line)})
        else:
            for name in found:
                rows[name] += found[name]
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
    quotes = analysis.quotes.assign(lemmas=_lemmas(analysis))
    return {
        "releases": [{"release": item.release, **_described(analysis)}],
        "quotes": [{"release": item.release, **row} for row in _records(quotes)],
        "statistics": [{"release": item.release, **row} for row in _records(analysis.statistics)],
    }


def _described(analysis: Analysis) -> dict[str, Any]:
    release, quotes = analysis.release, analysis.quotes
    line = release.dateline
    return {
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
        "quoted_words": int(quotes.loc[quotes["kind"] == "direct", "words"].sum()),
        "statistics": len(analysis.statistics),
        "text": release.text,
    }


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows with None for what is missing."""
    columns = {name: [None if pd.isna(v) else v for v in table[name].tolist()] for name in table}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _lemmas(analysis: Analysis) -> list[str]:
    """The lemmas of each quotation's words."""
    read = analysis.normal
    doc, starts = read.doc, read.document.token_starts
    found = []
    for start, end in zip(read.quotes["start"], read.quotes["end"], strict=True):
        inside = doc[bisect_left(starts, start) : max(bisect_left(starts, start), bisect_right(starts, end - 1))]
        found.append(" ".join(t.lemma_.lower() for t in inside if any(c.isalnum() for c in t.text)))
    return found
