"""What the layout of a release says. Every release, person and body here is invented."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import ReleaseError
from helpers.release.release import Release
from helpers.text.schema import KINDS
from tests.reading import laid_out

GOVERNMENT = """Communiqué de presse

Un sentier de 12 km ouvre au public à Rimouski

De : Agence des sentiers

Le 3 février 2021 – Rimouski (Québec) – Agence des sentiers

La ministre des Sentiers, Anne Roy, a ouvert aujourd'hui un sentier de 12 km qui relie la gare au fleuve.

Citations

« Ce sentier est à vous, et il restera gratuit pour tout le monde. »

– L'honorable Anne Roy, ministre des Sentiers

« Nous avons attendu ce jour pendant dix ans. »

Paul Nadeau
Président des Amis du sentier

Faits en bref

Le sentier a coûté 1,2 million de dollars.
Il compte 14 ponts et 3 haltes.

Liens connexes

Carte du sentier
Amis du sentier

Personnes-ressources

Jeanne Côté
Attachée de presse
Cabinet de la ministre des Sentiers
418-555-0199
j.cote@sentiers.example

Relations avec les médias
Agence des sentiers
1 800 555-0123, poste 234
medias@sentiers.example
"""


WIRE = """POUR DIFFUSION IMMÉDIATE

Brumal acquiert Scieries du Lac
Une entente de 40 M$ qui double la capacité de la société

MONTRÉAL, QC, le 1er juin 2018 /CNW Telbec/ – Brumal inc. a annoncé l'achat des Scieries du Lac pour 40 M$.

« C'est une étape pour nos 300 employés », a dit Léa Morin, présidente.

À propos de Brumal

Fondée en 1950, Brumal scie du bois. Son slogan : « Droit au cœur ».

Mise en garde concernant les énoncés prospectifs

Ce texte contient des énoncés prospectifs, qui peuvent ne pas se réaliser.

-30-

SOURCE Brumal inc.

Renseignements : Marc Dubé, directeur des communications, Brumal inc., 514 555-0142, poste 12, m.dube@brumal.example; \
Ève Hamel, Cabinet Relief, 514 555-0177, e.hamel@relief.example
"""


NGO = """COMMUNIQUÉ DE PRESSE

Sous embargo jusqu'au 12 mars 2024 à 10 h

« Nos rivières à sec » : dix associations appellent à agir

Paris, le 12 mars 2024 – Dix associations publient aujourd'hui leur enquête sur l'état des rivières.

Elles demandent trois mesures :
- un moratoire sur les forages
- un fonds de 20 millions d'euros
- un suivi public

Ce que dit l'enquête

Une rivière sur cinq était à sec en août, selon les relevés de l'association Eau claire.

Contacts presse :
Anne Le Goff – Eau claire – anne@eauclaire.example – +33 1 99 00 12 34
Karim Benali, porte-parole : 06 12 34 56 78
"""


SWISS = """Le pont de la Blécherette rouvre

Lausanne, 3.2.2021

Après deux ans de travaux, le pont rouvre lundi au trafic, indique la Ville.

***

Informations complémentaires :
Luc Favre, municipal, 021 555 12 34
"""


BELGIAN = """Bruxelles, le mardi 14 mai 2024

Nouveau record de fréquentation pour les parcs

La Régie des parcs a compté un million de visiteurs.

Pour plus d'informations : Sofie Peeters, porte-parole, 02 555 12 34, sofie.peeters@parcs.example

