"""What came since: the releases that an archive has not shown yet, and what saved questions find among them.

A look is remembered by what was there, not by the clock: ``looked.json`` in the archive's folder holds the releases
that somebody has seen, with their checksums, so that copying a folder or touching files makes nothing new. Who asks by
the clock has ``read_at`` of each release, which stays when others of its partition are read anew.
"""

import datetime
import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.full_text import full_text
from helpers.archive.search import search
from helpers.archive.sql import ISSUER
from helpers.text import atomic
from helpers.text.faults import CorpusError, one_line, reason
from helpers.text.json_text import from_json

_LOOKED = "looked.json"
_ASKED = frozenset(("word", "lemma", "speaker", "mentioning", "issuer", "about"))
_COLUMNS = ["query", "release", "date", "issuer", "title", "url", "read_at", "text"]


def new_since(
    corpus: Corpus,
    since: datetime.date | datetime.datetime | None = None,
    queries: Mapping[str, Any] | None = None,
    *,
    issued: datetime.date | None = None,
) -> pd.DataFrame:
    """What came since the last look, or since a day or a moment, newest first.

    Args:
        corpus: the reading.
        since: what was read into the archive then or later, a day from its midnight in UTC on; None, without
            ``issued``, for what was not there at the last ``remember_look``.
        queries: saved questions, see ``read_queries``; with them only what they find.
        issued: only releases of this day or later, whenever they were read.

    Returns:
        ``query`` (the name of the question; None without), ``release``, ``date``, ``issuer``, ``title``, ``url``,
        ``read_at``, ``text`` (the quotation or passage found; of a release its title).
    """
    fresh = _fresh(corpus, since, issued)
    if queries is None:
        found = fresh.assign(query=None, text=fresh["title"])
    else:
        hits = [_hits(corpus, name, asked) for name, asked in queries.items()]
        table = pd.concat([*hits, pd.DataFrame(columns=["query", "release", "text"])])
        found = table.merge(fresh, on="release")
    days = [day or datetime.date.min for day in found["date"]]
    order = found.assign(day=days).sort_values(["day", "release"], ascending=[False, True], kind="stable")
    return order[_COLUMNS].reset_index(drop=True)


def _fresh(corpus: Corpus, since: datetime.date | None, issued: datetime.date | None) -> pd.DataFrame:
    where, values = ["true"], []
    if since is not None:
        where.append("read_at >= ?")  # ISO 8601 in one zone: the order of the letters is that of the times
        values.append(_moment(since))
    if issued is not None:
        where.append("date >= ?")
        values.append(issued)
    about = corpus.sql(
        f"""SELECT release, sha256, date, {ISSUER} AS issuer, title, url, read_at FROM releases
            WHERE {" AND ".join(where)} ORDER BY release""",
        values,
    )
    if values:
        return about
    seen = _seen(corpus)
    return about[[seen.get(name) != mark for name, mark in zip(about["release"], about["sha256"], strict=True)]]


def _moment(since: datetime.date) -> str:
    """A day or a moment as ``read_at`` has it; a moment without a zone is of this machine's."""
    if isinstance(since, datetime.datetime):
        return since.astimezone(datetime.UTC).isoformat(timespec="seconds")
    return since.isoformat()


def _hits(corpus: Corpus, name: str, asked: Mapping[str, str]) -> pd.DataFrame:
    if "text" in asked:
        found = full_text(corpus, asked["text"], most=10_000).rename(columns={"snippet": "text"})
    else:
        found = search(corpus, **asked)
    return found[["release", "text"]].assign(query=name)


