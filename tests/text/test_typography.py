"""Words, spaces and quotation marks as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.text.marks import MARKS, quotation_marks
from helpers.text.typography import reading_copy, trim, words


def marked(text: str) -> list[str]:
    return [text[m.start : m.end] for m in quotation_marks(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "L'industrie, aujourd'hui, n'a que rendez-vous.",
            ["L", "industrie", "aujourd'hui", "n", "a", "que", "rendez-vous"],
        ),
        ("18,4 millions", ["18", "4", "millions"]),
        ("« Cœur » – 50 %", ["Cœur", "50"]),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_or_digits(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Oui », dit-elle.", ["Oui"]),
        ("«Oui»", ["Oui"]),
        ("«\u00a0Oui\u202f»", ["Oui"]),
        ("“Oui” et „non“", ["Oui", "non"]),
        ('Il dit "oui" puis "non".', ["oui", "non"]),
        ('L\'"Alliance" gagne', ["Alliance"]),
        ("« Un « mot » dedans »", ["Un « mot » dedans", "mot"]),
        ("Rien ici.", []),
        ("« »", []),
    ],
)
def test_marks_pair_up_with_any_spaces(text, expected):
    assert marked(text) == expected


def test_nested_marks_know_their_level():
    text = "« Un « mot » dedans »"
    assert [m.level for m in quotation_marks(text, [(0, len(text))])] == [0, 1]


def test_a_mark_left_open_at_the_start_of_a_paragraph_ends_with_it():
    text = "« Un début.\n\n« Une fin. »"
    found = quotation_marks(text, [(0, 11), (13, len(text))])
    assert [(text[m.start : m.end], m.is_closed) for m in found] == [("Un début.", False), ("Une fin.", True)]


def paragraph_marks(*paragraphs: str) -> list[str]:
    text = "\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    return [text[m.start : m.end] for m in quotation_marks(text, spans)]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("« Un début.", "» Une suite.", "» Une fin. »"), ["Un début.", "Une suite.", "Une fin."]),
        (("“Un début.", "”Une fin.”"), ["Un début.", "Une fin."]),
        (("Elle sourit. « Un début.", "« Une fin. »"), ["Un début.", "Une fin."]),
        (("Elle sourit. « Un début, dit-elle.", "Il pleut."), ["Un début, dit-elle."]),
        (("« Un début", "», dit-elle."), ["Un début"]),
    ],
)
def test_a_mark_left_open_goes_on_in_the_next_paragraph(paragraphs, expected):
    assert paragraph_marks(*paragraphs) == expected


def test_a_stray_mark_loses_nothing_else():
    assert marked("Un » perdu, puis « une phrase ».") == ["une phrase"]
    assert marked("Un « perdu, puis rien.") == []


@given(st.text())
def test_the_reading_copy_has_the_same_length(text):
    assert len(reading_copy(text)) == len(text)


@given(st.text(alphabet=st.sampled_from(list(MARKS + " aé.\n")), max_size=60))
def test_marked_stretches_are_trimmed_inside_their_marks_and_nest(text):
    found = quotation_marks(text, [(0, len(text))])
    for m in found:
        assert m.opened < m.start < m.end <= m.closed
        assert trim(text, m.start, m.end) == (m.start, m.end)
        assert text[m.opened] in MARKS
    for a in found:
        for b in found:
            apart = a.closed <= b.opened or b.closed <= a.opened
            nested = (a.opened <= b.opened and b.closed <= a.closed) or (b.opened <= a.opened and a.closed <= b.closed)
            assert apart or nested
