"""Figures of many releases, with what they count and the sentence that they stand in, and which come again."""

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache

import pandas as pd

from helpers import lexicon
from helpers.archive.corpus import Corpus
from helpers.archive.sql import COUNTED, IN_ORDER, ISSUER, having_word
from helpers.archive.twins import left_out
from helpers.lexicon.words import PRONOUNS, RELATIVES
from helpers.lexicon.words import words as words_of
from helpers.numbers.units import unit_at
from helpers.text.typography import fold, reading_copy, word_form, words


def figures(corpus: Corpus, subject: str = "", *, without: Sequence[str] = ()) -> pd.DataFrame:
    """The statistics whose thing is told, each with the interval that its printing leaves.

    Args:
        corpus: the reading.
        subject: only of releases that have this word.
        without: releases that are left out.

    Returns:
        ``release``, ``date``, ``issuer``, ``thing`` (what is counted, lower case, no article), ``text`` (with its unit:
        *6 mois*), ``value``, ``unit``, ``period``, ``place``, ``approximation``, ``low`` and ``high`` (by rounding; a
        tenth more on either side for *about*, without end for *more than* and the like), ``is_part`` (a fraction in
        words), ``sentence`` (some of it, without the number), ``sentence_start``, ``start``, ``end``.
    """
    where, values = ["of IS NOT NULL", COUNTED], [list(without)]
    if subject:
        condition, value = having_word("releases.text", subject)
        where.append(condition)
        values.append(value)
    table = corpus.sql(
        f"""SELECT release, date, {ISSUER} AS issuer, of, statistics.text AS text, value, unit, period,
            statistics.place AS place, approximation, precision, start, "end",
            substr(releases.text, greatest(1, start - {_REACH - 1}), least(start, {_REACH})) AS before,
            substr(releases.text, "end" + 1, {_REACH}) AS behind
            FROM (SELECT * RENAME (statistics AS count) FROM releases) releases
            JOIN statistics USING (release) WHERE {" AND ".join(where)} {IN_ORDER}""",
        values,
    )
    return bounded(table)


def bounded(table: pd.DataFrame) -> pd.DataFrame:
    """What ``figures`` gives of statistics of whatever origin.

    Args:
        table: ``release``, ``date``, ``issuer``, ``of`` and the other columns of ``analysis.statistics``; ``before``
            and ``behind``, some characters of the text on either side.
    """
    table = table.copy()
    table["thing"] = [_thing(of) for of in table["of"]]
    bounds = [
        _bounds(value, 0.0 if math.isnan(half) else half, said)
        for value, half, said in zip(table["value"], table["precision"], table["approximation"], strict=True)
    ]
    table["low"], table["high"] = [low for low, _ in bounds], [high for _, high in bounds]
    table["is_part"] = [
        unit is None and abs(value) < 1 and value != 0
        for unit, value in zip(table["unit"].where(table["unit"].notna(), None), table["value"], strict=True)
    ]
    table["text"] = list(map(_with_unit, table["text"], table["unit"], table["behind"]))
    openings = [_LAST.split(before)[-1] for before in table["before"]]
    table["sentence_start"] = [start - len(said) for start, said in zip(table["start"], openings, strict=True)]
    table["sentence"] = [
        f"{opening} {_FIRST.split(behind)[0]}".strip()
        for opening, behind in zip(openings, table["behind"], strict=True)
    ]
    return table[[*_COLUMNS]]


def _with_unit(text: str, unit: str | None, behind: str) -> str:
    """*6* and *mois*, that stands behind it."""
    whole = text + behind
    found = unit_at(reading_copy(whole), len(text), len(whole)) if isinstance(unit, str) else None
    return whole[: found[1]] if found and found[0] == unit else text


_REACH = 220
"""Characters of a sentence on either side of a number."""
_LAST = re.compile(r"(?<=[.!?…])\s|\n\s*\n")
_FIRST = re.compile(r"[.!?…](?=\s|\Z)|\n\s*\n")
_COLUMNS = (
    "release", "date", "issuer", "thing", "text", "value", "unit", "period", "place", "approximation", "low", "high",
    "is_part", "sentence", "sentence_start", "start", "end",
)  # fmt: skip


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


def repeated_figures(corpus: Corpus, subject: str = "", *, without: Sequence[str] | None = None) -> pd.DataFrame:
    """The same number of the same thing in more than one release, most wordings first.

    Things are the same by their content words, in whatever number: *places de parking*, *place du parking*. A count
    under ten of what has no complement, or of what says little (*deux parties*), tells nothing and is left out. What
    two texts have alike because they are nearly one does not count: ``without`` is as for ``questions.voices``.

    Returns:
        ``thing``, ``value``, ``unit``, ``text`` (as first printed, with its unit), ``wordings`` (different sentences;
        one that several releases copy is one), ``releases``, ``issuers`` (both tuples, by date).
    """
    rows = []
    table = figures(corpus, subject, without=left_out(corpus, without))
    same = table.assign(key=[" ".join(sorted(content_words(thing))) for thing in table["thing"]])
    for (key, value, unit), uses in same.groupby(["key", "value", "unit"], dropna=False):
        releases = tuple(dict.fromkeys(uses["release"]))
        if len(releases) > 1 and _tells(str(key), float(value), unit):
            sentences = {fold(" ".join(sentence.split())) for sentence in uses["sentence"]}
            rows.append(
                {
                    "thing": uses["thing"].iloc[0],
                    "value": value,
                    "unit": None if unit is None or unit != unit else unit,
                    "text": uses["text"].iloc[0],
                    "wordings": len(sentences),
                    "releases": releases,
                    "issuers": tuple(dict.fromkeys(uses["issuer"])),
                }
            )
    rows.sort(key=lambda row: (-row["wordings"], -len(row["releases"]), row["thing"], row["value"]))
    return pd.DataFrame(rows, columns=["thing", "value", "unit", "text", "wordings", "releases", "issuers"])


def _tells(key: str, value: float, unit: object) -> bool:
    """Whether the same number twice is more than chance."""
    generic = {stem for form in words_of("generic counted noun") for stem in content_words(form)}
    further = [word for word in key.split() if word not in generic]
    if not further:
        return False
    return isinstance(unit, str) or abs(value) >= 10 or len(key.split()) > 1


@lru_cache(maxsize=50_000)
def content_words(text: str) -> tuple[str, ...]:
    """The words that say something, folded, without the ending of a plural; function words are left out."""
    said = (fold(word).rpartition("'")[2] for word in words(text))
    return tuple(dict.fromkeys(_stem(word) for word in said if len(word) > 2 and word not in _function_words()))


def _stem(word: str) -> str:
    if word.endswith("aux") and len(word) > 5:
        return f"{word[:-3]}al"
    return word[:-1] if word[-1] in "sx" and len(word) > 3 else word


@cache
def _function_words() -> frozenset[str]:
    determiners = (row["form"] for row in lexicon.rows("determiners"))
    small = (row["form"] for row in lexicon.rows("small_words"))
    return frozenset(map(fold, (*determiners, *small, *PRONOUNS, *RELATIVES, *words_of("auxiliary"))))
