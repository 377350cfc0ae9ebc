"""Many releases: read on a Dask cluster, kept as Parquet, asked together.

Order inside: ``corpus``, ``questions``.
"""

from helpers.archive.corpus import Corpus, CorpusError, Progress, read_corpus  # noqa: F401
from helpers.archive.questions import *  # noqa: F403
