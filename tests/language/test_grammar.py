"""Grammar, stance and voices on invented sentences, their counts made by hand."""

import pandas as pd
import pytest
from hypothesis import given, settings

from helpers import analyse, charts, language, lexicon, markup
from helpers.release.release import Release
from helpers.text.faults import ReleaseError
from tests.language.test_vocabulary import TEXTS, read, the_release


def shown(table: pd.DataFrame, *columns: str) -> list:
    """The columns of a table, a tuple a row; the values alone where it is one column."""
    return table[columns[0]].tolist() if len(columns) == 1 else list(zip(*(table[c] for c in columns), strict=True))


# --- tags put right ----------------------------------------------------------------------------


def test_function_words_and_abbreviations_are_no_verbs():
    tags = language.prose_tokens(read("Pour cela, la surint. pr. Roy et le lieut. Cy veillent entre deux feux."))
    pos = dict(zip(tags["text"], tags["pos"], strict=True))
    assert (pos["cela"], pos["entre"], pos["surint."], pos["pr."]) == ("PRON", "ADP", "NOUN", "ADJ")


def test_an_adjective_behind_an_object_is_no_second_verb():
    tokens = language.prose_tokens(read("Les données montrent la baisse continue des stocks. La baisse continue."))
    first, second = (row.pos for row in tokens.itertuples() if row.text == "continue")
    # Without a verb before it, the word may be the verb of the sentence: it is left as it is.
    assert first == "ADJ" != second


# --- nouns for verbs ---------------------------------------------------------------------------


def test_nouns_are_called_by_what_they_are_made_of():
    text = "La présidence souligne l'importance d'une hausse, de la surveillance, de l'appétence et d'une distance."
    table = language.nominalisations(language.word_table(read(text)))
    assert shown(table, "lemma", "base", "of") == [
        ("présidence", "noun", "président"),
        ("importance", "adjective", "important"),
        ("hausse", "verb", "hausser"),
        ("surveillance", "verb", "surveiller"),
        ("appétence", "verb or adjective", ""),
    ]


def test_the_base_of_each_listed_noun_is_of_a_known_kind():
    kinds = {row["kind"] for row in lexicon.rows("nominal_bases")}
    assert kinds == {"verb", "adjective", "noun"}
    for row in lexicon.rows("nominal_bases"):
        assert row["kind"] != "verb" or row["base"].endswith(("er", "ir", "re")), row


def test_chains_of_de_by_hand():
    text = "Le plan de réduction des émissions du secteur avance. Le toit de la maison, la porte du garage brillent."
    table = language.de_chains(read(text))
    assert shown(table, "text", "links") == [("plan de réduction des émissions du secteur", 3)]
    assert shown(language.de_chains(read(text), least=1), "text", "links")[1:] == [
        ("toit de la maison", 1),
        ("porte du garage", 1),
    ]
    # What a participle governs is no complement of the noun before it.
    text = "C'est une équipe composée de voisins du quartier de la gare."
    assert shown(language.de_chains(read(text)), "text", "links") == [("voisins du quartier de la gare", 2)]


# --- verbs -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La loi a été adoptée hier.", [("a été adoptée", "adopter", "passé composé", "passive", False)]),
        ("La loi sera votée par le conseil.", [("sera votée", "voter", "future", "passive", True)]),
        ("Elle n'est jamais partie.", [("est jamais partie", "partir", "passé composé", "active", False)]),
        ("Les prix se sont effondrés.", [("sont effondrés", "effondrer", "passé composé", "active", False)]),
        ("Il dort.", [("dort", "dormir", "present", "active", False)]),
        ("Elle avait chanté.", [("avait chanté", "chanter", "pluperfect", "active", False)]),
        ("Il faudrait qu'il vienne.", [
            ("faudrait", "falloir", "conditional", "active", False),
            ("vienne", "venir", "subjunctive", "active", False),
        ]),
        ("Il répond en ouvrant la porte.", [
            ("répond", "répondre", "present", "active", False), ("ouvrant", "ouvrir", "gerund", "active", False),
        ]),
    ],
)  # fmt: skip
def test_verb_forms_by_hand(text, expected):
    table = language.verb_forms(read(text))
    assert shown(table, "text", "lemma", "form", "voice", "has_agent") == expected


def test_a_participle_with_its_agent_is_a_passive_and_par_ailleurs_is_no_agent():
    text = "Une fête organisée par la ville plaît. Le permis a été délivré par ailleurs."
    table = language.verb_forms(read(text)).set_index("lemma")
    assert table.loc["organiser", "voice"] == "passive"
    start, end = table.loc["organiser", ["agent_start", "agent_end"]]
    assert text[start:end] == "par la ville"
    assert (table.loc["délivrer", "voice"], table.loc["délivrer", "has_agent"]) == ("passive", False)


