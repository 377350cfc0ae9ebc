"""Words for people: titles and functions, nouns for who someone is, and the parts of names."""

from functools import cache

from spacy.tokens import Token

from helpers import lexicon
from helpers.lexicon.words import column
from helpers.text.typography import fold


@cache
def titles() -> dict[str, dict[str, str]]:
    """Title or function (folded, as printed or in full) → row of the titles table."""
    return {fold(row["form"]): dict(row) for row in lexicon.rows("titles")}


def is_title(token: Token) -> bool:
    """*M.*, *surint.*, *ministre* …: a word that stands before or for a person's name."""
    return fold(token.text) in titles()


def is_human(noun: Token) -> bool:
    """A noun that names a person by what they do or are: *l'animatrice*, *la militante*, *la ministre*."""
    if is_title(noun):
        return True
    if not (noun.pos_ == "NOUN" or _is_nominalised(noun)) or not noun.text[0].islower():
        return False
    return is_word_for_person(noun.text)


def is_word_for_person(text: str) -> bool:
    """*représentante*: a form that names people, whatever it is tagged as where it stands."""
    form = fold(text)
    singular = form.removesuffix("s")
    return singular.endswith(_endings()) or form.endswith(_endings()) or bool({form, singular} & _nouns())


def is_listed_person(noun: Token) -> bool:
    """*la ministre*, *la voisine*: a noun that the tables give for a person, no ending alone (*la douleur*)."""
    form = fold(noun.text)
    return is_title(noun) or bool({form, form.removesuffix("s")} & _nouns())


def _is_nominalised(token: Token) -> bool:
    """*les deux | élus*, *une | malade*: an adjective or participle behind a determiner, with no noun behind it."""
    if token.pos_ not in ("ADJ", "VERB") or token.i == 0 or token.nbor(-1).pos_ not in ("DET", "NUM"):
        return False
    return token.i + 1 == len(token.doc) or token.nbor(1).pos_ not in ("NOUN", "PROPN", "ADJ")


def can_speak(noun: Token) -> bool:
    """A person, a name, or a thing that speaks for its makers: *la mairesse*, *le rapport*, *les associations*."""
    return is_human(noun) or is_name_part(noun) or is_speaking_thing(noun.text)


def is_speaking_thing(text: str) -> bool:
    """*rapport*, *associations*: a thing that speaks for its makers."""
    form = text.lower()
    return bool({form, form.rstrip("s")} & _speaking_things())


@cache
def _speaking_things() -> frozenset[str]:
    return frozenset(column("speaking_things", "noun"))


@cache
def _endings() -> tuple[str, ...]:
    return column("person_endings", "ending")


@cache
def _nouns() -> frozenset[str]:
    functions = (form for form, row in titles().items() if row["kind"] == "function")
    return frozenset(map(fold, column("person_nouns", "noun"))) | frozenset(functions)


_FUNCTION_WORDS = ("DET", "ADP", "CCONJ", "SCONJ", "PRON")
_OPENERS = (*_FUNCTION_WORDS, "ADV", "AUX", "VERB")


def is_name_part(token: Token) -> bool:
    """A capitalised word that can be part of a name, not a function word at the head of a sentence."""
    text = token.text
    if not text[0].isupper() or token.is_punct or text.isdigit():
        return False
    if token.is_sent_start and token.pos_ in _OPENERS:
        return False
    return token.pos_ not in _FUNCTION_WORDS or token.ent_type_ == "PER"
