"""How well a description, *la ministre*, *cette agence*, fits somebody, and whether its own words are a name."""

from helpers.entities.descriptions import Description
from helpers.lexicon.words import OF
from helpers.speakers.described import Sought, has_function, is_head_of, said_of, sought_by
from helpers.speakers.discourse import Discourse
from helpers.speakers.sightings import BODY, PERSON, THING, is_generic_body
from helpers.text.typography import fold


def description_fit(discourse: Discourse, description: Description, name: str, kind: str) -> dict[str, float]:
    """Features of a candidate of a name and kind, those of nothing too."""
    meant, own = kind_of(description), fold(discourse.directory.body(description.first, description.last))
    if fold(name) == own:
        return _of_itself(discourse, description, meant)
    person = discourse.person_called(name)
    sought = sought_by(description)
    words = fold(name).replace("'", " ").split()
    found = {
        f"is of the kind that the noun tells, {meant}": kind == meant,
        f"is of another kind than the noun tells, {meant}": kind != meant,
        "bears the noun": fold(description.noun.text) in words,
        "cannot be a body so called": meant == BODY
        and not discourse.directory.may_be_called(name, description.noun.text),
        "is what the issuer is called": meant == BODY and name == discourse.document.release.issuer,
    }
    if person is not None:
        found |= _of_person(discourse, description, sought, name)
    return found


def _of_person(discourse: Discourse, description: Description, sought: Sought, name: str) -> dict[str, float]:
    person = discourse.person_called(name)
    assert person is not None
    shared = len(sought.words & said_of(person))
    has = has_function(person, sought, shared)
    is_head = sought.is_head and is_head_of(discourse, person, description)
    return {
        "has the function": has,
        "has the function and its words": has and shared > 0,
        "leads, as the noun says": is_head,
        "shares words with the description": shared > 0,
        "lacks the description's words": bool(sought.words) and not shared,
        "has no function": not person.roles,
    }


def _of_itself(discourse: Discourse, description: Description, meant: str) -> dict[str, float]:
    doc, noun = description.noun.doc, description.noun
    before = discourse.times_before(noun.text, description.first)
    has_complement = any(t.lower_ in OF for t in doc[noun.i + 1 : description.last + 1])
    return {
        "is the words themselves": True,
        f"is the words themselves, for a {meant}": True,
        "is the words themselves, with ce": description.is_shown,
        "is the words themselves, with son": description.is_own,
        "is the words themselves, a function": description.is_function,
        "is the words themselves, a noun alone": noun.i == description.last,
        "is the words themselves, with a complement": has_complement,
        "is the words themselves, not said before": before == 0,
        "is the words themselves, a generic body": is_generic_body(noun),
        "is the words themselves, a generic body alone": is_generic_body(noun) and noun.i == description.last,
        "is the words themselves, a person alone": meant == PERSON and description.is_bare,
        "is the words themselves, in capitals": noun.text[0].isupper(),
    }


def kind_of(description: Description) -> str:
    """Person, body or thing, by the noun."""
    if description.is_of_person or description.is_function:
        return PERSON
    return BODY if is_generic_body(description.noun) else THING
