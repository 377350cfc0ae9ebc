"""Sentences and the times that they name → what is said to have happened, happen or come, in order of time."""

import re
from datetime import date

import pandas as pd

from helpers.analysis import Analysis
from helpers.claims.inventory import inventory
from helpers.language.names import name_table

_WEEK = re.compile(r"(\d{4})-W(0[1-9]|[1-4]\d|5[0-2])")


def timeline(analysis: Analysis) -> pd.DataFrame:
    """What a release says of each day, week, month or year that it names, the earliest first.

    A time belongs to each sentence that names it; a sentence may name one in passing (*le plan de 2019*).

    Args:
        analysis: a reading of a release.

    Returns:
        One row a time and sentence: ``time`` (EDTF where it is known, else as printed), ``is_issue`` (the day of the
        dateline itself), ``act`` of the sentence, ``number`` of the sentence (<NA> for the dateline), ``text``.
    """
    sentences = inventory(analysis)
    names = name_table(analysis)
    line = analysis.release.dateline
    issued = line.date.isoformat() if line and line.date else None
    rows = [(issued, True, None, None, line.text)] if line and issued else []
    for named in names[names["label"] == "date"].itertuples():
        for start, _ in named.mentions:
            inside = sentences[(sentences["start"] <= start) & (start < sentences["end"])]
            rows += [(named.name, False, row.act, row.number, row.text) for row in inside.itertuples()]
    table = pd.DataFrame(rows, columns=["time", "is_issue", "act", "number", "text"]).astype({"number": "Int64"})
    known = table["time"].str.fullmatch(r"\d{4}(?:-.+)?").fillna(False).astype(bool)
    ordered = table.assign(known=known, day=table["time"].map(_first_day))
    ordered = ordered.sort_values(["known", "day"], ascending=[False, True], kind="stable")
    return ordered.drop(columns=["known", "day"]).drop_duplicates().reset_index(drop=True)


def _first_day(time: str) -> str:
    """Where a time begins: of *2031-W40* its Monday."""
    week = _WEEK.fullmatch(time)
    return date.fromisocalendar(int(week[1]), int(week[2]), 1).isoformat() if week else time
