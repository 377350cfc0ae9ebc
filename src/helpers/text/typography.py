"""Text as printed: its words, and how they are compared.

Typography is exact where a parse is a guess, so it is read first. Nothing here changes a text;
every position is a code point offset into it.
"""

import functools
import re
import unicodedata

from helpers.lexicon.words import alternation, either_apostrophe, forms_of
from helpers.lexicon.words import words as words_of_class

_FIXED = either_apostrophe(alternation(forms_of("apostrophe_words", inflected="")))
_INFLECTED = either_apostrophe(alternation(forms_of("apostrophe_words", inflected="yes")))
# An elided word (l', qu', jusqu') counts by itself, a hyphenated compound once, aujourd'hui once.
WORD = re.compile(rf"(?:{_FIXED})|(?:{_INFLECTED})\w+|[^\W_]+(?:[-‐‑][^\W_]+)*", re.IGNORECASE)

# One code point for one: what a French model knows in place of what typesetters use.
_SPACES = (
    "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
_PLAIN = str.maketrans(dict.fromkeys(_SPACES, " ") | {"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-"})


_LINK = alternation(link.removeprefix("-") for link in words_of_class("inversion link"))
_PRONOUN = alternation(pronoun.removeprefix("-") for pronoun in words_of_class("inverted pronoun"))
_MISSPELT_INVERSION = re.compile(rf"(?<=\w)(?:[- ])({_LINK})[-' ](?=(?:{_PRONOUN})\b)", re.IGNORECASE)


def words(text: str) -> list[str]:
    """The words of a text: runs of letters or digits, compounds whole, elisions apart."""
    return WORD.findall(text)


@functools.lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Lower case without accents, white space single: what makes *École* and *ecole* compare equal.

    >>> fold("L’École  du Cœur")
    "l'ecole du coeur"
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(bare.replace("œ", "oe").replace("Œ", "oe").replace("’", "'").casefold().split())


def fold_in_place(text: str) -> str:
    """Letters without their accents; all else, case too, and every offset stay as they are.

    >>> fold_in_place("L’École du Cœur")
    'L’Ecole du Cœur'
    """
    return "".join(_bare(character) for character in text)


@functools.cache
def _bare(character: str) -> str:
    parts = [c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c)]
    return parts[0] if len(parts) == 1 and character.isalpha() else character


def word_form(text: str) -> str:
    """A word as it is compared: composed, lower case, plain apostrophe and hyphen."""
    return unicodedata.normalize("NFC", text).lower().replace("’", "'").replace("‑", "-").replace("‐", "-")


def reading_copy(text: str) -> str:
    """The text with exotic spaces, apostrophes, hyphens and inversions (*a t-elle*, *a-t'elle*) made plain.

    It has the same length and the same offsets.
    """
    return _MISSPELT_INVERSION.sub(r"-\1-", text.translate(_PLAIN))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends; empty spans stay where they begin."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end
