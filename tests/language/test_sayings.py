"""Verbs of saying, and whether they take what they bring in for a fact."""

from helpers import language
from tests.reading import quotes_of


def test_a_factive_verb_takes_what_it_brings_in_for_a_fact():
    text = "Anne Roy souligne que le pont tient. Luc Petit affirme que le pont cède. « Il tient », déclare Anne Roy."
    table = language.sayings(quotes_of(text)).set_index("lemma")
    assert table["is_factive"].to_dict() == {"souligner": True, "affirmer": False, "déclarer": False}
