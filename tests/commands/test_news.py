"""What is new, told on the command line. The releases are invented."""

import json

import pytest

from helpers.__main__ import main
from tests.archive.reading import read_texts
from tests.archive.releases import RELEASES


def test_news_are_told_once(tmp_path, capsys):
    folder = str(read_texts(tmp_path, RELEASES).folder)
    assert main(["news", folder, "--format", "json", "--keep"]) == 0
    assert [row["release"] for row in json.loads(capsys.readouterr().out)] == ["c.txt", "a.txt", "b.txt"]
    assert main(["news", folder]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("2022-05-09 · Ville de Port-Brise · ")
    assert main(["news", folder]) == 0
    assert capsys.readouterr().out == "Nothing new.\n"
    assert main(["news", folder, "--issued", "2022-05-01"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_an_archive_is_written_for_datasette(tmp_path, capsys):
    corpus = read_texts(tmp_path, RELEASES)
    assert main(["sqlite", str(corpus.folder), str(tmp_path / "quay.db")]) == 0
    assert (tmp_path / "quay.db").read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize("arguments", [["news", "nowhere"], ["sqlite", "nowhere", "x.db"]])
def test_what_is_no_archive_is_one_line(arguments, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    told = capsys.readouterr().err
    assert told.startswith("helpers: nowhere: ") and told.count("\n") == 1


def test_a_day_that_is_none_is_wrong_usage(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["news", "x", "--since", "hier"])
