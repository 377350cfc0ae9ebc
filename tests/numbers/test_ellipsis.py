"""Units that a number leaves out. All sentences are invented."""

import pytest

from tests.reading import quantities_of


def test_the_second_number_of_a_comparison_takes_its_unit_from_the_first():
    table = quantities_of("La ville verse 12 M€ au parc, contre 10 millions en 2014.")
    assert list(table["unit"]) == ["EUR", "EUR"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Le taux était de 12 % en 2018 et 15 en 2019.", ["%", "%"]),
        ("Le pain coûte 12 $ en 2018, 14 en 2019 et 15 en 2020.", ["USD"] * 3),
        ("Les adultes paient 14 francs, 7 pour les enfants.", ["CHF", "CHF"]),
        ("On passe de 7,45 euros à 7,90.", ["EUR", "EUR"]),
        ("La ville a payé le parc 4 millions d'euros et en demande 3,2 millions à la région.", ["EUR", "EUR"]),
        ("Le plan de 70 milliards d'euros est prêt. Ce plan de 70 milliards coûte cher.", ["EUR", "EUR"]),
        ("Le pain coûte 12 $ et 15 enfants chantent.", ["USD", None]),
        ("Le congé dure 8 semaines, dont deux avant le départ.", ["week", "week"]),
        ("Le parc a 12 hectares, dont 3 en friche.", ["ha", "ha"]),
        ("Le parc a 12 hectares, dont 3 mares.", ["ha", None]),
        ("Le parc a coûté 12 M€, dont la moitié est rendue.", ["EUR", None]),
        ("Ils sont 61 % de femmes, dont 32 en mer.", ["%", None]),
        ("Le plan de 70 milliards d'euros aide 3 millions de gens.", ["EUR", None]),
    ],
)
def test_a_number_that_leaves_its_unit_out_takes_that_of_its_frame(text, units):
    assert list(quantities_of(text)["unit"]) == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Il faut entre 30 et 40 milliards de dollars, 30 à 40 personnes.", ["USD", "USD", None, None]),
        ("Le projet a coûté 12 millions d'euros2 en trois ans.", ["EUR", "year"]),
    ],
)
def test_a_unit_is_not_lent_to_a_range_nor_lost_to_a_footnote_mark(text, units):
    found = quantities_of(text)["unit"]
    assert found.astype(object).where(found.notna(), None).tolist() == units


@pytest.mark.parametrize(
    "text",
    [
        "En mai, 900 écoliers ont marché. Ils étaient 700 en mars.",
        "En mai, 900 écoliers ont marché ; ils n'étaient que 700 en mars.",
        "900 écoliers marchent, et ils seront près de 1 000 en juin.",
    ],
)
def test_a_number_of_them_counts_what_the_one_before_counts(text):
    assert quantities_of(text)["of"].tolist() == ["écoliers", "écoliers"]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Le texte prévoit une hausse de 4 % pour les uns, et de 3 % pour les autres.", ["hausse", "hausse"]),
        ("Les foires ont eu des recettes de 9 M€ et de 11 M€.", ["recettes", "recettes"]),
        ("300 gens souffrent de maladies rares dont 80 % sont bénignes.", ["gens", "maladies rares"]),
        ("Sur ces dix maires, sept ont signé.", ["maires", "maires"]),
        ("300 maires ont signé ; une centaine d'entre eux votent.", ["maires", "maires"]),
        ("Ils étaient 300 maires selon la ville et 400 selon le parc.", ["maires", "maires"]),
        ("La ville a reçu 900 plaintes de voisins dont 40 % en mai.", ["plaintes de voisins", "plaintes de voisins"]),
    ],
)
def test_a_second_size_and_a_part_are_of_what_stands_before(text, of):
    assert quantities_of(text)["of"].tolist() == of


def test_a_part_of_millions_is_in_millions():
    table = quantities_of("Le fonds a 12 millions d'euros, dont 3 pour le pont.")
    assert (table["value"].tolist(), table["unit"].tolist()) == ([12e6, 3e6], ["EUR", "EUR"])
