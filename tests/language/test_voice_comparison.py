"""The release's own words beside those that it quotes."""

import pytest

from helpers import language


def test_the_voices_of_the_release_add_up(analysis):
    quotes = analysis.quotes
    voices = language.voice_words(analysis.release, quotes)
    assert 0 < voices.sum() < analysis.release.words
    table = language.compare(analysis, quotes)
    words = language.voiced(language.word_table(analysis), quotes)
    nouns = table.set_index("measure").loc["nouns"]
    tagged = words[words["pos"] == "NOUN"]["voice"].value_counts()
    assert (nouns["own_count"], nouns["quoted_count"]) == (tagged["own"], tagged["quoted"])
    assert nouns["quoted"] == pytest.approx(100 * tagged["quoted"] / (words["voice"] == "quoted").sum())
