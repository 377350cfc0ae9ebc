"""Word files: all words that a reader sees, within bounds. Texts are invented; files are made by hand."""

import io
import zipfile

import pytest

from helpers import ReleaseError
from helpers.release.extracted import Extracted
from helpers.release.extraction import extract
from helpers.release.release import Release

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLES = (
    '<w:style w:styleId="Citation"><w:name w:val="Quote"/></w:style>'
    '<w:style w:styleId="Extrait"><w:name w:val="Extrait"/><w:basedOn w:val="Citation"/></w:style>'
    '<w:style w:styleId="Puces"><w:name w:val="Puces"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Titre"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr>'
    '<w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rond"/></w:style>'
)


def word(body: str, namespace: str = W, part: str = "word/document.xml", **others: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, f"<w:document {namespace} {MORE}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", f"<w:styles {namespace}>{STYLES}</w:styles>")
        for name, content in others.items():
            archive.writestr(f"word/{name}.xml", f"<w:hdr {W}>{content}</w:hdr>")
    return out.getvalue()


def read(body: str, **options: str) -> Extracted:
    return extract(word(body, **options), "docx", "a.docx")


def p(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
AFTER = r("La digue ") + "{}" + r(" tient.")
TENT = "La digue bleue tient."


@pytest.mark.parametrize(
    "inside",
    [
        "<w:smartTag>" + r("bleue") + "</w:smartTag>",
        "<w:customXml><w:smartTag>" + r("bleue") + "</w:smartTag></w:customXml>",
        "<w:sdt><w:sdtPr/><w:sdtContent>" + r("bleue") + "</w:sdtContent></w:sdt>",
        "<w:ins>" + r("bleue") + "</w:ins><w:del><w:r><w:delText>verte</w:delText></w:r></w:del>",
        "<w:moveTo>" + r("bleue") + "</w:moveTo><w:moveFrom>" + r("verte") + "</w:moveFrom>",
        "<w:hyperlink>" + r("bleue") + "</w:hyperlink>",
        '<w:fldSimple w:instr="X">' + r("bleue") + "</w:fldSimple>",
        FIELD.format("begin") + "<w:r><w:instrText>X</w:instrText></w:r>" + r("verte") + FIELD.format("separate")
        + r("bleue") + FIELD.format("end"),
        r("bleue") + r("verte", "<w:vanish/>"),
        r("bleue", '<w:vanish w:val="0"/>'),
        "<m:oMath><m:r><m:t>bleue</m:t></m:r></m:oMath>",
        "<w:dir><w:bdo>" + r("bleue") + "</w:bdo></w:dir>",
        r("bleue") + r("[1]", '<w:vertAlign w:val="superscript"/>'),
        "<w:r><w:drawing><a:t>verte</a:t></w:drawing></w:r>" + r("bleue"),
        "<w:ruby><w:rt>" + r("verte") + "</w:rt><w:rubyBase>" + r("bleue") + "</w:rubyBase></w:ruby>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("namespace", [W, STRICT])
def test_the_words_of_a_paragraph_are_those_that_a_reader_sees(inside, namespace):
    assert read(p(AFTER.format(inside)), namespace=namespace).text == TENT


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:sdt><w:sdtContent>" + p(r("Un.")) + "</w:sdtContent></w:sdt>" + p(r("Deux.")), "Un.\n\nDeux."),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p(r("Cliquez.")) + "</w:sdtContent></w:sdt>"
         + p(r("Un.")), "Un."),
        (p(r("Un ")) .replace("<w:pPr>", "<w:pPr><w:rPr><w:del/></w:rPr>") + p(r("pont.")), "Un pont."),
        ("<w:tbl><w:tr><w:tc>" + p(r("Long")) + "</w:tc><w:tc>" + p(r("3 m")) + "</w:tc></w:tr></w:tbl>", "Long\n3 m"),
        ("<w:tbl><w:tr><w:tc>" + p(r("Un.")) + p(r("Deux.")) + "</w:tc></w:tr></w:tbl>", "Un.\n\nDeux."),
        ("<w:tbl><w:tr><w:tc>" + p(r("Un.")) + "<w:tbl><w:tr><w:tc>" + p(r("Deux.")) + "</w:tc></w:tr></w:tbl>"
         "</w:tc></w:tr></w:tbl>", "Un.\n\nDeux."),
        ("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p(r("Un.")) + "</w:tc></w:tr></w:tbl>" + p(r("Deux.")),
         "Deux."),
        (p(r("Un.") + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + p(r("Boîte.")) + "</w:txbxContent>"
           "</mc:Choice><mc:Fallback><w:txbxContent>" + p(r("Boîte.")) + "</w:txbxContent></mc:Fallback>"
           "</mc:AlternateContent></w:r>" + r(" Deux.")), "Un. Deux.\n\nBoîte."),
        (p("<w:r><w:t>Un</w:t><w:br/><w:t>deux</w:t><w:noBreakHyphen/><w:t>trois.</w:t></w:r>"), "Un\ndeux‑trois."),
        (p(r("Un."), '<w:pStyle w:val="Puces"/>') + p(r("Deux"), '<w:pStyle w:val="Titre"/>'), "- Un.\n\nDeux"),
        (p(r("Un."), '<w:pStyle w:val="Puces"/><w:numPr><w:numId w:val="0"/></w:numPr>'), "Un."),
        (p(r("Un."), '<w:pStyle w:val="Rond"/><w:tabs><w:tab/></w:tabs>'), "Un."),
    ],
)  # fmt: skip
def test_paragraphs_stand_in_the_order_of_the_document(body, text):
    assert read(body).text == text


def test_the_part_with_the_body_may_have_a_number():
    release = Release.from_bytes(word(p(r("La digue tient.")), part="word/document2.xml"), "a.docx", any_language=True)
    assert release.text == "La digue tient."


@pytest.mark.parametrize("style", ["Citation", "Extrait"])
def test_a_style_for_quotations_sets_out_its_paragraphs(style):
    quoted = f'<w:pStyle w:val="{style}"/>'
    found = read(p(r("Nora Le Gall a déclaré, devant les marins :")) + p(r("Un."), quoted) + p(r("Deux."), quoted))
    assert [found.text[start:end] for start, end in found.set_out] == ["Un.\n\nDeux."]


def test_what_is_left_out_is_told_in_one_line():
    notes = '<w:r><w:footnoteReference w:id="2"/></w:r>' * 2 + "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    found = read(p(r("La digue tient.") + notes), header1="<w:p><w:r><w:t>Régie</w:t></w:r></w:p>")
    assert found.notes == ("left out: deleted words (1), footnotes (2), headers and footers",)
    assert not read(p(r("La digue tient.")), header1="<w:p/>").notes


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (word("<w:p/>" * 600_000), "elements"),
        (word(p(r("a" * 9_000_000)) * 3), "unpacked"),
        (word("<w:sdt>" * 5000), "damaged"),
    ],
)
def test_a_file_beyond_all_bounds_is_refused_in_one_line(data, told):
    with pytest.raises(ReleaseError, match=told) as error:
        Release.from_bytes(data, "a.docx")
    assert str(error.value).isprintable() and "a.docx" in str(error.value)


def test_a_cell_over_a_hundred_million_columns_is_one_cell():
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr>' + p(r("Un.")) + "</w:tc>"
    assert read(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>").text == "Un."


def test_entities_of_its_own_are_not_unfolded():
    body = word(p(r("La digue tient.")))
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        document = archive.read("word/document.xml").decode()
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", bomb + document.replace("tient", "&b;"))
    assert "aaaa" not in extract(out.getvalue(), "docx", "a").text
