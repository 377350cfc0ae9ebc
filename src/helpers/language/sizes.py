"""Words and sentences → how long a text is."""

import math

import pandas as pd


def size(words: pd.DataFrame, lengths: pd.DataFrame) -> pd.DataFrame:
    """How long the running text is.

    Args:
        words: what ``word_table`` gives.
        lengths: what ``sentence_lengths`` gives.

    Returns:
        One row a measure: ``measure``, ``value``, ``unit``, ``definition``.
    """
    count = len(lengths)
    per_sentence = lengths["words"]
    rows = [
        ("paragraphs", lengths["paragraph"].nunique(), "paragraphs", "with running text in them"),
        ("sentences", count, "sentences", "from typography, abbreviations and quotation marks minded"),
        ("words", len(words), "words", "runs of letters or digits; compounds once, elided words by themselves"),
        ("graphic words", int(words["begins"].sum()), "words", "between blanks: an elided word belongs to the next"),
        ("syllables", int(words["syllables"].sum()), "syllables", "final mute e not counted"),
        ("mean sentence", per_sentence.mean() if count else math.nan, "words", "words by sentences"),
        ("median sentence", per_sentence.median() if count else math.nan, "words", "half of the sentences are longer"),
        ("longest sentence", per_sentence.max() if count else math.nan, "words", "its text stands below"),
        ("spread of sentences", per_sentence.std() if count > 1 else math.nan, "words", "standard deviation"),
        (
            "mean word",
            mean_letters(words),
            "letters",
            "elided words by themselves",
        ),
    ]
    return pd.DataFrame(rows, columns=["measure", "value", "unit", "definition"])


def by_paragraph(lengths: pd.DataFrame) -> pd.DataFrame:
    """How long the sentences of each paragraph are.

    Args:
        lengths: what ``sentence_lengths`` gives.

    Returns:
        One row a paragraph: ``paragraph``, ``start``, ``end``, ``sentences``, ``words``, ``shortest``, ``mean``,
        ``longest`` (words a sentence).
    """
    grouped = lengths.groupby("paragraph", sort=True)
    return grouped.agg(
        start=("start", "min"), end=("end", "max"), sentences=("words", "size"), words_in_all=("words", "sum"),
        shortest=("words", "min"), mean=("words", "mean"), longest=("words", "max"),
    ).rename(columns={"words_in_all": "words"}).reset_index()  # fmt: skip


def mean_letters(words: pd.DataFrame) -> float:
    return sum(c.isalnum() for text in words["text"] for c in text) / len(words) if len(words) else math.nan
