"""What kind of voice a quotation has: a person, a body, a document, an unnamed group, or no voice at all."""

import re
from collections.abc import Set
from functools import cache

import pandas as pd

from helpers.analysis import Analysis
from helpers.french.persons import is_word_for_person
from helpers.lexicon.words import DEFINITE, SINGULAR_ARTICLES, column, words
from helpers.release.letterhead import body_nouns
from helpers.text.typography import fold

_MARKUP = re.compile(r"[=<>{}\[\]\\|]|https?:")
_ACRONYM = re.compile(r"[A-ZÀ-Ý][\w.&-]{0,14}[A-ZÀ-Ý][\w.]{0,3}")


def speaker_kinds(analysis: Analysis, named: pd.DataFrame) -> list[str | None]:
    """The kind of each quotation's speaker, in the order of ``analysis.quotes``; None for what can't speak.

    Args:
        analysis: the release read.
        named: what ``names.entity_mentions`` gives; what it takes for a body or a place is no person.

    *Anne Roy*, *la mairesse*: person; *la Ligue des eaux*, *SNB*: body; *le rapport*: document; *les riverains*:
    unnamed group; *cette clé*, *la rivière*, *personne*: None.
    """
    persons = {person.name for person in analysis.normal.directory.persons if person.is_personal}
    others = set(named.loc[named["label"] != "person", "name"]) - persons
    speakers = analysis.quotes["speaker_name"]
    return [_kind(name, persons, others) if isinstance(name, str) else None for name in speakers]


def _kind(name: str, persons: Set[str] = frozenset(), others: Set[str] = frozenset()) -> str | None:
    """The kind of a name; of persons and others the release tells what they are, the rest is told by its words."""
    if not any(c.isalpha() for c in name) or _MARKUP.search(name):
        return None
    if name in persons and any(word[0].isupper() for word in name.split()) and not _holds_body_noun(name):
        return "person"
    opening, said = _opening(name)
    noun = fold(said[0]) if said else ""
    singular = noun.removesuffix("s")
    is_plural = noun != singular and opening not in SINGULAR_ARTICLES and noun not in _invariable()
    if {noun, singular, *map(fold, said[1:2])} & _things("document"):
        return "document"
    if noun in _things_like_persons() or (not opening and noun in words("speakerless subject")):
        return None
    if is_word_for_person(noun):
        return "unnamed group" if is_plural or opening in words("plural determiner") else "person"
    if {noun, singular} & (body_nouns() | _things("body")):
        has_name = any(word[0].isupper() for word in said)
        return "unnamed group" if is_plural and not has_name else "body"
    if not said or not said[0][0].isupper():
        return None
    is_name = _is_full_name(name) or (len(said) == 1 and noun in _first_names())
    return "person" if is_name and not _holds_body_noun(name) and name not in others else "body"


def _holds_body_noun(name: str) -> bool:
    """*Blue River Foundation*: a word for a body, behind others and with a capital as they have."""
    return any(word[0].isupper() and fold(word) in body_nouns() for word in name.split()[1:])


def _opening(name: str) -> tuple[str, list[str]]:
    """The first determiner or numeral before a name, and the words behind all: *l'* and *Agence des sentiers*."""
    said = [part for word in name.replace("’", "'").split() for part in re.findall(r"[^']+'?", word)]
    at = 0
    while at < len(said) and (fold(said[at]) in _determiners() or said[at].isdigit() or _counts(said, at)):
        at += 1
    return (fold(said[0]) if at else ""), said[at:]


def _counts(said: list[str], at: int) -> bool:
    """*Deux tiers*, *Six semaines*, not *Sept Rivières*: a numeral with no name behind it."""
    return fold(said[at]) in _numerals() and not any(word[0].isupper() for word in said[at + 1 : at + 2])


@cache
def _determiners() -> frozenset[str]:
    pronouns = words("indefinite article") | words("singular possessive determiner") | DEFINITE
    return frozenset(map(fold, (*column("determiners", "form"), *pronouns)))


@cache
def _numerals() -> frozenset[str]:
    return frozenset(map(fold, column("number_words", "form")))


@cache
def _invariable() -> frozenset[str]:
    """Nouns for persons that end as a plural does: *fils*."""
    return frozenset(fold(noun) for noun in column("person_nouns", "noun") if noun.endswith("s"))


@cache
def _things_like_persons() -> frozenset[str]:
    return frozenset(map(fold, column("person_like_things", "noun")))


@cache
def _first_names() -> frozenset[str]:
    return frozenset(map(fold, column("usual_first_names", "name")))


def _is_full_name(name: str) -> bool:
    """*Anne Roy*, *Jean de La Tour*: two words or more, capitalised but for particles, none an acronym."""
    said = name.split()
    capital = [word for word in said if word[0].isupper()]
    particles = words("name particle") | words("surname particle")
    plain = all(word[0].isupper() or fold(word) in particles for word in said)
    return 2 <= len(capital) <= 4 and plain and not any(_ACRONYM.fullmatch(word) for word in capital)


@cache
def _things(kind: str) -> frozenset[str]:
    """What speaks for those who made it, or belongs to it."""
    nouns = column("speaking_things", "noun", kind=kind)
    return frozenset(map(fold, (*nouns, *(column("statement_nouns", "noun") if kind == "document" else ()))))
