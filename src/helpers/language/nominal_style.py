"""Words and tagged tokens → nouns that stand for verbs, and nouns hung one on the other by *de*."""

from collections.abc import Iterator, Sequence

import pandas as pd

from helpers import lexicon
from helpers.analysis import Analysis
from helpers.language.tagged import TaggedToken, span_row, tagged_sentences
from helpers.lexicon.words import AND, IN, OF, column
from helpers.lexicon.words import words as word_class

_NOUNS = frozenset(("NOUN", "PROPN"))
_MODIFIERS = word_class("degree adverb") | word_class("constituent negation")
_MEASURES = frozenset(column("multipliers", "form")) | word_class("noun that measures")
_LOCUTIONS = word_class("noun of a preposition")


def nominalisations(words: pd.DataFrame) -> pd.DataFrame:
    """Nouns made of a verb, an adjective or another noun: *protéger* → *protection*.

    First ``nominal_bases.csv`` is asked, which knows the base (*hausse* → *hausser*, *importance* → *important*,
    *présidence* → *président*); then the ending (``nominal_suffixes.csv``, with the nouns that only look like it).
    The endings *-ance* and *-ence* make nouns of verbs and of adjectives alike, so there the kind is left open.

    Args:
        words: what ``word_table`` gives.

    Returns:
        One row a use: ``start``, ``end``, ``text``, ``lemma``, ``suffix`` (*–* where there is none to see), ``base``
        (verb, adjective, noun, *verb or adjective*), ``of`` (the base word, empty where only the ending tells),
        ``paragraph``, ``sentence``.
    """
    suffixes = sorted(lexicon.rows("nominal_suffixes"), key=lambda row: -len(row["suffix"]))
    bases = {row["noun"]: row for row in lexicon.rows("nominal_bases")}
    rows = []
    for row in words[words["pos"] == "NOUN"].itertuples():
        suffix = next(
            (s for s in suffixes if row.lemma.endswith(s["suffix"]) and len(row.lemma) >= len(s["suffix"]) + 3), None
        )
        known = bases.get(row.lemma)
        if known is None and (suffix is None or row.lemma in suffix["exceptions"].split()):
            continue
        rows.append(
            {
                "start": row.start,
                "end": row.end,
                "text": row.text,
                "lemma": row.lemma,
                "suffix": "-" + suffix["suffix"] if suffix else "–",
                "base": known["kind"] if known else suffix["base"],
                "of": known["base"] if known else "",
                "paragraph": row.paragraph,
                "sentence": row.sentence,
            }
        )
    columns = ["start", "end", "text", "lemma", "suffix", "base", "of", "paragraph", "sentence"]
    return pd.DataFrame(rows, columns=columns)


def de_chains(analysis: Analysis, least: int = 2) -> pd.DataFrame:
    """Nouns hung one on the other by *de*: *l'analyse de la gravité des effets du bruit* has three links.

    A chain goes on over articles, figures, adjectives (*globale et continue*), participles and names, and ends at a
    comma, a verb, *et* between nouns, any other preposition, or a participle whose complement the noun is (*un groupe
    composé de …*). It does not begin with a noun that measures (*des millions de voix*) or is part of a preposition
    (*en matière de bruit*).

    Args:
        analysis: a reading of a release.
        least: how many *de* a chain has at least.

    Returns:
        One row a chain, longest first: ``start``, ``end``, ``text``, ``links`` (*de*, *du*, *des*, *d'*),
        ``paragraph``, ``sentence``.
    """
    rows = [
        span_row(analysis.release, sentence[first], sentence[last], links=links)
        for sentence in tagged_sentences(analysis)
        for first, last, links in _chains(sentence)
        if links >= least
    ]
    table = pd.DataFrame(rows, columns=["start", "end", "text", "paragraph", "sentence", "links"])
    return table.sort_values(["links", "start"], ascending=[False, True]).reset_index(drop=True)


def _chains(sentence: Sequence[TaggedToken]) -> Iterator[tuple[int, int, int]]:
    """First noun, last noun and number of *de* of every chain, those of one noun too."""
    first: int | None = None
    last, links = 0, 0
    for i, token in enumerate(sentence):
        is_noun = token.pos in _NOUNS
        if first is not None and _goes_on(sentence, last, i):
            if is_noun and token.form not in OF:
                links += sum(t.form in OF for t in sentence[last + 1 : i])
                last = i
            continue
        if first is not None:
            yield first, last, links
        first, last, links = (i, i, 0) if is_noun and not _only_leads_on(sentence, i) else (None, 0, 0)
    if first is not None:
        yield first, last, links


def _only_leads_on(sentence: Sequence[TaggedToken], i: int) -> bool:
    """*des **millions** de voix*, *en **matière** de bruit*, *en sa **qualité** de maire*: hangs nothing on itself."""
    if i + 1 == len(sentence) or sentence[i + 1].form not in OF:
        return False
    before = [token.form for token in sentence[max(0, i - 2) : i]]
    return sentence[i].lemma in _MEASURES or (sentence[i].lemma in _LOCUTIONS and any(form in IN for form in before))


def _goes_on(sentence: Sequence[TaggedToken], last: int, i: int) -> bool:
    """Whether a token belongs to the chain whose last noun so far is given: *effets **néfastes** du bruit*."""
    token, between = sentence[i], sentence[last + 1 : i]
    has_link = any(t.form in OF for t in between)
    if token.form in OF:
        return sentence[i - 1].form not in OF
    if token.pos in _NOUNS:
        is_of_participle = token.is_oblique and any(t.is_past_participle for t in between)
        return (has_link or token.pos == "PROPN") and not is_of_participle
    if token.pos in ("DET", "NUM") and has_link:
        return True
    if token.form in AND:
        return sentence[i - 1].pos == "ADJ" and i + 1 < len(sentence) and sentence[i + 1].pos == "ADJ"
    return token.pos == "ADJ" or token.is_past_participle or token.form in _MODIFIERS
