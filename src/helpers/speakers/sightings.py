"""Where a release shows somebody or something that can be meant later: names, subjects, nouns for people."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Doc, Token

from helpers.entities.directory import Directory
from helpers.entities.gender import gender_of_phrase
from helpers.entities.persons import Person
from helpers.french.noun_phrases import phrase_around, phrase_from
from helpers.french.persons import is_human
from helpers.french.subjects import SUBJECTS
from helpers.lexicon.words import OF, column, words
from helpers.text.typography import fold

PERSON, BODY, THING = "person", "body", "thing"
_NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True)
class Sighting:
    """Somebody or something at a token.

    ``name`` as a speaker's would be; ``kind``: person, body or thing; ``is_named``: by a name of its own;
    ``is_governed``: a complement of another noun; ``is_new``: behind an indefinite article.
    """

    at: int
    name: str
    kind: str
    gender: str | None
    is_plural: bool
    is_named: bool
    is_subject: bool
    is_governed: bool
    is_new: bool


class Sightings:
    """Every sighting of a release, in order."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._document, self._doc = directory.document, directory.document.doc

    @cached_property
    def all(self) -> tuple[Sighting, ...]:
        """Persons by name, bodies by name, and nouns that are subjects or name people."""
        persons = {first: self._person(first, last, p) for p in self._directory.persons for first, last in p.mentions}
        inside = {i for p in self._directory.persons for first, last in p.mentions for i in range(first, last + 1)}
        runs = {first: last for first, last in self._directory.runs if first not in inside}
        found = list(persons.values())
        for token in self._doc:
            if token.i in inside or token.pos_ not in _NOUNS or self._is_of_dateline(token):
                continue
            if token.i in runs:
                found.append(self._body(token, runs[token.i]))
            elif token.dep_ in SUBJECTS or is_human(token):
                found += self._noun(token)
        return tuple(sorted(found, key=lambda sighting: sighting.at))

    def _is_of_dateline(self, token: Token) -> bool:
        """*LYON, le 3 mars –*: where a release was written, whom nobody means later."""
        line = self._document.release.dateline
        return line is not None and line.start <= token.idx < line.end

    def _person(self, first: int, last: int, person: Person) -> Sighting:
        root = self._doc[first : last + 1].root
        opening = _opening(root)
        is_subject = root.dep_ in SUBJECTS or (root.dep_ in ("appos", "flat:name") and root.head.dep_ in SUBJECTS)
        return Sighting(
            first, person.name, PERSON, person.gender, False, True, is_subject, _is_governed(self._doc, opening), False
        )

    def _body(self, token: Token, last: int) -> Sighting:
        first = token.i - 1 if token.i and token.nbor(-1).pos_ == "DET" else token.i
        name = self._directory.body(first, phrase_from(self._document, token.i, at_least=last))
        kind = THING if token.ent_type_ == "LOC" else BODY
        return Sighting(
            token.i,
            name,
            kind,
            gender_of_phrase(self._doc, first, last),
            "Plur" in self._doc[first].morph.get("Number"),
            True,
            token.dep_ in SUBJECTS,
            _is_governed(self._doc, first),
            False,
        )

    def _noun(self, token: Token) -> Iterator[Sighting]:
        first, last = phrase_around(self._document, token)
        if self._directory.person_at(first, last) is not None:
            return
        is_new = self._doc[first].lower_ in words("indefinite article")
        name = self._directory.body(first + (is_new and first < last), last)
        kind = PERSON if is_human(token) else BODY if is_generic_body(token) else THING
        yield Sighting(
            token.i,
            name,
            kind,
            gender_of_phrase(self._doc, first, last),
            "Plur" in token.morph.get("Number"),
            False,
            token.dep_ in SUBJECTS,
            _is_governed(self._doc, first),
            is_new,
        )


def _opening(token: Token) -> int:
    return token.left_edge.i


def _is_governed(doc: Doc, first: int) -> bool:
    """*la sœur | de Luc Petit*."""
    return first > 0 and doc[first - 1].lower_ in OF


def is_generic_body(noun: Token) -> bool:
    """*l'agence*, *le syndicat*: a noun for bodies."""
    return fold(noun.text) in _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(map(fold, column("generic_bodies", "noun")))
