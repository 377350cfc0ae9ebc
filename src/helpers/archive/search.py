"""Quotations that fit all that is asked: words, who speaks, whose release, what it is about; by the index alone."""

import datetime
import json
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.full_text import MARK, words_of
from helpers.archive.index import index
from helpers.archive.sql import SPOKEN, UNKNOWN
from helpers.archive.voice_names import Aliases, Voice, one_name_each
from helpers.text.typography import fold


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
    with index(corpus) as base:
        narrowed = [
            _of_words("quotes", {"text": word, "lemmas": lemma, "mentions": mentioning}),
            _of_speaker(base, speaker, aliases) if speaker else None,
            _of_issuer(base, issuer) if issuer else None,
            _of_subject(base, about) if about else None,
        ]
        told = [one for one in narrowed if one is not None]
        where = " AND ".join((SPOKEN, *(condition for condition, _ in told)))
        rows = base.execute(_QUERY.format(where=where), [value for _, value in told]).fetchall()
    table = pd.DataFrame(rows, columns=list(_COLUMNS), dtype=object)
    days = [None if day is None else datetime.date.fromisoformat(day) for day in table["date"]]
    table = table.assign(date=pd.Series(days, dtype=object), issuer=table["issuer"].fillna(UNKNOWN))
    return table.astype({"start": "int64", "end": "int64"})


_COLUMNS = ("release", "date", "issuer", "speaker_name", "kind", "start", "end", "text")
_QUERY = """SELECT release, date, issuer, speaker_name, kind, start, "end", quotes.text FROM quotes
    JOIN releases ON releases.id = release_id LEFT JOIN speakers ON speakers.id = speaker_id WHERE {where}
    ORDER BY date NULLS LAST, release, start, "end" DESC"""
_ABOUT = 3
"""Times that a text says a word that it is about."""
_Condition = tuple[str, str]
"""A condition, and the value for the ``?`` in it."""
_NONE = "[]"


def _of_words(table: str, columns: Mapping[str, str], joined: str = " AND ") -> _Condition | None:
    """The rows whose columns have the words; None where nothing is asked."""
    asked = [words_of(column, wanted) for column, wanted in columns.items() if wanted]
    if not asked:
        return None
    if None in asked:  # no letter and no figure: it stands in no text
        return f"{table}.id IN (SELECT value FROM json_each(?))", _NONE
    told = joined.join(map(str, asked))
    return f"{table}.id IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)", told


def _among(column: str, found: Iterable[int]) -> _Condition:
    return f"{column} IN (SELECT value FROM json_each(?))", json.dumps(list(found))


def _of_issuer(base: sqlite3.Connection, issuer: str) -> _Condition:
    wanted = fold(issuer)
    found = base.execute("SELECT id, issuer FROM releases WHERE issuer IS NOT NULL")
    return _among("release_id", (number for number, name in found if wanted in _folded(name)))


_folded = lru_cache(maxsize=10_000)(fold)


def _of_subject(base: sqlite3.Connection, about: str) -> _Condition:
    """The releases that are about a word: where the index marks it in the title, or often enough among the lemmas."""
    told = _of_words("releases", {"title": about, "lemmas": about}, " OR ")
    query = """SELECT rowid, highlight(releases_fts, 0, ?1, ''), highlight(releases_fts, 2, ?1, '') FROM releases_fts
        WHERE releases_fts MATCH ?2"""
    rows = base.execute(query, [MARK, told[1]]) if told and told[1] != _NONE else ()
    found = (number for number, title, lemmas in rows if MARK in (title or "") or lemmas.count(MARK) >= _ABOUT)
    return _among("release_id", found)


def _of_speaker(base: sqlite3.Connection, speaker: str, aliases: Aliases | None) -> _Condition:
    """Who is asked for, by name in any spelling, function or body: what is told of each is looked at once."""
    wanted = _whole(speaker)
    times = dict(base.execute("SELECT speaker_id, count(*) FROM quotes WHERE speaker_id IS NOT NULL GROUP BY 1"))
    speakers = [row for row in base.execute("SELECT * FROM speakers") if row[0] in times]
    count: Counter[Voice] = Counter()
    for number, name, kind, *_ in speakers:
        if kind:
            count[Voice(name, kind, "")] += times[number]
    together: dict[str, set[str]] = defaultdict(set)
    for voice, name in one_name_each(count, aliases).items():
        together[name].update((name, voice.name))
    meant = {
        spelling for spellings in together.values() if any(map(wanted.search, map(fold, spellings)))
        for spelling in spellings
    }  # fmt: skip
    return _among("speaker_id", (
        number for number, name, _, role, body in speakers
        if name in meant or any(told and wanted.search(fold(told)) for told in (name, role, body))
    ))  # fmt: skip


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(fold(words))}(?!\w)")


def by_issuer(corpus: Corpus, subject: str) -> pd.DataFrame:
    """What is said on a subject in each issuer's releases: the quotations in which the dictionary word stands.

    Returns:
        ``issuer``, ``date``, ``release``, ``speaker_name``, ``start``, ``end``, ``text``, by issuer and date.
    """
    found = search(corpus, lemma=subject)
    return found.sort_values(["issuer", "date", "release", "start"], kind="stable", na_position="last").reset_index(
        drop=True
    )[["issuer", "date", "release", "speaker_name", "start", "end", "text"]]
