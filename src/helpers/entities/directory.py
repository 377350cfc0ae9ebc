"""The persons and bodies of a release: who *le lieut. col. X* is, what *la RDS* is called in full.

The release itself is the only directory: a person is who it names in full somewhere, with the titles, functions and
gender that it gives. What it does not say stays None.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from helpers.entities.bodies import Bodies
from helpers.entities.body_kinds import kinds_of_name, kinds_of_noun
from helpers.entities.gathering import persons_of
from helpers.entities.names import name_runs
from helpers.entities.persons import Person
from helpers.entities.titles import is_civil
from helpers.french.document import ReleaseDoc
from helpers.french.persons import is_title
from helpers.lexicon.words import AT, OF
from helpers.text.typography import fold


@dataclass(frozen=True, eq=False)
class Directory:
    """Who and what a release names.

    ``runs``: first and last token of each run of capitalised words that can be a name; ``persons``: in order of first
    mention in full, then those whom only a title and a surname name.
    """

    document: ReleaseDoc
    runs: tuple[tuple[int, int], ...]
    persons: tuple[Person, ...]
    _bodies: Bodies

    @classmethod
    def of(cls, document: ReleaseDoc, spoken: frozenset[int] = frozenset()) -> "Directory":
        """Read the names of a release; ``spoken``: tokens at which a mention of a source begins."""
        runs = tuple(name_runs(document, spoken))
        bodies = Bodies(document, runs)
        return cls(document, runs, persons_of(document, runs, spoken, bodies), bodies)

    @cached_property
    def _at(self) -> Mapping[int, Person]:
        """Token of a name → person."""
        mentions = ((person, mention) for person in self.persons for mention in person.mentions)
        return {i: person for person, (first, last) in mentions for i in range(first, last + 1)}

    def person_at(self, first: int, last: int) -> Person | None:
        """The person named by a mention: at its head or in apposition, not one that it merely depends on."""
        for i in range(first, last + 1):
            person = self._at.get(i)
            is_inside = i > first and self._at.get(i - 1) is person
            if person and not is_inside and not _is_dependent(self.document.doc, first, i):
                return person
        return None

    def person_from(self, first: int) -> tuple[Person, int] | None:
        """The person whose name, with its titles, begins at a token, and the last token of the name."""
        doc = self.document.doc
        while first < len(doc) and is_title(doc[first]) and first not in self._at:
            first += 1
        person = self._at.get(first)
        last = next((end for start, end in person.mentions if start == first), None) if person else None
        return (person, last) if person and last is not None else None

    def person_to(self, last: int) -> Person | None:
        """The person whose name ends at a token."""
        return self._at.get(last) if last >= 0 and self._at.get(last + 1) is None else None

    def is_body(self, name: str) -> bool:
        """Whether a source's name is one of the text, or begins with one, that is no person's."""
        return name in self._others or name.startswith(self._openings)

    @cached_property
    def _others(self) -> frozenset[str]:
        return frozenset(self.body(*run) for run in self.runs if run[0] not in self._at)

    @cached_property
    def _openings(self) -> tuple[str, ...]:
        return tuple(f"{name} " for name in self._others)

    def may_be_called(self, name: str, noun: str) -> bool:
        """Whether a noun for bodies can mean a name's bearer: no town is *l'association*; what tells nothing may be."""
        wanted, known = kinds_of_noun(noun), kinds_of_name(name) or self._kinds_told.get(fold(name), frozenset())
        return not wanted or not known or not wanted.isdisjoint(known)

    @cached_property
    def _kinds_told(self) -> Mapping[str, frozenset[str]]:
        """Name → what the nouns before it tell: *l'agence Albatros*, *le collectif « Albatros »*."""
        found: dict[str, frozenset[str]] = {}
        for first, last in self.runs:
            before = first - 1
            while before > 0 and self.document.doc[before].is_quote:
                before -= 1
            kinds = kinds_of_noun(self.document.doc[before].text) if before >= 0 else frozenset()
            if kinds:
                name = fold(self.body(first, last))
                found[name] = found.get(name, frozenset()) | kinds
        return found

    def body(self, first: int, last: int) -> str:
        """The name of a body or an unnamed source: the core of the phrase, acronyms written out."""
        return self._bodies.longest(self._bodies.name(first, last))


def _is_dependent(doc: Doc, first: int, name: int) -> bool:
    """*la sœur de Paul Morin*, *un conseiller du ministre Paul Morin*, *l'aide à Paul Morin*: a complement of the head.

    Not in *M. | de La Tour*.
    """
    if name > first and (doc[name - 1].lower_ in OF or doc[name - 1].lower_ in AT):
        return not (name - 2 >= first and is_civil(doc[name - 2]))
    for i in range(name - 1, first, -1):
        if is_title(doc[i]) and doc[i - 1].lower_ in OF:
            return True
        if not (is_title(doc[i]) or _is_nominal(doc[i])):
            return False
    return False


def _is_nominal(token: Token) -> bool:
    return token.pos_ in ("ADJ", "NOUN") and token.lower_ not in OF and token.text != ","
