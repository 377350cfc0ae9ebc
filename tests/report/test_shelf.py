"""Which releases a name stands for."""

from pathlib import Path

import pytest

from helpers.report.shelf import releases_among


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name in ("a.txt", "b c.txt", "l'an.txt", "d.md", ".hidden.txt"):
        (tmp_path / name).write_text("Un mot.", encoding="utf-8")
    (tmp_path / "many").mkdir()
    (tmp_path / "many" / "e.txt").write_text("Un mot.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (["b c.txt"], ["b c.txt"]),
        (["a.txt 'b c.txt'"], ["a.txt", "b c.txt"]),
        (["a.txt many"], ["a.txt", "many/e.txt"]),
        (["a.txt", "a.txt many"], ["a.txt", "many/e.txt"]),
        (["l'an.txt"], ["l'an.txt"]),
        (["a.txt gone.txt"], ["a.txt", "gone.txt"]),
        (["not there.txt"], ["not there.txt"]),
        (["l'an dernier.txt a.txt"], ["l'an dernier.txt a.txt"]),
        (["x\0.txt"], ["x\0.txt"]),
    ],
)
def test_a_name_is_a_path_first_and_several_else(folder, names, meant):
    assert [path.as_posix() for path in releases_among(names)] == meant


def test_a_relative_path_is_looked_for_in_a_second_place(folder, monkeypatch):
    monkeypatch.chdir(folder / "many")
    assert releases_among(["e.txt a.txt"], folder) == [Path("e.txt"), folder / "a.txt"]
