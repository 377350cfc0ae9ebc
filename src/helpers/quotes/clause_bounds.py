"""Where a reported clause ends, what it is without its punctuation, and which of several that overlap counts."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from helpers.french.noun_phrases import phrase_around, starts_clause
from helpers.french.persons import is_human
from helpers.french.subjects import CLITICS, RELATIVE_SUBJECTS, SUBJECTS, subject_of
from helpers.french.verbs import (
    AUXILIARIES,
    has_auxiliary,
    is_finite,
    is_infinitive,
    is_participle,
    is_present_participle,
)
from helpers.lexicon.words import PRONOUNS, THAT, column, words
from helpers.quotes.elided_subjects import main_clause_behind
from helpers.quotes.index import CueIndex
from helpers.quotes.model import Clause, Cue
from helpers.quotes.next_clauses import NEXT_CLAUSES
from helpers.quotes.verb_groups import goes_with_verb
from helpers.quotes.verb_sources import agree_in_number, is_before_que
from helpers.quotes.walks import find, is_comma, skip_back, skip_forward

_FIRST_PERSONS = words("first person subject")
_PRIVATIVES = words("privative preposition")
_CONTRASTS = words("contrastive conjunction")
CONTRAST_HEADS = frozenset(contrast.split()[0] for contrast in _CONTRASTS)
_CLAUSE_COORDINATORS = words("clause coordinator")
_PREDICATE_COORDINATORS = words("predicate coordinator")
_COORDINATORS_BEFORE_REPORT = words("coordinator before a report")
_AND = words("and")
_SUBJECT_OPENERS = ("DET", "PRON", "NOUN", "PROPN")
_FINITE_COORDINATORS = _AND | words("adversative coordinator")
_DETAILING = frozenset(column("detailing_verbs", "lemma"))


def clause_end(index: CueIndex, cue: Cue, first: int, end: int) -> int:
    """Where a reported clause ends: with its sentence, unless the reporting goes on by itself.

    *X a dit que A et a ajouté que B* · *X a dit que A, soulignant que B*: a verb coordinated with
    the cue or hanging on it beside the clause opens something new.
    """
    for i in range(_behind_predicate(index, first, end), end):
        stop = _stop_at(index, cue, first, i, end)
        if stop is not None:
            return stop
    return end


def _behind_predicate(index: CueIndex, first: int, end: int) -> int:
    """*que, vu l'urgence, le pont | fermera*: behind *que* nothing ends a clause before its own verb."""
    doc = index.doc
    if doc[first - 1].lower_ not in THAT or doc[first].pos_ in _SUBJECT_OPENERS:
        return first + 1
    verb = find(doc, first, end, is_finite)
    return first + 1 if verb is None else verb + 1


def behind_label(index: CueIndex, first: int, end: int) -> int:
    """*Santé : | le pont ouvrira, selon X* · *Le bilan est lourd : | deux ponts ont cédé, selon X*.

    What stands before the last colon outside of marks is no part of the clause, unless there is no clause behind it.
    """
    doc = index.doc
    colon = next((i for i in range(end - 1, first, -1) if doc[i].text == ":" and not index.is_quoted(i)), None)
    if colon is None or colon - 1 in index.verb_at:  # on ne peut pas se dire : tout va bien
        return first
    return colon + 1 if any(is_finite(t) or t.lower_ in AUXILIARIES for t in doc[colon + 1 : end]) else first


def end_behind_preposition(index: CueIndex, first: int, end: int) -> int:
    """*Selon X, A, alors que B*: where what a preposition attributes ends before its sentence."""
    for i in range(first + 1, end):
        if _announces_quotation(index, i, end):
            return i
        if any(opens(index, first, i, end) for opens in NEXT_CLAUSES) or _opens_contrast(index, i, end):
            return i - 1 if is_comma(index.doc[i - 1]) else i
    return end


