"""TEI: text, offsets and facts come back, and the elements are used as TEI asks."""

import re
from xml.etree import ElementTree

from hypothesis import given

from helpers.export import formats
from helpers.export.annotations import Annotated, Annotation
from helpers.export.formats import tei
from tests.annotations import readings

TEI = f"{{{tei.TEI}}}"


ID = "{http://www.w3.org/XML/1998/namespace}id"


@given(readings())
def test_any_annotations_come_back_from_tei_through_bytes(reading):
    document = tei.dump(reading).encode("utf-8")
    assert tei.load(document.decode("utf-8")) == (reading.text, reading.annotations)
    sound(document)


def sound(document: bytes) -> ElementTree.Element:
    """Checks what TEI asks of the elements used here; the root."""
    root = ElementTree.fromstring(document)
    assert root.tag == f"{TEI}TEI"
    assert [e.tag.removeprefix(TEI) for e in root if e.tag != f"{TEI}standOff"] == ["teiHeader", "text"]
    description = [e.tag.removeprefix(TEI) for e in root.find(f"{TEI}teiHeader/{TEI}fileDesc")]
    assert description == ["titleStmt", "publicationStmt", "sourceDesc"]
    ids = [e.get(ID) for e in root.iter() if e.get(ID)]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z][\w.-]*", name, re.ASCII) for name in ids)
    pointers = [e.get(a) for e in root.iter() for a in ("who", "corresp", "fVal", "next", "prev", "ref") if e.get(a)]
    assert {p.removeprefix("#") for p in pointers} <= set(ids)
    body = root.find(f"{TEI}text/{TEI}body")
    assert {e.tag for e in body} <= {f"{TEI}p", f"{TEI}ab"} and len(body)
    assert not (body.text or "").strip() and not any((e.tail or "").strip() for e in body)
    for name in ("num", "measure", "date", "rs", "seg"):  # phrases: no speech in them
        assert not [e for e in body.iter(f"{TEI}{name}") if e.find(f".//{TEI}said") is not None]
    for piece in body.iter():
        if piece.get("next"):
            (following,) = [e for e in body.iter() if f"#{e.get(ID)}" == piece.get("next")]
            assert following.tag == piece.tag and following.get("prev") == f"#{piece.get(ID)}"
    return root


def test_tei_says_who_speaks_and_what_numbers_are_worth(analysis):
    root = sound(tei.dump(formats.annotate(analysis)).encode())
    names = {e.get(ID): e.text for e in root.iter(f"{TEI}name")}
    direct = [e for e in root.iter(f"{TEI}said") if e.get("direct") == "true"]
    assert [names[e.get("who").removeprefix("#")] for e in direct] == ["Marie-Claude Arsenault"] * 4
    assert direct[0].text.startswith("Le VGT est")
    assert [(e.text, e.get("value")) for e in root.iter(f"{TEI}num")] == [
        ("18,4 millions", "18400000"),
        ("10,2 millions", "10200000"),
    ]
    assert root.find(f".//{TEI}sourceDesc//{TEI}date").get("when") == "2019-10-04"


def test_tei_cuts_what_crosses_and_tells_what_xml_forbids():
    text = "ab cd\fef\r\ngh"
    one, other = Annotation("quotation-1", "quotation", 0, 7), Annotation("statistic-1", "statistic", 3, 11)
    release = dict.fromkeys(("title", "source", "place", "date")) | {
        "name": "x", "sha256": "", "language": "fr", "paragraphs": [{"start": 0, "end": 8, "kind": "body"}],
    }  # fmt: skip
    document = tei.dump(Annotated(text, release, (one, other)))
    assert (
        '<p><said direct="false" xml:id="quotation-1">ab '
        '<num xml:id="statistic-1" next="#statistic-1.2">cd<g ref="#u000C"/>e</num></said>'
        '<num xml:id="statistic-1.2" prev="#statistic-1" next="#statistic-1.3">f</num></p>'
        '<ab type="between"><num xml:id="statistic-1.3" prev="#statistic-1.2">&#13;\ng</num>h</ab>'
    ) in document
    assert tei.load(document) == (text, (one, other))
