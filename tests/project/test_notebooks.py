"""The notebooks as they are kept: whole, run from top to bottom, and fit to be read.

That their outputs are right is nbval's part; this says what nbval can't see, above all that outputs are there.
"""

import copy
import re
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers import paths
from helpers.report import notebooks as report

EXPECTED = [
    "00_overview",
    "01_release",
    "02_words",
    "03_grammar",
    "04_quotes",
    "05_statistics",
    "06_claims",
    "07_accuracy",
    "08_your_release",
    "09_many_releases",
]

LEFT_OUT = re.compile(
    r"^\s*#\s*(NBVAL_SKIP|NBVAL_IGNORE_OUTPUT|NBVAL_RAISES_EXCEPTION|PYTEST_VALIDATE_IGNORE_OUTPUT)\s*$"
)
LEFT_OUT_TAGS = {"nbval-skip", "nbval-ignore-output", "nbval-raises-exception", "raises-exception"}
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|TBD|TBC)\b|lorem ipsum", re.IGNORECASE)
ABSOLUTE = re.compile(
    r"(?<![\w.:/<)*-])/(?:root|home|Users|work|tmp|opt|mnt|usr|var)/[\w.-]|\b[A-Z]:\\\w|\bipykernel_\d+"
)
LONG = 6
"""Sections from which a page needs a list of them."""

TEX = re.compile(r"(?<!\\)\$[^$\n]+\$")


def faults(notebook) -> list[str]:
    """What is wrong with a notebook, a line each; empty where nothing is."""
    found = []
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if [cell.execution_count for cell in code] != list(range(1, len(code) + 1)):
        found.append("execution counts are not 1..n: run make notebooks")
    if not any(cell.outputs for cell in code):
        found.append("no output at all: run make notebooks")
    for number, cell in enumerate(notebook.cells, 1):
        where = f"cell {number}"
        if not cell.source.strip():
            found.append(f"{where}: empty")
        shown = "\n".join([cell.source, *(_texts(cell) if cell.cell_type == "code" else [])])
        if absolute := ABSOLUTE.search(shown):
            found.append(f"{where}: absolute path {absolute[0]}")
        if any(str(place) in shown for place in (paths.ROOT, Path.home()) if len(str(place)) > 1):
            found.append(f"{where}: absolute path of this machine")
        if cell.cell_type == "code":
            found += [f"{where}: {fault}" for fault in _code_faults(cell)]
        else:
            if UNFINISHED.search(cell.source):
                found.append(f"{where}: unfinished prose")
            if TEX.search(re.sub(r"```.*?```|`[^`\n]*`", "", cell.source, flags=re.DOTALL)):
                found.append(f"{where}: $…$ would be set as a formula, which the report can't do without a network")
    return found + _opening_faults(notebook) + _closing_faults(notebook)


def _code_faults(cell) -> list[str]:
    found = []
    lines = cell.source.splitlines()
    for above, line in zip(["", *lines], lines, strict=False):
        is_reason = re.match(r"\s*#\s*\w+(?:\W+\w+){2}", above) and not LEFT_OUT.match(above)
        if LEFT_OUT.match(line) and not is_reason:
            found.append(f"{line.strip()} has no reason above it")
    if LEFT_OUT_TAGS & set(cell.metadata.get("tags", [])):
        found.append("left out by a tag, which nobody sees: use a comment with its reason")
    if re.search(r"^[%!]\S", cell.source, re.MULTILINE):
        found.append("a magic or shell command: it runs in some environments only")
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stderr":
            found.append("output on stderr")
        if output.output_type == "error":
            found.append("an error")
        if any(kind.startswith("image/") and kind != "image/svg+xml" for kind in output.get("data", {})):
            found.append("a bitmap, which nbval does not compare: show figures as SVG")
    return found


def _opening_faults(notebook) -> list[str]:
    top = notebook.cells[0].source if notebook.cells and notebook.cells[0].cell_type == "markdown" else ""
    found = [] if re.match(r"# \S", top) else ["no title at the top"]
    return found + [
        f"no **{part}** at the top" for part in ("You will see", "You need", "Time") if f"**{part}**" not in top
    ]


