"""Who says it where neither the parse nor the surface gives the verb of saying a subject: the nearest who can.

A verb of saying with its clause behind it reports in nine cases of ten, whatever a parse makes of the words before it;
what reports nothing has a form that shows it: *il est rappelé que*, *on croit que*, *supposons que*, *à noter que*.
"""

from spacy.tokens import Doc, Token

from helpers.french.inverted_subjects import agrees, is_speaker
from helpers.french.noun_phrases import Phrase, phrase_around
from helpers.french.persons import is_name_part
from helpers.french.verbs import is_finite, is_infinitive, is_participle, is_present_participle
from helpers.lexicon.words import OF, PRONOUNS, STRESSED, words
from helpers.quotes.elided_subjects import SPEAKERLESS, subject_of_sentence
from helpers.quotes.index import CueIndex
from helpers.quotes.model import Cue
from helpers.quotes.verb_groups import before_verb_group, goes_with_verb
from helpers.quotes.verb_sources import may_be_finite
from helpers.quotes.walks import skip_back

_PASSIVE = words("passive auxiliary")
_IMPERSONAL = words("impersonal subject") | words("expletive subject")
_FEELINGS = words("feeling before an announcement")
_NOMINAL = ("NOUN", "PROPN")
_OURS = tuple(words("ending of the first person plural"))


def likely_subject(index: CueIndex, cue: Cue) -> Phrase | None:
    """*Le groupe, fondé en mai, | Tania Roy | en tête, jure que …*: the nearest before the verb that can say things."""
    doc, start = index.doc, index.sentence(cue.first)[0]
    if cue.verb is None or not _has_subject(doc, cue, start):
        return None
    group = before_verb_group(doc, cue.first - 1, start - 1) + 1
    verb = doc[group : cue.last + 1]
    if is_infinitive(doc[cue.first]):
        return subject_of_sentence(index, cue)
    governed: Phrase | None = None
    for i in range(group - 1, start - 1, -1):
        token = doc[i]
        if index.is_quoted(i) or token.text in ";:":
            break
        if token.lower_ in STRESSED and i == group - 1:  # Lui jure que …
            return i, i
        if token.lower_ in PRONOUNS and _is_subject_pronoun(doc, i):
            return None if token.lower_ in SPEAKERLESS else (i, i)
        if token.pos_ not in _NOMINAL and not is_name_part(token):
            continue
        first, last = phrase_around(index.document, token)
        phrase = (first, min(last, group - 1))
        if first < start or not is_speaker(index.phrase(phrase)) or not agrees(verb, index.phrase(phrase)):
            continue
        if first == start or doc[first - 1].pos_ != "ADP":
            return phrase
        governed = governed or phrase
    return governed if is_present_participle(doc[cue.first]) else None


def _has_subject(doc: Doc, cue: Cue, start: int) -> bool:
    """Whether the form asks for a subject that is told: no infinitive, imperative, passive or impersonal verb."""
    first = doc[cue.first]
    if is_present_participle(first):
        return True
    opening = skip_back(doc, cue.first - 1, start - 1, goes_with_verb) + 1
    group = [*doc[opening : cue.first], first]
    if is_infinitive(first):
        return _is_announced(doc, opening)
    if any(t.lower_ in _PASSIVE | _IMPERSONAL | SPEAKERLESS for t in group):
        return False
    is_told = may_be_finite(first) or any(is_finite(t) for t in group) or (is_participle(first) and len(group) > 1)
    is_ours = first.lower_.endswith(_OURS)  # nous croyons que
    return is_told and (is_ours or not any(_is_not_third(t) for t in group))


def _is_not_third(token: Token) -> bool:
    return bool(set(token.morph.get("Person")) & {"1", "2"}) or "Imp" in token.morph.get("Mood")


def _is_announced(doc: Doc, opening: int) -> bool:
    """*est heureuse d'|informer que*, *ont le regret d'|annoncer que*: it is said as it is felt."""
    i = skip_back(doc, opening - 1, 0, lambda t: t.lower_ in OF)
    return i < opening - 1 and (doc[i].lower_ in _FEELINGS or doc[i].lemma_.lower() in _FEELINGS)


def _is_subject_pronoun(doc: Doc, i: int) -> bool:
    """*il | avait prétendu*; not *de lui*"""
    return i == 0 or (doc[i - 1].pos_ != "ADP" and doc[i - 1].lower_ not in OF)
