"""Every form in which French prints a number, and every figure that counts nothing. All sentences are invented."""

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.numbers.model import Amount, Excluded
from helpers.numbers.numerals import numerals
from helpers.text.typography import reading_copy
from tests.number_grammar import HYPHENS, spelt
from tests.reading import amounts_of

SPACES = {"plain": " ", "no-break": "\xa0", "narrow": "\u202f", "thin": "\u2009"}
APOSTROPHES = {"straight": "'", "curly": "’"}


def read(text: str) -> tuple[list[tuple[str, float, str | None]], list[Excluded]]:
    amounts = amounts_of(text)
    return [(text[a.start : a.end], a.value, a.unit) for a in amounts.found], amounts.excluded


def amounts(text: str) -> list[tuple[str, float, str | None]]:
    return read(text)[0]


# --- figures: each in its sentence; every space and apostrophe of the form is tried in each kind -

IN_FIGURES = [
    ("Le fonds compte {} titres.", "1 482 306", 1482306, None),
    ("Le fonds compte {} titres.", "1.400.000", 1400000, None),
    ("Le fonds compte {} titres.", "12'450", 12450, None),
    ("Le fonds compte {} titres.", "300 000", 300000, None),
    ("Le fonds a versé {}.", "5.300,48 €", 5300.48, "EUR"),
    ("Le fonds a versé {}.", "5 300,48 €", 5300.48, "EUR"),
    ("L'indice vaut {}.", "1,7", 1.7, None),
    ("La page a {} abonnés.", "200K", 200000, None),
    ("Le film a fait {} de vues.", "4M", 4e6, None),
    ("Le plan prévoit {}.", "1,7 M", 1.7e6, None),
    ("Le plan prévoit {}.", "14 M$", 14e6, "USD"),
    ("Le plan prévoit {}.", "2 G$", 2e9, "USD"),
    ("Le plan prévoit {}.", "4 Md€", 4e9, "EUR"),
    ("Le plan prévoit {}.", "7 k€", 7000, "EUR"),
    ("Le plan prévoit {}.", "5 Mio. CHF", 5e6, "CHF"),
    ("Le recul est de {}.", "−3,8 %", -3.8, "%"),
    ("Le recul est de {}.", "-3,8 %", -3.8, "%"),
    ("La hausse est de {}.", "+ 6 %", 6, "%"),
    ("La hausse est de {}.", "50 pour cent", 50, "%"),
    ("Il faisait {} hier.", "moins 14", -14, None),
    ("Il faisait {} hier.", "-14", -14, None),
    ("Le billet coûte {}.", "15 $", 15, "USD"),
    ("Le billet coûte {}.", "$15", 15, "USD"),
    ("Le billet coûte {}.", "EUR 15", 15, "EUR"),
    ("Le billet coûte {}.", "£7", 7, "GBP"),
    ("Le billet coûte {}.", "15 CAD", 15, "CAD"),
    ("Le billet coûte {}.", "15 $ CA", 15, "CAD"),
    ("Le billet coûte {}.", "15 $ US", 15, "USD"),
    ("Le parc a perdu {}.", "2/3 de ses arbres", 2 / 3, None),
]


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize(("frame", "form", "value", "unit"), IN_FIGURES, ids=[f[1] for f in IN_FIGURES])
def test_a_form_in_figures_with_each_kind_of_space(frame, form, value, unit, space):
    printed = form.replace(" ", space)
    ((words, number, code),) = amounts(frame.format(printed))
    assert number == pytest.approx(value)
    assert code == unit
    assert printed.startswith(words)
    assert words.rstrip()[-1] in "0123456789$€£%KMFADSt" or words.endswith("CHF")


@pytest.mark.parametrize("apostrophe", APOSTROPHES.values(), ids=APOSTROPHES)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le fonds a 14 millions d'euros.", ("14 millions", 14e6, "EUR")),
        ("Plus d'une vingtaine de cerfs.", ("une vingtaine", 20, None)),
        ("Le prix a baissé d'un tiers.", ("un tiers", 1 / 3, None)),
        ("Il gagne 14 $ l'heure.", ("14 $", 14, "USD")),
        ("Il dort trois quarts d'heure.", ("trois quarts", 0.75, "hour")),
        ("L'autre moitié dort.", ("L'autre moitié", 0.5, None)),
        ("La ville a 12'450 habitants.", ("12'450", 12450, None)),
    ],
)
def test_a_form_with_each_kind_of_apostrophe(text, expected, apostrophe):
    ((words, value, unit),) = amounts(text.replace("'", apostrophe))
    assert (words.replace("’", "'"), unit) == (expected[0], expected[2])
    assert value == pytest.approx(expected[1])


