"""What a release may come in, and what is refused in one line. Every text here is invented."""

import json
import os
import socket
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import ReleaseError, analyse, load_release, markup, paths
from helpers.__main__ import main
from helpers.release.decoding import decode
from helpers.release.extraction import extract
from helpers.release.formats import format_of
from helpers.release.language_id import _is_plainly_french, language_code
from helpers.release.release import Release
from tests.documents import PAGE, TEXT, pdf, put, word


def refused(path: Path, *told: str) -> None:
    with pytest.raises(ReleaseError) as error:
        load_release(path)
    message = str(error.value)
    assert message.isprintable() and len(message) < 300, message
    assert all(word in message for word in (path.name, *told)), message


# --- encodings -----------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", ""),
        ("utf-8", "\ufeff"),
        ("utf-16-le", "\ufeff"),
        ("utf-16-be", "\ufeff"),
        ("utf-32-le", "\ufeff"),
        ("cp1252", ""),
        ("mac_roman", ""),
    ],
)
def test_a_text_is_the_same_in_every_encoding_and_with_every_line_ending(tmp_path, encoding, mark, ending):
    text = mark + TEXT.replace("\n", ending)
    path = put(tmp_path, "à lire.txt", text.encode(encoding))
    release = load_release(path)
    assert release.text == text and release.dateline.place == "MONTRÉAL" and release.issuer == "Ville"
    assert all(release.text[p.start : p.end] == p.text for p in release.paragraphs)
    assert path.read_bytes() == release.text.encode(release.encoding)


def test_latin_1_reads_as_its_letters(tmp_path):
    text = TEXT.replace("–", "-").replace("œ", "oe")
    assert load_release(put(tmp_path, "a.txt", text.encode("latin-1"))).text == text


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\xff\xfe\x00\xd8a\x00", b"\xef\xbb\xbf\xff\xfe\xfd"])
def test_a_byte_order_mark_that_lies_is_told(tmp_path, data):
    refused(put(tmp_path, "a.txt", data), "begins as UTF-", "save it as plain text in UTF-8")


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


@pytest.mark.parametrize(("name", "module"), [("pont.docx", "docx"), ("pont.pdf", "pypdf")])
def test_without_the_extra_the_error_names_the_cure(tmp_path, monkeypatch, name, module):
    path = word(tmp_path) if module == "docx" else put(tmp_path, name, pdf([(700, "Le pont")]))
    monkeypatch.setitem(sys.modules, module, None)
    refused(path, "helpers[documents]")


# --- language --------------------------------------------------------------------------------------

ENGLISH = "The city will open a new bridge in May, and all the people who live there are invited to walk on it."


GERMAN = "Die Stadt eröffnet im Mai eine neue Brücke, und alle Menschen, die dort leben, sind dazu herzlich eingeladen."


@pytest.mark.parametrize(("text", "name"), [(ENGLISH, "English"), (GERMAN, "German")])
def test_another_language_is_refused_by_name_unless_asked_for(tmp_path, capsys, text, name):
    path = put(tmp_path, "a.txt", text)
    refused(path, f"the text is {name}, not French", "--any-language")
    assert load_release(path, any_language=True).language == name[:2].lower().replace("ge", "de")
    with pytest.raises(ReleaseError):
        Release.from_text(text)
    assert main([str(path)]) == 1 and main([str(path), "--any-language"]) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Anne Roy",
        "OK",
        "Software in the Public Interest",
        "La mairesse ouvre un pont.",
        "12 345 67",
        f"{ENGLISH}\n\nLa Ville ouvre un nouveau pont en mai, et tous ceux qui vivent là sont invités à y marcher.",
        "COMMUNIQUÉ. LA VILLE OUVRE UN NOUVEAU PONT EN MAI ET TOUT LE MONDE EST INVITÉ À Y MARCHER DÈS L'AUBE.",
    ],
)
def test_short_or_mixed_texts_are_read(text):
    assert Release.from_text(text).paragraphs


FRENCH = (
    "Les élues ont été reçues avec leurs équipes par notre maire, qui est chez nous depuis dix ans. Où sont les plans? "
    "Ils sont à la mairie, mais pas sur le site, et elle dit que cette étude était dans nos dossiers pour vous."
)


def test_what_is_plainly_french_is_what_the_identifier_takes_for_french():
    from py3langid.langid import rank

    texts = [path.read_text(encoding="utf-8") for path in sorted(paths.DATA.rglob("*.txt"))] + [FRENCH]
    plain = [text for text in texts if _is_plainly_french(text)]
    assert FRENCH in plain and len(plain) > 10
    assert {rank(text)[0][0] for text in plain} == {"fr"}


def test_french_words_in_a_text_of_another_language_do_not_make_it_french(tmp_path):
    assert language_code(ENGLISH * 20 + FRENCH) == "en"
    refused(put(tmp_path, "a.txt", ENGLISH * 20 + FRENCH), "the text is English")


