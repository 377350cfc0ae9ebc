"""Clauses that a preposition attributes: *Selon X, A* · *A, selon X* · *A qui, selon X, B*."""

from dataclasses import replace

from spacy.tokens import Doc

from helpers.french.noun_phrases import LONGEST_PHRASE, Phrase, phrase_around, starts_clause
from helpers.french.persons import can_speak
from helpers.french.verbs import is_finite, is_participle
from helpers.lexicon.words import OF, STRESSED, words
from helpers.quotes.clause_bounds import behind_label, end_behind_preposition
from helpers.quotes.elided_subjects import is_subordinate
from helpers.quotes.index import CueIndex
from helpers.quotes.model import Attribution, Clause, Cue
from helpers.quotes.preposition_sources import source_phrase
from helpers.quotes.rules import SELON
from helpers.quotes.source_appositions import (
    ADNOMINAL_RELATIVES,
    LIKENESS,
    behind_appositions,
    closing_comma,
    is_adnominal,
    is_age,
)
from helpers.quotes.walks import is_comma, skip_back

_RELATIVES = words("clause relative")
_SOURCE_RELATIVES = words("source relative")
_RUMOURS = words("rumour")
_CLAUSE_COORDINATORS = words("clause coordinator")


def selon_clause(index: CueIndex, cue: Cue) -> Clause | None:
    """*Selon la police, la foule s'est dispersée.* · *La foule s'est dispersée, selon la police.*"""
    doc, mention = index.doc, source_phrase(index, cue)
    if mention is None:
        return _clause_of_relative(index, cue)
    start = _behind_colon(doc, index.sentence(cue.first)[0], cue.first)
    attribution = Attribution(SELON, cue, mention)
    if all(t.is_punct or t.is_space or t.pos_ in ("CCONJ", "ADV") for t in doc[start : cue.first]):
        return _behind_opening(index, attribution, mention) if cue.takes("opening") else None
    is_set_off = cue.takes("aside") and is_comma(doc[cue.first - 1])
    if cue.source == "holder" and doc[mention[0]].ent_type_ != "PER":  # pour certaines associations
        return None
    if _is_named_at_head(index, mention, start) or not (is_set_off or cue.takes("inside")):
        return None
    return _around_aside(index, cue, attribution, mention)


def _behind_colon(doc: Doc, start: int, cue: int) -> int:
    """*Il a choisi l'humour : | selon lui, A*: what a colon opens is read like a sentence."""
    i = skip_back(doc, cue - 1, start - 1, lambda t: t.pos_ in ("CCONJ", "ADV") or t.is_quote)
    return i + 1 if i >= start and doc[i].text in ":;" else start


def _clause_of_relative(index: CueIndex, cue: Cue) -> Clause | None:
    """*Une rumeur court, selon laquelle A*: what the relative stands for is the source."""
    doc, relative = index.doc, cue.last + 1
    start, end = index.sentence(cue.first)
    if cue.source != "any" or relative + 1 >= end or doc[relative].lower_ not in _SOURCE_RELATIVES:
        return None
    heads = (doc[i] for i in range(cue.first - 1, start - 1, -1) if doc[i].pos_ == "NOUN")
    head = next((t for t in heads if t.lower_.rstrip("s") in _RUMOURS or can_speak(t)), None)
    if head is None:
        return None
    first, last = phrase_around(index.document, head)
    attribution = Attribution(SELON, cue, (first, min(last, cue.first - 1)))
    return Clause(relative + 1, end_behind_preposition(index, relative + 1, end), attribution)


def _is_pronoun(doc: Doc, mention: Phrase) -> bool:
    """*selon elle*"""
    return doc[mention[0]].lower_ in STRESSED


def _is_named_at_head(index: CueIndex, mention: Phrase, start: int) -> bool:
    """*Pour X, A et, selon lui, B*: one source, named at the head of the sentence."""
    head = index.preposition_at.get(start) if _is_pronoun(index.doc, mention) else None
    return head is not None and source_phrase(index, head) is not None


def _behind_opening(index: CueIndex, attribution: Attribution, mention: Phrase) -> Clause | None:
    """*Selon X, la nouvelle élue, | A*: behind the comma that closes the source with what tells more of it."""
    doc, end = index.doc, index.sentence(mention[0])[1]
    comma = closing_comma(index, mention[0] + 1, end)
    if comma is None:
        return None
    between = doc[mention[1] + 1 : comma]
    if any(is_finite(t) for t in between) and not any(t.lower_ in ADNOMINAL_RELATIVES for t in between):
        return Clause(mention[1] + 1, end_behind_preposition(index, mention[1] + 1, end), attribution)
    comma = behind_appositions(index, (mention[0], min(mention[1], comma - 1)), comma, end)
    whole = replace(attribution, mention=(mention[0], min(mention[1], comma - 1)))
    clause = Clause(comma + 1, end_behind_preposition(index, comma + 1, end), whole)
    return None if _says_nothing(doc, clause) else clause


