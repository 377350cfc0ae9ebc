"""Amounts → what they count: *300 cerfs*; give the size of: *une marge de 23 %*; or measure: *le taux atteint 4 %*."""

import re
from functools import cache

from spacy.tokens import Token

from helpers import lexicon
from helpers.french.verbs import is_participle, is_passive
from helpers.lexicon.words import (
    AT,
    BARE_OF,
    DEFINITE,
    DEMONSTRATIVES,
    OF,
    POSSESSIVES,
    alternation,
    before_word,
    column,
    forms_of,
    words,
)
from helpers.numbers.amounts import Amounts
from helpers.numbers.links import is_range_link
from helpers.numbers.model import Amount
from helpers.numbers.number_verbs import MOVES, has_copula, measures_subject, number_head, subjects_above, verbs
from helpers.numbers.times import FULL_MONTHS, YEAR, period_contexts
from helpers.numbers.units import unit_at, unit_codes
from helpers.text.typography import fold

_I = re.IGNORECASE
_Span = tuple[int, int]

_FUSED = words("contracted of")
_OF_BEHIND = re.compile(rf"(?: ?[»”\"])? (?:{before_word(OF - _FUSED)}|{before_word(_FUSED)}(?=\w))", _I)


def counted_by(amount: Amount, amounts: Amounts) -> _Span | None:
    """The noun phrase that a number counts, gives the size of or measures."""
    if amount.share:
        return amount.share
    inclusive = _INCLUSIVE.match(amounts.text.plain, amount.after)
    if inclusive and amount.unit is None:
        return inclusive.span("noun")
    low, limit = amounts.text.sentence_span(amount.start)
    of = _of_behind(amount, amounts.text.plain, limit)
    if of and _is_way_off(amount, of, amounts.text.plain, low):
        return None
    of_dimension = of and amount.unit in unit_codes("length") and _DIMENSION.match(amounts.text.plain, of.end())
    whole = (_sized(amount, amounts) or _measured(amount, amounts)) if of_dimension else None  # un mur de 3 m de haut
    return whole or _counted(amount, amounts, of, limit)


def _counted(amount: Amount, amounts: Amounts, of: re.Match[str] | None, limit: int) -> _Span | None:
    """The same by the word behind a number, its unit, or the *of* behind that."""
    text, has_unit = amounts.text, amount.unit is not None
    if of and (amount.partitive or has_unit or _is_of_number(of, amounts)):
        token = _over_number(text.following(of.end()), amounts)
    elif has_unit or _is_fraction_alone(amount, text.plain):
        return _spent_on(amount, amounts, limit) or _sized(amount, amounts) or _measured(amount, amounts)
    else:
        more = _OR_MORE.match(text.plain, amount.after)
        token = text.following(more.end() if more else amount.after)
        if _TIMES_MORE.match(text.plain, amount.after):
            return _measured(amount, amounts)
        if not more and not _may_be_counted(token, amount, amounts):
            return _beside(amount, amounts)
    if token is None or token.idx >= limit or not token.text[0].isalpha():
        return None if of else _beside(amount, amounts)
    if of and amount.unit in unit_codes("time") | unit_codes("length") and token.text[0].isupper():
        return None  # 60 km de Paris
    return text.phrase(token, limit, amounts.barred, sure=bool(of)) or _beside(amount, amounts)


_TIMES_MORE = re.compile(
    rf" (?:{alternation(words('noun of a multiple'))})"
    rf" (?:{alternation(words('comparative') | words('comparative adjective'))})(?!\w)",
    _I,
)
"""*deux | fois plus élevé*"""

_OR_MORE = re.compile(rf" (?:{alternation(words('open end of a count'))}) (?=[^\W\d_])", _I)
"""*deux | ou plusieurs | communes*"""

_EDGE = re.compile(rf" (?:{alternation(period_contexts('edge'))}) (?:{YEAR}|(?:{alternation(FULL_MONTHS)}))(?!\w)", _I)


def _may_be_counted(token: Token | None, amount: Amount, amounts: Amounts) -> bool:
    """Whether the word right behind a number may open what is counted: not *250 | fin 2020* or *12 | les …*."""
    if token is None or token.idx > amount.after + 1 or token.pos_ == "DET" or token.idx in amounts.numbers:
        return False
    return not _EDGE.match(amounts.text.plain, amount.after)


_LEAST_SIZE = 1e6


