"""Connectors."""

from helpers import language
from tests.reading import read, shown


def test_connectors_take_the_longest():
    table = language.connectors(language.word_table(read("Une fois de plus, il rit ; de plus, il chante, mais mal.")))
    assert shown(table, "form", "relation") == [
        ("une fois de plus", "repetition"), ("de plus", "addition"), ("mais", "opposition"),
    ]  # fmt: skip
