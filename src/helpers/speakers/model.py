"""A voice of the release, and what its name alone tells."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache

from helpers.entities.descriptions import stem
from helpers.french.persons import titles
from helpers.lexicon.words import DEFINITE, alternation, column, words
from helpers.text.typography import fold

_OPENING = 3  # words of a name in which its head stands
_ELIDED_ARTICLE = re.compile(alternation(form for form in DEFINITE if form.endswith("'")))
(_AND,) = words("and")


@dataclass(frozen=True)
class Speaker:
    """Who speaks: the full name, and what the release says of them.

    ``is_carried``: by a pronoun, a description or discourse, not by a name beside the quotation.
    """

    name: str | None
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    is_carried: bool = False

    @classmethod
    def both(cls, one: str, other: str) -> "Speaker":
        """*Anne Roy et Luc Petit*: two who speak as one."""
        return cls(f"{one} {_AND} {other}")

    def carried(self) -> "Speaker":
        """The same, where another mention stands for the name."""
        return replace(self, is_carried=True)

    @property
    def is_unnamed(self) -> bool:
        """A person whom the release does not name: *un conseiller*, *une porte-parole du ministère*."""
        opening = _ELIDED_ARTICLE.sub(r"\g<0> ", self.name or "").split()[:_OPENING]
        return any(fold(word) in titles() for word in opening)

    @property
    def is_first_name(self) -> bool:
        """A person named by one name (*Zineb, étudiante*), which the directory does not hold."""
        return bool(self.gender and self.name and self.name.istitle() and self.name.isalpha())

    def is_person(self, names: Collection[str]) -> bool:
        """Somebody who has a gender, not a body, a study or a group; ``names``: of persons who are known."""
        if self.name is None or self.name in names or self.is_unnamed or self.is_first_name:
            return True
        opening = _ELIDED_ARTICLE.sub(r"\g<0> ", self.name).split()[:_OPENING]
        return not self.is_plural and any(fold(word) in _person_nouns() for word in opening)

    @property
    def is_plural(self) -> bool:
        """A group rather than a person: *des experts*, *autorités françaises*, *Anne Roy et Luc Petit*."""
        if self.name and f" {_AND} " in self.name:
            return True
        if not self.name or self.name[:1].isupper():
            return False
        first = self.name.split()[0]
        return first in words("group determiner") or first.isdigit() or first.endswith("s")

    def is_described_as(self, noun: str) -> bool:
        """*un chercheur de Lyon*, told by *chercheuse*: a noun near the head of a name without capital."""
        name = self.name or ""
        opening = name.replace("'", " ").split()[:_OPENING]
        return name[:1].islower() and stem(noun) in map(stem, opening)


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(fold(noun) for noun in column("person_nouns", "noun"))


NOBODY = Speaker(None, is_carried=True)
"""A mention that stands for nobody whom the release names."""
