"""What bodies are called. All examples are invented."""

import pytest

from tests.reading import quotes_of


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("la Direction de l'eau, des ponts et des routes", "Direction de l'eau, des ponts et des routes"),
        ("la Société du gaz et des eaux", "Société du gaz et des eaux"),
        ("le ministère de la Mer et de la Pêche", "ministère de la Mer et de la Pêche"),
        ("l'agence sanitaire Rivages Nord", "Rivages Nord"),
        ("la banque Santamer", "Santamer"),
        ("l'hôpital Santamer", "hôpital Santamer"),
    ],
)
def test_a_name_has_all_its_complements_and_no_noun_that_only_tells_its_kind(mention, name):
    text = f"Selon {mention}, le pont ouvrira en mai."
    assert quotes_of(text)["speaker_name"].tolist() == [name]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("L'Institut Morel pour la paix a ouvert ses portes.", "Institut Morel pour la paix"),
        ("L'Institut Morel et le Club du lac ont ouvert leurs portes.", "Institut Morel"),
        ("L'Institut Morel de Laval et l'Institut Morel de Lyon ont ouvert leurs portes.", "Institut Morel"),
    ],
)
def test_the_only_longer_name_that_begins_so_is_the_name(before, name):
    text = f"{before} Selon l'Institut Morel, le pont ouvrira en mai."
    assert quotes_of(text)["speaker_name"].tolist() == [name]
