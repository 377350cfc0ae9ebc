"""Words → pairs of them that go together."""

import math
from collections import Counter

import pandas as pd

from helpers.language.word_table import OPEN_CLASSES


def log_dice(together: int, one: int, other: int) -> float:
    """logDice of two words: 14 if each always stands with the other, 13 half as often, and so on down.

    It does not depend on the length of the text, nor tell how many uses it rests on: two words used once, and together,
    have the full 14.

    Source:
        Rychlý (2008), A lexicographer-friendly association score, RASLAN 2008.
    """
    return 14 + math.log2(2 * together / (one + other)) if together else -math.inf


def collocations(words: pd.DataFrame, *, window: int = 5, least: int = 3) -> pd.DataFrame:
    """Pairs of words of content that stand near each other, closest bond first.

    Args:
        words: what ``word_table`` gives.
        window: how many words apart two may stand, small words counted, within one sentence.
        least: how often they must do so. In a text of some hundred words bonds of fewer uses are chance.

    Returns:
        One row a pair of lemmas, in the order in which they first come: ``one``, ``other``, ``together``,
        ``one_count``, ``other_count``, ``log_dice``; ``start``, ``end`` and ``text`` of the first word of the first
        pair.
    """
    rows = list(words[~words["is_figure"]].itertuples())
    is_content = [row.pos in OPEN_CLASSES for row in rows]
    counts = Counter(row.lemma for row, content in zip(rows, is_content, strict=True) if content)
    pairs: dict[frozenset[str], list[tuple[int, int]]] = {}
    for i, row in enumerate(rows):
        for j in range(i + 1, min(i + window + 1, len(rows))):
            if rows[j].sentence != row.sentence:
                break
            if is_content[i] and is_content[j] and row.lemma != rows[j].lemma:
                pairs.setdefault(frozenset((row.lemma, rows[j].lemma)), []).append((i, j))
    found = []
    for places in pairs.values():
        # A use makes one pair at most, on whichever side it stands, or the pairs would be more than the words.
        one = rows[places[0][0]].lemma
        ones = {i if rows[i].lemma == one else j for i, j in places}
        others = {j if rows[i].lemma == one else i for i, j in places}
        together = min(len(ones), len(others))
        if together >= least:
            first, second = rows[places[0][0]], rows[places[0][1]]
            one, other = counts[first.lemma], counts[second.lemma]
            score = log_dice(together, one, other)
            found.append(
                (first.lemma, second.lemma, together, one, other, score, first.start, first.end, first.text)
            )  # fmt: skip
    columns = ["one", "other", "together", "one_count", "other_count", "log_dice", "start", "end", "text"]
    table = pd.DataFrame(found, columns=columns)
    return table.sort_values(["log_dice", "together", "start"], ascending=[False, False, True]).reset_index(drop=True)
