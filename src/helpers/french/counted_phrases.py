"""The grammar of noun phrases, by the parse: what a number counts, from its noun on over what hangs on it.

Behind a number nothing but the parse tells how far a phrase reaches. It grows by what ``EXTENSIONS`` and ``LINKS``
let in; each is a predicate with a phrase that shows it, the bar before what is let in.
"""

from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from helpers.french.document import ReleaseDoc
from helpers.french.noun_phrases import Phrase
from helpers.french.verbs import is_past_participle
from helpers.lexicon.words import OF, forms_of, words

_BEFORE_NOUN = 5  # tokens in which a counted noun comes up
_COUNTED = 24  # tokens that a counted noun may grow over
_COUNTABLE = ("NOUN", "PROPN", "X")
_PLURAL_ENDINGS = ("s", "x")
_LOCUTION_ENDS = words("end of a locution")
_ENDING_PREPOSITIONS = words("phrase-ending preposition")
_NOUNS = ("NOUN", "PROPN")


@dataclass
class _Growth:
    """A phrase that grows from its noun over what the parse hangs on it; ``pending``: a link waits for its noun."""

    doc: Doc
    head: Token
    inside: set[int]
    last: Token
    pending: bool = False


def counted_phrase(
    document: ReleaseDoc, first: Token, limit: int, barred: Container[int], *, sure: bool = False
) -> Phrase | None:
    """The noun phrase that a number counts: determiner, adjectives, noun and what the parse hangs on it.

    *des signalements de contenus liés à l'exploitation* | *en 2018*. Appositions and relative clauses are left out.

    Args:
        document: the release with its parse.
        first: the first word behind the number.
        limit: where the sentence ends, a position.
        barred: positions at which other numbers begin; none is part of the phrase.
        sure: the word is known to be a noun, whatever the tagger says (*12 millions de | bénévoles*).
    """
    head = _counted_noun(document.doc, first, limit, barred, sure=sure)
    if head is None:
        is_plural_adjective = first.pos_ == "ADJ" and first.idx < limit and first.text.endswith(_PLURAL_ENDINGS)
        return (first.i, first.i) if is_plural_adjective else None  # 300 | jeunes
    growth = _Growth(document.doc, head, {head.i}, head)
    for i in range(head.i + 1, min(head.i + _COUNTED, len(document.doc))):
        token = document.doc[i]
        if token.idx >= limit or token.is_space or token.idx in barred or not _grow(growth, token):
            break
    return first.i, growth.last.i


def _counted_noun(doc: Doc, first: Token, limit: int, barred: Container[int], *, sure: bool) -> Token | None:
    """*300 | jeunes | agriculteurs*: as the parse has it, else the first noun behind determiners and adjectives."""
    head = None if sure else _counted_by_parse(first)
    if head is not None:
        return head
    for step, i in enumerate(range(first.i, min(first.i + _BEFORE_NOUN, len(doc)))):
        token = doc[i]
        if token.idx >= limit or token.is_punct or token.is_space or (token.idx in barred and step):
            return None
        if token.pos_ in _COUNTABLE or (sure and step == 0 and _is_surely_noun(token)):
            return token
        if token.pos_ not in ("DET", "ADJ", "NUM", "ADV"):
            return None
    return None


def _counted_by_parse(first: Token) -> Token | None:
    number = first.nbor(-1) if first.i else first
    head = number.head
    if number.dep_ != "nummod" or not 0 <= head.i - first.i < _BEFORE_NOUN - 1 or head.pos_ not in _COUNTABLE:
        return None
    return head if all(t.pos_ in ("ADJ", "NOUN", "NUM") for t in first.doc[first.i : head.i]) else None


def _is_surely_noun(token: Token) -> bool:
    """*12 millions de | bénévoles*, which the tagger takes for an adjective; not *de | jeunes gens*."""
    if not token.is_alpha or token.pos_ not in ("VERB", "ADJ"):
        return False
    return token.pos_ == "VERB" or token.i + 1 >= len(token.doc) or token.nbor().pos_ not in _COUNTABLE


def _grow(growth: _Growth, token: Token) -> bool:
    """Take a token into a phrase, if it goes on with it."""
    if _joins_parts(token):
        growth.inside.add(token.i)
        growth.pending = True
        return True
    if (token.is_punct and token.text != "-") or "<" in token.text or _tells_when(growth, token):
        return False
    if not _quantifies(growth, token) and any(extends(growth, token) for extends in EXTENSIONS):
        growth.inside.add(token.i)
        growth.last, growth.pending = token, False
        return True
    if _breaks_off(growth, token) or not any(links(growth, token) for links in LINKS):
        return False
    growth.inside.add(token.i)
    growth.pending = True
    return True


_QUANTIFIERS = words("quantifier of a whole")


def _quantifies(growth: _Growth, token: Token) -> bool:
    """*venus de | toute | la région*, which the tagger takes for an adjective: it determines and ends no phrase."""
    return growth.pending and token.lower_ in _QUANTIFIERS


