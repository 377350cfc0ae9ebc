"""The formats that other tools read: text, offsets and facts come back from each as they went in."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import Release, analyse, load_release, paths
from helpers.__main__ import main
from helpers.export import formats
from helpers.export import json as export
from helpers.export.annotations import Annotated, Annotation, number
from helpers.export.formats import brat, tables, tei, web_annotation

TEI = f"{{{tei.TEI}}}"
ID = "{http://www.w3.org/XML/1998/namespace}id"

# Invented: a number in a quotation, a quotation over two lines, characters of two units, combining marks, markup,
# CRLF, a form feed.
CROOKED = (
    "LAC-CLAIR, le 3 mai 2021 /CNW/ - <b>Un</b> & un pont \U0001f309.\r\n\r\n"
    "« Le pont cou\u0302te 12 M$, et « c'est\fassez » pour\r\n50 % des & gens 👩‍🚒 », de\u0301clare Anne Roy.\r\n\r\n"
    "Selon la Ville, 300 personnes sont venues en 2020.\r\n"
)


def texts() -> list[str]:
    return ["crooked", paths.RELEASE.name, *sorted(p.name for p in paths.EXAMPLES.glob("*.txt"))]


@pytest.fixture(scope="module")
def analyses():
    """Each text read once, however many formats it is written in."""
    read = {}

    def of(name):
        if name not in read:
            path = paths.RELEASE if name == paths.RELEASE.name else paths.EXAMPLES / name
            read[name] = analyse(Release.from_text(CROOKED) if name == "crooked" else load_release(path))
        return read[name]

    return of


@pytest.mark.parametrize("name", texts())
def test_text_and_offsets_come_back_from_every_format(name, analyses):
    analysis = analyses(name)
    reading = formats.of(analysis)
    text = analysis.release.text
    quotes = {(row.start, row.end) for row in analysis.quotes.itertuples()}
    assert {(a.start, a.end) for a in reading.annotations if a.label == "quotation"} == quotes

    assert web_annotation.load(web_annotation.dump(reading), text) == reading.annotations
    assert tei.load(tei.dump(reading)) == (text, reading.annotations)
    assert brat.dump(reading)[0] == text
    assert brat.load(*brat.dump(reading)) == reading.annotations
    for written, rows in zip(
        formats.FORMATS["csv"].write(analysis), (export.rows(analysis.quotes), export.statistics(analysis)), strict=True
    ):
        assert tables.load(written) == rows
    for row in json.loads(formats.FORMATS["json"].write(analysis)[0])["quotes"]:
        assert text[row["start"] : row["end"]] == row["text"]


def test_the_crooked_text_has_what_it_is_there_for(analyses):
    reading = formats.of(analyses("crooked"))
    spans = [(a.start, a.end) for a in reading.annotations if a.label == "quotation"]
    assert any("\f" in CROOKED[start:end] for start, end in spans)
    assert any("\U0001f309" in CROOKED[:start] and "\u0302" in CROOKED[start:end] for start, end in spans)
    assert {a.facts.get("value") for a in reading.annotations if a.label == "statistic"} == {12_000_000, 50, 300}


# --- any text, any spans -----------------------------------------------------------------------

LABELS = ("quotation", "cue", "source", "statistic", "counted", "period", "place", "agent")
ODD = "\r\n\t\v\f\x1c\x1f\x85\xa0\u0301\u2028\u202e\ufeff\ufffe\uffff\U0001f309\U0001fffe<>&\"']]>=+-@|(#;"
STRINGS = st.text(st.one_of(st.sampled_from(ODD), st.characters(codec="utf-8", exclude_characters="\0")), max_size=40)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("kind", "class", "period", "speaker_name"), STRINGS),
        "unit": st.sampled_from(("%", "CAD", "km²")),
        "value": NUMBERS,
        "immediate": st.booleans(),
    },
)
EDGE = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"


@st.composite
def readings(draw) -> Annotated:
    """Any text in any paragraphs with any spans: nested, crossing, over line ends."""
    text = draw(STRINGS.filter(bool))
    place = st.integers(0, len(text))
    drawn = draw(st.lists(st.tuples(st.sampled_from(LABELS), place, place), max_size=8, unique=True))
    spans = [(label, start, end) for label, start, end in drawn if start < end]
    ids = list(number(spans))
    annotations = []
    for name, span in zip(ids, spans, strict=True):
        links = draw(st.dictionaries(st.sampled_from(("cue", "source", "continues")), st.sampled_from(ids), max_size=2))
        annotations.append(Annotation(name, *span, draw(FACTS), links))
    cuts = sorted(set(draw(st.lists(place, max_size=6))))
    paragraphs = [
        {"start": start, "end": end, "kind": draw(st.sampled_from(("lead", "body", "title")))}
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    release = {
        "name": draw(STRINGS), "sha256": "0f" * 32, "format": "text", "language": "fr", "paragraphs": paragraphs,
        "title": draw(st.none() | st.builds(lambda t: {"text": t}, STRINGS)), "source": draw(st.none() | STRINGS),
        "place": None, "date": None,
    }  # fmt: skip
    return Annotated(text, release, tuple(annotations))


@given(readings())
def test_any_annotations_come_back_from_json_ld(reading):
    assert web_annotation.load(web_annotation.dump(reading), reading.text) == reading.annotations


@given(readings())
def test_any_annotations_come_back_from_tei_through_bytes(reading):
    document = tei.dump(reading).encode("utf-8")
    assert tei.load(document.decode("utf-8")) == (reading.text, reading.annotations)
    sound(document)


@given(readings())
def test_any_annotations_come_back_from_brat(reading):
    # A line of an .ann file holds no line end: what begins or ends with one is told without it.
    kept = [a for a in reading.annotations if reading.text[a.start] not in EDGE and reading.text[a.end - 1] not in EDGE]
    new = dict(zip((a.id for a in kept), number((a.label, a.start, a.end) for a in kept), strict=True))
    kept = tuple(
        replace(a, id=new[a.id], links={role: new[other] for role, other in a.links.items() if other in new})
        for a in kept
    )
    text, annotations = brat.dump(replace(reading, annotations=kept))
    assert text == reading.text and brat.load(text, annotations) == kept
    assert annotations.splitlines() == annotations.split("\n")[:-1]


@given(st.lists(st.fixed_dictionaries({"start": st.integers(), "text": STRINGS.filter(bool), "kind": st.none()})))
def test_any_rows_come_back_from_csv(rows):
    assert tables.load(tables.dump(("start", "text", "kind"), rows)) == rows


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "\t=1", "'=1"])
def test_no_cell_of_a_csv_is_computed_by_a_spreadsheet(text):
    written = tables.dump(("text",), [{"text": text}])
    assert written.split("\r\n")[1].strip('"').startswith("'")
    assert tables.load(written) == [{"text": text}]


@pytest.mark.parametrize("text", ["-5 %", "+12,5 points", "l'été", "« = »", "'Oui'"])
def test_numbers_and_words_stand_in_csv_as_they_are(text):
    assert tables.dump(("text",), [{"text": text}]).splitlines()[1].strip('"') == text


# --- what each format asks ---------------------------------------------------------------------


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


def test_tei_says_who_speaks_and_what_numbers_are_worth(analyses):
    root = sound(tei.dump(formats.of(analyses(paths.RELEASE.name))).encode())
    names = {e.get(ID): e.text for e in root.iter(f"{TEI}name")}
    direct = [e for e in root.iter(f"{TEI}said") if e.get("direct") == "true"]
    assert [names[e.get("who").removeprefix("#")] for e in direct] == ["Marie-Claude Arsenault"] * 4
    assert direct[0].text.startswith("Le VGT est")
    assert [(e.text, e.get("value")) for e in root.iter(f"{TEI}num")] == [
        ("18,4 millions", "18400000"),
        ("10,2 millions", "10200000"),
    ]
    assert root.find(f".//{TEI}sourceDesc//{TEI}date").get("when") == "2019-10-04"


def test_tei_cuts_what_crosses_and_tells_what_xml_forbids(analyses):
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


def test_web_annotations_keep_to_the_data_model(analyses):
    text = analyses("crooked").release.text
    collection = json.loads(web_annotation.dump(formats.of(analyses("crooked"))))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert page["type"] == "AnnotationPage" and len(page["items"]) == collection["total"]
    ids = [item["id"] for item in page["items"]]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"ni:///sha-256;[\w-]{43}#[\w.-]+", i) for i in ids)
    assert {item["motivation"] for item in page["items"]} == {"describing", "linking"}
    for item in page["items"]:
        assert item["type"] == "Annotation"
        if item["motivation"] == "linking":
            assert {item["target"], item["body"][1]["source"]} <= set(ids)
            continue
        position, quote = item["target"]["selector"]
        assert position["type"] == "TextPositionSelector" and quote["type"] == "TextQuoteSelector"
        start, end = position["start"], position["end"]
        assert (quote["exact"], quote["prefix"], quote["suffix"]) == (
            text[start:end],
            text[max(0, start - 32) : start],
            text[end : end + 32],
        )


def test_brat_tells_a_span_with_a_break_in_two_pieces(analyses):
    _, annotations = brat.dump(formats.of(analyses("crooked")))
    line = next(line for line in annotations.splitlines() if line.startswith("T1\t"))
    _, where, words = line.split("\t")
    assert where.startswith("Quotation ") and where.count(";") == 1 and "« c'est assez »" in words  # the form feed
    assert re.search(r"^R\d+\tSource Arg1:T1 Arg2:T\d+$", annotations, re.MULTILINE)
    assert re.search(r"^A\d+\tKind T1 direct$", annotations, re.MULTILINE)


@pytest.mark.parametrize("module", [web_annotation, brat])
def test_annotations_of_another_text_are_refused(module, analyses):
    reading = formats.of(analyses(paths.RELEASE.name))
    other = f"x{reading.text}"
    with pytest.raises(ValueError, match="another text"):
        if module is brat:
            brat.load(other, brat.dump(reading)[1])
        else:
            web_annotation.load(web_annotation.dump(reading), other)


# --- the command line --------------------------------------------------------------------------

PHRASE = "Selon la police, « la foule s'est dispersée ».\r\n"


@pytest.mark.parametrize("name", formats.FORMATS)
def test_each_format_is_written_beside_the_others(name, tmp_path):
    path = tmp_path / "un été.txt"
    path.write_text(PHRASE, encoding="cp1252", newline="")
    out = tmp_path / "out"
    assert main([str(path), "--format", name, "--output-dir", str(out)]) == 0
    assert sorted(p.name for p in out.iterdir()) == sorted(f"un été{s}" for s in formats.FORMATS[name].suffixes)
    if name == "brat":
        assert (out / "un été.txt").read_bytes() == PHRASE.encode("utf-8")


@pytest.mark.parametrize("name", ["jsonld", "tei"])
def test_a_format_of_one_file_is_printed(name, capsys):
    assert main([str(paths.RELEASE), "--format", name]) == 0
    assert "Marie-Claude Arsenault" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["brat", "csv"])
def test_a_format_of_two_files_needs_a_folder(name, capsys):
    with pytest.raises(SystemExit) as stop:
        main([str(paths.RELEASE), "--format", name])
    said = capsys.readouterr()
    assert stop.value.code == 2 and "--output-dir" in said.err and said.out == ""


def test_a_release_is_never_written_over(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(PHRASE, encoding="cp1252", newline="")
    with pytest.raises(SystemExit) as stop:
        main([str(path), "--format", "brat", "--output-dir", str(tmp_path)])
    assert stop.value.code == 2 and "a.txt: would be written over" in capsys.readouterr().err
    assert path.read_bytes() == PHRASE.encode("cp1252") and [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_two_files_are_written_both_or_neither(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(PHRASE, encoding="utf-8", newline="")
    out = tmp_path / "out"
    (out / "a.ann").mkdir(parents=True)
    (out / "a.txt").write_text("before", encoding="utf-8")
    assert main([str(path), "--format", "brat", "--output-dir", str(out)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert sorted(p.name for p in out.iterdir()) == ["a.ann", "a.txt"]
    assert (out / "a.txt").read_text(encoding="utf-8") == "before"
    (out / "a.ann").rmdir()
    assert main([str(path), "--format", "brat", "--output-dir", str(out)]) == 0
    assert sorted(p.name for p in out.iterdir()) == ["a.ann", "a.txt"]
    assert (out / "a.txt").read_bytes() == PHRASE.encode()
