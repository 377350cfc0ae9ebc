"""Notebooks as files: read, brought to the form in which they are kept, and what each says of itself."""

import copy
import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output

from helpers import paths
from helpers.text.translation import translate

YOUR_RELEASE = "08_your_release"
"""The notebook that reads any release: its cell tagged ``parameters`` sets ``release_path``."""

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


class NotebookError(RuntimeError):
    """A notebook that can't be read or run: one line that names it, the cell and the fault."""


def collection(folder: Path = paths.NOTEBOOKS) -> list[Path]:
    """The numbered notebooks of a folder, in order."""
    return sorted(folder.glob("[0-9]*.ipynb"))


def read(path: Path) -> NotebookNode:
    """A notebook from its file.

    Raises:
        NotebookError: the file is missing or no notebook.
    """
    try:
        return nbformat.read(path, as_version=4)
    except Exception as error:
        raise NotebookError(f"{path.stem}: can't be read as a notebook ({short_line(error)})") from error


def dumps(notebook: NotebookNode) -> str:
    """The notebook as it stands in its file: sorted keys, one trailing newline."""
    return nbformat.writes(notebook, version=nbformat.NO_CONVERT).rstrip("\n") + "\n"


def short_line(message: object, limit: int = 300) -> str:
    """A message on one line, without terminal colours, of bearable length."""
    text = " ".join(re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", str(message)).split()) or type(message).__name__
    text = "".join(c if c.isprintable() else "?" for c in text)
    return text if len(text) <= limit else text[: limit - 1] + "…"


# --- the form in which notebooks are kept ------------------------------------------------------


def normalise(notebook: NotebookNode) -> NotebookNode:
    """A copy in normal form: what a reader sees, without what differs from run to run.

    Keeps cells, tags and outputs; sets the kernel to the plain one; drops times, versions, live widgets and
    editor state; joins the pieces in which a stream arrived; gives an id to cells without one.
    """
    copied = copy.deepcopy(notebook)
    copied.metadata = nbformat.from_dict({"kernelspec": dict(KERNEL), "language_info": {"name": "python"}})
    copied.nbformat, copied.nbformat_minor = 4, 5
    taken: set[str] = set()
    for number, cell in enumerate(copied.cells):
        cell.id = _cell_id(cell, number, taken)
        tags = cell.metadata.get("tags")
        cell.metadata = nbformat.from_dict({"tags": list(tags)} if tags else {})
        if cell.cell_type == "code":
            cell.outputs = list(_outputs(cell.outputs))
    return copied


def _cell_id(cell: NotebookNode, number: int, taken: set[str]) -> str:
    cell_id = str(cell.get("id") or "")
    if not re.fullmatch(r"[\w-]{1,64}", cell_id, re.ASCII) or cell_id in taken:
        cell_id = f"{number:02}-{hashlib.sha256(cell.source.encode()).hexdigest()[:8]}"
    taken.add(cell_id)
    return cell_id


def _outputs(outputs: Iterable[NotebookNode]) -> Iterator[NotebookNode]:
    """Pieces of a stream joined; of all else the data alone."""
    for (kind, stream), together in groupby(outputs, key=lambda output: (output.output_type, output.get("name"))):
        if kind == "stream":
            yield new_output(kind, name=stream, text="".join(output.text for output in together))
            continue
        for output in together:
            if "metadata" in output:
                output.metadata = nbformat.from_dict({})
                drop_widget(output)
            yield output


def drop_widget(output: NotebookNode) -> None:
    """Drop the pointer to a live widget: its ids differ from run to run, and no widget runs in a file."""
    output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)


# --- what a notebook says of itself ------------------------------------------------------------


def title(notebook: NotebookNode) -> str:
    """The text of the first level-1 heading, or ``""``."""
    found = re.search(r"^# +(.+)$", prose(notebook), re.MULTILINE)
    return found[1].strip().replace("`", "") if found else ""


def goal(notebook: NotebookNode) -> str:
    """The line that starts *You will see*, as Markdown, or ``""``."""
    opening = "|".join(re.escape(one) for one in {"You will see", translate("You will see")})
    found = re.search(rf"^\*\*(?:{opening})\*\*.*(?:\n(?!\*\*|\s*$).+)*", prose(notebook), re.MULTILINE)
    return found[0].rstrip() if found else ""


HEADLINES, FINDINGS = "In three sentences", "Findings"
"""Level-2 headings under which a notebook says what it would print first, and what it found."""


def findings(notebook: NotebookNode) -> list[str]:
    """The lines shown under the heading *Findings*."""
    said = (said for cell in _under(notebook, FINDINGS) for said in _said(cell))
    return [line.strip() for text in said for line in text.splitlines() if line.strip()]


def headlines(notebook: NotebookNode) -> list[str]:
    """The sentences shown under the heading *In three sentences*, each whole and without its number."""
    said = (" ".join(said.split()) for cell in _under(notebook, HEADLINES) for said in _said(cell))
    return [re.sub(r"^\d\. ", "", sentence) for sentence in said if sentence]


def _under(notebook: NotebookNode, wanted: str) -> Iterator[NotebookNode]:
    """The code cells between a level-2 heading and the next."""
    inside = False
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for level, heading in re.findall(r"^(#{1,6}) +(.+)$", cell.source, re.MULTILINE):
                if len(level) <= 2:
                    inside = heading.strip() in (wanted, translate(wanted))
        elif inside and cell.cell_type == "code":
            yield cell


def _said(cell: NotebookNode) -> Iterator[str]:
    """What a cell says in words: what it prints, and what it shows as HTML that is no table."""
    for output in cell.outputs:
        data = output.get("data", {})
        if output.output_type == "stream" and output.name == "stdout":
            yield output.text
        elif "text/html" in data and "<table" not in data["text/html"]:
            yield data.get("text/plain", "")


def contents(notebook: NotebookNode) -> list[tuple[str, str]]:
    """The level-2 headings of its text, each with the anchor that Jupyter and nbconvert give it."""
    found = re.findall(r"^## +(.+)$", prose(notebook), re.MULTILINE)
    plain = [re.sub(r"[`*_]", "", heading).strip() for heading in found]
    return [(heading.replace(" ", "-"), heading) for heading in plain]


class Lines(NamedTuple):
    """Printed lines, and the one before them that introduces them."""

    lead: str | None
    lines: list[str]


def as_lines(printed: str) -> Lines | None:
    """What was printed as lines to be laid out anew, without list marks; None where its spaces are its form."""
    lines = [line.rstrip() for line in printed.splitlines() if line.strip()]
    if any(re.search(r"^\s|\S {2}", line) for line in lines):
        return None
    lead = lines.pop(0) if len(lines) > 1 and lines[0].endswith(":") else None
    if all(line.startswith("- ") for line in lines):
        lines = [line.removeprefix("- ") for line in lines]
    return Lines(lead, lines)


def prose(notebook: NotebookNode) -> str:
    """Its text cells as one Markdown text."""
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
