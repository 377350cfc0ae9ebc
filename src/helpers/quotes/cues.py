"""Cues: the words by which a text says that someone else is speaking.

Reporting verbs are recognised by their forms, conjugated here from the lexicon, so that a wrong
tag can't hide one; the tag only decides where a form is also a noun (*annonce*, *note*).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from helpers import lexicon
from helpers.french.persons import is_human, is_title
from helpers.french.subjects import CLITICS
from helpers.french.verbs import AUXILIARIES, conjugate, is_finite, is_infinitive, is_participle
from helpers.lexicon.words import NEGATIONS, OF, PRONOUNS, THAT, words
from helpers.quotes.model import Cue
from helpers.quotes.verb_groups import ASIDE_WORDS, VERB_CLITICS
from helpers.quotes.walks import find, form_tokens, is_comma, skip_back, skip_forward
from helpers.text.typography import fold

_REFLEXIVES = words("reflexive clitic")
_PAST_PARTICIPLES = tuple(words("past participle ending"))
_INVERSION_LINKS = words("inversion link")
_MODALS = words("modal verb")
_INVERTED = frozenset(f"-{pronoun}" for pronoun in PRONOUNS)
_SEPARATORS = words("reflexive separator")
_BEFORE_INCISE = (",", "»", "”", "!", "?", "…")
_INCISE_FORMS = words("incise form")
_ADVERBS = words("adverb with a participle's form")
_BELIEFS = words("believing infinitive")
_OPEN_CLASSES = ("VERB", "NOUN", "ADJ", "PROPN", "X")
_VERBAL = ("VERB", "AUX")
_LONGEST_STATE = 6  # tokens between commas that tell how something is said
_FARTHEST_CLAUSE = 4  # tokens between a form and the clause that shows it to be a verb


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
        if found and token.i <= found[-1].last:
            continue
        entry = _verb_at(token)
        if entry is not None:
            span = doc[token.i : token.i + len(entry.rest) + 1]
            found.append(_cue(span, entry.row, _governor(span)))
        elif unlisted := _unlisted_at(token):
            found.append(_unlisted(unlisted))
    return found


def _unlisted(span: Span) -> Cue:
    """A cue that its place alone tells."""
    place = span.start, span.end - 1, span.start_char, span.end_char
    lemma = " ".join([span[0].lemma_, *(t.lower_ for t in span[1:])])
    return Cue(*place, span.text, lemma, "neutral", frozenset(("direct",)), span[0])


def _unlisted_at(token: Token) -> Span | None:
    """*La halte, objecte-t-elle, …* · *…, grommelle Anne Roy.* · *…, veut croire le maire.*: any verb in an incise.

    It stands in lower case right behind a comma or a closing mark, with nothing but clitics and an auxiliary
    between, its subject right behind it; a question (*…, viendra-t-il ?*) is none.
    """
    doc, i = token.doc, token.i
    opening = skip_back(doc, i - 1, -1, _may_open_incise)
    if opening < 1 or doc[opening].text not in _BEFORE_INCISE or not token.text[0].islower() or is_infinitive(token):
        return None
    between, behind = doc[opening + 1 : i], i + 1
    if behind < len(doc) and doc[behind].lower_ in _BELIEFS:  # veut croire, croit savoir
        behind += 1
    if behind >= len(doc) or _is_asked(doc, behind):
        return None
    if token.lower_ in _INCISE_FORMS:
        return doc[i:behind]
    if any(t.lower_ in CLITICS for t in between):
        is_incise = is_participle(token) and any(t.lower_ in AUXILIARIES for t in between)
    elif _opens_inversion(doc[behind]):
        is_incise = token.lower_ not in AUXILIARIES and token.lemma_ not in _MODALS
    else:
        is_incise = _is_verb_before_name(doc, token, behind, between)
    return doc[i:behind] if is_incise else None


def _may_open_incise(token: Token) -> bool:
    """*, s'est-il* | *enthousiasmé*"""
    form = token.lower_
    return form in VERB_CLITICS or form in CLITICS or form in AUXILIARIES


def _opens_inversion(token: Token) -> bool:
    return token.lower_ in _INVERSION_LINKS or token.lower_ in CLITICS


def _is_asked(doc: Doc, i: int) -> bool:
    """*…, viendra-t-il ?*"""
    stop = next((t for t in doc[i:] if t.text in ".!?…" or t.is_space), None)
    return stop is not None and stop.text == "?"


def _is_verb_before_name(doc: Doc, token: Token, behind: int, between: Span) -> bool:
    """*…, s'enthousiasme Anne Roy.*: a finite verb, or a form bare before a name, that a stop or comma closes."""
    subject = doc[behind]
    if any(set(t.morph.get("Person")) & {"1", "2"} for t in (*between, token)):  # …, nous avons réduit le bruit
        return False
    is_person = subject.ent_type_ == "PER"
    noun = doc[behind + 1] if subject.pos_ == "DET" and behind + 1 < len(doc) else None
    if noun is not None and behind > token.i + 1:  # veut croire la salle
        return True
    is_post = noun is not None and (is_title(noun) or (noun.text[0].islower() and is_human(noun)))
    is_verb = is_finite(token) or any(t.lower_ in _REFLEXIVES for t in between) or (is_person and _is_no_noun(token))
    return (is_person or is_post) and is_verb and not is_participle(token) and token.lower_ not in AUXILIARIES


