"""Expressions that are looked for at each position of a text, so that this costs little.

An expression that leaves case out of account, or begins with a look behind, is tried in full at every position.
``in_lower_case`` rewrites one for a text in lower case, ``at_heads`` one of many words so that it begins with their
first letters, for which alone the engine then stops.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from helpers.lexicon.words import alternation

LETTER, LETTER_OR_HYPHEN = r"\w", r"\w-"
"""What may not stand before a word that is whole, as in the brackets of an expression."""
_KEPT = re.compile(r"\\.|\(\?P<\w+>|[^\\(]+|\(", re.DOTALL)
_CASE_INSIDE = re.compile(r"\(\?-?i:")


@lru_cache(maxsize=4)
def lower_case(text: str) -> str:
    """The text in lower case, one character for one.

    >>> lower_case("ÉLUS")
    'élus'
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def minds_case(expression: str) -> bool:
    """Whether a part of an expression tells capitals from small letters though the whole does not."""
    return _CASE_INSIDE.search(expression) is not None


def in_lower_case(expression: str) -> str:
    """An expression that finds in ``lower_case(text)`` what this one finds in the text when case does not matter.

    >>> in_lower_case(r"(?P<Day>Lundi|MARDI)\\W")
    '(?P<Day>lundi|mardi)\\\\W'
    """
    parts = _KEPT.findall(expression)
    return "".join(part if part[0] == "\\" or part.startswith("(?P<") else part.lower() for part in parts)


def at_heads(forms: Iterable[str], before: str, *, behind: Iterable[str] = ()) -> str:
    """An expression for any of some literal forms, in lower case, with what may not stand before them.

    Args:
        forms: the words.
        before: no character of these, say ``LETTER``.
        behind: none of these strings.
    """
    tails: dict[str, set[str]] = defaultdict(set)
    for form in forms:
        tails[form[0].lower()].add(form[1:].lower())
    return "|".join(
        re.escape(first)
        + "".join(f"(?<!{barred}{re.escape(first)})" for barred in (f"[{before}]", *map(re.escape, behind)))
        + f"(?:{alternation(rest)})"
        for first, rest in tails.items()
    )
