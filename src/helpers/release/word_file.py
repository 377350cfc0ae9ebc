"""Word file → all words of its body in document order, as its reader sees them.

Tracked insertions and moves are kept, deletions left out. Tags, custom XML, content controls and fields are looked
through; the words of a text box stand behind the paragraph that it hangs on. Memory and time are bounded: the parts
that are read are unpacked to a limit, whatever the archive says of their size.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from helpers.release.extracted import Extracted, Piece, assembled, clean, superscript
from helpers.release.formats import WORD_BODY
from helpers.release.word_styles import Styles, local_name, value
from helpers.text.faults import ReleaseError

_LARGEST = 20_000_000  # bytes of a part, unpacked
_ELEMENTS = 500_000  # of a part; a release has some thousand
_FOREIGN = ("drawingml", "urn:schemas-microsoft-com")  # namespaces whose elements have names of Word's, too
_SKIPPED = frozenset(("del", "moveFrom", "Fallback", "rt", "instrText", "pPrChange", "rPrChange"))
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t", "noBreakHyphen": "‑"}
_OFF = ("0", "false", "off", "none")


def read_word(data: bytes, shown: str) -> Extracted:
    """The text of a Word file: paragraphs, list items (``- ``), rows of tables, text boxes.

    A row whose cells hold a line each is one paragraph of lines; where a cell holds paragraphs, they are paragraphs.

    Raises:
        ReleaseError: a part is larger than any release's.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        body = _part(archive, next(name for name in names if WORD_BODY.fullmatch(name)), shown)
        styles = _part(archive, "word/styles.xml", shown) if "word/styles.xml" in names else None
        has_frame = any(_has_words(archive, n) for n in names if re.fullmatch(r"word/(?:header|footer)\d+\.xml", n))
    reader = _Reader(Styles(styles))
    reader.read(body)
    return assembled(reader.pieces, _notes(reader.left_out, has_frame))


def _part(archive: zipfile.ZipFile, name: str, shown: str) -> etree._Element:
    """A part as a tree; it is not read on where it is larger than a release's, whatever size it claims."""
    about = archive.getinfo(name)
    if about.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ReleaseError(f"{shown}: a Word file packed in a way that Word does not know; save it anew")
    with archive.open(about) as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ReleaseError(f"{shown}: a Word file of more than {_LARGEST:,} bytes unpacked; save the text itself")
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "remove_comments": True}
    events = etree.iterparse(io.BytesIO(data), events=("start",), huge_tree=False, **options)
    root = None
    for number, (_, element) in enumerate(events):
        root = element if root is None else root
        if number > _ELEMENTS:
            raise ReleaseError(f"{shown}: a Word file of more than {_ELEMENTS:,} elements; save the text itself")
    return root


