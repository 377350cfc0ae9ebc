"""Numbers in figures and in words. All sentences are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.numbers.model import Amount, Excluded
from helpers.numbers.numerals import numerals
from helpers.text.typography import reading_copy

NBSP, NARROW, THIN = "\xa0", "\u202f", "\u2009"


def found(text: str) -> list[Amount | Excluded]:
    return list(numerals(reading_copy(text), 0, len(text)))


def one(text: str) -> Amount:
    (number,) = found(text)
    assert isinstance(number, Amount)
    return number


FORMS = [
    # figures, spaces and signs
    ("La mairie compte 1 250 300 fiches.", "1 250 300", 1250300, None),
    (f"La mairie compte 1{NBSP}250{NBSP}300 fiches.", f"1{NBSP}250{NBSP}300", 1250300, None),
    (f"La mairie compte 1{NARROW}250{NARROW}300 fiches.", f"1{NARROW}250{NARROW}300", 1250300, None),
    (f"La mairie compte 1{THIN}250{THIN}300 fiches.", f"1{THIN}250{THIN}300", 1250300, None),
    ("La mairie compte 1.250.300 fiches.", "1.250.300", 1250300, None),
    ("La commune compte 12’450 habitants.", "12’450", 12450, None),
    ("La commune compte 12'450 habitants.", "12'450", 12450, None),
    ("Le taux recule de −2,6 %.", "−2,6 %", -2.6, "%"),
    ("Le taux varie de -15 % par mois.", "-15 %", -15, "%"),
    ("Il en reste ½ aujourd'hui.", "½", 0.5, None),
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
    ("Le billet coûte £9.", "£9", 9, "GBP"),
    ("Le billet coûte EUR 25.", "EUR 25", 25, "EUR"),
    ("Le billet coûte 30 CHF.", "30 CHF", 30, "CHF"),
    ("Le billet coûte 30 $ CA.", "30 $ CA", 30, "CAD"),
    # words
    ("Le parc abrite quatre vingt dix neuf cerfs.", "quatre vingt dix neuf", 99, None),
    ("Le parc abrite vingt-et-un cerfs.", "vingt-et-un", 21, None),
    ("Le parc abrite septante-trois cerfs.", "septante-trois", 73, None),
    ("Le parc abrite nonante cerfs.", "nonante", 90, None),
    ("Le fonds compte cent mille titres.", "cent mille", 100000, None),
    ("Le fonds compte un million deux cent mille titres.", "un million deux cent mille", 1200000, None),
    ("Le musée prête trois douzaines de vases.", "trois douzaines", 36, None),
    ("Le musée prête une centaine de milliers de pièces.", "une centaine de milliers", 100000, None),
    ("La quarantaine de bénévoles est partie.", "La quarantaine", 40, None),
    ("Il a obtenu vingt pour cent des voix.", "vingt pour cent", 20, "%"),
    # parts and multiples
    ("La moitié des élèves sont partis.", "La moitié", 0.5, None),
    ("Les deux tiers des élèves sont partis.", "deux tiers", 2 / 3, None),
    ("Le prix a atteint le triple.", "le triple", 3, None),
]


@pytest.mark.parametrize(("text", "printed", "value", "unit"), FORMS, ids=[f[1] for f in FORMS])
def test_a_number_is_read_with_multiplier_and_sign(text, printed, value, unit):
    number = one(text)
    assert (text[number.start : number.end], number.unit) == (printed, unit)
    assert number.value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("printed", "step"),
    [
        ("7,4 millions", 1e5),
        ("25 000", 1),
        ("3 Md€", 1e9),
        ("1,25", 0.01),
        ("une dizaine", 10),
        ("trois", 1),
        ("la moitié", None),
    ],
)
def test_the_step_is_one_unit_of_the_last_printed_digit(printed, step):
    assert one(f"Le parc a reçu {printed}.").step == pytest.approx(step)


@pytest.mark.parametrize(
    ("text", "figure", "reason"),
    [("La salle 3D ouvre.", "3D", "part of a name"), ("Voyez 6,0,5 ici.", "6,0,5", "version or reference")],
)
def test_a_figure_that_runs_on_is_no_number(text, figure, reason):
    (number,) = found(text)
    assert isinstance(number, Excluded)
    assert (text[number.start : number.end], number.reason) == (figure, reason)


@pytest.mark.parametrize(
    "text",
    [
        "Un homme et une femme marchent.",
        "Les deux-roues sont interdits à Trois-Rivières.",
        "Une quarantaine est imposée.",
        "Le double objectif est clair.",
    ],
)
def test_words_that_only_look_like_numbers_are_none(text):
    assert found(text) == []


@settings(max_examples=200)
@given(number=st.integers(0, 10**12), space=st.sampled_from([" ", NBSP, NARROW, THIN, ".", "'", "’"]))
def test_any_integer_in_groups_is_read_back(number, space):
    printed = f"{number:,}".replace(",", space)
    text = f"On compte {printed} fiches."
    amount = one(text)
    assert (text[amount.start : amount.end], amount.value) == (printed, number)


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


@settings(max_examples=300)
@given(number=st.integers(2, 999_999), hyphens=st.booleans())
def test_any_integer_in_words_is_read_back(number, hyphens):
    printed = spelt(number).replace(" ", "-") if hyphens else spelt(number)
    text = f"On compte {printed} fiches."
    amount = one(text)
    assert (text[amount.start : amount.end], amount.value) == (printed, number)
