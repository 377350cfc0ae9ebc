"""Amounts → who counted or tells them (holder), to whom what is counted went (recipient), by whom (agent).

Which words and verbs lead to them stands in the lexicon: ``number_verbs``, ``attributions``, ``no_source_nouns``,
``name_links``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from helpers import lexicon
from helpers.french.verbs import is_passive
from helpers.lexicon.words import AT, BY, alternation, forms_of, words
from helpers.numbers.amounts import Amounts
from helpers.numbers.model import Amount
from helpers.numbers.number_verbs import measures_subject, number_head, subjects, verbs
from helpers.numbers.text_index import tokens_from
from helpers.numbers.units import unit_at
from helpers.text.typography import fold

_I = re.IGNORECASE
_Span = tuple[int, int]


WHO = ("holder", "recipient", "agent")


@dataclass(frozen=True)
class Who:
    """The spans of those who have to do with a number, None where the text does not say."""

    holder: _Span | None = None
    recipient: _Span | None = None
    agent: _Span | None = None


def who_of(amount: Amount, amounts: Amounts) -> Who:
    """*selon X*, *recensés par X*: the holder; *signalés à X*: the recipient; *commis par X*: the agent."""
    holder = _according(amount, amounts)
    verb = _governor(amount, amounts)
    if verb is None:
        return Who(holder)
    if verb.idx < amount.start:
        return Who(holder if measures_subject(verb, amount, amounts) else holder or _teller(verb, amounts))
    _, high = amounts.text.sentence_span(amount.start)
    return _behind_verb(verb, holder, high, amounts)


def _governor(amount: Amount, amounts: Amounts) -> Token | None:
    """The verb that tells what was done with what is counted."""
    head = number_head(amount, amounts)
    for _ in range(6):
        if head is None or head.pos_ == "VERB":
            return head
        near = tokens_from(head.doc, head.i + 1, 15)
        participle = next((t for t in near if t.head.i == head.i and t.pos_ == "VERB" and t.dep_ == "acl"), None)
        if participle is not None:
            return participle
        head = head.head if head.head.i != head.i else None
    return None


def _teller(verb: Token, amounts: Amounts) -> _Span | None:
    """*Le service a recensé 300 cas*: who counts is the subject."""
    subject = next((c for c in subjects(verb, amounts) if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or verb.lemma_ not in verbs("teller"):
        return None
    first = next((c for c in subject.lefts if c.pos_ == "DET"), subject)
    return amounts.text.phrase(first, verb.idx, amounts.numbers)


# --- behind the verb ---------------------------------------------------------------------------

_FAR = 39  # tokens from a verb to who stands behind it
_BESIDE = words("preposition of a holder")  # enregistrés auprès de


def _behind_verb(verb: Token, holder: _Span | None, high: int, amounts: Amounts) -> Who:
    """*signalés au X par Y*: the parse often hangs both on the wrong word, so the order of the words decides."""
    recipient = agent = None
    counts, reports = verb.lemma_ in verbs("counter"), verb.lemma_ in verbs("recipient", AT)
    for token, nearest in _clause_behind(verb, high):
        text = token.text.lower()
        if recipient is None and text in AT and reports:
            recipient = _body(token, high, amounts)
        elif text in _BESIDE and token.i + 1 < len(token.doc):
            if holder is None and counts:
                holder = _body(token.nbor(), high, amounts)
            elif recipient is None and reports:
                recipient = _body(token.nbor(), high, amounts)
        elif text in BY and nearest.i == verb.i and not _is_manner(token):
            body = _body(token, high, amounts)
            if body is None or unit_at(amounts.text.plain, token.idx + len(token) + 1, high):
                continue  # par an
            if holder is None and verb.lemma_ in verbs("counter", BY):
                holder = body
            elif agent is None and not counts and is_passive(verb):
                agent = body
    return Who(holder, recipient, agent)


def _clause_behind(verb: Token, high: int) -> Iterator[tuple[Token, Token]]:
    """The tokens from behind a verb to the end of its clause, each with the nearest verb before it."""
    nearest = verb
    for token in tokens_from(verb.doc, verb.i + 1, _FAR):
        if token.idx >= high or token.text in (",", ";", ":"):
            return
        if token.pos_ == "VERB" and "VerbForm=Fin" in str(token.morph):
            return
        if token.pos_ == "VERB" and not token.is_ancestor(verb):
            nearest = token
        yield token, nearest


def _is_manner(preposition: Token) -> bool:
    """*par courriel*, *par habitant*: a bare common noun is no doer."""
    following = preposition.nbor() if preposition.i + 1 < len(preposition.doc) else preposition
    return following.pos_ == "NOUN" and following.text[:1].islower() and "Plur" not in str(following.morph)


# --- who is named as the holder ----------------------------------------------------------------

_NEUTRAL = alternation(r["form"] for r in lexicon.rows("attributions") if r["class"] == "neutral")
_ACCORDING = re.compile(rf"(?<![\w'])(?:{_NEUTRAL})(?!\w)", _I)


def _according(amount: Amount, amounts: Amounts) -> _Span | None:
    """*selon X*: the one behind the number, up to the next number; else the nearest before it."""
    low, high = amounts.text.sentence_span(amount.start)
    found = amounts.once("according", low, lambda: _attributions(amounts, low, high))
    before = next((span for at, span in reversed(found) if at < amount.start), None)
    behind = next(((at, span) for at, span in found if at >= amount.start), None)
    if behind and (before is None or behind[0] < amounts.next_start(amount.start, high)):
        return behind[1]
    if before and _is_inside(before, amount.start, amounts.text.plain):
        return None
    return before


_INNER = alternation(words("preposition inside a phrase"))
_INSIDE = re.compile(rf"(?:[^\W\d_][\w'-]{{0,30}} ){{0,3}}?(?:{_INNER})(?: [^\W\d_]{{1,12}}){{0,2}} ?", _I)


def _is_inside(source: _Span, start: int, plain: str) -> bool:
    """*selon une femme de 40 ans*: the number is said of the source, not by it."""
    return start < source[1] or _INSIDE.fullmatch(plain, source[1] + 1, start) is not None


def _attributions(amounts: Amounts, low: int, high: int) -> list[tuple[int, _Span]]:
    """Every *selon X* of a sentence: where it begins and the span of X."""
    text = amounts.text
    found = []
    for match in _ACCORDING.finditer(text.plain, low, high):
        token = text.token(match.end() - 1)
        span = _body(token, high, amounts) if token is not None else None
        if span and not any(_stem(word) in _no_sources() for word in text.plain[slice(*span)].split()[:3]):
            found.append((match.start(), span))
    return found


def _stem(word: str) -> str:
    return fold(word).rstrip("sx")


@cache
def _no_sources() -> frozenset[str]:
    """Nouns behind *selon* that say nothing: *selon le site*, *selon l'âge*."""
    return frozenset(_stem(r["noun"]) for r in lexicon.rows("no_source_nouns"))


_NAME_LINKS = frozenset(forms_of("name_links")) | {"-"}


def _body(preposition: Token, limit: int, amounts: Amounts) -> _Span | None:
    """Who stands behind a preposition: a capitalised name whole, else the noun phrase."""
    first = amounts.text.following(preposition.idx + len(preposition))
    if first is None or first.idx >= limit:
        return None
    whole = amounts.text.phrase(first, limit, amounts.numbers)
    has_article = first.pos_ == "DET" and first.i + 1 < len(first.doc)
    start = first.nbor() if has_article else first
    if not start.text[:1].isupper():
        return whole
    last = start
    for token in tokens_from(start.doc, start.i + 1, 15):
        if token.idx >= limit:
            break
        if token.text[:1].isupper() and token.is_alpha:
            last = token
        elif token.text.lower() not in _NAME_LINKS:
            break
    return first.idx, max(last.idx + len(last), whole[1] if whole else 0)