# --- words ---------------------------------------------------------------------------------------

IN_WORDS = [
    ("septante", 70),
    ("septante-deux", 72),
    ("huitante", 80),
    ("octante", 80),
    ("nonante", 90),
    ("nonante et un", 91),
    ("quatre vingt dix neuf", 99),
    ("quatre-vingt-dix-neuf", 99),
    ("soixante et onze", 71),
    ("soixante-et-onze", 71),
    ("vingt-et-un", 21),
    ("deux cents", 200),
    ("cent mille", 100_000),
    ("un million deux cent mille", 1_200_000),
    ("un-million-deux-cent-mille", 1_200_000),
    ("deux milliards trois cents millions", 2_300_000_000),
    ("deux millions et demi", 2_500_000),
    ("1,8 milliard", 1.8e9),
    ("2 millions 500 mille", 2_500_000),
    ("40 autres milliards", 40e9),
    ("deux virgule cinq", 2.5),
    ("zéro virgule zéro cinq", 0.05),
    ("une dizaine", 10),
    ("une vingtaine", 20),
    ("une centaine", 100),
    ("une douzaine", 12),
    ("trois douzaines", 36),
    ("une centaine de milliers", 100_000),
    ("un demi-million", 500_000),
]


@pytest.mark.parametrize(("words", "value"), IN_WORDS, ids=[w for w, _ in IN_WORDS])
def test_a_form_in_words(words, value):
    text = f"On compte {words} de fiches."
    (number,) = numerals(reading_copy(text), 0, len(text))
    assert isinstance(number, Amount)
    assert (text[number.start : number.end], number.value) == (words, pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La moitié du lot est vide.", [("La moitié", 0.5)]),
        ("Les deux tiers du lot sont vides.", [("deux tiers", 2 / 3)]),
        ("Le tiers du lot est vide.", [("Le tiers", 1 / 3)]),
        ("Près d'un tiers est vide.", [("un tiers", 1 / 3)]),
        ("Les trois quarts du lot sont vides.", [("trois quarts", 0.75)]),
        ("Il a pris un quart de litre.", [("un quart", 0.25)]),
        ("Il a pris un demi-litre.", [("un demi-litre", 0.5)]),
        ("Il paie le double.", [("le double", 2)]),
        ("Il paie le triple du prix.", [("le triple", 3)]),
        ("Un sur cinq est vide.", [("Un sur cinq", 0.2)]),
        ("8 sur 10 sont vides.", [("8 sur 10", 0.8)]),
        ("Huit paniers sur dix sont vides.", [("Huit paniers sur dix", 0.8)]),
        ("Un cas sur 1 500 est grave.", [("Un cas sur 1 500", 1 / 1500)]),
        ("Le coût a été réduit de moitié.", [("moitié", 0.5)]),
        ("Le coût a été divisé par deux.", [("deux", 2)]),
        ("Le coût a été multiplié par trois.", [("trois", 3)]),
        ("La hausse est d'un cinquième.", [("un cinquième", 0.2)]),
        ("Vous avez trois (3) choix.", [("trois (3)", 3)]),
        ("Vous avez vingt-cinq (25) choix.", [("vingt-cinq (25)", 25)]),
    ],
)
def test_parts_and_multiples(text, expected):
    found = [(words, value) for words, value, _ in amounts(text)]
    assert [words for words, _ in found] == [words for words, _ in expected]
    assert [value for _, value in found] == pytest.approx([value for _, value in expected])


