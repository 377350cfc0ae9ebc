"""Files written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write(contents: Mapping[Path, str | bytes]) -> None:
    """Write files, all of them whole or none at all: beside their places first, then renamed into them.

    Args:
        contents: what to write where; text as UTF-8, its line ends as they are.

    Raises:
        OSError: a file can't be written; every place holds what it held.
    """
    made: dict[Path, Path] = {}
    kept: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for path, content in contents.items():
            made[path] = _beside(path, content)
        for path in contents:
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            if len(contents) > 1 and path.exists():
                kept[path] = path.replace(made[path].with_suffix(".kept"))
            made[path].replace(path)
            placed.append(path)
    except BaseException:
        for path in placed:
            path.unlink(missing_ok=True)
        for path, old in kept.items():
            old.replace(path)
        raise
    finally:
        for temporary in made.values():
            temporary.unlink(missing_ok=True)
    for old in kept.values():
        old.unlink(missing_ok=True)


def _beside(path: Path, content: str | bytes) -> Path:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
        Path(temporary).chmod(0o644)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return Path(temporary)
