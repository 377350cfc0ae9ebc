"""What many releases show together: who speaks in whose releases, how much and how, and who said what.

Functions over a ``Corpus``, for journalists and monitoring teams: who speaks for whom, what one person says on a
subject over time. The large tables are read by DuckDB and need not fit into memory; results are small, and in a
fixed order. Counts leave out ``without``: without being told, the releases that are nearly the same as an earlier one
(``twins.copies``); with ``()`` none. What is looked for is looked for in all.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.sql import COUNTED, IN_ORDER, ISSUER, OF_RELEASES, SPOKEN, UNKNOWN, folded, having_word
from helpers.archive.twins import left_out
from helpers.archive.voice_names import Aliases, Voice, one_name_each
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
        given most often), ``issuer``, ``quotations`` (direct, indirect and mixed), ``words``, ``releases``.
    """
    table = spoken(corpus, aliases=aliases, without=without)
    keys = ["speaker_name", "speaker_kind", "issuer"]
    rows = (
        table.groupby(keys, sort=False)
        .agg(quotations=("words", "size"), words=("words", "sum"), releases=("release", "nunique"))
        .reset_index()
    )
    rows = rows.merge(_most_often(table, keys, "speaker_role"), on=keys, how="left")
    rows["speaker_role"] = rows["speaker_role"].astype(object).where(rows["speaker_role"].notna(), None)
    rows = rows.sort_values(["words", "speaker_name", "issuer"], ascending=[False, True, True], kind="stable")
    return rows[
        ["speaker_name", "speaker_kind", "speaker_role", "issuer", "quotations", "words", "releases"]
    ].reset_index(drop=True)


def _most_often(table: pd.DataFrame, keys: Sequence[str], column: str) -> pd.DataFrame:
    """Of each group the value that stands most often, the first by letter of several; none without a value."""
    count = table.dropna(subset=[column]).groupby([*keys, column]).size().reset_index(name="count")
    order = count.sort_values(["count", column], ascending=[False, True], kind="stable")
    return order.drop_duplicates(list(keys))[[*keys, column]]


