"""What is said of when."""

from helpers import claims
from tests.claims.test_checks import TEXT
from tests.reading import read, shown


def test_what_is_said_of_each_time_stands_in_order():
    table = claims.timeline(read(TEXT))
    assert shown(table, "time", "is_issue") == [("2019", False), ("2021-05-03", True), ("2021-11-01", False)]
    assert table["act"].tolist()[0] == "fact" and table["act"].tolist()[2] == "promise"


def test_a_week_stands_before_a_later_day():
    text = "QUÉBEC, le 5 mai 2021 /CNW/ - La ville a ouvert un pont cette semaine. Elle fermera la halle le 1er juin."
    assert shown(claims.timeline(read(text)), "time") == ["2021-W18", "2021-05-05", "2021-06-01"]


def test_a_text_without_a_time_has_no_timeline():
    assert claims.timeline(read("La ville paie.")).empty
