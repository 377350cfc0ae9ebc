"""Agreement of a reading with hand-made annotation, item by item and in sum."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.lexicon.words import DEFINITE, alternation, whole_and_elided, words
from helpers.text.faults import Fault
from helpers.text.json_text import from_json
from helpers.text.typography import fold

Item = Mapping[str, Any]
Measure = tuple[str, float, int, int]
"""Name, score, how many are right, of how many."""
SPOKEN = ("direct", "indirect", "mixed")
_ARTICLE, _ELIDED = whole_and_elided(DEFINITE)
_OPENING = re.compile(rf"\s*(?:(?:{alternation(words('courtesy title'))}|{_ARTICLE})\b|{_ELIDED})\s*")


class GoldError(Fault):
    """An annotation that can't be used: one line that names the file, the fault and the cure."""


def load_gold(path: str | Path, text: str | None = None) -> dict[str, Any]:
    """Read a ``STEM.gold.json``.

    Args:
        path: the annotation.
        text: the release's text; every span is checked against it.

    Raises:
        GoldError: missing, no JSON, without the expected keys, or a span that is not the text's.
    """
    path = Path(path)
    try:
        gold = from_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise GoldError(f"{path.name}: no such annotation; put it beside the others in data/gold") from None
    except (OSError, ValueError) as error:
        raise GoldError(f"{path.name}: not readable as JSON ({error}); mend or remove it") from None
    if not isinstance(gold, dict) or not isinstance(gold.get("quotes"), list):
        raise GoldError(f"{path.name}: no list of quotes; see data/README.md for the format")
    for item in _spans(gold):
        span = text[item["start"] : item["end"]] if text is not None else item["text"]
        if span != item["text"]:
            raise GoldError(
                f"{path.name}: {item['start']}–{item['end']} is not {item['text'][:40]!r}; renew the offsets"
            )
    return gold


def _spans(gold: Mapping[str, Any]) -> list[Item]:
    quotes = gold["quotes"]
    found = [*quotes, *gold.get("statistics", []), *gold.get("ignore", [])]
    return found + [q[key] for q in quotes for key in ("cue", "speaker") if q.get(key)]


def iou(a: Item, b: Item) -> float:
    """Intersection over union of two spans, in characters: 1 the same, 0 apart (Jaccard 1912)."""
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return shared / (max(a["end"], b["end"]) - min(a["start"], b["start"])) if shared > 0 else 0.0


