"""Rules for words between quotation marks, from the sure to the unsure: whose are they?"""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from helpers.french.inverted_subjects import is_speaker, phrase_after_verb
from helpers.french.noun_phrases import Phrase, phrase_around, phrase_from
from helpers.french.persons import is_human, is_name_part, is_speaking_thing, is_title, is_word_for_person
from helpers.french.subjects import subject_of
from helpers.french.verbs import AUXILIARIES, is_finite, is_participle, is_present_participle
from helpers.lexicon.words import NEGATIONS, column, words
from helpers.quotes.elided_subjects import SPEAKERLESS, is_narrative_infinitive, is_subordinate
from helpers.quotes.factuality import is_negated
from helpers.quotes.incises import clause_limit, inverted_verb, word_behind
from helpers.quotes.index import CueIndex
from helpers.quotes.model import EVALUATIVE, UNLISTED, Attribution, Cue
from helpers.quotes.preposition_sources import pronoun_source, source_phrase
from helpers.quotes.rules import (
    COLON,
    CUE_IN_SENTENCE,
    FIRST_PERSON,
    INCISE,
    LABEL,
    OBJECT,
    SELON_AFTER,
)
from helpers.quotes.signatures import signature
from helpers.quotes.verb_sources import agent, subject_mention, with_joined
from helpers.quotes.walks import skip_back, skip_forward
from helpers.text.marks import Marked

_FIRST_PERSON_WORDS = words("first person word")
_HEADINGS = frozenset(column("section_headings", "heading"))
_COMPLEMENT_LINKS = words("infinitive marker") | words("manner link")
_PERFECT_PARTICIPLES = words("perfect participle auxiliary")
_STANDS_FOR_ANOTHER = words("relative subject or object")
_CONJUNCTIVE = ("ADP", "SCONJ", "CCONJ")
_NEAR = 5  # tokens between a verb that judges and one word between marks
_FARTHEST_PREPOSITION = 10  # tokens before a colon


def incise(index: CueIndex, mark: Marked) -> Attribution | None:
    """*« … », déclare X*: the verb stands right behind the closing mark, its subject behind the verb."""
    i = word_behind(index, mark)
    if i is None or _goes_on(index.doc, i):
        return None
    end = clause_limit(index, i)
    cue, clitic = inverted_verb(index, i, end)
    if cue is None:
        return None
    if clitic is not None:
        return Attribution(INCISE, cue, pronoun_source(index, clitic, index.sentence(i)[1]))  # dit-on: somebody says it
    mention = phrase_after_verb(index.document, cue.last + 1, end)
    return Attribution(INCISE, cue, with_joined(index, cue, mention)) if mention else None


def _goes_on(doc: Doc, i: int) -> bool:
    """*« … » comme avant, dit X*: the clause goes on behind the mark."""
    return doc[i].pos_ in _CONJUNCTIVE and doc[i - 1].text not in ",.!?…" and doc[i].lower_ not in AUXILIARIES


def selon_after(index: CueIndex, mark: Marked) -> Attribution | None:
    """*« … », selon X*: a preposition of attribution right behind the closing mark."""
    i = word_behind(index, mark)
    cue = index.preposition_at.get(i) if i is not None else None
    mention = source_phrase(index, cue) if cue is not None and cue.takes("direct") else None
    return Attribution(SELON_AFTER, cue, mention) if mention else None


def colon(index: CueIndex, mark: Marked) -> Attribution | None:
    """*X a répondu : « … »*: a cue with its subject before a colon that opens the quotation."""
    before = _before_colon(index, mark)
    if before is None:
        return None
    first, end = before
    return _preposition_before_colon(index, first, end) or _verb_before_colon(index, end)


def _before_colon(index: CueIndex, mark: Marked) -> tuple[int, int] | None:
    """The tokens of the sentence before a mark, its colon the last of them; None where it has none."""
    first, end = index.before(mark)
    end = skip_back(index.doc, end - 1, first - 1, lambda t: t.is_space or t.text in "*_") + 1
    return (first, end) if end > first and index.doc[end - 1].text == ":" else None


def _preposition_before_colon(index: CueIndex, first: int, end: int) -> Attribution | None:
    """*…, selon lui : « … »*"""
    for i in range(end - 2, max(first, end - 2 - _FARTHEST_PREPOSITION) - 1, -1):
        cue = index.preposition_at.get(i)
        mention = source_phrase(index, cue) if cue is not None and cue.takes("direct") else None
        if mention and mention[1] == end - 2:
            return Attribution(COLON, cue, mention)
    return None


def _verb_before_colon(index: CueIndex, end: int) -> Attribution | None:
    """*X a expliqué vouloir « … » : « … »*: the cue may stand before earlier quoted words."""
    for i in range(end - 1, index.sentence(end - 1)[0] - 1, -1):
        cue = index.verb_at.get(i)
        if cue is None or index.is_quoted(i) or is_negated(index, cue):
            continue
        if is_narrative_infinitive(index, cue):
            return Attribution(COLON, cue, None)
        mention = subject_mention(index, cue)
        if mention and mention[0] < end:
            return Attribution(COLON, cue, mention)
    return None


