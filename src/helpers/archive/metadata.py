"""What is known of a release beside its text: columns of a table, sidecars, the names of files and folders.

Each fact keeps where it was told. What somebody wrote down for an archive goes before what the text is taken to say;
what a file says of itself (``file_heads``), or its name by chance, comes after it.
"""

import csv
import datetime
import io
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from helpers import lexicon
from helpers.numbers.edtf import in_notation
from helpers.release.decoding import decode
from helpers.text.faults import CorpusError, one_line, reason
from helpers.text.json_text import from_json
from helpers.text.typography import fold

COLUMNS = ("issuer", "date", "place", "title", "url")
"""What has a column of its own in ``releases``."""
_LARGEST = 50_000_000  # bytes of a table beside the files
_FIELD = re.compile(r"\{(\w{1,40})\}")
_FIELDS = 9
_DAY = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\Z")


class Fact(NamedTuple):
    """One thing that is known of a release: ``name`` of the column, its ``value``, and what told it."""

    name: str
    value: str
    told_by: str


Facts = tuple[Fact, ...]


def facts_of(values: Mapping[str, object], told_by: str) -> Facts:
    """The facts of a row or an object: names as in ``releases`` where they mean the same, all others as they stand."""
    found: dict[str, Fact] = {}
    for name, value in values.items():
        text = _as_text(value)
        if text:
            known = column_of(str(name))
            found.setdefault(known, Fact(known, text, told_by))
    return tuple(found.values())


def column_of(name: str) -> str:
    """The column of ``releases`` that a name means: *Émetteur*, *date_published*; else the name itself."""
    return _columns().get(" ".join(fold(name).replace("_", " ").replace("-", " ").split()), one_line(name))


@cache
def _columns() -> dict[str, str]:
    return {row["name"]: row["column"] for row in lexicon.rows("metadata_names")}


def _as_text(value: object) -> str:
    """A value as text; of an object its name, of a list the first."""
    if isinstance(value, Mapping):
        return _as_text(value.get("name") or value.get("@id"))
    if isinstance(value, list | tuple):
        return _as_text(value[0]) if value else ""
    if value is None or value != value:
        return ""
    return " ".join(str(value).split())


def day(value: str) -> datetime.date | None:
    """The day that a fact means, or None: *2024-03-12T08:00:00Z*, *20240312*, *12/03/2024*, *12 mars 2024*."""
    value = value.strip()
    value = value[2:10] if value.startswith("D:") else value  # as PDF files write it
    match, first = _DAY.match(value), _DAY_FIRST.match(value)
    try:
        if match:
            return datetime.date(int(match[1]), int(match[3]), int(match[4]))
        if first:
            return datetime.date(int(first[3]), int(first[2]), int(first[1]))
        return datetime.date.fromisoformat(in_notation(value[:60].lower(), None) or "")
    except ValueError:
        return None


def day_in_name(name: str) -> Facts:
    """The day that stands in a file's name, whoever put it there: *2024-03-12_ligue.txt*, *20240312.txt*."""
    match = _DAY.search(Path(name).name)
    is_day = match and day(match.group()) and 1900 <= int(match[1]) < 2100
    return (Fact("date", match.group(), "file name"),) if match and is_day else ()


# --- names of files and folders ----------------------------------------------------------------


