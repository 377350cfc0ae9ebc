"""Executed notebooks → pages: what the report says of each, and the templates that lay it out.

Every page comes from a template in nbconvert's environment with autoescape on. What is HTML already – highlighted
code, rendered Markdown, what an output shows as HTML – is told so in the template, by ``safe``.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from helpers.markup import Html
from helpers.markup.html import escape
from helpers.report.comparison import SIDES, Comparison
from helpers.report.exhibits import Exhibit
from helpers.report.notebooks import findings, goal, title
from helpers.report.shelf import folder_of, title_of

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_EMPTY_ANCHOR = re.compile(r'<a class="anchor-link" href="[^"]*"></a>')


@dataclass(frozen=True)
class Page:
    """What the report's first page says of a notebook: title, goal as Markdown, findings as lines."""

    file: str
    title: str
    goal: str
    findings: Sequence[str]
    exhibits: Sequence[Exhibit]


def page_of(notebook: NotebookNode, stem: str, exhibits: Sequence[Exhibit]) -> Page:
    """The page of an executed notebook."""
    return Page(f"{stem}.html", title(notebook) or stem, goal(notebook), findings(notebook), exhibits)


@dataclass(frozen=True)
class Voice:
    """Who is quoted, with the first words said."""

    name: str
    role: str | None
    words: int
    first: str


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

    def notebook(self, notebook: NotebookNode, page: Page, before: Page | None, after: Page | None) -> str:
        """A notebook as a page, with links to the pages before and after it."""
        context = {"title": page.title, "css": self._css, "previous": before, "next": after}
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
        page = {"title": "Reports of releases", "css": self._css}
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

    def index(
        self, name: str, facts: Iterable[tuple[str, str]], entries: Sequence[Page], marked: Html,
        downloads: Iterable[tuple[str, str]], voices: Sequence["Voice"] = (),
        provenance: Iterable[tuple[str, str]] = (), others: str | None = None,
    ) -> str:  # fmt: skip
        """The first page.

        Args:
            name: what the release says at its head.
            facts: what is told of it, each with its label.
            entries: the notebooks' pages.
            marked: the release with its quotations marked.
            downloads: links to files, each with what the file is.
            voices: who says what, those with most words first.
            provenance: of what file all this was made, each with its label.
            others: a link to the list of other reports.
        """
        page = {"title": name, "css": self._css}
        return self._filled(
            "index", page=page, facts=facts, entries=entries, marked=marked, downloads=downloads, voices=voices,
            provenance=provenance, others=others,
        )  # fmt: skip


def _css() -> str:
    from pygments.formatters import HtmlFormatter

    css = (_TEMPLATES / "page.css").read_text(encoding="utf-8")
    light, dark = (HtmlFormatter(style=style).get_style_defs(".highlight") for style in ("default", "github-dark"))
    return f"{css}{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}"
