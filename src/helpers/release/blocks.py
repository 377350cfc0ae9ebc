"""Text → its paragraphs as blocks of lines, before it is known what each is for."""

import re
from collections.abc import Iterator
from functools import cached_property

from helpers.release.addresses import EMAIL, contact_fields, phone_numbers
from helpers.release.headings import (
    LABEL,
    MARKDOWN,
    SOURCE_LINE,
    bare_line,
    canonical_mark,
    embargo_openings,
    end_marks,
    known_heading,
)
from helpers.text.typography import fold, trim, words

_LINES = re.compile(r"[^\n\r]+(?:(?:\r\n|\r|\n)[^\n\r]+)*")
_LINE = re.compile(r"[^\n\r]+")
BULLET = re.compile(r"\s*(?:[•●▪▫◦‣∙·◆■►➢✓*+]|[-–—](?=\s))\s*")
DASH = re.compile(r"\s*[-–—]\s")
_CLOSING_30 = re.compile(r"(?<=\S)\s+[-–—]\s?30\s?[-–—]\s*\Z")


def paragraph_spans(text: str, start: int) -> Iterator[tuple[int, int, int]]:
    """Blocks between blank lines, numbered; within one each line, unless the block is hard-wrapped."""
    for group, block in enumerate(_LINES.finditer(text, start)):
        lines = [m.span() for m in _LINE.finditer(text, *block.span())]
        lines = [span for span in lines if not text[span[0] : span[1]].isspace()]
        run: list[tuple[int, int]] = []
        wrapped = _is_wrapped([text[s:e].strip() for s, e in lines])
        for line in lines:
            if run and not (
                (wrapped and not BULLET.match(text, *line))
                or _continues(text[slice(*run[-1])].rstrip(), text[slice(*line)].lstrip())
            ):
                yield from _whole(text, run[0][0], run[-1][1], group)
                run = []
            run.append(line)
        if run:
            yield from _whole(text, run[0][0], run[-1][1], group)


def _whole(text: str, start: int, end: int, group: int) -> Iterator[tuple[int, int, int]]:
    """A paragraph, with an end mark that stands on its last line (*… en mai. -30-*) apart."""
    start, end = trim(text, start, end)
    closing = _CLOSING_30.search(text, max(start, end - 12), end)
    if closing:
        yield (*trim(text, start, closing.start()), group)
        start, end = trim(text, closing.start(), end)
    yield start, end, group


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines of a block were broken at a fixed width rather than by paragraph."""
    if len(lines) < 3:
        return False
    widths = [len(line) for line in lines[:-1]]
    return (
        min(widths) >= 40
        and max(widths) <= 100
        and sum(line[-1] not in ".!?:»" for line in lines[:-1]) > len(widths) / 2
    )


def _continues(line: str, following: str) -> bool:
    """A line that stops in mid-sentence and goes on in lower case."""
    return line[-1] not in '.!?:;»"”' and following[0].islower() and not known_heading(line) and "@" not in line


class Block:
    """A paragraph before it is known what it is for; what is asked of it more than once is kept."""

    def __init__(self, text: str, start: int, end: int, group: int) -> None:
        self.start, self.end, self.group = start, end, group
        self.text = text[start:end]

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(words(self.text))

    @cached_property
    def heading(self) -> str | None:
        """The role of a heading in the table, or of *À propos de X*."""
        return known_heading(self.text)

    @cached_property
    def is_prose(self) -> bool:
        """Some sentences, rather than a line of names and addresses."""
        return self.words >= 25 or (self.words >= 9 and self.text[-1] in ".!?…»”")

    @cached_property
    def looks_like_heading(self) -> bool:
        """Short, on one line, and without the full stop that ends a sentence."""
        t = self.text
        if MARKDOWN.match(t):
            return len(t) <= 200 and "\n" not in t
        return (
            len(t) <= 160
            and "\n" not in t
            and "\r" not in t
            and t[-1] not in '.!?:;,…»"”'
            and t[0] not in '«“"-–—•*<>|!'
            and not t[0].islower()
        )

    @cached_property
    def has_address(self) -> bool:
        """An e-mail address or a telephone number stands in it."""
        return bool(EMAIL.search(self.text)) or any(True for _ in phone_numbers(self.text))

    @cached_property
    def is_address_line(self) -> bool:
        """An e-mail address or a telephone number with next to nothing beside it: a large amount can look like one."""
        if self.words >= 15 or self.text[-1] in ".!?":
            return False
        if EMAIL.search(self.text):
            return True
        field = fold(re.split(r"[\s:]", self.text, maxsplit=1)[0]) in contact_fields()
        return any(field or 2 * len(number) > len(self.text) for _, number in phone_numbers(self.text))

    @cached_property
    def is_end(self) -> bool:
        """An end mark alone."""
        return len(self.text) <= 40 and canonical_mark(self.text) in end_marks()

    @cached_property
    def embargo(self) -> str | None:
        """now or until, for an embargo line."""
        if len(self.text) > 160 or self.words > 25:
            return None
        bare = fold(bare_line(self.text))
        return next((m for opening, m in embargo_openings() if re.match(rf"{re.escape(opening)}(?!\w)", bare)), None)

    @cached_property
    def is_source(self) -> bool:
        """A line such as *SOURCE X* or *Source : X*."""
        return self.source_label is not None

    @cached_property
    def source_label(self) -> re.Match[str] | None:
        """The label of a source line, with the group ``capitals`` where it is printed so."""
        return SOURCE_LINE.match(self.text) if self.end - self.start < 200 else None

    @cached_property
    def label(self) -> re.Match[str] | None:
        """The contact label that it opens with."""
        return LABEL.match(self.text)
