"""Datelines: where, when and by which wire a release was issued. Every release is invented."""

import datetime

import pytest

from helpers.release.release import Release
from tests.reading import laid_out


@pytest.mark.parametrize(
    ("opening", "place", "date", "wire"),
    [
        ("OTTAWA, le 4 oct. 2019 /CNW/ - Un texte.", "OTTAWA", (2019, 10, 4), "CNW"),
        ("MONTRÉAL, QC, le 1er juin 2018 /CNW Telbec/ – Un texte.", "MONTRÉAL", (2018, 6, 1), "CNW Telbec"),
        ("Paris, le 12 mars 2024 – Un texte.", "Paris", (2024, 3, 12), None),
        ("Gatineau (Québec), le 14 mai 2022 – Un texte.", "Gatineau", (2022, 5, 14), None),
        ("Lausanne, 3.2.2021\nUn texte.", "Lausanne", (2021, 2, 3), None),
        ("Trois-Rivières, le 30 août 2020 - Un texte.", "Trois-Rivières", (2020, 8, 30), None),
        ("L'Assomption, le 9 déc. 2020 - Un texte.", "L'Assomption", (2020, 12, 9), None),
    ],
)
def test_datelines_in_their_usual_forms(opening, place, date, wire):
    line = Release.from_text(opening).dateline
    assert (line.place, line.date, line.wire) == (place, datetime.date(*date), wire)


@pytest.mark.parametrize(
    "text", ["Un texte sans lieu ni date.", "Le 4 octobre 2019, la mairie a fermé.", "Paris est belle le 4 mars."]
)
def test_no_dateline_is_guessed(text):
    assert Release.from_text(text).dateline is None


@pytest.mark.parametrize(
    ("opening", "place", "region", "date", "wire"),
    [
        ("PARIS--(BUSINESS WIRE)--Brumal ouvre.", "PARIS", None, None, "BUSINESS WIRE"),
        ("LAVAL, Québec, 3 mars 2021 (GLOBE NEWSWIRE) -- Texte.", "LAVAL", "Québec", (2021, 3, 3), "GLOBE NEWSWIRE"),
        ("LYON et NICE, 12 mars 2024 /PRNewswire/ -- Texte.", "LYON et NICE", None, (2024, 3, 12), "PRNewswire"),
        ("Paris, 12 mars 2024 (AFP) - Texte.", "Paris", None, (2024, 3, 12), "AFP"),
        ("Berne (ats) - Un texte.", "Berne", None, None, "ats"),
        ("Paris, le mardi 12 mars 2024 – Texte.", "Paris", None, (2024, 3, 12), None),
        ("QUÉBEC, le 3 mars 2021. – Un texte.", "QUÉBEC", None, (2021, 3, 3), None),
        ("Le 14 mai 2022 – Gatineau (Québec)\nUn texte.", "Gatineau", "Québec", (2022, 5, 14), None),
        ("Gatineau (Québec) – Un texte.", "Gatineau", "Québec", None, None),
        ("Namur, 2024-03-12\nUn texte.", "Namur", None, (2024, 3, 12), None),
        ("À Brest, le 1er avril 2023\nUn texte.", "Brest", None, (2023, 4, 1), None),
        ("Lyon, mars 2024 – Un texte.", "Lyon", None, None, None),
        ("Publié le 12 mars 2024\nUn texte.", None, None, (2024, 3, 12), None),
        ("Genève, 03/02/2021 - Un texte.", "Genève", None, (2021, 2, 3), None),
    ],
)
def test_datelines_of_wires_governments_and_associations(opening, place, region, date, wire):
    line = laid_out(opening).dateline
    assert (line.place, line.region, line.date, line.wire) == (place, region, date and datetime.date(*date), wire)


@pytest.mark.parametrize(
    "text",
    [
        "Rappel – La mairie ferme à midi.",
        "Le 4 octobre 2019, Paris a fermé ses parcs.",
        "Attention (danger) – Le pont est fermé.",
        "Un jour de mars 2024, le pont a fermé.",
        "Texte court.\nPlus loin, en 2021, la ville de Lyon a fermé.",
    ],
)
def test_what_is_no_dateline(text):
    assert laid_out(text).dateline is None
