"""Tags as they are used, and how right they are."""

import pandas as pd

from helpers import language, paths
from tests.reading import read


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
