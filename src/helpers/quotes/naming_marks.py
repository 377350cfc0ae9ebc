"""Marks that hold a name: what a film, a programme or somebody is called is not what anybody says."""

from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from helpers.french.verbs import conjugate
from helpers.lexicon.words import AT, OF, column, words
from helpers.quotes.index import CueIndex
from helpers.quotes.walks import is_comma, skip_back, skip_forward
from helpers.text.marks import Marked

_PARTICIPLES = words("naming participle")
_FARTHEST_VERB = 6  # tokens before the mark: surnommé par ses amis « X »
_ATTRIBUTES = ("ADJ", "PROPN", "NUM")
_STOPS = (".", "…")


def without_names(index: CueIndex) -> CueIndex:
    """The index again, without marks that hold a name and without the cue that gives it."""
    marks, verbs = [], list(index.verbs)
    for mark in index.marks:
        giver = _giver(index, mark)
        if giver is None:
            marks.append(mark)
        else:
            verbs = [cue for cue in verbs if not cue.first <= giver.i <= cue.last]
    return replace(index, marks=tuple(marks), verbs=tuple(verbs))


def behind_nickname(index: CueIndex, i: int) -> int:
    """*Pour Marc, dit « X », « … »*: where what begins with a nickname goes on behind it."""
    doc = index.doc
    if doc[i].lower_ not in _PARTICIPLES or i + 1 >= len(doc):
        return i
    named = next((m for m in index.document.marks if m.opened == doc[i + 1].idx), None)
    if named is None or index.is_quoted(i + 1):
        return i
    return skip_forward(doc, index.token_from(named.closed), len(doc) - 1, is_comma)


def _giver(index: CueIndex, mark: Marked) -> Token | None:
    """The word before a mark by which what it holds is a name."""
    first, end = index.before(mark)
    if end <= first or index.document.plain[: mark.opened].rstrip().endswith(":"):
        return None
    return _naming_verb(index, first, end) or _named_noun(index, mark, first, end)


def _naming_verb(index: CueIndex, first: int, end: int) -> Token | None:
    """*surnommés « X »* · *celui que tous appellent « X »* · *baptisée par la Ville « X »* · *Marc, dit « X »*"""
    doc = index.doc
    if _is_bare_participle(index, doc[end - 1]):
        return doc[end - 1]
    if doc[end - 1].lower_ in AT | OF:
        return None  # appelle à « agir »
    for i in range(end - 1, max(first, end - _FARTHEST_VERB) - 1, -1):
        if doc[i].is_punct and not (is_comma(doc[i]) and i == end - 1):
            return None
        if doc[i].lower_ in _verb_forms():
            return doc[i]
    return None


def _is_bare_participle(index: CueIndex, token: Token) -> bool:
    """*Marc, dit « X »*, *la méthode dite « X »*: behind a comma or a noun, where no verb of saying stands."""
    if token.lower_ not in _PARTICIPLES or token.i < 2:
        return False
    before = token.nbor(-1)
    if is_comma(before):
        return not index.is_quoted(before.i - 1)
    return before.pos_ == "NOUN" and token.dep_ in ("acl", "amod")


def _named_noun(index: CueIndex, mark: Marked, first: int, end: int) -> Token | None:
    """*le film « La Nuit »*, *le programme national « Cap 2030 »*, *le mot « absurde »*"""
    doc = index.doc
    i = skip_back(doc, end - 1, first - 1, lambda t: t.pos_ in _ATTRIBUTES)
    if i < first:
        return None
    lemma = doc[i].lemma_.lower()
    is_name = lemma in _nouns("term") or (lemma in _nouns("title") and _reads_as_title(index, mark))
    return doc[i] if is_name else None


def _reads_as_title(index: CueIndex, mark: Marked) -> bool:
    """*« Tous au compost »*: it opens with a capital and is no whole sentence."""
    text = index.document.plain[mark.start : mark.end]
    return (text[0].isupper() or text[0].isdigit()) and not text.endswith(_STOPS)


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(column("naming_words", "lemma", kind=kind))


@cache
def _verb_forms() -> frozenset[str]:
    lemmas = column("naming_words", "lemma", kind="verb")
    return frozenset(form for lemma in lemmas for form in conjugate(lemma, "er"))
