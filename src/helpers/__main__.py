"""python -m helpers FILE: the export of a release as JSON."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from helpers import analyse, load_release
from helpers.export import as_json, write
from helpers.release import ReleaseError


def main(arguments: Sequence[str] | None = None) -> int:
    """Export releases; 0 all well, 1 some file failed, 2 wrong usage."""
    parser = argparse.ArgumentParser(
        prog="python -m helpers",
        description="Read French press releases: quotations with their speakers, statistics, layout, as JSON.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text file in UTF-8, or a folder of .txt files")
    parser.add_argument("--output-dir", metavar="DIR", type=Path, help="write DIR/STEM.json for each file")
    options = parser.parse_args(arguments)
    paths = list(_expand(options.files))
    if not paths:
        parser.error(f"no .txt file in {', '.join(options.files)}; name files, or a folder that has some")
    if options.output_dir is None and len(paths) != 1:
        parser.error("several files need --output-dir DIR")
    if options.output_dir is not None:
        fault = _unusable(options.output_dir, paths)
        if fault:
            parser.error(fault)
    failed = 0
    for path in paths:
        try:
            text = as_json(analyse(load_release(path)))
            if options.output_dir is None:
                sys.stdout.write(text)
            else:
                write(text, options.output_dir / f"{path.stem}.json")
        except (ReleaseError, OSError) as error:
            print(f"helpers: {error}", file=sys.stderr)
            failed += 1
        except Exception as error:  # one text must not stop a thousand
            fault = f"{type(error).__name__}: {error}".splitlines()[0]
            print(f"helpers: {path.name}: a fault of this program ({fault}); please report it", file=sys.stderr)
            failed += 1
    return 1 if failed else 0


def _expand(names: Sequence[str]) -> Iterator[Path]:
    """Files as given; a folder stands for its .txt files, in order of name."""
    for name in names:
        path = Path(name)
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.suffix.lower() == ".txt")
        else:
            yield path


def _unusable(folder: Path, paths: Sequence[Path]) -> str | None:
    stems = [p.stem for p in paths]
    twice = sorted({s for s in stems if stems.count(s) > 1})
    if twice:
        return f"two files would be written to {twice[0]}.json; give them in separate calls"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return f"{folder}: can't be made ({error.strerror}); name another folder"
    return None


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")
    sys.exit(main())
