"""Marked words split where an incise stands inside their marks: *« A, estime X, B »*."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from helpers.french.adjuncts import behind_adjuncts
from helpers.french.inverted_subjects import agrees, is_speaker, phrase_after_verb
from helpers.french.noun_phrases import Phrase
from helpers.french.persons import is_listed_person, is_name_part
from helpers.french.verbs import AUXILIARIES, is_finite, is_infinitive, is_participle
from helpers.lexicon.words import THAT, words
from helpers.quotes.elided_subjects import pronoun_phrase
from helpers.quotes.incises import inverted_verb
from helpers.quotes.index import CueIndex
from helpers.quotes.model import UNLISTED, Attribution, Cue
from helpers.quotes.rules import INSIDE
from helpers.quotes.walks import find, is_comma
from helpers.text.marks import Marked
from helpers.text.typography import trim

_RELATIVES = words("incise relative")
_SUBJECTS = words("subject pronoun of the third person")
_STOPS = ",.!?…"


@dataclass(frozen=True)
class _Incise:
    """An incise inside marks: the comma before it, the token that the words said go on at, and what it says."""

    comma: int
    resumes: int
    attribution: Attribution


def split_at_incises(index: CueIndex) -> CueIndex:
    """The index again, its marks split where an incise stands inside them, each part with what that says."""
    marks: list[Marked] = []
    said: dict[int, Attribution] = {}
    for mark in index.marks:
        incises = list(_incises(index, mark))
        if not incises:
            marks.append(mark)
        for part, attribution in _parts(index, mark, incises):
            marks.append(part)
            said[part.start] = attribution
    return replace(index, marks=tuple(marks), said_inside=said)


def _parts(index: CueIndex, mark: Marked, incises: list[_Incise]) -> Iterator[tuple[Marked, Attribution]]:
    """The words said before, between and behind incises; the last part has what the last incise says."""
    doc, text = index.doc, index.document.plain
    at, opened = mark.start, mark.opened
    for incise in incises:
        closed = doc[incise.comma].idx
        start, end = trim(text, at, closed)
        if start < end:
            yield Marked(start, end, opened, closed, 0, True), incise.attribution
        at = opened = doc[incise.resumes].idx if incise.resumes < len(doc) else len(text)
    start, end = trim(text, at, mark.end)
    if incises and start < end and (mark.is_closed or not _reports(index, incises[-1].resumes, index.token_from(end))):
        yield Marked(start, end, opened, mark.closed, 0, mark.is_closed), incises[-1].attribution


def _reports(index: CueIndex, first: int, end: int) -> bool:
    """*« A, lance X. | Pour Y, B. Z a averti que C.*: where others are reported, unclosed marks have ended."""
    doc = index.doc
    for i in range(first, end):
        if i in index.preposition_at and index.sentence(i)[0] == i:
            return True
        cue = index.verb_at.get(i)
        if cue and i + 1 < end and doc[i + 1].lower_ in THAT and "1" not in doc[cue.first].morph.get("Person"):
            return True
    return False


def _incises(index: CueIndex, mark: Marked) -> Iterator[_Incise]:
    i, end = index.token_from(mark.start), index.token_from(mark.end)
    while i < end:
        incise = _incise_at(index, i, end)
        if incise is None:
            i += 1
        else:
            yield incise
            i = incise.resumes


def _incise_at(index: CueIndex, comma: int, end: int) -> _Incise | None:
    """*, estime X,*: an incise that begins with a comma; what stands behind it must be a stop or another comma."""
    doc = index.doc
    if not is_comma(doc[comma]) or comma + 1 >= end or not doc[comma + 1].text[0].islower():
        return None
    limit = min(index.sentence(comma)[1], end)
    if doc[comma + 1].lower_ in _SUBJECTS:  # , ils parlent de lundi: no inversion
        return None
    cue, clitic = inverted_verb(index, comma + 1, limit)
    if cue is None or cue.word_class == UNLISTED or (clitic is None and _is_lone_participle(doc, comma + 1, cue)):
        return None
    mention = pronoun_phrase(index.doc, clitic) if clitic is not None else _phrase_behind(index, cue, limit)
    if mention is None:
        return None
    behind = _behind_brackets(doc, max(mention[1], cue.last) + 1, limit)
    if behind < end and doc[behind].text not in _STOPS:
        behind = behind_adjuncts(index.document, behind, limit)
    behind = _behind_complements(index, behind, limit, is_pronoun=clitic is not None)
    if behind < end and doc[behind].text not in _STOPS:
        return None
    return _Incise(comma, _resumption(index, behind, limit), Attribution(INSIDE, cue, mention))


def _behind_brackets(doc: Doc, i: int, limit: int) -> int:
    """*, estime Anne Roy | (CFR) | .*"""
    closing = find(doc, i, limit, lambda t: t.text == ")") if i < limit and doc[i].text == "(" else None
    return i if closing is None else closing + 1


def _is_lone_participle(doc: Doc, first: int, cue: Cue) -> bool:
    """*, malgré des torts | reconnus | par X*: it qualifies a noun and says nothing."""
    has_auxiliary = any(t.lower_ in AUXILIARIES for t in doc[first : cue.first])
    return is_participle(doc[cue.first]) and not has_auxiliary and cue.first > first


def _phrase_behind(index: CueIndex, cue: Cue, limit: int) -> Phrase | None:
    """*estime la mairesse* · *, a expliqué le sympathique gaillard.*: somebody, or whoever ends what is said."""
    mention = phrase_after_verb(index.document, cue.last + 1, limit)
    if mention is None or not agrees(index.doc[max(0, cue.first - 2) : cue.last + 1], index.phrase(mention)):
        return None
    phrase = index.phrase(mention)
    if is_infinitive(index.doc[cue.first]):  # de conclure le maire; not: de traduire leur douleur
        return mention if any(is_name_part(t) or is_listed_person(t) for t in phrase) else None
    return mention if is_speaker(phrase) or _is_last(index, mention, limit) else None


def _is_last(index: CueIndex, mention: Phrase, limit: int) -> bool:
    """Behind the phrase the marks close, with at most a stop before."""
    rest = index.doc[mention[1] + 1 : limit]
    return all(t.is_punct or t.is_space for t in rest) and any(t.is_punct and t.text != "," for t in rest)


def _behind_complements(index: CueIndex, i: int, limit: int, is_pronoun: bool) -> int:
    """Behind *estime X, qui part.* and *glisse-t-il lorsqu'on le croise,*: what still belongs to the incise."""
    doc = index.doc
    if i < limit and doc[i].lower_ in _RELATIVES:
        stop = find(doc, i, limit, lambda t: t.text in ".!?…")
        i = limit if stop is None else stop
    if is_pronoun and i < limit and not doc[i].is_punct:
        stop = find(doc, i, limit, lambda t: t.text in ",.!?…")
        i = limit if stop is None else stop
    return i


def _resumption(index: CueIndex, i: int, end: int) -> int:
    """The first word said behind an incise: after its comma, or after *, dans un communiqué.*"""
    doc = index.doc
    if i < end and is_comma(doc[i]):
        rest = doc[i + 1 : end]
        if rest and not any(is_finite(t) for t in rest) and end < len(doc):
            return end
        return i + 1
    while i < end and doc[i].is_punct:
        i += 1
    return i
