"""A text read as far as a test needs: releases of one sentence, their tables, their rows as tuples."""

from functools import cache
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from helpers import Analysis, Release, analyse, load_release, paths
from helpers.numbers.amounts import Amounts
from helpers.numbers.claims import comparisons
from helpers.numbers.quantities import quantities

PIECES = st.sampled_from(
    "La Société des ponts du Nord ( SPN ) , . ; « » ’ ' L’ qu' aujourd'hui 18,4 1er pr. M. É œ é - -t-il $5 @ www.x.y "
    "enfants enfants protection Anne Roy déclare \n \n\n \xa0 𝔸 e\u0301 ß İ ﬁ ? ! …".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=50).map(" ".join), st.lists(PIECES, max_size=30).map("".join)
)
"""Any text: of any characters, or of pieces that meet in releases."""


LAID_OUT = """La ville ouvre un pont

QUÉBEC, le 3 mai 2021 /CNW/ - L'eau monte vite. Le pont tient.

« Il tiendra », déclare Mme Anne Roy.

SOURCE Ville de Québec

Renseignements : Anne Roy, anne.roy@exemple.org"""
"""Running text between a title, a dateline, a source and a contact."""

EXAMPLES = sorted(path.stem for path in paths.EXAMPLES.glob("*.txt"))
"""The invented releases by name."""


@cache
def example(name: str) -> Analysis:
    """An invented release, read once a process."""
    return analyse(load_release(paths.EXAMPLES / f"{name}.txt"))


def read(text: str | Release) -> Analysis:
    """A text as an analysis; its tables are made when they are asked for."""
    return analyse(text if isinstance(text, Release) else Release.from_text(text))


def quotes_of(text: str) -> pd.DataFrame:
    """The quotations of a text with their speakers."""
    return read(text).quotes


def amounts_of(text: str) -> Amounts:
    """The amounts of a text, and the numbers that are none."""
    return read(text).amounts


def quantities_of(text: str) -> pd.DataFrame:
    """The numbers of a text with what they count, when, where and who says so."""
    return quantities(amounts_of(text))


def quantity_of(text: str) -> pd.Series:
    """The one number of a text."""
    table = quantities_of(text)
    assert len(table) == 1, list(table["text"])
    return table.iloc[0]


def comparisons_of(text: str) -> pd.DataFrame:
    """The pairs of numbers that a text sets against each other."""
    reading = read(text)
    return comparisons(quantities(reading.amounts), reading.document)


def laid_out(text: str) -> Release:
    """A text as a release whose parts are all slices of it."""
    release = Release.from_text(text)
    for part in parts_of(release):
        assert release.text[part.start : part.end] == part.text
    return release


def parts_of(release: Release) -> list[Any]:
    """Everything that the layout of a release tells."""
    found = [release.stamp, release.title, release.subtitle, release.embargo, release.dateline, release.source]
    found += [release.boilerplate, release.end_mark, *release.paragraphs, *release.sections, *release.contacts]
    found += [s.heading for s in release.sections] + [p for s in release.sections for p in s.paragraphs]
    for contact in release.contacts:
        found += [contact.name, contact.function, contact.office, *contact.addresses, *contact.numbers]
        found += [number.extension for number in contact.numbers]
    return [part for part in found if part is not None]


def shown(table: pd.DataFrame, *columns: str) -> list:
    """The columns of a table, a tuple a row; the values alone where it is one column."""
    return table[columns[0]].tolist() if len(columns) == 1 else list(zip(*(table[c] for c in columns), strict=True))
