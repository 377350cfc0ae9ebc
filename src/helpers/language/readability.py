"""Counts of words, syllables and sentences → readability of a French text."""

import math

import pandas as pd

from helpers import lexicon
from helpers.language.vocabulary import rare_words

LISTED = 3_000
"""How many of the most frequent forms of general French stand in for the 3,000 words of Dale's list."""


def kandel_moles(words: int, sentences: int, syllables: int) -> float:
    """Reading ease of a French text; higher is easier, about 0 to 100, NaN without words.

    207 - 1.015 * words / sentences - 73.6 * syllables / words. In a text of few sentences one full stop more or less
    moves it, as it does all four formulas here; ``readability`` tells by how much.

    Source:
        Kandel and Moles (1958), Application de l'indice de Flesch à la langue française, Cahiers
        d'études de radio-télévision 19; the form of Flesch (1948), Journal of Applied Psychology 32.
    """
    if not words or not sentences:
        return math.nan
    return 207 - 1.015 * words / sentences - 73.6 * syllables / words


def lix(words: int, sentences: int, long_words: int) -> float:
    """Läsbarhetsindex: words by sentences plus per cent of words over six letters; higher is harder.

    NaN without words. Its author ends sentences at colons too; here they end as everywhere. In a short text one full
    stop moves it.

    Source:
        Björnsson (1968), Läsbarhet. Its scale was set on Swedish.
    """
    if not words or not sentences:
        return math.nan
    return words / sentences + 100 * long_words / words


def rix(sentences: int, long_words: int) -> float:
    """Long words (over six letters) a sentence; higher is harder. NaN without sentences.

    In a short text one full stop moves it.

    Source:
        Anderson (1983), Lix and Rix: variations on a little-known readability index, Journal of Reading 26(6). Its
        grades were set on English, where words are shorter.
    """
    return long_words / sentences if sentences else math.nan


def dale_chall(words: int, sentences: int, unlisted: int) -> float:
    """Difficulty by the words outside a list of easy ones; higher is harder, from about 4; NaN without words.

    0.1579 * per cent of unlisted words + 0.0496 * words / sentences, and 3.6365 more where over 5 % are unlisted. In a
    short text one word may carry it over that step.

    Source:
        Dale and Chall (1948), A formula for predicting readability, Educational Research Bulletin 27. Its weights
        were set on English schoolbooks, its list holds the 3,000 words that most American children of ten knew.
    """
    if not words or not sentences:
        return math.nan
    share = 100 * unlisted / words
    return 0.1579 * share + 0.0496 * words / sentences + (3.6365 if share > 5 else 0)


def readability_by_paragraph(words: pd.DataFrame, lengths: pd.DataFrame) -> pd.DataFrame:
    """Kandel and Moles' score and LIX of each paragraph: where in the text the reader works hardest.

    A paragraph of one sentence has the score of that sentence, so a difference of few points tells nothing.

    Args:
        words: what ``word_table`` gives.
        lengths: what ``sentence_lengths`` gives.

    Returns:
        One row a paragraph: ``paragraph``, ``sentences``, ``words``, ``kandel_moles``, ``lix``, ``label`` (of the
        former).
    """
    rows = []
    for paragraph, of_one in words.groupby("paragraph", sort=True):
        sentences = int((lengths["paragraph"] == paragraph).sum())
        if not sentences:
            continue
        table = readability(of_one, sentences).drop_duplicates("measure").set_index("measure")
        ease = table.loc["Kandel and Moles"]
        rows.append((paragraph, sentences, len(of_one), ease["value"], table.loc["LIX", "value"], ease["label"]))
    columns = ["paragraph", "sentences", "words", "kandel_moles", "lix", "label"]
    return pd.DataFrame(rows, columns=columns)


def scale(measure: str, value: float) -> str:
    """The words that the measure's author, or usage, has for a value.

    Raises:
        KeyError: there is no scale for this measure.
    """
    return next((str(row["label"]) for row in _bands(measure) if row["from"] <= value < row["to"]), "–")


def bands(measure: str) -> pd.DataFrame:
    """The scale of a measure: ``from``, ``to`` (exclusive; infinite at the ends), ``label``, ``readers``.

    Raises:
        KeyError: there is no scale for this measure.
    """
    return pd.DataFrame(_bands(measure))


def _bands(measure: str) -> list[dict[str, object]]:
    rows = [row for row in lexicon.rows("readability_scales") if row["measure"] == measure]
    if not rows:
        raise KeyError(f"no scale for {measure!r}")
    return [
        {
            "from": float(row["from"] or -math.inf),
            "to": float(row["to"] or math.inf),
            "label": row["label"],
            "readers": row["readers"],
        }
        for row in rows
    ]


def readability(words: pd.DataFrame, sentences: int) -> pd.DataFrame:
    """Readability by four formulas, and how far it depends on what one counts.

    The first row of *Kandel and Moles* counts as Flesch did: words between blanks, syllables as
    spoken. The others change one convention each. Its authors' own rule on mute e and elision we
    have not seen, so the spread of these rows is part of the answer.

    Formulas with a list of easy words were made for French too (Henry 1975, Mesnager 1989); their weights we could
    not check against the source. So *Dale and Chall* is used, with the most frequent forms of wordfreq for a list (see
    ``rare_words``); names, figures and abbreviations are easy. A list by frequency is not one of what children know.

    Args:
        words: what ``word_table`` gives.
        sentences: how many sentences they stand in.

    Returns:
        One row a measure and convention: ``measure``, ``convention``, ``value``, ``low`` and
        ``high`` (with one sentence fewer or more), ``label`` (its scale in words), ``label_low``
        and ``label_high`` (the scale at these ends), ``words``, ``sentences``, ``syllables`` (of
        LIX and RIX: long words; of Dale and Chall: unlisted words) that went in.
    """
    graphic = int(words["begins"].sum())
    spoken, verse = int(words["syllables"].sum()), int(words["syllables_e"].sum())
    long_words = sum(letters > 6 for letters in _graphic_lengths(words))
    unlisted = int(rare_words(words, LISTED)["is_rare"].sum())
    rows = []
    for measure, convention, formula, count, parts in (
        ("Kandel and Moles", "words between blanks, mute e silent", kandel_moles, graphic, spoken),
        ("Kandel and Moles", "words between blanks, mute e counted", kandel_moles, graphic, verse),
        ("Kandel and Moles", "elided words by themselves, mute e silent", kandel_moles, len(words), spoken),
        ("LIX", "words between blanks", lix, graphic, long_words),
        ("RIX", "words between blanks", lambda _, sentences, long: rix(sentences, long), graphic, long_words),
        ("Dale and Chall", "words between blanks, a list of frequent words", dale_chall, graphic, unlisted),
    ):
        value = formula(count, sentences, parts)
        ends = sorted(formula(count, max(1, sentences + step), parts) for step in (-1, 1))
        rows.append(
            {
                "measure": measure,
                "convention": convention,
                "value": value,
                "low": ends[0],
                "high": ends[1],
                "label": scale(measure, value),
                "label_low": scale(measure, ends[0]),
                "label_high": scale(measure, ends[1]),
                "words": count,
                "sentences": sentences,
                "syllables": parts,
            }
        )
    return pd.DataFrame(rows)


def _graphic_lengths(words: pd.DataFrame) -> list[int]:
    """Letters of each word between blanks."""
    lengths: list[int] = []
    for begins, text in zip(words["begins"], words["text"], strict=True):
        letters = sum(c.isalnum() for c in text)
        if begins or not lengths:
            lengths.append(letters)
        else:
            lengths[-1] += letters
    return lengths
