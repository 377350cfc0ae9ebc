"""Grammar on invented sentences, their counts made by hand."""

import pandas as pd
import pytest

from helpers import language, lexicon
from helpers.release.release import Release
from tests.reading import read, shown

# --- nouns for verbs ---------------------------------------------------------------------------


def test_nouns_are_called_by_what_they_are_made_of():
    text = "La présidence souligne l'importance d'une hausse, de la surveillance, de l'appétence et d'une distance."
    table = language.nominalisations(language.word_table(read(text)))
    assert shown(table, "lemma", "base", "of") == [
        ("présidence", "noun", "président"),
        ("importance", "adjective", "important"),
        ("hausse", "verb", "hausser"),
        ("surveillance", "verb", "surveiller"),
        ("appétence", "verb or adjective", ""),
    ]


def test_the_base_of_each_listed_noun_is_of_a_known_kind():
    kinds = {row["kind"] for row in lexicon.rows("nominal_bases")}
    assert kinds == {"verb", "adjective", "noun"}
    for row in lexicon.rows("nominal_bases"):
        assert row["kind"] != "verb" or row["base"].endswith(("er", "ir", "re")), row


def test_chains_of_de_by_hand():
    text = "Le plan de réduction des émissions du secteur avance. Le toit de la maison, la porte du garage brillent."
    table = language.de_chains(read(text))
    assert shown(table, "text", "links") == [("plan de réduction des émissions du secteur", 3)]
    assert shown(language.de_chains(read(text), least=1), "text", "links")[1:] == [
        ("toit de la maison", 1),
        ("porte du garage", 1),
    ]
    # What a participle governs is no complement of the noun before it.
    text = "C'est une équipe composée de voisins du quartier de la gare."
    assert shown(language.de_chains(read(text)), "text", "links") == [("voisins du quartier de la gare", 2)]


# --- verbs -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La loi a été adoptée hier.", [("a été adoptée", "adopter", "passé composé", "passive", False)]),
        ("La loi sera votée par le conseil.", [("sera votée", "voter", "future", "passive", True)]),
        ("Elle n'est jamais partie.", [("est jamais partie", "partir", "passé composé", "active", False)]),
        ("Les prix se sont effondrés.", [("sont effondrés", "effondrer", "passé composé", "active", False)]),
        ("Il dort.", [("dort", "dormir", "present", "active", False)]),
        ("Elle avait chanté.", [("avait chanté", "chanter", "pluperfect", "active", False)]),
        ("Il faudrait qu'il vienne.", [
            ("faudrait", "falloir", "conditional", "active", False),
            ("vienne", "venir", "subjunctive", "active", False),
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


def test_a_set_phrase_makes_no_clause():
    forms = language.verb_forms(read("À compter du 3 mai, en ce qui concerne les ponts, la ville construit un quai."))
    assert shown(forms, "lemma") == ["construire"]


def test_impersonal_il_and_il_that_is_somebody():
    text = (
        "Il faut partir. Il s'agit d'un pont. Il n'y a aucun doute. Il serait souhaitable que la loi change. "
        "Il a rencontré le maire. Il est grand. Il agit vite."
    )
    reading = read(text)
    table = language.impersonals(reading)
    assert shown(table, "text", "kind") == [
        ("Il faut", "obligation"),
        ("Il s'agit", "presentation"),
        ("Il n'y a", "presentation"),
        ("Il serait souhaitable", "judgement"),
    ]
    persons = language.persons(language.word_table(reading), table)
    assert (persons["person"] == "impersonal").sum() == 4
    assert persons[persons["form"] == "il"]["person"].tolist().count("third") == 3


def test_negation_and_restriction():
    table = language.negations(read("Elle ne dort pas. Il ne veut que la paix. Aucun ne vient. Il sort sans parler."))
    assert shown(table, "text", "kind") == [
        ("ne dort pas", "negation"),
        ("ne veut que", "restriction"),
        ("ne", "negation"),
        ("sans parler", "word"),
    ]


# --- stance ------------------------------------------------------------------------------------


def test_modal_words_and_adjectives_that_only_praise():
    text = (
        "Il est essentiel d'agir. Une place essentielle attend. La ville doit payer. Il souhaite la bienvenue à tous."
    )
    table = language.modality(language.word_table(read(text)))
    assert shown(table, "text", "modality") == [("essentiel", "obligation"), ("doit", "obligation")]


def test_on_is_a_person_of_its_own():
    table = language.persons(language.word_table(read("On nous dit que vous partez avec votre sœur.")))
    assert shown(table, "form", "person") == [
        ("on", "indefinite"), ("nous", "first plural"), ("vous", "second"), ("votre", "second"),
    ]  # fmt: skip


def test_connectors_take_the_longest():
    table = language.connectors(language.word_table(read("Une fois de plus, il rit ; de plus, il chante, mais mal.")))
    assert shown(table, "form", "relation") == [
        ("une fois de plus", "repetition"), ("de plus", "addition"), ("mais", "opposition"),
    ]  # fmt: skip


# --- shape -------------------------------------------------------------------------------------


def test_distance_and_depth_by_hand():
    class Parsed:
        """Le chat dort: le ← chat ← dort, each beside its governor."""

        release = Release.from_text("Le chat dort.", any_language=True)
        sentences = pd.DataFrame()
        tokens = pd.DataFrame(
            {"start": [0, 3, 8, 12], "end": [2, 7, 12, 13], "text": ["Le", "chat", "dort", "."],
             "lemma": ["le", "chat", "dormir", "."], "pos": ["DET", "NOUN", "VERB", "PUNCT"], "morph": "",
             "dep": ["det", "nsubj", "ROOT", "punct"], "head": [1, 2, 2, 2], "sentence": 0,
             "is_word": [True, True, True, False]}
        )  # fmt: skip

    row = language.syntax(Parsed()).iloc[0]
    # le is two steps below dort; (1 + 1) / 2 words apart.
    assert (row["words"], row["distance"], row["depth"], row["nouns"], row["verbs"]) == (3, 1, 2, 1, 1)


def test_nominalisations_by_suffix():
    table = language.nominalisations(language.word_table(read("La protection de la nation a sa complexité.")))
    assert list(zip(table["text"], table["suffix"], table["base"], strict=True)) == [
        ("protection", "-tion", "verb"),
        ("complexité", "-ité", "adjective"),
    ]
