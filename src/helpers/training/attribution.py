"""Examples of quotations whose speaker was found, rightly or not."""

from collections.abc import Iterator, Mapping
from functools import cache, partial

from helpers.accuracy import same_name
from helpers.analysis import analyse
from helpers.learned import Logistic
from helpers.speakers.ranking import MODEL as CHOICE
from helpers.speakers.ranking import choose
from helpers.speakers.resolution import attributed
from helpers.training.annotated import Annotated
from helpers.training.fitting import fit, held_out_models
from helpers.training.speaker import names_by_number
from helpers.training.tables import Example, stored


def examples(text: Annotated) -> Iterator[Example]:
    """Every quotation that an annotator has too: right where it is given to whom they give it.

    Who is meant is chosen by a model that has not seen the text, as it will be in the texts of others.
    """
    model = _choosing_models().get(text.group)
    chooser = partial(choose, model=model)
    analysis = analyse(text.release)
    names = names_by_number(text, analysis)
    for number, found in enumerate(attributed(analysis.directory, analysis.spans, chooser)):
        if number in names:
            yield Example(text.group, number, same_name(found.speaker.name, names[number]), found.seen)


@cache
def _choosing_models() -> Mapping[str, Logistic]:
    table = stored(CHOICE)
    return held_out_models(table, fit(table).strength)
