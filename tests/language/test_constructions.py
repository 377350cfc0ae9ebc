"""A listed word counts in the construction that gives it the listed sense."""

import pytest

from helpers import language, lexicon
from helpers.language.constructions import CONSTRUCTIONS
from tests.reading import read, shown


def modal(text: str) -> list[str]:
    return shown(language.modality(language.word_table(read(text))), "form")


@pytest.mark.parametrize(
    ("sense", "other"),
    [
        ("Elle a eu l'occasion de visiter le pont.", "Il parle à l'occasion de la fête du pont."),
        ("La maire invite les habitants du quartier à venir.", "Elle est l'invitée de la ville."),
        ("Le comité conseille de fermer la halle.", "Un comité conseille la ville."),
        ("La ville prend l'engagement de payer.", "L'engagement des bénévoles est grand."),
        ("Le club tient ses engagements.", "Les engagements du club sont nombreux."),
        ("La ville s'est engagée à payer.", "La ville a engagé dix agents."),
        ("La loi autorise la vente.", "La valeur autorisée baisse."),
        ("La ville doit encore voter.", "La ville doit cent euros à la banque."),
        ("Le pont paraît solide.", "Le livre paraît en mai."),
        ("Cette loi vise à protéger les ponts.", "Le maire est visé par une plainte."),
    ],
)
def test_a_modal_word_counts_in_its_sense_alone(sense, other):
    assert len(modal(sense)) == 1
    assert modal(other) == []


@pytest.mark.parametrize(
    ("sense", "other"),
    [
        ("Anne est un acteur clé.", "C'est une halle clé en main."),
        ("C'est une conduite responsable.", "Anne est responsable de la halle."),
        ("La gravité des faits étonne.", "Elle en parle avec gravité."),
        ("La ville est fière.", "Il faut se fier à elle."),
        ("Une équipe dynamique travaille ici.", "La dynamique du marché change."),
        ("C'est une mesure particulièrement longue.", "Ils visent particulièrement les ponts."),
        ("Son calme est extrême.", "Il vote pour l'extrême droite."),
        ("C'est une vraie surprise.", "Cette histoire est vraie."),
        ("L'urgence des travaux frappe.", "Appelez le numéro d'urgence."),
        ("Le maire donne un avis positif.", "Un coureur a eu un test positif."),
        ("C'est une halle de référence.", "Il n'y a pas de référence à la halle."),
        ("Le retard est inadmissible.", "Le retard est de dix jours."),
    ],
)
def test_a_word_that_judges_counts_in_its_sense_alone(sense, other):
    found = [language.evaluations(language.word_table(read(text))) for text in (sense, other)]
    assert [len(table) for table in found] == [1, 0]


def test_connectors_stand_as_they_are_written():
    text = "De nouvelles halles ouvrent. L'âge d'or passe. Or, de plus en plus de ponts cèdent de nouveau."
    assert shown(language.connectors(language.word_table(read(text))), "form") == ["or", "de nouveau"]


def test_tables_ask_only_for_constructions_that_are_known():
    asked = {
        name
        for table in ("modals", "evaluations", "calques", "connectors")
        for row in lexicon.rows(table)
        for alternative in row["construction"].split("|")
        for name in alternative.split("&")
        if name
    }
    assert asked <= set(CONSTRUCTIONS)
    assert set(CONSTRUCTIONS) - asked == set()
