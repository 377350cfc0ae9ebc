"""Two readings side by side. All texts are invented."""

import pytest

from helpers.report.comparison import Comparison, comparisons
from helpers.report.pages import Layout
from tests.pages import html_faults
from tests.reading import read

CITY = """La passerelle de la Loutre rouvre

VAL-CENDRE, le 3 mai 2023 – La Ville rouvre la passerelle de la Loutre aux cyclistes, après trois ans de travaux.

« Nous avons tenu la promesse faite aux habitants du quartier », déclare la mairesse, Odile Ferrant.

Les travaux de la passerelle de la Loutre ont coûté 4,2 millions d'euros.
"""
SHOPS = """Passerelle : les commerçants s'inquiètent

VAL-CENDRE, le 9 mai 2023 – Les commerçants disent que les clients manquent.

« Nous avons tenu la promesse faite aux habitants du quartier », déclare la mairesse, Odile Ferrant.

« Rien n'a été prévu », répond le libraire, Jean Maubert.

Les travaux de la passerelle de la Loutre ont coûté 5,1 millions d'euros.
"""


@pytest.fixture(scope="module")
def pair() -> Comparison:
    return Comparison(read(CITY), read(SHOPS))


def test_who_both_hear_comes_first_with_the_words_in_each(pair):
    table = pair.speakers
    assert table["speaker"].tolist() == ["Odile Ferrant", "Jean Maubert", "commerçants"]
    assert table.loc[0, "words in A"] == table.loc[0, "words in B"] > 0
    assert (table.loc[1, "words in A"], table.loc[1, "words in B"] > 0) == (0, True)
    assert pair.findings()[1] == "Heard in both: Odile Ferrant."


def test_figures_on_the_same_thing_that_differ_are_told(pair):
    assert pair.differing[["A", "B"]].to_numpy().tolist() == [["4,2 millions d'euros", "5,1 millions d'euros"]]
    assert "(4,2 millions d'euros | 5,1 millions d'euros)" in pair.findings()[2]
    same = Comparison(read(CITY), read(CITY.replace("mai", "juin")))
    assert same.differing.empty
    assert same.agreeing["A"].tolist() == same.agreeing["B"].tolist() != []


def test_what_both_say_is_marked_in_both_texts(pair):
    page = Layout().comparison(pair)
    for side in "ab":
        assert page.count(f'<mark class="shared" id="{side}1">') == page.count(f'href="#{side}1"') == 1
    assert html_faults(page) == []


def test_measures_stand_beside_what_is_usual(pair):
    assert {"A", "B", "low", "high", "verdict on A", "verdict on B"} <= set(pair.measures)
    told = pair.measures[(pair.measures[["verdict on A", "verdict on B"]] != "not told").all(axis="columns")]
    assert all(name in pair.chart().svg() for name in told["measure"])


def test_texts_without_anything_in_common_or_without_anything_can_be_compared():
    empty = Comparison(read("0"), read("Un mot."))
    assert empty.findings()[:3] == [
        "No passage of 7 words or more stands in both.",
        "Nobody is heard in both.",
        "No two figures on the same thing differ.",
    ]
    assert html_faults(Layout().comparison(empty)) == []


def test_nothing_of_a_release_becomes_markup():
    hostile = "Un <script>pont</script>\n\nLAVAL, le 2 mai 2020 - « <b>Il</b> rouvre \u202e», dit Anne <i>Roy</i>.\n"
    page = Layout().comparison(Comparison(read(hostile), read(hostile)))
    assert "<script" not in page and "<b>Il" not in page and "<i>Roy" not in page and "\u202e" not in page
    assert html_faults(page) == []


def test_of_many_those_that_share_most_are_compared():
    readings = [read(text) for text in ("Un mot.", CITY, "Autre chose.", SHOPS)]
    assert len(comparisons(readings)) == 6
    (nearest,) = comparisons(readings, most=1)
    assert nearest.both == (readings[1], readings[3])
