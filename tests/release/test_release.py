"""A release as its layout tells it."""

import datetime
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import ReleaseError, paths
from helpers.release.release import Release

INVENTED = """RIMOUSKI, le 3 févr. 2021 /CNW Telbec/ - La Régie des sentiers ouvre un pont.

« Le pont est à vous », déclare la directrice.

SOURCE Régie des sentiers

Renseignements : Jeanne Roy, conseillère, j.roy@sentiers.example, 418-555-0199, poste 12"""


def test_the_release_is_the_file_byte_for_byte(release):
    wanted = "0ae2f2af88ce05515d271ec5defe96ff6c93247d9774cfd5f539de684b221689"
    assert hashlib.sha256(paths.RELEASE.read_bytes()).hexdigest() == wanted == release.sha256
    assert release.text.encode() == paths.RELEASE.read_bytes()


def test_the_crawl_stamp_is_told_apart(release):
    assert release.stamp.text == "date 2019-10"
    assert all(p.start >= release.stamp.end for p in release.paragraphs)


def test_the_dateline_says_where_when_and_by_which_wire(release):
    line = release.dateline
    assert (line.place, line.date, line.wire) == ("OTTAWA", datetime.date(2019, 10, 4), "CNW")
    assert line.text == "OTTAWA, le 4 oct. 2019 /CNW/ -"


def test_paragraphs_have_a_kind(release):
    assert [p.kind for p in release.paragraphs] == ["lead", *["body"] * 7, "source", "contact"]


def test_source_and_contact(release):
    contact = release.contacts[0]
    assert release.issuer == "Gendarmerie royale du Canada"
    assert contact.label == "Relations avec les médias de la GRC"
    assert contact.email == "RCMP.HQMediaRelations-DGRelationsmedias.GRC@rcmp-grc.gc.ca"
    assert contact.phone == "613-843-5999"
    assert release.language == "fr"


def test_an_invented_wire_release():
    release = Release.from_text(INVENTED)
    assert release.issuer == "Régie des sentiers"
    assert release.contacts[0].label == "Jeanne Roy"
    assert release.contacts[0].emails == ("j.roy@sentiers.example",)
    assert release.contacts[0].phones == ("418-555-0199",)


def test_a_hard_wrapped_text_keeps_its_paragraphs_whole():
    line = "Une ligne qui va jusqu'à la marge et pas plus loin, comme autrefois"
    release = Release.from_text(f"{line}\n{line}\n{line}\nfin.\n\nUn autre paragraphe.")
    assert len(release.paragraphs) == 2


WRAPPED = """« L'eau est rare pour tous », a ajouté Paul
Obin, adjoint chargé des réseaux, devant
la presse. Selon
Nadia Fort, le pont a coûté 12
000 euros. Le chantier reste à la Ville.
Elle le rendra en mai."""


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (WRAPPED, 1),
        (f"{WRAPPED}\n\nContact : Anne Roy\n12, quai du Port\nLens\nTél. : 03 21 00 00 00", 5),
        ("Ville de Lens\nBureau des Ponts\n12, quai du Port\n62300 Lens", 4),
        ("Le fleuve dort sous les tilleuls,\nEt l'ombre passe sur le pont,\nLa nuit s'en va,\nLe jour répond.", 4),
        ("- Un pont sur la Deûle, rendu\nen mai ;\n- Une école de dix classes, au centre\n- Un parc", 3),
        ("La Ville a ouvert le pont en mai dernier.\nElle ouvrira une école.\nLe maire s'en dit heureux.", 3),
    ],
    ids=["wrapped", "contacts below", "address", "poem", "list", "a line a paragraph"],
)
def test_lines_broken_at_a_width_are_joined_and_no_others(text, paragraphs):
    assert len(Release.from_text(text).paragraphs) == paragraphs


def test_one_sentence_a_line_is_one_paragraph_a_line():
    assert len(Release.from_text("Une phrase.\nUne autre phrase.\nUne dernière.").paragraphs) == 3


def test_a_release_can_not_be_changed(release):
    with pytest.raises(AttributeError):
        release.text = "autre"


@given(st.text(max_size=400))
def test_every_part_is_a_slice_of_the_text(text):
    try:
        release = Release.from_text(text)
    except ReleaseError as error:
        assert "\n" not in str(error)
        return
    parts = [*release.paragraphs, *release.contacts, release.stamp, release.title, release.dateline, release.source]
    for part in filter(None, parts):
        assert release.text[part.start : part.end] == part.text
    ends = 0
    for p in release.paragraphs:
        assert p.start >= ends
        ends = p.end


@pytest.mark.parametrize(
    "text",
    [
        "1" * 5000,
        "a@" * 5000,
        "A " * 20_000,
        "(a" * 5000,
        "Renseignements: " * 2000,
        "a-" * 5000,
        "Un deux sur " * 400,
        "Ville de la " * 400,
        "A, B, " * 800,
    ],
)
def test_long_runs_are_read_in_reasonable_time(text):
    assert Release.from_text(text).paragraphs
