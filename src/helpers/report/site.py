"""Notebooks → executed notebooks → a report that opens in any browser, without a network.

``python -m helpers.report`` runs every notebook and leaves ``build/report/index.html``;
``--release PATH`` reads another release with ``06_your_release``; ``--in-place`` renews the
outputs that the notebooks themselves keep. Pages hold everything that they show; figures and the
numbers behind them also lie beside them, as SVG and CSV, and the reading in every format of ``formats``.
"""

import argparse
import copy
import hashlib
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import paths
from helpers.release.release import Release, load_release
from helpers.text.faults import ReleaseError

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from helpers.analysis import Analysis

YOUR_RELEASE = "06_your_release"
"""The notebook that reads any release: its cell tagged ``parameters`` sets ``release_path``."""

CELL_SECONDS = 600
"""After so long a cell is taken to hang."""

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_RELATIVE_LINK = re.compile(r"(?P<before>\]\()(?![a-z+.-]+:|[#/])(?P<target>[^()\s#]+)(?P<anchor>#[^()\s]*)?\)")
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


class NotebookError(RuntimeError):
    """A notebook that can't be read or run: one line that names it, the cell and the fault."""


@dataclass(frozen=True)
class Exhibit:
    """A figure or table of a page: what it shows, and its files as links from the page."""

    name: str
    finding: str
    figure: str | None
    table: str | None


@dataclass(frozen=True)
class Page:
    """What the report's first page says of a notebook: title, goal as HTML, findings as lines."""

    file: str
    title: str
    goal: str
    findings: tuple[str, ...]
    exhibits: tuple[Exhibit, ...]


def notebooks(folder: Path = paths.NOTEBOOKS) -> list[Path]:
    """The numbered notebooks of a folder, in order."""
    return sorted(folder.glob("[0-9]*.ipynb"))


# --- running -----------------------------------------------------------------------------------


def isolate(folder: Path = paths.BUILD) -> None:
    """Keep the reader's own Jupyter, IPython and matplotlib settings out of what kernels compute.

    Changes the environment of this process, which kernels inherit: their settings and caches lie
    in ``folder``, nothing is written to the home directory. Kernels are still found in the
    environment that Python runs from.
    """
    for name in ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "PYTHONSTARTUP", "MATPLOTLIBRC", "MPLBACKEND"):
        os.environ.pop(name, None)
    for name, place in {
        "JUPYTER_CONFIG_DIR": "jupyter/config",
        "JUPYTER_DATA_DIR": "jupyter/data",
        "JUPYTER_RUNTIME_DIR": "jupyter/runtime",
        "IPYTHONDIR": "ipython",
        "MPLCONFIGDIR": "matplotlib",
    }.items():
        (folder / place).mkdir(parents=True, exist_ok=True)
        os.environ[name] = str(folder / place)
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    os.environ["PYTHONUTF8"] = "1"
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    if not any((folder / "matplotlib").glob("fontlist*.json")):
        # A slow first search for fonts would warn on stderr in the middle of a notebook.
        subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], stderr=subprocess.DEVNULL, check=False)


def read(path: Path) -> "NotebookNode":
    """A notebook from its file.

    Raises:
        NotebookError: the file is missing or no notebook.
    """
    import nbformat

    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:
        raise NotebookError(f"{path.stem}: can't be read as a notebook ({_line(error)})") from error


def execute(notebook: "NotebookNode", name: str, folder: Path, **parameters: str) -> "NotebookNode":
    """A copy of the notebook, run from top to bottom in a fresh kernel.

    Args:
        notebook: what to run; it is left as it is.
        name: what to call it in a message.
        folder: where the kernel runs.
        **parameters: values that replace those of the cell tagged ``parameters``.

    Raises:
        NotebookError: a cell failed or hung, or no kernel came up.
    """
    import papermill

    copied = copy.deepcopy(notebook)
    copied.cells = [cell for cell in copied.cells if cell.cell_type != "code" or cell.source.strip()]
    for cell in copied.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    try:
        done = papermill.execute_notebook(
            copied,
            None,
            parameters=parameters,
            kernel_name=_KERNEL["name"],
            language="python",
            progress_bar=False,
            cwd=folder,
            execution_timeout=CELL_SECONDS,
            # A kernel tells of its transport and of being stopped on our stderr; faults come as exceptions.
            extra_arguments=["--IPKernelApp.log_level=CRITICAL"],
        )
    except papermill.PapermillExecutionError as error:
        fault = _line(f"{error.ename}: {error.evalue}")
        raise NotebookError(f"{name}, cell [{error.exec_count}]: {fault}") from error
    except Exception as error:
        raise NotebookError(f"{name}: {type(error).__name__}: {_line(error)}") from error
    for cell in done.cells:
        for output in cell.get("outputs", []):
            _without_widget(output)
    return done


