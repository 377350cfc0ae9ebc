"""On which side of the release a date without a year lies. All sentences are invented."""

import pytest

from tests.reading import quantities_of

LINE = "Un titre\n\nRENNES, le 15 mars 2022 – "


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Le 4 mai, le musée ouvrira 12 salles.", "2022-05-04"),
        ("Le 4 mai, le musée va ouvrir 12 salles.", "2022-05-04"),
        ("Le 4 mai, le musée a ouvert 12 salles.", "2021-05-04"),
        ("Le 4 janvier, le musée ouvrira 12 salles.", "2023-01-04"),
        ("Le 4 janvier, le musée a ouvert 12 salles.", "2022-01-04"),
        ("Le 20 mars, le musée accueille 12 peintres.", "2022-03-20"),
        ("En décembre, le musée ouvrira 12 salles.", "2022-12"),
        ("En décembre, le musée a ouvert 12 salles.", "2021-12"),
        ("Lundi, le musée ouvrira 12 salles.", "2022-03-21"),
        ("Lundi, le musée a ouvert 12 salles.", "2022-03-14"),
        ("Jeudi 24, le musée ouvrira 12 salles.", "2022-03-24"),
    ],
)
def test_the_tense_tells_the_year_of_a_day(text, period):
    assert quantities_of(LINE + text)["period"].tolist() == [period]


@pytest.mark.parametrize("text", ["Le lundi, le musée ouvre 12 salles.", "Le 29 février, le musée a ouvert 12 salles."])
def test_what_recurs_or_never_was_has_no_period(text):
    assert quantities_of(LINE + text)["period"].tolist() == [None]
