"""What a notebook says of itself."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from helpers.report.notebooks import as_lines, contents, findings, headlines


def test_headings_are_listed_with_their_anchors():
    notebook = new_notebook(cells=[new_markdown_cell("# A\n\n## Whose `words`?\n\n### Deeper\n\n## How *sure*?")])
    assert contents(notebook) == [("Whose-words?", "Whose words?"), ("How-sure?", "How sure?")]


def shown(html: str, plain: str):
    return new_output("execute_result", data={"text/html": html, "text/plain": plain})


def test_headlines_and_findings_are_said_in_print_or_as_lines_under_their_headings():
    printed = new_output("stream", name="stdout", text="1. One\nsentence.\n")
    cells = [
        new_code_cell("0", outputs=[new_output("stream", name="stdout", text="Before.")]),
        new_markdown_cell("## In three sentences\n\n### Evidence"),
        new_code_cell("1", outputs=[printed]),
        new_code_cell("2", outputs=[shown("<p>2. Two.</p>", "2. Two.")]),
        new_code_cell("3", outputs=[shown("<div><table></table></div>", "a table")]),
        new_markdown_cell("## Findings"),
        new_code_cell("4", outputs=[shown("<p>One.</p>\n<p>Two.</p>", "One.\n\nTwo."), printed]),
        new_markdown_cell("## What this does not show"),
        new_code_cell("5", outputs=[printed]),
    ]
    assert headlines(new_notebook(cells=cells)) == ["One sentence.", "Two."]
    assert findings(new_notebook(cells=cells)) == ["One.", "Two.", "1. One", "sentence."]


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
