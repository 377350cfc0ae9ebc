"""python -m helpers.training FOLDER …: annotations → feature tables → weights and figures."""

import argparse
import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd

from helpers.learned.logistic import FOLDER as LEARNED
from helpers.text.atomic import write
from helpers.training import attribution, direct, speaker
from helpers.training.annotated import Annotated, annotated
from helpers.training.fitting import FOLDS, Fit, as_rows, figures, fit
from helpers.training.tables import Example, as_table, store, stored

MODELS: Mapping[str, Callable[[Annotated], Iterator[Example]]] = {
    "direct": direct.examples,
    "speaker": speaker.examples,
    "attribution": attribution.examples,
}
"""Each model and what gives its examples, in the order in which they are trained."""
FIGURES = LEARNED / "figures.csv"


def main(arguments: Sequence[str] | None = None) -> int:
    """Train every model; 0 when all is written."""
    parser = argparse.ArgumentParser(prog="python -m helpers.training", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of STEM.txt beside STEM.gold.json")
    parser.add_argument("--model", choices=list(MODELS), action="append", help="only this one (may be repeated)")
    options = parser.parse_args(arguments)
    for name in options.model or MODELS:
        if options.folders:
            store(name, as_table(e for text in annotated(options.folders) for e in MODELS[name](text)))
        _train(name, made=date.today().isoformat() if options.folders else _made(name))
    return 0


def _train(name: str, made: str) -> None:
    table = stored(name)
    fitted = fit(table)
    rest = [row for row in _figure_rows() if row[0] != name]
    rows = sorted([*rest, *_rows_of(name, table, fitted, made)], key=lambda row: row[:2])
    write({
        LEARNED / f"{name}.csv": _csv([("feature", "weight"), *as_rows(fitted.model)]),
        FIGURES: _csv([("model", "texts", "measure", "value"), *rows]),
    })  # fmt: skip


def _rows_of(name: str, table: pd.DataFrame, fitted: Fit, made: str) -> Iterator[tuple[str, str, str, str]]:
    """The figures of a model on texts held out: of all, and of each set."""
    yield name, "all", "features read on", made
    yield name, "all", "folds of texts", str(FOLDS)
    yield name, "all", "inverse of the penalty", f"{fitted.strength:g}"
    sets = table["text"].str.partition(":")[0]
    for texts in ("all", *sorted(sets.unique())):
        rows = (sets == texts).to_numpy() | (texts == "all")
        yield name, texts, "texts", str(table.loc[rows, "text"].nunique())
        for measure, value in figures(table["label"][rows], fitted.held_out[rows]).items():
            yield name, texts, measure, f"{value:g}"


def _figure_rows() -> list[tuple[str, ...]]:
    if not FIGURES.exists():
        return []
    with FIGURES.open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


def _made(name: str) -> str:
    """The day on which the features were read from texts, as it stands in the figures."""
    return next((row[3] for row in _figure_rows() if row[0] == name and row[2] == "features read on"), "unknown")


def _csv(rows: Sequence[Sequence[object]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()
