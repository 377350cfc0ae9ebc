"""An archive that is read: its tables, its texts, queries over it."""

from datetime import date

import duckdb
import pandas as pd
import pytest

from helpers.corpus import Corpus, CorpusError, read_corpus
from tests.archive.releases import POOL


def test_every_row_is_an_exact_slice_of_the_text_that_is_kept(client, folder, tmp_path):
    corpus = read_corpus(folder, tmp_path / "out", client)
    texts = corpus.releases.set_index("release")["text"]
    for table in (corpus.quotes, corpus.statistics):
        assert len(table) >= 3
        for row in table.itertuples():
            assert texts[row.release][row.start : row.end] == row.text
    assert corpus.release("a.txt").text == POOL


def test_a_release_is_described(client, folder, tmp_path):
    row = read_corpus(folder, tmp_path / "out", client).releases.iloc[0]
    assert (row["release"], row["place"], row["date"]) == ("a.txt", "Lac-Clair", date(2021, 5, 3))
    assert (row["quotations"], row["quoted_words"], row["statistics"]) == (1, 5, 2)


def test_a_corpus_tells_what_is_in_it(client, folder, tmp_path):
    corpus = read_corpus(folder, tmp_path / "out", client)
    releases, told = corpus.releases, repr(corpus)
    assert told.startswith(f"Corpus out: {len(releases)} releases")
    assert f"; {len(corpus.quotes)} quotation" in told and f"; {len(corpus.statistics)} statistic" in told
    assert ("could not be read" in told) == bool(len(corpus.errors))
    days = releases["date"].dropna()
    assert (f", {days.min()} to {days.max()}" in told) == bool(len(days))


def test_lemmas_of_quotations_can_be_searched(client, folder, tmp_path):
    corpus = read_corpus(folder, tmp_path / "out", client)
    found = corpus.sql("SELECT release FROM quotes WHERE list_contains(string_split(lemmas, ' '), ?)", ["ouvrir"])
    assert sorted(found["release"]) == ["a.txt", "more/d.txt"]


def test_a_query_gives_days_and_none_as_the_tables_do(client, folder, tmp_path):
    corpus = read_corpus(folder, tmp_path / "out", client)
    asked = corpus.sql("SELECT release, date, title FROM releases ORDER BY release")
    pd.testing.assert_frame_equal(asked, corpus.releases[["release", "date", "title"]])
    assert asked["date"].iloc[0] == date(2021, 5, 3)
    assert corpus.sql("SELECT NULL::VARCHAR AS nothing")["nothing"].iloc[0] is None
    assert corpus.sql("CREATE TEMPORARY TABLE mine (i INT)").empty


def test_a_query_takes_what_comes_from_outside_as_data(client, folder, tmp_path):
    corpus = read_corpus(folder, tmp_path / "a'b", client)
    hostile = "'; DROP VIEW quotes; --"
    assert corpus.sql("SELECT * FROM quotes WHERE speaker_name = ?", [hostile]).empty
    assert len(corpus.sql("SELECT * FROM quotes")) == len(corpus.quotes)


def test_a_folder_without_a_reading_is_told(tmp_path):
    with pytest.raises(CorpusError, match="no reading of releases"):
        Corpus(tmp_path)


@pytest.mark.parametrize(
    "query",
    ["COPY (SELECT 1) TO 'mine.csv'", "SELECT * FROM read_csv('mine.txt')", "SELECT * FROM 'mine.parquet'",
     "LOAD httpfs", "ATTACH 'mine.db'", "SET enable_external_access = true", "SELECT * FROM folder"],
)  # fmt: skip
def test_a_query_reaches_nothing_but_the_tables(corpus, tmp_path, monkeypatch, query):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.txt").write_text("a\n1\n", encoding="utf-8")
    with pytest.raises(duckdb.Error):
        corpus.sql(query)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_signs_of_a_pattern_in_a_folders_name_are_none(client, folder, tmp_path):
    one = read_corpus(folder, tmp_path / "out[1]*", client)
    assert len(one.sql("SELECT * FROM releases")) == len(one.releases) == 3
