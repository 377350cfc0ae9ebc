"""``python -m helpers.report.launch OWNER/NAME``: links that open the notebooks on Binder, once it has an address.

A link needs the address of a public copy, which a copy can't know of itself. Written again with another address,
the links are replaced.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from helpers import paths
from helpers.report import notebooks
from helpers.text import atomic
from helpers.text.faults import one_line

_BINDER = "https://mybinder.org/v2/gh/{repository}/HEAD?urlpath=lab/tree/notebooks"
_LINK = re.compile(r"\n\n\[Open this page on Binder\]\([^)\s]*\)")
_BADGE = re.compile(r"\n\[!\[Binder\]\([^)\s]*\)\]\([^)\s]*\)")
_CI = re.compile(r"^\[!\[CI\].*$", re.MULTILINE)
_CODE = re.compile(r"^repository-code: .*\n", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+")


def set_links(repository: str, root: Path = paths.ROOT) -> list[Path]:
    """Write the links for a repository on GitHub: a badge in the README, one in each notebook, the citation's address.

    Args:
        repository: its owner and name, *OWNER/NAME*.
        root: the folder of the collection.

    Returns:
        The files that are not as they were.

    Raises:
        ValueError: that is no name of a repository, or the README has no badge to put this one behind.
    """
    if not _NAME.fullmatch(repository):
        raise ValueError(f"{one_line(repository)!r} is no repository on GitHub; give it as OWNER/NAME")
    address = _BINDER.format(repository=repository)
    fresh: dict[Path, str] = {}
    for path in notebooks.collection(root / "notebooks"):
        notebook = notebooks.read(path)
        top = notebook.cells[0]
        link = f"\n\n[Open this page on Binder]({address}/{path.name})"
        top.source = _LINK.sub("", top.source) + link
        fresh[path] = notebooks.dumps(notebook)
    readme = root / "README.md"
    badge = f"\n[![Binder](https://mybinder.org/badge_logo.svg)]({address})"
    shown, badges = _CI.subn(lambda ci: ci[0] + badge, _BADGE.sub("", readme.read_text(encoding="utf-8")), count=1)
    if not badges:
        raise ValueError("README.md: no badge of CI to put this one behind; put it back")
    fresh[readme] = shown
    citation = root / "CITATION.cff"
    cited = _CODE.sub("", citation.read_text(encoding="utf-8"))
    fresh[citation] = cited.rstrip("\n") + f"\nrepository-code: https://github.com/{repository}\n"
    changed = [path for path, text in fresh.items() if path.read_text(encoding="utf-8") != text]
    atomic.write({path: fresh[path] for path in changed})
    return changed


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the links; 0 all well, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="make launch", description="Links that open the notebooks on Binder.")
    parser.add_argument("repository", metavar="OWNER/NAME", help="the repository on GitHub")
    options = parser.parse_args(arguments)
    try:
        changed = set_links(options.repository)
    except ValueError as error:
        print(f"helpers: {error}", file=sys.stderr)
        return 2
    print("\n".join(str(path.relative_to(paths.ROOT)) for path in changed) or "Nothing to change")
    return 0


if __name__ == "__main__":
    sys.exit(main())
