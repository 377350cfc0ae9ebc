"""Mentions without a name: a determiner and a noun that tell who is meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Doc, Token

from helpers import lexicon
from helpers.entities.gender import gender_of_demonym, gender_of_phrase, gender_of_title, is_demonym
from helpers.entities.names import printed
from helpers.french.document import ReleaseDoc
from helpers.french.persons import is_human, is_title
from helpers.lexicon.words import words
from helpers.text.typography import fold

_DEFINITE = words("singular definite article")
_SHOWN = words("singular demonstrative determiner")
_OWN = words("singular possessive determiner")
_STEM = 5  # letters that the forms of one noun share: directeur, directrice


def stem(word: str) -> str:
    """What the forms of a noun have in common: *direc* of *directeur* and *directrice*."""
    return fold(word)[:_STEM]


@dataclass(frozen=True, eq=False)
class Description:
    """*la ministre de la Santé*, *ce chercheur*, *son avocate*: one person or body, told by a noun.

    ``first``, ``last``: its tokens; ``noun``: its head; ``is_shown``: by *ce*; ``is_own``: by *son*, of a title;
    ``synonym``: the function that its words stand for (*le chef de l'État*: *président*), folded.
    """

    first: int
    last: int
    noun: Token
    is_shown: bool
    is_own: bool
    synonym: str | None

    @classmethod
    def at(cls, document: ReleaseDoc, first: int, last: int) -> "Description | None":
        """A mention as a description, or None where its determiner makes it none: *un élu*, *les élus*."""
        doc, i = document.doc, first
        while i < last and doc[i].pos_ in ("DET", "ADJ"):
            i += 1
        noun, determiner = doc[i], doc[first].lower_
        if _is_contracted(doc, first):
            is_definite, is_shown, is_own = True, False, False
        else:
            is_definite, is_shown = determiner in _DEFINITE, determiner in _SHOWN
            is_own = determiner in _OWN and is_title(noun)
        if not (is_definite or is_shown or is_own):
            return None
        return cls(first, last, noun, is_shown, is_own, _synonyms().get(fold(printed(document, i, last))))

    @cached_property
    def is_of_origin(self) -> bool:
        """*l'Italienne*, *le Lyonnais de 45 ans*."""
        return self.noun.text[0].isupper() and is_demonym(self.noun)

    @cached_property
    def is_name(self) -> bool:
        """*la Fédération*: a capital that neither a title nor a demonym has."""
        return self.noun.text[0].isupper() and not self.is_of_origin and not is_title(self.noun)

    @cached_property
    def is_function(self) -> bool:
        """*la mairesse*, *le chef de l'État*."""
        return is_title(self.noun) or self.synonym is not None

    @cached_property
    def is_of_person(self) -> bool:
        """*la militante*, *l'Italienne*."""
        return self.is_of_origin or is_human(self.noun)

    @cached_property
    def is_bare(self) -> bool:
        """*la militante*, *l'élue verte*, *l'Italienne de 45 ans*: nothing tells which."""
        doc, i = self.noun.doc, self.noun.i
        is_qualified = self.last == i + 1 and doc[self.last].pos_ == "ADJ"
        return i == self.last or is_qualified or self._is_aged

    @property
    def _is_aged(self) -> bool:
        doc, i = self.noun.doc, self.noun.i
        is_long = i + 3 == self.last
        return is_long and doc[i + 1].lower_ in words("age preposition") and doc[self.last].lower_ in words("age unit")

    @cached_property
    def gender(self) -> str | None:
        """By the title, else the determiner, the noun, the form of a demonym."""
        if self.is_function:
            told = gender_of_title(self.noun)
        else:
            told = gender_of_phrase(self.noun.doc, self.first, self.noun.i if self.is_of_origin else self.last)
        return gender_of_demonym(self.noun) if told is None and self.is_of_origin else told


def _is_contracted(doc: Doc, first: int) -> bool:
    """*du | ministre*, *au | ministre*: the article stands in the preposition before the phrase."""
    return first > 0 and doc[first].pos_ != "DET" and doc[first - 1].lower_ in words("singular contraction")


@cache
def _synonyms() -> Mapping[str, str]:
    return {fold(row["form"]): fold(row["function"]) for row in lexicon.rows("same_functions")}
