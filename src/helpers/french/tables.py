"""A parsed release → its sentences and its tokens as tables."""

import pandas as pd

from helpers.french import tags
from helpers.french.document import ReleaseDoc
from helpers.text import schema
from helpers.text.frames import typed
from helpers.text.typography import words


@schema.tells("sentences")
def sentence_table(document: ReleaseDoc) -> pd.DataFrame:
    """The sentences, one row each."""
    release = document.release
    rows = []
    for sentence in document.sentences:
        start, end = sentence.start_char, sentence.end_char
        text = release.text[start:end]
        paragraph = release.paragraph_at(start)
        if release.dateline and start == release.dateline.start:
            kind = "dateline"
        else:
            kind = release.paragraphs[paragraph].kind if paragraph >= 0 else "stamp"
        rows.append(
            {"start": start, "end": end, "text": text, "paragraph": paragraph, "kind": kind, "words": len(words(text))}
        )
    return typed(rows, schema.types("sentences"))


@schema.tells("tokens")
def token_table(document: ReleaseDoc) -> pd.DataFrame:
    """The tokens that are not white space, one row each.

    The Doc is left as it is: the rules for quotations and numbers were made on the model's own tags.
    """
    doc, release = document.doc, document.release
    kept = [t for t in doc if not t.is_space]
    row_of = {t.i: row for row, t in enumerate(kept)}
    sentence_of = {t.i: row for row, s in enumerate(document.sentences) for t in s}
    texts = [release.text[t.idx : t.idx + len(t)] for t in kept]
    morphs = [str(t.morph) for t in kept]
    mended = tags.put_right(texts, [t.lemma_ for t in kept], [t.pos_ for t in kept], morphs)
    rows = [
        {
            "start": t.idx,
            "end": t.idx + len(t),
            "text": text,
            "lemma": lemma,
            "pos": tag,
            "model_pos": t.pos_,
            "morph": morph,
            "dep": t.dep_,
            "head": row_of.get(t.head.i, row_of[t.i]),
            "sentence": sentence_of.get(t.i, -1),
            "is_word": any(c.isalnum() for c in text),
        }
        for t, text, (lemma, tag), morph in zip(kept, texts, mended, morphs, strict=True)
    ]
    return typed(rows, schema.types("tokens"))
