import math

import pytest

from helpers.learned import Logistic

MODEL = Logistic({"opens its sentence": 2.0, "one word": -3.0}, intercept=-0.5, slope=2.0, offset=1.0)


def test_the_probability_is_that_of_the_calibrated_score():
    # By hand: score −0.5 + 2 = 1.5; calibrated 2 · 1.5 + 1 = 4; 1 / (1 + e^−4).
    assert MODEL.score({"opens its sentence": 1}) == 1.5
    assert MODEL.probability({"opens its sentence": 1}) == pytest.approx(1 / (1 + math.exp(-4)))


def test_evidence_is_what_weighed_most():
    seen = {"opens its sentence": 1, "one word": 1, "unknown": 1}
    assert MODEL.evidence(seen, 2) == [("one word", -3.0), ("opens its sentence", 2.0)]


def test_no_score_is_too_high_for_a_float():
    assert 0 <= MODEL.probability({"one word": 1e9}) < MODEL.probability({"opens its sentence": 1e9}) <= 1


def test_a_model_that_is_not_there_is_told():
    with pytest.raises(FileNotFoundError):
        Logistic.read("no such model")
