"""The grammar of noun phrases: where one begins and ends, its core, its complements, and what stands in apposition.

The parse says which word governs a phrase; typography and word classes say how far it reaches, since abbreviations and
foreign names make parsers stumble just there. A phrase is walked from its first word to the first that a rule of
``STOPS`` turns away; every rule is a predicate with a phrase that shows it, the bar where the phrase ends. Phrases are
first and last token, both inside.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from helpers.french.document import ReleaseDoc
from helpers.french.persons import is_human, is_name_part, is_title
from helpers.french.subjects import CLITICS, SUBJECTS
from helpers.french.verbs import is_finite, is_infinitive
from helpers.lexicon.words import AT, OF, POSSESSIVES, THAT, column, forms_of, words

Phrase = tuple[int, int]

LONGEST_PHRASE = 120  # tokens; a longer run is no phrase, and reading it from each of its words would be quadratic
DAYS = frozenset(forms_of("weekdays")) | words("time of day")

_PARTICLES = words("name particle")
_COORDINATORS = words("nominal coordinator")
_AND = words("and")
_COMPLEMENTS = words("complement preposition")
_CIRCUMSTANCES = words("place or time preposition")
_CLOSERS = words("phrase closer")
_CLAUSE_CLOSERS = words("adnominal relative")
_DEGREE = words("degree adverb")
_DEICTIC = words("deictic particle")
_IN = words("in")
_NOUN_ARTICLES = words("singular article")
_OF_THE = words("contracted of")
_FACT = words("whole fact")
_AIM = words("aim preposition")
_PARTITIVE = words("partitive head")
_INDEFINITE = words("indefinite pronoun")
_DATED = words("date opener")
_ELIDED = words("long elision")
_SUPPORT = words("noun of support")
_CORE_CLOSERS = words("core closer")
_NOUNS = ("NOUN", "PROPN")
_WHO = ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
_INSIDE = ("DET", "ADJ", "NUM", "PROPN", "NOUN")
_QUOTED_WORDS = 5  # tokens between two marks that are still part of a phrase
_NICKNAME = 8
_ELISION = 2  # characters of an elided article
_CLAUSE = 12  # tokens in which the verb of a new clause comes up


# --- how far a phrase reaches -------------------------------------------------------------------


@dataclass
class _Walk:
    """A phrase as far as it was walked: ``last`` is its last word so far, none before ``at_least`` ends it."""

    doc: Doc
    first: int
    at_least: int
    end: int
    is_inverted: bool
    last: int
    in_apposition: bool = False
    has_function: bool = False


def phrase_from(document: ReleaseDoc, first: int, at_least: int = -1, is_inverted: bool = False) -> int:
    """Last token of the noun phrase that begins at a token, with its apposition.

    *le lieut. col. X* · *François Y, président du Syndicat des Z* · *Jean V, de la RDS*

    Args:
        document: the release with its parse.
        first: the first token.
        at_least: a token that is part of the phrase whatever it is, such as the subject that the parse gives.
        is_inverted: the phrase stands behind its verb, where an addressee may follow (*au journal*).
    """
    doc = document.doc
    end = min(document.sentence(first)[1], max(first, at_least) + LONGEST_PHRASE)
    walk = _Walk(doc, first, at_least, end, is_inverted, last=first)
    i = first
    while i < end:
        token = doc[i]
        if _is_tied(walk, i):
            walk.last, i = i, i + 1
            continue
        closing = _quoted_word(walk, i)
        if closing is not None:
            walk.last, i = closing, closing + 1
            continue
        if token.text == ",":
            if _ends_at_comma(walk, i):
                break
            walk.in_apposition = True
        elif any(stops(walk, i) for stops in STOPS):
            break
        walk.has_function |= is_title(token) and not token.text[0].isupper() and token.pos_ == "NOUN"
        if (not token.is_punct and not token.is_space) or token.text == '"':
            walk.last = i
        i += 1
    return _whole_word(walk, _without_loose_end(walk))


def _is_tied(walk: _Walk, i: int) -> bool:
    """*Porter's Inn*: behind a name's apostrophe, which is no French elision, its word goes on."""
    before = walk.doc[i - 1] if i > walk.first else None
    is_name = before is not None and before.text[-1] in "'’" and before.text[0].isupper() and len(before) > _ELISION
    return is_name and not before.whitespace_ and before.lower_ not in _ELIDED


def _quoted_word(walk: _Walk, i: int) -> int | None:
    """*un « retenu »*: a word between marks behind an article is part of the phrase; its closing mark."""
    doc = walk.doc
    if i == walk.first or doc[i].text not in "«“" or doc[i - 1].pos_ not in ("DET", "ADJ"):
        return None
    return next((k for k in range(i + 1, min(walk.end, i + _QUOTED_WORDS)) if doc[k].text in "»”"), None)


def _ends_at_comma(walk: _Walk, i: int) -> bool:
    """*la ministre | , hier*, *Anne R. | , Paul N. et Luc O.*, but *Anne R., directrice*."""
    doc = walk.doc
    is_named = any(is_name_part(t) and t.ent_type_ == "PER" for t in doc[walk.first : i])
    return not _opens_apposition(doc, i + 1, walk.end) or (is_named and doc[i + 1].pos_ == "PROPN")


def _at_mark(walk: _Walk, i: int) -> bool:
    """*la mairesse | ( Québec )*, *la mairesse | : « …*"""
    token = walk.doc[i]
    return (i > walk.first and token.text in "«»“”;:!?…([.–—") or token.text in ")]"


def _at_straight_mark(walk: _Walk, i: int) -> bool:
    """*la mairesse | " …*, but *la "patronne" Anne R.*"""
    doc = walk.doc
    if doc[i].text != '"' or i == walk.first:
        return False
    closes_later = any(doc[k].text == '"' for k in range(i + 1, min(walk.end, i + _NICKNAME)))
    return not closes_later and doc[i].nbor(-1).pos_ not in _NOUNS


