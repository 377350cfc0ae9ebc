"""Contact paragraphs → who answers questions: people and offices with their addresses."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from helpers.lexicon.words import alternation, column, either_apostrophe, forms_of
from helpers.lexicon.words import words as word_class
from helpers.release.addresses import EMAIL, EXTENSION, URL, contact_fields, phone_numbers
from helpers.release.headings import LABEL, NAMED, UPPER, contact_headings
from helpers.release.parts import Contact, Paragraph, Part, Phone, part_of
from helpers.text.typography import fold, words

_BETWEEN = re.compile(r"[,;|\n\r()<>\[\]:•·/*\t]+|[ \xa0][-–—][ \xa0]|^[-–—]\s*")


_STREET, _BOX = alternation(word_class("street word")), alternation(word_class("post box"))
_POSTAL = re.compile(rf"\s(?:(?i:{_BOX})\s?\d|\d{{1,4}},?\s(?i:{_STREET})\s|\d{{4,5}}\s(?=[{UPPER}]))")
"""*Ligue des eaux|BP 1006*, *|12, rue des Ponts*, *|38000 Brumal*: where an address in the post begins."""


@cache
def _web_fields() -> frozenset[str]:
    """*Facebook : Ligue des eaux*: behind these stands no name."""
    return frozenset(fold(form) for form in forms_of("contact_fields", field="web"))


@cache
def _functions() -> frozenset[str]:
    functions = (*column("titles", "form", kind="function"), *column("contact_functions", "noun"))
    return frozenset(map(fold, functions))


@cache
def _office_words() -> frozenset[str]:
    """Words that no person's name holds: of bodies, of functions, of contact labels."""
    labels = (word for label in contact_headings() for word in words(label))
    offices = map(fold, (*column("body_words", "form"), *column("contact_offices", "noun")))
    return frozenset(w for w in (*labels, *offices) if len(w) > 3) | _functions()


@dataclass
class _Group:
    """What has been read of one contact."""

    name: Part | None = None
    function: Part | None = None
    office: Part | None = None
    addresses: list[Part] = field(default_factory=list)
    numbers: list[Phone] = field(default_factory=list)

    @property
    def is_reached(self) -> bool:
        """It has an e-mail address or a telephone number."""
        return bool(self.addresses or self.numbers)

    def ends_before(self, kind: str) -> bool:
        """*Anne Roy, 418-555-0199 | Luc Favre*: whether a piece of some kind belongs to the next contact."""
        if kind in ("label", "name"):
            return self.is_reached or self.name is not None
        return kind in ("function", "office") and self.is_reached

    def add(self, kind: str, part: Part | None) -> None:
        """Take a piece; of several functions or offices the first counts, of one address printed twice the second."""
        if kind == "name":
            self.name = part
        elif kind == "function":
            self.function = self.function or part
        elif kind == "office":
            self.office = self.office or part
        elif kind == "email":
            self.addresses = [a for a in self.addresses if a.text != part.text] + [part]
        elif kind == "phone":
            self.numbers.append(part)

    def contact(self, text: str) -> Contact:
        """The contact, from its first piece to its last."""
        extensions = [n.extension for n in self.numbers]
        pieces = (self.name, self.function, self.office, *self.addresses, *self.numbers, *extensions)
        found = [piece for piece in pieces if piece]
        part = part_of(text, min(x.start for x in found), max(x.end for x in found))
        return Contact(
            start=part.start,
            end=part.end,
            text=part.text,
            name=self.name,
            function=self.function,
            office=self.office,
            addresses=tuple(self.addresses),
            numbers=tuple(self.numbers),
        )


def find_contacts(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Contact]:
    """The people and offices of the contact blocks; one without a name and an address is none."""
    for is_contact, run in groupby(paragraphs, key=lambda p: p.kind == "contact"):
        if is_contact:
            for group in _groups(text, run):
                if group.name or group.is_reached:
                    yield group.contact(text)


def _groups(text: str, run: Iterable[Paragraph]) -> Iterator[_Group]:
    """The pieces of contact paragraphs that stand below each other, contact by contact."""
    group = _Group()
    for kind, part in (atom for p in run for atom in _atoms(text, p)):
        if group.ends_before(kind):
            yield group
            group = _Group()
        group.add(kind, part)
    yield group


