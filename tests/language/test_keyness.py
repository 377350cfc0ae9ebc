"""Key terms, collocations and their spread against values worked by hand. Every sentence is invented."""

import itertools
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_specificity_by_hand():
    # 3 uses in 10 words, all 3 in a part of 5: C(5,3) / C(10,3) = 10/120.
    assert language.specificity(3, 5, 3, 10) == pytest.approx(math.log10(12))
    assert language.specificity(0, 5, 3, 10) == pytest.approx(-math.log10(12))
    # 2 of 3, where 1.5 are expected: as many or more in 60 of 120 deals.
    assert language.specificity(2, 5, 3, 10) == pytest.approx(math.log10(2))
    assert language.specificity(1, 5, 2, 10) == 0
    with pytest.raises(ValueError, match="can't be"):
        language.specificity(4, 5, 3, 10)


@given(st.integers(1, 9), st.data())
def test_specificity_against_every_deal(total, data):
    part = data.draw(st.integers(0, total))
    uses = data.draw(st.integers(0, total))
    deals = [sum(i < uses for i in chosen) for chosen in itertools.combinations(range(total), part)]
    count = data.draw(st.sampled_from(sorted(set(deals))))
    more = sum(d >= count for d in deals) / len(deals)
    fewer = sum(d <= count for d in deals) / len(deals)
    expected = uses * part / total
    value = 0 if count == expected else -math.log10(more) if count > expected else math.log10(fewer)
    assert language.specificity(count, part, uses, total) == pytest.approx(value, abs=1e-9)


def test_specificities_of_two_parts():
    letters = list("aaabbbabbb")
    words = pd.DataFrame({"lemma": letters, "paragraph": [0] * 5 + [1] * 5, "is_figure": False, "pos": "NOUN",
                          "start": range(10), "end": range(1, 11), "text": letters})  # fmt: skip
    table = language.specificities(words).set_index(["paragraph", "lemma"])
    # 3 of 4 in five of ten words: (C(4,3) C(6,2) + C(4,4) C(6,1)) / C(10,5) = 66/252.
    assert table.loc[(0, "a"), "specificity"] == pytest.approx(-math.log10(66 / 252))
    assert table.loc[(1, "a"), "specificity"] == pytest.approx(math.log10(66 / 252))
    assert table.loc[(0, "a"), "expected"] == 2


def test_dp_by_hand():
    assert language.dp([2, 2], [50, 50]) == 0
    # All in one of four equal parts: (3/4 + 3 * 1/4) / 2 = 3/4, which is also the greatest.
    assert language.dp([4, 0, 0, 0], [25] * 4) == pytest.approx(1)
    # Shares 1 and 0 against 3/4 and 1/4: 1/4, divided by 3/4.
    assert language.dp([4, 0], [75, 25]) == pytest.approx(1 / 3)
    assert math.isnan(language.dp([0, 0], [5, 5])) and math.isnan(language.dp([3], [5]))


def test_log_dice_by_hand():
    assert language.log_dice(5, 5, 5) == 14
    assert language.log_dice(2, 4, 4) == 13
    assert language.log_dice(0, 4, 4) == -math.inf


def test_collocations_by_hand():
    reading = read("Le chat noir dort. Le chat noir mange. Le chat noir joue. Un chien noir dort.")
    top = language.collocations(language.word_table(reading), least=3).iloc[0]
    assert (top["one"], top["other"], top["together"]) == ("chat", "noir", 3)
    assert top["log_dice"] == pytest.approx(14 + math.log2(6 / 7))


def test_c_value_by_hand():
    assert language.c_value(2, 6, []) == 6
    # log2 4 * (6 - (2 + 4) / 2)
    assert language.c_value(4, 6, [2, 4]) == 6


def test_terms_of_an_invented_text():
    reading = read(
        "Le groupe de travail siège. Un groupe de travail lit. Le groupe de travail municipal dort. "
        "Le groupe de travail municipal rit, le pont municipal tient."
    )
    table = language.terms(language.word_table(reading), reading.release)
    found = {row.text: (row.count, row.c_value) for row in table.itertuples()}
    assert found["groupe de travail municipal"] == (2, pytest.approx(4))
    assert found["groupe de travail"] == (4, pytest.approx(math.log2(3) * (4 - 2)))
