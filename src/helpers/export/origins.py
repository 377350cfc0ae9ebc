"""Whose reading an export is: beside the exports a list tells the source and the checksum of each."""

import json
from collections.abc import Iterable
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

    def taken(self, places: Iterable[Path], source: str) -> tuple[Path, str | None] | None:
        """The first file of some that holds another source's reading, and that source; None where all may be written.

        A text that the list does not know (*brat* writes texts) may be anybody's: it is taken, its source None.
        """
        for place in places:
            known = self._sources.get(place.name)
            if place.exists() and known != source and (known is not None or place.suffix == ".txt"):
                return place, known
        return None

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


def _read(line: str) -> tuple[str, str] | None:
    """Name and source of a line; None of one that is damaged."""
    try:
        told = from_json(line)
        found = told["file"], told["source"]
    except (ValueError, TypeError, KeyError):
        return None
    return found if all(isinstance(part, str) for part in found) else None