class Pattern:
    """Names of files as somebody composes them: ``{date}_{issuer}.txt``, ``{issuer}/{date}-*``.

    A pattern without ``/`` is compared with the file's name, one with it with the path from the source. ``*`` is
    anything, ``{name}`` what becomes a column.

    Raises:
        CorpusError: there is no field in it, or one twice.
    """

    def __init__(self, pattern: str) -> None:
        names = _FIELD.findall(pattern)
        if not 0 < len(names) <= _FIELDS or len(set(names)) < len(names):
            shown = one_line(pattern)
            raise CorpusError(f"{shown}: no pattern of names; write fields like {{date}}_{{issuer}}.txt, each once")
        self._has_folders = "/" in pattern
        parts = re.split(r"(\{\w{1,40}\}|\*)", pattern)
        self._expression = re.compile("".join(map(_part, parts)))

    def facts(self, name: str) -> Facts:
        """The facts in a name; none where it is composed in another way."""
        match = self._expression.fullmatch((name if self._has_folders else Path(name).name)[-400:])
        if match is None:
            return ()
        words = {key: re.sub(r"[_-]+", " ", value) for key, value in match.groupdict().items() if key != "date"}
        given = {"date": match["date"]} if "date" in match.groupdict() else {}
        return facts_of({**words, **given}, "pattern")


def _part(part: str) -> str:
    field = _FIELD.fullmatch(part)
    if field:
        return r"(?P<date>\d{4}[-_.]?\d\d[-_.]?\d\d)" if field[1] == "date" else rf"(?P<{field[1]}>[^/]+?)"
    return "[^/]*?" if part == "*" else re.escape(part)


# --- tables and objects beside the files -------------------------------------------------------


def beside(path: Path) -> Facts:
    """What ``STEM.json`` beside a file says of it; nothing where there is no such file, or it is no object."""
    sidecar = path.with_suffix(".json")
    try:
        if not sidecar.is_file() or sidecar.stat().st_size > _LARGEST // 50:
            return ()
        found = from_json(decode(sidecar.read_bytes(), sidecar.name).text.removeprefix("\ufeff"))
    except (OSError, ValueError):
        return ()
    return facts_of(found, "sidecar") if isinstance(found, dict) else ()


def read_metadata(path: str | Path) -> dict[str, Facts]:
    """The table of a folder's files: a row each, a column ``release``, ``file``, ``path``, ``stem`` or ``name``.

    Returns:
        Facts by what that column says.

    Raises:
        CorpusError: it can't be read, or has no such column.
    """
    path = Path(path)
    shown = one_line(path.name)
    try:
        if path.stat().st_size > _LARGEST:
            raise CorpusError(f"{shown}: more than {_LARGEST:,} bytes; give a table of the files alone")
        rows = csv_rows(decode(path.read_bytes(), shown).text)
    except (OSError, ValueError) as error:
        raise CorpusError(f"{shown}: no table of files ({reason(error)}); save it as CSV") from error
    key = next((name for name in ("release", "file", "path", "stem", "name") if rows and name in rows[0]), None)
    if key is None:
        raise CorpusError(f"{shown}: no row, or no column release, file, path, stem or name that says of which file")
    return {row[key]: facts_of({k: v for k, v in row.items() if k != key}, "folder table") for row in rows if row[key]}


def csv_rows(text: str) -> list[dict[str, str]]:
    """The rows of a table, its cells parted by what the head line has most of: comma, semicolon or tab.

    A row that is cut off has empty cells.

    Raises:
        ValueError: no CSV reader takes it for a table.
    """
    text = text.removeprefix("\ufeff")
    head = text.lstrip().partition("\n")[0]
    mark = max(",;\t", key=head.count)
    found = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark, restval="")
    try:
        return [{k: v for k, v in row.items() if isinstance(k, str) and isinstance(v, str)} for row in found]
    except csv.Error as error:
        raise ValueError(reason(error)) from error


def named(table: Mapping[str, Facts], release: str) -> Facts:
    """The row that is about a file: by its path from the source, its name, or its stem."""
    name = Path(release)
    keys = (release, name.name, name.with_suffix("").as_posix(), name.stem)
    return next((table[key] for key in keys if key in table), ())


# --- which counts ------------------------------------------------------------------------------


def first_told(facts: Iterable[Fact]) -> dict[str, Fact]:
    """Of each name the fact that was told first."""
    found: dict[str, Fact] = {}
    for fact in facts:
        found.setdefault(fact.name, fact)
    return found
