"""What comes again from one release to the next."""

from helpers import archive, paths
from helpers.archive import read_corpus
from tests.archive.reading import read_texts
from tests.archive.releases import ARTICLE, DISPATCH


def test_a_quotation_that_comes_again_is_one_group(corpus):
    found = archive.repeated_quotations(corpus)
    assert found[["group", "release", "similarity"]].values.tolist() == [[1, "a.txt", 1.0], [1, "b.txt", 1.0]]


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
    assert ("revised", "6,9 millions d'euros", "7,3 millions d'euros") in pairs
    assert ("between issuers", "7,6 millions d'euros", "6,9 millions d'euros") in pairs
    assert ("between issuers", "5 200", "4 900") in pairs
    voices = archive.voices(corpus)
    assert {"Élodie Rastoul", "Inès Belkacem"} <= set(voices["speaker_name"])
    assert not {"Elodie Rastoul", "Ines Belkacem"} & set(voices["speaker_name"])


def test_a_dispatch_inside_a_longer_article_is_found_with_its_passage(tmp_path):
    other = "Lorgues – Le théâtre rouvre. " + "On y jouera une pièce que personne n'a vue depuis longtemps ici. " * 5
    corpus = read_texts(tmp_path, {"dispatch.txt": DISPATCH, "article.txt": ARTICLE, "other.txt": other})
    found = archive.contained(corpus)
    assert found[["release", "inside"]].values.tolist() == [["dispatch.txt", "article.txt"]]
    row = found.iloc[0]
    assert row["share"] == 1 and DISPATCH[row["start"] : row["end"]] == row["passage"]
    assert ARTICLE[row["inside_start"] :].startswith(row["passage"])
    assert archive.near_duplicates(corpus).empty
