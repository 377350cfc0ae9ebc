"""What somebody speaks as. All examples are invented."""

import pytest

from tests.reading import quotes_of


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "En sa qualité de présidente du jury, la notaire Anne Caron a parlé. « Tout est prêt », a-t-elle dit.",
            "présidente du jury",
        ),
        ("En tant que maire de Laval, Anne Caron estime que tout est prêt.", "maire de Laval"),
        ("« Tout est prêt », dit Anne Caron, à titre de présidente du jury.", "présidente du jury"),
        (
            "Anne Caron, notaire, écoutait. « Tout est prêt », dit Anne Caron, présidente du jury.",
            "présidente du jury",
        ),
        (
            "En tant que maire de Laval, Luc Morel a reçu la notaire Anne Caron. Anne Caron a dit que tout est prêt.",
            "notaire",
        ),
    ],
)
def test_the_function_that_somebody_speaks_in_is_told_apart_from_the_others(text, role):
    assert quotes_of(text)["speaker_role"].iloc[-1] == role


def test_all_functions_are_kept_each_once():
    text = (
        "La surintendante principale Anne Caron a écouté. En sa qualité de présidente du jury, Anne Caron a parlé. "
        "« Tout est prêt », dit la surint. pr. Caron."
    )
    assert quotes_of(text)["speaker_roles"].tolist() == ["surintendante principale; présidente du jury"]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("« Tout est prêt », dit la mairesse Anne Caron.", "f"),
        ("« Tout est prêt », dit une porte-parole.", "f"),
        ("« Tout est prêt », dit la fédération.", None),
    ],
)
def test_only_persons_have_a_gender(text, gender):
    assert quotes_of(text)["speaker_gender"].tolist() == [gender]
