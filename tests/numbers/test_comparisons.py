"""Two numbers set against each other. All sentences are invented."""

import pandas as pd
import pytest

from tests.reading import comparisons_of


def compare(text: str) -> pd.DataFrame:
    table = comparisons_of(text)
    for row in table.itertuples():
        assert text[row.start : row.end] == row.text
        assert text[row.marker_start : row.marker_end] == row.marker
        assert text[row.new_start : row.new_end] == row.new_text
        assert text[row.old_start : row.old_end] == row.old_text
    return table


@pytest.mark.parametrize(
    ("text", "marker", "new", "old", "periods"),
    [
        (
            "En 2015, le parc a reçu 400 cerfs, comparativement à 300 en 2014.",
            "comparativement à",
            400,
            300,
            ("2015", "2014"),
        ),
        ("Le parc a reçu 400 cerfs, contre 300 un an plus tôt.", "contre", 400, 300, (None, "un an plus tôt")),
        (
            "Les ventes sont passées de 2,5 millions en 2014 à 3 millions en 2015.",
            "passées",
            3e6,
            2.5e6,
            ("2015", "2014"),
        ),
        ("Le taux est tombé de 12 % à 8 %.", "tombé", 8, 12, (None, None)),
        (
            "La lutte contre la faim a coûté 4 M€ en 2015, contre 3 M€ en 2014.",
            "contre",
            4e6,
            3e6,
            ("2015", "2014"),
        ),
    ],
)
def test_two_numbers_set_against_each_other(text, marker, new, old, periods):
    table = compare(text)
    assert len(table) == 1
    row = table.iloc[0]
    assert (row["marker"], row["new_value"], row["old_value"]) == (marker, new, old)
    assert (row["new_period"], row["old_period"]) == periods
    assert row["difference"] == new - old
    assert row["ratio"] == pytest.approx(new / old)
    assert row["growth_low"] <= row["growth_percent"] <= row["growth_high"]


@pytest.mark.parametrize(
    "text",
    [
        "Le parc abrite 400 cerfs et 300 biches.",
        "Le parc abrite 400 cerfs. La lutte contre 300 loups dure.",
        "Il a 54 ans et marche de 4 à 5 km.",
        "La ville verse 400 $ contre 20 % des parts.",
    ],
)
def test_numbers_that_nothing_compares_are_no_pair(text):
    assert compare(text).empty


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le taux atteint 4,3 %, contre 3,9 % en mai.", "From 3,9 % to 4,3 %: +0.4 point."),
        ("La part est de 10 %, contre 23,1 % en mai.", "From 23,1 % to 10 %: -13.1 points."),
        (
            "Le parc a reçu 300 cerfs, contre 200 en mai.",
            "From 200 to 300: +50.0 % as printed, +49.4 to +50.6 % if the digits were rounded, "
            "+49.3 to +50.5 % if cut.",
        ),
    ],
)
def test_shares_differ_in_points_and_other_numbers_in_per_cent(text, told):
    assert comparisons_of(text)["sentence"].tolist() == [told]


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("En 2020, la ville a planté 300 arbres, et 400 en 2021.", "400", "300"),
        ("La ville a planté 300 arbres en 2021 et 400 en 2020.", "300", "400"),
        ("La ville a planté plus de 300 arbres en 2020 et plus de 400 cette année.", "400", "300"),
        ("Le parc abritait 300 cerfs en mars 2020, 400 en mars 2021.", "400", "300"),
    ],
)
def test_the_same_thing_at_two_times_is_compared_without_a_word_for_it(text, new, old):
    (pair,) = compare(text).itertuples()
    assert (pair.new_text, pair.old_text) == (new, old)


@pytest.mark.parametrize(
    "text",
    [
        "En 2020, la ville a planté 300 arbres et 400 buissons.",
        "En 2020, la ville a planté 300 arbres à Lac-Clair et 400 à Vireuil.",
        "La ville a planté 300 arbres en 2020 et 400 en mai 2020.",
    ],
)
def test_two_things_two_places_or_a_part_of_the_time_are_not_compared(text):
    assert compare(text).empty


def test_two_changes_stand_against_each_other_and_hedges_are_told():
    one = "Le nombre de vols a connu une hausse de 49 %, contre une hausse de 13 % un an plus tôt."
    assert comparisons_of(one)["sentence"].tolist() == ["49 % against 13 %: +36 points."]
    other = "Le taux atteint près de 12 %, contre 9 % en mai."
    assert comparisons_of(other)["sentence"].tolist() == ["From 9 % to 12 %: +3 points. But 12 % is told as about."]


def test_the_second_number_takes_over_millions_and_money():
    pair = comparisons_of("La régie a versé 300 millions d'euros en 2021, contre 290 en 2020.").iloc[0]
    assert (pair["old_value"], pair["unit"]) == (290e6, "EUR")


def test_a_smaller_multiplier_is_not_taken_over_by_a_large_number():
    pair = comparisons_of("La régie a versé 3 millions d'euros en 2021, contre 800 000 en 2020.").iloc[0]
    assert pair["old_value"] == 800_000
