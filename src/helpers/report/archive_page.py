"""An archive as pages that open without a network: search, voices, what comes again, what differs, every hit in place.

``index.html`` holds the texts and searches them itself; ``voices/`` has a page for each person, body and document with
what they said, where and as what; ``texts/`` every release with its quotations marked, to which all links lead.
"""

import base64
import datetime
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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
from helpers.text import atomic
from helpers.text.faults import CorpusError, one_line, reason

_TEMPLATES = Path(__file__).resolve().parent / "templates"
MOST_TEXTS = 2_000
"""Releases that the page holds; of a larger archive the newest. All are in SQLite, see ``archive.export_sqlite``."""
MOST_ROWS = 100
"""Rows of a table that are shown."""


@dataclass(frozen=True)
class Link:
    """A place that a cell leads to."""

    href: str
    text: str


@dataclass(frozen=True)
class Cell:
    """What stands in a cell: links, then text."""

    text: str = ""
    links: Sequence[Link] = ()
    is_number: bool = False


@dataclass(frozen=True)
class Listing:
    """A titled table."""

    title: str
    anchor: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    note: str = ""


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


@dataclass
class _Pages:
    corpus: Corpus
    aliases: Aliases | None
    releases: pd.DataFrame = field(init=False)

    def __post_init__(self) -> None:
        about = self.corpus.sql(
            "SELECT release, date, issuer, title, url FROM releases ORDER BY date DESC NULLS LAST, release LIMIT ?",
            [MOST_TEXTS],
        )
        self.releases = about.assign(issuer=about["issuer"].fillna(UNKNOWN))
        names = list(about["release"])
        self.copies = archive.copies(self.corpus)
        self._file = {name: f"texts/{number}.html" for number, name in enumerate(names)}
        self._wholes = self.corpus.releases_named(names)
        self._quotes = self.corpus.quotes_of(names)
        self.spoken = archive.spoken(self.corpus, aliases=self.aliases, without=self.copies)
        speakers = self.spoken.groupby("speaker_name")["words"].sum().sort_values(ascending=False, kind="stable")
        self._voice = {name: f"voices/{number}.html" for number, name in enumerate(speakers.index[: 5 * MOST_ROWS])}
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES), autoescape=True, finalize=escape, undefined=StrictUndefined,
            trim_blocks=True,
        )  # fmt: skip
        self._css = (_TEMPLATES / "page.css").read_text(encoding="utf-8")
        self._script = (_TEMPLATES / "archive_search.js").read_text(encoding="utf-8")

    def files(self) -> dict[str, str]:
        """Every page by its place."""
        made = {"index.html": self._index()}
        made |= {self._file[row.release]: self._text(row) for row in self.releases.itertuples()}
        said = dict(iter(self.spoken.groupby("speaker_name")))
        made |= {place: self._speaker(name, said[name]) for name, place in self._voice.items()}
        return made

    def _page(self, title: str) -> dict[str, str]:
        digest = hashlib.sha256(self._script.encode("utf-8")).digest()
        return {"title": title, "css": self._css, "hash": f"sha256-{base64.b64encode(digest).decode()}"}

    # --- the first page ------------------------------------------------------------------------

    def _index(self) -> str:
        known = self.releases["issuer"].replace(UNKNOWN, None)
        lines = [
            f"{len(self.releases)} releases of {known.nunique()} known issuers"
            f" ({known.isna().sum()} without one, {self.releases['date'].isna().sum()} without a day), "
            f"{len(self.spoken)} quotations of {self.spoken['speaker_name'].nunique()} voices."
        ]
        if self.copies:
            lines.append(f"{len(self.copies)} releases are nearly the same as an earlier one and not counted below.")
        months = sorted({day.strftime("%Y-%m") for day in self.releases["date"].dropna()})
        return self._environment.get_template("archive.html.j2").render(
            page=self._page("The archive"), lines=lines, parts=self._parts(), search=True, back=False,
            issuers=sorted(set(self.releases["issuer"])), months=months, data=self._data(), script=self._script,
        )  # fmt: skip

    def _data(self) -> str:
        texts = [
            {
                "file": self._file[row.release], "title": row.title or row.release, "issuer": row.issuer,
                "date": row.date.isoformat() if row.date else None,
                "paragraphs": [p.text for p in self._wholes[row.release].paragraphs],
            }
            for row in self.releases.itertuples()
        ]  # fmt: skip
        # Within a script element only these could end it.
        return json.dumps(texts, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028")

    def _parts(self) -> list[Listing]:
        corpus, without = self.corpus, self.copies
        differences = archive.differences(corpus, most=MOST_ROWS)
        again = archive.repeated_quotations(corpus)
        months = archive.timeline(corpus, without=without)
        return [
            self._voices(),
            _plain("Women and men", "gender", archive.genders(corpus, aliases=self.aliases, without=without)),
            _plain("Women's share by issuer and month", "women", self._women()),
            _plain("Releases by month", "months", months),
            self._differences(differences),
            self._figures(archive.repeated_figures(corpus)),
            self._repeated(again),
            _plain("Issuers that quote only themselves", "themselves", self._alone()),
            self._texts(),
        ]

    def _voices(self) -> Listing:
        table = archive.voices(self.corpus, aliases=self.aliases, without=self.copies)
        rows = [
            [self._named(row.speaker_name), Cell(row.speaker_kind), Cell(row.speaker_role or ""), Cell(row.issuer),
             *_numbers(row.quotations, row.words, row.releases)]
            for row in table.head(MOST_ROWS).itertuples()
        ]  # fmt: skip
        heads = ("voice", "kind", "role", "in releases of", "quotations", "words", "releases")
        return Listing("Voices", "voices", heads, rows, _of(rows, table))

    def _women(self) -> pd.DataFrame:
        """Of the quoted words of persons whose gender is told, the share that women have."""
        told = self.spoken[self.spoken["speaker_gender"].isin(("f", "m")) & (self.spoken["speaker_kind"] == "person")]
        told = told.assign(
            month=[day.strftime("%Y-%m") if isinstance(day, datetime.date) else UNKNOWN for day in told["date"]],
            women=told["words"].where(told["speaker_gender"] == "f", 0),
        )
        sums = told.groupby(["issuer", "month"])[["women", "words"]].sum().reset_index()
        sums["share"] = [
            f"{women / words:.0%}" if words else "–" for women, words in zip(sums.women, sums.words, strict=True)
        ]
        return sums.rename(columns={"women": "words of women", "words": "words of both"})

    def _alone(self) -> pd.DataFrame:
        """Issuers of two releases at least in which no voice speaks that stands in another issuer's, too."""
        shared = self.spoken.groupby("speaker_name")["issuer"].nunique()
        table = self.spoken.assign(is_shared=self.spoken["speaker_name"].map(shared) > 1)
        found = (
            table[table["issuer"] != UNKNOWN]
            .groupby("issuer")
            .agg(releases=("release", "nunique"), voices=("speaker_name", "nunique"), shared=("is_shared", "any"))
        )
        return found[(found["releases"] > 1) & ~found["shared"]].drop(columns="shared").reset_index()

    def _differences(self, table: pd.DataFrame) -> Listing:
        rows = [
            [Cell(row.kind), Cell(row.thing),
             self._at(row.one_release, row.one_start, row.one_text, f" {row.one_issuer}"),
             self._at(row.other_release, row.other_start, row.other_text, f" {row.other_issuer}"), Cell(row.why)]
            for row in table.itertuples()
        ]  # fmt: skip
        note = "Numbers on what looks like one thing, the closest first. That they differ does not make one wrong."
        return Listing("Numbers that differ", "differences", ("", "thing", "one", "other", "why they may"), rows, note)

    def _figures(self, table: pd.DataFrame) -> Listing:
        rows = [
            [Cell(row.thing), Cell(row.text), *_numbers(row.wordings), Cell(links=self._links(row.releases))]
            for row in table.head(MOST_ROWS).itertuples()
        ]
        return Listing("Figures that come again", "figures", ("thing", "figure", "wordings", "releases"), rows)

    def _repeated(self, table: pd.DataFrame) -> Listing:
        rows = [
            [*_numbers(row.group), Cell(str(row.date or "")), Cell(row.issuer),
             self._at(row.release, row.start, row.text)]
            for row in table.head(MOST_ROWS).itertuples()
        ]  # fmt: skip
        return Listing(
            "Quotations that come again", "again", ("group", "date", "issuer", "quotation"), rows, _of(rows, table)
        )

    def _texts(self) -> Listing:
        rows = [
            [
                Cell(str(row.date or UNKNOWN)),
                Cell(row.issuer),
                Cell(links=[Link(self._file[row.release], row.title or row.release)]),
            ]
            for row in self.releases.itertuples()
        ]
        return Listing("All texts", "texts", ("date", "issuer", "text"), rows)

    # --- pages of voices and texts -------------------------------------------------------------

    def _speaker(self, name: str, said: pd.DataFrame) -> str:
        spellings = sorted(set(said["printed_name"]) - {name})
        roles = list(dict.fromkeys(role for role in said["speaker_role"] if role))
        lines = [f"{said['speaker_kind'].iloc[0]}: {len(said)} quotations in {said['release'].nunique()} releases"]
        lines += [f"Also printed: {', '.join(spellings)}"] if spellings else []
        lines += [f"As: {'; '.join(roles[:20])}"] if roles else []
        rows = [
            [Cell(str(row.date or UNKNOWN)), Cell(row.issuer), Cell(row.speaker_role or ""), Cell(row.kind),
             self._at(row.release, row.start, self._words(row.release, row.start, row.end), up="../")]
            for row in said.itertuples()
        ]  # fmt: skip
        part = Listing("What was said", "said", ("date", "in a release of", "as", "kind", "words"), rows)
        return self._environment.get_template("archive.html.j2").render(
            page=self._page(name), lines=lines, parts=[part], search=False, back=True, issuers=(), months=(), data="",
            script="",
        )  # fmt: skip

    def _text(self, row: Any) -> str:
        release, quotes = self._wholes[row.release], self._quotes[row.release]
        layers = [*layers_of(quotes, speaker_colours(quotes)), *_anchors(self._starts(row.release))]
        paragraphs = [woven(release.text, p.start, p.end, layers) for p in release.paragraphs]
        about = ", ".join(str(value) for value in (row.date, row.issuer, row.release) if value)
        return self._environment.get_template("archive_text.html.j2").render(
            page=self._page(row.title or row.release), about=about, paragraphs=paragraphs
        )

    def _starts(self, name: str) -> Iterable[tuple[int, int]]:
        """Where the quotations and numbers of a release stand, which links lead to."""
        numbers = self._numbers.get(name, [])
        quotes = self._quotes[name]
        return [*zip(quotes["start"], quotes["end"], strict=True), *numbers]

    @property
    def _numbers(self) -> Mapping[str, list[tuple[int, int]]]:
        if not hasattr(self, "_found"):
            table = self.corpus.sql('SELECT release, start, "end" FROM statistics ORDER BY release, start')
            self._found: dict[str, list[tuple[int, int]]] = {}
            for release, start, end in zip(table["release"], table["start"], table["end"], strict=True):
                self._found.setdefault(release, []).append((start, end))
        return self._found

    # --- cells ---------------------------------------------------------------------------------

    def _named(self, name: str) -> Cell:
        return Cell(links=[Link(self._voice[name], name)]) if name in self._voice else Cell(name)

    def _at(self, release: str, start: int, text: str, behind: str = "", up: str = "") -> Cell:
        """A text that leads to its place; of a release that the page does not hold, the text."""
        if release not in self._file:
            return Cell(text + behind)
        return Cell(behind, [Link(f"{up}{self._file[release]}#c{start}", text)])

    def _links(self, releases: Iterable[str]) -> list[Link]:
        return [Link(self._file[name], name) for name in releases if name in self._file]

    def _words(self, release: str, start: int, end: int) -> str:
        whole: Release | None = self._wholes.get(release)
        return whole.text[start:end] if whole else ""


def _anchors(spans: Iterable[tuple[int, int]]) -> list[Layer]:
    """A place to lead to for each span, the widest where several begin at one place."""
    widest: dict[int, int] = {}
    for start, end in spans:
        widest[start] = max(end, widest.get(start, end))
    close = Markup("</span>")
    return [Layer(int(s), int(e), Markup('<span id="c{}">').format(int(s)), close) for s, e in widest.items()]


def _plain(title: str, anchor: str, table: pd.DataFrame) -> Listing:
    rows = [[_cell(value) for value in row] for row in table.head(MOST_ROWS).itertuples(index=False)]
    heads = [str(name).replace("_", " ") for name in table.columns]
    return Listing(title, anchor, heads, rows, _of(rows, table))


def _cell(value: Any) -> Cell:
    if value is None or value != value:
        return Cell("–")
    return _numbers(value)[0] if isinstance(value, int | float) else Cell(str(value))


def _numbers(*values: Any) -> list[Cell]:
    return [Cell(f"{value:,}", is_number=True) for value in values]


def _of(rows: Sequence, table: pd.DataFrame) -> str:
    return f"The first {len(rows)} of {len(table):,}." if len(rows) < len(table) else ""
