"""File → text: what a release may come in, and one clear line for what it may not.

Plain text is kept as it stands: no line ending, space or mark is changed, and a byte order mark stays
as the first character, so that offsets count the decoded file. From a web page, a Word or a PDF file
the text is extracted first; that text is kept, and offsets count it.
"""

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path, PurePath

from helpers.release.decoding import decode
from helpers.release.extraction import extract
from helpers.release.formats import format_of
from helpers.text.faults import ReleaseError, one_line, shown_name

LARGEST = 20_000_000
"""Bytes of a file that are read; a release has some thousand, one with pictures some million."""
SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".docx", ".pdf")
"""What is taken from a folder."""


@dataclass(frozen=True, kw_only=True)
class Content:
    """The text of a file and how it was had.

    ``encoding`` is that of the bytes; None where the text was extracted from another format. ``format`` is text,
    html, docx or pdf; ``sha256`` that of the file's bytes. ``set_out``: stretches of the text that the file's own
    markup says are quoted; ``notes``: what was left out or replaced, a line each.
    """

    text: str
    encoding: str | None
    format: str
    sha256: str
    set_out: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()


def read_file(path: Path) -> Content:
    """The text of a file.

    Args:
        path: plain text (UTF-8 or UTF-16 with or without a byte order mark for the first, cp1252, latin-1), a web
            page, a Word file (docx) or a PDF file. What it is, its first bytes tell, not its name.

    Raises:
        ReleaseError: the file is missing, unreadable, too large, empty, or holds no text; one line says what to do.
    """
    return read_bytes(_bytes(path, shown_name(path)), str(path))


def read_bytes(data: bytes, name: str) -> Content:
    """The text of a file's bytes, wherever they come from.

    Args:
        data: the bytes.
        name: what the file was called; a path is opened nowhere.

    Raises:
        ReleaseError: the bytes are too many, none, or hold no text; one line says what to do.
    """
    shown, suffix = shown_name(PurePath(name)), PurePath(name).suffix.lower()
    if len(data) > LARGEST:
        raise ReleaseError(f"{shown}: more than {LARGEST:,} bytes; give one release a file")
    if not data.strip():
        raise ReleaseError(f"{shown}: the file is empty; give a file with the text of a release")
    sha256 = hashlib.sha256(data).hexdigest()
    form = format_of(data, suffix, shown)
    if form == "text":
        read = decode(data, shown)
        notes = _told(read.replaced) if read.replaced else ()
        return Content(text=read.text, encoding=read.encoding, format=form, sha256=sha256, notes=notes)
    found = extract(data, form, shown)
    about = {"format": form, "sha256": sha256, "set_out": found.set_out, "notes": found.notes}
    return Content(text=found.text, encoding=None, **about)


def _told(replaced: int) -> tuple[str, ...]:
    what = "1 byte is" if replaced == 1 else f"{replaced} bytes are"
    return (f"{what} no UTF-8 and stand as \ufffd in the text; save it anew in UTF-8",)


def _bytes(path: Path, shown: str) -> bytes:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise ReleaseError(f"{shown}: is a folder; give the files in it")
        if not stat.S_ISREG(about.st_mode):
            raise ReleaseError(f"{shown}: is no regular file; save the text to a file")
        if about.st_size > LARGEST:
            raise ReleaseError(f"{shown}: {about.st_size:,} bytes, more than {LARGEST:,}; give one release a file")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise ReleaseError(f"{shown}: no such file; check the path") from None
    except ReleaseError:
        raise
    except (OSError, ValueError) as error:
        fault = one_line(str(getattr(error, "strerror", None) or error))
        raise ReleaseError(f"{shown}: can't be read ({fault}); check the path and its permissions") from None
    return data
