"""The same thing counted differently by several releases. All are invented."""

import pytest

from helpers import archive
from helpers.archive import UNKNOWN
from tests.archive.reading import read_texts

LINE = "{place}, le {day} – {body}\n\n{source}\n"


def release(body: str, issuer: str = "", day: str = "2 avril 2022", place: str = "Port-Brise") -> str:
    source = f"SOURCE {issuer}" if issuer else "Fin"
    return LINE.format(body=body, day=day, place=place, source=source)


def told(found) -> list[tuple]:
    return [(row.kind, row.one_text, row.other_text) for row in found.itertuples()]


def test_numbers_that_differ_stand_side_by_side_with_who_gives_them(corpus):
    found = archive.differences(corpus, "quai")
    assert sorted(told(found)) == [
        ("between issuers", "3,2 millions d'euros", "3,9 millions d'euros"),
        ("between issuers", "3,9 millions d'euros", "3,4 millions d'euros"),
        ("revised", "3,2 millions d'euros", "3,4 millions d'euros"),
    ]  # 45 boats and about 48 agree
    assert max(found["ratio"]) == pytest.approx(3.9 / 3.2)
    assert "told 37 days apart" in set(found["why"])
    assert archive.differences(corpus, "montagne").empty
    assert len(archive.differences(corpus, "quai", most=2)) == 2


BRIDGE = "Le pont de Lorgues coûtera {} millions d'euros, selon le maire de Lorgues."


@pytest.mark.parametrize(
    ("one", "other", "issuers", "kind"),
    [
        (BRIDGE.format("12"), BRIDGE.format("15"), ("Ville de Lorgues", "Ligue des ponts"), "between issuers"),
        (BRIDGE.format("12"), BRIDGE.format("15"), ("Ville de Lorgues", "Ville de Lorgues"), "revised"),
        (BRIDGE.format("12"), BRIDGE.format("15"), ("", ""), "issuer not stated"),
        (BRIDGE.format("12"), BRIDGE.format("15"), ("", "Ville de Lorgues"), "issuer not stated"),
        (BRIDGE.format("12"), BRIDGE.format("125"), ("Ville de Lorgues", "Ligue des ponts"), None),  # tenfold
        ("Le théâtre de Mirande emploie 40 personnes.", "La mine de Valdor emploie 90 personnes.", ("A", "B"), None),
        ("Un quart des vignes de Lorgues a gelé.", "Les 720 000 vignes de Lorgues ont gelé.", ("A", "B"), None),
        ("En 2019, le pont de Lorgues a vu passer 900 camions.", "En 2021, le pont de Lorgues a vu passer 950 camions.",
         ("A", "B"), None),
        ("La Ligue verse 300 euros à Anne Roy et 500 euros à Luc Morin, de Lorgues.",
         "La Ligue verse 500 euros à Luc Morin, de Lorgues.", ("A", "B"), None),
        ("Au conseil de Lorgues, Anne Roy et Luc Morin ont obtenu respectivement 12 voix et 9 voix.",
         "Au conseil de Lorgues, Anne Roy a obtenu 7 voix.", ("A", "B"), None),  # whose each is, no word tells
        ("Au conseil de Lorgues, Anne Roy a obtenu 9 voix.", "Au conseil de Lorgues, Anne Roy a obtenu 7 voix.",
         ("A", "B"), "between issuers"),
    ],
)  # fmt: skip
def test_the_same_thing_is_more_than_a_noun_and_unknown_is_not_the_same(tmp_path, one, other, issuers, kind):
    texts = {"a.txt": release(one, issuers[0]), "b.txt": release(other, issuers[1], "9 mai 2022")}
    found = archive.differences(read_texts(tmp_path, texts))
    assert [row[0] for row in told(found)] == ([kind] if kind else [])


def test_two_unknown_issuers_are_told_as_such_and_not_as_one(tmp_path):
    texts = {f"{n}.txt": release(BRIDGE.format(n)) for n in ("12", "15", "17")}
    found = archive.differences(read_texts(tmp_path, texts))
    assert len(found) == 3 and set(found["one_issuer"]) == {UNKNOWN}


COUNT = "Les {} plaintes de riverains de Lorgues"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (COUNT.format("900") + " sont traitées.", COUNT.format("1 200") + " sont traitées.", "told 1 day apart"),
        (COUNT.format("18 000") + " pèsent.", COUNT.format("18 400") + " pèsent.",
         "told 1 day apart; 18 000 is 18 400 rounded to the nearest 1,000"),
        (COUNT.format("900") + " pèsent.", "La mairie de Lorgues a lu ses plaintes de riverains, dont 600 plaintes de "
         "riverains de Lorgues en retard.", None),
        ("Des lettres sont là, dont 900 plaintes de riverains de Lorgues.",
         "Des lettres sont là, dont 600 plaintes de riverains de Lorgues.",
         "told 1 day apart; both are parts of a number that each tells before"),
    ],
)  # fmt: skip
def test_why_two_numbers_may_differ_is_told_and_a_part_is_no_difference(tmp_path, one, other, why):
    texts = {"a.txt": release(one, "A"), "b.txt": release(other, "B", "3 avril 2022")}
    assert archive.differences(read_texts(tmp_path, texts))["why"].tolist() == ([why] if why else [])
