"""What is shown does nothing: no cell is computed, no control character is obeyed."""

import json
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.text import escapes

ANY = st.text(alphabet=st.characters() | st.sampled_from("=+-@'\t\n\u009b\u202e＝"), max_size=20)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+A1", "-A1", "\n=1", "\nOui", "＝1", "＠SUM(A1)", " =1", "\u00a0=1", "+cmd|' /C calc'!A0", "'=1"],
)
def test_a_cell_that_would_be_computed_is_text(text):
    assert escapes.cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5 %", "+12,5 points", "- Un pont", "l'été", "2 = 2", "-30", "« = »"])
def test_words_and_numbers_stay_as_they_are(text):
    assert escapes.cell(text) == text


@given(ANY)
def test_every_cell_comes_back(text):
    assert escapes.from_cell(escapes.cell(text)) == text


@given(ANY)
def test_json_and_xml_mean_the_same_and_hold_no_control_character(text):
    document = escapes.in_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(document) == text and not set(document) & set("\x7f\x9b\x85\u202e\u2066\u2028")
    plain = "".join(c for c in text if c.isprintable() or "\x7f" <= c <= "\x9f").replace("&", "").replace("<", "")
    assert ElementTree.fromstring(escapes.in_xml(f"<a>{plain}</a>")).text in (plain, plain or None)


def test_control_characters_are_seen_on_screen():
    assert escapes.on_screen("a\x9b31m\u202eb\x1b[0m\u00a0é\n") == "a\\x9b31m\\u202eb\\x1b[0m\u00a0é\n"
