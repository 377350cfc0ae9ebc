"""Published series: read, checked, and held against the numbers of a release."""

import csv
import math
import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from helpers import lexicon
from helpers.numbers.verdicts import Verdict, check
from helpers.text.faults import Fault
from helpers.text.typography import fold


class ClaimError(Fault):
    """A reference table that can't be used: one line that names the file, the fault and the cure."""


def load_series(path: str | Path) -> pd.DataFrame:
    """A published series, one row a year, checked.

    Args:
        path: a CSV file in UTF-8 with a header: ``year``, columns of numbers (blank where nothing was
            published), columns whose names end in ``source`` that say where each was read, and columns whose names
            end in ``unit`` that say what is counted or in which unit of ``lexicon/units.csv``.

    Returns:
        The table sorted by ``year`` (int); numbers as float, NaN where blank; sources as text.

    Raises:
        ClaimError: missing, unreadable or empty file, no ``year``, a year twice, text for a number, a
            number below nought; one line names the file and the cure.
    """
    path = Path(path)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        raise ClaimError(f"{path.name}: no such file; check the path") from None
    except (OSError, UnicodeDecodeError) as error:
        fault = getattr(error, "strerror", None) or "not UTF-8 text"
        raise ClaimError(f"{path.name}: can't be read ({fault}); save it as CSV in UTF-8") from None
    cells = [row for row in csv.reader(lines) if any(cell.strip() for cell in row)]
    if len(cells) < 2:
        raise ClaimError(f"{path.name}: no rows; give a header and a row for each year")
    header = [cell.strip() for cell in cells[0]]
    if "year" not in header:
        raise ClaimError(f"{path.name}: no column 'year'; its header is {', '.join(header)}")
    rows = []
    for number, row in enumerate(cells[1:], 2):
        if len(row) != len(header):
            raise ClaimError(f"{path.name}: row {number} has {len(row)} cells, its header {len(header)}; mend it")
        rows.append({name: _cell(name, cell, path.name, number) for name, cell in zip(header, row, strict=True)})
    series = pd.DataFrame(rows)
    twice = series.loc[series["year"].duplicated(), "year"]
    if len(twice):
        raise ClaimError(f"{path.name}: the year {twice.iloc[0]} stands twice; keep one row")
    return series.sort_values("year", ignore_index=True)


def _cell(name: str, cell: str, file: str, row: int) -> object:
    cell = cell.strip()
    if name.endswith(("source", "unit")):
        return cell or None
    if name == "year":
        if not re.fullmatch(r"[0-9]{4}", cell):
            raise ClaimError(f"{file}: row {row}: the year is {cell!r}; write four digits")
        return int(cell)
    if not cell:
        return math.nan
    try:
        value = float(cell)
    except ValueError:
        raise ClaimError(f"{file}: row {row}: {name} is {cell!r}; write digits without spaces or commas") from None
    if not math.isfinite(value) or value < 0:
        raise ClaimError(f"{file}: row {row}: {name} is {cell!r}; a count can't be that")
    return value


def check_series(quantities: pd.DataFrame, series: pd.DataFrame, column: str, unit: str | None = None) -> pd.DataFrame:
    """One verdict for each number whose period is a year of a published series.

    Args:
        quantities: the table of ``quantities.quantities``.
        series: the table of ``load_series``.
        column: which column of the series, say ``reports``.
        unit: what the series counts (*signalements*) or the code of its unit (EUR, km); its column ``unit``
            or ``COLUMN_unit``, where there is one, says it for each year. Without it only plain counts are
            checked, and what they count is not.

    Returns:
        ``start``, ``end``, ``text``, ``value``, ``period`` of the number; ``year``, ``published`` (the
        series' number), ``agrees``, ``difference_percent``, ``sentence`` (see ``Verdict``);
        ``same_unit``: whether both count the same by their words, None where the series does not say;
        ``published_source`` where the series has a column ``COLUMN_source``. Where one is money, a share or
        a measure and the other is not, ``agrees`` is *other unit*.

    Raises:
        ClaimError: the series has no such column.
    """
    if column not in series:
        raise ClaimError(f"the series has no column {column!r}; it has {', '.join(series.columns)}")
    published = series.dropna(subset=[column]).set_index("year")
    rows = []
    for number in quantities.to_dict("records"):
        period = number["period"]
        if not isinstance(period, str) or not re.fullmatch(r"[0-9]{4}", period) or int(period) not in published.index:
            continue
        found = published.loc[int(period)]
        counted = found.get(f"{column}_unit") or found.get("unit") or unit
        if number["unit"] is not None and counted is None:
            continue
        verdict, same = _checked(number, found[column], counted)
        rows.append(
            {name: number[name] for name in ("start", "end", "text", "value", "period")}
            | {"year": int(period), "published": found[column], "agrees": verdict.agrees, "same_unit": same}
            | {"difference_percent": verdict.difference_percent, "sentence": verdict.sentence}
            | {"published_source": found.get(f"{column}_source", found.get("source"))}
        )
    columns = ["start", "end", "text", "value", "period", "year", "published", "agrees", "same_unit"]
    return pd.DataFrame(rows, columns=[*columns, "difference_percent", "sentence", "published_source"])


def _checked(number: Mapping, exact: float, counted: str | None) -> tuple[Verdict, bool | None]:
    """The verdict on a number, and whether it counts what the series counts."""
    if counted is None:
        return check(number["value"], number["precision"], exact, number["approximation"]), None
    code = counted if counted in {row["code"] for row in lexicon.rows("units")} else None
    if number["unit"] != code:
        ours, theirs = number["unit"] or number["of"] or "plain counts", counted
        tale = f"The release gives {ours}, the series {theirs}: not to be compared."
        return Verdict("other unit", math.nan, tale), False
    verdict = check(number["value"], number["precision"], exact, number["approximation"])
    if code is not None or number["of"] is None:
        return verdict, True if code is not None else None
    said = {_stem(word) for word in re.findall(r"[^\W\d_]+", str(number["of"]))}
    same = any(_stem(word) in said for word in re.findall(r"[^\W\d_]+", counted))
    tale = "" if same else f" But the release counts “{number['of']}”, the series {counted}."
    return Verdict(verdict.agrees, verdict.difference_percent, verdict.sentence + tale), same


def _stem(word: str) -> str:
    return fold(word).rstrip("sx")
