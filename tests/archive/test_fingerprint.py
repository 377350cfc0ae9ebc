"""What a reading of many releases depends on: whether an archive was read by this code is told by a fingerprint."""

import shutil

import pytest

from helpers import paths
from helpers.archive.machine import fingerprint
from helpers.archive.plan import prepared
from helpers.text.faults import CorpusError


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A copy of the code, which the fingerprint is of."""
    copy = tmp_path / "helpers"
    shutil.copytree(paths.PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    whole = fingerprint()
    monkeypatch.setattr(paths, "PACKAGE", copy)
    assert fingerprint() == whole, "where the package lies does not count"
    return copy


def nested(package, suffix):
    return next(p for p in sorted(package.rglob(f"*{suffix}")) if p.parent != package)


@pytest.mark.parametrize("suffix", [".py", ".csv"])
def test_a_change_in_a_nested_module_or_table_counts(package, suffix):
    before, path = fingerprint(), nested(package, suffix)
    path.write_bytes(path.read_bytes() + b"\n")
    changed = fingerprint()
    path.rename(path.with_stem(f"{path.stem}_renamed"))
    renamed = fingerprint()
    path.with_stem(f"{path.stem}_renamed").unlink()
    assert len({before, changed, renamed, fingerprint()}) == 4


def test_what_is_no_code_does_not_count(package):
    before, folder = fingerprint(), nested(package, ".py").parent
    (folder / "README.md").write_text("Another word.", encoding="utf-8")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "module.cpython-313.pyc").write_bytes(b"compiled")
    assert fingerprint() == before


def test_a_reading_by_other_code_is_only_replaced_when_asked(package, tmp_path):
    folder = tmp_path / "out"

    def prepare(*, again=False):
        prepared(folder, "/in", {"reading": fingerprint()}, [], 2, again=again, on_note=print)

    prepare()
    prepare()
    (folder / "quotes" / "part-000000.parquet").write_bytes(b"")
    table = nested(package, ".csv")
    table.write_bytes(table.read_bytes() + b"\n")
    with pytest.raises(CorpusError, match="by another version"):
        prepare()
    prepare(again=True)
    assert list((folder / "quotes").iterdir()) == []
