"""Who has a voice, and of what kind. All names are invented."""

import pytest

from helpers.archive.speaker_kinds import _kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Anne Roy", "person"), ("la mairesse", "person"), ("un journaliste de la Gazette", "person"),
        ("Ligue des eaux", "body"), ("l’Agence des ponts", "body"), ("SNB", "body"), ("gouvernement", "body"),
        ("Blue River Foundation", "body"), ("une rumeur", "document"), ("un dernier bilan", "document"),
        ("le rapport de la Ligue", "document"), ("une étude", "document"), ("communiqué", "document"),
        ("les riverains", "unnamed group"), ("plusieurs associations", "unnamed group"), ("experts", "unnamed group"),
        ("Nadia", "person"), ("Thibault", "person"), ("Lumen", "body"), ("fils du gardien", "person"),
        ("Quatre élues", "unnamed group"), ("Six semaines", None), ("Trois quarts", None),
        ("la rivière", None), ("gant", None), ("personne", None), ("une personne", "person"),
        ("cette clé", None), ("efforts", None), ("66 %", None), ('width="50%"', None), ("un an et demi plus", None),
    ],
)  # fmt: skip
def test_a_voice_is_a_person_a_body_a_document_or_a_group(name, kind):
    assert _kind(name, {"Anne Roy"}) == kind


@pytest.mark.parametrize(
    "name",
    ["Alerte Marée", "Côte Sauvage", "Rivage Action", "Gazette Sud", "Eau Vive Lorgues", "Florence", "Sept Rivières"],
)
def test_what_the_release_takes_for_a_body_or_a_place_is_no_person_though_it_looks_like_a_name(name):
    assert (_kind(name), _kind(name, others={name}), _kind(name, {name})) == ("person", "body", "person")


def test_a_thing_is_no_person_though_it_was_taken_for_a_source():
    assert _kind("marée", {"marée"}) is None