def _at_time(walk: _Walk, i: int) -> bool:
    """*la mairesse | lundi*, but *Le Journal du dimanche*."""
    doc = walk.doc
    is_title_of_paper = i - 2 > walk.first and doc[i - 1].lower_ in _OF_THE and doc[i - 2].text[0].isupper()
    return doc[i].text in DAYS and not is_title_of_paper


def _at_closer(walk: _Walk, i: int) -> bool:
    """*la mairesse | qui a signé*, *la mairesse | lors de la visite*."""
    return walk.doc[i].lower_ in _CLOSERS


def _at_finite_verb(walk: _Walk, i: int) -> bool:
    """*la mairesse | annonce*; a name or title that the tagger takes for a verb goes on."""
    token = walk.doc[i]
    if i <= walk.at_least or not is_finite(token) or token.ent_type_ or is_title(token):
        return False
    return not (token.text[0].isupper() and i == walk.last + 1)


def _at_infinitive(walk: _Walk, i: int) -> bool:
    """*la volonté de la mairesse | agir*."""
    token = walk.doc[i]
    is_verb = token.pos_ in ("VERB", "AUX") and is_infinitive(token)
    return i > walk.at_least and is_verb and not token.text[0].isupper()


def _at_pronoun(walk: _Walk, i: int) -> bool:
    """*la mairesse | elle-même*, but *celui-ci*."""
    token = walk.doc[i]
    if token.pos_ not in ("SCONJ", "PRON") or i <= max(walk.first, walk.at_least) or is_title(token):
        return False
    return not token.text[0].isupper() and token.lower_ not in _DEICTIC


def _at_adverb(walk: _Walk, i: int) -> bool:
    """*la mairesse | aujourd'hui*, but *la plus haute responsable*."""
    token = walk.doc[i]
    return i > walk.at_least and token.pos_ == "ADV" and not token.ent_type_ and token.lower_ not in _DEGREE


def _at_new_clause(walk: _Walk, i: int) -> bool:
    """*la mairesse | et le pont ouvrira*, but *virologue et directeur*."""
    doc = walk.doc
    if doc[i].lower_ not in _COORDINATORS:
        return False
    if i + 1 >= walk.end:
        return True
    following = doc[i + 1]
    is_nominal = following.pos_ in ("NOUN", "PROPN", "DET", "ADJ") or following.text[0].isupper()
    return not (is_nominal or following.lower_ in OF) or starts_clause(doc, i + 1, walk.end)


def _at_circumstance(walk: _Walk, i: int) -> bool:
    """*Anne R. | à Lyon*, *la mairesse | dans un discours*, but *directrice à l'université*.

    Behind a function such a group belongs to it, behind a name it does not.
    """
    doc, text = walk.doc, walk.doc[i].lower_
    if text not in _COMPLEMENTS or (text in _IN and _qualifies(doc, i)) or _is_aim(walk, i):
        return False
    if walk.is_inverted and _is_addressee(doc, i, walk.end):
        return True
    if i > walk.first and not walk.in_apposition and not walk.has_function:
        return True
    return text in _CIRCUMSTANCES and not walk.in_apposition and not _is_participle(doc[i - 1])


