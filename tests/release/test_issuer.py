"""Who issues a release, and what tells it. Every body here is invented."""

import pytest

from tests.reading import laid_out

_LEAD = "Huy, le 3 mai 2024 – Le pont du canal ouvre ce jeudi, dit la ville de Huy."


@pytest.mark.parametrize(
    ("text", "issuer", "found"),
    [
        (f"{_LEAD}\n\nSOURCE Ligue des eaux", "Ligue des eaux", "source line"),
        (f"{_LEAD}\n\nAnne Roy Source : Ligue des eaux", "Ligue des eaux", "source line"),
        (f"Le pont ouvre\n\nDe : Ligue des eaux\n\n{_LEAD}", "Ligue des eaux", "sender line"),
        (f"Le pont ouvre\n\nCommuniqué par la Ligue des eaux\n\n{_LEAD}", "Ligue des eaux", "sender line"),
        (f"Le pont ouvre\n\nNOUVELLES FOURNIES PAR\nLigue des eaux\n\n{_LEAD}", "Ligue des eaux", "sender line"),
        ("HUY (Reuters) - Le pont ouvre ce jeudi, dit la ville.", "Reuters", "agency"),
        ("Saly, 12 mai (APS) – Le port ouvre ce jeudi.", "APS", "agency"),
        (f"{_LEAD}\n\n(AFP)", "AFP", "agency"),
        (f"{_LEAD}\n\nAPS/BV/AR", "APS", "agency"),
        (f"PRÉFECTURE DU CANAL\nBureau de la presse\n\nLe pont ouvre\n\n{_LEAD}", "PRÉFECTURE DU CANAL", "letterhead"),
        (f"Ligue des eaux (LDE)\n\nCommuniqué\n\nLe pont ouvre enfin\n\n{_LEAD}", "Ligue des eaux", "letterhead"),
        ("Dossier de presse\n\nLa Ligue des eaux de Huy annonce un pont.", "Ligue des eaux de Huy", "lead"),
        (f"{_LEAD}\n\nÀ propos de Brumal\n\nBrumal scie du bois depuis 1950.", "Brumal", "boilerplate"),
        (
            f"{_LEAD}\n\nContact presse\n\nComité des eaux de Huy Maison des arts BP 12 4500 HUY p@v.example",
            "Comité des eaux de Huy",
            "contact",
        ),
    ],
)
def test_the_issuer_and_what_tells_it(text, issuer, found):
    release = laid_out(text)
    assert (release.issuer, release.issuer_from) == (issuer, found)
    assert release.text[release.source.start : release.source.end] == issuer


@pytest.mark.parametrize(
    "text",
    [
        "La Banque du Canal a annoncé mardi un prêt à la ville de Huy.",  # a news report: nobody there issues it
        "Communiqué\n\nLa ministre des Eaux annonce un pont.",
        "Communiqué\n\nDix associations de Huy annoncent un pont.",
        "HUY--(BUSINESS WIRE)--Un pont ouvre ce jeudi au public.",
        "LE PONT OUVRE\n\nUn an de travaux\n\n" + _LEAD,
    ],
)
def test_what_is_not_told_is_none(text):
    release = laid_out(text)
    assert release.issuer is None and release.issuer_from is None


def test_a_letterhead_is_no_title():
    release = laid_out(f"VILLE DE HUY\nService de presse\n\nUn pont de plus\n\n{_LEAD}")
    assert release.title.text == "Un pont de plus" and release.issuer == "VILLE DE HUY"
