"""Amounts: units, shares, ranges, and figures that their context excludes. All sentences are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import amounts_of, quantities_of, shown

NBSP, NARROW, THIN = "\xa0", "\u202f", "\u2009"


def found(text: str) -> list[tuple[str, float, str | None]]:
    return [(text[a.start : a.end], a.value, a.unit) for a in amounts_of(text).found]


FORMS = [
    ("Le champ a donné 7.300,25 tonnes.", "7.300,25", 7300.25, "t"),
    ("Le tonneau contient 0,375 litre.", "0,375", 0.375, "l"),
    ("Il faisait moins 12 degrés.", "moins 12", -12, "°C"),
    ("Il faut deux virgule cinq litres.", "deux virgule cinq", 2.5, "l"),
    ("Le parti gagne deux points de pourcentage.", "deux", 2, "point"),
    ("Plus de 1900 emplois sont créés.", "1900", 1900, None),
    # money
    ("Le billet coûte 40 euros.", "40", 40, "EUR"),
    ("Le budget est de 90 millions de dollars canadiens.", "90 millions", 90e6, "CAD"),
    ("Le budget est de 90 millions d'euros.", "90 millions", 90e6, "EUR"),
    ("Le budget est de 75 millions de $.", "75 millions", 75e6, "USD"),
    # fractions and shares
    ("Un quart de litre suffit.", "Un quart", 0.25, "l"),
    ("Une famille sur quatre loue son logement.", "Une famille sur quatre", 0.25, None),
    ("Neuf élèves sur 10 lisent.", "Neuf élèves sur 10", 0.9, None),
    # units
    ("La route fait 30 km.", "30", 30, "km"),
    ("La limite est de 80 km/h.", "80", 80, "km/h"),
    ("On mesure 0,2 microgramme par litre.", "0,2", 0.2, "µg/l"),
    ("Le disque a 6 To d'espace.", "6", 6, "To"),
    ("Le mandat dure six ans.", "six", 6, "year"),
    ("Le mandat couvre les dix prochaines années.", "dix", 10, "year"),
    ("La visite a duré une heure et demie.", "une heure et demie", 1.5, "hour"),
    ("La visite a duré 2 h 30.", "2 h 30", 2.5, "hour"),
    ("Le sac pèse 2 kg 500.", "2 kg 500", 2.5, "kg"),
    ("Le sentier fait 2 kilomètres 3/4.", "2 kilomètres 3/4", 2.75, "km"),
    ("Il verse 3'000.50 CHF.", "3'000.50 CHF", 3000.5, "CHF"),
    ("Il verse €3,000.50 au parc.", "€3,000.50", 3000.5, "EUR"),
    ("Il verse €4bn au parc.", "€4bn", 4e9, "EUR"),
    ("Le sentier fait 3 km 200.", "3 km 200", 3.2, "km"),
    ("Il faut 5,2 L/100 km.", "5,2", 5.2, "l/100 km"),
    ("Il faut 4 litres aux cent kilomètres.", "4", 4, "l/100 km"),
    ("La masse est de 2,5×10⁻³ kg.", "2,5×10⁻³", 0.0025, "kg"),
    ("Il verse, dit-on, 20 000 MAD.", "20 000 MAD", 20000, "MAD"),
    ("L'usine donne, par an, 12000 MWh.", "12000", 12000, "MWh"),
]


@pytest.mark.parametrize(("text", "printed", "value", "unit"), FORMS, ids=[f[1] for f in FORMS])
def test_an_amount_is_read_with_its_value_and_unit(text, printed, value, unit):
    ((words, number, code),) = found(text)
    assert (words, code) == (printed, unit)
    assert number == pytest.approx(value, rel=1e-12)


@settings(max_examples=60)
@given(number=st.integers(10_000, 10**12), space=st.sampled_from([" ", NBSP, NARROW, THIN, ".", "'", "’"]))
def test_no_rule_takes_an_integer_in_groups_for_something_else(number, space):
    printed = f"{number:,}".replace(",", space)
    assert found(f"Le registre compte {printed} fiches.") == [(printed, number, None)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De 20 à 35 % des sièges sont vides.", [("20", 20, "%"), ("35 %", 35, "%")]),
        ("Il faut entre 30 et 40 milliards.", [("30", 30e9, None), ("40 milliards", 40e9, None)]),
        ("Des élèves de 6/7 ans chantent.", [("6", 6, "year"), ("7", 7, "year")]),
        ("La peine va d'un à trois ans.", [("un", 1, "year"), ("trois", 3, "year")]),
        ("La peine est entre un et trois ans.", [("un", 1, "year"), ("trois", 3, "year")]),
        ("Il a vu un et trois loups.", [("trois", 3, None)]),
        ("Le total passe de 900 000 à 1,2 million.", [("900 000", 900000, None), ("1,2 million", 1.2e6, None)]),
    ],
)
def test_the_ends_of_a_range_are_two_numbers_that_share_unit_and_multiplier(text, wanted):
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "figure", "reason"),
    [
        ("En 2018, la fête a eu lieu.", "2018", "year"),
        ("Les rouges ont gagné 3-2 hier.", "3-2", "score or reference"),
        ("Les rouges mènent 2 à 0.", "2 à 0", "score or reference"),
        ("Le match s'est terminé sur le score de 3 à 1.", "3 à 1", "score or reference"),
        ("Les verts se sont inclinés 30 à 12.", "30 à 12", "score or reference"),
        ("La fête commence jeudi 12.", "12", "date"),
        ("La séance ouvre de 9 h à 17 h.", "9", "time of day"),
        ("Il marche sur un bâtiment neuf.", "neuf", "adjective"),
        ("On lit 4512367 sur le mur.", "4512367", "reference number"),
        ("Le bac est sur le lac.1 Selon la ville, il flotte.", "1", "footnote mark"),
        ("Le maire de Vireuil (49) est là.", "49", "number of a department"),
        ("Des milliers de gens chantent.", "Des milliers", "vague amount"),
    ],
)
def test_a_figure_that_counts_nothing_is_left_out_with_its_reason(text, figure, reason):
    amounts = amounts_of(text)
    assert {text[e.start : e.end]: e.reason for e in amounts.excluded}.get(figure) == reason
    assert amounts.found == []


@pytest.mark.parametrize("text", ["Il en parle au quart de finale.", "Quelques centaines de gens chantent."])
def test_words_that_only_look_like_amounts_are_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("place", "unit"), [("OTTAWA, le 3 mai 2016 /CNW/ - ", "CAD"), ("PARIS, le 3 mai 2016 - ", "USD")]
)
def test_a_bare_dollar_sign_is_that_of_the_place(place, unit):
    assert amounts_of(f"{place}La ville verse 12 M$ au parc. Elle s'en réjouit.").found[0].unit == unit


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anne Roy, 53, tient le bar.", [("53", 53, "year")]),
        ("Luc Morin (48) tient le bar.", [("48", 48, "year")]),
        ("Anne Roy, 53 et maire, tient le bar.", [("53", 53, "year")]),
        ("Lorgues en a obtenu 16, Vireuil 14 et Mirande 10.", [("16", 16, None), ("14", 14, None), ("10", 10, None)]),
        ("Il aime Horizon 12 et Horizon 13.", []),
    ],
)
def test_a_number_behind_a_name_is_an_age_or_stands_in_a_list_with_one_verb(text, wanted):
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("Les lots valent 12, 15 et 20 millions d'euros.", [12e6, 15e6, 20e6], "EUR"),
        ("Les trois ponts coûteront 3, 4 et 7 milliards de francs.", [3e9, 4e9, 7e9], "CHF"),
        ("Les aides s'élèvent à 5, 8 ou 12 % du prix.", [5, 8, 12], "%"),
        ("Les tours mesurent 30, 45, 50 et 60 mètres.", [30, 45, 50, 60], "m"),
        ("Les groupes comptent 12, 15 et 20 élèves.", [12, 15, 20], None),
        ("Les deux budgets sont de 120 et 135 millions d'euros.", [120e6, 135e6], "EUR"),
    ],
)
def test_a_list_of_numbers_shares_the_unit_of_its_last(text, values, unit):
    table = quantities_of(text)
    listed = table[table["role"] != "enumeration"]
    assert listed["value"].tolist() == values
    assert [u if isinstance(u, str) else None for u in listed["unit"]] == [unit] * len(values)
    assert listed["of"].nunique() <= 2


def test_a_number_before_a_list_is_not_of_it():
    table = quantities_of("Ils ont acheté 3 vélos, 5 et 8 M€ de terrains.")
    assert shown(table, "value", "of") == [(3, "vélos"), (5e6, "terrains"), (8e6, "terrains")]
