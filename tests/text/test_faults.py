"""What is said where something can't be read or written: one line, in a notebook too."""

import pickle

import pytest

from helpers import ReleaseError
from helpers.accuracy import GoldError
from helpers.corpus import CorpusError
from helpers.numbers.claims import ClaimError
from helpers.text.faults import reason


@pytest.mark.parametrize("kind", [ReleaseError, CorpusError, ClaimError, GoldError])
def test_a_fault_of_a_file_is_one_line_in_a_notebook_and_comes_back_from_a_worker(kind):
    error = kind("a.txt: the file is empty; give another")
    assert isinstance(error, ValueError)
    assert error._render_traceback_() == ["a.txt: the file is empty; give another"]
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is kind and str(back) == str(error)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(13, "Permission denied", "/a/b"), "Permission denied"),
        (ValueError("bad \x07 value\nand more"), "bad ? value"),
        (RuntimeError(), "RuntimeError"),
    ],
)
def test_a_reason_is_one_line(error, told):
    assert reason(error) == told
