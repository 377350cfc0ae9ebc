"""Web pages as their readers see them. Texts are invented."""

import pytest

from helpers import analyse
from helpers.release.release import Release

PAGE = (
    "<!DOCTYPE html><html lang='fr'><head><title>Une digue pour Brest</title></head><body><main><article>"
    "<h1>Une digue pour Brest</h1><p>BREST, le 4 mai 2022 – La Régie du port construit une digue de 300 mètres devant "
    "la rade, qui doit durer cinquante ans.</p>{}<p>Les travaux commencent à l'automne et prendront deux ans, selon le "
    "calendrier que la Régie a rendu public.</p></article></main></body></html>"
)


def page(inside: str) -> Release:
    return Release.from_bytes(PAGE.format(inside).encode(), "page.html")


def between(release: Release) -> str:
    """What stands between the first and the last paragraph."""
    return release.text.partition("cinquante ans.")[2].partition("Les travaux")[0].strip()


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("Elle dit <q>oui</q> et part.", "Elle dit « oui » et part."),
        ("<q>Oui, <q>jamais</q> <b>encore</b></q>, dit-elle.", "« Oui, “jamais” encore », dit-elle."),
        ("Elle dit « <q>oui</q> » et part.", "Elle dit « oui » et part."),
        ("Elle dit <q>“oui”</q>.", "Elle dit “oui”."),
        ("Un <q></q>vide.", "Un vide."),
    ],
)
def test_the_q_element_is_quotation_marks_once(markup, read):
    assert between(page(f"<p>{markup}</p>")) == read


@pytest.mark.parametrize(
    ("block", "set_out"),
    [
        ("<blockquote><p>La digue tiendra.</p><p>Elle sera longue.</p></blockquote>",
         ["La digue tiendra.\n\nElle sera longue."]),
        ("<blockquote>La <em>digue</em> tiendra,<br>nous le savons.<footer>— Nora Le Gall</footer></blockquote>",
         ["La digue tiendra,\nnous le savons."]),
        ("<blockquote><p>La digue tiendra. <cite>Nora Le Gall</cite></p></blockquote>", ["La digue tiendra."]),
        ("<figure><blockquote>Elle tiendra.</blockquote><figcaption>Nora Le Gall</figcaption></figure>",
         ["Elle tiendra."]),
        ("<blockquote>Un.</blockquote><p>Puis elle reprend la parole :</p><blockquote>Deux.</blockquote>",
         ["Un.", "Deux."]),
    ],
)  # fmt: skip
def test_a_block_quotation_is_set_out_without_the_line_that_says_whose_it_is(block, set_out):
    release = page(block)
    assert [part.text for part in release.set_out] == set_out
    read = release.normal or release
    assert len(read.set_out) == len(set_out)
    assert all(read.text[part.start : part.end] == part.text for part in read.set_out)


def test_a_block_quotation_that_is_announced_is_quoted():
    inside = "<p>Nora Le Gall, présidente, a déclaré :</p><blockquote><p>La digue tiendra.</p></blockquote>"
    quotes = analyse(page(inside)).quotes
    assert ("direct", "La digue tiendra.", "Nora Le Gall") in list(
        quotes[["kind", "text", "speaker_name"]].itertuples(index=False, name=None)
    )


def test_a_page_that_is_all_block_quotation_is_only_indented():
    release = Release.from_bytes(PAGE.format("").replace("main", "blockquote").encode(), "page.html")
    assert not release.set_out


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Une note secrète pour la relecture.</p>",
        "<p style='color:red; display : none'>Une note secrète pour la relecture.</p>",
        "<div style='visibility:hidden'><p>Une note secrète pour la relecture.</p></div>",
        "<div aria-hidden='true'><p>Une note secrète pour la relecture.</p></div>",
        "<p>Vers la digue<span class='btn sr-only'>, une note secrète</span>.</p>",
        "<template><p>Une note secrète pour la relecture.</p></template>",
        "<p>Elle dure <del>une note secrète</del> cinquante ans encore.</p>",
    ],
)
def test_what_a_reader_does_not_see_is_not_read(hidden):
    assert "secrète" not in page(hidden).text


def test_a_page_behind_a_dialogue_box_is_read():
    data = PAGE.format("").replace("<body>", "<body><div aria-hidden='true'>").replace("</body>", "</div></body>")
    assert "cinquante ans" in Release.from_bytes(data.encode(), "page.html").text


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("Un<br>deux.", "Un\ndeux."),
        ("Un<br/> deux<BR class='x'>trois.", "Un\ndeux\ntrois."),
        ("Un.<br><br>Deux.", "Un.\n\nDeux."),
        ("Elle pose 3<sup>2</sup> piles, dit Anne Kerr<sup>1</sup>.", "Elle pose 3² piles, dit Anne Kerr¹."),
        ("Le 1<sup>er</sup> mai, 30 m<sup>2</sup>, dit Anne<sup>[1]</sup> Kerr<sup><a href='#n'>4</a></sup>.",
         "Le 1er mai, 30 m², dit Anne Kerr."),
        ("L&#146;eau", "L’eau"),
    ],
)  # fmt: skip
def test_lines_and_raised_signs_stay_what_they_are(markup, read):
    assert between(page(f"<p>{markup}</p>")) == read


@pytest.mark.parametrize("boxes", [10, 300, 1000])
def test_boxes_in_boxes_are_one(boxes):
    inside = "<div>" * boxes + "<p>La rade est calme, dit Anne Kerr aux pêcheurs.</p>" + "</div>" * boxes
    assert between(page(inside)) == "La rade est calme, dit Anne Kerr aux pêcheurs."
