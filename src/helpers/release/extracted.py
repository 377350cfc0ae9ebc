"""What is taken from a web page, a Word or a PDF file: pieces of text, and the text that they make."""

from collections.abc import Iterable
from dataclasses import dataclass

# Browsers and Word take the codes 128 to 159 for those of Windows; what else is no character becomes a space.
_CLEAN = dict.fromkeys((*range(9), 11, *range(14, 32), 127), " ") | {
    code: bytes([code]).decode("cp1252", "ignore") or " " for code in range(128, 160)
}
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE_SIGNS = frozenset("0123456789()[]*†‡,;- \u00a0")

Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """A paragraph; ``set_out`` is what of it the file's own markup says is somebody's words, by its place in it."""

    text: str
    set_out: Span | None = None

    @classmethod
    def of(cls, text: str, *, is_set_out: bool = False) -> "Piece":
        """A paragraph that is set out whole or not at all."""
        return cls(text, (0, len(text)) if is_set_out else None)


@dataclass(frozen=True, kw_only=True)
class Extracted:
    """The text of a file; ``set_out``: its stretches that the file's markup says are quoted, in order; ``notes``: what
    was left out or put right, a line each."""

    text: str
    set_out: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()


def assembled(pieces: Iterable[Piece], notes: Iterable[str] = ()) -> Extracted:
    """The text of some paragraphs, a blank line between them, and where it is set out.

    Stretches of paragraphs that follow each other are one. Where most of the text is set out, it is an indented page
    and no quotation.
    """
    parts: list[str] = []
    spans: list[Span] = []
    at = last = -2  # where the next paragraph begins, and which was the last one set out
    for number, piece in enumerate(pieces):
        at += 2
        if piece.set_out:
            start, end = at + piece.set_out[0], at + piece.set_out[1]
            if spans and last == number - 1:
                start = spans.pop()[0]
            spans.append((start, end))
            last = number
        parts.append(piece.text)
        at += len(piece.text)
    is_page = 2 * sum(end - start for start, end in spans) > at
    return Extracted(text="\n\n".join(parts), set_out=() if is_page else tuple(spans), notes=tuple(notes))


def clean(text: str) -> str:
    """A text without control characters; as long as before."""
    return text.translate(_CLEAN)


def superscript(text: str, *, is_linked: bool = False) -> str:
    """What is printed raised: *1er* keeps its letters, *m²* and *Roy¹* get their signs, *[1]* and *\\** are left out.

    Digits may be a power or a note's number; linked, bracketed or listed they can only be notes.
    """
    bare = text.strip()
    if not bare or not _NOTE_SIGNS.issuperset(bare):
        return text
    return bare.translate(_POWERS) if bare.isdigit() and not is_linked else ""
