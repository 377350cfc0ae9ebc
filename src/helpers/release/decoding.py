"""Bytes → text, in whatever encoding French is written in."""

import re

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
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)


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


def decode_page(data: bytes, shown: str) -> str:
    """The source of a web page: a byte order mark and UTF-8 are sure, then what the page declares of itself.

    Raises:
        ReleaseError: as ``decode``.
    """
    declared = _DECLARED.search(data[:4000])
    if declared and not any(data.startswith(mark) for mark, _, _ in _BOMS):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return data.decode(declared[1].decode("ascii").lower().replace("iso-8859-1", "cp1252"), "replace")
            except LookupError:
                pass
    return decode(data, shown)[0]
