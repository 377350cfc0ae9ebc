"""Which partitions are finished: told by marks and checksums, not by files that happen to lie there."""

import shutil

import pyarrow.parquet as pq
import pytest

from helpers.archive import Corpus, CorpusError
from helpers.archive.marks import drop_others, finished, told
from helpers.archive.tables import SCHEMAS, part_path
from tests.archive.reading import read_texts
from tests.archive.releases import POOL, SCHOOL


@pytest.fixture
def archived(tmp_path) -> Corpus:
    return read_texts(tmp_path, {"a.txt": POOL, "b.txt": SCHOOL, "c.txt": ""})


def test_a_finished_partition_tells_what_it_holds(archived):
    marks, faults = finished(archived.folder)
    assert not faults and list(marks) == [0]
    assert [name for name, _ in marks[0].releases] == ["a.txt", "b.txt", "c.txt"] and marks[0].errors == 1


@pytest.mark.parametrize("table", SCHEMAS)
def test_pages_that_are_spoilt_behind_a_whole_footer_are_found(archived, table):
    part = part_path(archived.folder, table, 0)
    data = bytearray(part.read_bytes())
    data[8] ^= 0xFF
    part.write_bytes(data)
    pq.read_metadata(part)  # the footer is whole
    assert finished(archived.folder) == ({}, [f"000000 ({table} is damaged)"])


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[3]", b"{", b"[" * 100_000, b"null", b'{"releases": [["a"]], "parts": {}, "errors": 0}']
)
def test_a_damaged_mark_is_told(archived, content):
    (archived.folder / "done" / "part-000000").write_bytes(content)
    assert finished(archived.folder) == ({}, ["000000 (its mark is damaged)"])


def test_what_a_killed_worker_left_counts_nowhere_and_goes(archived):
    before = len(archived.releases), repr(archived)
    for name in ("releases", "quotes"):
        shutil.copy(part_path(archived.folder, name, 0), part_path(archived.folder, name, 7))
    (archived.folder / "named" / ".part-000007.parquet.0a.part").write_bytes(b"half")
    assert (len(archived.releases), repr(archived)) == before
    marks, faults = finished(archived.folder)
    assert faults == ["000007 (not finished)"]
    drop_others(archived.folder, marks)
    assert (
        sorted(path.name for path in archived.folder.rglob("*part-*")) == ["part-000000"] + ["part-000000.parquet"] * 5
    )


def test_some_damaged_parts_are_named_and_all_are_counted():
    assert told(["000001 (a)"]) == "damaged parts, to be read anew: 000001 (a)"
    assert told([f"00000{n} (a)" for n in range(9)]).endswith("000002 (a) and 6 more")


def test_an_archive_with_a_lost_part_is_told_when_it_is_opened(archived):
    part_path(archived.folder, "quotes", 0).unlink()
    with pytest.raises(CorpusError, match="000000 of quotes is missing"):
        Corpus(archived.folder)


@pytest.mark.parametrize("content", [b"", b"PAR1 no table"])
def test_an_archive_that_was_damaged_since_it_was_opened_is_told_on_one_line(archived, content):
    part_path(archived.folder, "quotes", 0).write_bytes(content)
    asked = (
        lambda: archived.quotes,
        lambda: repr(archived),
        lambda: archived.sql("SELECT count(speaker_name) FROM quotes"),
    )
    for ask in asked:
        with pytest.raises(CorpusError, match=r"damaged.*python -m helpers corpus") as fault:
            ask()
        assert str(fault.value).isprintable()
