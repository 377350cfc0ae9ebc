"""Readability against values worked by hand. Every sentence is invented."""

import math

import pytest

from helpers import language
from tests.reading import read


def test_kandel_and_moles_by_hand():
    # 207 - 1.015 * 20 - 73.6 * 1.8 = 207 - 20.3 - 132.48
    assert language.kandel_moles(words=100, sentences=5, syllables=180) == pytest.approx(54.22)
    assert math.isnan(language.kandel_moles(0, 0, 0))


def test_lix_by_hand():
    # 100 / 5 + 100 * 30 / 100
    assert language.lix(words=100, sentences=5, long_words=30) == pytest.approx(50)
    assert math.isnan(language.lix(0, 0, 0))


def test_dale_and_chall_by_hand():
    # 4 % unlisted: 0.1579 * 4 + 0.0496 * 20; 10 %: 3.6365 more.
    assert language.dale_chall(words=100, sentences=5, unlisted=4) == pytest.approx(0.6316 + 0.992)
    assert language.dale_chall(words=100, sentences=5, unlisted=10) == pytest.approx(1.579 + 0.992 + 3.6365)
    assert math.isnan(language.dale_chall(0, 0, 0))


def test_names_and_figures_are_easy_words():
    easy = language.word_table(read("La maison de Zoé Trucmuche a 12 portes."))
    row = language.readability(easy, 1).set_index("measure").loc["Dale and Chall"]
    assert (row["syllables"], row["value"]) == (0, pytest.approx(0.0496 * row["words"]))
    hard = language.word_table(read("La maison de Zoé Trucmuche a douze persiennes."))
    assert language.readability(hard, 1).set_index("measure").loc["Dale and Chall", "syllables"] == 1


def test_readability_of_a_short_text_by_hand():
    # L'éléphant dort (2 words between blanks, 4 syllables). La souris danse (3 words, 4 syllables).
    reading = read("L'éléphant dort. La souris danse.")
    table = language.readability(language.word_table(reading), 2).set_index(["measure", "convention"])
    value = table["value"].to_dict()
    kandel = "Kandel and Moles"
    assert value[kandel, "words between blanks, mute e silent"] == pytest.approx(207 - 1.015 * 5 / 2 - 73.6 * 8 / 5)
    assert value[kandel, "words between blanks, mute e counted"] == pytest.approx(207 - 1.015 * 5 / 2 - 73.6 * 9 / 5)
    assert value[kandel, "elided words by themselves, mute e silent"] == pytest.approx(207 - 1.015 * 3 - 73.6 * 8 / 6)
    # L'éléphant has nine letters and is the one long word.
    assert value["LIX", "words between blanks"] == pytest.approx(5 / 2 + 100 / 5)
    first = table.iloc[0]
    assert first["low"] == pytest.approx(207 - 1.015 * 5 / 1 - 73.6 * 8 / 5)
    assert first["high"] == pytest.approx(207 - 1.015 * 5 / 3 - 73.6 * 8 / 5)


@pytest.mark.parametrize(
    ("measure", "value", "label"),
    [
        ("Kandel and Moles", -12, "very difficult"),
        ("Kandel and Moles", 29.9, "very difficult"),
        ("Kandel and Moles", 30, "difficult"),
        ("Kandel and Moles", 65, "standard"),
        ("Kandel and Moles", 118, "very easy"),
        ("LIX", 45, "medium"),
        ("LIX", 60, "very difficult"),
        ("LIX", math.nan, "–"),
        ("Dale and Chall", 8.9, "medium"),
        ("Dale and Chall", 10, "very difficult"),
    ],
)
def test_scales_in_words(measure, value, label):
    assert language.scale(measure, value) == label


@pytest.mark.parametrize("measure", ["Kandel and Moles", "LIX", "RIX", "Dale and Chall"])
def test_scales_have_no_gap(measure):
    bands = language.bands(measure)
    assert bands["from"].tolist()[1:] == bands["to"].tolist()[:-1]
    assert (bands["from"].iloc[0], bands["to"].iloc[-1]) == (-math.inf, math.inf)


def test_a_measure_without_a_scale_is_an_error():
    with pytest.raises(KeyError, match="Fog"):
        language.scale("Fog", 1)


def test_rix_by_hand():
    # 12 long words in 4 sentences.
    assert language.rix(sentences=4, long_words=12) == 3
    assert math.isnan(language.rix(sentences=0, long_words=0))


def test_each_paragraph_has_its_own_score():
    reading = read("Il dort. Il rit.\n\nLa réorganisation administrative de la municipalité bouleverse les habitudes.")
    table = language.readability_by_paragraph(language.word_table(reading), language.sentence_lengths(reading))
    assert table["sentences"].tolist() == [2, 1]
    assert table["kandel_moles"].iloc[0] > table["kandel_moles"].iloc[1]
    assert table["lix"].iloc[0] < table["lix"].iloc[1]
