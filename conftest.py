"""What tests and notebooks share: the same surroundings everywhere, whoever runs them."""

import os

from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase
from nbval.plugin import IPyNbCell

from helpers import paths
from helpers.report.execution import isolate

# Before numpy is first imported: one thread for matrices, here and in all that tests start. Processes that share theirs
# between all cores wait for one another, and a parse takes up to ten times as long.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(variable, "1")

# Outputs are kept in English, whatever the reader speaks.
os.environ["LANGUAGE"] = "en"

# Before the first kernel starts: notebooks are validated without the reader's own settings.
isolate()

# In continuous integration the same examples each time; at a desk new ones, and failures remembered.
on_ci = bool(os.environ.get("CI"))
settings.register_profile(
    "helpers",
    deadline=None,  # a parse takes as long as it takes
    derandomize=on_ci,
    database=None if on_ci else DirectoryBasedExampleDatabase(paths.BUILD / "hypothesis"),
)
settings.load_profile("helpers")


def first_difference(cell: IPyNbCell, key: str, stored: object, computed: object) -> None:
    """Say where a stored and a computed output part, and how they go on."""
    old, new = str(stored), str(computed)
    at = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    around = slice(max(0, at - 60), at + 100)
    cell.comparison_traceback += [
        f"{key} differs from character {at} on",
        f"  stored:   {old[around]!r}",
        f"  computed: {new[around]!r}",
        "If the computed output is right, run make notebooks.",
    ]


# nbval's own way, pytest's full diff, has no end in sight after five minutes for one changed figure.
IPyNbCell.format_output_compare = first_difference
