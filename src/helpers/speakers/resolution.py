"""Mentions → speakers: who *le lieut. col. X*, *elle*, *ce chercheur* or *la RDS* is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import log

from spacy.tokens import Doc

from helpers.entities.body_kinds import kinds_of_noun
from helpers.entities.descriptions import Description
from helpers.entities.directory import Directory
from helpers.entities.gender import gender_of_phrase, is_demonym
from helpers.entities.names import printed
from helpers.entities.persons import Person
from helpers.entities.titles import is_civil
from helpers.french.noun_phrases import core_end
from helpers.french.persons import is_human, is_name_part, is_title
from helpers.learned import Features, Logistic
from helpers.lexicon.words import AND, DEFINITE, THAT, words
from helpers.quotes.quotations import Quotation
from helpers.quotes.rules import ADJACENT, CONTINUES, HIGH, PARAGRAPHS, SAME
from helpers.speakers.anaphora import gender_of_pronoun, is_weighed, latter, personal, pronoun, unmentioned
from helpers.speakers.candidates import Candidate, candidates
from helpers.speakers.capacity import in_capacity
from helpers.speakers.confidence import MODEL as ATTRIBUTION
from helpers.speakers.confidence import NAMED, Attribution, confidence, features
from helpers.speakers.described import described
from helpers.speakers.discourse import Discourse
from helpers.speakers.features import DESCRIPTION, NOTHING, PRONOUN, Scene
from helpers.speakers.mentions import behind_words, teller, tokens
from helpers.speakers.model import Speaker
from helpers.speakers.ranking import SURE, Choice, choose
from helpers.text.typography import fold

_BRACKETED = 6  # tokens in the brackets behind a body
_RAREST = 0.001  # probability below which odds are no longer told apart


@dataclass(frozen=True)
class Attributed:
    """A quotation's speaker.

    ``probability`` that this is the name, if the words are a quotation; ``confidence`` of the whole attribution;
    ``alternative``: who else it may be; ``scene`` and ``choice``: where candidates were weighed; ``seen``: what
    speaks for and against the attribution.
    """

    speaker: Speaker
    probability: float
    confidence: str
    alternative: str | None
    scene: Scene | None
    choice: Choice | None
    seen: Features


@dataclass(frozen=True)
class _Resolved:
    """A speaker, and among whom it was chosen."""

    speaker: Speaker
    scene: Scene | None = None
    choice: Choice | None = None

    @property
    def chosen(self) -> float:
        """Log odds of the choice."""
        if self.choice is None:
            return 0.0
        return log(max(_RAREST, self.choice.probability) / max(_RAREST, 1 - self.choice.probability))

    @property
    def alternative(self) -> str | None:
        if self.scene is None or self.choice is None or self.choice.second is None:
            return None
        return self.scene.candidates[self.choice.second].name


@dataclass(frozen=True)
class _Source:
    """What stands for a source that names nobody surely; ``itself``: what its words name, where they may be a name."""

    form: str
    at: int
    proposed: Speaker
    gender: str | None = None
    description: Description | None = None
    itself: str | None = None


def source_of(discourse: Discourse, first: int, last: int, proposed: Speaker) -> _Source | None:
    """A singular pronoun or description as what is to be weighed; None of a name, an indefinite or a plural."""
    doc, directory = discourse.doc, discourse.directory
    if is_weighed(doc, first, last):
        return _Source(PRONOUN, first, proposed, gender_of_pronoun(doc, first))
    first = behind_words(doc, first, last)
    is_named = directory.person_at(first, last) is not None or _beside(discourse, first, last) is not None
    description = None if is_named else Description.at(discourse.document, first, last)
    if description is None or description.is_name or description.noun.pos_ == "PRON":
        return None
    gender = description.gender if description.is_of_person or description.is_function else None
    return _Source(DESCRIPTION, first, proposed, gender, description, directory.body(first, last))


Chooser = Callable[[Scene], Choice | None]


def attributed(directory: Directory, quotes: Sequence[Quotation], chooser: Chooser = choose) -> list[Attributed]:
    """For each quotation its speaker, in order."""
    discourse = Discourse(directory, quotes)
    resolver = _Resolver(discourse, quotes, chooser)
    found = []
    for quote, mention, one in zip(quotes, resolver.mentions, resolver.resolved(), strict=True):
        form = one.scene.form if one.scene else NAMED
        seen = features(discourse, Attribution(quote, one.speaker, mention, form, one.chosen))
        probable = Logistic.read(ATTRIBUTION).probability(seen)
        sureness = confidence(quote, one.speaker, probable)
        speaker = in_capacity(discourse, quote, mention, one.speaker)
        alternative = None if sureness == HIGH else one.alternative
        found.append(Attributed(speaker, probable, sureness, alternative, one.scene, one.choice, seen))
    return found


def speakers(directory: Directory, quotes: Sequence[Quotation]) -> list[tuple[Speaker, str]]:
    """For each quotation its speaker and the confidence of the whole attribution, in order."""
    return [(found.speaker, found.confidence) for found in attributed(directory, quotes)]


class _Resolver:
    """Goes through the quotations of a release in order; what was heard bears on who is meant next."""

    def __init__(self, discourse: Discourse, quotes: Sequence[Quotation], chooser: Chooser) -> None:
        self._discourse, self._quotes, self._chooser = discourse, quotes, chooser
        self.mentions = [tokens(discourse.doc, quote) for quote in quotes]

    def resolved(self) -> list[_Resolved]:
        """Who speaks, for each quotation."""
        found: list[_Resolved] = []
        by_start: dict[int, _Resolved] = {}
        for number, quote in enumerate(self._quotes):
            if quote.rule in (CONTINUES, PARAGRAPHS, SAME, ADJACENT) and quote.continues in by_start:
                one = by_start[quote.continues]
            else:
                one = self._one(number, quote)
            by_start[quote.start] = one
            self._discourse.hear(quote, one.speaker, one.choice is None or one.choice.probability >= SURE)
            found.append(one)
        return found

    def _one(self, number: int, quote: Quotation) -> _Resolved:
        mention, discourse = self.mentions[number], self._discourse
        if mention is None:
            at = min(discourse.document.token_from(quote.start), len(discourse.doc) - 1)
            return self._weighed(number, _Source(NOTHING, at, unmentioned(discourse, quote)))
        proposed = resolve(discourse, *mention)
        source = source_of(discourse, *mention, proposed)
        return self._weighed(number, source) if source else _Resolved(proposed)

    def _weighed(self, number: int, source: _Source) -> _Resolved:
        discourse, proposed = self._discourse, source.proposed
        found = candidates(discourse, source.at, source.gender, proposed.name, source.itself)
        scene = Scene(
            discourse, source.at, source.gender, found, self._next_name(number), proposed.name, source.form,
            source.description,
        )  # fmt: skip
        choice = self._chooser(scene)
        if choice is None:
            return _Resolved(proposed, scene)
        best = found[choice.best]
        person = discourse.person_called(best.name)
        if person is not None and source.form == PRONOUN and choice.probability >= SURE:
            discourse.learn(person, source.gender)
        is_proposed = fold(best.name) == fold(proposed.name or "")
        return _Resolved(proposed if is_proposed else _voice_of(discourse, best, source.gender), scene, choice)

    def _next_name(self, number: int) -> str | None:
        """Who is named as the source of the next quotation."""
        following = self.mentions[number + 1] if number + 1 < len(self.mentions) else None
        person = self._discourse.directory.person_at(*following) if following else None
        return person.name if person else None


def _voice_of(discourse: Discourse, candidate: Candidate, gender: str | None) -> Speaker:
    """A candidate as who speaks, as it was heard or as the directory has it."""
    person = next((p for p in discourse.directory.persons if p.name == candidate.name), None)
    if person is not None:
        found = discourse.voice(person, is_carried=True)
    elif candidate.heard is not None:
        found = candidate.heard.speaker.carried()
    else:
        found = Speaker(candidate.name, is_carried=True)
    return replace(found, gender=found.gender or gender)


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
        or _apposed(discourse, first, last)
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
    names = (other, person.name) if other and other.endswith(f" {person.surname}") else (person.name, other)
    return Speaker.both(*names) if other else discourse.voice(person)


def _joined(discourse: Discourse, person: Person, first: int, last: int) -> str | None:
    """The other of two who speak as one: *Anne Roy et | Luc Petit*, *la mairesse, Anne Roy, et | l'élu, Luc Petit*."""
    doc = discourse.doc
    start, end = next(((s, e) for s, e in person.mentions if first <= s <= last), (first, last))
    if start == first + 2 and is_name_part(doc[first]) and doc[first + 1].lower_ in AND:  # Anne et Luc Petit
        return f"{doc[first].text} {person.surname}"
    link = _coordinator(doc, end + 1, last)
    if link is None:
        return None
    other = discourse.directory.person_at(link + 1, last)
    if other is not None:
        return other.name if other is not person else None
    is_bare = all(map(is_name_part, doc[link + 1 : last + 1]))  # MM. Roy et Petit
    return printed(discourse.document, link + 1, last) if is_bare else None


