"""JSON export → annotations: spans with what is known of them, which every exchange format is made of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Fact = str | int | float | bool
_Key = tuple[str, int, int]  # label, start, end

_QUOTATION = (
    "kind", "speaker_name", "speaker_role", "speaker_affiliation", "speaker_gender", "rule", "confidence",
)  # fmt: skip
_STATISTIC = ("value", "unit", "role", "approximation", "precision", "speaker_name")
_PARTS = {
    "of": "counted",
    "period": "period",
    "place": "place",
    "holder": "holder",
    "recipient": "recipient",
    "agent": "agent",
}


@dataclass(frozen=True)
class Annotation:
    """A span of a release: ``text[start:end]``.

    ``label``: quotation, cue, source, statistic, counted, period, place, holder,
    recipient or agent. ``facts``: what is known of it, by
    name. ``links``: the ids of other annotations, by the part that they play (the cue of a quotation, what a
    statistic counts …).
    """

    id: str
    label: str
    start: int
    end: int
    facts: Mapping[str, Fact] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Annotated:
    """A text, what is known of the release (``release`` of the JSON export) and its annotations."""

    text: str
    release: Mapping[str, Any]
    annotations: tuple[Annotation, ...]


def annotated(text: str, export: Mapping[str, Any]) -> Annotated:
    """The annotations of a reading.

    Args:
        text: the release's text.
        export: its reading, as ``export.as_dict`` gives it.

    Returns:
        Quotations and statistics in order of the text, each followed by its parts that no one had before: words
        that are the source of two quotations are one annotation.
    """
    return Annotated(text, export["release"], tuple(_annotations(export)))


def number(found: Iterable[tuple[str, int, int]]) -> Iterator[str]:
    """Ids for labels and spans in order: *quotation-1*, *cue-1*, *quotation-2* …"""
    counts: dict[str, int] = {}
    for label, _, _ in found:
        counts[label] = counts.get(label, 0) + 1
        yield f"{label}-{counts[label]}"


def _annotations(export: Mapping[str, Any]) -> list[Annotation]:
    facts: dict[_Key, dict[str, Fact]] = {}
    links: dict[_Key, dict[str, _Key]] = {}
    quoted: dict[int, _Key] = {}

    def add(label: str, start: int, end: int, known: dict[str, Fact]) -> _Key:
        key = label, start, end
        facts.setdefault(key, known)
        links.setdefault(key, {})
        return key

    for row in export["quotes"]:
        key = add("quotation", row["start"], row["end"], _known(row, _QUOTATION))
        for name, label in (("cue", "cue"), ("speaker", "source")):
            part = row[name]
            if part is not None:
                links[key][label] = add(label, part["start"], part["end"], _known(part, ("lemma", "class")))
        if row["continues"] in quoted:
            links[key]["continues"] = quoted[row["continues"]]
        quoted.setdefault(row["start"], key)
    for row in export["statistics"]:
        key = add("statistic", row["start"], row["end"], _known(row, _STATISTIC))
        for name, label in _PARTS.items():
            if row[f"{name}_start"] is not None:
                known = _known(row, ("period",)) if name == "period" else {}
                links[key][label] = add(label, row[f"{name}_start"], row[f"{name}_end"], known)
    ids = dict(zip(facts, number(facts), strict=True))
    return [
        Annotation(ids[key], *key, known, {role: ids[other] for role, other in links[key].items()})
        for key, known in facts.items()
    ]


def _known(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Fact]:
    return {name: row[name] for name in names if row.get(name) is not None}
