"""An archive as pages that open without a network: search, voices, what comes again, what differs, every hit in place.

``index.html`` holds the texts and searches them itself: of two thousand texts a scan answers while one types, so that
no index and no library is needed; a larger archive is searched in SQLite (``archive.full_text``). ``voices/`` has a
page for each person, body and document with what they said, where and as what; ``texts/`` every release with its
quotations marked, to which all links lead.
"""

import base64
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from helpers import archive
from helpers.archive import UNKNOWN, Corpus
from helpers.archive.voice_names import Aliases
from helpers.markup.html import escape
from helpers.markup.marked import Layer, layers_of, woven
from helpers.markup.speakers import speaker_colours
from helpers.release.release import Release
from helpers.report.archive_lists import Cell, Link, Listing, count, day, some_of, text_of
from helpers.report.archive_parts import Parts
from helpers.report.shelf import title_of
from helpers.text import atomic
from helpers.text.faults import CorpusError, one_line, reason

_TEMPLATES = Path(__file__).resolve().parent / "templates"
MOST_TEXTS = 2_000
"""Releases that the page holds; of a larger archive the newest. All are in SQLite, see ``archive.export_sqlite``."""
MOST_VOICES = 500
"""Voices that have a page, those with most words."""


def build_archive(corpus: Corpus, output: Path, aliases: Aliases | None = None) -> Path:
    """Write the pages of an archive; gives that of ``index.html``. A folder of them is replaced when all are made.

    Raises:
        CorpusError: the folder can't be written, or holds something else.
    """
    if output.exists() and not (output / "texts").is_dir() and any(output.iterdir()):
        raise CorpusError(f"{one_line(str(output))}: holds other files; name a new folder")
    files = _Pages(corpus, aliases).files()
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f"{output.name}.", dir=output.parent) as scratch:
            fresh = Path(scratch) / "new"
            for folder in ("texts", "voices"):
                (fresh / folder).mkdir(parents=True)
            atomic.write({fresh / name: text.encode("utf-8", errors="replace") for name, text in files.items()})
            if output.exists():
                shutil.rmtree(output)
            fresh.rename(output)
    except OSError as error:
        raise CorpusError(
            f"{one_line(str(output))}: can't be written ({reason(error)}); name another folder"
        ) from error
    return output / "index.html"


