"""Measures and words of a release beside what is usual for releases, or for news."""

import numpy as np
import pandas as pd

from helpers import paths
from helpers.language.keyness import CRITICAL_G2, log_likelihood, log_ratio
from helpers.language.word_table import OPEN_CLASSES

RELEASE, NEWS = "release", "news"
"""Kinds of text of which the norms are kept."""

FEW = 0.2
"""A value that a fifth of the texts or fewer pass is high, one that a fifth or fewer stay under, low.

It is called so where it would be with one text more or less on the other side: the texts are few.
"""


def norms() -> pd.DataFrame:
    """What is usual: quantiles of each measure of ``profile`` over real texts (``data/reference/norms_measures.csv``).

    Each issuer counts alike, however many of its texts were read. They are few, and chosen by what could be found.

    Returns:
        One row a kind, measure and quantile: ``kind`` (release, news), ``measure``, ``quantile`` (0 to 1), ``value``,
        ``texts``, ``issuers``.
    """
    return pd.read_csv(paths.REFERENCE / "norms_measures.csv")


def beside_norms(profile: pd.DataFrame, kind: str = RELEASE) -> pd.DataFrame:
    """Each measure of a text beside what is usual for a kind of text.

    Args:
        profile: what ``profile`` gives.
        kind: release or news.

    Returns:
        ``measure``, ``value``, ``unit``, ``low``, ``median``, ``high`` (a fifth of the texts lie under, half, a fifth
        above), ``below`` (share of the texts that lie under the value, 0 to 1, as far as their quantiles tell),
        ``verdict`` (higher than four in five, lower than four in five, see ``FEW``, else as usual; *not told*
        without a value), ``texts``, ``issuers``.
    """
    known = norms()
    known = known[known["kind"] == kind]
    rows = []
    for row in profile.itertuples():
        of_measure = known[known["measure"] == row.measure].sort_values("quantile")
        if of_measure.empty:
            continue
        values, quantiles = of_measure["value"].to_numpy(), of_measure["quantile"].to_numpy()
        low, middle, high = (float(np.interp(q, quantiles, values)) for q in (FEW, 0.5, 1 - FEW))
        below = float(np.interp(row.value, values, quantiles)) if row.value == row.value else float("nan")
        texts, issuers = of_measure["texts"].iloc[0], of_measure["issuers"].iloc[0]
        edge = FEW - 1 / texts
        lowest, highest = (float(np.interp(q, quantiles, values)) for q in (edge, 1 - edge))
        verdict = _verdict(row.value, lowest, highest, kind)
        rows.append((row.measure, row.value, row.unit, low, middle, high, below, verdict, texts, issuers))
    columns = ["measure", "value", "unit", "low", "median", "high", "below", "verdict", "texts", "issuers"]
    return pd.DataFrame(rows, columns=columns)


def _verdict(value: float, low: float, high: float, kind: str) -> str:
    many = {RELEASE: "releases", NEWS: "news texts"}[kind]
    if value != value:
        return "not told"
    if value > high:
        return f"higher than four in five {many}"
    return f"lower than four in five {many}" if value < low else "as usual"


def genre_keyness(words: pd.DataFrame, kind: str = RELEASE, least: int = 3) -> pd.DataFrame:
    """The words of content that are more frequent here than in other texts of its kind, most surprising first.

    What marks any release against French at large (*déclarer*, *communiqué*) marks none against other releases.

    Args:
        words: what ``word_table`` gives.
        kind: release or news.
        least: how often a lemma must be used.

    Returns:
        One row a lemma: ``start``, ``end``, ``text`` (first use), ``lemma``, ``pos``, ``count``, ``expected`` (uses in
        as many words of texts of the kind), ``texts`` (of theirs that have it), ``g2``, ``log_ratio``. Lemmas that
        stand in one text of theirs only are not kept in the norms and count as unused.
    """
    known = pd.read_csv(paths.REFERENCE / "norms_lemmas.csv", keep_default_na=False)
    known = known[known["kind"] == kind]
    size = int(known.loc[known["lemma"] == "", "count"].sum())
    counts = known[known["lemma"] != ""].set_index("lemma")[["count", "texts"]]
    content = words[words["pos"].isin(OPEN_CLASSES) & (words["pos"] != "PROPN") & ~words["is_abbreviated"]]
    total = int((~words["is_figure"]).sum())
    rows = []
    for lemma, uses in content.groupby("lemma", sort=False):
        seen, texts = counts.loc[lemma] if lemma in counts.index else (0, 0)
        ratio, g2 = log_ratio(len(uses), total, seen, size), log_likelihood(len(uses), total, seen, size)
        if len(uses) >= least and ratio > 0 and g2 >= CRITICAL_G2:
            first = uses.iloc[0]
            place = (first["start"], first["end"], first["text"], lemma, first["pos"])
            rows.append((*place, len(uses), seen * total / size, int(texts), g2, ratio))
    columns = ["start", "end", "text", "lemma", "pos", "count", "expected", "texts", "g2", "log_ratio"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["g2", "start"], ascending=[False, True]).reset_index(drop=True)
