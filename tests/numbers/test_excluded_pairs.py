"""Numbers that are none for the sake of another beside them. All sentences are invented."""

import pytest

from tests.reading import amounts_of


@pytest.mark.parametrize(
    "text",
    [
        "Le pont ferme entre 22 heures et 5 heures.",
        "Le pont ferme entre deux et cinq heures du matin.",
        "Le pont ferme après 20 heures.",
        "Rendez-vous mardi 5 mai 2021, 11 heures.",
        "PontSoft 9.3 est sorti. Le défaut vient de 9.3 et reste.",
        "PontSoft 9.3 est sorti. Nous en sommes à la pointe (9.1 ici, bientôt 9.4).",
        "On roule sur la 132 sans peine.",
    ],
)
def test_hours_and_versions_are_no_amounts(text):
    assert amounts_of(text).found == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("La pause passe de onze à neuf heures.", [11, 9]),
        ("Le taux est de 9.1 cas par jour.", [9.1]),
        ("Il a rejeté le texte à l'unanimité moins deux voix.", [2]),
        ("Il paie 1500 et 1000 euros d'amende.", [1500, 1000]),
    ],
)
def test_lengths_and_counts_that_look_like_these_are(text, values):
    assert [a.value for a in amounts_of(text).found] == values


def test_numbers_in_brackets_that_count_from_one_are_marks_of_notes():
    text = "Le pont est neuf (1) et long (2). Il a trois (3) piles.\n\n(1) Selon la ville.\n\n(2) Selon la régie.\n"
    assert [text[a.start : a.end] for a in amounts_of(text).found] == ["trois (3)"]