def _without_widget(output: "NotebookNode") -> None:
    """Drop the pointer to a live widget: its ids differ from run to run, and no widget runs in a file."""
    output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)


def _line(message: object, limit: int = 300) -> str:
    """A message on one line, without terminal colours, of bearable length."""
    text = " ".join(re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", str(message)).split()) or type(message).__name__
    text = "".join(c if c.isprintable() else "?" for c in text)
    return text if len(text) <= limit else text[: limit - 1] + "…"


# --- the form in which notebooks are kept ------------------------------------------------------


def normalise(notebook: "NotebookNode") -> "NotebookNode":
    """A copy in normal form: what a reader sees, without what differs from run to run.

    Keeps cells, tags and outputs; sets the kernel to the plain one; drops times, versions, live widgets and
    editor state; joins the pieces in which a stream arrived; gives an id to cells without one.
    """
    import nbformat

    copied = copy.deepcopy(notebook)
    copied.metadata = nbformat.from_dict({"kernelspec": dict(_KERNEL), "language_info": {"name": "python"}})
    copied.nbformat, copied.nbformat_minor = 4, 5
    taken: set[str] = set()
    for number, cell in enumerate(copied.cells):
        cell.id = _cell_id(cell, number, taken)
        tags = cell.metadata.get("tags")
        cell.metadata = nbformat.from_dict({"tags": list(tags)} if tags else {})
        if cell.cell_type == "code":
            cell.outputs = list(_outputs(cell.outputs))
    return copied


def _cell_id(cell: "NotebookNode", number: int, taken: set[str]) -> str:
    cell_id = str(cell.get("id") or "")
    if not re.fullmatch(r"[\w-]{1,64}", cell_id, re.ASCII) or cell_id in taken:
        cell_id = f"{number:02}-{hashlib.sha256(cell.source.encode()).hexdigest()[:8]}"
    taken.add(cell_id)
    return cell_id


def _outputs(outputs: Iterable["NotebookNode"]) -> Iterator["NotebookNode"]:
    import nbformat

    pending: NotebookNode | None = None
    for output in outputs:
        if output.output_type == "stream":
            if pending is not None and pending.name == output.name:
                pending.text += output.text
                continue
        elif "metadata" in output:
            output.metadata = nbformat.from_dict({})
            _without_widget(output)
        if pending is not None:
            yield pending
        pending = output
    if pending is not None:
        yield pending


def dumps(notebook: "NotebookNode") -> str:
    """The notebook as it stands in its file: sorted keys, one trailing newline."""
    import nbformat

    return nbformat.writes(notebook, version=nbformat.NO_CONVERT).rstrip("\n") + "\n"


def renew(path: Path) -> bool:
    """Run one notebook and store its outputs in it, in normal form; whether the file changed.

    Raises:
        NotebookError: it does not run; the file is left as it is.
    """
    text = dumps(normalise(execute(read(path), path.stem, path.parent)))
    if text == path.read_text(encoding="utf-8"):
        return False
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return True


# --- what a notebook says of itself ------------------------------------------------------------


def title(notebook: "NotebookNode") -> str:
    """The text of the first level-1 heading, or ``""``."""
    found = re.search(r"^# +(.+)$", _prose(notebook), re.MULTILINE)
    return found[1].strip().replace("`", "") if found else ""


def goal(notebook: "NotebookNode") -> str:
    """The line that starts *You will see*, as Markdown, or ``""``."""
    found = re.search(r"^\*\*You will see\*\*.*(?:\n(?!\*\*|\s*$).+)*", _prose(notebook), re.MULTILINE)
    return found[0].rstrip() if found else ""


def findings(notebook: "NotebookNode") -> list[str]:
    """The lines printed under the heading *Findings*."""
    lines: list[str] = []
    inside = False
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for level, heading in re.findall(r"^(#{1,6}) +(.+)$", cell.source, re.MULTILINE):
                if len(level) <= 2:
                    inside = heading.strip() == "Findings"
        elif inside and cell.cell_type == "code":
            for output in cell.outputs:
                if output.output_type == "stream" and output.name == "stdout":
                    lines += [line.strip() for line in output.text.splitlines() if line.strip()]
    return lines


def _prose(notebook: "NotebookNode") -> str:
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


# --- the report --------------------------------------------------------------------------------


def build(sources: Sequence[Path], output: Path, release: Path | None = None) -> list[Page]:
    """Run notebooks and write the report of them.

    Args:
        sources: the notebooks, in order.
        output: the report's folder; it is replaced only when every notebook ran.
        release: a release to hand to each notebook as ``release_path``; without it each reads its own.

    Raises:
        ReleaseError: the release can't be read; nothing was run.
        NotebookError: a notebook failed; the folder is left as it was.
    """
    about = load_release(release or paths.RELEASE)
    parameters = {"release_path": str(release.resolve())} if release else {}
    output.parent.mkdir(parents=True, exist_ok=True)
    # Made beside its place and moved there when whole, so that no half report is ever seen.
    with tempfile.TemporaryDirectory(prefix=f"{output.name}.", dir=output.parent) as scratch:
        fresh = Path(scratch) / "new"
        for part in (fresh, fresh / "figures", fresh / "tables", fresh / "release"):
            part.mkdir()
        names = {path.name for path in sources}
        executed = []
        for number, path in enumerate(sources, 1):
            with _Progress(number, len(sources), path.stem):
                executed.append(execute(_for_report(path, names, output), path.stem, path.parent, **parameters))
        pages = _write_pages([path.stem for path in sources], executed, about, fresh)
        if output.exists():
            output.rename(Path(scratch) / "old")
        fresh.rename(output)
    return pages


def _for_report(path: Path, names: set[str], output: Path) -> "NotebookNode":
    """The notebook with links that hold from the report's folder."""
    notebook = read(path)

    def moved(link: re.Match[str]) -> str:
        target, anchor = link["target"], link["anchor"] or ""
        if target in names:
            return f"{link['before']}{Path(target).stem}.html{anchor})"
        relative = os.path.relpath(path.parent / target, output)
        return f"{link['before']}{Path(relative).as_posix()}{anchor})"

    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = _RELATIVE_LINK.sub(moved, cell.source)
    return notebook


def _write_pages(stems: Sequence[str], executed: Sequence["NotebookNode"], about: Release, folder: Path) -> list[Page]:
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    from helpers.analysis import analyse
    from helpers.markup import marked_text

    pages: list[Page] = []
    written: dict[str, str] = {}
    for stem, notebook in zip(stems, executed, strict=True):
        pages.append(
            Page(
                file=f"{stem}.html",
                title=title(notebook) or stem,
                goal=markdown2html_mistune(goal(notebook)),
                findings=tuple(findings(notebook)),
                exhibits=tuple(_exhibits(notebook, stem, folder, written)),
            )
        )
    exporter, css = _exporter(), _css()
    for number, (page, notebook) in enumerate(zip(pages, executed, strict=True)):
        context = {
            "title": page.title,
            "css": css,
            "previous": pages[number - 1] if number else None,
            "next": pages[number + 1] if number + 1 < len(pages) else None,
        }
        html, _ = exporter.from_notebook_node(notebook, resources={"page": context})
        # Headings keep their ids; the empty links to themselves go.
        _write(folder / page.file, re.sub(r'<a class="anchor-link" href="[^"]*"></a>', "", html))
    context = {"title": f"Report on {about.name}", "css": css}
    index = exporter.environment.get_template("index.html.j2")
    analysis = analyse(about)
    html = index.render(
        page=context,
        facts=_facts(about),
        entries=pages,
        marked=marked_text(about, analysis.quotes).html,
        downloads=_downloads(analysis, folder),
    )
    _write(folder / "index.html", html)
    return pages


_DOWNLOADS = {
    ".json": "Everything, as JSON",
    ".quotes.csv": "The quotations, as CSV",
    ".statistics.csv": "The statistics, as CSV",
    ".jsonld": "Web Annotations (W3C), as JSON-LD",
    ".tei.xml": "The text with its annotations in place, as TEI P5",
    ".txt": "The text, in UTF-8",
    ".ann": "Its annotations, as brat reads them",
}


def _downloads(analysis: "Analysis", folder: Path) -> list[tuple[str, str]]:
    """Write the reading in each format; the files, as links from the page, and what they are."""
    from helpers.export.formats import FORMATS
    from helpers.text.atomic import write

    texts = {s: t for f in FORMATS.values() for s, t in zip(f.suffixes, f.write(analysis), strict=True)}
    write({folder / "release" / f"release{suffix}": texts[suffix] for suffix in _DOWNLOADS})
    return [(f"release/release{suffix}", what) for suffix, what in _DOWNLOADS.items()]


def _exporter() -> Any:
    from nbconvert import HTMLExporter

    return HTMLExporter(
        template_name="base",
        template_file="notebook.html.j2",
        extra_template_paths=[str(_TEMPLATES)],
        extra_template_basedirs=[],
        anchor_link_text="",
    )


def _css() -> str:
    from pygments.formatters import HtmlFormatter

    css = (_TEMPLATES / "page.css").read_text(encoding="utf-8")
    light, dark = (HtmlFormatter(style=style).get_style_defs(".highlight") for style in ("default", "github-dark"))
    return f"{css}{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}"


def _facts(release: Release) -> list[tuple[str, str]]:
    dateline = release.dateline
    facts = [
        ("Issued by", release.issuer),
        ("Place", dateline and dateline.place),
        ("Date", dateline and dateline.date and dateline.date.isoformat()),
        ("Length", f"{release.words} words"),
        ("SHA-256", release.sha256),
    ]
    return [(label, str(fact)) for label, fact in facts if fact]


def _exhibits(notebook: "NotebookNode", stem: str, folder: Path, written: dict[str, str]) -> Iterator[Exhibit]:
    """Write each figure and table of a notebook to its own file, and tell the outputs where they lie."""
    number = 0
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            svg, csv = data.get("image/svg+xml"), data.get("text/csv")
            if not (svg or csv):
                continue
            number += 1
            name, finding = _named(str(data.get("text/plain", "")), f"{stem}-{number}")
            # Two notebooks may show the same chart: one file; or two of one name: two files.
            if written.setdefault(name, f"{svg}{csv}") != f"{svg}{csv}":
                name = f"{stem}-{number}-{name}"
                written[name] = f"{svg}{csv}"
            exhibit = Exhibit(
                name=name,
                finding=finding,
                figure=f"figures/{name}.svg" if svg else None,
                table=f"tables/{name}.csv" if csv else None,
            )
            for link, text in ((exhibit.figure, svg), (exhibit.table, csv)):
                if link:
                    _write(folder / link, text)
            output.metadata.update(finding=finding, figure=exhibit.figure, table=exhibit.table)
            yield exhibit


def _named(shown: str, fallback: str) -> tuple[str, str]:
    """Name and finding of a chart from how it shows itself as text: *Chart NAME: finding*."""
    # The name becomes a file name: letters, digits, _ and - alone.
    found = re.fullmatch(r"Chart ([\w-]{1,80}): (.+)", shown.strip(), re.DOTALL | re.ASCII)
    if found:
        return found[1], " ".join(found[2].split())
    return fallback, _line(shown)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n", errors="replace")


# --- command line ------------------------------------------------------------------------------


class _Progress:
    """One line a notebook: its number, name and, once done, the seconds it took."""

    def __init__(self, number: int, total: int, name: str) -> None:
        self.note = ""
        print(f"  {number}/{total} {name} …", end="", flush=True)

    def __enter__(self) -> "_Progress":
        self.began = time.monotonic()
        return self

    def __exit__(self, kind: type | None, *_: object) -> None:
        print(" failed" if kind else f" {time.monotonic() - self.began:.0f} s{self.note}", flush=True)


def main(
    arguments: Sequence[str] | None = None, folder: Path = paths.NOTEBOOKS, output: Path = paths.BUILD / "report"
) -> int:
    """Run the command line; 0 all well, 1 a release or notebook failed, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m helpers.report", description="Run the notebooks into a report.")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--release", metavar="PATH", help=f"read this release, with {YOUR_RELEASE}")
    choice.add_argument("--in-place", action="store_true", help="renew the outputs that the notebooks keep")
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # No terminal is too old for a progress line.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        sources = notebooks(folder)
        if options.release is not None:
            load_release(options.release)
            sources = [path for path in sources if path.stem == YOUR_RELEASE]
        if not sources:
            raise NotebookError(f"no notebooks to run in {folder.name}/")
        isolate()
        if options.in_place:
            _renew_all(sources)
        else:
            release = Path(options.release) if options.release is not None else None
            print(f"Running {len(sources)} notebook{'s' * (len(sources) > 1)}, some seconds each", flush=True)
            pages = build(sources, output, release)
            print(f"{_relative(output / 'index.html')}: {_count(pages)}")
    except (ReleaseError, NotebookError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    return 0


def _renew_all(sources: Sequence[Path]) -> None:
    for number, path in enumerate(sources, 1):
        with _Progress(number, len(sources), path.stem) as line:
            line.note = ", outputs renewed" if renew(path) else ", unchanged"


def _count(pages: Sequence[Page]) -> str:
    exhibits = [exhibit for page in pages for exhibit in page.exhibits]
    figures = len({e.figure for e in exhibits if e.figure})
    tables = len({e.table for e in exhibits if e.table})
    return ", ".join(
        f"{number} {thing}{'s' * (number != 1)}"
        for number, thing in ((len(pages), "page"), (figures, "figure"), (tables, "table"))
    )


def _relative(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
