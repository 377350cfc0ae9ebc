"""Whether a verb of saying reports at all: what is denied, wished or asked for has not been said."""

from spacy.tokens import Token

from helpers.french.inverted_subjects import is_speaker
from helpers.french.noun_phrases import Phrase
from helpers.french.subjects import SUBJECTS
from helpers.french.verbs import is_infinitive
from helpers.lexicon.words import NEGATIONS, OF, words
from helpers.quotes.index import CueIndex
from helpers.quotes.model import Cue
from helpers.quotes.verb_groups import VERB_CLITICS
from helpers.quotes.walks import skip_back

_INFINITIVE_PREPOSITIONS = words("preposition of an infinitive")
_DENIALS = NEGATIONS | words("privative preposition")
_IMPERSONAL = words("impersonal subject")
_MODALS = words("modal")
_FARTHEST_NEGATION = 5  # tokens before the verb


def is_negated(index: CueIndex, cue: Cue) -> bool:
    """*n'a pas dit*, *sans dire*: what is not said is not reported; what is not hidden is (*n'a pas caché que*)."""
    if cue.verb is None or cue.takes("denied"):
        return False
    doc = index.doc
    stop = max(cue.first - _FARTHEST_NEGATION - 1, index.sentence(cue.verb.i)[0] - 1)
    i = skip_back(doc, cue.first - 1, stop, lambda t: t.lower_ not in _DENIALS and _may_follow_negation(t))
    return i > stop and doc[i].lower_ in _DENIALS


def _may_follow_negation(token: Token) -> bool:
    """*n'a pas dit*"""
    return token.pos_ in ("AUX", "ADV", "PRON") or token.lower_ in VERB_CLITICS


def is_unreal(index: CueIndex, cue: Cue) -> bool:
    """*il faut dire que*, *il est impossible de démontrer que*, *dites que*: nobody has said it."""
    verb = cue.verb
    if verb is None:
        return False
    if not is_infinitive(index.doc[cue.first]):
        return "Imp" in verb.morph.get("Mood")
    i = skip_back(index.doc, cue.first - 1, index.sentence(verb.i)[0], _may_precede_infinitive)
    return index.doc[i].lemma_ in _MODALS or _is_impersonal(verb.head)


def is_done(index: CueIndex, cue: Cue, mention: Phrase) -> bool:
    """*Une digue garantit que*, *une visite pour nous assurer que*: what is brought about is not said.

    ``mention``: the subject of the cue.
    """
    if not cue.takes("ensuring") or cue.verb is None:
        return False
    doc = index.doc
    if is_infinitive(doc[cue.first]):
        i = skip_back(doc, cue.first - 1, index.sentence(cue.verb.i)[0], _may_precede_infinitive)
        return doc[i].lower_ in OF or doc[i].lower_ in _INFINITIVE_PREPOSITIONS
    phrase = index.phrase(mention)
    head = next((t for t in phrase if t.pos_ in ("NOUN", "PROPN")), None)
    return head is not None and head.pos_ == "NOUN" and head.text[0].islower() and not is_speaker(phrase)


def _may_precede_infinitive(token: Token) -> bool:
    """*faut-il le dire*"""
    return token.pos_ in ("ADV", "PRON") or token.lower_ in VERB_CLITICS


def _is_impersonal(governor: Token) -> bool:
    """*il est impossible de*"""
    has_subject = any(c.lower_ in _IMPERSONAL for c in governor.children if c.dep_ in SUBJECTS)
    return has_subject and governor.pos_ == "ADJ"
