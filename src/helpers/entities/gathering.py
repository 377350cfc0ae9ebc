"""Runs of names → persons: one for all mentions that share a full name, or its surname, or a title and a surname."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from helpers.entities.bodies import Bodies
from helpers.entities.functions import (
    affiliation_behind,
    apposition,
    function_before,
    function_behind,
    same_function,
)
from helpers.entities.gender import (
    agrees,
    gender_by_agreement,
    gender_by_title,
    gender_of_civil,
    gender_of_first_name,
)
from helpers.entities.names import PARTICLES, initials_agree, is_bare_name, printed, surname
from helpers.entities.persons import Person, is_personal
from helpers.entities.titles import civil_title, title_before, without_glued_title
from helpers.french.document import ReleaseDoc
from helpers.french.persons import is_human, is_title
from helpers.lexicon.words import OF, POSSESSIVES
from helpers.text.typography import fold


def persons_of(
    document: ReleaseDoc, runs: Sequence[tuple[int, int]], spoken: frozenset[int], bodies: Bodies
) -> tuple[Person, ...]:
    """The persons whom runs of names name, in order of first mention in full, then of those without one.

    Args:
        document: the release read.
        runs: first and last token of each run that can be a name, in order.
        spoken: tokens at which a mention of a source begins; a bare name there is a person's.
        bodies: tells what an affiliation is called in full.
    """
    gathered = _Gathered(document, runs)
    others = []
    for run in runs:
        if not gathered.take_full_name(*run, spoken):
            others.append(run)
    for run in others:
        gathered.take_surname(*run)
    persons = (draft for draft in gathered.persons if not draft.is_complement(document))
    return tuple(draft.complete(document, bodies) for draft in persons)


@dataclass
class _Draft:
    """A person while the mentions are gathered."""

    name: str
    is_personal: bool
    mentions: list[tuple[int, int]] = field(default_factory=list)
    gender: str | None = None  # by the titles before the mentions
    times_in_full: int = 0

    @property
    def surname(self) -> str:
        return surname(self.name)

    def note(self, doc: Doc, first: int, last: int) -> None:
        self.mentions.append((first, last))
        self.gender = self.gender or gender_by_title(doc, first)

    def complete(self, document: ReleaseDoc, bodies: Bodies) -> Person:
        """With what stands beside each mention; what is said first holds."""
        title, affiliation, gender = None, None, self.gender
        roles: list[str] = []
        for first, last in self.mentions:
            title = title or civil_title(document, first)
            before = function_before(document, first)
            if before and not any(same_function(before.text, role) for role in roles):
                roles.append(before.text)
                gender = gender or before.gender
            phrase = apposition(document, last)
            behind = function_behind(document, phrase) if phrase else None
            if behind:
                gender = gender or behind.gender
                if behind.text not in roles:
                    roles.append(behind.text)
            if affiliation is None:
                affiliation = affiliation_behind(document, last, phrase)
                affiliation = bodies.in_full(affiliation) if affiliation else affiliation
            gender = gender or gender_by_agreement(document.doc, first)
        gender = self._rather_by_name(document, gender, title)
        return Person(
            self.name, self.surname, tuple(self.mentions), tuple(roles), affiliation, gender, title, self.is_personal
        )

    def _rather_by_name(self, document: ReleaseDoc, gender: str | None, title: str | None) -> str | None:
        """*le docteur Awa Roy*, *le Pr Hélène Roy*: a function in the masculine is no man's for that."""
        if gender != "m" or (title is not None and gender_of_civil(title)):
            return gender
        full = next((run for run in self.mentions if run[1] > run[0]), None)
        return "f" if full is not None and gender_of_first_name(document.doc, full[0]) == "f" else gender

    def is_complement(self, document: ReleaseDoc) -> bool:
        """*les riverains | de Keur Brise*: what is only ever another noun's, without a first name, is a place."""
        doc = document.doc
        is_governed = all(
            first > 1 and doc[first - 1].lower_ in OF and not is_human(doc[first - 2]) for first, _ in self.mentions
        )
        return is_governed and gender_of_first_name(doc, self.mentions[0][0]) is None


