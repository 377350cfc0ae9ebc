"""Verbs beside numbers: what the lexicon says of them, and how they stand to a number in the parse.

Which verbs do what stands in ``lexicon/number_verbs.csv``, those that lead from one number to another
(*passer de … à …*) in ``lexicon/comparisons.csv``.
"""

from functools import cache

from spacy.tokens import Token

from helpers import lexicon
from helpers.lexicon.words import forms_of
from helpers.numbers.amounts import Amounts
from helpers.numbers.model import Amount

MOVES = frozenset(forms_of("comparisons", kind="from_to"))
_NOUNS = ("NOUN", "PROPN", "X")
_MOST_SUBJECTS = 6  # a verb of more is no sentence


@cache
def verbs(role: str, before: frozenset[str] | None = None) -> frozenset[str]:
    """Lemmas of the verbs of a role: copula, counter, holder or teller.

    Args:
        role: as ``lexicon/number_verbs.csv`` has it.
        before: only those that take one of these prepositions before the source: *recensés par*, *signalés à*.
    """
    return frozenset(
        row["lemma"]
        for row in lexicon.rows("number_verbs")
        if row["role"] == role and (before is None or row["preposition"] in before)
    )


def number_head(amount: Amount, amounts: Amounts) -> Token | None:
    """The word of a number that the rest of the sentence hangs on."""
    tokens = amounts.text.tokens(amount.start, max(amount.end, amount.after))
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head is t), None)


def subjects(verb: Token, amounts: Amounts) -> list[Token]:
    """The nominal subjects of a verb, read once: a verb may have thousands of children."""
    return amounts.once(
        "subjects", verb.i, lambda: [c for c in verb.children if c.dep_.startswith("nsubj") and c.pos_ in _NOUNS]
    )[:_MOST_SUBJECTS]


def has_copula(predicate: Token, amounts: Amounts) -> bool:
    """*le taux est de 4 %*: a number or noun that is said of a subject."""
    copulas = amounts.once("copula", predicate.i, lambda: [c for c in predicate.children if c.dep_ == "cop"][:1])
    return bool(copulas)
