"""CSV: rows come back, and no spreadsheet computes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.export.formats import tables
from tests.annotations import STRINGS


@given(st.lists(st.fixed_dictionaries({"start": st.integers(), "text": STRINGS.filter(bool), "kind": st.none()})))
def test_any_rows_come_back_from_csv(rows):
    assert tables.load(tables.dump(("start", "text", "kind"), rows)) == rows


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "\t=1", "'=1"])
def test_no_cell_of_a_csv_is_computed_by_a_spreadsheet(text):
    written = tables.dump(("text",), [{"text": text}])
    assert written.split("\r\n")[1].strip('"').startswith("'")
    assert tables.load(written) == [{"text": text}]


@pytest.mark.parametrize("text", ["-5 %", "+12,5 points", "l'été", "« = »", "'Oui'"])
def test_numbers_and_words_stand_in_csv_as_they_are(text):
    assert tables.dump(("text",), [{"text": text}]).splitlines()[1].strip('"') == text
