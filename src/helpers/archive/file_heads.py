"""What a file says of itself: the head of a web page, its JSON-LD, the properties of a Word or a PDF file."""

import io
import logging
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree, html

from helpers.archive.metadata import Facts, facts_of
from helpers.release.decoding import decode_page
from helpers.release.formats import format_of
from helpers.text.faults import ReleaseError
from helpers.text.json_text import from_json

_LARGEST = 2_000_000  # bytes of a page, or of a Word file's properties
_TAGS = ("article:published_time", "og:site_name", "og:title", "og:url", "date", "dc.date", "publisher", "dc.publisher",
         "author", "dc.creator")  # fmt: skip
_ARTICLES = ("NewsArticle", "Article", "PressRelease", "ReportageNewsArticle", "BlogPosting", "WebPage")
_LINKED = ("publisher", "author", "sourceOrganization", "datePublished", "headline", "url")
_KEYS = {"article:published_time": "date", "dc.date": "date", "dc.publisher": "publisher", "dc.creator": "author"}
_DEEPEST = 5  # lists and graphs of JSON-LD in each other


def told_by_file(data: bytes, suffix: str) -> Facts:
    """The facts of a file's own head, by ``JSON-LD``, ``page head`` or ``properties``; none of a text file.

    Args:
        data: its bytes; a file that is damaged tells nothing.
        suffix: how its name ends.
    """
    try:
        form = format_of(data, suffix.lower(), "file")
        read = _READERS.get(form)
        return tuple(read(data)) if read else ()
    except (ReleaseError, ValueError, OSError, etree.Error, zipfile.BadZipFile, KeyError, RecursionError):
        return ()
    except Exception:  # of any kind: the file is a stranger's, and its text may still be read
        return ()


def _page(data: bytes) -> Iterator:
    if len(data) > _LARGEST:
        return
    tree = html.document_fromstring(decode_page(data, "page").encode(), parser=html.HTMLParser(encoding="utf-8"))
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            yield from _linked(script.text or "")
    met: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        if name in _TAGS and tag.get("content"):
            met.setdefault(name, tag.get("content"))
    for link in tree.iter("link"):
        if link.get("rel") == "canonical" and link.get("href"):
            met.setdefault("canonical", link.get("href"))
    # A publisher is who issues; an author may be who typed it.
    ordered = {_KEYS.get(name, name): met[name] for name in (*_TAGS, "canonical") if name in met}
    yield from facts_of(ordered, "page head")


def _linked(text: str) -> Iterator:
    try:
        found = from_json(text)
    except ValueError:
        return
    for thing in _things(found, _DEEPEST):
        kinds = thing.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if not set(map(str, kinds)).isdisjoint(_ARTICLES):
            ordered = {name: thing[name] for name in _LINKED if name in thing}
            if "sourceOrganization" in ordered:
                ordered = {"issuer": ordered.pop("sourceOrganization"), **ordered}
            yield from facts_of(ordered, "JSON-LD")


def _things(found: Any, deepest: int) -> Iterator[Mapping[str, Any]]:
    if deepest and isinstance(found, list):
        for one in found:
            yield from _things(one, deepest - 1)
    elif deepest and isinstance(found, dict):
        yield found
        yield from _things(found.get("@graph"), deepest - 1)


def _word(data: bytes) -> Iterator:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in ("docProps/app.xml", "docProps/core.xml"):
            if part in archive.namelist():
                with archive.open(part) as file:
                    yield from facts_of(_elements(file.read(_LARGEST)), "properties")


def _elements(data: bytes) -> dict[str, str]:
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    root = etree.fromstring(data, etree.XMLParser(**options))
    names = {"Company": "issuer", "creator": "author", "created": "date", "title": "title"}
    found = ((names.get(etree.QName(e).localname), e.text) for e in root if isinstance(e.tag, str))
    return {name: text for name, text in found if name and text}


def _pdf(data: bytes) -> Iterator:
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    about = pypdf.PdfReader(io.BytesIO(data)).metadata or {}
    names = {"/Author": "author", "/CreationDate": "date", "/Title": "title"}
    yield from facts_of({name: about[key] for key, name in names.items() if about.get(key)}, "properties")


_READERS = {"html": _page, "docx": _word, "pdf": _pdf}
