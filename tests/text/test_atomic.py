"""Files are written whole or not at all."""

import pytest

from helpers.text.atomic import whole, write


def held(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_file_comes_to_its_place_at_the_end_of_the_block(tmp_path):
    place = tmp_path / "a.bin"
    place.write_bytes(b"old")
    with whole(place) as fresh:
        fresh.write_bytes(b"new")
        assert place.read_bytes() == b"old" and fresh.parent == tmp_path
        assert fresh.name.startswith(".a.bin.") and fresh.name.endswith(".part")
    assert held(tmp_path) == {"a.bin": b"new"}


@pytest.mark.parametrize("fault", [OSError, KeyboardInterrupt])
def test_a_block_that_fails_leaves_what_was(tmp_path, fault):
    place = tmp_path / "a.bin"
    place.write_bytes(b"old")
    with pytest.raises(fault), whole(place) as fresh:
        fresh.write_bytes(b"ne")
        raise fault
    assert held(tmp_path) == {"a.bin": b"old"}


def test_texts_are_written_as_they_are(tmp_path):
    write({tmp_path / "a.txt": "é\r\n\n", tmp_path / f"{'b' * 250}.txt": ""})
    assert held(tmp_path) == {"a.txt": "é\r\n\n".encode(), f"{'b' * 250}.txt": b""}


@pytest.mark.parametrize("bad", ["a folder", "a lone surrogate"])
def test_where_one_of_several_can_not_be_written_none_is(tmp_path, bad):
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "folder").mkdir()
    texts = {tmp_path / "a.txt": "new", tmp_path / "c.txt": "new"}
    texts |= {tmp_path / "folder": "new"} if bad == "a folder" else {tmp_path / "d.txt": "\ud800"}
    with pytest.raises((IsADirectoryError, UnicodeEncodeError)):
        write(texts)
    (tmp_path / "folder").rmdir()
    assert held(tmp_path) == {"a.txt": b"old"}


def test_a_file_may_be_read_by_whom_any_other_may(tmp_path):
    (tmp_path / "plain.txt").write_text("")
    write({tmp_path / "a.txt": ""})
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "plain.txt").stat().st_mode


def test_bytes_are_written_as_they_are(tmp_path):
    write({tmp_path / "a.txt": "é", tmp_path / "b.bin": b"\xff\r\n"})
    assert held(tmp_path) == {"a.txt": "é".encode(), "b.bin": b"\xff\r\n"}
