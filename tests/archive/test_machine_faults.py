"""What a full disk, damaged parts and unlucky workers do to a reading of many: one line, and nothing is lost."""

import os
import subprocess
import sys

import dask
import pytest
from distributed import Client, LocalCluster

from helpers import paths
from helpers.archive import cluster
from helpers.archive.tables import SCHEMAS
from helpers.corpus import Corpus, CorpusError, read_corpus
from tests.archive.test_read import Steps, tables

QUIET = {"dashboard_address": "127.0.0.1:0", "silence_logs": "CRITICAL", "memory_limit": 0, "threads_per_worker": 1}


def preloaded(tmp_path, code: str) -> dict[str, object]:
    """Settings by which each worker runs some code at its start."""
    path = tmp_path / "preload.py"
    path.write_text(code, encoding="utf-8")
    return {"distributed.worker.preload": [str(path)], "distributed.scheduler.no-workers-timeout": "2 minutes"}


@pytest.mark.parametrize(
    ("place", "content"),
    [(f"{name}/part-000001.parquet", content) for name in ("releases", "errors") for content in (b"", b"PAR1 no table")]
    + [("done/part-000001", content) for content in (b"", b"\xff", b"[3]", b"{")]
    + [("done/part-x", b"stray")],
)
def test_a_part_that_is_damaged_is_read_anew(client, folder, tmp_path, place, content):
    out = tmp_path / "out"
    clean = tables(read_corpus(folder, out, client, partition=2))
    (out / place).write_bytes(content)
    steps = Steps()
    assert tables(read_corpus(folder, out, client, partition=2, on_progress=steps)) == clean
    assert steps[-1].releases == 5


def test_a_full_disk_is_told_on_one_line_and_what_was_read_is_kept(folder, tmp_path):
    out = tmp_path / "out"
    script = (
        "import resource\nfrom helpers.__main__ import main\n"
        "if __name__ == '__main__':\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048))\n"
        f"    raise SystemExit(main(['corpus', {str(folder)!r}, {str(out)!r}, '--workers', '1']))\n"
    )
    path = tmp_path / "full.py"
    path.write_text(script, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(path)], capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, "PYTHONPATH": str(paths.ROOT / "src")},
    )  # fmt: skip
    told = [line for line in run.stderr.splitlines() if line.strip()]
    assert run.returncode == 1 and len(told) == 1, run.stderr
    assert "can't be written" in told[0] and "Traceback" not in run.stderr
    assert not list(out.rglob(".part-*"))
    again = read_corpus(folder, out, workers=1)
    assert len(again.releases) + len(again.errors) == 5


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ('OSError("[E050] Can\'t find model")', "E050"),
        ("ImportError('no spacy')", "spacy"),
        ("MemoryError()", "Memory"),
    ],
)
def test_a_machine_that_can_not_read_is_no_verdict_on_a_release(folder, tmp_path, fault, told):
    code = (
        "from helpers.archive import partition\n"
        "def no_pipeline():\n"
        f"    raise {fault}\n"
        "partition.pipeline = no_pipeline\n"
    )
    out = tmp_path / "out"
    with (
        dask.config.set(preloaded(tmp_path, code)),
        LocalCluster(n_workers=1, **QUIET) as unlucky,
        Client(unlucky) as client,
        pytest.raises(CorpusError, match=told),
    ):
        read_corpus(folder, out, client)
    assert not list((out / "done").iterdir())
    assert all(not list((out / name).iterdir()) for name in SCHEMAS)


def test_workers_of_another_version_are_refused_by_name(folder, tmp_path):
    code = "from helpers.archive import machine\nmachine.fingerprint = lambda: 'another'\n"
    with (
        dask.config.set(preloaded(tmp_path, code)),
        LocalCluster(n_workers=1, **QUIET) as other,
        Client(other) as client,
        pytest.raises(CorpusError, match=r"tcp://.*another version"),
    ):
        read_corpus(folder, tmp_path / "out", client)


def test_a_scheduler_without_workers_is_told_after_some_seconds(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    with (
        LocalCluster(n_workers=0, **QUIET) as empty,
        Client(empty) as client,
        pytest.raises(CorpusError, match="no worker has come"),
    ):
        read_corpus(folder, tmp_path / "out", client)


def test_a_folder_of_a_reading_that_nothing_can_be_written_to_is_told(client, folder, tmp_path, monkeypatch):
    out = tmp_path / "out"
    read_corpus(folder, out, client, partition=2)
    (folder / "a.txt").unlink()

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("helpers.archive.plan.keep_rows", full)
    with pytest.raises(CorpusError, match="No space left"):
        read_corpus(folder, out, client, partition=2)
    assert isinstance(Corpus(out), Corpus)


def test_a_source_is_the_same_however_its_path_is_typed(client, folder, tmp_path, monkeypatch):
    out = tmp_path / "out"
    clean = tables(read_corpus(folder, out, client, partition=2))
    monkeypatch.chdir(folder.parent)
    steps = Steps()
    assert tables(read_corpus(f"./{folder.name}/", out, client, partition=2, on_progress=steps)) == clean
    assert len(steps) == 1  # nothing was left to read


def test_a_note_of_a_reading_that_is_damaged_is_told_and_replaced_when_asked(client, folder, tmp_path):
    out = tmp_path / "out"
    clean = tables(read_corpus(folder, out, client, partition=2))
    (out / "corpus.json").write_bytes(b"\xff\xfe")
    with pytest.raises(CorpusError, match="--again"):
        read_corpus(folder, out, client, partition=2)
    assert tables(read_corpus(folder, out, client, partition=2, again=True)) == clean
