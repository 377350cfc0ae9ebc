"""What is known of a claim."""

import pandas as pd
import pytest

from helpers import claims
from helpers.numbers.claims import ClaimError
from tests.reading import read

FACT = {"date": "2031", "kind": "event", "what": "It came.", "bears_on": "le 1er novembre", "source": "Gazette"}


def facts(tmp_path, **changes):
    path = tmp_path / "facts.csv"
    pd.DataFrame([FACT | {"address": "", "seen": "excerpt"} | changes]).to_csv(path, index=False)
    return claims.load_context(path)


def test_a_fact_stands_beside_the_sentence_that_it_bears_on(tmp_path):
    table = claims.inventory(read("La ville a payé. L’étude paraîtra le 1er novembre."))
    known = claims.with_known(table, facts(tmp_path))
    assert known["known"].tolist() == [(), ("It came.",)]
    assert known["sources"].iloc[1] == ("Gazette (excerpt)",)


def test_facts_that_can_not_be_used_are_told_in_one_line(tmp_path):
    with pytest.raises(ClaimError, match="no source"):
        facts(tmp_path, source="")
    with pytest.raises(ClaimError, match="no such file"):
        claims.load_context(tmp_path / "none.csv")
    (tmp_path / "odd.csv").write_text("a,b\n1,2\n")
    with pytest.raises(ClaimError, match="no column 'date'"):
        claims.load_context(tmp_path / "odd.csv")
