"""Release → quotations: where they are, of what kind, by which cue, and whose by which rule.

Typography first: the marks decide where words are quoted. Then syntax: a cue beside the marks, or
a cue with a clause, says who speaks. Then discourse: what neither settles is carried from the
quotation before. Which marked words are quotations at all is a learned choice over what these say. ``rules``
lists the rules; every quotation names the one that attributed it.
"""

from dataclasses import replace

from helpers.french.document import ReleaseDoc
from helpers.quotes.carried import with_carried
from helpers.quotes.clause_bounds import layered
from helpers.quotes.clause_quotations import clause_quotations
from helpers.quotes.index import CueIndex
from helpers.quotes.mark_rules import MARK_RULES
from helpers.quotes.marked_choice import Proposal, chosen
from helpers.quotes.marked_quotations import ending_clauses, marked_quotations
from helpers.quotes.marked_words import is_covered, is_outside_prose, is_slogan
from helpers.quotes.model import Attribution, Attributions, Quotation
from helpers.quotes.naming_marks import without_names
from helpers.quotes.narrated import narrated
from helpers.quotes.reported import reported_clauses
from helpers.quotes.rules import CONTINUES, INCISE, INSIDE, OBJECT, SELON_AFTER
from helpers.quotes.split_marks import split_at_incises
from helpers.quotes.statements import statements
from helpers.text.marks import Marked

_OWN_CUE = (INCISE, INSIDE, SELON_AFTER, OBJECT)
"""Rules whose cue belongs to the marked words and reports no clause."""


def quotations(document: ReleaseDoc) -> list[Quotation]:
    """The quotations of a release, in order of the text.

    Direct ones come from the marks, indirect and mixed ones from cues with a clause, narrated
    points (*a souligné l'importance de …*) from cues with a noun phrase alone.
    """
    proposal = proposed(document)
    index, found = proposal.index, list(proposal.clauses)
    found += marked_quotations(index, chosen(proposal))
    taken = {q.cue.first for q in found if q.cue}
    found += narrated(index, taken, _spans(found))
    return sorted(found, key=lambda q: (q.start, -q.end))


def proposed(document: ReleaseDoc) -> Proposal:
    """What rules say of the marked words of a release, and the quotations that need no marks."""
    index = split_at_incises(without_names(CueIndex.of(document)))
    attributed = _attributed_marks(index)
    used = {a.cue.first for a in attributed.values() if a.cue is not None and a.rule in _OWN_CUE}
    found, attributed = clause_quotations(index, layered(reported_clauses(index, used)), attributed)
    found += statements(index, found)
    taken = {n for n, mark in enumerate(index.marks) if n not in attributed and is_covered(mark, _spans(found))}
    endings = list(ending_clauses(index, attributed))
    taken |= {n for n, mark in enumerate(index.marks) if is_covered(mark, _spans(endings))}
    found += endings
    return Proposal(index, with_carried(index, attributed, found), tuple(found), taken)


def _spans(found: list[Quotation]) -> list[tuple[int, int]]:
    return [(q.start, q.end) for q in found]


def _attributed_marks(index: CueIndex) -> Attributions:
    """What cues say of marked words, by the first rule that holds."""
    attributed: dict[int, Attribution] = {}
    for number, mark in enumerate(index.marks):
        if is_slogan(index, mark) or is_outside_prose(index, mark):
            continue
        attribution = index.said_inside.get(mark.start) or _by_rules(index, mark, attributed.get(number - 1))
        if attribution is not None:
            attributed[number] = attribution
    return attributed


def _by_rules(index: CueIndex, mark: Marked, before: Attribution | None) -> Attribution | None:
    """*« A », dit X, « B »*: an incise that the words before it have taken goes on with these."""
    attribution = next((a for a in (apply(index, mark) for apply in MARK_RULES) if a is not None), None)
    if attribution is None or before is None or before.cue is None:
        return attribution
    if before.mention is not None and before.mention[0] < index.token_from(mark.opened) <= before.mention[1]:
        return None  # « A », alerte un « disparu »: words of who speaks, not of what is said
    is_shared = attribution.cue == before.cue and before.rule == INCISE
    return replace(before, rule=CONTINUES) if is_shared else attribution
