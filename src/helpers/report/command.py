"""``python -m helpers.report`` runs every notebook and leaves ``build/report/index.html``.

``--release PATH`` reads another release with ``08_your_release``; ``--archive FOLDER`` leaves the pages of many in
``build/archive-report``; ``--in-place`` renews the outputs that the notebooks
themselves keep.
"""

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
from helpers.text.faults import CorpusError, ReleaseError

if TYPE_CHECKING:
    from helpers.report.pages import Page


def main(
    arguments: Sequence[str] | None = None, folder: Path = paths.NOTEBOOKS, output: Path = paths.BUILD / "report"
) -> int:
    """Run the command line; 0 all well, 1 a release or notebook failed, 2 wrong usage."""
    options = _options(arguments)
    for stream in (sys.stdout, sys.stderr):
        # No terminal is too old for a progress line.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    release = Path(options.release) if options.release is not None else None
    try:
        if options.archive is not None:
            from helpers.archive import Corpus
            from helpers.report.archive_page import build_archive

            print(_relative(build_archive(Corpus(options.archive), paths.BUILD / "archive-report")))
            return 0
        if release is not None:
            load_release(options.release)
        sources = [path for path in collection(folder) if release is None or path.stem == YOUR_RELEASE]
        if not sources:
            raise NotebookError(f"no notebooks to run in {folder.name}/")
        isolate()
        if options.in_place:
            _renew_all(sources)
        else:
            from helpers.report.site import build  # here, not above: what is amiss is told before spaCy has loaded

            print(f"Running {len(sources)} notebook{'s' * (len(sources) > 1)}, some seconds each", flush=True)
            pages = build(sources, output, release)
            print(f"{_relative(output / 'index.html')}: {_count(pages)}")
    except (CorpusError, ReleaseError, NotebookError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m helpers.report", description="Run the notebooks into a report.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--release", metavar="PATH", help=f"read this release, with {YOUR_RELEASE}")
    choice.add_argument(
        "--archive", metavar="FOLDER", help="pages of an archive that python -m helpers corpus has made"
    )
    choice.add_argument("--in-place", action="store_true", help="renew the outputs that the notebooks keep")
    return parser.parse_args(arguments)


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
