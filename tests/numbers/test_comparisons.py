"""Two numbers set against each other. All sentences are invented."""

import math

import pandas as pd
import pytest

from tests.reading import comparisons_of, quantities_of


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
        ("Le taux a baissé de 12 à 8 %.", "baissé", 8, 12, (None, None)),
        ("Le taux a progressé de 8 % en 2014 à 12 % en 2015.", "progressé", 12, 8, ("2015", "2014")),
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
        "Les prix ont augmenté de 10 à 15 %.",
        "Le délai est réduit de 2 à 3 jours.",
        "La température montera de 3 à 5 °C.",
        "La hausse sera de 3 à 5 %.",
        "Le prix oscille entre 12 et 15 euros, contre 10 à 11 euros en 2020.",
        "Le prix va de 12 à 15 euros, contre 9 euros en 2020.",
        "Le score est de 3 à 2, contre 1 à 0 en mai.",
        "60 % des élus sont pour, 30 % contre et 10 % s'abstiennent.",
        "Le vote a donné 34 voix pour, 12 contre et 3 abstentions.",
        "La ville a un excédent de 3 M€, contre un déficit de 2 M€ en 2020.",
    ],
)
def test_numbers_that_nothing_compares_are_no_pair(text):
    assert compare(text).empty


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le taux atteint 4,3 %, contre 3,9 % en mai 2021.", "From 3,9 % to 4,3 %: +0.4 point."),
        ("La part est de 10 %, contre 23,1 % en mai 2021.", "From 23,1 % to 10 %: -13.1 points."),
        (
            "Le parc a reçu 300 cerfs, contre 200 en mai 2021.",
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
        ("En 2020, 300 arbres ont été plantés ; ils sont 400 en 2021.", "400", "300"),
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
    other = "Le taux atteint près de 12 %, contre 9 % en mai 2021."
    assert comparisons_of(other)["sentence"].tolist() == ["From 9 % to 12 %: +3 points. But 12 % is told as about."]


def test_the_second_number_takes_over_millions_and_money():
    pair = comparisons_of("La régie a versé 300 millions d'euros en 2021, contre 290 en 2020.").iloc[0]
    assert (pair["old_value"], pair["unit"]) == (290e6, "EUR")


def test_a_smaller_multiplier_is_not_taken_over_by_a_large_number():
    pair = comparisons_of("La régie a versé 3 millions d'euros en 2021, contre 800 000 en 2020.").iloc[0]
    assert pair["old_value"] == 800_000


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le taux atteint 19 %, contre 9 % pour les autres communes.", "19 % against 9 %: +10 points."),
        ("Le texte passe par 60 voix contre 40.", "60 against 40: +50.0 % as printed, +46.9 to +53.2 % if"),
        ("Les prix ont baissé de 12 % en 2020 et de 3 % en 2021.", "3 % against 12 %: -9 points."),
        (
            "Un élève sur deux lit, contre un sur quatre en 2010.",
            "From un sur quatre to Un élève sur deux: +25 points.",
        ),
        ("Vireuil compte 12 % de lits vides, contre 9 % à Lac-Clair en 2020.", "12 % against 9 %: +3 points."),
        ("Le parc a reçu 40 000 cerfs en 2020, contre 50 000 en 2021.", "From 40 000 to 50 000: +25.0 % as printed."),
        ("Le parc abritera 300 cerfs d'ici 2030, contre 200 actuellement.", "From 200 to 300: +50.0 % as printed,"),
        ("Le parc a vu 300 cerfs en automne 2020, contre 400 au printemps 2020.", "From 400 to 300: -25.0 % as"),
    ],
)
def test_from_and_to_are_said_of_two_times_alone_and_in_their_order(text, told):
    (sentence,) = comparisons_of(text)["sentence"]
    assert sentence.startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Il fait 12 °C, contre 8 °C en mai 2020.", "From 8 to 12: +4 °C."),
        ("Le solde est de -3 M€, contre 2 M€ en 2020.", "From 2 M€ to -3 M€: -5,000,000 EUR."),
        ("Le prix est passé de 0 à 12 euros.", "From 0 to 12: +12 EUR."),
        ("L'âge moyen est de 45 ans, contre 42 ans chez les hommes.", "45 against 42: +3 year."),
    ],
)
def test_what_has_no_ratio_differs_in_its_unit(text, told):
    pairs = comparisons_of(text)
    assert pairs["sentence"].tolist() == [told]
    assert pairs["growth_percent"].isna().all()


