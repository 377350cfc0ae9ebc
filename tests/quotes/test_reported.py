"""Reported speech without marks: what of a sentence is said, whole and not more. All examples are invented."""

import pytest

from tests.reading import quotes_of


def reported(text: str) -> list[str]:
    table = quotes_of(text)
    return table.loc[table["kind"].isin(("indirect", "mixed")), "text"].tolist()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Le traiteur s'engage à ne plus jamais servir de plats froids.", "ne plus jamais servir de plats froids"),
        ("La mairesse promet de ne jamais vendre le parc.", "ne jamais vendre le parc"),
        ("La mairesse assure n'avoir rien signé.", "n'avoir rien signé"),
        ("La mairesse se dit prête à ne plus jamais le vendre.", "prête à ne plus jamais le vendre"),
        ("La mairesse a promis de ne plus « gaspiller l'eau du lac ».", "ne plus « gaspiller l'eau du lac »"),
        ("La mairesse dit ne pas penser que le pont tiendra.", "ne pas penser que le pont tiendra"),
        ("La mairesse assure que rien n'est perdu.", "rien n'est perdu"),
        ("Rien n'est perdu, assure la mairesse.", "Rien n'est perdu"),
        ("Selon la mairesse, le pont n'ouvrira pas.", "le pont n'ouvrira pas"),
        ("Le pont n'ouvrira pas, selon la mairesse.", "Le pont n'ouvrira pas"),
        ("La mairesse prévient : le pont n'ouvrira pas.", "le pont n'ouvrira pas"),
        ("Comme l'a dit la mairesse, le pont n'ouvrira pas.", "le pont n'ouvrira pas"),
    ],
)
def test_no_construction_loses_a_negation(text, said):
    assert reported(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La mairesse dit ne vouloir que la paix.", "ne vouloir que la paix"),
        ("La mairesse promet de n'ouvrir le parc que le dimanche.", "n'ouvrir le parc que le dimanche"),
        ("La mairesse assure n'avoir vendu qu'un terrain.", "n'avoir vendu qu'un terrain"),
        ("La mairesse assure que le pont n'ouvrira que le dimanche.", "le pont n'ouvrira que le dimanche"),
        ("Le pont n'ouvrira que le dimanche, assure la mairesse.", "Le pont n'ouvrira que le dimanche"),
    ],
)
def test_no_construction_loses_a_restriction(text, said):
    assert reported(text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La mairesse a promis, si le vote passe, d'ouvrir la halte.", "si le vote passe, d'ouvrir la halte"),
        (
            "La mairesse s'est engagée, sauf si la crue revient, à ouvrir la halte.",
            "sauf si la crue revient, à ouvrir la halte",
        ),
        ("La mairesse promet d'ouvrir la halte, sauf si la crue revient.", "ouvrir la halte, sauf si la crue revient"),
        ("La mairesse dit devoir fermer la halte.", "devoir fermer la halte"),
        (
            "Le pont ouvrira, a déclaré Anne Roy, si la crue cesse.",
            "Le pont ouvrira, a déclaré Anne Roy, si la crue cesse",
        ),
    ],
)
def test_no_construction_loses_a_condition_or_a_modal(text, said):
    assert reported(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Ce plan, note-t-elle, prévoit deux écoles.",
        "Ce plan, note Anne Roy, prévoit deux écoles.",
        "Le tir, insiste la mairesse, sera confié aux gardes.",
        "Sans cela, avertit-il, le rythme retombera.",
        "Quiconque paiera un intermédiaire, a-t-elle prévenu, perdra sa place.",
    ],
)
def test_an_incise_in_mid_clause_stands_inside_it(text):
    assert reported(text) == [text.rstrip(".")]


@pytest.mark.parametrize(
    "incise",
    [
        "dit Paul Obin",
        "grommelle Anne Roy",
        "s'enthousiasme Anne Roy",
        "veut croire Anne Roy",
        "objecte-t-elle",
        "a t-elle précisé",
        "a-t'elle soupiré",
    ],
)
def test_any_inverted_verb_is_an_incise(incise):
    assert reported(f"Le pont ouvrira en mai, {incise}.") == ["Le pont ouvrira en mai"]


@pytest.mark.parametrize(
    "text",
    [
        "Le pont ouvrira en mai, viendra-t-elle ?",
        "Le pont est vieux, faut-il attendre ?",
        "Le pont a été inauguré par la ministre, née Anne Roy.",
        "Devant la gare se tient la mairesse.",
        "Le pont ouvrira, la mairesse le fermera.",
    ],
)
def test_an_inversion_that_asks_or_names_is_no_incise(text):
    assert not reported(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Selon Hélène Carré, préfète, l'école coûte cher.", "l'école coûte cher"),
        ("D'après Paul Obin, trésorier du club, l'école coûte cher.", "l'école coûte cher"),
        ("L'école coûte cher, selon Hélène Carré.", "L'école coûte cher"),
        ("L'école, selon Hélène Carré, coûte cher.", "L'école, selon Hélène Carré, coûte cher"),
        ("L'école coûte cher, selon Hélène Carré, et Paul Obin refuse de payer.", "L'école coûte cher"),
    ],
)
def test_what_a_preposition_attributes(text, said):
    assert reported(text) == [said]


@pytest.mark.parametrize(
    "rest",
    [
        " ; le syndicat attend un vote.",
        ", ce que le ministère conteste.",
        ", alors que le syndicat attend.",
        ", tout en assurant que le syndicat attend.",
        ", mais elle exclut que le tarif monte.",
    ],
)
def test_where_a_report_ends_before_its_sentence(rest):
    assert reported(f"La mairesse a dit que le pont ouvrira en mai{rest}")[0] == "le pont ouvrira en mai"


def test_an_infinitive_ends_before_a_coordinated_finite_verb():
    text = "La mairesse assure vouloir partir, mais juge le délai trop court."
    assert reported(text)[0] == "vouloir partir"


def test_hearsay_in_the_conditional_ends_where_the_indicative_comes():
    text = "Selon une habitante, le pont serait fermé, mais le règlement interdit d'y entrer."
    assert reported(text) == ["le pont serait fermé"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("La mairesse a annoncé ce mardi 3 mai vouloir fermer le bac.", "vouloir fermer le bac"),
        ("Le préfet a, néanmoins, jugé que le bac restait utile.", "le bac restait utile"),
        ("La mairesse annonce que, vu la crue, la halte fermera.", "vu la crue, la halte fermera"),
        ("La mairesse a dit que le bac ouvrira, avant d'ajouter que rien ne presse.", "le bac ouvrira"),
        ("La mairesse l'a confirmé par écrit : la halte ouvrira en mai.", "la halte ouvrira en mai"),
        ("Santé : la halte ouvrira en mai, annonce la mairesse.", "la halte ouvrira en mai"),
        ("Le bac ne suffirait pas, à l'en croire.", "Le bac ne suffirait pas"),
        ("De source policière, le bac n'ouvrira pas.", "le bac n'ouvrira pas"),
    ],
)
def test_where_a_report_stands_and_ends(text, said):
    assert reported(text)[0] == said


@pytest.mark.parametrize(
    "text",
    [
        "La mairesse soutient le bac à condition que la crue cesse.",
        "Pour l'instant, le bac est fermé.",
    ],
)
def test_what_reports_nothing(text):
    assert not reported(text)
