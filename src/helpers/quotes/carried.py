"""Discourse: marked words without a cue of their own take the source of their neighbours, or stay without one."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from helpers.french.persons import is_title
from helpers.french.subjects import SUBJECTS
from helpers.french.verbs import has_letter
from helpers.lexicon.words import DEMONSTRATIVES
from helpers.quotes.index import CueIndex
from helpers.quotes.marked_words import (
    is_covered,
    is_headline,
    is_outside_prose,
    is_slogan,
    is_utterance,
    opens_title,
    stands_alone,
)
from helpers.quotes.model import DIRECT, Attribution, Attributions, Quotation
from helpers.quotes.rules import (
    ADJACENT,
    CONTINUES,
    CUE_IN_SENTENCE,
    FLOATING,
    INCISE,
    INSIDE,
    OBJECT,
    PARAGRAPHS,
    SAME,
    SELON_AFTER,
)
from helpers.text.marks import Marked


def with_carried(index: CueIndex, attributed: Attributions, clauses: Sequence[Quotation]) -> Attributions:
    """The attributions, and those of the stretches that discourse carries a source to or leaves floating.

    Args:
        index: the release.
        attributed: what cues say of marked words.
        clauses: the quotations that need no marks; marked words inside them are parts of those.
    """
    covered, settled = [(q.start, q.end) for q in clauses], _settled(index, clauses)
    free = [n for n, mark in enumerate(index.marks) if n not in attributed and _may_be_speech(index, mark, covered)]
    known = {**settled, **attributed}
    for n in free:
        carried = _carried(index, n, known)
        if carried is not None:
            known[n] = carried
    for n in reversed(free):
        if n not in known and _may_float(index, index.marks[n]):
            known[n] = _of_next_paragraph(index, n, known) or Attribution(FLOATING, None, None)
    for n in free:
        if n in known and known[n].rule == FLOATING and _is_next_to_voice(index, n, known):
            known[n] = replace(known[n - 1], rule=ADJACENT)
    return {n: attribution for n, attribution in known.items() if n not in settled}


def _settled(index: CueIndex, clauses: Sequence[Quotation]) -> Attributions:
    """*X explique que « A. ¶ B. »*: what a clause says of the marked words that are all of it."""
    whole = {(q.start, q.end): q for q in clauses if q.kind == DIRECT}
    found = ((n, whole.get((mark.start, mark.end))) for n, mark in enumerate(index.marks))
    return {n: Attribution(q.rule, q.cue, index.tokens_of(q.mention)) for n, q in found if q and q.mention}


def _may_be_speech(index: CueIndex, mark: Marked, covered: Sequence[tuple[int, int]]) -> bool:
    return not is_covered(mark, covered) and not is_slogan(index, mark) and not is_outside_prose(index, mark)


# --- from the words before or behind -----------------------------------------------------------


def _carried(index: CueIndex, n: int, known: Attributions) -> Attribution | None:
    """The first source that reaches a stretch."""
    for neighbour, rule, reaches in _WAYS:
        source = known.get(n + neighbour)
        if source is not None and reaches(index, n, known):
            return replace(source, rule=rule)
    before = _behind_words_of_source(index, n, known)
    return replace(known[before], rule=CONTINUES) if before is not None else None


def _behind_words_of_source(index: CueIndex, n: int, known: Attributions) -> int | None:
    """*« Nous avançons », dit X, chef du projet « Rives ». | « Il reste à faire. »*: marks of who speaks between."""
    marks = index.marks
    before = next((k for k in range(n - 1, -1, -1) if k in known), None)
    if before is None or before == n - 1 or known[before].rule not in (INCISE, SELON_AFTER, CONTINUES):
        return None
    cue, end = known[before].cue, index.sentence(index.token_from(marks[before].closed) - 1)[1]
    is_of_source = cue is not None and all(
        cue.first < index.token_from(marks[k].opened) < end for k in range(before + 1, n)
    )
    is_near = _paragraph(index, before) == _paragraph(index, n) and index.token_from(marks[n].opened) == end
    return before if is_of_source and is_near and is_utterance(index, marks[n]) else None


def _goes_on(index: CueIndex, n: int, known: Attributions) -> bool:
    """*« Nous avançons », déclare X. « Il reste à faire. »*"""
    is_near = _paragraph(index, n - 1) == _paragraph(index, n)
    return is_near and is_utterance(index, index.marks[n]) and _only_incise_between(index, n - 1, known)


def _shares_sentence_before(index: CueIndex, n: int, known: Attributions) -> bool:
    """*« Le bilan est bon », selon l'étude, soit un coût « deux fois moindre ».*"""
    is_attributed = known[n - 1].rule in (INCISE, SELON_AFTER, SAME, OBJECT, CUE_IN_SENTENCE)
    return is_attributed and _shares_sentence(index, n, n - 1) and not _is_pointed_at(index, index.marks[n])


def _shares_sentence_behind(index: CueIndex, n: int, known: Attributions) -> bool:
    """*« Deux fois moindre » : tel est le coût, « un bon bilan », selon l'étude.*"""
    return known[n + 1].rule in (INCISE, SELON_AFTER) and _shares_sentence(index, n, n + 1)


