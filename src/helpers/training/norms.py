"""python -m helpers.training.norms LIST.csv: real texts → what is usual for their kind, as numbers without text.

``LIST.csv`` has the columns ``file`` (from its own folder), ``kind`` (release, news), ``issuer`` and ``source`` (where
the text can be had). What is written to ``data/reference``: quantiles of each measure; of lemmas how often they stand
and in how many texts (those of one text only are left out); the list of sources.
"""

import argparse
import csv
import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from helpers import paths
from helpers.analysis import analyse
from helpers.language.profile import profile
from helpers.language.word_table import word_table
from helpers.release.release import load_release
from helpers.text.atomic import write
from helpers.text.faults import ReleaseError

QUANTILES = tuple(round(n / 20, 2) for n in range(1, 20))
"""What is kept of each measure: the twentieths."""

SHORTEST = 150
"""Words of running text from which a text is measured."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the norms; 0 when all is written, 2 where a text can't be read."""
    parser = argparse.ArgumentParser(prog="python -m helpers.training.norms", description=__doc__)
    parser.add_argument("list", type=Path, help="the table of texts")
    options = parser.parse_args(arguments)
    with options.list.open(encoding="utf-8-sig", newline="") as file:
        listed = list(csv.DictReader(file))
    measures, words, kept = [], {}, []
    try:
        for row in listed:
            measured = _measured(options.list.parent / row["file"])
            if measured is None:
                continue
            values, lemmas = measured
            kept.append(row)
            measures.append(values.assign(kind=row["kind"], issuer=row["issuer"], text=row["file"]))
            words.setdefault(row["kind"], []).append(lemmas)
    except (ReleaseError, KeyError) as error:
        print(error, file=sys.stderr)
        return 2
    write({
        paths.REFERENCE / "norms_measures.csv": _csv(_quantiles(pd.concat(measures))),
        paths.REFERENCE / "norms_lemmas.csv": _csv(_lemmas(words)),
        paths.REFERENCE / "norms_sources.csv": _csv(_sources(kept)),
    })  # fmt: skip
    return 0


def _measured(path: Path) -> tuple[pd.DataFrame, Counter[str]] | None:
    """The measures and lemmas of a French text that is long enough."""
    analysis = analyse(load_release(path))
    table = word_table(analysis)
    if len(table) < SHORTEST or analysis.release.language != "fr":
        return None
    plain = table[~table["is_figure"] & (table["pos"] != "PROPN") & (table["pos"] != "X")]
    return profile(analysis), Counter(plain["lemma"])


def _quantiles(measures: pd.DataFrame) -> Iterator[Sequence[object]]:
    """Quantiles of each measure, every issuer with the same weight."""
    yield "kind", "measure", "quantile", "value", "texts", "issuers"
    for (kind, measure), rows in measures.dropna(subset=["value"]).groupby(["kind", "measure"], sort=True):
        weights = 1 / rows.groupby("issuer")["text"].transform("size")
        for quantile in QUANTILES:
            value = weighted_quantile(rows["value"].tolist(), weights.tolist(), quantile)
            yield kind, measure, f"{quantile:g}", f"{value:.6g}", rows["text"].nunique(), rows["issuer"].nunique()


def weighted_quantile(values: Sequence[float], weights: Sequence[float], quantile: float) -> float:
    """The value under which a share of the weight lies, half of each value's own weight counted under it."""
    order = np.argsort(values, kind="stable")
    sorted_values, heavy = np.asarray(values, float)[order], np.asarray(weights, float)[order]
    under = (np.cumsum(heavy) - heavy / 2) / heavy.sum()
    return float(np.interp(quantile, under, sorted_values))


def _lemmas(words: dict[str, list[Counter[str]]]) -> Iterator[Sequence[object]]:
    """Lemmas that stand in two texts or more; the row without a lemma has the number of words in all."""
    yield "kind", "lemma", "count", "texts"
    for kind, texts in sorted(words.items()):
        total, documents = Counter[str](), Counter[str]()
        for text in texts:
            total.update(text)
            documents.update(text.keys())
        yield kind, "", total.total(), len(texts)
        for lemma in sorted(documents):
            if documents[lemma] >= 2 and lemma.replace("-", "").isalpha():
                yield kind, lemma, total[lemma], documents[lemma]


def _sources(listed: Iterable[dict[str, str]]) -> Iterator[Sequence[object]]:
    yield "kind", "issuer", "source"
    yield from sorted((row["kind"], row["issuer"], row["source"]) for row in listed)


def _csv(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
