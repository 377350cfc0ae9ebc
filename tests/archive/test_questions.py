"""What many releases show together. The releases are invented."""

from helpers import archive
from tests.archive.reading import read_texts
from tests.archive.releases import RELEASES


def test_voices_are_counted_by_whose_release_they_stand_in(corpus):
    found = archive.voices(corpus).set_index(["speaker_name", "issuer"])
    assert found.loc[("Anne Roy", "Ville de Port-Brise"), ["quotations", "words", "releases"]].tolist() == [2, 17, 2]
    assert found.loc[("Luc Morin", "Les Pêcheurs réunis"), "speaker_role"] == "président des pêcheurs"


def test_verbs_go_by_issuer(corpus):
    found = archive.verbs(corpus)
    ours = found[found["issuer"] == "Ville de Port-Brise"]
    assert dict(zip(ours["cue_lemma"], ours["uses"], strict=True)) == {"déclarer": 1, "promettre": 1}


def test_genders_are_those_that_a_release_tells(corpus):
    found = archive.genders(corpus).set_index("gender")
    assert found.loc["f", ["voices", "quotations"]].tolist() == [1, 3]
    assert found.loc["m", ["voices", "quotations"]].tolist() == [1, 1]


def test_shares_and_timeline_are_by_date(corpus):
    shares = archive.shares(corpus)
    assert shares["release"].tolist() == ["a.txt", "b.txt", "c.txt"]
    assert shares["share"].tolist() == (shares["quoted_words"] / shares["words"]).tolist()
    assert shares["statistics"].tolist() == [3, 3, 2]
    assert archive.timeline(corpus)[["month", "releases"]].values.tolist() == [
        ["2022-04", 1],
        ["2022-04", 1],
        ["2022-05", 1],
    ]


def test_a_release_that_is_left_out_counts_nowhere(corpus):
    names = corpus.releases["release"].tolist()
    assert archive.shares(corpus, without=names[1:])["release"].tolist() == names[:1]
    for count in (archive.voices, archive.verbs, archive.genders, archive.timeline):
        assert count(corpus, without=names).empty and len(count(corpus))


def test_releases_whose_issuer_or_day_nothing_tells_are_named(tmp_path):
    texts = {"whole.txt": RELEASES["a.txt"], "note.txt": "Le quai sera fermé lundi, et rouvert mardi avant midi.",
             "lead.txt": "Port-Brise, le 3 mai 2021 – Le port attend les bateaux de pêche.\n"}  # fmt: skip
    found = archive.without_issuer_or_date(read_texts(tmp_path, texts)).set_index("release")["missing"]
    assert "whole.txt" not in found and found["note.txt"] == "issuer and date" and found["lead.txt"] == "issuer"
