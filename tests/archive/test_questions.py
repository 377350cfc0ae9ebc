"""What many releases show together. The releases are invented."""

import hashlib
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import archive, paths
from helpers.archive import Corpus, read_corpus

QUAY = "Port-Brise, le 2 avril 2022 – {lead}\n\n{body}\n\nSOURCE {issuer}\n"
RELEASES = {
    "a.txt": QUAY.format(
        lead="Le port refait son quai.",
        body="« Le quai sera solide, et il servira aux pêcheurs pendant cinquante ans », promet la mairesse Anne Roy. "
        "Le quai coûtera 3,2 millions d'euros. Le port a 45 bateaux.",
        issuer="Ville de Port-Brise",
    ),
    "b.txt": QUAY.format(
        lead="Les pêcheurs s'inquiètent.",
        body="« Le quai sera solide, et il servira aux pêcheurs pendant cinquante ans », promet la mairesse Anne Roy. "
        "“Les bateaux attendent”, répond Luc Morin, président des pêcheurs. Le quai coûtera 3,9 millions d'euros. "
        "Le port a environ 48 bateaux.",
        issuer="Les Pêcheurs réunis",
    ),
    "c.txt": QUAY.format(
        lead="Le port refait son quai.",
        body="« Ce quai est une chance », déclare la mairesse Anne Roy. Le quai coûtera 3,4 millions d'euros. "
        "Le port a 45 bateaux.",
        issuer="Ville de Port-Brise",
    ).replace("2 avril", "9 mai"),
}  # fmt: skip


@pytest.fixture(scope="module")
def corpus(client, tmp_path_factory) -> Corpus:
    folder = tmp_path_factory.mktemp("archive")
    (folder / "in").mkdir()
    for name, text in RELEASES.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    return read_corpus(folder / "in", folder / "out", client)


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


def test_numbers_that_can_not_both_be_right_stand_first_between_issuers(corpus):
    found = archive.differences(corpus, "quai")
    told = [(r.kind, r.thing, r.one_text, r.other_text) for r in found.itertuples()]
    assert told == [
        ("between issuers", "quai", "3,2 millions", "3,9 millions"),
        ("between issuers", "quai", "3,9 millions", "3,4 millions"),
        ("revised", "quai", "3,2 millions", "3,4 millions"),
    ]  # 45 boats and about 48 agree
    assert found["ratio"].iloc[0] == pytest.approx(3.9 / 3.2)
    assert archive.differences(corpus, "montagne").empty


def test_a_figure_that_comes_again_is_told_with_its_releases(corpus):
    found = archive.repeated_figures(corpus)
    boats = found[found["thing"] == "bateaux"].iloc[0]
    assert (boats["value"], boats["releases"]) == (45.0, ("a.txt", "c.txt"))


def test_rounding_and_words_around_a_number_leave_an_interval(corpus):
    found = archive.figures(corpus, "quai").set_index(["release", "thing"])
    assert found.loc[("a.txt", "quai"), ["low", "high"]].tolist() == [3_150_000, 3_250_000]
    low, high = found.loc[("b.txt", "bateaux"), ["low", "high"]]
    assert low == pytest.approx(47.5 - 4.8) and high == pytest.approx(48.5 + 4.8)


def test_a_quotation_that_comes_again_is_one_group(corpus):
    found = archive.repeated_quotations(corpus)
    assert found[["group", "release", "similarity"]].values.tolist() == [[1, "a.txt", 1.0], [1, "b.txt", 1.0]]


def test_hits_of_several_releases_are_shown_each_in_its_own(corpus):
    found = archive.search(corpus)
    hits = list(zip(found["release"], found["start"], found["end"], strict=True))
    together = archive.in_places(corpus, hits)
    assert len(set(found["release"])) == 3
    assert together == [archive.in_place(corpus, *hit) for hit in hits]
    assert all(f"<mark>{text}" in shown.html for text, shown in zip(found["text"], together, strict=True))


def test_a_hit_is_shown_in_its_place_and_escaped(client, tmp_path):
    (tmp_path / "in").mkdir()
    hostile = "Port-Brise, le 2 avril 2022 – « Le quai <script>x()</script> ouvre », déclare la mairesse Anne Roy."
    (tmp_path / "in" / "h.txt").write_text(hostile, encoding="utf-8")
    corpus = read_corpus(tmp_path / "in", tmp_path / "out", client)
    row = archive.search(corpus).iloc[0]
    shown = archive.in_place(corpus, row["release"], row["start"], row["end"])
    assert "<mark>Le quai &lt;script&gt;" in shown.html and "<script" not in shown.html
    assert archive.in_places(corpus, []) == []
    with pytest.raises(ValueError, match=r"no place in h\.txt"):
        archive.in_place(corpus, "h.txt", 5, 10_000)
    with pytest.raises(KeyError):
        archive.in_place(corpus, "nowhere", 0, 1)


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
    assert len(corpus.releases) == 12 and corpus.errors["release"].tolist() == ["2023-07-04_vide.txt"]
    assert archive.near_duplicates(corpus)[["release", "other"]].values.tolist() == [
        ["2023-05-09_ville.txt", "2023-05-10_ville_bis.txt"]
    ]
