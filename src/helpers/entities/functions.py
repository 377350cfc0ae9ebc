"""What stands beside a name: functions before it and in apposition behind it, and the body where they are held."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from helpers.entities.gender import gender_of_function, gender_of_noun
from helpers.entities.names import printed
from helpers.entities.titles import is_civil, titles_from
from helpers.french.document import ReleaseDoc
from helpers.french.noun_phrases import core_end, phrase_from
from helpers.french.persons import is_name_part, is_title
from helpers.french.verbs import is_participle
from helpers.lexicon.words import AT, OF, words
from helpers.text.typography import fold

_REACH_BEFORE = 12  # tokens before a name in which a function with its complement begins
_TITLE_WITHIN = 4  # tokens from the start of an apposition in which its title stands
_NOUN_WITHIN = 3  # … in which the noun stands whose gender it has
_YEARS = 4  # tokens of *de 1988 à 1994*
_NAME_WITHIN = 3  # tokens behind a preposition in which a body's name begins
_RANKS = words("rank of a function")
_ONE_FUNCTION = words("singular definite article") | words("singular possessive determiner")


@dataclass(frozen=True)
class Function:
    """A function as the release gives it to somebody, and the gender that its words tell."""

    text: str
    gender: str | None


def same_function(one: str, other: str) -> bool:
    """*dir. adj.* is *directrice adjointe*: an abbreviation stands for a word that begins like it."""
    words_of_one, words_of_other = fold(one).split(), fold(other).split()
    return len(words_of_one) == len(words_of_other) and all(
        a == b or _abbreviates(a, b) or _abbreviates(b, a) for a, b in zip(words_of_one, words_of_other, strict=True)
    )


def _abbreviates(short: str, long: str) -> bool:
    return short.endswith(".") and long.startswith(short[:-1])


# --- before a name -----------------------------------------------------------------------------


def function_before(document: ReleaseDoc, first: int) -> Function | None:
    """The function before a name, by the first form that fits."""
    text = _titles_before(document, first) or _post_before(document, first) or post_before_comma(document, first)
    return Function(text, gender_of_function(document, text, first)) if text else None


def _titles_before(document: ReleaseDoc, first: int) -> str | None:
    """*surintendante principale* of *la surintendante principale Mme Roy*: civil titles left out."""
    doc, begins = document.doc, titles_from(document, first)
    tokens = [t for t in doc[begins:first] if not is_civil(t)]
    if not any(is_title(t) for t in tokens) or (len(tokens) == 1 and _is_verb(tokens[0], first)):
        return None
    if tokens[0].i == begins:
        tokens = [*doc[_with_rank(doc, _joined_from(document, begins)) : begins], *tokens]
    return " ".join(t.text for t in tokens)


def _with_rank(doc: Doc, first: int) -> int:
    """*le | premier ministre*, *l'| ancienne mairesse*: where the rank before a function begins."""
    while first and (doc[first - 1].lower_ in _RANKS or _is_prefixed_rank(doc[first - 1])):
        first -= 1
    return first


def _is_prefixed_rank(token: Token) -> bool:
    """*vice-premier*"""
    return "-" in token.text and token.lower_.rpartition("-")[2] in _RANKS


def _is_verb(title: Token, first: int) -> bool:
    """*…, juge Mme Roy*: a form that is a title's and a verb's alike, without determiner before a civil title."""
    doc, i = title.doc, title.i
    is_followed_by_civil = i + 1 < first and is_civil(doc[i + 1])
    is_determined = i > 0 and doc[i - 1].pos_ in ("DET", "ADJ", "ADP")
    return title.pos_ == "VERB" or (is_followed_by_civil and not is_determined)


def _post_before(document: ReleaseDoc, first: int) -> str | None:
    """*ministre de l'Éducation nationale* of *le ministre de l'Éducation nationale Luc Petit*."""
    doc = document.doc
    for i in range(first - 1, max(document.sentence(first)[0], first - _REACH_BEFORE) - 1, -1):
        if is_participle(doc[i]) and i and is_title(doc[i - 1]):  # ministre | délégué aux ports
            continue
        if doc[i].is_space or _ends_group(doc[i]) or (doc[i].pos_ == "CCONJ" and not is_title(doc[i + 1])):
            return None
        if is_title(doc[i]) and not is_civil(doc[i]) and i + 1 < first:
            start = _with_rank(doc, _joined_from(document, i))
            is_post = _opens_group(doc, start) and _is_complement(doc, i + 1, first)
            return doc[start:first].text.strip() if is_post else None
    return None


def _joined_from(document: ReleaseDoc, i: int) -> int:
    """*le | vice-président et ministre de l'Eau*: where the first of two functions begins that *et* joins."""
    doc = document.doc
    if i < 2 or doc[i - 1].pos_ != "CCONJ":
        return i
    for k in range(i - 2, max(document.sentence(i)[0], i - _REACH_BEFORE) - 1, -1):
        if _ends_group(doc[k]):
            break
        if is_title(doc[k]) and _opens_group(doc, _with_rank(doc, k)):
            return k
    return i


def _ends_group(token: Token) -> bool:
    """Punctuation, a verb, a pronoun: no function with its complement holds one."""
    return token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ", "PRON")


