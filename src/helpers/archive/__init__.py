"""Many releases: read on a Dask cluster, kept as Parquet, asked together.

Order inside: ``tables`` (columns, files), ``walk`` (files of a folder), ``sources`` (what to read),
``partition`` (a task of a worker),
``cluster``, ``corpus`` (what was read), ``read`` (plan, submit, resume), ``sql`` (parts of queries), ``questions``
(voices, verbs, search), ``figures`` (again, different), ``repeats`` (near duplicates), ``passages`` (back to the text).
"""

from helpers.archive.corpus import Corpus
from helpers.archive.figures import differences, figures, repeated_figures
from helpers.archive.passages import in_place, in_places
from helpers.archive.questions import by_issuer, genders, search, shares, timeline, verbs, voices
from helpers.archive.read import Progress, read_corpus
from helpers.archive.repeats import groups, near_duplicates, repeated_quotations, similar
from helpers.archive.sql import UNKNOWN
from helpers.text.faults import CorpusError

__all__ = [
    "UNKNOWN", "Corpus", "CorpusError", "Progress", "by_issuer", "differences", "figures", "genders", "groups",
    "in_place", "in_places", "near_duplicates", "read_corpus", "repeated_figures", "repeated_quotations", "search",
    "shares", "similar", "timeline", "verbs", "voices",
]  # fmt: skip
