"""Whether, with what and by when a sentence can be checked, and who answers for it."""

from helpers import claims
from tests.reading import read

TEXT = """QUÉBEC, le 3 mai 2021 /CNW/ - La Société des ponts (SPN) a ouvert un pont en 2019. Les voisins sont venus.

La SPN publiera son étude le 1er novembre. « Il faut payer », déclare Mme Anne Roy.

SOURCE Société des ponts"""


def test_what_can_be_checked_with_what_by_when_and_who_answers():
    table = claims.inventory(read(TEXT))
    assert table["checkable"].tolist() == ["yes", "hardly", "later", "no"]
    assert table["with_what"].iloc[0] == "records of Société des ponts"
    assert table["by_when"].iloc[2] == "2021-11-01"
    assert table["answers"].tolist()[2:] == ["Société des ponts", "Anne Roy"]


def test_a_figure_is_checked_with_the_counts_of_its_source():
    text = "En 2018, 300 cas ont été signalés au Centre des ponts par les voisins."
    row = claims.inventory(read(text)).iloc[0]
    assert row["checkable"] == "yes" and row["with_what"] == "counts of Centre des ponts"


def test_bodies_have_records_and_persons_can_be_asked():
    text = "La Société des ponts (SPN) a reçu Mme Anne Roy en 2019. Mme Anne Roy est venue en 2020."
    told = claims.inventory(read(text))["with_what"].tolist()
    assert told == ["records of Société des ponts; to be asked: Anne Roy", "to be asked: Anne Roy"]
