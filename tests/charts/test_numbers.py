"""Charts of numbers: their titles say what the numbers do."""

import pandas as pd

from helpers import charts
from tests.reading import comparisons_of


def test_the_titles_follow_the_numbers():
    row = comparisons_of("En 2015, le parc a reçu 400 cerfs, comparativement à 200 en 2014.").iloc[0]
    assert charts.compared(row).finding.startswith("400 against 200: 2.00 times")
    assert "outside" in charts.growth(row, 150.0).finding
    assert "inside" in charts.growth(row, 100.2).finding


def test_a_year_that_fell_is_told_as_such():
    growths = pd.DataFrame({"year": [2013, 2014, 2015], "growth_percent": [20.0, 50.0, -10.0]})
    finding = charts.yearly_growth(growths, 2014).finding
    assert finding == "+50.0% in 2014: 0 of 3 years since 2013 grew faster;\nthe next year brought -10.0%"
