"""Who speaks where a verb says so: the words that name the source, or nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from helpers.french.inverted_subjects import is_speaker
from helpers.french.noun_phrases import Phrase, behind_fronting, phrase_around, phrase_from
from helpers.french.persons import is_human, is_name_part
from helpers.french.subjects import agreeing_subject, subject_of
from helpers.french.verbs import (
    AUXILIARIES,
    has_auxiliary,
    is_finite,
    is_infinitive,
    is_participle,
    is_present_participle,
)
from helpers.lexicon.words import AND, BY, OF, THAT, column, words
from helpers.quotes.elided_subjects import (
    SPEAKERLESS,
    left_subject,
    main_clause_behind,
    pronoun_phrase,
    subject_of_sentence,
)
from helpers.quotes.index import CueIndex
from helpers.quotes.model import Cue
from helpers.quotes.verb_groups import ASIDE_WORDS, VERB_CLITICS, before_verb_group, goes_with_verb, inverted_pronoun
from helpers.quotes.walks import form_tokens, is_comma, skip_back
from helpers.text.typography import fold

_COORDINATORS = words("clause coordinator")
_ASIDE_NOUNS = words("noun of an aside")
_EXPLETIVES = words("expletive subject")
_INDUCING = frozenset(column("inducing_verbs", "lemma"))
_INDEFINITE = words("indefinite subject")
_PLACES_OF_SPEAKERS = words("preposition of a speaker's place")
_GERUND_OPENERS = words("gerund opener")
_SURE_PARTICIPLES = tuple(words("unambiguous past participle ending"))
_INFINITIVE_PREPOSITIONS = words("preposition of an infinitive")
_PLACE_OPENERS = tuple(form_tokens(form) for form in words("speaker's place opener"))
_DEMONSTRATIVES = words("demonstrative pronoun")
_JOINING = words("coordinator of subjects")
_NOMINAL = ("NOUN", "PROPN")


@dataclass(frozen=True)
class _Answer:
    """What a strategy finds where it applies: a phrase, or that nobody speaks."""

    mention: Phrase | None


_NOBODY = _Answer(None)


def subject_mention(index: CueIndex, cue: Cue) -> Phrase | None:
    """The phrase of the cue's subject, by the first strategy that applies; None where it has none that could speak."""
    if cue.verb is None:
        return None
    answers = (strategy(index, cue, cue.verb) for strategy in _STRATEGIES)
    mention = next((answer.mention for answer in answers if answer is not None), None)
    if mention is None:
        return None
    return _all_of_them(index, cue, _behind_cue(index, _without_cue(cue, mention)))


def _without_cue(cue: Cue, mention: Phrase) -> Phrase:
    """*l'étude | note que*: a verb that the tagger takes for a noun is no part of its subject."""
    return (mention[0], cue.first - 1) if mention[0] < cue.first <= mention[1] else mention


def _behind_cue(index: CueIndex, mention: Phrase) -> Phrase:
    """*« A », conteste | la future gérante, qui dit que B*: nor is the verb of the incise before it."""
    first, last = mention
    while first < last and first in index.verb_at and index.doc[first + 1].pos_ == "DET":
        first += 1
    return first, last


def _all_of_them(index: CueIndex, cue: Cue, mention: Phrase) -> Phrase:
    """*Le maire, Luc Obin, | et la préfète, Anne Roy, | ont dit*: what *et* joins before a verb in the plural."""
    doc, (first, last) = index.doc, mention
    if last >= cue.first:
        return with_joined(index, cue, mention)
    stop = before_verb_group(doc, cue.first - 1, last)
    stop = skip_back(doc, stop, last, lambda t: is_comma(t) or t.pos_ == "AUX" or t.is_space)
    other = _behind_coordinator(doc, last + 1) if number(cue) == "Plur" else None
    if other is None or other > stop or not is_speaker(doc[other : stop + 1]):
        return mention
    is_apart = any(is_finite(t) or index.is_quoted(t.i) or t.text in ";:()" for t in doc[last + 1 : stop + 1])
    return mention if is_apart else (first, stop)


