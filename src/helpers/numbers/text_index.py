"""Doc → the same by code points: the plain text, its prose, and the tokens and sentences at a position."""

import bisect
import re
from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token

from helpers.french.counted_phrases import counted_phrase
from helpers.french.document import ReleaseDoc
from helpers.lexicon.words import words
from helpers.release.release import Release

_MARKUP = re.compile(r"[.,;:]?</?[A-Za-z]")  # personnes.</p>, in a text that was a page
_FINITE, _WHOLE = tuple(words("ending of a plural verb")), words("quantifier of a whole")


def _leads_on(token: Token) -> bool:
    """Whether a word ends no phrase: *marcheurs venus | de toute*, *ÉLUS | ONT*, which the tagger takes for a noun."""
    is_capital_verb = token.text.isupper() and token.lower_ in words("auxiliary")
    return token.pos_ in ("ADP", "DET") or token.lower_ in _WHOLE or is_capital_verb


class TextIndex:
    """A parsed release, indexed for quick looks around a position.

    ``plain`` is the text with plain spaces and apostrophes and paragraphs on one line, of the same length;
    ``prose`` are the stretches that say something: prose paragraphs, less the dateline.
    """

    def __init__(self, document: ReleaseDoc) -> None:
        self.document, self.doc, self.release = document, document.doc, document.release
        self.plain = _unwrapped(document)
        self.prose = _prose(self.release)
        self.sentences = document.sentences
        self._token_starts = document.token_starts
        self._sentence_starts = [s.start_char for s in self.sentences]

    def token(self, position: int) -> Token | None:
        """The token that holds a position; white space counts to the token before it."""
        index = bisect.bisect_right(self._token_starts, position) - 1
        return self.doc[index] if index >= 0 else None

    def following(self, position: int) -> Token | None:
        """The first token that begins at a position or behind it and is not white space."""
        index = bisect.bisect_left(self._token_starts, position)
        while index < len(self.doc) and self.doc[index].is_space:
            index += 1
        return self.doc[index] if index < len(self.doc) else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that begin in a stretch, from the first that is not white space."""
        first = self.following(start)
        found = []
        while first is not None and first.idx < end:
            found.append(first)
            first = self.doc[first.i + 1] if first.i + 1 < len(self.doc) else None
        return found

    def phrase(self, first: Token, limit: int, barred: Container[int], *, sure: bool = False) -> tuple[int, int] | None:
        """Start and end of the noun phrase that is counted, as ``counted_phrase`` finds it."""
        phrase = counted_phrase(self.document, first, limit, barred, sure=sure)
        if phrase is None:
            return None
        # 300 dossiers portaient sur …: an ending that is never a participle's, whatever the tagger says
        verb = next((i for i in range(phrase[0] + 1, phrase[1] + 1) if self.doc[i].lower_.endswith(_FINITE)), None)
        last = self.doc[phrase[1] if verb is None else verb - 1]
        while last.i > phrase[0] and _leads_on(last):
            last = last.nbor(-1)
        end = last.idx + len(last)
        markup = _MARKUP.search(self.plain, first.idx, end)
        return first.idx, markup.start() if markup and markup.start() > first.idx else end

    def sentence(self, position: int) -> int:
        """The row of the sentence table that holds a position; -1 before the first."""
        return bisect.bisect_right(self._sentence_starts, position) - 1

    def sentence_span(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds a position; empty before the first."""
        index = self.sentence(position)
        if index < 0:
            return position, position
        return self.sentences[index].start_char, max(self.sentences[index].end_char, position)

    def told_from(self, position: int) -> tuple[int, int]:
        """The same, from the end of the dateline on where the sentence begins with it."""
        low, high = self.sentence_span(position)
        lines = [line for line in (self.release.dateline, self.release.stated) if line and line.found != "lead"]
        return max([low, *(line.end for line in lines if low < line.end <= position)]), high


def _unwrapped(document: ReleaseDoc) -> str:
    """The reading copy, with a line break inside a paragraph read as a space."""
    plain = document.plain
    parts, at = [], 0
    for p in document.release.paragraphs:
        parts += [plain[at : p.start], plain[p.start : p.end].replace("\n", " ").replace("\r", " ")]
        at = p.end
    return "".join(parts) + plain[at:]


def _prose(release: Release) -> list[tuple[int, int]]:
    stretches = []
    for p in release.prose:
        start = p.start
        if release.dateline and p.start <= release.dateline.start < p.end:
            start = min(release.dateline.end, p.end)
        stretches.append((start, p.end))
    return stretches


def tokens_from(doc: Doc, first: int, count: int) -> Iterator[Token]:
    """Some tokens from one on; a slice that is empty at the end would cost as much as the whole text."""
    return (doc[i] for i in range(first, min(first + count, len(doc))))
