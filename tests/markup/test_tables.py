"""Tables as HTML: nothing of a release is ever markup."""

import pandas as pd

from helpers import markup
from tests.pages import Page


def test_a_table_escapes_heads_cells_and_caption():
    page = Page(markup.table(pd.DataFrame({"<a>": ["<script>", None, "x"]}), "<b>").html)
    assert "script" not in page.tags and "a" not in page.tags and "b" not in page.tags and page.open == []
    assert "<script>" in page.text and "–" in page.text


def test_a_very_long_cell_shows_how_it_begins_and_loses_nothing():
    text = "un mot & " * 60
    page = Page(markup.table(pd.DataFrame({"text": [text, "court"]})).html)
    assert page.tags.count("details") == 1 and page.open == []
    assert text in page.text.replace(" …", "", 1)
    unbroken = Page(markup.table(pd.DataFrame({"a": ["x" * 5000]})).html)
    assert unbroken.text.count("x") == 5000


def test_fractions_of_a_column_have_one_number_of_decimals():
    frame = pd.DataFrame({"share": [0.5, 0.123456, 1.0], "value": [41.39, 7.382, 8.0], "year": [2018, 2019, 2020]})
    page = Page(markup.table(frame).html)
    for cell in ("0.50", "0.12", "1.00", "41.4", "7.4", "8.0", "2018"):
        assert cell in page.text


def test_where_rows_have_units_of_their_own_each_has_its_decimals():
    frame = pd.DataFrame(
        {
            "measure": ["variety", "words", "rate"],
            "value": [0.6841, 35.05, 0.43],
            "low": [0.7012, 21.9, 0.0],
            "below": [0.131, 0.86, 0.5],
        }
    )
    text = Page(markup.table(frame).html).text
    for cell in ("0.68", "0.70", "35.0", "21.9", "0.43", "0.00", "0.13", "0.86", "0.50"):
        assert cell in text
    assert "0.7 " not in text


def test_paragraphs_are_escaped_and_break_nowhere_themselves():
    told = markup.paragraphs(["a <b> " * 40, "c"])
    page = Page(told.html)
    assert page.tags == ["p", "p"] and str(told).count("\n") == 2


def test_a_table_without_a_row_says_so():
    html = markup.table(pd.DataFrame(columns=["who", "e-mail"]), "Contacts").html
    assert html.count("<td") == 1 and 'colspan="2"' in html and ">none</td>" in html
