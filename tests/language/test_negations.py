"""Negation and restriction."""

from helpers import language
from tests.reading import read, shown


def test_negation_and_restriction():
    table = language.negations(read("Elle ne dort pas. Il ne veut que la paix. Aucun ne vient. Il sort sans parler."))
    assert shown(table, "text", "kind") == [
        ("ne dort pas", "negation"),
        ("ne veut que", "restriction"),
        ("ne", "negation"),
        ("sans parler", "word"),
    ]
