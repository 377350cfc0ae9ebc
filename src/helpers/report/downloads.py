"""The reading of the report's release as files, in each format of ``helpers.export``, and all files in one."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from helpers.analysis import Analysis
from helpers.export.formats import FORMATS
from helpers.text.translation import translate

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
    return [Download(f"release/release{suffix}", translate(what), texts[suffix]) for suffix, what in _FILES.items()]


ALL = "everything.zip"
"""The file that holds all others."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file knows: the same files make the same zip


def zipped(files: Mapping[str, str]) -> bytes:
    """Files in one zip file, by their links."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as together:
        for link in sorted(files):
            together.writestr(zipfile.ZipInfo(link, _EPOCH), files[link].encode("utf-8", errors="replace"),
                              zipfile.ZIP_DEFLATED)  # fmt: skip
    return out.getvalue()