def pair_up(gold: Sequence[Item], found: Sequence[Item], floor: float) -> list[tuple[int, int]]:
    """Pairs (index in gold, index in found), one to one, the best overlap first, none below the floor."""
    overlaps = sorted(
        ((iou(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), key=lambda x: (-x[0], x[1], x[2])
    )
    pairs: dict[int, int] = {}
    for overlap, i, j in overlaps:
        if overlap >= floor and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def same_name(name: str | None, names: Sequence[str]) -> bool:
    """Whether a name is one of those that count as right; case, accents, article and civil title aside."""
    return _plain(name) in {_plain(n) for n in names} if names else not name


def _plain(name: str | None) -> str:
    """*L'Étude*, *Mme Roy*: folded, without the article or courtesy title that it opens with."""
    bare = re.sub(r"[^\w' ]", " ", fold(name or ""))
    opening = _OPENING.match(bare)
    return " ".join(bare[opening.end() if opening else 0 :].split())


def _overlaps(a: Item | None, b: Item | None) -> bool:
    return iou(a, b) > 0 if a and b else not a and not b


_COLUMNS = [
    "start", "end", "text", "what", "wanted", "found", "overlap", "cue", "mention", "right", "rule", "confidence",
]  # fmt: skip


@dataclass(frozen=True)
class Agreement:
    """``items``: one row an item; ``measures``: one row a measure. See ``agreement``."""

    items: pd.DataFrame
    measures: pd.DataFrame


def agreement(quotes: Sequence[Item], statistics: Sequence[Item], gold: Mapping[str, Any]) -> Agreement:
    """Hold found quotations and statistics against a hand-made annotation.

    Args:
        quotes, statistics: as ``export.as_dict`` gives them.
        gold: as ``load_gold`` gives it.

    Returns:
        ``items``: for every annotated item, and every found one that is not annotated, ``start``,
        ``end``, ``text``, ``what`` (direct, indirect, mixed or number), ``wanted`` (speaker or
        value), ``found``, ``overlap`` (IoU of the spans), ``cue``, ``mention`` and ``right``
        (whether speaker or value are right; None where it does not apply), ``rule``, ``confidence``.

        ``measures``: ``measure``, ``score`` (0–1), ``right``, ``of``: F1 of direct quotations at
        IoU 0.8, of reported ones at 0.5, of all at 0.5; share of annotated quotations whose
        mention, name and cue are right; F1 of numbers by span and value; share with the right unit.
        Narrated points are optional in the annotation and not measured.
    """
    ignored = {i for s in gold.get("ignore", []) for i in range(s["start"], s["end"])}
    wanted, figures = _spoken(gold["quotes"]), gold.get("statistics", [])
    heard, read = _outside(ignored, _spoken(quotes)), _outside(ignored, statistics)
    pairs, counted = dict(pair_up(wanted, heard, 0.5)), dict(pair_up(figures, read, 0.5))
    quote_rows = [_quote_row(g, heard[pairs[i]] if i in pairs else None) for i, g in enumerate(wanted)]
    number_rows = [_number_row(g, read[counted[i]] if i in counted else None) for i, g in enumerate(figures)]
    false_quotes = [_false_row(q, q["kind"], q.get("speaker_name")) for q in _unpaired(heard, pairs)]
    false_numbers = [_false_row(s, "number", s.get("value")) for s in _unpaired(read, counted)]
    rows = [*quote_rows, *false_quotes, *number_rows, *false_numbers]
    measures = _quote_measures(wanted, heard, quote_rows)
    if "statistics" in gold:
        measures += _number_measures(figures, read, counted)
    return Agreement(
        pd.DataFrame(rows, columns=_COLUMNS).sort_values(["start", "end"], ignore_index=True),
        pd.DataFrame(measures, columns=["measure", "score", "right", "of"]),
    )


def _spoken(quotes: Sequence[Item]) -> list[Item]:
    return [q for q in quotes if q["kind"] in SPOKEN]


def _outside(ignored: Set[int], items: Sequence[Item]) -> list[Item]:
    """The items that do not lie wholly in what the annotation leaves open."""
    return [s for s in items if not ignored.issuperset(range(s["start"], s["end"]))]


def _unpaired(found: Sequence[Item], pairs: Mapping[int, int]) -> list[Item]:
    return [item for j, item in enumerate(found) if j not in pairs.values()]


def _quote_measures(wanted: Sequence[Item], heard: Sequence[Item], rows: Sequence[Item]) -> list[Measure]:
    return [
        _f1("direct quotations (IoU 0.8)", _of(wanted, "direct"), _of(heard, "direct"), 0.8),
        _f1("reported speech (IoU 0.5)", _of(wanted, "indirect", "mixed"), _of(heard, "indirect", "mixed"), 0.5),
        _f1("all quotations (IoU 0.5)", wanted, heard, 0.5),
        _share("words that name the speaker", [row["mention"] for row in rows]),
        _share("who the speaker is", [row["right"] for row in rows]),
        _share("cue", [row["cue"] for g, row in zip(wanted, rows, strict=True) if g.get("cue")]),
    ]


def _number_measures(figures: Sequence[Item], read: Sequence[Item], counted: Mapping[int, int]) -> list[Measure]:
    right = [i for i, j in counted.items() if _same_value(figures[i]["value"], read[j].get("value"))]
    units = [
        i in counted and read[counted[i]].get("unit") in (g.get("unit"), *g.get("unit_also", []))
        for i, g in enumerate(figures)
    ]
    return [
        _score("numbers (span and value)", len(right), len(figures), len(read)),
        _share("unit of numbers", units),
    ]


def _of(items: Sequence[Item], *kinds: str) -> list[Item]:
    return [q for q in items if q["kind"] in kinds]


def _quote_row(gold: Item, found: Item | None) -> dict[str, Any]:
    names = gold.get("names", [])
    return {
        "start": gold["start"],
        "end": gold["end"],
        "text": gold["text"],
        "what": gold["kind"],
        "wanted": names[0] if names else None,
        "found": found.get("speaker_name") if found else None,
        "overlap": iou(gold, found) if found else 0.0,
        "cue": _overlaps(gold.get("cue"), found.get("cue")) if found else False,
        "mention": _overlaps(gold.get("speaker"), found.get("speaker")) if found else False,
        "right": found is not None and same_name(found.get("speaker_name"), names),
        "rule": found.get("rule") if found else None,
        "confidence": found.get("confidence") if found else None,
    }


def _number_row(gold: Item, found: Item | None) -> dict[str, Any]:
    return {
        "start": gold["start"],
        "end": gold["end"],
        "text": gold["text"],
        "what": "number",
        "wanted": gold["value"],
        "found": found.get("value") if found else None,
        "overlap": iou(gold, found) if found else 0.0,
        "right": found is not None and _same_value(gold["value"], found.get("value")),
    }


def _false_row(found: Item, what: str, value: object) -> dict[str, Any]:
    return {
        "start": found["start"],
        "end": found["end"],
        "text": found["text"],
        "what": what,
        "found": value,
        "overlap": 0.0,
        "right": False,
        "rule": found.get("rule"),
        "confidence": found.get("confidence"),
    }


def _same_value(a: float, b: float | None) -> bool:
    return b is not None and abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))


def _f1(measure: str, wanted: Sequence[Item], found: Sequence[Item], floor: float) -> Measure:
    return _score(measure, len(pair_up(wanted, found, floor)), len(wanted), len(found))


def _score(measure: str, right: int, wanted: int, found: int) -> Measure:
    """F1: harmonic mean of precision and recall (van Rijsbergen 1979); 1 where nothing is wanted or found."""
    return measure, 2 * right / (wanted + found) if wanted + found else 1.0, right, wanted


def _share(measure: str, right: Sequence[bool]) -> Measure:
    return measure, sum(right) / len(right) if right else 1.0, sum(right), len(right)
