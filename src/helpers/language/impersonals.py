"""Tagged tokens → clauses whose *il* is nobody."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache

import pandas as pd

from helpers import lexicon
from helpers.analysis import Analysis
from helpers.language.tagged import ADVERBIAL, TaggedToken, span_row, tagged_sentences
from helpers.language.verb_forms import participle_after
from helpers.lexicon.words import words

_EXPLETIVES = words("expletive subject")
_CLITICS = words("clitic before an impersonal")
_PERFECT_AUXILIARIES = words("perfect auxiliary")
_COPULAS = words("copula")
_NEGATORS = words("clausal negator")
_COMPLEMENTISERS = words("complementiser")
_CLAUSE_OPENERS = _COMPLEMENTISERS | words("infinitive marker")
_INDEFINITE = words("indefinite article")
_REFLEXIVES = words("reflexive clitic")
_TIMES = words("measure of time gone by")
_ROUND = words("noun of a round number")
_REACH = 7
"""How many tokens behind *il* its verb is looked for, and behind the verb its complement."""


def impersonals(analysis: Analysis) -> pd.DataFrame:
    """Clauses whose *il* is nobody: *il faut*, *il s'agit de*, *il est essentiel de*.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a clause: ``start``, ``end``, ``text`` (from *il* to the verb or adjective), ``lemma`` (of these),
        ``kind`` (obligation, presentation, inference, appearance, event, sufficiency, of ``impersonals.csv``;
        judgement: *être* and an adjective before *de* or *que*), ``paragraph``, ``sentence``.
    """
    rows = []
    for sentence in tagged_sentences(analysis):
        for i, token in enumerate(sentence):
            found = _impersonal(sentence, i) if token.form in _EXPLETIVES else None
            if found:
                last, lemma, kind = found
                rows.append(span_row(analysis.release, token, sentence[last], lemma=lemma, kind=kind))
    return pd.DataFrame(rows, columns=["start", "end", "text", "lemma", "kind", "paragraph", "sentence"])


def _impersonal(sentence: Sequence[TaggedToken], i: int) -> tuple[int, str, str] | None:
    """Last token, lemma and kind of the clause that *il* opens; None if *il* is somebody."""
    near = range(i + 1, min(i + 1 + _REACH, len(sentence)))
    verb = next((j for j in near if sentence[j].form not in _CLITICS), None)
    if verb is None or sentence[verb].pos not in ("VERB", "AUX"):
        return None
    clitics = {token.form for token in sentence[i + 1 : verb]}
    verb = _main_verb(sentence, verb)
    behind = sentence[verb + 1 : verb + 1 + _REACH]
    lemma = sentence[verb].lemma
    if lemma in _PERFECT_AUXILIARIES and _is_date(behind):
        return None
    if lemma in _COPULAS:
        at = None if clitics & _REFLEXIVES else _judged(behind)
        return None if at is None else (verb + 1 + at, behind[at].lemma, "judgement")
    row = _verbs().get(lemma)
    if row is None or not _fits(row, clitics, behind):
        return None
    return verb, row["citation"], row["kind"]


def _is_date(behind: Sequence[TaggedToken]) -> bool:
    """*il y a **dix ans***, *il y a plus d'une **vingtaine d'années***: when, not what there is."""
    noun = next((t for t in behind if t.pos in ("NOUN", "PROPN") and t.lemma not in _ROUND), None)
    return noun is not None and noun.lemma in _TIMES


@cache
def _verbs() -> Mapping[str, Mapping[str, str]]:
    return {row["lemma"]: row for row in lexicon.rows("impersonals")}


def _main_verb(sentence: Sequence[TaggedToken], i: int) -> int:
    """The participle behind *avoir* if it can be impersonal: *il a fallu*; not *il a rencontré le maire*."""
    if sentence[i].lemma in _PERFECT_AUXILIARIES:
        participle = participle_after(sentence, i)
        if participle is not None and sentence[participle].lemma in _verbs():
            return participle
    return i


def _judged(behind: Sequence[TaggedToken]) -> int | None:
    """Where the predicate behind *être* stands, if a clause is judged: *il est **essentiel** d'agir*."""
    at = next((n for n, token in enumerate(behind) if token.pos not in ADVERBIAL), None)
    if at is None or at + 1 == len(behind) or behind[at + 1].form not in _COMPLEMENTISERS:
        return None
    return at if behind[at].pos == "ADJ" or behind[at].is_past_participle else None


def _fits(row: Mapping[str, str], clitics: Collection[str], behind: Sequence[TaggedToken]) -> bool:
    """Whether a verb stands as its impersonal use does: *il reste **à** faire*; not *il reste calme*."""
    if row["clitics"] and not any(clitic in clitics for clitic in row["clitics"].split()):
        return False
    complements = row["complement"].split()
    if "any" in complements:
        return True
    following = next((t for t in behind if t.pos not in ADVERBIAL and t.form not in _NEGATORS), None)
    if following is None:
        return False
    return ("clause" in complements and following.form in _CLAUSE_OPENERS) or (
        "indefinite" in complements and following.pos == "DET" and following.form in _INDEFINITE
    )
