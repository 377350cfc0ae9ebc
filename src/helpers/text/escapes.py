"""Text that does nothing where it is shown: no spreadsheet computes it, no terminal obeys it."""

import re

_COMPUTED = re.compile(
    r"\A(?P<told>'*+)(?=[\t\r\n]|[\s\ufeff\u200b]*+(?:[=＝@＠]"
    r"|[+＋－-](?:(?s:.)*[|!(=+*/^&-]|\s*\$?[A-Za-z]{1,3}\$?\d)))"
)
_CONTROLS = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"  # of a terminal, and those that turn a line round
_IN_EXPORT = re.compile(f"[{_CONTROLS}]")
_IN_LINE = re.compile(f"[\x00-\x08\x0b-\x1f{_CONTROLS}]")


def cell(text: str) -> str:
    """A cell of a CSV table: what a spreadsheet would compute (*=A1*, *+1+A1*) gets an apostrophe in front."""
    return f"'{text}" if _COMPUTED.match(text) else text


def from_cell(text: str) -> str:
    """What ``cell`` wrote, as it was."""
    computed = _COMPUTED.match(text)
    return text[1:] if computed and computed["told"] else text


def in_json(document: str) -> str:
    """A JSON document that means the same, its control characters as escapes."""
    return _IN_EXPORT.sub(lambda m: f"\\u{ord(m[0]):04x}", document)


def in_xml(document: str) -> str:
    """An XML document that means the same, its control characters by number."""
    return _IN_EXPORT.sub(lambda m: f"&#{ord(m[0])};", document)


def on_screen(text: str) -> str:
    """A text to print, its control characters visible: *\\x9b*."""
    return _IN_LINE.sub(lambda m: ascii(m[0])[1:-1], text)
