"""Reported clauses → quotations: indirect, mixed with marked words, or direct where marks hold the whole clause."""

from collections.abc import Iterable
from dataclasses import replace

from helpers.french.persons import is_human, is_name_part
from helpers.french.verbs import has_letter
from helpers.lexicon.words import words
from helpers.quotes.clause_bounds import clause_chars
from helpers.quotes.index import CueIndex
from helpers.quotes.model import DIRECT, INDIRECT, MIXED, Attribution, Attributions, Clause, Quotation
from helpers.quotes.naming_marks import behind_nickname
from helpers.quotes.rules import COLON, INCISE, SELON_AFTER

_LINKS = words("quotation link")
_SHORTEST = 3  # characters


def clause_quotations(
    index: CueIndex, clauses: Iterable[Clause], attributed: Attributions
) -> tuple[list[Quotation], Attributions]:
    """The quotations that clauses make, and what is left of the attributions of marked words.

    Marked words inside a clause are words of it, and lose the attribution of their own, if they had one.
    """
    found: list[Quotation] = []
    left = dict(attributed)
    for reported in clauses:
        clause = replace(reported, first=behind_nickname(index, reported.first))
        start, end = clause_chars(index, clause)
        inside = sorted({index.mark_of(i) for i in range(clause.first, clause.end)} - {-1})
        if end - start < _SHORTEST or any(_stands_by_itself(left.get(n), clause) for n in inside):
            continue
        each = bool(inside) and not _is_whole(index, inside, start, end) and _only_links(index, clause)
        if each:
            marks = (index.marks[n] for n in inside)
            found += [index.quotation(m.start, m.end, DIRECT, clause.attribution) for m in marks]
        else:
            found.append(_quotation(index, clause, inside, start, end))
        for n in inside:
            if n in left and (each or not _has_own_source(index, left[n], clause)):
                del left[n]
    return found, left


def _stands_by_itself(attribution: Attribution | None, clause: Clause) -> bool:
    """A quotation with its own incise or colon in the same sentence stays what it is."""
    if attribution is None or attribution.rule not in (INCISE, COLON, SELON_AFTER):
        return False
    return attribution.cue is not clause.attribution.cue


def _quotation(index: CueIndex, clause: Clause, inside: list[int], start: int, end: int) -> Quotation:
    """*X dit que A* · *X dit que « A »* · *X dit que A « B »*: indirect, direct, mixed."""
    if not inside:
        return index.quotation(start, end, INDIRECT, clause.attribution)
    first, last = index.marks[inside[0]], index.marks[inside[-1]]
    if _is_whole(index, inside, start, end):
        return index.quotation(first.start, first.end, DIRECT, clause.attribution)
    return index.quotation(start, max(end, last.closed), MIXED, clause.attribution)


def _is_whole(index: CueIndex, inside: list[int], start: int, end: int) -> bool:
    """*X affirme que « le pont ouvrira »*: one stretch of marked words, no word of the clause outside of it."""
    if len(inside) != 1:
        return False
    mark = index.marks[inside[0]]
    return not index.word_count(start, mark.opened) and not index.word_count(mark.closed, end)


def _only_links(index: CueIndex, clause: Clause) -> bool:
    """*Pour X, « A » car, selon lui, « B » mais « C »*: nothing but links between marks, so each is direct."""
    doc, i = index.doc, clause.first
    while i < clause.end:
        token, preposition = doc[i], index.preposition_at.get(i)
        if preposition is not None and not index.is_quoted(i):
            i = preposition.last + 2  # selon lui
        elif index.is_quoted(i) or not has_letter(token) or token.pos_ == "CCONJ" or token.lower_ in _LINKS:
            i += 1
        else:
            return False
    return True


def _has_own_source(index: CueIndex, attribution: Attribution, outer: Clause) -> bool:
    """*X a dénoncé « A », selon Z*: cue and source of A are words of the outer report, so both count."""
    cue, mention, credit = attribution.cue, attribution.mention, outer.attribution.cue
    if cue is None or mention is None or credit is None or credit.first < outer.end:
        return False
    can_speak = any(is_name_part(t) or is_human(t) for t in index.phrase(mention))
    return can_speak and all(outer.first <= i < outer.end for i in (cue.first, *mention))
