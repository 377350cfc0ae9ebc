"""Digits → numbers: which runs of digits and separators are one number, which are two, which are a reference."""

import re
from collections.abc import Iterator

RUN = re.compile(r"[0-9]++(?:[ .,'][0-9]++|  [0-9]{3}(?![0-9]))*+")
_GROUPED_BY_COMMAS = re.compile(
    r"[0-9]{1,3}(?:(?:,[0-9]{3}){2,5}(?![0-9,])|,[0-9]{3}(?=\.[0-9]{1,2}(?![0-9.,])))"  # 3,000.50 as in English
)
_MOST_GROUPS = 5  # behind the first


def split_run(run: str) -> Iterator[tuple[int, int, float | None, float | None]]:
    """Numbers of a run: start, end, value, unit of the last digit; value None for a reference.

    Groups of three joined by one kind of separator are one number; a comma, or a dot that groups
    no thousand, starts decimals; anything else parts two numbers.
    """
    pieces = [m.span() for m in re.finditer(r"[0-9]+", run)]
    i = 0
    while i < len(pieces):
        first = pieces[i][0]
        j = _last_group(run, pieces, i)
        whole = "".join(run[a:b] for a, b in pieces[i : j + 1])
        last = pieces[j][1]
        decimals = ""
        if j + 1 < len(pieces) and run[last] in ",." and _starts_decimals(run, pieces[i][1], last, first_group=j == i):
            j += 1
            decimals, last = run[slice(*pieces[j])], pieces[j][1]
        i = j + 1
        chained = i < len(pieces) and run[last] in ",." and decimals
        while i < len(pieces) and run[pieces[i - 1][1]] in ",." and chained:
            last = pieces[i][1]
            i += 1
        if chained or len(whole) > 15 or len(decimals) > 12 or (len(whole) > 1 and whole[0] == "0"):
            yield first, last, None, None
        else:
            yield first, last, float(f"{whole}.{decimals or 0}"), 10.0 ** -len(decimals)


def _starts_decimals(run: str, group: int, last: int, *, first_group: bool) -> bool:
    """*5.300,48*, *5 300,48*, *5,300.48*, *5'300.48*, *7.25*: not *1.250.7*."""
    return run[last] == "," or first_group or run[group] in ",'"


def _last_group(run: str, pieces: list[tuple[int, int]], i: int) -> int:
    """The piece that ends the number which a piece begins: the last group of three behind the same separator."""
    first, last = pieces[i]
    separator = run[last : last + 1]
    if last - first > 3 or not separator:
        return i
    if not (_GROUPED_BY_COMMAS.match(run, first) if separator == "," else separator in " '." and run[first] != "0"):
        return i
    j = i
    while (
        j + 1 < len(pieces)
        and j - i < _MOST_GROUPS
        and run[pieces[j][1]] == separator
        and pieces[j + 1][1] - pieces[j + 1][0] == 3
    ):
        j += 1
    return j
