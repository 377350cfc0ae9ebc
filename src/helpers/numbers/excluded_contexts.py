"""Amounts → which of them are none after all, by the words around them, each with its reason.

The words stand in the lexicon: ``year_contexts``, ``clock_contexts``, ``period_contexts``, ``numbered_names``.
"""

import re
from collections.abc import Callable
from functools import cache, cached_property

from helpers import lexicon
from helpers.lexicon.words import AND, BARE_OF, alternation, before_word, forms_of, words
from helpers.numbers.approximations import approximated
from helpers.numbers.countable import counts_its_noun, counts_noun
from helpers.numbers.links import link
from helpers.numbers.model import Amount, Excluded
from helpers.numbers.number_words import with_use
from helpers.numbers.text_index import TextIndex
from helpers.numbers.times import (
    FULL_MONTHS,
    HOUR_SIGN,
    HOUR_UNIT,
    HOUR_WORD,
    WEEKDAYS,
    YEAR,
    clock_context,
    period_contexts,
)
from helpers.numbers.units import unit_at

_I = re.IGNORECASE


def without_contexts(amounts: list[Amount], text: TextIndex) -> tuple[list[Amount], list[Excluded]]:
    """The amounts that are some where they stand, and the others, both in the order of the text."""
    kept: list[Amount] = []
    excluded: list[Excluded] = []
    for amount in sorted(amounts, key=lambda a: a.start):
        reason = _reason(amount, text)
        if reason:
            excluded.append(Excluded(amount.start, amount.end, reason))
        else:
            kept.append(amount)
    return kept, excluded


class _Setting:
    """An amount with what stands around it."""

    def __init__(self, amount: Amount, text: TextIndex) -> None:
        self.amount, self.text = amount, text
        plain = text.plain
        self.left, self.right = plain[max(0, amount.start - 40) : amount.start], plain[amount.end : amount.end + 40]
        self.printed = plain[amount.start : amount.end]
        self.is_bare = (
            amount.unit is None and amount.multiplier == 1.0 and amount.share is None and not amount.partitive
        )

    @property
    def in_words(self) -> bool:
        """Whether it is a number in words, and nothing more."""
        return self.is_bare and self.amount.word

    @property
    def in_digits(self) -> bool:
        """Whether it is a number in digits, and nothing more."""
        return self.is_bare and not self.amount.word

    @property
    def in_brackets(self) -> bool:
        return self.left.endswith("(") and self.right.startswith(")")

    @cached_property
    def counts_its_noun(self) -> bool:
        return counts_its_noun(self.text, self.amount)

    @cached_property
    def counts_several(self) -> bool:
        return counts_noun(self.text, self.amount.end, plural=True)


def _reason(amount: Amount, text: TextIndex) -> str | None:
    """Why an amount is none after all, or None."""
    setting = _Setting(amount, text)
    return next((reason for holds, reason in _RULES if holds(setting)), None) or _named_by(setting)


# --- times of day ------------------------------------------------------------------------------

_OF_SOMETHING = re.compile(rf" (?:{before_word(BARE_OF)})(?=[^\W\d_])")
_MINUTES = re.compile(r" ?(?:[0-5][0-9])(?![0-9])")
_FROM_HOUR = re.compile(rf"(?<!\w)(?:{alternation(forms_of('clock_contexts', reading='span'))}) \Z", _I)
_HOUR_NAME = alternation(forms_of("clock_contexts", reading="hour name"))
_TO_HOUR = re.compile(
    rf" ?(?:{HOUR_UNIT})? ?(?:[0-5][0-9])? (?:{link('ends of a span')}) "
    rf"(?:[0-9]{{1,2}}|{_HOUR_NAME}) ?(?:{HOUR_SIGN}|{HOUR_WORD})?",
    _I,
)
_SAYS_HOUR = re.compile(rf"{HOUR_SIGN}|{_HOUR_NAME}")


def _is_time_of_day(setting: _Setting) -> bool:
    """*à 9 h*, *9 h du matin*, *de 9 h à 17 h*; not *pendant 9 h*."""
    amount, left, plain = setting.amount, setting.left, setting.text.plain
    if amount.unit != "hour" or not 0 <= amount.value < 24 or amount.value != int(amount.value):
        return False
    if amount.step not in (1.0, None):
        return False
    behind = plain[amount.after : amount.after + 30]
    if clock_context("clock_after").match(behind):
        return True
    if _MINUTES.match(behind) and HOUR_SIGN in plain[amount.end : amount.after]:
        return not clock_context("duration").search(left)
    if clock_context("clock").search(left):
        return not _OF_SOMETHING.match(behind) and not _is_moved_to(setting)
    if amount.value >= _EVENING and clock_context("late clock").search(left):
        return not _OF_SOMETHING.match(behind)
    if _DATE_BEFORE.search(left):
        return True
    span = _TO_HOUR.match(plain, amount.end)
    return span is not None and _FROM_HOUR.search(left) is not None and _SAYS_HOUR.search(span.group()) is not None


