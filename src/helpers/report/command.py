"""``python -m helpers.report`` runs every notebook and leaves ``build/report/index.html``.

``--release PATH …`` reads other releases with ``08_your_release``, each into a folder of its own beside it, and sets
two and more side by side;
``--archive FOLDER`` leaves the pages of many in ``build/archive-report``; ``--in-place`` renews the outputs that the
notebooks themselves keep.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from helpers import paths


def main(
    arguments: Sequence[str] | None = None, folder: Path = paths.NOTEBOOKS, output: Path = paths.BUILD / "report"
) -> int:
    """Run the command line; 0 all well, 1 a release or notebook failed, 2 wrong usage."""
    options = _options(arguments)
    from helpers.report.run import run  # here: --help needs no notebook

    for stream in (sys.stdout, sys.stderr):
        # No terminal is too old for a progress line.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    return run(options, folder, output)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m helpers.report", description="Run the notebooks into a report.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--release",
        metavar="PATH",
        nargs="+",
        action="extend",
        help="read these releases, or those of a folder; two and more are compared",
    )
    choice.add_argument(
        "--archive", metavar="FOLDER", help="pages of an archive that python -m helpers corpus has made"
    )
    choice.add_argument("--in-place", action="store_true", help="renew the outputs that the notebooks keep")
    parser.add_argument("--aliases", metavar="CSV", help="with --archive: names of one voice, columns alias and name")
    parser.add_argument("--beside", metavar="FOLDER", type=Path, help="where else a relative path is looked for")
    return parser.parse_args(arguments)
