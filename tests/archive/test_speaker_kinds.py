"""Who has a voice, and of what kind. All names are invented."""

import pytest

from helpers.archive.speaker_kinds import _kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Anne Roy", "person"), ("la mairesse", "person"), ("un journaliste de la Gazette", "person"),
        ("Ligue des eaux", "body"), ("l’Agence des ponts", "body"), ("SNB", "body"), ("gouvernement", "body"),
        ("Blue River Foundation", "body"), ("une rumeur", "document"), ("un dernier bilan", "document"),
        ("le rapport de la Ligue", "document"), ("une étude", "document"), ("communiqué", "document"),
        ("les riverains", "unnamed group"), ("plusieurs associations", "unnamed group"), ("experts", "unnamed group"),
        ("cette clé", None), ("efforts", None), ("66 %", None), ('width="50%"', None), ("un an et demi plus", None),
    ],
)  # fmt: skip
def test_a_voice_is_a_person_a_body_a_document_or_a_group(name, kind):
    assert _kind(name, {"Anne Roy"}) == kind
