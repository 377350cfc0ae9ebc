"""Who can be meant at a place: everybody seen or heard before whom number and a sure gender do not rule out."""

from dataclasses import dataclass

from helpers.entities.gender import agrees, gender_of_first_name
from helpers.speakers.discourse import Discourse, Heard
from helpers.speakers.sightings import PERSON, Sighting
from helpers.text.typography import fold

_MOST = 12  # candidates, the last seen first


@dataclass(frozen=True)
class Candidate:
    """Somebody or something that can be meant: as last seen, as last heard, and how often seen before."""

    name: str
    seen: Sighting | None
    heard: Heard | None
    times: int

    @property
    def salient_at(self) -> int:
        """The token at which it last spoke or was a subject, -1 if it never did."""
        subject = self.seen.at if self.seen and self.seen.is_subject else -1
        return max(subject, self.heard.at if self.heard else -1)

    @property
    def at(self) -> int:
        """The token of the last sign of it."""
        return max(self.seen.at if self.seen else -1, self.heard.at if self.heard else -1)


def candidates(
    discourse: Discourse, at: int, gender: str | None, proposed: str | None, itself: str | None = None
) -> list[Candidate]:
    """Whom a source at a token can mean, the one seen last first.

    Whom the rules propose is one of them, and so are the source's own words, ``itself``, where these can name somebody.
    """
    seen: dict[str, list[Sighting]] = {}
    spoke: dict[str, Heard] = {}
    for sighting in discourse.sightings_before(at):
        if not sighting.is_plural:
            seen.setdefault(fold(sighting.name), []).append(sighting)
    for one in discourse.heard:
        if one.speaker.name and one.at < at and not one.speaker.is_plural:
            spoke[fold(one.speaker.name)] = one
    found = [_candidate(seen.get(key, []), spoke.get(key)) for key in {**seen, **spoke}]
    kept = {fold(name) for name in (proposed, itself) if name}
    found += [
        Candidate(name, None, None, 0) for name in (proposed, itself) if name and fold(name) not in {**seen, **spoke}
    ]
    unique = {fold(c.name): c for c in found}.values()
    fitting = [c for c in unique if fold(c.name) in kept or not _is_ruled_out(discourse, c, gender)]
    fitting.sort(key=lambda c: (-c.at, c.name))
    return [c for rank, c in enumerate(fitting) if rank < _MOST or fold(c.name) in kept]


def _candidate(seen: list[Sighting], heard: Heard | None) -> Candidate:
    last = max(seen, key=lambda s: s.at, default=None)
    name = last.name if last else heard.speaker.name or ""
    return Candidate(name, last, heard, len(seen))


def _is_ruled_out(discourse: Discourse, candidate: Candidate, gender: str | None) -> bool:
    """*Mme Roy* is no *il*, nor is *Nadia Roy*."""
    known = known_gender(discourse, candidate)
    if known is None and candidate.seen and candidate.seen.kind == PERSON and candidate.seen.is_named:
        known = gender_of_first_name(discourse.doc, candidate.seen.at)
    return not agrees(known, gender)


def known_gender(discourse: Discourse, candidate: Candidate) -> str | None:
    """What the release says of it, or a pronoun has told."""
    if candidate.seen and candidate.seen.kind == PERSON and candidate.seen.is_named:
        return candidate.seen.gender or discourse.told_gender(candidate.name)
    if candidate.seen:
        return candidate.seen.gender
    return candidate.heard.speaker.gender if candidate.heard else None
