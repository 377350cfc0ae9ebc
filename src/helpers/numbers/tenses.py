"""Sentence → on which side of the release what it tells lies: gone by, still to come, or not told."""

from functools import cache

from spacy.tokens import Token

from helpers.french.verbs import is_finite, is_infinitive, is_past_participle
from helpers.lexicon import rows
from helpers.lexicon.words import column, words
from helpers.numbers.text_index import TextIndex


def way_of(position: int, low: int, high: int, text: TextIndex, default: int) -> int:
    """-1 for what is past, 1 for what will be, 0 for what can be either, by the verb nearest behind a date, or before.

    *le 4 mai, la mairie recevra*: 1; *le 4 mai, la mairie a reçu*: -1; *le 4 mai, la mairie reçoit*: 0.
    """
    finite = [t for t in text.tokens(low, high) if t.pos_ in ("VERB", "AUX") and is_finite(t)]
    behind = next((t for t in finite if t.idx > position), None)
    before = next((t for t in reversed(finite) if t.idx < position), None)
    comma = text.plain.find(",", position, behind.idx) if behind else -1
    verb = before if before and (behind is None or comma < 0) else behind
    return _way(verb) if verb is not None else default


def _way(verb: Token) -> int:
    tense = verb.morph.get("Tense")
    if "Fut" in tense or _moves_ahead(verb):
        return 1
    if "Past" in tense or "Imp" in tense:
        return -1
    last = next((t for t in verb.doc[verb.i + 1 : verb.i + 4] if is_past_participle(t)), None)
    if last is not None and verb.pos_ == "AUX":
        return -1 if verb.lemma_ in words("perfect auxiliary") or last.lemma_ in _with_etre() else 0
    return -1 if verb.lemma_ in _states() else 0


def _moves_ahead(verb: Token) -> bool:
    """*La mairie va recevoir 40 élus.*"""
    following = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    return verb.lemma_ in words("near future auxiliary") and is_infinitive(following)


@cache
def _with_etre() -> frozenset[str]:
    return frozenset(column("etre_verbs", "lemma"))


@cache
def _states() -> frozenset[str]:
    """Verbs that tell how things stand: a release knows only how they stood."""
    return frozenset(r["lemma"] for r in rows("number_verbs") if r["role"] == "copula")
