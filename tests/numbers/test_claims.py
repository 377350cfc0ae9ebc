"""Claims: comparisons, growth within its rounding, published series. All sentences and series are invented."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import paths
from helpers.numbers.claims import (
    ClaimError,
    check,
    check_series,
    comparisons,
    figure,
    growth_interval,
    load_series,
    share_totals,
    stated_changes,
)
from helpers.numbers.quantities import quantities
from helpers.release.release import Release
from tests.reading import comparisons_of, quantities_of, read


def compare(text: str) -> pd.DataFrame:
    table = comparisons_of(text)
    for row in table.itertuples():
        assert text[row.start : row.end] == row.text
        assert text[row.marker_start : row.marker_end] == row.marker
        assert text[row.new_start : row.new_end] == row.new_text
        assert text[row.old_start : row.old_end] == row.old_text
    return table


# --- comparisons -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "marker", "new", "old", "periods"),
    [
        (
            "En 2015, le parc a reçu 400 cerfs, comparativement à 300 en 2014.",
            "comparativement à",
            400,
            300,
            ("2015", "2014"),
        ),
        ("Le parc a reçu 400 cerfs, contre 300 un an plus tôt.", "contre", 400, 300, (None, "un an plus tôt")),
        (
            "Les ventes sont passées de 2,5 millions en 2014 à 3 millions en 2015.",
            "passées",
            3e6,
            2.5e6,
            ("2015", "2014"),
        ),
        ("Le taux est tombé de 12 % à 8 %.", "tombé", 8, 12, (None, None)),
        (
            "La lutte contre la faim a coûté 4 M€ en 2015, contre 3 M€ en 2014.",
            "contre",
            4e6,
            3e6,
            ("2015", "2014"),
        ),
    ],
)
def test_two_numbers_set_against_each_other(text, marker, new, old, periods):
    table = compare(text)
    assert len(table) == 1
    row = table.iloc[0]
    assert (row["marker"], row["new_value"], row["old_value"]) == (marker, new, old)
    assert (row["new_period"], row["old_period"]) == periods
    assert row["difference"] == new - old
    assert row["ratio"] == pytest.approx(new / old)
    assert row["growth_low"] <= row["growth_percent"] <= row["growth_high"]


@pytest.mark.parametrize(
    "text",
    [
        "Le parc abrite 400 cerfs et 300 biches.",
        "Le parc abrite 400 cerfs. La lutte contre 300 loups dure.",
        "Il a 54 ans et marche de 4 à 5 km.",
        "La ville verse 400 $ contre 20 % des parts.",
    ],
)
def test_numbers_that_nothing_compares_are_no_pair(text):
    assert compare(text).empty


def test_the_interval_that_rounding_leaves():
    low, high = growth_interval(4.0, 0.05, 2.0, 0.05)
    assert low == pytest.approx(100 * (3.95 / 2.05 - 1))
    assert high == pytest.approx(100 * (4.05 / 1.95 - 1))


@pytest.mark.parametrize("old", [(0.0, 0.5), (0.4, 0.5), (2.0, math.nan)])
def test_growth_from_nought_or_from_the_unknown_is_not_a_number(old):
    assert all(math.isnan(end) for end in growth_interval(4.0, 0.5, *old))


@given(
    new=st.floats(1, 1e9),
    old=st.floats(1, 1e9),
    places=st.integers(0, 3),
)
def test_the_true_growth_lies_within_the_interval_of_the_rounded_numbers(new, old, places):
    half = 0.5 * 10.0**-places
    low, high = growth_interval(round(new, places), half, round(old, places), half)
    true = 100 * (new / old - 1)
    assert low - 1e-6 * (1 + abs(true)) <= true <= high + 1e-6 * (1 + abs(true))


# --- verdicts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "half", "exact", "agrees", "sentence"),
    [
        (
            5.2e6,
            5e4,
            5_231_000,
            "rounded or cut",
            "5,231,000 rounds to 5.2 million, as the release prints; with the digits behind cut off it is the same.",
        ),
        (5.2e6, 5e4, 5_181_000, "rounded", "5,181,000 rounds to 5.2 million, as the release prints."),
        (5.2e6, 5e4, 5_270_000, "cut", "5,270,000 rounds to 5.3 million; the release prints 5.2: cut, not rounded."),
        (5.2e6, 5e4, 6_500_000, "differs", "6,500,000 rounds to 6.5 million; the release prints 5.2: 20 % less."),
        (5.3e6, 5e4, 5_231_000, "differs", "5,231,000 rounds to 5.2 million; the release prints 5.3: 1.32 % more."),
        (431, 0.5, 431, "rounded", "431 rounds to 431, as the release prints."),
        (2e9, 5e8, 1_900_000_000, "rounded", "1,900,000,000 rounds to 2 billion, as the release prints."),
        (0.5, math.nan, 0.5, "rounded", "0.5 rounds to 0.5, as the release prints."),
    ],
)
def test_a_verdict_says_how_it_was_reached(value, half, exact, agrees, sentence):
    verdict = check(value, half, exact)
    assert verdict.agrees == agrees
    assert verdict.sentence == sentence
    assert verdict.difference_percent == pytest.approx(100 * (value / exact - 1))


@given(exact=st.integers(1, 10**11), digits=st.integers(0, 9))
def test_rounding_agrees_and_cutting_is_told(exact, digits):
    step = 10**digits
    rounded = (exact + step // 2) // step * step
    assert check(float(rounded), step / 2, float(exact)).agrees == ("rounded or cut" if rounded < exact else "rounded")
    cut, rest = check(float(exact // step * step), step / 2, float(exact)), exact % step
    assert cut.agrees == ("rounded" if not rest else "rounded or cut" if 2 * rest <= step else "cut")
    assert check(float(exact // step * step + 2 * step), step / 2, float(exact)).agrees == "differs"


@pytest.mark.parametrize(
    ("value", "step", "shown"),
    [(5.27e6, 1e4, "5.27 million"), (5e6, 1e6, "5 million"), (4200, 1, "4,200"), (1.5e9, 1e8, "1.5 billion")],
)
def test_a_figure_has_the_digits_that_its_step_warrants(value, step, shown):
    assert figure(value, step) == shown


# --- series ------------------------------------------------------------------------------------


def write(folder, text):
    path = folder / "series.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_series_is_sorted_and_typed(tmp_path):
    series = load_series(write(tmp_path, 'year,cerfs,cerfs_source\n2015,30,"Parc, 2016"\n2014,,"Parc"\n'))
    assert list(series["year"]) == [2014, 2015]
    assert math.isnan(series["cerfs"][0]) and series["cerfs"][1] == 30
    assert series["cerfs_source"][1] == "Parc, 2016"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "no rows"),
        ("year,cerfs\n", "no rows"),
        ("an,cerfs\n2015,30\n", "no column 'year'"),
        ("year,cerfs\n2015,30\n2015,31\n", "2015 stands twice"),
        ("year,cerfs\nMMXV,30\n", "write four digits"),
        ("year,cerfs\n2015,3 000\n", "write digits"),
        ("year,cerfs\n2015,-3\n", "can't be that"),
        ('year,cerfs,cerfs_source\n2015,30,"Parc ("plus de 30", arrondi)"\n', "row 2 has 4 cells"),
        ("year,cerfs\n2015,inf\n", "can't be that"),
        ("year,cerfs\n2015,30,40\n", "3 cells"),
    ],
)
def test_a_bad_series_is_refused_in_one_line_with_its_name(tmp_path, text, fault):
    with pytest.raises(ClaimError) as caught:
        load_series(write(tmp_path, text))
    message = str(caught.value)
    assert fault in message and message.startswith("series.csv: ") and "\n" not in message


def test_a_missing_series_is_told(tmp_path):
    with pytest.raises(ClaimError, match=r"^none\.csv: no such file"):
        load_series(tmp_path / "none.csv")


@pytest.mark.parametrize("path", sorted(paths.REFERENCE.glob("*.csv")), ids=lambda p: p.stem)
def test_each_published_table_is_sound_and_names_its_sources(path):
    series = load_series(path)
    sources = [c for c in series if c.endswith("source")]
    for column in series.columns.difference(["year", *sources]):
        source = f"{column}_source" if f"{column}_source" in sources else "source"
        assert series.loc[series[column].notna(), source].notna().all()


def test_the_origins_add_up_to_the_published_total():
    origin = load_series(paths.REFERENCE / "cybertipline_origin.csv").set_index("year")
    series = load_series(paths.REFERENCE / "cybertipline_reports.csv").set_index("year")
    assert (origin["public"] + origin["providers"] == origin["reports"]).all()
    assert (origin["reports"] == series["reports"][origin.index]).all()


def test_counts_are_checked_against_the_year_that_they_name(tmp_path):
    text = "En 2015, le parc a reçu 3,1 millions de cerfs, contre 2,4 millions en 2014 et 5 % de loups en 2013."
    table = quantities_of(text)
    series = load_series(
        write(tmp_path, "year,cerfs,cerfs_source\n2013,1,Parc\n2014,2390000,Parc\n2015,3190000,Parc\n")
    )
    checked = check_series(table, series, "cerfs")
    assert list(zip(checked["text"], checked["year"], checked["agrees"], strict=True)) == [
        ("3,1 millions", 2015, "cut"),
        ("2,4 millions", 2014, "rounded"),
    ]
    assert list(checked["same_unit"]) == [None, None]
    assert set(checked["published_source"]) == {"Parc"}
    with pytest.raises(ClaimError, match="no column 'loups'"):
        check_series(table, series, "loups")


def test_another_unit_is_told(tmp_path):
    text = "En 2015, le parc a reçu 3,1 millions de dossiers et 40 M€."
    table = quantities_of(text)
    series = load_series(write(tmp_path, "year,reports,unit\n2015,3110000,signalements\n"))
    checked = check_series(table, series, "reports")
    assert list(zip(checked["text"], checked["agrees"], checked["same_unit"], strict=True)) == [
        ("3,1 millions", "rounded or cut", False),
        ("40 M€", "other unit", False),
    ]
    assert checked["sentence"][0].endswith("But the release counts “dossiers”, the series signalements.")
    assert checked["sentence"][1] == "The release gives EUR, the series signalements: not to be compared."
    same = check_series(table, series[["year", "reports"]], "reports", unit="dossiers ouverts")
    assert list(same["same_unit"]) == [True, False]


# --- what is stated beside two numbers -----------------------------------------------------------


def stated(text: str) -> pd.DataFrame:
    reading = read(text)
    table = quantities(reading.amounts)
    found = stated_changes(table, comparisons(table, reading.document), reading.document)
    for row in found.itertuples():
        assert text[row.start : row.end] == row.text
    return found


@pytest.mark.parametrize(
    ("text", "words", "percent", "verdict"),
    [
        ("Le parc abrite 400 cerfs, contre 300 en 2015, en hausse de 33 %.", "hausse de 33 %", 33, "agrees"),
        ("En hausse de 80 %, le parc abrite 400 cerfs, contre 300 en 2015.", "hausse de 80 %", 80, "differs"),
        (
            "Le prix est passé de 110 € en 2014 à 165 € en 2015, soit 50 % d'augmentation.",
            "50 % d'augmentation",
            50,
            "agrees",
        ),
        ("Le nombre a doublé, passant de 110 à 165.", "doublé", 100, "differs"),
        ("Le nombre a triplé, passant de 110 à 335.", "triplé", 200, "agrees"),
        (
            "Le parc abrite 300 cerfs, contre 600 en 2015. Leur nombre a été réduit de moitié.",
            "réduit de moitié",
            -50,
            "agrees",
        ),
        (
            "Le parc abrite 900 cerfs, contre 300 en 2015. Leur nombre a été multiplié par trois.",
            "multiplié par trois",
            200,
            "agrees",
        ),
        (
            "Le parc abrite 300 cerfs, contre 600 en 2015, en hausse de 50 %.",
            "hausse de 50 %",
            50,
            "opposite direction",
        ),
        ("Le parc abrite 600 cerfs, contre 300 en 2015 (+100 %).", "+100 %", 100, "agrees"),
        ("Le taux est passé de 10 % à 15 %, une hausse de 5 %.", "hausse de 5 %", 5, "points taken for per cent"),
        (
            "Le parc abrite 600 cerfs, contre 300 en 2015, une hausse de plus de 90 %.",
            "hausse de plus de 90 %",
            90,
            "agrees",
        ),
    ],
)
def test_a_stated_change_is_held_against_the_two_numbers_beside_it(text, words, percent, verdict):
    (row,) = stated(text).itertuples()
    assert (row.text, row.verdict) == (words, verdict)
    assert row.stated_percent == pytest.approx(percent)
    assert row.sentence.startswith("From ") and row.sentence.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Le parc abrite 400 cerfs, en hausse de 33 %.",
        "Le parc abrite 400 cerfs, contre 300 en 2015.",
        "Le parc abrite 400 cerfs, contre 300 en 2015. Il ouvre. Il ferme. Le prix a doublé.",
    ],
)
def test_a_change_without_two_numbers_is_not_judged(text):
    assert stated(text).empty


@pytest.mark.parametrize(
    ("text", "shares", "total", "verdict"),
    [
        (
            "Le soir, 61 % des élèves lisent, 30 % dessinent et 25 % chantent.",
            ["61 %", "30 %", "25 %"],
            116,
            "more than 100 %",
        ),
        ("Le parti a eu 52 % des voix, 48 % vont aux autres.", ["52 %", "48 %"], 100, "a whole"),
        ("Le lait fait 33 % des ventes, le pain 33 % et le sel 33 %.", ["33 %"] * 3, 99, "a whole"),
        ("Le soir, 20 % des élèves lisent et 30 % dessinent.", ["20 %", "30 %"], 50, "less than 100 %"),
    ],
)
def test_shares_of_one_list_are_added_up(text, shares, total, verdict):
    (row,) = share_totals(quantities_of(text), Release.from_text(text)).itertuples()
    assert (row.shares, row.total, row.verdict) == (shares, total, verdict)
    assert text[row.start : row.end] == row.text
    assert row.low < row.total < row.high


@pytest.mark.parametrize(
    "text",
    [
        "Le taux va de 60 à 80 %.",
        "Ils sont 60 % à lire, contre 80 % avant.",
        "Le prix a augmenté de 60 % et le coût de 70 %.",
        "Ils sont 60 % à lire en 2014 et 80 % en 2015.",
        "Ils sont 60 % à lire. Ils sont 80 % à dormir.",
    ],
)
def test_shares_that_are_no_parts_are_not_added_up(text):
    assert share_totals(quantities_of(text), Release.from_text(text)).empty


@given(new=st.floats(1, 1e9), old=st.floats(1, 1e9), places=st.integers(0, 3))
def test_the_true_growth_lies_within_the_interval_of_the_cut_numbers(new, old, places):
    step = 10.0**-places
    cut = [math.floor(value / step) * step for value in (new, old)]
    low, high = growth_interval(cut[0], step / 2, cut[1], step / 2, cut=True)
    true = 100 * (new / old - 1)
    assert low - 1e-6 * (1 + abs(true)) <= true <= high + 1e-6 * (1 + abs(true))
