"""PDF file → the text of its pages, letters whole as they are printed, paragraphs parted by wider gaps."""

import io
import logging
import re
import time
import unicodedata

from helpers.release.extracted import Extracted, Piece, assembled, clean
from helpers.text.faults import ReleaseError

_PAGES = 200
_CONTENT = 5_000_000  # bytes that draw a page, unpacked; its text takes some ten thousand
_SECONDS = 60
# Fonts of TeX and of old printers draw an accent as a sign of its own, before its letter or, the cedilla, behind it.
_ACCENTS = {"´": "\u0301", "`": "\u0300", "^": "\u0302", "ˆ": "\u0302", "¨": "\u0308", "¸": "\u0327"}
_APART = re.compile(r"(?<![`^´¨])([´`^ˆ¨]) ?([aeiouyıAEIOUY])|(¸) ?([cC])|([cC]) ?(¸)")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_GOES_ON = re.compile(r"[^\W\d_]|[,-]")


def read_pdf(data: bytes, shown: str) -> Extracted:
    """Lines of the pages in reading order.

    Raises:
        ReleaseError: the file has more pages, or a page more in it, than a release has.
    """
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(data))
    many = len(reader.pages)
    if many > _PAGES:
        raise ReleaseError(f"{shown}: {many} pages, more than {_PAGES}; give one release a file")
    end = time.monotonic() + _SECONDS
    texts: list[str] = []
    empty: list[int] = []
    for number, page in enumerate(reader.pages, 1):
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > _CONTENT:
            raise ReleaseError(f"{shown}: page {number} is drawn by more than {_CONTENT:,} bytes; give the text itself")
        if time.monotonic() > end:
            raise ReleaseError(f"{shown}: page {number} of {many} not reached in {_SECONDS} s; give the text itself")
        text = _paragraphed(_letters_whole(page.extract_text(extraction_mode="layout")))
        reader.resolved_objects.clear()  # else each page read stays in memory
        texts.append(text) if text else empty.append(number)
    return assembled((Piece(clean(text)) for text in _joined(texts)), _told(empty, many) if texts else ())


def _told(empty: list[int], many: int) -> list[str]:
    if not empty:
        return []
    numbers = ", ".join(map(str, empty[:10])) + (", …" if len(empty) > 10 else "")
    pages = "page" if len(empty) == 1 else "pages"
    return [f"no text on {pages} {numbers} of {many}, perhaps scanned; run text recognition to have it read"]


def _letters_whole(text: str) -> str:
    """*d´eclar´e*, *fran¸cais* and *ﬁn* with whole letters."""
    return _LIGATURES.sub(lambda m: unicodedata.normalize("NFKC", m[0]), _APART.sub(_composed, text))


def _composed(match: re.Match[str]) -> str:
    accent, letter = match[1] or match[3] or match[6], match[2] or match[4] or match[5]
    whole = unicodedata.normalize("NFC", letter.replace("ı", "i") + _ACCENTS[accent])
    return whole if len(whole) == 1 else match[0]


def _joined(pages: list[str]) -> list[str]:
    """The pages; one that ends in mid-sentence goes on at the head of the next."""
    joined: list[str] = []
    for page in pages:
        if joined and page[0].islower() and _GOES_ON.fullmatch(joined[-1][-1]):
            joined[-1] += f"\n{page}"
        else:
            joined.append(page)
    return joined


def _paragraphed(layout: str) -> str:
    """Lines without indentation; where every line has a blank one behind it, only wider gaps part paragraphs."""
    gaps: list[tuple[int, str]] = []  # blank lines before each line of text
    blank = 0
    for line in layout.splitlines():
        words = line.split()
        if words:
            gaps.append((blank, " ".join(words)))
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
