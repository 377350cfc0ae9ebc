"""What a notebook says of itself."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers.report.notebooks import as_lines, contents, headlines


def test_headings_are_listed_with_their_anchors():
    notebook = new_notebook(cells=[new_markdown_cell("# A\n\n## Whose `words`?\n\n### Deeper\n\n## How *sure*?")])
    assert contents(notebook) == [("Whose-words?", "Whose words?"), ("How-sure?", "How sure?")]


def test_headlines_are_what_tagged_cells_print_each_in_one_line():
    printed = [new_output("stream", name="stdout", text="One\nsentence.\n")]
    cells = [new_code_cell("x", outputs=printed, metadata={"tags": tags}) for tags in (["headline"], [], ["headline"])]
    cells[2].outputs = []
    assert headlines(new_notebook(cells=cells)) == ["One sentence."]


@pytest.mark.parametrize(
    ("printed", "lines"),
    [
        ("One.\n\nTwo.\n", (None, ["One.", "Two."])),
        ("- one\n- two\n", (None, ["one", "two"])),
        ("Of these:\n- one\n- two\n", ("Of these:", ["one", "two"])),
        ("One, paragraph 2:\nA sentence.\n", ("One, paragraph 2:", ["A sentence."])),
        ("It ends so:\n", (None, ["It ends so:"])),
        ("name   n\nAnne   3\n", None),
        ("{\n 'a': 1\n}\n", None),
        ("\n", (None, [])),
    ],
)
def test_lines_are_laid_out_anew_unless_their_spaces_are_their_form(printed, lines):
    assert as_lines(printed) == lines
