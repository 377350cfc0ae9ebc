"""What a number counts. All sentences are invented."""

import pytest

from tests.reading import quantities_of, quantity_of


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Le parc abrite 300 cerfs adultes.", "cerfs adultes"),
        ("On a volé 3,1 millions de boîtes de sardines hier.", "boîtes de sardines"),
        ("On a brûlé 45 tonnes de papier.", "papier"),
        ("Huit élèves sur dix lisent.", "élèves"),
        ("Le taux de chômage est passé à 4 % hier.", "Le taux de chômage"),
        ("Il a 54 ans.", None),
        ("Le parc affiche un taux de croissance de 23 %.", "taux de croissance"),
        ("La ville inflige une amende de 40 € au parc.", "amende"),
        ("Le recul est de l'ordre de 5 %.", "Le recul"),
    ],
)
def test_what_is_counted(text, of):
    number = quantities_of(text).iloc[0]
    assert number["of"] == of


def test_the_second_number_of_a_comparison_takes_what_is_counted_from_the_first():
    text = "En 2015, 7,3 millions de colis ont été signalés à la Poste royale, comparativement à 6,1 millions en 2014."
    table = quantities_of(text)
    assert list(table["of"]) == ["colis", "colis"]
    assert list(table["of_start"]) == [text.index("colis")] * 2
    assert list(table["period"]) == ["2015", "2014"]
    assert list(table["recipient"]) == ["la Poste royale"] * 2


def test_the_first_number_of_a_range_counts_what_the_second_does():
    assert list(quantities_of("Le parc abrite 30 à 40 cerfs adultes.")["of"]) == ["cerfs adultes"] * 2


def test_gapped_counts_count_the_same():
    assert list(quantities_of("Le parc a reçu 300 cerfs en 2018 et 400 en 2019.")["of"]) == ["cerfs", "cerfs"]


def test_a_place_stands_apart_from_what_is_counted():
    number = quantity_of("On a recensé 300 morts au Canada.")
    assert (number["of"], number["place"]) == ("morts", "Canada")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Le parc a soigné 300 cerfs du 1er au 15 août.", "cerfs"),
        ("Le parc emploie 90 gardien(ne)s.", "gardien(ne)s"),
        ("Le parc emploie 90 agent·es.", "agent·es"),
        ("Le parc reçoit 300 étudiant-e-s.", "étudiant-e-s"),
    ],
)
def test_what_is_counted_ends_before_a_date_and_keeps_its_inclusive_ending(text, of):
    assert quantities_of(text)["of"].tolist() == [of]


def test_a_part_of_a_number_counts_the_same_things():
    assert (
        quantities_of("Un quart des 80 bergeries du plateau sont vides.")["of"].tolist() == ["bergeries du plateau"] * 2
    )
