"""Release → acronyms with their expansion, and every place where they are used. No parse is needed.

A release introduces a body by its full name with the acronym in brackets, or the other way round,
and uses the acronym from there on. Which words it stands for, ``acronym_letters`` finds letter by letter.
"""

import re
from collections.abc import Iterator
from itertools import dropwhile

import pandas as pd

from helpers.lexicon.words import DEFINITE, alternation, forms_of, whole_and_elided
from helpers.release.acronym_letters import Expansion, Word, align, align_reordered, words_between
from helpers.release.letterhead import body_nouns
from helpers.release.release import Release
from helpers.text.typography import fold

_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_SHAPE = rf"[{_UPPER}](?:[.&-]?[{_UPPER}a-zà-öø-ÿœ0-9]){{1,11}}\.?"
_ARTICLE, _ELIDED = whole_and_elided(DEFINITE)
_LINK = alternation(forms_of("acronym_links", place="bracket", comma=""))
_LINK_COMMA = alternation(forms_of("acronym_links", place="bracket", comma="yes"))
# No stretch of it is unbounded, so that it never doubles back over a long one.
_INTRODUCED = re.compile(
    rf"\s{{0,3}}(?i:(?:{_LINK_COMMA}),?\s{{1,3}}|(?:{_LINK})\s{{1,3}})?[«“\"]?\s{{0,3}}"
    rf"(?i:(?:{_ARTICLE})\s{{1,3}}|{_ELIDED})?[«“\"]?\s{{0,3}}"
    rf"(?P<short>{_SHAPE})(?![\w@])"
)
_BEFORE_BRACKET = re.compile(rf"(?<![\w@.])(?P<short>{_SHAPE})\s{{0,9}}[»”\"]?\s{{0,9}}\Z")
_BRACKETS = re.compile(r"\(([^()]{2,200})\)")
_APPOSED = alternation(forms_of("acronym_links", place="apposition"))
_OR = re.compile(rf",\s+(?:{_APPOSED})\s+(?:(?:{_ARTICLE})\s+|{_ELIDED})?(?P<short>{_SHAPE})(?![\w@])")
_BREAK = re.compile(r"[;:!?()\[\]«»“”\"]|\.(?=\s|\Z)|\s[-–—]\s")
_INITIALS = "initials"
_LEAST_OF_BODY = 3  # letters of an acronym beside a body's name that does not spell it
_REACH = 300  # code points before a bracket in which a full name is looked for

_COLUMNS = [
    "start", "end", "text", "expansion", "expansion_start", "expansion_end", "rule", "uses", "first_use", "paragraph",
]  # fmt: skip


def acronyms(release: Release) -> pd.DataFrame:
    """The acronyms that the release explains, in the order of their definitions.

    Both orders are read, *Full Name (FN)* and *FN (Full Name)*, and the apposition
    *Full Name, ou FN,*. Letters may stand for small words or not (*et*, *de*, *à*). An acronym
    defined twice with the same words has one row, at the first of the two.

    Args:
        release: its text and paragraphs are all that is read.

    Returns:
        One row a definition. ``start``, ``end``, ``text``: the acronym where it is defined.
        ``expansion``, ``expansion_start``, ``expansion_end``: the words that it stands for, without
        article. ``rule``: *initials* where each letter begins a word and each full word gives one,
        *letters* where a word gives several letters or is passed over, *another order* where the initials are those
        of a name in another language, *body* where a body's name alone stands in the brackets. ``uses``: how often the
        acronym stands in the paragraphs, definition included, e-mail and web addresses left out.
        ``first_use``: where it first does. ``paragraph``: index into ``release.paragraphs``.

    Source:
        Schwartz and Hearst (2003), Pacific Symposium on Biocomputing 8, for candidates.
    """
    rows = list(_defined(release))
    places = _occurrences(release, {str(row["text"]) for row in rows})
    for row in rows:
        used = [start for start, text, _ in places if text == row["text"]]
        row["uses"], row["first_use"] = len(used), min(used, default=row["start"])
    return pd.DataFrame(rows, columns=_COLUMNS)


def expansions(release: Release) -> dict[str, str]:
    """Each acronym that the release explains → the words that it last stands for, without article."""
    return {str(row["text"]): str(row["expansion"]) for row in _defined(release)}


def _defined(release: Release) -> Iterator[dict[str, object]]:
    """The definitions in order, each pair of acronym and words once."""
    seen: set[tuple[str, str]] = set()
    for index, paragraph in enumerate(release.paragraphs):
        for short, long, rule in sorted(_definitions(paragraph.text), key=lambda found: found[0]):
            text = paragraph.text[slice(*short)]
            expansion = paragraph.text[long.start : long.end]
            key = (text, fold(expansion))
            if key not in seen:
                seen.add(key)
                yield {
                    "start": paragraph.start + short[0],
                    "end": paragraph.start + short[1],
                    "text": text,
                    "expansion": expansion,
                    "expansion_start": paragraph.start + long.start,
                    "expansion_end": paragraph.start + long.end,
                    "rule": rule,
                    "paragraph": index,
                }


