"""The colour and number of each speaker, the same in texts, charts and cards."""

from collections.abc import Mapping

import pandas as pd

PALETTE = ("#0072b2", "#c25400", "#007a59", "#b0508e", "#8a6d00", "#7a5cc4", "#6b6b6b")
NOBODYS = "#6b6b6b"
"""The colour of what nobody is named for; its number is ``?``."""
_NARRATED = "narrated"


def speaker_colours(quotes: pd.DataFrame) -> dict[str, str]:
    """A colour for each speaker, those with most words first; a speaker's place in it, from 1, is the number.

    Words within another quotation count for who says the inner one; words that are merely narrated come behind all
    others, and who has as many as another stands as first heard. Colours are told apart by the colour-blind; each
    stands out three to one or more from white and from JupyterLab's dark ground, and white text reads on it (WCAG 2,
    AA).

    Args:
        quotes: ``analysis.quotes``.
    """
    words: dict[str, list[int]] = {}
    for row, own in zip(quotes.itertuples(), own_words(quotes), strict=True):
        if row.speaker_name is not None and row.speaker_name == row.speaker_name:
            words.setdefault(row.speaker_name, [0, 0])[row.kind == _NARRATED] += own
    order = sorted(words, key=lambda name: (-words[name][0], -words[name][1]))
    return {name: PALETTE[n % len(PALETTE)] for n, name in enumerate(order)}


def speaker_numbers(colours: Mapping[str, str]) -> dict[str, int]:
    """Each speaker's number, from 1, in the order of the colours."""
    return {name: number for number, name in enumerate(colours, start=1)}


def own_words(quotes: pd.DataFrame) -> list[int]:
    """The words of each quotation without those of quotations within it."""
    own = quotes["words"].astype(int).tolist()
    spans = list(zip(quotes["start"], quotes["end"], strict=True))
    around: list[int] = []
    for number in sorted(range(len(spans)), key=lambda n: (spans[n][0], -spans[n][1])):
        while around and spans[around[-1]][1] < spans[number][1]:
            around.pop()
        if around:
            own[around[-1]] -= int(quotes["words"].iloc[number])
        around.append(number)
    return own
