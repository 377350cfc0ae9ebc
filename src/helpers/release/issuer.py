"""Paragraphs → who issues the release, and what tells it: a label, the letterhead, the lead, an agency's mark …

Each way of telling is a function; the first in order that finds somebody says it. The weaker ones are asked only of
what is surely a release, since in a news report whoever announces something issues nothing.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from helpers.lexicon.words import (
    DEFINITE,
    OF,
    alternation,
    column,
    either_apostrophe,
    forms_of,
    whole_and_elided,
)
from helpers.release.addresses import EMAIL, URL
from helpers.release.dateline import HEAD
from helpers.release.dateline_forms import MARKER
from helpers.release.headings import ABOUT, FROM_LINE, SENT_BY, SOURCE_LINE, UPPER, bare_line
from helpers.release.letterhead import Letterhead, body_nouns, first_noun
from helpers.release.parts import Contact, Dateline, Issuer, Paragraph, Part, part_of
from helpers.text.typography import fold

_AGENCIES = forms_of("wire_services", kind="agency")
_CARRIERS = frozenset(forms_of("wire_services", kind="carrier"))
_MARK = re.compile(
    rf"(?:\((?P<a>(?i:{alternation(_AGENCIES)}))(?:/\w{{1,5}}){{0,3}}\)|(?:©|\(c\))\s?(?:\d{{4}}\s)?"
    rf"(?P<b>(?i:{alternation(_AGENCIES)}))(?!\w))\W{{0,3}}\Z"
)
_SIGNED = re.compile(rf"(?P<a>{alternation(a.upper() for a in _AGENCIES if ' ' not in a)})(?:/[A-Z]{{1,4}}){{1,3}}\Z")
_INLINE_SOURCE = re.compile(
    rf"(?<=\s)(?:{alternation(form.capitalize() for form in column('line_openings', 'opening', announces='source'))})"
    rf"\s?:\s(?P<name>[^\s:][^:\n]{{0,80}}?)(?=\s\w{{1,20}}\s?:|\s*\Z)"
)
_WHOLE, _ELIDED = whole_and_elided(DEFINITE)
_ARTICLE = re.compile(rf"(?i:(?:{_WHOLE})\s|{_ELIDED})")
_OF_WHOLE, _OF_ELIDED = whole_and_elided(OF)
_ISSUED_BY = re.compile(rf"(?i:(?:{_OF_WHOLE})\s(?:(?:{_WHOLE})\s|{_ELIDED})?|{_OF_ELIDED})(?P<name>[^:.!?]{{3,90}})\Z")
_ANNOUNCES = either_apostrophe(alternation(forms_of("announcing_verbs")))
_LEAD = re.compile(
    rf"(?:(?i:{_WHOLE})\s|(?i:{_ELIDED}))?(?:[«“\"]\s?)?(?P<name>[^\s,.;:!?()«»“”\"][^,.;:!?()«»“”\"]{{2,110}}?)"
    rf"(?:\s?[»”\"])?(?:\s\((?P<short>[{UPPER}][\w.&-]{{1,14}})\))?(?:,\s[^.;:!?«»]{{3,150}},)?\s(?:{_ANNOUNCES})(?!\w)"
)
_MOST_WORDS = 14


def find_issuer(
    text: str,
    paragraphs: Sequence[Paragraph],
    dateline: Dateline | None,
    letterhead: Letterhead | None,
    contacts: Sequence[Contact],
) -> Issuer | None:
    """Who issues a release, or None where the text does not say so."""
    told: list[tuple[str, Part | None]] = [
        ("source line", _source(text, paragraphs)),
        ("sender line", _sender(text, paragraphs, letterhead)),
        ("dateline", dateline.issuer if dateline else None),
        ("agency", _agency(text, paragraphs, dateline)),
        ("letterhead", letterhead.name if letterhead else None),
    ]
    if _is_release(text, paragraphs):
        told += [
            ("lead", _lead(text, paragraphs, dateline)),
            ("boilerplate", _about(text, paragraphs)),
            ("signature", _signature(text, paragraphs)),
            ("contact", _office(text, contacts)),
        ]
    for found, part in told:
        if part and part.text:
            return Issuer(start=part.start, end=part.end, text=part.text, found=found)
    return None


def _is_release(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """It says that it is one, or whom to ask, or where it ends."""
    return any(
        p.kind in ("embargo", "contact", "end", "boilerplate")
        or (number < HEAD and p.kind in ("heading", "title", "subtitle", "dateline") and MARKER.match(p.text))
        for number, p in enumerate(paragraphs)
    )


def _source(text: str, paragraphs: Sequence[Paragraph]) -> Part | None:
    """*SOURCE Agence des sentiers*; or *Anne Roy Source : Agence des sentiers* in the last line."""
    for p in paragraphs:
        match = SOURCE_LINE.match(p.text) if p.kind == "source" else None
        if match:
            # On one line; what a second line adds is an office or an address.
            line = re.compile(r"[^\n\r]+").match(text, p.start + match.end(), p.end)
            return part_of(text, *line.span()) if line else None
    if paragraphs and len(paragraphs[-1].text) <= 200:
        inline = _INLINE_SOURCE.search(paragraphs[-1].text)
        if inline:
            return part_of(text, *(paragraphs[-1].start + at for at in inline.span("name")))
    return None


def _sender(text: str, paragraphs: Sequence[Paragraph], letterhead: Letterhead | None) -> Part | None:
    """*De : Agence des ponts*, *Communiqué par la Ligue des eaux*, *Communiqué de la Ligue des eaux*"""
    for number, p in enumerate(paragraphs):
        is_head = number < HEAD and p.kind in ("heading", "title", "subtitle")
        match = FROM_LINE.match(p.text) if is_head and p.kind == "heading" else None
        sent = SENT_BY.match(p.text) if (is_head or number >= len(paragraphs) - HEAD) and len(p.text) <= 120 else None
        if match:
            return part_of(text, p.start + match.end(), p.end)
        if sent and sent.end() < len(p.text):
            return _unless_short(_without_article(text, p.start + sent.end(), p.end), letterhead)
        if sent and number + 1 < len(paragraphs) and len(paragraphs[number + 1].text) <= 120:
            return part_of(text, paragraphs[number + 1].start, paragraphs[number + 1].end)
        marker = MARKER.match(p.text) if is_head else None
        issued = _ISSUED_BY.match(p.text, marker.end()) if marker else None
        if issued and _is_body(issued["name"]) and (p.text.isupper() or issued["name"][0].isupper()):
            return part_of(text, p.start + issued.start("name"), p.end)
    return None


def _unless_short(part: Part, letterhead: Letterhead | None) -> Part | None:
    """An acronym says less than the letterhead above."""
    return None if letterhead and " " not in part.text and part.text.isupper() else part


def _without_article(text: str, start: int, end: int) -> Part:
    article = _ARTICLE.match(text, start, end)
    return part_of(text, article.end() if article else start, end)


def _agency(text: str, paragraphs: Sequence[Paragraph], dateline: Dateline | None) -> Part | None:
    """*PARIS (Reuters) –*, *(AFP)* or *© 2016 AFP* at the end, *ATOP/BV/AR*: who writes, not who only carries."""
    if dateline and dateline.wire and fold(dateline.wire) not in _CARRIERS:
        is_known = fold(dateline.wire) in _AGENCIES or dateline.wire.isupper()
        at = text.find(dateline.wire, dateline.start, dateline.end)
        if is_known and at >= 0:
            return part_of(text, at, at + len(dateline.wire))
    for p in paragraphs[-3:]:
        start = max(0, len(p.text) - 60)
        match = _MARK.search(p.text, start) or _SIGNED.match(p.text)
        if match:
            return part_of(text, *(p.start + at for at in match.span(match.lastgroup)))
    return None


def _lead(text: str, paragraphs: Sequence[Paragraph], dateline: Dateline | None) -> Part | None:
    """*La Ligue des eaux annonce …*, *L'Agence (ASP), qui gère …, a publié …*: a body, and not one of several."""
    lead = next((p for p in paragraphs if p.kind == "lead"), None)
    if lead is None:
        return None
    start = dateline.end if dateline and lead.start <= dateline.start < dateline.end < lead.end else lead.start
    start += len(text[start : lead.end]) - len(text[start : lead.end].lstrip())
    match = _LEAD.match(text, start, min(lead.end, start + 400))
    if match is None or not _is_body(match["name"], short=match["short"], text=text):
        return None
    return part_of(text, *match.span("name"))


