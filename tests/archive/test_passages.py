"""A hit in its place."""

import pytest

from helpers import archive
from helpers.archive import read_corpus


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
