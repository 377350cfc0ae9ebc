"""Encodings: a text is the same in each."""

import pytest

from helpers import load_release
from tests.documents import TEXT, put, refused


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