def _is_no_noun(token: Token) -> bool:
    """*…, grommelle Anne Roy*, whatever the tag; not *…, maire Anne Roy*."""
    return token.pos_ in _OPEN_CLASSES and not is_title(token) and not is_human(token)


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
    """Not a noun or adjective of the same form: *Cette annonce*; nor *nous sommes* for *sommer*."""
    if token.lower_ in AUXILIARIES or (token.pos_ == "ADV" and token.lower_ in _ADVERBS):  # peut maintenant ouvrir
        return False
    if token.pos_ in _VERBAL:
        return True
    before = token.nbor(-1) if token.i else None
    after = _behind_asides(token)
    if after is not None and (_opens_on_a_verb(after) or _opens_clause_behind(after)):
        return before is None or before.pos_ not in ("DET", "ADP", "NUM", "ADJ")
    return before is not None and (
        _is_compound(before, token)
        or _stands_bare(before, after)
        or _announces(before, token)
        or _parts_phrases(before, token, after)
    )


def _behind_asides(token: Token) -> Token | None:
    """The word behind adverbs and asides: juge aussi que."""
    doc, i = token.doc, token.i + 1
    while i + 1 < len(doc) and (doc[i].pos_ == "ADV" or _is_of_aside(doc, token.i + 1, i)):
        i += 1
    return doc[i] if i < len(doc) else None


def _is_of_aside(doc: Doc, first: int, i: int) -> bool:
    """*abonde | de son côté | l'adjoint*; not *abonde | son adjoint*: a possessive opens no aside."""
    return doc[i].lower_ in ASIDE_WORDS and (doc[i].pos_ != "DET" or i > first)


def _opens_clause_behind(after: Token) -> bool:
    """*relève | au contraire que*, *menace | de porter*, *dément | avoir payé*, *jure | ne pas l'avoir vu*"""
    doc = after.doc
    i = skip_forward(doc, after.i, min(len(doc), after.i + _FARTHEST_CLAUSE), _may_part_from_clause)
    return i < len(doc) and (is_infinitive(doc[i]) or (i > after.i and doc[i].lower_ in THAT and doc[i].pos_ != "PRON"))


def _may_part_from_clause(token: Token) -> bool:
    return token.pos_ in ("ADV", "ADP", "NOUN") or token.lower_ in VERB_CLITICS or token.lower_ in NEGATIONS


def _opens_on_a_verb(token: Token) -> bool:
    """*annonce-t-il*, *annonce que*: what follows verbs alone."""
    return token.lower_ in _INVERSION_LINKS or token.lower_ in CLITICS or token.lower_ in THAT


def _is_compound(before: Token, token: Token) -> bool:
    """*a annoncé*"""
    first = skip_back(token.doc, before.i, -1, lambda t: t.pos_ == "ADV" or t.lower_ in OF)  # avait d'abord prétendu
    is_compound = first >= 0 and token.doc[first].lower_ in AUXILIARIES
    return is_compound and token.lower_.rstrip("es").endswith(_PAST_PARTICIPLES)


def _announces(before: Token, token: Token) -> bool:
    """*La mairesse complète : « … »*, *Luc Obin, chef du port, commente : « … »*, whatever the tag."""
    doc, behind = token.doc, token.i + 1
    opens_marks = behind + 1 < len(doc) and doc[behind].text == ":" and doc[behind + 1].is_quote
    return (
        opens_marks and (before.pos_ in ("NOUN", "PROPN", "PRON") or before.text in ",)") and not is_participle(token)
    )


def _parts_phrases(before: Token, token: Token, after: Token | None) -> bool:
    """*L'association | juge | le tir « hâtif »*: between a noun and an article, where no verb stands before."""
    if after is None or after.pos_ != "DET" or before.pos_ not in ("NOUN", "PROPN") or is_participle(token):
        return False
    first = next((t.i for t in reversed(token.doc[: token.i]) if t.is_sent_start or t.is_space), -1) + 1
    opening = token.doc[max(first - 1, 0) : token.i]
    return not any(is_finite(t) or t.is_punct or t.pos_ == "ADP" for t in opening)


def _stands_bare(before: Token, after: Token | None) -> bool:
    """*« … », souligne X* · *« … », lâche, fataliste, X*: no noun stands bare between a comma and a noun phrase."""
    if after is None or before.text not in ',»"”':
        return False
    is_behind_mark = not is_comma(before) or (before.i > 0 and before.nbor(-1).is_quote)
    if is_comma(after) and is_behind_mark:
        doc, first = after.doc, after.i + 1
        closing = find(doc, first, min(len(doc) - 1, first + _LONGEST_STATE), is_comma)
        after = doc[closing + 1] if closing is not None else after
    return after.pos_ in ("DET", "PROPN") or after.text[0].isupper()


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
