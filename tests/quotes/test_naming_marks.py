"""Marks that hold a name, and fragments that somebody judges with. All examples are invented."""

import pytest

from tests.reading import quotes_of


@pytest.mark.parametrize(
    "text",
    [
        "Les pompiers, surnommés « les casques rouges », ont reçu des bottes.",
        "Le nouveau pont, baptisé par la Ville « le Fil », ouvrira en mai.",
        "Anne Roy préside le festival, que les habitants appellent « la Grande Lessive ».",
        "La mairie ouvrira une exposition intitulée « Nos rives ».",
        "Le chef d'orchestre Marc Pradel, dit « Loulou », jouera lundi à Lens.",
        "La méthode dite « globale » est enseignée à Lens depuis dix ans.",
    ],
)
def test_a_name_between_marks_is_no_quotation(text):
    assert quotes_of(text).empty


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le programme national « Cap Rivières » débute en mai, a annoncé la Ville de Lens.", "indirect"),
        ("Anne Roy affirme que le film « La Nuit claire » sortira en mai.", "indirect"),
        ("La mairesse a dit que la campagne « Tous dehors » avait coûté cher.", "indirect"),
        ("Anne Roy affirme que le film sera « très attendu ».", "mixed"),
    ],
)
def test_a_title_makes_no_clause_mixed(text, kind):
    assert quotes_of(text)["kind"].tolist() == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La mairesse Anne Roy a qualifié le délai d'« absurde ».", ["absurde"]),
        ("La mairesse Anne Roy a dénoncé un projet « insensé ».", ["insensé"]),
        ("Paul Obin a jugé « prématuré » le choix du tracé.", ["prématuré"]),
        ("Pour Marc Pradel, dit « Loulou », « l'hiver sera long ».", ["l'hiver sera long"]),
    ],
)
def test_a_fragment_that_somebody_judges_with_is_a_quotation(text, expected):
    assert quotes_of(text)["text"].tolist() == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("« Le pont rouvrira cette nuit » : la Ville rouvre la rive", ["Le pont rouvrira cette nuit"]),
        ("« Le pont ne fermera plus jamais »", ["Le pont ne fermera plus jamais"]),
        ("« Cap Rivières » : la Ville rouvre la rive", []),
        ("« Les Nuits claires de Lens » reviennent en mai", []),
        ("La Ville de Lens présente « Rives »", []),
    ],
)
def test_a_clause_that_opens_a_title_is_a_quotation(title, expected):
    text = f"COMMUNIQUÉ DE PRESSE\n\n{title}\n\nLens, le 3 mars 2021 – La Ville de Lens rouvre le pont."
    assert quotes_of(text)["text"].tolist() == expected
