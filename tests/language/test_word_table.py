"""Words one by one."""

from helpers import language
from tests.reading import read


def test_an_elided_word_and_a_decimal_begin_no_graphic_word_of_their_own():
    table = language.word_table(read("Jusqu'ici, l’abbé paie 18,4 francs."))
    begins = dict(zip(table["text"], table["begins"], strict=True))
    assert begins == {
        "Jusqu": True, "ici": False, "l": True, "abbé": False, "paie": True, "18": True, "4": False, "francs": True,
    }  # fmt: skip


def test_the_dictionary_word_of_a_plural_in_aux_is_a_word():
    table = language.word_table(read("Les organismes gouvernementaux et les tuyaux sont neufs.")).set_index("form")
    assert table.loc["gouvernementaux", "lemma"] == "gouvernemental"
    assert table.loc["tuyaux", "lemma"] == "tuyau"
