"""Key terms against values worked by hand. Every sentence is invented."""

import math

import pytest

from helpers import language
from tests.reading import read


def test_log_likelihood_by_hand():
    # 10 of 100 against 10 of 1000: expected 1.818, 18.182, 98.182, 981.818 in the four cells;
    # 2 * (10 ln 5.5 + 10 ln 0.55 + 90 ln 0.916667 + 990 ln 1.008333)
    assert language.log_likelihood(10, 100, 10, 1000) == pytest.approx(22.908, abs=0.001)
    assert language.log_likelihood(1, 10, 10, 100) == pytest.approx(0, abs=1e-9)


def test_log_ratio_by_hand():
    assert language.log_ratio(10, 100, 10, 1000) == pytest.approx(math.log2(10))
    # None in the reference counts as half a one: (1 / 100) / (0.5 / 1000) = 20.
    assert language.log_ratio(1, 100, 0, 1000) == pytest.approx(math.log2(20))


def test_key_terms_of_an_invented_text():
    text = "Le castor bâtit. Un castor nage, deux castors dorment. Le porte-castor SPN aime le castor. Le 12."
    table = language.keyness(language.word_table(read(text)))
    top = table.iloc[0]
    # Compounds are taken apart, as in the list that is compared with.
    assert (top["form"], top["count"], text[top["start"] : top["end"]]) == ("castor", 4, "castor")
    assert top["per_thousand"] == pytest.approx(1000 * 4 / 17)
    assert top["log_ratio"] == pytest.approx(math.log2(4 / 17 / (top["reference_per_million"] / 1e6)))
    assert "12" not in set(table["form"])
    assert language.content_terms(table)["form"].tolist() == ["castor"]


def test_a_larger_reference_hardly_moves_what_ranks(analysis):
    words = language.word_table(analysis)
    one = language.content_terms(language.keyness(words))
    ten = language.content_terms(language.keyness(words, 10 * language.REFERENCE_SIZE))
    assert one["form"].tolist() == ten["form"].tolist()
    assert one["log_ratio"].tolist() == pytest.approx(ten["log_ratio"].tolist())
