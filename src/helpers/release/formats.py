"""Bytes → the format that they are in, and one clear line for what holds no release."""

import io
import re
import zipfile

from helpers.text.faults import ReleaseError

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html\b)",
    re.IGNORECASE | re.DOTALL,
)
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
    if suffix in (".html", ".htm", ".xhtml") or _PAGE.match(data[:4000]):
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
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ReleaseError(f"{shown}: a damaged archive or Word file; save it anew") from None
    names = {part.filename for part in parts}
    if "word/document.xml" not in names:
        if any(name.startswith("xl/") for name in names):
            raise ReleaseError(f"{shown}: a table, not a release; give the text of a release")
        raise ReleaseError(f"{shown}: an archive, not a text file; unpack it, or save the text as .docx or plain text")
    if sum(part.file_size for part in parts) > _UNPACKED:
        raise ReleaseError(f"{shown}: a Word file of more than {_UNPACKED:,} bytes unpacked; save the text itself")
    return "docx"


def _is_table(data: bytes) -> bool:
    """Rows of the same several cells: prose has other numbers of commas from line to line."""
    lines = [line for line in data.splitlines()[:-1] if line.strip()]
    if len(lines) < 3:
        return False
    return any(
        min(counts) == max(counts) and counts[0] >= at_least
        for mark, at_least in ((b",", 2), (b";", 2), (b"\t", 1))
        if (counts := [line.count(mark) for line in lines])
    )
