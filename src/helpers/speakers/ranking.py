"""Who is meant where nobody is named: the likeliest of all who can be, by a learned weighing of features."""

from dataclasses import dataclass

from helpers.learned import Logistic
from helpers.speakers.features import PRONOUN, Scene
from helpers.text.typography import fold

MODEL = "speaker"
SURE = 0.9
"""Probability from which a choice is as good as a name beside the words."""
_UNSURE = 0.5


@dataclass(frozen=True)
class Choice:
    """The rank of who is meant and of the next likeliest, how probably it is the first, and what weighed most."""

    best: int
    second: int | None
    probability: float
    evidence: tuple[tuple[str, float], ...]


def choose(scene: Scene, model: Logistic | None = None) -> Choice | None:
    """Who is meant and how probably, None where nobody can be.

    A pronoun means the likeliest candidate. What the rules say of a description, or of words that nothing attributes,
    stands: there the weights only tell how sure that is, since on texts held out they choose no better.
    """
    if not scene.candidates:
        return None
    model = model or Logistic.read(MODEL)
    every = [scene.features(rank) for rank in range(len(scene.candidates))]
    scores = [model.score(features) for features in every]
    order = sorted(range(len(scores)), key=lambda rank: (-scores[rank], rank))
    best = order[0] if scene.form == PRONOUN else _proposed(scene)
    if best is None:
        return None
    second = next((rank for rank in order if rank != best), None)
    return Choice(best, second, model.probability(every[best]), tuple(model.evidence(every[best])))


def as_proposed(scene: Scene) -> Choice | None:
    """Whom the rules propose. Training reads history by it, with the mistakes that it has."""
    rank = _proposed(scene)
    return None if rank is None else Choice(rank, None, _UNSURE, ())


def _proposed(scene: Scene) -> int | None:
    names = [fold(candidate.name) for candidate in scene.candidates]
    return names.index(fold(scene.proposed)) if scene.proposed and fold(scene.proposed) in names else None
