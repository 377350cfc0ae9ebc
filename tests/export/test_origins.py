"""Whose reading an export is: nobody's file is replaced unasked, whatever it is called."""

import os
import unicodedata

import pytest

from helpers.export.origins import LIST, Origins

TEXT = "Le quai rouvre."


def test_an_export_is_replaced_by_its_own_source_alone(tmp_path):
    place = tmp_path / "a.json"
    place.write_text(TEXT, encoding="utf-8")
    Origins(tmp_path).note([place], "/x/a.txt", "0a")
    assert Origins(tmp_path).taken({place: "Un autre."}, "/x/a.txt") is None
    assert Origins(tmp_path).taken({place: "Un autre."}, "/y/a.txt") == (place, "/x/a.txt")


@pytest.mark.parametrize("name", ["a.json", "a.jsonld", "a.tei.xml", "a.ann", "a.txt", "a.quotes.csv"])
def test_a_file_that_no_list_knows_is_anybodys(tmp_path, name):
    place = tmp_path / name
    assert Origins(tmp_path).taken({place: TEXT}, "/x/a.txt") is None
    place.write_text("Une page de quelqu'un.", encoding="utf-8")
    assert Origins(tmp_path).taken({place: TEXT}, "/x/a.txt") == (place, None)
    place.write_text(TEXT, encoding="utf-8")  # a run was killed before it told of it
    assert Origins(tmp_path).taken({place: TEXT}, "/x/a.txt") is None


def test_a_link_that_leads_nowhere_is_somebodys(tmp_path):
    (tmp_path / "a.json").symlink_to(tmp_path / "nowhere")
    assert Origins(tmp_path).taken({tmp_path / "a.json": TEXT}, "/x/a.txt") == (tmp_path / "a.json", None)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Quai.json", "quai.json"), ("QUAI.json", "quai.JSON"), ("Été.json", unicodedata.normalize("NFD", "été.json"))],
)
def test_where_case_does_not_count_two_names_are_one_file(tmp_path, one, other):
    place = tmp_path / one
    place.write_text(TEXT, encoding="utf-8")
    Origins(tmp_path).note([place], "/x/Quai.txt", "0a")
    os.link(place, tmp_path / other)  # as a file system sees it that is blind to case
    assert Origins(tmp_path).taken({tmp_path / other: "Un autre."}, "/y/quai.txt") == (tmp_path / other, "/x/Quai.txt")


def test_where_case_counts_two_names_are_two_files(tmp_path):
    origins = Origins(tmp_path)
    for name, source in (("A.json", "/x/A.txt"), ("a.json", "/y/a.txt")):
        assert origins.taken({tmp_path / name: TEXT}, source) is None
        (tmp_path / name).write_text(source, encoding="utf-8")
        origins.note([tmp_path / name], source, "0a")
    assert origins.taken({tmp_path / "A.json": TEXT}, "/x/A.txt") is None
    assert origins.taken({tmp_path / "A.json": TEXT}, "/y/a.txt") == (tmp_path / "A.json", "/x/A.txt")


@pytest.mark.parametrize("line", ["", "{", "[]", '{"file": 3}', '{"file": "a.json"}', "[" * 100_000, "\x00"])
def test_a_damaged_line_of_the_list_is_passed_over(tmp_path, line):
    place = tmp_path / "a.json"
    place.write_text(TEXT, encoding="utf-8")
    (tmp_path / LIST).write_text(line + "\n", encoding="utf-8")
    Origins(tmp_path).note([place], "/x/a.txt", "0a")
    assert Origins(tmp_path).taken({place: "Un autre."}, "/y/a.txt") == (place, "/x/a.txt")
