"""What a number counts. All sentences are invented."""

import re

import pytest

from tests.reading import quantities_of, quantity_of


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Le parc abrite 300 cerfs adultes.", "cerfs adultes"),
        ("On a volé 3,1 millions de boîtes de sardines hier.", "boîtes de sardines"),
        ("On a brûlé 45 tonnes de papier.", "papier"),
        ("Huit élèves sur dix lisent.", "élèves"),
        ("Le taux de chômage est passé à 4 % hier.", "Le taux de chômage"),
        ("Il a 54 ans.", None),
        ("Le parc affiche un taux de croissance de 23 %.", "taux de croissance"),
        ("La ville inflige une amende de 40 € au parc.", "amende"),
        ("Le recul est de l'ordre de 5 %.", "Le recul"),
        ("La dette était de 12 M€.", "La dette"),
        ("Le parti a vu partir sept de ses membres.", "ses membres"),
        ("Le parti a vu partir trois des maires.", "maires"),
        ("La ville tient un record de nouvelles infections (5 508).", "nouvelles infections"),
        ("DOUZE ÉLUS ONT VOTÉ LE BUDGET", "ÉLUS"),
        ("La moitié des quelque 300 élus est partie.", "élus"),
        ("La ville reçoit une enveloppe de 2 milliards.", "enveloppe"),
        ("Le plan de 700 milliards vise les banques.", "plan"),
        ("Elle demande 14 $ de l'heure.", None),
        ("Le club compte 250 fin 2020.", None),
        ("Il a lu 48 des 51 pages prévues.", "pages prévues"),
        ("Le port n'admet qu'un tirant inférieur à 3 mètres.", "tirant"),
        ("300 dossiers portaient sur la pêche.", "dossiers"),
        ("Les 300 marcheurs venus de toute la Vireuille sont partis.", "marcheurs venus de toute la Vireuille"),
        ("Le loyer est de 15 euros le mètre carré.", "Le loyer"),
        ("Le parc abritait 300 cerfs à l'automne 2020.", "cerfs"),
        ("Le parc abritait 300 cerfs nobles au début de l'hiver 2020.", "cerfs nobles"),
    ],
)
def test_what_is_counted(text, of):
    number = quantities_of(text).iloc[0]
    assert number["of"] == of


def test_the_second_number_of_a_comparison_takes_what_is_counted_from_the_first():
    text = "En 2015, 7,3 millions de colis ont été signalés à la Poste royale, comparativement à 6,1 millions en 2014."
    table = quantities_of(text)
    assert list(table["of"]) == ["colis", "colis"]
    assert list(table["of_start"]) == [text.index("colis")] * 2
    assert list(table["period"]) == ["2015", "2014"]
    assert list(table["recipient"]) == ["la Poste royale"] * 2


def test_the_first_number_of_a_range_counts_what_the_second_does():
    assert list(quantities_of("Le parc abrite 30 à 40 cerfs adultes.")["of"]) == ["cerfs adultes"] * 2


def test_gapped_counts_count_the_same():
    assert list(quantities_of("Le parc a reçu 300 cerfs en 2018 et 400 en 2019.")["of"]) == ["cerfs", "cerfs"]


def test_a_place_stands_apart_from_what_is_counted():
    number = quantity_of("On a recensé 300 morts au Canada.")
    assert (number["of"], number["place"]) == ("morts", "Canada")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Le parc a soigné 300 cerfs du 1er au 15 août.", "cerfs"),
        ("Le parc emploie 90 gardien(ne)s.", "gardien(ne)s"),
        ("Le parc emploie 90 agent·es.", "agent·es"),
        ("Le parc reçoit 300 étudiant-e-s.", "étudiant-e-s"),
    ],
)
def test_what_is_counted_ends_before_a_date_and_keeps_its_inclusive_ending(text, of):
    assert quantities_of(text)["of"].tolist() == [of]


def test_a_part_of_a_number_counts_the_same_things():
    assert (
        quantities_of("Un quart des 80 bergeries du plateau sont vides.")["of"].tolist() == ["bergeries du plateau"] * 2
    )


