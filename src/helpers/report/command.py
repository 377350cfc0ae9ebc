"""``python -m helpers.report`` runs every notebook and leaves ``build/report/index.html``.

``--release PATH …`` reads other releases with ``08_your_release``, each into a folder of its own beside it;
``--archive FOLDER`` leaves the pages of many in ``build/archive-report``; ``--in-place`` renews the outputs that the
notebooks themselves keep.
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
from helpers.report.shelf import releases_among
from helpers.text.faults import CorpusError, ReleaseError, one_line

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
    try:
        _run(options, folder, output)
    except (CorpusError, ReleaseError, NotebookError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    return 0


def _run(options: argparse.Namespace, folder: Path, output: Path) -> None:
    if options.archive is not None:
        from helpers.archive import Corpus, read_aliases
        from helpers.report.archive_page import build_archive

        aliases = read_aliases(options.aliases) if options.aliases else None
        print(_relative(build_archive(Corpus(options.archive), paths.BUILD / "archive-report", aliases)))
        return
    releases = releases_among(options.release or ())
    for release in releases:
        load_release(release)
    if options.release is not None and not releases:
        raise ReleaseError(f"{one_line(options.release[0])}: no release in this folder; name one that has some")
    sources = [path for path in collection(folder) if options.release is None or path.stem == YOUR_RELEASE]
    if not sources:
        raise NotebookError(f"no notebooks to run in {folder.name}/")
    isolate()
    if options.in_place:
        _renew_all(sources)
        return
    from helpers.report.site import build, build_release  # here: what is amiss is told before spaCy has loaded

    print(f"Running {len(sources)} notebook{'s' * (len(sources) > 1)}, some seconds each", flush=True)
    if not releases:
        print(f"{_relative(output / 'index.html')}: {_count(build(sources, output))}")
    for release in releases:
        made, pages = build_release(sources, output, release)
        print(f"{_relative(made / 'index.html')}: {_count(pages)}")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m helpers.report", description="Run the notebooks into a report.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--release", metavar="PATH", nargs="+", help=f"read these releases, or those of a folder, with {YOUR_RELEASE}"
    )
    choice.add_argument(
        "--archive", metavar="FOLDER", help="pages of an archive that python -m helpers corpus has made"
    )
    choice.add_argument("--in-place", action="store_true", help="renew the outputs that the notebooks keep")
    parser.add_argument("--aliases", metavar="CSV", help="with --archive: names of one voice, columns alias and name")
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
