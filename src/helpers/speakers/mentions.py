"""Which tokens of a mention name the source."""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc

from helpers.french.document import ReleaseDoc
from helpers.lexicon.words import OF, PRONOUNS, THAT, column
from helpers.quotes.quotations import Quotation
from helpers.text.typography import fold

_WORDS_WITHIN = 3  # tokens of a mention in which the noun stands for what its source says


def tokens(doc: Doc, quote: Quotation) -> tuple[int, int] | None:
    """First and last token of the words that name the source of a quotation."""
    span = doc.char_span(*quote.mention, alignment_mode="expand") if quote.mention else None
    return (span.start, span.end - 1) if span is not None else None


def spoken(document: ReleaseDoc, quotes: Sequence[Quotation]) -> frozenset[int]:
    """The tokens at which a mention of a source begins, or a name in apposition inside it: *son épouse, | Anne Roy*."""
    doc = document.doc
    mentions = [mention for quote in quotes if (mention := tokens(doc, quote))]
    apposed = {k + 1 for first, last in mentions for k in range(first, last) if doc[k].text == ","}
    return frozenset(apposed.union(first for first, _ in mentions))


def behind_words(doc: Doc, first: int, last: int) -> int:
    """*les propos de | la ministre*, *les informations du | Journal*: the source is who gave them."""
    for i in range(first, min(first + _WORDS_WITHIN, last)):
        if _is_word_of_source(doc, i) and doc[i + 1].lower_ in OF:
            return i + 2 if i + 2 <= last else first
    return first


def teller(doc: Doc, first: int, last: int) -> int | None:
    """*le récit qu'elle livre*: the pronoun of who tells it."""
    at = next((i for i in range(first, last + 1) if _is_word_of_source(doc, i)), None)
    if at is None or at + 2 >= len(doc) or doc[at + 1].lower_ not in THAT:
        return None
    return at + 2 if doc[at + 2].lower_ in PRONOUNS else None


def _is_word_of_source(doc: Doc, i: int) -> bool:
    return fold(doc[i].text) in _words_of_source()


@cache
def _words_of_source() -> frozenset[str]:
    nouns = frozenset(map(fold, column("words_of_source", "noun")))
    return nouns | {f"{noun}s" for noun in nouns}
