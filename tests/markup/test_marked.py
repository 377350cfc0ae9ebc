"""Tables and marked text as HTML: nothing of a release is ever markup."""

from html.parser import HTMLParser

import pandas as pd
import pytest

from helpers import analyse, load_release, markup, paths
from helpers.markup.marked import woven
from helpers.release.release import Release


class Page(HTMLParser):
    """Tags in order, whether they balance, and the text between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.open, self.text, self.titles = [], [], "", []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.titles += [value for name, value in attributes if name == "title"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


HOSTILE = (
    "« <script>alert(1)</script> Nous avançons », déclare <b onclick=x>Anne</b> Roy. "
    "M. <img src=x> dit que « tout & rien » va."
)


def test_a_hostile_release_shows_as_text():
    analysis = analyse(Release.from_text(HOSTILE))
    page = Page(markup.marked_text(analysis.release, analysis.quotes).html)
    assert not {"script", "b", "img"} & set(page.tags) and page.open == []
    assert "<script>alert(1)</script>" in page.text


def test_a_table_escapes_heads_cells_and_caption():
    page = Page(markup.table(pd.DataFrame({"<a>": ["<script>", None, "x"]}), "<b>").html)
    assert "script" not in page.tags and "a" not in page.tags and "b" not in page.tags and page.open == []
    assert "<script>" in page.text and "–" in page.text


def test_the_marked_release_holds_the_whole_text_and_every_quotation():
    analysis = analyse(load_release(paths.RELEASE))
    page = Page(markup.marked_text(analysis.release, analysis.quotes).html)
    assert page.open == []
    assert len([t for t in page.titles if "rule" in t]) == len(analysis.quotes)
    for p in analysis.release.paragraphs:
        assert p.text[:40] in page.text


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([(0, 4, "<i>", "</i>"), (2, 6, "<b>", "</b>")], "<i>ab<b>cd</b></i>ef"),
        ([(0, 6, "<i>", "</i>"), (2, 4, "<b>", "</b>")], "<i>ab<b>cd</b>ef</i>"),
        ([], "abcdef"),
    ],
)
def test_spans_that_cross_are_cut_so_that_tags_nest(layers, expected):
    assert woven("abcdef", 0, 6, layers) == expected
