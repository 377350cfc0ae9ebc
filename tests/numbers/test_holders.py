"""Who says a number, and who did it. All sentences are invented."""

import pytest

from tests.reading import quantities_of


@pytest.mark.parametrize(
    ("text", "holder", "recipient", "agent"),
    [
        ("Selon l'Office royal des forêts, 300 cerfs vivent ici.", "l'Office royal des forêts", None, None),
        ("Trois cents cerfs ont été recensés par la Société des parcs.", "la Société des parcs", None, None),
        ("Trois cents cerfs ont été soignés par les gardes.", None, None, "les gardes"),
        ("La police a recensé 300 cerfs.", "La police", None, None),
        ("Trois cents cas ont été signalés à la police par les voisins.", None, "la police", "les voisins"),
        ("Quelque 300 plaintes ont été transmises au ministère des Eaux.", None, "ministère des Eaux", None),
        ("Selon la mairie, 300 cas ont été signalés à la police.", "la mairie", "la police", None),
        ("Trois cents entreprises sont enregistrées auprès de la Caisse verte.", "la Caisse verte", None, None),
        ("La ville verse 12 $ par an.", None, None, None),
    ],
)
def test_who_tells_to_whom_and_who_did_it(text, holder, recipient, agent):
    number = quantities_of(text).iloc[0]
    assert (number["holder"], number["recipient"], number["agent"]) == (holder, recipient, agent)


@pytest.mark.parametrize(
    "text",
    [
        "Selon une femme de 40 ans, le parc ferme.",
        "Le parc compte deux groupes, selon la saison.",
        "La série des 12 lots obtenue par la Ligue bleue est longue.",
        "Les 3 000 lettres envoyées par courriel sont lues.",
        "Le plan de 25 pages est fondé sur un texte défendu par Anne Roy.",
    ],
)
def test_who_has_nothing_to_do_with_a_number(text):
    number = quantities_of(text).iloc[0]
    assert [number[name] for name in ("holder", "recipient", "agent")] == [None] * 3


def test_a_bullet_of_facts_in_brief_is_a_claim_of_the_issuer():
    text = (
        "Un pont neuf\n\nLac-Clair (Québec), le 3 mai 2021 – La Ville annonce la fin des travaux.\n\nFaits en bref\n\n"
        "• Le pont a coûté 12 M$.\n• Il dessert 4 500 résidents, selon le ministère des Transports.\n\n"
        "SOURCE Ville de Lac-Clair\n"
    )
    table = quantities_of(text)
    assert table["holder"].tolist() == ["Ville de Lac-Clair", "le ministère des Transports"]
    assert [text[a:b] for a, b in zip(table["holder_start"], table["holder_end"], strict=True)] == table[
        "holder"
    ].tolist()
