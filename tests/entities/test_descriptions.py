"""Mentions without a name, word by word. All examples are invented."""

import pytest

from helpers import french
from helpers.entities.descriptions import Description
from helpers.release.release import Release


def described(words: str) -> Description | None:
    text = f"Le pont est prêt, selon {words}."
    document = french.parse(Release.from_text(text, any_language=True))
    start = text.index(words)
    span = document.doc.char_span(start, start + len(words))
    return Description.at(document, span.start, span.end - 1)


@pytest.mark.parametrize(
    ("words", "noun", "gender"),
    [
        ("la ministre de la Santé", "ministre", "f"),
        ("ce chercheur", "chercheur", "m"),
        ("l'Italienne de 45 ans", "Italienne", "f"),
        ("le Lyonnais", "Lyonnais", "m"),
        ("son avocate", "avocate", "f"),
    ],
)
def test_a_description_has_a_noun_and_mostly_a_gender(words, noun, gender):
    found = described(words)
    assert (found.noun.text, found.gender) == (noun, gender)


@pytest.mark.parametrize("words", ["un élu", "les élus", "son jardin"])
def test_what_describes_nobody_in_particular_is_none(words):
    assert described(words) is None


def test_what_a_description_tells():
    assert described("le chef de l'État").synonym == "president"
    assert described("ce chercheur").is_shown
    assert described("l'Italienne de 45 ans").is_bare and not described("la ministre de la Santé").is_bare
    assert described("la Fédération").is_name and not described("la Lyonnaise").is_name
