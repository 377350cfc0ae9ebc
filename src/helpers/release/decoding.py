"""Bytes → text, in whatever encoding French is written in."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from helpers.text.faults import ReleaseError

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
# What French was written in before UTF-8: Windows, Unix and old Macintosh, DOS.
_OLD = ["cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850"]
_DECLARED = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{2,30})", re.IGNORECASE)
_SAMPLE = 20_000  # bytes that tell an old encoding
_WORD = re.compile(r"[^\W\d_ªº]+")
_KNOWN = (2, 4.5)  # Zipf frequency beyond which French has a form, and a word of one letter (*à*, not *ç*)
_TYPOGRAPHY = frozenset("«»‘’“”–—…€°№•·²³\u00a0\u202f")


@dataclass(frozen=True)
class Decoded:
    """A text, the encoding of its bytes, and how many of these stood for no character and were replaced."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes, shown: str = "text") -> Decoded:
    """The text of a file's bytes, and its encoding; line endings and byte order mark stay in it.

    A text that is UTF-8 but for some bytes is read as that, with U+FFFD for each stretch that is none.

    Raises:
        ReleaseError: no encoding that French is written in fits the bytes.
    """
    # Bytes, not text mode: text mode would turn CRLF into LF and move every offset.
    for mark, encoding, name in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError as error:
                if encoding == "utf-8" and (spoilt := _spoilt(data)):
                    return spoilt
                raise ReleaseError(
                    f"{shown}: begins as {name} but is not (byte {error.start}); save it as plain text in UTF-8"
                ) from None
    if b"\x00" in data:
        raise ReleaseError(f"{shown}: not a text file (byte {data.index(0)} is NUL); save it as plain text in UTF-8")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        at = error.start
    if spoilt := _spoilt(data):
        return spoilt
    encoding = _old_encoding(data)
    if encoding is None:
        raise ReleaseError(f"{shown}: not UTF-8 text (byte {at}) and nothing older; save it as plain text in UTF-8")
    return Decoded(data.decode(encoding), encoding)


def _spoilt(data: bytes) -> Decoded | None:
    """A text in UTF-8 with some bytes that are none: of what is not ASCII, most are characters; None for others.

    In an older encoding next to nothing is UTF-8 by chance.
    """
    text = data.decode("utf-8", "replace")
    replaced = text.count("\ufffd") - data.count("\ufffd".encode())
    whole = sum(not c.isascii() for c in text) - text.count("\ufffd")
    return Decoded(text, "utf-8", replaced) if whole > 2 * replaced else None


def _old_encoding(data: bytes) -> str | None:
    """The old encoding in which a text has most French words, of those in which it looks like text at all.

    *d,cid,* and *dŽcidŽ* look like text, too: only the words tell Windows from DOS and Macintosh.
    """
    from charset_normalizer import from_bytes  # here, not above: the import of helpers stays light

    matches = from_bytes(data, cp_isolation=_OLD, preemptive_behaviour=False)
    # Encodings that read the bytes alike are one match; what can be text, it tells, which it is, the words.
    plausible = {name for match in matches for name in match.could_be_from_charset}
    sample = bytes(data[:_SAMPLE])
    return max((name for name in _OLD if name in plausible), key=lambda name: _french(sample, name), default=None)


def _french(data: bytes, encoding: str) -> tuple[int, int]:
    """How many words with letters beyond a to z French has, and how much of the rest is its typography."""
    from wordfreq import zipf_frequency

    text = data.decode(encoding, "replace")
    found = Counter(word for word in _WORD.findall(text) if not word.isascii())
    known = sum(count for word, count in found.items() if zipf_frequency(word.lower(), "fr") > _KNOWN[len(word) == 1])
    return known, sum(c in _TYPOGRAPHY for c in text if not c.isascii())


def decode_page(data: bytes, shown: str) -> str:
    """The source of a web page: a byte order mark and UTF-8 are sure, then what the page declares of itself.

    What it declares counts only where it is an encoding that French is written in: Python knows others, of domain
    names or of its own source (*idna*, *unicode_escape*), which are none of any page.

    Raises:
        ReleaseError: as ``decode``.
    """
    declared = _DECLARED.search(data[:4000])
    if declared and not any(data.startswith(mark) for mark, _, _ in _BOMS):
        encoding = _codec(declared[1].decode("ascii", "replace"))
        if encoding:
            try:
                return data.decode("utf-8")
            except UnicodeDecodeError:
                return (_spoilt(data) or Decoded(data.decode(encoding, "replace"), encoding)).text
    return decode(data, shown).text


def _codec(name: str) -> str | None:
    """The encoding that a page's name for it means; as browsers do, Latin-1 is that of Windows."""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    known = {codecs.lookup(old).name: old for old in _OLD}
    return known.get("cp1252" if codec == "iso8859-1" else codec)
