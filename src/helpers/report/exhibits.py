"""The figures and tables of executed notebooks, each as a file of its own beside the pages."""

import re
from dataclasses import dataclass, field

from nbformat import NotebookNode

from helpers.report.notebooks import short_line


@dataclass(frozen=True)
class Exhibit:
    """A figure or table of a page: what it shows, and its files as links from the page."""

    name: str
    finding: str
    figure: str | None
    table: str | None


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
        svg, csv = _drawn(output)
        name, finding = name_and_finding(str(output.data.get("text/plain", "")), fallback)
        # Two notebooks may show the same chart: one file; or two of one name: two files.
        if self._shown.setdefault(name, (svg, csv)) != (svg, csv):
            name = f"{fallback}-{name}"
            self._shown[name] = svg, csv
        figure = f"figures/{name}.svg" if svg else None
        table = f"tables/{name}.csv" if csv else None
        self.files |= {link: text for link, text in ((figure, svg), (table, csv)) if link}
        output.metadata.update(finding=finding, figure=figure, table=table)
        return Exhibit(name, finding, figure, table)


def _drawn(output: NotebookNode) -> tuple[str | None, str | None]:
    """An output's figure as SVG and its numbers as CSV, as far as it has them."""
    data = output.get("data", {})
    return data.get("image/svg+xml"), data.get("text/csv")


def name_and_finding(shown: str, fallback: str) -> tuple[str, str]:
    """Name and finding of a chart from how it shows itself as text: *Chart NAME: finding*."""
    # The name becomes a file name: letters, digits, _ and - alone.
    found = re.fullmatch(r"Chart ([\w-]{1,80}): (.+)", shown.strip(), re.DOTALL | re.ASCII)
    if found:
        return found[1], " ".join(found[2].split())
    return fallback, short_line(shown)
