"""The reading of the report's release as files, in each format of ``helpers.export``."""

from dataclasses import dataclass

from helpers.analysis import Analysis
from helpers.export.formats import FORMATS

_FILES = {
    ".json": "Everything, as JSON",
    ".quotes.csv": "The quotations, as CSV",
    ".statistics.csv": "The statistics, as CSV",
    ".jsonld": "Web Annotations (W3C), as JSON-LD",
    ".tei.xml": "The text with its annotations in place, as TEI P5",
    ".txt": "The text, in UTF-8",
    ".ann": "Its annotations, as brat reads them",
}


@dataclass(frozen=True)
class Download:
    """A file of the report: its link from the first page, what it is, and its text."""

    link: str
    what: str
    text: str


def downloads(analysis: Analysis) -> list[Download]:
    """A reading in each format."""
    texts = {
        suffix: text
        for form in FORMATS.values()
        for suffix, text in zip(form.suffixes, form.write(analysis), strict=True)
    }
    return [Download(f"release/release{suffix}", what, texts[suffix]) for suffix, what in _FILES.items()]
