"""Where a text lies among others."""

from helpers import charts, language
from tests.reading import read


def test_the_figure_says_what_is_high_and_low(analysis):
    beside = language.beside_norms(language.profile(analysis))
    chart = charts.norms(beside)
    assert all(measure in chart.finding for measure in beside.loc[beside["verdict"].str.contains("four"), "measure"])
    assert chart.svg() == chart.svg()


def test_it_can_be_drawn_of_nothing():
    assert charts.norms(language.beside_norms(language.profile(read("0"))).head(0)).svg().startswith("<svg")
