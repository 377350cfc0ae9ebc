"""The files below a folder, links to folders followed; what can't be looked into is told, not passed over."""

import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path


def walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file below a folder whose name does not begin with a point, and what is wrong with a folder in it.

    Each folder is read once: where it lies, or else below the first link to it. Links that lead nowhere, pipes and
    devices are files here: who opens them is told what they are.

    Yields:
        A path, and an empty text for a file or the fault of a folder; in no order.

    Raises:
        OSError: the folder itself can't be listed.
    """
    seen: set[tuple[int, int]] = set()
    folders, links = deque([folder]), deque[Path]()
    while folders or links:
        at = folders.popleft() if folders else links.popleft()
        try:
            is_new = _identity(at) not in seen
            inside = sorted(at / entry.name for entry in os.scandir(at)) if is_new else []
        except OSError as error:
            if at == folder:
                raise
            yield at, f"a folder that can't be read ({error.strerror}); check its permissions"
            continue
        if not is_new:
            yield at, "a link to a folder that is read already; remove it"
            continue
        seen.add(_identity(at))
        for path in inside:
            if path.name.startswith("."):
                continue
            if not path.is_dir():
                yield path, ""
            else:
                (links if path.is_symlink() else folders).append(path)


def _identity(folder: Path) -> tuple[int, int]:
    about = folder.stat()
    return about.st_dev, about.st_ino


def matching(pattern: str) -> Iterator[Path]:
    """The paths that a glob stands for, save folders; a part of it that exists as it is written is no pattern."""
    path = Path(pattern).absolute()
    base, rest = Path(path.anchor), path.relative_to(path.anchor).parts
    while len(rest) > 1 and os.path.lexists(base / rest[0]):
        base, rest = base / rest[0], rest[1:]
    return (found for found in base.glob(os.path.join(*rest)) if not found.is_dir())
