"""Counts of first names → those that tell a gender."""

import json

from helpers import lexicon
from helpers.training import first_names


def test_a_name_is_kept_that_many_bear_and_nearly_all_of_one_gender():
    counts = {
        "nadia": [20, 5000, 0.99, 3], "marc": [20, 5000, 0.01, 3], "camille": [20, 5000, 0.6, 3],
        "rare": [2, 5000, 0.99, 3], "seldom": [20, 9, 0.99, 3], "#x": [20, 5000, 0.99, 3], "élu": [20, 5000, 0.99, 3],
    }  # fmt: skip
    assert dict(first_names.telling(counts)) == {"nadia": "f", "marc": "m"}


def test_the_table_is_written_in_order_and_what_is_no_counts_is_told_in_a_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    (tmp_path / "counts.json").write_text(json.dumps({"nadia": [20, 5000, 0.99, 3], "marc": [20, 5000, 0.01, 3]}))
    assert first_names.main([str(tmp_path / "counts.json")]) == 0
    assert (tmp_path / "first_names.csv").read_text() == "name,gender\nmarc,m\nnadia,f\n"
    (tmp_path / "counts.json").write_text("[1")
    assert first_names.main([str(tmp_path / "counts.json")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
