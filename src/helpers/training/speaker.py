"""Examples of who is meant by a pronoun, and of who is not."""

from collections.abc import Iterator, Mapping, Sequence

from helpers.accuracy import pair_up, same_name
from helpers.analysis import Analysis, analyse
from helpers.quotes.model import NARRATED_POINT
from helpers.speakers.ranking import as_proposed
from helpers.speakers.resolution import Chooser, attributed
from helpers.training.annotated import Annotated
from helpers.training.tables import Example

_FLOOR = 0.5  # overlap with an annotated quotation at which one found is the same


def examples(text: Annotated) -> Iterator[Example]:
    """Every candidate of a pronoun that the reading takes for a source, in the history that the reading has.

    Nothing of the annotation bears on the features: only whether a candidate is right.
    """
    yield from examples_of(text, analyse(text.release))


def examples_of(text: Annotated, analysis: Analysis, chooser: Chooser = as_proposed) -> Iterator[Example]:
    """The examples of a text that was read, in the history that a way to choose has made."""
    names = names_by_number(text, analysis)
    for number, found in enumerate(attributed(analysis.directory, analysis.spans, chooser)):
        if found.scene is None or number not in names or analysis.spans[number].continues is not None:
            continue
        for rank, candidate in enumerate(found.scene.candidates):
            yield Example(text.group, number, same_name(candidate.name, names[number]), found.scene.features(rank))


def names_by_number(text: Annotated, analysis: Analysis) -> Mapping[int, Sequence[str]]:
    """Number of a quotation that was found → the names that an annotator gives its speaker."""
    wanted = [quote for quote in text.gold["quotes"] if quote["kind"] != NARRATED_POINT]
    found = [n for n, quote in enumerate(analysis.spans) if quote.kind != NARRATED_POINT]
    spans = [text.place(analysis.spans[n].start, analysis.spans[n].end) for n in found]
    return {found[j]: wanted[i].get("names") or () for i, j in pair_up(wanted, spans, _FLOOR)}
