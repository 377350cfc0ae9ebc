"""Numbers: value, unit, meaning. All sentences are invented."""

import time

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpers import french, lexicon, load_release, paths
from helpers.quantities import COLUMNS, comparison_marker, not_statistics, quantities
from helpers.release import Release, ReleaseError

NBSP, NARROW, THIN = "\xa0", "\u202f", "\u2009"


def read(text: str) -> pd.DataFrame:
    release = Release.from_text(text)
    return quantities(french.parse(release), release)


def left_out(text: str) -> dict[str, str]:
    release = Release.from_text(text)
    table = not_statistics(french.parse(release), release)
    return dict(zip(table["text"], table["reason"], strict=True))


def found(text: str) -> list[tuple[str, float, str | None]]:
    table = read(text)
    return list(zip(table["text"], table["value"], table["unit"], strict=True))


def one(text: str) -> pd.Series:
    table = read(text)
    assert len(table) == 1, list(table["text"])
    return table.iloc[0]


# --- forms -------------------------------------------------------------------------------------

FORMS = [
    # figures, spaces and signs
    ("La mairie compte 1 250 300 fiches.", "1 250 300", 1250300, None),
    (f"La mairie compte 1{NBSP}250{NBSP}300 fiches.", f"1{NBSP}250{NBSP}300", 1250300, None),
    (f"La mairie compte 1{NARROW}250{NARROW}300 fiches.", f"1{NARROW}250{NARROW}300", 1250300, None),
    (f"La mairie compte 1{THIN}250{THIN}300 fiches.", f"1{THIN}250{THIN}300", 1250300, None),
    ("La mairie compte 1.250.300 fiches.", "1.250.300", 1250300, None),
    ("La commune compte 12’450 habitants.", "12’450", 12450, None),
    ("La commune compte 12'450 habitants.", "12'450", 12450, None),
    ("Le champ a donné 7.300,25 tonnes.", "7.300,25", 7300.25, "t"),
    ("Le tonneau contient 0,375 litre.", "0,375", 0.375, "l"),
    ("Le taux recule de −2,6 %.", "−2,6 %", -2.6, "%"),
    ("Le taux varie de -15 % par mois.", "-15 %", -15, "%"),
    ("Il faisait moins 12 degrés.", "moins 12", -12, "°C"),
    # multipliers
    ("La page a 300K abonnés.", "300K", 300000, None),
    ("Le film a fait 7M de vues.", "7M", 7e6, None),
    ("Un prêt de 4,5 M€ est prévu.", "4,5 M€", 4.5e6, "EUR"),
    ("Un prêt de 6 k€ est prévu.", "6 k€", 6000, "EUR"),
    ("Un prêt de 2 Md€ est prévu.", "2 Md€", 2e9, "EUR"),
    ("Un plan de 2,3 milliards est prévu.", "2,3 milliards", 2.3e9, None),
    ("On a livré 2 millions 500 mille doses.", "2 millions 500 mille", 2.5e6, None),
    ("On a livré deux millions et demi de doses.", "deux millions et demi", 2.5e6, None),
    # money
    ("Le billet coûte 40 euros.", "40", 40, "EUR"),
    ("Le billet coûte £9.", "£9", 9, "GBP"),
    ("Le billet coûte EUR 25.", "EUR 25", 25, "EUR"),
    ("Le billet coûte 30 CHF.", "30 CHF", 30, "CHF"),
    ("Le billet coûte 30 $ CA.", "30 $ CA", 30, "CAD"),
    ("Le budget est de 90 millions de dollars canadiens.", "90 millions", 90e6, "CAD"),
    ("Le budget est de 90 millions d'euros.", "90 millions", 90e6, "EUR"),
    ("Le budget est de 75 millions de $.", "75 millions", 75e6, "USD"),
    # words
    ("Le parc abrite quatre vingt dix neuf cerfs.", "quatre vingt dix neuf", 99, None),
    ("Le parc abrite vingt-et-un cerfs.", "vingt-et-un", 21, None),
    ("Le parc abrite septante-trois cerfs.", "septante-trois", 73, None),
    ("Le parc abrite nonante cerfs.", "nonante", 90, None),
    ("Le fonds compte cent mille titres.", "cent mille", 100000, None),
    ("Le fonds compte un million deux cent mille titres.", "un million deux cent mille", 1200000, None),
    ("Il faut deux virgule cinq litres.", "deux virgule cinq", 2.5, "l"),
    ("Le musée prête trois douzaines de vases.", "trois douzaines", 36, None),
    ("Le musée prête une centaine de milliers de pièces.", "une centaine de milliers", 100000, None),
    ("La quarantaine de bénévoles est partie.", "La quarantaine", 40, None),
    ("Il a obtenu vingt pour cent des voix.", "vingt pour cent", 20, "%"),
    ("Le parti gagne deux points de pourcentage.", "deux", 2, "point"),
    # fractions and shares
    ("La moitié des élèves sont partis.", "La moitié", 0.5, None),
    ("Les deux tiers des élèves sont partis.", "deux tiers", 2 / 3, None),
    ("Un quart de litre suffit.", "Un quart", 0.25, "l"),
    ("Le prix a atteint le triple.", "le triple", 3, None),
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
    ("Plus de 1900 emplois sont créés.", "1900", 1900, None),
]