def _tells_when(growth: _Growth, token: Token) -> bool:
    """*12 voitures en | mai*, when it was; not *un bilan publié en | mai*, which says what it is."""
    return token.text in _times() and not is_past_participle(growth.last)


def _joins_parts(token: Token) -> bool:
    """*centres | - | villes*: a hyphen without spaces."""
    return token.text == "-" and not token.nbor(-1).whitespace_ and not token.whitespace_


def _modifies(growth: _Growth, token: Token) -> bool:
    """*contenus | liés*, *agents | municipaux*."""
    is_past = token.pos_ == "VERB" and is_past_participle(token)
    is_modifier = token.pos_ == "ADJ" or (token.dep_ == "amod" and token.pos_ == "NOUN")
    is_modifier = is_modifier or (
        is_past and (token.dep_ in ("acl", "amod") or (growth.pending and token.dep_ == "conj"))
    )
    if is_past and not any(_agree_in_letters(growth.doc[i], token) for i in growth.inside if _is_noun(growth.doc[i])):
        return False  # vingt ans d'histoire | réunis en un lieu, un bourg de 300 habitants | situé au bord du lac
    return is_modifier and (token.head.i in growth.inside or token.dep_ in ("amod", "acl"))


def _is_noun(token: Token) -> bool:
    return token.pos_ in _COUNTABLE


def _is_noun_inside(growth: _Growth, token: Token) -> bool:
    """*signalements de | contenus*, *la commune | Lac-Clair*."""
    hangs_on = token.dep_.startswith(("flat", "compound", "appos", "nmod")) and token.head.i in growth.inside
    return token.pos_ in _COUNTABLE and (growth.pending or hangs_on)


def _is_second_noun(growth: _Growth, token: Token) -> bool:
    """*jeunes | enfants*, where the tagger takes both for nouns."""
    is_next = token.i == growth.last.i + 1 and growth.last is growth.head
    return is_next and token.pos_ == "NOUN" and _agree_in_letters(growth.head, token)


EXTENSIONS: tuple[Callable[[_Growth, Token], bool], ...] = (_modifies, _is_noun_inside, _is_second_noun)
"""What goes on with a counted noun."""


def _breaks_off(growth: _Growth, token: Token) -> bool:
    """*300 arbres à | travers la ville*, *300 arbre | et plantés*: a locution, or what does not agree."""
    if token.pos_ != "CCONJ":
        return token.lower_ in _LOCUTION_ENDS
    return not _agree_in_letters(token.nbor(-1), token.head) or _is_second_verb(growth, token)


_MASCULINE = tuple(words("masculine participle ending"))


def _is_second_verb(growth: _Growth, link: Token) -> bool:
    """*a fermé 12 filières d'art | et procédé à …*: a participle that agrees with no noun is the verb's, not theirs."""
    following = link.nbor() if link.i + 1 < len(link.doc) else link
    if not following.lower_.endswith(_MASCULINE) or following.pos_ not in ("VERB", "ADJ", "NOUN"):
        return False
    nouns = (growth.doc[i] for i in growth.inside if growth.doc[i].pos_ == "NOUN")
    return not any("Masc" in noun.morph.get("Gender") and not noun.text.endswith(_PLURAL_ENDINGS) for noun in nouns)


def _opens_complement(growth: _Growth, token: Token) -> bool:
    """*signalements | de contenus* always, *liés | à l'exploitation* where the parse says so."""
    text, noun = token.lower_, token.head
    if token.pos_ != "ADP" or text in OF:
        return token.pos_ == "ADP"
    if text in _ENDING_PREPOSITIONS:
        return False
    is_behind = noun.i > token.i and noun.pos_ in _NOUNS and not noun.text[0].isdigit()
    return is_behind and noun.head.i in growth.inside


def _determines(growth: _Growth, token: Token) -> bool:
    """*de | la | ville*, *de | toutes | les villes*."""
    return _quantifies(growth, token) or (token.pos_ == "DET" and growth.pending)


def _coordinates_inside(growth: _Growth, token: Token) -> bool:
    """*hommes | et femmes*, *associations connues | et financées*."""
    joined = token.head
    is_second = joined.pos_ in (*_COUNTABLE, "ADJ") or (is_past_participle(joined) and joined.dep_ == "conj")
    return token.pos_ == "CCONJ" and joined.head.i in growth.inside and is_second


LINKS: tuple[Callable[[_Growth, Token], bool], ...] = (_opens_complement, _determines, _coordinates_inside)
"""What leads a counted noun on to another noun."""


def _agree_in_letters(noun: Token, other: Token) -> bool:
    """Whether two words look like one number: the letters tell the plural more surely than the tag."""
    is_plural = noun.text.endswith(_PLURAL_ENDINGS)
    return other.pos_ not in ("ADJ", "VERB", "NOUN") or is_plural == other.text.endswith(_PLURAL_ENDINGS)


@cache
def _times() -> frozenset[str]:
    """Days and months: *12 voitures en | mai* tells when."""
    return frozenset([*forms_of("weekdays"), *forms_of("months", whole="yes")])
