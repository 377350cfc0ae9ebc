"""What a reader does not see is taken out of a text, and every place finds back. Texts are invented."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.text.normal_form import NormalForm, edited, unseen


def plain(text: str) -> str:
    form = edited(text, unseen(text))
    return form if isinstance(form, str) else form.text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("l'e\u0301cole de\u0301ja\u0300", "l'école déjà"),
        ("une res\u00adsource", "une ressource"),
        ("Anne\u200b Roy", "Anne Roy"),
        ("<< L'eau >>", "« L'eau »"),
        ("``L'eau''", '"L\'eau"'),
        ("l'eau, c'est d'ici", "l'eau, c'est d'ici"),
    ],
)
def test_what_is_not_seen_is_not_read(printed, read):
    assert plain(printed) == read


def test_a_text_with_nothing_to_take_out_is_its_own_normal_form():
    text = "« L’école est à vous », dit-elle."
    assert edited(text, unseen(text)) is text


@given(st.text(alphabet=st.sampled_from(list("abé e\u0301\u0300\u00ad\u200b<>'`\n")), max_size=60))
def test_any_stretch_stands_for_a_stretch_of_the_text(text):
    form = edited(text, unseen(text))
    if isinstance(form, str):
        assert form == text
        return
    for start in range(len(form.text) + 1):
        for end in range(start, len(form.text) + 1):
            first, last = form.span(start, end)
            assert 0 <= first <= last <= len(text)
    assert plain(unicodedata.normalize("NFC", text)) == plain(text) or "\u00ad" in text or "\u200b" in text
    assert all(
        form.text[i] == text[form.start(i) : form.end(i + 1)] or form.end(i + 1) - form.start(i) != 1
        for i in range(len(form.text))
    )


def test_two_steps_find_back_through_both():
    first = edited("un  e\u0301te\u0301", [(2, 4, " "), (4, 6, "é"), (7, 9, "é")])
    second = edited(first, [(0, 3, "")])
    assert isinstance(second, NormalForm) and second.text == "été"
    assert second.span(0, 3) == (4, 9) and second.original[4:9] == "e\u0301te\u0301"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Anne Kerr¹, maire", "Anne Kerr, maire"),
        ("40 000² élèves", "40 000 élèves"),
        ("« Oui »³, dit-elle.¹²", "« Oui », dit-elle."),
        ("30 m², 4 km³ et 5 dm³ de CO²", "30 m², 4 km³ et 5 dm³ de CO²"),
        ("x² et 3 × 10⁶ cellules", "x² et 3 × 10⁶ cellules"),
        ("un programme²", "un programme"),
        ("2,5 × 10⁻³ gramme", "2,5 × 10⁻³ gramme"),
        ("¹ Source : la Régie", "¹ Source : la Régie"),
    ],
)
def test_the_number_of_a_note_is_not_read_and_a_power_is(printed, read):
    assert plain(printed) == read


@given(
    st.text(alphabet=st.sampled_from(list("abé e\u0301\u00ad\u200b<>'`1²\n")), max_size=60), st.integers(0, 60),
    st.integers(0, 60),
)  # fmt: skip
def test_a_stretch_of_the_text_has_its_stretch_in_the_normal_form(text, first, second):
    form = edited(text, unseen(text))
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    if isinstance(form, NormalForm):
        inside = form.within(start, end)
        assert 0 <= inside[0] <= inside[1] <= len(form.text)
        assert form.within(0, len(text)) == (0, len(form.text))