def _is_aim(walk: _Walk, i: int) -> bool:
    """*l'Institut Roy pour la paix*, *le collectif contre le pont*: what a body is for is part of its name."""
    doc = walk.doc
    is_supported = doc[i].lower_ in AT and i > walk.first and doc[i - 1].lower_ in _SUPPORT  # le comité de soutien à X
    if i + 1 >= walk.end or doc[i + 1].lower_ in POSSESSIVES or not (doc[i].lower_ in _AIM or is_supported):
        return False
    if is_supported:
        return True
    is_of_body = not any(is_human(t) or t.ent_type_ == "PER" for t in doc[walk.first : i])
    governor = doc[i].head.head
    return is_of_body and doc[i].head.pos_ in _NOUNS and walk.first <= governor.i < i and governor.pos_ in _NOUNS


STOPS: tuple[Callable[[_Walk, int], bool], ...] = (
    _at_mark, _at_straight_mark, _at_time, _at_closer, _at_finite_verb, _at_infinitive, _at_pronoun, _at_adverb,
    _at_new_clause, _at_circumstance,
)  # fmt: skip
"""What ends a noun phrase, beside a comma that opens no apposition."""


def _without_loose_end(walk: _Walk) -> int:
    """*la mairesse de | la*: a phrase ends in no article, preposition or particle."""
    last = walk.last
    while last > max(walk.first, walk.at_least) and _is_loose(walk.doc[last]):
        last -= 1
    return max(last, walk.at_least)


def _is_loose(token: Token) -> bool:
    is_particle = token.lower_ in _PARTICLES and not token.text[0].isupper()
    return is_particle or token.pos_ in ("ADP", "DET", "CCONJ")


def _whole_word(walk: _Walk, last: int) -> int:
    """*les élu·es présent-es*: what a hyphen ties to the last word is part of it."""
    doc = walk.doc
    while (
        last + 1 < walk.end
        and not doc[last].whitespace_
        and doc[last + 1].lower_ not in CLITICS
        and (doc[last + 1].text[0] == "-" or doc[last].text == "-")
    ):
        last += 1
    return last


def _qualifies(doc: Doc, i: int) -> bool:
    """*Conseil de recherche en sciences humaines*: *en* with a plural noun belongs to the noun before it."""
    if i + 1 >= len(doc) or i == 0:
        return False
    following = doc[i + 1]
    is_plural_noun = following.pos_ == "NOUN" and "Plur" in following.morph.get("Number")
    return doc[i - 1].pos_ in _NOUNS and is_plural_noun and following.text[0].islower()


def _is_addressee(doc: Doc, i: int, end: int) -> bool:
    """*au Monde*, *à l'AFP*, *à la presse*: who was told, not what the speaker does."""
    if doc[i].lower_ not in AT:
        return False
    k = i + 1
    while k < end and doc[k].pos_ == "DET":
        k += 1
    return k < end and (doc[k].text[0].isupper() or doc[k].lower_ in _addressees())


@cache
def _addressees() -> frozenset[str]:
    return frozenset(column("addressees", "noun"))


def _is_participle(token: Token) -> bool:
    return "Part" in token.morph.get("VerbForm") or token.pos_ == "VERB"


# --- appositions and clauses --------------------------------------------------------------------


def _opens_apposition(doc: Doc, i: int, end: int) -> bool:
    """Behind a comma: *Jean V, | de la RDS*, *Anne R, | directrice*, *Anne R, | la nouvelle directrice*."""
    if i >= end:
        return False
    token = doc[i]
    following = doc[i + 1] if i + 1 < end else None
    if token.lower_ in OF:
        return following is not None and _is_name_behind_of(doc, i + 1, end)
    if is_title(token) or (token.pos_ in _NOUNS and token.lower_ not in DAYS):
        return not starts_clause(doc, i, end)
    if following is None:
        return False
    if token.pos_ == "ADJ" and (is_title(following) or following.pos_ == "NOUN"):
        return True
    if token.pos_ == "DET" or token.lower_ in _NOUN_ARTICLES:
        is_nominal = is_title(following) or following.pos_ in ("NOUN", "PROPN", "ADJ", "PRON")
        return is_nominal and not starts_clause(doc, i, end)
    return False


def _is_name_behind_of(doc: Doc, i: int, end: int) -> bool:
    """*de | RDS*, *des | Services de transport*, *de | la RDS*."""
    if doc[i].text[0].isupper():
        return True
    return doc[i].pos_ == "DET" and i + 1 < end and doc[i + 1].text[0].isupper()