def test_a_plainly_french_text_does_not_wait_for_the_identifier(tmp_path):
    path = put(tmp_path, "a.txt", FRENCH)
    code = (
        "import sys; from helpers import load_release; load_release(sys.argv[1]); assert 'py3langid' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code, path]).returncode == 0


# --- bad files -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("vide.txt", b"", "empty"),
        ("blanc.txt", b" \n\t\r\n", "empty"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "a picture"),
        ("bruit.txt", bytes(range(256)) * 4, "NUL"),
        ("nul.txt", b"Un texte\x00coup\xc3\xa9.", "NUL"),
        ("carnet.ipynb", json.dumps({"cells": [], "nbformat": 4}).encode(), "a notebook"),
        ("carnet.txt", json.dumps({"cells": [], "nbformat": 4}).encode(), "a notebook"),
        ("donnees.csv", b"an,valeur\n2020,3\n", "a table"),
        ("donnees.txt", b"an,ville,valeur\n2020,Laval,3\n2021,Laval,4\n2022,Laval,5\n", "a table"),
        ("donnees.json", b'{"a": 1}', "a data file"),
        ("vieux.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
        ("riche.rtf", b"{\\rtf1 Un texte}", "a rich text file"),
        ("faux.docx", b"PK\x03\x04 rien", "damaged"),
        ("faux.pdf", b"%PDF-1.7 rien", "damaged"),
        ("casse.html", b"<html><body>\x00\x01", "NUL"),
    ],
)
def test_what_is_no_release_is_refused_in_one_line(tmp_path, name, data, told):
    refused(put(tmp_path, name, data), told)


