"""The size of a short text, counted by hand."""

import math

import pytest

from helpers import language
from tests.reading import LAID_OUT, read


def test_the_size_of_a_short_text():
    reading = read(LAID_OUT)
    table = language.size(language.word_table(reading), language.sentence_lengths(reading))
    # L' eau monte vite / Le pont tient / Il tiendra déclare Mme Anne Roy: 4 + 3 + 6 words, l'eau one between blanks.
    assert dict(zip(table["measure"], table["value"], strict=True)) == {
        "paragraphs": 2,
        "sentences": 3,
        "words": 13,
        "graphic words": 12,
        # L'eau 1, monte 1, vite 1; le pont tient 3; il 1, tiendra 2, dé-clare 2, Mme 1, Anne 1, Roy 1.
        "syllables": 14,
        "mean sentence": pytest.approx(13 / 3),
        "median sentence": 4,
        "longest sentence": 6,
        # Squares of the distances from the mean of 4, 3, 6: 42/9, by n - 1 = 2.
        "spread of sentences": pytest.approx(math.sqrt(42 / 9 / 2)),
        # l eau monte vite 1+3+5+4, le pont tient 2+4+5, il tiendra déclare Mme Anne Roy 2+7+7+3+4+3.
        "mean word": pytest.approx(50 / 13),
    }
