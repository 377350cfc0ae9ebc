"""Sentences as a French reader would cut them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import ReleaseError
from helpers.release.release import Release
from tests.reading import read


def sentences(text: str) -> list[str]:
    return read(text).sentences["text"].tolist()


@pytest.mark.parametrize(
    "whole",
    [
        "« Nous avançons », déclare la surint. pr. Lavoie.",
        "M. Roy et Mme Blais ont signé l'art. 12 avec le Dr. Nguyen.",
        "Le sgt. Morin, de la div. C, a parlé hier.",
        "Le p.-d.g. a écrit au lieut. Caron.",
        "Les dépenses (voir p. ex. la fig. 3) ont crû.",
        "« Vraiment ? » demande-t-elle.",
        "« Allez ! », lance-t-il.",
        "Jean B. Côté habite à Laval.",
        "J.-P. Coste a vu M.-C. Pernet.",
        "Le siège est au 12, bd. Voltaire, à Lens.",
        "Les Ets. Roy ont payé le Cdt. Sow.",
        "Le pont a rouvert le 4 févr. 2019 à Laval.",
        "Le pont a rouvert le 4 févr.",
    ],
)
def test_no_sentence_ends_inside(whole):
    assert sentences(f"{whole} Puis tout change.") == [whole, "Puis tout change."]


def test_marks_go_with_the_sentence_that_they_open_or_close():
    assert sentences("« Un pas. Un autre. » Puis rien. « Encore un », dit-il. « Le dernier. »") == [
        "« Un pas.",
        "Un autre. »",
        "Puis rien.",
        "« Encore un », dit-il.",
        "« Le dernier. »",
    ]


def test_paragraphs_are_never_joined():
    assert sentences("Un titre sans point\n\nun corps en minuscules.\nUne ligne") == [
        "Un titre sans point",
        "un corps en minuscules.",
        "Une ligne",
    ]


def test_a_dateline_is_no_part_of_the_first_sentence():
    assert sentences("OTTAWA, le 4 oct. 2019 /CNW/ - La régie ouvre un pont.") == [
        "OTTAWA, le 4 oct. 2019 /CNW/ -",
        "La régie ouvre un pont.",
    ]


def test_sentences_of_the_release(analysis):
    table = analysis.sentences
    text = table["text"]
    assert text.str.startswith("« Le VGT est").sum() == 1
    assert text.str.endswith("déclare la surint. pr. Arsenault.").sum() == 1
    assert text.str.contains("Virtual Global Taskforce (VGT) a eu lieu", regex=False).sum() == 1
    assert (table["kind"] == "stamp").sum() == 1
    assert not text.str.contains("\n", regex=False).any()


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.sampled_from(list("aéB .!?…«»\"'’“”\n\t,:-–()1\u00a0\u202f🙂\u200f")), max_size=80))
def test_any_text_is_cut_into_exact_slices_within_paragraphs(text):
    try:
        release = Release.from_text(text)
    except ReleaseError:
        return
    table = read(release).sentences
    for row in table.itertuples():
        assert release.text[row.start : row.end] == row.text
        paragraph = release.paragraphs[row.paragraph]
        assert paragraph.start <= row.start < row.end <= paragraph.end
