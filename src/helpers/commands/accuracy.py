"""``python -m helpers accuracy``: the reading against an annotation by hand."""

import argparse
from collections.abc import Sequence

from helpers.commands.terminal import called, tell
from helpers.text.faults import ReleaseError


def accuracy(arguments: Sequence[str]) -> int:
    """Print how well the reading agrees with an annotation; 0 all well, 1 it can't be used, 2 wrong usage."""
    parser = argparse.ArgumentParser(
        prog=f"{called()} accuracy",
        description="How well the reading agrees with an annotation by hand: quotations, speakers, cues, numbers.",
    )
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        help="texts, STEM.txt, each with STEM.gold.json (data/README.md has the format) or brat's STEM.ann beside it",
    )
    options = parser.parse_args(arguments)
    from helpers.accuracy import GoldError  # here: what exports needs none of it
    from helpers.evaluation import evaluate

    try:
        measures = evaluate(options.folder)
    except (GoldError, ReleaseError) as error:
        tell(error)
        return 1
    for row in measures.itertuples():
        print(f"{row.measure:32}{row.score:6.1%}  {row.right} of {row.of}")
    return 0
