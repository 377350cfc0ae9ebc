"""What a telephone shows otherwise. All texts are invented."""

import re

import pandas as pd

from helpers import markup
from helpers.report.touch import as_cards, with_taps
from tests.pages import html_faults
from tests.reading import read

SAID = "« Le toit <b>tient</b> », déclare la mairesse, Anne Roy."


def page(html: str) -> str:
    return f"<!DOCTYPE html><html lang=en><head><title>x</title></head><body>{html}</body></html>"


def test_each_cell_of_a_wide_table_carries_the_head_of_its_column():
    rows = pd.DataFrame([("12", "a", "b", None), ("7", "<i>", "c", 2.5)], columns=["number", "kind", 'a "b"', "value"])
    html = as_cards(markup.table(rows, "Some").html)
    heads = re.findall(r'data-label="([^"]*)"', html)
    assert heads == ["number", "kind", "a &quot;b&quot;", "value"] * 2
    assert html.count('class="untold"') == 1 and "&lt;i&gt;" in html
    assert re.findall(r'role="(\w+)"', html)[:4] == ["table", "rowgroup", "row", "columnheader"]
    assert html_faults(page(html)) == []


def test_a_table_of_a_few_columns_stays_one():
    shown = markup.table(pd.DataFrame({"what": ["title"], "value": ["–"]})).html
    assert as_cards(shown) == shown
    three = {"text": ["2019"], "reason": ["year"]}
    assert "stacked" not in as_cards(markup.table(pd.DataFrame({**three, "around": ["en 2019"]})).html)
    assert "stacked" in as_cards(markup.table(pd.DataFrame({**three, "around": ["le toit a été refait en 2019"]})).html)


def test_a_concordance_runs_on_as_text():
    places = pd.DataFrame([("le toit ", "tient", " encore", 0)], columns=["left", "hit", "right", "paragraph"])
    html = as_cards(markup.kwic(places, "Once").html)
    assert 'class="lined"' in html and "stacked" not in html and html_faults(page(html)) == []


def test_a_quotation_is_reached_without_hovering():
    analysis = read(SAID)
    html = with_taps(markup.marked_text(analysis.release, analysis.quotes).html)
    told = '<u class="quotation" tabindex="0" role="group" aria-label="direct, Anne Roy, '
    assert html.count(told) == 1 and "&lt;b&gt;" in html
    assert html_faults(page(html)) == []
