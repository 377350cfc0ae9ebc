"""Figures of many releases: of hundreds of issuers, of none that is known, of releases without a day. All invented."""

import datetime

import pandas as pd
import pytest

from helpers import charts


def months(*rows: tuple[str | None, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["month", "issuer", "releases"])


def columns(table: pd.DataFrame) -> list[str]:
    return list(charts.timeline(table).data.columns[1:])


def test_six_issuers_are_told_apart_and_all_others_together():
    table = months(*((f"2023-0{1 + n % 3}", f"Ligue {n:02}", 40 - n) for n in range(9)), ("2023-02", "not stated", 5))
    chart = charts.timeline(table)
    assert columns(table) == [*(f"Ligue {n:02}" for n in range(6)), "3 others", "not stated"]
    assert "Ligue 00 issued 40 of them" in chart.finding and chart.data.iloc[:, 1:].to_numpy().sum() == 329


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("2023-01", f"Ligue {n}", 1) for n in range(300)], ["300 issuers"]),
        ([("2023-01", f"Ligue {n}", 2) for n in range(300)], ["300 issuers"]),
        ([("2023-01", "not stated", 300)], ["not stated"]),
        ([("2023-01", "not stated", 300), ("2023-01", "Ligue", 1)], ["Ligue", "not stated"]),
        ([("2023-01", "Ligue", 4), ("2023-02", "Cercle", 1)], ["Ligue", "Cercle"]),
    ],
)
def test_where_nobody_stands_out_nobody_is_told_apart(rows, told):
    chart = charts.timeline(months(*rows))
    assert columns(months(*rows)) == told
    assert (" issued " in chart.finding) == (told[0] == "Ligue" and len(rows) == 2 and rows[0][2] == 4)


def test_long_times_are_shown_by_year_and_labels_stay_few():
    chart = charts.timeline(months(("1871-05", "Ligue", 2), ("2023-02", "Ligue", 3)))
    assert chart.data.columns[0] == "year" and len(chart.data) == 153
    assert "153 years" in chart.finding and len(chart.figure.axes[0].get_xticks()) <= 16


def test_releases_without_a_day_are_counted_and_drawn_nowhere():
    assert charts.timeline(months((None, "Ligue", 7))).finding == "None of 7 releases has a date"
    assert "7 without a date" in charts.timeline(months((None, "Ligue", 7), ("2023-01", "Ligue", 2))).finding


def figures(*rows: tuple[str | None, str, float]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["date", "issuer", "value"])
    table["date"] = [datetime.date.fromisoformat(day) if day else None for day, *_ in rows]
    return table.assign(unit=None, low=table["value"] - 0.5, high=table["value"] + 0.5)


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ([], "No release gives a number of “boats”"),
        ([(None, "Ligue", 4), (None, "Port", 5)], "“boats” stands in 2 releases without a date: no order in time"),
        ([("2023-01-02", "Ligue", 4), (None, "Port", 5)], "“boats” is put at 1 different value by 1 issuer; 1 more"),
        ([("2023-01-02", "Ligue", 0), ("2023-01-03", "Port", 5)], "“boats” is put at 2 different values by 2 issuers"),
        ([("2023-01-02", "Ligue", 4), ("2023-01-03", "Port", 5)], "“boats” is put at 2 different values by 2 issuers,"),
    ],
)
def test_a_number_is_told_over_time_as_far_as_days_are_known(rows, finding):
    chart = charts.figure_over_time(figures(*rows), "boats")
    assert chart.finding.startswith(finding) and chart.svg().startswith("<svg") and "nan" not in chart.finding
    assert len(chart.data) == sum(row[0] is not None for row in rows)


def test_dates_along_a_year_do_not_run_into_one_another():
    chart = charts.figure_over_time(figures(*((f"2023-{n:02}-03", "Ligue", 4000 + n) for n in range(1, 13))), "boats")
    axes = chart.figure.axes[0]
    assert len(axes.get_xticks()) <= 7
    assert {len(label.get_text()) for label in axes.get_yticklabels()} == {len("4,000")}


def test_many_issuers_of_one_number_and_many_rows_keep_a_figure_readable():
    many = figures(*((f"2023-01-{1 + n:02}", f"Ligue {n}", 10 + n) for n in range(25)))
    legend = charts.figure_over_time(many, "boats").figure.axes[0].get_legend()
    assert [text.get_text() for text in legend.get_texts()][-1] == "18 others"
    shares = pd.DataFrame({"release": map(str, range(300)), "issuer": [f"Ligue {n}" for n in range(300)]})
    shares = shares.assign(words=100, quoted_words=20, share=0.2)
    chart = charts.quoted_shares(shares)
    assert chart.figure.get_figheight() < 12 and len(chart.data) == 300
    assert "280 others" in [label.get_text() for label in chart.figure.axes[0].get_yticklabels()]


def test_women_s_share_is_told_of_words_whose_gender_is_known():
    table = pd.DataFrame(
        [("Ligue", "2023-01", 30, 40), ("Port", "2023-01", 0, 60), ("Cap", "2023-02", 0, 0)],
        columns=["issuer", "month", "words_of_women", "words"],
    )
    chart = charts.women_heard(table)
    assert "Women have 30% of the quoted words" in chart.finding and "75% and 0%" in chart.finding
    assert chart.data["issuer"].tolist() == ["Port", "Ligue"]
    assert charts.women_heard(table.tail(1)).finding == "Of no quoted person a gender is told"