def label(index: CueIndex, mark: Marked) -> Attribution | None:
    """*X, directeur : « … »*: a name or a body before a colon, without a verb of saying."""
    doc, before = index.doc, _before_colon(index, mark)
    if before is None:
        return None
    first, end = before
    doer = agent(index, first, end)
    if doer:
        return Attribution(LABEL, None, doer)
    first = skip_forward(doc, first, end, lambda t: t.is_punct or t.is_space or t.text in "#*_")
    if first >= end - 1:
        return None
    if not any(is_finite(t) for t in doc[first : end - 1]):
        phrase = _last_name(index, first, end)
        is_somebody = _names_somebody(index, phrase) and not _is_topic(index, phrase)
        return Attribution(LABEL, None, phrase) if is_somebody else None
    found = (
        _last_subject(index, first, end - 1),
        _subject_of_last_verb(index, first, end - 1),
        _last_person(index, first, end - 1),
    )
    who = next((phrase for phrase in found if phrase is not None and _names_somebody(index, phrase)), None)
    cue = _verb_at_colon(index, end - 1) or _verb_with_object(index, first, end - 1)
    return Attribution(LABEL, cue, who) if who is not None else None


def _names_somebody(index: CueIndex, phrase: Phrase) -> bool:
    return any(is_name_part(t) or is_human(t) for t in index.phrase(phrase)) or is_speaker(index.phrase(phrase))


def _is_topic(index: CueIndex, phrase: Phrase) -> bool:
    """*Crise du lait : « … »*, *Citations : « … »*: a noun whose capital opens a line is nobody's name."""
    if index.phrase(phrase).text.lower() in _HEADINGS:
        return True
    head = next((t for t in index.phrase(phrase) if t.pos_ != "DET"), None)
    if head is None or head.pos_ != "NOUN" or head.ent_type_ in ("PER", "ORG") or head.text.isupper():
        return False
    beside = index.doc[max(0, head.i - 1) : head.i + 2]
    if any(t.text[0].isupper() and t != head for t in beside):  # Prudence Roy : « … »
        return False
    return not (is_word_for_person(head.text) or is_speaking_thing(head.text))


def _subject_of_last_verb(index: CueIndex, first: int, end: int) -> Phrase | None:
    """*… manque à la charte des journalistes, qui prescrit à l'article 2 : « … »*: also an antecedent."""
    verbs = (t for t in reversed(index.doc[first:end]) if t.pos_ == "VERB" and not index.is_quoted(t.i))
    verb = next(verbs, None)
    head = subject_of(verb) if verb is not None else None
    return phrase_around(index.document, head) if head is not None and first <= head.i < end else None


def _verb_at_colon(index: CueIndex, colon: int) -> Cue | None:
    """*La directrice | intervient | : « … »*: a verb right before a colon tells that somebody speaks."""
    verb = index.doc[colon - 1]
    is_compound = is_participle(verb) and any(c.lower_ in AUXILIARIES for c in verb.children)
    if not (is_finite(verb) or is_compound) or verb.lower_ in AUXILIARIES:
        return None
    return _unlisted(verb)


def _verb_with_object(index: CueIndex, first: int, end: int) -> Cue | None:
    """*La directrice a tenu à | remercier | les donateurs : « … »*: what one does by saying it has an object."""
    verbs = (t for t in reversed(index.doc[first:end]) if t.pos_ == "VERB" and not index.is_quoted(t.i))
    verb = next((t for t in verbs if not is_subordinate(t)), None)
    if verb is None or verb.lower_ in AUXILIARIES or verb.lemma_ in AUXILIARIES:
        return None
    has_object = any(c.dep_ == "obj" and c.i > verb.i and c.pos_ != "PRON" for c in verb.children)
    return _unlisted(verb) if has_object else None


def _unlisted(verb: Token) -> Cue:
    place = verb.i, verb.i, verb.idx, verb.idx + len(verb)
    return Cue(*place, verb.text, verb.lemma_, UNLISTED, frozenset(("direct",)), verb)


def _last_person(index: CueIndex, first: int, end: int) -> Phrase | None:
    """*C'est le cas de Paul Roy, qui part ce soir : « … »*: whoever was named last before the colon."""
    doc = index.doc
    names = (i for i in range(end - 1, first - 1, -1) if doc[i].ent_type_ == "PER" and not index.is_quoted(i))
    last = next(names, None)
    if last is None:
        return None
    opening = skip_back(doc, last, first - 1, lambda t: t.ent_type_ == "PER") + 1
    return opening, min(phrase_from(index.document, opening, at_least=last), end - 1)


def _last_subject(index: CueIndex, first: int, end: int) -> Phrase | None:
    """*Un élu arrive, mais la directrice intervient : « … »*: the subject of the last of the main clauses."""
    subjects = [t for t in index.doc[first:end] if t.dep_ in ("nsubj", "nsubj:pass") and t.pos_ != "PRON"]
    main = [t for t in subjects if t.head.dep_ in ("ROOT", "conj")]
    if not subjects:
        return None
    return phrase_around(index.document, main[-1] if main else subjects[0])


