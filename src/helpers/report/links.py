"""What a notebook's text leads to, as it holds from the report's folder."""

import os
import re
from collections.abc import Collection
from pathlib import Path

from nbformat import NotebookNode

from helpers.report.notebooks import read, title

_RELATIVE_LINK = re.compile(r"(?P<before>\]\()(?![a-z+.-]+:|[#/])(?P<target>[^()\s#]+)(?P<anchor>#[^()\s]*)?\)")
_NAME_AS_CODE = re.compile(r"(?<!`)`(?P<stem>\d\d_\w+)`(?!`)")
_LEADING = re.compile(r"\[[^\]]*\]\((?:#[^()\s]*|\d\d_\w+\.ipynb(?:#[^()\s]*)?)\)")
_WORDS_A_LINK = 3


def linked_from(output: Path, path: Path, names: Collection[str]) -> NotebookNode:
    """The notebook with links that hold from the report's folder: to pages, or to files where they lie.

    The name of another notebook as code (*`01_release`*) becomes a link to it by its title; paragraphs that lead on
    and say nothing else go, since the page has a list of its contents and links to its neighbours.

    Args:
        output: the report's folder.
        path: the notebook.
        names: the files of those that have a page in the report.
    """
    notebook = read(path)

    def moved(link: re.Match[str]) -> str:
        return f"{link['before']}{_place(output, path, names, link['target'])}{link['anchor'] or ''})"

    def named(code: re.Match[str]) -> str:
        other = path.with_name(f"{code['stem']}.ipynb")
        if not other.is_file():
            return code[0]
        return f"[{title(read(other)) or code['stem']}]({_place(output, path, names, other.name)})"

    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            kept = (part for part in cell.source.split("\n\n") if not _only_leads_on(part))
            cell.source = _NAME_AS_CODE.sub(named, _RELATIVE_LINK.sub(moved, "\n\n".join(kept)))
    return notebook


def _place(output: Path, path: Path, names: Collection[str], target: str) -> str:
    """Where a file beside the notebook is from the report: its page, that of the report around it, else the file."""
    if target in names:
        return f"{Path(target).stem}.html"
    around = output.parent / f"{Path(target).stem}.html"
    if target.endswith(".ipynb") and "/" not in target and around.is_file():
        return f"../{around.name}"
    return Path(os.path.relpath(path.parent / target, output)).as_posix()


def _only_leads_on(paragraph: str) -> bool:
    """*Overview · back: Grammar · next: Statistics*: links to notebooks and headings, and hardly a word beside them."""
    rest, links = _LEADING.subn(" ", paragraph)
    return links > 0 and len(re.findall(r"\w+", rest)) <= _WORDS_A_LINK * links
