"""A feed → releases: an RSS 2.0, RSS 1.0 or Atom file, as a news reader saves it; nothing is fetched."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

from helpers.archive.metadata import Facts, facts_of
from helpers.text.faults import CorpusError, one_line, reason

SUFFIXES = (".rss", ".atom", ".xml")
_LARGEST = 20_000_000  # bytes
_ITEMS = ("item", "entry")
_BODIES = ("encoded", "content", "description", "summary")  # the fullest first
_DAYS = ("pubDate", "published", "date", "updated")
_BLOCKS = "p div li h1 h2 h3 h4 h5 h6 blockquote br tr".split()


def read_feed(path: Path) -> Iterator[tuple[str, str, Facts]]:
    """The entries of a feed: a name, the text (title, blank line, body without markup), and what the feed tells of it.

    Raises:
        CorpusError: the file is no feed that can be read.
    """
    shown = one_line(path.name)
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    try:
        if path.stat().st_size > _LARGEST:
            raise CorpusError(f"{shown}: more than {_LARGEST:,} bytes; give a feed of fewer entries")
        root = etree.fromstring(path.read_bytes(), etree.XMLParser(**options))
    except (OSError, ValueError, etree.Error) as error:
        raise CorpusError(f"{shown}: no RSS or Atom file that can be read ({reason(error)}); save it anew") from error
    entries = [element for element in root.iter(etree.Element) if _name(element) in _ITEMS]
    if not entries:
        raise CorpusError(f"{shown}: no entries in it; give an RSS or Atom file")
    channel = _first(next((e for e in root.iter(etree.Element) if _name(e) in ("channel", "feed")), root), ("title",))
    for number, entry in enumerate(entries, 1):
        title, link = _plain(_first(entry, ("title",))), _link(entry)
        text = "\n\n".join(part for part in (title, _plain(_first(entry, _BODIES))) if part)
        issuer = _first(entry, ("creator", "author", "source")) or channel
        told = {"title": title, "url": link, "date": _day(_first(entry, _DAYS)), "issuer": _plain(issuer)}
        yield _first(entry, ("guid", "id")) or link or f"{path.stem}#{number}", text, facts_of(told, "feed")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _first(entry: etree._Element, names: tuple[str, ...]) -> str:
    """The text of the first child of one of some names; of an author the name alone."""
    for name in names:
        for child in entry:
            if _name(child) == name:
                inside = next((e for e in child if _name(e) == "name"), child)
                text = "".join(map(str, inside.itertext())).strip()
                if text:
                    return text
    return ""


def _link(entry: etree._Element) -> str:
    for child in entry:
        if _name(child) == "link":
            return (child.get("href") or child.text or "").strip()
    return ""


def _day(said: str) -> str:
    """*Mon, 03 May 2021 10:00:00 +0200* as RSS writes it, in ISO 8601; all else as it stands."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(said).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return said


def _plain(markup: str) -> str:
    """A body without its tags, a blank line between its blocks."""
    if "<" not in markup:
        return "\n\n".join(part for line in markup.split("\n\n") if (part := " ".join(line.split())))
    tree = html.fragment_fromstring(markup, create_parent="div")
    for element in list(tree.iter("script", "style")):
        element.drop_tree()
    for element in tree.iter(*_BLOCKS):
        element.tail = f"\n\n{element.tail or ''}"
        element.text = f"\n\n{element.text or ''}" if element.tag != "br" else element.text
    return "\n\n".join(part for line in tree.text_content().split("\n\n") if (part := " ".join(line.split())))
