"""A word in its places. Every sentence is invented."""

import time

import pytest

from helpers import language, markup
from helpers.release.release import Release
from tests.reading import read, shown


def test_a_concordance_by_hand():
    release = Release.from_text("Le pont tient.\n\nUn pont, deux ponts.")
    table = language.concordance(release, r"ponts?", width=6)
    assert list(zip(table["left"], table["hit"], table["right"], table["paragraph"], strict=True)) == [
        ("Le ", "pont", " tient", 0),
        ("Un ", "pont", ", deux", 1),
        (" deux ", "ponts", ".", 1),
    ]
    assert language.concordance(release, "z*").empty


def test_a_concordance_takes_an_analysis_too():
    reading = read("Le pont tient.")
    assert len(language.concordance(reading, "PONT")) == 1


def test_a_broken_pattern_is_told():
    with pytest.raises(ValueError, match="no regular expression"):
        language.concordance(Release.from_text("Un mot."), "(")


def test_a_concordance_by_lemma_and_sorted():
    reading = read("Le vieux pont tient. Deux ponts cèdent. Un pont neuf tient.")
    table = language.concordance(reading, "pont", by="lemma", sort="left")
    assert shown(table, "hit") == ["ponts", "pont", "pont"]  # deux, un, vieux
    assert shown(language.concordance(reading, "pont", by="form", sort="right"), "right")[0].strip().startswith("neuf")
    with pytest.raises(ValueError, match="sort"):
        language.concordance(reading, "pont", sort="length")
    with pytest.raises(TypeError, match="no lemmas"):
        language.concordance(reading.release, "pont", by="lemma")


@pytest.mark.parametrize("by", ["expression", "form", "lemma"])
@pytest.mark.parametrize(
    ("wanted", "hit"),
    [("ecole", "École"), ("SECURITE", "sécurité"), ("Évêque", "eveque"), ("ça", "Ca"), ("pêche", "PECHE")],
)
def test_case_and_accents_are_ignored(by, wanted, hit):
    reading = read("École et sécurité : l'eveque aime la PECHE. Ca suffit.")
    assert shown(language.concordance(reading, wanted, by=by), "hit") == [hit]


def test_a_form_is_found_however_its_accents_and_ligatures_are_written():
    reading = read("Le cœur bat. L'e\u0301cole ferme.")
    assert shown(language.concordance(reading, "coeur", by="form"), "hit") == ["cœur"]
    assert shown(language.concordance(reading, "école", by="form"), "hit") == ["e\u0301cole"]


def test_what_is_not_found_has_words_that_are_spelt_like_it():
    reading = read("La mairie ouvre une école et un collège.")
    assert language.nearest(reading, "ecolle") == ["école"]
    assert language.nearest(reading, "zzz") == []


def test_a_concordance_is_escaped():
    html = markup.kwic(language.concordance(read("Le pont <b>tient</b> bon."), "tient"), "<i>")
    assert "<b>" not in html.html and "<i>" not in html.html and "&lt;b&gt;" in html.html


@pytest.mark.parametrize("wanted", ["a{99999999999}", "(" * 2000 + "a" + ")" * 2000, "(", "a**b"])
def test_what_can_be_no_expression_is_one_clear_line(release, wanted):
    with pytest.raises(ValueError, match="is no regular expression") as fault:
        language.concordance(release, wanted)
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize("wanted", [r"(a+)+$", r"(a|aa)+b"])
def test_an_expression_that_would_never_end_is_told_in_one_line(wanted):
    release = Release.from_text(f"Brest, le 3 mai 2021 – Le port rouvre. {'a' * 4000} fin.", any_language=True)
    began = time.thread_time()
    with pytest.raises(ValueError, match="takes too long") as told:
        language.concordance(release, wanted)
    assert "\n" not in str(told.value) and time.thread_time() - began < 3
