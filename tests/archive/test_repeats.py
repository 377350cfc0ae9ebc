"""What comes again from one release to the next."""

import hashlib
import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import archive, paths
from helpers.archive import read_corpus
from tests.archive.reading import read_texts


def test_a_quotation_that_comes_again_is_one_group(corpus):
    found = archive.repeated_quotations(corpus)
    assert found[["group", "release", "similarity"]].values.tolist() == [[1, "a.txt", 1.0], [1, "b.txt", 1.0]]


def numbered(members: frozenset[str]) -> np.ndarray:
    digests = [hashlib.sha256(member.encode()).digest()[:8] for member in members]
    return np.unique(np.array([int.from_bytes(digest, "big") for digest in digests], dtype=np.uint64))


WORDS = st.lists(st.sampled_from([f"w{n}" for n in range(12)]), min_size=0, max_size=14).map(frozenset)


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=14), st.sampled_from([0.5, 0.7, 0.9]))
def test_sets_that_are_found_alike_are_alike(sets, similarity):
    found = archive.similar(map(numbered, sets), similarity)
    exact = {(a, b): len(sets[a] & sets[b]) / len(sets[a] | sets[b])
             for b in range(len(sets)) for a in range(b) if sets[a] and sets[b]}  # fmt: skip
    assert {(a, b): j for a, b, j in found}.items() <= {pair: j for pair, j in exact.items() if j >= similarity}.items()


def test_next_to_none_of_those_that_are_alike_are_missed():
    drawn = random.Random(3)
    base = [f"w{n}" for n in range(400)]
    sets = []
    for _ in range(60):
        whole = frozenset(drawn.sample(base, 100))
        sets += [whole, frozenset(sorted(whole)[: drawn.randint(72, 99)])]
    found = {(a, b) for a, b, _ in archive.similar(map(numbered, sets), 0.7)}
    assert {(2 * n, 2 * n + 1) for n in range(60)} <= found


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=14), st.sampled_from([0.5, 0.7]))
def test_a_group_is_of_those_that_are_like_its_first(sets, similarity):
    told = archive.groups(map(numbered, sets), similarity)
    assert len(told) == len(sets)
    for place, (first, jaccard) in enumerate(told):
        assert first <= place and told[first] == (first, 1.0)
        if first != place:
            assert jaccard == len(sets[first] & sets[place]) / len(sets[first] | sets[place]) >= similarity


def test_the_invented_archive_has_what_the_notebook_shows(client, tmp_path):
    corpus = read_corpus(paths.ARCHIVE, tmp_path / "out", client)
    releases = corpus.releases
    assert len(releases) == 41 and corpus.errors["release"].tolist() == ["2023-07-04_vide.txt"]
    assert releases["issuer"].nunique() == 9 and releases["issuer"].notna().all() and releases["date"].notna().all()
    assert archive.copies(corpus) == ["2023-05-10_ville_bis.txt"]
    inside = archive.contained(corpus)[["release", "inside"]].values.tolist()
    assert ["2023-07-19_ajp.txt", "2023-07-21_valse-info.txt"] in inside
    told = archive.differences(corpus, "halle")
    pairs = {(row.kind, row.one_text, row.other_text) for row in told.itertuples()}
    assert ("revised", "6,9 millions", "7,3 millions") in pairs
    assert ("between issuers", "7,6 millions", "6,9 millions") in pairs
    assert ("between issuers", "5 200", "4 900") in pairs
    voices = archive.voices(corpus)
    assert {"Élodie Rastoul", "Inès Belkacem"} <= set(voices["speaker_name"])
    assert not {"Elodie Rastoul", "Ines Belkacem"} & set(voices["speaker_name"])


DISPATCH = """Mirande (AJP) – Le pont de Mirande sera fermé tout l'été pour des travaux. « Les piles ont souffert
des crues de l'hiver, et nous ne pouvons plus attendre », a expliqué la mairesse, Anne Roy, au conseil. Les camions
passeront par Valdor, à douze kilomètres en amont, jusqu'à la fin du mois de septembre."""
ARTICLE = f"""Chronique de la vallée. Chaque semaine, notre journal fait le tour des chantiers, et cette fois il y en a
beaucoup, des écoles aux berges, sans oublier la salle des fêtes qui attend toujours son toit neuf.

{DISPATCH}

À Valdor, les riverains s'y préparent déjà, et le boulanger dit qu'il ouvrira plus tôt pour les chauffeurs."""


def test_a_dispatch_inside_a_longer_article_is_found_with_its_passage(tmp_path):
    other = "Lorgues – Le théâtre rouvre. " + "On y jouera une pièce que personne n'a vue depuis longtemps ici. " * 5
    corpus = read_texts(tmp_path, {"dispatch.txt": DISPATCH, "article.txt": ARTICLE, "other.txt": other})
    found = archive.contained(corpus)
    assert found[["release", "inside"]].values.tolist() == [["dispatch.txt", "article.txt"]]
    row = found.iloc[0]
    assert row["share"] == 1 and DISPATCH[row["start"] : row["end"]] == row["passage"]
    assert ARTICLE[row["inside_start"] :].startswith(row["passage"])
    assert archive.near_duplicates(corpus).empty


def test_of_texts_that_are_nearly_one_all_but_the_first_are_copies(tmp_path):
    texts = {"b.txt": DISPATCH, "a.txt": DISPATCH.replace("Valdor", "Lorgues"), "c.txt": ARTICLE}
    assert archive.copies(read_texts(tmp_path, texts)) == ["b.txt"]
