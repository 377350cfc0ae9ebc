"""Texts → what is usual, worked by hand on invented ones."""

import csv
import shutil
from pathlib import Path

import pandas as pd
import pytest

from helpers import paths
from helpers.training import norms


def test_a_quantile_weighs_each_value():
    assert norms.weighted_quantile([1, 2, 3], [1, 1, 1], 0.5) == 2
    # Of weights 1, 1 and 2 the middles lie at 1/8, 3/8 and 6/8: half way is a third of the way from 2 to 4.
    assert norms.weighted_quantile([1, 2, 4], [1, 1, 2], 0.5) == pytest.approx(2 + 2 / 3)


def test_the_norms_of_invented_releases_hold_numbers_and_no_text(tmp_path, monkeypatch):
    stems = sorted(paths.INVENTED.glob("*.txt"))[:2]
    rows = [(Path(shutil.copy(path, tmp_path)).name, "release", f"issuer {path.stem}", "invented") for path in stems]
    listed = tmp_path / "list.csv"
    with listed.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("file", "kind", "issuer", "source"), *rows])
    monkeypatch.setattr(paths, "REFERENCE", tmp_path)
    assert norms.main([str(listed)]) == 0
    measures = pd.read_csv(tmp_path / "norms_measures.csv")
    assert set(measures["texts"]) <= {1, 2} and measures["measure"].nunique() > 10
    lemmas = pd.read_csv(tmp_path / "norms_lemmas.csv", keep_default_na=False)
    assert (lemmas.loc[lemmas["lemma"] != "", "texts"] == 2).all()
    assert len(pd.read_csv(tmp_path / "norms_sources.csv")) == 2