@pytest.mark.parametrize(("text", "printed", "value", "unit"), FORMS, ids=[f[1] for f in FORMS])
def test_a_number_is_read_with_its_value_and_unit(text, printed, value, unit):
    number = one(text)
    assert (number["text"], number["unit"]) == (printed, unit)
    assert number["value"] == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De 20 à 35 % des sièges sont vides.", [("20", 20, "%"), ("35 %", 35, "%")]),
        ("Il faut entre 30 et 40 milliards.", [("30", 30e9, None), ("40 milliards", 40e9, None)]),
        ("Des élèves de 6/7 ans chantent.", [("6", 6, "year"), ("7", 7, "year")]),
        ("La peine va d'un à trois ans.", [("un", 1, "year"), ("trois", 3, "year")]),
        ("Le total passe de 900 000 à 1,2 million.", [("900 000", 900000, None), ("1,2 million", 1.2e6, None)]),
    ],
)
def test_the_ends_of_a_range_are_two_numbers_that_share_unit_and_multiplier(text, wanted):
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "figure", "reason"),
    [
        ("La fête aura lieu le 3 mai 2018.", "3 mai 2018", "date"),
        ("La fête aura lieu du 3 au 5 mai.", "3 au 5 mai", "date"),
        ("En 2018, la fête a eu lieu.", "2018", "year"),
        ("Le plan 2019-2021 est prêt.", "2019-2021", "year"),
        ("Dans les années 80, la fête a eu lieu.", "années 80", "year"),
        ("La séance ouvre à 14 h 30.", "14 h 30", "time of day"),
        ("C'est la 21e fête.", "21e", "ordinal"),
        ("Appelez le 514 555-0134.", "514 555-0134", "telephone number"),
        ("Appelez le 01 23 45 67 89.", "01 23 45 67 89", "telephone number"),
        ("Il habite au 12, rue des Lilas.", "12", "address"),
        ("Écrivez au H2X 1Y4.", "H2X 1Y4", "postal code"),
        ("Selon l'article 21, c'est interdit.", "21", "number of a law or article"),
        ("La COVID-19 recule.", "COVID-19", "part of a name"),
        ("Le sommet du G7 est fini.", "G7", "part of a name"),
        ("Le programme Horizon150 est fini.", "Horizon150", "part of a name"),
        ("Voyez la page 12.", "12", "part of a book or page"),
        ("La phase 3 commence.", "3", "number of a thing, not an amount"),
        ("Le service répond 24 heures sur 24.", "24 heures sur 24", "set phrase"),
        ("Des milliers de gens chantent.", "Des milliers", "vague amount"),
        ("Les rouges ont gagné 3-2 hier.", "3-2", "score or reference"),
        ("L'auteur le dit[12].", "[12]", "footnote mark"),
        ("Le logiciel 6.0.5 est prêt.", "6.0.5", "version or reference"),
        ("Écrivez à bureau12@exemple.org.", "bureau12@exemple.org", "e-mail address"),
    ],
)
def test_a_figure_that_counts_nothing_is_left_out_with_its_reason(text, figure, reason):
    assert left_out(text).get(figure) == reason
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Un homme et une femme marchent.",
        "Il marche sur un bâtiment neuf.",
        "Les deux-roues sont interdits à Trois-Rivières.",
        "Une quarantaine est imposée.",
        "Il en parle au quart de finale.",
        "Le double objectif est clair.",
        "Quelques centaines de gens chantent.",
    ],
)
def test_words_that_only_look_like_numbers_are_none(text):
    assert found(text) == []


# --- meaning -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "approximation"),
    [
        ("Le parc abrite 300 cerfs.", "exact"),
        ("Le parc abrite environ 300 cerfs.", "about"),
        ("Le parc abrite près de 300 cerfs.", "about"),
        ("Le parc abrite une trentaine de cerfs.", "about"),
        ("Le parc abrite plus de 300 cerfs.", "more than"),
        ("Le parc abrite moins de 300 cerfs.", "less than"),
        ("Le parc abrite au moins 300 cerfs.", "at least"),
        ("Le parc abrite jusqu'à 300 cerfs.", "at most"),
        ("Les visiteurs de 65 ans et plus entrent.", "at least"),
    ],
)
def test_the_words_around_a_number_say_how_exact_it_is(text, approximation):
    assert one(text)["approximation"] == approximation


