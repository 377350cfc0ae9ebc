"""Who is named, who is heard, who is silent."""

from helpers import language
from tests.reading import read

TEXT = (
    "La Société des ponts du Nord (SPN) ouvre un pont. « Il tient », déclare Anne Roy, présidente de la SPN. "
    "Les organismes sans but lucratif et l'industrie attendent. Le Conseil des rives du Sud se tait. "
    "L'industrie finance le pont. Le maire encourage l'industrie à payer."
)


def test_who_is_named_is_heard_or_silent():
    table = language.hearing(read(TEXT)).set_index("name")
    assert table.loc["Anne Roy", "words"] == 2 and table.loc["Anne Roy", "is_heard"]
    assert table.loc["Société des ponts du Nord", "through"] == ("Anne Roy",)
    assert table.loc["industrie", "mentions"] == 3
    assert not table.loc["industrie", "is_heard"]
    assert table.loc["industrie", "acts"] >= 1


def test_a_group_is_told_by_its_complement_and_ends_before_a_list():
    text = "La ville aide les organismes non gouvernementaux, les organismes de quartier et les enfants du parc."
    names = set(language.hearing(read(text)).query("kind == 'group'")["name"])
    assert names == {"organismes non gouvernementaux", "organismes de quartier", "enfants"}


def test_things_whose_nouns_end_like_those_of_persons_are_no_group():
    text = "Les moteurs, les dossiers, les gants et les listes plaisent aux pompiers et aux militantes."
    assert set(language.hearing(read(text))["name"]) == {"pompiers", "militantes"}


def test_a_part_of_the_issuer_belongs_to_it():
    text = (
        "Le Service des quais de la Ville de Val-Roc ouvre. Le Conseil des rives se tait, la Ville de Val-Roc aussi. "
        "Le Conseil des rives attend.\n\nSOURCE Ville de Val-Roc\n"
    )
    table = language.hearing(read(text)).set_index("name")["of_issuer"]
    assert table["Service des quais de la Ville de Val-Roc"] and not table["Conseil des rives"]


def test_any_text_can_be_asked_who_is_heard():
    for text in ("0", "Oui.", "« Oui. »"):
        assert language.hearing(read(text)).empty
