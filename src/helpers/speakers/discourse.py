"""What a reader of the release knows at a point of it: who was named, who was a subject, who spoke."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from spacy.tokens import Token

from helpers.entities.directory import Directory
from helpers.entities.gender import agrees, gender_of_first_name, gender_of_phrase
from helpers.entities.persons import Person
from helpers.french.noun_phrases import phrase_around
from helpers.french.subjects import SUBJECTS
from helpers.quotes.quotations import Quotation
from helpers.quotes.rules import SELON
from helpers.speakers.model import Speaker
from helpers.speakers.sightings import Sighting, Sightings
from helpers.text.typography import fold

REACH = 160  # tokens back to which a person or a subject stays in mind
_IN_MIND = 400  # tokens back to which what was seen can be meant
_HEADINGS = frozenset({"title", "subtitle", "heading"})
_NESTED = 4  # quoted stretches before a position that may hold it


@dataclass(frozen=True)
class Heard:
    """Who spoke, at which token; ``is_sure``: named beside the words, or chosen with hardly any doubt."""

    at: int
    speaker: Speaker
    is_sure: bool


class Discourse:
    """Follows a release from quotation to quotation; what it hears and learns is kept here, not in the directory."""

    def __init__(self, directory: Directory, quotes: Sequence[Quotation]) -> None:
        self.directory = directory
        self.document, self.doc = directory.document, directory.document.doc
        self.history: list[tuple[int, Speaker]] = []  # position, who spoke
        self.heard: list[Heard] = []
        self._heard: set[str] = set()
        self.meant_by: dict[str, str] = {}  # a function alone, *premier ministre* → the name of whom it meant first
        self._genders: dict[str, str] = {}  # person → gender that a pronoun or an article has told
        marks = [(mark.opened, mark.closed) for mark in self.document.marks]
        self._quoted = sorted([*marks, *((q.start, q.end) for q in quotes if _takes_subjects(q))])

    # --- what was learnt ---

    def hear(self, quote: Quotation, speaker: Speaker, is_sure: bool = True) -> None:
        """Note who spoke."""
        if speaker.name:
            position = quote.cue.start if quote.cue else quote.start
            self.history.append((position, speaker))
            self.heard.append(Heard(min(self.document.token_from(position), len(self.doc) - 1), speaker, is_sure))
            self._heard.add(speaker.name)

    def learn(self, person: Person, gender: str | None) -> None:
        """Note the gender of a person that discourse tells, where none is known."""
        if gender and not self.gender(person):
            self._genders[person.name] = gender

    def gender(self, person: Person) -> str | None:
        """What the release says beside the name, else what its discourse has told so far."""
        return person.gender or self._genders.get(person.name)

    def _can_be(self, person: Person, gender: str | None) -> bool:
        """Whether a person agrees, where nothing is sure by what the first name looks like."""
        known = self.gender(person)
        return agrees(known or gender_of_first_name(self.doc, person.named_at), gender)

    def voice(self, person: Person, is_carried: bool = False) -> Speaker:
        """A person as who speaks."""
        return Speaker(person.name, person.role, person.affiliation, self.gender(person), is_carried, person.roles)

    def has_spoken(self, name: str) -> bool:
        """Whether somebody of that name was heard."""
        return name in self._heard

    def only_voice(self) -> Speaker | None:
        """Who spoke, if only one did."""
        return self.history[-1][1] if len(self._heard) == 1 else None

    def latest(self) -> Iterator[Speaker]:
        """Who spoke, the last first."""
        return (speaker for _, speaker in reversed(self.history))

    # --- what stands in the text ---

    @cached_property
    def _sightings(self) -> Sequence[Sighting]:
        """Everybody and everything seen in the release's own words, in order."""
        return [s for s in Sightings(self.directory).all if not self.is_quoted(self.doc[s.at].idx)]

    def sightings_before(self, at: int) -> Sequence[Sighting]:
        """What is seen within reach before a token."""
        places = [s.at for s in self._sightings]
        return self._sightings[bisect_left(places, at - _IN_MIND) : bisect_left(places, at)]

    @cached_property
    def _persons(self) -> Mapping[str, Person]:
        return {person.name: person for person in self.directory.persons}

    def person_called(self, name: str) -> Person | None:
        """The person of a full name."""
        return self._persons.get(name)

    def times_before(self, word: str, at: int) -> int:
        """How often a word stands before a token."""
        return bisect_left(self.places_of.get(fold(word), ()), at)

    def told_gender(self, name: str) -> str | None:
        """The gender of a person that a pronoun or an article has told."""
        return self._genders.get(name)

    @cached_property
    def _sentence_starts(self) -> Sequence[int]:
        return sorted({self.document.sentence(i)[0] for i in range(len(self.doc))})

    def sentence_number(self, i: int) -> int:
        """Number of the sentence of a token."""
        return bisect_right(self._sentence_starts, i)

    def paragraph_of(self, i: int) -> int:
        """Number of the paragraph of a token."""
        return self.document.paragraph(self.doc[i].idx)

    def is_in_heading(self, i: int) -> bool:
        """Whether a token stands in a title or heading."""
        number = self.document.release.paragraph_at(self.doc[i].idx)
        return number >= 0 and self.document.release.paragraphs[number].kind in _HEADINGS

    @cached_property
    def places_of(self) -> Mapping[str, Sequence[int]]:
        """Word, folded → the tokens at which it stands, in order."""
        found: dict[str, list[int]] = {}
        for token in self.doc:
            found.setdefault(fold(token.text), []).append(token.i)
        return found

    @cached_property
    def _towns(self) -> frozenset[str]:
        """*Québec a dit non*: places that are subjects without article, as governments are called."""
        return frozenset(token.text for token in self.doc if _is_town(token))

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(person.name for person in self.directory.persons)

    def is_quoted(self, position: int) -> bool:
        """Whether a code point stands in the words of somebody else than the release."""
        k = bisect_right(self._quoted, position, key=itemgetter(0))
        return any(start <= position < end for start, end in self._quoted[max(0, k - _NESTED) : k])

    # --- who is meant ---

    def recent(self, at: int, gender: str | None, of_persons: bool = False, of_places: bool = True) -> Speaker | None:
        """Who spoke or was a subject last, whichever is later; bodies too, unless only persons are meant.

        A town that speaks for a government (*Québec a dit*) is not taken up by *il* or *elle*.
        """
        subject = self.subject_before(at, gender, of_persons, of_places)
        heard = self._heard_before(at, gender, of_persons, of_places)
        if heard and (subject is None or heard[0] >= self.doc[subject[0]].idx):
            return heard[1].carried()
        found = subject or self.person_before(at, gender, surely=of_persons)
        return found[1] if found else None

    def _heard_before(
        self, at: int, gender: str | None, of_persons: bool, of_places: bool
    ) -> tuple[int, Speaker] | None:
        for position, speaker in reversed(self.history):
            fits = agrees(speaker.gender, gender) and not speaker.is_plural
            is_of_kind = (not of_persons or self._is_person(speaker)) and (of_places or speaker.name not in self._towns)
            if position < self.doc[at].idx and fits and is_of_kind:
                return position, speaker
        return None

    def _is_person(self, speaker: Speaker) -> bool:
        return speaker.name in self._names or speaker.is_unnamed or speaker.is_first_name

    def subject_before(
        self, at: int, gender: str | None, of_persons: bool = False, of_places: bool = True
    ) -> tuple[int, Speaker] | None:
        """The last subject before a token that is a person, or spoke before, and its token."""
        for i in range(at - 1, max(0, at - REACH), -1):
            token = self.doc[i]
            if is_nominal_subject(token) and token.pos_ != "PRON" and not self.is_quoted(token.idx):
                speaker = self._as_subject(token, gender, of_persons, of_places)
                if speaker:
                    return i, speaker
        return None

    def _as_subject(self, token: Token, gender: str | None, of_persons: bool, of_places: bool) -> Speaker | None:
        first, last = phrase_around(self.document, token)
        person = self.directory.person_at(first, last)
        if person:
            return self._if_agreeing(person, gender)
        own = gender_of_phrase(self.doc, first, last)
        speaker = Speaker(self.directory.body(first, last), gender=own, is_carried=True)
        if of_persons and not (speaker.is_unnamed or speaker.is_first_name):
            return None
        is_known = self.has_spoken(speaker.name) and (of_places or speaker.name not in self._towns)
        return speaker if is_known and agrees(own, gender) and not speaker.is_plural else None

    def _if_agreeing(self, person: Person, gender: str | None) -> Speaker | None:
        """A person as a pronoun's antecedent."""
        return self.voice(person, is_carried=True) if agrees(self.gender(person), gender) else None

    def person_before(self, at: int, gender: str | None, surely: bool = False) -> tuple[int, Speaker] | None:
        """The person named last before a token, in whatever role, and the token of the name.

        ``surely``: only a gender that is sure rules somebody out, not what a first name looks like.
        """
        near = [
            (first, person)
            for person in self.directory.persons
            if (agrees(self.gender(person), gender) if surely else self._can_be(person, gender))
            for first, _ in person.mentions
            if at - REACH <= first < at and not self.is_quoted(self.doc[first].idx)
        ]
        if not near:
            return None
        first, person = max(near, key=itemgetter(0))
        return first, self.voice(person, is_carried=True)


def _takes_subjects(quote: Quotation) -> bool:
    """Whether a subject in quoted words is none of the release: but in *X a dit non, selon Z*, X is one still."""
    is_reported_behind = quote.rule == SELON and quote.cue is not None and quote.cue.start > quote.start
    return quote.kind != "narrated" and not is_reported_behind


def is_nominal_subject(token: Token) -> bool:
    """A subject by the parse; that of a presentative (*il y a*) is none."""
    return token.dep_ in ("nsubj", "nsubj:pass")


def _is_town(token: Token) -> bool:
    is_determined = token.i > 0 and token.nbor(-1).pos_ in ("DET", "NOUN", "ADJ")
    return token.ent_type_ == "LOC" and token.dep_ in SUBJECTS and not is_determined
