"""Subjects that no parse gives: the name before a verb group, the subject of the main clause, whoever spoke last."""

from spacy.tokens import Doc, Token

from helpers.french.inverted_subjects import phrase_after_verb
from helpers.french.noun_phrases import Phrase, phrase_around, phrase_from, starts_clause
from helpers.french.persons import is_name_part, is_title
from helpers.french.subjects import CLITICS, RELATIVE_SUBJECTS, subject_of
from helpers.french.verbs import is_finite, is_infinitive, is_participle, is_present_participle
from helpers.lexicon.words import OF, PRONOUNS, THAT, words
from helpers.quotes.index import CueIndex
from helpers.quotes.model import Cue
from helpers.quotes.verb_groups import ASIDE_WORDS, VERB_CLITICS, before_verb_group, goes_with_verb
from helpers.quotes.walks import find, is_comma, skip_back, skip_forward

SPEAKERLESS = words("speakerless subject")
_GERUND_OPENERS = words("gerund opener")
_RELATIVES = words("adnominal relative") | RELATIVE_SUBJECTS
_NARRATIVE = words("narrative infinitive")
_PASSIVE = words("passive auxiliary")


def pronoun_phrase(doc: Doc, i: int) -> Phrase | None:
    """*dit-elle*: the pronoun alone; *dit-on* names nobody."""
    return (i, i) if doc[i].lower_ not in SPEAKERLESS else None


def left_subject(index: CueIndex, cue: Cue) -> Phrase | None:
    """*Anne Roy a de son côté déclaré*: the pronoun or name right before the verb group."""
    doc = index.doc
    start = index.sentence(cue.first)[0]
    i = before_verb_group(doc, cue.first - 1, start - 1, _may_follow_subject)
    if i < start:
        return None
    token = doc[i]
    if token.lower_ in PRONOUNS:
        return (i, i) if not _is_passive_between(doc, i + 1, cue.first) else None
    if is_name_part(token) and not is_finite(token):
        return _first_of_name(doc, start, i), i
    if is_comma(token):
        return _name_between_commas(index, start, i) or _before_aside(index, start, i)
    is_subject = token.pos_ == "NOUN" and not _is_governed(index, token)
    return phrase_around(index.document, token) if is_subject else None


def _may_follow_subject(token: Token) -> bool:
    """*Anne Roy a de son côté déclaré*"""
    return goes_with_verb(token) or token.pos_ == "AUX" or token.lower_ in ASIDE_WORDS


def _first_of_name(doc: Doc, start: int, i: int) -> int:
    """*la présidente Anne Roy*: where a name begins, with its title and article."""
    first = skip_back(doc, i - 1, start - 1, lambda t: is_name_part(t) or is_title(t)) + 1
    return first - 1 if first > start and doc[first - 1].pos_ == "DET" else first


def _is_passive_between(doc: Doc, first: int, end: int) -> bool:
    """*Il a été dit que …*"""
    return any(doc[i].lower_ in _PASSIVE for i in range(first, end))


def _is_governed(index: CueIndex, noun: Token) -> bool:
    """*dans la salle*: a noun behind a preposition is no subject."""
    first, _ = phrase_around(index.document, noun)
    return first > 0 and noun.doc[first - 1].pos_ == "ADP"


def _name_between_commas(index: CueIndex, start: int, end: int) -> Phrase | None:
    """*En visite, Anne Roy, directrice, a dit*: a person's name behind a comma, with its apposition."""
    doc = index.doc
    for i in range(end - 1, start - 1, -1):
        opens = i == start or is_comma(doc[i - 1])
        if opens and is_name_part(doc[i]) and doc[i].ent_type_ == "PER" and not index.is_quoted(i):
            return i, min(phrase_from(index.document, i), end - 1)
    return None


