"""What many releases show together: who speaks in whose releases, how much and how.

Functions over a ``Corpus``, for journalists and monitoring teams: who speaks for whom, what one person says on a
subject over time. The large tables are read by DuckDB and need not fit into memory; results are small, and in a
fixed order. Counts leave out ``without``: without being told, the releases that are nearly the same as an earlier one
(``twins.copies``); with ``()`` none. What is looked for is looked for in all.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.spoken import NAMES, OF_NAMES, ONLY_IN, SAID, one_names
from helpers.archive.sql import COUNTED, ISSUER, OF_RELEASES, UNKNOWN
from helpers.archive.twins import left_out
from helpers.archive.voice_names import Aliases
from helpers.entities.gender import first_names
from helpers.text.typography import fold

# --- who speaks --------------------------------------------------------------------------------


def voices(corpus: Corpus, *, aliases: Aliases | None = None, without: Sequence[str] | None = None) -> pd.DataFrame:
    """Who is quoted in whose releases: the voices with most words first.

    Args:
        corpus: the reading.
        aliases: names that only an editor can join, see ``voice_names.read_aliases``.
        without: releases that do not count; None for those that ``twins.copies`` tells.

    Returns:
        One row a voice and issuer: ``speaker_name`` (one for all spellings, see ``voice_names.one_name_each``),
        ``speaker_kind`` (person, body, document, unnamed group; what is none has no voice), ``speaker_role`` (the one
        given most often), ``issuer``, ``quotations`` (direct, indirect and mixed), ``words``, ``releases``,
        ``only_in`` (of a voice without a name of its own, *le gouvernement*, the release that it speaks in: that of
        another may be another; None for all others).
    """
    out = left_out(corpus, without)
    return corpus.sql(
        f"""WITH said AS (
            SELECT one_name AS speaker_name, speaker_kind, {ISSUER} AS issuer, {ONLY_IN} AS only_in, speaker_role,
            release, quotes.words AS words FROM quotes {OF_RELEASES} {OF_NAMES} WHERE {SAID}
        ), roles AS (
            SELECT speaker_name, speaker_kind, issuer, only_in, speaker_role, count(*) AS many
            FROM said WHERE speaker_role IS NOT NULL GROUP BY ALL
        ), most AS (
            SELECT speaker_name, speaker_kind, issuer, only_in,
            first(speaker_role ORDER BY many DESC, speaker_role) AS speaker_role FROM roles GROUP BY ALL
        ), counts AS (
            SELECT speaker_name, speaker_kind, issuer, only_in, count(*) AS quotations, sum(words)::BIGINT AS words,
            count(DISTINCT release) AS releases FROM said GROUP BY ALL
        )
        SELECT counts.speaker_name AS speaker_name, counts.speaker_kind AS speaker_kind, speaker_role,
        counts.issuer AS issuer, quotations, words, releases, counts.only_in AS only_in FROM counts LEFT JOIN most
        ON counts.speaker_name = most.speaker_name AND counts.speaker_kind = most.speaker_kind
        AND counts.issuer = most.issuer AND coalesce(counts.only_in, '') = coalesce(most.only_in, '')
        ORDER BY words DESC, speaker_name, issuer, only_in""",
        [out],
        {NAMES: one_names(corpus, aliases, out)},
    )


def verbs(corpus: Corpus, *, without: Sequence[str] | None = None) -> pd.DataFrame:
    """The cues that each issuer uses: ``issuer``, ``cue_lemma``, ``cue_class``, ``uses``, most used first."""
    return corpus.sql(
        f"""SELECT {ISSUER} AS issuer, cue_lemma, cue_class, count(*) AS uses
            FROM quotes {OF_RELEASES} WHERE cue_lemma IS NOT NULL AND {COUNTED}
            GROUP BY ALL ORDER BY issuer, uses DESC, cue_lemma""",
        [left_out(corpus, without)],
    )


def genders(corpus: Corpus, *, aliases: Aliases | None = None, without: Sequence[str] | None = None) -> pd.DataFrame:
    """How much women and men are heard among the persons that are quoted; bodies and documents have no gender.

    A person is of the gender that releases give by title, agreement or function. Where none does, a first name tells
    it: that of all others in the archive who bear it, two at least, else that of nearly all who bear it anywhere
    (``entities.gender.first_names``).

    Returns:
        ``gender`` (f, m, not stated), ``voices`` (different persons), ``quotations``, ``words``.
    """
    persons = _persons(corpus, aliases, without)
    persons["voice"] = persons["speaker_name"] + "\n" + persons["only_in"].fillna("")
    rows = persons.groupby("gender").agg(
        voices=("voice", "nunique"), quotations=("quotations", "sum"), words=("words", "sum")
    )
    return rows.reindex([g for g in ("f", "m", UNKNOWN) if g in rows.index]).reset_index()


def women(corpus: Corpus, *, aliases: Aliases | None = None, without: Sequence[str] | None = None) -> pd.DataFrame:
    """The quoted words of women, and those of women and men together, by issuer and month; see ``genders``.

    Returns:
        ``issuer``, ``month`` (2023-05, or None), ``words_of_women``, ``words`` (of persons whose gender is told).
    """
    table = _persons(corpus, aliases, without)
    told = table[table["gender"] != UNKNOWN]
    told = told.assign(words_of_women=told["words"].where(told["gender"] == "f", 0))
    sums = told.groupby(["issuer", "month"], dropna=False)[["words_of_women", "words"]].sum().reset_index()
    return sums.assign(month=sums["month"].astype(object).where(sums["month"].notna(), None))


def _persons(corpus: Corpus, aliases: Aliases | None, without: Sequence[str] | None) -> pd.DataFrame:
    """The persons by issuer and month: ``quotations``, ``words``, and the gender that is known of each."""
    out = left_out(corpus, without)
    counts = corpus.sql(
        f"""SELECT one_name AS speaker_name, {ONLY_IN} AS only_in, {ISSUER} AS issuer,
            strftime(date, '%Y-%m') AS month, count(*) AS quotations, sum(quotes.words)::BIGINT AS words,
            count(*) FILTER (speaker_gender = 'f') AS f, count(*) FILTER (speaker_gender = 'm') AS m
            FROM quotes {OF_RELEASES} {OF_NAMES} WHERE {SAID} AND speaker_kind = 'person'
            GROUP BY ALL ORDER BY ALL""",
        [out],
        {NAMES: one_names(corpus, aliases, out)},
    )
    voices = [(name, own if isinstance(own, str) else None) for name, own in counts[["speaker_name", "only_in"]].values]
    told: dict[_Person, list[int]] = defaultdict(lambda: [0, 0])
    for voice, f, m in zip(voices, counts["f"], counts["m"], strict=True):
        told[voice][0] += f
        told[voice][1] += m
    genders = with_first_names({v: "f" if f and f >= m else "m" if m else None for v, (f, m) in told.items()})
    return counts.assign(gender=[genders[voice] for voice in voices])


_Person = tuple[str, str | None]
"""A name, and of a person without a name of their own the release."""


def with_first_names(told: Mapping[_Person, str | None]) -> dict[_Person, str]:
    """The gender of each person: as told, else by what the others of the same first name are, else by the name."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for (name, only_in), gender in told.items():
        if gender and only_in is None and " " in name:
            named[fold(name.split()[0])][gender] += 1
    sure = {first: next(iter(count)) for first, count in named.items() if len(count) == 1 and count.total() > 1}
    sure = {**first_names(), **sure}
    return {
        (name, only_in): gender or (UNKNOWN if only_in else sure.get(fold(name.split()[0])) or UNKNOWN)
        for (name, only_in), gender in told.items()
    }


