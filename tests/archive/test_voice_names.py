"""Voices of several releases that are one, and those that are not. All are invented."""

import pytest

from helpers import archive
from helpers.archive.voice_names import Voice, one_name_each, read_aliases
from helpers.text.faults import CorpusError
from tests.archive.reading import read_texts


def joined(*voices: tuple[str, str]) -> int:
    """How many voices these are, each from a release of its own."""
    return len(set(one_name_each([Voice(*voice, f"{n}.txt") for n, voice in enumerate(voices)]).values()))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Édouard Morin", "Edouard Morin", "person"), ("Elisabeth Petit", "Elizabeth Petit", "person"),
        ("Jean-Luc Roy", "Jean Luc Roy", "person"), ("Mathieu Roy", "Matthieu Roy", "person"),
        ("Ligue des eaux", "la ligue des Eaux", "body"), ("Ligue nationale des eaux", "LNE", "body"),
        ("l’Agence des Ponts", "L'Agence des ponts", "body"), ("l'association Les Rivages", "Les Rivages", "body"),
        ("collectif Gardons le pont", "Gardons le pont", "body"), ("le syndicat Cap Sud", "Cap Sud", "body"),
    ],
)  # fmt: skip
def test_spellings_articles_and_acronyms_are_one_voice(one, other, kind):
    assert joined((one, kind), (other, kind)) == 1


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Anne Roy", "Luc Roy", "person"), ("Anne Roy", "Anne Royer", "person"), ("Ligue des eaux", "LP", "body"),
        ("Ligue des eaux", "Ligue des ponts", "body"), ("la ville de Lorgues", "Lorgues", "body"),
        ("collège Les Rivages", "association Les Rivages", "body"),
    ],
)  # fmt: skip
def test_names_that_are_alike_are_not_one(one, other, kind):
    assert joined((one, kind), (other, kind)) == 2


def test_an_acronym_that_two_bodies_may_have_joins_none():
    assert (
        joined(("LE", "body"), ("Ligue des eaux", "body"), ("Maison des arts", "body"), ("Ligue étudiante", "body"))
        == 4
    )


def test_a_name_that_two_bodies_bear_behind_their_nouns_joins_none():
    names = ("association Les Rivages", "collège Les Rivages", "Les Rivages")
    assert joined(*((name, "body") for name in names)) == 3
    assert set(one_name_each([Voice(name, "body", name) for name in names[::2]]).values()) == {"Les Rivages"}


def test_unnamed_groups_and_bodies_are_one_release_s(tmp_path):
    voices = [
        Voice("gouvernement", "body", "a"),
        Voice("gouvernement", "body", "b"),
        Voice("riverains", "unnamed group", "a"),
    ]
    assert len(one_name_each(voices)) == 3


def test_what_only_an_editor_knows_stands_in_a_table(tmp_path):
    (tmp_path / "aliases.csv").write_text("alias,name\nAnne Roy-Petit,Anne Roy\n", encoding="utf-8")
    aliases = read_aliases(tmp_path / "aliases.csv")
    voices = [Voice("Anne Roy-Petit", "person", "a"), Voice("Anne Roy", "person", "b")]
    assert set(one_name_each(voices, aliases).values()) == {"Anne Roy"}
    (tmp_path / "bad.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="no columns alias and name"):
        read_aliases(tmp_path / "bad.csv")


TEXT = """{town}, le 3 mai 2021 – « Le bassin de Lorgues sera prêt », promet {name}, {role}.

SOURCE Ville de {town}
"""
TEXTS = {
    "a.txt": TEXT.format(town="Mirande", name="Élise Morin", role="présidente de la Ligue des eaux"),
    "b.txt": TEXT.format(town="Valdor", name="Elise Morin", role="présidente de la Ligue des eaux"),
    "c.txt": TEXT.format(town="Valdor", name="Luc Petit", role="directeur du port de Valdor"),
}


def test_voices_and_searches_go_by_who_speaks(tmp_path):
    corpus = read_texts(tmp_path, TEXTS)
    voices = archive.voices(corpus)
    assert set(voices["speaker_name"]) == {"Élise Morin", "Luc Petit"} and set(voices["speaker_kind"]) == {"person"}
    assert set(archive.voices(corpus, without=["c.txt"])["speaker_name"]) == {"Élise Morin"}
    for asked, names in (
        ({"speaker": "Elise Morin"}, {"a.txt", "b.txt"}), ({"speaker": "présidente de la Ligue"}, {"a.txt", "b.txt"}),
        ({"speaker": "ori"}, set()), ({"speaker": "directeur du port"}, {"c.txt"}),
        ({"mentioning": "lorgues"}, set(TEXTS)), ({"mentioning": "Valdor"}, set()), ({"about": "bassin"}, set()),
    ):  # fmt: skip
        assert set(archive.search(corpus, **asked)["release"]) == names, asked
    genders = archive.genders(corpus).set_index("gender")
    assert genders["voices"].to_dict() == {"f": 1, "m": 1}
