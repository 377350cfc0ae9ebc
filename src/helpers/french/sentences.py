"""Where sentences begin and end, read from typography before the parse, which keeps to them.

No end inside an abbreviation, none across a paragraph; an opening quotation mark goes with the sentence that it opens
and a closing one with the sentence that it closes.
"""

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from helpers.french.abbreviations import ABBREVIATIONS
from helpers.text.marks import CLOSING, OPENING, STRAIGHT, Marked, quotation_marks

_ENDS = (".", "!", "?", "…", "...")


def prepare(doc: Doc) -> None:
    """Leave paragraphs and quotation marks with a Doc that did not come from ``parse``: each line is a paragraph."""
    if "paragraphs" not in doc.user_data:
        doc.user_data["paragraphs"] = _lines(doc.text)
    if "kinds" not in doc.user_data:
        doc.user_data["kinds"] = ["body"] * len(doc.user_data["paragraphs"])
    if "marks" not in doc.user_data:
        doc.user_data["marks"] = quotation_marks(doc.text, doc.user_data["paragraphs"])


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
    row = ABBREVIATIONS.get(text.lower())
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
        or ended.text.lower() in ABBREVIATIONS
        or token.nbor(-1).text in ("»", "”", '"')
    ):
        return text[0].isupper() or (text[0].isdigit() and ended.text != "…")
    return text[0].isupper() or text[0].isdigit() or text[0] in "([-" or not text[0].isalpha()


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
