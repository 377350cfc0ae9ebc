"""Verb forms of invented sentences, told by hand."""

import pytest

from helpers import language
from tests.reading import read, shown

# --- verbs -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La loi a été adoptée hier.", [("a été adoptée", "adopter", "passé composé", "passive", False)]),
        ("La loi sera votée par le conseil.", [("sera votée", "voter", "future", "passive", True)]),
        ("Elle n'est jamais partie.", [("est jamais partie", "partir", "passé composé", "active", False)]),
        ("Les prix se sont effondrés.", [("sont effondrés", "effondrer", "passé composé", "active", False)]),
        ("Anne a, pour sa part, salué le vote.", [
            ("a, pour sa part, salué", "saluer", "passé composé", "active", False),
        ]),
        ("Elle a quant à elle évoqué un accord.", [
            ("a quant à elle évoqué", "évoquer", "passé composé", "active", False),
        ]),
        ("Il dort.", [("dort", "dormir", "present", "active", False)]),
        ("Elle avait chanté.", [("avait chanté", "chanter", "pluperfect", "active", False)]),
        ("Il faudrait qu'il vienne.", [
            ("faudrait", "falloir", "conditional", "active", False),
            ("vienne", "venir", "subjunctive", "active", False),
        ]),
        ("On veille à ce que les prix baissent.", [
            ("veille", "veiller", "present", "active", False), ("baissent", "baisser", "subjunctive", "active", False),
        ]),
        ("Il faut que la ville ouvre.", [
            ("faut", "falloir", "present", "active", False), ("ouvre", "ouvrir", "subjunctive", "active", False),
        ]),
        ("Anne dit que les prix baissent.", [
            ("dit", "dire", "present", "active", False), ("baissent", "baisser", "present", "active", False),
        ]),
        ("Il répond en ouvrant la porte.", [
            ("répond", "répondre", "present", "active", False), ("ouvrant", "ouvrir", "gerund", "active", False),
        ]),
    ],
)  # fmt: skip
def test_verb_forms_by_hand(text, expected):
    table = language.verb_forms(read(text))
    assert shown(table, "text", "lemma", "form", "voice", "has_agent") == expected


def test_a_participle_with_its_agent_is_a_passive_and_par_ailleurs_is_no_agent():
    text = "Une fête organisée par la ville plaît. Le permis a été délivré par ailleurs."
    table = language.verb_forms(read(text)).set_index("lemma")
    assert table.loc["organiser", "voice"] == "passive"
    start, end = table.loc["organiser", ["agent_start", "agent_end"]]
    assert text[start:end] == "par la ville"
    assert (table.loc["délivrer", "voice"], table.loc["délivrer", "has_agent"]) == ("passive", False)


def test_a_bare_participle_is_a_passive_with_its_agent_or_without():
    table = language.verb_forms(read("Les efforts déployés hier plaisent. Une femme arrivée hier revient."))
    voices = {row.text: (row.voice, row.has_agent) for row in table.itertuples() if not row.is_finite}
    assert voices == {"déployés": ("passive", False), "arrivée": ("active", False)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le comité a examiné et approuvé le plan.", {"approuvé": "active"}),
        ("Le juge a entendu les témoins puis libéré les suspects.", {"libéré": "active"}),
        ("Le maire a visité le port, rencontré les marins et promis une aide.", {
            "rencontré": "active", "promis": "active",
        }),
        ("Elle a signé un accord ancien et salué par tous.", {"salué": "passive"}),
        ("Un plan approuvé par le conseil et financé par la ville plaît.", {
            "approuvé": "passive", "financé": "passive",
        }),
        ("Les tilleuls sont taillés et replantés chaque année.", {"replantés": "passive"}),
    ],
)  # fmt: skip
def test_a_participle_shares_the_auxiliary_of_the_verb_ahead_or_is_a_passive(text, expected):
    table = language.verb_forms(read(text))
    found = dict(zip(table["text"], table["voice"], strict=True))
    assert {participle: found[participle] for participle in expected} == expected


def test_a_set_phrase_makes_no_clause():
    forms = language.verb_forms(read("À compter du 3 mai, en ce qui concerne les ponts, la ville construit un quai."))
    assert shown(forms, "lemma") == ["construire"]


@pytest.mark.parametrize(
    "text",
    [
        "La maire ne s'y résout pas.",
        "Le pont est rouvert pendant l'été.",
        "Je me suis souvent trompée.",
        "Le club a lui aussi porté plainte.",
        'Ils ne l\'avaient "pas prévenue".',
        "Des fissures sont apparues.",
        "Les pays développés paient.",
        "Les élues étaient présentes.",
    ],
)
def test_what_is_only_tagged_as_a_participle_or_takes_etre_is_no_passive(text):
    forms = language.verb_forms(read(text))
    assert "passive" not in set(forms.loc[forms["lemma"] != "rouvrir", "voice"])


def test_what_describes_is_a_passive_where_it_says_by_whom():
    forms = language.verb_forms(read("Un pays développé par ses voisins paie."))
    assert forms.loc[forms["lemma"] == "développer", "voice"].tolist() == ["passive"]
