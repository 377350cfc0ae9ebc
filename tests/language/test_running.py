"""Running text, its words and sentences, and whose each is, against counts made by hand. Every sentence is invented."""

import math

import pandas as pd
import pytest

from helpers import language, paths
from helpers.release.release import Release
from helpers.text.typography import words as words_of
from tests.reading import read

LAID_OUT = """La ville ouvre un pont

QUÉBEC, le 3 mai 2021 /CNW/ - L'eau monte vite. Le pont tient.

« Il tiendra », déclare Mme Anne Roy.

SOURCE Ville de Québec

Renseignements : Anne Roy, anne.roy@exemple.org"""


def test_titles_dateline_source_and_contacts_are_no_running_text():
    found = [p.text for _, p in language.running_text(Release.from_text(LAID_OUT))]
    assert found == ["L'eau monte vite. Le pont tient.", "« Il tiendra », déclare Mme Anne Roy."]


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


def test_how_much_of_a_sentence_is_quoted():
    reading = read(LAID_OUT)
    start = LAID_OUT.index("Il tiendra")
    quotes = pd.DataFrame([{"kind": "direct", "start": start, "end": start + len("Il tiendra")}])
    lengths = language.sentence_lengths(reading, quotes)
    assert lengths["quoted"].tolist() == [0, 0, pytest.approx(2 / 6)]
    assert lengths["number"].tolist() == [1, 2, 3]
    assert language.sentence_lengths(reading)["quoted"].isna().all()


def test_an_elided_word_and_a_decimal_begin_no_graphic_word_of_their_own():
    table = language.word_table(read("Jusqu'ici, l’abbé paie 18,4 francs."))
    begins = dict(zip(table["text"], table["begins"], strict=True))
    assert begins == {
        "Jusqu": True, "ici": False, "l": True, "abbé": False, "paie": True, "18": True, "4": False, "francs": True,
    }  # fmt: skip


def test_the_words_of_the_release_are_those_of_its_sentences(analysis):
    words = language.word_table(analysis)
    lengths = language.sentence_lengths(analysis)
    assert len(words) == lengths["words"].sum() == 701
    assert len(lengths) == 20
    assert words["form"].tolist() == [w.lower() for text in lengths["text"] for w in words_of(text)]


def test_tags_and_sentences_agree_with_what_was_checked_by_hand(analysis):
    checked = pd.read_csv(paths.GOLD / "2019-10-04_grc_vgt.pos.csv")
    text = analysis.release.text
    assert [text[s:e] for s, e in zip(checked["start"], checked["end"], strict=True)] == checked["text"].tolist()
    table = language.tag_agreement(analysis, checked)
    assert table["begins"].all()
    by_model, mended = (table["pos"] == table["model"]).mean(), (table["pos"] == table["mended"]).mean()
    assert mended > 0.975 and mended > by_model
    # The check can fail: with one tag changed by hand, one word less agrees.
    wrong = language.tag_agreement(analysis, checked.assign(pos=["X", *checked["pos"][1:]]))
    assert (wrong["pos"] == wrong["mended"]).sum() == (table["pos"] == table["mended"]).sum() - 1


def test_function_words_and_abbreviations_are_no_verbs():
    tags = language.prose_tokens(read("Pour cela, la surint. pr. Roy et le lieut. Cy veillent entre deux feux."))
    pos = dict(zip(tags["text"], tags["pos"], strict=True))
    assert (pos["cela"], pos["entre"], pos["surint."], pos["pr."]) == ("PRON", "ADP", "NOUN", "ADJ")


def test_an_adjective_behind_an_object_is_no_second_verb():
    tokens = language.prose_tokens(read("Les données montrent la baisse continue des stocks. La baisse continue."))
    first, second = (row.pos for row in tokens.itertuples() if row.text == "continue")
    # Without a verb before it, the word may be the verb of the sentence: it is left as it is.
    assert first == "ADJ" != second


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


def test_a_text_that_is_not_french_is_told(release):
    english = Release.from_text(
        "The city opened a new bridge on Monday and the mayor thanked everyone who had helped to build it.",
        any_language=True,
    )
    assert "not French" in language.language_warning(english)
    assert language.language_warning(release) is None
