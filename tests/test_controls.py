"""Controls of JupyterLab, driven in this process: what a choice shows. Releases are invented but for one."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from helpers import controls as explore
from helpers import markup, paths
from helpers.archive import read_corpus
from helpers.numbers import claims

POND = "Lac-Clair, le 4 mai 2021 – « L'étang a gelé deux fois », raconte Odile Brochet, gardienne du parc."
ENGLISH = "The council will meet on Monday to talk about the new school and about its money."
HOSTILE = POND.replace("Odile", "<script>x()</script> Odile")


def shown(control: explore.Control) -> str:
    """The HTML that a notebook has of a control, in a stored file and on a live page alike."""
    stored = control._repr_mimebundle_()["text/html"]
    if control._output.outputs:
        assert control._output.outputs[0]["data"]["text/html"] == stored
    return stored


# --- small controls ----------------------------------------------------------------------------


def test_a_voice_can_be_chosen_and_keeps_its_colour(analysis):
    control = explore.voices(analysis)
    everyone = shown(control)
    assert everyone == markup.marked_text(analysis.release, analysis.quotes).html
    choice = control.choices["voice"]
    for label, name in choice.options[1:]:
        choice.value = name
        assert shown(control).count('class="quotation"') == (analysis.quotes["speaker_name"].fillna("") == name).sum()
        assert label.split()[0] in "123?"
    choice.value = None
    assert shown(control) == everyone


def test_a_search_follows_word_and_order(analysis):
    control = explore.search(analysis, "enfant")
    assert "“enfant” stands in 13 places" in shown(control)
    control.choices["by"].value = "expression"
    control.choices["word"].value = "enfants?\\b.*ligne"
    assert "places" in shown(control) or "1 place" in shown(control)
    control.choices["word"].value = "("
    assert "“(”" not in shown(control) and "table" not in shown(control)  # one line says what is wrong
    control.choices["word"].value = " "
    assert "no word to look for" in shown(control)


def test_a_table_is_sorted_by_value_and_as_a_reader_would():
    frame = pd.DataFrame({"name": ["Zoé", "élan", "Abel", None], "size": [10, 9, 100, 1]})
    control = explore.sortable(frame, "Names")

    def order() -> list[int]:
        html = shown(control)
        return sorted(range(4), key=lambda row: html.index(f">{frame['size'].iloc[row]}</td>"))

    assert order() == [0, 1, 2, 3]
    control.choices["by"].value = "size"
    assert order() == [3, 1, 0, 2]
    control.choices["descending"].value = True
    assert order() == [2, 0, 1, 3]
    control.choices["by"].value, control.choices["descending"].value = "name", False
    assert order() == [2, 1, 0, 3]  # gaps last


def test_fewer_digits_leave_more_room(analysis):
    comparison = claims.comparisons(analysis.statistics, analysis.document).iloc[0]
    control = explore.interval(comparison, 80.7)
    assert "Growth from +79.0% to +81.8%; the published +80.7% lies inside" in shown(control)
    control.choices["fewer"].value = 1
    assert "+79.0%" not in shown(control) and "lies inside" in shown(control)
    control.choices["fewer"].value, control.choices["cut"].value = 0, True
    assert "lies inside" in shown(control)


# --- many releases -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def corpus(client, tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    texts = {"a.txt": POND, "b.txt": HOSTILE.replace("gelé deux fois", "débordé"), "c.txt": ENGLISH, "d.txt": ""}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    counter = explore.ReadingProgress()
    assert "bar" in shown(counter)
    return read_corpus(folder, folder / "out", client, partition=2, on_progress=counter), counter


def test_a_counter_tells_how_far_a_reading_is(corpus):
    _, counter = corpus
    assert [step.releases for step in counter.steps] == [0, 2, 4]
    assert (counter._bar.value, counter._bar.max) == (4, 4)
    assert "4 of 4 releases, 2 could not be read" in shown(counter)


def test_an_archive_is_searched_and_each_hit_unfolds_to_its_place(corpus):
    control = explore.quotations(corpus[0], lemma="étang")
    assert "2 quotations found" in shown(control) and shown(control).count("<details>") == 2
    assert "a.txt, " in shown(control) and "b.txt, " in shown(control)
    control.choices["word"].value = "GELE"
    assert "1 quotation found" in shown(control) and "<mark>" in shown(control)
    control.choices["speaker"].value = "Nobody"
    assert "0 quotations found" in shown(control)


def test_a_hit_of_an_archive_stays_text_and_nothing_asked_is_said_in_a_line(corpus):
    control = explore.quotations(corpus[0], speaker="Brochet")
    assert "<script" not in shown(control) and "&lt;script" in shown(control)
    control.choices["speaker"].value = " "
    assert "nothing to look for" in shown(control)


# --- a release of one's own --------------------------------------------------------------------


@pytest.fixture
def your():
    return explore.YourRelease(paths.RELEASE)


def paste(your: explore.YourRelease, text: str) -> None:
    your.text.value = text
    your.read_text.click()


def test_without_a_click_the_first_release_is_read(your, analysis):
    assert your.analysis.release.sha256 == analysis.release.sha256
    assert "Analysis of 2019-10-04_grc_vgt.txt" in shown(your)


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
    view = your.shows(explore.voices)
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
def test_what_can_not_be_read_is_told_in_a_line_and_the_reading_before_stays(your, given, told):
    before = your.analysis
    paste(your, given)
    assert told in shown(your) and "\n" not in repr(your)
    assert your.analysis is before


def test_a_file_is_uploaded_and_its_name_is_not_trusted(your):
    upload = {"name": "../<b>x</b>.txt", "type": "text/plain", "size": 9, "content": POND.encode()}
    upload["last_modified"] = datetime(2021, 5, 4, tzinfo=UTC)
    your.upload.value = (upload,)
    assert your.analysis.release.text == POND
    assert "<b>x</b>" not in shown(your)
    your.upload.value = ({**upload, "content": b"\x89PNG\r\n\x1a\n"},)
    assert "picture" in shown(your)
    assert your.analysis.release.text == POND and your.upload.value == ()


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
