"""Narrated points: what a verb of saying reports by a noun phrase alone (*a souligné l'importance du chantier*)."""

from collections.abc import Iterator, Sequence, Set

from spacy.tokens import Token

from helpers.french.noun_phrases import phrase_from
from helpers.french.persons import is_human
from helpers.french.verbs import is_infinitive
from helpers.lexicon.words import OF, words
from helpers.quotes.clause_bounds import clause_chars, clause_end
from helpers.quotes.factuality import is_negated, is_unreal
from helpers.quotes.index import CueIndex
from helpers.quotes.model import NARRATED_POINT, Attribution, Clause, Cue, Quotation
from helpers.quotes.rules import NARRATED
from helpers.quotes.verb_sources import subject_mention
from helpers.quotes.walks import skip_forward

_CROWDS = words("crowd")
_GOALS = words("goal marker")
_OPENERS = ("DET", "NOUN", "PROPN")


def narrated(index: CueIndex, taken: Set[int], covered: Sequence[tuple[int, int]]) -> Iterator[Quotation]:
    """The narrated points of the cues that nothing has taken.

    Args:
        index: the release.
        taken: first tokens of the cues of other quotations.
        covered: the spans of those; a point overlaps none.
    """
    for cue in index.verbs:
        if cue.first in taken or not cue.takes("np") or index.is_quoted(cue.first) or not _is_said(index, cue):
            continue
        if any(start <= cue.start < end for start, end in covered):
            continue
        clause = _point(index, cue)
        if clause is None:
            continue
        start, end = clause_chars(index, clause)
        if not any(s < end and start < e for s, e in covered):
            yield index.quotation(start, end, NARRATED_POINT, clause.attribution)


def _is_said(index: CueIndex, cue: Cue) -> bool:
    """*a souligné*, *tient à souligner*; not *veut souligner*."""
    if is_negated(index, cue) or is_unreal(index, cue):
        return False
    return not is_infinitive(index.doc[cue.first]) or index.doc[cue.first - 1].lower_ in _GOALS


def _point(index: CueIndex, cue: Cue) -> Clause | None:
    """*Elle s'est félicitée de la hausse des prix*: behind the cue, where its subject stands before it."""
    doc, end = index.doc, index.sentence(cue.first)[1]

    def opens_no_phrase(token: Token) -> bool:
        return token.pos_ == "ADV" or (cue.takes("of") and token.lower_ in OF)

    first = skip_forward(doc, cue.last + 1, end, opens_no_phrase)
    if first >= end or doc[first].pos_ not in _OPENERS:
        return None
    mention = subject_mention(index, cue)
    if mention is None or mention[0] > cue.first or (cue.takes("greets") and _is_greeted(index, first)):
        return None
    return Clause(first, clause_end(index, cue, first, end), Attribution(NARRATED, cue, mention))


def _is_greeted(index: CueIndex, first: int) -> bool:
    """*Elle a salué | la foule*: people who are greeted, no point that is made; *salué le courage* is one."""
    phrase = index.phrase((first, phrase_from(index.document, first)))
    head = next((t for t in phrase if t.pos_ in ("NOUN", "PROPN")), None)
    return head is not None and (is_human(head) or head.ent_type_ == "PER" or head.lower_ in _CROWDS)
