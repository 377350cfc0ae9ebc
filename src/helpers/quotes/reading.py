"""A Doc indexed for quotation: its marks and its cues, each found at once.

Whatever a rule asks is answered from its own neighbourhood, so that reading stays linear in the
length of the text.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from helpers.french.document import ReleaseDoc
from helpers.french.subjects import CLITICS
from helpers.quotes.cues import Cue, preposition_cues, verb_cues
from helpers.text.marks import Marked


@dataclass(frozen=True)
class Attribution:
    """The cue and the words that name the source (token indices, inclusive), by a rule."""

    rule: str
    cue: Cue | None
    mention: tuple[int, int] | None


class Reading:
    """A Doc with its marks and cues indexed, so that each rule looks only at its own neighbourhood."""

    def __init__(self, document: ReleaseDoc) -> None:
        self.document = document
        doc = document.doc
        self.doc, self.text = doc, document.plain
        self.paragraphs, self.kinds = document.paragraphs, document.kinds
        self.token_from, self.sentence, self.paragraph = document.token_from, document.sentence, document.paragraph
        self.marks: list[Marked] = [m for m in document.marks if m.level == 0]
        self.verbs = verb_cues(doc)
        self.prepositions = preposition_cues(doc)
        self.verb_at = {i: cue for cue in self.verbs for i in range(cue.first, cue.last + 1)}
        self.preposition_at = {cue.first: cue for cue in self.prepositions}
        self.given: dict[int, Attribution] = {}  # start of marked words → what an incise inside them says
        self._index_marks()

    def part_marks(self, parts: Callable[["Reading", Marked], Iterable[Marked]]) -> None:
        """Put the parts of marked words, split where an incise stands inside them, in their place."""
        self.marks = [part for mark in self.marks for part in parts(self, mark)]
        self._index_marks()

    def _index_marks(self) -> None:
        self._within = [-1] * len(self.doc)
        for number, mark in enumerate(self.marks):
            for i in range(self.token_from(mark.opened), self.token_from(mark.closed)):
                self._within[i] = number

    def is_quoted(self, i: int) -> bool:
        """Whether a token stands between marks (or is one)."""
        return self._within[i] >= 0

    def mark_of(self, i: int) -> int:
        """Number of the marked stretch that holds a token, or -1."""
        return self._within[i] if i < len(self._within) else -1

    def before(self, mark: Marked) -> tuple[int, int]:
        """Tokens of the sentence before a mark, back to the mark before; of the one above if that ends in a colon."""
        end = self.token_from(mark.opened)
        number = self.paragraph(mark.opened)
        if number > 0 and self.paragraphs[number][0] == mark.opened:
            above = self.paragraphs[number - 1]
            if self.text[above[0] : above[1]].rstrip().endswith(":"):
                # X a déclaré : ¶ « … »
                end = self.token_from(above[1])
                while end > 0 and self.doc[end - 1].is_space:
                    end -= 1
                return self.sentence(end - 1)[0], end
        start = self.sentence(end)[0] if end < len(self.doc) else end
        for i in range(end - 1, start - 1, -1):
            if self.is_quoted(i):
                return i + 1, end
        return start, end

    @cached_property
    def is_line_by_line(self) -> bool:
        """Whether each line is one sentence, as corpora of news print them: the line is then the paragraph."""
        starts = [t.idx for t in self.doc if t.is_sent_start]
        counts = [bisect_left(starts, end) - bisect_left(starts, start) for start, end in self.paragraphs]
        return len(counts) >= 4 and sum(count <= 1 for count in counts) >= 0.8 * len(counts)

    def chars(self, mention: tuple[int, int] | None) -> tuple[int, int] | None:
        """Character span of tokens; the hyphen of an inverted pronoun is left out."""
        if mention is None:
            return None
        first, last = self.doc[mention[0]], self.doc[mention[1]]
        start = first.idx + (1 if first.lower_ in CLITICS else 0)
        return start, last.idx + len(last)


BETWEEN = frozenset(("se", "s'", "l'", "le", "la", "lui", "leur", "nous", "y", "en", "-t", "n'", "ne", "m'", "me"))
