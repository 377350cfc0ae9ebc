"""What a notebook's text leads to, as it holds from the report's folder."""

import os
import re
from collections.abc import Collection
from pathlib import Path

from nbformat import NotebookNode

from helpers.report.notebooks import read, title
from helpers.text.translation import has_french, language, translate

_RELATIVE_LINK = re.compile(r"(?P<before>\]\()(?![a-z+.-]+:|[#/])(?P<target>[^()\s#]+)(?P<anchor>#[^()\s]*)?\)")
_NAME_AS_CODE = re.compile(r"(?<!`)`(?P<stem>\d\d_\w+)`(?!`)")
_LEADING = re.compile(r"\[[^\]]*\]\((?:#[^()\s]*|\d\d_\w+\.ipynb(?:#[^()\s]*)?)\)")
_WORDS_A_LINK = 3


_HEADING = re.compile(r"^#+ +")


def linked_from(output: Path, path: Path, names: Collection[str]) -> NotebookNode:
    """The notebook with links that hold from the report's folder: to pages, or to files where they lie.

    The name of another notebook as code (*`01_release`*) becomes a link to it by its title; paragraphs that lead on
    and say nothing else go, since the page has a list of its contents and links to its neighbours. Where the reader's
    language has all of its text it is in that language.

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
        called = title(read(other))
        shown = (translate(called) if is_translated else called) or code["stem"]
        return f"[{shown}]({_place(output, path, names, other.name)})"

    is_translated = language_of(notebook) != "en"
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            kept = _parts(cell.source)
            said = "\n\n".join(_in_language(part) for part in kept) if is_translated else "\n\n".join(kept)
            cell.source = _NAME_AS_CODE.sub(named, _RELATIVE_LINK.sub(moved, said))
    return notebook


def language_of(notebook: NotebookNode) -> str:
    """The language that a page of the notebook can have: the reader's, where all of its text is known in it."""
    told = [part for cell in notebook.cells if cell.cell_type == "markdown" for part in _parts(cell.source)]
    return language() if all(has_french(_HEADING.sub("", part.strip())) for part in told) else "en"


def _parts(source: str) -> list[str]:
    """The paragraphs of a text cell that say something."""
    return [part for part in source.split("\n\n") if part.strip() and not _only_leads_on(part)]


def _in_language(part: str) -> str:
    """A paragraph or heading in the reader's language."""
    part = part.strip()
    mark = _HEADING.match(part)
    return f"{mark[0]}{translate(part[mark.end() :])}" if mark else translate(part)


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
