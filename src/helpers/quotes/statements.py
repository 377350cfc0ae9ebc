"""Statements set out without marks: behind *a fait la déclaration suivante :*, or under a line that is a name."""

from collections.abc import Iterator, Sequence

from helpers.french.noun_phrases import Phrase, phrase_around
from helpers.french.persons import is_human, is_name_part, is_title
from helpers.french.subjects import SUBJECTS
from helpers.lexicon.words import column, words
from helpers.quotes.elided_subjects import SPEAKERLESS
from helpers.quotes.index import CueIndex
from helpers.quotes.model import DIRECT, Attribution, Quotation
from helpers.quotes.rules import STATEMENT, UNDER_NAME
from helpers.quotes.walks import is_comma
from helpers.text.typography import trim

_STATEMENTS = frozenset(column("statement_nouns", "noun"))
_FIRST_PERSON_WORDS = words("first person word")
_NO_OPENERS = ("source", "contact", "boilerplate", "dateline")
_PROSE = ("lead", "body")
_NAME_LINE = range(3, 21)  # tokens of a line that is a name and a function
_NAME = range(2, 6)  # tokens of the name


def statements(index: CueIndex, found: Sequence[Quotation]) -> Iterator[Quotation]:
    """Speech set out without marks, in paragraphs that hold no other quotation.

    Each paragraph is one item; the first without *je* or *nous* ends it.
    """
    document = index.document
    taken = {index.paragraph(q.start) for q in found} | {index.paragraph(m.opened) for m in index.marks}
    for number in range(len(document.paragraphs) - 1):
        if number in taken or document.kinds[number] in _NO_OPENERS:
            continue
        attribution = _announced(index, number) or _under_name(index, number)
        if attribution is None:
            continue
        continues = None
        for k in range(number + 1, len(document.paragraphs)):
            if k in taken or document.kinds[k] not in _PROSE or not _speaks_of_itself(index, k):
                break
            start, end = trim(document.plain, *document.paragraphs[k])
            yield index.quotation(start, end, DIRECT, attribution, continues)
            continues = start


def _announced(index: CueIndex, number: int) -> Attribution | None:
    """*La mairesse a fait la déclaration suivante :*, at the end of a paragraph."""
    doc, document = index.doc, index.document
    start, end = document.paragraphs[number]
    if not document.plain[start:end].rstrip().endswith(":"):
        return None
    last = index.token_from(end) - 1
    while last > 0 and (doc[last].is_space or doc[last].text == ":"):
        last -= 1
    first = index.sentence(last)[0]
    if not any(t.lower_ in _STATEMENTS or t.lower_.rstrip("s") in _STATEMENTS for t in doc[first : last + 1]):
        return None
    subject = next((t for t in doc[first:last] if t.dep_ in SUBJECTS and t.lower_ not in SPEAKERLESS), None)
    return Attribution(STATEMENT, None, phrase_around(index.document, subject)) if subject is not None else None


def _under_name(index: CueIndex, number: int) -> Attribution | None:
    """A paragraph that is nothing but a name and a function: *Thomas R., président de la Ligue*."""
    tokens = [t for t in index.tokens(*index.document.paragraphs[number]) if not t.is_space]
    comma = next((k for k, t in enumerate(tokens) if is_comma(t)), None)
    if comma is None or len(tokens) not in _NAME_LINE or tokens[-1].text in ".!?:;":
        return None
    is_named = comma in _NAME and all(is_name_part(t) or not t.text[0].islower() for t in tokens[:comma])
    has_function = any(is_title(t) or is_human(t) for t in tokens[comma:])
    mention: Phrase = tokens[0].i, tokens[-1].i
    return Attribution(UNDER_NAME, None, mention) if is_named and has_function else None


def _speaks_of_itself(index: CueIndex, number: int) -> bool:
    """*Je remercie les pompiers.* · *Nous avançons.*"""
    return any(t.lower_ in _FIRST_PERSON_WORDS for t in index.tokens(*index.document.paragraphs[number]))