# --- ranges, bounds, rates, units ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le taux est de 10 à 15 %.", [(10, "%"), (15, "%")]),
        ("Le coût est entre 30 et 40 milliards d'euros.", [(30e9, "EUR"), (40e9, "EUR")]),
        ("Le parc abrite 30 à 40 cerfs.", [(30, None), (40, None)]),
        ("Le parc abrite 30-40 cerfs.", [(30, None), (40, None)]),
        ("Le coût tombe de 600 à 450 millions d'euros.", [(600e6, "EUR"), (450e6, "EUR")]),
        ("Le fichier passe de 500 à 2 millions de noms.", [(500, None), (2e6, None)]),
        ("Les 18-25 ans lisent.", [(18, "year"), (25, "year")]),
    ],
)
def test_both_ends_of_a_range(text, expected):
    assert [(value, unit) for _, value, unit in amounts(text)] == expected


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("12 km", 12, "km"),
        ("2,5 mètres", 2.5, "m"),
        ("40 m²", 40, "m²"),
        ("30 hectares", 30, "ha"),
        ("0,75 litre", 0.75, "l"),
        ("12 kg", 12, "kg"),
        ("45 tonnes", 45, "t"),
        ("18 mois", 18, "month"),
        ("54 ans", 54, "year"),
        ("90 minutes", 90, "minute"),
        ("48 heures", 48, "hour"),
        ("3h15", 3.25, "hour"),
        ("18 milliards de km", 18e9, "km"),
        ("40 m2", 40, "m²"),
        ("deux heures et quart", 2.25, "hour"),
        ("200 kWh", 200, "kWh"),
        ("5 MW", 5, "MW"),
        ("21 °C", 21, "°C"),
        ("moins 12 degrés", -12, "°C"),
        ("6 To", 6, "To"),
        ("deux points de pourcentage", 2, "point"),
        ("0,3 pt", 0.3, "point"),
        ("40 dirhams", 40, "MAD"),
        ("3 millions de rands", 3e6, "ZAR"),
        ("14 milliards US", 14e9, "USD"),
        ("1,5 million de dollars canadiens", 1.5e6, "CAD"),
    ],
)
def test_a_number_has_its_unit(printed, value, unit):
    ((_, number, code),) = amounts(f"Le projet demande {printed} en tout.")
    assert (number, code) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Le débit croît de 6 To par an.", 6, "To"),
        ("Elle gagne 14 $ l'heure.", 14, "USD"),
        ("Elle gagne 14 $/h.", 14, "USD"),
        ("Le site a eu 300,000 lectures.", 300_000, None),
        ("Le site a 41\u2009 730 abonnés.", 41_730, None),
    ],
)
def test_rates_and_odd_groups(text, value, unit):
    ((_, number, code),) = amounts(text)
    assert (number, code) == (value, unit)


@pytest.mark.parametrize(
    ("printed", "words", "value", "unit"),
    [
        ("1 USD et 23 centimes", "1 USD et 23", 1.23, "USD"),
        ("douze dollars et quinze cents", "douze dollars et quinze", 12.15, "USD"),
        ("7 euros 50", "7 euros 50", 7.5, "EUR"),
        ("7 € 05", "7 € 05", 7.05, "EUR"),
        ("7€50", "7€50", 7.5, "EUR"),
        ("33 ¢", "33 ¢", 33, "cent"),
    ],
)
def test_money_in_two_units_is_one_sum(printed, words, value, unit):
    assert amounts(f"Le pain coûte {printed}.") == [(words, pytest.approx(value), unit)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("BOURG-NEUF (N.-B.), le 4 mai 2021 –", "CAD"),
        ("BOURG-NEUF (NB), le 4 mai 2021 –", "CAD"),
        ("BOURG-NEUF, QC, le 4 mai 2021 –", "CAD"),
        ("BOURG-NEUF, ON, le 4 mai 2021 –", "CAD"),
        ("BOURG-NEUF (Ontario), le 4 mai 2021 –", "CAD"),
        ("BOURG-NEUF (Alb.), le 4 mai 2021 –", "CAD"),
        ("BOURG-NEUF (Î.-P.-É.), le 4 mai 2021 –", "CAD"),
        ("BOURG-NEUF (Nunavut), le 4 mai 2021 –", "CAD"),
        ("QUÉBEC, le 4 mai 2021 –", "CAD"),
        ("BOURG-NEUF, le 4 mai 2021 –", "USD"),
    ],
)
def test_the_dateline_says_whose_dollars_they_are(line, code):
    text = f"Un titre\n\n{line} La ville verse 3 M$ au parc.\n"
    assert amounts(text) == [("3 M$", 3e6, code)]


# --- not statistics ------------------------------------------------------------------------------