def with_joined(index: CueIndex, cue: Cue, mention: Phrase) -> Phrase:
    """*ont déclaré le maire, Luc Obin, | et la préfète, Anne Roy*: what *et* joins behind a verb in the plural."""
    doc, (first, last) = index.doc, mention
    other = _behind_coordinator(doc, last + 1) if number(cue) == "Plur" else None
    if other is None or other >= index.sentence(first)[1] or index.is_quoted(other):
        return mention
    stop = phrase_from(index.document, other)
    return (first, stop) if stop >= other and is_speaker(doc[other : stop + 1]) else mention


def _behind_coordinator(doc: Doc, i: int) -> int | None:
    """*, et | la préfète*, *ainsi que | la préfète*"""
    if i + 1 < len(doc) and is_comma(doc[i]):
        i += 1
    if i + 1 < len(doc) and doc[i].lower_ in AND:
        return i + 1
    is_long = i + 2 < len(doc) and doc[i].lower_ in _JOINING and doc[i + 1].lower_ in THAT
    return i + 2 if is_long else None


def _by_inversion(index: CueIndex, cue: Cue, verb: Token) -> _Answer | None:
    """*Le pont, dit-elle, ouvrira.*"""
    pronoun = inverted_pronoun(index.doc, cue.last + 1, len(index.doc))
    return _Answer(pronoun_phrase(index.doc, pronoun)) if pronoun is not None else None


def _by_inducement(index: CueIndex, cue: Cue, verb: Token) -> _Answer | None:
    """*La crise a poussé le maire à agir, en déclarant que …*: a thing drives; who is driven speaks."""
    head = subject_of(verb) if is_present_participle(verb) else None
    if head is None or head.head.lemma_ not in _INDUCING or is_human(head) or head.ent_type_:
        return None
    driven = next((c for c in head.head.children if c.dep_ in ("obj", "obl:arg") and is_human(c)), None)
    return _Answer(phrase_around(index.document, driven)) if driven is not None else None


def _by_participle_apart(index: CueIndex, cue: Cue, verb: Token) -> _Answer | None:
    """*La mairesse a quitté la salle, rappelant que …*: a participle set off has the subject of its sentence."""
    doc, first = index.doc, cue.first
    if not is_present_participle(doc[first]):
        return None
    i = skip_back(doc, first - 1, -1, lambda t: t.lower_ in _GERUND_OPENERS or t.lower_ in VERB_CLITICS)
    is_apart = i >= 0 and (doc[i].text in ',"»' or doc[i + 1].lower_ in _GERUND_OPENERS)
    mention = (subject_of_sentence(index, cue) or _first_phrase(index, cue)) if is_apart else None
    return _Answer(mention) if mention else None


def _by_fronting(index: CueIndex, cue: Cue, verb: Token) -> _Answer | None:
    """*Rappelant que le pont ferme, la mairesse a promis un bac*: a participle in front has the subject behind it."""
    comma = main_clause_behind(index, cue)
    return _Answer((comma + 1, phrase_from(index.document, comma + 1))) if comma is not None else None


def _first_phrase(index: CueIndex, cue: Cue) -> Phrase | None:
    """*La mairesse menace …, tout en disant que …*: the phrase that opens the sentence, whatever the tags behind it."""
    first = index.sentence(cue.first)[0]
    last = phrase_from(index.document, first)
    return (first, last) if last < cue.first and _opens_noun_phrase(index.doc[first]) else None


def _by_agent(index: CueIndex, cue: Cue, verb: Token) -> _Answer | None:
    """*un plan dénoncé par l'Alliance*: in the passive not the subject speaks, but the agent."""
    if _is_bare_passive(verb) or any(c.dep_ == "aux:pass" for c in verb.children):
        return _Answer(agent(index, cue.last + 1, index.sentence(cue.first)[1]))
    return None


