"""Examples of marked words that are direct quotations, and that are none."""

from collections.abc import Iterator

from helpers.accuracy import pair_up
from helpers.analysis import analyse
from helpers.quotes.model import DIRECT
from helpers.quotes.quotations import proposed
from helpers.training.annotated import Annotated
from helpers.training.tables import Example

_FLOOR = 0.8  # overlap with an annotated quotation at which a stretch is one


def examples(text: Annotated) -> Iterator[Example]:
    """Every marked stretch that no clause has taken: right where an annotator has a direct quotation there."""
    analysis = analyse(text.release)
    proposal = proposed(analysis.document)
    spans = [text.place(mark.start, mark.end) for mark in proposal.index.marks]
    wanted = [q for q in text.gold["quotes"] if q["kind"] == DIRECT]
    right = {j for _, j in pair_up(wanted, spans, _FLOOR)}
    for number, span in enumerate(spans):
        if proposal.is_open(number) and not text.is_ignored(span):
            yield Example(text.group, number, number in right, proposal.features(number))
