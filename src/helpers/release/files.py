"""File → text: what a release may come in, and one clear line for what it may not.

Plain text is kept as it stands: no line ending, space or mark is changed, and a byte order mark stays
as the first character, so that offsets count the decoded file. From a web page, a Word or a PDF file
the text is extracted first; that text is kept, and offsets count it.
"""

import hashlib
import io
import logging
import re
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from helpers import lexicon
from helpers.text.faults import ReleaseError, one_line, shown_name
from helpers.text.typography import word_form, words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as DocxParagraph

LARGEST = 20_000_000
"""Bytes of a file that are read; a release has some thousand, one with pictures some million."""
LONGEST = 1_000_000
"""Characters that a parse takes at once; a release has some thousand."""
_UNPACKED = 100_000_000  # bytes of a Word file's parts together
_PAGES = 200

SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml", ".docx", ".pdf")
"""What is taken from a folder."""


@dataclass(frozen=True, kw_only=True)
class Content:
    """The text of a file and how it was had.

    ``encoding`` is that of the bytes; None where the text was extracted from another format. ``format`` is text,
    html, docx or pdf; ``sha256`` that of the file's bytes.
    """

    text: str
    encoding: str | None
    format: str
    sha256: str


def read(path: Path) -> Content:
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
    kind = _format(data, suffix, shown)
    if kind == "text":
        text, encoding = decode(data, shown)
        return Content(text=text, encoding=encoding, format=kind, sha256=sha256)
    text = _EXTRACTORS[kind](data, shown)
    if not text.strip():
        raise ReleaseError(f"{shown}: {_NO_TEXT[kind]}")
    return Content(text=text, encoding=None, format=kind, sha256=sha256)


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


# --- what it is ----------------------------------------------------------------------------------

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
_NO_TEXT = {
    "html": "no running text in this web page; save the text itself",
    "docx": "no text in this Word file; give one with the text of a release",
    "pdf": "no text in this PDF file, perhaps scanned pages; run text recognition or give the text itself",
}


def _format(data: bytes, suffix: str, shown: str) -> str:
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


# --- plain text ------------------------------------------------------------------------------------

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
# What French was written in before UTF-8: Windows, Unix and old Macintosh, DOS.
_OLD = ["cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850"]


def decode(data: bytes, shown: str = "text") -> tuple[str, str]:
    """The text of a file's bytes, and its encoding; line endings and byte order mark stay in it.

    Raises:
        ReleaseError: no encoding that French is written in fits the bytes.
    """
    # Bytes, not text mode: text mode would turn CRLF into LF and move every offset.
    for mark, encoding, name in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise ReleaseError(
                    f"{shown}: begins as {name} but is not (byte {error.start}); save it as plain text in UTF-8"
                ) from None
    if b"\x00" in data:
        raise ReleaseError(f"{shown}: not a text file (byte {data.index(0)} is NUL); save it as plain text in UTF-8")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        at = error.start
    encoding = _old_encoding(data)
    if encoding is None:
        raise ReleaseError(f"{shown}: not UTF-8 text (byte {at}) and nothing older; save it as plain text in UTF-8")
    return data.decode(encoding), encoding


