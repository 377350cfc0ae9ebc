"""Web page, Word file, PDF file → its text: a paragraph a block, blank lines between them."""

from collections.abc import Callable

from helpers.release.extracted import Extracted
from helpers.text.faults import ReleaseError

_NO_TEXT = {
    "html": "no running text in this web page; save the text itself",
    "docx": "no text in this Word file; give one with the text of a release",
    "pdf": "no text in this PDF file, perhaps scanned pages; run text recognition or give the text itself",
}
_NAMES = {"html": "web page", "docx": "Word file", "pdf": "PDF file"}


def extract(data: bytes, form: str, shown: str) -> Extracted:
    """The text of a file of some format, what of it is set out as quoted, and what was left out.

    Args:
        data: its bytes.
        form: html, docx or pdf, as ``format_of`` tells it.
        shown: what an error calls the file.

    Raises:
        ReleaseError: the file is damaged, too large, or holds no text; or what reads it is not installed.
    """
    try:
        found = _EXTRACTORS[form](data, shown)
    except ReleaseError:
        raise
    except ImportError:
        raise ReleaseError(
            f"{shown}: reading {_NAMES[form]}s needs the extra 'documents'; run: pip install 'helpers[documents]', "
            "or save it as plain text"
        ) from None
    except Exception as error:  # of any kind: the file is a stranger's
        raise ReleaseError(
            f"{shown}: a damaged or locked {_NAMES[form]} ({type(error).__name__}); save it anew or as plain text"
        ) from None
    if not found.text.strip():
        raise ReleaseError(f"{shown}: {_NO_TEXT[form]}")
    return found


def _page(data: bytes, shown: str) -> Extracted:
    from helpers.release.web_page import read_page  # here, not above: most releases are plain text

    return read_page(data, shown)


def _word(data: bytes, shown: str) -> Extracted:
    from helpers.release.word_file import read_word

    return read_word(data, shown)


def _pdf(data: bytes, shown: str) -> Extracted:
    from helpers.release.pdf_file import read_pdf

    return read_pdf(data, shown)


_EXTRACTORS: dict[str, Callable[[bytes, str], Extracted]] = {"html": _page, "docx": _word, "pdf": _pdf}