def test_hedged_numbers_have_no_growth_to_the_decimal_place():
    (sentence,) = comparisons_of("Le parc est passé de près de 300 cerfs à plus de 410 cerfs.")["sentence"]
    assert sentence == "From 300 to 410: roughly +37 %. But 300 is told as about and 410 is told as more than."


def test_a_manifold_growth_is_told_in_two_digits():
    (sentence,) = comparisons_of("Le parc est passé de près de 30 cerfs à plus de 5 000 cerfs.")["sentence"]
    assert "roughly +17,000 %" in sentence


@pytest.mark.parametrize(
    ("text", "of", "new", "old"),
    [
        ("L'an dernier, la mairie a reçu 200 dossiers. Cette année, 260.", "dossiers", 260, 200),
        ("En 2019, le musée a reçu 40 000 visiteurs. En 2020, il en a reçu 12 000.", "visiteurs", 12000, 40000),
        ("En 2019, le bac a pris 4 000 visiteurs. En 2020, ils n'étaient que 900.", "visiteurs", 900, 4000),
        ("Le port a compté 23 000 traversées en 2021. Il y en aura 30 000 cette année.", "traversées", 30000, 23000),
        ("L'usine comptait 300 ouvriers en 1990. On n'en comptait plus que 40 en 2010.", "ouvriers", 40, 300),
        ("La gare a vendu 300 billets en mai 2019. En mai 2020, elle a vendu 200 billets.", "billets", 200, 300),
        ("En 2019, le chômage touchait 12 % des jeunes. En 2020, 15 %.", "jeunes", 15, 12),
        ("En 2019, la dette était de 12 M€. En 2020, de 15 M€.", "la dette", 15e6, 12e6),
    ],
)
def test_one_sentence_and_the_next_compare_one_thing_at_two_times(text, of, new, old):
    (row,) = comparisons_of(text).itertuples()
    assert (row.of, row.new_value, row.old_value) == (of, new, old)


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a ouvert 12 écoles en 2019. En 2020, il en a fermé 3.",
        "En 2019, le musée a vendu 4 000 billets. En 2020, la gare a vendu 5 000 tickets.",
        "Il y avait 300 élèves en mai 2019. En 2020, 12 sont partis.",
        "En 2019, le bac a pris 300 voitures à Ambrun. En 2020, il a pris 200 voitures à Corvel.",
        "En 2019, le musée a reçu 300 lettres.\n\nEn 2020, il en a reçu 400.",
    ],
)
def test_other_things_verbs_places_and_paragraphs_are_no_comparison(text):
    assert comparisons_of(text).empty


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("La moitié des élèves prennent le bus, contre un tiers en 2010.", "+16.7 points"),
        ("40 % des élèves prennent le bus, contre un tiers en 2010.", "+6.67 points"),
        ("Un quart des foyers est équipé, contre un cinquième des foyers ruraux.", "+5 points"),
        ("Les deux tiers ont dit oui, contre à peine un quart en 2015.", "+41.7 points"),
    ],
)
def test_a_share_is_held_against_a_fraction_in_words(text, points):
    (row,) = comparisons_of(text).itertuples()
    assert points in row.sentence


def test_against_somebody_else_is_no_fraction():
    assert quantities_of("La moitié des plaintes visent un voisin. Une plainte contre un tiers est rare.")[
        "value"
    ].tolist() == [0.5]


def test_two_shares_differ_in_points_and_in_per_cent():
    (row,) = comparisons_of("Le chômage est de 4,3 % en 2020, contre 3,9 % en 2019.").itertuples()
    assert (row.points, round(row.growth_percent, 1)) == (0.4, 10.3)
    (row,) = comparisons_of("La moitié des élèves viennent, contre un tiers en 2010.").itertuples()
    assert row.points == pytest.approx(50 / 3)
    (row,) = comparisons_of("Le prix est de 8 € en 2020, contre 7 € en 2019.").itertuples()
    assert math.isnan(row.points)