def _coordinator(doc: Doc, i: int, last: int) -> int | None:
    """The word before the other of two: right behind a name, or behind what commas set off."""
    if i < last and doc[i].text == "," and doc[i + 1].lower_ in AND:
        i += 1
    elif i < last and doc[i].text == ",":
        i = next((k + 1 for k in range(i + 1, last) if doc[k].text == ","), i + 1)
    if i < last and doc[i].lower_ in AND:
        return i
    is_long = i + 1 < last and doc[i].lower_ in words("coordinator of subjects") and doc[i + 1].lower_ in THAT
    return i + 1 if is_long else None  # ainsi que


def _beside(discourse: Discourse, first: int, last: int) -> Speaker | None:
    """*la directrice du port | , Anne Roy*, *Anne Roy, | directrice*: who is named right beside a function."""
    doc = discourse.doc
    noun = next((t for t in doc[first : last + 1] if t.pos_ not in ("DET", "ADJ")), doc[last])
    is_of_person = any(is_human(t) for t in doc[first : noun.i + 1])
    comma = _behind_brackets(discourse, last + 1)
    behind = discourse.directory.person_from(comma + 1) if _is_comma(discourse, comma) else None
    if behind and (is_of_person or is_civil(doc[comma + 1]) or _closes(discourse, behind[1])):
        return discourse.voice(behind[0])
    before = discourse.directory.person_to(first - 2) if _is_comma(discourse, first - 1) else None
    is_bare = doc[first].pos_ != "DET"
    return discourse.voice(before) if before and is_of_person and is_bare else None


def _apposed(discourse: Discourse, first: int, last: int) -> Speaker | None:
    """*Leur association, le Groupement du Nord*, *une ONG locale, Les Mains vertes*: a body by the name beside it."""
    doc = discourse.doc
    comma = next((i for i in range(first + 1, last) if doc[i].text == ","), None)
    noun = next((t for t in doc[first : comma or first] if t.pos_ not in ("DET", "ADJ")), None)
    if comma is None or noun is None or not kinds_of_noun(noun.text) or noun.text.istitle():
        return None
    name = comma + 1 + (comma + 1 < last and doc[comma + 1].lower_ in DEFINITE)
    return Speaker(discourse.directory.body(comma + 1, last)) if is_name_part(doc[name]) else None


def _behind_brackets(discourse: Discourse, i: int) -> int:
    """*la secrétaire du Comité | (CDE) |, Anne Roy*"""
    doc = discourse.doc
    if i + 2 < len(doc) and doc[i].text == "(":
        closing = next((k for k in range(i + 1, min(len(doc), i + _BRACKETED)) if doc[k].text == ")"), None)
        return i if closing is None else closing + 1
    return i


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
