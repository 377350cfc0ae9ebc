"""Syllables as spoken. Words are divided by ear."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import language, lexicon
from tests.reading import read

# Divided by ear: as spoken in careful French, a final mute e with the syllable before it.
BY_EAR = """
    é·cole a·mi cré·a·tion a·é·rer in·dus·trie lutte entre gen·dar·me·rie ex·ploi·ta·tion dé·ve·lop·pe·ment cli·ent
    pri·o·ri·té ex·tra·or·di·naire août na·ïf thé·âtre cré·ée pa·ys pa·y·sage em·plo·yer mo·yen ci·to·yen ré·u·nion
    co·o·pé·ra·tion pré·a·vis eu·ro·pé·en ou·bli·er vo·yage ma·ïs ques·tion guerre man·gea Georges en·fants fille
    jui·llet œil œuvre tra·vai·ller po·ète cha·os cru·el fruit trois trou·er é·blou·ir broui·llard so·cié·té ouest
    tech·no·lo·gie le que les mu·sée re·çues ai·guë No·ël mieux-ê·tre sous-co·mmi·ssaire pa·trie glue eau yeux
""".split()


@pytest.mark.parametrize("divided", BY_EAR)
def test_syllables_as_spoken(divided):
    # mieux-ê·tre is two by ear: its last e is mute.
    expected = sum(len(part.split("·")) for part in divided.split("-")) - (divided == "mieux-ê·tre")
    assert language.syllables(divided.replace("·", "")) == expected


@pytest.mark.parametrize(
    ("word", "count"),
    [("entre", 2), ("industrie", 3), ("lutte", 2), ("enfants", 2), ("le", 1), ("fortes", 2), ("organisme", 4)],
)
def test_syllables_with_the_mute_e_counted_behind_consonants(word, count):
    assert language.syllables(word, mute_e=True) == count


@pytest.mark.parametrize(("word", "count"), [("parlent", 1), ("créent", 1), ("soient", 1), ("travaillent", 2)])
def test_the_third_person_plural_ends_without_a_sound(word, count):
    assert language.syllables(word, is_third_plural=True) == count


@pytest.mark.parametrize(("word", "count"), [("l", 0), ("qu", 0), ("jusqu", 1), ("2019", 1), ("SPN", 1), ("1er", 1)])
def test_elided_words_figures_and_acronyms(word, count):
    assert language.syllables(word) == count


def test_a_plural_verb_is_known_by_its_parse():
    table = language.word_table(read("Les agents parlent souvent."))
    assert dict(zip(table["text"], table["syllables"], strict=True)) == {
        "Les": 1, "agents": 2, "parlent": 1, "souvent": 2,
    }  # fmt: skip


def test_each_hiatus_rule_has_an_example_that_it_makes_right():
    for row in lexicon.rows("hiatus"):
        parts = row["example"].split("-")
        assert language.syllables("".join(parts)) == len(parts), row


@given(st.text(max_size=30))
def test_any_string_has_syllables(text):
    assert 0 <= language.syllables(text) <= language.syllables(text, mute_e=True) <= max(1, 2 * len(text))


@pytest.mark.parametrize("word", ["a" * 50_000, "ia" * 50_000, "1" * 100_000, "bliou" * 20_000, "é" * 50_000])
def test_a_very_long_word_takes_no_long_time(word):
    start = time.perf_counter()
    language.syllables(word)
    assert time.perf_counter() - start < 2
