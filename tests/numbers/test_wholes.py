"""Shares of one list, added up. All sentences are invented."""

import pytest

from helpers.numbers.claims import share_totals
from helpers.release.release import Release
from tests.reading import quantities_of


@pytest.mark.parametrize(
    ("text", "shares", "total", "verdict"),
    [
        (
            "Le soir, 61 % des élèves lisent, 30 % dessinent et 25 % chantent.",
            ["61 %", "30 %", "25 %"],
            116,
            "more than 100 %",
        ),
        ("Le parti a eu 52 % des voix, 48 % vont aux autres.", ["52 %", "48 %"], 100, "a whole"),
        ("Le lait fait 33 % des ventes, le pain 33 % et le sel 33 %.", ["33 %"] * 3, 99, "a whole"),
        ("Le vote a donné 60 % pour le pont et 40 % pour le bac.", ["60 %", "40 %"], 100, "a whole"),
        ("Le soir, 20 % des élèves lisent et 30 % dessinent.", ["20 %", "30 %"], 50, "less than 100 %"),
    ],
)
def test_shares_of_one_list_are_added_up(text, shares, total, verdict):
    (row,) = share_totals(quantities_of(text), Release.from_text(text)).itertuples()
    assert (row.shares, row.total, row.verdict) == (shares, total, verdict)
    assert text[row.start : row.end] == row.text
    assert row.low < row.total < row.high


@pytest.mark.parametrize(
    "text",
    [
        "Le taux va de 60 à 80 %.",
        "Ils sont 60 % à lire, contre 80 % avant.",
        "Le prix a augmenté de 60 % et le coût de 70 %.",
        "Ils sont 60 % à lire en 2014 et 80 % en 2015.",
        "Le chômage touche 22 % des femmes et 12 % des hommes.",
        "Le taux est de 22 % pour les unes et de 12 % pour les autres.",
        "Le soutien atteint 70 % chez les jeunes et 60 % chez les vieux.",
        "La part des logements vides est de 8 % dans le bourg et de 3 % dans les hameaux.",
        "Ils sont 60 % à lire. Ils sont 80 % à dormir.",
        "Sur la plage, 45 % viennent du nord, 40 % du sud et 30 % de l'est.",
        "Le matin, 45 % lisent et 30 % dessinent.",
    ],
)
def test_shares_that_are_no_parts_are_not_added_up(text):
    assert share_totals(quantities_of(text), Release.from_text(text)).empty
