"""Quotation marks in pairs: what stands between them, across paragraphs too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from helpers.text.typography import trim, words

OPENING = "«“„‹"
CLOSING = "»”›"
STRAIGHT = '"'
MARKS = OPENING + CLOSING + STRAIGHT
_ANY_MARK = re.compile(f"[{MARKS}]")
_CLOSES = {"»": "«", "”": "“„", "“": "„", "›": "‹"}
_ANNOUNCING = (":", "–", "—", "-", "•", "*")
_STOPS = (".", "!", "?", "…")
_LONGEST_RUN = 6  # paragraphs without any mark that a quotation may run on through


@dataclass(frozen=True, slots=True)
class Marked:
    """What stands between two quotation marks.

    ``start`` and ``end`` leave the marks and the white space beside them out; ``opened`` and
    ``closed`` are the offsets of the opening mark and just behind the closing one. ``level`` is 0
    for outermost marks. ``is_closed`` is False where the paragraph ends before the mark does.
    """

    start: int
    end: int
    opened: int
    closed: int
    level: int
    is_closed: bool


def quotation_marks(
    text: str, paragraphs: Sequence[tuple[int, int]], set_out: Iterable[tuple[int, int]] = ()
) -> list[Marked]:
    """Pairs of quotation marks, by opening mark; none spans two paragraphs.

    A mark left open at the opening of a paragraph or of a sentence, or after a colon, runs to the paragraph's end
    and, where the next paragraphs close it, on through them, one stretch each. A mark left open
    elsewhere is a stray one and passed over, unless what closes it is the next mark of all. A closing one
    that nothing opened closes its paragraph's beginning where the paragraph before has quoted words, else it is
    passed over.

    Args:
        text: the whole text.
        paragraphs: start and end of each paragraph in it, in order.
        set_out: stretches that the file's own markup says are quoted; where they hold no marks they are read as if
            marks stood around each paragraph of them.
    """
    reader = _Reader(text)
    for start, end in paragraphs:
        reader.read(start, end)
    found = reader.found + [
        Marked(first, last, first, last, 0, True)
        for start, end in set_out
        for first, last in (trim(text, max(start, s), min(end, e)) for s, e in paragraphs if s < end and start < e)
        if first < last and _first_mark(text, first, last) is None
    ]
    return sorted(found, key=lambda m: (m.opened, -m.closed))


class _Reader:
    """Reads paragraph by paragraph; what one of them leaves open a later one may close."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Marked] = []
        self.running: str | None = None  # the mark whose stretch ran to the end of a paragraph
        self.unmarked: list[tuple[int, int]] = []  # paragraphs without any mark since then
        self.stray: tuple[int, int] | None = None  # a mark left open inside the last paragraph, and that one's end
        self.follows_quoted = False  # the last paragraph has quoted words

    def read(self, start: int, end: int) -> None:
        """Find what a paragraph holds between marks, and what it closes of those before it."""
        first = _first_mark(self.text, start, end)
        if (self.running or self.stray) and first is None:
            self.unmarked.append((start, end))
            return
        if first is not None and self._closes_running(start, first, end):
            self._close_running(start, first)
            start = first + 1
            stretches = list(_paragraph_marks(self.text, start, end))
        else:
            stretches = list(_paragraph_marks(self.text, start, end))
            if first is not None:
                self._complete(start, first, stretches)
        self.running, self.unmarked = None, []
        if stretches and not stretches[-1].is_closed:
            self.running = self.text[stretches[-1].opened]
        self.stray = _left_open(self.text, start, end, stretches)
        self.follows_quoted = bool(stretches)
        self.found += stretches

    def _closes_running(self, start: int, first: int, end: int) -> bool:
        """« Un.⏎ Deux », dit-il. The first mark of a paragraph closes what an earlier one left open."""
        if self.running is None or _opens(self.text, first, start, end, []):
            return False
        return _match(self.running, self.text[first])

    def _close_running(self, start: int, first: int) -> None:
        """Take the paragraphs in between and the beginning of this one for quoted."""
        if len(self.unmarked) <= _LONGEST_RUN:
            self.found += [self._outermost(*span, *span, is_closed=False) for span in self.unmarked]
        inner = trim(self.text, start, first)
        if inner[0] < inner[1]:
            self.found.append(self._outermost(start, first, start, first + 1, is_closed=True))
        elif len(self.unmarked) <= _LONGEST_RUN:  # « Un ?⏎ Deux ?⏎ », dit-il.
            last = max(range(len(self.found)), key=lambda n: self.found[n].opened)
            self.found[last] = replace(self.found[last], closed=first + 1, is_closed=True)

    def _complete(self, start: int, first: int, stretches: list[Marked]) -> None:
        """Add the beginning of a paragraph where its first mark closes it, though no mark opened it there."""
        said = len(words(self.text[start:first]))
        if self.follows_quoted and self.text[first] in "»”":
            # « A », dit X.⏎ B. »: the opening mark of what goes on was left out.
            is_quoted = said >= 3
        else:
            is_quoted = said >= 2 and self._closes_stray(first, stretches)
            if is_quoted:
                opened, ended = self.stray
                self.found.append(self._outermost(opened + 1, ended, opened, ended, is_closed=False))
                self.found += [self._outermost(*span, *span, is_closed=False) for span in self.unmarked]
        if is_quoted:
            stretches.insert(0, self._outermost(start, first, start, first + 1, is_closed=True))

    def _closes_stray(self, first: int, stretches: list[Marked]) -> bool:
        """Il dit « un⏎ deux ». A mark opened inside a line is closed in one of the next: one stretch each."""
        mark = self.text[first]
        if (
            self.stray is None
            or len(self.unmarked) > _LONGEST_RUN
            or mark not in (*_CLOSES, STRAIGHT)
            or _holds(stretches, first)
        ):
            return False
        return _match(self.text[self.stray[0]], mark)

    def _outermost(self, start: int, end: int, opened: int, closed: int, *, is_closed: bool) -> Marked:
        return Marked(*trim(self.text, start, end), opened, closed, 0, is_closed)


