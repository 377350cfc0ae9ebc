"""What a reading of quotations is made of: cues, attributions, reported clauses and quotations."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from helpers.french.noun_phrases import Phrase

DIRECT, INDIRECT, MIXED, NARRATED_POINT = "direct", "indirect", "mixed", "narrated"
EVALUATIVE = "evaluative"
"""Class of a verb by which its subject judges."""
UNLISTED = "unlisted"
"""Class of a verb that is read as a cue by its place alone."""


@dataclass(frozen=True)
class Cue:
    """A reporting verb or a preposition of attribution.

    ``first`` and ``last`` are token indices (inclusive), ``verb`` the token that governs (None for a preposition).
    ``constructions``: what the lexicon says may follow a verb (que, direct, inf, np, …) or where a preposition
    attributes (opening, direct, aside, inside); ``source``: what a preposition asks of its source (any, holder of a
    view, owner of a possessive or clitic within it, itself: *de source policière*).
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    lemma: str
    word_class: str
    constructions: frozenset[str]
    verb: Token | None
    source: str = "any"

    def takes(self, construction: str) -> bool:
        """Whether the lexicon lists the construction for this cue."""
        return construction in self.constructions


@dataclass(frozen=True)
class Attribution:
    """The cue and the words that name the source, by a rule; without ``mention`` the source is carried or nobody."""

    rule: str
    cue: Cue | None
    mention: Phrase | None


Attributions = Mapping[int, Attribution]
"""Number of a stretch of marked words → whose it is."""


@dataclass(frozen=True)
class Clause:
    """A reported clause: its first token, the token behind its last, and whose it is."""

    first: int
    end: int
    attribution: Attribution


@dataclass(frozen=True)
class Quotation:
    """A quotation: its span without marks, and what attributes it.

    ``mention`` is the character span of the words that name the source. ``continues`` is the
    start of the quotation that this one goes on with. ``probability``: how probably it is one, where that was
    learned; ``evidence``: the features that weighed most, with what each added to the score.
    """

    start: int
    end: int
    kind: str  # direct, indirect, mixed, narrated
    rule: str
    confidence: str
    cue: Cue | None
    mention: tuple[int, int] | None
    continues: int | None = None
    probability: float | None = None
    evidence: tuple[tuple[str, float], ...] = ()