def _closing_faults(notebook) -> list[str]:
    headings = re.findall(r"^## (.+)$", report.prose(notebook), re.MULTILINE)
    if len(set(headings)) < len(headings):
        return ["two headings of one name: a link can't tell them apart"]
    if "Findings" not in headings:
        return ["no ## Findings"]
    found = [] if report.findings(notebook) else ["nothing printed under ## Findings"]
    if not any(h.startswith("What this does not show") for h in headings[headings.index("Findings") :]):
        found.append("no ## What this does not show after the findings")
    return found


def _texts(cell) -> list[str]:
    texts = []
    for output in cell.outputs:
        texts += [output.get("text", ""), *output.get("traceback", [])]
        texts += [value for value in output.get("data", {}).values() if isinstance(value, str)]
    return texts


NOTEBOOKS = report.collection()


def test_the_collection_is_complete():
    assert [path.stem for path in NOTEBOOKS][: len(EXPECTED)] == EXPECTED


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_has_no_faults(path):
    found = faults(report.read(path))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_in_normal_form(path):
    """make notebooks would change nothing but outputs."""
    notebook = report.read(path)
    is_normal = path.read_text(encoding="utf-8") == report.dumps(report.normalise(notebook))
    assert is_normal, "not in normal form: run make notebooks"
    nbformat.validate(notebook)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_links_resolve(path):
    links = re.findall(r"\]\((?![a-z]+:|#)([^()\s#]+)", report.prose(report.read(path)))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize(
    ("before", "path", "after"),
    list(zip([None, *NOTEBOOKS[:-1]], NOTEBOOKS, [*NOTEBOOKS[1:], None], strict=True)),
    ids=lambda path: path.stem if path else "none",
)
def test_a_reader_finds_the_way(before, path, after):
    """From the top and from the end to the overview and on to the next; from the top back as well."""
    notebook = report.read(path)
    top, end = notebook.cells[0].source, notebook.cells[-1].source
    wanted = {top: [before, after], end: [after]}
    for source, neighbours in wanted.items():
        ways = {p.name for p in neighbours if p} | ({NOTEBOOKS[0].name} if before else set())
        assert [way for way in sorted(ways) if f"]({way})" not in source] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_long_page_lists_what_is_on_it(path):
    notebook = report.read(path)
    headings = re.findall(r"^## (.+)$", report.prose(notebook), re.MULTILINE)
    if len(headings) < LONG:
        return
    listed = re.findall(r"\[([^\]]+)\]\(#([^)]+)\)", notebook.cells[1].source)
    assert listed == [(heading, heading.replace(" ", "-")) for heading in headings]


def test_any_release_can_be_handed_to_the_last_notebook():
    notebook = report.read(paths.NOTEBOOKS / f"{report.YOUR_RELEASE}.ipynb")
    tagged = [c.source for c in notebook.cells if "parameters" in c.metadata.get("tags", [])]
    assert len(tagged) == 1
    assert re.search(r"^release_path\b.*=", tagged[0], re.MULTILINE)


# --- the checks themselves ---------------------------------------------------------------------


def sound():
    """An invented notebook without faults."""
    cells = [
        new_markdown_cell("# How many?\n\n**You will see** one.\n**You need** nothing. **Time** 1 minute.", id="a"),
        new_code_cell("x = 1", execution_count=1, id="b"),
        new_markdown_cell("## Findings", id="c"),
        new_code_cell("print(x)", execution_count=2, id="d", outputs=[new_output("stream", name="stdout", text="1\n")]),
        new_markdown_cell("## What this does not show\n\nAnything else.", id="e"),
    ]
    return new_notebook(cells=cells)