def test_a_set_phrase_makes_no_clause():
    forms = language.verb_forms(read("À compter du 3 mai, en ce qui concerne les ponts, la ville construit un quai."))
    assert shown(forms, "lemma") == ["construire"]


def test_impersonal_il_and_il_that_is_somebody():
    text = (
        "Il faut partir. Il s'agit d'un pont. Il n'y a aucun doute. Il serait souhaitable que la loi change. "
        "Il a rencontré le maire. Il est grand. Il agit vite."
    )
    reading = read(text)
    table = language.impersonals(reading)
    assert shown(table, "text", "kind") == [
        ("Il faut", "obligation"),
        ("Il s'agit", "presentation"),
        ("Il n'y a", "presentation"),
        ("Il serait souhaitable", "judgement"),
    ]
    persons = language.persons(language.word_table(reading), table)
    assert (persons["person"] == "impersonal").sum() == 4
    assert persons[persons["form"] == "il"]["person"].tolist().count("third") == 3


def test_negation_and_restriction():
    table = language.negations(read("Elle ne dort pas. Il ne veut que la paix. Aucun ne vient. Il sort sans parler."))
    assert shown(table, "text", "kind") == [
        ("ne dort pas", "negation"),
        ("ne veut que", "restriction"),
        ("ne", "negation"),
        ("sans parler", "word"),
    ]


# --- stance ------------------------------------------------------------------------------------


def test_modal_words_and_adjectives_that_only_praise():
    text = (
        "Il est essentiel d'agir. Une place essentielle attend. La ville doit payer. Il souhaite la bienvenue à tous."
    )
    table = language.modality(language.word_table(read(text)))
    assert shown(table, "text", "modality") == [("essentiel", "obligation"), ("doit", "obligation")]


def test_on_is_a_person_of_its_own():
    table = language.persons(language.word_table(read("On nous dit que vous partez avec votre sœur.")))
    assert shown(table, "form", "person") == [
        ("on", "indefinite"), ("nous", "first plural"), ("vous", "second"), ("votre", "second"),
    ]  # fmt: skip


def test_connectors_take_the_longest():
    table = language.connectors(language.word_table(read("Une fois de plus, il rit ; de plus, il chante, mais mal.")))
    assert shown(table, "form", "relation") == [
        ("une fois de plus", "repetition"), ("de plus", "addition"), ("mais", "opposition"),
    ]  # fmt: skip


def test_lists_find_every_form_of_a_phrase():
    words = language.word_table(
        read(
            "Des mesures correctives suivent. Une restructuration très dynamique suit. Anne est en charge de la ville."
        )
    )
    assert shown(language.evaluations(words), "form", "class") == [
        ("mesure corrective", "euphemism"),
        ("restructuration", "euphemism"),
        ("très", "intensifier"),
        ("dynamique", "praise"),
    ]
    assert shown(language.calques(words), "form", "source") == [("en charge de", "in charge of")]


def test_terms_left_in_english():
    reading = read("La réunion du World Bridge Council a plu. Anne Roy aime le pont et la nation.")
    table = language.english_terms(language.word_table(reading), reading.release)
    assert shown(table, "text") == ["World Bridge Council"]
    start = reading.release.text.index("World")
    hidden = language.english_terms(language.word_table(reading), reading.release, [(start, start + 20)])
    assert hidden.empty


# --- shape -------------------------------------------------------------------------------------


def test_distance_and_depth_by_hand():
    class Parsed:
        """Le chat dort: le ← chat ← dort, each beside its governor."""

        release = Release.from_text("Le chat dort.", any_language=True)
        sentences = pd.DataFrame()
        tokens = pd.DataFrame(
            {"start": [0, 3, 8, 12], "end": [2, 7, 12, 13], "text": ["Le", "chat", "dort", "."],
             "lemma": ["le", "chat", "dormir", "."], "pos": ["DET", "NOUN", "VERB", "PUNCT"], "morph": "",
             "dep": ["det", "nsubj", "ROOT", "punct"], "head": [1, 2, 2, 2], "sentence": 0,
             "is_word": [True, True, True, False]}
        )  # fmt: skip

    row = language.syntax(Parsed()).iloc[0]
    # le is two steps below dort; (1 + 1) / 2 words apart.
    assert (row["words"], row["distance"], row["depth"], row["nouns"], row["verbs"]) == (3, 1, 2, 1, 1)


# --- voices ------------------------------------------------------------------------------------


def nested(text: str) -> pd.DataFrame:
    """A report of Anne within which Bo is quoted, and a quotation of nobody known; invented."""
    spans = [("indirect", "Anne", "le pont, dit Bo, tient bon"), ("direct", "Bo", "tient bon"), ("direct", None, "Oui")]
    rows = [
        {"kind": k, "speaker_name": who, "start": text.index(t), "end": text.index(t) + len(t)} for k, who, t in spans
    ]
    return pd.DataFrame(rows)


