"""A marked text as HTML: nothing of a release is ever markup."""

import pandas as pd
import pytest
from markupsafe import Markup

from helpers import markup
from helpers.markup.html import escape
from helpers.markup.marked import Layer, woven
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
    tagged = [Layer(start, end, Markup(opening), Markup(closing)) for start, end, opening, closing in layers]
    assert woven("abcdef", 0, 6, tagged) == expected


def test_tags_that_are_not_told_to_be_html_show_as_text():
    assert woven("ab", 0, 2, [Layer(0, 1, "<i>", "</i>")]) == "&lt;i&gt;a&lt;/i&gt;b"


def test_what_turns_a_line_round_is_shown_by_its_name():
    assert escape("a\u202eb <i>") == "a[RLO]b &lt;i&gt;"
    for piece in (markup.table(pd.DataFrame({"a": ["x\u202e"]})), markup.message("x\u202e"), markup.line("x\u202e")):
        assert "x[RLO]" in piece.html and "\u202e" not in piece.html


def test_a_piece_in_a_piece_is_escaped_once():
    page = Page(markup.unfolding("<all>", [("<one>", markup.message("<b> & l'eau"))]).html)
    assert page.tags == ["p", "b", "details", "summary", "p"] and page.open == []
    assert "<b> & l'eau" in page.text