def _runs_on_behind(index: CueIndex, n: int, known: Attributions) -> bool:
    """*« Nous avançons. ¶ « Il reste à faire », conclut X.*: a mark left open goes on in the next paragraph."""
    return not index.marks[n].is_closed and _paragraph(index, n + 1) == _paragraph(index, n) + 1


def _runs_on_from_before(index: CueIndex, n: int, known: Attributions) -> bool:
    """*X a dit : « Nous avançons. ¶ « Il reste à faire. »*"""
    before, mark = index.marks[n - 1], index.marks[n]
    is_next = _paragraph(index, n - 1) + 1 == _paragraph(index, n)
    return not before.is_closed and is_next and index.document.plain[before.closed : mark.opened].isspace()


_WAYS: tuple[tuple[int, str, Callable[[CueIndex, int, Attributions], bool]], ...] = (
    (-1, CONTINUES, _goes_on),
    (-1, SAME, _shares_sentence_before),
    (+1, SAME, _shares_sentence_behind),
    (+1, PARAGRAPHS, _runs_on_behind),
    (-1, PARAGRAPHS, _runs_on_from_before),
)
"""Which neighbour, under which rule, if what holds; in the order in which they are tried."""


def _paragraph(index: CueIndex, n: int) -> int:
    return index.paragraph(index.marks[n].opened)


def _shares_sentence(index: CueIndex, n: int, neighbour: int) -> bool:
    """Whether a stretch of two words or more stands in the sentence of its neighbour."""
    first, second = (index.marks[k] for k in sorted((n, neighbour)))
    i, k = index.token_from(first.closed) - 1, index.token_from(second.opened)
    mark = index.marks[n]
    return index.sentence(i) == index.sentence(k) and index.word_count(mark.start, mark.end) >= 2


def _is_pointed_at(index: CueIndex, mark: Marked) -> bool:
    """*ces « pommes du siècle dernier »*: a term, not words said."""
    before = index.token_from(mark.opened) - 1
    return before >= 0 and index.doc[before].lower_ in DEMONSTRATIVES


def _only_incise_between(index: CueIndex, n: int, known: Attributions) -> bool:
    """Between two marked stretches stands nothing but the incise of the first."""
    first, end = index.token_from(index.marks[n].closed), index.token_from(index.marks[n + 1].opened)
    between = index.doc[first:end]
    if not any(has_letter(t) for t in between):
        return True
    source = known[n]
    is_incise = source.cue is not None and first <= source.cue.first < end
    is_one_sentence = not any(t.is_sent_start is True for t in between)
    return is_incise and source.rule in (INCISE, SELON_AFTER, CONTINUES) and is_one_sentence


# --- without a neighbour in the paragraph ------------------------------------------------------


def _may_float(index: CueIndex, mark: Marked) -> bool:
    """*Anne Roy était sur place. « Le pont ouvrira en mai. »*: an utterance that nothing attributes."""
    if opens_title(index, mark):
        return True
    return not is_headline(index, mark) and is_utterance(index, mark) and stands_alone(index, mark)


def _of_next_paragraph(index: CueIndex, n: int, known: Attributions) -> Attribution | None:
    """The attribution of the next paragraph, where that opens with the same voice and no voice stands before."""
    marks, paragraphs = index.marks, index.document.paragraphs
    here, after = _paragraph(index, n), known.get(n + 1)
    if after is None or after.rule not in (INCISE, INSIDE, PARAGRAPHS) or _paragraph(index, n + 1) != here + 1:
        return None
    opens = not index.word_count(paragraphs[here + 1][0], marks[n + 1].opened)
    is_alone = not index.word_count(paragraphs[here][0], marks[n].opened)
    has_voice_before = n - 1 in known and _paragraph(index, n - 1) >= here - 1
    # Where each sentence is its own paragraph, a line cut off before another is one speech with it.
    is_named = here > 0 and not index.is_line_by_line and _names_a_person(index, here - 1)
    return replace(after, rule=PARAGRAPHS) if opens and is_alone and not has_voice_before and not is_named else None


def _names_a_person(index: CueIndex, number: int) -> bool:
    """Whether a person is a subject in a paragraph."""
    tokens = index.tokens(*index.document.paragraphs[number])
    return any(t.dep_ in SUBJECTS and (t.ent_type_ == "PER" or is_title(t)) for t in tokens)


def _is_next_to_voice(index: CueIndex, n: int, known: Attributions) -> bool:
    """*« Nous avançons », déclare X. ¶ « Il reste à faire. »*: the paragraph above ends with a voice."""
    before = known.get(n - 1)
    if before is None or before.mention is None or _paragraph(index, n - 1) + 1 != _paragraph(index, n):
        return False
    return _ends_paragraph(index, n - 1, before)


def _ends_paragraph(index: CueIndex, n: int, source: Attribution) -> bool:
    """Behind a marked stretch stands nothing but its incise, to the end of the paragraph."""
    end = index.document.paragraphs[_paragraph(index, n)][1]
    tail = [t for t in index.tokens(index.marks[n].closed, end) if has_letter(t)]
    is_incise = source.cue is not None and any(t.i == source.cue.first for t in tail)
    return not tail or (is_incise and not any(t.is_sent_start is True for t in tail[1:]))
