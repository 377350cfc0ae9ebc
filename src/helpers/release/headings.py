"""Lines of a set form → what they announce: headings, contact labels, embargo lines, end marks, source lines.

The forms stand in tables.
"""

import re
from functools import cache

from helpers import lexicon
from helpers.text.typography import fold

UPPER = "A-ZÀ-ÖØ-Þ"
"""Capital letters, for a class of an expression."""

NAME = (
    rf"(?:(?:M|MM|Mme|Mlle|Mr|Me|Dr|Dre|Pr|Pre)\.?[ \xa0])?[{UPPER}][\w'’.-]{{0,30}}"
    r"(?:[ \xa0](?:(?:de|du|des|le|la|van|von|der|den|ben|bin|el|al)[ \xa0]){0,2}(?:d['’])?"
    rf"[{UPPER}][\w'’.-]{{0,30}}){{1,4}}"
)
"""A person's name in full by its shape: a civil title, capitalised words, particles between them."""

NAMED = re.compile(NAME)

MARKDOWN = re.compile(r"(?:#{1,6}[ \t]+\S|\*\*[^*\n]+\*\*$|__[^_\n]+__$)")
_ABOUT = re.compile(
    r"(?:à|a) propos (?:de la |de l'|de |du |des |d'|d’|de l’)\S|(?:à|a) propos$|about \S", re.IGNORECASE
)
ABOUT_INLINE = re.compile(r"(?:À|A) propos (?:de |du |des |d['’])[^:–—\n.]{2,80}?\s?(?::|[–—]\s|[\n\r])", re.IGNORECASE)


def bare_line(text: str) -> str:
    """A line without the marks of Markdown, colon and frame around it."""
    return text.strip().lstrip("#*_>=[ \t").rstrip("#*_=:] \t\xa0\u202f")


def canonical_mark(text: str) -> str:
    """An end mark as it is compared: no spaces, plain dashes, lower case."""
    return re.sub(r"[–—−‑]", "-", "".join(text.split()).replace("_", "")).replace("--", "-").casefold()


@cache
def end_marks() -> frozenset[str]:
    """The end marks of the table, in canonical form."""
    return frozenset(canonical_mark(row["form"]) for row in lexicon.rows("end_marks"))


@cache
def embargo_openings() -> tuple[tuple[str, str], ...]:
    """How embargo lines open and what each opening means (now, until), the longest first."""
    found = [(fold(row["opening"]), row["meaning"]) for row in lexicon.rows("embargo_lines")]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def _headings() -> dict[str, str]:
    return {fold(row["heading"]): row["role"] for row in lexicon.rows("section_headings")}


@cache
def contact_headings() -> frozenset[str]:
    """The contact labels of the table, folded."""
    return frozenset(fold(row["label"]) for row in lexicon.rows("contact_labels"))


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


_LABELS = "|".join(sorted((re.escape(row["label"]) for row in lexicon.rows("contact_labels")), key=len, reverse=True))
LABEL = re.compile(
    rf"[#*_ \t]*(?P<label>{_LABELS})(?P<more>[^\n\r:,;.@\d]{{0,60}}?)(?P<after>[*_ \t\xa0\u202f]*(?::|[\n\r]|$))?[*_]*",
    re.IGNORECASE,
)
# In lower case a word like any other; in capitals or with a colon a label.
SOURCE_LINE = re.compile(r"(?:SOURCE(?!\s+(?:DE|DU|DES|D['’])\b)|(?i:source)\s*(?=:))\s*:?\s+(?=\S)")
FROM_LINE = re.compile(r"(?:De|DE)\s?:\s+(?=\S)")
