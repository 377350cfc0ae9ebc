"""Lines of a set form → what they announce: headings, contact labels, embargo lines, end marks, source lines.

The forms stand in tables.
"""

import re
from collections.abc import Iterable
from functools import cache

from helpers.lexicon import rows
from helpers.lexicon.words import OF, alternation, column, either_apostrophe, forms_of, whole_and_elided, words
from helpers.text.typography import fold

UPPER = "A-ZÀ-ÖØ-Þ"
"""Capital letters, for a class of an expression."""

# *Mme* is capitalised; *MM.*, a letter doubled for the plural, is all in capitals.
_TITLES = alternation(t.upper() if len(set(t)) == 1 else t.capitalize() for t in words("abbreviated title"))
_PARTICLES, _ELIDED_PARTICLES = whole_and_elided(words("surname particle"))
NAME = (
    rf"(?:(?:{_TITLES})\.?[ \xa0])?[{UPPER}][\w'’.-]{{0,30}}"
    rf"(?:[ \xa0](?:(?:{_PARTICLES})[ \xa0]){{0,2}}(?:{_ELIDED_PARTICLES})?"
    rf"[{UPPER}][\w'’.-]{{0,30}}){{1,4}}"
)
"""A person's name in full by its shape: a civil title, capitalised words, particles between them."""

NAMED = re.compile(NAME)

MARKDOWN = re.compile(r"(?:#{1,6}[ \t]+\S|\*\*[^*\n]+\*\*$|__[^_\n]+__$)")


_LABELS = either_apostrophe(alternation(column("contact_labels", "label")))
LABEL = re.compile(
    rf"[#*_ \t]{{0,8}}(?P<label>{_LABELS})(?P<more>[^\n\r:,;.@\d]{{0,60}}?)"
    rf"(?P<after>[*_ \t\xa0\u202f]{{0,9}}(?::|[\n\r]|$))?[*_]*+",
    re.IGNORECASE,
)


def _openings(announces: str, **where: str) -> tuple[str, ...]:
    """What a line that announces something opens with."""
    return column("line_openings", "opening", announces=announces, **where)


def _upper(forms: Iterable[str]) -> str:
    return either_apostrophe(alternation(form.upper() for form in forms))


_OF, _ELIDED_OF = whole_and_elided(OF)
_ABOUT_OF = rf"(?:{alternation(_openings('boilerplate', link='of'))}) (?:(?:{_OF}) |{_ELIDED_OF})"
_ABOUT = re.compile(rf"{_ABOUT_OF}\S|(?:{alternation(_openings('boilerplate', link=''))}) \S", re.IGNORECASE)
ABOUT_INLINE = re.compile(rf"{_ABOUT_OF}[^:–—\n.]{{2,80}}?\s?(?::|[–—]\s|[\n\r])", re.IGNORECASE)
"""*À propos de Brumal : la société …*: says what it is about and goes on."""

ABOUT = re.compile(rf"[#*_ \t]{{0,8}}{_ABOUT_OF}", re.IGNORECASE)
"""*À propos de* …, before who is told of."""

_SOURCE, _FROM, _BY = _openings("source"), _openings("sender", link=""), _openings("sender", link="by")
SOURCE_LINE = re.compile(
    rf"(?:(?P<capitals>{_upper(_SOURCE)})(?!\s++(?:{_upper(OF)})\b)|(?i:{alternation(_SOURCE)})\s*+(?=:))"
    r"(?:\s*+:)?\s++(?=\S)"
)
"""*SOURCE Brumal inc.*: a label in capitals (group ``capitals``) or with a colon, else a word like any other."""

FROM_LINE = re.compile(rf"(?:{alternation(map(str.capitalize, _FROM))}|{_upper(_FROM)})\s?:\s+(?=\S)")
"""*De : Agence des sentiers*, in the head of a government's page."""


SENT_BY = re.compile(rf"(?:{alternation(map(str.capitalize, _BY))}|{_upper(_BY)})\s?(?::\s{{1,4}}|\s{{1,4}}|\Z)")
"""*Communiqué par la Ligue des eaux*, or above the name."""


def bare_line(text: str) -> str:
    """A line without the marks of Markdown, colon and frame around it."""
    return text.strip().lstrip("#*_>=[ \t").rstrip("#*_=:] \t\xa0\u202f")


def canonical_mark(text: str) -> str:
    """An end mark as it is compared: no spaces, plain dashes, lower case."""
    return re.sub(r"[–—−‑]", "-", "".join(text.split()).replace("_", "")).replace("--", "-").casefold()


@cache
def end_marks() -> frozenset[str]:
    """The end marks of the table, in canonical form."""
    return frozenset(canonical_mark(form) for form in forms_of("end_marks"))


@cache
def embargo_openings() -> tuple[tuple[str, str], ...]:
    """How embargo lines open and what each opening means (now, until), the longest first."""
    found = [(fold(row["opening"]), row["meaning"]) for row in rows("embargo_lines")]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def _headings() -> dict[str, str]:
    return {fold(row["heading"]): row["role"] for row in rows("section_headings")}


@cache
def contact_headings() -> frozenset[str]:
    """The contact labels of the table, folded."""
    return frozenset(fold(label) for label in column("contact_labels", "label"))


def marker_openings() -> str:
    """An expression for what says that a text is a release: *Communiqué de presse*, *Avis aux médias*."""
    forms = (row["heading"] for row in rows("section_headings") if row["role"] == "release")
    return either_apostrophe(alternation(forms))


def known_heading(text: str) -> str | None:
    """The role of a heading in the table, contact for a contact label, boilerplate for *À propos de X*; else None."""
    if len(text) > 160 or "\n" in text:
        return None
    bare = bare_line(text)
    folded = fold(bare)
    if folded in _headings():
        return _headings()[folded]
    if folded in contact_headings():
        return "contact"
    if len(bare) <= 100 and _ABOUT.match(bare) and bare[-1] not in '.!;,…»"”' and not text.rstrip().endswith("."):
        return "boilerplate"
    return None