class _Gathered:
    """The persons found so far, in order."""

    def __init__(self, document: ReleaseDoc, runs: Sequence[tuple[int, int]]) -> None:
        self.document, self.doc = document, document.doc
        self._printed = {fold(printed(document, *run)) for run in runs}
        self.persons: list[_Draft] = []
        self._by_name: dict[str, _Draft] = {}

    def take_full_name(self, first: int, last: int, spoken: frozenset[int]) -> bool:
        """Note a run that is a person's name in full; say whether it is one."""
        if last == first or " " not in printed(self.document, first, last):
            return False  # Roy-Lambert alone is a surname
        if _is_function(self.doc, first, last) or self._is_surname(first, last):
            return False
        personal = is_personal(self.document, first, last)
        if not personal and not (first in spoken and is_bare_name(self.doc, first, last)):
            return False
        person = self._called(printed(self.document, first, last))
        person.is_personal |= personal
        person.times_in_full += 1
        person.note(self.doc, first, last)
        return True

    def _called(self, name: str) -> _Draft:
        """The person of that name, or of the same surname and initial, else a new one; the longest name is kept."""
        person = self._by_name.get(fold(name)) or self._of_same_surname(name)
        if person is None:
            person = _Draft(name, is_personal=False)
            self.persons.append(person)
        elif len(name) > len(person.name):
            person.name = name
        self._by_name[fold(name)] = person
        return person

    def _of_same_surname(self, name: str) -> _Draft | None:
        last = fold(name.split()[-1])
        return next((p for p in self.persons if fold(p.surname) == last and initials_agree(p.name, name)), None)

    def _is_surname(self, first: int, last: int) -> bool:
        """*M. De Bock*, *Van den Berg*: behind a title or with a particle, the end of a name in full elsewhere."""
        ending = f" {fold(printed(self.document, first, last))}"
        is_called = title_before(self.doc, first) or self.doc[first].lower_ in PARTICLES
        return bool(is_called) and any(name.endswith(ending) for name in self._printed)

    def take_surname(self, first: int, last: int) -> None:
        """Note a surname alone, known from a full name elsewhere; or new behind a title."""
        while first < last and is_title(self.doc[first]):
            first += 1
        name = without_glued_title(printed(self.document, first, last))
        fitting = self._fitting(fold(name), gender_by_title(self.doc, first), _is_of_family(self.doc, first))
        if fitting:
            before = [p for p in fitting if p.mentions[0][0] < first]
            (before or fitting)[-1].note(self.doc, first, last)
        elif (
            title_before(self.doc, first)
            and not is_title(self.doc[first])
            and self.doc[first].lower_ not in OF
            and not _is_of_letters(self.doc, first, last)
        ):
            person = _Draft(name, is_personal=True)
            self.persons.append(person)
            person.note(self.doc, first, last)

    def _fitting(self, name: str, gender: str | None, is_of_family: bool) -> list[_Draft]:
        known = [p for p in self.persons if name in _surnames(p) or _ends_in(p.name, name)]
        called = self._called_by_first_name(name)
        if is_of_family:
            called = [p for p in called if self._has_relatives(p)] or called
        if len(called) == 1 and all(p.times_in_full < called[0].times_in_full for p in known):
            known = called  # Anne said later, of the only Anne
        return [p for p in known if agrees(gender, p.gender)]

    def _called_by_first_name(self, name: str) -> list[_Draft]:
        """*Anne Roy*, not *Anne Roy Conseil* too."""
        called = [p for p in self.persons if " " in p.name and name == fold(p.name.split()[0])]
        return [p for p in called if not any(p.name.startswith(f"{other.name} ") for other in called)]

    def _has_relatives(self, person: _Draft) -> bool:
        """Whether another person has the same surname."""
        return any(p is not person and p.surname == person.surname for p in self.persons)


def _surnames(person: _Draft) -> set[str]:
    """*de La Tour* and *La Tour*; the whole name too."""
    parts = fold(person.surname).split()
    while len(parts) > 1 and parts[0] in PARTICLES:
        parts.pop(0)
    bare = fold(person.surname).removeprefix(f"{fold(person.surname).split()[0]} ")
    return {fold(person.name), fold(person.surname), bare, " ".join(parts)}


def _ends_in(name: str, surname_: str) -> bool:
    """*Luc Roy Petit*, of whom *M. Roy Petit* tells more."""
    return " " in surname_ and fold(name).endswith(f" {surname_}")


def _is_of_family(doc: Doc, first: int) -> bool:
    """*son fils | Luc*: a first name behind what a possessive says one is to somebody."""
    return first > 1 and doc[first - 1].pos_ == "NOUN" and doc[first - 2].lower_ in POSSESSIVES


def _is_function(doc: Doc, first: int, last: int) -> bool:
    """*Premier Ministre*, *Président de la République*: titles in capitals, which name nobody."""
    if is_title(doc[first]) and doc[first + 1].lower_ in OF:
        return True
    return all(is_title(t) or t.pos_ == "ADJ" for t in doc[first : last + 1]) and is_title(doc[last])


def _is_of_letters(doc: Doc, first: int, last: int) -> bool:
    """*le député | RDS-Verts*: capitals alone, or one at the head, are a party's or a body's."""
    return any(t.text.isupper() and (len(t) > 1 or t.i == first) for t in doc[first : last + 1])
