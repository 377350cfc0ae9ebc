"""Tokens with their governors → how each sentence is built."""

import math

import pandas as pd

from helpers.analysis import Analysis
from helpers.language.running import prose_tokens


def syntax(analysis: Analysis) -> pd.DataFrame:
    """How the sentences are built, by the parse: a guess, best read over the whole text.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a sentence: ``sentence``, ``paragraph``, ``start``, ``end``, ``text``, ``words`` (tokens with a letter
        or figure), ``distance`` (mean number of words from a word to its governor), ``depth`` (words on the longest way
        from a word up to the root, the root is 0), ``nouns``, ``verbs`` (full verbs), ``adjectives``.

    Source:
        Mean dependency distance: Liu (2008), Journal of Cognitive Science 9(2).
    """
    tokens = prose_tokens(analysis)
    tokens = tokens[tokens["is_word"]]
    rows = []
    for sentence, table in tokens.groupby("sentence", sort=True):
        number = {index: n for n, index in enumerate(table.index)}
        heads = {index: int(head) for index, head in zip(table.index, table["head"], strict=True)}
        apart = [abs(number[index] - number[head]) for index, head in heads.items() if head != index and head in number]
        first, last = table.iloc[0], table.iloc[-1]
        tags = table["pos"].value_counts()
        rows.append(
            {
                "sentence": sentence,
                "paragraph": first["paragraph"],
                "start": first["start"],
                "end": last["end"],
                "text": analysis.release.text[first["start"] : last["end"]],
                "words": len(table),
                "distance": sum(apart) / len(apart) if apart else math.nan,
                "depth": _depth(heads),
                "nouns": int(tags.get("NOUN", 0)),
                "verbs": int(tags.get("VERB", 0)),
                "adjectives": int(tags.get("ADJ", 0)),
            }
        )
    columns = [
        "sentence", "paragraph", "start", "end", "text", "words", "distance", "depth", "nouns", "verbs", "adjectives",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _depth(heads: dict[int, int]) -> int:
    """The longest way up; heads outside the sentence, and rings, end it."""
    depths: dict[int, int] = {}
    for start in heads:
        way: list[int] = []
        at = start
        while at not in depths and at not in way:
            way.append(at)
            if heads[at] == at or heads[at] not in heads:
                depths[at] = 0
                way.pop()
                break
            at = heads[at]
        base = depths.get(at, 0)
        for n, index in enumerate(reversed(way), 1):
            depths[index] = base + n
    return max(depths.values(), default=0)
