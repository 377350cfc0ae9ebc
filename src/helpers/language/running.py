"""Release and its tables → its running text: paragraphs, sentences, tokens.

*Running text* is what a release says in sentences: its paragraphs without titles and headings, signatures, dateline,
source line, contacts and the marks that frame it (``APART``). Only that is measured, as Flesch already asked: a
telephone number is no hard word, a title no short sentence.
"""

import bisect
import math
import re

import pandas as pd

from helpers.analysis import Analysis
from helpers.release.parts import Paragraph
from helpers.release.release import Release
from helpers.text.schema import FRAME
from helpers.text.typography import WORD, trim

_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_MANY_TAGS = 3
APART = ("title", "subtitle", "heading", "signature", "dateline", *sorted(FRAME))
"""Kinds of paragraph that are no running text."""


def running_text(release: Release) -> list[tuple[int, Paragraph]]:
    """The paragraphs whose language is measured, with their index in ``release.paragraphs``.

    The lead comes without the dateline that opens it.
    """
    found = []
    for index, p in enumerate(release.paragraphs):
        if p.kind in APART:
            continue
        start, end = p.start, p.end
        if release.dateline and start <= release.dateline.start < release.dateline.end <= end:
            start, end = trim(release.text, release.dateline.end, end)
        if start < end:
            found.append((index, Paragraph(start=start, end=end, text=release.text[start:end], kind=p.kind)))
    return found


def sentence_lengths(analysis: Analysis, quotes: pd.DataFrame | None = None) -> pd.DataFrame:
    """The sentences of the running text in order, with their length.

    Args:
        analysis: a reading of a release.
        quotes: its quotations, if it is to be told how much of each sentence is quoted.

    Returns:
        One row a sentence: ``number`` (from 1), ``start``, ``end``, ``text``, ``paragraph``,
        ``kind`` (of the paragraph), ``words``, ``quoted`` (share of its words that stand in direct
        quotations, 0 to 1; NaN without ``quotes``).
    """
    spans = [(p.start, p.end) for _, p in running_text(analysis.release)]
    table = analysis.sentences
    inside = pd.Series([any(s <= start < e for s, e in spans) for start in table["start"]], table.index, dtype=bool)
    table = table[inside & (table["words"] > 0)].reset_index(drop=True)
    table.insert(0, "number", range(1, len(table) + 1))
    if quotes is None:
        return table.assign(quoted=math.nan)
    direct = quotes[quotes["kind"] == "direct"]
    marked = list(zip(direct["start"], direct["end"], strict=True))
    shares = []
    for row in table.itertuples():
        places = [row.start + m.start() for m in WORD.finditer(row.text)]
        shares.append(sum(any(s <= at < e for s, e in marked) for at in places) / len(places))
    return table.assign(quoted=pd.Series(shares, index=table.index, dtype=float))


def prose_tokens(analysis: Analysis) -> pd.DataFrame:
    """The tokens of the running text.

    Returns:
        The columns of ``analysis.tokens`` under the same row numbers, so that ``head`` still points to a row, and
        ``paragraph``.
    """
    spans = [(index, p.start, p.end) for index, p in running_text(analysis.release)]
    starts = [start for _, start, _ in spans]
    tokens = analysis.tokens
    at = [bisect.bisect_right(starts, start) - 1 for start in tokens["start"]]
    inside = [n >= 0 and end <= spans[n][2] for n, end in zip(at, tokens["end"], strict=True)]
    paragraph = [spans[n][0] if n >= 0 else -1 for n in at]
    table = tokens.assign(paragraph=pd.Series(paragraph, tokens.index, dtype="int64"))
    return table[pd.Series(inside, tokens.index, dtype=bool)]


def language_warning(release: Release) -> str | None:
    """What to say of a text whose measures would mislead: not French, or with tags of HTML in it; None for others."""
    if release.language != "fr":
        return (
            f"The text seems to be “{release.language}”, not French: the syllables, tags, word lists and scales here "
            "are made for French, and what they give for it means nothing."
        )
    tags = len(_TAG.findall(release.text))
    if tags >= _MANY_TAGS:
        return (
            f"The text has {tags} tags of HTML in it, which would be counted as words: save it as a web page (.html), "
            "which is read without them."
        )
    return None
