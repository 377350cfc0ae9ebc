"""Who says a number, and who did it. All sentences are invented."""

import pytest

from tests.reading import quantities_of


@pytest.mark.parametrize(
    ("text", "source", "agent"),
    [
        ("Selon l'Office royal des forêts, 300 cerfs vivent ici.", "l'Office royal des forêts", None),
        ("Trois cents cerfs ont été recensés par la Société des parcs.", "la Société des parcs", None),
        ("Trois cents cerfs ont été soignés par les gardes.", None, "les gardes"),
        ("La police a recensé 300 cerfs.", "La police", None),
        ("La ville verse 12 $ par an.", None, None),
    ],
)
def test_who_says_so_and_who_did_it(text, source, agent):
    number = quantities_of(text).iloc[0]
    assert (number["source"], number["agent"]) == (source, agent)


@pytest.mark.parametrize(
    ("text", "source", "agent"),
    [
        ("Selon une femme de 40 ans, le parc ferme.", None, None),
        ("Le parc compte deux groupes, selon la saison.", None, None),
        ("La série des 12 lots obtenue par la Ligue bleue est longue.", None, None),
        ("Les 3 000 lettres envoyées par courriel sont lues.", None, None),
        ("Le plan de 25 pages est fondé sur un texte défendu par Anne Roy.", None, None),
    ],
)
def test_who_has_nothing_to_do_with_a_number(text, source, agent):
    number = quantities_of(text).iloc[0]
    assert (number["source"], number["agent"]) == (source, agent)


def test_a_bullet_of_facts_in_brief_is_a_claim_of_the_issuer():
    text = (
        "Un pont neuf\n\nLac-Clair (Québec), le 3 mai 2021 – La Ville annonce la fin des travaux.\n\nFaits en bref\n\n"
        "• Le pont a coûté 12 M$.\n• Il dessert 4 500 résidents, selon le ministère des Transports.\n\n"
        "SOURCE Ville de Lac-Clair\n"
    )
    table = quantities_of(text)
    assert table["source"].tolist() == ["Ville de Lac-Clair", "le ministère des Transports"]
    assert [text[a:b] for a, b in zip(table["source_start"], table["source_end"], strict=True)] == table[
        "source"
    ].tolist()
