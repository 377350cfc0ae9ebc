"""Workers that are gone, or are others than was asked for: told in one line, nothing marked as done."""

import threading

import dask
import pytest
from distributed import Client, LocalCluster

from helpers.archive import CorpusError, machine, submission
from helpers.archive.plan import prepared
from helpers.archive.sources import find_items
from helpers.archive.submission import Submission

QUIET = {"dashboard_address": "127.0.0.1:0", "silence_logs": "CRITICAL", "threads_per_worker": 1, "memory_limit": 0}


@pytest.fixture
def here():
    """A cluster of one worker in this process."""
    with (
        LocalCluster(n_workers=1, processes=False, **QUIET) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    for name, seconds in (("LOOK", 0.2), ("SILENT", 0.5), ("GIVEN_UP", 2)):
        monkeypatch.setattr(submission, name, seconds)


@pytest.fixture
def plan(folder, tmp_path):
    return prepared(tmp_path / "out", str(folder), {}, find_items(folder), 2, again=False, on_note=print).plan


def submitted(client, out, notes, expected=""):
    told = Submission(client, out, False, expected or machine.fingerprint(), notes.append).all(plan_of[0])
    return [(number, outcome) for number, _, outcome in told if outcome is not None]


plan_of: list = []


@pytest.fixture(autouse=True)
def planned(plan):
    plan_of[:] = [plan]


def nothing_is_done(out):
    return not [path for path in out.rglob("part-*") if path.is_file()]


def test_workers_that_are_gone_for_good_are_told_and_then_end_it(here, tmp_path):
    here.cluster.scale(0)
    while here.scheduler_info(n_workers=-1)["workers"]:
        pass
    notes: list[str] = []
    with pytest.raises(CorpusError, match=r"no worker there for 2 seconds; start one.*call again") as fault:
        submitted(here, tmp_path / "out", notes)
    assert len(notes) == 1 and "waiting for one" in notes[0] and str(fault.value).isprintable()
    assert nothing_is_done(tmp_path / "out")


def test_a_worker_that_comes_in_time_is_waited_for(here, tmp_path):
    here.cluster.scale(0)
    while here.scheduler_info(n_workers=-1)["workers"]:
        pass
    notes: list[str] = []
    coming = threading.Timer(1, lambda: here.cluster.scale(1))
    coming.start()
    found = dict(submitted(here, tmp_path / "out", notes))
    coming.join()
    assert sorted(found) == [0, 1, 2] and sum(outcome.errors for outcome in found.values()) == 2
    assert len(notes) == 1


def test_a_worker_of_another_version_that_joins_late_is_refused_by_name(here, tmp_path):
    address = next(iter(here.scheduler_info(n_workers=-1)["workers"]))
    with pytest.raises(CorpusError, match="another version") as fault:
        submitted(here, tmp_path / "out", [], expected="what this program is not")
    assert address in str(fault.value) and nothing_is_done(tmp_path / "out")


def test_a_scheduler_that_ends_is_told(tmp_path):
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        LocalCluster(n_workers=0, processes=False, **QUIET) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        ending = threading.Timer(1, cluster.close)
        ending.start()
        with pytest.raises(CorpusError, match=r"scheduler is gone|no worker there"):
            submitted(client, tmp_path / "out", [])
        ending.join()


def test_workers_that_end_over_any_text_are_no_verdict(folder, tmp_path):
    code = "import os\nfrom helpers.archive import partition\npartition._read = lambda *_: os._exit(1)\n"
    (tmp_path / "deadly.py").write_text(code, encoding="utf-8")
    settings = {
        "distributed.scheduler.allowed-failures": 0,
        "distributed.worker.preload": [str(tmp_path / "deadly.py")],
    }
    with (
        dask.config.set(settings),
        LocalCluster(n_workers=1, **QUIET) as cluster,
        Client(cluster, set_as_default=False) as client,
        pytest.MonkeyPatch.context() as patch,
        pytest.raises(CorpusError, match="workers end over any text"),
    ):
        patch.setattr(submission, "GIVEN_UP", 300)
        submitted(client, tmp_path / "out", [])
    assert nothing_is_done(tmp_path / "out")
