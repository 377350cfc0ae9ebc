"""The figures and tables of executed notebooks, each as a file of its own beside the pages."""

import csv
import html
import io
import json
import re
from dataclasses import dataclass, field

from nbformat import NotebookNode

from helpers.report.notebooks import short_line
from helpers.text import escapes


@dataclass(frozen=True)
class Exhibit:
    """A figure or table of a page: what it shows, and its files as links from the page: SVG, CSV, JSON."""

    name: str
    finding: str
    figure: str | None
    table: str | None
    data: str | None


@dataclass
class Exhibits:
    """What the notebooks of one report show, gathered page by page; ``files`` has each file's text by its link."""

    files: dict[str, str] = field(default_factory=dict)
    _shown: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)

    def gather(self, notebook: NotebookNode, stem: str) -> list[Exhibit]:
        """The figures and tables of a notebook in order; its outputs are told where their files lie."""
        outputs = [output for cell in notebook.cells for output in cell.get("outputs", []) if any(_drawn(output))]
        return [self._exhibit(output, f"{stem}-{number}") for number, output in enumerate(outputs, start=1)]

    def _exhibit(self, output: NotebookNode, fallback: str) -> Exhibit:
        svg, table = _drawn(output)
        name, finding = name_and_finding(output.data, fallback)
        # Two notebooks may show the same chart: one file; or two of one name: two files.
        if self._shown.setdefault(name, (svg, table)) != (svg, table):
            name = f"{fallback}-{name}"
            self._shown[name] = svg, table
        data = as_json(table) if table else None
        files = {f"figures/{name}.svg": svg, f"tables/{name}.csv": table, f"tables/{name}.json": data}
        self.files |= {link: text for link, text in files.items() if text}
        figure, numbers, data = (link if text else None for link, text in files.items())
        exhibit = Exhibit(name, finding, figure, numbers, data)
        output.metadata.update(finding=finding, figure=figure, table=numbers, data=data)
        return exhibit


def _drawn(output: NotebookNode) -> tuple[str | None, str | None]:
    """An output's figure as SVG and its numbers as CSV, as far as it has them."""
    data = output.get("data", {})
    return data.get("image/svg+xml"), data.get("text/csv")


def name_and_finding(data: dict[str, str], fallback: str) -> tuple[str, str]:
    """Name and finding of what an output shows: of a chart as its text has them (*Chart NAME: finding*), of a table its
    caption.

    Args:
        data: the output's texts by MIME type.
        fallback: the name of what gives none.
    """
    shown = str(data.get("text/plain", ""))
    # The name becomes a file name: letters, digits, _ and - alone.
    chart = re.fullmatch(r"Chart ([\w-]{1,80}): (.+)", shown.strip(), re.DOTALL | re.ASCII)
    if chart:
        return chart[1], " ".join(chart[2].split())
    caption = re.search(r"<caption[^>]*>([^<]+)</caption>", str(data.get("text/html", "")))
    return fallback, short_line(html.unescape(caption[1]) if caption else shown)


_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?", re.ASCII)
_BOOLEANS = {"True": True, "False": False}


def as_json(table: str) -> str:
    """A table in CSV as JSON: a list with an object a row, numbers as numbers where the whole column has no other text.

    Args:
        table: as ``text.frames.as_csv`` writes it.
    """
    heads, *rows = csv.reader(io.StringIO(table))
    columns = [_values(list(cells)) for cells in zip(*rows, strict=True)] if rows else []
    records = [dict(zip(heads, row, strict=True)) for row in zip(*columns, strict=True)]
    return escapes.in_json(json.dumps(records, ensure_ascii=False, indent=1)) + "\n"


def _values(cells: list[str]) -> list[object]:
    said = [cell for cell in cells if cell]
    if said and all(_NUMBER.fullmatch(cell) for cell in said):
        return [json.loads(cell) if cell else None for cell in cells]
    if said and all(cell in _BOOLEANS for cell in said):
        return [_BOOLEANS.get(cell) for cell in cells]
    return [escapes.from_cell(cell) if cell else None for cell in cells]
