"""Measures of language against values worked by hand. Every sentence is invented but those of the release itself."""

import itertools
import math
import time
from collections import Counter
from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import Analysis, analyse, charts, language, lexicon, load_release, paths
from helpers.release.acronyms import acronym_uses
from helpers.release.release import Release
from helpers.text.faults import ReleaseError
from helpers.text.typography import words as words_of


def read(text: str | Release) -> Analysis:
    release = text if isinstance(text, Release) else Release.from_text(text)
    return analyse(release)


@cache
def the_release() -> Analysis:
    return read(load_release(paths.RELEASE))


# --- running text and size ---------------------------------------------------------------------

LAID_OUT = """La ville ouvre un pont

QUÉBEC, le 3 mai 2021 /CNW/ - L'eau monte vite. Le pont tient.

« Il tiendra », déclare Mme Anne Roy.

SOURCE Ville de Québec

Renseignements : Anne Roy, anne.roy@exemple.org"""


def test_titles_dateline_source_and_contacts_are_no_running_text():
    found = [p.text for _, p in language.running_text(Release.from_text(LAID_OUT))]
    assert found == ["L'eau monte vite. Le pont tient.", "« Il tiendra », déclare Mme Anne Roy."]


def test_the_size_of_a_short_text():
    reading = read(LAID_OUT)
    table = language.size(language.word_table(reading), language.sentence_lengths(reading))
    # L' eau monte vite / Le pont tient / Il tiendra déclare Mme Anne Roy: 4 + 3 + 6 words, l'eau one between blanks.
    assert dict(zip(table["measure"], table["value"], strict=True)) == {
        "paragraphs": 2,
        "sentences": 3,
        "words": 13,
        "graphic words": 12,
        # L'eau 1, monte 1, vite 1; le pont tient 3; il 1, tiendra 2, dé-clare 2, Mme 1, Anne 1, Roy 1.
        "syllables": 14,
        "mean sentence": pytest.approx(13 / 3),
        "median sentence": 4,
        "longest sentence": 6,
        # Squares of the distances from the mean of 4, 3, 6: 42/9, by n - 1 = 2.
        "spread of sentences": pytest.approx(math.sqrt(42 / 9 / 2)),
        # l eau monte vite 1+3+5+4, le pont tient 2+4+5, il tiendra déclare Mme Anne Roy 2+7+7+3+4+3.
        "mean word": pytest.approx(50 / 13),
    }


def test_how_much_of_a_sentence_is_quoted():
    reading = read(LAID_OUT)
    start = LAID_OUT.index("Il tiendra")
    quotes = pd.DataFrame([{"kind": "direct", "start": start, "end": start + len("Il tiendra")}])
    lengths = language.sentence_lengths(reading, quotes)
    assert lengths["quoted"].tolist() == [0, 0, pytest.approx(2 / 6)]
    assert lengths["number"].tolist() == [1, 2, 3]
    assert language.sentence_lengths(reading)["quoted"].isna().all()


def test_an_elided_word_and_a_decimal_begin_no_graphic_word_of_their_own():
    table = language.word_table(read("Jusqu'ici, l’abbé paie 18,4 francs."))
    begins = dict(zip(table["text"], table["begins"], strict=True))
    assert begins == {
        "Jusqu": True, "ici": False, "l": True, "abbé": False, "paie": True, "18": True, "4": False, "francs": True,
    }  # fmt: skip


# --- syllables ---------------------------------------------------------------------------------

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


# --- readability -------------------------------------------------------------------------------


def test_kandel_and_moles_by_hand():
    # 207 - 1.015 * 20 - 73.6 * 1.8 = 207 - 20.3 - 132.48
    assert language.kandel_moles(words=100, sentences=5, syllables=180) == pytest.approx(54.22)
    assert math.isnan(language.kandel_moles(0, 0, 0))


def test_lix_by_hand():
    # 100 / 5 + 100 * 30 / 100
    assert language.lix(words=100, sentences=5, long_words=30) == pytest.approx(50)
    assert math.isnan(language.lix(0, 0, 0))


def test_dale_and_chall_by_hand():
    # 4 % unlisted: 0.1579 * 4 + 0.0496 * 20; 10 %: 3.6365 more.
    assert language.dale_chall(words=100, sentences=5, unlisted=4) == pytest.approx(0.6316 + 0.992)
    assert language.dale_chall(words=100, sentences=5, unlisted=10) == pytest.approx(1.579 + 0.992 + 3.6365)
    assert math.isnan(language.dale_chall(0, 0, 0))


