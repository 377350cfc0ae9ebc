"""A release of one's own, given to the control in this process. Releases are invented but for one."""

import base64
import json
import re
from datetime import UTC, datetime

import pytest

from helpers import controls, markup, paths
from tests.stored import ENGLISH, HOSTILE, POND, shown


@pytest.fixture
def your():
    return controls.YourRelease(paths.RELEASE)


def paste(your: controls.YourRelease, text: str) -> None:
    your.text.value = text
    your.read_text.click()


def test_without_a_click_the_first_release_is_read(your, analysis):
    assert your.analysis.release.sha256 == analysis.release.sha256
    assert "Analysis of 2019-10-04_grc_vgt.txt" in shown(your)


def test_the_text_stands_once_and_the_first_table_tells_unit_period_and_what_is_counted(your):
    voices = your.shows(controls.voices)
    assert 'class="quotation"' in shown(voices) and 'class="quotation"' not in shown(your)
    paste(your, "Lac-Clair, le 4 mai 2021 – Les deux villes ont planté 300 arbres et 12 haies en 2020.")
    heads = re.findall(r"<th[^>]*>([^<]*)</th>", shown(your))
    assert heads == ["text", "unit", "what is counted", "period", "speaker"]
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", shown(your))
    assert "300 arbres" in " ".join(cells) or "300" in cells
    assert "deux" not in cells and "2020" in cells


def test_findings_follow_and_count_as_the_reading_does(your):
    told = your.tells(controls.findings)
    for text in (paths.RELEASE.read_text(encoding="utf-8"), POND):
        paste(your, text)
        assert your.analysis.told in shown(your) and your.analysis.told in shown(told)
    words = controls.findings(your.analysis)[1]
    assert words == "Quotations have 35% of the 17 words."


def test_the_reading_is_saved_by_links_that_hold_the_files(your, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    paste(your, HOSTILE)
    held = dict(re.findall(r'href="data:[^"]*;base64,([^"]*)" download="([^"]*)"', your._saving.value))
    files = {name: base64.b64decode(data).decode() for data, name in held.items()}
    assert set(files) == {f"pasted text{end}" for end in (".quotes.csv", ".statistics.csv", ".json", ".html")}
    assert json.loads(files["pasted text.json"])["quotes"][0]["text"] == "L'étang a gelé deux fois"
    assert "L'étang a gelé deux fois" in files["pasted text.quotes.csv"]
    assert "How we know" in files["pasted text.html"] and "L&#x27;étang a gelé" in files["pasted text.html"]
    assert "&lt;script&gt;" in files["pasted text.html"] and "<script" not in files["pasted text.html"]
    assert list(tmp_path.iterdir()) == []
    assert "data:" not in shown(your)  # a stored notebook holds no files


def test_a_pasted_text_is_read_and_every_view_follows(your):
    def names(analysis):
        return markup.table(analysis.quotes, "Who", ["speaker_name"])

    view = your.shows(names)
    assert "Odile Brochet" not in shown(view)
    paste(your, POND)
    assert your.analysis.release.text == POND
    assert "Odile Brochet" in shown(view) and "Odile Brochet" in shown(your)


def test_a_click_that_overtakes_the_text_costs_nothing(your):
    readings = []
    your.shows(lambda analysis: readings.append(analysis.release.text) or "seen")
    paste(your, POND)
    your.read_text.click()
    your.text.value = POND + " Il a neigé."
    assert readings[1:] == [POND, POND + " Il a neigé."]
    your.path.value = str(paths.RELEASE)
    your.read_text.click()
    assert readings[-1] == POND + " Il a neigé."


def test_a_hostile_text_stays_text(your):
    view = your.shows(controls.voices)
    paste(your, HOSTILE)
    for control in (your, view):
        assert "<script" not in shown(control).lower()
    assert "&lt;script&gt;" in shown(view)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("", "no text in it"),
        ("The council will meet on Monday to talk about the new school and its money.", "not French"),
    ],
)
def test_what_can_not_be_read_is_told_in_a_line_and_nothing_of_the_reading_before_stays(your, given, told):
    views = [your.shows(controls.voices), your.tells(controls.findings)]
    paste(your, given)
    assert told in shown(your) and "\n" not in repr(your)
    assert your.analysis is None and your._saving.value == ""
    assert ["Nothing is read" in shown(view) for view in views] == [True, True]
    later = your.shows(lambda analysis: markup.line("read"))
    assert "Nothing is read" in shown(later)
    paste(your, POND)
    assert "Odile Brochet" in shown(views[0]) and shown(later).strip() == "<p>read</p>"


def test_a_file_is_uploaded_and_its_name_is_not_trusted(your):
    upload = {"name": "../<b>x</b>.txt", "type": "text/plain", "size": 9, "content": POND.encode()}
    upload["last_modified"] = datetime(2021, 5, 4, tzinfo=UTC)
    your.upload.value = (upload,)
    assert your.analysis.release.text == POND
    assert "<b>x</b>" not in shown(your)
    your.upload.value = ({**upload, "content": b"\x89PNG\r\n\x1a\n"},)
    assert "picture" in shown(your)
    assert your.analysis is None and your.upload.value == ()


def test_a_path_is_looked_for_here_and_in_the_project(your, tmp_path):
    (tmp_path / "pond.txt").write_text(POND, encoding="utf-8")
    your.path.value = str(tmp_path / "pond.txt")
    assert your.analysis.release.text == POND
    your.path.value = "data/releases/2019-10-04_grc_vgt.txt"
    assert your.analysis.release.name == "2019-10-04_grc_vgt.txt"
    your.path.value = "nowhere.txt"
    assert "nowhere.txt: no such file" in shown(your)


def test_any_language_is_read_when_asked(your):
    your.any_language.value = True
    paste(your, ENGLISH)
    assert your.analysis.release.language == "en"


def test_a_fault_of_a_view_is_told_and_the_others_follow(your):
    def broken(analysis):
        if analysis.release.text == POND:
            raise RuntimeError("a <view> that fails")
        return "fine"

    def length(analysis):
        return markup.Html(f"<p>{len(analysis.release.text)}</p>", "")

    faulty, good = your.shows(broken), your.shows(length)
    paste(your, POND)
    assert "a fault of this program" in shown(faulty) and "<view>" not in shown(faulty)
    assert shown(good) == f"<p>{len(POND)}</p>"
