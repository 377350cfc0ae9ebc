"""Clauses beside which a verb of saying stands: *comme l'a dit X*, *La responsable prévient :*, *…, indique X*."""

from spacy.tokens import Doc, Token

from helpers.french.inverted_subjects import agrees, is_speaker, phrase_after_verb
from helpers.french.noun_phrases import Phrase
from helpers.french.subjects import CLITICS
from helpers.french.verbs import AUXILIARIES, is_finite, is_infinitive
from helpers.lexicon.words import THAT, words
from helpers.quotes.clause_bounds import CONTRAST_HEADS, behind_label, clause_end, end_behind_preposition
from helpers.quotes.elided_subjects import is_narrative_infinitive, is_subordinate
from helpers.quotes.governed_clauses import opens_condition
from helpers.quotes.incises import inverted_verb
from helpers.quotes.index import CueIndex
from helpers.quotes.model import Attribution, Clause, Cue
from helpers.quotes.preposition_sources import pronoun_source
from helpers.quotes.rules import COLON, COMME, UNMARKED
from helpers.quotes.source_appositions import behind_appositions, closing_comma
from helpers.quotes.verb_groups import VERB_CLITICS, goes_with_verb
from helpers.quotes.verb_sources import may_be_finite, subject_mention, with_joined
from helpers.quotes.walks import find, is_comma, skip_back, skip_forward

_MANNER = words("manner conjunction")
_INFINITIVE_MARKERS = words("infinitive marker")
_INCISE_RELATIVES = words("incise relative")
_AFTERTHOUGHTS = words("opener of an afterthought")
_LONGEST_INCISE = 20  # tokens behind its subject
_FARTHEST_COLON = 16  # tokens behind the verb
_SHORTEST_FRAGMENT = 5  # tokens before an incise, where they are no main clause


def comme_clause(index: CueIndex, cue: Cue) -> Clause | None:
    """*Comme le rappelle X, A* · *A, comme l'a dit X*"""
    doc = index.doc
    start, end = index.sentence(cue.first)
    i = skip_back(doc, cue.first - 1, start, lambda t: goes_with_verb(t) and not _is_manner(t))
    if not _is_manner(doc[i]) or cue.word_class == "directive":
        return None
    mention = phrase_after_verb(index.document, cue.last + 1, end)
    if mention is None:
        return None
    if i == start:
        comma = _comma_before_clause(index, mention, end)
        if comma is None:
            return None
        attribution = Attribution(COMME, cue, (mention[0], min(mention[1], comma - 1)))
        return Clause(comma + 1, end_behind_preposition(index, comma + 1, end), attribution)
    return Clause(start, i, Attribution(COMME, cue, mention)) if is_comma(doc[i - 1]) else None


def _comma_before_clause(index: CueIndex, mention: Phrase, end: int) -> int | None:
    """*Comme le dit X, la nouvelle élue | , le pont ferme*: the comma that closes the source."""
    comma = closing_comma(index, mention[0] + 1, end)
    source = (mention[0], mention[1] if comma is None else min(mention[1], comma - 1))
    return None if comma is None else behind_appositions(index, source, comma, end)


def _is_manner(token: Token) -> bool:
    return token.lower_ in _MANNER


def colon_clause(index: CueIndex, cue: Cue) -> Clause | None:
    """*La responsable prévient : la halte ne refusera personne.* · *Elle le répète depuis un an : A*"""
    doc, end = index.doc, index.sentence(cue.first)[1]
    i = skip_forward(doc, cue.last + 1, min(end, cue.last + _FARTHEST_COLON), _may_precede_colon)
    if not cue.takes("direct") or i + 2 >= end or doc[i].text != ":" or index.is_quoted(i + 1):
        return None
    is_carried = is_narrative_infinitive(index, cue)
    if is_infinitive(doc[cue.first]) and not is_carried and i > cue.last + 1:
        return None
    mention = None if is_carried else subject_mention(index, cue)
    if (mention is None and not is_carried) or not any(is_finite(t) for t in doc[i + 1 : end]):
        return None
    return Clause(i + 1, end, Attribution(COLON, cue, mention))


def _may_precede_colon(token: Token) -> bool:
    """*a confirmé | leur calendrier par écrit | :*"""
    return not token.is_punct and not is_finite(token) and token.lower_ not in THAT


def unmarked_incise(index: CueIndex, cue: Cue) -> Clause | None:
    """*Le pont ouvrira en mai, indique le rapport.* · *La situation, soutient X, appelle …*"""
    doc = index.doc
    if not cue.takes("direct") or cue.verb is None or is_infinitive(doc[cue.first]):
        return None
    start, end = index.sentence(cue.first)
    start = behind_label(index, start, cue.first)
    comma = skip_back(doc, cue.first - 1, start, _may_open_incise)
    if comma <= start or not is_comma(doc[comma]) or _closes_source(index, start, comma):
        return None
    found, clitic = inverted_verb(index, comma + 1, end)
    if found is not cue:
        return None
    is_pronoun = clitic is not None
    mention = pronoun_source(index, clitic, end) if clitic is not None else _inverted_phrase(index, cue, comma, end)
    if mention is None:
        return None
    attribution = Attribution(UNMARKED, cue, mention)
    behind = max(mention[1], cue.last) + 1
    closing = find(doc, behind, min(end, behind + _LONGEST_INCISE), is_comma)
    has_main = any(is_finite(t) and not is_subordinate(t) for t in doc[start:comma])
    is_closed = closing is not None and not any(is_finite(t) for t in doc[behind:closing])
    if is_closed and _resumes(index, closing, end, has_main):
        stop = clause_end(index, cue, closing + 1, end)
        return Clause(start, stop, attribution) if is_pronoun or is_speaker(index.phrase(mention)) else None
    if has_main and is_pronoun and is_closed and _adds_to_clause(doc, closing + 1, end):
        return Clause(start, end, attribution)
    if has_main:
        is_told = is_pronoun or is_speaker(index.phrase(mention)) or _is_no_series(index, start, comma, cue)
        return Clause(start, comma, attribution) if is_told else None
    return _around_incise(index, attribution, mention, comma, is_pronoun)


