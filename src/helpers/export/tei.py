"""Annotations ↔ TEI P5: the text with ``said``, ``num`` and ``measure`` in place, what is known of them beside it.

The body holds every character of the release, in paragraphs (``p``, or ``ab`` for the parts that are no prose, and
for what stands between paragraphs), so that the text of the body is the text of the release. XML elements nest,
annotations may cross: where they do, one is cut into pieces joined by ``next`` and ``prev``, always the one inside
by the order of ``_rank``. Facts are feature structures in ``standOff``, each pointing to the first piece. Characters
that XML forbids are ``g`` elements, described in the header.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from helpers.export.annotations import Annotated, Annotation, Fact
from helpers.text.escapes import in_xml

TEI = "http://www.tei-c.org/ns/1.0"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_PROSE = ("lead", "body")


def dump(reading: Annotated) -> str:
    """A TEI document."""
    speakers = _speakers(reading.annotations)
    return in_xml(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TEI xmlns="{TEI}">\n'
        f"{_header(reading, speakers)}"
        f"{_stand_off(reading.annotations)}"
        f'<text xml:lang="{_attribute(reading.release["language"])}">\n'
        f"<body>{_body(reading, speakers)}</body>\n</text>\n"
        "</TEI>\n"
    )


def load(document: str) -> tuple[str, tuple[Annotation, ...]]:
    """The text and its annotations of what ``dump`` wrote.

    Raises:
        ElementTree.ParseError: the document is no XML.
    """
    root = ElementTree.fromstring(document)
    characters = {
        char.get(_XML_ID): chr(int(char.find(_tag("localProp")).get("value").removeprefix("U+"), 16))
        for char in root.iter(_tag("char"))
    }
    pieces: list[str] = []
    spans: dict[str, tuple[int, int]] = {}
    at = 0

    def add(piece: str | None) -> None:
        nonlocal at
        pieces.append(piece or "")
        at += len(piece or "")

    def walk(element: ElementTree.Element) -> None:
        start = at
        add(_string(element.get("ref", "").removeprefix("#"), characters) if element.tag == _tag("g") else element.text)
        for child in element:
            walk(child)
            add(child.tail)
        if element.get(_XML_ID):
            name = element.get(_XML_ID, "").partition(".")[0]
            spans[name] = spans.get(name, (start, at))[0], at

    for part in root.find(f".//{_tag('body')}"):
        walk(part)
    return "".join(pieces), tuple(
        _annotation(fs, spans, characters) for fs in root.iterfind(f"{_tag('standOff')}/{_tag('fs')}")
    )


# --- writing -----------------------------------------------------------------------------------


def _content(text: str) -> str:
    """Text as the content of an element; a carriage return by number, or XML would make it a line feed."""
    return _FORBIDDEN.sub(lambda m: f'<g ref="#{_character(m[0])}"/>', escape(text, {"\r": "&#13;"}))


def _attribute(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text), {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def _character(character: str) -> str:
    return f"u{ord(character):04X}"


def _element(name: str, content: str, **attributes: str | None) -> str:
    told = "".join(f' {key.replace("_", ":")}="{_attribute(v)}"' for key, v in attributes.items() if v is not None)
    return f"<{name}{told}>{content}</{name}>"


def _header(reading: Annotated, speakers: Mapping[str, str]) -> str:
    release = reading.release
    title = release["title"]["text"] if release["title"] else release["name"]
    date = release["date"]
    bibl = [
        _element("title", _content(title)),
        *([_element("publisher", _content(release["source"]))] if release["source"] else []),
        *([_element("pubPlace", _content(release["place"]))] if release["place"] else []),
        *([_element("date", _content(date), when=date)] if date else []),
        _element("idno", _content(release["name"]), type="file"),
        _element("idno", release["sha256"], type="sha256"),
    ]
    forbidden = sorted(set(_FORBIDDEN.findall(reading.text + "".join(_strings(reading)))))
    characters = "".join(
        f'<char xml:id="{_character(c)}"><localProp name="code-point" value="U+{ord(c):04X}"/></char>'
        for c in forbidden
    )
    # Persons, bodies and documents alike: who is which, a name alone does not tell.
    sources = ", ".join(_element("name", _content(name), xml_id=i) for name, i in speakers.items())
    return (
        "<teiHeader>\n<fileDesc>\n"
        f"<titleStmt><title>{_content(title)}</title></titleStmt>\n"
        "<publicationStmt><p>An annotated copy; the rights in the text are its issuer's.</p></publicationStmt>\n"
        f"<sourceDesc><bibl>{''.join(bibl)}</bibl></sourceDesc>\n</fileDesc>\n"
        "<encodingDesc>\n"
        "<projectDesc><p>Annotated by rule; facts, rule and confidence stand in standOff.</p></projectDesc>\n"
        f"{f'<charDecl>{characters}</charDecl>' if characters else ''}</encodingDesc>\n"
        f"<profileDesc>\n<langUsage>{_element('language', '', ident=release['language'])}</langUsage>\n"
        f"{f'<particDesc><p>Sources: {sources}</p></particDesc>' if sources else ''}</profileDesc>\n"
        "</teiHeader>\n"
    )


def _strings(reading: Annotated) -> Iterator[str]:
    """Every string that goes into the document beside the text."""
    release = reading.release
    yield from (str(release[name]) for name in ("name", "source", "place", "date"))
    yield release["title"]["text"] if release["title"] else ""
    yield from (value for a in reading.annotations for value in a.facts.values() if isinstance(value, str))


def _speakers(annotations: Sequence[Annotation]) -> dict[str, str]:
    """An id for each source that has a name, persons and bodies alike."""
    names = dict.fromkeys(a.facts["speaker_name"] for a in annotations if a.facts.get("speaker_name"))
    return {str(name): f"speaker-{number}" for number, name in enumerate(names, 1)}


def _stand_off(annotations: Sequence[Annotation]) -> str:
    """What is known of the annotations; nothing where there are none, since the element may not be empty."""
    return f"<standOff>\n{''.join(map(_structure, annotations))}</standOff>\n" if annotations else ""


def _structure(annotation: Annotation) -> str:
    """What is known of an annotation, and what it has to do with others."""
    features = [f'<f name="{name}">{_feature(value)}</f>' for name, value in annotation.facts.items()]
    features += [f'<f name="{role}" fVal="#{other}"/>' for role, other in annotation.links.items()]
    return _element("fs", "".join(features), type=annotation.label, corresp=f"#{annotation.id}") + "\n"


def _feature(value: Fact) -> str:
    if isinstance(value, bool):
        return f'<binary value="{str(value).lower()}"/>'
    if isinstance(value, int | float):
        return f'<numeric value="{value!r}"/>'
    return f"<string>{_content(value)}</string>"


def _rank(annotation: Annotation) -> tuple[bool, int, int]:
    """Which of two that overlap is outside: speech first, since no number may hold speech; then the earlier, longer."""
    return annotation.label != "quotation", annotation.start, -annotation.end


def _body(reading: Annotated, speakers: Mapping[str, str]) -> str:
    ordered = sorted(reading.annotations, key=_rank)
    pieces_of: dict[str, list[int]] = {a.id: [] for a in ordered}  # where each piece begins
    blocks = list(_blocks(len(reading.text), reading.release["paragraphs"]))
    stretches = [list(_stretches(start, end, ordered)) for start, end, _ in blocks]
    for stretch in stretches:
        before: list[Annotation] = []
        for start, _, around in stretch:
            kept = _in_common(before, around)
            for annotation in around[kept:]:
                pieces_of[annotation.id].append(start)
            before = around
    out = []
    for (_, _, kind), stretch in zip(blocks, stretches, strict=True):
        content = "".join(_woven(reading.text, stretch, pieces_of, speakers))
        out.append(_element("p", content) if kind in _PROSE else _element("ab", content, type=kind))
    return "".join(out)


def _blocks(length: int, paragraphs: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, int, str]]:
    """The whole text in paragraphs and what stands between them."""
    at = 0
    for paragraph in sorted(paragraphs, key=lambda p: p["start"]):
        if at < paragraph["start"]:
            yield at, paragraph["start"], "between"
        start, at = max(at, paragraph["start"]), max(at, paragraph["end"])
        if start < at:
            yield start, at, paragraph["kind"]
    if at < length:
        yield at, length, "between"


def _stretches(start: int, end: int, ordered: Sequence[Annotation]) -> Iterator[tuple[int, int, list[Annotation]]]:
    """A block cut wherever an annotation begins or ends, each stretch with those around it, the outermost first."""
    inside = [a for a in ordered if a.start < end and start < a.end]
    cuts = {start, end} | {at for a in inside for at in (a.start, a.end) if start < at < end}
    for one, other in pairwise(sorted(cuts)):
        yield one, other, [a for a in inside if a.start <= one and other <= a.end]


def _in_common(one: Sequence[Annotation], other: Sequence[Annotation]) -> int:
    """How many elements stay open from one stretch to the next."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a is not b), min(len(one), len(other)))


