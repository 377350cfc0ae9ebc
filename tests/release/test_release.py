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
