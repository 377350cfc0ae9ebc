"""What kind of body a noun or a name tells: the state, a company, an association, a union, a medium …"""

from collections.abc import Mapping
from functools import cache

from helpers import lexicon
from helpers.lexicon.words import DEFINITE
from helpers.text.typography import fold


def kinds_of_noun(noun: str) -> frozenset[str]:
    """The kinds that a noun for bodies can tell, none of another word: *agence* is a company, a medium, the state."""
    return _kinds().get(fold(noun), frozenset())


def kinds_of_name(name: str) -> frozenset[str]:
    """The kinds that a name's first noun tells: the state of *Ville de Hautval*, none of *Rivages Nord*."""
    words = fold(name).replace("'", "' ").split()
    head = next((word for word in words if word not in DEFINITE), "")
    return kinds_of_noun(head)


@cache
def _kinds() -> Mapping[str, frozenset[str]]:
    return {fold(row["noun"]): frozenset(row["kinds"].split()) for row in lexicon.rows("body_kinds")}
