"""When: the period of a number. All sentences are invented."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.numbers.edtf import Anchor, bounds, in_notation
from helpers.numbers.periods import period_of
from tests.reading import amounts_of, quantities_of


def periods(text: str) -> list[tuple[str, str] | None]:
    """Words and notation of the period of each number."""
    amounts = amounts_of(text)
    found = [period_of(amount, amounts, amount.after) for amount in amounts.found]
    return [(text[p[0] : p[1]], p[2]) if p else None for p in found]


@pytest.mark.parametrize(
    ("text", "words", "period"),
    [
        ("En 2015, le parc a reçu 300 cerfs.", "2015", "2015"),
        ("Le parc a reçu 300 cerfs en mai 2015.", "mai 2015", "2015-05"),
        ("Le parc a reçu 300 cerfs le 3 mai 2015.", "3 mai 2015", "2015-05-03"),
        ("Le parc a reçu 300 cerfs entre 2014 et 2016.", "2014 et 2016", "2014/2016"),
        ("Le parc a reçu 300 cerfs depuis 2014.", "2014", "2014/.."),
        ("Le parc a reçu 300 cerfs entre 2002 et mars 2010.", "2002 et mars 2010", "2002/2010-03"),
        ("Le parc recevra 300 cerfs d'ici 2030.", "2030", "../2030"),
        ("Le parc a reçu 300 cerfs au deuxième trimestre de 2015.", "deuxième trimestre de 2015", "2015-Q2"),
        ("Le parc a reçu 300 cerfs au 4e trimestre 2015.", "4e trimestre 2015", "2015-Q4"),
        ("Le parc a reçu 300 cerfs au second semestre 2015.", "second semestre 2015", "2015-S2"),
        (
            "Le parc a reçu 300 cerfs entre le 1er mai et le 3 juin 2015.",
            "1er mai et le 3 juin 2015",
            "2015-05-01/2015-06-03",
        ),
    ],
)
def test_the_words_of_a_period_and_its_notation(text, words, period):
    assert periods(text) == [(words, period)]


@pytest.mark.parametrize("text", ["L'étude de 2015 compte 300 cerfs.", "En 2015, le maire avait 54 ans."])
def test_a_year_that_is_not_that_of_the_number(text):
    assert periods(text) == [None]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("l'an dernier", "2015"),
        ("cette année", "2016"),
        ("le mois dernier", "2016-02"),
        ("le trimestre dernier", "2015-Q4"),
        ("la semaine dernière", "2016-W10"),
        ("hier", "2016-03-14"),
    ],
)
def test_relative_periods_are_counted_from_the_dateline(words, period):
    text = f"QUÉBEC, le 15 mars 2016 /CNW/ - Le parc a reçu 300 cerfs {words}. La ville s'en réjouit."
    assert periods(text) == [(words, period)]


def test_without_a_dateline_a_relative_period_stands_as_printed():
    assert periods("Le parc a reçu 300 cerfs l'an dernier.") == [("l'an dernier", "l'an dernier")]


@pytest.mark.parametrize(("words", "period"), [("en janvier", "2016-01"), ("depuis janvier", "2016-01/..")])
def test_a_month_without_a_year_is_the_last_one_before_the_dateline(words, period):
    text = f"QUÉBEC, le 15 mars 2016 /CNW/ - Le parc a reçu 300 cerfs {words}. La ville s'en réjouit."
    assert periods(text) == [("janvier", period)]


def test_each_side_of_a_comparison_has_its_own_period():
    text = "En 2015, le parc a reçu 300 cerfs, contre 200 en 2014."
    assert periods(text) == [("2015", "2015"), ("2014", "2014")]


DATED = "QUÉBEC, le 15 mars 2016 /CNW/ - {} La ville s'en réjouit."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ce trimestre, le parc a gagné 3 M$, contre 2 M$ au trimestre précédent.", ["2016-Q1", "2015-Q4"]),
        ("Au cours des cinq dernières années, 300 cerfs sont nés.", [None, "2011/2016"]),
        ("Au premier trimestre, le parc a gagné 3 M$.", ["2016-Q1"]),
        ("Au quatrième trimestre, le parc a gagné 3 M$.", ["2015-Q4"]),
        ("Le parc a reçu 400 cerfs en 2012, contre 300 l'année précédente.", ["2012", "2011"]),
        ("Le parc a reçu 400 cerfs en 2012, contre 300 cinq ans plus tôt.", ["2012", "2007", None]),
    ],
)
def test_a_quarter_a_length_of_time_and_a_year_before_are_counted_from_a_date(text, expected):
    assert [p and p[1] for p in periods(DATED.format(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is listed shares the period behind its last number; a group known already has none
        ("On a vu 21 cerfs, 4 loups et 40 biches sur ces deux routes en 2015.", ["2015"] * 3 + [None]),
        ("Les deux parcs ont ouvert en 2015.", [None]),
        # an aside is not about the number behind it
        ("Le parc, qui a fermé en 2014, a coûté 20 % de plus.", [None]),
        ("Elle a vu trois parcs : « J'y étais (début mars 2014) ».", [None]),
        ("Le parc a 300 cerfs (2015).", ["2015"]),
        # what recurs has no year, but a beginning
        ("Le parc, né en 1999 à Lyon, reçoit annuellement 300 cerfs.", [None]),
        ("Le parc verse 12 € par an depuis 2015.", ["2015/.."]),
    ],
)
def test_a_period_is_said_of_its_own_number_alone(text, expected):
    assert [p and p[1] for p in periods(text)] == expected


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("En juin 97", "1997-06"),
        ("En mai 12", "2012-05"),
        ("Le 15/05/99", "1999-05-15"),
        ("Le 7.3.21", "2021-03-07"),
        ("Il y a deux ans", "2020"),
        ("Il y a trois mois", "2021-12"),
        ("Il y a dix jours", "2022-03-05"),
        ("Au T1 2021", "2021-Q1"),
        ("Au 3T21", "2021-Q3"),
        ("Au S2 2020", "2020-S2"),
        ("Au T4", "2021-Q4"),
        ("Entre le 3 et le 5 janvier", "2022-01-03/2022-01-05"),
        ("Du 28 décembre au 5 janvier", "2021-12-28/2022-01-05"),
        ("D'ici à 2030", "../2030"),
        ("Pour l'année scolaire 2020-2021", "2020/2021"),
    ],
)
def test_a_period_in_its_short_and_its_told_forms(words, period):
    table = quantities_of(f"Un titre\n\nRENNES, le 15 mars 2022 – {words}, le parc a reçu 40 cerfs.")
    assert table["period"].tolist()[-1] == period


@given(day=st.integers(32, 99), month=st.integers(13, 99), year=st.integers(0, 99))
def test_figures_that_are_no_date_give_no_period(day, month, year):
    assert in_notation(f"{day}/{month}/{year:02}", Anchor(datetime.date(2022, 3, 15))) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le parc a 300 cerfs, soit 30 de plus qu'en 2010.", [None, None]),
        ("Le parc a 300 cerfs, trois fois plus qu'au printemps 2010.", [None, None]),
        ("Les 12 élus disent qu'en 2010 rien n'a changé.", [None]),
        ("Malgré un plan mis en place en 2005, le taux est de 12 %.", [None]),
        ("Fondé en 1996, le club réunit 300 membres.", [None]),
    ],
)
def test_what_a_number_is_more_than_is_of_another_time(text, found):
    assert quantities_of(text)["period"].astype(object).where(lambda c: c.notna(), None).tolist() == found


def test_the_week_of_a_day_is_a_week():
    text = "VIREUIL, le 3 mars 2022 – La semaine du 7 mars, 300 arbres seront plantés."
    assert quantities_of(text)["period"].tolist() == ["2022-W10"]


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2015-Q2", "2015-04-01", "2015-06-30"),
        ("2015-winter", "2015-12-01", "2016-02-29"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2019-W40", "2019-09-30", "2019-10-06"),
        ("2015/2018", "2015-01-01", "2018-12-31"),
        ("2020-12-28/2021-01-04", "2020-12-28", "2021-01-04"),
    ],
)
def test_the_bounds_of_a_period(period, first, last):
    assert bounds(period) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("period", ["2015/..", "../2030", "hier", "2015-02-30", "2015-W60", ""])
def test_what_is_open_or_no_period_has_no_bounds(period):
    assert bounds(period) is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Jeudi dernier, 300 élèves ont lu.", "2022-02-24"),
        ("Jeudi prochain, 300 élèves liront.", "2022-03-10"),
        ("Jeudi, 300 élèves ont lu.", "2022-03-03"),
        ("Ce matin, 300 élèves ont lu.", "2022-03-03"),
        ("Le week-end dernier, 300 élèves ont lu.", "2022-W08"),
        ("Au début de 2021, 300 élèves ont lu.", "2021"),
    ],
)
def test_days_and_weeks_told_on_a_thursday(text, period):
    assert quantities_of(f"VIREUIL, le 3 mars 2022 – {text}")["period"].tolist() == [period]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Ouvert en 2015, le parc a fermé. Un an après l'ouverture, 300 cerfs étaient là.", None),
        ("En 2015, le parc avait 200 cerfs et deux ans après il en avait 300.", "2017"),
    ],
)
def test_years_after_an_event_are_not_counted_from_a_year(text, period):
    found = quantities_of(text)["period"].iloc[-1]
    assert (found if isinstance(found, str) else None) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("La somme est dix fois supérieure à celle versée, en 2015, par le parc.", None),
        ("Après celle versée au parc de Vireuil et aux siens en 2015 : la ville réclame 300 euros.", None),
        ("En 2015 : 300 cerfs sont arrivés.", "2015"),
        ("Le parc a reçu 300 cerfs, en 2015, de la ville.", "2015"),
    ],
)
def test_a_period_behind_a_participle_or_before_a_colon_is_another_one_s(text, period):
    found = quantities_of(text)["period"].iloc[-1]
    assert (found if isinstance(found, str) else None) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("D'ici à la fin 2030, la banque prêtera 300 M€.", "../2030"),
        ("Avant l'été 2030, la banque prêtera 300 M€.", "../2030-summer"),
        ("D'ici au deuxième trimestre 2030, la banque prêtera 300 M€.", "../2030-Q2"),
        ("Depuis l'été 2020, la banque a prêté 300 M€.", "2020-summer/.."),
        ("Pendant l'exercice clos le 31 mars 2020, la banque a prêté 300 M€.", "2019-04-01/2020-03-31"),
        ("Pendant l'exercice terminé le 29 février 2020, la banque a prêté 300 M€.", "2019-03-01/2020-02-29"),
        ("Le bénéfice de l'exercice clos au 31 décembre 2020 est de 300 M€.", "2020-01-01/2020-12-31"),
    ],
)
def test_ends_and_fiscal_years(text, period):
    assert quantities_of(text).iloc[0]["period"] == period


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("L'accord prévoit une hausse de 3 %, et la tenue d'assises au premier semestre 2010.", [None]),
        ("La dette de Lac-Clair, commune dont Anne Roy a été maire de 2008 à 2016, était de 12 M€.", [None]),
        ("En 2019 le litre coûtait 9 €, mais on disait qu'il faudrait un prix de 5 €.", ["2019", None]),
        ("En 2019 le litre coûtait 9 € et le kilo 5 €.", ["2019", "2019"]),
        ("La ville a planté 30 ormes, et 40 chênes en 2015.", ["2015", "2015"]),
    ],
)
def test_a_period_of_another_thing_is_not_the_numbers(text, periods):
    table = quantities_of(text)
    assert [p if isinstance(p, str) else None for p in table["period"]] == periods
