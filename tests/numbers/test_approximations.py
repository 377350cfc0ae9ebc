"""How exact a number is. All sentences are invented."""

import pytest

from helpers.numbers.approximations import approximation
from tests.reading import amounts_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le parc abrite 300 cerfs.", "not hedged"),
        ("Le parc abrite environ 300 cerfs.", "about"),
        ("Le parc abrite près de 300 cerfs.", "about"),
        ("Le parc abrite une trentaine de cerfs.", "about"),
        ("Le parc abrite plus de 300 cerfs.", "more than"),
        ("Le parc abrite moins de 300 cerfs.", "less than"),
        ("Le parc abrite au moins 300 cerfs.", "at least"),
        ("Le parc abrite jusqu'à 300 cerfs.", "at most"),
        ("Les visiteurs de 65 ans et plus entrent.", "at least"),
    ],
)
def test_the_words_around_a_number_say_how_exact_it_is(text, wanted):
    amounts = amounts_of(text)
    (amount,) = amounts.found
    assert approximation(amount, amounts.text) == wanted
