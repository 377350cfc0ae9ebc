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
    ("opening", "place", "region", "when", "wire"),
    [
        # In brackets, be there a year and a dash or not.
        ("(Lorient, le 3 mars 2020) – Le port ouvre.", "Lorient", None, "2020-03-03", None),
        ("[Thiès, 12 mai – APS] Le marché ouvre.", "Thiès", None, "--05-12", "APS"),
        ("(Huy, mercredi 5 juin) Le pont ouvre.", "Huy", None, "--06-05", None),
        # Without a year, where a wire or an article tells what the line is.
        ("Saly, 12 mai (APS) – Le port ouvre.", "Saly", None, "--05-12", "APS"),
        ("Saly, 12 mai (APS) Le port ouvre ce jeudi.", "Saly", None, "--05-12", "APS"),
        ("Saly (APS), 12 mai 2024 – Le port ouvre.", "Saly", None, "2024-05-12", "APS"),
        ("Kara, 30 déc. (ATOP) - Le préfet a reçu les maires de la région.", "Kara", None, "--12-30", "ATOP"),
        ("Huy, le 5 juin – Le pont du canal ouvre au public ce jeudi, dit la ville.", "Huy", None, "--06-05", None),
        # Weekdays cut short, capitals, ordinals printed above the line, years in two digits.
        ("Vannes, jeu. 1er août 2019 – Le pont ouvre.", "Vannes", None, "2019-08-01", None),
        ("Vannes, Lun 5 août 2019 – Le pont ouvre.", "Vannes", None, "2019-08-05", None),
        ("VANNES, LE 1ER AOÛT 2019 – Le pont ouvre.", "VANNES", None, "2019-08-01", None),
        ("Vannes, le 1ᵉʳ août 2019 – Le pont ouvre.", "Vannes", None, "2019-08-01", None),
        ("Vannes, 01/08/19 – Le pont ouvre.", "Vannes", None, "2019-08-01", None),
        # What follows is a new sentence, be it parted by a full stop or by nothing.
        ("Vannes, le 1er août 2019. Le pont ouvre.", "Vannes", None, "2019-08-01", None),
        ("Vannes, le 1er août 2019 Le pont ouvre.", "Vannes", None, "2019-08-01", None),
        ("Alma (Québec) – Le pont ouvre.", "Alma", "Québec", None, None),
        ("Alma, mars 2024 – Le pont ouvre.", "Alma", None, "2024-03", None),
        ("APS / Saly / Awa Ndir\n\nLe port ouvre ce jeudi.", "Saly", None, None, "APS"),
        # A date that opens the sentences, or that stands in the line that says what the text is.
        ("12 MARS 2024 : Le pont ouvre ce jeudi, annonce la ville de Huy.", None, None, "2024-03-12", None),
        ("12 mars 2024 — Le pont ouvre ce jeudi, annonce la ville de Huy.", None, None, "2024-03-12", None),
        ("Communiqué de presse du 12 mars 2024\n\nLe pont ouvre.", None, None, "2024-03-12", None),
        ("COMMUNIQUÉ – 12/03/2024\n\nLe pont ouvre.", None, None, "2024-03-12", None),
        ("Communiqué de presse n° 7 – Huy, le 12 mars 2024\n\nLe pont ouvre.", "Huy", None, "2024-03-12", None),
    ],
)
def test_datelines_as_careful_readers_find_them(opening, place, region, when, wire):
    line = laid_out(opening).dateline
    assert (line.place, line.region, line.when, line.wire) == (place, region, when, wire)
    assert (line.date is not None) == (when is not None and len(when) == 10)


@pytest.mark.parametrize(
    ("text", "place", "when", "found"),
    [
        (
            "Le pont du canal ouvre ce jeudi, dit la ville.\n\nFait à Huy, le 3 mai 2024",
            "Huy",
            "2024-05-03",
            "signature",
        ),
        (
            "Le pont du canal ouvre ce jeudi, dit la ville.\n\nHuy, le 3 mai 2024",
            "Huy",
            "2024-05-03",
            "signature",
        ),
        (
            "Le pont du canal ouvre ce jeudi, dit la ville.\n\nPublié le 3 mai 2024",
            None,
            "2024-05-03",
            "date line",
        ),
        (
            "Le pont du canal ouvre ce jeudi, dit la ville.\n\nDate de publication\n\n2024-05-03",
            None,
            "2024-05-03",
            "date line",
        ),
        (
            "Le pont du canal ouvre ce jeudi, dit la ville.\n\n03/05/2024 19:51:11 - Huy (AFP) - © 2024 AFP",
            "Huy",
            "2024-05-03",
            "agency",
        ),
        ("Le pont ouvre ce jeudi.\n\nHuy, le 3 mai 2024 – Il ouvre, dit la ville.", "Huy", "2024-05-03", "dateline"),
        ("3 mai 2024\n\nLe pont ouvre ce jeudi.", None, "2024-05-03", "date line"),
        ("Communiqué du 3 mai 2024\n\nLe pont ouvre ce jeudi.", None, "2024-05-03", "heading"),
    ],
)
def test_a_dateline_says_where_it_was_found(text, place, when, found):
    line = laid_out(text).dateline
    assert (line.place, line.when, line.found) == (place, when, found)


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("Le pont ouvre aujourd'hui, vendredi 3 mai 2024, dit la ville.", None, "lead"),
        ("La ville signe l'accord, pour servir et valoir. Fait à Huy, le 3 mai 2024.", "Huy", "signature"),
    ],
)
def test_a_date_within_a_paragraph_is_no_dateline_but_is_stated(text, place, found):
    release = laid_out(text)
    assert release.dateline is None
    assert (release.stated.place, release.stated.when, release.stated.found) == (place, "2024-05-03", found)


@pytest.mark.parametrize(
    "text",
    [
        "Inscriptions, 12 mai – Salle des fêtes",
        "Rappel (PLU) – Le plan est prêt.",
        "Communiqué, le 12 mai – Le pont ouvre.",
        "Conseil communal du 8 mai 2024\n\nLe conseil a siégé.",
        "Huy, le 12 mai 2024, la ville a fermé ses parcs, ce que le conseil regrette.",
        "Réuni à Huy le 12 mai 2024, le conseil a fermé les parcs.",
        "Communiqué – Sous embargo jusqu'au 12 mai 2024\n\nLe pont ouvre.",
        "Rappel – La mairie ferme à midi.",
        "Le 4 octobre 2019, Paris a fermé ses parcs.",
        "Attention (danger) – Le pont est fermé.",
        "Un jour de mars 2024, le pont a fermé.",
        "Texte court.\nPlus loin, en 2021, la ville de Lyon a fermé.",
    ],
)
def test_what_is_no_dateline(text):
    assert laid_out(text).dateline is None
