"""What one voice said, in two wordings. The texts are invented."""

import pytest

from helpers import archive
from tests.archive.reading import read_texts

FIRST = "« Le phare de Mirande sera repeint avant les grandes marées », {verb} la mairesse Anne Roy."
LETTER = "Mirande, le {day} mai 2021 – {lead}\n\n{said}\n\nSOURCE {issuer}\n"


def letter(said: str, day: int, issuer: str, lead: str = "Le conseil a siégé.") -> str:
    return LETTER.format(day=day, lead=lead, said=said, issuer=issuer)


def pairs(folder, said: str) -> list[tuple]:
    texts = {
        "a.txt": letter(FIRST.format(verb="promet"), 3, "Ville de Mirande"),
        "b.txt": letter(said, 5, "La Gazette", "Notre chronique du port et des quais revient sur la semaine."),
    }
    found = archive.reworded(read_texts(folder, texts))
    return [(row.one_release, row.other_release, row.only_one, row.only_other) for row in found.itertuples()]


@pytest.mark.parametrize(
    ("said", "only_one", "only_other"),
    [
        ("« Le phare de Mirande sera repeint », a dit la mairesse Anne Roy.", "avant les grandes marees", ""),
        ("« Le phare de Mirande sera repeint en rouge avant les grandes marées », a dit la mairesse Anne Roy.", "",
         "en rouge"),
        ("« Le phare de Mirande sera repeint après les grandes marées », dit la mairesse Anne Roy.", "avant", "apres"),
        ("La mairesse Anne Roy a dit que le phare serait repeint avant les grandes marées.", "de mirande sera",
         "serait"),
    ],
)  # fmt: skip
def test_words_left_out_added_changed_or_reported_are_told(tmp_path, said, only_one, only_other):
    assert pairs(tmp_path, said) == [("a.txt", "b.txt", only_one, only_other)]


@pytest.mark.parametrize(
    "said",
    [
        FIRST.format(verb="a dit"),  # word for word: a repeated quotation
        "« Le phare de Mirande sera repeint avant les marées », a dit le patron Luc Morin.",  # another voice
        "« Les grandes marées attirent du monde à Mirande », a dit la mairesse Anne Roy.",  # another thing
        "« Le phare tiendra », a dit la mairesse Anne Roy.",  # too little to tell
    ],
)
def test_what_is_said_by_another_or_of_another_thing_is_no_other_wording(tmp_path, said):
    assert pairs(tmp_path, said) == []


def test_each_is_told_with_the_one_it_is_most_like(tmp_path):
    changed = FIRST.format(verb="dit").replace("grandes", "fortes")
    texts = {
        "a.txt": letter(FIRST.format(verb="promet"), 3, "Ville de Mirande", "Le conseil a voté le budget du port."),
        "b.txt": letter(changed, 5, "La Gazette", "Notre chronique du port et des quais revient sur la semaine."),
        "c.txt": letter(changed, 9, "Radio Cap", "Les auditeurs ont la parole chaque dimanche dès midi."),
    }
    found = archive.reworded(read_texts(tmp_path, texts))
    assert found[["one_release", "other_release"]].values.tolist() == [["a.txt", "b.txt"]]
