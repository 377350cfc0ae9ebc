"""Analysis → files that other tools read: JSON, Web Annotation JSON-LD, TEI P5, brat stand-off, CSV.

Offsets are those of the analysis in each of them. Each module has ``dump`` and ``load``, its reverse.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers.export import brat, tables, tei, web_annotation
from helpers.export.annotations import Annotated, annotated
from helpers.export.json import as_dict, as_json, plain_rows, statistic_rows
from helpers.text import schema

if TYPE_CHECKING:  # what formats there are is known without spaCy
    from helpers.analysis import Analysis


@dataclass(frozen=True)
class Format:
    """How a reading is written: one file for each suffix, which the file's stem stands before."""

    suffixes: tuple[str, ...]
    write: Callable[["Analysis"], tuple[str, ...]]


def annotate(analysis: "Analysis") -> Annotated:
    """A reading as text and annotations."""
    return annotated(analysis.release.text, as_dict(analysis))


def _csv(analysis: "Analysis") -> tuple[str, ...]:
    return (
        tables.dump(list(schema.types("quotes")), plain_rows(analysis.quotes)),
        tables.dump(list(analysis.statistics.columns), statistic_rows(analysis)),
    )


FORMATS: Mapping[str, Format] = {
    "json": Format((".json",), lambda analysis: (as_json(analysis),)),
    "jsonld": Format((".jsonld",), lambda analysis: (web_annotation.dump(annotate(analysis)),)),
    "tei": Format((".tei.xml",), lambda analysis: (tei.dump(annotate(analysis)),)),
    "brat": Format((".txt", ".ann"), lambda analysis: brat.dump(annotate(analysis))),
    "csv": Format((".quotes.csv", ".statistics.csv"), _csv),
}
