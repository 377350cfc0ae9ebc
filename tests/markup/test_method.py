"""How results are known, told beside them."""

import csv

import pytest

from helpers import markup, paths
from helpers.report.notebooks import collection
from helpers.text.translation import has_french


def test_every_kind_of_result_has_a_method_in_both_languages(monkeypatch):
    with (paths.PACKAGE / "markup" / "methods.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 10 and [row["result"] for row in rows] == sorted(row["result"] for row in rows)
    assert [row["result"] for row in rows if not has_french(row["method"])] == []
    english = markup.how_we_know("numbers", "comparisons")
    assert english.html.count("<p>") == 2 and "How we know" in english.html
    monkeypatch.setenv("LANGUAGE", "fr")
    assert "Comment on le sait" in markup.how_we_know("numbers").html


def test_every_notebook_tells_how_its_results_are_known():
    for path in collection():
        assert markup.methods_of(path.stem) or "how_we_know(" in path.read_text(encoding="utf-8"), path.stem


def test_a_kind_that_is_none_is_refused():
    with pytest.raises(KeyError):
        markup.how_we_know("horoscope")