FIN
"""


def people(release: Release) -> list[tuple]:
    return [
        (
            c.name and c.name.text,
            c.function and c.function.text,
            c.office and c.office.text,
            c.emails,
            tuple((n.text, n.extension and n.extension.text) for n in c.numbers),
        )
        for c in release.contacts
    ]


def test_a_government_page():
    release = laid_out(GOVERNMENT)
    assert release.title.text == "Un sentier de 12 km ouvre au public à Rimouski"
    assert release.subtitle is None and release.embargo is None and release.end_mark is None
    line = release.dateline
    assert (line.place, line.region, line.date) == ("Rimouski", "Québec", datetime.date(2021, 2, 3))
    assert release.issuer == "Agence des sentiers"
    assert [(s.role, s.heading and s.heading.text) for s in release.sections] == [
        ("text", "Communiqué de presse"),
        ("text", "De : Agence des sentiers"),
        ("text", None),
        ("quotes", "Citations"),
        ("facts", "Faits en bref"),
        ("links", "Liens connexes"),
        ("contact", "Personnes-ressources"),
    ]
    kinds = {kind: [p.text for p in release.paragraphs if p.kind == kind] for kind in KINDS}
    assert kinds["signature"] == [
        "– L'honorable Anne Roy, ministre des Sentiers",
        "Paul Nadeau",
        "Président des Amis du sentier",
    ]
    assert kinds["fact"] == ["Le sentier a coûté 1,2 million de dollars.", "Il compte 14 ponts et 3 haltes."]
    assert kinds["links"] == ["Carte du sentier", "Amis du sentier"]
    assert people(release) == [
        (
            "Jeanne Côté",
            "Attachée de presse",
            "Cabinet de la ministre des Sentiers",
            ("j.cote@sentiers.example",),
            (("418-555-0199", None),),
        ),
        (
            None,
            None,
            "Agence des sentiers",
            ("medias@sentiers.example",),
            (("1 800 555-0123", "234"),),
        ),
    ]


def test_a_company_on_a_wire():
    release = laid_out(WIRE)
    assert release.embargo.is_immediate and release.embargo.until is None
    assert release.title.text == "Brumal acquiert Scieries du Lac"
    assert release.subtitle.text == "Une entente de 40 M$ qui double la capacité de la société"
    line = release.dateline
    assert (line.place, line.region, line.wire) == ("MONTRÉAL", "QC", "CNW Telbec")
    assert release.boilerplate.text.startswith("À propos de Brumal") and release.boilerplate.text.endswith("réaliser.")
    assert release.end_mark.text == "-30-" and release.issuer == "Brumal inc."
    assert people(release) == [
        (
            "Marc Dubé",
            "directeur des communications",
            "Brumal inc.",
            ("m.dube@brumal.example",),
            (("514 555-0142", "12"),),
        ),
        ("Ève Hamel", None, "Cabinet Relief", ("e.hamel@relief.example",), (("514 555-0177", None),)),
    ]


def test_a_joint_release_of_associations_under_embargo():
    release = laid_out(NGO)
    assert not release.embargo.is_immediate and release.embargo.until == datetime.date(2024, 3, 12)
    assert release.title.text == "« Nos rivières à sec » : dix associations appellent à agir"
    assert [p.kind for p in release.paragraphs if p.text.startswith("- ")] == ["bullet"] * 3
    assert [s.heading.text for s in release.sections if s.heading and s.role == "text"][-1] == "Ce que dit l'enquête"
    assert people(release) == [
        ("Anne Le Goff", None, "Eau claire", ("anne@eauclaire.example",), (("+33 1 99 00 12 34", None),)),
        ("Karim Benali", "porte-parole", None, (), (("06 12 34 56 78", None),)),
    ]


def test_a_swiss_release():
    release = laid_out(SWISS)
    assert release.title.text == "Le pont de la Blécherette rouvre"
    assert (release.dateline.place, release.dateline.date) == ("Lausanne", datetime.date(2021, 2, 3))
    assert release.end_mark.text == "***" and release.source is None and release.boilerplate is None
    assert [c.label for c in release.contacts] == ["Luc Favre"] and release.contacts[0].phone == "021 555 12 34"


def test_a_belgian_release_with_its_title_below_the_date():
    release = laid_out(BELGIAN)
    assert release.title.text == "Nouveau record de fréquentation pour les parcs"
    assert [p.kind for p in release.paragraphs] == ["dateline", "title", "lead", "contact", "end"]
    assert release.contacts[0].function.text == "porte-parole" and release.end_mark.text == "FIN"


@pytest.mark.parametrize(
    "text",
    [
        "Source de fierté, le pont attire les foules.\n\nIl ouvre en mai, et la ville entière y sera ce jour-là.",
        "Un texte.\n\nSource : Institut du pont, 2020\n\nLe pont a ensuite été fermé, puis rouvert, puis fermé à "
        "nouveau pendant des mois, ce que les riverains n'ont pas compris, disent-ils.",
    ],
)
def test_the_source_of_a_figure_or_a_word_is_no_issuer(text):
    assert laid_out(text).source is None


def test_what_is_not_stated_is_none():
    release = laid_out("Un pont ouvre. Il est long.\n\nIl est beau, dit-on.")
    assert [release.title, release.subtitle, release.embargo, release.dateline, release.source] == [None] * 5
    assert [release.boilerplate, release.end_mark, release.stamp] == [None] * 3 and release.contacts == ()


@pytest.mark.parametrize("mark", ["-30-", "– 30 –", "###", "# # #", "-FIN-", "FIN", "***"])
def test_end_marks(mark):
    assert laid_out(f"Un pont ouvre en mai, dit la ville.\n\n{mark}\n").end_mark.text == mark


def test_an_end_mark_on_the_last_line():
    release = laid_out("Un pont ouvre en mai, dit la ville. -30-")
    assert [p.text for p in release.paragraphs] == ["Un pont ouvre en mai, dit la ville.", "-30-"]


PIECES = [
    "Communiqué de presse", "Le pont ouvre", "PARIS, le 3 mai 2021 /CNW/ - Le pont ouvre.", "Citations", "« Oui »",
    "– Anne Roy, mairesse", "Faits en bref", "- un pont", "À propos de X", "-30-", "SOURCE X", "Source : X", "Contacts",
    "Renseignements : Anne Roy, 418-555-0199, poste 3", "a@b.ca", "Le pont ouvre en mai, dit la ville. -30-", "De : X",
    "Sous embargo jusqu'au 3 mai", "###", "# Titre", "Elle dit :", "un,", "\t", "", "Liens connexes", "1er mai 2021",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["\n", "\n\n", "\r\n", "\r"]))
def test_whatever_the_order_of_the_parts_each_is_a_slice_and_paragraphs_do_not_overlap(pieces, ending):
    try:
        release = laid_out(ending.join(pieces))
    except ReleaseError:
        return
    ends = 0
    for p in release.paragraphs:
        assert p.start >= ends and p.start < p.end and p.kind in KINDS
        ends = p.end
    held = [p for s in release.sections for p in s.paragraphs] + [s.heading for s in release.sections if s.heading]
    assert len({p.start for p in held}) == len(held)


HALL = "La halle rouvre\n\nLAVAL, le 3 mai 2023 – La Ville rouvre la halle du marché, fermée depuis trois ans.\n\n"


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ("Année\nVisiteurs\n\n2021\n12 400 visiteurs\n\n2022\n15 800 visiteurs", "fact"),
        ("Longueur\n300 mètres\n\nCoût\n4 M$", "fact"),
        ("Poste\nEffectif\nCoût\n\nAccueil\n3\n12 000 €\n\nCuisine\n5\n18 000 €", "fact"),
        ("Luc Favre\n819-555-0101\n\nZoé Roy\n819-555-0102", "contact"),
        ("Mairie\n12, rue du Gué\n\nAnnexe\n14, rue du Gué", "contact"),
        ("Luc Favre\nchargé de presse", "contact"),
    ],
)
def test_a_table_below_the_contacts_is_none_of_them(rows, kind):
    """Invented, as Word files have them: a paragraph a row, a line a cell."""
    for contact in ("Contact : Anne Roy, 819-555-0100", "Contact\n\nAnne Roy\n819-555-0100"):
        release = Release.from_text(f"{HALL}{contact}\n\n{rows}", "a")
        first = next(p for p in release.paragraphs if p.text.startswith(rows.split("\n")[0]))
        assert {p.kind for p in release.paragraphs if p.start >= first.start} == {kind}
