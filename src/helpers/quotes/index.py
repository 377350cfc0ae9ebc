"""A release indexed for quotation: its marked words and its cues, each found at once.

Whatever a rule asks is answered from its own neighbourhood, so that reading stays linear in the
length of the text.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Span

from helpers.french.document import ReleaseDoc
from helpers.french.noun_phrases import Phrase
from helpers.french.subjects import CLITICS
from helpers.quotes.cues import preposition_cues, verb_cues
from helpers.quotes.model import Attribution, Cue, Quotation
from helpers.quotes.rules import RULES
from helpers.text.marks import Marked
from helpers.text.typography import words


@dataclass(frozen=True, eq=False)
class CueIndex:
    """The marks and cues of a release, so that each rule looks only at its own neighbourhood.

    ``marks``: the outermost stretches of marked words, in order; ``said_inside``: start of a stretch → what an
    incise inside its marks says of it.
    """

    document: ReleaseDoc
    marks: tuple[Marked, ...]
    verbs: tuple[Cue, ...]
    prepositions: tuple[Cue, ...]
    said_inside: Mapping[int, Attribution] = field(default_factory=dict)

    @classmethod
    def of(cls, document: ReleaseDoc) -> "CueIndex":
        """The marks as they are printed, and every cue."""
        marks = tuple(m for m in document.marks if m.level == 0)
        return cls(document, marks, tuple(verb_cues(document.doc)), tuple(preposition_cues(document.doc)))

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.document.doc

    @cached_property
    def verb_at(self) -> dict[int, Cue]:
        """Each token of a verb of saying → its cue."""
        return {i: cue for cue in self.verbs for i in range(cue.first, cue.last + 1)}

    @cached_property
    def preposition_at(self) -> dict[int, Cue]:
        """First token of a preposition of attribution → its cue."""
        return {cue.first: cue for cue in self.prepositions}

    @cached_property
    def _within(self) -> list[int]:
        within = [-1] * len(self.doc)
        for number, mark in enumerate(self.marks):
            for i in range(self.token_from(mark.opened), self.token_from(mark.closed)):
                within[i] = number
        return within

    def is_quoted(self, i: int) -> bool:
        """Whether a token stands between marks (or is one)."""
        return self._within[i] >= 0

    def mark_of(self, i: int) -> int:
        """Number of the marked stretch that holds a token, or -1."""
        return self._within[i] if i < len(self._within) else -1

    def token_from(self, position: int) -> int:
        """Index of the first token that begins at or after a position."""
        return self.document.token_from(position)

    def sentence(self, i: int) -> tuple[int, int]:
        """First token and end of the sentence of a token."""
        return self.document.sentence(i)

    def paragraph(self, position: int) -> int:
        """Number of the paragraph of a position, or -1."""
        return self.document.paragraph(position)

    def tokens(self, start: int, end: int) -> Span:
        """The tokens that begin between two positions."""
        return self.doc[self.token_from(start) : self.token_from(end)]

    def phrase(self, mention: Phrase) -> Span:
        """The tokens of a phrase."""
        return self.doc[mention[0] : mention[1] + 1]

    def tokens_of(self, span: tuple[int, int]) -> Phrase:
        """The phrase that stands between two positions."""
        return self.token_from(span[0]), self.token_from(span[1]) - 1

    def word_count(self, start: int, end: int) -> int:
        """How many words stand between two positions."""
        return len(words(self.document.plain[start:end]))

    def before(self, mark: Marked) -> tuple[int, int]:
        """Tokens of the sentence before a mark, back to the mark before; of the one above if that ends in a colon."""
        end = self._end_above(mark)
        if end is not None:
            return self.sentence(end - 1)[0], end
        end = self.token_from(mark.opened)
        start = self.sentence(end)[0] if end < len(self.doc) else end
        for i in range(end - 1, start - 1, -1):
            if self.is_quoted(i):
                return i + 1, end
        return start, end

    def _end_above(self, mark: Marked) -> int | None:
        """*X a déclaré : ¶ « … »*: the end of the paragraph above, where that announces what its successor quotes."""
        number, paragraphs = self.paragraph(mark.opened), self.document.paragraphs
        if number < 1 or paragraphs[number][0] != mark.opened:
            return None
        start, end = paragraphs[number - 1]
        if not self.document.plain[start:end].rstrip().endswith(":"):
            return None
        i = self.token_from(end)
        while i > 0 and self.doc[i - 1].is_space:
            i -= 1
        return i

    @cached_property
    def is_line_by_line(self) -> bool:
        """Whether each line is one sentence, as corpora of news print them: the line is then the paragraph."""
        starts = [t.idx for t in self.doc if t.is_sent_start]
        counts = [bisect_left(starts, end) - bisect_left(starts, start) for start, end in self.document.paragraphs]
        return len(counts) >= 4 and sum(count <= 1 for count in counts) >= 0.8 * len(counts)

    def quotation(
        self, start: int, end: int, kind: str, attribution: Attribution, continues: int | None = None
    ) -> Quotation:
        """A quotation of these characters, attributed."""
        rule, mention = RULES[attribution.rule], self._chars(attribution.mention)
        return Quotation(start, end, kind, rule.name, rule.confidence, attribution.cue, mention, continues)

    def _whole_from(self, i: int) -> int:
        """*le Yacht-|Club*: where a compound begins whose parts the tokenizer cut, with its article."""
        doc, first = self.doc, i
        while (
            first > 1 and doc[first - 1].text == "-" and not (doc[first - 1].whitespace_ or doc[first - 2].whitespace_)
        ):
            first -= 2
        is_cut = first < i and first > 0
        return first - 1 if is_cut and doc[first - 1].pos_ == "DET" else first

    def _chars(self, mention: Phrase | None) -> tuple[int, int] | None:
        """Character span of a phrase; the hyphen of an inverted pronoun is left out."""
        if mention is None:
            return None
        first, last = self.doc[self._whole_from(mention[0])], self.doc[mention[1]]
        start = first.idx + (1 if first.lower_ in CLITICS else 0)
        return start, last.idx + len(last)
