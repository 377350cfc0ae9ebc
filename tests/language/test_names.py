"""The table of persons, bodies, places and dates. Every text is invented."""

import pandas as pd
import pytest
from hypothesis import given, settings

from helpers import language
from helpers.language.names import NAMED
from helpers.release.release import Release
from helpers.text.faults import ReleaseError
from tests.reading import TEXTS, read, shown


def table(text: str | Release) -> pd.DataFrame:
    reading = read(text)
    return language.name_table(reading)


def named(text: str, label: str) -> list[str]:
    found = table(text)
    return found[found["label"] == label]["name"].tolist()


LINE = "QUÉBEC, le 14 mai 2019 /CNW/ – "


def test_a_person_has_what_the_release_says_of_her():
    text = (
        "Mme Anne Tremblay, directrice de la Société des ponts du Nord (SPN), ouvre le pont. "
        "Mme Tremblay coupe le ruban. La SPN applaudit."
    )
    person = table(text).iloc[0]
    assert (person["label"], person["name"], person["count"]) == ("person", "Anne Tremblay", 2)
    assert (person["title"], person["gender"]) == ("Mme", "f")
    assert person["function"].startswith("directrice")
    assert person["variants"] == ("Anne Tremblay", "Tremblay")
    body = table(text).query("label == 'body'").iloc[0]
    assert (body["name"], body["acronym"], body["count"]) == ("Société des ponts du Nord", "SPN", 3)
    assert body["title"] is body["gender"] is None


@pytest.mark.parametrize("order", ["Société des ponts du Nord (SPN)", "SPN (Société des ponts du Nord)"])
def test_a_body_is_one_in_either_order(order):
    found = table(f"La {order} ouvre un pont. La SPN le dit.").query("label == 'body'")
    assert found[["name", "acronym", "count"]].values.tolist() == [["Société des ponts du Nord", "SPN", 3]]


def test_the_place_of_issue_is_joined_with_the_same_place_in_the_text():
    place = table(f"{LINE}Le maire accueille les coureurs à Québec.").query("label == 'place'").iloc[0]
    assert (place["name"], place["variants"], place["evidence"]) == ("Québec", ("QUÉBEC", "Québec"), "dateline")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        # Joined under one notation, however they are written, and counted from the dateline.
        (f"{LINE}Le pont ouvre le 3 juin 2019. Le 3 juin, il pleuvra.", ["2019-06-03"]),
        (f"{LINE}L'an dernier, le pont était fermé. En 2018, il pleuvait.", ["2018"]),
        # Without a year, the nearest, unless the words say otherwise.
        (f"{LINE}Le pont ouvrira le 1er décembre prochain. Il a fermé le 20 février.", ["2019-12-01", "2019-02-20"]),
        (f"{LINE}Le pont a fermé le 3 juin dernier.", ["2018-06-03"]),
        ("QUÉBEC, le 8 janvier 2019 – Le pont a fermé le 20 décembre.", ["2019-01-08", "2018-12-20"]),
        # A date that is no period of a number is named all the same.
        (f"{LINE}L'enquête de 2017 a conclu.", ["2017"]),
        # Without a dateline, words that only point name no date; a day without a year stands as printed.
        ("Le pont a ouvert la semaine dernière. Il ferme le 3 juin.", ["3 juin"]),
    ],
)
def test_dates_by_their_notation(text, dates):
    assert [name for name in named(text, "date") if name != "2019-05-14"] == dates


def test_the_date_of_the_dateline_stands_where_it_is_printed():
    date = table(f"{LINE}Le pont ouvre.").query("label == 'date'").iloc[0]
    assert (date["name"], date["text"], date["evidence"]) == ("2019-05-14", "14 mai 2019", "dateline")


def test_an_article_is_no_part_of_a_name_and_markup_is_none():
    found = named("Le pont relie la Lorraine à la France. Il plaît aux gens de la Lorraine.", "place")
    assert set(found) <= {"Lorraine", "France"} and found
    assert not any("<" in name or "&" in name for name in table("Le pont <b>Neuf</b>&nbsp;: il ouvre à Lyon.")["name"])