NO_STATISTICS = [
    ("Elle viendra le 3 mai 2018.", "3 mai 2018", "date"),
    ("Elle est venue en 2018.", "2018", "year"),
    ("Elle part à 14 h 30.", "14 h 30", "time of day"),
    ("Elle part vers 19 heures - 20 heures.", "19 heures - 20 heures", "time of day"),
    ("Ouvert 9h30-17h.", "9h30-17h", "time of day"),
    ("Heure : 10 h", "10 h", "time of day"),
    ("C'est le 2e essai.", "2e", "ordinal"),
    ("Appelez le 514 555-0199.", "514 555-0199", "telephone number"),
    ("Appelez le 1 866 555 0199.", "1 866 555 0199", "telephone number"),
    ("Appelez le 0 800 12 34 56.", "0 800 12 34 56", "telephone number"),
    ("Appelez le 0 800 555 01 39.", "0 800 555 01 39", "telephone number"),
    ("Appelez le 0825 123 456.", "0825 123 456", "telephone number"),
    ("Appelez le 02 555 12 34.", "02 555 12 34", "telephone number"),
    ("Appelez le 022 555 01 39.", "022 555 01 39", "telephone number"),
    ("Appelez le 0475 12 34 56.", "0475 12 34 56", "telephone number"),
    ("Appelez le +41 22 555 01 39.", "+41 22 555 01 39", "telephone number"),
    ("Appelez le 811.", "811", "telephone number"),
    ("Écrivez au H2X 1Y4.", "H2X 1Y4", "postal code"),
    ("Elle habite au 12, rue des Lilas.", "12", "address"),
    ("Voyez la loi 96.", "96", "number of a law or article"),
    ("Voyez l'article 21 des statuts.", "21", "number of a law or article"),
    ("Voyez la version 3 du logiciel.", "3", "version"),
    ("Le vol 714 part.", "714", "name of a vehicle or flight"),
    ("La phase 2 commence.", "2", "number of a thing, not an amount"),
    ("Elle est numéro deux du parti.", "deux", "number of a thing, not an amount"),
    ("La COVID-19 recule.", "COVID-19", "part of a name"),
    ("Le G7 siège.", "G7", "part of a name"),
    ("Le projet Horizon150 avance.", "Horizon150", "part of a name"),
    ("La radio du Nord 94,7 FM émet.", "94,7 FM", "part of a name"),
    ("RCS Paris 402 123 456.", "402 123 456", "reference number"),
    ("Le risque zéro n'est pas de ce monde.", "risque zéro", "set phrase"),
]


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
@pytest.mark.parametrize(("text", "figure", "reason"), NO_STATISTICS, ids=[n[1] for n in NO_STATISTICS])
def test_what_is_no_statistic_says_why(text, figure, reason, space):
    text, figure = text.replace(" ", space), figure.replace(" ", space)
    found, excluded = read(text)
    assert found == []
    assert [(text[e.start : e.end], e.reason) for e in excluded] == [(figure, reason)]


def test_numbering_is_no_statistic():
    assert amounts("La ville veut :\n\n1-planter des arbres ;\n\n2- ouvrir le parc ;\n\n3) fermer la route.\n") == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("La ville a traité 2 150 dossiers.", "2 150"),
        ("Elle porte 12 sacs bleus.", "12"),
        ("Elle note 12 fautes graves.", "12"),
        ("La police a surpris et arrêté 40 suspects.", "40"),
        ("Le guide a reçu 3 000 appels.", "3 000"),
    ],
)
def test_a_verb_is_no_noun_that_a_number_names(text, printed):
    assert [words for words, _, _ in amounts(text)] == [printed]


@pytest.mark.parametrize(
    "text", ["C'est le vingt et unième cas.", "C'est le cent cinquantième cas.", "Il agit au profit d'un tiers."]
)
def test_ordinals_and_third_parties_are_no_numbers(text):
    assert list(numerals(text, 0, len(text))) == []


# --- any integer ---------------------------------------------------------------------------------

INTEGERS = st.one_of(
    st.integers(0, 10**12),
    st.integers(0, 10**6),
    st.builds(lambda n, k: n * 10**k, st.integers(0, 999), st.integers(0, 9)),
)


@settings(max_examples=300)
@given(number=INTEGERS, locale=st.sampled_from(["fr_FR", "fr_CA", "fr_BE", "fr_CH", "fr_LU"]))
def test_any_integer_that_babel_writes_is_read_back(number, locale):
    printed = format_decimal(number, locale=locale)
    text = f"On compte {printed} fiches."
    (amount,) = numerals(reading_copy(text), 0, len(text))
    assert (text[amount.start : amount.end], amount.value) == (printed, number)


@settings(max_examples=400)
@given(
    number=INTEGERS.filter(lambda n: n != 1),
    habit=st.sampled_from(["fr", "fr_BE", "fr_CH"]),
    hyphens=st.sampled_from(sorted(HYPHENS)),
)
def test_any_integer_in_words_is_read_back(number, habit, hyphens):
    printed = HYPHENS[hyphens](spelt(number, habit))
    text = f"On compte {printed} fiches."
    (amount,) = numerals(reading_copy(text), 0, len(text))
    assert isinstance(amount, Amount)
    assert (text[amount.start : amount.end], amount.value) == (printed, number)
