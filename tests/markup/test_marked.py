"""A marked text as HTML: nothing of a release is ever markup."""

import pytest

from helpers import markup
from helpers.markup.marked import woven
from tests.pages import Page
from tests.reading import read

HOSTILE = (
    "« <script>alert(1)</script> Nous avançons », déclare <b onclick=x>Anne</b> Roy. "
    "M. <img src=x> dit que « tout & rien » va."
)


def test_a_hostile_release_shows_as_text():
    analysis = read(HOSTILE)
    page = Page(markup.marked_text(analysis.release, analysis.quotes).html)
    assert not {"script", "b", "img"} & set(page.tags) and page.open == []
    assert "<script>alert(1)</script>" in page.text


def test_the_marked_release_holds_the_whole_text_and_every_quotation(analysis):
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
