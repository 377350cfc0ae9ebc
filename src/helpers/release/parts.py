"""The parts of a release, each a stretch of its text."""

import datetime
from dataclasses import dataclass, fields, replace
from typing import Any

from helpers.text.normal_form import NormalForm
from helpers.text.typography import trim


@dataclass(frozen=True, kw_only=True)
class Part:
    """A stretch of the release's text; ``end`` is exclusive."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Paragraph(Part):
    """A paragraph and what it is for.

    ``kind``: title, subtitle, embargo, dateline, lead, body, heading, bullet, fact (under a heading such as *Faits
    en bref*: a claim of the issuer), signature (who said the words above), boilerplate, links, end, source, contact.
    """

    kind: str


@dataclass(frozen=True, kw_only=True)
class Section(Part):
    """A heading with what stands under it.

    ``role``: text, quotes (*Citations*), facts (*Faits en bref*), notes (*Note aux rédacteurs*), boilerplate (*À propos
    de*), links (*Liens connexes*) or contact. ``heading`` is None for what stands before the first heading.
    """

    role: str
    heading: Paragraph | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, kw_only=True)
class Dateline(Part):
    """*OTTAWA, le 4 oct. 2019 /CNW/ -*: where, when, by which wire; ``issuer`` where it names that too.

    ``when`` is the date as far as it is printed: 2019-10-04, --10-04 (*le 4 oct.*), 2019-10 (*octobre 2019*); ``date``
    is a whole one. ``found`` tells where it stands: dateline, date line (alone, without a place), heading (*Communiqué
    du 4 octobre 2019*), signature (*Fait à Ottawa, le …*), agency (its mark at the end) or lead (*aujourd'hui, …*).
    """

    place: str | None
    date: datetime.date | None
    wire: str | None
    region: str | None = None
    issuer: Part | None = None
    when: str | None = None
    found: str = "dateline"


@dataclass(frozen=True, kw_only=True)
class Issuer(Part):
    """Who issues a release, and what tells it.

    ``found``: source line, sender line, dateline, agency (its wire or its mark), letterhead, lead, boilerplate,
    signature or contact.
    """

    found: str


@dataclass(frozen=True, kw_only=True)
class Embargo(Part):
    """*Pour diffusion immédiate*, or until when nothing may be published (None where no date is printed)."""

    is_immediate: bool
    until: datetime.date | None


@dataclass(frozen=True, kw_only=True)
class Phone(Part):
    """A telephone number as printed, and its extension (*poste 234*: 234)."""

    extension: Part | None


@dataclass(frozen=True, kw_only=True)
class Contact(Part):
    """Who answers questions: a person, an office or both, with addresses as printed."""

    name: Part | None
    function: Part | None
    office: Part | None
    addresses: tuple[Part, ...]
    numbers: tuple[Phone, ...]

    @property
    def label(self) -> str | None:
        """The person, without one the office, without one the function."""
        named = self.name or self.office or self.function
        return named.text if named else None

    @property
    def emails(self) -> tuple[str, ...]:
        """E-mail addresses."""
        return tuple(a.text for a in self.addresses)

    @property
    def phones(self) -> tuple[str, ...]:
        """Telephone numbers without extension."""
        return tuple(n.text for n in self.numbers)

    @property
    def email(self) -> str | None:
        """The first e-mail address."""
        return self.addresses[0].text if self.addresses else None

    @property
    def phone(self) -> str | None:
        """The first telephone number, without extension."""
        return self.numbers[0].text if self.numbers else None


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The parts of a text, in order; see ``Release``."""

    stamp: Part | None
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    title: Part | None
    subtitle: Part | None
    embargo: Embargo | None
    dateline: Dateline | None
    boilerplate: Part | None
    end_mark: Part | None
    source: Issuer | None
    contacts: tuple[Contact, ...]
    stated: Dateline | None


def part_of(text: str, start: int, end: int) -> Part:
    """The part of a text between two positions, without the white space at its ends."""
    start, end = trim(text, start, end)
    return Part(start=start, end=end, text=text[start:end])


def in_place(found: Any, form: NormalForm) -> Any:
    """Parts of a normal form, alone, in tuples or in a layout, as parts of the text as it stands."""
    if isinstance(found, tuple):
        return tuple(in_place(one, form) for one in found)
    if not isinstance(found, Part | Layout):
        return found
    inside = {field.name: in_place(getattr(found, field.name), form) for field in fields(found)}
    if isinstance(found, Part):
        start, end = form.span(found.start, found.end)
        inside |= {"start": start, "end": end, "text": form.original[start:end]}
    return replace(found, **inside)