def _has_words(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as file:
        return re.search(rb"<\w{1,9}:t(?: [^<>]{0,99})?>\s{0,99}[^\s<]", file.read(_LARGEST // 20)) is not None


def _notes(left_out: Counter[str], has_frame: bool) -> list[str]:
    told = [f"{what} ({count})" for what, count in sorted(left_out.items())]
    told += ["headers and footers"] * has_frame
    return [f"left out: {', '.join(told)}"] if told else []


@dataclass
class _Paragraph:
    parts: list[str] = field(default_factory=list)
    behind: list[Piece] = field(default_factory=list)  # of the text boxes that hang on it
    style: str | None = None
    numbering: str | None = None
    runs_on: bool = False  # its end is deleted: the next one goes on with it


class _Reader:
    """Walks the body; an element it does not know is looked through."""

    def __init__(self, styles: Styles) -> None:
        self.pieces: list[Piece] = []
        self.left_out: Counter[str] = Counter()
        self._styles = styles
        self._sinks = [self.pieces]  # where paragraphs go: the body, a cell, a text box
        self._rows: list[list[list[Piece]]] = []  # the cells of each open row
        self._paragraphs: list[_Paragraph] = []
        self._begun: list[str] = []  # what a paragraph whose end is deleted has begun
        self._fields: list[bool] = []  # for each open field, whether its result has begun
        self._is_hidden = self._is_raised = False
        starts: dict[str, Callable[[etree._Element], None]] = {
            "p": self._open_paragraph, "tr": self._open_row, "tc": self._open_box, "txbxContent": self._open_box,
            "r": self._open_run, "pStyle": self._style, "numId": self._number, "vanish": self._vanish,
            "vertAlign": self._raise, "fldChar": self._field, "del": self._delete_mark,
            "footnoteReference": self._leave_out, "endnoteReference": self._leave_out,
            "commentReference": self._leave_out, "altChunk": self._leave_out,
        }  # fmt: skip
        ends: dict[str, Callable[[etree._Element], None]] = {
            "p": self._close_paragraph, "tr": self._close_row, "tc": self._close_cell,
            "txbxContent": self._close_text_box, "t": self._text, **dict.fromkeys(_BREAKS, self._break),
        }  # fmt: skip
        self._handlers = {"start": starts, "end": ends}

    def read(self, body: etree._Element) -> None:
        """Take in the words of a tree."""
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            name = local_name(element)
            if any(foreign in str(element.tag) for foreign in _FOREIGN):
                continue
            handle = self._handlers[event].get(name)
            if handle:
                handle(element)
            if event == "start" and self._is_skipped(name, element):
                walk.skip_subtree()

    def _is_skipped(self, name: str, element: etree._Element) -> bool:
        if name == "sdtContent":
            return element.find("../{*}sdtPr/{*}showingPlcHdr") is not None  # *Click here to enter text*
        if name == "tr":
            return element.find("{*}trPr/{*}del") is not None
        if name == "del" and element.find(".//{*}delText") is not None:
            self.left_out["deleted words"] += 1
        return name in _SKIPPED

    # --- paragraphs ----------------------------------------------------------------------------

    def _open_paragraph(self, element: etree._Element) -> None:
        self._paragraphs.append(_Paragraph(parts=self._begun))
        self._begun = []

    def _close_paragraph(self, element: etree._Element) -> None:
        paragraph = self._paragraphs.pop()
        self._fields = [True] * len(self._fields)  # no field's code is longer than its paragraph
        if paragraph.runs_on:
            self._begun = paragraph.parts
        else:
            self._sinks[-1].extend(self._piece(paragraph))
        self._sinks[-1].extend(paragraph.behind)

    def _piece(self, paragraph: _Paragraph) -> Iterator[Piece]:
        text = clean("".join(paragraph.parts)).strip()
        if text:
            style, number = paragraph.style, paragraph.numbering
            is_listed = number != "0" if number is not None else self._styles.is_listed(style)
            yield Piece.of(f"- {text}" if is_listed else text, is_set_out=self._styles.is_quoted(style))

    def _style(self, element: etree._Element) -> None:
        if self._paragraphs:
            self._paragraphs[-1].style = value(element)

    def _number(self, element: etree._Element) -> None:
        if self._paragraphs:
            self._paragraphs[-1].numbering = value(element)

    def _delete_mark(self, element: etree._Element) -> None:
        """A deletion in the properties of a paragraph's mark joins it with the next."""
        properties = element.getparent()
        owner = properties.getparent() if properties is not None else None
        if owner is not None and local_name(owner) == "pPr" and self._paragraphs:
            self._paragraphs[-1].runs_on = True

    # --- tables and text boxes -----------------------------------------------------------------

    def _open_row(self, element: etree._Element) -> None:
        self._rows.append([])

    def _open_box(self, element: etree._Element) -> None:
        self._sinks.append([])

    def _close_cell(self, element: etree._Element) -> None:
        pieces = self._sinks.pop()
        if not self._rows:
            self._sinks[-1].extend(pieces)
        elif pieces:
            self._rows[-1].append(pieces)

    def _close_row(self, element: etree._Element) -> None:
        cells = self._rows.pop()
        if any(len(pieces) > 1 for pieces in cells):
            self._sinks[-1].extend(piece for pieces in cells for piece in pieces)
        elif cells:
            self._sinks[-1].append(Piece("\n".join(pieces[0].text for pieces in cells)))

    def _close_text_box(self, element: etree._Element) -> None:
        pieces = self._sinks.pop()
        (self._paragraphs[-1].behind if self._paragraphs else self._sinks[-1]).extend(pieces)

    # --- words ---------------------------------------------------------------------------------

    def _open_run(self, element: etree._Element) -> None:
        self._is_hidden = self._is_raised = False

    def _vanish(self, element: etree._Element) -> None:
        if _is_of_run(element) and (value(element) or "").lower() not in _OFF:
            self._is_hidden = True
            self.left_out["hidden words"] += 1

    def _raise(self, element: etree._Element) -> None:
        if _is_of_run(element):
            self._is_raised = value(element) == "superscript"

    def _field(self, element: etree._Element) -> None:
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "end":
            del self._fields[-1:]
        elif self._fields:
            self._fields[-1] = True

    def _text(self, element: etree._Element) -> None:
        text = element.text or ""
        self._write(superscript(text) if self._is_raised else text)

    def _break(self, element: etree._Element) -> None:
        parent = element.getparent()
        if parent is not None and local_name(parent) == "r":  # a tab stop is called a tab, too
            self._write(_BREAKS[local_name(element)])

    def _write(self, text: str) -> None:
        if self._paragraphs and not self._is_hidden and all(self._fields):
            self._paragraphs[-1].parts.append(text)

    def _leave_out(self, element: etree._Element) -> None:
        self.left_out[_LEFT_OUT[local_name(element)]] += 1


_LEFT_OUT = {
    "footnoteReference": "footnotes", "endnoteReference": "endnotes", "commentReference": "comments",
    "altChunk": "embedded files",
}  # fmt: skip


def _is_of_run(element: etree._Element) -> bool:
    """Whether a property is that of a run, not of a paragraph's mark."""
    properties = element.getparent()
    owner = properties.getparent() if properties is not None else None
    return owner is not None and local_name(owner) == "r"
