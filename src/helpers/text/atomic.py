"""Files written whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Where to write a file instead of at its place: beside it, renamed into it at the end of the block.

    ``with whole(path) as fresh: table.to_csv(fresh)``. If the block raises, the place holds what it held. What a
    killed process leaves begins with ``.`` and the file's name, and ends in ``.part``.

    Raises:
        OSError: the file can't be moved to its place.
    """
    fresh = _beside(path)
    try:
        yield fresh
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def write(contents: Mapping[Path, str | bytes]) -> None:
    """Write files, all of them whole or none at all: beside their places first, then renamed into them.

    Args:
        contents: what to write where; text as UTF-8, its line ends as they are.

    Raises:
        OSError: a file can't be written; every place holds what it held.
    """
    fresh = {path: _beside(path) for path in contents}
    try:
        for path, content in contents.items():
            fresh[path].write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        _place(fresh)
    finally:
        for temporary in fresh.values():
            temporary.unlink(missing_ok=True)


def _place(fresh: Mapping[Path, Path]) -> None:
    """Rename each file into its place; where one can't be, give every place back what it held."""
    kept: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for path, temporary in fresh.items():
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            if len(fresh) > 1 and path.exists():
                kept[path] = path.replace(temporary.with_suffix(".kept"))
            temporary.replace(path)
            placed.append(path)
    except BaseException:
        for path in placed:
            path.unlink(missing_ok=True)
        for path, old in kept.items():
            old.replace(path)
        raise
    for old in kept.values():
        old.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """A name in the same folder that no one else writes to, whatever machine they are on."""
    return path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.part")