def test_names_and_figures_are_easy_words():
    easy = language.word_table(read("La maison de Zoé Trucmuche a 12 portes."))
    row = language.readability(easy, 1).set_index("measure").loc["Dale and Chall"]
    assert (row["syllables"], row["value"]) == (0, pytest.approx(0.0496 * row["words"]))
    hard = language.word_table(read("La maison de Zoé Trucmuche a douze persiennes."))
    assert language.readability(hard, 1).set_index("measure").loc["Dale and Chall", "syllables"] == 1


def test_readability_of_a_short_text_by_hand():
    # L'éléphant dort (2 words between blanks, 4 syllables). La souris danse (3 words, 4 syllables).
    reading = read("L'éléphant dort. La souris danse.")
    table = language.readability(language.word_table(reading), 2).set_index(["measure", "convention"])
    value = table["value"].to_dict()
    kandel = "Kandel and Moles"
    assert value[kandel, "words between blanks, mute e silent"] == pytest.approx(207 - 1.015 * 5 / 2 - 73.6 * 8 / 5)
    assert value[kandel, "words between blanks, mute e counted"] == pytest.approx(207 - 1.015 * 5 / 2 - 73.6 * 9 / 5)
    assert value[kandel, "elided words by themselves, mute e silent"] == pytest.approx(207 - 1.015 * 3 - 73.6 * 8 / 6)
    # L'éléphant has nine letters and is the one long word.
    assert value["LIX", "words between blanks"] == pytest.approx(5 / 2 + 100 / 5)
    first = table.iloc[0]
    assert first["low"] == pytest.approx(207 - 1.015 * 5 / 1 - 73.6 * 8 / 5)
    assert first["high"] == pytest.approx(207 - 1.015 * 5 / 3 - 73.6 * 8 / 5)


@pytest.mark.parametrize(
    ("measure", "value", "label"),
    [
        ("Kandel and Moles", -12, "very difficult"),
        ("Kandel and Moles", 29.9, "very difficult"),
        ("Kandel and Moles", 30, "difficult"),
        ("Kandel and Moles", 65, "standard"),
        ("Kandel and Moles", 118, "very easy"),
        ("LIX", 45, "medium"),
        ("LIX", 60, "very difficult"),
        ("LIX", math.nan, "–"),
        ("Dale and Chall", 8.9, "medium"),
        ("Dale and Chall", 10, "very difficult"),
    ],
)
def test_scales_in_words(measure, value, label):
    assert language.scale(measure, value) == label


@pytest.mark.parametrize("measure", ["Kandel and Moles", "LIX", "RIX", "Dale and Chall"])
def test_scales_have_no_gap(measure):
    bands = language.bands(measure)
    assert bands["from"].tolist()[1:] == bands["to"].tolist()[:-1]
    assert (bands["from"].iloc[0], bands["to"].iloc[-1]) == (-math.inf, math.inf)


def test_a_measure_without_a_scale_is_an_error():
    with pytest.raises(KeyError, match="Fog"):
        language.scale("Fog", 1)


# --- vocabulary --------------------------------------------------------------------------------


def test_mattr_by_hand():
    # Windows of three: aba 2/3, bac 3/3.
    assert language.mattr(list("abac"), 3) == pytest.approx((2 / 3 + 1) / 2)
    assert language.mattr(list("abac"), 4) == pytest.approx(3 / 4)
    assert math.isnan(language.mattr(list("abac"), 5))
    with pytest.raises(ValueError, match="at least 1"):
        language.mattr(list("abac"), 0)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=40), st.integers(1, 10))
def test_mattr_is_the_mean_over_all_windows(items, window):
    runs = [items[i : i + window] for i in range(len(items) - window + 1)]
    expected = sum(len(set(run)) / window for run in runs) / len(runs) if runs else math.nan
    assert language.mattr(items, window) == pytest.approx(expected, nan_ok=True)


def test_mtld_by_hand():
    # a b a: 2 of 3 is below 0.72, so each three words are a factor.
    assert language.mtld(["a", "b"] * 30) == pytest.approx(3)
    # 40 different words, then ten of them again: no factor is complete, the last stands at 40/50.
    # (1 - 0.8) / (1 - 0.72) = 0.714 factors, the same read backwards.
    again = [*range(40), *range(10)]
    assert language.mtld(again) == pytest.approx(50 / (0.2 / 0.28))


def test_mtld_reads_both_ways():
    # Forwards 20 factors of aba/bab, then 40 new words without repetition: 100 / 20.
    # Backwards the 40 new words open the first factor, which closes where 0.72 is passed:
    # 42 types in 59 words are 0.712 (in 58 words 0.724), then 41 words are left: 13 factors of three,
    # two words at ratio 1: 100 / 14.
    items = [*(["a", "b"] * 30), *range(40)]
    assert language.mtld(items) == pytest.approx((100 / 20 + 100 / 14) / 2)


