"""What the reading of numbers gives: amounts, and stretches that hold a number but no amount."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Amount:
    """A number that counts or measures something, with what has been read of it so far."""

    start: int
    end: int
    value: float
    step: float | None  # one unit of the last printed digit
    after: int  # where its unit, if any, has been read to
    unit: str | None = None  # code of lexicon/units.csv
    multiplier: float = 1.0
    approximation: str | None = None
    share: tuple[int, int] | None = None  # of huit lits sur dix: the span of lits
    partitive: bool = False  # what is counted follows after de
    word: bool = False


@dataclass(frozen=True)
class Excluded:
    """A stretch of text that holds a number but no amount, and why."""

    start: int
    end: int
    reason: str