def _beside(amount: Amount, amounts: Amounts) -> _Span | None:
    """What a number without a noun of its own measures, or is the size of: *le plan de | 700 milliards vise …*."""
    sized = _sized(amount, amounts) if amount.multiplier >= _LEAST_SIZE and amount.partitive else None
    return sized or _named_before_bracket(amount, amounts) or _measured(amount, amounts)


def _named_before_bracket(amount: Amount, amounts: Amounts) -> _Span | None:
    """*les nouvelles infections | (5 508)*: a count in brackets behind what it counts."""
    text = amounts.text
    low, _ = text.sentence_span(amount.start)
    if not (text.plain.endswith(" (", 0, amount.start) and text.plain.startswith(")", amount.after)):
        return None
    token = text.token(amount.start - 3)
    noun = _noun_before(token, low, amounts) if token is not None and token.idx >= low else None
    if noun is None or noun.text[-1] not in "sx":
        return None
    first = min((t for t in noun.lefts if t.pos_ == "ADJ"), key=lambda t: t.i, default=noun)
    return first.idx, token.idx + len(token)


_RATE_NOUN = alternation(period_contexts("rate noun"))
_HOURLY = re.compile(rf" (?:{before_word(OF - _FUSED)})(?:{before_word(DEFINITE)})(?:{_RATE_NOUN})(?!\w)", _I)
_DIMENSION = re.compile(rf"(?:{alternation(words('dimension'))})(?!\w)", _I)
_IN_OTHER_UNIT = re.compile(r" ?\([^()\n]{1,40}\)(?= d)")


def _of_behind(amount: Amount, plain: str, limit: int) -> re.Match[str] | None:
    """*300 millions de rands | de taxes*, also over the same in another unit: *… (15 millions d'euros) | de taxes*."""
    if amount.unit is not None and _HOURLY.match(plain, amount.after):
        return None  # 12 $ de l'heure
    of = _OF_BEHIND.match(plain, amount.after, limit)
    is_sum = amount.unit is not None or amount.partitive
    again = _IN_OTHER_UNIT.match(plain, amount.after, limit) if is_sum and not of else None
    return _OF_BEHIND.match(plain, again.end(), limit) if again else of


_AT = rf"{alternation(AT)}|(?-i:{alternation(fold(form).capitalize() for form in AT)})"  # À may lose its accent
_WAY_OFF = re.compile(rf"(?<!\w)(?:{_AT}) (?:[^\W\d_]{{2,15}} (?:{before_word(BARE_OF)})?){{0,2}}\Z", _I)


def _is_way_off(amount: Amount, of: re.Match[str], plain: str, low: int) -> bool:
    """*à trois jours | du vote*: how far off something is, no length of it."""
    is_definite = of.group().strip(' »”"').lower() in OF - BARE_OF
    measures_way = amount.unit in unit_codes("time") | unit_codes("length")
    return (
        is_definite and measures_way and _WAY_OFF.search(plain, max(low, amount.start - 30), amount.start) is not None
    )


_INTO = re.compile(rf" (?:{alternation(words('in'))}) (?=[^\W\d_]{{2,30}}s(?!\w))", _I)


def _spent_on(amount: Amount, amounts: Amounts, limit: int) -> _Span | None:
    """*450 millions de dollars en | contrats*: what money goes into or comes as."""
    into = _INTO.match(amounts.text.plain, amount.after, limit) if amount.unit in unit_codes("currency") else None
    token = amounts.text.following(into.end()) if into else None
    if token is None or token.pos_ != "NOUN" or unit_at(amounts.text.plain, token.idx, limit):
        return None
    return amounts.text.phrase(token, limit, amounts.barred)


_ENDING = alternation(words("inclusive ending"))
_INCLUSIVE = re.compile(
    rf" (?P<noun>[^\W\d_]{{2,30}}(?:\((?:{_ENDING})s?\)s?|[-·•.](?:{_ENDING})(?:[-·•.]?s)?))(?!\w)", _I
)


def _is_of_number(of: re.Match[str], amounts: Amounts) -> bool:
    """*48 | des 51 pages*, *sept | de ses membres*: the whole of which a number is a part."""
    token = amounts.text.following(of.end())
    if token is None:
        return False
    is_several = of.group().strip().lower() in _SEVERAL_OF or token.lower_ in _SEVERAL
    return token.idx in amounts.numbers or is_several