def _woven(
    text: str,
    stretches: Sequence[tuple[int, int, list[Annotation]]],
    pieces_of: Mapping[str, list[int]],
    speakers: Mapping[str, str],
) -> Iterator[str]:
    before: list[Annotation] = []
    for start, end, around in [*stretches, (0, 0, [])]:
        kept = _in_common(before, around)
        yield from (f"</{_named(a)[0]}>" for a in reversed(before[kept:]))
        for annotation in around[kept:]:
            name, attributes = _named(annotation, speakers)
            number = pieces_of[annotation.id].index(start)
            attributes |= _joined(annotation.id, number, len(pieces_of[annotation.id]))
            yield _element(name, "", **attributes).removesuffix(f"</{name}>")
        yield _content(text[start:end])
        before = around


def _joined(name: str, number: int, count: int) -> dict[str, str | None]:
    """The id of a piece, and those of the pieces before and behind it."""
    ids = [name, *(f"{name}.{n}" for n in range(2, count + 1))]
    return {
        "xml_id": ids[number],
        "prev": f"#{ids[number - 1]}" if number else None,
        "next": f"#{ids[number + 1]}" if number + 1 < count else None,
    }


def _named(annotation: Annotation, speakers: Mapping[str, str] | None = None) -> tuple[str, dict[str, str | None]]:
    """The element that stands for an annotation, and what its attributes say."""
    facts = annotation.facts
    match annotation.label:
        case "quotation":
            who = (speakers or {}).get(str(facts.get("speaker_name")))
            direct = {"direct": "true", "mixed": "unknown"}.get(str(facts.get("kind")), "false")
            return "said", {"who": f"#{who}" if who else None, "direct": direct}
        case "statistic":
            value, unit = facts.get("value"), facts.get("unit")
            printed = None if value is None else repr(value)
            return ("measure", {"quantity": printed, "unit": str(unit)}) if unit else ("num", {"value": printed})
        case "period":
            date = str(facts.get("period"))
            return "date", {"when": date if _DATE.fullmatch(date) else None}
        case "source" | "place" | "holder" | "recipient" | "agent":
            return "rs", {"type": annotation.label}
        case _:
            return "seg", {"type": annotation.label}


# --- reading -----------------------------------------------------------------------------------


def _tag(name: str) -> str:
    return f"{{{TEI}}}{name}"


def _string(name: str, characters: Mapping[str | None, str]) -> str:
    return characters[name]


def _annotation(
    fs: ElementTree.Element, spans: Mapping[str, tuple[int, int]], characters: Mapping[str | None, str]
) -> Annotation:
    name = fs.get("corresp", "").removeprefix("#")
    facts: dict[str, Fact] = {}
    links: dict[str, str] = {}
    for feature in fs:
        if feature.get("fVal"):
            links[feature.get("name", "")] = feature.get("fVal", "").removeprefix("#")
        else:
            facts[feature.get("name", "")] = _fact(feature[0], characters)
    return Annotation(name, fs.get("type", ""), *spans[name], facts, links)


def _fact(element: ElementTree.Element, characters: Mapping[str | None, str]) -> Fact:
    value = element.get("value", "")
    if element.tag == _tag("binary"):
        return value == "true"
    if element.tag == _tag("numeric"):
        return float(value) if re.search("[.en]", value) else int(value)
    parts = [element.text or ""]
    for g in element:
        parts += [characters[g.get("ref", "").removeprefix("#")], g.tail or ""]
    return "".join(parts)
