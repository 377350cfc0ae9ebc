"""Acts as found and as annotated → how far they agree."""

from collections import Counter
from collections.abc import Hashable, Sequence

import pandas as pd


def kappa(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """How far two annotations agree beyond chance: 1 wholly, 0 as chance would.

    Raises:
        ValueError: they are not of one length, or empty.

    Source:
        Cohen (1960), Educational and Psychological Measurement 20.
    """
    if len(one) != len(other) or not one:
        raise ValueError("two annotations of the same items are needed")
    total = len(one)
    seen = sum(a == b for a, b in zip(one, other, strict=True)) / total
    ones, others = Counter(one), Counter(other)
    chance = sum(ones[label] * others[label] for label in ones) / total**2
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def confusion(wanted: Sequence[str], found: Sequence[str]) -> pd.DataFrame:
    """How often each label by hand (rows) was given each label by rule (columns)."""
    return pd.crosstab(pd.Series(list(wanted), name="by hand"), pd.Series(list(found), name="by rule"))


def scores(wanted: Sequence[str], found: Sequence[str]) -> pd.DataFrame:
    """Precision, recall and F1 of each label.

    Returns:
        One row a label in order of the alphabet: ``label``, ``wanted``, ``found``, ``right``, ``precision``,
        ``recall``, ``f1`` (NaN where there is nothing to divide by).
    """
    rows = []
    for label in sorted({*wanted, *found}):
        right = sum(a == b == label for a, b in zip(wanted, found, strict=True))
        by_hand, by_rule = list(wanted).count(label), list(found).count(label)
        precision = right / by_rule if by_rule else float("nan")
        recall = right / by_hand if by_hand else float("nan")
        f1 = 2 * right / (by_rule + by_hand) if by_rule + by_hand else float("nan")
        rows.append((label, by_hand, by_rule, right, precision, recall, f1))
    return pd.DataFrame(rows, columns=["label", "wanted", "found", "right", "precision", "recall", "f1"])