def test_mtld_of_what_it_cannot_measure():
    assert math.isnan(language.mtld(["a", "b"] * 24))
    assert math.isnan(language.mtld(range(60)))


def test_vocabulary_of_a_short_text():
    table = language.vocabulary(language.word_table(read("Le chat voit les chats et 12 souris.")))
    value = dict(zip(table["measure"], table["value"], strict=True))
    # le, chat, voir, le, chat, et, souris: seven words, five lemmas of which le and chat come twice.
    assert (value["tokens"], value["types"], value["lemmas"], value["hapaxes"]) == (7, 7, 5, 3)
    assert value["TTR"] == 1
    assert math.isnan(value["MATTR 50"]) and math.isnan(value["MTLD"])


def test_growth_by_hand():
    table = language.growth(pd.DataFrame({"lemma": list("aab"), "is_figure": [False] * 3, "start": [0, 2, 4],
                                          "end": [1, 3, 5], "text": list("aab")}))  # fmt: skip
    assert table["lemmas"].tolist() == [1, 1, 2]
    # Two of three words drawn: a is surely among them, b in two cases of three.
    assert table["expected"].tolist() == pytest.approx([1, 5 / 3, 2])


# --- key terms ---------------------------------------------------------------------------------


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


def test_a_larger_reference_hardly_moves_what_ranks():
    words = language.word_table(the_release())
    one = language.content_terms(language.keyness(words))
    ten = language.content_terms(language.keyness(words, 10 * language.REFERENCE_SIZE))
    assert one["form"].tolist() == ten["form"].tolist()
    assert one["log_ratio"].tolist() == pytest.approx(ten["log_ratio"].tolist())


# --- formulae ----------------------------------------------------------------------------------


def test_formulae_by_hand():
    reading = read(
        "Le nouveau plan de sauvetage des castors avance. Le nouveau plan de sauvetage des castors plaît. "
        "Chaque plan de sauvetage coûte."
    )
    table = language.formulae(language.word_table(reading), reading.release)
    # sauvetage des castors comes as often as the whole and is part of it; plan de sauvetage comes more often.
    assert list(zip(table["text"], table["count"], strict=True)) == [
        ("nouveau plan de sauvetage des castors", 2),
        ("plan de sauvetage", 3),
    ]
    assert language.formulaic(language.word_table(reading), table) == pytest.approx((6 + 6 + 3) / 21)


def test_a_formula_ends_at_a_comma_and_at_a_sentence():
    reading = read("Ils aiment le lait, le pain. Nous aimons le lait, le pain.")
    assert language.formulae(language.word_table(reading), reading.release).empty


def test_a_formula_used_once_is_none():
    reading = read("Un mot.")
    with pytest.raises(ValueError, match="2 or more"):
        language.formulae(language.word_table(reading), reading.release, least=1)


@given(st.lists(st.sampled_from("abc"), max_size=25), st.integers(2, 3))
def test_formulae_are_all_repeated_runs_and_no_others(letters, least):
    text = " ".join(letters) or "x"
    release = Release.from_text(text)
    words = pd.DataFrame({"start": range(0, len(text), 2), "end": range(1, len(text) + 1, 2), "form": text.split(),
                          "pos": "NOUN", "sentence": 0})  # fmt: skip
    table = language.formulae(words, release, least=least)
    found = dict(zip(table["formula"], table["count"], strict=True))
    runs = Counter(tuple(letters[i : i + n]) for n in range(2, 26) for i in range(len(letters) - n + 1))
    repeated = {" ".join(run): count for run, count in runs.items() if count >= least}
    assert found.items() <= repeated.items()
    for run, count in repeated.items():
        # What is not listed is part of something longer that comes as often.
        assert run in found or any(f" {run} " in f" {longer} " and n >= count for longer, n in found.items())
    for row in table.itertuples():
        assert all(text[s:e] == row.formula for s, e in zip(row.starts, row.ends, strict=True))
        assert len(row.starts) == row.count


# --- nominalisations, names, concordance -------------------------------------------------------


def test_nominalisations_by_suffix():
    table = language.nominalisations(language.word_table(read("La protection de la nation a sa complexité.")))
    assert list(zip(table["text"], table["suffix"], table["base"], strict=True)) == [
        ("protection", "-tion", "verb"),
        ("complexité", "-ité", "adjective"),
    ]