def _stop_at(index: CueIndex, cue: Cue, first: int, i: int, end: int) -> int | None:
    """Where the clause ends by what stands at a token; None where it goes on."""
    if (
        _opens_main_clause(index, cue, first, i)
        or _closes_relative(index, cue, first, i, end)
        or _opens_next_report(index, cue, i, end)
        or _announces_quotation(index, i, end)
    ):
        return i
    if any(opens(index, first, i, end) for opens in NEXT_CLAUSES):
        return i - 1 if is_comma(index.doc[i - 1]) else i
    if _opens_contrast(index, i, end) or _opens_manner_of_saying(index, i, end) or _goes_on_reporting(index, i):
        return i - 1
    if _opens_first_person(index, i, end):
        return i
    if _opens_predicate_of_cue(index, cue, first, i, end):
        return i - 1 if is_comma(index.doc[i - 1]) else i
    return _coordinated_predicate(index, cue, first, i)


def _opens_main_clause(index: CueIndex, cue: Cue, first: int, i: int) -> bool:
    """The comma before the main clause: *Rappelant que A, il avait B* · *Alors que X affirme que A, Y dément*."""
    doc, verb = index.doc, cue.verb
    if verb is None or not is_comma(doc[i]) or index.is_quoted(i):
        return False
    if doc[first].pos_ == "ADP" and not any(is_finite(t) for t in doc[first:i]):  # rappelant que, en mai, A
        return False
    if i == main_clause_behind(index, cue):
        return True
    start, end = index.sentence(i)
    if " ".join(t.lower_ for t in doc[start : start + 2]) in _CONTRASTS and starts_clause(doc, i + 1, end):
        return True
    is_fronted = verb.dep_ == "advcl" or (is_present_participle(verb) and cue.first <= start + 1)
    main = verb.head if verb.dep_ == "advcl" and verb.head.i > i else _root(verb)
    if not is_fronted or main.i <= i:
        return False
    subject = next((c for c in main.children if c.dep_ in SUBJECTS and c.i > i), None)
    return subject is not None and i + 1 in (subject.left_edge.i, phrase_around(index.document, subject)[0])


def _closes_relative(index: CueIndex, cue: Cue, first: int, i: int, end: int) -> bool:
    """*X, qui disait que A | , n'a pas répondu*: the comma that closes the relative of the cue."""
    doc = index.doc
    if not is_comma(doc[i]) or index.is_quoted(i) or not any(is_finite(t) for t in doc[first:i]):
        return False
    before = skip_back(doc, cue.first - 1, 0, goes_with_verb)
    if cue.first > first or doc[before].lower_ not in RELATIVE_SUBJECTS or not is_comma(doc[before - 1]):
        return False
    verb = skip_forward(doc, i + 1, end, lambda t: goes_with_verb(t) and not is_finite(t))
    return verb < end and is_finite(doc[verb])


def _root(token: Token) -> Token:
    """The main verb of a token's sentence."""
    while token.head != token:
        token = token.head
    return token


def _opens_next_report(index: CueIndex, cue: Cue, i: int, end: int) -> bool:
    """*explique que A et précise que B*: the *et* before a cue with a *que* of its own."""
    doc = index.doc
    if doc[i].lower_ not in _CLAUSE_COORDINATORS | _FINITE_COORDINATORS or not cue.takes("que"):
        return False
    following = index.verb_at.get(skip_forward(doc, i + 1, end, lambda t: goes_with_verb(t) or t.lower_ in PRONOUNS))
    if following is None or following.last + 1 >= end or not is_before_que(doc, following):
        return False
    return agree_in_number(cue, following)


def _announces_quotation(index: CueIndex, i: int, end: int) -> bool:
    """*X a dit que A : « B »*"""
    return index.doc[i].text == ":" and i + 1 < end and index.is_quoted(i + 1) and not index.is_quoted(i)


