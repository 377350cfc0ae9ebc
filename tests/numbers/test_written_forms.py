"""Numbers written by a grammar of their own, in every form, with every unit and sign, and read back."""

import unicodedata

import pytest
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import lexicon
from helpers.numbers.model import Amount
from helpers.numbers.numerals import numerals
from helpers.numbers.units import unit_at
from helpers.text.typography import reading_copy
from tests.number_grammar import FRACTIONS, HYPHENS, UNITS, Writer, spelt
from tests.reading import amounts_of

HABITS = st.sampled_from(["fr", "fr_BE", "fr_CH"])
LOCALES = st.sampled_from(["fr_FR", "fr_CA", "fr_BE", "fr_CH", "fr_LU"])
JOINED = st.sampled_from(sorted(HYPHENS))
SMALL = st.integers(2, 99)


def bare(text: str) -> str:
    """Without accents, as it is typed in haste."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


SPELLINGS = {
    "as usual": str,
    "without accents": bare,
    "in capitals": str.upper,
    "capitals, no accents": lambda t: bare(t.upper()),
}


def one(printed: str, frame: str = "Le lot en vaut {} en tout.") -> tuple[str, float, str | None]:
    """The one number of a sentence, over its span."""
    text = frame.format(printed)
    (amount,) = numerals(reading_copy(text), 0, len(text))
    assert isinstance(amount, Amount)
    return text[amount.start : amount.end], amount.value, amount.unit


# --- words ---------------------------------------------------------------------------------------


@settings(max_examples=300)
@given(
    number=st.integers(0, 10**9).filter(lambda n: n % 10**6 != 1),
    habit=HABITS,
    joined=JOINED,
    spelling=st.sampled_from(sorted(SPELLINGS)),
)
def test_any_spelling_of_an_integer_is_read_back(number, habit, joined, spelling):
    printed = SPELLINGS[spelling](HYPHENS[joined](spelt(number, habit)))
    assert one(printed) == (printed, number, None)


@settings(max_examples=200)
@given(whole=st.integers(0, 10**5), zeros=st.integers(0, 2), rest=st.integers(1, 99), habit=HABITS)
def test_decimals_in_words_are_read_back(whole, zeros, rest, habit):
    printed = f"{spelt(whole, habit)} virgule {'zéro ' * zeros}{spelt(rest, habit)}"
    assert one(printed) == (printed, pytest.approx(float(f"{whole}.{'0' * zeros}{rest}")), None)


@settings(max_examples=200)
@given(
    count=st.integers(1, 9),
    part=st.sampled_from(sorted(FRACTIONS)),
    spelling=st.sampled_from(["as usual", "without accents"]),
)
def test_a_fraction_in_words_is_read_back(count, part, spelling):
    if count >= FRACTIONS[part]:
        return
    noun = part if count == 1 or part.endswith("s") else f"{part}s"
    printed = SPELLINGS[spelling](f"{UNITS[count]} {noun}")
    assert one(printed, "Il en a pris {} du gâteau.") == (printed, pytest.approx(count / FRACTIONS[part]), None)
    if count > 1:
        assert one(printed, "Il en a pris {}.") == (printed, pytest.approx(count / FRACTIONS[part]), None)


@settings(max_examples=200)
@given(
    whole=st.integers(2, 999).filter(lambda n: n % 10 != 1 or n % 100 in (11, 71, 91)),
    count=st.integers(1, 6),
    part=st.sampled_from(["tiers", "quart", "cinquième", "huitième", "dixième"]),
)
def test_a_whole_and_a_fraction_in_words_are_one_number(whole, count, part):
    if count >= FRACTIONS[part] or (count == 1 and whole % 10 == 0):
        return  # vingt et un tiers is twenty-one thirds as well
    noun = part if count == 1 or part.endswith("s") else f"{part}s"
    printed = f"{spelt(whole)} et {UNITS[count]} {noun}"
    assert one(printed) == (printed, pytest.approx(whole + count / FRACTIONS[part]), None)


@settings(max_examples=100)
@given(
    whole=st.integers(1, 99),
    times=st.sampled_from(["", " millions", " milliards"]),
    part=st.sampled_from(["demi", "quart"]),
)
def test_what_is_added_behind_et_is_read(whole, times, part):
    printed = f"{spelt(whole)}{times} et {part}"
    size = {"": 1, " millions": 1e6, " milliards": 1e9}[times]
    assert one(printed) == (printed, pytest.approx((whole + {"demi": 0.5, "quart": 0.25}[part]) * size), None)


# --- signs ---------------------------------------------------------------------------------------


@given(whole=st.integers(0, 999), glyph=st.sampled_from("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"), space=st.sampled_from(["", " ", "\xa0"]))
def test_a_fraction_in_one_sign_is_read_back(whole, glyph, space):
    printed = f"{whole}{space}{glyph}" if whole else glyph
    assert one(printed) == (printed, pytest.approx(whole + unicodedata.numeric(glyph)), None)


@given(whole=st.integers(1, 99), bottom=st.sampled_from([2, 3, 4, 5, 6, 8, 10, 16]), data=st.data())
def test_a_mixed_number_is_one(whole, bottom, data):
    top = data.draw(st.integers(1, bottom - 1))
    printed = f"{whole} {top}/{bottom}"
    assert one(printed) == (printed, pytest.approx(whole + top / bottom), None)


RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


@given(
    base=st.decimals("0.1", "9.9", places=1).filter(bool),
    exponent=st.integers(-12, 18).filter(lambda n: n not in (0, 1)),
    times=st.sampled_from([" × ", "x", " x "]),
    is_raised=st.booleans(),
)
def test_a_power_of_ten_is_read_back(base, exponent, times, is_raised):
    power = str(exponent).translate(RAISED) if is_raised else f"^{exponent}"
    printed = f"{base}{times}10{power}".replace(".", ",", 1)
    assert one(printed) == (printed, pytest.approx(float(base) * 10.0**exponent), None)


@given(base=st.integers(2, 12), exponent=st.integers(2, 9))
def test_a_power_is_read_back(base, exponent):
    for printed in (f"{base}^{exponent}", f"{base} puissance {exponent}"):
        assert one(printed) == (printed, float(base) ** exponent, None)


@given(number=st.decimals("0.1", "9.9", places=1), exponent=st.integers(2, 15))
def test_scientific_notation_is_read_back(number, exponent):
    printed = f"{number}e{exponent}".replace(".", ",")
    assert one(printed) == (printed, pytest.approx(float(number) * 10.0**exponent), None)


# --- money, per cent, units ------------------------------------------------------------------------

MONEY = {"EUR": "EUR", "USD": "USD", "CAD": "CAD", "GBP": "GBP", "CHF": "CHF", "JPY": "JPY", "INR": "INR", "XOF": "XOF"}


@settings(max_examples=300)
@given(number=st.decimals("0.01", "9999999", places=2), code=st.sampled_from(sorted(MONEY)), locale=LOCALES)
def test_any_sum_that_babel_writes_is_read_back(number, code, locale):
    printed = format_currency(number, code, locale=locale)
    text, value, unit = one(printed)
    assert text == printed
    assert value == pytest.approx(float(number), abs=0.51 if code in ("JPY", "XOF") else 1e-6)
    assert unit in (code, "dollar")  # a bare sign is the place's


@given(
    number=st.decimals("-99.9", "99.9", places=1).filter(bool),
    code=st.sampled_from(["EUR", "USD", "GBP", "MAD", "ZAR"]),
    form=st.sampled_from(["{code}{n}", "{code} {n}", "{n} {code}", "{n}{code}"]),
)
def test_a_code_stands_before_or_behind_glued_or_not(number, code, form):
    n = format_decimal(abs(number), locale="fr_FR")
    printed = form.format(code=code, n=n)
    assert one(printed) == (printed, pytest.approx(float(abs(number))), code)


@given(number=st.integers(2, 10**6), habit=HABITS, sign=st.sampled_from(["pour cent", "pourcent", "p. 100", "%"]))
def test_per_cent_in_words_and_signs(number, habit, sign):
    printed = f"{spelt(number, habit)} {sign}"
    assert one(printed)[1:] == (number, "%")


@given(number=st.decimals("-99.9", "99.9", places=1).filter(lambda n: n != 0), locale=LOCALES)
def test_any_percentage_that_babel_writes_is_read_back(number, locale):
    printed = format_percent(number / 100, "#,##0.0 %", locale=locale)
    assert one(printed) == (printed, pytest.approx(float(number)), "%")


UNITS_IN_WORDS = [r["form"] for r in lexicon.rows("units") if r["place"] == "word"]


@pytest.mark.parametrize("spelling", ["as usual", "without accents"])
def test_every_unit_in_words_is_read_in_any_number_and_spelling(spelling):
    for row in lexicon.rows("units"):
        if row["place"] == "word":
            for form in {row["form"], row["form"].replace(" ", "s ", 1) if " par " in row["form"] else row["form"]}:
                text = f"12 {SPELLINGS[spelling](form)}."
                found = unit_at(text, 2, len(text))
                assert found == (row["code"], len(text) - 1), form


@given(
    number=st.decimals("-99.9", "99.9", places=1).filter(bool),
    minus=st.sampled_from(["-", "−", "–"]),
    sign=st.sampled_from(["°C", " °C", "\xa0°C", "°"]),
)
def test_degrees_below_nought_are_negative(number, minus, sign):
    printed = f"{minus}{format_decimal(abs(number), locale='fr_FR')}"
    text = f"Il fait {printed}{sign} ce soir."
    (amount,) = numerals(reading_copy(text), 0, len(text))
    assert (text[amount.start : amount.end], amount.value) == (printed, pytest.approx(-float(abs(number))))


# --- a whole text of every form --------------------------------------------------------------------


@settings(max_examples=4)
@given(seed=st.integers(0, 10**6))
@pytest.mark.parametrize("spelling", ["as usual", "without accents"])
def test_every_form_is_read_back_from_a_text_of_all_of_them(spelling, seed):
    """Through all rules that make a number something else: its value, its unit and its span."""
    spell = SPELLINGS[spelling]
    written = list(Writer(seed).every_form())
    amounts = amounts_of("\n\n".join(spell(line.sentence) for line in written))
    text, at, misread = amounts.text.release.text, 0, []
    for line in written:
        start = text.index(spell(line.sentence), at)
        at = start + len(spell(line.sentence))
        found = amounts.within(start, at)
        first = start + line.sentence.index(line.printed)
        span = (found[0].start, max(found[-1].end, found[-1].after)) if found else None
        read = [(pytest.approx(amount.value), amount.unit) for amount in found]
        # 8 a 9 euros: without its accent it is a verb
        is_verb = spelling == "without accents" and line.kind.startswith("range") and "à " in line.printed
        if not is_verb and (read != list(line.meant) or span != (first, first + len(line.printed))):
            misread.append((line.kind, spell(line.sentence), [(text[a.start : a.end], a.value, a.unit) for a in found]))
    assert misread == []
