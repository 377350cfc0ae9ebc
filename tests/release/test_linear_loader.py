"""No expression of the loader takes more than its share of time: each is fed its worst case at two sizes."""

import re
import time
from types import ModuleType

import pytest

from helpers.release import decoding, extracted, formats, pdf_file, web_page, word_file
from helpers.text import escapes, normal_form

WORST = [
    "<!---->",
    "a",
    "<br ",
    "<meta ",
    " ",
    "é",
    "e\u0301",
    "+",
    "'",
    "´",
    "display ",
    "<meta charset ",
    "²",
    "'+1",
    "=\n",
]
LOADER = (decoding, extracted, formats, web_page, word_file, pdf_file, escapes, normal_form)


def expressions(module: ModuleType) -> list[re.Pattern]:
    return [value for value in vars(module).values() if isinstance(value, re.Pattern)]


def seconds(pattern: re.Pattern, text: str) -> float:
    data = text.encode() if isinstance(pattern.pattern, bytes) else text
    best = 1e9
    for _ in range(3):
        start = time.perf_counter()
        for _ in pattern.finditer(data):
            pass
        pattern.match(data)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("module", LOADER, ids=lambda module: module.__name__)
@pytest.mark.parametrize("worst", WORST)
def test_twice_as_much_takes_about_twice_as_long(module, worst):
    for pattern in expressions(module):
        short, long = (seconds(pattern, worst * (size // len(worst)) + "<x") for size in (10_000, 40_000))
        assert long < max(10 * short, 0.02), pattern.pattern  # a square would be sixteen times


@pytest.mark.parametrize("many", [40, 100_000])
def test_comments_before_no_page_take_no_time(many):
    start = time.perf_counter()
    assert formats.format_of(b"<!---->" * many + b"<x", ".txt", "a") == "text"
    assert time.perf_counter() - start < 1
