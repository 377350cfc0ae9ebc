"""All words of an archive, and its file for Datasette. The releases are invented."""

import sqlite3
import time
from contextlib import closing

import pytest

from helpers import archive
from tests.archive.reading import read_texts
from tests.archive.releases import RELEASES


@pytest.mark.parametrize(
    ("query", "releases"),
    [
        ("QUAI pecheurs", {"a.txt", "b.txt"}), ('"refait son quai"', {"a.txt", "c.txt"}), ('"son refait"', set()),
        ("chance OR attendent", {"b.txt", "c.txt"}), ("quai NOT pêcheurs", {"c.txt"}), ("pêch*", {"a.txt", "b.txt"}),
        ("(chance OR attendent) AND mairesse", {"b.txt", "c.txt"}), ("quai NEAR/2 solide", {"a.txt", "b.txt"}),
        ("quai NEAR/1 cinquante", set()), ("L’été d'hier", set()), ("'; DROP TABLE releases; --", set()),
    ],
)  # fmt: skip
def test_words_are_found_as_in_a_catalogue(corpus, query, releases):
    assert set(archive.full_text(corpus, query)["release"]) == releases


def test_a_hit_has_its_place_a_snippet_and_a_rank(corpus):
    found = archive.full_text(corpus, "inquietent")
    row = found.iloc[0]
    assert RELEASES[row["release"]][int(row["start"]) : int(row["end"])] == "inquiètent" and row["snippet"].count(
        "[inquiètent]"
    )
    assert archive.full_text(corpus, "quai")["rank"].is_monotonic_increasing
    assert len(archive.full_text(corpus, "quai", most=2)) == 2
    said = archive.full_text(corpus, "bateau", of="quotes", by="lemma").iloc[0]
    assert RELEASES[said["release"]][said["start"] : said["end"]] == "Les bateaux attendent"


def test_where_nothing_is_found_a_word_that_is_there_is_suggested(corpus):
    found = archive.full_text(corpus, "quai cinqante")
    assert found.empty and found.attrs["suggestion"] == "quai cinquante"
    assert archive.full_text(corpus, '"refait son qaui" xylophone').attrs["suggestion"] == '"refait son quai" xylophone'
    assert archive.full_text(corpus, "pécheure").attrs["suggestion"] == "pecheurs"
    assert archive.full_text(corpus, "quai montagne").attrs["suggestion"] is None


@pytest.mark.parametrize("query", ["", "   ", "( OR )", '"', "quai AND", "((quai", "a" * 501])
def test_what_is_no_search_is_one_line_within_a_second(corpus, query):
    start = time.monotonic()
    with pytest.raises(ValueError, match="search") as fault:
        archive.full_text(corpus, query)
    assert "\n" not in str(fault.value) and time.monotonic() - start < 1


def test_the_archive_is_a_database_that_other_tools_open(corpus, tmp_path):
    path = archive.export_sqlite(corpus, tmp_path / "quay.sqlite")
    with closing(sqlite3.connect(path)) as base:
        assert base.execute("SELECT count(*) FROM releases").fetchone() == (len(RELEASES),)
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        link, start, end = base.execute('SELECT text_link, start, "end" FROM said LIMIT 1').fetchone()
        assert link.startswith("/quay/releases/")
        text = base.execute("SELECT text FROM releases WHERE rowid = ?", [link.rpartition("/")[2]]).fetchone()[0]
        assert text[start:end].startswith("Le quai sera solide")
        assert base.execute("SELECT speaker_name FROM who_speaks").fetchone() == ("Anne Roy",)
        assert base.execute("SELECT count(*) FROM numbers").fetchone()[0] > 5


@pytest.mark.parametrize("table", ["releases", "quotes"])
def test_datasette_finds_the_index_of_a_table(corpus, tmp_path, table):
    with closing(sqlite3.connect(archive.export_sqlite(corpus, tmp_path / "quay.db"))) as base:
        # How Datasette 0.65 looks for it; what it does not find so, it does not search.
        pattern = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'
        found = base.execute("SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?", [pattern]).fetchall()
        assert found == [(f"{table}_fts",)]
        match = f"SELECT count(*) FROM {table} WHERE rowid IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)"
        assert base.execute(match, ["quai"]).fetchone()[0] > 0


def test_in_the_database_too_a_second_sending_counts_once(tmp_path):
    twice = {"a.txt": RELEASES["a.txt"], "b.txt": RELEASES["a.txt"].replace("cinquante", "soixante")}
    with closing(sqlite3.connect(archive.export_sqlite(read_texts(tmp_path, twice), tmp_path / "quay.db"))) as base:
        assert base.execute("SELECT release FROM copies").fetchall() == [("b.txt",)]
        assert base.execute("SELECT quotations, releases FROM who_speaks").fetchall() == [(1, 1)]
        assert base.execute("SELECT sum(releases) FROM by_month").fetchone() == (1,)
        assert base.execute("SELECT count(*) FROM said").fetchone() == (2,)


def test_in_the_database_too_two_spellings_are_one_voice(tmp_path):
    named = {"a.txt": "Hélène Roy", "c.txt": "Helene Roy"}
    texts = {release: RELEASES[release].replace("Anne Roy", name) for release, name in named.items()}
    with closing(sqlite3.connect(archive.export_sqlite(read_texts(tmp_path, texts), tmp_path / "quay.db"))) as base:
        assert base.execute("SELECT speaker_name, quotations FROM who_speaks").fetchall() == [("Hélène Roy", 2)]
