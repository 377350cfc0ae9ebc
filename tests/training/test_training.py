import csv
import json

import numpy as np
import pytest

from helpers import paths
from helpers.accuracy import load_gold
from helpers.learned.logistic import FOLDER
from helpers.quotes.rules import HIGH
from helpers.speakers.confidence import LEAST
from helpers.training.annotated import annotated
from helpers.training.command import FIGURES, MODELS
from helpers.training.fitting import fit
from helpers.training.tables import KEYS, as_table, stored


@pytest.fixture(scope="module", params=MODELS)
def trained(request):
    table = stored(request.param)
    return request.param, table, fit(table)


def test_the_weights_are_those_of_the_stored_features(trained):
    name, _, fitted = trained
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        kept = {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}
    assert set(fitted.model.weights) <= set(kept)
    assert all(kept[name] == pytest.approx(weight, abs=2e-4) for name, weight in fitted.model.weights.items())


def test_probabilities_are_calibrated_on_texts_held_out(trained):
    # Expected calibration error over ten bins (Naeini et al. 2015).
    _, table, fitted = trained
    bins = np.minimum((fitted.held_out * 10).astype(int), 9)
    gap = table["label"].to_numpy() - fitted.held_out
    assert sum(abs(gap[bins == b].sum()) for b in set(bins)) / len(gap) < 0.04


def test_the_figures_say_how_many_candidates_there_are(trained):
    name, table, _ = trained
    with FIGURES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["model"] == name]
    assert str(len(table)) in {row["value"] for row in rows if row["measure"] == "candidates"}


def test_the_tables_hold_numbers_and_no_text(trained):
    _, table, _ = trained
    assert table["text"].str.fullmatch(r"[a-z0-9]+:[0-9a-f]{10}").all()
    assert all(table[column].dtype.kind in "if" for column in table.columns if column != KEYS[0])


def test_an_annotated_text_gives_an_example_a_stretch_of_marked_words(tmp_path):
    for path in (paths.RELEASE, paths.GOLD / f"{paths.RELEASE.stem}.gold.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (text,) = annotated([tmp_path])
    table = as_table(MODELS["direct"](text))
    wanted = load_gold(paths.GOLD / f"{paths.RELEASE.stem}.gold.json")["quotes"]
    assert table["label"].sum() == sum(q["kind"] == "direct" for q in wanted)


@pytest.mark.parametrize("name", ["speaker", "attribution"])
def test_an_annotated_text_gives_examples_of_its_speakers(tmp_path, name):
    text = "La mairesse Anne Caron a parlé hier. Elle a dit que le pont ouvrira en mai."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    quote = {"start": 52, "end": len(text) - 1, "text": text[52:-1], "kind": "indirect", "names": ["Anne Caron"]}
    (tmp_path / "a.gold.json").write_text(json.dumps({"quotes": [quote]}), encoding="utf-8")
    (read,) = annotated([tmp_path])
    assert as_table(MODELS[name](read))["label"].sum() == 1


def test_high_confidence_is_right_for_97_of_100_in_real_texts_held_out():
    table = stored("attribution")
    is_high = (fit(table).held_out >= LEAST[HIGH]) & ~table["text"].str.startswith("invented").to_numpy()
    assert is_high.mean() > 0.3
    assert table["label"][is_high].mean() >= 0.97
