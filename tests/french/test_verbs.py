"""Verbs by their forms."""

import pytest

from helpers.french.verbs import conjugate


@pytest.mark.parametrize(
    ("lemma", "model", "forms"),
    [
        ("annoncer", "er", {"annonça", "annonçant", "annonce", "annoncé"}),
        ("juger", "er", {"jugea", "jugeait", "juge"}),
        ("révéler", "er", {"révèle", "révéla", "révélé"}),
        ("rappeler", "er", {"rappelle", "rappelait"}),
        ("marteler", "er", {"martèle"}),
        ("avertir", "ir", {"avertit", "avertissait", "averti"}),
        ("dire", "dire", {"dit", "disait", "disant", "dite"}),
        ("soutenir", "venir", {"soutient", "soutenu", "soutenait"}),
        ("reconnaître", "naître", {"reconnaît", "reconnu", "reconnaissant"}),
        ("répondre", "répondre", {"répond", "répondu"}),
    ],
)
def test_verbs_are_conjugated_with_their_spelling_changes(lemma, model, forms):
    assert forms <= conjugate(lemma, model)
