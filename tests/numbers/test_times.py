"""Hours of the day, told from durations."""

from helpers.numbers.times import clock_context


def test_the_words_before_an_hour_tell_a_time_from_a_duration():
    assert clock_context("duration").search("La visite a duré pendant ")
    assert not clock_context("duration").search("La visite commence à ")
    assert clock_context("clock").search("La visite commence à ")
    assert clock_context("clock_after").match(" du matin")
