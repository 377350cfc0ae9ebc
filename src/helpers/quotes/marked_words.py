"""What marked words are, by their print and place: a slogan, a heading, an utterance; what stands beside them."""

from collections.abc import Iterable

from spacy.tokens import Doc

from helpers.french.verbs import has_letter, is_finite
from helpers.quotes.index import CueIndex
from helpers.text.marks import Marked

_OUTSIDE_PROSE = ("boilerplate", "links", "contact", "source", "end", "embargo")
_TITLES = ("title", "subtitle")
_SHORTEST_CLAUSE = 4  # words
_STOPS = ".!?…"


def is_slogan(index: CueIndex, mark: Marked) -> bool:
    """*« LE PONT POUR TOUS »*: several words in capitals throughout, no speech."""
    text = index.document.plain[mark.start : mark.end]
    return text.isupper() and index.word_count(mark.start, mark.end) >= 2


def is_outside_prose(index: CueIndex, mark: Marked) -> bool:
    """Marks in *À propos de*, links or contacts hold mottos and titles, not speech."""
    number = index.paragraph(mark.opened)
    return number >= 0 and index.document.kinds[number] in _OUTSIDE_PROSE


def is_headline(index: CueIndex, mark: Marked) -> bool:
    """A short paragraph that is nothing but the marked words, without a full stop: a cross-heading."""
    number, text = index.paragraph(mark.opened), index.document.plain
    start, end = index.document.paragraphs[number] if number >= 0 else (mark.opened, mark.closed)
    if end - start > 200 or index.word_count(mark.start, mark.end) > 12:
        return False
    has_words_around = index.word_count(start, mark.opened) or index.word_count(mark.closed, end)
    has_stop = text[mark.end - 1] in _STOPS or text[start:end].rstrip()[-1] in _STOPS
    return not has_words_around and not has_stop


def opens_title(index: CueIndex, mark: Marked) -> bool:
    """*« On ne ferme pas la nuit » : les urgences rouvrent*: a clause that opens a title, or is all of it."""
    number, document = index.paragraph(mark.opened), index.document
    if number < 0 or document.kinds[number] not in _TITLES or document.paragraphs[number][0] != mark.opened:
        return False
    behind = document.plain[mark.closed : document.paragraphs[number][1]].lstrip()
    has_verb = any(is_finite(t) for t in index.tokens(mark.start, mark.end))
    return has_verb and index.word_count(mark.start, mark.end) >= _SHORTEST_CLAUSE and behind[:1] in ("", ":")


def is_utterance(index: CueIndex, mark: Marked) -> bool:
    """*« Il reste à faire. »*: words that could be said by themselves, a sentence rather than a title or a term."""
    text = index.document.plain[mark.start : mark.end]
    has_verb = any(is_finite(t) for t in index.tokens(mark.start, mark.end))
    opens = text[0].isupper() or text[0] in '[(…*_«“"'
    many = index.word_count(mark.start, mark.end)
    return (many >= 3 and opens and (has_verb or text[-1] in _STOPS)) or (many >= 12 and has_verb)


def is_covered(mark: Marked, covered: Iterable[tuple[int, int]]) -> bool:
    """Whether marked words are part of one of some spans."""
    return any(start <= mark.start and mark.end <= end for start, end in covered)


def stands_alone(index: CueIndex, mark: Marked) -> bool:
    """*Oui. « Le pont ouvrira. »*: the marks open their sentence and nothing but a stop follows them in it."""
    doc: Doc = index.doc
    first, _ = index.before(mark)
    opened, closed = index.token_from(mark.opened), index.token_from(mark.closed)
    lead = [t for t in doc[first:opened] if has_letter(t) and t.pos_ not in ("CCONJ", "ADV", "INTJ")]
    end = index.sentence(closed - 1)[1] if closed else closed
    tail = [t for t in doc[closed:end] if has_letter(t)]
    return not tail and (not lead or doc[opened - 1].text == ":")
