"""All words of an archive, asked as a library's catalogue is: words, phrases, AND, OR, NOT, words that stand near."""

import difflib
import re
import sqlite3

import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.index import index
from helpers.archive.sql import UNKNOWN
from helpers.text.faults import one_line
from helpers.text.typography import fold

_PIECE = re.compile(r'"([^"]*)"|([()])|([^\s"()]+)')
_LONGEST = 500
_SUGGESTED = 4_000
"""Words, the commonest first, among which the one most like a word is looked for."""
_OPERATORS = frozenset(("AND", "OR", "NOT"))
_NEAR = re.compile(r"NEAR/(\d{1,3})")
MARK = "\ue000"
"""Before what was found: a sign of no text."""
_MARKS = (MARK, "\ue001")
"""Around what was found in a snippet: signs of no text."""
_COLUMNS = ("release", "date", "issuer", "title", "speaker_name", "start", "end", "rank", "snippet")


def full_text(corpus: Corpus, query: str, *, of: str = "releases", by: str = "text", most: int = 50) -> pd.DataFrame:
    """Releases or quotations with some words, the best first; case, accents and ligatures do not count.

    Args:
        corpus: the reading; its index is made at the first search.
        query: words that all must stand there; ``"a phrase"``; ``AND``, ``OR``, ``NOT`` and brackets; ``port*`` for
            what begins so; ``port NEAR/5 digue`` for words that have at most five others between them.
        of: ``releases`` or ``quotes``.
        by: ``text`` for forms as printed, ``lemma`` for dictionary words.
        most: rows at the most.

    Returns:
        ``release``, ``date``, ``issuer``, ``title``, ``speaker_name`` (of a quotation), ``start``, ``end`` (of the
        quotation, or of the first word found), ``rank`` (BM25, lower is better; a title counts five times), ``snippet``
        (what was found between [ and ]). ``attrs["suggestion"]``: what was perhaps meant, where nothing is found.

    Raises:
        ValueError: the query can't be read, or ``of`` or ``by`` is another word.
    """
    if of not in ("releases", "quotes") or by not in ("text", "lemma"):
        raise ValueError("of is releases or quotes, by is text or lemma")
    asked = as_fts(query)
    column = "lemmas" if by == "lemma" else ("{title text}" if of == "releases" else "text")
    with index(corpus) as base:
        try:
            found = base.execute(_sql(of), [*_MARKS, *_MARKS, f"{column} : ({asked})", most]).fetchall()
        except sqlite3.OperationalError as error:
            raise ValueError(f"{one_line(query)}: can't be read as a search; close quotes and brackets") from error
        rows = [dict(zip((*_COLUMNS[:-1], "snippet", "marked"), row, strict=True)) for row in found]
        suggestion = None if rows else _suggestion(base, query)
    table = pd.DataFrame([_placed(row, of) for row in rows], columns=list(_COLUMNS))
    table["issuer"] = table["issuer"].fillna(UNKNOWN)
    table.attrs["suggestion"] = suggestion
    return table


def _sql(of: str) -> str:
    if of == "releases":
        return """SELECT release, date, issuer, r.title, NULL, NULL, NULL, bm25(releases_fts, 5.0, 1.0, 1.0) AS rank,
            snippet(releases_fts, -1, ?, ?, '…', 24), highlight(releases_fts, 1, ?, ?)
            FROM releases_fts JOIN releases r ON r.id = releases_fts.rowid
            WHERE releases_fts MATCH ? ORDER BY rank, release LIMIT ?"""
    return """SELECT release, date, issuer, r.title, speaker_name, q.start, q."end", bm25(quotes_fts) AS rank,
        snippet(quotes_fts, -1, ?, ?, '…', 24), highlight(quotes_fts, 0, ?, ?)
        FROM quotes_fts JOIN quotes q ON q.id = quotes_fts.rowid JOIN releases r ON r.id = q.release_id
        LEFT JOIN speakers ON speakers.id = q.speaker_id
        WHERE quotes_fts MATCH ? ORDER BY rank, release, q.start LIMIT ?"""