def acronym_uses(release: Release, table: pd.DataFrame | None = None) -> pd.DataFrame:
    """Every place where an explained acronym stands, in the order of the text.

    Args:
        release: the release.
        table: what ``acronyms`` gave for it, if that is at hand.

    Returns:
        One row a place: ``start``, ``end``, ``text``, ``paragraph`` (index into
        ``release.paragraphs``), ``is_definition`` (the place where it is explained).
    """
    table = acronyms(release) if table is None else table
    defined = set(table["start"])
    rows = [
        {"start": start, "end": start + len(text), "text": text, "paragraph": index, "is_definition": start in defined}
        for start, text, index in _occurrences(release, set(table["text"]))
    ]
    return pd.DataFrame(rows, columns=["start", "end", "text", "paragraph", "is_definition"])


def _occurrences(release: Release, shorts: set[str]) -> list[tuple[int, str, int]]:
    """Start, text and paragraph of every use, addresses apart."""
    if not shorts:
        return []
    pattern = re.compile(rf"(?<!\w)(?:{alternation(shorts)})(?!\w)")
    found = []
    for index, paragraph in enumerate(release.paragraphs):
        for run in re.finditer(r"\S+", paragraph.text):
            if "@" in run.group() or "://" in run.group() or "www." in run.group():
                continue
            found += [
                (paragraph.start + run.start() + m.start(), m.group(), index) for m in pattern.finditer(run.group())
            ]
    return found


# --- definitions -------------------------------------------------------------------------------

_Definition = tuple[tuple[int, int], Expansion, str]
"""Span of an acronym, the words that it stands for, and by which rule."""


def _definitions(text: str) -> Iterator[_Definition]:
    """The acronyms of a paragraph with the words they stand for."""
    for bracket in _BRACKETS.finditer(text):
        yield from _name_then_acronym(text, bracket)
        yield from _acronym_then_name(text, bracket)
    for match in _OR.finditer(text):
        words = _before(text, match.start())
        long = align(match["short"], words, whole=False)
        if long and long.cost == 0:
            yield match.span("short"), long, _INITIALS


def _name_then_acronym(text: str, bracket: re.Match[str]) -> Iterator[_Definition]:
    """Full Name (FN)."""
    match = _INTRODUCED.match(text, bracket.start(1), bracket.end(1))
    if match and re.match(r"\s*(?:[»”\",;/]|\Z)", text[match.end() : bracket.end(1)]):
        found = _expansion(match["short"], _before(text, bracket.start()), whole=False)
        if found:
            yield match.span("short"), *found


def _acronym_then_name(text: str, bracket: re.Match[str]) -> Iterator[_Definition]:
    """FN (Full Name)."""
    lowest = max(0, bracket.start() - 20)
    match = _BEFORE_BRACKET.search(text[lowest : bracket.start()])
    if not match:
        return
    short = (lowest + match.start("short"), lowest + match.end("short"))
    inside, _, _ = bracket.group(1).partition(",")
    for length in (len(bracket.group(1)), len(inside)):
        words = _inside(text, bracket.start(1), length)
        found = _expansion(match["short"], words, whole=True)
        if found:
            yield short, *found
            return
    if len(match["short"]) >= _LEAST_OF_BODY and _is_name_of_body(words):
        yield short, Expansion(words[0].start, words[-1].end, 0), "body"


def _inside(text: str, start: int, length: int) -> list[Word]:
    """The words inside of brackets, without an article or a preposition before them."""
    words = words_between(text, start, start + length)
    return list(dropwhile(lambda word: word.is_small and not word.is_capital, words))


def _expansion(short: str, words: list[Word], *, whole: bool) -> tuple[Expansion, str] | None:
    """What the letters stand for in some words, and by which rule."""
    long = align(short, words, whole=whole)
    if long:
        return long, "letters" if long.cost else _INITIALS
    long = align_reordered(short, words, whole=whole)
    return (long, "another order") if long else None


def _is_name_of_body(words: list[Word]) -> bool:
    """*WFL (**Alliance mondiale pour les lacs**)*: its letters are those of another language.

    A body's noun with a capital, then a word without one: no town, no person (*ENP (Camp Alain Roy)*).
    """
    full = [word for word in words if not word.is_small]
    if len(full) < 2 or not full[0].is_capital or full[0].letters not in body_nouns():
        return False
    return any(not word.is_capital for word in full[1:])


def _before(text: str, end: int) -> list[Word]:
    """The words of a name that ends right before a position."""
    while end > 0 and (text[end - 1].isspace() or text[end - 1] in '»”",'):
        end -= 1
    start = max(0, end - _REACH)
    for mark in _BREAK.finditer(text, start, end):
        start = mark.end()
    return words_between(text, start, end)
