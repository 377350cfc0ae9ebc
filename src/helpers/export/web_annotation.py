"""Annotations ↔ JSON-LD of the W3C Web Annotation Data Model (Recommendation of 23 February 2017).

Each span is an annotation whose target selects it twice: by position (code points, as the model asks) and by its
words with those around them, which hold where a copy of the text has moved. Each link between two spans is an
annotation of its own, with the motivation *linking*. The release is named by its SHA-256 (RFC 6920), so that ids
are the same everywhere and need no server.
"""

import base64
import json
from collections.abc import Mapping
from typing import Any

from helpers.export.annotations import Annotated, Annotation
from helpers.text.escapes import in_json

AROUND = 32
"""Characters of prefix and suffix."""

_MEDIA_TYPES = {
    "text": "text/plain",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def dump(reading: Annotated) -> str:
    """An AnnotationCollection with one page, as JSON-LD."""
    release = reading.release
    digest = base64.urlsafe_b64encode(bytes.fromhex(release["sha256"])).decode().rstrip("=")
    iri = f"ni:///sha-256;{digest}"
    source = {"id": iri, "type": "Text", "format": _MEDIA_TYPES[release["format"]], "language": release["language"]}
    items = [_span(a, reading.text, iri, source) for a in reading.annotations]
    items += [_link(a.id, role, other, iri) for a in reading.annotations for role, other in a.links.items()]
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{iri}#annotations",
        "type": "AnnotationCollection",
        "label": f"Quotations and statistics of {release['name']}",
        "total": len(items),
        "first": {"id": f"{iri}#page-1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return in_json(json.dumps(collection, ensure_ascii=False, indent=1)) + "\n"


def _span(annotation: Annotation, text: str, iri: str, source: Mapping[str, Any]) -> dict[str, Any]:
    start, end = annotation.start, annotation.end
    return {
        "id": f"{iri}#{annotation.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            _tag(annotation.label),
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "application/json",
                "value": json.dumps(dict(annotation.facts), ensure_ascii=False),
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": dict(source),
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
            ],
        },
    }


def _link(one: str, role: str, other: str, iri: str) -> dict[str, Any]:
    return {
        "id": f"{iri}#{one}.{role}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [_tag(role), {"type": "SpecificResource", "purpose": "linking", "source": f"{iri}#{other}"}],
        "target": f"{iri}#{one}",
    }


def _tag(value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": value}


def load(document: str, text: str) -> tuple[Annotation, ...]:
    """Read what ``dump`` wrote, for the text that it is about.

    Raises:
        ValueError: an annotation does not fit the text.
    """
    items = json.loads(document)["first"]["items"]
    links: dict[str, dict[str, str]] = {}
    for item in items:
        if item["motivation"] == "linking":
            tag, other = item["body"]
            links.setdefault(_local(item["target"]), {})[tag["value"]] = _local(other["source"])
    found = []
    for item in items:
        if item["motivation"] != "describing":
            continue
        tag, facts = item["body"]
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        around = text[max(0, start - len(quote["prefix"])) : end + len(quote["suffix"])]
        if around != quote["prefix"] + quote["exact"] + quote["suffix"]:
            raise ValueError(f"{_local(item['id'])}: another text stands at {start}–{end}; give the text annotated")
        name = _local(item["id"])
        found.append(
            Annotation(name, tag["value"], start, end, json.loads(facts["value"]), links.get(name, {})),
        )
    return tuple(found)


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]
