"""A release with its parse: one object that every reader of it takes, complete when it is built."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.attrs import IDX
from spacy.tokens import Doc, Span

from helpers.french.sentences import lines, sentence_spans
from helpers.release.release import Release
from helpers.text.marks import Marked, quotation_marks
from helpers.text.typography import trim


@dataclass(frozen=True, eq=False)
class ReleaseDoc:
    """A release and its parse; token offsets are offsets of ``release.text``.

    ``doc`` is the parse of a copy with plain spaces and apostrophes, one code point for one. ``paragraphs``: start
    and end of each, a dateline apart from the lead that it opens; ``kinds``: what each is for; ``marks``: the pairs
    of quotation marks, by opening mark.
    """

    release: Release
    doc: Doc
    paragraphs: tuple[tuple[int, int], ...]
    kinds: tuple[str, ...]
    marks: tuple[Marked, ...]

    @classmethod
    def of(cls, doc: Doc) -> "ReleaseDoc":
        """A Doc of any pipeline as a release: each line is a paragraph.

        Raises:
            ReleaseError: the text holds no letter or digit, or what no release holds.
        """
        release = Release.from_text(doc.text, any_language=True)
        paragraphs = tuple(lines(doc.text))
        marks = tuple(quotation_marks(doc.text, paragraphs))
        return cls(release, doc, paragraphs, ("body",) * len(paragraphs), marks)

    @cached_property
    def plain(self) -> str:
        """The text that was parsed; ``doc.text`` puts it together anew at each call."""
        return self.doc.text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences without the white space around them."""
        return tuple(self._trimmed())

    def _trimmed(self) -> Iterator[Span]:
        for first, last in sentence_spans(self.doc):
            while first < last and self.doc[first].is_space:
                first += 1
            while first < last and self.doc[last - 1].is_space:
                last -= 1
            if first < last:
                yield self.doc[first:last]

    @cached_property
    def _bounds(self) -> list[tuple[int, int]]:
        return [pair for pair in sentence_spans(self.doc) for _ in range(*pair)]

    def sentence(self, i: int) -> tuple[int, int]:
        """First token and end of the sentence of a token; ``token.sent`` gives the same, but reads the whole Doc."""
        return self._bounds[i] if i < len(self.doc) else (len(self.doc), len(self.doc))

    @cached_property
    def token_starts(self) -> list[int]:
        """Where each token begins, in order."""
        return self.doc.to_array([IDX]).tolist()

    def token_from(self, position: int) -> int:
        """Index of the first token that begins at or after a position."""
        return bisect_left(self.token_starts, position)

    @cached_property
    def _openings(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    def paragraph(self, position: int) -> int:
        """Number of the paragraph of a position in ``paragraphs``, or -1."""
        number = bisect_right(self._openings, position) - 1
        return number if number >= 0 and position < self.paragraphs[number][1] else -1


def blocks(release: Release) -> Iterator[tuple[int, int]]:
    """The paragraphs of a release, a dateline apart from the lead that it opens."""
    for p in release.paragraphs:
        if release.dateline and p.start <= release.dateline.start < release.dateline.end < p.end:
            yield release.dateline.start, release.dateline.end
            yield trim(release.text, release.dateline.end, p.end)
        else:
            yield p.start, p.end
