"""What all tests share: the same surroundings everywhere, whoever runs them."""

import os

from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase

from helpers import paths, report

# Before the first kernel starts: notebooks are validated without the reader's own settings.
report.isolate()

settings.register_profile(
    "helpers",
    deadline=None,  # a parse takes as long as it takes
    derandomize="CI" in os.environ,
    database=DirectoryBasedExampleDatabase(paths.BUILD / "hypothesis"),
)
settings.load_profile("helpers")
