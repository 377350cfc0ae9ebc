"""Text → its paragraphs as blocks of lines, before it is known what each is for."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from helpers.lexicon.words import AT, OF, SINGULAR_ARTICLES, alternation
from helpers.lexicon.words import words as forms
from helpers.release.addresses import EMAIL, contact_fields, phone_numbers
from helpers.release.dateline_forms import DATE_ALONE, MARKER
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
BULLET = re.compile(r"\s{0,40}(?:[•●▪▫◦‣∙·◆■►➢✓*+]|[-–—](?=\s))\s*+")
DASH = re.compile(r"\s{0,40}[-–—]\s")
_OPENERS = forms("noun introducer") | forms("complement preposition") | OF | AT | SINGULAR_ARTICLES
"""Words that end no sentence."""
_HYPHEN = re.compile(r"[^\W\d_][-‐]\Z")
_THOUSANDS_BEFORE = re.compile(r"(?<![\d.,/+-])(?<!\d\s)[1-9]\d{0,2}\Z")
_THOUSANDS = re.compile(r"\d{3}(?!\s?\d)(?=\s+[^\W\d_])")
_STOPS = '.!?:;»"”'
_OPENING, _CLOSING = "«", "»"
_ADDRESS = "://"
_WIDEST = 120  # characters of a line that was broken at a width
_INTRODUCES = re.compile(r"[:–—|][\s(]{0,4}\Z")
_MARKER_WORDS = 14
_OF_WHAT = re.compile(rf"(?:{alternation(OF)}) [^\W\d_A-ZÀ-ÖØ-Þ]{{3,20}}")  # Communiqué de clôture
_CLOSING_30 = re.compile(r"(?<=\S)\s+[-–—]\s?30\s?[-–—]\s*\Z")


def paragraph_spans(text: str, start: int) -> Iterator[tuple[int, int, int]]:
    """Blocks between blank lines, numbered; within one each line, unless its break parts nothing."""
    blocks = [_lines(text, *block.span()) for block in _LINES.finditer(text, start)]
    width = _wrapping_width(text, blocks)
    for group, lines in enumerate(blocks):
        inside = _inside_marks(text, lines) if len(blocks) > 1 else frozenset()
        run: list[tuple[int, int]] = []
        for line in lines:
            pair = (text[slice(*run[-1])].strip(), text[slice(*line)].strip()) if run else None
            if pair and not _is_one_paragraph(*pair, width) and line[0] not in inside:
                yield from _whole(text, run[0][0], run[-1][1], group)
                run = []
            run.append(line)
        if run:
            yield from _whole(text, run[0][0], run[-1][1], group)


def _inside_marks(text: str, lines: list[tuple[int, int]]) -> frozenset[int]:
    """Where the lines begin that one pair of marks runs on into, in a block of short lines: *« Un.⏎ Deux. »*

    Where blank lines part paragraphs, a break inside marks is but a line's; a long line is a paragraph all the same.
    """
    if len(lines) < 2 or sum(end - start for start, end in lines) > _WIDEST * len(lines):
        return frozenset()
    found, opened = set(), 0
    for start, end in lines:
        if opened:
            found.add(start)
        opened += text.count(_OPENING, start, end) - text.count(_CLOSING, start, end)
        if not 0 <= opened <= 1:
            return frozenset()
    return frozenset(found) if opened == 0 else frozenset()


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = (m.span() for m in _LINE.finditer(text, start, end))
    return [(s, e) for s, e in spans if not text[s:e].isspace()]


def _whole(text: str, start: int, end: int, group: int) -> Iterator[tuple[int, int, int]]:
    """A paragraph, with an end mark that stands on its last line (*… en mai. -30-*) apart."""
    start, end = trim(text, start, end)
    closing = _CLOSING_30.search(text, max(start, end - 12), end)
    if closing:
        yield (*trim(text, start, closing.start()), group)
        start, end = trim(text, closing.start(), end)
    yield start, end, group


def _wrapping_width(text: str, blocks: list[list[tuple[int, int]]]) -> int | None:
    """The width at which the lines of a text were broken, or None where each break is its writer's.

    The longest line that goes on in mid-sentence tells the width. If the lines were broken at it, not many others
    fill it. A line with an address, which does not break, tells nothing.
    """
    pairs = [
        (text[slice(*line)].strip(), text[slice(*following)].strip())
        for lines in blocks
        for line, following in pairwise(lines)
    ]
    going_on = [pair for pair in pairs if _ADDRESS not in pair[0] and _continues(*pair)]
    width = max((len(line) for line, _ in going_on), default=_WIDEST + 1)
    others = sum(_is_full(*pair, width) and not _continues(*pair) for pair in pairs)
    return width if width <= _WIDEST and others <= 2 * len(going_on) else None


def _is_one_paragraph(line: str, following: str, width: int | None) -> bool:
    """Whether the break between two lines parts nothing."""
    is_broken = width is not None and _is_full(line, following, width) and not _opens_part(following)
    return is_broken or _continues(line, following)


def _opens_part(line: str) -> bool:
    """*- Un pont* · *Contact : …* · *SOURCE X*: what opens anew however long the line above is."""
    return any(pattern.match(line) for pattern in (BULLET, LABEL, SOURCE_LINE))


def _is_full(line: str, following: str, width: int) -> bool:
    """A line that could not have taken the first word of the next, and is no sentence that itself is wider."""
    if len(line) > width and line[-1] in _STOPS:
        return False
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _continues(line: str, following: str) -> bool:
    """A line that stops in mid-sentence or in mid-word: before lower case, behind *selon* or *la*, in *12|000*."""
    if BULLET.match(following) or "@" in line + following or line.isupper() or known_heading(line):
        return False
    if line.rsplit(maxsplit=1)[-1].lower() in _OPENERS or _is_divided(line, following):
        return True
    return line[-1] not in '.!?:;"”' and following[0].islower()


def _is_divided(line: str, following: str) -> bool:
    """*Saint-|Denis* · *12|000 euros*"""
    return bool(_HYPHEN.search(line)) or bool(_THOUSANDS_BEFORE.search(line) and _THOUSANDS.match(following))


def _embargo(text: str) -> str | None:
    bare = fold(bare_line(text))
    return next((m for opening, m in embargo_openings() if re.match(rf"{re.escape(opening)}(?!\w)", bare)), None)


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
        """The role of a heading in the table, or of *À propos de X*; release for *Communiqué n° 7* and the like."""
        return known_heading(self.text) or ("release" if self._is_marker else None)

    @cached_property
    def _is_marker(self) -> bool:
        """*Communiqué de presse n° 7*, *Communiqué – 12/03/2024*, *Communiqué de clôture*, *Avis aux médias –* …"""
        opening = MARKER.match(self.text)
        if opening is None or self.words > _MARKER_WORDS or self.text[-1] in ".!?;»”":
            return False
        rest = self.text[opening.end() :]
        return not rest or bool(DATE_ALONE.match(rest) or _OF_WHAT.fullmatch(rest) or _embargo(rest))

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
        return bool(EMAIL.search(self.text)) or any(True for _ in self._phones)

    @cached_property
    def _phones(self) -> list[tuple[int, str]]:
        """Its telephone numbers; behind *Contact :* and the like a number is one though no plan knows it."""
        return list(phone_numbers(self.text, expected=bool(self.label and self.label["after"])))

    @cached_property
    def is_address_line(self) -> bool:
        """An e-mail address or a telephone number with next to nothing beside it: a large amount can look like one."""
        if self.words >= 15 or self.text[-1] in ".!?":
            return False
        if EMAIL.search(self.text):
            return True
        field = fold(re.split(r"[\s:]", self.text, maxsplit=1)[0]) in contact_fields()
        return any(field or 2 * len(number) > len(self.text) for _, number in self._phones)

    @cached_property
    def reaches(self) -> bool:
        """*- Anne Roy (FR/DE) : 079 555 12 34*: a line that closes with how the one that it names is reached."""
        at = next((start for start, number in self._phones if start + len(number) >= len(self.text.rstrip(")")) - 1), 0)
        return self.words < 30 and bool(_INTRODUCES.search(self.text, max(0, at - 6), at))

    @cached_property
    def is_end(self) -> bool:
        """An end mark alone."""
        return len(self.text) <= 40 and canonical_mark(self.text) in end_marks()

    @cached_property
    def embargo(self) -> str | None:
        """now or until, for an embargo line."""
        if len(self.text) > 160 or self.words > 25:
            return None
        marker = MARKER.match(self.text)
        return _embargo(self.text) or (_embargo(self.text[marker.end() :]) if marker else None)

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
