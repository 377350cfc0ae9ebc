"""Many releases on a real Dask cluster: the same reading as of one, whatever happens on the way. Texts are invented."""

import os
import signal
import subprocess
import sys
import time

import dask
import pandas as pd
import pyarrow.parquet as pq
import pytest
from distributed import Client, LocalCluster

from helpers import paths
from helpers.__main__ import main
from helpers.archive.tables import SCHEMAS
from helpers.corpus import Corpus, CorpusError, Progress, read_corpus
from tests.archive.releases import POOL, SCHOOL
from tests.reading import example


@pytest.fixture(scope="module")
def examples(client, tmp_path_factory) -> Corpus:
    """All invented releases in one reading, two a partition."""
    return read_corpus(paths.EXAMPLES, tmp_path_factory.mktemp("examples"), client, partition=2)


def tables(corpus: Corpus) -> dict[str, list]:
    """All that a reading says but its time, in a fixed order."""
    found = {}
    for name in SCHEMAS:
        table = corpus.table(name).drop(columns="read_at", errors="ignore")
        keys = [c for c in ("release", "start", "end", "kind") if c in table]
        found[name] = table.sort_values(keys, kind="stable").astype(object).where(table.notna(), None).values.tolist()
    return found


class Steps(list):
    """Collects how far a reading was at each step."""

    def __call__(self, progress: Progress) -> None:
        self.append(progress)


# --- the same as of one ------------------------------------------------------------------------


def test_many_are_read_as_each_by_itself(examples):
    quotes, statistics = examples.quotes, examples.statistics
    files = sorted(paths.EXAMPLES.glob("*.txt"))
    assert examples.releases["release"].tolist() == [path.name for path in files]
    for path in files[::3]:
        alone = example(path.stem)
        for many, one in ((quotes, alone.quotes), (statistics, alone.statistics)):
            here = many[many["release"] == path.name].reset_index(drop=True)[list(one.columns)]
            pd.testing.assert_frame_equal(here, one, check_dtype=True)


def test_how_far_a_reading_is_is_told_within_a_partition(client, tmp_path):
    steps = Steps()
    corpus = read_corpus(paths.EXAMPLES, tmp_path / "out", client, partition=1000, on_progress=steps)
    many = [step.releases for step in steps]
    assert many[0] == 0 and many[-1] == len(corpus.releases) and many == sorted(many)
    assert len(many) > 2 and 0 < many[1] < many[-1]


# --- what can't be read ------------------------------------------------------------------------


def test_a_bad_file_is_a_row_and_no_stop(client, folder, tmp_path):
    steps = Steps()
    corpus = read_corpus(folder, tmp_path / "out", client, partition=2, on_progress=steps)
    assert corpus.releases["release"].tolist() == ["a.txt", "more/a.txt", "more/d.txt"]
    told = corpus.errors.set_index("release")["error"]
    assert list(told.index) == ["b.txt", "c.txt"]
    assert "empty" in told["b.txt"] and "not French" in told["c.txt"]
    assert all("\n" not in line for line in told)
    assert steps[0] == Progress(0, 5, 0) and steps[-1] == Progress(5, 5, 2)


def test_any_language_reads_it_too(client, folder, tmp_path):
    corpus = read_corpus(folder, tmp_path / "out", client, any_language=True)
    assert "c.txt" in corpus.releases["release"].tolist()