def test_names_are_joined_and_heads_of_sentences_are_none():
    reading = read(
        "La Société des ponts du Nord (SPN) accueille Mme Anne Tremblay à Montréal. "
        "Demain, la SPN ouvre un pont. Mme Tremblay coupe le ruban. Bienvenue à Montréal."
    )
    mentions = language.entity_mentions(reading)
    table = language.entities(mentions)
    found = {row.name: (row.label, row.count) for row in table.itertuples()}
    assert found == {
        "Société des ponts du Nord": ("body", 3),
        "Anne Tremblay": ("person", 2),
        "Montréal": ("place", 2),
    }


def test_a_concordance_by_hand():
    release = Release.from_text("Le pont tient.\n\nUn pont, deux ponts.")
    table = language.concordance(release, r"ponts?", width=6)
    assert list(zip(table["left"], table["hit"], table["right"], table["paragraph"], strict=True)) == [
        ("Le ", "pont", " tient", 0),
        ("Un ", "pont", ", deux", 1),
        (" deux ", "ponts", ".", 1),
    ]
    assert language.concordance(release, "z*").empty


def test_a_concordance_takes_an_analysis_too():
    reading = read("Le pont tient.")
    assert len(language.concordance(reading, "PONT")) == 1


def test_a_broken_pattern_is_told():
    with pytest.raises(ValueError, match="no regular expression"):
        language.concordance(Release.from_text("Un mot."), "(")


# --- the release itself ------------------------------------------------------------------------


def test_the_words_of_the_release_are_those_of_its_sentences():
    reading = the_release()
    words = language.word_table(reading)
    lengths = language.sentence_lengths(reading)
    assert len(words) == lengths["words"].sum() == 701
    assert len(lengths) == 20
    assert words["form"].tolist() == [w.lower() for text in lengths["text"] for w in words_of(text)]


def test_the_figures_of_the_release_say_what_their_tables_say():
    reading = the_release()
    words, lengths = language.word_table(reading), language.sentence_lengths(reading)
    table = language.readability(words, len(lengths))
    formulae = language.formulae(words, reading.release)
    terms = language.content_terms(language.keyness(words))
    places = language.places(words, acronym_uses(reading.release), formulae)
    uses = acronym_uses(reading.release)
    assert len(places) == uses["paragraph"].isin(words["paragraph"]).sum() + formulae["count"].sum()
    drawn = [
        (charts.sentence_lengths(lengths), str(lengths["words"].max())),
        (charts.readability(table, {m: language.bands(m) for m in table["measure"]}), f"{table['value'].iloc[0]:.0f}"),
        (charts.vocabulary_growth(language.growth(words)), str(words[~words["is_figure"]]["lemma"].nunique())),
        (charts.key_terms(terms), terms["form"].iloc[0]),
        (charts.term_places(places, words), formulae.sort_values("count")["text"].iloc[-1]),
    ]
    for chart, said in drawn:
        assert said in chart.finding
        assert chart.svg() == chart.svg()
        assert len(chart.data)


# --- any text ----------------------------------------------------------------------------------

PIECES = st.sampled_from(
    "La Société des ponts du Nord ( SPN ) , . ; « » ’ ' L’ qu' aujourd'hui 18,4 1er pr. M. É œ é - -t-il $5 @ www.x.y "
    "enfants enfants protection Anne Roy déclare \n \n\n \xa0 𝔸 e\u0301 ß İ ﬁ ? ! …".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=50).map(" ".join), st.lists(PIECES, max_size=30).map("".join)
)


@settings(max_examples=40)
@given(TEXTS)
def test_any_text_is_measured_with_exact_offsets(text):
    try:
        release = Release.from_text(text)
    except ReleaseError:
        return
    reading = read(release)
    words, lengths = language.word_table(reading), language.sentence_lengths(reading)
    formulae = language.formulae(words, release)
    mentions = language.entity_mentions(reading)
    keyness = language.keyness(words)
    tables = [
        words, lengths, formulae, mentions, language.entities(mentions), keyness, language.growth(words),
        language.nominalisations(words),
    ]  # fmt: skip
    for table in tables:
        for start, end, shown in zip(table["start"], table["end"], table["text"], strict=True):
            assert text[start:end] == shown
    assert (words["syllables"] <= words["syllables_e"]).all() and (words["syllables"] >= 0).all()
    for row in language.concordance(release, r"\w+").itertuples():
        assert text[row.start : row.end] == row.hit
        assert row.left + row.hit + row.right in text
    readability = language.readability(words, len(lengths))
    assert readability["value"].isna().all() == (len(words) == 0)
    assert len(language.size(words, lengths)) and len(language.vocabulary(words))


