"""The measures of a text as one row of numbers."""

import math

from helpers import language
from tests.reading import read


def test_rates_are_in_a_hundred_words():
    table = language.profile(read("Il faut payer. La ville compte 30 ponts et 40 halles.")).set_index("measure")
    assert table.loc["words a sentence", "value"] == 5.5
    assert math.isclose(table.loc["modal words", "value"], 100 / 11)
    assert math.isclose(table.loc["numbers that count", "value"], 200 / 11)


def test_any_text_has_a_profile():
    assert language.profile(read("0"))["measure"].is_unique
