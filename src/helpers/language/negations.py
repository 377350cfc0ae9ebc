"""Tagged tokens → what is denied, and what is restricted."""

from collections.abc import Sequence
from itertools import takewhile

import pandas as pd

from helpers.analysis import Analysis
from helpers.language.tagged import TaggedToken, span_row, tagged_sentences
from helpers.lexicon.words import NEGATIONS, words

_SECOND = words("second negation")
_BEFORE_NE = words("negation before ne")
_EXCEPTIVES = words("exceptive")
_WORD_NEGATIONS = words("constituent negation")
_PRIVATIVES = words("privative preposition")
_AHEAD, _BACK = 9, 4
"""How many tokens behind *ne* what completes it is looked for, and before it."""


def negations(analysis: Analysis) -> pd.DataFrame:
    """*Ne … pas* and its kin, *ne … que* apart, since it denies nothing.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a negation: ``start``, ``end``, ``text`` (from *ne* to the second word), ``kind``: negation (*ne …
        pas, plus, jamais, rien, aucun, personne, guère, ni, nul*), restriction (*ne … que*), bare (*ne* alone: the
        expletive, or literary), word (*non* before an adjective or noun, *sans* before an infinitive);
        ``paragraph``, ``sentence``.
    """
    rows = []
    for sentence in tagged_sentences(analysis):
        for i, token in enumerate(sentence):
            found = _clause_negation(sentence, i) if token.form in NEGATIONS else _word_negation(sentence, i)
            if found:
                last, kind = found
                rows.append(span_row(analysis.release, token, sentence[last], kind=kind))
    return pd.DataFrame(rows, columns=["start", "end", "text", "kind", "paragraph", "sentence"])


def _clause_negation(sentence: Sequence[TaggedToken], i: int) -> tuple[int, str]:
    """Last token and kind of what begins with *ne*: *ne dort pas*, *ne veut que*; *aucun ne vient* ends with *ne*."""
    near = range(i + 1, min(i + 1 + _AHEAD, len(sentence)))
    # A second ne has its own.
    ahead = list(takewhile(lambda j: sentence[j].form not in NEGATIONS, near))
    second = next((j for j in ahead if sentence[j].form in _SECOND), None)
    exceptive = next((j for j in ahead if sentence[j].form in _EXCEPTIVES), None)
    if second is not None and (exceptive is None or second < exceptive):
        return second, "negation"
    if any(token.form in _BEFORE_NE for token in sentence[max(0, i - _BACK) : i]):
        return i, "negation"
    return (i, "bare") if exceptive is None else (exceptive, "restriction")


def _word_negation(sentence: Sequence[TaggedToken], i: int) -> tuple[int, str] | None:
    """*non conforme*, *sans parler*."""
    if i + 1 == len(sentence):
        return None
    form, following = sentence[i].form, sentence[i + 1]
    is_denied = form in _WORD_NEGATIONS and following.pos in ("ADJ", "NOUN", "VERB")
    is_without = form in _PRIVATIVES and following.verb_form == "infinitive"
    return (i + 1, "word") if is_denied or is_without else None
