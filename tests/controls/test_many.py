"""Many releases: the bar and the search. Releases are invented."""

import pytest

from helpers import controls
from helpers.archive import read_corpus
from tests.stored import ENGLISH, HOSTILE, POND, shown


@pytest.fixture(scope="module")
def corpus(client, tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    texts = {"a.txt": POND, "b.txt": HOSTILE.replace("gelé deux fois", "débordé"), "c.txt": ENGLISH, "d.txt": ""}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    counter = controls.ReadingProgress()
    assert "bar" in shown(counter)
    return read_corpus(folder, folder / "out", client, partition=2, on_progress=counter), counter


def test_a_counter_tells_how_far_a_reading_is(corpus):
    _, counter = corpus
    assert [step.releases for step in counter.steps] == [0, 2, 4]
    assert (counter._bar.value, counter._bar.max) == (4, 4)
    assert "4 of 4 releases, 2 could not be read" in shown(counter)


def test_an_archive_is_searched_and_each_hit_unfolds_to_its_place(corpus):
    control = controls.quotations(corpus[0], lemma="étang")
    assert "2 quotations found" in shown(control) and shown(control).count("<details>") == 2
    assert "a.txt, " in shown(control) and "b.txt, " in shown(control)
    control.choices["word"].value = "GELE"
    assert "1 quotation found" in shown(control) and "<mark>" in shown(control)
    control.choices["speaker"].value = "Nobody"
    assert "0 quotations found" in shown(control)


def test_a_hit_of_an_archive_stays_text_and_nothing_asked_is_said_in_a_line(corpus):
    control = controls.quotations(corpus[0], speaker="Brochet")
    assert "<script" not in shown(control) and "&lt;script" in shown(control)
    control.choices["speaker"].value = " "
    assert "nothing to look for" in shown(control)