def _is_body(name: str, *, short: str | None = None, text: str = "") -> bool:
    """*Ligue des eaux*: by its noun and a name in it, by its acronym, or its addresses bear it; a minister is none."""
    noun, said = first_noun(name), name.split()
    if len(said) > _MOST_WORDS or not any(word[0].isupper() for word in said) or noun in _functions():
        return False
    if short or (noun in body_nouns() and len(said) > 1):
        return True
    if {fold(word) for word in said} & body_nouns() and name[0].isupper():
        return True
    addresses = " ".join(m.group() for pattern in (EMAIL, URL) for m in pattern.finditer(text)).casefold()
    return any(len(word) > 3 and word[0].isupper() and fold(word) in addresses for word in said)


def _functions() -> frozenset[str]:
    return frozenset(map(fold, (*column("titles", "form"), *column("contact_functions", "noun"))))


def _about(text: str, paragraphs: Sequence[Paragraph]) -> Part | None:
    """*À propos de Brumal*, where nobody else is told of."""
    found = [(p, m) for p in paragraphs if p.kind in ("heading", "boilerplate") and (m := ABOUT.match(p.text))]
    if len(found) != 1:
        return None
    p, match = found[0]
    end = re.compile(r"\s?[:–—\n.(]|\s?[»”]\s|\Z").search(p.text, match.end())
    part = _without_article(text, p.start + match.end(), p.start + end.start())
    return part if len(part.text.split()) <= _MOST_WORDS and part.text[:1].isupper() else None


def _signature(text: str, paragraphs: Sequence[Paragraph]) -> Part | None:
    """*Le Collectif des quais*, alone below the last sentences."""
    tail = [p for p in paragraphs if p.kind not in ("contact", "links", "end", "boilerplate")][-2:]
    for p in tail:
        line = bare_line(p.text)
        if p.kind in ("body", "heading", "signature") and line and len(line) <= 100 and line[-1] not in ".!?:;,»”…":
            part = _without_article(text, p.start, p.end)
            if part.text[:1].isupper() and first_noun(part.text) in body_nouns() and _is_body(part.text):
                return part
    return None


def _office(text: str, contacts: Sequence[Contact]) -> Part | None:
    """*Ligue des eaux, BP 1006, 38000 Brumal*: the body of the first contact, without where it is."""
    office = contacts[0].office if contacts else None
    if office is None or first_noun(office.text) not in body_nouns():
        return None
    part = _first_name(text, office)
    return part if _is_body(part.text) else None


def _first_name(text: str, part: Part) -> Part:
    """*Ligue des eaux de Brumal|Maison des arts*: a noun of bodies with a capital, behind a name, begins another."""
    for before, word in pairwise(re.finditer(r"\S+", part.text)):
        is_new = word.group().istitle() and fold(word.group()) in body_nouns()
        if is_new and before.group().istitle() and before.start():
            return part_of(text, part.start, part.start + before.end())
    return part
