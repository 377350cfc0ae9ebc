"""The index of an archive's words is always that of what is there. The releases are invented."""

import os

import pytest

from helpers import archive
from helpers.archive import Corpus
from helpers.archive.index import index
from helpers.archive.partition import read_items, write_partition
from helpers.archive.sources import find_items
from helpers.archive.tables import SCHEMAS

NOTE = "Lac-Clair, le {day} mai 2021 – « {said} », annonce la mairesse Anne Roy."
SAID = ("La piscine ouvrira en juin", "Le gymnase ouvrira en mai", "Le marché fermera en avril")


def kept(folder, *said: str) -> Corpus:
    """An archive with a part for each text; the parts whose text is there already stay as they are."""
    for name in (*SCHEMAS, "done"):
        (folder / "out" / name).mkdir(parents=True, exist_ok=True)
    for number, words in enumerate(said):
        place = folder / "in" / f"{number}.txt"
        place.parent.mkdir(exist_ok=True)
        text = NOTE.format(day=number + 3, said=words)
        if not place.exists() or place.read_text(encoding="utf-8") != text:
            place.write_text(text, encoding="utf-8")
            items = [item for item in find_items(folder / "in") if item.release == place.name]
            write_partition(read_items(items, any_language=False)[0], items, folder / "out", number)
    return Corpus(folder / "out")


def found(corpus: Corpus, word: str) -> list[str]:
    return sorted(archive.full_text(corpus, word)["release"])


def test_a_part_that_is_new_changed_or_gone_is_so_in_the_index_and_all_others_stay(tmp_path):
    corpus = kept(tmp_path, *SAID[:2])
    assert found(corpus, "ouvrira") == ["0.txt", "1.txt"] and found(corpus, "marché") == []
    with index(corpus) as base:
        first = base.execute("SELECT id FROM releases WHERE release = '0.txt'").fetchone()
    corpus = kept(tmp_path, SAID[0], SAID[2])
    assert found(corpus, "ouvrira") == ["0.txt"] and found(corpus, "marché") == ["1.txt"]
    assert archive.search(corpus, "gymnase").empty and len(archive.search(corpus, lemma="marché")) == 1
    assert archive.full_text(corpus, "gymnasse").attrs["suggestion"] is None
    with index(corpus) as base:
        assert base.execute("SELECT id FROM releases WHERE release = '0.txt'").fetchone() == first
    (tmp_path / "out" / "done" / "part-000001").unlink()
    for name in SCHEMAS:
        (tmp_path / "out" / name / "part-000001.parquet").unlink()
    assert found(corpus, "marché") == [] and found(corpus, "piscine") == ["0.txt"]


def test_a_part_that_is_replaced_by_an_older_file_is_read_again(tmp_path):
    corpus = kept(tmp_path, *SAID[:2])
    assert found(corpus, "gymnase") == ["1.txt"]
    kept(tmp_path, SAID[0], SAID[2])
    for name in ("releases", "quotes"):
        os.utime(tmp_path / "out" / name / "part-000001.parquet", (0, 0))
    assert found(corpus, "gymnase") == [] and found(corpus, "marché") == ["1.txt"]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"x" * 5000])
def test_an_index_that_is_damaged_or_of_another_make_is_made_anew(tmp_path, content):
    corpus = kept(tmp_path, SAID[0])
    (tmp_path / "out" / "search.sqlite").write_bytes(content)
    assert found(corpus, "piscine") == ["0.txt"]


def test_an_archive_where_no_file_can_be_made_is_searched_all_the_same(tmp_path):
    corpus = kept(tmp_path, SAID[0])
    (tmp_path / "out" / "search.sqlite").mkdir()  # as good as a folder that may not be written, for whoever tests
    assert found(corpus, "piscine") == ["0.txt"] and len(archive.search(corpus, "piscine")) == 1
