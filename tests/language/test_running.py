"""Running text and its sentences. Every sentence is invented."""

import pandas as pd
import pytest

from helpers import language
from helpers.release.release import Release
from helpers.text.typography import words as words_of
from tests.reading import LAID_OUT, read


def test_titles_dateline_source_and_contacts_are_no_running_text():
    found = [p.text for _, p in language.running_text(Release.from_text(LAID_OUT))]
    assert found == ["L'eau monte vite. Le pont tient.", "« Il tiendra », déclare Mme Anne Roy."]


def test_how_much_of_a_sentence_is_quoted():
    reading = read(LAID_OUT)
    start = LAID_OUT.index("Il tiendra")
    quotes = pd.DataFrame([{"kind": "direct", "start": start, "end": start + len("Il tiendra")}])
    lengths = language.sentence_lengths(reading, quotes)
    assert lengths["quoted"].tolist() == [0, 0, pytest.approx(2 / 6)]
    assert lengths["number"].tolist() == [1, 2, 3]
    assert language.sentence_lengths(reading)["quoted"].isna().all()


def test_the_words_of_the_release_are_those_of_its_sentences(analysis):
    words = language.word_table(analysis)
    lengths = language.sentence_lengths(analysis)
    assert len(words) == lengths["words"].sum() == 701
    assert len(lengths) == 20
    assert words["form"].tolist() == [w.lower() for text in lengths["text"] for w in words_of(text)]


def test_a_text_that_is_not_french_is_told(release):
    english = Release.from_text(
        "The city opened a new bridge on Monday and the mayor thanked everyone who had helped to build it.",
        any_language=True,
    )
    assert "not French" in language.language_warning(english)
    assert language.language_warning(release) is None


def test_tags_of_html_left_in_a_text_are_told():
    text = "<p>La ville ouvre une halle neuve pour tous les habitants.</p>\n<p>Elle est <b>belle</b>.</p>"
    assert "tags of HTML" in language.language_warning(Release.from_text(text))
    assert language.language_warning(Release.from_text("La ville est à 3 < 5 > 2 pas de la mer.")) is None
