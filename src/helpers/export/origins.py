"""Whose reading an export is: beside the exports a list tells the source and the checksum of each."""

import json
import os
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from helpers.text.json_text import from_json

LIST = ".exports"
"""The list in a folder of exports: a line of JSON for each file written, with ``file``, ``source`` (a whole path) and
``sha256`` of its text; of several lines for one file the last counts."""


class Origins:
    """What a folder of exports tells of the sources of its files; read once, however many are written."""

    def __init__(self, folder: Path) -> None:
        self._list = folder / LIST

    @cached_property
    def _sources(self) -> dict[str, str]:
        try:
            lines = self._list.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return {}
        return dict(filter(None, map(_read, lines)))

    def taken(self, contents: Mapping[Path, str], source: str) -> tuple[Path, str | None] | None:
        """The first file of some that is not this source's to replace, and whose it is; None where all may be written.

        A file that the list does not know may be anybody's: it is taken, its source None, unless it holds just what
        would be written.
        """
        for place, text in contents.items():
            known = self._source_of(place.name)
            if os.path.lexists(place) and known != source and (known is not None or not _holds(place, text)):
                return place, known
        return None

    def _source_of(self, name: str) -> str | None:
        """The source of a file, or of one that is the same where case or the form of accents does not count."""
        return self._sources.get(name) or self._folded.get(_fold(name))

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {_fold(name): source for name, source in self._sources.items()}

    def note(self, places: Iterable[Path], source: str, sha256: str) -> None:
        """Tell of files that were written.

        Raises:
            OSError: the list can't be written.
        """
        names = [place.name for place in places]
        lines = (json.dumps({"file": n, "source": source, "sha256": sha256}, ensure_ascii=False) + "\n" for n in names)
        with self._list.open("a", encoding="utf-8", errors="surrogateescape") as told:
            told.write("".join(lines))
        self._sources.update(dict.fromkeys(names, source))
        self._folded.update(dict.fromkeys(map(_fold, names), source))


def _fold(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _holds(place: Path, text: str) -> bool:
    try:
        return place.read_bytes() == text.encode()
    except OSError:
        return False


def _read(line: str) -> tuple[str, str] | None:
    """Name and source of a line; None of one that is damaged."""
    try:
        told = from_json(line)
        found = told["file"], told["source"]
    except (ValueError, TypeError, KeyError):
        return None
    return found if all(isinstance(part, str) for part in found) else None