def _by_aside(index: CueIndex, cue: Cue, verb: Token) -> _Answer | None:
    """*Anne Roy a de son côté déclaré que …*: parsers hang the participle on *côté*."""
    noun = verb.head
    if verb.dep_ == "acl" and noun.lower_ in _ASIDE_NOUNS and noun.i == verb.i - 1:
        return _Answer(left_subject(index, cue))
    return None


def _by_preposition(index: CueIndex, cue: Cue, verb: Token) -> _Answer | None:
    """*« … », dit-elle avant de rappeler que A* · *Le comité marche afin de rappeler que A*: as the main verb."""
    doc, first = index.doc, cue.first
    if not is_infinitive(doc[first]):
        return None
    i = skip_back(doc, first - 1, 0, lambda t: goes_with_verb(t) and t.lower_ not in _INFINITIVE_PREPOSITIONS)
    if doc[i].lower_ in OF and i > 0:
        i -= 1
    mention = subject_of_sentence(index, cue) if doc[i].lower_ in _INFINITIVE_PREPOSITIONS else None
    return _Answer(mention) if mention is not None else None


def _by_coordination(index: CueIndex, cue: Cue, verb: Token) -> _Answer | None:
    """*Elle explique que A et précise que B*: a cue behind *et* shares the subject of the one before."""
    before = _coordinated_with(index, cue)
    return _Answer(subject_mention(index, before)) if before is not None else None


def _by_place(index: CueIndex, cue: Cue, verb: Token) -> _Answer | None:
    """*À la mairie, on réplique que …* · *Du côté de ses partisans, on …*: those at the place speak."""
    doc, (start, _) = index.doc, index.sentence(cue.first)
    head = subject_of(verb)
    if head is None or head.lower_ not in _INDEFINITE:
        return None
    first = behind_place_opener(doc, start)
    last = phrase_from(index.document, first) if first is not None else head.i
    return _Answer((first, last)) if first is not None and last < head.i else None


def behind_place_opener(doc: Doc, start: int) -> int | None:
    """Where the name of those begins who speak at a place: *À | la mairie*, *Du côté de | ses partisans*"""
    if doc[start].lower_ in _PLACES_OF_SPEAKERS:
        return start + 1
    lower = tuple(t.lower_ for t in doc[start : start + 4])
    opener = next((form for form in _PLACE_OPENERS if lower[: len(form)] == form), None)
    return start + len(opener) if opener is not None else None


def _by_syntax(index: CueIndex, cue: Cue, verb: Token) -> _Answer | None:
    """*La mairesse a dit que …*: the subject of the parse, or what stands in its place."""
    head = _of_demonstrative(_above_apposition(subject_of(verb)))
    if head is not None and _is_nobody(index, cue, verb, head):
        return _NOBODY
    if head is None or _is_another_voice(index, cue, head):
        is_loose = is_participle(verb) and not has_auxiliary(verb)
        mention = subject_of_sentence(index, cue) if is_loose else left_subject(index, cue)
        return _Answer(mention) if mention is not None else None
    if fold(head.lemma_) in _silent() or head.lower_ in SPEAKERLESS:
        return _NOBODY
    mention = _name_right_before(index, cue, head) or _phrase_of_subject(index, cue, verb, head)
    return _Answer(_rather_who(index, cue, mention))


def _rather_who(index: CueIndex, cue: Cue, mention: Phrase) -> Phrase:
    """*Sur le plan légal, | Anne Roy | a dit*: before a thing that the parse takes, a name beside the verb."""
    left = None if is_speaker(index.phrase(mention)) or mention[0] == mention[1] else left_subject(index, cue)
    is_behind = left is not None and left[0] > mention[1] and is_speaker(index.phrase(left))
    return left if left is not None and is_behind else mention


