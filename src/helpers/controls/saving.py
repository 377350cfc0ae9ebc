"""A reading as files to be saved, each held whole by its link: nothing is written here, the browser saves it."""

import base64

from helpers import markup
from helpers.analysis import Analysis
from helpers.controls.findings import findings
from helpers.export.formats import FORMATS
from helpers.text.translation import translate

_TYPES = {".json": "application/json", ".csv": "text/csv;charset=utf-8", ".html": "text/html;charset=utf-8"}


def files(analysis: Analysis) -> dict[str, str]:
    """The reading by file name: tables as CSV, all as JSON, and a page to be read anywhere."""
    stem = analysis.release.name.rpartition(".")[0] or analysis.release.name
    found = {
        f"{stem}{suffix}": text
        for name in ("csv", "json")
        for suffix, text in zip(FORMATS[name].suffixes, FORMATS[name].write(analysis), strict=True)
    }
    return found | {f"{stem}.html": page(analysis)}


def page(analysis: Analysis) -> str:
    """The reading as a page of its own: findings, voices and numbers, the marked text, and how all this is known."""
    parts = [
        analysis.brief(),
        markup.items(findings(analysis)[1:]),  # its counts stand above the tables
        markup.marked_text(analysis.release, analysis.quotes),
        markup.how_we_know("quotations", "speakers", "shares", "numbers"),
    ]
    return markup.page(analysis.release.name, parts)


def links(analysis: Analysis) -> markup.Html:
    """A link for each file, which saves it under its name."""
    labels = {".quotes.csv": "quotations (CSV)", ".statistics.csv": "numbers (CSV)", ".json": "all (JSON)"}
    labels[".html"] = "a page to read (HTML)"
    found = []
    for name, text in files(analysis).items():
        held = base64.b64encode(text.encode("utf-8", "surrogatepass")).decode("ascii")
        label = next(label for suffix, label in labels.items() if name.endswith(suffix))
        found.append((name, translate(label), f"data:{_TYPES[name[name.rindex('.') :]]};base64,{held}"))
    return markup.saving(translate("Save the reading"), found)
