"""Which names are one person's. All examples are invented."""

import pytest

from tests.reading import quotes_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Luc Morel a ouvert le bal. M.Morel a dit que tout était prêt.", "Luc Morel"),
        ("« Il fera beau », a écrit sur Albatros Paul Petit, adjoint.", "Paul Petit"),
        ("Anne Caron a ouvert le bal. Anne a dit que tout était prêt.", "Anne Caron"),
        (
            "Luc Morel a remercié Anne Morel et Anne Petit. Selon sa fille Anne, le pont ouvrira en mai.",
            "Anne Morel",
        ),
        ("Le Premier Ministre a salué la foule. Le Premier Ministre a dit que tout est prêt.", "Premier Ministre"),
        (
            "Le président et directeur général Luc Petit écoutait. « Tout est prêt », dit Luc Petit.",
            "Luc Petit",
        ),
    ],
)
def test_a_person_is_known_again(text, name):
    assert quotes_of(text)["speaker_name"].iloc[-1] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (  # a function in the masculine is no man's for that
            "Luc Obin écoutait. Le docteur Fatoumata Diarra a parlé. Elle a dit que tout était prêt.",
            ["Fatoumata Diarra"],
        ),
        (
            "Ousmane Ba attendait. Le Pr Hélène Roy est venue. Elle a dit que tout était prêt.",
            ["Hélène Roy"],
        ),
        (
            "Le préfet Karim Ziani écoutait Awa Sow. Elle a dit que tout était prêt.",
            ["Awa Sow"],
        ),
        (  # a place, which is only ever another noun's
            "Les riverains de Keur Brise attendent. Le maire a promis que tout serait prêt.",
            ["maire"],
        ),
        ("« Il fera beau », dit Luca de’ Conti, pêcheur.", ["Luca de’ Conti"]),
        ("« Il fera beau », dit Paolo dell'Orto, pêcheur.", ["Paolo dell'Orto"]),
    ],
)
def test_a_first_name_tells_more_than_a_title(text, names):
    assert quotes_of(text)["speaker_name"].tolist() == names


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("La présidente et directrice générale Anne Roy dit que tout va.", ["présidente et directrice générale"]),
        ("Le maire et sénateur Luc Obin dit que tout va.", ["maire et sénateur"]),
        ("Le vice-Premier ministre et ministre de l'Eau Luc Obin dit que tout va.",
         ["vice-Premier ministre et ministre de l'Eau"]),
        ("Le ministre délégué aux ports Luc Obin dit que tout va.", ["ministre délégué aux ports"]),
        ("Le ministre d'État, ministre de l'Intérieur, Luc Obin, dit que tout va.",
         ["ministre d'État, ministre de l'Intérieur"]),
    ],
)  # fmt: skip
def test_functions_that_are_joined_are_one_role(text, roles):
    assert quotes_of(text)["speaker_role"].tolist() == roles
