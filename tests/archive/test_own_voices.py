"""Whom issuers let speak. The texts are invented."""

import pytest

from helpers import archive
from helpers.archive.own_voices import is_named_by, is_same
from tests.archive.reading import read_texts

LETTER = "Mirande, le {day} mai 2021 – {said}\n\nSOURCE {issuer}\n"
LEAGUE, TOWN, PRESS = "Ligue des marais", "Ville de Mirande", "Agence Cap Presse"
SAID = {
    "own": "« Les digues tiendront cet hiver », promet Anne Roy, présidente de la Ligue des marais.",
    "again": "« Les digues ont tenu, et nous en sommes fiers », a dit Anne Roy, présidente de la Ligue des marais.",
    "mayor": "« La Ville paiera sa part des travaux », assure le maire Luc Morin.",
    "mayor again": "« La Ville a payé sa part, et même davantage », rappelle le maire Luc Morin.",
    "stranger": "« Ces digues sont trop basses », juge Paul Petit, directeur de l'Institut des rivages.",
    "unknown": "« On verra bien au printemps », dit Odile Brochet.",
}


def table(folder, *letters: tuple[str, str]) -> dict[str, tuple]:
    texts = {
        f"{n}.txt": LETTER.format(day=n + 1, said=" ".join(SAID[name] for name in said.split(", ")), issuer=issuer)
        for n, (issuer, said) in enumerate(letters)
    }
    found = archive.own_voices(read_texts(folder, texts), without=()).set_index("issuer")
    return {row.Index: (row.own, row.others, row.not_told, row.only_themselves) for row in found.itertuples()}


def test_who_has_the_issuer_in_a_function_is_its_own_and_who_has_another_is_not(tmp_path):
    found = table(tmp_path, (LEAGUE, "own"), (LEAGUE, "again, stranger"), (TOWN, "mayor"))
    assert found == {LEAGUE: (2, 1, 0, False)}  # the town has one release


def test_who_is_quoted_elsewhere_is_of_the_issuer_that_quotes_most(tmp_path):
    letters = [(TOWN, "mayor"), (TOWN, "mayor again"), (PRESS, "mayor"), (PRESS, "own, unknown"), (LEAGUE, "own")]
    found = table(tmp_path, *letters)
    assert found[TOWN] == (2, 0, 0, True)
    assert found[PRESS] == (0, 2, 1, False)


def test_of_voices_that_nothing_tells_of_nothing_is_said(tmp_path):
    found = table(tmp_path, (PRESS, "unknown"), (PRESS, "mayor again"))
    assert found == {PRESS: (0, 0, 2, False)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("comité de soutien", "Comité de soutien à Anne Roy", True), ("LDM", "Ligue des marais", False),
        ("AGR", "Agence des gués et rivages", True), ("Ligue des marais", "Ligue des ponts", False),
        ("la Ville", "Ville de Mirande", True),
    ],
)  # fmt: skip
def test_names_that_may_be_one_body_s(one, other, same):
    assert is_same(one, other) == same


@pytest.mark.parametrize(
    ("told", "issuer", "named"),
    [
        ("présidente de la Ligue des marais", "Ligue des marais", True),
        ("porte-parole du collectif", "Collectif Gardons le pont", True),
        ("directrice de l'AGR", "Agence des gués et rivages", True),
        ("présidente de la Ligue des ponts", "Ligue des marais", False),
        ("ingénieur à l'Institut des rivages", "Institut des forêts", False),
        ("maire", "Ville de Mirande", False),
    ],
)
def test_a_function_names_an_issuer_by_a_word_of_its_own(told, issuer, named):
    assert is_named_by(told, issuer) == named
