"""Names of bodies: the core of a phrase, acronyms written out."""

import re
from functools import cached_property

from spacy.tokens import Doc

from helpers.entities.names import printed
from helpers.french.document import ReleaseDoc
from helpers.french.noun_phrases import core_end
from helpers.lexicon.words import DEFINITE, DEMONSTRATIVES, OF
from helpers.release.acronyms import expansions

_UNMARKED = str.maketrans(dict.fromkeys("«»“”", ""))
_DETERMINERS = DEFINITE | DEMONSTRATIVES
_ARTICLE = re.compile("|".join(form if form.endswith("'") else f"{form} " for form in sorted(DEFINITE)))


class Bodies:
    """What bodies of a release are called in full."""

    def __init__(self, document: ReleaseDoc) -> None:
        self._document = document

    @cached_property
    def _expansions(self) -> dict[str, str]:
        return expansions(self._document.release)

    def name(self, first: int, last: int) -> str:
        """The name of a body or of an unnamed source: *Régie des sentiers* of *la RDS, qui gère le parc*."""
        doc = self._document.doc
        stop = core_end(doc, first, last)
        while first < stop and (doc[first].lower_ in _DETERMINERS or doc[first].text in '"«»'):
            first += 1
        return self.in_full(" ".join(printed(self._document, first, stop).translate(_UNMARKED).split()))

    def in_full(self, name: str) -> str:
        """An acronym's expansion, where the release gives one or a name with these initials."""
        bare = _without_article(name)
        if bare in self._expansions:
            return self._expansions[bare]
        if bare.isupper() and bare.isalpha() and 2 <= len(bare) <= 6:
            return self._by_initials(bare) or bare
        return bare if bare in self._expansions.values() else name

    def _by_initials(self, acronym: str) -> str | None:
        """The first words of the text whose initials an acronym is: *Régie Des Sentiers* of *RDS*."""
        doc, length = self._document.doc, len(acronym)
        for token in doc:
            if token.text[0] == acronym[0] and not token.text.isupper() and _spells(doc, token.i, acronym):
                return printed(self._document, token.i, token.i + length - 1)
        return None


def _spells(doc: Doc, first: int, acronym: str) -> bool:
    """Whether the words from a token on begin with the letters of an acronym; only *de* may be in lower case."""
    words = doc[first : first + len(acronym)]
    return len(words) == len(acronym) and all(
        word.is_alpha and word.text[0].upper() == letter and (word.text[0].isupper() or word.lower_ in OF)
        for word, letter in zip(words, acronym, strict=True)
    )


def _without_article(name: str) -> str:
    article = _ARTICLE.match(name)
    return name[article.end() :] if article else name
