"""What somebody speaks as at the moment: the function beside the name, or the one that the sentence gives."""

from dataclasses import replace

from helpers.entities.functions import apposition, function_before, function_behind, is_function, same_function
from helpers.entities.names import printed
from helpers.entities.persons import Person
from helpers.french.noun_phrases import core_end, phrase_from
from helpers.lexicon.words import words
from helpers.quotes.quotations import Quotation
from helpers.speakers.discourse import Discourse
from helpers.speakers.model import Speaker

_LONGEST = 4  # tokens of what opens a capacity


def in_capacity(discourse: Discourse, quote: Quotation, mention: tuple[int, int] | None, speaker: Speaker) -> Speaker:
    """A speaker with the function that they speak in: *Anne Roy, en sa qualité de présidente du jury*.

    It holds until another is given; where none is, the function beside the name counts.
    """
    person = discourse.person_called(speaker.name) if speaker.name else None
    if person is None:
        return speaker
    position = quote.cue.start if quote.cue else quote.start
    at = mention[0] if mention else min(discourse.document.token_from(position), len(discourse.doc) - 1)
    told = _given(discourse, person, at) or _beside(discourse, person, mention)
    if told is None:
        return speaker
    known = next((role for role in speaker.roles if same_function(role, told)), None)
    return replace(speaker, role=known or told, roles=speaker.roles if known else (*speaker.roles, told))


def _given(discourse: Discourse, person: Person, at: int) -> str | None:
    """The last capacity that a sentence has given a person, up to the end of that of a token."""
    end = discourse.document.sentence(at)[1]
    places = sorted(first for first, _ in person.mentions if first < end)
    told = (_capacity_near(discourse, person, first) for first in reversed(places))
    return next(filter(None, told), None)


def _capacity_near(discourse: Discourse, person: Person, name: int) -> str | None:
    """*en tant que présidente du jury, Anne Roy*, in the sentence of a name, where no other name is nearer."""
    document, doc = discourse.document, discourse.doc
    start, end = document.sentence(name)
    for i in range(start, end):
        opened = next((k for k in range(i + 1, min(i + _LONGEST, end)) if _opens(doc[i : k + 1].text)), None)
        if opened is None or opened + 1 >= end or discourse.is_quoted(doc[i].idx):
            continue
        first = opened + 1
        last = core_end(doc, first, phrase_from(document, first, at_least=first))
        if is_function(doc, first, last) and _is_nearest(discourse, person, (i, last), (start, end)):
            return printed(document, first, last)
    return None


def _is_nearest(discourse: Discourse, person: Person, phrase: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """Whether nobody else is named nearer to a phrase in its sentence."""
    places = [
        (min(abs(first - phrase[1]), abs(phrase[0] - last)), other.name)
        for other in discourse.directory.persons
        for first, last in other.mentions
        if sentence[0] <= first < sentence[1]
    ]
    return bool(places) and min(places)[1] == person.name


def _opens(text: str) -> bool:
    return " ".join(text.lower().split()) in words("capacity opener")


def _beside(discourse: Discourse, person: Person, mention: tuple[int, int] | None) -> str | None:
    """The function before or behind the name in the words for the source themselves."""
    if mention is None:
        return None
    named = next((span for span in person.mentions if mention[0] <= span[0] <= mention[1]), None)
    if named is None:
        return None
    phrase = apposition(discourse.document, named[1])
    told = (phrase and function_behind(discourse.document, phrase)) or function_before(discourse.document, named[0])
    return told.text if told else None
