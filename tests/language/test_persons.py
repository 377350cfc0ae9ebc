"""Grammatical persons."""

from helpers import language
from tests.reading import read, shown


def test_on_is_a_person_of_its_own():
    table = language.persons(language.word_table(read("On nous dit que vous partez avec votre sœur.")))
    assert shown(table, "form", "person") == [
        ("on", "indefinite"), ("nous", "first plural"), ("vous", "second"), ("votre", "second"),
    ]  # fmt: skip
