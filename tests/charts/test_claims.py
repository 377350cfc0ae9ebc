"""What the sentences of a release do, as a figure."""

import pytest

from helpers import charts, claims
from tests.reading import read


def test_the_figure_says_what_can_be_checked():
    text = "La ville compte 300 ponts. Elle fermera un pont en mai 2031. Il faut payer. C'est une honte."
    chart = charts.acts(claims.inventory(read(text)))
    assert chart.finding.startswith("Of 4 sentences 1 can be checked now and 1 later")
    assert chart.svg() == chart.svg()
    assert chart.data["sentences"].sum() == 4


@pytest.mark.parametrize("text", ["0", "Oui.", "Un titre"])
def test_the_figure_can_be_drawn_of_a_text_that_says_little(text):
    assert charts.acts(claims.inventory(read(text))).svg().startswith("<svg")
