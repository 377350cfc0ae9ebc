"""Marked words → quotations: direct, or mixed where they end a clause of the text's own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from helpers.french.verbs import AUXILIARIES, has_letter, is_finite
from helpers.lexicon.words import PRONOUNS, words
from helpers.quotes.clause_bounds import clause_chars
from helpers.quotes.index import CueIndex
from helpers.quotes.marked_choice import Chosen
from helpers.quotes.model import DIRECT, MIXED, Attribution, Attributions, Clause, Quotation
from helpers.quotes.rules import ADJACENT, CONTINUES, INCISE, PARAGRAPHS, SAME, SELON_AFTER
from helpers.quotes.walks import is_comma
from helpers.text.marks import Marked
from helpers.text.typography import trim

_LINKS = words("quotation link")
_BEFORE_VERB = ("ADV", "PRON", "PART")
_BEHIND = (INCISE, SELON_AFTER)
"""Rules whose cue stands behind the marks."""
_CARRIED = (CONTINUES, PARAGRAPHS, SAME, ADJACENT)


def ending_clauses(index: CueIndex, attributed: Attributions) -> Iterator[Quotation]:
    """*Le projet sera « majeur », dit X.*: the clauses that marked words end before an incise, mixed."""
    for n, attribution in attributed.items():
        if attribution.rule in _BEHIND and _ends_clause(index, index.marks[n], attributed.get(n - 1)):
            mark = index.marks[n]
            clause = Clause(_sentence_start(index, mark), index.token_from(mark.closed), attribution)
            yield index.quotation(clause_chars(index, clause)[0], mark.closed, MIXED, attribution)


def marked_quotations(index: CueIndex, found: Mapping[int, Chosen]) -> Iterator[Quotation]:
    """The direct quotations of the stretches that were chosen, each with the start of the one that it goes on with."""
    starts: dict[int, int] = {}
    for n in sorted(found):
        start, end = _span(index, n)
        continues = starts.get(n - 1) if _is_carried_from(found, n) else None
        starts[n] = start
        quotation = index.quotation(start, end, DIRECT, found[n].attribution, continues)
        yield replace(quotation, probability=found[n].probability, evidence=found[n].evidence)


def _span(index: CueIndex, n: int) -> tuple[int, int]:
    """Start and end of a stretch without a markdown asterisk, which opens no quotation."""
    mark, text = index.marks[n], index.document.plain
    start = mark.start
    while start < mark.end and (text[start] in "*_" or text[start].isspace()):
        start += 1
    return trim(text, start, mark.end)


def _sentence_start(index: CueIndex, mark: Marked) -> int:
    return index.sentence(index.token_from(mark.opened))[0]


def _is_carried_from(found: Mapping[int, Chosen], n: int) -> bool:
    """Whether a stretch has its source from the one before it."""
    if found[n].attribution.rule not in _CARRIED:
        return False
    cue_before = found[n - 1].attribution.cue if n - 1 in found else None
    return cue_before == found[n].attribution.cue


def _ends_clause(index: CueIndex, mark: Marked, before: Attribution | None) -> bool:
    """*Le projet sera « majeur », dit X.*: unquoted words of the same sentence run into the marks."""
    doc = index.doc
    first, opened = _sentence_start(index, mark), index.token_from(mark.opened)
    if before is not None and before.rule in _BEHIND and before.cue is not None and before.cue.first >= first:
        return False  # « A », dit X, « B », ajoute X
    if _is_series(index, first, opened):
        return False
    lead = [t for t in doc[first:opened] if has_letter(t) and not index.is_quoted(t.i)]
    if not lead or doc[opened - 1].text in (":", ".") or index.document.plain[mark.start].isupper():
        return False
    if all(t.lower_ in _LINKS or t.pos_ == "CCONJ" for t in lead):
        return False  # « A » car « B » et « C », dit X
    if lead[-1].i == opened - 1 and _lacks_its_opening(index, mark, lead[-1]):
        return True
    return len(lead) >= 2 and any(is_finite(t) or t.pos_ == "VERB" for t in lead)


def _lacks_its_opening(index: CueIndex, mark: Marked, before: Token) -> bool:
    """*Les élus | « n'ont rien vu »* · *Elle | « viendra »* · *Cette | « faillite a causes »*: it stands outside."""
    said = index.tokens(mark.start, mark.end)
    if before.pos_ == "DET":
        return any(is_finite(t) for t in said)
    verb = next((t for t in said if t.pos_ not in _BEFORE_VERB), None)
    opens_on_verb = verb is not None and (is_finite(verb) or verb.lower_ in AUXILIARIES)
    return opens_on_verb and (before.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or before.lower_ in PRONOUNS)


def _is_series(index: CueIndex, first: int, opened: int) -> bool:
    """*« A », dans la continuité de B, « C », dit X*: two quotations."""
    doc = index.doc
    apart = next((m for m in index.marks if m.opened == doc[first].idx), None)
    return apart is not None and is_comma(doc[index.token_from(apart.closed)]) and is_comma(doc[opened - 1])
