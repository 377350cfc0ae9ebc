"""Quotations that fit what is asked. The releases are invented."""

import pytest

from helpers import archive
from tests.archive.reading import read_texts
from tests.archive.releases import RELEASES


@pytest.mark.parametrize(
    ("asked", "releases"),
    [
        ({"word": "SOLIDE"}, ["a.txt", "b.txt"]),
        ({"word": "pecheurs pendant"}, ["a.txt", "b.txt"]),
        ({"word": "solid"}, []),
        ({"lemma": "bateau"}, ["b.txt"]),
        ({"speaker": "roy"}, ["a.txt", "b.txt", "c.txt"]),
        ({"speaker": "Roy", "issuer": "pecheurs"}, ["b.txt"]),
        ({"mentioning": "quai", "speaker": "Morin"}, []),
        ({"word": "a.b*(", "speaker": "'; DROP TABLE quotes; --"}, []),
    ],
)
def test_quotations_are_found_by_all_that_is_asked(corpus, asked, releases):
    assert archive.search(corpus, **asked)["release"].tolist() == releases


def test_every_hit_is_an_exact_slice(corpus):
    found = archive.search(corpus)
    assert len(found) == 4
    for row in found.itertuples():
        assert RELEASES[row.release][row.start : row.end] == row.text


POOL = """Lac-Clair, le 3 mai 2021 – La piscine sera refaite. La piscine date de 1960, et la piscine fuit.
« Il faut la vider », dit Ève Œuvrard, directrice du service des eaux. « C'est l'été, aujourd'hui », dit Luc Petit.

SOURCE Ville de Lac-Clair
"""


@pytest.mark.parametrize(
    ("asked", "many"),
    [
        ({"about": "piscine"}, 2), ({"about": "directrice"}, 0), ({"about": "la piscine"}, 0),
        ({"about": "lac clair"}, 0),
        ({"about": "?"}, 0), ({"word": "?"}, 0),
        ({"speaker": "oeuvrard"}, 1), ({"speaker": "SERVICE DES EAUX"}, 1), ({"speaker": "service des"}, 1),
        ({"speaker": "Œuvrar"}, 0), ({"word": "ete aujourd’hui"}, 1), ({"word": "faut la", "speaker": "Petit"}, 0),
        ({"lemma": "falloir", "issuer": "lac-clair"}, 1), ({"lemma": "vider", "about": "piscine"}, 1),
    ],
)  # fmt: skip
def test_words_subjects_and_who_speaks_narrow_each_other(pool, asked, many):
    assert len(archive.search(pool, **asked)) == many


@pytest.fixture(scope="module")
def pool(tmp_path_factory):
    return read_texts(tmp_path_factory.mktemp("pool"), {"pool.txt": POOL})


def test_where_nothing_tells_the_day_there_is_none(tmp_path):
    corpus = read_texts(tmp_path, {"note.txt": "« Le quai sera fermé lundi, et rouvert mardi avant midi », lit-on."})
    (row,) = archive.search(corpus).itertuples()
    assert (row.date, row.issuer, row.start) == (None, "not stated", 2)
