"""Published series, and what a release says beside them. All sentences and series but the published are invented."""

import math

import pytest

from helpers import paths
from helpers.numbers.claims import ClaimError, check_series, load_series
from tests.reading import quantities_of


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


@pytest.mark.parametrize("path", sorted(paths.REFERENCE.glob("cybertipline_*.csv")), ids=lambda p: p.stem)
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
