"""What the layout of a release says: its parts, each with its place.

Everything here is read from typography and set phrases, never from a parse. The set phrases (headings,
contact labels, embargo lines, end marks) stand in tables. What a release does not state is None.
Each step has a module: ``blocks``, ``dateline``, ``letterhead``, ``kinds``, ``contacts``,
``issuer``; what they find is described in ``parts``.
"""

import re
from collections.abc import Iterator, Sequence

from helpers.release.blocks import Block, paragraph_spans
from helpers.release.contacts import find_contacts, find_invitations
from helpers.release.dateline import find_dateline, find_embargo, find_stated
from helpers.release.headings import known_heading
from helpers.release.issuer import find_issuer
from helpers.release.kinds import KindReader
from helpers.release.letterhead import find_letterhead
from helpers.release.parts import Layout, Paragraph, Part, Section, part_of


def read_layout(text: str) -> Layout:
    """The parts of a text, each an exact slice of it."""
    stamp = _stamp(text)
    start = stamp.end if stamp else int(text.startswith("\ufeff"))
    blocks = [Block(text, s, e, group) for s, e, group in paragraph_spans(text, start)]
    dateline = find_dateline(text, blocks)
    letterhead = find_letterhead(text, blocks, dateline)
    kinds, roles = KindReader(text, blocks, dateline, letterhead).read()
    paragraphs = tuple(
        Paragraph(start=b.start, end=b.end, text=b.text, kind=kind) for b, kind in zip(blocks, kinds, strict=True)
    )
    sections = tuple(_sections(text, paragraphs, roles))
    contacts = tuple(find_contacts(text, paragraphs)) or tuple(find_invitations(text, paragraphs))
    end_mark = next((part_of(text, p.start, p.end) for p in paragraphs if p.kind == "end"), None)
    return Layout(
        stamp=stamp,
        paragraphs=paragraphs,
        sections=sections,
        title=_first(text, paragraphs, "title"),
        subtitle=_first(text, paragraphs, "subtitle"),
        embargo=find_embargo(text, paragraphs, dateline),
        dateline=dateline,
        boilerplate=_boilerplate(text, paragraphs, roles),
        end_mark=end_mark,
        source=find_issuer(text, paragraphs, dateline, letterhead, contacts),
        stated=None if dateline and dateline.date else find_stated(text, paragraphs),
        contacts=contacts,
    )


def _first(text: str, paragraphs: Sequence[Paragraph], kind: str) -> Part | None:
    return next((part_of(text, p.start, p.end) for p in paragraphs if p.kind == kind), None)


_STAMP = re.compile(r"\ufeff?\s{0,20}date \d{4}-\d{2}(?:-\d{2})?(?=\s)")


def _stamp(text: str) -> Part | None:
    """A crawler's date before the text proper (*date 2019-10*), without the white space around it."""
    match = _STAMP.match(text)
    return part_of(text, match.start() + text.startswith("\ufeff"), match.end()) if match else None


# --- sections --------------------------------------------------------------------------------------

_PLAIN_ROLE = {"release": "text", "tail": "text"}


def _sections(text: str, paragraphs: Sequence[Paragraph], roles: Sequence[str]) -> Iterator[Section]:
    """Headings with what stands under them, in order; title, dateline and the like belong to none."""
    heading: Paragraph | None = None
    role, held = "text", list[Paragraph]()

    def close() -> Iterator[Section]:
        if heading is None and not held:
            return
        start, end = (heading or held[0]).start, (held[-1] if held else heading).end
        yield Section(start=start, end=end, text=text[start:end], role=role, heading=heading, paragraphs=tuple(held))

    for p, now in zip(paragraphs, roles, strict=True):
        now = _PLAIN_ROLE.get(now, now)
        if p.kind in ("title", "subtitle", "embargo", "dateline", "end", "source"):
            yield from close()
            heading, held = None, []
            continue
        is_contact_heading = p.kind == "contact" and role != "contact" and known_heading(p.text) == "contact"
        if p.kind == "heading" or is_contact_heading or (held and now != role) or (heading and now != role):
            yield from close()
            heading, held = (p, []) if p.kind == "heading" or is_contact_heading else (None, [p])
        else:
            held.append(p)
        role = now
    yield from close()


def _boilerplate(text: str, paragraphs: Sequence[Paragraph], roles: Sequence[str]) -> Part | None:
    """The stretch from the first heading such as *À propos de X* to the end of what belongs to it or its like."""
    first = next((i for i, role in enumerate(roles) if role == "boilerplate"), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(roles) and roles[last + 1] == "boilerplate":
        last += 1
    return part_of(text, paragraphs[first].start, paragraphs[last].end)