def _first_mark(text: str, start: int, end: int) -> int | None:
    match = _ANY_MARK.search(text, start, end)
    return match.start() if match else None


def _left_open(text: str, start: int, end: int, stretches: list[Marked]) -> tuple[int, int] | None:
    """The last mark of a paragraph, where it opens inside a line and nothing closes it, with the paragraph's end."""
    last = max(text.rfind(mark, start, end) for mark in "«“")
    if last < 0 and text.count(STRAIGHT, start, end) % 2:
        last = text.rfind(STRAIGHT, start, end)
        if not text[last - 1 : last].isspace() or text[last + 1 : last + 2].isspace():
            return None
    if last < 0 or _holds(stretches, last) or len(words(text[last:end])) < 2:
        return None
    return last, end


def _holds(stretches: list[Marked], at: int) -> bool:
    return any(m.opened <= at < m.closed for m in stretches)


# --- one paragraph ---------------------------------------------------------------------------------


def _paragraph_marks(text: str, start: int, end: int) -> Iterator[Marked]:
    """What stands between marks in one paragraph, nested ones with their level."""
    ends: list[int] = []  # of the stretches that hold the present one
    for opened, closed, is_closed in sorted(_pairs(text, start, end)):
        while ends and ends[-1] <= opened:
            ends.pop()
        inner = trim(text, opened + 1, closed)
        if inner[0] < inner[1]:
            yield Marked(*inner, opened, closed + is_closed, len(ends), is_closed)
        ends.append(closed)


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Opening and closing mark, and True; of the first mark that runs to the paragraph's end, that end and False."""
    stack: list[int] = []
    for match in _ANY_MARK.finditer(text, start, end):
        at = match.start()
        if _opens(text, at, start, end, stack):
            stack.append(at)
            continue
        partner = next((i for i in reversed(range(len(stack))) if _match(text[stack[i]], text[at])), None)
        if partner is not None:
            yield stack[partner], at, True
            del stack[partner:]
    running = next((at for at in stack if _may_run_on(text, start, at)), None)
    if running is not None:
        yield running, end, False


def _may_run_on(text: str, start: int, at: int) -> bool:
    """« Il ouvre en mai.⏎ Elle dit : « Il ouvre en mai.⏎ Elle sourit. « Il ouvre en mai.⏎

    The mark stands first, behind what announces speech, or opens a sentence.
    """
    before = text[start:at].rstrip()
    return not before or before.endswith(_ANNOUNCING) or (before.endswith(_STOPS) and _before_capital(text, at))


def _before_capital(text: str, at: int) -> bool:
    return text[at + 1 :].lstrip()[:1].isupper()


def _match(opening: str, closing: str) -> bool:
    return opening == closing or opening in _CLOSES.get(closing, "")


def _opens(text: str, at: int, start: int, end: int, stack: list[int]) -> bool:
    """Whether a mark opens, given the marks that are open before it."""
    mark = text[at]
    if at == start and mark in CLOSING and _before_capital(text, at):
        return True  # » Il ouvre en mai.⏎ The French way to go on with what the paragraph before left open.
    if mark == STRAIGHT:
        return _straight_opens(text, at, start, end, is_open=any(text[i] == STRAIGHT for i in stack))
    if mark == "“" and any(text[i] == "„" for i in stack):
        return False
    return mark in OPENING


def _straight_opens(text: str, at: int, start: int, end: int, *, is_open: bool) -> bool:
    """A straight mark opens by what stands beside it: space, bracket or apostrophe before it, a word behind it."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isspace() and after.isspace():
        return not is_open
    return (before.isspace() or before in "([{'’-–—/«“*_") and not after.isspace() and after not in ".,;:!?)]}»”"
