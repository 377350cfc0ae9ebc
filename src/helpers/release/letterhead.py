"""Blocks → the letterhead: the name of who issues a release, above its title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from helpers.lexicon.words import (
    DEFINITE,
    OF,
    alternation,
    column,
    whole_and_elided,
    words,
)
from helpers.release.blocks import BULLET, Block
from helpers.release.headings import UPPER
from helpers.release.parts import Dateline, Part, part_of
from helpers.text.typography import fold

_CUT = re.compile(rf"\s[-–—|]\s|,\s|\s?\((?P<short>[{UPPER}][\w.&-]{{1,14}})\)")
_LEGAL = re.compile(rf"(?i:{alternation(words('legal form'))})\Z")
_WHOLE, _ELIDED = whole_and_elided(DEFINITE | OF)
_BEFORE_NAME = rf"(?<!\w)(?:(?i:{_WHOLE})\s|(?i:{_ELIDED}))"
_MOST_WORDS = 14


@dataclass(frozen=True)
class Letterhead:
    """The name, and the paragraphs that it takes with what stands beside it (*Bureau du maire*, a motto)."""

    name: Part
    last: int


def body_nouns() -> frozenset[str]:
    """Nouns that make a name that of a body, folded."""
    nouns = (*column("body_words", "form"), *column("generic_bodies", "noun"), *column("contact_offices", "noun"))
    return frozenset(map(fold, nouns)) - {fold(word) for word in words("inner office")}


def first_noun(name: str) -> str:
    """*l'Agence des sentiers*, *AGENCE DES SENTIERS* → agence"""
    found = re.findall(r"\w+(?:-\w+)*", fold(name))
    return next((word for word in found if word not in _articles()), "")


def _articles() -> frozenset[str]:
    return frozenset(form.rstrip("'") for form in DEFINITE)


def find_letterhead(text: str, blocks: Sequence[Block], dateline: Dateline | None) -> Letterhead | None:
    """*PRÉFECTURE DE L'EURE* above *Bureau de la presse*, or *République du Mali* above who speaks in its name."""
    first = _below_state(blocks)
    if first >= len(blocks) or not _is_line(blocks[first], dateline):
        return None
    group = next(list(run) for _, run in groupby(blocks[first:], key=lambda b: b.group))
    last = next((i for i, b in enumerate(group) if i and not _is_line(b, dateline)), len(group)) + first - 1
    beside, below = blocks[first + 1 : last + 1], blocks[last + 1 :]
    name = _name(text, blocks[first])
    has_form = _has_form(blocks[first], name)
    is_spoken_of = _is_spoken_of(text, name, below)
    if _has_title(below, dateline):
        is_name = has_form or is_spoken_of or _is_set_as_name(name, beside, below)
    else:
        is_body = first_noun(name.text) in body_nouns()
        is_name = _is_marked(below) and (has_form or is_spoken_of) and (is_body or name.text.isupper())
    return Letterhead(name, last) if is_name else None


def _below_state(blocks: Sequence[Block]) -> int:
    """The first paragraph, or where it names a state the body below it, the state's motto left out."""
    if not blocks or first_noun(blocks[0].text) not in map(fold, words("state noun")):
        return 0
    is_named = len(blocks) > 1 and blocks[1].group == blocks[0].group and _is_named(blocks[1])
    return 1 if is_named else _behind(blocks)


def _behind(blocks: Sequence[Block]) -> int:
    """The first block of the second group."""
    return next((i for i, b in enumerate(blocks) if b.group != blocks[0].group), len(blocks))


def _is_named(b: Block) -> bool:
    return first_noun(b.text) in body_nouns() or bool(_CUT.search(b.text) and _CUT.search(b.text)["short"])


def _is_line(b: Block, dateline: Dateline | None) -> bool:
    """A line that can stand in a letterhead: no sentence, no mark of another kind."""
    opens_dateline = dateline is not None and b.start <= dateline.start < b.end
    return not (
        opens_dateline
        or b.heading
        or b.embargo
        or b.is_source
        or b.words > _MOST_WORDS
        or BULLET.match(b.text)
        or b.text[0] in '«“"#*'
        or (b.text[-1] in ".!?:;»”…" and not _LEGAL.search(b.text))
    )


def _has_title(below: Sequence[Block], dateline: Dateline | None) -> bool:
    """Another line that may be the title, before the first sentences."""
    for b in below:
        is_dateline = dateline is not None and b.start <= dateline.start < b.end
        if (b.is_prose and b.text[0] not in '«“"') or (is_dateline and b.end > dateline.end + 1):
            return False
        if not (b.heading or b.embargo or b.is_address_line or is_dateline) and b.words >= 3:
            return True
    return False


def _name(text: str, b: Block) -> Part:
    cut = _CUT.search(b.text)
    name = part_of(text, b.start, b.start + cut.start() if cut else b.end)
    return name if name.text else part_of(text, b.start, b.end)


def _has_form(b: Block, name: Part) -> bool:
    """*Ligue des eaux (LDE)*, *Brumal inc.*: no title looks so."""
    cut = _CUT.search(b.text)
    return bool((cut and cut["short"]) or _LEGAL.search(name.text))


def _is_marked(below: Sequence[Block]) -> bool:
    return bool(below) and below[0].heading == "release"


def _is_set_as_name(name: Part, beside: Sequence[Block], below: Sequence[Block]) -> bool:
    """*LIGUE DES EAUX* above *Communiqué* or *Bureau de la presse*; not *LE PONT OUVRE*."""
    capitals = name.text.isupper() and fold(name.text.split()[0]) not in _articles()
    has_office = any(first_noun(b.text) in words("inner office") for b in beside)
    is_body = first_noun(name.text) in body_nouns() and name.text[0].isupper()
    return (is_body + capitals + (has_office or _is_marked(below))) >= 2


def _is_spoken_of(text: str, name: Part, below: Sequence[Block]) -> bool:
    """*la Ligue des eaux* in running text, its first letter a capital, which no title's is there."""
    spelled = r"\s".join(map(re.escape, name.text.split()))
    if len(name.text.split()) < 2 or not below:
        return False
    pattern = re.compile(
        rf"{_BEFORE_NAME}(?P<first>\w)(?<={re.escape(name.text[0])}|{re.escape(name.text[0].lower())})"
    )
    for match in pattern.finditer(text, below[0].start):
        if match["first"].isupper() and re.compile(spelled, re.IGNORECASE).match(text, match.start("first")):
            return True
    return False
