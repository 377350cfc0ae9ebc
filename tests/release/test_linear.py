"""No expression of the layout doubles back over a long stretch: twice the text takes some twice the time."""

import importlib
import pkgutil
import re
import time

import pytest

import helpers.release

_WORST = ["Paris" + " " * 99, " ", "Ab ", "1 ", "(", "- ", "a", "Aa'", "+1 (2) ", "« » ", "a.b@", "1er mai ", "Paris, "]


def _patterns():
    for module in pkgutil.iter_modules(helpers.release.__path__):
        for name, value in vars(importlib.import_module(f"helpers.release.{module.name}")).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield pytest.param(value, id=f"{module.name}.{name}")


def _seconds(pattern, text):
    best = 1.0
    for _ in range(3):
        start = time.perf_counter()
        pattern.match(text)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("pattern", list(_patterns()))
def test_twice_the_text_takes_some_twice_the_time(pattern):
    for piece in _WORST:
        short, long = ((piece * 20_000)[:size] + "\x00" for size in (4_000, 16_000))
        taken = _seconds(pattern, long)
        assert taken < 0.004 or taken < 8 * _seconds(pattern, short), piece
