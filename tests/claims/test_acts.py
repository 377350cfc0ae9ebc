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
    ],
)
def test_what_a_sentence_does(text, act):
    assert shown(claims.acts(read(text)), "act") == [act]


def test_every_sentence_does_something_that_is_listed():
    table = claims.acts(read("La ville paie. Bravo. 30 ponts. Il faut payer."))
    assert set(table["act"]) <= set(claims.ACTS)
    assert table["number"].tolist() == list(range(1, len(table) + 1))