def _last_name(index: CueIndex, first: int, end: int) -> Phrase:
    """*À la question de la journaliste : « … »*: the last noun phrase that names somebody."""
    doc = index.doc
    while doc[first].pos_ == "ADP" and first < end - 2:
        first = next((k for k in range(first + 1, end - 2) if is_title(doc[k]) or is_name_part(doc[k])), end - 2)
    return first, min(phrase_from(index.document, first), end - 2)


def governed_directly(index: CueIndex, mark: Marked) -> Attribution | None:
    """*X a parlé d'« … »*: the cue stands right before the opening mark, at most a preposition between them."""
    first, end = index.before(mark)
    i = skip_back(index.doc, end - 1, first - 1, _may_stand_before_object)
    cue = index.verb_at.get(i) if i >= first else None
    if cue is None or is_negated(index, cue) or not _is_fragment(index, mark):
        return None
    if any(t.lower_ in NEGATIONS for t in index.doc[cue.last + 1 : end]):
        return None  # s'engage à ne plus « vendre »: the negation is said, too
    mention = subject_mention(index, cue)
    return Attribution(OBJECT, cue, mention) if mention else None


def _is_fragment(index: CueIndex, mark: Marked) -> bool:
    """*« absurde »*, *« Une étape »*: words of a sentence; one word in capitals is a name."""
    return index.word_count(mark.start, mark.end) >= 2 or index.document.plain[mark.start].islower()


def _may_stand_before_object(token: Token) -> bool:
    """*décrit ainsi comme « … »*"""
    return token.is_space or token.pos_ == "ADV" or token.text in (",", ":") or token.lower_ in _COMPLEMENT_LINKS


def governed_in_sentence(index: CueIndex, mark: Marked) -> Attribution | None:
    """*Elle a dénoncé des délais imposés « … »*: a cue earlier in the sentence whose object holds the words."""
    first, end = index.before(mark)
    many = index.word_count(mark.start, mark.end)
    cue = next((index.verb_at[i] for i in range(end - 1, first - 1, -1) if i in index.verb_at), None)
    if cue is None or (many < 2 and not _judges_near(cue, end)):
        return None
    inside = index.doc[index.token_from(mark.start)]
    if (many == 2 and inside.pos_ == "DET") or inside.text[0].isupper():
        return None  # « les principes »: a term
    mention = subject_mention(index, cue)
    if mention is None or is_negated(index, cue) or not _holds(cue, inside):
        return None
    is_before = mention[1] < cue.first or _is_fronted(index, cue)
    return Attribution(CUE_IN_SENTENCE, cue, mention) if is_before else None


def _judges_near(cue: Cue, end: int) -> bool:
    """*a dénoncé un projet « insensé »*: of a verb that judges one word is enough, where it stands near."""
    return cue.word_class == EVALUATIVE and end - cue.last <= _NEAR


def _is_fronted(index: CueIndex, cue: Cue) -> bool:
    """*Qualifiant X de « … », Y a …*: the subject of a participle that opens the sentence stands behind it."""
    is_opening = cue.last == index.sentence(cue.last)[0]
    return is_opening and cue.verb is not None and is_present_participle(cue.verb)


def _holds(cue: Cue, token: Token) -> bool:
    """Whether a token hangs on the cue; on *ayant prié X de descendre*, not across the main verb behind it."""
    if cue.verb is None:
        return False
    is_absolute = any(c.lower_ in _PERFECT_PARTICIPLES for c in cue.verb.children)
    if is_absolute and any(is_finite(t) for t in cue.verb.doc[cue.last + 1 : token.i]):
        return False
    return cue.verb.is_ancestor(token) or token.head == cue.verb


def first_person(index: CueIndex, mark: Marked) -> Attribution | None:
    """*X revient sur ce que « nous avons fait »*: *je* or *nous* between marks is who the sentence is about."""
    doc = index.doc
    first, end = index.before(mark)
    tokens = index.tokens(mark.start, mark.end)
    if end - first < 2 or len(tokens) < 4 or not any(t.lower_ in _FIRST_PERSON_WORDS for t in tokens):
        return None
    subjects = (t for t in doc[first:end] if t.dep_ in ("nsubj", "nsubj:pass") and t.lower_ not in SPEAKERLESS)
    subject = next(subjects, None)
    if subject is None or (subject.pos_ == "PRON" and subject.lower_ in _STANDS_FOR_ANOTHER):
        return None
    phrase = phrase_around(index.document, subject)
    if subject.pos_ != "PRON" and not any(is_name_part(t) or is_title(t) for t in index.phrase(phrase)):
        return None
    if phrase[0] == first and doc[phrase[1] + 1].text == ":" and _is_topic(index, phrase):
        return None
    cue = next((index.verb_at[i] for i in range(end - 1, phrase[1], -1) if i in index.verb_at), None)
    return Attribution(FIRST_PERSON, cue, phrase)


MARK_RULES: tuple[Callable[[CueIndex, Marked], Attribution | None], ...] = (
    incise,
    selon_after,
    colon,
    label,
    governed_directly,
    signature,
    governed_in_sentence,
    first_person,
)
"""In the order in which they are tried."""
