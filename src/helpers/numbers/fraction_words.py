"""Fractions and multiples in words: *trois quarts*, *un tiers de*, *une demi-heure*, *la moitié*, *le double*.

The words stand in the lexicon: ``number_words`` with what each is used for, ``change_words``, ``approximators``,
``softeners``. Many of them mean other things as well, so what stands around decides.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from helpers import lexicon
from helpers.lexicon.words import AND, BARE_OF, OF, alternation, before_word, behind_word, forms_of, words
from helpers.numbers.links import comparison_marker
from helpers.numbers.model import Amount
from helpers.numbers.number_words import FRACTIONS, WORD, cardinal, with_use
from helpers.numbers.scanning import in_lower_case, lower_case
from helpers.numbers.units import SHARES, unit_at
from helpers.text.typography import fold

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
_NOT_BEFORE |= {fold(form): behind for form, behind in _NOT_BEFORE.items()}

# --- fractions behind a number -----------------------------------------------------------------

FRACTION = re.compile(rf"(?P<gap>[ -])(?P<noun>{alternation(with_use('counted'))})(?P<plural>s?)(?!\w)", _I)
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
        if not _is_share_alone(text, at, count, part, end) and not _is_against_share(text, at):
            return None
    return Amount(at, stop, value, None, stop, partitive=True)


_ORDINAL_BEFORE = re.compile(rf"(?:{alternation(words('ending of an ordinal word'))})(?!\w)", _I)


def _is_share_alone(text: str, at: int, count: float, part: re.Match[str], end: int) -> bool:
    """Whether a fraction is one though nothing says of what: *cinq huitièmes*, *il en reste un cinquième*.

    *un tiers* may be a person, *vingt-cinquième* and *un quatrième, puis un cinquième* are ordinals.
    """
    noun, stop = part["noun"].lower(), part.end()
    if noun in _ALONE:
        return not (noun in _PERSONS and count == 1 and _is_person(text, at, stop, end))
    if part["gap"] == "-" or count == 1 / FRACTIONS[noun]:
        return False
    if count > 1:
        return bool(part["plural"])
    ends = _CLAUSE_END.match(text, stop, min(stop + 12, end))
    return bool(ends) and not _ORDINAL_BEFORE.search(text, max(0, at - 60), at)


_SHARE = re.compile(
    rf"(?<!\w)(?:{alternation([*with_use('counted'), *with_use('half')])})s?(?!\w)|(?:{alternation(SHARES)})(?!\w)", _I
)
_FAR = 100


def _is_against_share(text: str, at: int) -> bool:
    """*La moitié des élus ont voté, contre | un tiers en 2010*: a share is held against a share, not a person."""
    left = text[max(0, at - _FAR) : at].rpartition(". ")[2]
    last = next((m for m in reversed(list(_SHARE.finditer(left)))), None)
    return last is not None and comparison_marker(left[last.end() :]) is not None


_AND_COUNT = re.compile(rf" (?:{alternation(AND)}) (?=[\w])", _I)
_AND_SIGNS = re.compile(rf" (?:{alternation(AND)}) (?P<top>[1-9])[/⁄](?P<bottom>[2-9])(?![\w/.,])", _I)


def and_a_fraction(text: str, at: int, end: int) -> tuple[float, int] | None:
    """*cent trois et deux tiers*: what is added behind a number, and where it ends."""
    if signs := _AND_SIGNS.match(text, at, end):
        added = int(signs["top"]) / int(signs["bottom"])
        return (added, signs.end()) if added < 1 else None
    joined = _AND_COUNT.match(text, at, end)
    if joined is None:
        return None
    count, _, stop = cardinal(text, joined.end(), end)
    part = FRACTION.match(text, stop, end) if stop > joined.end() else None
    if part is None or part["gap"] == "-":
        return None
    added = float(count * FRACTIONS[part["noun"].lower()])
    return (added, part.end()) if added < 1 else None


_SHARE_BEHIND = re.compile(rf" (?P<sign>{alternation(form for form in SHARES if form.islower())})(?!\w)", _I)


def _half(text: str, at: int, count: float, value: float, stop: int, end: int) -> Amount | None:
    """*un demi-million*, *une demi-douzaine*, *trois demi-journées*; of anything else a half counts nothing."""
    word = _WORD_BEHIND.match(text, stop, end)
    if not word:
        return None
    if times := _MULTIPLIERS.get(word[1].lower()):
        return Amount(at, word.end(), value * times, None, word.end(), multiplier=times, partitive=True)
    if around := _COLLECTIVES.get(word[1].lower()):
        return Amount(at, word.end(), value * around, None, word.end(), approximation="about", partitive=True)
    unit = unit_at(text, stop + 1, end)
    if unit:
        return Amount(at, unit[1], value, None, unit[1], unit=unit[0], partitive=True)
    share = _SHARE_BEHIND.match(text, stop, end)
    return Amount(at, share.end(), value, None, share.end(), unit=SHARES[share["sign"].lower()]) if share else None


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
_OF_A_PART = alternation(words("definite of a part"))
_NAMED = re.compile(
    in_lower_case(
        rf"(?<![\w-])(?:(?P<half>{_HALF_DETERMINER} (?:{_HALF}))|"
        rf"(?:{behind_word(words('half preposition'))})(?P<by_half>{_HALF})|"
        rf"(?P<half_more>{_HALF})(?= (?:{alternation(words('comparative'))}) )|"
        rf"(?:(?:{_OF_A_PART}) )?(?P<measure>(?P<bare>{alternation(with_use('measure'))})"
        rf"(?:-| (?:{before_word(BARE_OF)})))(?=\w)|"
        rf"(?:{_THE}) (?P<times>{alternation(_MULTIPLES)})|"
        rf"(?P<around>{_AROUND})(?= (?:{before_word(BARE_OF)}))|"
        rf"(?P<part>(?:{_THE}) (?:{alternation(_ALONE)}))(?= (?:{alternation(OF)})(?:(?<=')| )))(?!\w)"
    )
)
_BEHIND_MULTIPLE = re.compile(rf"\s*(?:{before_word(words('complement of a multiple'))}|[.,;:)!?»\"]|$)", _I)


def named_amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """Amounts that have names: *la moitié*, *le double*, *le tiers de*, *la cinquantaine de*."""
    for match in _NAMED.finditer(lower_case(text), start, end):
        a, b = match.span()
        noun = match.group().split()[-1].lower()
        if match["measure"]:
            yield from _bare_measure(text, match, end)
        elif match["by_half"] or match["half_more"]:
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


_NUMBER_BEFORE = re.compile(rf"(?:[0-9]|(?<![\w])(?:{WORD}))[ -]\Z", _I)


def _bare_measure(text: str, match: re.Match[str], end: int) -> Iterator[Amount]:
    """*le demi-litre de lait*, *quart de litre*; not *toutes les demi-heures*, which recur."""
    unit = unit_at(text, match.end("measure"), end)
    if not unit or text[unit[1] - 1] in "sx" or _NUMBER_BEFORE.search(text[max(0, match.start() - 14) : match.start()]):
        return
    start, value = match.start("bare"), float(FRACTIONS[match["bare"].lower()])
    if text[match.end("bare")] == "-":
        yield Amount(start, unit[1], value, None, unit[1], unit=unit[0], partitive=True)
    else:
        yield Amount(start, match.end("bare"), value, None, match.end("bare"), partitive=True)