COUNTED = [
    (
        "La police a démantelé 55 réseaux de criminalité organisée et procédé à 500 arrestations.",
        [("55", "réseaux de criminalité organisée"), ("500", "arrestations")],
    ),
    ("La ville a planté 300 arbres et posé 40 bancs.", [("300", "arbres"), ("40", "bancs")]),
    ("Le fonds a ouvert 30 comptes bancaires et versé 12 000 €.", [("30", "comptes bancaires")]),
    ("L'État perd 300 millions de rands (15 millions d'euros) de taxes.", [("300 millions", "taxes")]),
    ("La fraude coûte 40 millions de dollars (38 millions d'euros) d'impôts.", [("40 millions", "impôts")]),
    ("La ville a accordé 450 millions de dollars en contrats à trois firmes.", [("450 millions", "contrats")]),
    ("La ville verse 12 M$ en subventions.", [("12 M$", "subventions")]),
    ("Le groupe a vendu pour 40 millions d'euros d'actifs.", [("40 millions", "actifs")]),
    ("Le maire annonce un plan de 42 millions d'euros pour le port.", [("42 millions", "plan")]),
    ("La ville investit 42 millions d'euros dans le port.", [("42 millions", None)]),
    ("Au bout de six heures d'une réunion tendue, les élus ont voté.", [("six", "réunion tendue")]),
    ("À trois jours des élections, le maire hésite.", [("trois", None)]),
    ("À deux semaines du vote, le maire hésite.", [("deux", None)]),
    ("« On a gagné 30 centimètres » de largeur, dit le maire.", [("30", "largeur")]),
    ("Le maire parle de « 30 % » des élèves.", [("30 %", "élèves")]),
    ("A trois jours des élections, le maire hésite.", [("trois", None)]),
    ("La ville a reçu 370 plaintes, dont 310 ont été traitées.", [("370", "plaintes"), ("310", "plaintes")]),
    ("La ville compte 900 agents, dont 61 % travaillent de nuit.", [("900", "agents"), ("61 %", "agents")]),
    ("La ville a reçu 900 plaintes, dont 324 en mai.", [("900", "plaintes"), ("324", "plaintes")]),
    ("La ville compte 900 agents, dont 30 % de femmes, soit environ 270.", [("30 %", "femmes"), ("270", "femmes")]),
    ("Le refuge a 80 chiens, parmi lesquels 12 sont vieux.", [("80", "chiens"), ("12", "chiens")]),
    ("La croissance de la région est attendue à 1,1 % en 2022.", [("1,1 %", "La croissance de la région")]),
    ("Le déficit est estimé à 12 M$.", [("12 M$", "Le déficit")]),
    ("Le taux de chômage est évalué à 7 %.", [("7 %", "Le taux de chômage")]),
    ("La hausse est limitée à 3 %.", [("3 %", "La hausse")]),
    ("La cour a ramené la peine de l'élu de 12 à 6 mois.", [("12", "la peine de l'élu"), ("6", "la peine de l'élu")]),
    ("La ville a porté le budget de 12 à 15 millions d'euros.", [("12", "le budget"), ("15 millions", "le budget")]),
    ("Le gouvernement a abaissé à 12 ans l'âge minimal.", [("12", "l'âge minimal")]),
    ("Le plan réduit les émissions de 35 %.", [("35 %", "les émissions")]),
    ("Le réchauffement pourrait réduire les récoltes de 35 %.", [("35 %", "les récoltes")]),
    ("La vitesse, qui devait passer de 90 à 80 km/h, reste la même.", [("90", "La vitesse"), ("80", "La vitesse")]),
    ("Le tarif pourrait passer de 8 à 9 euros.", [("8", "Le tarif"), ("9", "Le tarif")]),
    ("Le taux a reculé de 0,3 point.", [("0,3", "Le taux")]),
    ("Le taux a gagné 0,3 point.", [("0,3", "Le taux")]),
    ("Les ventes ont bondi de 12 %.", [("12 %", "Les ventes")]),
    ("Un tiers des 900 communes ont répondu.", [("Un tiers", "communes"), ("900", "communes")]),
    ("La moitié des 40 élus présents ont voté.", [("La moitié", "élus présents"), ("40", "élus présents")]),
    ("Le parc emploie 40 agent(e)s et 12 étudiant·e·s.", [("40", "agent(e)s"), ("12", "étudiant·e·s")]),
    ("La ville compte 12 conseillers et conseillères.", [("12", "conseillers et conseillères")]),
    ("La commune a traité 300 dossiers du 1er au 15 août.", [("300", "dossiers")]),
    ("Le nombre de cas a atteint 300 en mai.", [("300", "Le nombre de cas")]),
    ("La facture s'élève à 12 M$.", [("12 M$", "La facture")]),
    ("Le prix du pain dépasse 3 euros.", [("3", "Le prix du pain")]),
    ("L'amende peut aller jusqu'à 150 000 euros.", [("150 000", "L'amende")]),
    ("L'objectif est fixé à 300 logements.", [("300", "logements")]),
    ("Elle a perdu 2 milliards d'euros dans la crise.", [("2 milliards", None)]),
    ("Le club a 300 membres en règle.", [("300", "membres en règle")]),
    ("On a compté 300 voitures par jour.", [("300", "voitures")]),
    ("Le cyclone a fait 14 morts et 40 blessés.", [("14", "morts"), ("40", "blessés")]),
    ("Quelque 300 personnes, dont 40 enfants, ont été évacuées.", [("300", "personnes"), ("40", "enfants")]),
    ("Sur 300 communes, 40 ont répondu.", [("300", "communes"), ("40", "communes")]),
    ("Sur les 300 communes, 40 seulement ont répondu.", [("300", "communes"), ("40", "communes")]),
    ("Le projet propose de limiter à 100 $ les dons aux partis.", [("100 $", "les dons aux partis")]),
    ("Les sondés estiment à 41 % que le pont tient.", [("41 %", None)]),
    ("La ville aidera ces quartiers au cours des 5 prochains mois.", [("5", None)]),
    ("On compte 720 cas, soit 1,1 % de plus.", [("720", "cas"), ("1,1 %", None)]),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED, ids=[text for text, _ in COUNTED])
