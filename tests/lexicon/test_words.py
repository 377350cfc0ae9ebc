"""Classes of words as sets and as expressions."""

from helpers.lexicon.words import alternation


def test_the_longest_form_is_tried_first():
    assert alternation(["d'ici", "d'ici à", "an."]) == r"d'ici\ à|d'ici|an\."
