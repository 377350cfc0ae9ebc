"""Words with the model's tags → the same tags, put right where no reader would doubt.

The model's tags are a guess. Five things are certain without it: function words that have one reading
(``closed_words.csv``: *cela* is no form of *celer*), abbreviations (no verbs), acronyms (proper nouns), verb forms that
are adjectives too and stand behind an object (*il montre la production continue*), and that no finite verb is its own
infinitive. The rest stands as the model has it.
"""

from collections.abc import Sequence
from functools import cache

from helpers import lexicon
from helpers.lexicon.words import words
from helpers.text.typography import word_form

_INFINITIVE_LINKS = words("infinitive marker")


def put_right(
    texts: Sequence[str], lemmas: Sequence[str], tags: Sequence[str], morphs: Sequence[str]
) -> list[tuple[str, str]]:
    """Lemma and part of speech of each word, of those that have one reading only mended.

    Args:
        texts: the words and marks of a text in order.
        lemmas: their lemmas by the model.
        tags: their Universal parts of speech by the model.
        morphs: their Universal features by the model, as one string each.

    Returns:
        Lemma and tag, one pair a word.
    """
    forms = [word_form(text) for text in texts]
    mended: list[tuple[str, str]] = []
    was_abbreviated = False
    for at, (text, form, lemma, tag) in enumerate(zip(texts, forms, lemmas, tags, strict=True)):
        is_abbreviated = form in _abbreviations()
        if form in _closed() and not (text.isupper() and len(text) > 1):
            lemma, tag = _closed()[form]
        elif tag == "VERB" and form in _adjectives() and _behind_object(mended) and not _leads(at, forms, morphs):
            lemma, tag = _adjectives()[form], "ADJ"
        elif tag == "VERB" and "VerbForm=Fin" in morphs[at] and lemma == text.lower() and lemma.endswith("e"):
            lemma += "r"  # a finite form is no infinitive: montre, of montrer
        elif is_abbreviated and tag not in ("NOUN", "ADJ", "NUM", "ADP"):
            tag = "ADJ" if was_abbreviated else "NOUN"  # the second of two qualifies the first
        elif tag == "NOUN" and 2 <= len(text) <= 6 and text.isalpha() and text.isupper():
            tag = "PROPN"
        was_abbreviated = is_abbreviated
        mended.append((lemma, tag))
    return mended


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon.rows("abbreviations"))


@cache
def _adjectives() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in lexicon.rows("adjective_forms")}


@cache
def _closed() -> dict[str, tuple[str, str]]:
    return {row["form"]: (row["lemma"], row["pos"]) for row in lexicon.rows("closed_words")}


def _leads(at: int, forms: Sequence[str], morphs: Sequence[str]) -> bool:
    """Whether an infinitive hangs on a word: *continue de croître*."""
    return "".join(forms[at + 1 : at + 2]) in _INFINITIVE_LINKS and "VerbForm=Inf" in "".join(morphs[at + 2 : at + 3])


def _behind_object(before: Sequence[tuple[str, str]]) -> bool:
    """Whether the words so far end with a verb and the noun that is its object: what follows is no second verb."""

    def tag(at: int) -> str:
        return before[at][1] if at >= 0 else ""

    at = len(before) - 1
    if tag(at) == "CCONJ" and tag(at - 1) == "ADJ":
        at -= 1  # la hausse globale et continue
        while tag(at) == "ADJ":
            at -= 1
    if tag(at) != "NOUN":
        return False
    at -= 1
    while tag(at) in ("DET", "ADJ"):
        at -= 1
    return tag(at) == "VERB"