@pytest.mark.parametrize(
    ("printed", "half"),
    [("7,4 millions", 50000), ("25 000", 0.5), ("3 Md€", 5e8), ("1,25", 0.005), ("une dizaine", 5), ("trois", 0.5)],
)
def test_precision_is_half_a_unit_of_the_last_printed_digit(printed, half):
    assert one(f"Le parc a reçu {printed}.")["precision"] == pytest.approx(half)


def test_a_part_without_digits_has_no_precision():
    assert pd.isna(one("La moitié des élèves sont partis.")["precision"])


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Le parc abrite 300 cerfs adultes.", "cerfs adultes"),
        ("On a volé 3,1 millions de boîtes de sardines hier.", "boîtes de sardines"),
        ("On a brûlé 45 tonnes de papier.", "papier"),
        ("Huit élèves sur dix lisent.", "élèves"),
        ("Le taux de chômage est passé à 4 % hier.", "Le taux de chômage"),
        ("Il a 54 ans.", None),
    ],
)
def test_what_is_counted(text, of):
    number = read(text).iloc[0]
    assert number["of"] == of


def test_the_second_number_of_a_comparison_takes_what_is_counted_from_the_first():
    text = "En 2015, 7,3 millions de colis ont été signalés à la Poste royale, comparativement à 6,1 millions en 2014."
    table = read(text)
    assert list(table["of"]) == ["colis", "colis"]
    assert list(table["of_start"]) == [text.index("colis")] * 2
    assert list(table["period"]) == ["2015", "2014"]
    assert list(table["source"]) == ["la Poste royale"] * 2


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("En 2015, le parc a reçu 300 cerfs.", "2015"),
        ("Le parc a reçu 300 cerfs en mai 2015.", "2015-05"),
        ("Le parc a reçu 300 cerfs entre 2014 et 2016.", "2014/2016"),
        ("Le parc a reçu 300 cerfs depuis 2014.", "2014/.."),
        ("Le parc recevra 300 cerfs d'ici 2030.", "../2030"),
        ("Le parc a reçu 300 cerfs au deuxième trimestre de 2015.", "2015-Q2"),
        ("Le parc a reçu 300 cerfs entre le 1er mai et le 3 juin 2015.", "2015-05-01/2015-06-03"),
        ("L'étude de 2015 compte 300 cerfs.", None),
    ],
)
def test_when(text, period):
    number = one(text)
    assert number["period"] == period
    if period:
        assert text[number["period_start"] : number["period_end"]]


@pytest.mark.parametrize(
    ("words", "period"),
    [("l'an dernier", "2015"), ("cette année", "2016"), ("le mois dernier", "2016-02"), ("hier", "2016-03-14")],
)
def test_relative_periods_are_counted_from_the_dateline(words, period):
    text = f"QUÉBEC, le 15 mars 2016 /CNW/ - Le parc a reçu 300 cerfs {words}. La ville s'en réjouit."
    number = read(text).iloc[0]
    assert (number["period"], text[number["period_start"] : number["period_end"]]) == (period, words)


@pytest.mark.parametrize(
    ("text", "source", "agent"),
    [
        ("Selon l'Office royal des forêts, 300 cerfs vivent ici.", "l'Office royal des forêts", None),
        ("Trois cents cerfs ont été recensés par la Société des parcs.", "la Société des parcs", None),
        ("Trois cents cerfs ont été soignés par les gardes.", None, "les gardes"),
        ("La police a recensé 300 cerfs.", "La police", None),
        ("La ville verse 12 $ par an.", None, None),
    ],
)
def test_who_says_so_and_who_did_it(text, source, agent):
    number = read(text).iloc[0]
    assert (number["source"], number["agent"]) == (source, agent)


@pytest.mark.parametrize(
    ("place", "unit"), [("OTTAWA, le 3 mai 2016 /CNW/ - ", "CAD"), ("PARIS, le 3 mai 2016 - ", "USD")]
)
def test_a_bare_dollar_sign_is_that_of_the_place(place, unit):
    assert read(f"{place}La ville verse 12 M$ au parc. Elle s'en réjouit.").iloc[0]["unit"] == unit


@pytest.mark.parametrize(
    ("between", "is_comparison"),
    [
        (" de cerfs, contre ", True),
        (" de cerfs, contre une hausse de ", True),
        (" de luttes contre la faim ont coûté à la ville et au pays ", False),
        (" cerfs, comparativement à ", True),
        (" cerfs et ", False),
    ],
)
def test_contre_compares_only_right_before_a_number(between, is_comparison):
    assert (comparison_marker(between) is not None) == is_comparison


# --- the release -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def release():
    return load_release(paths.RELEASE)


