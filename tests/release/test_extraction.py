"""Web pages, Word and PDF files: their text."""

import sys
import zipfile

import pytest

from helpers import analyse, load_release
from tests.documents import PAGE, pdf, put, refused, word


@pytest.mark.parametrize(("name", "charset"), [("page.html", "utf-8"), ("page.txt", "utf-8"), ("p.htm", "iso-8859-1")])
def test_a_web_page_gives_its_main_text(tmp_path, name, charset):
    # As browsers do: what calls itself latin-1 is cp1252.
    encoding = "utf-8" if charset == "utf-8" else "cp1252"
    release = load_release(put(tmp_path, name, PAGE.format(charset=charset).encode(encoding)))
    assert release.format == "html" and release.title.text == "Le pont ouvre en mai"
    assert release.dateline.place == "RIMOUSKI" and "mètres" in release.text
    assert [p.kind for p in release.paragraphs].count("fact") == 2
    assert release.contacts[0].email == "j.roy@sentiers.example"
    assert not any(word in release.text for word in ("Accueil", "droits", "piège", "<"))
    quotes = analyse(release).quotes
    assert [release.text[q.start : q.end] for q in quotes.itertuples()] == list(quotes["text"]) and len(quotes)


def test_a_page_without_text_is_refused(tmp_path):
    refused(put(tmp_path, "vide.html", "<html><body><script>1</script></body></html>"), "web page")


def test_a_word_file_gives_its_paragraphs_lists_and_tables(tmp_path):
    release = load_release(word(tmp_path))
    assert release.format == "docx" and release.title.text == "Le pont ouvre en mai"
    assert [p.text for p in release.paragraphs if p.kind == "bullet"] == [
        "- Il compte trois haltes ;",
        "- Il a coûté 4 M$.",
    ]
    assert "Longueur du pont\n300 mètres" in release.text and release.issuer == "Régie des sentiers"


def test_a_pdf_file_gives_its_paragraphs(tmp_path):
    pytest.importorskip("pypdf")
    lines = [
        (780, "Le pont ouvre en mai"),
        (740, "RIMOUSKI, le 3 mai 2021 – La Régie des sentiers ouvre ce lundi"),
        (726, "un pont de 300 mètres, qui relie la gare au fleuve, et que tous"),
        (712, "les piétons de la ville pourront emprunter à toute heure."),
        (680, "« Il est à vous », déclare la directrice, Jeanne Roy."),
        (640, "SOURCE Régie des sentiers"),
    ]
    release = load_release(put(tmp_path, "pont.pdf", pdf(lines)))
    assert release.format == "pdf" and release.title.text == "Le pont ouvre en mai"
    assert [p.kind for p in release.paragraphs] == ["title", "lead", "body", "source"]


def test_a_pdf_file_without_text_is_refused(tmp_path):
    pytest.importorskip("pypdf")
    refused(put(tmp_path, "scan.pdf", pdf([])), "PDF", "text recognition")


def test_without_the_extra_the_error_names_the_cure(tmp_path, monkeypatch):
    path = put(tmp_path, "pont.pdf", pdf([(700, "Le pont")]))
    monkeypatch.setitem(sys.modules, "pypdf", None)
    refused(path, "helpers[documents]")


def test_a_word_file_that_unpacks_without_end_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "bombe.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 101_000_000)
    refused(tmp_path / "bombe.docx", "unpacked")
