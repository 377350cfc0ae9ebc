"""Encodings: a text is the same in each."""

import pytest

from helpers import load_release
from helpers.release.decoding import decode, decode_page
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


# --- which old encoding, and bytes that are none -----------------------------------------------------

INVENTED = (
    "La mairesse a décidé d'ouvrir l'école où 200 élèves iront.",
    "Élection à Crécy",
    "« C'est très réussi », a déclaré Zoé Lefèvre.",
    "Ça va coûter plus cher, dit la régie.",
    "Le maïs d'Hélène Bénéteau plaît.",
)


@pytest.mark.parametrize("text", INVENTED)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp850"])
def test_the_words_tell_the_old_encoding(text, encoding):
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("stray", [b"\xe9", b"\xff", b"\x92", b"\xc3", b"\xe2\x80"])
@pytest.mark.parametrize("text", INVENTED[:3])
def test_one_stray_byte_in_a_utf_8_text_is_replaced_and_told(tmp_path, text, stray):
    data = f"{TEXT}{text}".encode() + stray + b" Elle ouvre en mai."
    release = load_release(put(tmp_path, "a.txt", data))
    assert release.text == f"{TEXT}{text}\ufffd Elle ouvre en mai." and release.encoding == "utf-8"
    assert len(release.notes) == 1 and "1 byte" in release.notes[0]


@pytest.mark.parametrize("charset", ["idna", "punycode", "unicode_escape", "rot13", "utf-7", "rien"])
def test_a_page_that_declares_what_is_no_encoding_of_pages_is_read(charset):
    page = f"<html><meta charset='{charset}'><p>L'école a été bâtie où était la gare.</p>"
    for encoding in ("utf-8", "cp1252"):
        assert decode_page(page.encode(encoding), "a") == page
