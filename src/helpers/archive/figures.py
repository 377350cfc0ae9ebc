"""Figures of many releases: which come again, and where releases of different issuers differ in fact.

The latter is what reporters asked for in Newell et al. 2018.
"""

import math
from functools import cache
from itertools import combinations
from typing import Any

import pandas as pd

from helpers import lexicon
from helpers.archive.corpus import Corpus
from helpers.archive.sql import IN_ORDER, ISSUER, having_word
from helpers.text.typography import fold, word_form


def figures(corpus: Corpus, subject: str = "") -> pd.DataFrame:
    """The statistics whose thing is told, each with the interval that its printing leaves.

    Args:
        corpus: the reading.
        subject: only of releases that have this word.

    Returns:
        ``release``, ``date``, ``issuer``, ``thing`` (what is counted, lower case, no article), ``text``, ``value``,
        ``unit``, ``period``, ``low`` and ``high`` (by rounding; a tenth more on either side for *about*, without end
        for *more than* and the like), ``start``, ``end``.
    """
    where, values = ["of IS NOT NULL"], []
    if subject:
        condition, value = having_word("releases.text", subject)
        where.append(condition)
        values.append(value)
    table = corpus.sql(
        f"""SELECT release, date, {ISSUER} AS issuer, of, statistics.text AS text, value, unit, period,
            approximation, precision, start, "end" FROM (SELECT * RENAME (statistics AS count) FROM releases) releases
            JOIN statistics USING (release) WHERE {" AND ".join(where)} {IN_ORDER}""",
        values,
    )
    table["thing"] = [_thing(of) for of in table["of"]]
    bounds = [
        _bounds(value, 0.0 if math.isnan(half) else half, said)
        for value, half, said in zip(table["value"], table["precision"], table["approximation"], strict=True)
    ]
    table["low"], table["high"] = [low for low, _ in bounds], [high for _, high in bounds]
    return table[
        ["release", "date", "issuer", "thing", "text", "value", "unit", "period", "low", "high", "start", "end"]
    ]


def _thing(of: str) -> str:
    """What is counted, so that it can be compared: in lower case, without article."""
    parts = word_form(of).replace("'", "' ").split()
    while len(parts) > 1 and fold(parts[0]) in _determiners():
        parts = parts[1:]
    return " ".join(parts).replace("' ", "'")


@cache
def _determiners() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in lexicon.rows("determiners"))


def _bounds(value: float, half: float, said: str) -> tuple[float, float]:
    low, high = value - half, value + half
    if said == "about":
        return low - abs(value) / 10, high + abs(value) / 10
    if said in ("more than", "at least"):
        return low, math.inf
    if said in ("less than", "at most"):
        return -math.inf, high
    return low, high


def repeated_figures(corpus: Corpus, subject: str = "") -> pd.DataFrame:
    """The same number of the same thing in more than one release, most releases first.

    Returns:
        ``thing``, ``value``, ``unit``, ``text`` (as first printed), ``releases``, ``issuers`` (both tuples, by date).
    """
    rows = []
    table = figures(corpus, subject)
    same = table.assign(key=[fold(thing) for thing in table["thing"]])
    for (_, value, unit), uses in same.groupby(["key", "value", "unit"], dropna=False):
        releases = tuple(dict.fromkeys(uses["release"]))
        if len(releases) > 1:
            rows.append(
                {
                    "thing": uses["thing"].iloc[0],
                    "value": value,
                    "unit": None if unit is None or unit != unit else unit,
                    "text": uses["text"].iloc[0],
                    "releases": releases,
                    "issuers": tuple(dict.fromkeys(uses["issuer"])),
                }
            )
    rows.sort(key=lambda row: (-len(row["releases"]), row["thing"], row["value"]))
    return pd.DataFrame(rows, columns=["thing", "value", "unit", "text", "releases", "issuers"])


def differences(corpus: Corpus, subject: str) -> pd.DataFrame:
    """Numbers on the same thing that can't both be right as printed; those of different issuers first.

    Two things are the same where one's words begin with the other's (*commerçants*, *commerçants de la halle*), with
    the same unit and the same period or none; two numbers agree where their intervals (see ``figures``) meet. An
    issuer's own later number is told as *revised*: it need not be an error.

    Args:
        corpus: the reading.
        subject: a word that both releases have; it keeps the affair together.

    Returns:
        ``kind`` (between issuers, revised), ``thing``, and of the earlier and the later number: ``one_text``,
        ``one_issuer``, ``one_release``, ``one_start``, ``one_end`` and the same of ``other``; ``ratio`` of the larger
        to the smaller. The same two numbers of the same two issuers are told once, where they first stand.
    """
    table = figures(corpus, subject)
    rows, seen = [], set()
    heads = [fold(thing).partition(" ")[0] for thing in table["thing"]]
    for _, group in table.assign(head=heads).groupby(["head", "unit", "period"], dropna=False):
        for one, other in combinations(group.itertuples(), 2):
            key = frozenset(((one.issuer, one.value), (other.issuer, other.value)))
            if key not in seen and _differ(one, other):
                seen.add(key)
                rows.append(_difference(one, other))
    rows.sort(key=lambda row: (row["kind"], row["thing"], row["one_release"], row["other_release"]))
    columns = ["kind", "thing", *(f"{side}_{name}" for side in ("one", "other") for name in _TOLD), "ratio"]
    return pd.DataFrame(rows, columns=columns)


_TOLD = ("text", "issuer", "release", "start", "end")


def _differ(one: Any, other: Any) -> bool:
    """Whether two rows of ``figures``, of two releases, are on the same thing and can't both be right."""
    agree = one.low <= other.high and other.low <= one.high
    return not agree and one.release != other.release and _is_same(one.thing, other.thing)


def _difference(one: Any, other: Any) -> dict[str, Any]:
    less, more = sorted((abs(one.value), abs(other.value)))
    return {
        "kind": "revised" if one.issuer == other.issuer else "between issuers",
        "thing": min(one.thing, other.thing, key=len),
        **{f"one_{name}": getattr(one, name) for name in _TOLD},
        **{f"other_{name}": getattr(other, name) for name in _TOLD},
        "ratio": more / less if less else math.inf,
    }


def _is_same(one: str, other: str) -> bool:
    """*commerçants* and *commerçants de la halle*: the words of one begin with all of the other's."""
    short, long = sorted((fold(one).split(), fold(other).split()), key=len)
    return long[: len(short)] == short