def _opens_contrast(index: CueIndex, i: int, end: int) -> bool:
    """*X a dit que A, alors que B*: B is the writer's background."""
    doc = index.doc
    if not is_comma(doc[i - 1]) or doc[i].lower_ not in CONTRAST_HEADS or index.is_quoted(i):
        return False
    return i + 1 < end and doc[i + 1].lower_ in THAT


def _opens_manner_of_saying(index: CueIndex, i: int, end: int) -> bool:
    """*…, sans préciser leur tonnage*: how it was said, not what, where it ends the sentence."""
    doc = index.doc
    if doc[i].lower_ not in _PRIVATIVES or not is_comma(doc[i - 1]):
        return False
    verb = skip_forward(doc, i + 1, end, lambda t: t.pos_ in ("PRON", "ADV") or t.lower_ in CLITICS)
    is_last = not any(is_comma(t) or is_finite(t) for t in doc[verb:end])
    return verb < end and is_last and is_infinitive(doc[verb]) and doc[verb].lower_ in _DETAILING


def _goes_on_reporting(index: CueIndex, i: int) -> bool:
    """*…, mettant en garde X*: a participle of saying, where nobody inside the clause could be its subject."""
    doc, cue = index.doc, index.verb_at.get(i)
    if cue is None or cue.first != i or not is_comma(doc[i - 1]) or index.is_quoted(i):
        return False
    if not is_present_participle(doc[i]) or doc[i].head.i >= i:
        return False
    inner = subject_of(doc[i].head)
    is_thing = inner is not None and inner.pos_ == "NOUN" and not is_human(inner) and not inner.ent_type_
    return inner is None or is_thing or inner.dep_ == "expl:subj"


def _opens_first_person(index: CueIndex, i: int, end: int) -> bool:
    """*X a dit que A, « je le regrette »*: no part of the clause before it, but speech of its own."""
    number = index.mark_of(i + 1) if is_comma(index.doc[i]) and i + 1 < end else -1
    if number < 0:
        return False
    return index.doc[index.token_from(index.marks[number].start)].lower_ in _FIRST_PERSONS


def _opens_predicate_of_cue(index: CueIndex, cue: Cue, first: int, i: int, end: int) -> bool:
    """*X a dit que le pont ouvrira | et a salué Y* · *X a dit que Y avait payé | et salué Z*: the cue's equal.

    A predicate without a subject is the cue's where it has the cue's tense and number and not those of the clause, or
    is a bare participle of saying.
    """
    doc, verb = index.doc, cue.verb
    if doc[i].lower_ not in _FINITE_COORDINATORS or index.is_quoted(i) or verb is None or cue.first > first:
        return False
    k = skip_forward(doc, i + 1, end, lambda t: goes_with_verb(t) and not is_finite(t))
    if k >= end or index.is_quoted(k):
        return False
    own = _finite_forms(doc[index.sentence(first)[0] : cue.last + 1])[-1:]
    inside = _finite_forms(doc[first:i])
    if is_finite(doc[k]):
        is_alike = bool(own) and bool(inside) and _form(doc[k]) in own
        return is_alike and (_form(doc[k]) not in inside or (k in index.verb_at and not _could_say(doc, first, i)))
    is_said = k in index.verb_at and index.verb_at[k].first == k and is_participle(doc[k])
    return is_said and has_auxiliary(verb) and not is_present_participle(doc[k]) and not is_infinitive(doc[k])


def _could_say(doc: Doc, first: int, end: int) -> bool:
    """*que | le délai compte | et remercie Y*: whether the clause has a subject that could say what follows."""
    subjects = (subject_of(t) for t in doc[first:end] if is_finite(t))
    return any(s is None or s.pos_ != "NOUN" or is_human(s) or s.ent_type_ for s in subjects)


def _finite_forms(tokens: Span) -> list[tuple[str, ...]]:
    return [_form(t) for t in tokens if is_finite(t)]


