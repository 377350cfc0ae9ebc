"""Whole documents, cut, mixed and spoilt byte by byte: each is read or refused in one line, offsets exact."""

import io
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import ReleaseError
from helpers.release.release import Release
from tests.documents import PAGE, TEXT, pdf
from tests.release.test_word_file import p, r, word

INSIDE = {
    "document": (p(r("BREST, le 4 mai 2022 – Nora Le Gall dit :")) + p(r("Elle tient."), '<w:pStyle w:val="Citation"/>')
                 + "<w:tbl><w:tr><w:tc>" + p(r("Un")) + "</w:tc></w:tr></w:tbl>"),
    "page": PAGE.format(charset="utf-8").replace("<h2>", "<blockquote><q>Oui</q><sup>1</sup>.</blockquote><h2>"),
}  # fmt: skip
SEEDS = {
    "a.txt": TEXT.encode(),
    "b.txt": TEXT.encode("cp1252"),
    "a.html": INSIDE["page"].encode(),
    "a.pdf": pdf([(780, "Le pont ouvre en mai"), (740, "RIMOUSKI, le 3 mai 2021 – La Régie ouvre un pont.")]),
    "a.docx": word(INSIDE["document"]),
}
PIECES = [
    b"<", b">", b"<w:p>", b"</w:p>", b"<q>", b"<blockquote>", b"<br>", b"<!--", b"&#146;", b"\xc2\x9b", b"\xe2\x81\xbe",
    b"endobj", b"stream", b"<<", b"(", b"\x00", b"\xff\xfe", b'w:val="-1"', b"<w:txbxContent>", b"</w:tc>",
]  # fmt: skip
CHANGE = st.tuples(st.floats(0, 1), st.integers(0, 30), st.one_of(st.binary(max_size=6), st.sampled_from(PIECES)))


def spoilt(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for place, cut, put in changes:
        at = int(place * len(data))
        data = data[:at] + put + data[at + cut :]
    return data


def repacked(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """A Word file with its parts spoilt, the archive around them whole: what spoils an archive is found at once."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, spoilt(old.read(name), changes))
    return out.getvalue()


def check(data: bytes, name: str) -> None:
    try:
        release = Release.from_bytes(data, name, any_language=True)
    except ReleaseError as error:
        assert str(error).isprintable() and str(error).startswith(name)
        return
    for one in (release, release.normal or release):
        parts = [*one.paragraphs, *one.set_out]
        assert all(one.text[part.start : part.end] == part.text for part in parts)
    assert all(note.replace("\ufffd", "").isprintable() for note in release.notes)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(SEEDS)), st.lists(CHANGE, max_size=8))
def test_a_spoilt_file_is_read_or_refused_in_one_line(name, changes):
    check(spoilt(SEEDS[name], changes), name)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(CHANGE, max_size=6))
def test_a_spoilt_part_of_a_word_file_is_read_or_refused_in_one_line(changes):
    check(repacked(SEEDS["a.docx"], changes), "a.docx")
