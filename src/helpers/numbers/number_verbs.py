"""Verbs beside numbers: what the lexicon says of them, and how they stand to a number in the parse.

Which verbs do what stands in ``lexicon/number_verbs.csv``, those that lead from one number to another
(*passer de … à …*) in ``lexicon/comparisons.csv``.
"""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from helpers import lexicon
from helpers.french.verbs import is_infinitive
from helpers.lexicon.words import OF, alternation, before_word, forms_of, words
from helpers.numbers.amounts import Amounts
from helpers.numbers.model import Amount
from helpers.numbers.units import unit_codes

MOVES_BY = frozenset(forms_of("comparisons", kind="by or from_to"))
MOVES = frozenset(forms_of("comparisons", kind="from_to")) | MOVES_BY
_NOUNS = ("NOUN", "PROPN", "X")
_MOST_SUBJECTS = 6  # a verb of more is no sentence


@cache
def verbs(role: str, before: frozenset[str] | None = None) -> frozenset[str]:
    """Lemmas of the verbs of a role: copula, counter, measured, mover, recipient or teller.

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
    return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), None)


def measures_subject(verb: Token, amount: Amount, amounts: Amounts) -> bool:
    """*Les tours | mesurent | 30 m de haut*, *le trajet dure 2 h*; not *l'agence a mesuré 12 kg de rejets*."""
    is_of = _OF_BEHIND.match(amounts.text.plain, amount.after) is not None
    is_measure = amount.unit is not None and amount.unit not in unit_codes("share")
    return is_measure and not is_of and verb.lemma_ in verbs("measuring")


_OF_BEHIND = re.compile(rf" (?:{before_word(OF)})(?!(?:{alternation(words('dimension'))})(?!\w))")


def subjects(verb: Token, amounts: Amounts) -> list[Token]:
    """The nominal subjects of a verb, read once: a verb may have thousands of children.

    Of what a copula says they are its subjects too, on which of the two the parse hangs them: *le prix est de 9 000 €*.
    """
    return amounts.once("subjects", verb.i, lambda: list(_subjects(verb)))[:_MOST_SUBJECTS]


def _subjects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_.startswith("nsubj") and child.pos_ in _NOUNS:
            yield child
        elif child.dep_ == "cop":
            yield from (c for c in child.children if c.dep_.startswith("nsubj") and c.pos_ in _NOUNS)


def subjects_above(verb: Token, amounts: Amounts) -> list[Token]:
    """The same also where another verb stands before it, or a relative for the noun.

    *le tarif pourrait passer de 8 à 9 euros*, *le tarif, qui passe de 8 à 9 euros*.
    """
    for _ in range(_MOST_ABOVE):
        found = subjects(verb, amounts)
        if found:
            return found
        relative = amounts.once("relative", verb.i, lambda v=verb: [c for c in v.children if _is_relative(c)][:1])
        if relative:
            return [verb.head] if verb.dep_.startswith("acl") and verb.head.pos_ in _NOUNS else []
        if verb.head.i == verb.i or verb.head.pos_ not in ("VERB", "AUX") or not is_infinitive(verb):
            return []
        verb = verb.head
    return []


_RELATIVE_SUBJECTS = words("relative subject")
_MOST_ABOVE = 3


def _is_relative(token: Token) -> bool:
    return token.dep_.startswith("nsubj") and token.lower_ in _RELATIVE_SUBJECTS


def has_copula(predicate: Token, amounts: Amounts) -> bool:
    """*le taux est de 4 %*: a number or noun that is said of a subject."""
    copulas = amounts.once("copula", predicate.i, lambda: [c for c in predicate.children if c.dep_ == "cop"][:1])
    return bool(copulas)
