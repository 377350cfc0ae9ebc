"""Figures that are no amounts by their form alone. All sentences are invented."""

import random

import pytest

from helpers.lexicon.words import forms_of
from helpers.numbers import excluded_forms as forms
from helpers.numbers.excluded_forms import excluded_forms, mask
from helpers.numbers.model import Excluded
from helpers.release.release import Release
from helpers.text.typography import reading_copy
from tests.reading import quantities_of


def excluded(text: str) -> dict[str, str]:
    release = Release.from_text(text)
    found = excluded_forms(reading_copy(text), release)
    return {text[e.start : e.end]: e.reason for e in found}


@pytest.mark.parametrize(
    ("text", "figure", "reason"),
    [
        ("La fête aura lieu le 3 mai 2018.", "3 mai 2018", "date"),
        ("La fête aura lieu du 3 au 5 mai.", "3 au 5 mai", "date"),
        ("La fête aura lieu jeudi 3 et vendredi 4 mai.", "jeudi 3 et vendredi 4 mai", "date"),
        ("La fête aura lieu le premier mai.", "premier mai", "date"),
        ("La fête a eu lieu le 03/05/2018.", "03/05/2018", "date"),
        ("Le plan 2019-2021 est prêt.", "2019-2021", "year"),
        ("Dans les années 80, la fête a eu lieu.", "années 80", "year"),
        ("La séance ouvre à 14 h 30.", "14 h 30", "time of day"),
        ("C'est la 21e fête.", "21e", "ordinal"),
        ("Appelez le 514 555-0134.", "514 555-0134", "telephone number"),
        ("Appelez le 01 23 45 67 89.", "01 23 45 67 89", "telephone number"),
        ("Il habite au 12, rue des Lilas.", "12", "address"),
        ("Écrivez au H2X 1Y4.", "H2X 1Y4", "postal code"),
        ("Selon l'article 21, c'est interdit.", "21", "number of a law or article"),
        ("La COVID-19 recule.", "COVID-19", "part of a name"),
        ("Le sommet du G7 est fini.", "G7", "part of a name"),
        ("Le programme Horizon150 est fini.", "Horizon150", "part of a name"),
        ("Voyez la page 12.", "12", "part of a book or page"),
        ("La phase 3 commence.", "3", "number of a thing, not an amount"),
        ("Le service répond 24 heures sur 24.", "24 heures sur 24", "set phrase"),
        ("L'auteur le dit[12].", "[12]", "footnote mark"),
        ("Le logiciel 6.0.5 est prêt.", "6.0.5", "version or reference"),
        ("Écrivez à bureau12@exemple.org.", "bureau12@exemple.org", "e-mail address"),
        ("Voyez www.exemple.org/page12 ici.", "www.exemple.org/page12", "web address"),
    ],
)
def test_a_form_tells_what_a_figure_is(text, figure, reason):
    assert excluded(text) == {figure: reason}


@pytest.mark.parametrize("quantifier", forms_of("vague_quantifiers"))
def test_an_amount_without_a_number_is_vague(quantifier):
    assert excluded(f"On voit {quantifier} milliers de gens.") == {f"{quantifier} milliers": "vague amount"}


@pytest.mark.parametrize(
    "text",
    [
        "Le registre compte 1.250.300 fiches.",
        "Le billet coûte EUR25.",
        "La visite a duré 2 h 30.",
        "Le parc abrite 300 cerfs.",
        "Des millionnaires chantent.",
    ],
)
def test_what_may_be_an_amount_is_let_through(text):
    assert excluded(text) == {}


def test_a_masked_text_keeps_its_places():
    masked = mask("le 3 mai, 40 cerfs", [Excluded(3, 8, "date"), Excluded(5, 9, "overlaps")])
    assert masked == "le " + "\x00" * 6 + " 40 cerfs"


PIECES = (
    "le 3 mai 2018", "du 3 au 5 mai", "14 h 30", "de 9 h à 17 h", "appelez le 819-555-0100", "à l'article 21",
    "COVID-19", "les pages 3, 4 et 12", "au 12, rue du Lac",
    "https://exemple.test/un/chemin/assez/long/2021/05/03?page=2", "<a href='x'>", "</a>", "le premier mai",
    "24 heures sur 24", "la version 2.3.1", "450 érables", "G0R 1B0", "« 12 »", "le 2e", "[3]", "#un2",
    "la pépinière du canton a livré des plants de toutes les essences aux riverains qui en avaient fait la demande,",
    "sans attendre la fin des travaux ni la réponse des services techniques de la commune voisine,", ".", ",",
    "\n\n", "\n",
)  # fmt: skip


def test_looking_near_digits_alone_finds_what_looking_everywhere_finds(monkeypatch):
    drawn = random.Random(7)
    texts = [" ".join(drawn.choices(PIECES, k=40)) for _ in range(200)]
    near = [excluded(text) for text in texts]
    monkeypatch.setattr(forms, "digits_nearby", lambda plain: [(0, len(plain))])
    assert near == [excluded(text) for text in texts]
    assert sum(map(len, near)) > 2000


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Le temps de trajet est passé de 3 h 20 à 2 h 50.", [10 / 3, 17 / 6]),
        ("Le délai est réduit de 3 h 20 à 2 h 50.", [10 / 3, 17 / 6]),
        ("L'attente passera désormais de 1h45 à 2h15.", [1.75, 2.25]),
        ("Le record est ramené de 3 h 20 à 3 h 15.", [10 / 3, 3.25]),
        ("Le trajet dure 2 h 50, contre 3 h 20 en 2019.", [17 / 6, 10 / 3]),
        ("Le trajet sera coupé de 14 h 30 à 16 h 15.", []),
        ("Le début des cours passe de 8 h 30 à 9 h 15.", []),
        ("Le bac part à 8 h 30, contre 9 h 15 auparavant.", []),
    ],
)
def test_hours_are_durations_where_a_duration_is_moved_or_compared(text, hours):
    assert quantities_of(text)["value"].tolist() == pytest.approx(hours)


@pytest.mark.parametrize("piece", ["3 h 20 à ", "3 h 20, contre ", "de 3 h 20 à 2 h 50 ", "(1) ", "12,5 et "])
def test_a_long_row_of_one_form_is_read(piece):
    text = piece * 2000
    assert all(e.start < e.end for e in excluded_forms(text, Release.from_text("Il y a 3 ormes.")))