def starts_clause(doc: Doc, i: int, end: int) -> bool:
    """A noun phrase with a finite verb right behind it is the subject of a new clause."""
    for k in range(i, min(end, i + _CLAUSE)):
        if doc[k].lower_ in _FACT and k + 1 < end and doc[k + 1].lower_ in THAT:
            return True  # Pour X, le fait que …
        if doc[k].text in ",;:." or doc[k].lower_ in _CLAUSE_CLOSERS:
            return False
        if is_finite(doc[k]) and not doc[k].ent_type_ and not is_title(doc[k]):
            return True
    return False


def behind_fronting(document: ReleaseDoc, first: int, last: int) -> Phrase:
    """*Membre du conseil, | la mairesse Anne Roy | a dit*: an apposition before its noun gives way to it."""
    doc = document.doc
    is_nominal = is_human(doc[first]) or doc[first].pos_ == "NOUN"
    if not doc[first].is_sent_start or doc[first].pos_ == "DET" or not is_nominal:
        return first, last
    comma = next((i for i in range(first, min(last + 2, len(doc))) if doc[i].text == ","), None)
    if comma is None or comma + 1 >= len(doc):
        return first, last
    if doc[comma + 1].pos_ not in ("DET", "PROPN") and not is_name_part(doc[comma + 1]):
        return first, last
    return comma + 1, phrase_from(document, comma + 1, at_least=comma + 1)


def core_end(doc: Doc, first: int, last: int) -> int:
    """Last token of a phrase before its apposition, relative clause, participle with a group, or date.

    *étude | menée en avril*, but *services spécialisés de la RDS*; *un « retenu »* is one himself.
    """
    for i in range(first + 1, last + 1):
        token = doc[i]
        following = doc[i + 1].lower_ if i < last else ""
        is_dated = token.lower_ in _DATED and following.isdigit()
        is_past = token.pos_ == "VERB" and "Part" in token.morph.get("VerbForm") and not token.text[0].isupper()
        is_led_on = is_past and following not in OF and any(t.pos_ in _WHO for t in doc[first:i])
        if token.text in ",(;:" or token.lower_ in _CORE_CLOSERS or is_dated or is_led_on:
            return i - 1
    return last


# --- by their governor ---------------------------------------------------------------------------


def phrase_around(document: ReleaseDoc, head: Token) -> Phrase:
    """First and last token of the noun phrase that a subject governs, relative clauses left out."""
    if head.pos_ == "PRON" and not is_indefinite(head):
        return head.i, head.i
    first = _first_of(document, head)
    last = phrase_from(document, first, at_least=head.i)
    return first, _with_coordinated_subject(document, head, last)


def is_indefinite(head: Token) -> bool:
    """*certains*, *chacun*; *l'| un | des élèves*, *| deux | d'entre eux*, but not *deux écoles*."""
    is_part = head.lower_ in _PARTITIVE and head.i + 1 < len(head.doc) and head.nbor(1).lower_ in OF
    return is_part or head.lower_ in _INDEFINITE


def _first_of(document: ReleaseDoc, head: Token) -> int:
    """Back from a noun over what belongs to it: *la | jeune | mairesse*."""
    doc, first = document.doc, head.i
    while first > document.sentence(head.i)[0]:
        before = doc[first - 1]
        if before.is_space or (before.is_punct and before.text not in "\"'’-") or is_finite(before):
            break
        is_own = (before.head.i >= first - 1 and before.head.i <= head.i) or before.head == head
        is_own |= before.text[0].isupper() and doc[first].text[0].isupper()  # la Directrice Générale Adjointe
        if before.pos_ not in _INSIDE or not (is_own or before.pos_ == "DET" or is_title(before)):
            break
        first -= 1
        if before.pos_ == "DET":
            break
    return first


def _with_coordinated_subject(document: ReleaseDoc, head: Token, last: int) -> int:
    """*Bergers et vignerons estiment*: what stands before the verb of both is no new clause."""
    doc = document.doc
    if head.dep_ not in SUBJECTS or last + 1 >= len(doc) or doc[last + 1].lower_ not in _AND:
        return last
    other = next((c for c in head.children if c.dep_ == "conj" and last + 1 < c.i < head.head.i), None)
    if other is None or any(is_finite(t) for t in doc[last + 1 : other.i]):
        return last
    return max(other.i, phrase_from(document, last + 2, at_least=other.i))
