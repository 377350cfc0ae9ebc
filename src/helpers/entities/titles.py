"""Titles before a name: civil ones (*Mme*, *Dr*) and those that tell a function (*surintendante*)."""

from spacy.tokens import Doc, Token

from helpers.french.document import ReleaseDoc
from helpers.french.persons import is_title, titles
from helpers.text.typography import fold


def is_civil(token: Token) -> bool:
    """*Mme Roy*, *le Dr Roy*: a title that tells no function."""
    row = titles().get(fold(token.text))
    return row is not None and row["kind"] == "civil"


def titles_from(document: ReleaseDoc, first: int) -> int:
    """Where the titles begin that stand right before a name: la | *surintendante principale Mme* Roy."""
    begins = document.sentence(first)[0]
    while first > begins and _can_be_title(document.doc, first - 1):
        first -= 1
    return first


def _can_be_title(doc: Doc, i: int) -> bool:
    token = doc[i]
    return is_title(token) or (token.pos_ == "ADJ" and i > 0 and is_title(doc[i - 1]))


def civil_title(document: ReleaseDoc, first: int) -> str | None:
    """The civil title before a name, as printed: *Mme* of *la mairesse Mme Roy*."""
    before = document.doc[titles_from(document, first) : first]
    return next((t.text for t in before if is_civil(t)), None)


def title_before(doc: Doc, first: int) -> Token | None:
    """The title before a name, the first where several follow each other: *lieut.* of *la lieut. col. Roy*.

    One word may stand between: *la surintendante principale Roy*.
    """
    i = first - 1
    if i >= 0 and is_title(doc[i]):
        while i > 0 and is_title(doc[i - 1]):
            i -= 1
        return doc[i]
    if i > 0 and doc[i].pos_ in ("ADJ", "NOUN", "VERB") and is_title(doc[i - 1]):
        return doc[i - 1]
    return None


def without_glued_title(name: str) -> str:
    """*M.Roy*, whose space was forgotten: *Roy*."""
    title, stop, rest = name.partition(".")
    row = titles().get(fold(title + stop))
    return rest if stop and rest[:1].isupper() and row is not None and row["kind"] == "civil" else name
