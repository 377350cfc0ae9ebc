"""Many releases: read on a Dask cluster, kept as Parquet, asked together.

Order inside: ``tables`` (columns, files), ``metadata`` (what is known beside the text), ``file_heads`` (what files say
of themselves), ``feeds`` (RSS, Atom), ``walk`` (files of a folder), ``sources`` (what to read), ``speaker_kinds``,
``machine`` (its faults), ``marks`` (what is finished), ``partition`` (a task of a worker), ``plan`` (what is left),
``cluster``, ``submission`` (to its workers), ``corpus`` (what was read), ``read`` (all of these), ``sql``
(parts of queries), ``likeness`` (of texts), ``twins`` (nearly the same release), ``voice_names`` (one for all
spellings), ``spoken`` (quotations with that name), ``questions`` (voices, verbs, shares), ``silence`` (named and not
heard), ``index`` (of all words), ``full_text`` (asked), ``search`` (for quotations), ``database`` (SQLite),
``figures`` (again), ``disagreements`` (different), ``repeats`` (word for word), ``wordings`` (in other words),
``own_voices`` (whom issuers quote), ``passages`` (back to the text), ``news`` (what came since).
"""

from helpers.archive.corpus import Corpus
from helpers.archive.database import export_sqlite
from helpers.archive.disagreements import differences
from helpers.archive.figures import figures, repeated_figures
from helpers.archive.full_text import full_text
from helpers.archive.likeness import groups, similar
from helpers.archive.news import new_since, read_queries, remember_look
from helpers.archive.own_voices import own_voices
from helpers.archive.passages import in_place, in_places
from helpers.archive.questions import (
    genders,
    shares,
    timeline,
    verbs,
    voices,
    without_issuer_or_date,
    women,
)
from helpers.archive.read import Progress, read_corpus
from helpers.archive.repeats import contained, repeated_quotations
from helpers.archive.search import by_issuer, search
from helpers.archive.silence import silences
from helpers.archive.spoken import spoken
from helpers.archive.sql import UNKNOWN
from helpers.archive.twins import copies, near_duplicates
from helpers.archive.voice_names import read_aliases
from helpers.archive.wordings import reworded
from helpers.text.faults import CorpusError

__all__ = [
    "UNKNOWN",
    "Corpus",
    "CorpusError",
    "Progress",
    "by_issuer",
    "contained",
    "copies",
    "differences",
    "export_sqlite",
    "figures",
    "full_text",
    "genders",
    "groups",
    "in_place",
    "in_places",
    "near_duplicates",
    "new_since",
    "own_voices",
    "read_aliases",
    "read_corpus",
    "read_queries",
    "remember_look",
    "repeated_figures",
    "repeated_quotations",
    "reworded",
    "search",
    "shares",
    "silences",
    "similar",
    "spoken",
    "timeline",
    "verbs",
    "voices",
    "without_issuer_or_date",
    "women",
]  # fmt: skip
