"""What many releases show together: who speaks in whose releases, how much and how, and who said what.

Functions over a ``Corpus``, for journalists and monitoring teams: who speaks for whom, what one person says on a
subject over time. What counts takes ``without``: releases to leave out, such as the second of two that are nearly one
(``repeats.near_duplicates``), whose words would count twice. The large tables are read by DuckDB and need not fit into
memory; results are small, and in a fixed order.
"""

from collections.abc import Collection

import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.sql import COUNTED, IN_ORDER, ISSUER, OF_RELEASES, SPOKEN, UNKNOWN, folded, having_word
from helpers.text.typography import fold

# --- who speaks --------------------------------------------------------------------------------


def voices(corpus: Corpus, without: Collection[str] = ()) -> pd.DataFrame:
    """Who is quoted in whose releases: the voices with most words first.

    Returns:
        One row a speaker and issuer: ``speaker_name``, ``speaker_role`` (the one given most often), ``issuer``,
        ``quotations`` (direct, indirect and mixed), ``words``, ``releases``.
    """
    return corpus.sql(
        f"""SELECT speaker_name, mode(speaker_role) AS speaker_role, {ISSUER} AS issuer,
            count(*) AS quotations, sum(quotes.words)::BIGINT AS words, count(DISTINCT release) AS releases
            FROM quotes {OF_RELEASES} WHERE {SPOKEN} AND speaker_name IS NOT NULL AND {COUNTED}
            GROUP BY ALL ORDER BY words DESC, speaker_name, issuer""",
        [list(without)],
    )


def verbs(corpus: Corpus, without: Collection[str] = ()) -> pd.DataFrame:
    """The cues that each issuer uses: ``issuer``, ``cue_lemma``, ``cue_class``, ``uses``, most used first."""
    return corpus.sql(
        f"""SELECT {ISSUER} AS issuer, cue_lemma, cue_class, count(*) AS uses
            FROM quotes {OF_RELEASES} WHERE cue_lemma IS NOT NULL AND {COUNTED}
            GROUP BY ALL ORDER BY issuer, uses DESC, cue_lemma""",
        [list(without)],
    )


def genders(corpus: Corpus, without: Collection[str] = ()) -> pd.DataFrame:
    """How much women and men are heard, as far as the releases tell who is which.

    A person is of the gender that a release gives anywhere; bodies and persons without one are *not stated*.

    Returns:
        ``gender`` (f, m, not stated), ``voices`` (different names), ``quotations``, ``words``.
    """
    return corpus.sql(
        f"""WITH spoken AS (SELECT speaker_name, words,
                coalesce(mode(speaker_gender) OVER (PARTITION BY speaker_name), '{UNKNOWN}') AS gender
                FROM quotes WHERE {SPOKEN} AND speaker_name IS NOT NULL AND {COUNTED})
            SELECT gender, count(DISTINCT speaker_name) AS voices, count(*) AS quotations, sum(words)::BIGINT AS words
            FROM spoken GROUP BY gender ORDER BY gender = '{UNKNOWN}', gender""",
        [list(without)],
    )


def shares(corpus: Corpus, without: Collection[str] = ()) -> pd.DataFrame:
    """How much of each release is quoted, and how many numbers it has.

    Returns:
        One row a release, by date: ``release``, ``date``, ``issuer``, ``words``, ``quoted_words`` (in direct
        quotations), ``share`` (0 to 1), ``statistics``.
    """
    return corpus.sql(
        f"""SELECT release, date, {ISSUER} AS issuer, words, quoted_words,
           quoted_words / nullif(words, 0) AS share, statistics FROM releases WHERE {COUNTED}
           ORDER BY date NULLS LAST, release""",
        [list(without)],
    )


def timeline(corpus: Corpus, without: Collection[str] = ()) -> pd.DataFrame:
    """Releases by month and issuer: ``month`` (2023-05, or None), ``issuer``, ``releases``, ``quotations``."""
    return corpus.sql(
        f"""SELECT strftime(date, '%Y-%m') AS month, {ISSUER} AS issuer, count(*) AS releases,
           sum(quotations)::BIGINT AS quotations FROM releases WHERE {COUNTED} GROUP BY 1, 2
           ORDER BY month NULLS LAST, issuer""",
        [list(without)],
    )


# --- looking for what was said -----------------------------------------------------------------


def search(
    corpus: Corpus,
    word: str = "",
    *,
    lemma: str = "",
    speaker: str = "",
    mentioning: str = "",
    issuer: str = "",
) -> pd.DataFrame:
    """Quotations that fit everything asked, by date; case and accents do not count.

    Args:
        corpus: the reading.
        word: a word or phrase that stands in the quotation.
        lemma: a dictionary word, any form of which stands in it (*retard* finds *retards*).
        speaker: a part of the speaker's name.
        mentioning: a person or body that the quotation speaks of.
        issuer: a part of the name of who issued the release.

    Returns:
        ``release``, ``date``, ``issuer``, ``speaker_name``, ``kind``, ``start``, ``end``, ``text``.
    """
    where, values = [SPOKEN], []
    for column, wanted in (("text", word), ("lemmas", lemma), ("text", mentioning)):
        if wanted:
            condition, value = having_word(f"quotes.{column}", wanted)
            where.append(condition)
            values.append(value)
    for column, wanted in (("speaker_name", speaker), ("issuer", issuer)):
        if wanted:
            where.append(f"contains({folded(column)}, ?)")
            values.append(fold(wanted))
    return corpus.sql(
        f"""SELECT release, date, {ISSUER} AS issuer, speaker_name, kind, start, "end", quotes.text AS text
            FROM quotes {OF_RELEASES} WHERE {" AND ".join(where)} {IN_ORDER}""",
        values,
    )


def by_issuer(corpus: Corpus, subject: str) -> pd.DataFrame:
    """What is said on a subject in each issuer's releases: the quotations in which the dictionary word stands.

    Returns:
        ``issuer``, ``date``, ``release``, ``speaker_name``, ``start``, ``end``, ``text``, by issuer and date.
    """
    found = search(corpus, lemma=subject)
    return found.sort_values(["issuer", "date", "release", "start"], kind="stable", na_position="last").reset_index(
        drop=True
    )[["issuer", "date", "release", "speaker_name", "start", "end", "text"]]
