"""Doc → quotations: where they are, of what kind, by which cue, and whose by which rule.

Typography first: the marks decide where words are quoted. Then syntax: a cue beside the marks, or
a cue with a clause, says who speaks. Then discourse: what neither settles is carried from the
quotation before. ``rules`` lists the rules; every quotation names the one that attributed it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from helpers.french.document import ReleaseDoc
from helpers.french.persons import is_human, is_name_part, is_title
from helpers.french.subjects import SUBJECTS
from helpers.french.verbs import has_letter, is_finite, is_infinitive
from helpers.quotes.clauses import Clause, clause_chars, clause_end, layered, reported_clauses
from helpers.quotes.cues import Cue
from helpers.quotes.incises import parts
from helpers.quotes.marked import MARK_RULES, announced_statement, name_line, speaks_of_itself, stands_alone
from helpers.quotes.reading import Attribution, Reading
from helpers.quotes.rules import (
    ADJACENT,
    COLON,
    CONTINUES,
    CUE_IN_SENTENCE,
    FLOATING,
    INCISE,
    INSIDE,
    NARRATED,
    OBJECT,
    PARAGRAPHS,
    RULES,
    SAME,
    SELON_AFTER,
    STATEMENT,
    UNDER_NAME,
)
from helpers.quotes.sources import is_negated, is_unreal, subject_mention
from helpers.text.marks import Marked
from helpers.text.typography import trim, words


@dataclass(frozen=True)
class Quotation:
    """A quotation: its span without marks, and what attributes it.

    ``mention`` is the character span of the words that name the source. ``continues`` is the
    start of the quotation that this one goes on with.
    """

    start: int
    end: int
    kind: str  # direct, indirect, mixed, narrated
    rule: str
    confidence: str
    cue: Cue | None
    mention: tuple[int, int] | None
    continues: int | None = None


def quotations(document: ReleaseDoc) -> list[Quotation]:
    """The quotations of a release, in order of the text.

    Direct ones come from the marks, indirect and mixed ones from cues with a clause, narrated
    points (*a souligné l'importance de …*) from cues with a noun phrase alone.
    """
    reading = Reading(document)
    reading.part_marks(parts)
    attributed = _attribute_marks(reading)
    used = {
        a.cue.first
        for a in attributed.values()
        if a.cue is not None and a.rule in (INCISE, INSIDE, SELON_AFTER, OBJECT)
    }
    clauses = layered(reported_clauses(reading, used))
    found = list(_from_clauses(reading, clauses, attributed))
    found += _statements(reading, found)
    covered = [(q.start, q.end) for q in found]
    _carry(reading, attributed, covered)
    found += _from_marks(reading, attributed, covered)
    taken = {q.cue.first for q in found if q.cue}
    found += _narrated(reading, taken, [(q.start, q.end) for q in found])
    return sorted(found, key=lambda q: (q.start, -q.end))


if not Doc.has_extension("quotations"):
    Doc.set_extension("quotations", default=None)


@Language.component("helpers_quotes")
def quotes_component(doc: Doc) -> Doc:
    """Leave the quotations with a Doc: as ``doc._.quotations``, and as ``spans["quotations"]`` labelled by kind.

    For other pipelines: ``import helpers.quotes`` and ``nlp.add_pipe("helpers_quotes", last=True)``; best with
    ``helpers_sentences`` (``helpers.french``) before the parser.
    """
    found = quotations(ReleaseDoc.of(doc)) if any(c.isalnum() for c in doc.text) else []
    doc._.quotations = found
    spans = [doc.char_span(q.start, q.end, label=q.kind, alignment_mode="expand") for q in found]
    doc.spans["quotations"] = SpanGroup(doc, name="quotations", spans=spans)
    return doc


def _attribute_marks(reading: Reading) -> dict[int, Attribution]:
    """Number of marked stretch → attribution, by the first rule that holds."""
    attributed: dict[int, Attribution] = {}
    for number, mark in enumerate(reading.marks):
        if _is_slogan(reading, mark) or _is_outside_prose(reading, mark):
            continue
        if mark.start in reading.given:
            attributed[number] = reading.given[mark.start]
            continue
        for _, apply in MARK_RULES:
            attribution = apply(reading, mark)
            if attribution is None:
                continue
            before = attributed.get(number - 1)
            if before and before.cue is not None and attribution.cue == before.cue and before.rule == INCISE:
                attribution = replace(before, rule=CONTINUES)  # « A, dit X, « B »
            attributed[number] = attribution
            break
    return attributed


def _statements(reading: Reading, found: list[Quotation]) -> Iterator[Quotation]:
    """Speech set out without marks: behind *a fait la déclaration suivante :*, or under a line that is a name.

    Each paragraph is one item; the first without *je* or *nous* ends it.
    """
    taken = {reading.paragraph(q.start) for q in found} | {reading.paragraph(m.opened) for m in reading.marks}
    for number in range(len(reading.paragraphs) - 1):
        if number in taken or reading.kinds[number] in ("source", "contact", "boilerplate", "dateline"):
            continue
        rule, mention = STATEMENT, announced_statement(reading, number)
        if mention is None:
            rule, mention = UNDER_NAME, name_line(reading, number)
        if mention is None:
            continue
        start_of = None
        for k in range(number + 1, len(reading.paragraphs)):
            start, end = trim(reading.text, *reading.paragraphs[k])
            if k in taken or reading.kinds[k] not in ("lead", "body") or not speaks_of_itself(reading, k):
                break
            yield Quotation(start, end, "direct", rule, RULES[rule].confidence, None, reading.chars(mention), start_of)
            start_of = start


def _is_slogan(reading: Reading, mark: Marked) -> bool:
    """Several words in capitals throughout: a slogan or an inscription, not speech."""
    text = reading.text[mark.start : mark.end]
    return len(words(text)) >= 2 and text.isupper()


_OUTSIDE = ("boilerplate", "links", "contact", "source", "end", "embargo")


def _is_outside_prose(reading: Reading, mark: Marked) -> bool:
    """Marks in *À propos de*, links or contacts hold mottos and titles, not speech."""
    number = reading.paragraph(mark.opened)
    return number >= 0 and reading.kinds[number] in _OUTSIDE


def _from_clauses(reading: Reading, clauses: list[Clause], attributed: dict[int, Attribution]) -> Iterator[Quotation]:
    for clause in clauses:
        start, end = clause_chars(reading, clause)
        if end - start < 3:
            continue
        numbers = sorted({reading.mark_of(i) for i in range(clause.first, clause.end)} - {-1})
        inner = [reading.marks[n] for n in numbers]
        # A quotation with its own incise or colon in the same sentence stays what it is.
        if any(
            attributed.get(n)
            and attributed[n].rule in (INCISE, COLON, SELON_AFTER)
            and attributed[n].cue is not clause.attribution.cue
            for n in numbers
        ):
            continue
        kind = "indirect"
        if inner:
            whole = inner[0]
            is_whole = (
                len(inner) == 1
                and not words(reading.text[start : whole.opened])
                and not words(reading.text[whole.closed : end])
            )
            if not is_whole and _only_links(reading, clause):
                for mark in inner:
                    yield _quotation(reading, mark.start, mark.end, "direct", clause.attribution)
                for n in numbers:
                    attributed.pop(n, None)
                continue
            kind = "direct" if is_whole else "mixed"
            if is_whole:
                start, end = whole.start, whole.end
            else:
                end = max(end, inner[-1].closed)
        for n in numbers:
            if n in attributed and not _has_own_source(reading, attributed[n], clause):
                del attributed[n]
        yield _quotation(reading, start, end, kind, clause.attribution)


def _quotation(reading: Reading, start: int, end: int, kind: str, attribution: Attribution) -> Quotation:
    rule = RULES[attribution.rule]
    mention = reading.chars(attribution.mention)
    return Quotation(start, end, kind, rule.name, rule.confidence, attribution.cue, mention)


def _only_links(reading: Reading, clause: Clause) -> bool:
    """*Pour X, « A » car, selon lui, « B » mais « C »*: nothing but links between marks, so each is direct."""
    i = clause.first
    while i < clause.end:
        preposition = reading.preposition_at.get(i)
        token = reading.doc[i]
        if preposition is not None and not reading.is_quoted(i):
            i = preposition.last + 2  # selon lui
        elif reading.is_quoted(i) or not has_letter(token) or token.pos_ == "CCONJ" or token.lower_ in _LINKS:
            i += 1
        else:
            return False
    return True


_LINKS = frozenset("car mais et ou puis donc or que qu'".split())


def _has_own_source(reading: Reading, attribution: Attribution, outer: Clause) -> bool:
    """*X a dénoncé « A », selon Z*: cue and source of A are words of the outer report, so both count."""
    cue, mention, credit = attribution.cue, attribution.mention, outer.attribution.cue
    if cue is None or mention is None or credit is None or credit.first < outer.end:
        return False
    can_speak = any(is_name_part(t) or is_human(t) for t in reading.doc[mention[0] : mention[1] + 1])
    return can_speak and all(outer.first <= i < outer.end for i in (cue.first, *mention))


def _carry(reading: Reading, attributed: dict[int, Attribution], covered: list[tuple[int, int]]) -> None:
    """Discourse: marked words without a cue of their own take the source of their neighbours."""
    marks = reading.marks
    for n, mark in enumerate(marks):
        if n in attributed or _is_covered(mark, covered) or _is_slogan(reading, mark):
            continue
        if _is_outside_prose(reading, mark):
            continue
        before = marks[n - 1] if n and n - 1 in attributed else None
        after = marks[n + 1] if n + 1 in attributed else None
        same = reading.paragraph(mark.opened)
        many = len(words(reading.text[mark.start : mark.end]))
        if (
            before
            and reading.paragraph(before.opened) == same
            and _is_utterance(reading, mark)
            and _only_incise_between(reading, n - 1, attributed)
        ):
            attributed[n] = replace(attributed[n - 1], rule=CONTINUES)
        elif (
            before
            and _same_sentence(reading, before, mark)
            and many >= 2
            and not _is_pointed_at(reading, mark)
            and attributed[n - 1].rule in (INCISE, SELON_AFTER, SAME, OBJECT, CUE_IN_SENTENCE)
        ):
            attributed[n] = replace(attributed[n - 1], rule=SAME)
        elif (
            after
            and _same_sentence(reading, mark, after)
            and many >= 2
            and attributed[n + 1].rule in (INCISE, SELON_AFTER)
        ):
            attributed[n] = replace(attributed[n + 1], rule=SAME)
        elif not mark.is_closed and after and reading.paragraph(after.opened) == same + 1:
            attributed[n] = replace(attributed[n + 1], rule=PARAGRAPHS)
        elif (
            before
            and not before.is_closed
            and reading.paragraph(before.opened) + 1 == same
            and reading.text[before.closed : mark.opened].isspace()
        ):
            attributed[n] = replace(attributed[n - 1], rule=PARAGRAPHS)
    _floating(reading, attributed, covered)


def _is_pointed_at(reading: Reading, mark: Marked) -> bool:
    """*ces « pommes du siècle dernier »*: a term, not words said."""
    before = reading.token_from(mark.opened) - 1
    return before >= 0 and reading.doc[before].lower_ in ("ce", "cet", "cette", "ces")


def _floating(reading: Reading, attributed: dict[int, Attribution], covered: list[tuple[int, int]]) -> None:
    """Utterances that nothing attributes; one before a quoted paragraph, with none before it, goes with that."""
    marks = reading.marks
    for n in range(len(marks) - 1, -1, -1):
        mark = marks[n]
        if (
            n not in attributed
            and not _is_covered(mark, covered)
            and not _is_headline(reading, mark)
            and not _is_slogan(reading, mark)
            and not _is_outside_prose(reading, mark)
            and _is_utterance(reading, mark)
            and stands_alone(reading, mark)
        ):
            attributed[n] = _forward(reading, n, attributed) or Attribution(FLOATING, None, None)
    for n, mark in enumerate(marks):
        if n and n in attributed and attributed[n].rule == FLOATING and n - 1 in attributed:
            before, is_next = (
                attributed[n - 1],
                reading.paragraph(marks[n - 1].opened) + 1 == reading.paragraph(mark.opened),
            )
            if is_next and before.mention is not None and _ends_paragraph(reading, n - 1, attributed):
                attributed[n] = replace(before, rule=ADJACENT)


def _forward(reading: Reading, n: int, attributed: dict[int, Attribution]) -> Attribution | None:
    """The attribution of the next paragraph, where that opens with the same voice and no voice stands before."""
    marks, text = reading.marks, reading.text
    here = reading.paragraph(marks[n].opened)
    after = attributed.get(n + 1)
    if (
        after is None
        or after.rule not in (INCISE, INSIDE, PARAGRAPHS)
        or reading.paragraph(marks[n + 1].opened) != here + 1
    ):
        return None
    opens = not words(text[reading.paragraphs[here + 1][0] : marks[n + 1].opened])
    is_alone = not words(text[reading.paragraphs[here][0] : marks[n].opened])
    before = n - 1 in attributed and reading.paragraph(marks[n - 1].opened) >= here - 1
    # Where each sentence is its own paragraph, a line cut off before another is one speech with it.
    named = here > 0 and not reading.is_line_by_line and _names_a_person(reading, here - 1)
    return replace(after, rule=PARAGRAPHS) if opens and is_alone and not before and not named else None


def _ends_paragraph(reading: Reading, n: int, attributed: dict[int, Attribution]) -> bool:
    """Behind a marked stretch stands nothing but its incise, to the end of the paragraph."""
    doc, mark = reading.doc, reading.marks[n]
    end = reading.paragraphs[reading.paragraph(mark.opened)][1]
    tail = [t for t in doc[reading.token_from(mark.closed) : reading.token_from(end)] if has_letter(t)]
    cue = attributed[n].cue
    is_incise = cue is not None and any(t.i == cue.first for t in tail)
    return not tail or is_incise and sum(t.is_sent_start is True for t in tail[1:]) == 0


def _names_a_person(reading: Reading, number: int) -> bool:
    """Whether a person is a subject in a paragraph."""
    doc = reading.doc
    start, end = reading.paragraphs[number]
    tokens = doc[reading.token_from(start) : reading.token_from(end)]
    return any(t.ent_type_ == "PER" and t.dep_ in SUBJECTS or is_title(t) and t.dep_ in SUBJECTS for t in tokens)


def _is_headline(reading: Reading, mark: Marked) -> bool:
    """A short paragraph that is nothing but the marked words, without a full stop: a cross-heading."""
    number = reading.paragraph(mark.opened)
    start, end = reading.paragraphs[number] if number >= 0 else (mark.opened, mark.closed)
    if end - start > 200:
        return False
    text = reading.text
    around = text[start : mark.opened] + text[mark.closed : end]
    stops = text[mark.end - 1] in ".!?…" or text[start:end].rstrip()[-1] in ".!?…"
    return not words(around) and not stops and len(words(text[mark.start : mark.end])) <= 12


def _is_covered(mark: Marked, covered: list[tuple[int, int]]) -> bool:
    return any(start <= mark.start and mark.end <= end for start, end in covered)


def _same_sentence(reading: Reading, one: Marked, other: Marked) -> bool:
    i, k = reading.token_from(one.closed) - 1, reading.token_from(other.opened)
    return reading.sentence(i) == reading.sentence(k)


def _only_incise_between(reading: Reading, n: int, attributed: dict[int, Attribution]) -> bool:
    """Between two marked stretches stands nothing but the incise of the first."""
    doc, marks = reading.doc, reading.marks
    first, end = reading.token_from(marks[n].closed), reading.token_from(marks[n + 1].opened)
    between = doc[first:end]
    if not any(has_letter(t) for t in between):
        return True
    cue = attributed[n].cue
    return (
        cue is not None
        and attributed[n].rule in (INCISE, SELON_AFTER, CONTINUES)
        and first <= cue.first < end
        and sum(t.is_sent_start is True for t in between) == 0
    )


def _is_utterance(reading: Reading, mark: Marked) -> bool:
    """Words that could be said by themselves: a sentence rather than a title or a term."""
    doc = reading.doc
    tokens = doc[reading.token_from(mark.start) : reading.token_from(mark.end)]
    text = reading.text[mark.start : mark.end]
    has_verb = any(is_finite(t) for t in tokens)
    starts = text[0].isupper() or text[0] in '[(…*_«“"'
    many = len(words(text))
    return many >= 3 and starts and (has_verb or text[-1] in ".!?…") or many >= 12 and has_verb


def _from_marks(
    reading: Reading, attributed: dict[int, Attribution], covered: list[tuple[int, int]]
) -> list[Quotation]:
    found: list[Quotation] = []
    start_of: dict[int, int] = {}
    spans: dict[int, tuple[int, int, str]] = {}
    for n, mark in enumerate(reading.marks):
        attribution = attributed.get(n)
        if attribution is None:
            continue
        spans[n] = (*trim(reading.text, *_without_emphasis(reading.text, mark.start, mark.end)), "direct")
        if attribution.rule in (INCISE, SELON_AFTER) and _is_tail_of_clause(reading, mark, attributed.get(n - 1)):
            lead = clause_chars(
                reading, Clause(_sentence_lead(reading, mark), reading.token_from(mark.closed), attribution)
            )[0]
            spans[n] = lead, mark.closed, "mixed"
    clauses = [(start, end) for start, end, kind in spans.values() if kind == "mixed"]
    for n, (start, end, kind) in spans.items():
        if kind == "direct" and any(s <= start and end <= e for s, e in clauses):
            continue
        attribution, rule = attributed[n], RULES[attributed[n].rule]
        goes_on = (
            attribution.rule in (CONTINUES, PARAGRAPHS, SAME, ADJACENT)
            and _cue_of(attributed, n - 1) == attribution.cue
        )
        continues = start_of.get(n - 1) if goes_on else None
        start_of[n] = start
        mention = reading.chars(attribution.mention)
        found.append(Quotation(start, end, kind, rule.name, rule.confidence, attribution.cue, mention, continues))
    return found


def _cue_of(attributed: dict[int, Attribution], n: int) -> Cue | None:
    return attributed[n].cue if n in attributed else None


def _without_emphasis(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a markdown asterisk that opens it."""
    while start < end and text[start] in "*_" or start < end and text[start].isspace():
        start += 1
    return start, end


def _sentence_lead(reading: Reading, mark: Marked) -> int:
    return reading.sentence(reading.token_from(mark.opened))[0]


def _is_tail_of_clause(reading: Reading, mark: Marked, before: Attribution | None) -> bool:
    """Unquoted words of the same sentence run into the marks: *Le projet sera « majeur », dit X.*"""
    doc = reading.doc
    opened = reading.token_from(mark.opened)
    first = _sentence_lead(reading, mark)
    if before and before.rule in (INCISE, SELON_AFTER) and before.cue and before.cue.first >= first:
        return False  # « A », dit X, « B », ajoute X
    lead = [t for t in doc[first:opened] if has_letter(t) and not reading.is_quoted(t.i)]
    apart = next((m for m in reading.marks if m.opened == doc[first].idx), None)
    if apart and doc[reading.token_from(apart.closed)].text == "," == doc[opened - 1].text:
        return False  # « A », dans la continuité de B, « C », dit X: two quotations
    if len(lead) < 2 or doc[opened - 1].text in (":", ".") or reading.text[mark.start].isupper():
        return False
    return any(is_finite(t) or t.pos_ == "VERB" for t in doc[first:opened])


def _narrated(reading: Reading, taken: set[int], covered: list[tuple[int, int]]) -> Iterator[Quotation]:
    """*a souligné l'importance de …*: a point reported by a noun phrase alone."""
    doc = reading.doc
    for cue in reading.verbs:
        if (
            cue.first in taken
            or not cue.takes("np")
            or reading.is_quoted(cue.first)
            or is_negated(reading, cue)
            or is_unreal(reading, cue)
            or is_infinitive(reading.doc[cue.first])
            and doc[cue.first - 1].lower_ != "à"
        ):
            continue
        if any(start <= cue.start < end for start, end in covered):
            continue
        first = cue.last + 1
        end = reading.sentence(cue.first)[1]
        while first < end and (
            doc[first].pos_ == "ADV"
            or doc[first].lower_ in ("de", "du", "des", "d'")
            and cue.lemma.startswith(("se ", "s'"))
        ):
            first += 1
        if first >= end or doc[first].pos_ not in ("DET", "NOUN", "PROPN"):
            continue
        mention = subject_mention(reading, cue)
        if mention is None or mention[0] > cue.first:
            continue
        stop = clause_end(reading, cue, first, end)
        start, last = clause_chars(reading, Clause(first, stop, Attribution(NARRATED, cue, mention)))
        if any(s < last and start < e for s, e in covered):
            continue
        yield Quotation(start, last, "narrated", NARRATED, RULES[NARRATED].confidence, cue, reading.chars(mention))