_EVENING = 17
_DATE_BEFORE = re.compile(rf"(?<!\w)(?:{alternation(FULL_MONTHS)})(?: {YEAR})?, \Z", _I)  # mardi 5 mai, 20 heures
_MOVED_FROM = re.compile(rf"(?<!\w)(?:{before_word(BARE_OF)})[\w-]{{1,20}}(?: (?:{HOUR_UNIT}))? [^ ]{{1,3}} \Z", _I)
_MOST_BEFORE = 8  # tokens from a verb to the end of what it moves
_MOVES = frozenset(form for kind in ("from_to", "by or from_to") for form in forms_of("comparisons", kind=kind))


def _is_moved_to(setting: _Setting) -> bool:
    """*La pause passe de onze à neuf heures*: two lengths, no span of the day."""
    if not _MOVED_FROM.search(setting.left):
        return False
    low, _ = setting.text.sentence_span(setting.amount.start)
    return any(t.lemma_ in _MOVES for t in setting.text.tokens(low, setting.amount.start)[-_MOST_BEFORE:])


# --- years and days ----------------------------------------------------------------------------

_YEAR = re.compile(YEAR)
_NUMBER_BEHIND = re.compile(
    rf" (?:{alternation(forms_of('range_links', kind='word'))}) (?:[0-9]{{1,3}}[ .][0-9]{{3}}|[0-9]{{1,4}})(?![0-9])"
)
_YEAR_BEFORE = re.compile(
    rf"(?<!\w)(?:{alternation(forms_of('year_contexts'))})(?: (?:{before_word(words('year link'))})?)?\Z", _I
)
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w)(?:{alternation(WEEKDAYS)}) \Z", _I)
_DAY_BEFORE = re.compile(rf"(?<!\w)(?:{alternation(period_contexts('day'))}) \Z", _I)
_DAY_BEHIND = re.compile(rf"\s*(?:[.,;:)!?]|$|(?:{link('days')}) )")


def _is_year(setting: _Setting) -> bool:
    """*En 2018, la fête a eu lieu*, *le plan (2018)*; not *plus de 1900 emplois*."""
    if not setting.is_bare or not _YEAR.fullmatch(setting.printed):
        return False
    if _YEAR_BEFORE.search(setting.left) and not approximated(setting.left):
        return True
    listed = _NUMBER_BEHIND.match(setting.text.plain, setting.amount.end)
    if listed and unit_at(setting.text.plain, listed.end(), listed.end() + 40):
        return False  # 1500 et 1000 euros
    return not setting.counts_several or (setting.left.endswith("(") and setting.right.startswith((")", "-")))


def _is_day(setting: _Setting) -> bool:
    """*La fête commence jeudi 12*, *le 12 et le 13*."""
    if not setting.in_digits or not re.fullmatch(r"[0-9]{1,2}", setting.printed) or setting.amount.value > 31:
        return False
    led = _WEEKDAY_BEFORE.search(setting.left) or (
        _DAY_BEFORE.search(setting.left) and _DAY_BEHIND.match(setting.right)
    )
    return led is not None and not setting.counts_its_noun


# --- references and names ----------------------------------------------------------------------

_ADJECTIVES = with_use("adjective")
_LEADS_ONE = re.compile(rf"(?<![\w'])(?:{before_word(words('article of a numbered thing'))})\Z", _I)


def _is_thing(setting: _Setting) -> bool:
    """*La 132 est barrée*, *Le bogue disparaît dans la 10.1*: a thing that its number names."""
    return (
        setting.in_digits
        and re.fullmatch(r"[1-9][0-9]{0,3}(?:\.[0-9]{1,2})?", setting.printed) is not None
        and setting.amount.after == setting.amount.end
        and _LEADS_ONE.search(setting.left) is not None
        and _THING_BEHIND.match(setting.right) is not None
        and not setting.counts_its_noun
    )


