"""A release as its layout tells it."""

import datetime
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import ReleaseError, load_release, paths
from helpers.release.release import Release

INVENTED = """RIMOUSKI, le 3 févr. 2021 /CNW Telbec/ - La Régie des sentiers ouvre un pont.

« Le pont est à vous », déclare la directrice.

SOURCE Régie des sentiers

Renseignements : Jeanne Roy, conseillère, j.roy@sentiers.example, 418-555-0199, poste 12"""


@pytest.fixture(scope="module")
def release() -> Release:
    return load_release(paths.RELEASE)


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


@pytest.mark.parametrize(
    ("opening", "place", "date", "wire"),
    [
        ("OTTAWA, le 4 oct. 2019 /CNW/ - Un texte.", "OTTAWA", (2019, 10, 4), "CNW"),
        ("MONTRÉAL, QC, le 1er juin 2018 /CNW Telbec/ – Un texte.", "MONTRÉAL", (2018, 6, 1), "CNW Telbec"),
        ("Paris, le 12 mars 2024 – Un texte.", "Paris", (2024, 3, 12), None),
        ("Gatineau (Québec), le 14 mai 2022 – Un texte.", "Gatineau", (2022, 5, 14), None),
        ("Lausanne, 3.2.2021\nUn texte.", "Lausanne", (2021, 2, 3), None),
        ("Trois-Rivières, le 30 août 2020 - Un texte.", "Trois-Rivières", (2020, 8, 30), None),
        ("L'Assomption, le 9 déc. 2020 - Un texte.", "L'Assomption", (2020, 12, 9), None),
    ],
)
def test_datelines_in_their_usual_forms(opening, place, date, wire):
    line = Release.from_text(opening).dateline
    assert (line.place, line.date, line.wire) == (place, datetime.date(*date), wire)


@pytest.mark.parametrize(
    "text", ["Un texte sans lieu ni date.", "Le 4 octobre 2019, la mairie a fermé.", "Paris est belle le 4 mars."]
)
def test_no_dateline_is_guessed(text):
    assert Release.from_text(text).dateline is None


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


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_offsets_stand_whatever_the_line_ending(tmp_path, ending):
    path = tmp_path / "a.txt"
    path.write_bytes(f"Un texte.{ending}{ending}Un « autre ».{ending}".encode())
    release = load_release(path)
    assert [p.text for p in release.paragraphs] == ["Un texte.", "Un « autre »."]
    assert [release.text[p.start : p.end] for p in release.paragraphs] == ["Un texte.", "Un « autre »."]


def one_line(error: pytest.ExceptionInfo, *words: str) -> None:
    message = str(error.value)
    assert "\n" not in message and all(word in message for word in words), message


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"abc\x00def", "NUL"),
        (b"abc\x1bdef", "control character"),
        (b"\xff\xfe\x00d\xe9j\xe0", "UTF-8"),
        ("\ufeff \u00a0".encode(), "no text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path, content, told):
    path = tmp_path / "é vide.txt"
    path.write_bytes(content)
    with pytest.raises(ReleaseError) as error:
        load_release(path)
    one_line(error, "é vide.txt", told)


def test_a_missing_file_and_a_folder_are_refused_in_one_line(tmp_path):
    with pytest.raises(ReleaseError) as error:
        load_release(tmp_path / "nulle part.txt")
    one_line(error, "nulle part.txt", "no such file")
    with pytest.raises(ReleaseError) as error:
        load_release(tmp_path)
    one_line(error, "folder")
    with pytest.raises(ReleaseError) as error:
        load_release("a\x00b")
    one_line(error)


def test_a_text_of_no_end_is_refused_in_one_line():
    with pytest.raises(ReleaseError) as error:
        Release.from_text("mot " * 300_000, "archive.txt")
    one_line(error, "archive.txt", "1,200,000", "one release a file")


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
