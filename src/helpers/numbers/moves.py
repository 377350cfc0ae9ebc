"""Verbs that lead from one number to another: *passer de 8 à 9 %*; not *augmenter de 8 à 9 %*, which tells how much.

The verbs stand in ``lexicon/comparisons.csv``, kinds *from_to* and *by or from_to*.
"""

import re
from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from helpers.french.document import ReleaseDoc
from helpers.lexicon.words import BARE_OF, alternation, before_word, words
from helpers.numbers.links import MOVE, is_range_link
from helpers.numbers.number_verbs import MOVES, MOVES_BY
from helpers.text.typography import fold

_TO_BEFORE = re.compile(rf"(?<!\w)(?:{alternation(words('goal preposition'))}) (?:[\w']{{1,15}} ){{0,3}}\Z")
_FROM_BEFORE = re.compile(rf"(?<!\w)(?:{before_word(BARE_OF)})(?:[\w']{{1,15}} ){{0,2}}\Z")
_FARTHEST = 12  # tokens from a verb to its first number
_NEAREST = 3  # the same where only its letters tell it
_MOVE = re.compile(MOVE)


def moving_verb(first: Mapping, second: Mapping, document: ReleaseDoc) -> Token | None:
    """The verb that leads from one number of a sentence to the next: *le prix est | passé | de 8 à 9 euros*.

    Verbs of change also say by how much (*baisse de 3 à 4 %*): they lead on where the numbers go down, as the ends of
    a range do not, or where more than *à* parts them (*augmente de 8 % en 2019 à 9 % en 2020*).

    Args:
        first, second: ``start``, ``end`` and ``value`` of two numbers.
        document: the release with its parse.
    """
    plain = document.plain
    between, opening = plain[first["end"] : second["start"]], plain[max(0, first["start"] - 20) : first["start"]]
    if "," in between or not (_TO_BEFORE.search(between) and _FROM_BEFORE.search(opening)):
        return None
    is_range = is_range_link(between) and first["value"] < second["value"]
    verbs = MOVES - MOVES_BY if is_range else MOVES
    words = list(_before(document, first["start"]))
    verb = next((t for t in words if t.lemma_ in MOVES and t.pos_ in ("VERB", "AUX")), None)
    if verb is not None:
        return verb if verb.lemma_ in verbs else None
    # Le délai est réduit de 9 à 8 jours: no range goes down, whatever the tagger takes the word for.
    return None if is_range else next((t for t in words[1:_NEAREST] if _MOVE.fullmatch(fold(t.text))), None)


def _before(document: ReleaseDoc, position: int) -> Iterator[Token]:
    """The last tokens of the sentence before a position, nearest first."""
    doc = document.doc
    span = doc.char_span(position, position + 1, alignment_mode="expand")
    if span is None:
        return
    first = span[0]
    for index in range(first.i - 1, max(document.sentence(first.i)[0], first.i - _FARTHEST) - 1, -1):
        yield doc[index]