def _by_surface(index: CueIndex, cue: Cue, verb: Token) -> _Answer | None:
    """*Le rapport commandé par le port note que …*: where the parse has no subject, the phrase before the verb."""
    doc, start = index.doc, index.sentence(cue.first)[0]
    group = before_verb_group(doc, cue.first - 1, start - 1)
    has_auxiliary_before = any(t.lower_ in AUXILIARIES for t in doc[group + 1 : cue.first])
    if not may_be_finite(doc[cue.first]) and not has_auxiliary_before:
        return None
    opening = next((i for i in range(group, start - 1, -1) if _bounds_clause(index, i)), start - 1) + 1
    if opening > group or not _opens_noun_phrase(doc[opening]) or any(is_finite(t) for t in doc[opening : group + 1]):
        return None
    head = next((t for t in doc[opening : group + 1] if t.pos_ in _NOMINAL), doc[opening])
    is_silent = fold(head.lemma_) in _silent() or doc[opening].lower_ in SPEAKERLESS
    return _NOBODY if is_silent else _Answer((opening, min(phrase_from(index.document, opening), group)))


def _bounds_clause(index: CueIndex, i: int) -> bool:
    token = index.doc[i]
    return token.text in ",;:–—()" or token.pos_ in ("SCONJ", "CCONJ") or index.is_quoted(i) or token.lower_ in THAT


def may_be_finite(verb: Token) -> bool:
    """*…, dit X*, *…, note X*: a form that is no participle alone and no infinitive, whatever the tag."""
    is_other_form = verb.lower_.endswith(_SURE_PARTICIPLES) or is_present_participle(verb) or is_infinitive(verb)
    return not is_other_form


_STRATEGIES: tuple[Callable[[CueIndex, Cue, Token], _Answer | None], ...] = (
    _by_inversion,
    _by_inducement,
    _by_fronting,
    _by_participle_apart,
    _by_agent,
    _by_aside,
    _by_preposition,
    _by_coordination,
    _by_place,
    _by_syntax,
    _by_surface,
)
"""In the order in which they are tried; each takes the index, a cue and its verb."""


# --- the subject of the parse ------------------------------------------------------------------


def _above_apposition(head: Token | None) -> Token | None:
    """*X, championne, qui lâche que …*: not the apposition, but what it stands beside."""
    while head is not None and head.dep_ == "appos" and head.head.pos_ in _NOMINAL and head.head.i < head.i:
        head = head.head
    return head


def _of_demonstrative(head: Token | None) -> Token | None:
    """*après celui | de Paul Roy |, qui a dit*: what a demonstrative stands for says nothing, whose it is does."""
    if head is None or head.lower_ not in _DEMONSTRATIVES:
        return head
    return next((c for c in head.children if c.dep_ == "nmod" and (c.ent_type_ == "PER" or is_human(c))), head)


def _is_nobody(index: CueIndex, cue: Cue, verb: Token, head: Token) -> bool:
    """*Il convient de rappeler que …*; the *il* of *il dit que* is somebody, whatever the parse says."""
    if head.dep_ != "expl:subj" or head.lower_ not in _EXPLETIVES:
        return False
    return head.head != verb or is_infinitive(index.doc[cue.first]) or cue.takes("impersonal")


def _is_another_voice(index: CueIndex, cue: Cue, head: Token) -> bool:
    """*« Je pars », dit X*: a pronoun between marks is not the quoter."""
    return index.is_quoted(head.i) and not index.is_quoted(cue.first) and head.pos_ not in _NOMINAL


def _name_right_before(index: CueIndex, cue: Cue, head: Token) -> Phrase | None:
    """*La salle comble, Anne Roy a dit*: a name right before the verb beats a subject that it does not hang on."""
    doc, left = index.doc, left_subject(index, cue)
    if left is None or head.i >= left[0] or not is_name_part(doc[left[1]]):
        return None
    is_apart = doc[left[0] - 1].text in (",", "–", "—", ")")
    return left if is_apart and not head.is_ancestor(doc[left[0]]) else None


