"""What kind of number each is. All sentences are invented."""

import pytest

from helpers import numbers
from tests.reading import quantities_of

ROLES = [
    ("La ville compte 12 450 habitants.", "people"),
    ("Le refuge a accueilli 300 jeunes.", "people"),
    ("On déplore 14 blessés.", "people"),
    ("Le car transportait 34 Norvégiens et deux Italiennes.", "people"),
    ("Il manque 40 infirmières.", "people"),
    ("La ville a planté 300 arbres.", "things"),
    ("Le bureau a traité 300 dossiers.", "things"),
    ("Le quartier compte 12 restaurants.", "things"),
    ("Le pont a coûté 12 M$.", "money"),
    ("Le pont mesure 300 mètres.", "measure"),
    ("La vitesse est limitée à 80 km/h.", "measure"),
    ("Il a fait -12 °C.", "measure"),
    ("La participation est de 54 %.", "share"),
    ("Un tiers des arbres est mort.", "share"),
    ("Huit arbres sur dix sont morts.", "share"),
    ("Le budget est en hausse de 4 %.", "change"),
    ("Le taux a gagné 0,4 point.", "change"),
    ("Le parc a perdu 12 % de ses arbres.", "change"),
    ("Le trafic a été multiplié par trois.", "change"),
    ("Il paie le double.", "change"),
    ("Le parc a eu quatre fois plus de cerfs.", "change"),
    ("Le débit est trois fois inférieur au débit moyen.", "change"),
    ("Le prix représente deux fois le salaire moyen.", "change"),
    ("Il a payé deux fois la note.", "things"),
    ("Le bus passe trois fois par jour.", "rate"),
    ("Le parc a reçu 300 cerfs l'an dernier.", "things"),
    ("Trois sur quatre ont voté.", "share"),
    ("La mairie a relevé 40 cas.", "things"),
    ("Le parti a perdu 12 sièges.", "change"),
    ("La population a crû de 1,1 %.", "change"),
    ("Quatre jours après, la maire a signé.", "moment"),
    ("La ville recrute 30 chercheur(se)s.", "people"),
    ("Le seuil est relevé de 8 à 9 %.", "share"),
    ("Le taux a baissé de 23 % en 2018 à 10 % en 2019.", "share"),
    ("Les loyers augmenteront de 2 à 3 %.", "change"),
    ("Le risque est de 30 à 40 % de plus.", "change"),
    ("Les prix ont augmenté de 4 % en 2020 et de 3 % en 2021.", "change"),
    ("Le bénéfice bondit de 40 % à 14 M€.", "money"),
    ("Le texte prévoit une hausse des salaires de 4 %.", "change"),
    ("La croissance de l'emploi atteint 3 %.", "change"),
    ("Le tri est plus rapide d'un facteur 20.", "change"),
    ("Les élèves auront quatre heures hebdomadaires.", "rate"),
    ("La ville verse 170 euros mensuels.", "rate"),
    ("Le budget annuel est de 3 M€.", "money"),
    ("Le résultat est de −1,2 M€.", "money"),
    ("L'âge moyen est de 45 ans.", "age"),
    ("La ville recrute 30 agent(es).", "people"),
    ("La ville recrute 30 technicien.ne.s.", "people"),
    ("La ville recrute 30 employé·es.", "people"),
    ("La ville recrute 30 étudiant-e-s.", "people"),
    ("La ville a ouvert 30 dossier(s).", "things"),
    ("Elle gagne 14 $ l'heure.", "rate"),
    ("Elle demande 14 $ de l'heure.", "rate"),
    ("Un barrage cède tous les trois jours.", "rate"),
    ("Le débit est 30 % supérieur au débit moyen.", "change"),
    ("Le site reçoit 300 visites par jour.", "rate"),
    ("La taxe rapporte 40 € par habitant.", "rate"),
    ("Une femme de 40 ans est morte.", "age"),
    ("Luc Roy, 40 ans, tient le bar.", "age"),
    ("Les 18-25 ans lisent.", "age"),
    ("Les moins de 18 ans entrent sans payer.", "age"),
    ("Les visiteurs âgés de 65 ans paient moins.", "age"),
    ("Le vote est ouvert dès 16 ans.", "age"),
    ("Sa fille a trois mois et un enfant de six mois joue.", "age"),
    ("Les travaux dureront 18 mois.", "duration"),
    ("Il est condamné à cinq ans de prison.", "duration"),
    ("Elle a attendu 45 minutes.", "duration"),
    ("Le congé dure 8 semaines, dont deux avant le départ.", "duration"),
    ("Le taux à dix ans recule.", "duration"),
    ("Après 10 ans, le pont fuit.", "duration"),
    ("Le pont a été ouvert il y a deux ans.", "moment"),
    ("Il est revenu six jours plus tard.", "moment"),
    ("À trois jours du vote, le maire hésite.", "moment"),
    ("Les deux pays ont signé.", "enumeration"),
    ("Ces trois villes coopèrent.", "enumeration"),
    ("Le projet vise trois buts suivants : le bien, le beau, le vrai.", "enumeration"),
]


@pytest.mark.parametrize(("text", "role"), ROLES, ids=[text for text, _ in ROLES])
def test_a_number_has_the_role_that_its_words_give_it(text, role):
    assert quantities_of(text).iloc[-1]["role"] == role


def test_the_telling_numbers_are_those_that_neither_point_nor_sum_up():
    table = quantities_of("Il y a deux ans, les deux villes ont planté 300 arbres pour 12 000 €.")
    assert table["role"].tolist() == ["moment", "enumeration", "things", "money"]
    assert numbers.telling(table)["text"].tolist() == ["300", "12 000 €"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Le loyer a doublé en six ans.", "duration"),
        ("Les ventes ont augmenté pendant trois ans.", "duration"),
        ("La peine augmente de trois ans.", "change"),
        ("Les prix ont augmenté en moyenne de 3 %.", "change"),
    ],
)
def test_how_long_a_change_took_is_no_change(text, role):
    assert quantities_of(text).iloc[0]["role"] == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Le nombre total de personnes touchées est de 1,8 million.", "people"),
        ("La page a 14 000 abonnés.", "people"),
        ("Le taux est supérieur de 20 % à la moyenne.", "change"),
        ("Il y a eu une revalorisation des frais de 3 %.", "change"),
        ("Le taux est deux fois plus élevé.", "change"),
    ],
)
def test_a_quantity_of_people_is_people_and_more_by_is_a_change(text, role):
    assert quantities_of(text).iloc[0]["role"] == role
