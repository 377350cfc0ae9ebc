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