_THING_BEHIND = re.compile(r"\s*(?:[.,;:)!?]|\Z| [^\W\d_])")
_PLACE_BEFORE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’-]+ \(\Z")


def _is_reference(setting: _Setting) -> bool:
    """*On lit 4512367 sur le mur*: six digits and more are set in groups where they count, or round: *3000000*."""
    is_long = re.fullmatch(r"[0-9]{6,}(?<!000)", setting.printed) is not None
    return setting.in_digits and is_long and not setting.counts_several


def _is_adjective(setting: _Setting) -> bool:
    """*Il marche sur un bâtiment neuf.*"""
    if not setting.in_words or setting.printed.lower() not in _ADJECTIVES:
        return False
    token = setting.text.token(setting.amount.start)
    return token is not None and token.pos_ in ("ADJ", "NOUN") and not setting.counts_its_noun


def _is_word_of_a_name(setting: _Setting) -> bool:
    """*le groupe Quatre*, *l'opération QUATRE*: a capital inside the sentence; not *DOUZE élus*, *Trente-Deux*."""
    if not (setting.in_words and setting.printed[0].isupper() and _is_inside_sentence(setting.left)):
        return False
    if not setting.printed.isupper():
        return re.search(r"[ -]", setting.printed) is None
    before = setting.text.token(setting.amount.start - 2)
    return not setting.counts_its_noun and before is not None and before.pos_ in ("NOUN", "PROPN", "ADJ")


def _is_department(setting: _Setting) -> bool:
    """*Le maire de Vireuil (49)*: the departments of France have numbers."""
    value = setting.amount.value
    return (
        setting.is_bare
        and setting.in_brackets
        and re.fullmatch(r"[0-9]{2,3}", setting.printed) is not None
        and (value <= 95 or 971 <= value <= 976)
        and _PLACE_BEFORE.search(setting.left) is not None
    )


def _is_inside_sentence(left: str) -> bool:
    """Whether the words before show that a capital here is not the beginning of a sentence."""
    before = left.rstrip(" ")
    return bool(before) and (before[-1].isalnum() or before[-1] in ",'") and "\n" not in left[len(before) :]


_NAME_BEFORE = re.compile(r"(?<![\w'])(?:[ldLD]')?(?P<name>[A-ZÀ-ÖØ-Þ][\w-]*) \Z")
_LONGEST_IN_NAME = 6
_NEXT = rf"(?:,|,? (?:{alternation(AND)})) (?:[A-ZÀ-ÖØ-Þ][\w'-]{{0,30}} ){{1,3}}"
_GAPPED_LIST = re.compile(rf"(?<![\w-])[a-zà-ÿœ]{{2,20}} [0-9]{{1,4}}(?:{_NEXT}[0-9]{{1,4}}){{0,3}}{_NEXT}\Z")
_LIST_GOES_ON = re.compile(rf"[,.;)]|,? (?:{alternation(AND)}) ", _I)
_VERBS = ("VERB", "AUX")


def _is_behind_name(setting: _Setting) -> bool:
    """*Le programme Horizon 12 est fini*: digits behind a name and before nothing that they count.

    Not *Lorgues en a eu 16, Vireuil | 14 et Mirande | 10*.
    """
    name = _NAME_BEFORE.search(setting.left) if setting.in_digits else None
    if not name or setting.counts_its_noun or len(setting.printed) > _LONGEST_IN_NAME:
        return False
    if _GAPPED_LIST.search(setting.left) and _LIST_GOES_ON.match(setting.right):
        return False
    token = setting.text.token(setting.amount.start - 2)
    if token is None:
        return False
    ahead = setting.left[: name.start()]
    is_coined = any(c.isupper() for c in name["name"][1:])
    # At the head of a sentence any word has a capital; behind it the tagger is less sure of names than the letters.
    no_names = ("ADP", "DET", "ADV", "CCONJ", "SCONJ", "PRON", *(() if _is_inside_sentence(ahead) else _VERBS))
    if not is_coined and token.pos_ in no_names:
        return False
    opening = ahead.rstrip()
    return (
        is_coined or bool(opening and opening[-1] not in '.!?:«»"\n') or name["name"].isupper() or token.pos_ == "PROPN"
    )


_NUMBERED = {r["form"]: r["reason"] for r in lexicon.rows("numbered_names") if r["place"] == "before"}


@cache
def _numbered_noun() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?P<noun>{alternation(_NUMBERED)}) \Z", _I)


def _named_by(setting: _Setting) -> str | None:
    """*numéro deux*, *la phase trois*: what a number in words is by the noun of the lexicon before it."""
    noun = _numbered_noun().search(setting.left) if setting.in_words else None
    return _NUMBERED[noun["noun"].lower()] if noun and not setting.counts_its_noun else None


_RULES: tuple[tuple[Callable[[_Setting], bool], str], ...] = (
    (_is_time_of_day, "time of day"),
    (_is_year, "year"),
    (_is_reference, "reference number"),
    (_is_adjective, "adjective"),
    (_is_word_of_a_name, "part of a name"),
    (_is_day, "date"),
    (_is_behind_name, "part of a name"),
    (_is_thing, "number of a thing, not an amount"),
    (_is_department, "number of a department"),
)
