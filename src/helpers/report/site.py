"""Notebooks run into a site that opens in any browser, without a network.

Pages hold everything that they show; figures and the numbers behind them also lie beside them, as SVG and CSV, and
the reading of the release in every format of ``helpers.export``.
"""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from nbformat import NotebookNode

from helpers import charts, paths
from helpers.analysis import Analysis, analyse
from helpers.markup import marked_text
from helpers.markup.speakers import speaker_numbers
from helpers.quotes.model import NARRATED_POINT
from helpers.release.release import Release, load_release
from helpers.report.comparison import comparisons
from helpers.report.downloads import ALL, downloads, zipped
from helpers.report.execution import execute, spoken
from helpers.report.exhibits import Exhibits
from helpers.report.findings import findings_of
from helpers.report.links import language_of, linked_from
from helpers.report.notebooks import read
from helpers.report.pages import FirstPage, Layout, Page, Voice, page_of
from helpers.report.progress import ProgressLine
from helpers.report.shelf import (
    CARD,
    COMPARISONS,
    LIST,
    card,
    comparisons_in,
    folder_of,
    reports_in,
    title_of,
    write_list,
)
from helpers.text import atomic
from helpers.text.translation import counted, day, language, translate

_FIRST = 90  # letters of what somebody says first
_MOST_VOICES = 6


def build(sources: Sequence[Path], output: Path, release: Path | None = None) -> list[Page]:
    """Run notebooks and write the report of them.

    Args:
        sources: the notebooks, in order.
        output: the report's folder; it is replaced only when every notebook ran. Reports of other releases that
            stand in it stay.
        release: a release to hand to each notebook as ``release_path``; without it each reads its own.

    Raises:
        ReleaseError: the release can't be read; nothing was run.
        NotebookError: a notebook failed; the folder is left as it was.
    """
    return _build(sources, output, load_release(release or paths.RELEASE), release)[0]


def _build(
    sources: Sequence[Path], output: Path, about: Release, release: Path | None, place: tuple[int, int] | None = None
) -> tuple[list[Page], Analysis]:
    """A report; ``place`` is which release of how many it is of, told in place of the notebooks'."""
    parameters = {"release_path": str(release.resolve())} if release else {}
    output.parent.mkdir(parents=True, exist_ok=True)
    # Made beside its place and moved there when whole, so that no half report is ever seen.
    with tempfile.TemporaryDirectory(prefix=f"{output.name}.", dir=output.parent) as scratch:
        names = {path.name for path in sources}
        executed: dict[str, NotebookNode] = {}
        languages = {path.stem: language_of(read(path)) for path in sources}
        for number, path in enumerate(sources, 1):
            with ProgressLine(*(place or (number, len(sources))), about.name if place else path.stem):
                notebook = linked_from(output, path, names)
                with spoken(languages[path.stem]):  # so that a page is in one language
                    executed[path.stem] = execute(notebook, path.stem, path.parent, **parameters)
        is_of_collection = release is None
        kept = _kept(output) if is_of_collection else []
        others = LIST if is_of_collection else f"../{LIST}"
        analysis = analyse(about)
        pages, files = _laid_out(executed, languages, analysis, others)
        if not is_of_collection:
            files[CARD] = card(about)
        fresh = Path(scratch) / "new"
        for folder in {(fresh / link).parent for link in files}:
            folder.mkdir(parents=True, exist_ok=True)
        # What no UTF-8 can hold, half a surrogate pair, must not stop a report.
        atomic.write({fresh / link: _as_bytes(content) for link, content in files.items()})
        _swap(fresh, output, Path(scratch) / "old", kept)
    if is_of_collection:
        list_reports(output)
    return pages, analysis


def _kept(output: Path) -> list[str]:
    """The folders of a report that stay when it is replaced: those of other releases, and of their comparisons."""
    reports = [name for name, _ in reports_in(output)]
    return [*reports, COMPARISONS] if reports and (output / COMPARISONS).is_dir() else reports


def _as_bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8", errors="replace") if isinstance(content, str) else content


def _swap(fresh: Path, output: Path, old: Path, kept: Sequence[str]) -> None:
    """Put a new report in the place of the old one, of which some folders stay; on any stop all is as it was."""
    if output.exists():
        output.rename(old)
    try:
        for name in kept:
            (old / name).rename(fresh / name)
        fresh.rename(output)
    except BaseException:  # also a stop by hand: the scratch folder is about to go
        for name in kept:
            if (fresh / name).exists():
                (fresh / name).rename(old / name)
        if old.exists():
            old.rename(output)
        raise


class ReleaseReport(NamedTuple):
    """The report of one release: its folder, its pages, the reading that they tell of."""

    folder: Path
    pages: list[Page]
    analysis: Analysis


