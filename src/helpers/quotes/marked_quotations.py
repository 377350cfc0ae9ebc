"""Attributed marks → quotations: direct, or mixed where they end a clause of the text's own."""

from helpers.french.verbs import has_letter, is_finite
from helpers.quotes.clause_bounds import clause_chars
from helpers.quotes.index import CueIndex
from helpers.quotes.model import DIRECT, MIXED, Attribution, Attributions, Clause, Quotation
from helpers.quotes.rules import ADJACENT, CONTINUES, INCISE, PARAGRAPHS, SAME, SELON_AFTER
from helpers.quotes.walks import is_comma
from helpers.text.marks import Marked
from helpers.text.typography import trim

_BEHIND = (INCISE, SELON_AFTER)
"""Rules whose cue stands behind the marks."""
_CARRIED = (CONTINUES, PARAGRAPHS, SAME, ADJACENT)


def marked_quotations(index: CueIndex, attributed: Attributions) -> list[Quotation]:
    """The quotations of attributed marks, each with the start of the one that it goes on with."""
    spans = {n: _span(index, n, attributed) for n in sorted(attributed)}
    mixed = [(start, end) for start, end, kind in spans.values() if kind == MIXED]
    found: list[Quotation] = []
    starts: dict[int, int] = {}
    for n, (start, end, kind) in spans.items():
        if kind == DIRECT and any(s <= start and end <= e for s, e in mixed):
            continue
        continues = starts.get(n - 1) if _is_carried_from(attributed, n) else None
        starts[n] = start
        found.append(index.quotation(start, end, kind, attributed[n], continues))
    return found


def _span(index: CueIndex, n: int, attributed: Attributions) -> tuple[int, int, str]:
    """Start, end and kind of a stretch, with the words of its clause before it."""
    mark, attribution = index.marks[n], attributed[n]
    if attribution.rule in _BEHIND and _ends_clause(index, mark, attributed.get(n - 1)):
        clause = Clause(_sentence_start(index, mark), index.token_from(mark.closed), attribution)
        return clause_chars(index, clause)[0], mark.closed, MIXED
    text = index.document.plain
    start = mark.start
    while start < mark.end and (text[start] in "*_" or text[start].isspace()):
        start += 1  # a markdown asterisk opens no quotation
    return *trim(text, start, mark.end), DIRECT


def _sentence_start(index: CueIndex, mark: Marked) -> int:
    return index.sentence(index.token_from(mark.opened))[0]


def _is_carried_from(attributed: Attributions, n: int) -> bool:
    """Whether a stretch has its source from the one before it."""
    if attributed[n].rule not in _CARRIED:
        return False
    cue_before = attributed[n - 1].cue if n - 1 in attributed else None
    return cue_before == attributed[n].cue


def _ends_clause(index: CueIndex, mark: Marked, before: Attribution | None) -> bool:
    """*Le projet sera « majeur », dit X.*: unquoted words of the same sentence run into the marks."""
    doc = index.doc
    first, opened = _sentence_start(index, mark), index.token_from(mark.opened)
    if before is not None and before.rule in _BEHIND and before.cue is not None and before.cue.first >= first:
        return False  # « A », dit X, « B », ajoute X
    if _is_series(index, first, opened):
        return False
    lead = [t for t in doc[first:opened] if has_letter(t) and not index.is_quoted(t.i)]
    if len(lead) < 2 or doc[opened - 1].text in (":", ".") or index.document.plain[mark.start].isupper():
        return False
    return any(is_finite(t) or t.pos_ == "VERB" for t in doc[first:opened])


def _is_series(index: CueIndex, first: int, opened: int) -> bool:
    """*« A », dans la continuité de B, « C », dit X*: two quotations."""
    doc = index.doc
    apart = next((m for m in index.marks if m.opened == doc[first].idx), None)
    return apart is not None and is_comma(doc[index.token_from(apart.closed)]) and is_comma(doc[opened - 1])
