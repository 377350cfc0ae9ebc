"""How sure it is whose a quotation is: a calibrated probability, and the word for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from helpers.french.persons import is_human
from helpers.learned import Features
from helpers.lexicon.words import DEFINITE, DEMONSTRATIVES, POSSESSIVES, words
from helpers.quotes.quotations import Quotation
from helpers.quotes.rules import HIGH, LOW, MEDIUM
from helpers.speakers.discourse import Discourse
from helpers.speakers.model import Speaker
from helpers.speakers.sightings import is_generic_body

MODEL = "attribution"
NAMED = "named"
"""Form of a source whose words name somebody by themselves."""
_FEW = 5  # tokens
LEAST: Mapping[str, float] = {HIGH: 0.93, MEDIUM: 0.7}
"""The probability from which an attribution is so sure; from that of high on 97 of 100 were right in texts held out."""
_DETERMINERS: Mapping[str, frozenset[str]] = {
    "definite": DEFINITE,
    "demonstrative": DEMONSTRATIVES,
    "possessive": POSSESSIVES,
    "indefinite": words("indefinite article"),
}


@dataclass(frozen=True)
class Attribution:
    """Whose a quotation is, and how that was found.

    ``form``: named, pronoun, description, nothing; ``chosen``: the log odds of the choice among candidates, 0 where
    nothing was weighed.
    """

    quote: Quotation
    speaker: Speaker
    mention: tuple[int, int] | None
    form: str
    chosen: float = 0.0


def features(discourse: Discourse, found: Attribution) -> Features:
    """What speaks for and against an attribution."""
    speaker, quote = found.speaker, found.quote
    is_person = speaker.name is not None and discourse.person_called(speaker.name) is not None
    told = {
        f"source: {found.form}": True,
        f"rule: {quote.rule}": True,
        f"rule of {quote.confidence} sureness": True,
        "names a person": is_person,
        f"names a person, source: {found.form}": is_person,
        "chosen by how much": found.chosen,
        f"chosen by how much, source: {found.form}": found.chosen,
        "stands for another": speaker.is_carried,
        "a group": speaker.is_plural,
        "nobody is found": speaker.name is None,
        "goes on": quote.continues is not None,
    }
    if not is_person and found.mention is not None:
        told |= _of_words(discourse, *found.mention)
    return {name: float(value) for name, value in told.items() if value}


def _of_words(discourse: Discourse, first: int, last: int) -> Mapping[str, bool]:
    """What the words for a source look like that is no person by name."""
    doc = discourse.doc
    determiner = next((kind for kind, forms in _DETERMINERS.items() if doc[first].lower_ in forms), "no determiner")
    noun = next((t for t in doc[first : last + 1] if t.pos_ in ("NOUN", "PROPN")), doc[last])
    return {
        f"its words: {determiner}": True,
        f"its noun: {_kind(noun)}": True,
        "its words hold a number": any(t.like_num for t in doc[first : last + 1]),
        "its words hold a verb": any(t.pos_ in ("VERB", "AUX") for t in doc[first : last + 1]),
        "its words are many": last - first > _FEW,
    }


def _kind(noun: Token) -> str:
    if noun.text[0].isupper():
        return "a name"
    if is_human(noun):
        return "a person"
    return "a body" if is_generic_body(noun) else "something else"


def confidence(quote: Quotation, speaker: Speaker, probable: float) -> str:
    """High, medium or low: high was right for 97 of 100 in texts held out."""
    if speaker.name is None or quote.confidence == LOW or probable < LEAST[MEDIUM]:
        return LOW
    return HIGH if probable >= LEAST[HIGH] else MEDIUM