def test_what_a_number_counts_sizes_or_measures_is_told_by_its_clause(text, counted):
    table = quantities_of(text).set_index("text")
    assert [bare(table.loc[printed, "of"]) for printed, _ in counted] == [bare(of) for _, of in counted]


def bare(phrase: str | None) -> str | None:
    """A noun phrase without its article."""
    return phrase and re.sub(r"^(?:les?|la|une?|[Ll]['’]) ?", "", phrase, flags=re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Les tours mesurent 30 mètres.", "Les tours"),
        ("Les tours mesurent 30 m de haut.", "Les tours"),
        ("Un mur de 3 m de haut sera bâti.", "mur"),
        ("La parcelle fait 12 hectares.", "La parcelle"),
        ("Le terrain vaut 15 M€.", "Le terrain"),
        ("L'agence a mesuré 12 kg de rejets.", "rejets"),
        ("Les prix ont augmenté en moyenne de 3 %.", "Les prix"),
        ("Le budget est de 300 000 euros.", "Le budget"),
        ("On a vu 300 marcheurs de toute la région.", "marcheurs de toute la région"),
        ("Il reste 300 dossiers de toutes les communes.", "dossiers de toutes les communes"),
        ("Elle a vendu 300 billets pour toute la saison.", "billets"),
    ],
)
def test_what_a_verb_measures_and_what_is_of_a_whole(text, of):
    number = quantities_of(text).iloc[0]
    assert number["of"] == of
    assert number["holder"] == ("L'agence" if "agence" in text else None)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Les requêtes affluent : seules 20 % d'entre elles aboutissent.", "requêtes"),
        ("Malgré le vœu des marins, 68 % d'entre eux partent.", "marins"),
        ("La loi prévoit des aides comprises entre 700 € et 900 €.", "aides"),
        ("La loi prévoit une amende pouvant aller jusqu'à 900 euros.", "amende"),
        ("Elle vend un billet à 12 euros.", "billet"),
        ("Une baisse de la limitation de vitesse à 80 km/h est prévue.", "limitation de vitesse"),
        ("Le taux de chômage est deux fois plus élevé que la moyenne.", "Le taux de chômage"),
        ("Elle contient vingt ans d'histoire réunis en un seul lieu.", "histoire"),
        ("Le bac a pris 300 voitures en mai, mais 200 en juin.", "voitures"),
    ],
)
def test_pronouns_sizes_and_multiples_have_what_they_are_of(text, of):
    assert quantities_of(text).iloc[0]["of"] == of


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Un bourg de 300 habitants situé au bord du lac.", ["habitants"]),
        ("On a vu 30 agents municipaux formés à la conduite.", ["agents municipaux formés à la conduite"]),
        ("Un accord permet à deux ou plusieurs communes de s'unir.", ["communes"]),
        ("La banque reprend 41 milliards (75 milliards US) de prêts immobiliers.", ["prêts immobiliers", None]),
        ("Le port a payé 300 millions de rands (15 millions d'euros) de taxes.", ["taxes", "taxes"]),
        ("Les marins boudent la radio. Deux tiers d'entre eux ne l'écoutent pas.", ["marins"]),
    ],
)
def test_participles_agree_and_brackets_say_the_same_again(text, counted):
    assert [of if isinstance(of, str) else None for of in quantities_of(text)["of"]] == counted
