"""Whose each word is. Every sentence is invented."""

import pandas as pd

from helpers import language
from helpers.release.release import Release
from tests.reading import read


def nested(text: str) -> pd.DataFrame:
    """A report of Anne within which Bo is quoted, and a quotation of nobody known; invented."""
    spans = [("indirect", "Anne", "le pont, dit Bo, tient bon"), ("direct", "Bo", "tient bon"), ("direct", None, "Oui")]
    rows = [
        {"kind": k, "speaker_name": who, "start": text.index(t), "end": text.index(t) + len(t)} for k, who, t in spans
    ]
    return pd.DataFrame(rows)


def test_nested_words_count_once_and_those_of_nobody_are_not_the_releases():
    text = "Anne dit que le pont, dit Bo, tient bon ici. « Oui. »"
    voices = language.voice_words(Release.from_text(text, any_language=True), nested(text))
    # le pont dit Bo are Anne's, tient bon Bo's, oui nobody's; Anne dit que ici are the release's own.
    assert voices.to_dict() == {"Anne": 4, "Bo": 2, language.NOBODY: 1}
    table = language.voiced(language.word_table(read(text)), nested(text))
    assert table["voice"].value_counts().to_dict() == {"own": 4, "reported": 4, "quoted": 3}
    assert set(table[table["voice"] == "own"]["speaker"]) == {language.ITSELF}
