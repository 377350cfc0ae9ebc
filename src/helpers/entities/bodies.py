"""Names of bodies: the core of a phrase, acronyms written out."""

import re
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import pairwise

from spacy.tokens import Doc

from helpers.entities.gender import is_demonym
from helpers.entities.names import printed
from helpers.french.document import ReleaseDoc
from helpers.french.noun_phrases import core_end, phrase_from
from helpers.french.persons import is_human, is_title
from helpers.french.verbs import is_finite
from helpers.lexicon.words import AND, DEFINITE, DEMONSTRATIVES, OF, POSSESSIVES, column
from helpers.release.acronyms import expansions
from helpers.text.typography import fold

_UNMARKED = str.maketrans(dict.fromkeys("«»“”", ""))
_FEWEST = 2  # words of a name that a longer one can take up
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "NUM")
_DETERMINERS = DEFINITE | DEMONSTRATIVES
_ARTICLE = re.compile("|".join(form if form.endswith("'") else f"{form} " for form in sorted(DEFINITE)))


class Bodies:
    """What bodies of a release are called in full."""

    def __init__(self, document: ReleaseDoc, runs: Sequence[tuple[int, int]]) -> None:
        self._document, self._runs = document, runs

    @cached_property
    def _expansions(self) -> dict[str, str]:
        return expansions(self._document.release)

    def name(self, first: int, last: int) -> str:
        """The name of a body or of an unnamed source: *Régie des sentiers* of *la RDS, qui gère le parc*."""
        doc = self._document.doc
        is_definite = doc[first].lower_ in _DETERMINERS
        stop = with_joined_complements(self._document, first, core_end(doc, first, last))
        while first < stop and (doc[first].lower_ in _DETERMINERS or doc[first].text in '"«»'):
            first += 1
        first = _behind_kind(doc, first, stop) if is_definite else _behind_kin(doc, first, stop)
        return self.in_full(" ".join(printed(self._document, first, stop).translate(_UNMARKED).split()))

    @cached_property
    def _capitalised(self) -> Sequence[str]:
        """What the runs of capitalised words name, with their complements, each once."""
        found = (self.name(first, phrase_from(self._document, first, at_least=last)) for first, last in self._runs)
        return list(dict.fromkeys(name for name in found if " " in name))

    def longest(self, name: str) -> str:
        """*Comité de l'eau* of *le Comité de l'eau du Nord*: the only longer name that begins with the words of one."""
        if len(name.split()) < _FEWEST:
            return name
        longer = [other for other in self._capitalised if _goes_on(name, other)]
        return max(longer, key=len) if longer and _is_one(longer) else name

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


def _goes_on(name: str, other: str) -> bool:
    """Whether a name is another's beginning: not *Sénat* of *Sénat et Chambre*, *Sénat et le roi*, *Sénat - la loi*."""
    behind = other.split()[len(name.split()) :]
    if not behind or not fold(other).startswith(f"{fold(name)} "):
        return False
    is_joined_to_another = behind[0] in AND and (behind[1][0].isupper() or behind[1].lower() in _DETERMINERS)
    return not is_joined_to_another and all(any(map(str.isalnum, word)) for word in behind)


def _is_one(names: Sequence[str]) -> bool:
    """Whether each of some names goes on with the one before."""
    ordered = sorted(map(fold, names), key=len)
    return all(longer.startswith(shorter) for shorter, longer in pairwise(ordered))


def with_joined_complements(document: ReleaseDoc, first: int, stop: int) -> int:
    """*la Direction de l'eau | , des ponts et des routes*: complements joined to the first belong to the name.

    *la mairesse de Laval | et des élus* are two: of persons what *et* joins is another.
    """
    doc = document.doc
    if not any(t.lower_ in OF for t in doc[first + 1 : stop + 1]) or any(map(is_human, doc[first : stop + 1])):
        return stop
    end, found = document.sentence(first)[1], stop
    while found + 2 < end and (doc[found + 1].text == "," or doc[found + 1].lower_ in AND):
        opening = doc[found + 2]
        group = _complement_end(doc, found + 2, end)
        if opening.lower_ not in OF or group is None:
            break
        if doc[found + 1].lower_ in AND:
            is_closed = opening.pos_ == "ADP" or doc[found].head == opening.head
            return group if is_closed or not _is_led_on(doc, group, end) else stop
        found = group
    return stop


def _complement_end(doc: Doc, first: int, end: int) -> int | None:
    """The last word of *de l'eau potable*: nouns and what goes with them; None where a person is among them."""
    last = first
    while last + 1 < end and (doc[last + 1].pos_ in _NOMINAL or doc[last + 1].lower_ in OF):
        last += 1
    group = doc[first + 1 : last + 1]
    return last if any(t.pos_ in ("NOUN", "PROPN") for t in group) and not any(map(is_human, group)) else None


def _is_led_on(doc: Doc, last: int, end: int) -> bool:
    return last + 1 < end and is_finite(doc[last + 1])


def _behind_kind(doc: Doc, first: int, stop: int) -> int:
    """*l'agence sanitaire | Rivages Nord*, *l'étudiante | Zoé*: a name stands without the noun that tells its kind."""
    if not (is_human(doc[first]) or fold(doc[first].text) in _kinds_apart()):
        return first
    name = next((i for i in range(first + 1, stop + 1) if doc[i].text[0].isupper()), first)
    before = doc[name - 1] if name else doc[name]
    is_kind = not before.text[0].isupper() or (before.text.isupper() and fold(before.text) in _kinds_apart())  # l'ONG
    is_beside = name > first and before.pos_ in ("NOUN", "ADJ", "PROPN") and is_kind
    return name if is_beside and not is_demonym(doc[name]) and not is_title(doc[first]) else first


def _behind_kin(doc: Doc, first: int, stop: int) -> int:
    """*sa femme | Ginette*: a name stands without what the one who bears it is to somebody."""
    if doc[first].lower_ not in POSSESSIVES or first + 1 >= stop or not is_human(doc[first + 1]):
        return first
    name = _behind_kind(doc, first + 1, stop)
    return name if name > first + 1 else first


@cache
def _kinds_apart() -> frozenset[str]:
    return frozenset(map(fold, column("generic_bodies", "noun", in_name="no")))


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
