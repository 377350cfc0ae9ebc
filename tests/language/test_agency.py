"""Who does what to whom, in invented sentences."""

import pytest

from helpers import language
from tests.reading import read, shown


@pytest.mark.parametrize(
    ("text", "actor", "verb", "goal"),
    [
        ("La ville ouvre une halle.", "La ville", "ouvre", "une halle"),
        ("La halle est ouverte par la ville.", "la ville", "est ouverte", "La halle"),
        ("La halle a été fermée hier.", None, "a été fermée", "La halle"),
        ("Le maire doit vendre la halle.", "Le maire", "vendre", "la halle"),
        ("Le maire veut vendre la halle.", "Le maire", "vendre", "la halle"),
        ("La loi oblige le maire à vendre la halle.", "le maire", "vendre", "la halle"),
        ("On souligne la nécessité de vendre la halle.", None, "vendre", "la halle"),
        ("« La halle est belle », déclare Anne Roy.", "Anne Roy", "déclare", None),
    ],
)
def test_actor_process_and_goal(text, actor, verb, goal):
    rows = shown(language.agency(read(text)).astype(object), "actor_text", "text", "goal_text")
    rows = [tuple(None if value != value else value for value in row) for row in rows]
    assert (actor, verb, goal) in rows


def test_what_only_has_something_said_of_it_does_nothing():
    table = language.agency(read("La ville est grande. La ville ouvre une halle."))
    assert shown(table, "process") == ["relational", "material"]
    text = "Les enfants jouent. On protège les enfants. La protection des enfants coûte cher. Les enfants sont petits."
    roles = language.roles(read(text), "enfant")
    assert shown(roles, "role") == ["actor", "goal", "of a noun", "carrier"]