def shares(corpus: Corpus, *, without: Sequence[str] | None = None) -> pd.DataFrame:
    """How much of each release is quoted, and how many numbers it has.

    Returns:
        One row a release, by date: ``release``, ``date``, ``issuer``, ``words``, ``quoted_words`` (in direct
        quotations), ``share`` (0 to 1), ``statistics``.
    """
    return corpus.sql(
        f"""SELECT release, date, {ISSUER} AS issuer, words, quoted_words,
           quoted_words / nullif(words, 0) AS share, statistics FROM releases WHERE {COUNTED}
           ORDER BY date NULLS LAST, release""",
        [left_out(corpus, without)],
    )


def timeline(corpus: Corpus, *, without: Sequence[str] | None = None) -> pd.DataFrame:
    """Releases by month and issuer: ``month`` (2023-05, or None), ``issuer``, ``releases``, ``quotations``."""
    return corpus.sql(
        f"""SELECT strftime(date, '%Y-%m') AS month, {ISSUER} AS issuer, count(*) AS releases,
           sum(quotations)::BIGINT AS quotations FROM releases
           WHERE {COUNTED} GROUP BY 1, 2 ORDER BY month NULLS LAST, issuer""",
        [left_out(corpus, without)],
    )


def without_issuer_or_date(corpus: Corpus) -> pd.DataFrame:
    """The releases of which nothing tells who issued them or when: what to add to a table beside the files.

    Returns:
        ``release`` (its file or row), ``missing`` (issuer, date, or both), ``title``, in order of the release.
    """
    return corpus.sql(
        """SELECT release, CASE WHEN issuer IS NOT NULL THEN 'date' WHEN date IS NOT NULL THEN 'issuer'
           ELSE 'issuer and date' END AS missing, title FROM releases WHERE issuer IS NULL OR date IS NULL
           ORDER BY release"""
    )
