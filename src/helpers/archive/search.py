"""Quotations that fit all that is asked: words by the index of words, who speaks and whose release by the columns."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pandas as pd
import pyarrow as pa

from helpers.archive.corpus import Corpus
from helpers.archive.full_text import words_of
from helpers.archive.index import index
from helpers.archive.sql import IN_ORDER, ISSUER, OF_RELEASES, SPOKEN, folded
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
    where, values, tables = [SPOKEN], [], {}
    words = [
        (column, wanted) for column, wanted in (("text", word), ("lemmas", lemma), ("mentions", mentioning)) if wanted
    ]
    if words:
        tables["hits"] = _hits(corpus, words)
        where.append('(quotes.release, start, "end") IN (SELECT (name, first, behind) FROM hits)')
    if issuer:
        where.append(f"contains({folded('issuer')}, ?)")
        values.append(fold(issuer))
    if about:
        tables["subjects"] = _with_word(corpus, about)
        where.append("quotes.release IN (SELECT name FROM subjects)")
    if speaker:
        tables |= _who(corpus, speaker, aliases)
        where.append(f"({' OR '.join(f'{column} IN (SELECT said FROM {column}s)' for column in _WHO)})")
    return corpus.sql(
        f"""SELECT release, date, {ISSUER} AS issuer, speaker_name, kind, start, "end", quotes.text AS text
            FROM quotes {OF_RELEASES} WHERE {" AND ".join(where)} {IN_ORDER}""",
        values,
        tables,
    )


_ABOUT = 3
"""Times that a text says a word that it is about."""
_WHO = ("speaker_name", "speaker_role", "speaker_affiliation")
"""The columns that tell who speaks."""


def _hits(corpus: Corpus, words: Iterable[tuple[str, str]]) -> pa.Table:
    """The quotations whose columns have the words: ``name`` of the release, ``first``, ``behind``."""
    asked = [words_of(column, wanted) for column, wanted in words]
    rows: list[tuple] = []
    if all(asked):
        with index(corpus) as base:
            query = """SELECT release, start, "end" FROM quotes WHERE id IN
                (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?)"""
            rows = base.execute(query, [" AND ".join(map(str, asked))]).fetchall()
    names, starts, ends = zip(*rows, strict=True) if rows else ((), (), ())
    return pa.table(
        {
            "name": pa.array(names, pa.string()),
            "first": pa.array(starts, pa.int64()),
            "behind": pa.array(ends, pa.int64()),
        }
    )


def _with_word(corpus: Corpus, about: str) -> pa.Table:
    """The releases that are about a word: ``name``."""
    asked = [words_of(column, about) for column in ("title", "lemmas")]
    found: list[str] = []
    if all(asked):
        with index(corpus) as base:
            query = """SELECT release, title, lemmas FROM releases WHERE id IN
                (SELECT rowid FROM releases_fts WHERE releases_fts MATCH ?)"""
            rows = base.execute(query, [" OR ".join(map(str, asked))])
            wanted = _whole(about)
            found = [
                name
                for name, title, lemmas in rows
                if wanted.search(fold(title or "")) or sum(1 for _ in wanted.finditer(fold(lemmas or ""))) >= _ABOUT
            ]
    return pa.table({"name": pa.array(found, pa.string())})


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(fold(words))}(?!\w)")


def _who(corpus: Corpus, speaker: str, aliases: Aliases | None) -> dict[str, pa.Table]:
    """What each column of ``_WHO`` says of who is asked for, as ``said``: each value is looked at once."""
    wanted = _whole(speaker)
    pairs = corpus.sql(
        """SELECT speaker_name, speaker_kind, count(*) AS many FROM quotes
        WHERE speaker_name IS NOT NULL GROUP BY ALL ORDER BY ALL"""
    )
    told = {column: {said for said in _different(corpus, column) if wanted.search(fold(said))} for column in _WHO}
    count = {Voice(name, kind, ""): many for name, kind, many in pairs.itertuples(index=False) if kind}
    together: dict[str, set[str]] = defaultdict(set)
    for voice, name in one_name_each(count, aliases).items():
        together[name].add(voice.name)
    for name, spellings in together.items():
        if any(wanted.search(fold(said)) for said in (name, *spellings)):
            told["speaker_name"] |= spellings
    return {f"{column}s": pa.table({"said": pa.array(sorted(said), pa.string())}) for column, said in told.items()}


def _different(corpus: Corpus, column: str) -> Iterator[str]:
    yield from corpus.sql(f"SELECT DISTINCT {column} FROM quotes WHERE {column} IS NOT NULL ORDER BY 1")[column]


def by_issuer(corpus: Corpus, subject: str) -> pd.DataFrame:
    """What is said on a subject in each issuer's releases: the quotations in which the dictionary word stands.

    Returns:
        ``issuer``, ``date``, ``release``, ``speaker_name``, ``start``, ``end``, ``text``, by issuer and date.
    """
    found = search(corpus, lemma=subject)
    return found.sort_values(["issuer", "date", "release", "start"], kind="stable", na_position="last").reset_index(
        drop=True
    )[["issuer", "date", "release", "speaker_name", "start", "end", "text"]]
