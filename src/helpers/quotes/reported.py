"""Reported clauses: what a cue reports without marks."""

from collections.abc import Callable, Iterator, Set

from helpers.quotes.factuality import is_negated, is_unreal
from helpers.quotes.governed_clauses import infinitive_clause, que_clause
from helpers.quotes.index import CueIndex
from helpers.quotes.listed import listed_clauses
from helpers.quotes.model import Clause, Cue
from helpers.quotes.parenthetical_clauses import colon_clause, comme_clause, unmarked_incise
from helpers.quotes.selon_clauses import selon_clause

CLAUSE_RULES: tuple[Callable[[CueIndex, Cue], Clause | None], ...] = (
    comme_clause,
    que_clause,
    infinitive_clause,
    unmarked_incise,
    colon_clause,
)
"""For verbs of saying, in the order in which they are tried."""


def reported_clauses(index: CueIndex, used: Set[int]) -> Iterator[Clause]:
    """Clauses reported by a cue that no marked words have taken: those of verbs, then those of prepositions.

    ``used``: first tokens of the cues that are taken.
    """
    for cue in (*index.verbs, *index.prepositions):
        clause = clause_of(index, cue, used)
        if clause is not None:
            yield clause
    yield from listed_clauses(index)


def clause_of(index: CueIndex, cue: Cue, used: Set[int]) -> Clause | None:
    """The clause that a cue reports, by the first rule that holds."""
    if cue.first in used or index.is_quoted(cue.first):
        return None
    if cue.verb is None:
        return selon_clause(index, cue)
    if is_negated(index, cue) or is_unreal(index, cue):
        return None
    return next((c for c in (apply(index, cue) for apply in CLAUSE_RULES) if c is not None), None)
