"""Figures and tables as files."""

import json

import pandas as pd
import pytest

from helpers import markup
from helpers.report.exhibits import as_json, name_and_finding
from helpers.report.figures import for_screen
from helpers.text.frames import as_csv


@pytest.mark.parametrize(
    ("frame", "records"),
    [
        ({"n": [1, 2], "share": [0.5, 1e-9]}, [{"n": 1, "share": 0.5}, {"n": 2, "share": 1e-09}]),
        ({"text": ["12", "douze"]}, [{"text": "12"}, {"text": "douze"}]),
        ({"code": ["007", "012"]}, [{"code": "007"}, {"code": "012"}]),
        ({"is_part": [True, False]}, [{"is_part": True}, {"is_part": False}]),
        ({"who": ["Anne", None]}, [{"who": "Anne"}, {"who": None}]),
        ({"text": ["=A1+1", "+1 "]}, [{"text": "=A1+1"}, {"text": "+1 "}]),
        ({"acts": [(1, 2), ()]}, [{"acts": "1, 2"}, {"acts": None}]),
        ({"n": []}, []),
    ],
)
def test_a_table_is_the_same_as_csv_and_as_json(frame, records):
    assert json.loads(as_json(as_csv(pd.DataFrame(frame)))) == records


def test_a_table_is_called_by_its_caption():
    shown = markup.table(pd.DataFrame({"a": [1]}), "Voices & <numbers>")._repr_mimebundle_()
    assert name_and_finding(shown, "04-1") == ("04-1", "Voices & <numbers>")
    assert shown["text/csv"] == "a\n1\n"


def test_a_figure_has_colours_for_dark_ground_and_stays_what_it_was():
    svg = '<svg width="1" aria-label="a &gt; b"><path style="fill: #ffffff"/></svg>'
    shown = for_screen(svg)
    assert shown.startswith('<svg width="1" aria-label="a &gt; b"><style>@media screen and (prefers-color-scheme:dark)')
    assert shown.replace(shown[shown.index("<style>") : shown.index("</style>") + 8], "") == svg
    assert for_screen("no figure") == "no figure"