def test_nested_words_count_once_and_those_of_nobody_are_not_the_releases():
    text = "Anne dit que le pont, dit Bo, tient bon ici. « Oui. »"
    voices = language.voice_words(Release.from_text(text, any_language=True), nested(text))
    # le pont dit Bo are Anne's, tient bon Bo's, oui nobody's; Anne dit que ici are the release's own.
    assert voices.to_dict() == {"Anne": 4, "Bo": 2, language.NOBODY: 1}
    table = language.voiced(language.word_table(read(text)), nested(text))
    assert table["voice"].value_counts().to_dict() == {"own": 4, "reported": 4, "quoted": 3}
    assert set(table[table["voice"] == "own"]["speaker"]) == {language.ITSELF}


def test_the_voices_of_the_release_add_up():
    reading = the_release()
    quotes = analyse(reading.release).quotes
    voices = language.voice_words(reading.release, quotes)
    assert 0 < voices.sum() < reading.release.words
    table = language.compare(reading, quotes)
    words = language.voiced(language.word_table(reading), quotes)
    nouns = table.set_index("measure").loc["nouns"]
    tagged = words[words["pos"] == "NOUN"]["voice"].value_counts()
    assert (nouns["own_count"], nouns["quoted_count"]) == (tagged["own"], tagged["quoted"])
    assert nouns["quoted"] == pytest.approx(100 * tagged["quoted"] / (words["voice"] == "quoted").sum())


def test_a_text_that_is_not_french_is_told():
    english = Release.from_text(
        "The city opened a new bridge on Monday and the mayor thanked everyone who had helped to build it.",
        any_language=True,
    )
    assert "not French" in language.language_warning(english)
    assert language.language_warning(the_release().release) is None


# --- concordance -------------------------------------------------------------------------------


def test_a_concordance_by_lemma_and_sorted():
    reading = read("Le vieux pont tient. Deux ponts cèdent. Un pont neuf tient.")
    table = language.concordance(reading, "pont", by="lemma", sort="left")
    assert shown(table, "hit") == ["ponts", "pont", "pont"]  # deux, un, vieux
    assert shown(language.concordance(reading, "pont", by="form", sort="right"), "right")[0].strip().startswith("neuf")
    with pytest.raises(ValueError, match="sort"):
        language.concordance(reading, "pont", sort="length")
    with pytest.raises(TypeError, match="no lemmas"):
        language.concordance(reading.release, "pont", by="lemma")


def test_a_concordance_is_escaped():
    html = markup.kwic(language.concordance(read("Le pont <b>tient</b> bon."), "tient"), "<i>")
    assert "<b>" not in html.html and "<i>" not in html.html and "&lt;b&gt;" in html.html


# --- any text ----------------------------------------------------------------------------------


@settings(max_examples=40)
@given(TEXTS)
def test_any_text_is_read_with_exact_offsets(text):
    try:
        release = Release.from_text(text)
    except ReleaseError:
        return
    reading = read(release)
    words = language.word_table(reading)
    for table in (
        language.de_chains(reading, 1), language.verb_forms(reading), language.impersonals(reading),
        language.negations(reading), language.modality(words), language.persons(words), language.syntax(reading),
        language.terms(words, release), language.english_terms(words, release), language.collocations(words, least=1),
        language.specificities(words, least=1),
    ):  # fmt: skip
        assert [text[s:e] for s, e in shown(table, "start", "end")] == table["text"].tolist()
    for table in (language.connectors(words), language.evaluations(words), language.calques(words)):
        for row in table.itertuples():
            assert text[row.start : row.end].startswith(row.words[0]) and text[row.start : row.end].endswith(
                row.words[-1]
            )
    for sort in ("left", "right", "hit"):
        for row in language.concordance(reading, r"\w+", sort=sort).itertuples():
            assert text[row.start : row.end] == row.hit


@pytest.mark.parametrize(
    "text", ["0", "Oui.", "« Oui », dit Anne Roy. « Oui. »", "Un titre\n\nRenseignements : a@b.ca"]
)
def test_the_figures_can_be_drawn_of_a_text_that_says_little(text):
    analysis = analyse(Release.from_text(text, any_language=True))
    words = language.word_table(analysis)
    paragraphs = pd.DataFrame({"paragraph": [0], "words": [9], "nominalisations": [1], "verbs": [0]})
    for chart in (
        charts.voices_compared(language.compare(analysis, analysis.quotes)),
        charts.modality(language.modality(words), words),
        charts.verb_forms(language.verb_forms(analysis)),
        charts.dispersion(language.dispersion(words, least=1), words),
        charts.officialese(paragraphs),
    ):
        assert chart.finding and "nan" not in chart.finding
        assert chart.svg().startswith("<svg")