def test_other_archives_and_tables_are_refused(tmp_path):
    for name, inside, told in (("a.docx", "lettre.txt", "an archive"), ("t.xlsx", "xl/workbook.xml", "a table")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(inside, "x")
        refused(tmp_path / name, told)


def test_a_word_file_that_unpacks_without_end_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "bombe.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 101_000_000)
    refused(tmp_path / "bombe.docx", "unpacked")


def test_a_file_of_50_mb_is_refused_unread(tmp_path):
    path = tmp_path / "grand.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    refused(path, "50,000,000 bytes")


def test_what_can_not_be_read_is_told(tmp_path, monkeypatch):
    refused(tmp_path / "nulle part.txt", "no such file")
    refused(tmp_path, "folder")
    with pytest.raises(ReleaseError, match="can't be read") as error:
        load_release(tmp_path / ("n" * 300))
    assert len(str(error.value)) < 300
    os.mkfifo(tmp_path / "tube.txt")
    refused(tmp_path / "tube.txt", "no regular file")
    path = put(tmp_path, "secret.txt", TEXT)

    def locked(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    refused(path, "Permission denied")


def test_names_that_would_turn_or_break_the_line_are_shown_on_one(tmp_path):
    path = put(tmp_path, "a\u202etxt\n.txt", b"")
    with pytest.raises(ReleaseError) as error:
        load_release(path)
    assert str(error.value).isprintable()


# --- hostile text ----------------------------------------------------------------------------------

HOSTILE = {
    "digits": "Le pont a coûté " + "7" * 5000 + " $ en tout, dit la ville.",
    "opening marks": "La ville dit : " + "« " * 400 + "oui.",
    "marks that never close": "« Le pont ouvre en mai, dit-elle. “Et il est long. \"Très long. ‹Oui.",
    "combining": "La v" + "\u0301" * 3000 + "ille dit que le pont ouvre.",
    "right to left": "« \u202eiuo\u202c », dit Anne \u2067Roy\u2069, mairesse.",
    "emoji": "« Le pont 👩‍👩‍👧‍👦 ouvre 🎉🎉 », dit Anne Roy 🏳️‍🌈, mairesse. 🇨🇦",
    "script": "« <script>alert(1)</script> & <img src=x onerror=alert(1)> », dit <b>Anne</b> \"Roy\" onclick='x'.",
    "one long line": "La ville dit que le pont ouvre en mai. " * 400,
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_texts_are_read_and_every_span_is_a_slice(name):
    release = Release.from_text(HOSTILE[name], any_language=True)
    spans_hold(release)


def test_a_line_of_1_mb_is_loaded_and_a_longer_one_refused():
    line = "La ville dit que le pont ouvre en mai. " * 25_641
    assert len(Release.from_text(line[:1_000_000]).paragraphs) == 1
    with pytest.raises(ReleaseError, match="one release a file"):
        Release.from_text(line[:1_000_000].ljust(1_000_001, "a"))


def spans_hold(release: Release) -> None:
    analysis = analyse(release)
    text = release.text
    for table in (analysis.quotes, analysis.statistics, analysis.sentences, analysis.tokens):
        for row in table.itertuples():
            assert 0 <= row.start < row.end <= len(text) and text[row.start : row.end] == row.text
    quotes = analysis.quotes
    for row in quotes.itertuples():
        p = release.paragraphs[row.paragraph]
        assert p.start <= row.start < row.end <= p.end
        for part in ("cue", "speaker"):
            start, end = getattr(row, f"{part}_start"), getattr(row, f"{part}_end")
            if getattr(row, f"{part}_text") is not None:
                assert text[start:end] == getattr(row, f"{part}_text")
    for row in analysis.statistics.itertuples():
        p = release.paragraphs[row.paragraph]
        assert p.start <= row.start < row.end <= p.end
    spans = sorted((r.start, r.end) for r in quotes.itertuples() if r.kind != "narrated")
    for n, (_, end) in enumerate(spans):
        for other, stop in spans[n + 1 :]:
            assert other >= end or stop <= end, "quotations nest or stand apart"
    Tags().feed(markup.marked_text(release, quotes).html)
    markup.table(quotes)


class Tags(HTMLParser):
    """Only what the page itself writes: no script, no image, no handler."""

    def handle_starttag(self, tag, attrs):
        listed = {"details", "summary", "table", "thead", "tbody", "tr", "th", "td"}
        assert tag in {"div", "p", "span", "u", "sup", "em", "strong", "small", "br"} | listed, tag
        assert {name for name, _ in attrs} <= {"class", "style", "title", "scope"}


def test_marks_that_turn_a_line_round_are_shown_and_no_offset_moves():
    release = Release.from_text(HOSTILE["right to left"])
    html = markup.marked_text(release, analyse(release).quotes).html
    assert "\u202e" not in html and "[RLO]</small>" in html and "[RLI]</small>" in html
    assert "\u202e" in release.text
    assert "[RLO]" in markup.table(analyse(release).quotes).html


WORDS = st.sampled_from(
    [
        *"la ville Anne Roy a déclaré que « » “ ” \" ' , . : ; – - -30- SOURCE 18,4 millions 50 % $ selon elle".split(),
        *"dit qu' l' aujourd'hui d'« (GRC) ½ un sur cinq 418-555-0199 a@b.ca OTTAWA, 4 oct. 2019 /CNW/ <b>".split(),
        *["\n", "\n\n", "\r\n", "\t", "\xa0", "\u202e", "\u0301", "👩‍👩‍👧", "À propos de", "Renseignements :"],
    ]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_of_any_text_every_span_is_a_slice_and_only_release_errors_are_raised(text):
    try:
        release = Release.from_text(text, any_language=True)
    except ReleaseError as error:
        assert "\n" not in str(error)
        return
    spans_hold(release)


@settings(max_examples=200)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.builds(
            lambda opening, rest: opening + rest,
            st.sampled_from(
                [b"%PDF-1.4\n", b"PK\x03\x04", b"<html><body><p>", b"\xff\xfe", b"\xef\xbb\xbf", b"{\\rtf"]
            ),
            st.binary(max_size=300),
        ),
    )
)
def test_any_bytes_are_read_or_refused_in_one_line(data):
    try:
        form = format_of(data, "", "a")
        if form == "text":
            decode(data, "a")
        else:
            extract(data, form, "a")
    except ReleaseError as error:
        assert str(error).isprintable()


# --- no network ------------------------------------------------------------------------------------


def test_nothing_is_fetched(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a network call")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    linked = PAGE.format(charset="utf-8").replace(
        "<main>", '<main><img src="https://img.example/a.png"><link rel="stylesheet" href="https://css.example/a.css">'
    )
    paths = [put(tmp_path, "a.html", linked), put(tmp_path, "a.txt", TEXT), word(tmp_path)]
    for path in [*paths, put(tmp_path, "a.pdf", pdf([(700, "Le pont ouvre en mai, dit la ville.")]))]:
        analysis = analyse(load_release(path))
        markup.marked_text(analysis.release, analysis.quotes)


def one_line(error: pytest.ExceptionInfo, *words: str) -> None:
    message = str(error.value)
    assert "\n" not in message and all(word in message for word in words), message


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"abc\x00def", "NUL"),
        (b"abc\x1bdef", "control character"),
        (b"\xff\xfe\x00d\xe9j\xe0", "UTF-8"),
        ("\ufeff \u00a0".encode(), "no text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path, content, told):
    path = tmp_path / "é vide.txt"
    path.write_bytes(content)
    with pytest.raises(ReleaseError) as error:
        load_release(path)
    one_line(error, "é vide.txt", told)


def test_a_missing_file_and_a_folder_are_refused_in_one_line(tmp_path):
    with pytest.raises(ReleaseError) as error:
        load_release(tmp_path / "nulle part.txt")
    one_line(error, "nulle part.txt", "no such file")
    with pytest.raises(ReleaseError) as error:
        load_release(tmp_path)
    one_line(error, "folder")
    with pytest.raises(ReleaseError) as error:
        load_release("a\x00b")
    one_line(error)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_offsets_stand_whatever_the_line_ending(tmp_path, ending):
    path = tmp_path / "a.txt"
    path.write_bytes(f"Un texte.{ending}{ending}Un « autre ».{ending}".encode())
    release = load_release(path)
    assert [p.text for p in release.paragraphs] == ["Un texte.", "Un « autre »."]
    assert [release.text[p.start : p.end] for p in release.paragraphs] == ["Un texte.", "Un « autre »."]


def test_a_text_of_no_end_is_refused_in_one_line():
    with pytest.raises(ReleaseError) as error:
        Release.from_text("mot " * 300_000, "archive.txt")
    one_line(error, "archive.txt", "1,200,000", "one release a file")