class _Pages:
    """The pages of an archive, put together from what its tables answer."""

    def __init__(self, corpus: Corpus, aliases: Aliases | None) -> None:
        self.corpus, self.aliases = corpus, aliases
        about = corpus.sql(
            "SELECT release, date, issuer, title, url FROM releases ORDER BY date DESC NULLS LAST, release LIMIT ?",
            [MOST_TEXTS],
        )
        names = list(about["release"])
        self._wholes = corpus.releases_named(names)
        titles = [
            title if title else title_of(self._wholes[name]) for name, title in zip(names, about["title"], strict=True)
        ]
        self.releases = about.assign(issuer=about["issuer"].fillna(UNKNOWN), title=titles)
        self._file = {name: f"texts/{number}.html" for number, name in enumerate(names)}
        self._quotes = corpus.quotes_of(names)
        self._numbers = self._numbers_of(names)
        self.spoken = archive.spoken(corpus, aliases=aliases)
        self.spoken["voice"] = _voices_of(self.spoken)
        speakers = self.spoken.groupby("voice")["words"].sum().sort_values(ascending=False, kind="stable")
        self._voice = {voice: f"voices/{number}.html" for number, voice in enumerate(speakers.index[:MOST_VOICES])}
        printed = self.spoken[["release", "printed_name", "voice"]].drop_duplicates()
        self._speaks = {(release, name): voice for release, name, voice in printed.itertuples(index=False)}
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES), autoescape=True, finalize=escape, undefined=StrictUndefined,
            trim_blocks=True,
        )  # fmt: skip
        self._environment.filters["base64"] = lambda text: base64.b64encode(text.encode("utf-8")).decode()
        self._css = (_TEMPLATES / "page.css").read_text(encoding="utf-8")
        self._script = (_TEMPLATES / "archive_search.js").read_text(encoding="utf-8")

    def files(self) -> dict[str, str]:
        """Every page by its place."""
        made = {"index.html": self._index()}
        made |= {self._file[row.release]: self._text(row) for row in self.releases.itertuples()}
        said = dict(iter(self.spoken.groupby("voice")))
        made |= {place: self._speaker(voice[0], said[voice]) for voice, place in self._voice.items()}
        return made

    def _page(self, title: str) -> dict[str, str]:
        digest = hashlib.sha256(self._script.encode("utf-8")).digest()
        return {"title": title, "css": self._css, "hash": f"sha256-{base64.b64encode(digest).decode()}"}

    def _numbers_of(self, names: list[str]) -> Mapping[str, list[tuple[int, int]]]:
        table = self.corpus.sql(
            'SELECT release, start, "end" FROM statistics WHERE release IN (SELECT unnest(?)) ORDER BY release, start',
            [names],
        )
        found: dict[str, list[tuple[int, int]]] = {}
        for release, start, end in zip(table["release"], table["start"], table["end"], strict=True):
            found.setdefault(release, []).append((start, end))
        return found

    # --- the first page ------------------------------------------------------------------------

    def _index(self) -> str:
        parts = Parts(self.corpus, self.aliases, self)
        months = sorted({value.strftime("%Y-%m") for value in self.releases["date"].dropna()})
        return self._environment.get_template("archive.html.j2").render(
            page=self._page(parts.title), lines=self._lines(), findings=parts.findings(), parts=parts.listings(),
            search=True, back=False, issuers=sorted(set(self.releases["issuer"])), months=months, data=self._data(),
            script=self._script,
        )  # fmt: skip

    def _lines(self) -> list[str]:
        """What the archive is, and what of it is not here."""
        (row,) = self.corpus.sql(
            """SELECT count(*) AS releases, count(*) - count(issuer) AS no_issuer, count(*) - count(date) AS no_day,
               (SELECT count(*) FROM errors) AS errors FROM releases"""
        ).itertuples()
        voices = count(self.spoken["voice"].nunique(), "voice")
        lines = [f"{count(len(self.spoken), 'quotation')} of {voices}."]
        copies = len(archive.copies(self.corpus))
        if copies:
            lines.append(f"Nearly the same as an earlier release, and not counted below: {count(copies, 'release')}.")
        if row.no_issuer or row.no_day:
            lines.append(f"Without an issuer: {row.no_issuer:,}; without a day: {row.no_day:,}.")
        if row.errors:
            lines.append(f"{count(row.errors, 'file')} could not be read; the table errors says why.")
        if row.releases > len(self.releases):
            lines.append(f"The newest {len(self.releases):,} of {row.releases:,} texts stand and are searched here.")
        return lines

    def _data(self) -> str:
        texts = [
            {
                "file": self._file[row.release], "title": row.title, "issuer": row.issuer,
                "date": row.date.isoformat() if row.date else None,
                "paragraphs": [p.text for p in self._wholes[row.release].paragraphs],
            }
            for row in self.releases.itertuples()
        ]  # fmt: skip
        # Within a script element only these could end it.
        return json.dumps(texts, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028")

    # --- pages of voices and texts -------------------------------------------------------------

    def _speaker(self, name: str, said: pd.DataFrame) -> str:
        spellings = sorted(set(said["printed_name"]) - {name})
        roles = list(dict.fromkeys(role for role in said["speaker_role"] if isinstance(role, str)))
        releases = count(said["release"].nunique(), "release")
        lines = [f"{said['speaker_kind'].iloc[0]}: {count(len(said), 'quotation')} in {releases}."]
        lines += [f"Also printed: {', '.join(spellings)}."] if spellings else []
        lines += [f"As: {'; '.join(roles[:20])}."] if roles else []
        rows = [
            [day(row.date), Cell(row.issuer), Cell(text_of(row.speaker_role), is_french=True), Cell(row.kind),
             self.at(row.release, row.start, self._words(row.release, row.start, row.end), up="../")]
            for row in said.itertuples()
        ]  # fmt: skip
        heads = ("date", "in a release of", "as", "kind", "words")
        part = Listing("What was said", "said", heads, rows, len(rows))
        return self._environment.get_template("archive.html.j2").render(
            page=self._page(name), lines=lines, findings=(), parts=[part], search=False, back=True, issuers=(),
            months=(), data="", script="",
        )  # fmt: skip

    def _text(self, row: Any) -> str:
        release, quotes = self._wholes[row.release], self._quotes[row.release]
        layers = [*layers_of(quotes, speaker_colours(quotes)), *_anchors(self._starts(row.release))]
        paragraphs = [(n, woven(release.text, p.start, p.end, layers)) for n, p in enumerate(release.paragraphs)]
        opens_with_title = bool(paragraphs) and " ".join(release.paragraphs[0].text.split()) == row.title
        head = paragraphs.pop(0)[1] if opens_with_title else None
        about = ", ".join(str(value) for value in (row.date, row.issuer, row.release) if value)
        colours = speaker_colours(quotes)
        pages = [self._voice.get(self._speaks.get((row.release, name), (name, ""))) for name in colours]
        voices = [(number, name, page) for number, (name, page) in enumerate(zip(colours, pages, strict=True), start=1)]
        return self._environment.get_template("archive_text.html.j2").render(
            page=self._page(row.title), about=about, url=row.url if _is_address(row.url) else None, voices=voices,
            head=head, paragraphs=paragraphs,
        )  # fmt: skip

    def _starts(self, name: str) -> Iterable[tuple[int, int]]:
        """Where the quotations and numbers of a release stand, which links lead to."""
        quotes = self._quotes[name]
        return [*zip(quotes["start"], quotes["end"], strict=True), *self._numbers.get(name, ())]

    # --- cells ---------------------------------------------------------------------------------

    def named(self, name: str, only_in: str | None = None) -> Cell:
        """A voice, which leads to its page; ``only_in``: the release of one without a name of its own."""
        page = self._voice.get((name, text_of(only_in)))
        return Cell(links=[Link(page, name)]) if page else Cell(name)

    def at(self, release: str, start: int, text: str, behind: str = "", up: str = "") -> Cell:
        """A text that leads to its place; of a release that the page does not hold, the text."""
        if release not in self._file:
            return Cell(text + behind, is_french=True)
        return Cell(behind, [Link(f"{up}{self._file[release]}#c{start}", text)], is_french=True)

    def file_of(self, release: str) -> str:
        """The page of a release that the archive's pages hold."""
        return self._file[release]

    def links(self, releases: Iterable[str]) -> Cell:
        """Releases by name, each that the pages hold leading to its own."""
        found = [name for name in releases if name in self._file]
        if not found:
            return Cell(some_of(releases))
        more = f" and {len(found) - 3} more" if len(found) > 3 else ""
        return Cell(more, [Link(self._file[name], name) for name in found[:3]])

    def _words(self, release: str, start: int, end: int) -> str:
        whole: Release | None = self._wholes.get(release)
        return whole.text[start:end] if whole else ""


_Voice = tuple[str, str]
"""A name, and of a voice without a name of its own its release."""


def _voices_of(table: pd.DataFrame) -> list[_Voice]:
    return list(zip(table["speaker_name"], map(text_of, table["only_in"]), strict=True))


def _is_address(url: Any) -> bool:
    return isinstance(url, str) and url.startswith(("https://", "http://"))


def _anchors(spans: Iterable[tuple[int, int]]) -> list[Layer]:
    """A place to lead to for each span, the widest where several begin at one place."""
    widest: dict[int, int] = {}
    for start, end in spans:
        widest[start] = max(end, widest.get(start, end))
    close = Markup("</span>")
    return [Layer(int(s), int(e), Markup('<span id="c{}">').format(int(s)), close) for s, e in widest.items()]