_SEVERAL = {form for form in DEFINITE | DEMONSTRATIVES | POSSESSIVES if form.endswith("s")}
_SEVERAL_OF = {form for form in OF if form.endswith("s")}
_SOFT = rf"(?:{alternation(forms_of('approximators', side='before'))})"
_SOFTENED = re.compile(rf"(?:{_SOFT} )?", _I)


def _over_number(token: Token | None, amounts: Amounts) -> Token | None:
    """*un tiers des | 900 communes*, *la moitié des | quelque 300 élus*: what a part is of has its own number."""
    whole = None if token is None else amounts.behind(token.idx, token.idx + 20)
    if whole is None or whole.unit is not None or not _SOFTENED.fullmatch(amounts.text.plain, token.idx, whole.start):
        return token
    return amounts.text.following(whole.after)


def _is_fraction_alone(amount: Amount, plain: str) -> bool:
    """*la moitié, …*: a part that no word follows."""
    return amount.partitive and amount.multiplier == 1.0 and plain[amount.after : amount.after + 1] != " "


# --- the noun before the number ----------------------------------------------------------------

_SOFTENER = alternation(forms_of("softeners", before="size"))
_SIZE = rf"(?:{alternation(words('participle of a size'))})"
_OF_BEFORE = re.compile(
    rf"(?:(?<= )(?:{alternation(words('of before a plural'))})"
    rf"|(?<= )(?:{alternation(words('comparative adjective'))}) (?:{alternation(AT)})"
    rf"|(?<= )(?:{before_word(words('opening of a size'))})?{_SIZE})(?: (?:{_SOFTENER}))? ?\Z",
    _I,
)
_AT_PRICE = re.compile(rf"(?<= )(?:{alternation(AT)})(?: (?:{_SOFTENER}))? ?\Z", _I)
_ADVERBIAL = re.compile(rf"(?<!\w)(?:{alternation(words('adverbial of a change'))}) ?\Z", _I)  # augmente en moyenne de
_LINKS = OF | words("in")
_MOST_LINKED = 3


def _sized(amount: Amount, amounts: Amounts) -> _Span | None:
    """*une marge de 23 %*, *un prix inférieur à 40 €*, *une amende allant jusqu'à 90 €*: the noun of that size."""
    if amount.unit in unit_codes("time"):
        return None
    text = amounts.text
    low, _ = text.sentence_span(amount.start)
    start = max(low, _range_start(amount, amounts))
    of = _OF_BEFORE.search(text.plain, max(0, start - 36), start)
    if of is None and amount.unit in unit_codes("currency") | unit_codes("speed"):
        of = _AT_PRICE.search(text.plain, max(0, start - 24), start)
    token = text.token(of.start() - 2) if of else None
    noun = _noun_before(token, low, amounts)
    if noun is None or _ADVERBIAL.search(text.plain, max(0, of.start() - 24), of.start()):
        return None
    first = _first_linked(noun, low, amounts)
    if fold(first.text).rstrip("sx") in _unmeasured():
        return None
    return first.idx, token.idx + len(token)


def _range_start(amount: Amount, amounts: Amounts) -> int:
    """Where a number begins, or the first end of a range that it is the second of: *comprises entre | 70 et 100 €*."""
    first = amounts.before(amount.start, amount.start - 24)
    if first is None or first.unit != amount.unit:
        return amount.start
    return first.start if is_range_link(amounts.text.plain[first.end : amount.start]) else amount.start


def _first_linked(noun: Token, low: int, amounts: Amounts) -> Token:
    """*taux de croissance*, *augmentation des salaires*: the noun that others hang on, from the last of them."""
    for _ in range(_MOST_LINKED):
        link = noun.nbor(-1) if noun.i else None
        if link is None or link.text.lower().replace("’", "'") not in _LINKS or link.idx <= low:
            break
        before = _noun_before(link.nbor(-1), low, amounts)
        if before is None:
            break
        noun = before
    return noun


def _noun_before(token: Token | None, low: int, amounts: Amounts) -> Token | None:
    """The noun that a token is, or follows as an adjective or participle."""
    for _ in range(3):
        if token is None or token.idx < low or token.idx in amounts.numbers:
            return None
        if token.pos_ == "NOUN":
            return token
        if not token.i or not _follows_noun(token):
            return None
        token = token.nbor(-1)
    return None


def _follows_noun(token: Token) -> bool:
    """*une marge brute*, *le taux constaté*."""
    participle = token.pos_ == "VERB" and is_participle(token) and token.dep_ in ("acl", "amod")
    return (token.pos_ == "ADJ" or participle) and token.nbor(-1).pos_ in ("NOUN", "ADJ")


