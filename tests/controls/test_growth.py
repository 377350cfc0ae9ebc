"""How far a growth can lie, by choice."""

from helpers import controls
from helpers.numbers import claims
from tests.stored import shown


def test_fewer_digits_leave_more_room(analysis):
    comparison = claims.comparisons(analysis.statistics, analysis.document).iloc[0]
    control = controls.interval(comparison, 80.7)
    assert "Growth from +79.0% to +81.8%; the published +80.7% lies inside" in shown(control)
    control.choices["fewer"].value = 1
    assert "+79.0%" not in shown(control) and "lies inside" in shown(control)
    control.choices["fewer"].value, control.choices["cut"].value = 0, True
    assert "lies inside" in shown(control)
