"""A logistic regression over named features: a table of weights, a probability, and what weighed most."""

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
INTERCEPT, SLOPE, OFFSET = "(intercept)", "(calibration slope)", "(calibration offset)"
"""Rows of a table that are no features."""
_STEEPEST = 700.0  # e to this power is still a float

Features = Mapping[str, float]
"""Name of a feature → its value; one that is absent is 0."""


@dataclass(frozen=True)
class Logistic:
    """Weights by feature. ``slope`` and ``offset`` bring the score to a calibrated probability.

    Source:
        Platt (1999), Probabilistic outputs for support vector machines: a sigmoid over scores of texts held out.
    """

    weights: Features
    intercept: float
    slope: float = 1.0
    offset: float = 0.0

    @classmethod
    def read(cls, name: str) -> "Logistic":
        """The model of ``learned/NAME.csv``.

        Raises:
            FileNotFoundError: there is no such model.
        """
        return _read(FOLDER / f"{name}.csv")

    def score(self, features: Features) -> float:
        """The sum of intercept and weights; over 0 is rather yes. Unknown features weigh nothing."""
        return self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in features.items())

    def probability(self, features: Features) -> float:
        """The calibrated probability of yes, 0 to 1."""
        return sigmoid(self.slope * self.score(features) + self.offset)

    def evidence(self, features: Features, count: int = 3) -> list[tuple[str, float]]:
        """The features that weighed most, with what each added to the score, the weightiest first."""
        added = ((name, self.weights.get(name, 0.0) * value) for name, value in features.items())
        return sorted((pair for pair in added if pair[1]), key=lambda pair: (-abs(pair[1]), pair[0]))[:count]


def sigmoid(score: float) -> float:
    """The logistic function: a score on the whole line → 0 to 1."""
    return 1.0 / (1.0 + math.exp(max(-_STEEPEST, min(_STEEPEST, -score))))


@cache
def _read(path: Path) -> Logistic:
    with path.open(encoding="utf-8", newline="") as file:
        table = {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}
    rest = {name: weight for name, weight in table.items() if not name.startswith("(")}
    return Logistic(rest, table[INTERCEPT], table.get(SLOPE, 1.0), table.get(OFFSET, 0.0))
