"""The folder of a reading: kept as long as it is one of the same releases, wherever these lie and however typed."""

import pytest

from helpers.archive import CorpusError
from helpers.archive.plan import Prepared, prepared, source_of
from helpers.archive.sources import find_items
from tests.archive.reading import fill
from tests.archive.releases import POOL, SCHOOL


@pytest.fixture
def folder(tmp_path):
    for number in range(4):
        _write(tmp_path / "in" / f"{number}.txt", POOL.replace("380", str(200 + number)))
    _write(tmp_path / "in" / "empty.txt", "")
    return tmp_path / "in"


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class Notes(list):
    def __call__(self, note):
        self.append(note)


def prepare(source, output, *, again=False, notes=None, **options) -> Prepared:
    notes = Notes() if notes is None else notes
    found = prepared(output, source_of(source), options, find_items(source), 2, again=again, on_note=notes)
    fill(output, found.plan)
    return found


def test_what_is_read_is_not_read_again(folder, tmp_path):
    first = prepare(folder, tmp_path / "out")
    assert (first.read, {n: len(items) for n, items in first.plan.items()}) == (0, {0: 2, 1: 2, 2: 1})
    assert prepare(folder, tmp_path / "out") == Prepared(5, 1, {})


def test_a_source_is_one_where_it_was_moved_to_or_is_linked_from(folder, tmp_path):
    prepare(folder, tmp_path / "out")
    (tmp_path / "link").symlink_to(folder)
    assert source_of(tmp_path / "link") == source_of(f"{folder}/../in/") == str(folder)
    folder.rename(tmp_path / "moved")
    assert prepare(tmp_path / "moved", tmp_path / "out") == Prepared(5, 1, {})


def test_another_folder_of_the_same_name_replaces_nothing(folder, tmp_path):
    prepare(folder, tmp_path / "out")
    _write(tmp_path / "else" / "in" / "0.txt", SCHOOL)
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    with pytest.raises(CorpusError, match="--again") as fault:
        prepare(tmp_path / "else" / "in", tmp_path / "out")
    assert str(folder) in str(fault.value) and str(tmp_path / "else" / "in") in str(fault.value)
    assert {path: path.read_bytes() for path in before} == before
    assert prepare(tmp_path / "else" / "in", tmp_path / "out", again=True).read == 0


def test_a_list_may_grow_and_another_list_replaces_nothing(folder, tmp_path):
    names = sorted(folder.glob("?.txt"))
    prepare(names[:2], tmp_path / "out")
    assert len(prepare(names, tmp_path / "out").plan) == 1
    _write(tmp_path / "else" / "x.txt", SCHOOL)
    with pytest.raises(CorpusError, match="was read from a list"):
        prepare([tmp_path / "else" / "x.txt"], tmp_path / "out")
    assert prepare([*names, tmp_path / "else" / "x.txt"], tmp_path / "out").read == 4


def test_what_is_damaged_is_read_anew_with_a_line_that_says_so(folder, tmp_path):
    prepare(folder, tmp_path / "out")
    part = tmp_path / "out" / "quotes" / "part-000001.parquet"
    part.write_bytes(part.read_bytes()[:-9])
    notes = Notes()
    found = prepare(folder, tmp_path / "out", notes=notes)
    assert (found.read, list(found.plan)) == (3, [1])
    assert len(notes) == 1 and "000001 (quotes is damaged)" in notes[0] and notes[0].isprintable()
    assert prepare(folder, tmp_path / "out", notes=notes) == Prepared(5, 1, {}) and len(notes) == 1


def test_a_lost_error_is_counted_no_more(folder, tmp_path):
    prepare(folder, tmp_path / "out")
    (folder / "empty.txt").unlink()
    assert prepare(folder, tmp_path / "out") == Prepared(4, 0, {})


def test_a_run_that_was_killed_before_it_read_anything_hinders_nothing(folder, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / ".corpus.json.0a1b.part").write_bytes(b"{")
    assert prepare(folder, out).read == 0


def test_a_folder_of_other_things_is_no_reading(folder, tmp_path):
    _write(tmp_path / "mine" / "done" / "novel.txt", "Chapitre un")
    with pytest.raises(CorpusError, match="holds other files"):
        prepare(folder, tmp_path / "mine", again=True)
