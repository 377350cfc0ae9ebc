"""Whose each quotation is, over many releases. The releases are invented."""

from helpers import archive
from tests.archive.reading import read_texts

NOTE = """{town}, le 3 mai 2021 – « Le bassin de {town} sera prêt en mai, nous y veillons », promet {who}.

SOURCE Ville de {town}
"""


def test_who_has_no_name_is_somebody_else_in_another_release(tmp_path):
    texts = {f"{town}.txt": NOTE.format(town=town, who="la mairesse") for town in ("Mirande", "Valdor")}
    texts["Lorgues.txt"] = NOTE.format(town="Lorgues", who="Élise Morin").replace("bassin", "quai neuf")
    texts["Lac.txt"] = NOTE.format(town="Lac", who="Elise Morin").replace("bassin", "marché couvert")
    corpus = read_texts(tmp_path, texts)
    said = archive.spoken(corpus, without=())
    assert {(row.speaker_name, row.only_in) for row in said.itertuples()} == {
        ("mairesse", "Mirande.txt"), ("mairesse", "Valdor.txt"), ("Élise Morin", None),
    }  # fmt: skip
    voices = archive.voices(corpus, without=())
    assert sorted(voices["only_in"].dropna()) == ["Mirande.txt", "Valdor.txt"] and len(voices) == 4
    assert archive.genders(corpus, without=()).set_index("gender").loc["f", "voices"] == 3
