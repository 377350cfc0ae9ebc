"""Text as printed: words, spaces and quotation marks.

Typography is exact where a parse is a guess, so it is read first. Nothing here changes a text;
every position is a code point offset into it.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# An elided word (l', qu', jusqu') counts by itself, a hyphenated compound once, aujourd'hui once.
WORD = re.compile(r"aujourd['’]hui|prud['’]hom\w+|[^\W_]+(?:[-‐‑][^\W_]+)*", re.IGNORECASE)

OPENING = "«“„‹"
CLOSING = "»”›"
STRAIGHT = '"'
MARKS = OPENING + CLOSING + STRAIGHT
_ANY_MARK = re.compile(f"[{MARKS}]")
_LONGEST_RUN = 6  # paragraphs without any mark that a quotation may run on through
_CLOSES = {"»": "«", "”": "“„", "“": "„", "›": "‹"}

# One code point for one: what a French model knows in place of what typesetters use.
_SPACES = (
    "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
_PLAIN = str.maketrans(dict.fromkeys(_SPACES, " ") | {"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-"})


def words(text: str) -> list[str]:
    """The words of a text: runs of letters or digits, compounds whole, elisions apart."""
    return WORD.findall(text)


@functools.lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Lower case without accents, white space single: what makes *École* and *ecole* compare equal."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(bare.replace("œ", "oe").replace("Œ", "oe").replace("’", "'").casefold().split())


def word_form(text: str) -> str:
    """A word as it is compared: composed, lower case, plain apostrophe and hyphen."""
    return unicodedata.normalize("NFC", text).lower().replace("’", "'").replace("‑", "-").replace("‐", "-")


def reading_copy(text: str) -> str:
    """The text with exotic spaces, apostrophes and hyphens made plain; same length, same offsets."""
    return text.translate(_PLAIN)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; empty spans stay where they begin."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


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


def quotation_marks(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Marked]:
    """Pairs of quotation marks, by opening mark; none spans two paragraphs.

    A mark left open at the opening of a paragraph or after a colon runs to the paragraph's end and,
    where the next paragraphs close it, on through them, one stretch each. A mark left open
    elsewhere is a stray one and passed over. A closing one that nothing opened closes its paragraph's
    beginning where the paragraph before has quoted words, else it is passed over.
    """
    found: list[Marked] = []
    running: str | None = None
    follows_quoted = False
    dangling: tuple[int, int] | None = None
    pending: list[tuple[int, int]] = []
    for start, end in paragraphs:
        first = _first_mark(text, start, end)
        if running and first is not None and not _opens(text, first, start, end, []) and _match(running, text[first]):
            found += [Marked(*span, span[0], span[1], 0, False) for span in pending if len(pending) <= _LONGEST_RUN]
            span = trim(text, start, first)
            if span[0] < span[1]:
                found.append(Marked(*span, start, first + 1, 0, True))
            start, running, pending = first + 1, None, []
        elif running and first is None:
            pending.append((start, end))
            continue
        else:
            running, pending = None, []
        stretches = list(_paragraph_marks(text, start, end))
        if follows_quoted and first is not None and start < first and text[first] in "»”":
            # « A », dit X.⏎ B. »: the opening mark of what goes on was left out.
            if not (stretches and stretches[0].opened < first) and len(words(text[start:first])) >= 3:
                stretches.insert(0, Marked(*trim(text, start, first), start, first + 1, 0, True))
        elif (
            dangling is not None
            and first is not None
            and text[first] in (*_CLOSES, STRAIGHT)
            and not _holds(stretches, first)
        ):
            # A mark opened inside a line, closed in the next: one stretch each.
            if _match(text[dangling[0]], text[first]) and len(words(text[start:first])) >= 2:
                found.append(Marked(*trim(text, dangling[0] + 1, dangling[1]), *dangling, 0, False))
                stretches.insert(0, Marked(*trim(text, start, first), start, first + 1, 0, True))
        dangling = _left_open(text, start, end, stretches)
        follows_quoted = bool(stretches)
        found += stretches
        if stretches and not stretches[-1].is_closed:
            running = text[stretches[-1].opened]
    return sorted(found, key=lambda m: (m.opened, -m.closed))


def _holds(stretches: list[Marked], at: int) -> bool:
    return any(m.opened <= at < m.closed for m in stretches)


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


def _first_mark(text: str, start: int, end: int) -> int | None:
    match = _ANY_MARK.search(text, start, end)
    return match.start() if match else None


def _paragraph_marks(text: str, start: int, end: int) -> Iterator[Marked]:
    stack: list[int] = []
    pairs: list[tuple[int, int, bool]] = []
    for match in _ANY_MARK.finditer(text, start, end):
        at = match.start()
        if _opens(text, at, start, end, stack):
            stack.append(at)
            continue
        partner = next((i for i in range(len(stack) - 1, -1, -1) if _match(text[stack[i]], text[at])), None)
        if partner is not None:
            pairs.append((stack[partner], at, True))
            del stack[partner:]
    for at in stack:
        before = text[start:at].rstrip()
        if not before or before.endswith((":", "–", "—", "-", "•", "*")):
            pairs.append((at, end, False))
            break
    pairs.sort()
    ends: list[int] = []
    for opened, closed, is_closed in pairs:
        while ends and ends[-1] <= opened:
            ends.pop()
        inner = trim(text, opened + 1, closed)
        if inner[0] < inner[1]:
            yield Marked(*inner, opened, closed + is_closed, len(ends), is_closed)
        ends.append(closed)


def _match(opening: str, closing: str) -> bool:
    return opening == closing or opening in _CLOSES.get(closing, "")


def _opens(text: str, at: int, start: int, end: int, stack: list[int]) -> bool:
    mark = text[at]
    if mark == STRAIGHT:
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        is_open = any(text[i] == STRAIGHT for i in stack)
        if before.isspace() and after.isspace():
            return not is_open
        return (before.isspace() or before in "([{'’-–—/«“*_") and not after.isspace() and after not in ".,;:!?)]}»”"
    if mark == "“" and any(text[i] == "„" for i in stack):
        return False
    return mark in OPENING
