"""Cues: the words by which a text says that someone else is speaking.

Reporting verbs are recognised by their forms, conjugated here from the lexicon, so that a wrong
tag can't hide one; the tag only decides where a form is also a noun (*annonce*, *note*).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from helpers import lexicon
from helpers.french.subjects import CLITICS
from helpers.french.verbs import AUXILIARIES, conjugate
from helpers.lexicon.words import OF, PRONOUNS, THAT, words
from helpers.quotes.model import Cue
from helpers.quotes.verb_groups import ASIDE_WORDS
from helpers.quotes.walks import form_tokens
from helpers.text.typography import fold

_REFLEXIVES = words("reflexive clitic")
_PAST_PARTICIPLES = tuple(words("past participle ending"))
_INVERSION_LINKS = words("inversion link")
_INVERTED = frozenset(f"-{pronoun}" for pronoun in PRONOUNS)
_SEPARATORS = words("reflexive separator")
_VERBAL = ("VERB", "AUX")


@dataclass(frozen=True)
class _Verb:
    """A reporting verb of the lexicon, found by its first word."""

    row: Mapping[str, str]
    is_reflexive: bool
    rest: tuple[str, ...]  # what follows the first word of a compound: faire *valoir*


@dataclass(frozen=True)
class _Preposition:
    """A preposition of attribution in one of its forms."""

    form: tuple[str, ...]
    row: Mapping[str, str]


def _without_reflexive(lemma: str) -> str:
    """*se dire* → *dire*, *s'écrier* → *écrier*."""
    opening = form_tokens(lemma)[0]
    return lemma.removeprefix(opening).lstrip() if opening in _REFLEXIVES else lemma


@cache
def _verbs() -> dict[str, tuple[_Verb, ...]]:
    """Form of the first word → entries, compounds first."""
    found: dict[str, list[_Verb]] = {}
    for row in lexicon.rows("reporting_verbs"):
        bare = _without_reflexive(row["lemma"])
        first, *rest = bare.split()
        entry = _Verb(row, bare != row["lemma"], tuple(rest))
        for form in conjugate(first, row["conjugation"]):
            found.setdefault(form, []).append(entry)
    return {
        form: tuple(sorted(entries, key=lambda e: (-len(e.rest), not e.is_reflexive)))
        for form, entries in found.items()
    }


@cache
def _prepositions() -> dict[str, tuple[_Preposition, ...]]:
    """First word → the forms that begin with it, longest first; the last *de* also contracted or elided.

    In capitals also without accent: *A ses yeux*.
    """
    found: dict[str, list[_Preposition]] = {}
    for row in lexicon.rows("attributions"):
        *opening, last = form_tokens(row["form"])
        for ending in sorted(OF) if last in OF else (last,):
            entry = _Preposition((*opening, ending), row)
            found.setdefault(entry.form[0], []).append(entry)
    for first in [word for word in found if fold(word) != word]:
        found[fold(first).upper()] = found[first]
    return {first: tuple(sorted(entries, key=lambda e: -len(e.form))) for first, entries in found.items()}


def verb_cues(doc: Doc) -> list[Cue]:
    """Every reporting verb of a Doc in order, as far as its form and its neighbours allow the reading."""
    found: list[Cue] = []
    for token in doc:
        entry = _verb_at(token) if not found or token.i > found[-1].last else None
        if entry is not None:
            span = doc[token.i : token.i + len(entry.rest) + 1]
            found.append(_cue(span, entry.row, _governor(span)))
    return found


def _cue(span: Span, row: Mapping[str, str], verb: Token | None, source: str = "any") -> Cue:
    constructions = frozenset(filter(None, row["constructions"].split("|")))
    place = span.start, span.end - 1, span.start_char, span.end_char
    return Cue(*place, span.text, row["lemma"], row["class"], constructions, verb, source)


def _verb_at(token: Token) -> _Verb | None:
    """The entry that begins at a token, where that is a verb."""
    entries = _verbs().get(token.lower_, ())
    if not entries or not _reads_as_verb(token):
        return None
    is_reflexive = _has_reflexive(token)
    return next((e for e in entries if e.is_reflexive == is_reflexive and _is_followed_by(token, e.rest)), None)


def _is_followed_by(token: Token, rest: tuple[str, ...]) -> bool:
    behind = token.doc[token.i + 1 : token.i + 1 + len(rest)]
    return tuple(t.lower_ for t in behind) == rest


def _governor(compound: Span) -> Token:
    """The token of a compound that the rest of the sentence hangs on."""
    verbal = [t for t in compound if t.pos_ in _VERBAL]
    outside = [t for t in verbal if t.head not in compound or t.head == t]
    return (outside or verbal or [compound[0]])[0]


def _reads_as_verb(token: Token) -> bool:
    """Not a noun or adjective of the same form: *Cette annonce*."""
    if token.pos_ in _VERBAL:
        return True
    before = token.nbor(-1) if token.i else None
    after = _behind_asides(token)
    if after is not None and _opens_on_a_verb(after):
        return before is None or before.pos_ not in ("DET", "ADP", "NUM", "ADJ")
    return before is not None and (_is_compound(before, token) or _stands_bare(before, after))


def _behind_asides(token: Token) -> Token | None:
    """The word behind adverbs and asides: juge aussi que."""
    doc, i = token.doc, token.i + 1
    while i + 1 < len(doc) and (doc[i].pos_ == "ADV" or doc[i].lower_ in ASIDE_WORDS):
        i += 1
    return doc[i] if i < len(doc) else None


def _opens_on_a_verb(token: Token) -> bool:
    """*annonce-t-il*, *annonce que*: what follows verbs alone."""
    return token.lower_ in _INVERSION_LINKS or token.lower_ in CLITICS or token.lower_ in THAT


def _is_compound(before: Token, token: Token) -> bool:
    """*a annoncé*"""
    return before.lower_ in AUXILIARIES and token.lower_.rstrip("es").endswith(_PAST_PARTICIPLES)


def _stands_bare(before: Token, after: Token | None) -> bool:
    """*« … », souligne X*: no noun stands bare between a comma and a noun phrase."""
    return before.text in ',»"”' and after is not None and (after.pos_ in ("DET", "PROPN") or after.text[0].isupper())


def _has_reflexive(token: Token) -> bool:
    """*se sont de leur côté réjouis*"""
    doc, i = token.doc, token.i - 1
    while i >= 0 and _may_part_from_reflexive(doc[i]):
        i -= 1
    return i >= 0 and doc[i].lower_ in _REFLEXIVES


def _may_part_from_reflexive(token: Token) -> bool:
    form = token.lower_
    return (
        token.pos_ in ("AUX", "ADV", "ADP")
        or form in AUXILIARIES
        or form in _SEPARATORS
        or form in _INVERSION_LINKS
        or form in _INVERTED
    )


def preposition_cues(doc: Doc) -> list[Cue]:
    """Every preposition of attribution: *selon*, *d'après*, *pour*, …; whether it attributes is not yet said."""
    found: list[Cue] = []
    lower = [token.lower_ for token in doc]
    for i, first in enumerate(lower):
        if found and i <= found[-1].last:
            continue
        entries = _prepositions().get(first) or _prepositions().get(doc[i].text, ())
        entry = next((e for e in entries if tuple(lower[i : i + len(e.form)][1:]) == e.form[1:]), None)
        if entry is not None:
            found.append(_cue(doc[i : i + len(entry.form)], entry.row, None, entry.row["source"]))
    return found
