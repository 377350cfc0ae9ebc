"""What came since: the releases that an archive has not shown yet, and what saved questions find among them.

A look is remembered by what was there, not by the clock: ``looked.json`` in the archive's folder holds the releases
that somebody has seen, with their checksums, so that copying a folder or touching files makes nothing new.
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
from helpers.archive.questions import search
from helpers.archive.sql import ISSUER
from helpers.archive.tables import mark_path, part_paths
from helpers.text import atomic
from helpers.text.faults import CorpusError, one_line, reason

_LOOKED = "looked.json"
_ASKED = frozenset(("word", "lemma", "speaker", "mentioning", "issuer", "about"))
_COLUMNS = ["query", "release", "date", "issuer", "title", "url", "read_at", "text"]


def read_at(corpus: Corpus) -> dict[str, datetime.datetime]:
    """When each release was read into the archive, in UTC: when its partition was finished."""
    found: dict[str, datetime.datetime] = {}
    for path in part_paths(corpus.folder, "releases"):
        mark = mark_path(corpus.folder, int(path.stem.removeprefix("part-")))
        written = (mark if mark.exists() else path).stat().st_mtime
        when = datetime.datetime.fromtimestamp(int(written), datetime.UTC)
        found |= dict.fromkeys(pd.read_parquet(path, columns=["release"])["release"], when)
    return found


def new_since(
    corpus: Corpus, since: datetime.date | None = None, queries: Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """What came since the last look, or since a day, newest first.

    Args:
        corpus: the reading.
        since: releases of this day or later; None for what was not there at the last ``remember_look``.
        queries: saved questions, see ``read_queries``; with them only what they find.

    Returns:
        ``query`` (the name of the question; None without), ``release``, ``date``, ``issuer``, ``title``, ``url``,
        ``read_at``, ``text`` (the quotation or passage found; of a release its title).
    """
    about = corpus.sql(f"SELECT release, sha256, date, {ISSUER} AS issuer, title, url FROM releases ORDER BY release")
    seen = _seen(corpus) if since is None else {}
    is_new = [
        seen.get(row.release) != row.sha256 if since is None else row.date is not None and row.date >= since
        for row in about.itertuples()
    ]
    times = read_at(corpus)
    fresh = about[is_new].assign(read_at=[times.get(release) for release in about[is_new]["release"]])
    if queries is None:
        found = fresh.assign(query=None, text=fresh["title"])
    else:
        hits = [_hits(corpus, name, asked) for name, asked in queries.items()]
        table = pd.concat([*hits, pd.DataFrame(columns=["query", "release", "text"])])
        found = table.merge(fresh, on="release")
    days = [day or datetime.date.min for day in found["date"]]
    order = found.assign(day=days).sort_values(["day", "release"], ascending=[False, True], kind="stable")
    return order[_COLUMNS].reset_index(drop=True)


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
        found = json.loads((corpus.folder / _LOOKED).read_text(encoding="utf-8"))
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


def as_atom(news: pd.DataFrame, title: str = "New releases") -> str:
    """An Atom feed (RFC 4287), an entry each; what comes from a release is text in it, never markup."""
    times = [when for when in news["read_at"] if when is not None]
    updated = max(times, default=datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)).isoformat()
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
        f"<entry><title>{_xml(head)}</title><id>urn:sha256:{name}</id><updated>{row.read_at.isoformat()}</updated>"
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
