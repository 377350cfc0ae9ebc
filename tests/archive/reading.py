"""Texts read into an archive in this process, where a test asks what is made of them and not how they are read."""

from collections.abc import Mapping
from pathlib import Path

from helpers.archive import Corpus
from helpers.archive.partition import read_items, write_partition
from helpers.archive.sources import Item, find_items
from helpers.archive.tables import SCHEMAS


def read_texts(folder: Path, texts: Mapping[str, str], **known) -> Corpus:
    """An archive of texts by the names of their files; ``known``: see ``find_items``."""
    source = folder / "in"
    for name, text in texts.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    return read(folder / "out", find_items(source, **known))


def fill(output: Path, plan: Mapping[int, list[Item]]) -> None:
    """Read what is left of an archive."""
    for number, items in plan.items():
        write_partition(read_items(items, any_language=False)[0], items, output, number)


def read(output: Path, items: list[Item]) -> Corpus:
    """An archive of items, one partition."""
    for name in (*SCHEMAS, "done"):
        (output / name).mkdir(parents=True)
    fill(output, {0: items})
    return Corpus(output)