def spoken(
    corpus: Corpus,
    *,
    aliases: Aliases | None = None,
    without: Sequence[str] | None = None,
    with_words: bool = False,
) -> pd.DataFrame:
    """The quotations that have a voice, by date, each with the one name of who speaks: a row each.

    Returns:
        ``release``, ``date``, ``issuer``, ``speaker_name``, ``printed_name``, ``speaker_kind``, ``speaker_role``,
        ``speaker_affiliation``, ``speaker_gender``, ``kind``, ``words``, ``start``, ``end``; with the words also
        ``text`` and ``lemmas``.
    """
    further = ", quotes.text AS text, quotes.lemmas AS lemmas" if with_words else ""
    table = corpus.sql(
        f"""SELECT release, date, {ISSUER} AS issuer, speaker_name AS printed_name, speaker_kind, speaker_role,
            speaker_affiliation, speaker_gender, kind, quotes.words AS words, start, "end"{further}
            FROM quotes {OF_RELEASES} WHERE {SPOKEN} AND speaker_kind IS NOT NULL AND {COUNTED} {IN_ORDER}""",
        [left_out(corpus, without)],
    )
    keys = [Voice(*row) for row in zip(table["printed_name"], table["speaker_kind"], table["release"], strict=True)]
    names = one_name_each(keys, aliases)
    table["speaker_name"] = pd.Series([names[key] for key in keys], table.index, dtype=object)
    return table


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

    A person is of the gender that releases give by title, agreement or function. Where none does, a first name tells it
    that all others in the archive who bear it, two at least, have one gender with.

    Returns:
        ``gender`` (f, m, not stated), ``voices`` (different persons), ``quotations``, ``words``.
    """
    rows = (
        _persons(corpus, aliases, without)
        .groupby("gender")
        .agg(voices=("speaker_name", "nunique"), quotations=("words", "size"), words=("words", "sum"))
    )
    return rows.reindex([g for g in ("f", "m", UNKNOWN) if g in rows.index]).reset_index()


def women(corpus: Corpus, *, aliases: Aliases | None = None, without: Sequence[str] | None = None) -> pd.DataFrame:
    """The quoted words of women, and those of women and men together, by issuer and month; see ``genders``.

    Returns:
        ``issuer``, ``month`` (2023-05, or None), ``words_of_women``, ``words`` (of persons whose gender is told).
    """
    table = _persons(corpus, aliases, without)
    table = table[table["gender"] != UNKNOWN]
    told = table.assign(
        month=[day.strftime("%Y-%m") if day is not None else None for day in table["date"]],
        words_of_women=table["words"].where(table["gender"] == "f", 0),
    )
    sums = told.groupby(["issuer", "month"], dropna=False)[["words_of_women", "words"]].sum().reset_index()
    return sums.assign(month=sums["month"].astype(object).where(sums["month"].notna(), None))


def _persons(corpus: Corpus, aliases: Aliases | None, without: Sequence[str] | None) -> pd.DataFrame:
    """What ``spoken`` gives of persons, with the gender that is known of each."""
    table = spoken(corpus, aliases=aliases, without=without)
    table = table[table["speaker_kind"] == "person"]
    told = _most_often(table, ["speaker_name"], "speaker_gender")
    genders = dict.fromkeys(table["speaker_name"]) | dict(
        zip(told["speaker_name"], told["speaker_gender"], strict=True)
    )
    return table.assign(gender=table["speaker_name"].map(with_first_names(genders)).astype(object))


def with_first_names(told: Mapping[str, str | None]) -> dict[str, str]:
    """The gender of each person: as told, else by what the others of the same first name are told to be."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for name, gender in told.items():
        if gender in ("f", "m") and len(name.split()) > 1:
            named[fold(name.split()[0])][gender] += 1
    sure = {first: next(iter(count)) for first, count in named.items() if len(count) == 1 and count.total() > 1}
    return {
        name: gender if gender in ("f", "m") else sure.get(fold(name.split()[0]), UNKNOWN)
        for name, gender in told.items()
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


# --- looking for what was said -----------------------------------------------------------------


def search(
    corpus: Corpus,
    word: str = "",
    *,
    lemma: str = "",
    speaker: str = "",
    mentioning: str = "",
    issuer: str = "",
    about: str = "",
    aliases: Aliases | None = None,
) -> pd.DataFrame:
    """Quotations that fit everything asked, by date; case and accents do not count.

    Args:
        corpus: the reading.
        word: a word or phrase that stands in the quotation.
        lemma: a dictionary word, any form of which stands in it (*retard* finds *retards*).
        speaker: words of the speaker's name (*Roy*, *Ligue*), the acronym of a body, or words of a function
            (*ministre de la Mer*); whole ones.
        mentioning: a person or body that the quotation names.
        issuer: a part of the name of who issued the release.
        about: a dictionary word; of releases with it in the title or at least three times, whether the quotation says
            it or not.
        aliases: see ``voices``.

    Returns:
        ``release``, ``date``, ``issuer``, ``speaker_name``, ``kind``, ``start``, ``end``, ``text``.
    """
    where, values = [SPOKEN], []
    for column, wanted in (("text", word), ("lemmas", lemma), ("mentions", mentioning)):
        if wanted:
            condition, value = having_word(f"quotes.{column}", wanted)
            where.append(condition)
            values.append(value)
    if issuer:
        where.append(f"contains({folded('issuer')}, ?)")
        values.append(fold(issuer))
    if about:
        title, value = having_word("title", about)
        often, _ = having_word("releases.lemmas", about)
        where.append(f"({title} OR len({often.replace('regexp_matches', 'regexp_extract_all')}) >= {_ABOUT})")
        values += [value, value]
    found = corpus.sql(
        f"""SELECT release, date, {ISSUER} AS issuer, speaker_name, speaker_role, speaker_affiliation, kind, start,
            "end", quotes.text AS text FROM quotes {OF_RELEASES} WHERE {" AND ".join(where)} {IN_ORDER}""",
        values,
    )
    if speaker:
        found = found[np.array(_spoken_by(corpus, found, speaker, aliases), bool)].reset_index(drop=True)
    return found[["release", "date", "issuer", "speaker_name", "kind", "start", "end", "text"]]


_ABOUT = 3
"""Times that a text says a word that it is about."""


def _spoken_by(corpus: Corpus, found: pd.DataFrame, speaker: str, aliases: Aliases | None) -> list[bool]:
    """Whether each row is by who is asked for: by the one name of the voice, its spellings, or the function."""
    pairs = corpus.sql(
        "SELECT DISTINCT speaker_name, speaker_kind FROM quotes WHERE speaker_kind IS NOT NULL ORDER BY ALL"
    )
    voices = [Voice(name, kind, "") for name, kind in pairs.itertuples(index=False)]
    together: dict[str, set[str]] = defaultdict(set)
    names = one_name_each(voices, aliases)
    for voice, name in names.items():
        together[name].update((voice.name, name))
    spellings = {voice.name: together[name] for voice, name in names.items()}
    wanted = re.compile(rf"(?<!\w){re.escape(fold(speaker))}(?!\w)")
    told = zip(found["speaker_name"], found["speaker_role"], found["speaker_affiliation"], strict=True)
    return [
        any(
            isinstance(said, str) and wanted.search(fold(said)) for said in (*spellings.get(name, ()), name, role, body)
        )
        for name, role, body in told
    ]


def by_issuer(corpus: Corpus, subject: str) -> pd.DataFrame:
    """What is said on a subject in each issuer's releases: the quotations in which the dictionary word stands.

    Returns:
        ``issuer``, ``date``, ``release``, ``speaker_name``, ``start``, ``end``, ``text``, by issuer and date.
    """
    found = search(corpus, lemma=subject)
    return found.sort_values(["issuer", "date", "release", "start"], kind="stable", na_position="last").reset_index(
        drop=True
    )[["issuer", "date", "release", "speaker_name", "start", "end", "text"]]
