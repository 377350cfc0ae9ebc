"""Changes that are stated beside two numbers. All sentences are invented."""

import pandas as pd
import pytest

from helpers.numbers.claims import comparisons, stated_changes
from helpers.numbers.quantities import quantities
from tests.reading import read


def stated(text: str) -> pd.DataFrame:
    reading = read(text)
    table = quantities(reading.amounts)
    found = stated_changes(table, comparisons(table, reading.document), reading.document)
    for row in found.itertuples():
        assert text[row.start : row.end] == row.text
    return found


@pytest.mark.parametrize(
    ("text", "words", "percent", "verdict"),
    [
        ("Le parc abrite 400 cerfs, contre 300 en 2015, en hausse de 33 %.", "hausse de 33 %", 33, "agrees"),
        ("En hausse de 80 %, le parc abrite 400 cerfs, contre 300 en 2015.", "hausse de 80 %", 80, "differs"),
        (
            "Le prix est passé de 110 € en 2014 à 165 € en 2015, soit 50 % d'augmentation.",
            "50 % d'augmentation",
            50,
            "agrees",
        ),
        ("Le nombre a doublé, passant de 110 à 165.", "doublé", 100, "differs"),
        ("Le nombre a triplé, passant de 110 à 335.", "triplé", 200, "agrees"),
        (
            "Le parc abrite 300 cerfs, contre 600 en 2015. Leur nombre a été réduit de moitié.",
            "réduit de moitié",
            -50,
            "agrees",
        ),
        (
            "Le parc abrite 900 cerfs, contre 300 en 2015. Leur nombre a été multiplié par trois.",
            "multiplié par trois",
            200,
            "agrees",
        ),
        (
            "Le parc abrite 300 cerfs, contre 600 en 2015, en hausse de 50 %.",
            "hausse de 50 %",
            50,
            "opposite direction",
        ),
        ("Le parc abrite 600 cerfs, contre 300 en 2015 (+100 %).", "+100 %", 100, "agrees"),
        ("Le taux est passé de 10 % à 15 %, une hausse de 5 %.", "hausse de 5 %", 5, "points taken for per cent"),
        ("Le taux est passé de 10 % à 15 %, une hausse de 5 points.", "hausse de 5", 5, "agrees"),
        ("Le taux est tombé de 15 % à 10 %, soit un recul de 8 points.", "recul de 8", -8, "differs"),
        ("Le taux est tombé de 15 % à 10 %, une hausse de 5 points.", "hausse de 5", 5, "opposite direction"),
        (
            "Le parc abrite 600 cerfs, contre 300 en 2015, une hausse de plus de 90 %.",
            "hausse de plus de 90 %",
            90,
            "agrees",
        ),
    ],
)
def test_a_stated_change_is_held_against_the_two_numbers_beside_it(text, words, percent, verdict):
    (row,) = stated(text).itertuples()
    assert (row.text, row.verdict) == (words, verdict)
    assert row.stated == pytest.approx(percent)
    assert row.sentence.startswith("From ") and row.sentence.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Le parc abrite 400 cerfs, en hausse de 33 %.",
        "Le parc abrite 400 cerfs, contre 300 en 2015.",
        "Les vols ont connu une hausse de 49 %, contre une hausse de 13 % en mai, et une baisse de 4 % des morts.",
        "Le parc abrite 400 cerfs, contre 300 en 2015, avec une baisse de 4 % des visites.",
        "Le parc abrite 400 cerfs, contre 300 en 2015, et le taux a perdu deux points.",
        "Le parc abrite 400 cerfs, contre 300 en 2015. Il ouvre. Il ferme. Le prix a doublé.",
    ],
)
def test_a_change_without_two_numbers_is_not_judged(text):
    assert stated(text).empty
