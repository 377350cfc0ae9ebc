"""What speaks for and against a candidate being who is meant: features with names that a reader understands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log1p

from helpers.entities.descriptions import Description
from helpers.entities.gender import gender_of_first_name
from helpers.learned import Features
from helpers.speakers.candidates import Candidate, known_gender
from helpers.speakers.description_fit import description_fit
from helpers.speakers.discourse import Discourse, Heard
from helpers.speakers.sightings import BODY, PERSON, THING
from helpers.text.typography import fold

PRONOUN, DESCRIPTION, NOTHING = "pronoun", "description", "nothing"
_FAR = 8  # sentences, beyond which all is equally far


@dataclass(frozen=True, eq=False)
class Scene:
    """A source among those whom it can mean, the one seen last first.

    ``next_name``: who is named as the source of the next quotation;
    ``proposed``: whom the rules propose; ``form``: pronoun, description or nothing beside the words.
    """

    discourse: Discourse
    at: int
    gender: str | None
    candidates: Sequence[Candidate]
    next_name: str | None
    proposed: str | None = None
    form: str = PRONOUN
    description: Description | None = None

    def features(self, rank: int) -> Features:
        """The features of one candidate, those of nothing left out."""
        candidate = self.candidates[rank]
        found = {
            **self._agreement(candidate),
            **self._place(candidate, rank),
            **self._speech(candidate),
            **self._standing(candidate),
        }
        if self.description is not None:
            found |= description_fit(self.discourse, self.description, candidate.name, self._kind(candidate))
        told = {name: float(value) for name, value in found.items() if value}
        return told | {f"{name} ({self.form})": value for name, value in told.items()}

    # --- agreement ---

    def _agreement(self, candidate: Candidate) -> dict[str, float]:
        known, kind = known_gender(self.discourse, candidate), self._kind(candidate)
        likely = None
        if known is None and kind == PERSON and candidate.seen and self.gender:
            likely = gender_of_first_name(self.discourse.doc, candidate.seen.at)
        return {
            "differs in gender": known is not None and self.gender is not None and known != self.gender,
            "agrees in gender": known is not None and known == self.gender,
            "first name agrees": likely is not None and likely == self.gender,
            "first name differs": likely is not None and likely != self.gender,
            "is a person": kind == PERSON,
            "is a body": kind == BODY,
            "is a thing": kind == THING,
        }

    def _kind(self, candidate: Candidate) -> str:
        if candidate.seen:
            return candidate.seen.kind
        speaker = candidate.heard.speaker if candidate.heard else None
        is_person = speaker is not None and (speaker.role or speaker.is_unnamed or speaker.gender)
        return PERSON if is_person else BODY

    # --- place ---

    def _place(self, candidate: Candidate, rank: int) -> dict[str, float]:
        seen, discourse = candidate.seen, self.discourse
        if candidate.at < 0:
            return {"is not seen before": 1.0}
        between = min(_FAR, discourse.sentence_number(self.at) - discourse.sentence_number(candidate.at))
        apart = discourse.paragraph_of(self.at) - discourse.paragraph_of(candidate.at)
        is_seen_last = seen is not None and seen.at == candidate.at
        return {
            "seen last": rank == 0,
            "others seen since": log1p(rank),
            "sentences between": log1p(between),
            "in the same sentence": between == 0,
            "in the sentence before": between == 1,
            "in the same paragraph": apart == 0,
            "in the paragraph before": apart == 1,
            "was a subject": seen is not None and seen.is_subject,
            "was the last subject": candidate is self._last_subject,
            "was the last person": candidate is self._last_person,
            "spoke or was a subject last": candidate is self._most_salient,
            "was a subject in the sentence before": is_seen_last and seen.is_subject and between == 1,
            "was a complement": seen is not None and seen.is_governed,
            "stands in a heading": seen is not None and discourse.is_in_heading(seen.at),
        }

    @cached_property
    def _last_subject(self) -> Candidate | None:
        subjects = (c for c in self.candidates if c.seen and c.seen.is_subject)
        return max(subjects, key=lambda c: c.seen.at if c.seen else -1, default=None)

    @cached_property
    def _most_salient(self) -> Candidate | None:
        """Of persons, and of bodies that have spoken."""
        known = [c for c in self.candidates if c.salient_at >= 0 and (c.heard or self._kind(c) == PERSON)]
        return max(known, key=lambda c: c.salient_at, default=None)

    @cached_property
    def _last_person(self) -> Candidate | None:
        return next((c for c in self.candidates if self._kind(c) == PERSON), None)

    # --- speech ---

    def _speech(self, candidate: Candidate) -> dict[str, float]:
        heard, last = candidate.heard, self._last_heard
        is_last = heard is not None and last is not None and heard.at == last.at
        discourse = self.discourse
        between = discourse.sentence_number(self.at) - discourse.sentence_number(heard.at) if heard else _FAR
        is_near = heard is not None and discourse.paragraph_of(self.at) == discourse.paragraph_of(heard.at)
        return {
            "spoke last": is_last,
            "spoke last, but unsurely": is_last and not heard.is_sure,
            "spoke last, in the same paragraph": is_last and is_near,
            "spoke last, a sentence ago at most": is_last and between <= 1,
            "spoke before": heard is not None,
            "is the only voice so far": is_last and len({fold(h.speaker.name or "") for h in self._so_far}) == 1,
            "speaks next": self.next_name is not None and fold(self.next_name) == fold(candidate.name),
            "is seen since the last voice": last is not None and candidate.at > last.at,
        }

    @cached_property
    def _so_far(self) -> list[Heard]:
        return [h for h in self.discourse.heard if h.at < self.at and h.speaker.name]

    @cached_property
    def _last_heard(self) -> Heard | None:
        return self._so_far[-1] if self._so_far else None

    # --- standing in the release ---

    def _standing(self, candidate: Candidate) -> dict[str, float]:
        seen = candidate.seen
        is_person = self._kind(candidate) == PERSON
        return {
            "the rules propose it": self.proposed is not None and fold(self.proposed) == fold(candidate.name),
            "is named": seen is not None and seen.is_named,
            "is a named person": seen is not None and seen.is_named and is_person,
            "is a body that spoke": not is_person and candidate.heard is not None,
            "is seen often": log1p(candidate.times),
            "is the issuer": fold(candidate.name) == fold(self.discourse.document.release.issuer or ""),
            "was new": seen is not None and seen.is_new,
        }
