"""What readers see in their language: English, or French where the environment asks for it (``LANG=fr``).

The French of every label stands in ``labels.csv``, by its English; what is not there stays English.
"""

import csv
import os
from functools import cache
from pathlib import Path

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a language is asked for, the first that says something, as gettext has it."""
_DIGITS = str.maketrans({",": "\u202f", ".": ","})


class Translated(str):
    """A text that is in the reader's language already."""

    __slots__ = ()


def language() -> str:
    """The reader's language: fr or en."""
    wanted = next(filter(None, map(os.environ.get, _VARIABLES)), "")
    name = wanted.partition(":")[0].partition(".")[0].partition("_")[0]
    return "fr" if name.lower() == "fr" else "en"


def translate(text: str, /, **values: object) -> str:
    """A label in the reader's language, with values put into its fields.

    >>> translate("{count} words", count=3)
    '3 words'
    """
    if isinstance(text, Translated):
        return text
    found = text if language() == "en" else french(text)
    return Translated(found.format(**values) if values else found)


def counted(count: int, one: str, many: str) -> str:
    """So many of a thing, by its English names for one and for many; French has none of it in the singular.

    >>> counted(1, "word", "words"), counted(0, "word", "words")
    ('1 word', '0 words')
    """
    is_one = count == 1 or (count == 0 and language() == "fr")
    return Translated(f"{localised(f'{count:,}')} {translate(one if is_one else many)}")


def localised(number: str) -> str:
    """A number as Python writes it (*1,234.5*, *+80.4%*) with the signs of the reader's language."""
    if language() == "en":
        return number
    return number.translate(_DIGITS).replace("%", "\u202f%")


def french(text: str) -> str:
    """A label in French, or as it is where no French is known."""
    return _labels().get(text, text)


@cache
def _labels() -> dict[str, str]:
    with Path(__file__).with_name("labels.csv").open(encoding="utf-8", newline="") as file:
        return {row["label"]: row["fr"] for row in csv.DictReader(file)}
