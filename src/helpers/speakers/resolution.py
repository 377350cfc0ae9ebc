"""Mentions → speakers: who *le lieut. col. X*, *elle*, *ce chercheur* or *la RDS* is."""

from collections.abc import Sequence

from helpers.entities.directory import Directory
from helpers.entities.gender import gender_of_phrase, is_demonym
from helpers.entities.names import printed
from helpers.entities.persons import Person
from helpers.french.noun_phrases import core_end
from helpers.french.persons import is_human, is_title
from helpers.lexicon.words import words
from helpers.quotes.quotations import Quotation
from helpers.quotes.rules import ADJACENT, CONTINUES, PARAGRAPHS, SAME
from helpers.speakers.anaphora import latter, personal, pronoun, unmentioned
from helpers.speakers.confidence import confidence
from helpers.speakers.described import described
from helpers.speakers.discourse import Discourse
from helpers.speakers.mentions import behind_words, teller, tokens
from helpers.speakers.model import Speaker


def speakers(directory: Directory, quotes: Sequence[Quotation]) -> list[tuple[Speaker, str]]:
    """For each quotation its speaker and the confidence of the whole attribution, in order."""
    discourse = Discourse(directory, quotes)
    resolved: list[tuple[Speaker, str]] = []
    by_start: dict[int, Speaker] = {}
    for quote in quotes:
        mention = tokens(discourse.doc, quote)
        if quote.rule in (CONTINUES, PARAGRAPHS, SAME, ADJACENT) and quote.continues in by_start:
            speaker = by_start[quote.continues]
        elif mention is None:
            speaker = unmentioned(discourse, quote)
        else:
            speaker = resolve(discourse, *mention)
        by_start[quote.start] = speaker
        discourse.hear(quote, speaker)
        resolved.append((speaker, confidence(quote, speaker)))
    return resolved


def resolve(discourse: Discourse, first: int, last: int) -> Speaker:
    """The speaker whom a mention names or stands for; ``last`` is its last token."""
    doc = discourse.doc
    meant = pronoun(discourse, first, last)
    if meant:
        return meant
    told_by = teller(doc, first, last)
    if told_by is not None:
        return personal(discourse, doc[told_by].lower_, told_by)
    first = behind_words(doc, first, last)
    return (
        _named(discourse, first, last)
        or _beside(discourse, first, last)
        or latter(discourse, first, last)
        or described(discourse, first, last)
        or _as_printed(discourse, first, last)
    )


def _named(discourse: Discourse, first: int, last: int) -> Speaker | None:
    """*la mairesse Anne Roy*, *Mme Roy et Luc Petit*: persons of the directory."""
    person = discourse.directory.person_at(first, last)
    if person is None:
        return None
    other = _joined(discourse, person, first, last)
    return Speaker.both(person.name, other.name) if other else discourse.voice(person)


def _joined(discourse: Discourse, person: Person, first: int, last: int) -> Person | None:
    """The other of two who speak as one: *Anne Roy et | Luc Petit*."""
    end = next((end for start, end in person.mentions if first <= start <= last), last)
    if end + 2 > last or discourse.doc[end + 1].lower_ not in words("and"):
        return None
    return discourse.directory.person_at(end + 2, last)


def _beside(discourse: Discourse, first: int, last: int) -> Speaker | None:
    """*la directrice du port | , Anne Roy*, *Anne Roy, | directrice*: who is named right beside a function."""
    doc = discourse.doc
    noun = next((t for t in doc[first : last + 1] if t.pos_ not in ("DET", "ADJ")), doc[last])
    is_of_person = any(is_human(t) for t in doc[first : noun.i + 1])
    behind = discourse.directory.person_from(last + 2) if _is_comma(discourse, last + 1) else None
    if behind and (is_of_person or _closes(discourse, behind[1])):
        return discourse.voice(behind[0])
    before = discourse.directory.person_to(first - 2) if _is_comma(discourse, first - 1) else None
    is_bare = doc[first].pos_ != "DET"
    return discourse.voice(before) if before and is_of_person and is_bare else None


def _is_comma(discourse: Discourse, i: int) -> bool:
    return 0 < i < len(discourse.doc) and discourse.doc[i].text == ","


def _closes(discourse: Discourse, last: int) -> bool:
    """Whether a name ends its sentence: what is apposed to nothing else."""
    return last + 1 >= len(discourse.doc) or discourse.doc[last + 1].text == "." or discourse.doc[last + 1].is_space


def _as_printed(discourse: Discourse, first: int, last: int) -> Speaker:
    """*une porte-parole de la RDS*, *la police*: a source by its own words."""
    doc = discourse.doc
    role = None
    if is_title(doc[min(first + 1, last)]):
        role = printed(discourse.document, first, core_end(doc, first, last))
    return Speaker(
        discourse.directory.body(first, last),
        role=role,
        gender=gender_of_phrase(doc, first, last),
        is_carried=_is_left_open(discourse, first, last),
    )


def _is_left_open(discourse: Discourse, first: int, last: int) -> bool:
    """*la fédération*, *le chef de l'État*, and nothing before says which: sure of the words, less of who that is."""
    doc = discourse.doc
    if last == first or doc[first].lower_ not in words("singular definite article"):
        return False
    noun = doc[first + 1]
    return (noun.i == last and noun.text[0].islower()) or is_human(noun) or is_demonym(noun)