def read_queries(path: str | Path) -> dict[str, dict[str, str]]:
    """Saved questions, a YAML file: names, and below each what ``search`` takes, or ``text`` for ``full_text``.

    Raises:
        CorpusError: the file can't be read, or a question asks for what there is not.
    """
    import yaml

    shown = one_line(Path(path).name)
    try:
        found = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
        raise CorpusError(f"{shown}: no YAML file that can be read ({reason(error)})") from error
    if not isinstance(found, dict) or not found:
        raise CorpusError(f"{shown}: no questions in it; write a name, and below it for instance  lemma: école")
    queries = {}
    for name, asked in found.items():
        is_known = isinstance(asked, dict) and asked and (set(asked) <= _ASKED or set(asked) == {"text"})
        if not is_known:
            told = ", ".join(sorted(_ASKED))
            raise CorpusError(f"{shown}: {one_line(str(name))} asks for something else; give {told}, or text alone")
        queries[str(name)] = {str(key): str(value) for key, value in asked.items()}
    return queries


def remember_look(corpus: Corpus) -> None:
    """Take what is there now as seen.

    Raises:
        CorpusError: the archive's folder can't be written.
    """
    table = corpus.sql("SELECT release, sha256 FROM releases ORDER BY release")
    seen = dict(zip(table["release"], table["sha256"], strict=True))
    try:
        atomic.write({corpus.folder / _LOOKED: json.dumps(seen, ensure_ascii=False, indent=0)})
    except OSError as error:
        shown = one_line(str(corpus.folder))
        raise CorpusError(f"{shown}: can't be written ({reason(error)}); what was seen is not remembered") from error


def _seen(corpus: Corpus) -> dict[str, str]:
    try:
        found = from_json((corpus.folder / _LOOKED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


# --- as text, as JSON, as a feed ---------------------------------------------------------------


def as_text(news: pd.DataFrame) -> str:
    """A line each: day, issuer, what was found."""
    lines = []
    for row in news.itertuples():
        named = f"[{row.query}] " if row.query else ""
        lines.append(one_line(f"{named}{row.date or 'no day'} · {row.issuer} · {row.text or row.release}"))
    return "\n".join(lines or ["Nothing new."]) + "\n"


def as_json(news: pd.DataFrame) -> str:
    """A list of objects, days and times in ISO 8601."""
    rows = [{name: _plain(value) for name, value in row.items()} for row in news.to_dict("records")]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    if value is None or value != value:
        return None
    return value.isoformat() if hasattr(value, "isoformat") else value


_NEVER = "1970-01-01T00:00:00+00:00"


def as_atom(news: pd.DataFrame, title: str = "New releases") -> str:
    """An Atom feed (RFC 4287), an entry each; what comes from a release is text in it, never markup."""
    updated = max(filter(None, news["read_at"]), default=_NEVER)
    entries = "".join(_entry(row) for row in news.itertuples())
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_xml(title)}</title>\n<id>urn:archive:news</id>\n<updated>{updated}</updated>\n{entries}</feed>\n"
    )


def _entry(row: Any) -> str:
    name = sha256(f"{row.query}\n{row.release}\n{row.text}".encode("utf-8", "surrogatepass")).hexdigest()
    is_link = isinstance(row.url, str) and row.url.startswith(("https://", "http://"))
    link = f'<link href="{_xml(row.url)}"/>' if is_link else ""
    head = row.title or row.release
    return (
        f"<entry><title>{_xml(head)}</title><id>urn:sha256:{name}</id><updated>{row.read_at or _NEVER}</updated>"
        f"<author><name>{_xml(row.issuer)}</name></author>{link}<summary>{_xml(row.text or '')}</summary></entry>\n"
    )


def _xml(text: str) -> str:
    return escape("".join(c for c in str(text) if c.isprintable() or c in " \n\t"), {'"': "&quot;"})


def told(news: pd.DataFrame, form: str = "text") -> str:
    """What is new, as ``text``, ``json`` or ``atom``.

    Raises:
        ValueError: there is no such form.
    """
    forms: Mapping[str, Any] = {"text": as_text, "json": as_json, "atom": as_atom}
    if form not in forms:
        raise ValueError(f"{one_line(form)}: no such form; take {', '.join(forms)}")
    return forms[form](news)
