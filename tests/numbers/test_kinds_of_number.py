"""Numbers of every kind that other readers of French know, in the forms that people print. All are invented.

``forms.csv`` holds them: a form, its value and the code of its unit; where nothing tells the country, *$* is that of
the United States, *franc* that of Switzerland, *dirham* that of Morocco.
"""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import lexicon
from helpers.numbers.numerals import numerals
from helpers.numbers.units import unit_at
from helpers.text.typography import reading_copy
from tests.number_grammar import spelt
from tests.reading import amounts_of

FORMS: dict[str, list[tuple[str, float, str | None]]] = {}
with Path(__file__).with_name("forms.csv").open(encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        FORMS.setdefault(row["kind"], []).append((row["text"], float(row["value"]), row["unit"] or None))
FRAME = "Le relevé donne {} en tout."


def unread(text: str, forms: list[tuple[str, float, str | None]]) -> list[str]:
    """The forms of a text whose value and unit no amount in them has."""
    amounts = amounts_of(text).found
    missed, at = [], 0
    for form, value, unit in forms:
        start = text.index(FRAME.format(form), at)
        at = start + len(FRAME.format(form))
        inside = [(a.value, a.unit) for a in amounts if start <= a.start < at]
        if not any(found == pytest.approx(value, rel=1e-6, abs=1e-9) and code == unit for found, code in inside):
            missed.append(f"{form}: {inside}")
    return missed


@pytest.mark.parametrize("kind", [kind for kind in FORMS if kind != "currency"])
def test_every_form_of_a_kind_is_read_back(kind):
    assert unread(" ".join(FRAME.format(form) for form, _, _ in FORMS[kind]), FORMS[kind]) == []


@pytest.mark.parametrize("form", FORMS["currency"], ids=[form for form, _, _ in FORMS["currency"]])
def test_money_of_every_country_is_read_back(form):
    # One by one: the countries that a text names tell whose dollars it means.
    assert unread(FRAME.format(form[0]), [form]) == []


SPACES = {"none": "", "plain": " ", "no-break": "\xa0", "narrow": "\u202f", "thin": "\u2009"}


@pytest.mark.parametrize("space", SPACES.values(), ids=SPACES)
def test_every_sign_of_a_unit_is_read_behind_any_space(space):
    signs = [
        row for row in lexicon.rows("units") if row["place"] == "sign" and row["kind"] not in ("currency", "share")
    ]
    for row in signs:
        text = reading_copy(f"12{space}{row['form']} !")
        assert unit_at(text, 2, len(text)) == (row["code"], len(text) - 2), row["form"]


NAMED_MONEY = [
    row
    for row in lexicon.rows("units")
    if row["kind"] == "currency" and row["place"] == "word" and row["form"] != "cent"  # deux cents are two hundred
]


@given(
    number=st.integers(2, 10**6), money=st.sampled_from(NAMED_MONEY), habit=st.sampled_from(["fr", "fr_BE", "fr_CH"])
)
def test_money_by_its_name_is_read_behind_numbers_in_words(number, money, habit):
    text = f"{spelt(number, habit)} {plural(money['form'])}."
    (amount,) = list(numerals(text, 0, len(text)))[:1]
    assert amount.value == number
    assert unit_at(text, amount.end, len(text)) == (money["code"], len(text) - 1)


def plural(form: str) -> str:
    """A unit in words in the plural: *milles marins*, *mois*."""
    return re.sub(r"(?<=[^\W\d_A-Zsx])(?= |\Z)", "s", form)


PARTS = [row for row in lexicon.rows("unit_parts") if row["unit"] != "currency"]
WORDS = {row["code"]: row["form"] for row in reversed(lexicon.rows("units")) if row["place"] == "word"}


@pytest.mark.parametrize("row", PARTS, ids=[row["unit"] for row in PARTS])
@given(data=st.data())
@settings(max_examples=10, deadline=None)
def test_an_amount_and_its_part_are_one_amount(row, data):
    whole, part = data.draw(st.integers(2, 40)), data.draw(st.integers(2, int(row["times"]) - 1))
    for count in (str, lambda n: spelt(n, "fr")):
        form = f"{count(whole)} {plural(WORDS[row['unit']])} et {count(part)} {plural(WORDS[row['part']])}"
        (found, *_) = amounts_of(FRAME.format(form)).found
        assert (found.value, found.unit) == (pytest.approx(whole + part / int(row["times"])), row["unit"]), form
