"""How we know: beside a result what it was read from, and where it goes wrong."""

import csv
from functools import cache
from pathlib import Path

from helpers.markup.html import Html, render
from helpers.text.translation import translate


def how_we_know(*results: str) -> Html:
    """A box, folded, that tells how some kinds of result come about.

    Args:
        results: kinds of result, as ``methods.csv`` names them: quotations, speakers, numbers …

    Raises:
        KeyError: there is no such kind.
    """
    told = [translate(_methods()[result][1]) for result in results]
    title = translate("How we know")
    return Html(render("method", title=title, paragraphs=told), "\n".join([title, *told]))


def methods_of(notebook: str) -> tuple[str, ...]:
    """The kinds of result that a notebook shows without a box of its own."""
    return tuple(result for result, (notebooks, _) in _methods().items() if notebook in notebooks.split())


@cache
def _methods() -> dict[str, tuple[str, str]]:
    """By kind of result the notebooks that show it, and how it is known."""
    with Path(__file__).with_name("methods.csv").open(encoding="utf-8", newline="") as file:
        return {row["result"]: (row["notebooks"], row["method"]) for row in csv.DictReader(file)}
