"""Contact paragraphs → who answers questions: people and offices with their addresses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from helpers.lexicon.words import alternation, column, forms_of
from helpers.lexicon.words import words as word_class
from helpers.release.addresses import EMAIL, EXTENSION, URL, contact_fields, phone_numbers
from helpers.release.headings import LABEL, NAMED, contact_headings
from helpers.release.parts import Contact, Paragraph, Part, Phone, part_of
from helpers.text.typography import fold, words

_BETWEEN = re.compile(r"[,;|\n\r()<>\[\]:•·/*\t]+|[ \xa0][-–—][ \xa0]|^[-–—]\s*")


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
    addresses: list[Part] | None = None
    numbers: list[Phone] | None = None

    @property
    def is_reached(self) -> bool:
        return bool(self.addresses or self.numbers)

    def parts(self) -> list[Part]:
        numbers = [x for n in self.numbers or [] for x in (n, n.extension)]
        return [x for x in (self.name, self.function, self.office, *(self.addresses or []), *numbers) if x]


def find_contacts(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Contact]:
    """The people and offices of the contact blocks; one without a name and an address is none."""
    run: list[Paragraph] = []
    for p in (*paragraphs, None):
        if p is not None and p.kind == "contact":
            run.append(p)
            continue
        if run:
            for group in _groups(text, run):
                if group.name or group.is_reached:
                    found = group.parts()
                    part = part_of(text, min(x.start for x in found), max(x.end for x in found))
                    yield Contact(
                        start=part.start,
                        end=part.end,
                        text=part.text,
                        name=group.name,
                        function=group.function,
                        office=group.office,
                        addresses=tuple(group.addresses or ()),
                        numbers=tuple(group.numbers or ()),
                    )
        run = []


def _groups(text: str, run: Sequence[Paragraph]) -> Iterator[_Group]:
    group = _Group()
    for kind, part in (atom for p in run for atom in _atoms(text, p)):
        if kind == "label":
            fresh = group.is_reached or group.name is not None
        elif kind == "name":
            fresh = group.is_reached or group.name is not None
        elif kind in ("function", "office"):
            fresh = group.is_reached
        else:
            fresh = False
        if fresh:
            yield group
            group = _Group()
        if kind == "name":
            group.name = part
        elif kind == "function":
            group.function = group.function or part
        elif kind == "office":
            group.office = group.office or part
        elif kind == "email":
            group.addresses = [a for a in group.addresses or [] if a.text != part.text] + [part]
        elif kind == "phone":
            group.numbers = [*(group.numbers or []), part]
    yield group


def _atoms(text: str, p: Paragraph) -> Iterator[tuple[str, Part | None]]:
    """The pieces of a contact paragraph in order: label, name, function, office, email, phone."""
    busy: list[tuple[int, int, str, Part | None]] = []
    for match in EMAIL.finditer(p.text):
        busy.append((*match.span(), "email", part_of(text, p.start + match.start(), p.start + match.end())))
    for start, number in phone_numbers(p.text):
        end = start + len(number)
        match = EXTENSION.match(p.text, end)
        extension = part_of(text, p.start + match.start("number"), p.start + match.end("number")) if match else None
        phone = Phone(start=p.start + start, end=p.start + end, text=number, extension=extension)
        busy.append((start, match.end() if match else end, "phone", phone))
    for match in URL.finditer(p.text):
        busy.append((*match.span(), "web", None))
    label = LABEL.match(p.text)
    at = 0
    is_function = label and any(fold(word) in _functions() for word in words(label["label"])[:1])
    if label and label["after"] is not None and not label["more"] and not is_function:
        yield "label", None
        at = label.end()
    for start, end, kind, part in sorted(busy, key=lambda b: b[:2]):
        if start < at:
            continue
        yield from _named(text, p, at, start)
        if kind != "web":
            yield kind, part
        at = end
    yield from _named(text, p, at, len(p.text))


def _named(text: str, p: Paragraph, start: int, end: int) -> Iterator[tuple[str, Part]]:
    """Names, functions and offices in a stretch without addresses."""
    at = start
    for stop, following in [*(m.span() for m in _BETWEEN.finditer(p.text, start, end)), (end, end)]:
        part = part_of(text, p.start + at, p.start + stop)
        at = following
        kind = _piece_kind(part.text)
        if kind:
            yield kind, part


def _piece_kind(piece: str) -> str | None:
    """name, function or office; None for what only stands between these (*Tél.*, *ou*, sentences)."""
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
    return re.compile(rf"(?<!\w)(?:{alternation(forms_of('contact_invitations'))})(?!\w)", re.IGNORECASE)


def find_invitations(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Contact]:
    """Without a contact block: the addresses in a closing paragraph that asks to write or call."""
    for p in [p for p in paragraphs if p.kind in ("lead", "body", "boilerplate", "bullet", "fact")][-3:]:
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
