"""Files: which are read, and what is refused in one line. Every text here is invented."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import ReleaseError, load_release
from helpers.release.decoding import decode
from helpers.release.extraction import extract
from helpers.release.formats import format_of
from helpers.release.release import Release
from tests.documents import TEXT, one_line, put, refused

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
        ("commentaires.txt", b"<!---->" * 40 + b"<html><script>1</script></html>", "web page"),
    ],
)
def test_what_is_no_release_is_refused_in_one_line(tmp_path, name, data, told):
    refused(put(tmp_path, name, data), told)


def test_other_archives_and_tables_are_refused(tmp_path):
    for name, inside, told in (("a.docx", "lettre.txt", "an archive"), ("t.xlsx", "xl/workbook.xml", "a table")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(inside, "x")
        refused(tmp_path / name, told)


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


def test_a_line_of_300_kb_is_loaded_and_a_longer_one_refused():
    line = "La ville dit que le pont ouvre en mai. " * 25_641
    assert len(Release.from_text(line[:300_000]).paragraphs) == 1
    with pytest.raises(ReleaseError, match="one release a file"):
        Release.from_text(line[:300_001])


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
