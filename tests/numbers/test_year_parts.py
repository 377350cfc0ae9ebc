"""Parts of years, spans and seasons, with and without their year. All sentences are invented."""

import pytest

from tests.reading import quantities_of, quantity_of

TOLD = [
    ("En 98, la ville a planté 300 arbres.", "1998"),
    ("Mi-2021, la ville a planté 300 arbres.", "2021"),
    ("À la mi-2021, la ville aura planté 300 arbres.", "2021"),
    ("Début 2018, la ville a planté 300 arbres.", "2018"),
    ("Fin 2019, la ville a planté 300 arbres.", "2019"),
    ("L'été dernier, la ville a planté 300 arbres.", "2020-summer"),
    ("À l'été 2018, la ville a planté 300 arbres.", "2018-summer"),
    ("Au printemps 2018, la ville a planté 300 arbres.", "2018-spring"),
    ("La ville a planté 300 arbres à l'automne.", "2020-autumn"),
    ("La ville plantera 300 arbres cet automne.", "2021-autumn"),
    ("Durant l'hiver 2018-2019, la ville a planté 300 arbres.", "2018-winter"),
    ("Au cours de l'hiver 2018/19, la ville a planté 300 arbres.", "2018-winter"),
    ("La ville plantera 300 arbres au printemps prochain.", "2021-spring"),
    ("De janvier à mars 2020, la ville a planté 300 arbres.", "2020-01/2020-03"),
    ("Entre avril et juin 2020, la ville a planté 300 arbres.", "2020-04/2020-06"),
    ("Entre avril et juin, la ville a planté 300 arbres.", "2020-04/2020-06"),
    ("D'avril à juin, la ville a planté 300 arbres.", "2020-04/2020-06"),
    ("En mai-juin 2020, la ville a planté 300 arbres.", "2020-05/2020-06"),
    ("De novembre 2019 à mars 2020, la ville a planté 300 arbres.", "2019-11/2020-03"),
    ("De novembre à février, la ville a planté 300 arbres.", "2020-11/2021-02"),
    ("Au mois de novembre, la ville a planté 300 arbres.", "2020-11"),
    ("Pour le mois de novembre, la ville a planté 300 arbres.", "2020-11"),
    ("Au cours du mois de mai 2019, la ville a planté 300 arbres.", "2019-05"),
    ("Les neuf premiers mois de 2020, la ville a planté 300 arbres.", "2020-01/2020-09"),
    ("Au cours des neuf premiers mois de l'année 2020, la ville a planté 300 arbres.", "2020-01/2020-09"),
    ("La ville a planté 300 arbres sur les six derniers mois de 2020.", "2020-07/2020-12"),
    ("Au deuxième trimestre 2020, la ville a planté 300 arbres.", "2020-Q2"),
    ("Au 2ème trimestre 2020, la ville a planté 300 arbres.", "2020-Q2"),
    ("Au IIe trimestre 2020, la ville a planté 300 arbres.", "2020-Q2"),
    ("Au troisième trimestre de 2020, la ville a planté 300 arbres.", "2020-Q3"),
    ("Au T2 2020, la ville a planté 300 arbres.", "2020-Q2"),
    ("Au T2-2020, la ville a planté 300 arbres.", "2020-Q2"),
    ("Au 2T20, la ville a planté 300 arbres.", "2020-Q2"),
    ("Au Q2 2020, la ville a planté 300 arbres.", "2020-Q2"),
    ("Au H1 2020, la ville a planté 300 arbres.", "2020-S1"),
    ("Au S1 2020, la ville a planté 300 arbres.", "2020-S1"),
    ("Au second semestre 2020, la ville a planté 300 arbres.", "2020-S2"),
    ("Au 1er semestre 2020, la ville a planté 300 arbres.", "2020-S1"),
    ("Au premier semestre de l'exercice 2020, la ville a planté 300 arbres.", "2020-S1"),
    ("Au dernier trimestre 2020, la ville a planté 300 arbres.", "2020-Q4"),
    ("Au dernier trimestre de 2020, la ville a planté 300 arbres.", "2020-Q4"),
    ("Au premier trimestre, la ville a planté 300 arbres.", "2021-Q1"),
    ("Au quatrième trimestre, la ville a planté 300 arbres.", "2020-Q4"),
    ("Durant l'année scolaire 2019-2020, la ville a planté 300 arbres.", "2019/2020"),
    ("Pour l'exercice 2019-2020, la ville a planté 300 arbres.", "2019/2020"),
    ("Pour l'exercice 2019/20, la ville a planté 300 arbres.", "2019/2020"),
    ("À la saison 2019/2020, la ville a planté 300 arbres.", "2019/2020"),
    ("Pour l'année universitaire 2019/2020, la ville a planté 300 arbres.", "2019/2020"),
    ("La ville plantera 300 arbres d'ici à 2030.", "../2030"),
    ("La ville plantera 300 arbres d'ici 2030.", "../2030"),
    ("La ville plantera 300 arbres à l'horizon 2030.", "../2030"),
    ("La ville a planté 300 arbres le 4 mai.", "2020-05-04"),
    ("Le 4 mai, la ville plantera 300 arbres.", "2021-05-04"),
    ("Le 4 janvier, la ville a planté 300 arbres.", "2021-01-04"),
    ("Le 28 décembre, la ville a planté 300 arbres.", "2020-12-28"),
    ("Entre le 3 et le 5 janvier, la ville a planté 300 arbres.", "2021-01-03/2021-01-05"),
    ("Du 28 décembre au 5 janvier, la ville a planté 300 arbres.", "2020-12-28/2021-01-05"),
    ("La ville a planté 300 arbres du 1er au 15 août.", "2020-08-01/2020-08-15"),
    ("La ville va planter 300 arbres en mai.", "2021-05"),
    ("En juillet 98, la ville a planté 300 arbres.", "1998-07"),
    ("En mai 68, la ville a planté 300 arbres.", "1968-05"),
    ("Le 15/05/99, la ville a planté 300 arbres.", "1999-05-15"),
    ("Il y a deux ans, la ville a planté 300 arbres.", "2019"),
    ("Il y a six mois, la ville a planté 300 arbres.", "2020-09"),
    ("La semaine dernière, la ville a planté 300 arbres.", "2021-W09"),
    ("Samedi dernier, la ville a planté 300 arbres.", "2021-03-06"),
    ("Ce week-end, la ville plantera 300 arbres.", "2021-W10"),
    ("L'an passé, la ville a planté 300 arbres.", "2020"),
    ("Depuis 2015, la ville a planté 300 arbres.", "2015/.."),
    ("Depuis mars 2020, la ville a planté 300 arbres.", "2020-03/.."),
    ("Depuis le 4 mai 2020, la ville a planté 300 arbres.", "2020-05-04/.."),
    ("Avant 2015, la ville a planté 300 arbres.", "../2015"),
    ("De 2015 à 2019, la ville a planté 300 arbres.", "2015/2019"),
    ("Entre 2015 et 2019, la ville a planté 300 arbres.", "2015/2019"),
    ("Sur la période 2015-2019, la ville a planté 300 arbres.", "2015/2019"),
    ("Dans les années 1990, la ville a planté 300 arbres.", "199X"),
    ("Dans les années 90, la ville a planté 300 arbres.", "199X"),
    ("Au XIXe siècle, la ville a planté 300 arbres.", "18XX"),
    ("En 2019 et 2020, la ville a planté 300 arbres.", "2019/2020"),
    ("Au 31 décembre 2020, la ville comptait 300 arbres.", "2020-12-31"),
    ("Au 31/12/2020, la ville comptait 300 arbres.", "2020-12-31"),
    ("Fin décembre, la ville comptait 300 arbres.", "2020-12"),
    ("À fin juin 2020, la ville comptait 300 arbres.", "2020-06"),
    ("Ces trois dernières années, la ville a planté 300 arbres.", "2018/2021"),
    ("Au cours des douze derniers mois, la ville a planté 300 arbres.", "2020-03/2021-03"),
    ("Depuis le début de l'année, la ville a planté 300 arbres.", "2021"),
    ("Hier, la ville a planté 300 arbres.", "2021-03-09"),
    ("Le mois dernier, la ville a planté 300 arbres.", "2021-02"),
    ("Le 1er janvier 2021, la ville comptait 300 arbres.", "2021-01-01"),
    ("Le trimestre dernier, la ville a planté 300 arbres.", "2020-Q4"),
    ("Cet été, la ville a planté 300 arbres.", "2020-summer"),
    ("Cet été, la ville plantera 300 arbres.", "2021-summer"),
    ("La ville plantera 300 arbres l'été prochain.", "2021-summer"),
    ("En octobre dernier, la ville a planté 300 arbres.", "2020-10"),
    ("En fin d'année, la ville plantera 300 arbres.", "2021"),
    ("Entre le premier et le deuxième trimestre 2020, la ville a planté 300 arbres.", "2020-Q1/2020-Q2"),
    ("Aux deuxième et troisième trimestres 2020, la ville a planté 300 arbres.", "2020-Q2/2020-Q3"),
]
"""Sentences of a release of 10 March 2021, and when it is that they tell."""


