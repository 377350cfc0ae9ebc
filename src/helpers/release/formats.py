"""Bytes → the format that they are in, and one clear line for what holds no release."""

import io
import re
import zipfile

from helpers.text.faults import ReleaseError

_HTML = re.compile(rb"<(?:!doctype\s{1,99}html|html)\b", re.IGNORECASE)
_SENTENCE_ENDS = tuple(mark.encode() for mark in (".", "!", "?", "…", "»", "”", ":"))
_OTHERS = (
    (b"{\\rtf", "a rich text file; save it as .docx or plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; save it as .docx or plain text"),
    (b"\x89PNG", "a picture; give the text of the release"),
    (b"\xff\xd8\xff", "a picture; give the text of the release"),
    (b"GIF8", "a picture; give the text of the release"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"SQLite format 3", "a database; give the text of the release"),
    (b"\x7fELF", "a program; give the text of the release"),
)  # fmt: skip
_TABLES = (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".parquet")
WORD_BODY = re.compile(r"word/document\d{0,3}\.xml")
"""Name of the part of a Word file that holds its body."""
_PARTS = 5_000  # of a Word file; a release has some tens
_UNPACKED = 100_000_000  # bytes of a Word file's parts together


def format_of(data: bytes, suffix: str, shown: str) -> str:
    """The format of a file: text, html, docx or pdf.

    Args:
        data: its bytes, which tell more than its name does.
        suffix: how its name ends, in lower case (``.txt``).
        shown: what an error calls it.

    Raises:
        ReleaseError: it is of another format, which is named.
    """
    for opening, what in _OTHERS:
        if data.startswith(opening):
            raise ReleaseError(f"{shown}: not a text file but {what}")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, shown)
    if suffix in (".html", ".htm", ".xhtml") or _is_page(data[:8000]):
        return "html"
    if suffix == ".ipynb" or (data.lstrip()[:1] == b"{" and b'"nbformat"' in data):
        raise ReleaseError(f"{shown}: a notebook, not a release; give the text of a release")
    if suffix in _TABLES or (b"\x00" not in data and _is_table(data[:20_000])):
        raise ReleaseError(f"{shown}: a table, not a release; give the text of a release")
    if suffix in (".json", ".jsonl", ".xml", ".yaml", ".yml"):
        raise ReleaseError(f"{shown}: a data file ({suffix}), not a release; give the text of a release")
    return "text"


def _zipped(data: bytes, shown: str) -> str:
    """What an archive holds: the parts of a Word file, or something that is no release."""
    if data.count(b"PK\x01\x02") > _PARTS:
        raise ReleaseError(f"{shown}: an archive of more than {_PARTS:,} files; unpack it, or save the text itself")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ReleaseError(f"{shown}: a damaged archive or Word file; save it anew") from None
    names = {part.filename for part in parts}
    if not any(WORD_BODY.fullmatch(name) for name in names):
        if any(name.startswith("xl/") for name in names):
            raise ReleaseError(f"{shown}: a table, not a release; give the text of a release")
        raise ReleaseError(f"{shown}: an archive, not a text file; unpack it, or save the text as .docx or plain text")
    if sum(part.file_size for part in parts) > _UNPACKED:
        raise ReleaseError(f"{shown}: a Word file of more than {_UNPACKED:,} bytes unpacked; save the text itself")
    return "docx"


def _is_page(data: bytes) -> bool:
    """Whether *<!doctype html* or *<html* comes first, behind white space, comments and an XML declaration."""
    at = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    while True:
        rest = data[at:].lstrip()
        at = len(data) - len(rest)
        closing = b"-->" if rest.startswith(b"<!--") else b"?>" if rest.startswith(b"<?xml") else None
        if closing is None:
            break
        end = data.find(closing, at + 2)
        if end < 0:
            return False
        at = end + len(closing)
    return _HTML.match(rest) is not None


def _is_table(data: bytes) -> bool:
    """Rows of the same several cells. In prose a space stands behind a comma or semicolon, and a line ends a sentence.

    *Dijon,2020,14,2* · not: *« Il pleut », dit Luc Roy, élu.*
    """
    lines = [line.strip() for line in data.splitlines()[:-1] if line.strip()]
    if len(lines) < 3 or 2 * sum(line.endswith(_SENTENCE_ENDS) for line in lines) > len(lines):
        return False
    return any(
        min(counts) == max(counts) and counts[0] >= at_least
        for mark, at_least in ((rb",(?!\s)", 2), (rb";(?!\s)", 2), (rb"\t", 1))
        if (counts := [len(re.findall(mark, line)) for line in lines])
    )