def _form(verb: Token) -> tuple[str, ...]:
    """Tense, mood and number: what coordinated predicates share."""
    return tuple(next(iter(verb.morph.get(name)), "") for name in ("Tense", "Mood", "Number"))


def _coordinated_predicate(index: CueIndex, cue: Cue, first: int, i: int) -> int | None:
    """*X a dit que A et a ajouté que B*: where a second predicate of the cue's sentence begins, its *et* with it."""
    doc, verb = index.doc, index.doc[i]
    if verb.head != cue.verb or index.is_quoted(i) or not _is_new_predicate(index, cue.verb, verb):
        return None
    edge = verb.left_edge.i
    before = doc[edge - 1] if edge > first else doc[edge]
    opens = doc[edge].lower_ in _PREDICATE_COORDINATORS or is_comma(doc[edge])
    if not (opens or is_comma(before) or before.text in _AND):
        return None
    while edge > first and (is_comma(doc[edge - 1]) or doc[edge - 1].lower_ in _COORDINATORS_BEFORE_REPORT):
        edge -= 1
    return edge if edge > first else None


def _has_conjunction(verb: Token) -> bool:
    """*X a dit que A, mais qu'il B*: B stands beside A, whatever the parse hangs it on."""
    return any(c.lower_ in THAT and c.i < verb.i for c in verb.children)


def _is_new_predicate(index: CueIndex, verb: Token, other: Token) -> bool:
    """*a dit … et a ajouté* · *a dit …, soulignant*"""
    if other.pos_ not in ("VERB", "AUX") or _has_conjunction(other):
        return False
    if other.dep_ == "conj":
        return _is_parallel(verb, other) or (is_present_participle(verb) and is_present_participle(other))
    return other.dep_ == "advcl" and other.i in index.verb_at and is_participle(other)


def _is_parallel(verb: Token, conjunct: Token) -> bool:
    """Coordinated predicates keep their tense: both compound (*a dit … et a ajouté*) or both simple.

    It guards against adjectives that the parser takes for verbs (*la hausse globale et continue*).
    """
    return has_auxiliary(verb) == has_auxiliary(conjunct) and (is_finite(conjunct) or has_auxiliary(conjunct))


def clause_chars(index: CueIndex, clause: Clause) -> tuple[int, int]:
    """The character span of a clause without punctuation at its ends."""
    doc = index.doc
    first = min(clause.first, len(doc) - 1)
    last = min(max(first, clause.end - 1), len(doc) - 1)
    while first < last and (doc[first].is_space or doc[first].text in ",:;.#*_–—•·▪‣◦"):
        first += 1
    while last > first and (doc[last].is_space or doc[last].text in ",:;.!?*_–—-"):
        last -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    if doc[last].text.endswith(".") and len(doc[last]) > 3 and clause.end == index.sentence(last)[1]:
        end -= doc[last].text.count(".") == 1
    return start, end


def layered(clauses: Iterable[Clause]) -> list[Clause]:
    """Of clauses that overlap, the outer or the earlier one; and a report inside it that has a source of its own."""
    kept: list[Clause] = []
    outer: Clause | None = None
    full = [clause for clause in clauses if clause.first < clause.end]
    for clause in sorted(full, key=lambda c: (c.first, -c.end)):
        if outer is None or clause.first >= outer.end:
            kept.append(clause)
            outer = clause
        elif _is_report_within(outer, clause) and (kept[-1] is outer or clause.first >= kept[-1].end):
            kept.append(replace(clause, end=min(clause.end, outer.end)))
    return kept


def _is_report_within(outer: Clause, inner: Clause) -> bool:
    """*X dit que Y a promis que …*: cue and source of the inner report are words of the outer one."""
    mention, cue = inner.attribution.mention, inner.attribution.cue
    return (
        mention is not None
        and cue is not None
        and mention[1] > mention[0]
        and all(outer.first <= i < outer.end for i in (*mention, cue.first))
    )
