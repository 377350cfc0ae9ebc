"""Annotations ↔ brat stand-off: a text file and an .ann file beside it (brat.nlplab.org/standoff.html).

Spans are text-bound annotations (T), what they have to do with each other relations (R), facts of one word
attributes (A); all facts stand in a note (#) as JSON, which brat shows on hovering. A span of several lines is
discontinuous there, one piece a line, since an annotation is a line of its file.
"""

import json
import re
from collections.abc import Iterator

from helpers.export.annotations import Annotated, Annotation, number

# What ends a line for one program or another, and the tab, which ends a field.
_PIECE = re.compile(r"[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[\w%$€£/.+-]+")


def dump(reading: Annotated) -> tuple[str, str]:
    """The text and its annotations; spans of nothing but line ends can't be told there and are left out."""
    text = reading.text
    lines: list[str] = []
    numbers: dict[str, int] = {}
    for annotation in reading.annotations:
        pieces = [m.span() for m in _PIECE.finditer(text, annotation.start, annotation.end)]
        if not pieces:
            continue
        numbers[annotation.id] = len(numbers) + 1
        where = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(text[start:end] for start, end in pieces)
        lines.append(f"T{numbers[annotation.id]}\t{annotation.label.capitalize()} {where}\t{words}")
    told = [a for a in reading.annotations if a.id in numbers]
    relations = ((a, role, other) for a in told for role, other in a.links.items() if other in numbers)
    for count, (annotation, role, other) in enumerate(relations, 1):
        lines.append(f"R{count}\t{role.capitalize()} Arg1:T{numbers[annotation.id]} Arg2:T{numbers[other]}")
    for count, (mark, name, value) in enumerate(_attributes(told, numbers), 1):
        lines.append(f"A{count}\t{name.capitalize()} {mark} {value}")
    for count, annotation in enumerate((a for a in told if a.facts), 1):
        note = json.dumps(dict(annotation.facts), ensure_ascii=False)
        # JSON's own escapes for what would end a line elsewhere.
        note = re.sub(r"[\x1c-\x1f\x7f-\x9f\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", note)
        lines.append(f"#{count}\tAnnotatorNotes T{numbers[annotation.id]}\t{note}")
    return text, "".join(f"{line}\n" for line in lines)


def _attributes(told: list[Annotation], numbers: dict[str, int]) -> Iterator[tuple[str, str, str]]:
    for annotation in told:
        for name in ("kind", "class", "confidence", "approximation", "unit", "role", "speaker_gender"):
            value = str(annotation.facts.get(name, "")).replace(" ", "_")
            if _WORD.fullmatch(value):
                yield f"T{numbers[annotation.id]}", name, value


def load(text: str, annotations: str) -> tuple[Annotation, ...]:
    """Read what ``dump`` wrote, or what became of it in brat; ids are given anew, in order of the file.

    The facts of an annotation stand in its note; where it has none, since it was made in brat, its attributes count.

    Raises:
        ValueError: an annotation does not fit the text.
    """
    spans: dict[str, tuple[str, int, int]] = {}
    relations: list[tuple[str, str, str]] = []
    notes: dict[str, str] = {}
    attributes: dict[str, dict[str, str]] = {}
    for line in annotations.split("\n"):
        mark, _, rest = line.partition("\t")
        if mark.startswith("T"):
            told, _, words = rest.partition("\t")
            label, where = told.split(" ", 1)
            pieces = [tuple(map(int, piece.split())) for piece in where.split(";")]
            if " ".join(text[start:end] for start, end in pieces) != words:
                raise ValueError(f"{mark}: another text stands at {where}; give the text annotated")
            spans[mark] = label.lower(), pieces[0][0], pieces[-1][1]
        elif mark.startswith("R"):
            role, one, other = rest.split()
            relations.append((one.removeprefix("Arg1:"), role.lower(), other.removeprefix("Arg2:")))
        elif mark.startswith("A"):
            name, other, *value = rest.split()
            attributes.setdefault(other, {})[name.lower()] = " ".join(value)
        elif mark.startswith("#") and rest.startswith("AnnotatorNotes "):
            told, _, note = rest.partition("\t")
            notes[told.split()[1]] = note
    ids = dict(zip(spans, number(spans.values()), strict=True))
    return tuple(
        Annotation(
            ids[mark],
            *span,
            json.loads(notes[mark]) if mark in notes else attributes.get(mark, {}),
            {role: ids[other] for one, role, other in relations if one == mark},
        )
        for mark, span in spans.items()
    )