def _closes_source(index: CueIndex, start: int, comma: int) -> bool:
    """*D'après elle | , le plan annonce une hausse*: the comma behind what a preposition names."""
    preposition = index.preposition_at.get(start)
    return preposition is not None and not any(is_comma(t) or is_finite(t) for t in index.doc[start:comma])


def _adds_to_clause(doc: Doc, first: int, end: int) -> bool:
    """*Le prix monte, note-t-il, | surtout celui du pain.*: an afterthought of what is said, not of saying."""
    is_led = first < end and (doc[first].lower_ in _AFTERTHOUGHTS or doc[first].pos_ == "DET")
    return is_led and not any(is_finite(t) for t in doc[first:end])


def _is_no_series(index: CueIndex, start: int, comma: int, cue: Cue) -> bool:
    """*Le pont ouvrira, a annoncé la tour.*: verbs in a row (*ouvre, annonce un plan*) share a tense."""
    doc = index.doc
    is_compound = any(t.lower_ in AUXILIARIES for t in doc[comma + 1 : cue.first])
    before = [t for t in doc[start:comma] if is_finite(t)]
    return is_compound and bool(before) and not any(t.lower_ in AUXILIARIES for t in before)


def _resumes(index: CueIndex, comma: int, end: int, has_main: bool) -> bool:
    """*Ce plan, note X, prévoit …* · *A, dit X, si B*: behind the comma that closes an incise its sentence goes on."""
    doc = index.doc
    if comma + 1 >= end or doc[comma + 1].lower_ in _INCISE_RELATIVES or _goes_on_saying(index, comma + 1):
        return False
    if opens_condition(doc, comma + 1):
        return True
    if has_main:  # Qui paiera, a-t-elle prévenu, perdra sa place
        predicate = skip_forward(doc, comma + 1, end, lambda t: goes_with_verb(t) and not is_finite(t))
        return predicate < end and is_finite(doc[predicate])
    if doc[comma + 1].lower_ in CONTRAST_HEADS:
        return False
    relative = find(doc, comma + 1, end, lambda t: t.lower_ in _INCISE_RELATIVES)
    return find(doc, comma + 1, end if relative is None else relative, is_finite) is not None


def _goes_on_saying(index: CueIndex, i: int) -> bool:
    """*…, dit X, se disant certain que B*"""
    doc = index.doc
    verb = skip_forward(doc, i, len(doc), goes_with_verb)
    return verb in index.verb_at and not any(is_finite(t) for t in doc[i : verb + 1])


def _may_open_incise(token: Token) -> bool:
    """*…, a-t-elle aussi dit*"""
    is_clitic = token.lower_ in VERB_CLITICS or token.lower_ in CLITICS
    return is_clitic or (token.pos_ in ("AUX", "ADV", "ADP") and not is_comma(token))


def _inverted_phrase(index: CueIndex, cue: Cue, comma: int, end: int) -> Phrase | None:
    """*…, indique le rapport*: behind a finite verb, and not the subject of another."""
    doc = index.doc
    mention = phrase_after_verb(index.document, cue.last + 1, end)
    if mention is None or _goes_on(index, mention[1] + 1, end):
        return None
    if not agrees(doc[comma + 1 : cue.last + 1], index.phrase(mention)):
        return None
    opening = doc[comma + 1]
    is_simple = is_finite(cue.verb) or (cue.first > comma + 1 and is_finite(opening)) or may_be_finite(cue.verb)
    return with_joined(index, cue, mention) if is_simple or opening.lower_ in VERB_CLITICS else None


def _goes_on(index: CueIndex, i: int, end: int) -> bool:
    """*…, avait accusé X de tarder* · *…, dit X que …*: the verb has a complement of its own."""
    doc = index.doc
    if i >= end:
        return False
    if is_finite(doc[i]) or doc[i].lower_ in THAT:
        return True
    return i + 1 < end and doc[i].lower_ in _INFINITIVE_MARKERS and any(is_infinitive(t) for t in doc[i + 1 : i + 3])


def _around_incise(
    index: CueIndex, attribution: Attribution, mention: Phrase, comma: int, is_pronoun: bool
) -> Clause | None:
    """What is said where no main clause stands before the comma.

    *La situation, soutient X, appelle …*: the whole sentence. *X, élu hier, a annoncé …*: the verb is no incise's.
    """
    doc, end = index.doc, index.sentence(comma)[1]
    start = behind_label(index, index.sentence(comma)[0], comma)
    behind = mention[1] + 1
    if not is_pronoun and not is_speaker(index.phrase(mention)):
        return None
    is_person = index.doc[mention[0]].ent_type_ == "PER"  # L'eau manque, dit Luc R.: whatever the tags before
    is_last = is_pronoun or all(t.is_punct for t in doc[behind:end])
    if not is_last or (comma - start < _SHORTEST_FRAGMENT and not is_person):
        return None
    return Clause(start, comma, attribution)
