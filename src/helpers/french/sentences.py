"""Where sentences begin and end, read from typography before the parse, which keeps to them.

No end inside an abbreviation, none across a paragraph; an opening quotation mark goes with the sentence that it opens
and a closing one with the sentence that it closes.
"""

from collections.abc import Sequence

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Token

from helpers.french.abbreviations import ABBREVIATIONS, is_initials
from helpers.text.marks import CLOSING, OPENING, STRAIGHT, Marked, quotation_marks

_ITEM = 3  # characters of a list number with its stop
_ENDS = (".", "!", "?", "…", "...")


@Language.component("helpers_sentences")
def sentences(doc: Doc) -> Doc:
    """Set every sentence start of a Doc from its typography, unless its sentences are set: each line is a paragraph."""
    if not doc.has_annotation("SENT_START"):
        paragraphs = lines(doc.text)
        segment(doc, paragraphs, quotation_marks(doc.text, paragraphs))
    return doc


def segment(doc: Doc, paragraphs: Sequence[tuple[int, int]], marks: Sequence[Marked]) -> None:
    """Set every sentence start of a Doc.

    Args:
        doc: as a tokeniser gives it.
        paragraphs: start and end of each, in order.
        marks: the pairs of quotation marks.
    """
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
        if _ends(token) and not _numbers_item(token, starts):
            previous_end = token
        elif previous_end is not None and not _closes(token, closed):
            previous_end = None
    # All at once: setting a token's own start reads the whole Doc each time.
    doc.from_array([SENT_START], begins.astype("uint64"))


def lines(text: str) -> list[tuple[int, int]]:
    """Start and end of each line that is not empty: what stands for paragraphs where nothing else tells them."""
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
    row = ABBREVIATIONS.get(text.lower())
    if row:
        return row["ends_sentence"] != "no"
    if text in _ENDS or set(text) <= set(".!?…"):
        return True
    return (len(text) > 2 and text[-1] in "!?…") or (len(text) > 3 and text.endswith(".") and not is_initials(text))


def _numbers_item(token: Token, starts: set[int]) -> bool:
    """*| 1. | Former les agents*: the stop of a number or letter that opens its paragraph ends no sentence."""
    if token.text != ".":
        return token.idx in starts and len(token) <= _ITEM and token.text[:-1].isdigit()
    before = token.nbor(-1) if token.i else None
    return before is not None and before.idx in starts and len(before) < _ITEM and before.text.isalnum()


def _closes(token: Token, closed: set[int]) -> bool:
    return token.idx in closed or token.text in ("»", "”", ")", "]", "›") or token.text in ".!?…*_"


def _begins(token: Token, ended: Token, opened: set[int], closed: set[int]) -> bool:
    """Whether the token opens a sentence, the one before it having come to an end."""
    text = token.text
    if token.idx in closed or text in CLOSING or text in ")],;:.!?…" or text in "*_":
        return False
    if token.idx in opened or text[0] in OPENING or text[0] in "–—•" or (text[0] == STRAIGHT):
        return True
    if _ends_before_capital(ended):
        return text[0].isupper()
    if (
        ended.text in ("!", "?", "…", "...")
        or ended.text.lower() in ABBREVIATIONS
        or token.nbor(-1).text in ("»", "”", '"')
    ):
        return text[0].isupper() or (text[0].isdigit() and ended.text != "…")
    return text[0].isupper() or text[0].isdigit() or text[0] in "([-" or not text[0].isalpha()


def _ends_before_capital(abbreviation: Token) -> bool:
    """*le 4 févr. | Ensuite*, but *le 4 févr. 2019*."""
    row = ABBREVIATIONS.get(abbreviation.lower_)
    return row is not None and row["ends_sentence"] == "capital"


def sentence_spans(doc: Doc) -> list[tuple[int, int]]:
    """First token and end of each sentence, all at once; ``doc.sents`` gives the same, token by token."""
    starts = [0, *(np.flatnonzero(doc.to_array([SENT_START])[1:] == 1) + 1).tolist()] if len(doc) else []
    return list(zip(starts, [*starts[1:], len(doc)], strict=True))
