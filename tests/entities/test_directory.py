"""Who and what a release names. All examples are invented."""

from dataclasses import FrozenInstanceError

import pytest

from helpers import analyse, french
from helpers.entities import Directory
from helpers.release.release import Release

LEAD = (
    "La Régie Des Sentiers a rouvert le parc. La surintendante principale Louise Tremblay, de la RDS, a salué "
    "Luc Petit, directeur du festival Albatros. Mme Tremblay a remercié la sœur de Luc Petit. "
    "Elle a dit que tout est prêt."
)


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory.of(french.parse(Release.from_text(LEAD)))


def span(directory: Directory, words: str) -> tuple[int, int]:
    start = LEAD.index(words)
    found = directory.document.doc.char_span(start, start + len(words))
    return found.start, found.end - 1


def test_mentions_of_one_person_are_one_person(directory):
    said = [(p.name, p.surname, p.role, p.affiliation, p.gender, len(p.mentions)) for p in directory.persons]
    assert said == [
        ("Louise Tremblay", "Tremblay", "surintendante principale", "Régie Des Sentiers", "f", 2),
        ("Luc Petit", "Petit", "directeur du festival Albatros", "festival Albatros", "m", 2),
    ]


@pytest.mark.parametrize(
    ("mention", "name"),
    [("Mme Tremblay", "Louise Tremblay"), ("Luc Petit, directeur", "Luc Petit"), ("la sœur de Luc Petit", None)],
)
def test_a_mention_names_its_head_not_its_complement(directory, mention, name):
    person = directory.person_at(*span(directory, mention))
    assert (person and person.name) == name


def test_an_acronym_is_written_out_by_its_initials(directory):
    assert directory.body(*span(directory, "la RDS")) == "Régie Des Sentiers"


def test_a_directory_stays_as_it_was_built():
    analysis = analyse(Release.from_text(LEAD))
    before = analysis.directory.persons
    assert analysis.quotes["speaker_name"].iloc[-1] == "Louise Tremblay"
    assert analysis.directory.persons is before
    with pytest.raises(FrozenInstanceError):
        before[0].gender = "m"
