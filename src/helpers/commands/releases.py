"""``python -m helpers FILE``: the reading of a release as JSON, or of several for other tools."""

import argparse
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from helpers.commands.terminal import called, close_output, progress, tell
from helpers.export.formats import FORMATS, Format
from helpers.export.origins import Origins
from helpers.release.files import LARGEST, SUFFIXES
from helpers.release.release import Release, load_release
from helpers.text.atomic import write
from helpers.text.faults import ReleaseError, one_line, reason


def releases(arguments: Sequence[str]) -> int:
    """Export releases; 0 all well, 1 some file failed, 2 wrong usage."""
    parser = _release_parser()
    options = parser.parse_args(arguments)
    form = FORMATS[options.format]
    files, faults = _expand(options.files)
    paths = list(dict.fromkeys(files))
    misuse = _misuse(options, form, len(files) + len(faults)) or _unusable(options.output_dir, paths, form.suffixes)
    if misuse:
        parser.error(misuse)
    for fault in faults:
        tell(fault)
    done, origins = [], Origins(options.output_dir or Path())
    for number, path in enumerate(paths, start=1):
        if options.output_dir:
            progress.show(f"{number} of {len(paths)}: {one_line(path.name)}")
        done.append(_export(path, form, options, origins))
    progress.clear()
    return 0 if all(done) and not faults else 1


def _release_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=called(),
        description="Read French press releases: quotations with their speakers, statistics, layout, as JSON "
        "or in a format that other tools read.",
        epilog=f"For thousands of releases: {called()} corpus --help; what came since: news --help; as a database: "
        "sqlite --help; how well your own annotation agrees with the reading: accuracy --help",
    )
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a text file, a web page, a Word or PDF file, a folder of these, or - for what comes through a pipe",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="json",
        help="json: everything; jsonld: W3C Web Annotations; tei: TEI P5 XML; brat: stand-off, text and .ann; csv: "
        "tables of quotations and of statistics (default: json)",
    )
    parser.add_argument(
        "--output-dir",
        metavar="DIR",
        type=Path,
        help="write DIR/STEM.json for each file ("
        + ", ".join(f"{n}: {' and '.join(f.suffixes)}" for n, f in FORMATS.items() if n != "json")
        + "); without it one file is printed, in a format of one file",
    )
    parser.add_argument("--any-language", action="store_true", help="read texts that are surely not French, too")
    parser.add_argument("--overwrite", action="store_true", help="replace in DIR what another file's reading wrote")
    return parser


_STDIN = Path("stdin")
"""What is written of standard input is called so."""


def _expand(names: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Files as given, in place of a folder those in it that can be releases, in order of name; and what is wrong."""
    files: list[Path] = []
    faults: list[str] = []
    for name in names:
        path = _STDIN if name == "-" else Path(name)
        try:
            inside = _releases_in(path) if path is not _STDIN and path.is_dir() else [path]
        except (OSError, ValueError) as error:
            faults.append(
                f"{one_line(path.name or name)}: can't be read ({reason(error)}); check the path and its permissions"
            )
            continue
        if not inside and len(names) > 1:
            faults.append(f"{one_line(path.name or name)}: no text in this folder; name one that has some")
        files += inside
    return files, faults


def _releases_in(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES and not p.name.startswith("."))


def _misuse(options: argparse.Namespace, form: Format, found: int) -> str | None:
    """Why the arguments can't be followed, with so many files and faults found."""
    if not found:
        return (
            f"no .txt file in {one_line(', '.join(options.files))}, nor any of {', '.join(SUFFIXES[1:])}; "
            "name files, or a folder that has some"
        )
    if options.output_dir is None and found != 1:
        return "several files need --output-dir DIR"
    if options.output_dir is None and len(form.suffixes) > 1:
        return f"--format {options.format} writes {' and '.join(form.suffixes)} and needs --output-dir DIR"
    return None


def _unusable(folder: Path | None, paths: Sequence[Path], suffixes: Sequence[str]) -> str | None:
    """Why nothing can be written to a folder: two files of one name, or one that is read.

    Names are the same also where only case or the form of accents differs.
    """
    if folder is None:
        return None
    seen: dict[str, Path] = {}
    for path in paths:
        stem = unicodedata.normalize("NFC", path.stem).casefold()
        if stem in seen:
            one, other = one_line(seen[stem].name), one_line(path.name)
            return (
                f"two files would be written to {one_line(path.stem)}{suffixes[0]} ({one} and {other}); "
                "give them in separate calls"
            )
        seen[stem] = path
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        return f"{one_line(str(folder))}: can't be made ({reason(error)}); name another folder"
    for path in paths:
        if any(place.exists() and path.exists() and place.samefile(path) for place in _places(folder, path, suffixes)):
            return f"{one_line(path.name)}: would be written over; name another folder"
    return None


def _places(folder: Path, path: Path, suffixes: Sequence[str]) -> list[Path]:
    return [folder / f"{path.stem}{suffix}" for suffix in suffixes]


def _load(path: Path, any_language: bool) -> Release:
    if path is not _STDIN:
        return load_release(path, any_language=any_language)
    return Release.from_bytes(sys.stdin.buffer.read(LARGEST + 1), "standard input", any_language=any_language)


def _export(path: Path, form: Format, options: argparse.Namespace, origins: Origins) -> bool:
    """Print or write the reading of a release, or tell on one line why that fails; whether it went well."""
    from helpers.analysis import analyse  # here: it loads spaCy

    try:
        release = _load(path, options.any_language)
        for note in release.notes:
            tell(f"{release.name}: {note}")
        texts = form.write(analyse(release))
        if options.output_dir is None:
            sys.stdout.write(texts[0])
            sys.stdout.flush()
        else:
            places = _places(options.output_dir, path, form.suffixes)
            _write(path, release, dict(zip(places, texts, strict=True)), options.overwrite, origins)
    except BrokenPipeError:
        close_output()
    except ReleaseError as error:
        tell(error)
    except OSError as error:
        fault = one_line(f"{path.name}: the export can't be written ({error.strerror or error})")
        tell(f"{fault}; check the output folder")
    except Exception as error:  # one text must not stop a thousand
        fault = one_line(f"{type(error).__name__}: {error}".splitlines()[0])
        tell(f"{one_line(path.name)}: a fault of this program ({fault}); please report it")
    else:
        return True
    return False


def _write(path: Path, release: Release, contents: Mapping[Path, str], is_wanted: bool, origins: Origins) -> None:
    """Write the exports of a release, unless one of them would replace another release's and that is not wanted."""
    source = _source(path)
    taken = None if is_wanted else origins.taken(contents, source)
    if taken is not None:
        place, other = taken
        holds = (
            f"holds the reading of {one_line(other)}"
            if other
            else "may be anybody's: no list of exports there knows it"
        )
        raise ReleaseError(
            f"{one_line(str(path))}: {one_line(place.name)} in that folder {holds}; "
            "name another folder, or replace it with --overwrite"
        )
    write(contents)
    origins.note(contents, source, release.sha256)


def _source(path: Path) -> str:
    return "standard input" if path is _STDIN else str(path.resolve())