@cache
def _unmeasured() -> frozenset[str]:
    return frozenset(fold(r["noun"]).rstrip("sx") for r in lexicon.rows("no_measured_nouns"))


# --- the subject of a verb of measure, the object of one that moves it --------------------------

_FOR_SPELL = re.compile(
    rf"(?<!\w)(?:{alternation(period_contexts('spell') + period_contexts('during'))})(?: [^\W\d_]{{1,12}}){{0,2}} \Z",
    _I,
)
_MOST_STEPS = 4  # from a number up to its verb
_MEASURED = column("number_verbs", "preposition", role="measured")
_REACHES = re.compile(
    rf"(?<!\w)(?:{alternation(_MEASURED)})(?: [^\W\d_]{{2,15}}(?: (?:{alternation(OF)}))?)?(?: |(?<='))\Z", _I
)


def _measured(amount: Amount, amounts: Amounts) -> _Span | None:
    """What a verb measures or moves: *le taux a atteint 0,4 %*, *la ville réduit le taux de 4 %*."""
    text = amounts.text
    head = number_head(amount, amounts)
    if head is None:
        return None
    if amount.unit in unit_codes("time") and _FOR_SPELL.search(text.plain[max(0, amount.start - 40) : amount.start]):
        return None
    verb = head
    for _ in range(_MOST_STEPS):
        if verb.pos_ in ("VERB", "AUX") or has_copula(verb, amounts):
            break
        verb = verb.head
    low, high = text.sentence_span(amount.start)
    is_moved = verb.lemma_ in MOVES or (verb.lemma_ in verbs("measured", AT) and _is_reached(amount, text.plain))
    if is_moved and not is_passive(verb):
        moved = next((c for c in verb.children if c.dep_ == "obj" and c.pos_ == "NOUN" and c.i != head.i), None)
        is_counted = moved is not None and any(t.idx in amounts.numbers for t in moved.lefts)
        if moved is not None and not is_counted and not _hangs_on(moved, head, below=verb):
            return _whole_phrase(moved, high if moved.i > head.i else amount.start, low, amounts)
    if not _measures(verb, amount, amounts):
        return None
    subject = next(
        (s for s in subjects_above(verb, amounts) if s.i < head.i and not _hangs_on(head, s, below=verb)), None
    )
    return _whole_phrase(subject, amount.start, low, amounts) if subject is not None else None


def _measures(verb: Token, amount: Amount, amounts: Amounts) -> bool:
    """*le taux est de 4 %*, *le taux est estimé à 4 %*, *le taux perd deux points*."""
    if verb.lemma_ in MOVES | verbs("copula") or has_copula(verb, amounts) or measures_subject(verb, amount, amounts):
        return True
    if verb.lemma_ in verbs("mover"):
        return amount.unit in unit_codes("share")
    is_measured = verb.lemma_ in verbs("measured") and (is_passive(verb) or verb.lemma_ not in verbs("measured", AT))
    return is_measured and _is_reached(amount, amounts.text.plain)


def _is_reached(amount: Amount, plain: str) -> bool:
    """*estimé à | 12 M$*, *jusqu'à plus de | 90 jours*."""
    return _REACHES.search(plain, max(0, amount.start - 40), amount.start) is not None


def _whole_phrase(noun: Token, limit: int, low: int, amounts: Amounts) -> _Span | None:
    """A noun with what stands before it and hangs on it; of *60 % des élus* it is *élus*."""
    if not noun.text[0].isalpha():
        noun = next((child for child in noun.children if child.dep_ == "nmod" and child.pos_ == "NOUN"), None)
        return amounts.text.phrase(noun, limit, amounts.numbers) if noun is not None else None
    start = min((t for t in noun.lefts if t.pos_ in ("DET", "ADJ")), key=lambda t: t.i, default=noun)
    if any(number in amounts.numbers for number in (t.idx for t in noun.doc[start.i : noun.i])):
        start = noun  # les deux budgets sont de 3 M€
    return amounts.text.phrase(start, limit, amounts.numbers) if start.idx >= low else None


def _hangs_on(token: Token, other: Token, *, below: Token) -> bool:
    """Whether a token depends on another, some steps up and below a verb."""
    for _ in range(12):
        if token.head.i == token.i or token.i == below.i:
            return False
        token = token.head
        if token.i == other.i:
            return True
    return False
