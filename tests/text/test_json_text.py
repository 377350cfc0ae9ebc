"""JSON of strangers: it is read or is none, and stops nothing."""

import pytest

from helpers.text.json_text import from_json


def test_json_is_read():
    assert from_json('{"a": [1, null]}') == {"a": [1, None]}


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"a":' * 100_000, "9" * 5_000, "\ud800"])
def test_what_is_none_is_told_by_one_kind_of_fault(text):
    with pytest.raises(ValueError, match=r"\w"):
        from_json(text)
