"""python -m helpers.training.first_names NAME_DATA.json: the table of first names that tell a gender.

The counts are those of the package *nomquamgender* 0.1.4 (MIT licence), which pools 36 national and research sources:
Van Buskirk, Clauset and Larremore, *An Open-Source Cultural Consensus Approach to Name-Based Gender Classification*
(2023). The package itself is not needed to read a release. What French sees otherwise than the world (*Jean*,
*Laurence*) stands in a table of its own, ``french_first_names``.
"""

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from helpers import lexicon
from helpers.text.atomic import write

FEWEST_SOURCES, FEWEST_PEOPLE = 5, 100
"""In how many sources, and of how many people, a name is known that is kept."""

CLEAR = 0.1
"""The largest share of the other gender with which a name tells one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the table; 0 when it is written, 2 where the counts can't be read."""
    parser = argparse.ArgumentParser(prog="python -m helpers.training.first_names", description=__doc__)
    parser.add_argument("counts", type=Path, help="name_data.json of the package")
    options = parser.parse_args(arguments)
    try:
        counts = json.loads(options.counts.read_text(encoding="utf-8"))
        rows = sorted(telling(counts))
    except (OSError, ValueError, TypeError, AttributeError) as fault:
        print(f"{options.counts}: no counts of first names ({fault}); give name_data.json", file=sys.stderr)
        return 2
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([("name", "gender"), *rows])
    write({lexicon.FOLDER / "first_names.csv": out.getvalue()})
    return 0


def telling(counts: Mapping[str, Sequence[float]]) -> Iterator[tuple[str, str]]:
    """Name and gender of those that tell one: ``counts`` gives sources, people and the share of women of each."""
    for name, (sources, people, share, *_) in counts.items():
        is_known = sources >= FEWEST_SOURCES and people >= FEWEST_PEOPLE
        is_plain = len(name) > 1 and name.isascii() and name.replace("-", "").isalpha()
        if is_known and is_plain and not CLEAR < share < 1 - CLEAR:
            yield name, "f" if share >= 1 - CLEAR else "m"


if __name__ == "__main__":
    sys.exit(main())
