"""Feasts as times. All sentences are invented."""

import datetime

import pytest

from helpers.numbers.feasts import easter, shifted_day
from tests.reading import quantities_of

DATELINE = "VIREUIL, le 3 mars 2022 – "


def first_period(text: str) -> str | None:
    return quantities_of(DATELINE + text)["period"].iloc[0]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("À Noël, 300 repas ont été servis.", "2021-12-25"),
        ("À Noël 2019, 300 repas ont été servis.", "2019-12-25"),
        ("À Noël, 300 repas seront servis.", "2022-12-25"),
        ("Le lundi de Pâques, 300 œufs seront cachés.", "2022-04-18"),
        ("À la veille de la Toussaint 2020, 300 repas ont été servis.", "2020-10-31"),
        ("Le lendemain de Noël, 300 repas ont été servis.", "2021-12-26"),
        ("Depuis la Toussaint, 300 repas ont été servis.", "2021-11-01/.."),
        ("Avant la Saint-Jean, 300 repas seront servis.", "../2022-06-24"),
        ("À la rentrée prochaine, 300 élèves seront inscrits.", "2022"),
        ("À la rentrée, 300 élèves étaient inscrits.", "2021"),
    ],
)
def test_a_feast_has_its_day_where_the_tense_or_a_year_puts_it(text, period):
    assert first_period(text) == period


@pytest.mark.parametrize(
    "text",
    [
        "Le marché de Noël a reçu 300 visiteurs.",
        "L'île de Pâques compte 300 statues.",
        "La rue de la Toussaint compte 300 maisons.",
        "Les vacances de Noël ont attiré 300 visiteurs.",
        "Le village de Saint-Jean compte 300 habitants.",
    ],
)
def test_what_is_named_after_a_feast_is_no_time(text):
    assert first_period(text) is None


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Le 2 mars, 300 repas ont été servis. La veille, 200 repas l'avaient été.", ["2022-03-02", "2022-03-01"]),
        ("Mardi, 300 élus ont voté ; le lendemain, 200 élus.", ["2022-03-01", "2022-03-02"]),
        ("Le 1er février 2022, 12 élus ont signé et le lendemain 15 autres.", ["2022-02-01", "2022-02-02"]),
        ("La veille du vote, 300 élus ont signé.", [None]),
        ("En 2020, 300 élus ont signé. Le lendemain, 12 élus sont partis.", ["2020", None]),
    ],
)
def test_the_day_before_or_after_is_counted_from_the_day_named_last(text, periods):
    assert quantities_of(DATELINE + text)["period"].tolist() == periods


@pytest.mark.parametrize(
    ("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2019, "04-21"), (2022, "04-17"), (2038, "04-25")]
)
def test_easter_is_where_the_calendar_has_it(year, day):
    assert easter(year) == datetime.date.fromisoformat(f"{year}-{day}")


def test_only_a_day_is_shifted_by_days():
    assert (shifted_day("2020-03-01", -1), shifted_day("2020", -1)) == ("2020-02-29", "2020")
