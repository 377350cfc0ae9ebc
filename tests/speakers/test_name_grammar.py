"""Who is introduced in one form and speaks in another: each form of both, before one release of two sentences."""

import pytest

from helpers.analysis import analyse
from helpers.release import Release

INTRODUCED = {
    "Le maire de Sorne, Luc Obin,": ("M. Obin", "Luc Obin", "Obin", "le maire", "l'élu", "il", "ce dernier"),
    "Luc Obin, maire de Sorne,": ("M. Obin", "le maire", "l'élu", "il", "ce dernier", "le maire de Sorne"),
    "Le directeur de la société Norda, Paul Van den Berg,": ("M. Van den Berg", "Van den Berg", "le directeur", "il"),
    "Le député Emmanuel De Bock": ("M. De Bock", "le député", "l'élu", "il"),
    "Le Dr Luc Obin, chef du service,": ("le Dr Obin", "le docteur Obin", "M. Obin", "le médecin", "il"),
    "Le syndicaliste Luc Roy Petit": ("M. Roy Petit", "M. Petit", "le syndicaliste", "il"),
    "Jean-Luc de La Tour, avocat des familles,": ("M. de La Tour", "Me de La Tour", "l'avocat", "il"),
    "Un habitant, Luc Obin, 42 ans,": ("M. Obin", "l'habitant", "il", "le quadragénaire", "Luc"),
    "L'économiste Luc Obin, de l'Institut des Rives,": ("M. Obin", "l'économiste", "le chercheur", "il", "l'expert"),
    "Le colonel Luc Obin, porte-parole de l'armée,": ("le colonel Obin", "le porte-parole", "l'officier", "il"),
    "Luc Obin (CFR), député de la vallée,": ("le député", "M. Obin", "l'élu", "il", "le parlementaire"),
    "La maire de Sorne, Anne Roy,": ("Mme Roy", "Anne Roy", "la maire", "l'élue", "elle", "cette dernière"),
    "Anne-Marie Roy-Petit, présidente de l'association Rives,": ("Mme Roy-Petit", "la présidente", "elle"),
    "La professeure Anne Roy, directrice de l'étude,": ("la professeure Roy", "la chercheuse", "elle", "Mme Roy"),
    "Zalia Koumba, marraine de la fête,": ("la marraine", "Mme Koumba", "elle"),
}
NAMES = (
    "Jean-Luc de La Tour", "Luc Obin", "Paul Van den Berg", "Emmanuel De Bock", "Luc Roy Petit", "Anne Roy",
    "Anne-Marie Roy-Petit", "Zalia Koumba",
)  # fmt: skip
CASES = [(opening, later) for opening, forms in INTRODUCED.items() for later in forms]


@pytest.mark.parametrize(("opening", "later"), CASES, ids=[f"{o} {later}" for o, later in CASES])
def test_who_was_introduced_is_known_again(opening, later):
    said = f"{later[0].upper()}{later[1:]} a affirmé que les travaux dureront deux ans."
    text = f"Sorne, le 3 mars 2020 – {opening} a ouvert la séance. La salle était pleine.\n\n{said}\n"
    (speaker,) = analyse(Release.from_text(text)).quotes["speaker_name"]
    assert speaker == max((name for name in NAMES if name in opening), key=len)
