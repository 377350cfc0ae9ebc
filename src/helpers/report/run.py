"""What a call of ``helpers.report`` does: notebooks into a site, releases into sites of their own, many as pages."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from helpers import paths
from helpers.release.release import load_release
from helpers.report.execution import isolate, renew
from helpers.report.notebooks import YOUR_RELEASE, NotebookError, collection
from helpers.report.progress import ProgressLine
from helpers.report.shelf import LIST, releases_among
from helpers.text.faults import CorpusError, ReleaseError, one_line

if TYPE_CHECKING:
    from helpers.report.pages import Page


def run(options: argparse.Namespace, folder: Path, output: Path) -> int:
    """Do what is asked; 0 all well, 1 a release or notebook failed.

    Args:
        options: what ``command`` has read from the command line.
        folder: of the notebooks.
        output: the report's folder.
    """
    try:
        return _run(options, folder, output)
    except (CorpusError, ReleaseError, NotebookError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


def _run(options: argparse.Namespace, folder: Path, output: Path) -> int:
    if options.archive is not None:
        _build_archive(options.archive, options.aliases)
        return 0
    releases, status = _releases(options)
    if status and not releases:
        return status
    sources = [path for path in collection(folder) if options.release is None or path.stem == YOUR_RELEASE]
    if not sources:
        raise NotebookError(f"no notebooks to run in {folder.name}/")
    isolate()
    if options.in_place:
        _renew_all(sources)
        return 0
    from helpers.report.site import build  # here: what is amiss is told before spaCy has loaded

    asked, what = (len(releases), "release") if releases else (len(sources), "notebook")
    print(f"{'Reading' if releases else 'Running'} {asked} {what}{'s' * (asked > 1)}, some seconds each", flush=True)
    if not releases:
        print(f"{_relative(output / 'index.html')}: {_count(build(sources, output))}")
    return max(status, _build_releases(releases, sources, output))


def _releases(options: argparse.Namespace) -> tuple[list[Path], int]:
    """The releases asked for that can be read, each text once, and 1 where some can't; these are told.

    Raises:
        ReleaseError: a folder has none.
    """
    if options.release is None:
        return [], 0
    named = releases_among(options.release, options.beside)
    if not named:
        raise ReleaseError(f"{one_line(options.release[0])}: no release in this folder; name one that has some")
    known: dict[str, Path] = {}
    status = 0
    for path in named:
        try:
            known.setdefault(load_release(path).sha256, path)
        except ReleaseError as error:
            print(error, file=sys.stderr)
            status = 1
    return list(known.values()), status


def _build_releases(releases: Sequence[Path], sources: Sequence[Path], output: Path) -> int:
    """A report of each, and of two and more the comparisons; 1 where one could not be made, which stops no other."""
    from helpers.report.site import build_release, compare  # here, as in _run

    readings, status = [], 0
    for number, release in enumerate(releases, 1):
        try:
            made = build_release(sources, output, release, place=(number, len(releases)))
        except NotebookError as error:
            print(error, file=sys.stderr)
            status = 1
            continue
        print(f"{_relative(made.folder / 'index.html')}: {_count(made.pages)}")
        readings.append(made.analysis)
    if len(readings) > 1:
        for page in compare(readings, output):
            print(f"{_relative(page)}: two side by side")
        print(f"{_relative(output / LIST)}: all of them")
    return status


def _build_archive(folder: str, aliases: str | None) -> None:
    from helpers.archive import Corpus, read_aliases
    from helpers.report.archive_page import build_archive

    names = read_aliases(aliases) if aliases else None
    print(_relative(build_archive(Corpus(folder), paths.BUILD / "archive-report", names)))


def _renew_all(sources: Sequence[Path]) -> None:
    for number, path in enumerate(sources, 1):
        with ProgressLine(number, len(sources), path.stem) as line:
            line.note = ", outputs renewed" if renew(path) else ", unchanged"


def _count(pages: Sequence["Page"]) -> str:
    exhibits = [exhibit for page in pages for exhibit in page.exhibits]
    figures = len({e.figure for e in exhibits if e.figure})
    tables = len({e.table for e in exhibits if e.table})
    return ", ".join(
        f"{number} {thing}{'s' * (number != 1)}"
        for number, thing in ((len(pages), "page"), (figures, "figure"), (tables, "table"))
    )


def _relative(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