def _placed(row: dict, of: str) -> dict:
    """A row with the place of what was found, and brackets in its snippet."""
    marked = row.pop("marked") or ""
    at = marked.find(_MARKS[0])
    if of == "releases" and at >= 0:
        row["start"], row["end"] = at, marked.index(_MARKS[1]) - 1
    row["snippet"] = " ".join(str(row["snippet"]).replace(_MARKS[0], "[").replace(_MARKS[1], "]").split())
    return row


def as_fts(query: str) -> str:
    """A query in the language of FTS5, in which every word is a literal one.

    Raises:
        ValueError: there is no word in it, or it is longer than any.
    """
    if len(query) > _LONGEST:
        raise ValueError(f"a search of more than {_LONGEST} characters; ask for fewer words")
    parts: list[str] = []
    for match in _PIECE.finditer(query):
        phrase, bracket, word = match.groups()
        near = _NEAR.fullmatch(word) if word else None
        if bracket or word in _OPERATORS or near:
            parts.append(bracket or word)
        elif any(c.isalnum() for c in phrase or word or ""):
            parts.append(_term(phrase if phrase is not None else word, is_word=phrase is None))
    if not any(part.startswith(('"', '("')) for part in parts):
        raise ValueError('no word to search for; give one, a "phrase", or words with AND, OR, NOT')
    return " ".join(_with_near(parts))


def words_of(column: str, text: str) -> str | None:
    """The condition of FTS5 that a word or phrase stands in a column; None where it has no letter and no figure."""
    return f"{column} : ({_term(text, is_word=False)})" if any(c.isalnum() for c in text) else None


def _term(text: str, *, is_word: bool) -> str:
    """A word or phrase; with *oe* or *œ* in it both are meant."""
    begins = "*" if is_word and text.endswith("*") else ""
    bare = text.rstrip("*").replace('"', "")
    forms = dict.fromkeys((bare, *((bare.replace("oe", "œ"), bare.replace("œ", "oe")) if "oe" in fold(bare) else ())))
    return " OR ".join(f'"{form}"{begins}' for form in forms).join(("(", ")") if len(forms) > 1 else ("", ""))


def _with_near(parts: list[str]) -> list[str]:
    """*a NEAR/5 b* → NEAR(a b, 5)"""
    told: list[str] = []
    at = 0
    while at < len(parts):
        near = _NEAR.fullmatch(parts[at])
        if near and told and at + 1 < len(parts) and told[-1].startswith('"') and parts[at + 1].startswith('"'):
            told[-1] = f"NEAR({told[-1]} {parts[at + 1]}, {near[1]})"
            at += 2
        else:
            told.append(parts[at])
            at += 1
    return told


def _suggestion(base: sqlite3.Connection, query: str) -> str | None:
    """The query with each word that no release has in place of the one most like it, or None."""
    changed = False
    told = []
    for match in _PIECE.finditer(query):
        phrase, bracket, word = match.groups()
        if bracket or word in _OPERATORS or (word and _NEAR.fullmatch(word)):
            told.append(bracket or word)
            continue
        said = [_known(base, part) for part in re.findall(r"\w+", phrase or word or "")]
        changed |= any(was != now for was, now in said)
        text = " ".join(now for _, now in said)
        told.append(f'"{text}"' if phrase else text)
    return " ".join(told) if changed else None


def _known(base: sqlite3.Connection, word: str) -> tuple[str, str]:
    """A word, and the word of the archive that is most like it, the commonest ones first."""
    form = fold(word)
    if base.execute("SELECT 1 FROM vocabulary WHERE term = ?", [form]).fetchone():
        return word, word
    near = base.execute(
        "SELECT term FROM vocabulary WHERE term >= ?1 AND term < ?1 || '\U0010ffff' AND abs(length(term) - ?2) <= 2 "
        "ORDER BY doc DESC, term LIMIT ?3",
        [form[:1], len(form), _SUGGESTED],
    )
    found = difflib.get_close_matches(form, [term for (term,) in near], n=1, cutoff=0.7)
    return word, found[0] if found else word