def _atoms(text: str, p: Paragraph) -> Iterator[tuple[str, Part | None]]:
    """The pieces of a contact paragraph in order: label, name, function, office, email, phone."""
    at = _label_end(p.text)
    if at:
        yield "label", None
    for start, end, kind, part in _addresses(text, p):
        if start < at:
            continue
        yield from _named(text, p, at, start)
        if part:
            yield kind, part
        at = end
    yield from _named(text, p, at, len(p.text))


def _label_end(text: str) -> int:
    """Where the label ends that a paragraph opens with (*Renseignements :*), else 0; a function is no label."""
    label = LABEL.match(text)
    if label is None or label["after"] is None or label["more"]:
        return 0
    return 0 if fold(words(label["label"])[0]) in _functions() else label.end()


def _addresses(text: str, p: Paragraph) -> list[tuple[int, int, str, Part | None]]:
    """Start, end, kind and part of each address in order; a web address is not kept and has no part."""
    found: list[tuple[int, int, str, Part | None]] = []
    for match in EMAIL.finditer(p.text):
        found.append((*match.span(), "email", part_of(text, p.start + match.start(), p.start + match.end())))
    for start, number in phone_numbers(p.text, expected=p.kind == "contact" or bool(EMAIL.search(p.text))):
        end = start + len(number)
        match = EXTENSION.match(p.text, end)
        extension = part_of(text, p.start + match.start("number"), p.start + match.end("number")) if match else None
        phone = Phone(start=p.start + start, end=p.start + end, text=number, extension=extension)
        found.append((start, match.end() if match else end, "phone", phone))
    for match in URL.finditer(p.text):
        found.append((*match.span(), "web", None))
    return sorted(found, key=lambda address: address[:2])


def _named(text: str, p: Paragraph, start: int, end: int) -> Iterator[tuple[str, Part]]:
    """Names, functions and offices in a stretch without addresses."""
    at, is_handle = start, False
    for stop, following in [*(m.span() for m in _BETWEEN.finditer(p.text, start, end)), (end, end)]:
        part = part_of(text, p.start + at, p.start + stop)
        at = following
        postal = _POSTAL.search(part.text)
        if postal:
            part = part_of(text, part.start, part.start + postal.start())
        kind = None if is_handle else _piece_kind(part.text)
        is_handle = bool(part.text) and fold(part.text.split()[-1]) in _web_fields()
        if kind:
            yield kind, part


def _piece_kind(piece: str) -> str | None:
    """*Anne Roy*: name; *porte-parole*: function; *Agence des sentiers*: office; *Tél.*, *ou* and sentences: None."""
    said = words(piece)
    if not said or len(said) > 14 or len(piece) < 4 or piece[0].isdigit():
        return None
    first = fold(piece).split()[0]
    if fold(piece) in contact_fields() or first in contact_fields() or first in word_class("purpose preposition"):
        return None
    folded = [fold(w) for w in said]
    if any(w in _functions() for w in folded[:2]):
        return "function"
    if NAMED.fullmatch(piece) and not any(w in _office_words() for w in folded):
        return "name"
    ends = piece[-1] in "!?" or (piece[-1] == "." and len(said[-1]) > 4)  # as sentences do, not as "inc." does
    return "office" if piece[0].isupper() and not ends else None


@cache
def _invitation() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{either_apostrophe(alternation(forms_of('contact_invitations')))})(?!\w)", re.IGNORECASE
    )


def find_invitations(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Contact]:
    """Without a contact block: the addresses in a paragraph of the second half that asks to write or call."""
    said = [p for p in paragraphs if p.kind in ("lead", "body", "boilerplate", "bullet", "fact")]
    for p in said[len(said) // 2 :]:
        asked = _invitation().search(p.text)
        found = [part for kind, part in _atoms(text, p) if kind in ("email", "phone")] if asked else []
        emails = {part.text: part for part in found if not isinstance(part, Phone)}
        numbers = tuple(part for part in found if isinstance(part, Phone))
        if found:
            span = part_of(text, found[0].start, max(part.end for part in found))
            yield Contact(
                start=span.start,
                end=span.end,
                text=span.text,
                name=None,
                function=None,
                office=None,
                addresses=tuple(emails.values()),
                numbers=numbers,
            )
