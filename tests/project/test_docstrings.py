"""Examples in docstrings do what they say, and help tells the columns of tables."""

import doctest
import importlib

import pytest

from helpers import analyse, paths
from helpers.text import schema

EXAMPLES = sorted(
    ".".join(("helpers", *path.relative_to(paths.PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
    for path in paths.PACKAGE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("module", EXAMPLES)
def test_examples_do_what_they_say(module):
    done = doctest.testmod(importlib.import_module(module))
    assert done.attempted > 0 and done.failed == 0  # what differs is printed above


def test_the_facade_shows_how_to_begin():
    assert "helpers" in EXAMPLES


def test_help_tells_the_columns_of_every_table():
    for table in ("quotes", "statistics", "sentences", "tokens"):
        assert f"Columns of ``{table}``" in analyse.__doc__
        assert all(f"    {name} (" in analyse.__doc__ for name in schema.types(table))
