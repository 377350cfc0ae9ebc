"""What is the machine's fault is no verdict on a release: it stays to be read, and the others are."""

import errno
import os
from pathlib import Path

import pytest

from helpers.archive import Corpus
from helpers.archive.machine import is_of_machine
from helpers.archive.partition import read_partition
from helpers.archive.plan import prepared
from helpers.archive.sources import find_items
from tests.archive.releases import POOL, SCHOOL


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    for name, text in (("a.txt", POOL), ("b.txt", SCHOOL), ("c.txt", "")):
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path / "in"


def plan_of(folder, out):
    return prepared(out, str(folder), {}, find_items(folder), 9, again=False, on_note=print).plan


@pytest.mark.parametrize("number", [errno.EIO, errno.EMFILE, errno.ENOMEM, errno.ESTALE, errno.ENFILE])
def test_a_disk_that_fails_is_no_row_of_errors(folder, tmp_path, monkeypatch, number):
    out, whole = tmp_path / "out", Path.open

    def failing(path, *arguments, **options):
        if path.name == "a.txt":
            raise OSError(number, os.strerror(number), str(path))
        return whole(path, *arguments, **options)

    plan = plan_of(folder, out)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", failing)
        outcome = read_partition(plan[0], str(out), 0)
    assert outcome.unjudged == {"a.txt": os.strerror(number)} and outcome.errors == 1
    assert Corpus(out).releases["release"].tolist() == ["b.txt"]
    left = plan_of(folder, out)
    assert [item.release for item in left[1]] == ["a.txt"]  # the machine is mended
    assert read_partition(left[1], str(out), 1) == (0, {})
    assert Corpus(out).errors["release"].tolist() == ["c.txt"]


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOENT, errno.ELOOP, errno.EINVAL])
def test_a_file_that_can_not_be_opened_is_one(number):
    assert not is_of_machine(OSError(number, os.strerror(number)))
    assert not is_of_machine(ValueError("no text"))


def test_what_an_error_was_raised_for_counts():
    fault = ValueError("can't be read")
    fault.__cause__ = OSError(errno.EIO, "Input/output error")
    assert is_of_machine(fault) and is_of_machine(MemoryError()) and is_of_machine(ModuleNotFoundError("pypdf"))


def test_a_file_that_a_worker_does_not_see_is_not_judged(folder, tmp_path):
    plan = plan_of(folder, tmp_path / "out")
    (folder / "a.txt").rename(folder.parent / "a.txt")
    assert list(read_partition(plan[0], str(tmp_path / "out"), 0).unjudged) == ["a.txt"]


def test_where_nothing_can_be_judged_nothing_is_written(folder, tmp_path, monkeypatch):
    plan = plan_of(folder, tmp_path / "out")
    for path in folder.iterdir():
        path.unlink()
    assert len(read_partition(plan[0], str(tmp_path / "out"), 0).unjudged) == 3
    assert not [path for path in (tmp_path / "out").rglob("part-*") if path.is_file()]
