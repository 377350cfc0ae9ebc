"""Web page → its main text, as a reader sees it: what is hidden left out, what markup quotes between marks."""

import logging
import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from typing import NamedTuple

from lxml import etree, html

from helpers.release.decoding import decode_page
from helpers.release.extracted import Extracted, Piece, assembled, clean, superscript
from helpers.text.faults import ReleaseError
from helpers.text.marks import OPENING, STRAIGHT
from helpers.text.typography import trim

_LARGEST = 50_000  # elements of a page; of a release's page there are some thousand
_HIDING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_UNSEEN_CLASSES = frozenset("sr-only fr-sr-only visually-hidden visuallyhidden screen-reader-text".split())
_BREAK = re.compile(r"<br(?![\w-])[^<>]{0,200}>", re.IGNORECASE)
_MAIN = ("main", "article", "h1")
_WRAPPERS = ("div", "span")
_ATTRIBUTIONS = ("footer", "cite", "figcaption")
_NESTED = (("« ", " »"), ("“", "”"))


def read_page(data: bytes, shown: str) -> Extracted:
    """Main text of a web page: its title where the text lacks it, headings, paragraphs and lists (``- ``).

    A line break in a paragraph stays one; ``q`` becomes quotation marks, and ``blockquote`` is set out.

    Raises:
        ReleaseError: the page has too many elements, or bytes that are no text.
    """
    import trafilatura  # here, not above: it is large, and few releases are web pages

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells on stderr what the caller is told anyway
    page = decode_page(data, shown)
    if page.count("<") > 2 * _LARGEST:
        raise ReleaseError(f"{shown}: a web page of more than {_LARGEST:,} elements; save the text itself")
    signs = _unused(page)
    page = _BREAK.sub(signs.broken, page)
    tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    _prepare(tree, signs)
    found = trafilatura.bare_extraction(
        tree, favor_recall=True, include_comments=False, include_tables=True, deduplicate=False, with_metadata=True
    )
    if found is None or not found.text:
        return Extracted(text="")
    pieces = [piece for line in found.text.splitlines() for piece in _pieces(line, signs)]
    title = " ".join(signs.without(found.title or "").split())
    if title and title not in "\n".join(p.text for p in pieces)[: 3 * len(title) + 200]:
        pieces.insert(0, Piece(clean(title)))
    return assembled(pieces)


class _Signs(NamedTuple):
    """Signs that a page does not use, for what its markup says: where words set out begin and end, and a line ends."""

    opened: str
    closed: str
    broken: str

    def without(self, text: str) -> str:
        return text.translate(dict.fromkeys(map(ord, self)))


def _unused(page: str) -> _Signs:
    used = set(unescape(page))
    return _Signs(*[c for c in map(chr, range(0x2801, 0x2900)) if c not in used][:3])


def _prepare(tree: html.HtmlElement, signs: _Signs) -> None:
    """Write into the text what its markup says, and take out what a reader does not see."""
    _take_out_hidden(tree)
    _raise(tree)
    quoted = list(tree.iter("q"))
    for element in quoted:
        _mark(element)
    for element in quoted:
        element.tag = "span"
    for quote in tree.iter("blockquote"):
        if next(quote.iterancestors("blockquote"), None) is None:
            _set_out(quote, signs)
    for element in list(tree.iter(*_WRAPPERS)):
        if _is_box(element) and _is_box(element.getparent()):
            element.drop_tag()  # a thousand boxes in each other are one


def _take_out_hidden(tree: html.HtmlElement) -> None:
    main = {e for found in tree.iter(*_MAIN) for e in (found, *found.iterancestors())}
    for element in list(tree.iter(etree.Element)):
        if element.tag in ("template", "del") or _is_hidden(element, element in main):
            _put(element, "")


def _raise(tree: html.HtmlElement) -> None:
    for element in list(tree.iter("sup")):
        printed = element.text_content()
        raised = superscript(printed, is_linked=element.find(".//a") is not None)
        if raised != printed:
            _put(element, raised)


def _put(element: html.HtmlElement, text: str) -> None:
    """A text in place of an element; dropping it would copy all the text beside it."""
    element.clear(keep_tail=True)
    element.tag, element.text = "span", text


def _is_box(element: html.HtmlElement | None) -> bool:
    """Nothing but one element in it."""
    return (
        element is not None
        and element.tag in _WRAPPERS
        and len(element) == 1
        and not f"{element.text or ''}{element[0].tail or ''}".strip()
    )


def _is_hidden(element: html.HtmlElement, holds_main: bool) -> bool:
    """Whether a reader does not see it; ``aria-hidden`` around the main part means that a dialogue box is open."""
    if element.tag in ("html", "body", "head"):
        return False
    if element.get("hidden") is not None or _HIDING.search(element.get("style") or ""):
        return True
    if not _UNSEEN_CLASSES.isdisjoint((element.get("class") or "").split()):
        return True
    return element.get("aria-hidden") == "true" and not holds_main


def _mark(element: html.HtmlElement) -> None:
    """Quotation marks in place of a ``q``, unless they are printed inside or before it."""
    inside, before = element.text_content().strip(), _text_before(element).rstrip()
    if inside and inside[0] not in OPENING + STRAIGHT and not before.endswith(tuple(OPENING + STRAIGHT)):
        opening, closing = _NESTED[sum(1 for _ in element.iterancestors("q")) % 2]
        element.text = opening + (element.text or "").lstrip()
        if len(element):
            element[-1].tail = (element[-1].tail or "").rstrip() + closing
        else:
            element.text = element.text.rstrip() + closing


def _text_before(element: html.HtmlElement) -> str:
    sibling = element.getprevious()
    if sibling is not None:
        return sibling.tail or ""
    parent = element.getparent()
    return parent.text or "" if parent is not None else ""


def _set_out(quote: html.HtmlElement, signs: _Signs) -> None:
    """Put signs around each text of a block quotation, save the line that says whose it is."""
    within = [(quote, False)]
    while within:
        element, is_attribution = within.pop()
        is_attribution = is_attribution or element.tag in _ATTRIBUTIONS
        if not is_attribution:
            element.text = _between(element.text, signs)
        for child in element:
            if not is_attribution:
                child.tail = _between(child.tail, signs)
            if isinstance(child.tag, str):
                within.append((child, is_attribution))


def _between(text: str | None, signs: _Signs) -> str | None:
    if not text or text.isspace():
        return text
    return signs.broken.join(f"{signs.opened}{line}{signs.closed}" if line else "" for line in text.split(signs.broken))


def _pieces(line: str, signs: _Signs) -> Iterator[Piece]:
    """The paragraphs of a line: one break in it is a line's end, two are a paragraph's."""
    for is_text, parts in groupby(line.split(signs.broken), key=lambda part: bool(signs.without(part).strip())):
        if is_text:
            yield _piece("\n".join(part.strip() for part in parts), signs)


def _piece(text: str, signs: _Signs) -> Piece:
    """A paragraph without its signs; what is set out of it lies between the first and the last of these."""
    plain = clean(signs.without(text))
    before, opened, rest = text.partition(signs.opened)
    inside, closed, _ = rest.rpartition(signs.closed)
    start, end = trim(plain, 0, len(plain))
    if not (opened and closed):
        return Piece(plain[start:end])
    first = len(signs.without(before))
    first, last = trim(plain, first, first + len(signs.without(inside)))
    return Piece(plain[start:end], (first - start, last - start) if first < last else None)
