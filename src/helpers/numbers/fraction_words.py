"""Fractions and multiples in words: *trois quarts*, *un tiers de*, *une demi-heure*, *la moitié*, *le double*.

The words stand in the lexicon: ``number_words`` with what each is used for, ``change_words``, ``approximators``,
``softeners``. Many of them mean other things as well, so what stands around decides.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from helpers import lexicon
from helpers.lexicon.words import BARE_OF, OF, alternation, before_word, behind_word, forms_of, words
from helpers.numbers.model import Amount
from helpers.numbers.number_words import FRACTIONS, with_use
from helpers.numbers.units import unit_at

_I = re.IGNORECASE

_MULTIPLES = {r["form"]: int(r["value"]) for r in lexicon.rows("number_words") if r["kind"] == "multiple"}
_COLLECTIVES = {r["form"]: int(r["value"]) for r in lexicon.rows("number_words") if r["kind"] == "collective"}
_MULTIPLIERS = {r["form"]: float(r["value"]) for r in lexicon.rows("multipliers") if r["place"] == "word"}
_ALONE, _PERSONS = with_use("alone"), with_use("person")
_NOT_BEFORE = {  # quart de finale
    r["form"]: tuple(behind if behind[0] == "-" else f" {behind}" for behind in r["not_before"].split("|"))
    for r in lexicon.rows("number_words")
    if r["not_before"]
}

# --- fractions behind a number -----------------------------------------------------------------

FRACTION = re.compile(rf"[ -](?P<noun>{alternation(with_use('counted'))})s?(?!\w)", _I)
_WORD_BEHIND = re.compile(r"[ -]([^\W\d_]{1,30})")
_PARTITIVE = re.compile(rf" (?:{alternation(OF)})(?:(?<=')|\b)", _I)
_CLAUSE_END = re.compile(r"\s*(?:[.,;)]|$)")
_BY_SOMEBODY = re.compile(rf"(?<!\w)(?:{alternation(words('preposition of persons'))}) ?\Z", _I)
_PLURAL_VERB = re.compile(
    rf" (?:{before_word(words('unelided negation'))})?"
    rf"(?:{alternation(words('irregular plural verb'))}|[^\W\d_]{{2,20}}(?<!m)ent)(?!\w)",
    _I,
)
# After a word of change or of approximation *d'un tiers* is a share, else it may be somebody: au profit d'un tiers.
_CHANGE = alternation(r["stem"] for r in lexicon.rows("change_words") if r["by"] == "amount")
_ADVERB = rf"[^\W\d_]{{2,20}}{alternation(words('adverb ending'))}"
_COPULA = alternation(words("past or present copula"))
_OF = alternation(words("of before an amount"))
_APPROXIMATED = alternation([*forms_of("approximators", side="before"), *words("result link")])
_SHARE_AHEAD = re.compile(
    rf"(?:(?<!\w)(?:{_CHANGE})\w{{0,8}}(?: {_ADVERB})?"
    rf"(?: (?:{_COPULA}))?(?: (?:{_OF}))?"
    rf"(?: (?:{alternation(forms_of('softeners', before='share'))})){{0,2}}(?: (?:{alternation(BARE_OF)}))?"
    rf"|(?<![\w'])(?:{_APPROXIMATED}))[ ']?\Z",
    _I,
)


def fraction(text: str, at: int, count: float, part: re.Match[str], end: int) -> Amount | None:
    """The amount of a number and a fraction behind it, None where the words mean another thing.

    Args:
        text: what is read.
        at: where the number begins.
        count: the number.
        part: the match of ``FRACTION`` behind it.
        end: where the reading ends.
    """
    noun, stop = part["noun"].lower(), part.end()
    value = float(count * FRACTIONS[noun])
    if FRACTIONS[noun] == Fraction(1, 2):
        return _half(text, at, count, value, stop, end)
    if text[stop : min(stop + 12, end)].lower().startswith(_NOT_BEFORE.get(noun, ())):
        return None
    if not _PARTITIVE.match(text, stop, min(stop + 12, end)) and not _SHARE_AHEAD.search(text[max(0, at - 60) : at]):
        if noun not in _ALONE or (noun in _PERSONS and count == 1 and _is_person(text, at, stop, end)):
            return None
    return Amount(at, stop, value, None, stop, partitive=True)


def _half(text: str, at: int, count: float, value: float, stop: int, end: int) -> Amount | None:
    """*un demi-million*, *une demi-heure*; a half of anything else counts nothing that is written out."""
    word = _WORD_BEHIND.match(text, stop, end)
    if not word:
        return None
    if times := _MULTIPLIERS.get(word[1].lower()):
        return Amount(at, word.end(), value * times, None, word.end(), multiplier=times, partitive=True)
    unit = unit_at(text, stop + 1, end)
    if unit and count == 1:
        return Amount(at, word.end(), value, None, word.end(), unit=unit[0], partitive=True)
    return None


def _is_person(text: str, at: int, stop: int, end: int) -> bool:
    """*Un tiers*, one who stands outside, ends a clause as well, but hardly behind *à* or *par*."""
    behind = text[stop : min(stop + 12, end)]
    ends = _CLAUSE_END.match(behind) and not _BY_SOMEBODY.search(text[max(0, at - 12) : at])
    return not ends and not _PLURAL_VERB.match(text, stop, end)


# --- amounts that have names -------------------------------------------------------------------

_HALF = alternation(with_use("half"))
_HALF_ADJECTIVE = alternation(forms_of("number_adjectives", before="half"))
_HALF_DETERMINER = (
    rf"(?:(?:{alternation(words('half determiner'))})(?: (?:{_HALF_ADJECTIVE}))?|{alternation(words('the other'))})"
)
_THE = alternation(words("masculine article"))
_AROUND = rf"(?:{alternation(words('definite feminine determiner'))}) (?:{alternation(with_use('around'))})"
_NAMED = re.compile(
    rf"(?<![\w-])(?:(?P<half>{_HALF_DETERMINER} (?:{_HALF}))|"
    rf"(?:{behind_word(words('half preposition'))})(?P<by_half>{_HALF})|"
    rf"(?P<half_more>{_HALF})(?= (?:{alternation(words('comparative'))}) )|"
    rf"(?:{_THE}) (?P<times>{alternation(_MULTIPLES)})|"
    rf"(?P<around>{_AROUND})(?= (?:{before_word(BARE_OF)}))|"
    rf"(?P<part>(?:{_THE}) (?:{alternation(_ALONE)}))(?= (?:{alternation(OF)})(?:(?<=')| )))(?!\w)",
    _I,
)
_BEHIND_MULTIPLE = re.compile(rf"\s*(?:{before_word(words('complement of a multiple'))}|[.,;:)!?»\"]|$)", _I)


def named_amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """Amounts that have names: *la moitié*, *le double*, *le tiers de*, *la cinquantaine de*."""
    for match in _NAMED.finditer(text, start, end):
        a, b = match.span()
        noun = match.group().split()[-1].lower()
        if match["by_half"] or match["half_more"]:
            yield Amount(a, b, 0.5, None, b)
        elif match["half"]:
            yield Amount(a, b, 0.5, None, b, partitive=True)
        elif match["times"]:
            if _BEHIND_MULTIPLE.match(text, b, end):
                yield Amount(a, b, float(_MULTIPLES[noun]), None, b, partitive=True)
        elif match["around"]:
            value = float(_COLLECTIVES[noun])
            yield Amount(a, b, value, value, b, approximation="about", partitive=True)
        elif not text.startswith(_NOT_BEFORE.get(noun, ()), b):
            yield Amount(a, b, float(FRACTIONS[noun]), None, b, partitive=True)
