"""A folder of annotated texts → how well the reading agrees with it; the annotation as our JSON or brat stand-off."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.accuracy import GoldError, Item, agreement, load_gold
from helpers.analysis import analyse
from helpers.export import brat
from helpers.export.annotations import Annotation
from helpers.export.json import as_dict
from helpers.release.release import load_release

JSON, BRAT = ".gold.json", ".ann"
_PARTS = {"cue": "cue", "speaker": "source"}  # part of a quotation → the label of its annotation


def evaluate(folder: str | Path) -> pd.DataFrame:
    """The measures of ``accuracy.agreement`` over all annotated texts of a folder, as if they were one.

    Args:
        folder: holds ``STEM.txt`` beside ``STEM.gold.json`` (see data/README.md) or ``STEM.ann`` (brat, with the
            labels of ``--format brat``: Quotation, Cue, Source, Statistic). Of two annotations of a text JSON counts.

    Returns:
        ``measure``, ``score`` (0–1), ``right``, ``of``. Numbers are measured in the texts whose annotation has some.

    Raises:
        GoldError: no annotation there, or one that is none of its text.
    """
    wanted: dict[str, list[Item]] = {"quotes": [], "statistics": [], "ignore": []}
    found: dict[str, list[Item]] = {"quotes": [], "statistics": []}
    has_numbers, offset = False, 0
    for path in _annotations(Path(folder)):
        text, gold, read = _read(path)
        has_numbers |= "statistics" in gold
        for name, items in wanted.items():
            items += (_moved(item, offset) for item in gold.get(name, ()))
        for name in found if "statistics" in gold else ("quotes",):
            found[name] += (_moved(item, offset) for item in read[name])
        offset += len(text) + 1
    if not has_numbers:
        del wanted["statistics"]
    return agreement(found["quotes"], found["statistics"], wanted).measures


def _annotations(folder: Path) -> Sequence[Path]:
    """The annotations of a folder, one a text, in order."""
    if not folder.is_dir():
        raise GoldError(f"{folder.name}: no such folder; name one that holds texts and their annotations")
    by_stem = {path.name.removesuffix(BRAT): path for path in folder.glob(f"*{BRAT}")}
    by_stem |= {path.name.removesuffix(JSON): path for path in folder.glob(f"*{JSON}")}
    if not by_stem:
        raise GoldError(f"{folder.name}: no annotation; put STEM{JSON} or STEM{BRAT} beside STEM.txt")
    return [by_stem[stem] for stem in sorted(by_stem)]


def _read(path: Path) -> tuple[str, Mapping[str, Any], Mapping[str, Any]]:
    """The text, its annotation and its reading."""
    suffix = JSON if path.name.endswith(JSON) else BRAT
    source = path.with_name(path.name.removesuffix(suffix) + ".txt")
    if not source.exists():
        raise GoldError(f"{path.name}: {source.name} is not beside it; put the text that was annotated there")
    release = load_release(source, any_language=True)
    gold = load_gold(path, release.text) if suffix == JSON else _from_brat(path, release.text)
    return release.text, gold, as_dict(analyse(release))


def _from_brat(path: Path, text: str) -> dict[str, Any]:
    """brat's stand-off as the JSON annotation has it; a speaker without a name is named by the words for the source."""
    try:
        found = brat.load(text, path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise GoldError(f"{path.name}: not readable as brat stand-off ({error}); mend or remove it") from None
    by_id = {annotation.id: annotation for annotation in found}
    numbers = list(_numbers(text, found))
    gold: dict[str, Any] = {"quotes": [_quotation(text, a, by_id) for a in found if a.label == "quotation"]}
    return gold | {"statistics": numbers} if numbers else gold


def _quotation(text: str, annotation: Annotation, by_id: Mapping[str, Annotation]) -> dict[str, Any]:
    parts = {
        part: _span(text, by_id[annotation.links[label]])
        for part, label in _PARTS.items()
        if annotation.links.get(label) in by_id
    }
    words = parts["speaker"]["text"] if "speaker" in parts else None
    name = annotation.facts.get("speaker_name", words)
    kind = annotation.facts.get("kind", "direct")
    return {**_span(text, annotation), "kind": kind, "names": [name] if name else [], **parts}


def _numbers(text: str, found: Sequence[Annotation]) -> Iterator[dict[str, Any]]:
    """Statistics whose value is noted."""
    for annotation in found:
        if annotation.label == "statistic" and "value" in annotation.facts:
            value, unit = annotation.facts["value"], annotation.facts.get("unit")
            yield {**_span(text, annotation), "value": value, "unit": unit}


def _span(text: str, annotation: Annotation) -> dict[str, Any]:
    start, end = annotation.start, annotation.end
    return {"start": start, "end": end, "text": text[start:end]}


def _moved(item: Mapping[str, Any], offset: int) -> dict[str, Any]:
    """An item with its parts, so many code points further on."""
    moved = {key: _moved(value, offset) if isinstance(value, Mapping) else value for key, value in item.items()}
    if "start" in moved and "end" in moved:
        moved |= {"start": moved["start"] + offset, "end": moved["end"] + offset}
    return moved
