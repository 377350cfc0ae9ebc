"""What stands between two numbers: does it make them the ends of a range, or set one against the other?

The words stand in ``lexicon/number_links.csv``, ``lexicon/range_links.csv`` and ``lexicon/comparisons.csv``, what may
soften the second number (*de 30 à près de 40*) in ``lexicon/approximators.csv``, side *range*.
"""

import re

from helpers.lexicon.words import AND, alternation, forms_of, words
from helpers.text.typography import fold

_I = re.IGNORECASE
RANGE_MARKS = frozenset(forms_of("range_links", kind="mark"))
_RANGE_LINK = re.compile(
    rf"(?: (?:{alternation(forms_of('range_links', kind='word'))}) "
    rf"(?:(?:{alternation(forms_of('approximators', side='range'))}) )?"
    rf"| ?(?:{alternation(RANGE_MARKS)}) ?)",
    _I,
)
_AGAINST = re.compile(
    rf"(?<!\w)(?:{alternation(forms_of('comparisons', kind='against'))})(?!\w)"
    rf"(?! (?:{alternation(AND)}) )(?=(?:[ '][\w-]{{1,20}}){{0,4}}[ ']?\Z)",  # 30 % contre et 10 % …: no marker
    _I,
)

_MOVES = [lemma for kind in ("from_to", "by or from_to") for lemma in forms_of("comparisons", kind=kind)]
MOVE = rf"(?<!\w)(?:{alternation(fold(lemma)[:-2] for lemma in _MOVES)})[^\W\d_]{{0,6}}"
"""A form of a verb that leads from one number to another, in lower case without accents: *passe*, *ramene*."""


def link(between: str) -> str:
    """An expression of the words that stand between two numbers of a kind (``lexicon/number_links.csv``)."""
    return alternation(forms_of("number_links", between=between))


def is_range_link(between: str) -> bool:
    """Whether the text between two numbers makes them the ends of a range: *30 à 40*, *20 - 35*."""
    return _RANGE_LINK.fullmatch(between) is not None


def comparison_marker(between: str) -> tuple[int, int] | None:
    """Where the words stand that set the number behind a text against the one before it.

    Args:
        between: the text between two numbers, with plain spaces and apostrophes.

    Returns:
        Start and end of the marker in that text, or None. At most four words part a marker from its
        number (*contre une hausse de 3 %*): *contre* alone is a common preposition.
    """
    match = _AGAINST.search(between)
    return match.span() if match else None


_SOFT = alternation(forms_of("approximators", side="before"))
_PART_OF = re.compile(rf"(?<!\w)(?:{alternation(words('part of a whole'))})(?: (?:{_SOFT}))?[ ']\Z", _I)


def part_marker(left: str) -> int | None:
    """Where the words begin that make a number part of one before it: *900 plaintes, | dont 324*.

    Args:
        left: the text up to the number, with plain spaces and apostrophes.
    """
    match = _PART_OF.search(left)
    return match.start() if match else None
