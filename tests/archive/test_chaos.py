"""Disks that are full or read only, runs that are killed while they write: one line, nothing lost, nothing twice."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers import archive
from helpers.__main__ import main
from helpers.archive import Corpus, CorpusError, read_corpus
from helpers.archive.tables import SCHEMAS
from tests.archive.releases import POOL
from tests.archive.test_read import tables


@contextmanager
def disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """A small disk of its own in memory."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
    try:
        is_there = not subprocess.run(command, capture_output=True, check=False).returncode
    except OSError:
        is_there = False
    if not is_there:
        pytest.skip("no small disk can be mounted here; test_machine_faults has a full one by another way")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def remount(place: Path, option: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{option}", str(place)], check=True)


@pytest.fixture
def folder(tmp_path):
    """Some releases with enough in them to fill a small disk."""
    (tmp_path / "in").mkdir()
    for number in range(6):
        text = "\n\n".join(POOL.replace("380", str(100 + 10 * number + n)) for n in range(3))
        (tmp_path / "in" / f"{number}.txt").write_text(text, encoding="utf-8")
    return tmp_path / "in"


def test_a_disk_that_fills_up_loses_nothing_and_goes_on_when_there_is_room(client, folder, tmp_path):
    clean = tables(read_corpus(folder, tmp_path / "clean", client, partition=1))
    with disk(tmp_path / "disk", 160) as place:
        out = place / "out"
        with pytest.raises(CorpusError, match=r"can't be written \(.*No space left.*call again") as fault:
            read_corpus(folder, out, client, partition=1)
        assert str(fault.value).isprintable() and not list(out.rglob(".part-*"))
        finished = len(list((out / "done").iterdir()))
        assert 0 < finished < 6
        assert len(Corpus(out).releases) == finished  # what is there can be asked
        remount(place, "size=20m")
        steps: list[archive.Progress] = []
        found = read_corpus(folder, out, client, partition=1, on_progress=steps.append)
        assert steps[0].releases == finished and tables(found) == clean


def test_an_archive_that_can_only_be_read_is_asked_and_tells_what_it_can_not_write(client, folder, tmp_path, capsys):
    with disk(tmp_path / "disk", 20_000) as place:
        corpus = read_corpus(folder, place / "out", client)
        before = tables(corpus)
        remount(place, "ro")
        corpus = Corpus(place / "out")
        assert tables(corpus) == before and "6 releases" in repr(corpus)
        assert corpus.sql("SELECT count(*) AS n FROM releases")["n"].tolist() == [6]
        assert len(archive.search(corpus, word="piscine")) == len(archive.search(corpus, word="piscine"))
        assert archive.copies(corpus) == archive.copies(corpus)
        assert len(archive.new_since(corpus)) == 6
        for write in (
            lambda: archive.remember_look(corpus),
            lambda: archive.export_sqlite(corpus, place / "out.sqlite"),
            lambda: read_corpus(folder, place / "out", client),
        ):
            with pytest.raises(CorpusError, match="Read-only file system") as fault:
                write()
            assert str(fault.value).isprintable()
        assert main(["corpus", str(folder), str(place / "out"), "--workers", "1"]) == 1
        told = capsys.readouterr().err
        assert told.startswith("helpers: ") and told.count("\n") == 1 and "Read-only" in told


@pytest.mark.parametrize("written", range(len(SCHEMAS) + 1))
def test_a_run_killed_between_any_two_files_costs_one_partition(client, folder, tmp_path, written):
    out = tmp_path / "out"
    clean = tables(read_corpus(folder, out, client, partition=2))
    (out / "done" / "part-000001").unlink()
    for name in list(SCHEMAS)[written:]:  # those behind it were not written yet
        (out / name / "part-000001.parquet").unlink()
    assert len(Corpus(out).releases) == 4
    notes: list[str] = []
    steps: list[archive.Progress] = []
    found = read_corpus(folder, out, client, partition=2, on_progress=steps.append, on_note=notes.append)
    assert tables(found) == clean and steps[0].releases == 4
    assert len(notes) == (written > 0) and all("000001 (not finished)" in note for note in notes)


def test_damage_is_told_by_the_command(client, folder, tmp_path, capsys):
    out = tmp_path / "out"
    read_corpus(folder, out, client)
    part = out / "statistics" / "part-000000.parquet"
    part.write_bytes(os.urandom(part.stat().st_size))
    assert main(["corpus", str(folder), str(out), "--workers", "1"]) == 0
    said = capsys.readouterr()
    assert "000000 (statistics is damaged)" in said.err and said.err.count("\n") == 1
    assert said.out.endswith("6 of 6 releases\n")