def test_every_digit_of_the_release_is_a_statistic_or_has_a_reason(release):
    doc = french.parse(release)
    covered = bytearray(len(release.text))
    for table in (quantities(doc, release), not_statistics(doc, release)):
        for row in table.itertuples():
            assert release.text[row.start : row.end] == row.text
            covered[row.start : row.end] = b"\x01" * (row.end - row.start)
    assert all(covered[at] for at, char in enumerate(release.text) if char.isdigit())


def test_the_columns_are_those_promised_also_without_numbers():
    table = read("Rien à compter ici.")
    assert list(table.columns) == COLUMNS
    assert len(table) == 0


# --- any number, any text ----------------------------------------------------------------------


def grouped(number: int, space: str) -> str:
    return f"{number:,}".replace(",", space)


@settings(max_examples=60)
@given(number=st.integers(10_000, 10**12), space=st.sampled_from([" ", NBSP, NARROW, THIN, ".", "'", "’"]))
def test_any_integer_in_groups_is_read_back(number, space):
    printed = grouped(number, space)
    text = f"Le registre compte {printed} fiches."
    row = one(text)
    assert (row["start"], row["end"]) == (text.index(printed), text.index(printed) + len(printed))
    assert row["value"] == number


def spelt(number: int) -> str:
    """French number words below a million, written for this test."""
    units = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
    tens = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
    if number < 17:
        return units[number]
    if number < 20:
        return f"dix-{units[number - 10]}"
    if number < 70:
        head, rest = tens[number // 10], number % 10
        return head if not rest else f"{head} et un" if rest == 1 else f"{head}-{units[rest]}"
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{spelt(number - 60)}"
    if number < 100:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{spelt(number - 80)}"
    if number < 1000:
        head = "cent" if number < 200 else f"{units[number // 100]} cent"
        rest = number % 100
        return f"{head} {spelt(rest)}" if rest else head + "s" * (number >= 200)
    thousands = number // 1000
    # No s before mille: deux cent mille, quatre-vingt mille.
    spelled = spelt(thousands).removesuffix("s") if thousands % 100 in (0, 80) else spelt(thousands)
    head = "mille" if thousands == 1 else f"{spelled} mille"
    rest = number % 1000
    return f"{head} {spelt(rest)}" if rest else head


@settings(max_examples=120)
@given(number=st.integers(2, 999_999), hyphens=st.booleans())
def test_any_integer_in_words_is_read_back(number, hyphens):
    printed = spelt(number).replace(" ", "-") if hyphens else spelt(number)
    row = one(f"Le registre compte {printed} fiches.")
    assert (row["text"], row["value"]) == (printed, number)


PIECES = [*"0123456789 ,.'’-–/%$€:()«»\n\xa0\u202fhkMe", " mille ", " sur ", " millions ", " un ", " de ", " et demi"]
MIXED = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@settings(max_examples=60)
@given(text=st.one_of(MIXED, st.text(max_size=80)))
def test_any_text_is_read_and_every_digit_has_its_place(text):
    try:
        release = Release.from_text(text)
    except ReleaseError:
        assume(False)
    doc = french.parse(release)
    numbers, others = quantities(doc, release), not_statistics(doc, release)
    covered = bytearray(len(text))
    for row in [*numbers.itertuples(), *others.itertuples()]:
        assert row.start < row.end
        assert text[row.start : row.end] == row.text
        covered[row.start : row.end] = b"\x01" * (row.end - row.start)
    assert all(covered[at] for at, char in enumerate(text) if char in "0123456789")
    assert all(a <= b for a, b in zip(numbers["end"], numbers["start"][1:], strict=False))


@pytest.mark.parametrize(
    "text",
    [
        "7" * 5000,
        "123 456 " * 600,
        "1." * 2500,
        "1,2," * 1200,
        "(514) " * 800,
        "<a " * 1600,
        "a-" * 2500,
        "10 à " * 1000,
    ],
    ids=["digits", "groups", "dots", "commas", "brackets", "tags", "hyphens", "ranges"],
)
def test_a_page_of_digits_takes_no_time(text):
    release = Release.from_text(text)
    doc = french.parse(release)
    begun = time.perf_counter()
    quantities(doc, release)
    not_statistics(doc, release)
    assert time.perf_counter() - begun < 15


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("units", ("form", "place")),
        ("multipliers", ("form", "place")),
        ("number_words", ("form",)),
        ("approximators", ("form", "side")),
        ("comparisons", ("form",)),
        ("numbered_names", ("form", "place")),
        ("periods", ("form",)),
        ("set_phrases", ("form",)),
        ("year_contexts", ("form",)),
    ],
)
def test_a_lexicon_says_each_thing_once(name, keys):
    forms = [tuple(row[k] for k in keys) for row in lexicon.rows(name)]
    assert len(forms) == len(set(forms))
    assert all(all(form) for form in forms)
