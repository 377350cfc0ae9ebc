"""Any text has every measure of language, with exact offsets."""

from hypothesis import given, settings

from helpers import language
from helpers.release.release import Release
from helpers.text.faults import ReleaseError
from tests.reading import TEXTS, read, shown


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
        for start, end, words_there in zip(table["start"], table["end"], table["text"], strict=True):
            assert text[start:end] == words_there
    assert (words["syllables"] <= words["syllables_e"]).all() and (words["syllables"] >= 0).all()
    for row in language.concordance(release, r"\w+").itertuples():
        assert text[row.start : row.end] == row.hit
        assert row.left + row.hit + row.right in text
    readability = language.readability(words, len(lengths))
    assert readability["value"].isna().all() == (len(words) == 0)
    assert len(language.size(words, lengths)) and len(language.vocabulary(words))


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
        language.negations(reading), language.persons(words), language.syntax(reading),
        language.terms(words, release), language.english_terms(words, release), language.collocations(words, least=1),
        language.specificities(words, least=1), language.agency(reading),
    ):  # fmt: skip
        assert [text[s:e] for s, e in shown(table, "start", "end")] == table["text"].tolist()
    lists = (language.modality, language.connectors, language.evaluations, language.calques)
    for table in (made(words) for made in lists):
        for row in table.itertuples():
            assert text[row.start : row.end].startswith(row.words[0]) and text[row.start : row.end].endswith(
                row.words[-1]
            )
    for sort in ("left", "right", "hit"):
        for row in language.concordance(reading, r"\w+", sort=sort).itertuples():
            assert text[row.start : row.end] == row.hit
