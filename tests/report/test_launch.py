"""Links that open the notebooks on Binder: in every notebook, the README and the citation, or nowhere."""

import shutil

import pytest
import yaml

from helpers import paths
from helpers.report import launch
from helpers.report import notebooks as report
from tests.project.test_notebooks import faults


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(paths.NOTEBOOKS, tmp_path / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    for name in ("README.md", "CITATION.cff"):
        shutil.copy(paths.ROOT / name, tmp_path)
    return tmp_path


def contents(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_each_notebook_opens_itself_and_stays_sound(copy):
    changed = launch.set_links("some-one/a.collection", copy)
    assert set(changed) == set(contents(copy))
    for path in report.collection(copy / "notebooks"):
        notebook = report.read(path)
        address = "https://mybinder.org/v2/gh/some-one/a.collection/HEAD?urlpath=lab/tree/notebooks/" + path.name
        assert notebook.cells[0].source.endswith(f"\n\n[Open this page on Binder]({address})")
        assert faults(notebook) == []
        assert path.read_text(encoding="utf-8") == report.dumps(report.normalise(notebook))
    lines = (copy / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line.startswith("[![Binder]") for line in lines].index(True) == 3
    citation = yaml.safe_load((copy / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["repository-code"] == "https://github.com/some-one/a.collection"


def test_another_address_replaces_the_first_and_the_same_changes_nothing(copy):
    launch.set_links("first/one", copy)
    launch.set_links("second/one", copy)
    after = contents(copy)
    assert not [path for path, data in after.items() if b"first/one" in data]
    assert all(data.count(b"second/one") == 1 for data in after.values())
    assert launch.set_links("second/one", copy) == []
    assert contents(copy) == after


@pytest.mark.parametrize("wrong", ["", "name", "a/b/c", "https://example.org/a/b", "a/b)", "a b/c", "é/b", "a/b\n"])
def test_what_is_no_repository_changes_nothing(copy, wrong, monkeypatch, capsys):
    before = contents(copy)
    with pytest.raises(ValueError, match="give it as OWNER/NAME"):
        launch.set_links(wrong, copy)
    assert launch.main([wrong]) == 2 and capsys.readouterr().err.count("\n") == 1
    assert contents(copy) == before