def _opens_group(doc: Doc, i: int) -> bool:
    """*le | ministre*: nothing stands between the noun and what opens its group."""
    return i == 0 or doc[i - 1].pos_ in ("DET", "PUNCT") or doc[i].is_sent_start


def _is_complement(doc: Doc, first: int, end: int) -> bool:
    """*de l'Éducation nationale*, *aux ports*, *délégué au port*, but not *de la*, whose noun is the name itself."""
    if doc[first].pos_ in ("ADJ", "VERB") and first + 1 < end:
        first += 1
    is_led = doc[first].lower_ in OF or doc[first].lower_ in AT
    return is_led and doc[end - 1].lower_ not in OF and doc[end - 1].pos_ != "DET"


def post_before_comma(document: ReleaseDoc, first: int) -> str | None:
    """*coordonnateur du centre* of *le coordonnateur du centre, Normand Petit*."""
    doc = document.doc
    if first < 2 or doc[first - 1].text != ",":
        return None
    for i in range(first - 2, max(document.sentence(first)[0], first - _REACH_BEFORE) - 1, -1):
        if _ends_group(doc[i]):
            return None
        start = _behind_adjectives(doc, i)
        if is_title(doc[i]) and start and doc[start - 1].lower_ in _ONE_FUNCTION:
            return doc[start : first - 1].text
        if is_title(doc[i]) and (before := post_before_comma(document, start)):  # ministre d'État, | ministre de l'Eau
            return f"{before}, {doc[start : first - 1].text}"
    return None


def _behind_adjectives(doc: Doc, i: int) -> int:
    """*le | premier ministre*: where the adjectives before a noun begin."""
    while i and doc[i - 1].pos_ == "ADJ":
        i -= 1
    return i


# --- behind a name -----------------------------------------------------------------------------


def apposition(document: ReleaseDoc, last: int) -> tuple[int, int] | None:
    """First and last token of the phrase behind a name and a comma: *Anne Roy, | mairesse de Laval*."""
    doc, first = document.doc, last + 2
    if first >= document.sentence(last)[1] or doc[last + 1].text != ",":
        return None
    return first, phrase_from(document, first, at_least=first)


def function_behind(document: ReleaseDoc, phrase: tuple[int, int]) -> Function | None:
    """The function that an apposition is: *Anne Roy, la nouvelle mairesse de Laval*."""
    doc, (first, last) = document.doc, phrase
    if not is_function(doc, first, last):
        return None
    opening = doc[first : min(first + _NOUN_WITHIN, last + 1)]
    noun = next((t for t in opening if t.pos_ == "NOUN" or is_title(t)), None)
    text = printed(document, first, _behind_years(document, core_end(doc, first, last)))
    return Function(text, gender_of_noun(noun) if noun is not None else None)


def _behind_years(document: ReleaseDoc, last: int) -> int:
    """*syndic | de 1988 à 1994*: the years of a function say that it is over."""
    doc, end = document.doc, document.sentence(last)[1]
    near = doc[last + 1 : min(end, last + 1 + _YEARS)]
    years = [t.i for t in near if t.is_digit and len(t) == 4]
    is_span = len(years) == 2 and near[0].pos_ == "ADP" and years[0] == last + 2
    return years[1] if is_span else last


def is_function(doc: Doc, first: int, last: int) -> bool:
    """*mairesse de Laval*, *la nouvelle mairesse*: a title at the head of a phrase, or near it."""
    if is_title(doc[first]):
        return True
    opening = doc[first : min(first + _TITLE_WITHIN, last + 1)]
    return doc[first].pos_ in ("DET", "ADJ", "NOUN") and any(is_title(t) for t in opening)


def affiliation_behind(document: ReleaseDoc, last: int, phrase: tuple[int, int] | None) -> str | None:
    """The body behind a name, in its apposition or without comma, as printed."""
    if phrase is None:
        return _body_behind(document, last)
    doc, (first, stop) = document.doc, phrase
    if is_function(doc, first, stop):
        return _body_of_function(document, first, stop)
    if doc[first].lower_ in OF and first + 1 < document.sentence(last)[1]:
        return printed(document, first + 1, core_end(doc, first + 1, stop))  # Anne Roy, de la RDS
    return None


def _body_of_function(document: ReleaseDoc, first: int, stop: int) -> str | None:
    """*Anne Roy, professeure à | l'Université du Nord*: behind the first preposition with a name near it."""
    doc = document.doc
    for k in range(first, stop):
        named = any(is_name_part(t) for t in doc[k + 1 : k + 1 + _NAME_WITHIN])
        if named and doc[k].lower_ in words("affiliation preposition"):
            return printed(document, k + 1, core_end(doc, k + 1, stop))
    return None


def _body_behind(document: ReleaseDoc, last: int) -> str | None:
    """*Anne Roy de | la RDS a dit*: one word behind *de*, with its article."""
    doc, first, end = document.doc, last + 2, document.sentence(last)[1]
    if first >= end or doc[last + 1].lower_ not in OF:
        return None
    head = first + 1 if doc[first].pos_ == "DET" and first + 1 < end else first
    return printed(document, first, head) if is_name_part(doc[head]) or doc[head].text.isupper() else None
