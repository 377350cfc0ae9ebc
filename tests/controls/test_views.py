"""Voices, words and tables chosen from, driven in this process. Releases are invented but for one."""

import pandas as pd

from helpers import controls, markup
from tests.stored import shown


def test_a_voice_can_be_chosen_and_keeps_its_colour(analysis):
    control = controls.voices(analysis)
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
    control = controls.search(analysis, "enfant")
    assert "“enfant” stands in 13 places" in shown(control)
    control.choices["by"].value = "expression"
    control.choices["word"].value = "enfants?\\b.*ligne"
    assert "places" in shown(control) or "1 place" in shown(control)
    control.choices["word"].value = "("
    assert "“(”" not in shown(control) and "table" not in shown(control)  # one line says what is wrong
    control.choices["word"].value = " "
    assert "no word to look for" in shown(control)


def test_what_is_not_found_is_told_with_what_was_done(analysis):
    control = controls.search(analysis, "ENFÂNT")
    assert "“ENFÂNT” stands in 13 places" in shown(control)
    control.choices["word"].value = "enffant"
    told = shown(control)
    assert "“enffant” was looked for as lemma among" in told and "stands nowhere; spelt nearly so: " in told
    assert "enfant" in told.partition("spelt nearly so: ")[2]
    control.choices["word"].value = "<b>zzz"
    assert "spelt nearly so" not in shown(control) and "<b>" not in shown(control)


def test_a_table_is_sorted_by_value_and_as_a_reader_would():
    frame = pd.DataFrame({"name": ["Zoé", "élan", "Abel", None], "size": [10, 9, 100, 1]})
    control = controls.sortable(frame, "Names")

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


def test_a_table_keeps_the_rows_with_a_word_whatever_its_case_and_accents():
    frame = pd.DataFrame({"name": ["Zoé Roy", "élan", "Abel", None], "size": [10, 9, 100, 1], "other": ["x"] * 4})
    control = controls.sortable(frame, "Names", ["name", "size"])
    all_names = ["Zoé Roy", "élan", "Abel"]
    for word, kept in (("ELAN", ["élan"]), ("zoe  roy", ["Zoé Roy"]), ("100", ["Abel"]), ("e", all_names)):
        control.choices["word"].value = word
        html = shown(control)
        assert [name for name in all_names if f">{name}</td>" in html] == kept, word
    control.choices["by"].value = "size"
    assert "Names: 3 rows with “e”, of 4" in shown(control)
    control.choices["word"].value = "<b>"  # and the column that is not shown is not looked into
    assert "0 rows with “&lt;b&gt;”" in shown(control) and ">none</td>" in shown(control)
    control.choices["word"].value = "x"
    assert "0 rows" in shown(control)
    control.choices["word"].value = " "
    assert shown(control).count("<tr>") == 5
