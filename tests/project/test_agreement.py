"""The reader against the invented releases: a class that falls below what was reached fails here, by name."""

import pytest

from helpers import paths
from helpers.accuracy import agreement, load_gold
from helpers.export.json import as_dict
from tests.reading import EXAMPLES, example

# How many quotations of a class are missed or misattributed at present; none may be added unseen.
KNOWN_MISSES = {"01": 1, "09": 1, "32": 1}


@pytest.mark.parametrize("name", EXAMPLES)
def test_quotations_and_speakers_of_an_invented_release(name):
    analysis = example(name)
    gold = load_gold(paths.EXAMPLES / f"{name}.gold.json", analysis.release.text) | {"statistics": []}
    items = agreement(as_dict(analysis)["quotes"], [], gold).items
    missed = items[items["wanted"].notna() & ~items["right"].astype(bool)]
    false = items[items["wanted"].isna()]
    assert len(missed) <= KNOWN_MISSES.get(name[:2], 0), missed[["what", "wanted", "found", "text"]].to_string()
    assert false.empty, false[["what", "found", "text"]].to_string()