@pytest.mark.parametrize(("text", "period"), TOLD, ids=[text for text, _ in TOLD])
def test_a_period_is_told_from_the_date_of_the_release(text, period):
    table = quantities_of(f"Un titre\n\nBOURG-NEUF, le 10 mars 2021 – {text}\n")
    assert table.set_index("text").loc["300", "period"] == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Le pont a été rouvert : 300 voitures y passent.", None),
        ("L'été, 300 voitures y passent.", None),
        ("Le projet S2 compte 300 pages.", None),
        ("La mairie a planté 300 arbres du 3 mai au 5 juin 2020.", "2020-05-03/2020-06-05"),
    ],
)
def test_what_looks_like_a_part_of_a_year_and_is_none(text, period):
    table = quantities_of(f"Un titre\n\nBOURG-NEUF, le 10 mars 2021 – {text}\n")
    assert table.set_index("text").loc["300", "period"] == period


@pytest.mark.parametrize(
    "text",
    [
        "Un titre\n\nLe parc a reçu 300 cerfs l'an dernier.\n\nFait à Bourg-Neuf, le 10 mars 2021\n",
        "Communiqué du 10 mars 2021\n\nUn titre\n\nLe parc a reçu 300 cerfs l'an dernier.\n",
        "BOURG-NEUF, le 10 mars 2021 – Le parc a reçu 300 cerfs l'an dernier.\n",
    ],
    ids=["signature", "heading", "dateline"],
)
def test_the_date_of_the_release_counts_wherever_it_is_told(text):
    assert quantities_of(text).set_index("text").loc["300", "period"] == "2020"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Au quatrième trimestre, 300 emplois seront créés.", "2022-Q4"),
        ("Au premier semestre, 300 emplois seront créés.", "2022-S1"),
        ("Au T4, 300 emplois ont été créés.", "2021-Q4"),
        ("Au T4, 300 emplois seront créés.", "2022-Q4"),
    ],
)
def test_a_part_without_a_year_lies_where_the_tense_has_it(text, period):
    assert quantity_of(f"VIREUIL, le 3 mars 2022 – {text}")["period"] == period
