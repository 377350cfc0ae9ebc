"""What two releases have in common, word for word."""

import time

from helpers import Release
from helpers.report.common_passages import common_passages

SAID = "la passerelle de la Loutre rouvrira aux cyclistes le premier lundi de mai"


def found(one: str, other: str) -> list[tuple[str, str]]:
    mine, theirs = Release.from_text(one), Release.from_text(other)
    passages = common_passages(mine, theirs)
    return [(mine.text[p.start : p.end], theirs.text[p.other_start : p.other_end]) for p in passages]


def test_the_longest_run_is_found_wherever_it_stands():
    one = f"Bonne nouvelle.\n\nSelon la Ville, {SAID}, sans retard."
    assert found(one, f"On apprend que {SAID} prochain.") == [(SAID, SAID)]


def test_case_accents_and_signs_make_no_other_passage():
    other = SAID.replace("la passerelle", "La PASSERELLE").replace("aux cyclistes", "« aux cyclistes »")
    assert found(f"{SAID}.", f"{other}.") == [(SAID, other)]


def test_a_few_words_in_a_row_are_no_passage():
    assert found("Le maire a dit que le pont rouvrira.", "Le maire a dit que la piscine fermera.") == []


def test_none_goes_beyond_its_paragraph():
    one = "Le marché couvert de la rue Haute\n\nouvre chaque samedi dès sept heures du matin."
    assert found(one, one.replace("\n\n", " ")) == [(part, part.rstrip(".")) for part in one.rstrip(".").split("\n\n")]


def test_several_are_told_in_order_none_over_another():
    second = "aucune solution n'a été présentée aux riverains depuis cet hiver"
    passages = common_passages(
        Release.from_text(f"{SAID}. Or {second}."), Release.from_text(f"{second.capitalize()}. Puis {SAID}.")
    )
    assert [p.words for p in passages] == [13, 11]
    assert passages[0].end <= passages[1].start


def test_a_text_that_repeats_itself_takes_no_time():
    one, other = Release.from_text("oui " * 4000), Release.from_text("oui " * 4000 + "non")
    began = time.monotonic()
    assert common_passages(one, other)[0].words == 4000
    assert time.monotonic() - began < 2
