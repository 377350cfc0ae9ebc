"""Annotated texts: each with its annotation, its reading, and the set that it belongs to."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.accuracy import Item, iou, load_gold
from helpers.release.release import Release, load_release

SUFFIX = ".gold.json"


@dataclass(frozen=True)
class Annotated:
    """A release with its annotation. ``group`` names the set and the text, by its digest: no word of it."""

    release: Release
    gold: dict[str, Any]
    group: str

    @property
    def ignored(self) -> list[Item]:
        """Stretches in which nothing is counted."""
        return self.gold.get("ignore", [])

    def place(self, start: int, end: int) -> Item:
        """A span of the text as it is read, as one of the file."""
        form = self.release.form
        start, end = (start, end) if form is None else form.span(start, end)
        return {"start": start, "end": end}

    def is_ignored(self, item: Item) -> bool:
        """Whether an item touches a stretch that is not counted."""
        return any(iou(item, stretch) > 0 for stretch in self.ignored)


def annotated(folders: Sequence[Path]) -> Iterator[Annotated]:
    """Every text of some folders that has an annotation beside it, in order of set and name.

    Raises:
        GoldError: an annotation that is none of its text.
    """
    for folder in folders:
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            release = load_release(path.with_name(path.name.removesuffix(SUFFIX) + ".txt"), any_language=True)
            digest = hashlib.sha256(release.text.encode()).hexdigest()[:10]
            yield Annotated(release, load_gold(path, release.text), f"{folder.resolve().name}:{digest}")
