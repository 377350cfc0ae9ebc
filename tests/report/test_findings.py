"""What is told first of a release. All texts are invented."""

import pytest

from helpers.report.findings import findings_of
from tests.reading import read

SAID = "« Le marché rouvre », déclare la mairesse, Anne Roy."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le marché rouvre demain.", "Nobody is quoted: all 4 words are the release's own."),
        (SAID, "Anne Roy has 38% of the 8 words; the release itself 62%."),
        (
            f"{SAID}\n\n« Bravo », répond le libraire, Paul Girard.",
            "Anne Roy has 21% of the 14 words, the one other voice 7%; the release itself 71%.",
        ),
        (
            "Le musée a reçu 120 000 visiteurs en 2018, contre 100 000 visiteurs en 2017.",
            "“visiteurs”: From 100 000 to 120 000: +20.0 % as printed",
        ),
        (
            "Le nombre de visiteurs est passé de 120 000 en 2018 à 150 000 en 2019, une hausse de 40 %.",
            "“hausse de 40 %”: From 120 000 to 150 000 is +25.0 %",
        ),
    ],
)
def test_a_release_is_told_in_sentences_of_its_own(text, told):
    assert any(finding.startswith(told) for finding in findings_of(read(text))), findings_of(read(text))


def test_a_text_without_anything_is_told_too():
    assert findings_of(read("0"))