def _old_encoding(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # here, not above: the import of helpers stays light

    match = from_bytes(data, cp_isolation=_OLD, preemptive_behaviour=False).best()
    return match.encoding if match else None


# --- other formats ---------------------------------------------------------------------------------

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def _html(data: bytes, shown: str) -> str:
    """Main text of a web page: its title where the text lacks it, headings, paragraphs and lists (``- ``)."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells on stderr what the caller is told anyway
    page = _page(data, shown)
    try:
        found = trafilatura.bare_extraction(
            page, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False, with_metadata=True
        )
    except Exception as error:  # of any kind: the page is a stranger's
        raise _damaged(shown, "web page", error) from None
    if found is None or not found.text:
        return ""
    text = found.text
    title = " ".join((found.title or "").split())
    if title and title not in text[: 3 * len(title) + 200]:
        text = f"{title}\n{text}"
    # One line a paragraph, as extracted; blank lines keep a heading from its text.
    return "\n\n".join(_CONTROL.sub(" ", line).strip() for line in text.splitlines() if line.strip())


def _page(data: bytes, shown: str) -> str:
    """A page as text: a byte order mark and UTF-8 are sure, then what the page declares of itself."""
    declared = re.search(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", data[:4000], re.I)
    if declared and not any(data.startswith(mark) for mark, _, _ in _BOMS):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return data.decode(declared[1].decode("ascii").lower().replace("iso-8859-1", "cp1252"), "replace")
            except LookupError:
                pass
    return decode(data, shown)[0]


def _docx(data: bytes, shown: str) -> str:
    """Paragraphs, list items (``- ``) and cells of tables in order; headers, footers and text boxes are left out."""
    try:
        import docx
    except ImportError:
        raise _missing(shown, "Word") from None
    try:
        return "\n\n".join(_CONTROL.sub(" ", line) for line in _word_lines(docx.Document(io.BytesIO(data))))
    except Exception as error:  # of any kind: the file is a stranger's
        raise _damaged(shown, "Word file", error) from None


def _word_lines(document: "Document") -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                if any(cells):
                    yield "\n".join(cell for cell in cells if cell)
        elif block.text.strip():
            yield f"- {block.text.strip()}" if _is_listed(block) else block.text.strip()


def _is_listed(paragraph: "DocxParagraph") -> bool:
    properties = paragraph._p.pPr
    if properties is not None and properties.numPr is not None:
        return True
    return bool(paragraph.style is not None and (paragraph.style.name or "").startswith(("List Bullet", "List Number")))


def _pdf(data: bytes, shown: str) -> str:
    """Lines of the pages in reading order; a wider gap between lines parts paragraphs."""
    try:
        import pypdf
    except ImportError:
        raise _missing(shown, "PDF") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        if len(pages) > _PAGES:
            raise ReleaseError(f"{shown}: {len(pages)} pages, more than {_PAGES}; give one release a file")
        texts = [_paragraphed(page.extract_text(extraction_mode="layout")) for page in pages]
    except ReleaseError:
        raise
    except Exception as error:  # of any kind: the file is a stranger's
        raise _damaged(shown, "PDF file", error) from None
    return _CONTROL.sub(" ", "\n\n".join(text for text in texts if text))


def _paragraphed(layout: str) -> str:
    """Lines without indentation; where every line has a blank one behind it, only wider gaps part paragraphs."""
    lines = [" ".join(line.split(" ")).strip() for line in layout.splitlines()]
    gaps: list[tuple[int, str]] = []  # blank lines before each line of text
    blank = 0
    for line in lines:
        if line:
            gaps.append((blank, re.sub(r" {2,}", " ", line)))
            blank = 0
        else:
            blank += 1
    if not gaps:
        return ""
    usual = sorted(gap for gap, _ in gaps[1:])[(len(gaps) - 1) // 3] if len(gaps) > 1 else 0
    text = gaps[0][1]
    for gap, line in gaps[1:]:
        text += ("\n\n" if gap > usual else "\n") + line
    return text


_EXTRACTORS: dict[str, Callable[[bytes, str], str]] = {"html": _html, "docx": _docx, "pdf": _pdf}


def _missing(shown: str, what: str) -> ReleaseError:
    return ReleaseError(
        f"{shown}: reading {what} files needs the extra 'documents'; run: pip install 'helpers[documents]', "
        "or save it as plain text"
    )


def _damaged(shown: str, what: str, error: Exception) -> ReleaseError:
    return ReleaseError(f"{shown}: a damaged or locked {what} ({type(error).__name__}); save it anew or as plain text")


# --- language --------------------------------------------------------------------------------------

_ENOUGH = 12  # different words; fewer may be names alone, and are never refused
_SHARE = 0.2  # of the words: a text in two languages is French enough
_OWN_SHARE, _OWN_ENOUGH = 0.1, 12  # of a text's words, and different ones, that are French's own: it is French


def language(text: str) -> str:
    """ISO 639-1 code of the language that the text is most likely in."""
    return _ranked(text)[0]


def foreign(text: str) -> str | None:
    """The English name of the text's language where it is surely not French, else None.

    The whole is judged first, by its first 20,000 characters; if it is not French, each line of twelve words or more:
    with a fifth of the words in French lines the text is read. Under twelve different words nothing is sure.
    """
    if len({word.casefold() for word in words(text[:5000]) if len(word) > 1 and word.isalpha()}) < _ENOUGH:
        return None
    code, margin = _ranked(text)
    if code in ("fr", "zxx") or margin < 1:
        return None
    total = french = 0
    for line in text.splitlines():
        count = len(words(line))
        total += count
        if count >= _ENOUGH and _ranked(line)[0] == "fr":
            french += count
    if french >= _SHARE * total:
        return None
    return {row["code"]: row["name"] for row in lexicon.rows("languages")}.get(code, code)


@lru_cache(maxsize=2)
def _ranked(text: str) -> tuple[str, float]:
    """The likeliest language, and by how much it is likelier than French, for the text's length."""
    sample = text[:20_000]
    if _is_plainly_french(sample):
        return "fr", 0.0
    from py3langid.langid import rank  # here, not above: its model takes half a second to load

    ranking = rank(sample)
    best, score = ranking[0]
    return best, (score - dict(ranking)["fr"]) / max(1.0, len(sample.encode("utf-8", "replace")) ** 0.5)


def _is_plainly_french(text: str) -> bool:
    """Whether so many of French's own small words stand in it that no identifier need be asked."""
    every = [word_form(word) for word in words(text)]
    own = [word for word in every if word in _own_words()]
    return len(own) >= _OWN_SHARE * len(every) and len(set(own)) >= _OWN_ENOUGH


@cache
def _own_words() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon.rows("french_words"))
