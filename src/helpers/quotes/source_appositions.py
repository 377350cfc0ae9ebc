"""What commas set off behind a source: a function, a name, a body, an age, a relative clause; and where that ends.

*Selon Anne Roy, 42 ans, mairesse de Sorne, | le pont ouvrira.*
"""

from spacy.tokens import Doc, Token

from helpers.french.noun_phrases import Phrase, starts_clause
from helpers.french.persons import can_speak, is_human, is_name_part, is_title, is_word_for_person
from helpers.french.verbs import is_finite, is_infinitive
from helpers.lexicon.words import OF, words
from helpers.quotes.index import CueIndex
from helpers.quotes.walks import find, form_tokens, is_comma, skip_forward

ADNOMINAL_RELATIVES = words("adnominal relative")
LIKENESS = words("manner conjunction")
_AGES = words("age unit")
_POSTS = tuple(form_tokens(form) for form in words("post opener"))
_RELATIVES = words("clause relative")
_FARTHEST_COMMA = 40  # tokens behind the first word of a source
_LONGEST = 25  # tokens between two commas
_NO_NOUN = ("DET", "PRON", "ADP", "ADV", "SCONJ", "NUM")


def closing_comma(index: CueIndex, first: int, end: int) -> int | None:
    """The first comma outside of marks."""
    return find(index.doc, first, min(end, first + _FARTHEST_COMMA), lambda t: is_comma(t) and not index.is_quoted(t.i))


def behind_appositions(index: CueIndex, source: Phrase, comma: int, end: int) -> int:
    """The comma that closes all that is told of a source: the one given, or a later one.

    Args:
        index: the release.
        source: the phrase that names the source, before the comma.
        comma: the first comma behind it.
        end: where its sentence ends.
    """
    doc = index.doc
    closing = find(doc, comma + 1, min(end, comma + _LONGEST), is_comma)
    while closing is not None and _is_set_off_behind(doc, source, comma + 1, closing):
        comma, closing = closing, find(doc, closing + 1, min(end, closing + _LONGEST), is_comma)
    return comma


def _is_bare_noun(doc: Doc, i: int, end: int) -> bool:
    """*selon Hélène C, préfète, …*: a function without article between commas, and a clause behind it."""
    group = doc[i:end]
    if is_infinitive(group[0]) or not group[0].text[0].islower():
        return False
    if is_word_for_person(group[0].text):  # whatever its tag
        return not any(is_finite(t) for t in group[1:])
    is_function = group[0].pos_ not in _NO_NOUN
    is_series = any(t.pos_ == "CCONJ" and not (t.i + 1 < end and is_human(doc[t.i + 1])) for t in group)
    return is_function and not is_series and not any(is_finite(t) for t in group)


def _is_of_body(doc: Doc, i: int, end: int) -> bool:
    """*pour l'économiste Luc Obin, du Centre des Rives, A*: the body that somebody is of."""
    return doc[i].lower_ in OF and i + 1 < end and any(is_name_part(t) for t in doc[i + 1 : i + 3])


def _is_set_off_behind(doc: Doc, mention: Phrase, i: int, end: int) -> bool:
    """A group between commas that tells more of the source: a function, a post or a relative clause."""
    is_apposition = is_name_part(doc[mention[1]]) and (_is_bare_noun(doc, i, end) or _is_of_body(doc, i, end))
    if is_apposition or _is_post(doc, i) or is_adnominal(doc[i]) or is_age(doc, i, end):
        return True
    return (
        _is_name_beside(doc, mention, i, end)
        or _is_title_in_capitals(doc, mention, i, end)
        or _is_who(doc, i, end)
        or doc[i].lower_ in LIKENESS
    )


def _is_who(doc: Doc, i: int, end: int) -> bool:
    """*selon la mairesse, la nouvelle élue, A*: a noun for somebody, with a clause of its own subject behind it."""
    core = skip_forward(doc, i, end, lambda t: t.pos_ != "ADP")
    if doc[i].pos_ != "DET" or any(is_finite(t) for t in doc[i:end]) or not any(can_speak(t) for t in doc[i:core]):
        return False
    behind = doc[end + 1] if end + 1 < len(doc) else None
    opens_subject = behind is not None and behind.pos_ in ("DET", "PROPN", "NOUN", "PRON", "NUM")
    return opens_subject and behind.lower_ not in _RELATIVES and starts_clause(doc, end + 1, len(doc))


def _is_title_in_capitals(doc: Doc, mention: Phrase, i: int, end: int) -> bool:
    """*pour Luc Obin, Secrétaire général CFR, A*: a function printed with a capital behind a name."""
    is_function = is_title(doc[i]) and doc[i].text[0].isupper() and is_name_part(doc[mention[1]])
    return is_function and not any(is_finite(t) for t in doc[i:end])


def is_age(doc: Doc, i: int, end: int) -> bool:
    """*pour Anne Roy, 72 ans, …*"""
    return end == i + 2 and doc[i].text.isdigit() and doc[i + 1].lower_ in _AGES


def _is_name_beside(doc: Doc, mention: Phrase, i: int, end: int) -> bool:
    """*pour la compagnie, Les Pieds au sec, A* · *selon le maire de Sorne, Luc Obin, A*: a name beside a noun."""
    is_of_person = doc[i].ent_type_ == "PER"
    is_named = any(t.ent_type_ == "PER" if is_of_person else is_name_part(t) for t in doc[mention[0] : mention[1] + 1])
    is_name = doc[i].text[0].isupper() and not any(is_finite(t) for t in doc[i:end])
    return is_name and not is_named and starts_clause(doc, end + 1, len(doc))


def is_adnominal(token: Token) -> bool:
    """*selon le collectif, dont les chiffres varient, …*"""
    return token.lower_ in ADNOMINAL_RELATIVES


def _is_post(doc: Doc, i: int) -> bool:
    """*selon X, à la tête de la caisse, …*: a post told by a prepositional group."""
    return any(tuple(t.lower_ for t in doc[i : i + len(form)]) == form for form in _POSTS)
