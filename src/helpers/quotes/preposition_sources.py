"""Who is named behind a preposition of attribution: *selon la police*, *pour Anne Roy*."""

from functools import cache

from spacy.tokens import Doc, Span, Token

from helpers.french.noun_phrases import DAYS, Phrase, phrase_from
from helpers.french.persons import can_speak
from helpers.french.verbs import has_letter, is_finite, is_infinitive
from helpers.lexicon.words import OF, STRESSED, column, words
from helpers.quotes.elided_subjects import pronoun_phrase
from helpers.quotes.index import CueIndex
from helpers.quotes.model import Cue
from helpers.quotes.verb_sources import behind_place_opener
from helpers.quotes.walks import find, skip_forward
from helpers.text.typography import fold

_INDEFINITE = words("indefinite source")
_OPINION_HOLDERS = words("indefinite opinion holder")
_NO_SOURCES = words("no source")
_PLACES_OF_SPEAKERS = words("preposition of a speaker's place")
_OWNERS = words("possessive of a source")
_FREE_RELATIVES = words("free relative head")
_FREE_RELATIVE_PRONOUNS = words("free relative pronoun")


def source_phrase(index: CueIndex, cue: Cue) -> Phrase | None:
    """The phrase behind a preposition where it names somebody or something that can say things."""
    doc, first = index.doc, cue.last + 1
    if cue.source == "owner":  # à ses yeux, à l'en croire
        own = find(doc, cue.first, first, lambda t: t.lower_ in _OWNERS)
        return (own, own) if own is not None else None
    if cue.source == "itself":  # de source policière
        return cue.last, phrase_from(index.document, cue.last, at_least=cue.last)
    if first >= len(doc) or index.sentence(first)[0] != index.sentence(cue.first)[0]:
        return None
    head = doc[first]
    if head.lower_ in STRESSED:
        return first, first
    last = phrase_from(index.document, first, at_least=first)
    if head.lower_ in _INDEFINITE:
        return first, last
    if head.lower_ in _NO_SOURCES or head.text[0].isdigit() or is_finite(head) or _is_free_relative(doc, first):
        return None
    phrase = index.phrase((first, last))
    if (
        not any(map(has_letter, phrase))
        or _names_no_source(phrase)
        or (cue.source == "holder" and not _can_hold_a_view(phrase))
    ):
        return None
    return first, last


def _is_free_relative(doc: Doc, i: int) -> bool:
    """*selon ce qu'il a vu*"""
    following = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    return doc[i].lower_ in _FREE_RELATIVES and following in _FREE_RELATIVE_PRONOUNS


def _names_no_source(phrase: Span) -> bool:
    """*selon le cas*"""
    return any(_is_no_source(t) for t in phrase[:3])


def _is_no_source(noun: Token) -> bool:
    return fold(noun.lemma_) in _no_sources() or fold(noun.text).rstrip("s") in _no_sources()


@cache
def _no_sources() -> frozenset[str]:
    return frozenset(fold(noun) for noun in column("no_source_nouns", "noun"))


def _can_hold_a_view(phrase: Span) -> bool:
    """*Pour Anne Roy, …*: a person, a post or a body, not a purpose, a place or a time."""
    head = phrase[0]
    if head.lower_ in _OPINION_HOLDERS or "".join(t.lower_ for t in phrase[:2]) in _OPINION_HOLDERS:
        return True
    if is_infinitive(head) or (head.pos_ == "NOUN" and head.text[0].islower()):  # pour mémoire
        return False
    nominal = phrase[1] if head.pos_ == "DET" and len(phrase) > 1 else head
    if nominal.lower_ in _times():  # pour l'instant
        return False
    if "," in phrase.text and phrase[-1].ent_type_ == "PER":  # Pour la rapporteuse, Anne Roy, …
        return True
    is_body = nominal.text[0].isupper() and nominal.ent_type_ != "LOC"
    return is_body or can_speak(nominal) or "PER" in (head.ent_type_, nominal.ent_type_)


@cache
def _times() -> frozenset[str]:
    return frozenset(column("time_nouns", "noun"))


def pronoun_source(index: CueIndex, clitic: int, end: int) -> Phrase | None:
    """*dit-elle*; *dit-on à la mairie*: those at the place speak."""
    doc, phrase = index.doc, pronoun_phrase(index.doc, clitic)
    cue = index.verb_at.get(clitic + 1)
    place = skip_forward(doc, clitic + 1 if cue is None else cue.last + 1, end, _may_precede_place)
    source = index.preposition_at.get(place) if phrase is None else None
    if source is not None and source.source == "itself":  # a-t-on appris de source policière
        return source_phrase(index, source)
    if phrase is not None:
        return phrase
    first = behind_place_opener(doc, place) if place + 1 < end else None
    if first is None or first >= end:
        return clitic, clitic
    if doc[first].lower_ in OF:  # auprès de la direction
        first += 1
    return first, phrase_from(index.document, first)


def _may_precede_place(token: Token) -> bool:
    """*a-t-on | appris vendredi | auprès de X*"""
    return (token.pos_ == "ADV" and token.lower_ not in _PLACES_OF_SPEAKERS) or token.lower_ in DAYS