def test_the_release_names_two_persons_and_six_dates(release):
    counts = table(release).groupby("label").size()
    assert (counts["person"], counts["date"]) == (2, 6)


@settings(max_examples=40)
@given(TEXTS)
def test_any_text_has_a_table_whose_offsets_are_exact(text):
    try:
        release = Release.from_text(text)
    except ReleaseError:
        return
    for row in table(release).itertuples():
        assert row.label in NAMED and row.count == len(row.mentions)
        assert release.text[row.start : row.end] == row.text == release.text[slice(*row.mentions[0])]
        assert {release.text[start:end] for start, end in row.mentions} == set(row.variants)


def test_names_are_joined_and_heads_of_sentences_are_none():
    reading = read(
        "La Société des ponts du Nord (SPN) accueille Mme Anne Tremblay à Montréal. "
        "Demain, la SPN ouvre un pont. Mme Tremblay coupe le ruban. Bienvenue à Montréal."
    )
    mentions = language.entity_mentions(reading)
    table = language.entities(mentions)
    found = {row.name: (row.label, row.count) for row in table.itertuples()}
    assert found == {
        "Société des ponts du Nord": ("body", 3),
        "Anne Tremblay": ("person", 2),
        "Montréal": ("place", 2),
    }


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("On attend Virandeau ce soir à la halle.", "person", "Virandeau"),
        ("Le vote plaît aux Suisses et aux Italiennes.", "place", "Suisses"),
        ("Le virus Omicron a surpris la ville.", "place", "Omicron"),
        ("Elle parle au ministre des Finances ce soir.", "body", "ministre des Finances"),
        ("Le pont tient (NDLR : il est neuf).", "body", "NDLR"),
    ],
)
def test_what_the_model_alone_takes_for_a_name(text, label, name):
    assert name not in named(text, label)


def test_a_name_with_its_article_at_the_head_of_a_sentence_is_the_same_name():
    text = "Les ponts de la Corse sont neufs. La Corse paie. On aime la Corse."
    assert [name.lower() for name in named(text, "place")].count("la corse") == 0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La Ligue des sources attend.", "Ligue des sources"),
        ("Elle a saisi le Conseil des eaux et le maire.", "Conseil des eaux"),
        ("L'Agence régionale des sols et des forêts paie.", "Agence régionale des sols et des forêts"),
        ("La présidente de l'Association des pêcheurs du Val signe.", "Association des pêcheurs du Val"),
        ("Le rapport du Comité de soutien est prêt.", "Comité de soutien"),
        ("Elle cite la Cour des sources et du Conseil des eaux.", "Cour des sources"),
    ],
)
def test_a_noun_for_bodies_with_a_capital_and_its_complement_is_a_name(text, name):
    assert name in named(LINE + text, "body")


def test_a_noun_for_bodies_without_a_complement_or_a_capital_is_none():
    assert named(LINE + "Le comité de soutien attend le Conseil de sa voisine.", "body") in ([], ["Conseil"])


@pytest.mark.parametrize(
    "text",
    [
        "Les écoles ferment à cause du Covid.",
        "La vague du Covid-19 a touché la vallée.",
        "Le variant Omicron recule.",
        "Les soldats de l'opération Barkhane rentrent.",
        "Ils soignent la maladie de Lyme.",
        "La tempête Ciaran a coupé la route.",
        "La région participe au programme Horizon.",
    ],
)
def test_diseases_operations_and_programmes_are_no_places(text):
    mentions = language.entity_mentions(read(text))
    assert not set(mentions["label"]) & {"place", "person", "body"}


def test_a_place_behind_such_a_noun_and_a_preposition_stays_one():
    mentions = language.entity_mentions(read("Le projet de Marseille avance, et l'opération à Bordeaux commence."))
    assert set(shown(mentions, "text", "label")) == {("Marseille", "place"), ("Bordeaux", "place")}
