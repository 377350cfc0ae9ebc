"""Web page, Word file, PDF file → its text: one line a paragraph, blank lines between them."""

import io
import logging
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from helpers.release.decoding import decode_page
from helpers.text.faults import ReleaseError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as DocxParagraph

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_PAGES = 200
_NO_TEXT = {
    "html": "no running text in this web page; save the text itself",
    "docx": "no text in this Word file; give one with the text of a release",
    "pdf": "no text in this PDF file, perhaps scanned pages; run text recognition or give the text itself",
}


def extract(data: bytes, form: str, shown: str) -> str:
    """The text of a file of some format.

    Args:
        data: its bytes.
        form: html, docx or pdf, as ``format_of`` tells it.
        shown: what an error calls the file.

    Raises:
        ReleaseError: the file is damaged, or holds no text; or what reads it is not installed.
    """
    text = _EXTRACTORS[form](data, shown)
    if not text.strip():
        raise ReleaseError(f"{shown}: {_NO_TEXT[form]}")
    return text


def _html(data: bytes, shown: str) -> str:
    """Main text of a web page: its title where the text lacks it, headings, paragraphs and lists (``- ``)."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells on stderr what the caller is told anyway
    page = decode_page(data, shown)
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
    gaps: list[tuple[int, str]] = []  # blank lines before each line of text
    blank = 0
    for line in map(str.strip, layout.splitlines()):
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


def _missing(shown: str, what: str) -> ReleaseError:
    return ReleaseError(
        f"{shown}: reading {what} files needs the extra 'documents'; run: pip install 'helpers[documents]', "
        "or save it as plain text"
    )


def _damaged(shown: str, what: str, error: Exception) -> ReleaseError:
    return ReleaseError(f"{shown}: a damaged or locked {what} ({type(error).__name__}); save it anew or as plain text")


_EXTRACTORS: dict[str, Callable[[bytes, str], str]] = {"html": _html, "docx": _docx, "pdf": _pdf}
