"""Reporting verbs by their forms."""

import csv

import pytest

from helpers import lexicon
from helpers.french.pipeline import parse
from helpers.french.verbs import conjugate
from helpers.quotes.cues import preposition_cues, verb_cues
from helpers.release.release import Release


def cues(text: str) -> list[tuple[str, str]]:
    return [(c.text, c.lemma) for c in verb_cues(parse(Release.from_text(text)).doc)]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La mairesse a déclaré que tout va bien.", [("déclaré", "déclarer")]),
        ("Elle fait valoir que tout va bien.", [("fait valoir", "faire valoir")]),
        ("Il se dit prêt.", [("dit", "se dire")]),
        ("La directrice se félicite du résultat.", [("félicite", "se féliciter")]),
        ("Cette annonce a surpris.", []),
        ("Il faut s'assurer que la porte ferme.", []),
        ("Une note de service explique tout.", [("explique", "expliquer")]),
    ],
)
def test_a_cue_is_a_verb_not_a_noun_of_the_same_form(text, expected):
    assert cues(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Selon la police, tout va bien.", "D'après elle, oui.", "De l'avis du juge, non.", "Au dire des témoins, oui."],
)
def test_prepositions_of_attribution(text):
    assert len(preposition_cues(parse(Release.from_text(text)).doc)) == 1


def test_a_cue_gives_its_exact_place():
    text = "Hier, la mairesse a fait valoir que tout va bien."
    (cue,) = verb_cues(parse(Release.from_text(text)).doc)
    assert text[cue.start : cue.end] == cue.text == "fait valoir"


def test_every_table_of_knowledge_is_well_formed():
    for path in sorted(lexicon.FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        assert rows and all(len(row) == len(header) for row in rows), path.name
        assert len({tuple(row) for row in rows}) == len(rows), f"{path.name}: a row stands twice"


def test_every_verb_has_a_known_class_and_conjugation():
    models = {row["model"] for row in lexicon.rows("conjugations")}
    for row in lexicon.rows("reporting_verbs"):
        assert row["class"] in {"neutral", "assertive", "evaluative", "directive"}
        assert row["conjugation"] in models
        assert set(row["constructions"].split("|")) <= {"que", "direct", "inf", "np", "sur", ""}
