"""What a source of releases may be."""

import os
from pathlib import Path

import pandas as pd
import pytest

from helpers.archive.partition import read_items
from helpers.archive.sources import Item, find_items
from helpers.corpus import CorpusError
from tests.archive.releases import POOL, SCHOOL


def test_a_source_may_be_a_folder_a_pattern_a_list_or_a_table(folder, tmp_path):
    assert [i.release for i in find_items(folder)] == ["a.txt", "b.txt", "c.txt", "more/a.txt", "more/d.txt"]
    assert [Path(i.path).name for i in find_items(f"{folder}/**/a.txt")] == ["a.txt", "a.txt"]
    assert len(find_items([folder / "a.txt", folder / "a.txt"])) == 2
    table = pd.DataFrame({"release": ["x", "x", ""], "words": [POOL, SCHOOL, None]})
    table.to_csv(tmp_path / "t.csv", index=False)
    table.to_parquet(tmp_path / "t.parquet")
    for name in ("t.csv", "t.parquet"):
        items = find_items(tmp_path / name, "words")
        assert [(i.release, i.text) for i in items] == [("x", POOL), ("x (2)", SCHOOL), ("t#3", "")]


@pytest.mark.parametrize(
    ("source", "told"),
    [("nowhere", "no such folder"), ("empty", "nothing to read"), ("t.csv", "no column 'text', it has words"),
     ("bad.parquet", "no table that can be read"), ("*.none", "nothing to read")],
)  # fmt: skip
def test_a_source_that_holds_nothing_is_one_clear_line(tmp_path, source, told):
    (tmp_path / "empty").mkdir()
    (tmp_path / "t.csv").write_text("words\nbonjour\n", encoding="utf-8")
    (tmp_path / "bad.parquet").write_bytes(b"PAR1")
    with pytest.raises(CorpusError, match=told) as fault:
        find_items(tmp_path / source)
    assert "\n" not in str(fault.value)


def test_names_of_releases_are_one_line(tmp_path):
    assert find_items([tmp_path / "a\nb.txt"])[0] == Item(
        f"{tmp_path.as_posix()}/a?b.txt", str(tmp_path / "a\nb.txt"), None, "missing"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(("mark", "ending"), [(";", "\r\n"), (",", "\n"), ("\t", "\r\n")])
def test_a_table_is_read_as_any_spreadsheet_saves_it(tmp_path, encoding, mark, ending):
    rows = [["id", "texte"], ["1", '"L\'été à Brest ; on dit, ""oui"".\nIl ouvre."'], ["2", ""], ["3", "NA"]]
    path = tmp_path / "t.csv"
    path.write_bytes((ending.join(mark.join(row) for row in rows) + ending).encode(encoding))
    assert [item.text for item in find_items(path, "texte")] == ['L\'été à Brest ; on dit, "oui".\nIl ouvre.', "", "NA"]


def test_what_is_to_be_read_is_known_again_by_its_content_not_its_time(folder):
    before = find_items(folder)
    os.utime(folder / "a.txt", (1, 1))
    assert find_items(folder) == before
    (folder / "a.txt").write_text(POOL.replace("380", "390"), encoding="utf-8")
    assert [one == other for one, other in zip(find_items(folder), before, strict=True)].count(False) == 1


def test_what_can_not_be_opened_is_told_and_not_passed_over(tmp_path):
    (tmp_path / "in" / "more").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(POOL, encoding="utf-8")
    (tmp_path / "in" / "lost.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "in" / "round.txt").symlink_to(tmp_path / "in" / "round.txt")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    (tmp_path / "in" / "more" / "back").symlink_to(tmp_path / "in")
    names = ["a.txt", "lost.txt", "more/back", "pipe.txt", "round.txt"]
    items = find_items(tmp_path / "in")
    assert [item.release for item in items] == names
    rows, _ = read_items(items, any_language=False)
    assert [row["release"] for row in rows["errors"]] == names[1:]
    assert "read already" in rows["errors"][1]["error"] and "no regular file" in rows["errors"][2]["error"]


def test_a_folder_behind_a_link_is_read(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text(POOL, encoding="utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "elsewhere")
    assert [item.release for item in find_items(tmp_path / "in")] == ["link/a.txt"]


def test_signs_of_a_pattern_in_a_name_that_is_there_are_none(tmp_path):
    (tmp_path / "in[1]").mkdir()
    (tmp_path / "in[1]" / "a.txt").write_text(POOL, encoding="utf-8")
    assert [Path(item.path).name for item in find_items(f"{tmp_path}/in[1]/*.txt")] == ["a.txt"]