def _before_aside(index: CueIndex, start: int, end: int) -> Phrase | None:
    """*Ce médecin | , qui dirige la halte, | a dit* · *Le syndic | , joint hier, | a dit*: what commas tell more of."""
    doc = index.doc
    opening = next((i for i in range(end - 2, start, -1) if is_comma(doc[i])), None)
    if opening is None or index.is_quoted(opening):
        return None
    is_state = is_participle(doc[opening + 1]) and not any(is_finite(t) for t in doc[opening + 1 : end])
    if not is_state and doc[opening + 1].lower_ not in _RELATIVES:
        return None
    first = phrase_around(index.document, doc[opening - 1])[0]
    while first > start + 1 and doc[first - 1].lower_ in OF:  # le ministre | du Travail
        first = min(first - 2, phrase_around(index.document, doc[first - 2])[0])
    is_governed = first > start and doc[first - 1].pos_ == "ADP"
    return (first, opening - 1) if not is_governed else None


def subject_of_sentence(index: CueIndex, cue: Cue) -> Phrase | None:
    """*Le maire part, se disant certain que …*: a participle that hangs nowhere has the subject before it."""
    doc = index.doc
    start = index.sentence(cue.first)[0]
    for i in range(cue.first - 1, start - 1, -1):
        if index.is_quoted(i) or not is_finite(doc[i]):
            continue
        announcer = _announcer(index, i)
        if announcer is not None:
            return announcer
        if is_subordinate(doc[i]):
            continue
        pronoun = find(doc, i + 1, min(i + 3, cue.first), lambda t: t.lower_ in CLITICS)
        if pronoun is not None:
            return pronoun_phrase(doc, pronoun)
        head = subject_of(doc[i].head if doc[i].dep_.startswith("aux") else doc[i])
        if head is not None and head.i < cue.first and head.lower_ not in SPEAKERLESS and not index.is_quoted(head.i):
            return phrase_around(index.document, head)
    return None


def _announcer(index: CueIndex, i: int) -> Phrase | None:
    """*C'est ce qu'a déclaré la mairesse, ajoutant que …*, *« … », dit X, ajoutant que …*: an inverted subject."""
    doc = index.doc
    cue = index.verb_at.get(skip_forward(doc, i, len(doc), goes_with_verb))
    if cue is None or i == 0 or not (doc[i - 1].lower_ in THAT or _is_behind_marks(index, i)):
        return None
    return phrase_after_verb(index.document, cue.last + 1, index.sentence(i)[1])


def _is_behind_marks(index: CueIndex, i: int) -> bool:
    """*« … », | a expliqué X*"""
    before = skip_back(index.doc, i - 1, -1, lambda t: is_comma(t) or t.is_space or t.lower_ in VERB_CLITICS)
    return before >= 0 and index.is_quoted(before)


def main_clause_behind(index: CueIndex, cue: Cue) -> int | None:
    """*Rappelant que le pont ferme | , la mairesse promet un bac*: the comma behind a participle that opens."""
    doc = index.doc
    start, end = index.sentence(cue.first)
    opening = skip_back(
        doc, cue.first - 1, start - 1, lambda t: t.lower_ in VERB_CLITICS or t.lower_ in _GERUND_OPENERS
    )
    if opening >= start or not is_present_participle(doc[cue.first]):
        return None
    verb = find(doc, cue.last + 1, end, is_finite)
    behind = range(end if verb is None else verb + 1, end - 1)
    commas = (i for i in behind if is_comma(doc[i]) and not index.is_quoted(i))
    return next((i for i in commas if _opens_subject(doc[i + 1]) and starts_clause(doc, i + 1, end)), None)


def _opens_subject(token: Token) -> bool:
    return token.pos_ in ("DET", "PROPN") or token.lower_ in PRONOUNS or is_name_part(token)


def is_subordinate(verb: Token) -> bool:
    """*qui part*, *quand il part*: a finite form of a relative clause or of one that a conjunction opens."""
    head = verb.head if verb.dep_.startswith("aux") or verb.dep_ == "cop" else verb
    return head.dep_ in ("acl", "acl:relcl") or any(c.dep_ == "mark" and c.pos_ == "SCONJ" for c in head.children)


def is_narrative_infinitive(index: CueIndex, cue: Cue) -> bool:
    """*Et de conclure : …*: whoever spoke last says it."""
    doc, start = index.doc, index.sentence(cue.first)[0]
    opening = " ".join(t.lower_ for t in doc[start : cue.first])
    return is_infinitive(doc[cue.first]) and opening in _NARRATIVE