def test_a_release_that_ends_its_worker_is_a_row(folder, tmp_path):
    deadly = tmp_path / "deadly.py"
    deadly.write_text(
        "import os\nfrom helpers.archive import partition\n"
        "def fatal(item, any_language, read=partition._read):\n"
        "    return os._exit(1) if item.release == 'a.txt' else read(item, any_language)\n"
        "partition._read = fatal\n",
        encoding="utf-8",
    )
    settings = {
        "distributed.scheduler.allowed-failures": 0,
        "distributed.scheduler.no-workers-timeout": "5 minutes",  # a worker that does not come again fails, not hangs
        "distributed.worker.preload": [str(deadly)],
        "distributed.comm.timeouts.connect": "2 minutes",  # a busy machine takes long to start one anew
    }
    quiet = {"dashboard_address": "127.0.0.1:0", "silence_logs": "CRITICAL", "memory_limit": 0}
    with (
        dask.config.set(settings),
        LocalCluster(n_workers=1, threads_per_worker=1, **quiet) as cluster,
        Client(cluster) as fragile,
    ):
        corpus = read_corpus(folder, tmp_path / "out", fragile)
    assert corpus.releases["release"].tolist() == ["more/a.txt", "more/d.txt"]
    assert corpus.errors["release"].tolist() == ["a.txt", "b.txt", "c.txt"]
    assert "ended the worker" in corpus.errors["error"].iloc[0]


# --- going on ----------------------------------------------------------------------------------


def test_what_is_finished_is_not_done_again(client, folder, tmp_path):
    clean = read_corpus(folder, tmp_path / "out", client, partition=2)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}
    steps = Steps()
    again = read_corpus(folder, tmp_path / "out", "tcp://127.0.0.1:9", partition=2, on_progress=steps)  # nobody there
    assert steps == [Progress(5, 5, 2)]
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert tables(again) == tables(clean)


@pytest.mark.parametrize("lost", ["done/part-000001", "quotes/part-000001.parquet"])
def test_a_half_written_partition_is_redone(client, folder, tmp_path, lost):
    clean = tables(read_corpus(folder, tmp_path / "clean", client, partition=2))
    out = tmp_path / "out"
    read_corpus(folder, out, client, partition=2)
    (out / lost).unlink()
    (out / "quotes" / ".part-000001.parquet.77").write_bytes(b"half")
    steps = Steps()
    assert tables(read_corpus(folder, out, client, partition=2, on_progress=steps)) == clean
    assert steps[0].releases == 3
    assert not list(out.rglob(".part-*"))


def test_new_changed_and_lost_files_are_told_from_the_others(client, folder, tmp_path):
    out = tmp_path / "out"
    read_corpus(folder, out, client, partition=1)
    (folder / "aa.txt").write_text(SCHOOL.replace("12", "15"), encoding="utf-8")
    (folder / "more" / "a.txt").write_text(SCHOOL.replace("12", "14"), encoding="utf-8")
    (folder / "a.txt").unlink()
    steps = Steps()
    grown = read_corpus(folder, out, client, partition=1, on_progress=steps)
    assert steps[0].releases == 3  # b, c and d are what they were
    assert sorted(grown.releases["release"]) == ["aa.txt", "more/a.txt", "more/d.txt"]
    assert tables(grown) == tables(read_corpus(folder, tmp_path / "clean", client, partition=1))


def test_a_killed_worker_costs_nothing(client, folder, tmp_path):
    for number in range(12):
        (folder / f"z{number:02}.txt").write_text(POOL.replace("380", str(100 + number)), encoding="utf-8")
    clean = tables(read_corpus(folder, tmp_path / "clean", client, partition=2))
    killed = []

    def kill_one(progress: Progress) -> None:
        if not killed and progress.releases >= 4:
            killed.extend(client.run(os.getpid).values())
            os.kill(killed[0], signal.SIGKILL)

    found = read_corpus(folder, tmp_path / "out", client, partition=2, on_progress=kill_one)
    assert killed and tables(found) == clean


