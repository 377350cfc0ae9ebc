"""Tags that no reader would doubt, put right. All sentences are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.french import tags
from tests.reading import read


def mended(*words: str) -> list[str]:
    """What becomes of words given as *form/lemma/TAG/features*, each as *lemma/TAG*."""
    columns = [list(column) for column in zip(*((word + "/").split("/")[:4] for word in words), strict=True)]
    return ["/".join(pair) for pair in tags.put_right(*columns)]


@pytest.mark.parametrize(
    "word, right",
    [
        ("Cela/celer/VERB", "cela/PRON"),
        ("ENTRE/entrer/VERB", "entrer/VERB"),  # in capitals it may be a name
        ("pr./pr./VERB", "pr./NOUN"),
        ("OPQ/opq/NOUN", "opq/PROPN"),
        ("pont/pont/NOUN", "pont/NOUN"),
        ("montre/montre/VERB/VerbForm=Fin", "montrer/VERB"),
        ("dire/dire/VERB/VerbForm=Inf", "dire/VERB"),
    ],
)
def test_a_word_with_one_reading_has_it(word, right):
    assert mended(word) == [right]


def test_the_second_of_two_abbreviations_qualifies_the_first():
    assert mended("surint./surint./X", "pr./pr./X") == ["surint./NOUN", "pr./ADJ"]


def test_what_stands_behind_an_object_is_an_adjective_unless_an_infinitive_hangs_on_it():
    seen = ["voit/voir/VERB", "la/le/DET", "hausse/hausse/NOUN", "continue/continuer/VERB"]
    assert mended(*seen)[-1] == "continu/ADJ"
    assert mended(*seen, "de/de/ADP", "peser/peser/VERB/VerbForm=Inf")[3] == "continuer/VERB"
    assert mended(*seen[1:])[-1] == "continuer/VERB"
    both = [*seen[:3], "globale/global/ADJ", "et/et/CCONJ", seen[3]]
    assert mended(*both)[-1] == "continu/ADJ"


WORDS = st.sampled_from(["continue", "de", "pont", "et", "cela", "VGT", "art.", "voit", "la", "."])
TAGS = st.sampled_from(["VERB", "NOUN", "ADJ", "DET", "CCONJ", "ADP", "PUNCT"])


@given(st.lists(st.tuples(WORDS, TAGS, st.sampled_from(["", "VerbForm=Fin", "VerbForm=Inf"]))))
def test_every_word_keeps_its_row(words):
    texts, given_tags, morphs = zip(*words, strict=True) if words else ((), (), ())
    assert len(tags.put_right(texts, texts, given_tags, morphs)) == len(words)


def test_the_tokens_of_an_analysis_are_right_and_the_model_is_still_told():
    tokens = read("Les données montrent la baisse continue des stocks entre deux saisons.").tokens
    row = tokens.set_index("text").loc["continue"]
    assert (row["pos"], row["lemma"], row["model_pos"]) == ("ADJ", "continu", "VERB")
    assert (tokens["pos"] == tokens["model_pos"]).sum() == len(tokens) - 1
