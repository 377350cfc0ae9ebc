"""Where quotations are, of what kind, and by which rule they are attributed. All examples are invented."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers import ReleaseError
from helpers.quotes.rules import RULES
from helpers.release.release import Release
from tests.reading import quotes_of, read


def rows(text: str) -> list[tuple]:
    table = quotes_of(text)
    table = table.astype(object).where(table.notna(), None)
    return list(table[["kind", "text", "cue_text", "speaker_text", "rule"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("rule", list(RULES.values()), ids=lambda r: r.name)
def test_each_rule_attributes_its_own_example(rule):
    assert rule.name in set(quotes_of(rule.example.replace(" ¶ ", "\n\n"))["rule"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Le pont ouvrira en mai », déclare la surint. pr. Lavoie.",
            [("direct", "Le pont ouvrira en mai", "déclare", "la surint. pr. Lavoie", "incise")],
        ),
        (
            "« Le pont ouvrira en mai », a par ailleurs précisé le maire de Laval.",
            [("direct", "Le pont ouvrira en mai", "précisé", "le maire de Laval", "incise")],
        ),
        (
            '"Le pont ouvrira en mai", a indiqué lundi à la presse Anne Roy, directrice du chantier.',
            [("direct", "Le pont ouvrira en mai", "indiqué", "Anne Roy, directrice du chantier", "incise")],
        ),
        (
            "“Le pont ouvrira en mai”, selon le ministère des Transports.",
            [("direct", "Le pont ouvrira en mai", "selon", "le ministère des Transports", "selon after")],
        ),
        (
            "Anne Roy, de la Régie des sentiers, a répondu : « Le pont ouvrira en mai. »",
            [("direct", "Le pont ouvrira en mai.", "répondu", "Anne Roy, de la Régie des sentiers", "colon")],
        ),
        (
            "Anne Roy a affirmé que « le pont ouvrira en mai ».",
            [("direct", "le pont ouvrira en mai", "affirmé", "Anne Roy", "que")],
        ),
        (
            "Anne Roy a affirmé que le pont, « un vrai bijou », ouvrira en mai.",
            [("mixed", "le pont, « un vrai bijou », ouvrira en mai", "affirmé", "Anne Roy", "que")],
        ),
        (
            "La directrice a ouvert la séance en insistant sur le fait que le pont ouvrira en mai.",
            [("indirect", "le pont ouvrira en mai", "insistant", "La directrice", "que")],
        ),
        (
            "Selon le ministère, le pont ouvrira en mai.",
            [("indirect", "le pont ouvrira en mai", "Selon", "le ministère", "selon")],
        ),
        (
            "La société affirme avoir rappelé tous les appareils.",
            [("indirect", "avoir rappelé tous les appareils", "affirme", "La société", "infinitive")],
        ),
        (
            "Le pont ouvrira en mai, a-t-elle ajouté.",
            [("indirect", "Le pont ouvrira en mai", "ajouté", "elle", "incise without marks")],
        ),
    ],
)
def test_forms_of_quotation(text, expected):
    assert rows(text) == expected


def test_an_incise_parts_one_utterance_in_two():
    table = quotes_of("« Le pont ouvrira en mai », déclare Anne Roy. « Il portera le nom du village. »")
    assert table["rule"].tolist() == ["incise", "continuation"]
    assert table["speaker_name"].tolist() == ["Anne Roy", "Anne Roy"]
    assert table["continues"].iloc[1] == table["start"].iloc[0]


def test_a_quotation_over_paragraphs_has_one_speaker():
    table = quotes_of("« Le pont ouvrira en mai.\n\n« Il portera le nom du village », a conclu Anne Roy.")
    assert table["speaker_name"].tolist() == ["Anne Roy", "Anne Roy"]


def test_narrated_points_share_an_elided_subject():
    table = quotes_of("Elle a souligné la hausse des coûts et a fait ressortir l'importance du chantier.")
    assert table[["kind", "text", "cue_text"]].values.tolist() == [
        ["narrated", "la hausse des coûts", "souligné"],
        ["narrated", "l'importance du chantier", "fait ressortir"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Le programme « Vision d'avenir » commence en mai.",
        "Les « gilets verts » ont marché hier.",
        "Il faut dire que le pont est vieux.",
        "La directrice n'a pas dit que le pont est vieux.",
        "On encourage les partenaires à s'assurer que le pont tient.",
        "Selon le cas, le pont est ouvert ou fermé.",
        "Pour la première fois, le pont est ouvert.",
        "Les résultats montrent que le pont tient.",
    ],
)
def test_what_nobody_said_is_no_quotation(text):
    assert quotes_of(text).empty


PIECES = (
    *("«", "»", '"', "“", "”", " ", "\n\n", ",", ".", " : ", "–", "🙂", "\u00a0"),
    *("dit", "a déclaré", "que", "Selon", "-t-il", "elle", "en insistant sur le fait", "comme", "affirmant"),
    *("la police", "Anne Roy", "M.", "surint. pr.", "le pont ouvre", "18,4 millions"),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=25,
    )
)
def test_any_text_gives_exact_slices_that_nest_or_stand_apart(parts):
    text = " ".join(parts)
    try:
        release = Release.from_text(text)
    except ReleaseError:
        return
    table = read(release).quotes
    for row in table.itertuples():
        assert text[row.start : row.end] == row.text and row.text.strip() == row.text != ""
        for start, end, span in (
            (row.cue_start, row.cue_end, row.cue_text),
            (row.speaker_start, row.speaker_end, row.speaker_text),
        ):
            assert span is None or text[start:end] == span
    spans = list(zip(table["start"], table["end"], strict=True))
    for a, b in spans:
        for c, d in spans:
            assert b <= c or d <= a or (a <= c and d <= b) or (c <= a and b <= d)


def test_a_motto_in_the_boilerplate_is_no_quotation():
    text = (
        "Un pont neuf\n\nLa mairesse Anne Roy a dit : « Le pont est ouvert. »\n\nÀ propos de la Ville de Lac-Clair\n\n"
        "La Ville existe depuis 1890. « Nous avançons ensemble pour vous. »\n\nSOURCE Ville de Lac-Clair\n"
    )
    assert quotes_of(text)["text"].tolist() == ["Le pont est ouvert."]
