"""What opens something new behind a reported clause and so ends it, before its sentence does."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from helpers.french.noun_phrases import phrase_from, starts_clause
from helpers.french.subjects import RELATIVE_SUBJECTS
from helpers.french.verbs import (
    is_finite,
    is_infinitive,
    is_participle,
    is_present_participle,
)
from helpers.lexicon.words import AND, OF, THAT, words
from helpers.quotes.index import CueIndex
from helpers.quotes.verb_groups import VERB_CLITICS, goes_with_verb
from helpers.quotes.walks import is_comma, skip_forward

_PREDICATE_COORDINATORS = words("predicate coordinator")
_RESUMPTIVES = words("resumptive demonstrative")
_GERUND_OPENERS = words("gerund opener")
_SEQUEL_OPENERS = words("sequel opener")
_FINITE_COORDINATORS = AND | words("adversative coordinator")
_GOES_ON_BEHIND = THAT | AND


def _opens_next_sentence(index: CueIndex, first: int, i: int, end: int) -> bool:
    """*X a dit que A ; B*; not *que A ; que B*."""
    doc = index.doc
    is_stop = doc[i].text == ";" and not index.is_quoted(i)
    return is_stop and i + 1 < end and doc[i + 1].lower_ not in _GOES_ON_BEHIND


def _opens_comment(index: CueIndex, first: int, i: int, end: int) -> bool:
    """*X a dit que A, ce que le ministère conteste* · *X assure avoir payé, ce qui étonne*"""
    doc = index.doc
    is_apart = is_comma(doc[i]) and not index.is_quoted(i) and i + 2 < end
    if not is_apart or doc[i + 1].lower_ not in _RESUMPTIVES:
        return False
    is_infinitive_alone = doc[first - 1].lower_ not in THAT and not any(is_finite(t) for t in doc[first:i])
    return doc[i + 2].lower_ in THAT or (is_infinitive_alone and doc[i + 2].lower_ in RELATIVE_SUBJECTS)


def _opens_known_fact(index: CueIndex, first: int, i: int, end: int) -> bool:
    """*Selon X, A serait B, mais le règlement l'interdit*: hearsay ends where the indicative comes back."""
    doc = index.doc
    is_link = doc[i].lower_ in _FINITE_COORDINATORS and is_comma(doc[i - 1]) and not index.is_quoted(i)
    if not is_link or not starts_clause(doc, i + 1, end):
        return False
    before = [t for t in doc[first:i] if is_finite(t)]
    behind = next(t for t in doc[i + 1 : end] if is_finite(t))
    return bool(before) and all(_is_conditional(t) for t in before) and not _is_conditional(behind)


def _is_conditional(verb: Token) -> bool:
    """*ouvrirait*"""
    return "Cnd" in verb.morph.get("Mood")


def _opens_gerund_of_saying(index: CueIndex, first: int, i: int, end: int) -> bool:
    """*X a dit que A, tout en assurant que B*"""
    doc = index.doc
    if not is_comma(doc[i]) or index.is_quoted(i):
        return False
    verb = skip_forward(doc, i + 1, len(doc), lambda t: t.lower_ in _GERUND_OPENERS or t.lower_ in VERB_CLITICS)
    cue = index.verb_at.get(verb)
    return verb > i + 1 and cue is not None and cue.takes("que") and is_present_participle(doc[verb])


def _opens_sequel(index: CueIndex, first: int, i: int, end: int) -> bool:
    """*X a dit que A, avant d'ajouter que B*"""
    doc = index.doc
    if not is_comma(doc[i]) or index.is_quoted(i) or i + 3 >= end or doc[i + 1].lower_ not in _SEQUEL_OPENERS:
        return False
    verb = skip_forward(doc, i + 2, end, lambda t: t.lower_ in OF or t.lower_ in VERB_CLITICS)
    return verb in index.verb_at and is_infinitive(doc[verb])


def _opens_finite_predicate(index: CueIndex, first: int, i: int, end: int) -> bool:
    """*X assure vouloir partir, mais juge …*: behind an infinitive, a coordinated finite verb is the cue's equal."""
    doc = index.doc
    if doc[i].lower_ not in _PREDICATE_COORDINATORS and not is_comma(doc[i]):
        return False
    if index.is_quoted(i) or doc[first - 1].lower_ in THAT or any(is_finite(t) for t in doc[first:i]):
        return False
    verb = skip_forward(doc, i + 1, end, lambda t: goes_with_verb(t) and not is_finite(t))
    if verb >= end or index.is_quoted(verb) or not _is_without_subject(doc, first, i):
        return False
    return is_finite(doc[verb]) or _is_coordinated_cue(index, verb)


def _opens_other_subject(index: CueIndex, first: int, i: int, end: int) -> bool:
    """*L'un dit vouloir partir | , l'autre reste*: behind an infinitive, a clause with a subject of its own."""
    doc = index.doc
    if not is_comma(doc[i]) or index.is_quoted(i) or doc[first - 1].lower_ in THAT or i + 2 >= end:
        return False
    is_subject = doc[i + 1].pos_ in ("DET", "PRON", "PROPN") and doc[i + 1].lower_ not in RELATIVE_SUBJECTS | THAT
    is_alone = any(is_infinitive(t) for t in doc[first:i]) and not any(is_finite(t) for t in doc[first:i])
    behind = phrase_from(index.document, i + 1) + 1
    verb = skip_forward(doc, behind, end, lambda t: (goes_with_verb(t) or t.pos_ == "PRON") and not is_finite(t))
    return is_subject and is_alone and verb < end and is_finite(doc[verb])


def _is_without_subject(doc: Doc, first: int, i: int) -> bool:
    """*vouloir partir*, *déçue par l'accueil*"""
    return any(is_infinitive(t) for t in doc[first:i]) or doc[first].pos_ in ("ADJ", "VERB")


def _is_coordinated_cue(index: CueIndex, i: int) -> bool:
    """*…, mais juge le délai court*: a form of a verb of saying, whatever its tag."""
    cue = index.verb_at.get(i)
    return cue is not None and cue.first == i and not is_infinitive(index.doc[i]) and not is_participle(index.doc[i])


def _opens_absolute_participle(index: CueIndex, first: int, i: int, end: int) -> bool:
    """*X a dit que A, le ministre rappelant que B* · *…, la salle applaudissant*: a subject with its participle."""
    doc = index.doc
    if not is_comma(doc[i]) or index.is_quoted(i) or i + 2 >= end or doc[i + 1].pos_ not in ("DET", "PROPN"):
        return False
    verb = phrase_from(index.document, i + 1) + 1
    return verb < end and is_present_participle(doc[verb]) and doc[verb].pos_ in ("VERB", "AUX")


NEXT_CLAUSES: tuple[Callable[[CueIndex, int, int, int], bool], ...] = (
    _opens_next_sentence,
    _opens_comment,
    _opens_known_fact,
    _opens_gerund_of_saying,
    _opens_sequel,
    _opens_finite_predicate,
    _opens_other_subject,
    _opens_absolute_participle,
)
"""What ends a clause before its sentence; each takes the index, its first token, the one looked at and the end."""
