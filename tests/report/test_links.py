"""What a notebook's text leads to from the report."""

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from helpers.report.links import linked_from


@pytest.fixture
def linked(tmp_path):
    folder = tmp_path / "notebooks"
    folder.mkdir()

    def text_of(text: str, names: tuple[str, ...] = ("00_a.ipynb", "01_b.ipynb")) -> str:
        for stem, said in (("00_a", text), ("01_b", "# Which *words*?")):
            nbformat.write(new_notebook(cells=[new_markdown_cell(said)]), folder / f"{stem}.ipynb")
        notebook = linked_from(tmp_path / "build" / "report", folder / "00_a.ipynb", names)
        return notebook.cells[0].source

    return text_of


def test_the_name_of_a_notebook_becomes_a_link_by_its_title(linked):
    assert linked("See `01_b` and `pandas`.") == "See [Which *words*?](01_b.html) and `pandas`."
    assert linked("See `07_gone`, ``01_b``.") == "See `07_gone`, ``01_b``."


def test_links_hold_from_the_report(linked):
    said = "In [words](01_b.ipynb#Findings), [data](../data/x.md), [a page](https://example.org/), [here](#Here)."
    assert linked(said) == (
        "In [words](01_b.html#Findings), [data](../../data/x.md), [a page](https://example.org/), [here](#Here)."
    )


def test_a_notebook_without_a_page_is_led_to_where_it_has_one(linked, tmp_path):
    assert linked("See `01_b`.", ("00_a.ipynb",)) == "See [Which *words*?](../../notebooks/01_b.ipynb)."
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "01_b.html").write_text("", encoding="utf-8")
    assert linked("See `01_b`.", ("00_a.ipynb",)) == "See [Which *words*?](../01_b.html)."


@pytest.mark.parametrize(
    "leading",
    [
        "[Overview](00_a.ipynb) · next: [Words](01_b.ipynb)",
        "**On this page** [One](#One) · [Two](#Two)",
        "Next: [01_b](01_b.ipynb). Back to the [overview](00_a.ipynb).",
    ],
)
def test_what_only_leads_on_goes(linked, leading):
    assert linked(f"# A title\n\n{leading}\n\nSome prose.") == "# A title\n\nSome prose."
    kept = "Evidence: [Words](01_b.ipynb), who is named and who is heard."
    assert linked(kept) == kept.replace(".ipynb", ".html")