def strip(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None


def gap(notebook):
    notebook.cells[3].execution_count = 3


def show(kind, text):
    return lambda n: n.cells[1].outputs.append(new_output("display_data", data={kind: text}))


def source(index, text):
    return lambda n: n.cells[index].update(source=text)


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (strip, "no output at all"),
        (strip, "execution counts"),
        (gap, "execution counts"),
        (source(1, "\n"), "cell 2: empty"),
        (source(1, "open('/ho" + "me/ann/x')"), "absolute path"),
        (show("text/plain", str(paths.ROOT / "x")), "absolute path"),
        (show("text/html", "<b>/ho" + "me/ann/x</b>"), "absolute path"),
        (show("image/png", "AAAA"), "bitmap"),
        (lambda n: n.cells[1].outputs.append(new_output("stream", name="stderr", text="w")), "stderr"),
        (lambda n: n.cells[1].outputs.append(new_output("error", ename="E", evalue="e", traceback=[])), "error"),
        (source(0, "**You will see** **You need** **Time**"), "no title"),
        (source(0, "# Title\n\n**You will see** one. **Time** 1 minute."), "You need"),
        (source(2, "## Results"), "no ## Findings"),
        (source(4, "## Findings"), "two headings"),
        (source(4, "## The end"), "What this does not show"),
        (lambda n: n.cells[3].update(outputs=[]), "nothing printed"),
        (source(1, "# NBVAL_SKIP\nx = 1"), "no reason"),
        (source(1, "x = 1\n# NBVAL_IGNORE_OUTPUT"), "no reason"),
        (lambda n: n.cells[1].metadata.update(tags=["nbval-skip"]), "tag"),
        (source(1, "%matplotlib inline"), "magic"),
        (source(4, "## What this does not show\n\nTODO: say it."), "unfinished"),
        (source(4, "## What this does not show\n\nFrom 3 $ to 4 $."), "formula"),
    ],
)
def test_each_fault_is_seen(spoil, fault):
    notebook = sound()
    assert faults(notebook) == []
    spoil(notebook)
    assert any(fault in found for found in faults(notebook)), faults(notebook)


def test_a_reason_is_enough_to_leave_an_output_out():
    notebook = sound()
    notebook.cells[1].source = "# The clock differs from run to run.\n# NBVAL_IGNORE_OUTPUT\nx = 1"
    assert faults(notebook) == []


def test_normal_form_drops_what_differs_from_run_to_run():
    kept = sound()
    noisy = copy.deepcopy(kept)
    noisy.metadata.update(language_info={"name": "python", "version": "3.11.9"}, papermill={"duration": 1.5})
    for cell in noisy.cells:
        cell.metadata.update(papermill={"duration": 1.5}, execution={"iopub.execute_input": "now"}, tags=[])
    noisy.cells[3].outputs = [new_output("stream", name="stdout", text=part) for part in ("1", "\n")]
    assert report.dumps(report.normalise(noisy)) == report.dumps(report.normalise(kept))
    assert report.normalise(report.normalise(noisy)) == report.normalise(noisy)
    assert report.dumps(report.normalise(kept)).endswith("}\n")


def test_what_is_shown_and_printed_in_one_cell_keeps_its_order():
    notebook = sound()
    shown = new_output("display_data", data={"text/plain": "shown"}, metadata={"isolated": True})
    printed = [new_output("stream", name=name, text=text) for name, text in (("stdout", "1"), ("stdout", "2"))]
    notebook.cells[3].outputs = [shown, *printed, copy.deepcopy(shown), new_output("stream", name="stderr", text="w")]
    outputs = report.normalise(notebook).cells[3].outputs
    assert [output.get("text") for output in outputs] == [None, "12", None, "w"]
    assert outputs[0].metadata == {}


def test_normal_form_keeps_what_a_reader_sees():
    notebook = sound()
    notebook.cells[1].metadata["tags"] = ["parameters"]
    notebook.cells[3].outputs[0].text = "2\n"
    normal = report.normalise(notebook)
    assert normal.cells[1].metadata == {"tags": ["parameters"]}
    assert normal.cells[3].outputs[0].text == "2\n"
    assert [c.source for c in normal.cells] == [c.source for c in notebook.cells]


def test_normal_form_gives_each_cell_one_id_of_its_own():
    notebook = sound()
    notebook.cells[1].id = notebook.cells[2].id = "a"
    del notebook.cells[3]["id"]
    first, second = (report.normalise(notebook) for _ in range(2))
    ids = [cell.id for cell in first.cells]
    assert len(set(ids)) == len(ids)
    assert ids[0] == "a"
    assert ids == [cell.id for cell in second.cells]
    nbformat.validate(first)