def _phrase_of_subject(index: CueIndex, cue: Cue, verb: Token, head: Token) -> Phrase:
    """The words of the subject, ended before its verb."""
    agreeing = agreeing_subject(verb, head)
    if agreeing is None:
        return subject_of_sentence(index, cue) or behind_fronting(index.document, *phrase_around(index.document, head))
    first, last = behind_fronting(index.document, *phrase_around(index.document, agreeing))
    if first < cue.first <= last:  # a verb that the tagger takes for a participle ends the phrase all the same
        last = skip_back(index.doc, cue.first - 1, first, _closes_no_phrase)
    return first, last


def _closes_no_phrase(token: Token) -> bool:
    return token.lower_ in AUXILIARIES or token.lower_ in VERB_CLITICS or token.is_punct


def _opens_noun_phrase(token: Token) -> bool:
    return token.pos_ in ("DET", "PROPN") or is_name_part(token)


@cache
def _silent() -> frozenset[str]:
    """Things that show without speaking: *les résultats indiquent que*, *des banderoles proclamant* a slogan."""
    return frozenset(fold(noun) for table in ("findings", "inscriptions") for noun in column(table, "noun"))


# --- shared subjects ---------------------------------------------------------------------------


def _coordinated_with(index: CueIndex, cue: Cue) -> Cue | None:
    """*explique que A et précise que B*: the cue before, whose subject a cue behind *et* shares."""
    doc = index.doc
    i = skip_back(doc, cue.first - 1, -1, goes_with_verb)
    if i < 0 or doc[i].lower_ not in _COORDINATORS or not is_before_que(doc, cue):
        return None
    start = index.sentence(cue.first)[0]
    before = (index.verb_at[k] for k in range(i - 1, start - 1, -1) if k in index.verb_at)
    if index.is_quoted(i - 1):  # a dénoncé « … » et affirmé que: what stands between marks governs nothing
        before = (c for c in before if not index.is_quoted(c.first))
    else:
        before = (c for c in before if is_before_que(doc, c))
    return next((c for c in before if agree_in_number(c, cue)), None)


def is_before_que(doc: Doc, cue: Cue) -> bool:
    """*précise que …*"""
    return cue.last + 1 < len(doc) and doc[cue.last + 1].lower_ in THAT


def agree_in_number(one: Cue, other: Cue) -> bool:
    """Whether two cues can share a subject: *il dit que … et affirme que …*, not *… et affirment que …*."""
    numbers = [number(cue) for cue in (one, other)]
    return None in numbers or numbers[0] == numbers[1]


def number(cue: Cue) -> str | None:
    """*ont dit*: of the finite form, Sing or Plur."""
    group = [cue.verb, *cue.verb.children] if cue.verb is not None else []
    finite = next((t for t in group if is_finite(t) and (t == cue.verb or t.dep_.startswith("aux"))), None)
    return next(iter(finite.morph.get("Number")), None) if finite is not None else None


# --- the passive -------------------------------------------------------------------------------


def _is_bare_passive(verb: Token) -> bool:
    """*un plan proposé par X*, *accusée de …*: a past participle without auxiliary."""
    if verb.dep_ not in ("acl", "advcl") or not is_participle(verb) or is_present_participle(verb):
        return False
    group = before_verb_group(verb.doc, verb.i - 1, -1, _may_stand_in_group)  # se sont de leur côté réjouis
    has_auxiliary_before = any(t.lower_ in AUXILIARIES for t in verb.doc[group + 1 : verb.i])
    return not has_auxiliary_before and not any(c.dep_.startswith("aux") for c in verb.children)


def _may_stand_in_group(token: Token) -> bool:
    return goes_with_verb(token) or token.lower_ in ASIDE_WORDS


def agent(index: CueIndex, first: int, end: int) -> Phrase | None:
    """*proposée par l'Alliance*: who did it; the last *par* with a name behind it."""
    doc = index.doc
    for i in range(end - 1, first, -1):
        if doc[i - 1].lower_ in BY and _opens_noun_phrase(doc[i]):
            last = min(phrase_from(index.document, i), end - 1)
            if any(is_name_part(t) for t in doc[i : last + 1]):
                return i, last
    return None
