"""Files are written whole, all of them or none."""

import pytest

from helpers.text import atomic


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_text_and_bytes_stand_in_their_files_as_given(tmp_path):
    atomic.write({tmp_path / "a": "é\r\nb\n", tmp_path / "b": b"\xff\r\n"})
    assert contents(tmp_path) == {"a": "é\r\nb\n".encode(), "b": b"\xff\r\n"}
    atomic.write({tmp_path / "a": "new"})
    assert contents(tmp_path) == {"a": b"new", "b": b"\xff\r\n"}


@pytest.mark.parametrize("bad", ["missing/c", "folder"])
def test_where_one_can_not_be_written_every_place_holds_what_it_held(tmp_path, bad):
    (tmp_path / "folder").mkdir()
    (tmp_path / "a").write_text("old")
    with pytest.raises(OSError):
        atomic.write({tmp_path / "a": "new", tmp_path / "b": "new", tmp_path / bad: "new"})
    assert contents(tmp_path) == {"a": b"old"}


def test_text_that_is_no_utf_8_leaves_nothing_behind(tmp_path):
    with pytest.raises(UnicodeEncodeError):
        atomic.write({tmp_path / "a": "\ud800"})
    assert contents(tmp_path) == {}
