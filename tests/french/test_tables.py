"""Sentences and tokens as tables."""


def test_tables_are_slices_of_the_text(analysis):
    text = analysis.release.text
    for table in (analysis.sentences, analysis.tokens):
        assert [text[s:e] for s, e in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()
