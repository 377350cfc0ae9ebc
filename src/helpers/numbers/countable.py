"""Position → whether a noun follows that a number can count; and whether the group counted is one known already."""

import re

from helpers.lexicon.words import alternation, words
from helpers.numbers.model import Amount
from helpers.numbers.text_index import TextIndex

_I = re.IGNORECASE
_MOST_WORDS = 3  # up to the noun: les 12 premiers jours


def counts_noun(text: TextIndex, end: int, *, plural: bool = False) -> bool:
    """Whether a noun that a number can count follows a position.

    Args:
        text: the release.
        end: where the number ends.
        plural: only a plural will do.
    """
    token = text.following(end)
    if token is None or text.plain[end : token.idx].strip(" ") != "" or token.idx > end + 1:
        return False
    for _ in range(_MOST_WORDS):
        if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.text.endswith("s") and not plural):
            # The letters tell the plural more surely than the tag.
            return not plural or token.text.endswith(("s", "x", "z")) or token.text.isupper()
        if token.pos_ not in ("ADJ", "ADV") or token.i + 1 >= len(text.doc):
            return False
        if token.pos_ == "ADJ" and token.text.endswith(("s", "x")) and not plural:
            return True
        token = text.doc[token.i + 1]
    return False


def counts_its_noun(text: TextIndex, amount: Amount) -> bool:
    """The same behind an amount, in the number that it asks for: *12 cerfs*, *un cerf*."""
    return counts_noun(text, amount.end, plural=amount.value >= 2)


_KNOWN_GROUP = re.compile(rf"(?<!\w)(?:{alternation(words('determiner of a known group'))}) \Z", _I)
_MOST_IN_GROUP = 12


def is_known_group(amount: Amount, plain: str) -> bool:
    """*les deux pays*: a small number in words behind a definite article tells a group, not an event."""
    if not amount.word or amount.value > _MOST_IN_GROUP or amount.multiplier != 1.0:
        return False
    return _KNOWN_GROUP.search(plain, max(0, amount.start - 10), amount.start) is not None
