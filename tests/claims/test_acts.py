"""What a sentence does, in invented sentences."""

import pytest

from helpers import claims
from tests.reading import read, shown


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("La ville compte 300 ponts.", "figure"),
        ("Deux femmes ont signé l'accord.", "fact"),
        ("La ville a fermé le pont lundi.", "fact"),
        ("La ville fermera le pont en mai.", "promise"),
        ("La ville va fermer le pont.", "promise"),
        ("Le club est prêt à payer la halle.", "promise"),
        ("Le club décide de payer la halle.", "promise"),
        ("Il faut fermer le pont.", "demand"),
        ("Le club exige la fermeture du pont.", "demand"),
        ("Signez la lettre au maire.", "demand"),
        ("Ne cédons rien.", "demand"),
        ("La halle est exemplaire.", "judgement"),
        ("Nous remercions tous les voisins.", "judgement"),
        ("C'est un affront à la ville.", "judgement"),
        ("Quelle ville superbe nous avons !", "judgement"),
        ("Que veut la ville ?", "other"),
        ("La ville dirige une étude qui aidera les clubs.", "fact"),
        ("Un tiers des ponts ferment.", "figure"),
        ("Anne Roy, 30 ans, dirige la halle.", "fact"),
        ("Le maire a dit que la halle ouvrirait.", "promise"),
        ("Si la vente échoue, la halle sera vendue au club.", "promise"),
        ("La ville annonce avoir vendu la halle.", "fact"),
        ("Le club connaît le projet de vendre la halle.", "fact"),
        ("La ville annonce le projet de vendre la halle.", "promise"),
        ("La ville est heureuse d'annoncer la vente de la halle.", "fact"),
        ("La ville est heureuse de cette vente.", "judgement"),
        ("Cette halle est importante.", "judgement"),
        ("Le maire a visité une importante halle.", "fact"),
        ("Le club estime que la halle tient.", "judgement"),
        ("De tels ponts permettraient la traversée.", "judgement"),
        ("« Cette attente si longue nous fatigue toutes et tous », a dit Anne Roy, de Lac-Clair.", "judgement"),
    ],
)
def test_what_a_sentence_does(text, act):
    assert shown(claims.acts(read(text)), "act") == [act]


def test_every_sentence_does_something_that_is_listed():
    table = claims.acts(read("La ville paie. Bravo. 30 ponts. Il faut payer."))
    assert set(table["act"]) <= set(claims.ACTS)
    assert table["number"].tolist() == list(range(1, len(table) + 1))