@pytest.mark.parametrize(
    "text", ["0", "Oui.", "« Oui », dit $Anne$. « Oui. »", "Un titre\n\nRenseignements : a@b.ca", "SPN " * 9]
)
def test_the_figures_can_be_drawn_of_a_text_that_says_little(text):
    reading = read(text)
    words, lengths = language.word_table(reading), language.sentence_lengths(reading)
    readability = language.readability(words, len(lengths))
    formulae = language.formulae(words, reading.release)
    for chart in (
        charts.sentence_lengths(lengths),
        charts.key_terms(language.content_terms(language.keyness(words), least=1)),
        charts.vocabulary_growth(language.growth(words)),
        charts.term_places(language.places(words, acronym_uses(reading.release), formulae), words),
        charts.readability(readability, {m: language.bands(m) for m in readability["measure"]}),
    ):
        assert chart.finding and "nan" not in chart.finding
        assert chart.svg().startswith("<svg")


@given(st.text(max_size=30))
def test_any_string_has_syllables(text):
    assert 0 <= language.syllables(text) <= language.syllables(text, mute_e=True) <= max(1, 2 * len(text))


@pytest.mark.parametrize("word", ["a" * 50_000, "ia" * 50_000, "1" * 100_000, "bliou" * 20_000, "é" * 50_000])
def test_a_very_long_word_takes_no_long_time(word):
    start = time.perf_counter()
    language.syllables(word)
    assert time.perf_counter() - start < 2


def test_a_very_long_repetition_takes_no_long_time():
    text = "mot " * 4_000
    words = pd.DataFrame({"start": range(0, len(text), 4), "end": range(3, len(text), 4), "form": "mot", "pos": "NOUN",
                          "sentence": 0})  # fmt: skip
    start = time.perf_counter()
    table = language.formulae(words, Release.from_text(text))
    assert time.perf_counter() - start < 10
    assert table["words"].max() == 40


# --- more measures of vocabulary and key terms ---------------------------------------------------


def test_rix_by_hand():
    # 12 long words in 4 sentences.
    assert language.rix(sentences=4, long_words=12) == 3
    assert math.isnan(language.rix(sentences=0, long_words=0))


def test_hdd_by_hand():
    # a a b c, samples of two: a is missed in 1 of 6, b and c in 3 of 6 each: (5/6 + 1/2 + 1/2) / 2.
    assert language.hdd(list("aabc"), 2) == pytest.approx((5 / 6 + 1 / 2 + 1 / 2) / 2)
    assert math.isnan(language.hdd(list("aab"), 4))
    with pytest.raises(ValueError, match="at least 1"):
        language.hdd(list("aab"), 0)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=8), st.integers(1, 4))
def test_hdd_is_the_mean_over_all_samples(items, sample):
    samples = list(itertools.combinations(items, sample))
    expected = sum(len(set(s)) / sample for s in samples) / len(samples) if samples else math.nan
    assert language.hdd(items, sample) == pytest.approx(expected, nan_ok=True)


def test_yules_k_by_hand():
    # a twice, b and c once: 10,000 * (4 + 1 + 1 - 4) / 16.
    assert language.yule_k(list("aabc")) == pytest.approx(1250)
    assert language.yule_k(list("abc")) == 0
    assert math.isnan(language.yule_k([]))


def test_rare_words_by_hand():
    table = language.rare_words(language.word_table(read("Le chat de Québec mange un oligoélément, 12 fois.")))
    assert "Québec" not in set(table["text"]) and "12" not in set(table["text"])
    assert table[table["is_rare"]]["form"].tolist() == ["oligoélément"]


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


def test_tags_and_sentences_agree_with_what_was_checked_by_hand():
    checked = pd.read_csv(paths.GOLD / "2019-10-04_grc_vgt.pos.csv")
    text = the_release().release.text
    assert [text[s:e] for s, e in zip(checked["start"], checked["end"], strict=True)] == checked["text"].tolist()
    table = language.tag_agreement(the_release(), checked)
    assert table["begins"].all()
    by_model, mended = (table["pos"] == table["model"]).mean(), (table["pos"] == table["mended"]).mean()
    assert mended > 0.975 and mended > by_model
    # The check can fail: with one tag changed by hand, one word less agrees.
    wrong = language.tag_agreement(the_release(), checked.assign(pos=["X", *checked["pos"][1:]]))
    assert (wrong["pos"] == wrong["mended"]).sum() == (table["pos"] == table["mended"]).sum() - 1
