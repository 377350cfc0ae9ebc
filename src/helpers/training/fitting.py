"""A logistic regression from a feature table: cross-validated by text, calibrated on texts held out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss
from sklearn.model_selection import GroupKFold

from helpers.learned.logistic import INTERCEPT, OFFSET, SLOPE, Logistic
from helpers.training.tables import KEYS

FOLDS = 10
_STRENGTHS = (0.05, 0.1, 0.2, 0.4, 0.8)  # of which one is chosen: inverse of the L2 penalty
_RAREST = 5  # rows in which a feature must stand to be learned
_INVENTED = 0.5  # weight of a row of an invented text: real ones count double
_DIGITS = 4


@dataclass(frozen=True)
class Fit:
    """A model and what it does on texts that it was not trained on.

    ``held_out``: for each row of the table the calibrated probability by models that have not seen its text.
    """

    model: Logistic
    held_out: np.ndarray
    strength: float


def fit(table: pd.DataFrame) -> Fit:
    """Fit a table of ``tables.as_table``: penalty by cross-validation over texts, weights by all rows."""
    names = _learnable(table)
    values, labels = table[names].to_numpy(float), table["label"].to_numpy(int)
    groups, weights = table["text"].to_numpy(), row_weights(table)
    scored = {c: _held_out_scores(values, labels, groups, weights, c) for c in _STRENGTHS}
    strength = min(_STRENGTHS, key=lambda c: log_loss(labels, _sigmoid(scored[c]), sample_weight=weights))
    slope, offset = _calibration(scored[strength], labels, weights)
    whole = _regression(values, labels, weights, strength)
    learned = {n: round(float(w), _DIGITS) for n, w in zip(names, whole.coef_[0], strict=True)}
    model = Logistic(
        {n: w for n, w in learned.items() if w},
        round(float(whole.intercept_[0]), _DIGITS),
        round(slope, _DIGITS),
        round(offset, _DIGITS),
    )
    return Fit(model, _sigmoid(slope * scored[strength] + offset), strength)


def held_out_models(table: pd.DataFrame, strength: float) -> Mapping[str, Logistic]:
    """Text → a model of the rows of other texts: what a model that is trained on its choices may see."""
    names = _learnable(table)
    values, labels = table[names].to_numpy(float), table["label"].to_numpy(int)
    groups, weights = table["text"].to_numpy(), row_weights(table)
    models = {}
    for seen, unseen in GroupKFold(FOLDS).split(values, labels, groups):
        fold = _regression(values[seen], labels[seen], weights[seen], strength)
        model = Logistic(dict(zip(names, map(float, fold.coef_[0]), strict=True)), float(fold.intercept_[0]))
        models |= dict.fromkeys(groups[unseen], model)
    return models


def row_weights(table: pd.DataFrame) -> np.ndarray:
    """What each row counts: an invented text's less than a real one's."""
    return np.where(table["text"].str.startswith("invented"), _INVENTED, 1.0)


def _learnable(table: pd.DataFrame) -> list[str]:
    return [name for name in table.columns if name not in KEYS and (table[name] != 0).sum() >= _RAREST]


def _regression(values: np.ndarray, labels: np.ndarray, weights: np.ndarray, strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, max_iter=5000, tol=1e-8).fit(values, labels, sample_weight=weights)


def _held_out_scores(
    values: np.ndarray, labels: np.ndarray, groups: np.ndarray, weights: np.ndarray, strength: float
) -> np.ndarray:
    scores = np.zeros(len(labels))
    for seen, unseen in GroupKFold(FOLDS).split(values, labels, groups):
        model = _regression(values[seen], labels[seen], weights[seen], strength)
        scores[unseen] = model.decision_function(values[unseen])
    return scores


def _calibration(scores: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> tuple[float, float]:
    """Slope and offset of the sigmoid over scores of texts held out (Platt 1999)."""
    sigmoid = LogisticRegression(C=1e6, max_iter=5000).fit(scores.reshape(-1, 1), labels, sample_weight=weights)
    return float(sigmoid.coef_[0][0]), float(sigmoid.intercept_[0])


def _sigmoid(scores: np.ndarray) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-scores))


def figures(labels: Sequence[int], probabilities: np.ndarray) -> dict[str, float]:
    """How well probabilities of texts held out fit: counts, scores at one half, Brier score, log loss."""
    wanted, given = np.asarray(labels, bool), probabilities >= 0.5
    right = int((wanted & given).sum())
    precision, recall = right / max(1, int(given.sum())), right / max(1, int(wanted.sum()))
    return {
        "candidates": len(wanted),
        "of these right": int(wanted.sum()),
        "precision": round(precision, _DIGITS),
        "recall": round(recall, _DIGITS),
        "F1": round(2 * precision * recall / max(1e-9, precision + recall), _DIGITS),
        "Brier score": round(float(brier_score_loss(wanted, probabilities)), _DIGITS),
        "log loss": round(float(log_loss(wanted, probabilities)), _DIGITS),
    }


def as_rows(model: Logistic) -> list[tuple[str, float]]:
    """The rows of a model's table: what is no feature first, then features from the most for to the most against."""
    rest = [(INTERCEPT, model.intercept), (SLOPE, model.slope), (OFFSET, model.offset)]
    return rest + sorted(model.weights.items(), key=lambda pair: (-pair[1], pair[0]))
