"""The table of statistics: what is counted, when, who says so. All sentences are invented."""

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpers import analyse, french
from helpers.numbers.amounts import read_amounts
from helpers.numbers.quantities import TYPES, not_statistics, quantities
from helpers.release.release import Release
from helpers.text.faults import ReleaseError
from tests.reading import quantities_of, quantity_of, read

# --- meaning -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "half"),
    [("7,4 millions", 50000), ("25 000", 0.5), ("3 Md€", 5e8), ("1,25", 0.005), ("une dizaine", 5), ("trois", 0.5)],
)
def test_precision_is_half_a_unit_of_the_last_printed_digit(printed, half):
    assert quantity_of(f"Le parc a reçu {printed}.")["precision"] == pytest.approx(half)


def test_a_row_holds_what_the_sentence_says_of_its_number():
    text = "En mai 2015, la police a recensé près de 1,2 million de cerfs."
    number = quantity_of(text)
    said = {"text": "1,2 million", "value": 1.2e6, "unit": None, "approximation": "about", "precision": 50000}
    said |= {"of": "cerfs", "period": "2015-05", "holder": "la police", "agent": None}
    assert {name: number[name] for name in said} == said
    for name, words in (("of", "cerfs"), ("period", "mai 2015"), ("holder", "la police")):
        assert text[number[f"{name}_start"] : number[f"{name}_end"]] == words


def test_other_figures_are_told_with_their_reason():
    text = "Le 3 mai 2018, des milliers de gens ont lu la page 12."
    reading = read(text)
    table = not_statistics(reading.amounts)
    assert list(table.itertuples(index=False, name=None)) == [
        (3, 13, "3 mai 2018", "date"),
        (15, 27, "des milliers", "vague amount"),
        (51, 53, "12", "part of a book or page"),
    ]


def test_a_part_without_digits_has_no_precision():
    assert pd.isna(quantity_of("La moitié des élèves sont partis.")["precision"])


# --- the release -------------------------------------------------------------------------------


def test_every_digit_of_the_release_is_a_statistic_or_has_a_reason(analysis):
    release, amounts = analysis.release, analysis.amounts
    covered = bytearray(len(release.text))
    for table in (quantities(amounts), not_statistics(amounts)):
        for row in table.itertuples():
            assert release.text[row.start : row.end] == row.text
            covered[row.start : row.end] = b"\x01" * (row.end - row.start)
    assert all(covered[at] for at, char in enumerate(release.text) if char.isdigit())


def test_the_columns_are_those_promised_also_without_numbers():
    table = quantities_of("Rien à compter ici.")
    assert list(table.columns) == list(TYPES)
    assert len(table) == 0


# --- any text ----------------------------------------------------------------------------------

PIECES = [*"0123456789 ,.'’-–/%$€:()«»\n\xa0\u202fhkMe", " mille ", " sur ", " millions ", " un ", " de ", " et demi"]


MIXED = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@settings(max_examples=60)
@given(text=st.one_of(MIXED, st.text(max_size=80)))
def test_any_text_is_read_and_every_digit_has_its_place(text):
    try:
        release = Release.from_text(text)
    except ReleaseError:
        assume(False)
    analysis = analyse(release)
    numbers, others = analysis.statistics, analysis.not_statistics
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
        "10 % de 20 % " * 400,
        "mille " * 1000,
        "1 à 2 ou " * 600,
        "00 33 1 " * 600,
    ],
    ids=[
        "digits",
        "groups",
        "dots",
        "commas",
        "brackets",
        "tags",
        "hyphens",
        "ranges",
        "shares",
        "words",
        "choices",
        "calls",
    ],
)
def test_a_page_of_one_form_is_read_to_its_end(text):
    # None of these may send a search back over itself; they would not end.
    release = Release.from_text(text)
    amounts = read_amounts(french.parse(release))
    found = [*quantities(amounts).itertuples(), *not_statistics(amounts).itertuples()]
    covered = bytearray(len(text))
    for row in found:
        covered[row.start : row.end] = b"\x01" * (row.end - row.start)
    assert all(covered[at] for at, char in enumerate(text) if char.isdigit())