def build_release(
    sources: Sequence[Path], output: Path, release: Path, place: tuple[int, int] | None = None
) -> ReleaseReport:
    """The report of one release in a folder of its own inside ``output``, and the list of all there.

    Args:
        sources: the notebooks to run, in order.
        output: the folder that holds all reports.
        release: what to read.
        place: which it is of how many, for the progress line.

    Raises:
        ReleaseError: the release can't be read; nothing was run.
        NotebookError: a notebook failed; its folder is left as it was.
    """
    about = load_release(release)
    folder = output / folder_of(about)
    pages, analysis = _build(sources, folder, about, release, place)
    list_reports(output)
    return ReleaseReport(folder, pages, analysis)


def compare(readings: Sequence[Analysis], output: Path) -> list[Path]:
    """Write a page for each two readings (see ``comparisons``), whose reports are in ``output``, and list them."""
    found, layout = comparisons(readings), Layout()
    pages = {output / COMPARISONS / pair.file: layout.comparison(pair) for pair in found}
    if pages:
        (output / COMPARISONS).mkdir(parents=True, exist_ok=True)
        atomic.write({path: page.encode("utf-8", errors="replace") for path, page in pages.items()})
        list_reports(output)
    return list(pages)


def list_reports(output: Path) -> None:
    """Write the page that lists the reports of a folder."""
    index = output / "index.html"
    is_list = index.exists() and f'data-list="{LIST}"' in index.read_text(encoding="utf-8", errors="replace")
    reports, pairs = list(reports_in(output)), list(comparisons_in(output))
    write_list(output, Layout().releases(reports, pairs, index.exists() and not is_list))


def _laid_out(
    executed: Mapping[str, NotebookNode], languages: Mapping[str, str], analysis: Analysis, others: str
) -> tuple[list[Page], dict[str, str | bytes]]:
    """The pages of executed notebooks, by stem, and the text of each file of the report by its link.

    What is told first is a notebook's own, where one tells it in the reader's language.
    """
    exhibits, layout, about = Exhibits(), Layout(), analysis.release
    pages = [
        page_of(notebook, stem, exhibits.gather(notebook, stem), languages[stem]) for stem, notebook in executed.items()
    ]
    around = zip([None, *pages], pages, [*pages[1:], None], strict=False)
    files = {
        page.file: layout.notebook(notebook, page, before, after, others)
        for notebook, (before, page, after) in zip(executed.values(), around, strict=True)
    }
    reading = downloads(analysis)
    to_keep = exhibits.files | {download.link: download.text for download in reading}
    quotes = analysis.quotes
    files["index.html"] = layout.index(
        FirstPage(
            name=title_of(about),
            facts=_facts(about),
            findings=[said for page in pages if page.language == language() for said in page.headlines]
            or findings_of(analysis),
            marked=marked_text(about, quotes, analysis.colours),
            voices=_voices(analysis),
            chart=charts.voices_along(quotes, len(about.text)),
            entries=pages,
            figures=exhibits.files,
            downloads=[(ALL, translate("All of these, and every figure and table, in one zip file")),
                       *((download.link, download.what) for download in reading)],
            provenance=_provenance(about),
            others=others,
        )
    )  # fmt: skip
    return pages, files | to_keep | {ALL: zipped(to_keep)}


def _facts(release: Release) -> list[tuple[str, str]]:
    facts = [
        (translate("Issued by"), release.issuer),
        (translate("Place"), release.place),
        (translate("Date"), release.date and day(release.date.isoformat())),
        (translate("Length"), counted(release.words, "word", "words")),
    ]
    return [(label, str(fact)) for label, fact in facts if fact]


def _provenance(release: Release) -> list[tuple[str, str]]:
    return [(translate("File"), release.name), ("SHA-256", release.sha256)]


def _voices(analysis: Analysis) -> list[Voice]:
    """Who is quoted, those with most words first, each with the first words said."""
    quotes, numbers = analysis.quotes, speaker_numbers(analysis.colours)
    quotes = quotes[(quotes["kind"] != NARRATED_POINT) & quotes["speaker_name"].notna()]
    found = []
    for name, said in quotes.groupby("speaker_name", sort=False):
        text = " ".join(str(said.iloc[0]["text"]).split())
        first = text if len(text) <= _FIRST else f"{text[:_FIRST].rsplit(' ', 1)[0]} …"
        role = next(iter(said["speaker_role"].dropna()), None)
        words = int(said["words"].sum())
        found.append(Voice(numbers[name], analysis.colours[name], str(name), role, words, first))
    return sorted(found, key=lambda voice: voice.number)[:_MOST_VOICES]
