"""Executed notebooks → pages: what the report says of each, and the templates that lay it out.

Every page comes from a template in nbconvert's environment with autoescape on. What is HTML already – highlighted
code, rendered Markdown, what an output shows as HTML – is told so in the template, by ``safe``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from helpers.charts import Chart
from helpers.markup import Html, how_we_know, methods_of
from helpers.markup.html import escape
from helpers.report.comparison import SIDES, Comparison
from helpers.report.exhibits import Exhibit
from helpers.report.figures import for_screen
from helpers.report.notebooks import as_lines, contents, findings, goal, headlines, title
from helpers.report.shelf import folder_of, title_of
from helpers.report.touch import as_cards, with_taps
from helpers.report.voice_filter import rules, with_filter
from helpers.text.translation import counted, day, language, translate

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_EMPTY_ANCHOR = re.compile(r'<a class="anchor-link" href="[^"]*"></a>')


@dataclass(frozen=True)
class Page:
    """What the report says of a notebook.

    ``goal`` is Markdown; ``headlines`` are what it would print first, ``findings`` what it prints under that heading;
    ``contents`` its headings, each behind its anchor; ``language`` is that of its text.
    """

    file: str
    title: str
    goal: str
    headlines: Sequence[str]
    findings: Sequence[str]
    contents: Sequence[tuple[str, str]]
    exhibits: Sequence[Exhibit]
    language: str

    @property
    def picture(self) -> Exhibit | None:
        """Its first figure."""
        return next((exhibit for exhibit in self.exhibits if exhibit.figure), None)

    @property
    def first(self) -> str | None:
        """One finding of it."""
        return next(iter(self.findings), self.picture.finding if self.picture else None)


def page_of(notebook: NotebookNode, stem: str, exhibits: Sequence[Exhibit], language: str = "en") -> Page:
    """The page of an executed notebook, in a language."""
    return Page(
        f"{stem}.html", title(notebook) or stem, goal(notebook), headlines(notebook), findings(notebook),
        contents(notebook), exhibits, language,
    )  # fmt: skip


@dataclass(frozen=True)
class Voice:
    """Who is quoted, with number and colour and the first words said."""

    number: int
    colour: str
    name: str
    role: str | None
    words: int
    first: str


@dataclass(frozen=True)
class FirstPage:
    """What the first page of a report tells.

    Args:
        name: what the release says at its head.
        facts: what is told of it, each with its label.
        findings: what a reader would tell of it first.
        marked: the release with its quotations marked.
        voices: who says what, those with most words first.
        chart: where each voice is heard.
        entries: the notebooks' pages.
        figures: the figures' SVG by their links.
        downloads: links to files, each with what the file is.
        provenance: of what file all this was made, each with its label.
        others: a link to the list of other reports.
    """

    name: str
    facts: Sequence[tuple[str, str]]
    findings: Sequence[str]
    marked: Html
    voices: Sequence[Voice]
    chart: Chart
    entries: Sequence[Page]
    figures: Mapping[str, str]
    downloads: Sequence[tuple[str, str]]
    provenance: Sequence[tuple[str, str]]
    others: str


class Layout:
    """The templates of the report, their style sheet in each page."""

    def __init__(self) -> None:
        from nbconvert import HTMLExporter  # here, not above: it takes a second

        self._css = _css()
        self._exporter = HTMLExporter(
            template_name="base",
            template_file="notebook.html.j2",
            extra_template_paths=[str(_TEMPLATES)],
            extra_template_basedirs=[],
            anchor_link_text="",
        )
        self._exporter.environment.autoescape = True
        # What a release says goes through our own escape, which shows what turns a line round.
        self._exporter.environment.finalize = escape
        self._exporter.environment.filters |= {
            "as_cards": as_cards, "as_lines": as_lines, "for_screen": for_screen, "with_filter": with_filter,
            "with_taps": with_taps,
        }  # fmt: skip
        self._exporter.environment.globals |= {
            "_": translate, "counted": counted, "day": day, "how_we_know": how_we_know, "language": language,
        }  # fmt: skip

    def notebook(self, notebook: NotebookNode, page: Page, before: Page | None, after: Page | None, others: str) -> str:
        """A notebook as a page, with links to the pages before and after it; ``others`` leads to other reports."""
        context = {
            "title": page.title, "css": self._css, "contents": page.contents, "previous": before, "next": after,
            "others": others, "language": page.language, "methods": methods_of(Path(page.file).stem),
        }  # fmt: skip
        html, _ = self._exporter.from_notebook_node(notebook, resources={"page": context})
        # Headings keep their ids; the empty links to themselves go.
        return _EMPTY_ANCHOR.sub("", html)

    def releases(
        self, reports: Sequence[tuple[str, Mapping[str, str]]], pairs: Sequence[tuple[str, str, str]], collection: bool
    ) -> str:
        """The list of reports.

        Args:
            reports: the folder of each, with what its card says.
            pairs: the link to each comparison, with the titles of the two.
            collection: whether the collection has a report of its own.
        """
        page = {"title": translate("Reports of releases"), "css": self._css}
        return self._filled("releases", page=page, reports=reports, pairs=pairs, collection=collection)

    def comparison(self, pair: Comparison) -> str:
        """Two releases side by side."""
        titles = [title_of(reading.release) for reading in pair.both]
        folders = [folder_of(reading.release) for reading in pair.both]
        page = {"title": f"{titles[0]} | {titles[1]}", "css": self._css}
        heads = list(zip(SIDES, titles, folders, pair.texts(), strict=True))
        return self._filled("comparison", page=page, heads=heads, pair=pair, tables=pair.tables(), chart=pair.chart())

    def _filled(self, template: str, **values: object) -> str:
        return self._exporter.environment.get_template(f"{template}.html.j2").render(values)

    def index(self, told: FirstPage) -> str:
        """The first page."""
        return self._filled("index", page={"title": told.name, "css": self._css}, told=told)


def _css() -> str:
    from pygments.formatters import HtmlFormatter

    css = (_TEMPLATES / "page.css").read_text(encoding="utf-8")
    light, dark = (HtmlFormatter(style=style).get_style_defs(".highlight") for style in ("default", "github-dark"))
    return f"{css}{rules()}\n{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}"
