"""Charts of language: what their titles say, and that they can be drawn of any text."""

import pandas as pd
import pytest

from helpers import analyse, charts, language
from helpers.release.acronyms import acronym_uses
from helpers.release.release import Release
from tests.reading import read


def test_the_figures_of_the_release_say_what_their_tables_say(analysis):
    words, lengths = language.word_table(analysis), language.sentence_lengths(analysis)
    table = language.readability(words, len(lengths))
    formulae = language.formulae(words, analysis.release)
    terms = language.content_terms(language.keyness(words))
    places = language.term_places(words, acronym_uses(analysis.release), formulae)
    uses = acronym_uses(analysis.release)
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
        charts.term_places(language.term_places(words, acronym_uses(reading.release), formulae), words),
        charts.readability(readability, {m: language.bands(m) for m in readability["measure"]}),
    ):
        assert chart.finding and "nan" not in chart.finding
        assert chart.svg().startswith("<svg")


@pytest.mark.parametrize(
    "text", ["0", "Oui.", "« Oui », dit Anne Roy. « Oui. »", "Un titre\n\nRenseignements : a@b.ca"]
)
def test_the_figures_of_grammar_can_be_drawn_of_a_text_that_says_little(text):
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
