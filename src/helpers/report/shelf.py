"""Reports of several releases side by side in one folder: each in a folder of its own, and a page that lists them."""

import json
import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from helpers.release.files import SUFFIXES
from helpers.release.release import Release
from helpers.text import atomic
from helpers.text.typography import fold

CARD = "report.json"
"""What tells that a folder is a report of a release, and of which."""
LIST = "releases.html"
COMPARISONS = "comparisons"
"""The folder of the pages that set two releases side by side: ``FOLDER--FOLDER.html``."""
_LONGEST = 40  # letters of a folder's name
_LONGEST_TITLE = 120
_TITLES = ("title", "subtitle")


def title_of(release: Release) -> str:
    """What a release says at its head, in one line: its headline, else how its lead begins, else its file's name."""
    heads = (p for kinds in (_TITLES, ("lead",)) for p in release.paragraphs if p.kind in kinds)
    head = next(heads, None)
    if head is None:
        return release.name
    start = max(head.start, release.dateline.end) if release.dateline and head.kind == "lead" else head.start
    said = " ".join(release.text[start : head.end].split()).lstrip("-–— /")
    return said if len(said) <= _LONGEST_TITLE else f"{said[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def folder_of(release: Release) -> str:
    """The folder of a release's report: its name in plain letters, with the beginning of its checksum."""
    stem = re.sub(r"[^a-z0-9]+", "-", fold(Path(release.name).stem)).strip("-")[:_LONGEST]
    return f"{stem or 'release'}-{release.sha256[:8]}"


def card(release: Release) -> str:
    """What the list says of a report, as JSON."""
    date = release.date.isoformat() if release.date else None
    facts = {"title": title_of(release), "issuer": release.issuer, "date": date, "file": release.name}
    return json.dumps({k: str(v) for k, v in facts.items() if v}, ensure_ascii=False, indent=1) + "\n"


def reports_in(output: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The folder of each report of a release, with its card, in order of name; a card that is none is passed over."""
    for path in sorted(output.glob(f"*/{CARD}")) if output.is_dir() else ():
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(told, dict):
            yield path.parent.name, {str(k): str(v) for k, v in told.items()}


def comparisons_in(output: Path) -> Iterator[tuple[str, str, str]]:
    """The page of each comparison of two reports that are there: its link, and the two by their titles."""
    titles = {folder: told.get("title", folder) for folder, told in reports_in(output)}
    for path in sorted((output / COMPARISONS).glob("*--*.html")):
        one, _, other = path.stem.partition("--")
        if one in titles and other in titles:
            yield f"{COMPARISONS}/{path.name}", titles[one], titles[other]


def write_list(output: Path, page: str) -> None:
    """Write the list; where the collection has no report it is the first page too."""
    files = {output / LIST: page}
    index = output / "index.html"
    if not index.exists() or index.read_text(encoding="utf-8", errors="replace").find(f'data-list="{LIST}"') >= 0:
        files[index] = page
    atomic.write(files)


def releases_among(names: Sequence[str], beside: Path | None = None) -> list[Path]:
    """The files meant, in place of a folder those in it that can be releases, in order of name; each once.

    Args:
        names: paths; one that leads nowhere may be several, set apart as a shell does (``a.txt "b c.pdf"``).
        beside: where else a relative path is looked for.
    """
    found: list[Path] = []
    for path in (path for name in names for path in _named(name, beside)):
        inside = sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES) if path.is_dir() else [path]
        found += [p for p in inside if not p.name.startswith(".")]
    return list(dict.fromkeys(found))


def _named(name: str, beside: Path | None) -> list[Path]:
    """What a name stands for: the path that it is, else the paths in it, if any of these leads somewhere."""
    whole = _found(name, beside)
    if whole:
        return [whole]
    try:
        parts = shlex.split(name)
    except ValueError:  # an apostrophe that none closes: it is one name
        parts = []
    paths = {part: _found(part, beside) for part in parts}
    return [path or Path(part) for part, path in paths.items()] if any(paths.values()) else [Path(name)]


def _found(name: str, beside: Path | None) -> Path | None:
    """Where a path leads, or None."""
    for path in (Path(name), *([beside / name] if beside else [])):
        try:
            if name and path.exists():
                return path
        except (OSError, ValueError):  # a name that no file can have
            continue
    return None
