"""Terms left in English."""

from helpers import language
from tests.reading import read, shown


def test_terms_left_in_english():
    reading = read("La réunion du World Bridge Council a plu. Anne Roy aime le pont et la nation.")
    table = language.english_terms(language.word_table(reading), reading.release)
    assert shown(table, "text") == ["World Bridge Council"]
    start = reading.release.text.index("World")
    hidden = language.english_terms(language.word_table(reading), reading.release, [(start, start + 20)])
    assert hidden.empty
