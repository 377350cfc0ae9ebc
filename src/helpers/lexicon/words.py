"""Classes of French words and forms, as sets and as expressions; the words themselves stand in the tables.

A class that one module asks for is asked for there by name, ``words("inversion link")``; what many ask for has a
constant here.
"""

import re
from collections.abc import Iterable
from functools import cache

from helpers.lexicon import rows


@cache
def words(name: str) -> frozenset[str]:
    """The forms of a class in ``closed_classes.csv``, lower case, with the plain apostrophe.

    Raises:
        KeyError: there is no such class.
    """
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("closed_classes"):
        found.setdefault(row["class"], set()).add(row["form"])
    return {name: frozenset(forms) for name, forms in found.items()}


@cache
def column(table: str, name: str, **where: str) -> tuple[str, ...]:
    """One column of a table in its order, of the rows whose other columns are as asked."""
    return tuple(row[name] for row in rows(table) if all(row[key] == value for key, value in where.items()))


def forms_of(table: str, **where: str) -> list[str]:
    """The column ``form`` of a table, of the rows whose other columns are as asked."""
    return list(column(table, "form", **where))


def alternation(forms: Iterable[str]) -> str:
    """An expression that matches any of some literal forms, the longest first."""
    return "|".join(re.escape(f) for f in sorted(set(forms), key=lambda f: (-len(f), f)))


def before_word(forms: Iterable[str]) -> str:
    """The same with what parts a form from the next word: a space, or nothing behind an elided form (*d'*)."""
    return alternation(map(_spaced, forms))


def behind_word(forms: Iterable[str]) -> str:
    """An expression that holds where any of some forms ends and the next word begins, and takes nothing of the text."""
    return "|".join(f"(?<={re.escape(_spaced(form))})" for form in sorted(set(forms)))


def _spaced(form: str) -> str:
    return form if form.endswith("'") else f"{form} "


def either_apostrophe(expression: str) -> str:
    """An expression in which each plain apostrophe stands for the typeset one too."""
    return expression.replace("'", "['’]")


def whole_and_elided(forms: Iterable[str]) -> tuple[str, str]:
    """Two expressions: one that matches any form that stands apart (*de*), one that matches any elided one (*d'*)."""
    forms = set(forms)
    elided = {form for form in forms if form.endswith("'")}
    return alternation(forms - elided), either_apostrophe(alternation(elided))


AND = words("and")
OF = words("of")
BARE_OF = words("bare of")
AT = words("at")
BY = words("by")
IN = words("in")
DEFINITE = words("definite article")
SINGULAR_ARTICLES = words("singular article")
DEMONSTRATIVES = words("demonstrative determiner")
POSSESSIVES = words("possessive determiner")
PRONOUNS = words("personal pronoun")
STRESSED = words("stressed pronoun")
OBJECT_CLITICS = words("object clitic")
THAT = words("that")
RELATIVES = words("relative pronoun")
NEGATIONS = words("negation")
