"""What a list says, one point a line, whose source stands above it: a resolution, minutes, the findings of a study.

*Les participants : ¶ – rappellent que A ; ¶ – soulignent que B.* · *Selon l'étude : ¶ • A ; ¶ • B.*
"""

from collections.abc import Iterator

from helpers.french.inverted_subjects import is_speaker
from helpers.french.noun_phrases import Phrase, phrase_from
from helpers.french.persons import is_name_part
from helpers.french.verbs import AUXILIARIES, has_letter, is_finite
from helpers.lexicon.words import THAT
from helpers.quotes.clause_bounds import clause_end
from helpers.quotes.factuality import is_negated
from helpers.quotes.index import CueIndex
from helpers.quotes.model import Attribution, Clause, Cue
from helpers.quotes.preposition_sources import source_phrase
from helpers.quotes.rules import LISTED
from helpers.quotes.verb_sources import subject_mention
from helpers.quotes.walks import skip_back, skip_forward

_BULLET = "bullet"
_OPENS_PHRASE = ("DET", "PROPN", "NOUN", "NUM", "PRON")
_INSIDE_PHRASE = ("ADP", "DET", "ADJ", "NUM")
_ENDS = ".!?"


def listed_clauses(index: CueIndex) -> Iterator[Clause]:
    """The clauses that the points of lists report."""
    number = 0
    while number < len(index.document.paragraphs):
        mark = _announcing_mark(index, number)
        points = list(_points(index, number + 1)) if mark is not None else []
        if mark is not None and points:
            yield from _reports(index, number, mark, points)
        number += 1 + len(points)


def _announcing_mark(index: CueIndex, number: int) -> int | None:
    """The colon or comma that ends a paragraph of the text's own words: *Les participants | :*"""
    start, end = index.document.paragraphs[number]
    last = skip_back(index.doc, index.token_from(end) - 1, index.token_from(start), lambda t: t.is_space)
    is_mark = last > index.token_from(start) and index.doc[last].text in ":,"
    return last if is_mark and not index.is_quoted(last) else None


def _points(index: CueIndex, number: int) -> Iterator[tuple[int, int]]:
    """First word and end of each point of a list that begins with a paragraph."""
    document = index.document
    for place in range(number, len(document.paragraphs)):
        start, end = document.paragraphs[place]
        stop = index.token_from(end)
        first = skip_forward(index.doc, index.token_from(start), stop, lambda t: not has_letter(t))
        is_bulleted = document.kinds[place] == _BULLET
        if first >= stop or not (is_bulleted or first in index.verb_at):
            return
        yield first, stop
        closing = document.plain[start:end].rstrip()[-1:]
        if not is_bulleted and closing in _ENDS:
            return


def _reports(index: CueIndex, number: int, mark: int, points: list[tuple[int, int]]) -> Iterator[Clause]:
    above = _of_clause_above(index, number, mark)
    source = None if above else _source_above(index, number, mark)
    for first, stop in points:
        cue = index.verb_at.get(first)
        if above is not None and _holds_clause(index, first, stop):
            yield Clause(first, _without_stop(index, first, stop), above)
        elif source is not None and cue is not None and not is_negated(index, cue):
            que = cue.last + 1
            if que + 1 < stop and cue.takes("que") and index.doc[que].lower_ in THAT:
                yield Clause(que + 1, clause_end(index, cue, que + 1, stop), Attribution(LISTED, cue, source))


def _holds_clause(index: CueIndex, first: int, stop: int) -> bool:
    return any(is_finite(t) or t.lower_ in AUXILIARIES for t in index.doc[first:stop])


def _without_stop(index: CueIndex, first: int, stop: int) -> int:
    """Before the mark that closes a point: *le port ferme | ;*"""
    return skip_back(index.doc, stop - 1, first, lambda t: t.is_punct or t.is_space) + 1


def _of_clause_above(index: CueIndex, number: int, mark: int) -> Attribution | None:
    """*Anne Roy a indiqué que :* · *Selon l'étude :*: what attributes each point as a clause."""
    doc, first = index.doc, index.token_from(index.document.paragraphs[number][0])
    if doc[mark].text != ":":
        return None
    preposition = index.preposition_at.get(first)
    source = source_phrase(index, preposition) if preposition is not None else None
    if preposition is not None and source is not None and preposition.takes("opening"):
        is_all = not any(is_finite(t) for t in doc[source[1] + 1 : mark])  # Pour X, le risque est ailleurs : …
        return Attribution(LISTED, preposition, source) if is_all else None
    cue: Cue | None = index.verb_at.get(mark - 2) if doc[mark - 1].lower_ in THAT else None
    mention = subject_mention(index, cue) if cue is not None and cue.takes("que") else None
    return Attribution(LISTED, cue, mention) if mention is not None else None


def _source_above(index: CueIndex, number: int, mark: int) -> Phrase | None:
    """*À l'issue de la réunion, | les participants | :* · *| Les ministres | ont :*: who speaks in each point."""
    doc, first = index.doc, index.token_from(index.document.paragraphs[number][0])
    found, i = None, first
    while i < mark:
        is_free = i == first or doc[i - 1].pos_ not in _INSIDE_PHRASE
        if is_free and (doc[i].pos_ in _OPENS_PHRASE or is_name_part(doc[i])):
            last = min(phrase_from(index.document, i), mark - 1)
            if is_speaker(doc[i : last + 1]):
                found = (i, last)
            i = last
        i += 1
    return found
