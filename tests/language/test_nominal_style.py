"""Nouns for verbs, and chains of *de*, counted by hand."""

from helpers import language, lexicon
from tests.reading import read, shown


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


def test_nominalisations_by_suffix():
    table = language.nominalisations(language.word_table(read("La protection de la nation a sa complexité.")))
    assert list(zip(table["text"], table["suffix"], table["base"], strict=True)) == [
        ("protection", "-tion", "verb"),
        ("complexité", "-ité", "adjective"),
    ]


def test_a_chain_begins_with_what_is_said_and_goes_over_two_adjectives():
    text = "Des millions de litres d'eau coulent. La ville agit en matière de bruit de chantier."
    assert shown(language.de_chains(read(text), least=1), "text") == ["litres d'eau", "bruit de chantier"]
    text = "En sa qualité de chef de gare, Anne parle."
    assert shown(language.de_chains(read(text), least=1), "text") == ["chef de gare"]
    text = "On voit la hausse nette et durable des prix du pain."
    table = language.de_chains(read(text))
    assert shown(table, "text", "links") == [("hausse nette et durable des prix du pain", 2)]
