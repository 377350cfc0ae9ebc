"""What readers see in their language: English, or French where the environment asks for it (``LANG=fr``).

The French of every label stands in ``labels.csv``, by its English, and that of paragraphs in ``prose.csv``; what is
not there stays English. A label that French says in two ways, by what it is said of, stands there behind its context
and a bar (*confidence|high*).
"""

import csv
import os
import re
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


def translate(text: str, /, *, context: str = "", **values: object) -> str:
    """A label in the reader's language, with values put into its fields.

    Args:
        text: the label in English.
        context: what it is said of, where French may say it in another way then (*confiance élevée*).
        **values: what stands in its fields.

    >>> translate("{count} words", count=3)
    '3 words'
    """
    if isinstance(text, Translated):
        return text
    found = text if language() == "en" else french(text, context)
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


_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


def day(date: str) -> str:
    """A day written as 2024-05-04, as the reader writes it; what is no whole day stays as it is.

    >>> day("2024-05-04"), day("2024-05")
    ('4 May 2024', '2024-05')
    """
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", date)
    if match is None or not 1 <= int(match[2]) <= 12:
        return date
    number = "1er" if language() == "fr" and match[3] == "01" else str(int(match[3]))
    return Translated(f"{number} {translate(_MONTHS[int(match[2]) - 1])} {match[1]}")


def french(text: str, context: str = "") -> str:
    """A label in French, or as it is where no French is known."""
    return _labels().get(f"{context}|{text}", _labels().get(text, text))


def has_french(text: str) -> bool:
    """Whether a text stands in the tables of translation."""
    return text in _labels()


@cache
def _labels() -> dict[str, str]:
    found = {}
    for name in ("labels.csv", "prose.csv"):
        with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
            found |= {row["label"]: row["fr"] for row in csv.DictReader(file)}
    return found