def test_a_killed_run_goes_on_to_the_result_of_a_clean_one(client, examples, tmp_path):
    out = tmp_path / "out"
    script = tmp_path / "run.py"
    call = f"read_corpus({str(paths.EXAMPLES)!r}, {str(out)!r}, workers=2, partition=2)"
    script.write_text(
        f"from helpers.corpus import read_corpus\nif __name__ == '__main__':\n    {call}\n", encoding="utf-8"
    )
    run = subprocess.Popen([sys.executable, str(script)], start_new_session=True, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 120
    while len(list((out / "done").glob("part-*"))) < 3 and time.monotonic() < until and run.poll() is None:
        time.sleep(0.05)
    assert run.poll() is None, "it was to be killed on its way"
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    finished = len(list((out / "done").glob("part-*")))
    steps = Steps()
    found = read_corpus(paths.EXAMPLES, out, client, partition=2, on_progress=steps)
    assert 6 <= steps[0].releases <= 2 * finished < 45
    assert tables(found) == tables(examples)
    for name in SCHEMAS:  # file by file, too
        parts = sorted(path.name for path in (out / name).iterdir())
        assert parts == sorted(path.name for path in (examples.folder / name).iterdir())
        assert all(_part(out / name / p).equals(_part(examples.folder / name / p)) for p in parts)


def _part(path):
    """A part without the time at which it was read."""
    part = pq.read_table(path)
    return part.select([name for name in part.column_names if name != "read_at"])


def test_a_table_is_read_row_by_row(client, tmp_path):
    pd.DataFrame({"text": [POOL, "", SCHOOL]}).to_csv(tmp_path / "t.csv", index=False)
    corpus = read_corpus(tmp_path / "t.csv", tmp_path / "out", client)
    assert corpus.releases["release"].tolist() == ["t#1", "t#3"]
    assert corpus.errors["error"].tolist() == ["t#2: no text in it; give a file with the text of a release"]


def test_a_folder_of_other_things_is_left_alone(client, folder, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "novel.txt").write_text("Chapitre un", encoding="utf-8")
    with pytest.raises(CorpusError, match="holds other files"):
        read_corpus(folder, tmp_path / "mine", client)
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["novel.txt"]


def test_another_reading_is_only_replaced_when_asked(client, folder, tmp_path):
    read_corpus(folder, tmp_path / "out", client)
    with pytest.raises(CorpusError, match="--again"):
        read_corpus(folder, tmp_path / "out", client, any_language=True)
    assert "c.txt" not in Corpus(tmp_path / "out").releases["release"].tolist()
    other = read_corpus(folder, tmp_path / "out", client, any_language=True, again=True)
    assert "c.txt" in other.releases["release"].tolist()


def test_a_part_is_one_row_group_of_the_schema(client, folder, tmp_path):
    read_corpus(folder, tmp_path / "out", client, partition=2)
    for name, schema in SCHEMAS.items():
        parts = sorted((tmp_path / "out" / name).iterdir())
        assert len(parts) == 3
        for part in parts:
            about = pq.ParquetFile(part)
            assert about.schema_arrow.equals(schema) and about.num_row_groups <= 1


def test_an_address_of_a_scheduler_will_do(client, folder, tmp_path):
    corpus = read_corpus(folder, tmp_path / "out", client.scheduler.address)
    assert len(corpus.releases) == 3
    with pytest.raises(CorpusError, match="no Dask scheduler"):
        read_corpus(folder, tmp_path / "other", "tcp://127.0.0.1:9")


def test_the_command_reads_and_tells(folder, tmp_path, capsys):
    assert main(["corpus", str(folder), str(tmp_path / "out"), "--workers", "1"]) == 1
    assert capsys.readouterr().out.endswith("5 of 5 releases, 2 could not be read: see the table errors\n")
    assert len(Corpus(tmp_path / "out").releases) == 3
    assert main(["corpus", str(tmp_path / "nowhere"), str(tmp_path / "out2")]) == 1
    told = capsys.readouterr().err
    assert told.startswith("helpers: ") and told.count("\n") == 1
    with pytest.raises(SystemExit) as usage:
        main(["corpus", str(folder), str(tmp_path / "out"), "--workers", "0"])
    assert usage.value.code == 2


def test_the_first_partitions_are_small_so_that_a_reading_is_seen_to_move(folder, tmp_path, client):
    many = tmp_path / "many"
    many.mkdir()
    for number in range(11):
        (many / f"{number:02}.txt").write_text(f"Le pont {number} rouvre demain.", encoding="utf-8")
    told = []
    read_corpus(many, tmp_path / "out", client, on_progress=lambda progress: told.append(progress.releases))
    assert told[0] == 0 and told[1] in (4, 7) and told[2:] == [11]
