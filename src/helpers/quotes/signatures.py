"""Signatures: a name behind the words said, set off by a dash or on the line below (*« … » – X, mairesse*)."""

from spacy.tokens import Span, Token

from helpers.french.noun_phrases import phrase_from
from helpers.french.persons import is_name_part, is_title
from helpers.french.verbs import is_finite
from helpers.quotes.index import CueIndex
from helpers.quotes.marked_words import stands_alone
from helpers.quotes.model import Attribution
from helpers.quotes.rules import SIGNATURE
from helpers.quotes.walks import is_comma
from helpers.text.marks import Marked

_DASHES = ("–", "—", "-", "--")
_LONGEST_LINE = 30  # tokens
_MOST_BETWEEN = 4  # tokens between the closing mark and the signature


def signature(index: CueIndex, mark: Marked) -> Attribution | None:
    """*« … » – X, mairesse*: a dash and a name behind the closing mark, or a name on the line below."""
    doc = index.doc
    start = index.token_from(mark.closed)
    i = start
    while i < len(doc) and i - start < _MOST_BETWEEN and (doc[i].is_space or doc[i].text in "*_."):
        i += 1
    is_dashed = i < len(doc) and doc[i].text in _DASHES
    is_below = any("\n" in t.text for t in doc[start:i])
    first = i + is_dashed
    if first >= len(doc) or not (is_dashed or is_below) or not _opens_name(doc[first]):
        return None
    line = doc[first : index.sentence(first)[1]]
    last = phrase_from(index.document, first)
    if len(line) > _LONGEST_LINE or not _is_name_like(line) or any(is_finite(t) for t in line if t.i > last):
        return None
    if not is_dashed and not _is_nothing_but_name(line) and not _signs_alone(index, mark, line):
        return None
    return Attribution(SIGNATURE, None, (first, last))


def _opens_name(token: Token) -> bool:
    return token.text[0].isupper() or is_title(token)


def _is_name_like(line: Span) -> bool:
    """*Anne Roy* · *Mme Roy*"""
    return _name_parts(line) >= 2 or is_title(line[0])


def _name_parts(line: Span) -> int:
    return sum(is_name_part(t) for t in line[:5])


def _is_nothing_but_name(line: Span) -> bool:
    """*⏎ Anne Roy*"""
    parts = _name_parts(line)
    return parts >= 2 and len(line) == parts + sum(t.is_space for t in line)


def _signs_alone(index: CueIndex, mark: Marked, line: Span) -> bool:
    """*« … » ⏎ Anne Roy, mairesse*: below words that stand alone, a name with a function or a comma."""
    return stands_alone(index, mark) and any(is_title(t) or is_comma(t) for t in line)