def _says_nothing(doc: Doc, clause: Clause) -> bool:
    """*Pour le bureau, | la trésorière* signs a text; *Selon l'étude, | parue lundi :* announces what stands behind."""
    cue, words = clause.attribution.cue, doc[clause.first : clause.end]
    signs = cue is not None and cue.source == "holder" and not any(t.text in ".!?…" for t in words[-1:])
    return not any(map(is_finite, words)) and (signs or any(map(is_participle, words[:1])))


def _around_aside(index: CueIndex, cue: Cue, attribution: Attribution, mention: Phrase) -> Clause | None:
    """The clause that *selon X* stands in: the relative one right before it, the nearest, or the sentence."""
    doc, behind = index.doc, mention[1] + 1
    start, end = index.sentence(cue.first)
    near = range(cue.first - 1, max(start, cue.first - 3), -1)
    relative = next((k for k in near if doc[k].lower_ in _RELATIVES), None)
    if relative is not None:
        return Clause(*_relative_clause(doc, relative, behind, end), attribution)
    opening = _opening_of_clause(index, cue, start) if cue.takes("inside") and _is_pronoun(doc, mention) else None
    if opening is not None:
        return Clause(opening, end, attribution)
    start = behind_label(index, start, cue.first)
    goes_on = behind < end and is_comma(doc[behind]) and starts_clause(doc, behind + 1, end)
    if goes_on and _is_fronted(doc, start, cue.first):
        return Clause(behind + 1, end_behind_preposition(index, behind + 1, end), attribution)
    if _is_last(index, start, cue.first, behind, end) or _opens_next_clause(doc, behind, end):
        return Clause(start, cue.first, attribution)
    return Clause(start, end, attribution) if is_comma(doc[cue.first - 1]) else None


def _is_fronted(doc: Doc, start: int, end: int) -> bool:
    """*À ce jour, | selon X, A*: a circumstance alone stands before, no subject."""
    return doc[start].pos_ in ("ADP", "ADV") and not any(is_finite(t) for t in doc[start:end])


def _is_last(index: CueIndex, start: int, first: int, behind: int, end: int) -> bool:
    """*A, selon un bilan | établi samedi par l'agence* · *… un bilan | , citant une source*: it tells of the source.

    *Le pont, selon un bilan établi samedi, a cédé*: here the clause goes on.
    """
    doc = index.doc
    rest = [t for t in doc[behind:end] if not t.is_punct and not t.is_space]
    if not rest:
        return True
    if _is_pronoun(doc, (behind - 1, behind - 1)) or (
        is_comma(doc[behind]) and not _tells_of_source(doc, behind + 1, end)
    ):
        return False
    has_main = any(is_finite(t) and not is_subordinate(t) for t in doc[start:first])
    goes_on = any(is_finite(t) and not is_subordinate(t) and not _is_in_relative(doc, behind, t.i) for t in rest)
    is_only_told = not any(is_comma(t) or is_finite(t) for t in doc[start : first - 1]) and not any(map(is_comma, rest))
    return (has_main or is_only_told) and not goes_on  # Trois par an, selon sa sœur, qui les compte


def _tells_of_source(doc: Doc, i: int, end: int) -> bool:
    """*selon X | , citant Y* · *| , qui a enquêté* · *| , 42 ans* · *selon la Direction de l'eau | , des sols*"""
    if i >= end:
        return True
    last = skip_back(doc, end - 1, i, lambda t: t.is_punct or t.is_space)
    is_more = is_adnominal(doc[i]) or doc[i].lower_ in OF or doc[i].lower_ in LIKENESS
    return is_participle(doc[i]) or is_more or is_age(doc, i, last + 1)


def _is_in_relative(doc: Doc, first: int, i: int) -> bool:
    """*selon un bilan | qui compte deux morts*, whatever the parse."""
    return any(t.lower_ in _RELATIVES for t in doc[first:i])


def _opens_next_clause(doc: Doc, i: int, end: int) -> bool:
    """*A, selon X, et Y refuse de payer*"""
    is_link = i + 1 < end and is_comma(doc[i]) and doc[i + 1].lower_ in _CLAUSE_COORDINATORS
    return is_link and starts_clause(doc, i + 2, end)


def _relative_clause(doc: Doc, relative: int, behind: int, end: int) -> tuple[int, int]:
    """*le pont qui, selon la police, a cédé, …* · *X a dit que, selon l'expert, A*: a report within the report."""
    if doc[relative].pos_ == "SCONJ" and behind < end:  # alors que, selon X, A · alors que selon X A
        return behind + is_comma(doc[behind]), end
    verb = doc[relative].head
    return relative, max(verb.right_edge.i + 1, behind + 1) if verb.i > relative else end


def _opening_of_clause(index: CueIndex, cue: Cue, start: int) -> int | None:
    """*Son mari parti, elle dormirait selon lui dans un sac*: where the clause that the words stand in begins."""
    doc = index.doc
    if doc[cue.first - 1].text in ",:;":
        return None
    near = range(cue.first - 1, max(start, cue.first - LONGEST_PHRASE) - 1, -1)
    opening = next((k for k in near if doc[k].text in ",;:" or index.is_quoted(k)), near[-1] - 1) + 1
    is_main = doc[opening].lower_ not in _RELATIVES and any(is_finite(t) for t in doc[opening : cue.first])
    return opening if is_main else None
