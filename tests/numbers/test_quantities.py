"""The table of statistics: what is counted, when, who says so. All sentences are invented."""

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpers import french
from helpers.numbers.amounts import read_amounts
from helpers.numbers.quantities import TYPES, not_statistics, quantities
from helpers.release.release import Release
from helpers.text.faults import ReleaseError
from tests.reading import quantities_of, read


def one(text: str) -> pd.Series:
    table = quantities_of(text)
    assert len(table) == 1, list(table["text"])
    return table.iloc[0]


# --- meaning -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "half"),
    [("7,4 millions", 50000), ("25 000", 0.5), ("3 Md€", 5e8), ("1,25", 0.005), ("une dizaine", 5), ("trois", 0.5)],
)
def test_precision_is_half_a_unit_of_the_last_printed_digit(printed, half):
    assert one(f"Le parc a reçu {printed}.")["precision"] == pytest.approx(half)


def test_a_row_holds_what_the_sentence_says_of_its_number():
    text = "En mai 2015, la police a recensé près de 1,2 million de cerfs."
    number = one(text)
    said = {"text": "1,2 million", "value": 1.2e6, "unit": None, "approximation": "about", "precision": 50000}
    said |= {"of": "cerfs", "period": "2015-05", "source": "la police", "agent": None}
    assert {name: number[name] for name in said} == said
    for name, words in (("of", "cerfs"), ("period", "mai 2015"), ("source", "la police")):
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
        ("Le parc affiche un taux de croissance de 23 %.", "taux de croissance"),
        ("La ville inflige une amende de 40 € au parc.", "amende"),
        ("Le recul est de l'ordre de 5 %.", "Le recul"),
    ],
)
def test_what_is_counted(text, of):
    number = quantities_of(text).iloc[0]
    assert number["of"] == of


def test_the_second_number_of_a_comparison_takes_what_is_counted_from_the_first():
    text = "En 2015, 7,3 millions de colis ont été signalés à la Poste royale, comparativement à 6,1 millions en 2014."
    table = quantities_of(text)
    assert list(table["of"]) == ["colis", "colis"]
    assert list(table["of_start"]) == [text.index("colis")] * 2
    assert list(table["period"]) == ["2015", "2014"]
    assert list(table["source"]) == ["la Poste royale"] * 2


def test_the_first_number_of_a_range_counts_what_the_second_does():
    assert list(quantities_of("Le parc abrite 30 à 40 cerfs adultes.")["of"]) == ["cerfs adultes"] * 2


def test_the_second_number_of_a_comparison_takes_its_unit_from_the_first():
    table = quantities_of("La ville verse 12 M€ au parc, contre 10 millions en 2014.")
    assert list(table["unit"]) == ["EUR", "EUR"]


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
    number = quantities_of(text).iloc[0]
    assert (number["source"], number["agent"]) == (source, agent)


@pytest.mark.parametrize(
    ("text", "source", "agent"),
    [
        ("Selon une femme de 40 ans, le parc ferme.", None, None),
        ("Le parc compte deux groupes, selon la saison.", None, None),
        ("La série des 12 lots obtenue par la Ligue bleue est longue.", None, None),
        ("Les 3 000 lettres envoyées par courriel sont lues.", None, None),
        ("Le plan de 25 pages est fondé sur un texte défendu par Anne Roy.", None, None),
    ],
)
def test_who_has_nothing_to_do_with_a_number(text, source, agent):
    number = quantities_of(text).iloc[0]
    assert (number["source"], number["agent"]) == (source, agent)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Le taux était de 12 % en 2018 et 15 en 2019.", ["%", "%"]),
        ("Le pain coûte 12 $ en 2018, 14 en 2019 et 15 en 2020.", ["USD"] * 3),
        ("Les adultes paient 14 francs, 7 pour les enfants.", ["CHF", "CHF"]),
        ("On passe de 7,45 euros à 7,90.", ["EUR", "EUR"]),
        ("La ville a payé le parc 4 millions d'euros et en demande 3,2 millions à la région.", ["EUR", "EUR"]),
        ("Le plan de 70 milliards d'euros est prêt. Ce plan de 70 milliards coûte cher.", ["EUR", "EUR"]),
        ("Le pain coûte 12 $ et 15 enfants chantent.", ["USD", None]),
        ("Le plan de 70 milliards d'euros aide 3 millions de gens.", ["EUR", None]),
    ],
)
def test_a_number_that_leaves_its_unit_out_takes_that_of_its_frame(text, units):
    assert list(quantities_of(text)["unit"]) == units


def test_gapped_counts_count_the_same():
    assert list(quantities_of("Le parc a reçu 300 cerfs en 2018 et 400 en 2019.")["of"]) == ["cerfs", "cerfs"]


def test_a_place_stands_apart_from_what_is_counted():
    number = one("On a recensé 300 morts au Canada.")
    assert (number["of"], number["place"]) == ("morts", "Canada")


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
    amounts = read_amounts(french.parse(release))
    numbers, others = quantities(amounts), not_statistics(amounts)
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


def test_a_bullet_of_facts_in_brief_is_a_claim_of_the_issuer():
    text = (
        "Un pont neuf\n\nLac-Clair (Québec), le 3 mai 2021 – La Ville annonce la fin des travaux.\n\nFaits en bref\n\n"
        "• Le pont a coûté 12 M$.\n• Il dessert 4 500 résidents, selon le ministère des Transports.\n\n"
        "SOURCE Ville de Lac-Clair\n"
    )
    table = quantities_of(text)
    assert table["source"].tolist() == ["Ville de Lac-Clair", "le ministère des Transports"]
    assert [text[a:b] for a, b in zip(table["source_start"], table["source_end"], strict=True)] == table[
        "source"
    ].tolist()


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Il faut entre 30 et 40 milliards de dollars, 30 à 40 personnes.", ["USD", "USD", None, None]),
        ("Le projet a coûté 12 millions d'euros2 en trois ans.", ["EUR", "year"]),
    ],
)
def test_a_unit_is_not_lent_to_a_range_nor_lost_to_a_footnote_mark(text, units):
    found = quantities_of(text)["unit"]
    assert found.astype(object).where(found.notna(), None).tolist() == units
