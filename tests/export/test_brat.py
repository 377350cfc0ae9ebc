"""brat: what is written comes back, line by line."""

import re
from dataclasses import replace

from hypothesis import given

from helpers.export import formats
from helpers.export.annotations import number
from helpers.export.formats import brat
from tests.annotations import readings

EDGE = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"


@given(readings())
def test_any_annotations_come_back_from_brat(reading):
    # A line of an .ann file holds no line end: what begins or ends with one is told without it.
    kept = [a for a in reading.annotations if reading.text[a.start] not in EDGE and reading.text[a.end - 1] not in EDGE]
    new = dict(zip((a.id for a in kept), number((a.label, a.start, a.end) for a in kept), strict=True))
    kept = tuple(
        replace(a, id=new[a.id], links={role: new[other] for role, other in a.links.items() if other in new})
        for a in kept
    )
    text, annotations = brat.dump(replace(reading, annotations=kept))
    assert text == reading.text and brat.load(text, annotations) == kept
    assert annotations.splitlines() == annotations.split("\n")[:-1]


def test_brat_tells_a_span_with_breaks_in_pieces(crooked):
    _, annotations = brat.dump(formats.annotate(crooked))
    line = next(line for line in annotations.splitlines() if line.startswith("T1\t"))
    _, where, words = line.split("\t")
    assert where.startswith("Quotation ") and where.count(";") == 2  # a form feed, a line end
    assert "« c'est assez »" in words
    assert re.search(r"^R\d+\tSource Arg1:T1 Arg2:T\d+$", annotations, re.MULTILINE)
    assert re.search(r"^A\d+\tKind T1 direct$", annotations, re.MULTILINE)
