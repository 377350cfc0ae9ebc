"""Amounts → when: the period that a sentence gives a number, with its span, in the notation of ``edtf``."""

import bisect
import re
from dataclasses import dataclass

from helpers.french.verbs import is_past_participle, makes_clause
from helpers.lexicon.words import AND, DEFINITE, POSSESSIVES, RELATIVES, alternation, before_word, words
from helpers.numbers.amounts import Amounts
from helpers.numbers.countable import is_known_group
from helpers.numbers.edtf import Anchor, in_notation
from helpers.numbers.links import comparison_marker
from helpers.numbers.model import Amount
from helpers.numbers.period_mentions import periods_within
from helpers.numbers.times import period_contexts
from helpers.numbers.units import unit_codes
from helpers.numbers.year_parts import Period

_I = re.IGNORECASE


def period_of(amount: Amount, amounts: Amounts, behind_from: int) -> Period | None:
    """The period nearest to a number in its part of the sentence, with its span.

    Args:
        amount: one of the amounts.
        amounts: those of the release.
        behind_from: where the number and what it counts end; a period right behind belongs to it.

    Returns:
        Start, end and notation; relative words (*l'an dernier*) as printed where no date of the release resolves
        them. None for ages and lengths of time, for what recurs (*12 $ par an*), for a group that is
        known already (*les deux parties*), and where the sentence names no period on the number's
        side of a comparison.
    """
    if amount.unit in unit_codes("time"):
        return None  # an age or a length of time has no year of its own
    low, high = amounts.text.told_from(amount.start)
    periods = amounts.once("periods", low, lambda: periods_within(amounts, low, high))
    if not periods or is_known_group(amount, amounts.text.plain):
        return None
    sentence = _Sentence(
        amounts,
        low,
        high,
        periods,
        cuts=amounts.once("cuts", low, lambda: _markers(amounts, low, high)),
        datable=amounts.once("datable", low, lambda: _datable(amounts, low, high)),
    )
    behind, behind_from, is_listed = _behind(amount, sentence, behind_from)
    gap = sentence.plain[behind_from : behind[0]] if behind else ""
    if behind and not is_listed and len(gap) < 40 and "," not in gap:
        return behind
    if _recurs(amount, sentence, behind_from):
        return None
    return _ahead(amount, sentence) or (behind if len(gap) < 80 and not _of_aside(behind, gap, sentence) else None)


def _of_aside(behind: Period | None, gap: str, sentence: "_Sentence") -> bool:
    """*dix fois supérieure à celle versée, | il y a un mois, par elle*: a period of what a participle tells."""
    if behind is None or "," not in gap:
        return False
    token = sentence.amounts.text.token(behind[0] - len(gap) + gap.rindex(",") - 1)
    return token is not None and token.dep_ in ("acl", "amod") and is_past_participle(token)


def named_periods(amounts: Amounts) -> list[Period]:
    """Every date and period that a release names outside its dateline, in order.

    Beside those that ``period_of`` gives to numbers, dates in any place: *l'analyse de 2019*. A day or month without a
    year lies where the tense has it; where no verb tells it is the one nearest to the dateline, since a release
    announces as well as it reports (numbers look back, so there it is the last one). Words that only point (*la
    semaine dernière*) are left out where no dateline resolves them; a day without a year stands as printed then.
    """
    text = amounts.text
    anchor = Anchor(text.release.date, 0) if text.release.date else None
    named: list[Period] = []
    for sentence in text.sentences:
        low, high = sentence.start_char, sentence.end_char
        found = [p for p in periods_within(amounts, low, high, default=0) if any(c.isdigit() for c in p[2])]
        for date in amounts.dates_within(low, high):
            if not any(start < date.end and date.start < end for start, end, _ in found):
                printed = text.plain[date.start : date.end]
                found.append((date.start, date.end, in_notation(printed, anchor) or printed.lower()))
        named += sorted(found)
    return named


@dataclass(frozen=True)
class _Sentence:
    """What a sentence, less the dateline, holds of periods and of numbers that can have one."""

    amounts: Amounts
    low: int
    high: int
    periods: list[Period]
    cuts: list[int]  # where comparison markers part it
    datable: list[tuple[int, int]]  # start of each number and where its unit ends

    @property
    def plain(self) -> str:
        return self.amounts.text.plain

    def are_together(self, one: int, other: int) -> bool:
        """Whether no comparison marker parts two positions."""
        return bisect.bisect_right(self.cuts, one) == bisect.bisect_right(self.cuts, other)


def _markers(amounts: Amounts, low: int, high: int) -> list[int]:
    """Where the comparison markers of a sentence stand."""
    inside = amounts.within(low, high)
    ends = [low, *(a.end for a in inside)]
    starts = [a.start for a in inside]
    found = ((end, comparison_marker(amounts.text.plain[end:start])) for end, start in zip(ends, starts, strict=False))
    return [end + marker[0] for end, marker in found if marker]


def _datable(amounts: Amounts, low: int, high: int) -> list[tuple[int, int]]:
    """The numbers of a sentence that can have a period: all but lengths of time and groups known already."""
    return [
        (a.start, a.after)
        for a in amounts.within(low, high)
        if a.unit not in unit_codes("time") and not is_known_group(a, amounts.text.plain)
    ]


_RATE_NOUN = alternation(period_contexts("rate noun"))
_RATE = re.compile(rf" ?(?:/ ?|{before_word(period_contexts('each'))})(?:{_RATE_NOUN})(?!\w)", _I)
_RECURRING = re.compile(rf"(?<!\w)(?:{alternation(period_contexts('recurring'))})(?!\w)", _I)


def _recurs(amount: Amount, sentence: _Sentence, behind_from: int) -> bool:
    """*12 $ par an*, *chaque année 300 cerfs*."""
    behind = _RATE.match(sentence.plain, behind_from, min(sentence.high, behind_from + 40))
    left = max(sentence.low, amount.start - 30)
    return behind is not None or _RECURRING.search(sentence.plain, left, amount.start) is not None


# --- a period behind a number ------------------------------------------------------------------


def _behind(amount: Amount, sentence: _Sentence, behind_from: int) -> tuple[Period | None, int, bool]:
    """The period behind a number, from where it may be reached, and whether over other numbers of a list."""
    index = bisect.bisect_left(sentence.periods, (amount.end,))
    behind = sentence.periods[index] if index < len(sentence.periods) else None
    if behind is None or not sentence.are_together(behind[0], amount.start):
        return None, behind_from, False
    is_listed = False
    here = bisect.bisect_right(sentence.datable, (amount.start, amount.after))
    if here < len(sentence.datable) and behind[0] >= sentence.datable[here][0]:
        # 4 loups et 40 biches en 2015: what is listed shares the period behind its last number.
        end = _list_end(sentence, here, behind[0])
        if end is None:
            return None, behind_from, False
        behind_from, is_listed = end, True
    if _is_parted(sentence.plain[behind_from : behind[0]]):
        behind = None
    return behind, behind_from, is_listed


_BRACKET = re.compile(rf"\((?:{before_word(period_contexts('bracket'))})?\Z")


_ELSEWHERE = re.compile(rf"(?<!\w)(?:{before_word(words('that') | AND)})(?:[^\W\d_']{{1,6}}[ '])?\Z", _I)


_SECOND_THING = re.compile(
    rf", (?:{alternation(AND)}) (?:{before_word(DEFINITE | words('indefinite article') | POSSESSIVES)})", _I
)


def _is_parted(gap: str) -> bool:
    """Whether a period behind a number is another's: *30 de plus qu'en 2020*, *une hausse de 3 %, et un bilan en mai*.

    Marks part them too, but not a bracket that opens on the period.
    """
    if _ELSEWHERE.search(gap) or _SECOND_THING.search(gap):
        return True
    bracket = _BRACKET.search(gap)
    return any(c in ":;«»—" for c in gap) or "(" in (gap[: bracket.start()] if bracket else gap)


_LISTING = re.compile(r"[^:;()«».]{0,60}")
_LIST_LINK = re.compile(rf",|(?<!\w)(?:{before_word(words('list link'))})", _I)
_CLAUSE_LINK = re.compile(rf"(?<!\w)(?:{alternation(words('clause link in a list'))})(?!\w)", _I)
_MOST_LISTED = 6


def _list_end(sentence: _Sentence, here: int, period: int) -> int | None:
    """Where the last number before a period ends, if the numbers from one on up to it make a list."""
    numbers, text = sentence.datable, sentence.amounts.text
    end = numbers[here - 1][1]
    for start, after in numbers[here : here + _MOST_LISTED]:
        if start >= period:
            return end
        gap = sentence.plain[end:start]
        if not _LISTING.fullmatch(gap) or _CLAUSE_LINK.search(gap) or not _LIST_LINK.search(gap):
            return None
        if any(makes_clause(t) for t in text.tokens(end, start)):
            return None
        end = after
    return end if len(numbers) <= here + _MOST_LISTED else None


# --- a period ahead of a number ----------------------------------------------------------------

_MOST_AHEAD = 4


def _ahead(amount: Amount, sentence: _Sentence) -> Period | None:
    """The nearest period before a number that is said of it."""
    first = bisect.bisect_left(sentence.periods, (amount.end,))
    for ahead in reversed(sentence.periods[max(0, first - _MOST_AHEAD) : first]):
        if not sentence.are_together(ahead[0], amount.start):
            return None
        # A period right behind another number is that number's.
        if not _is_taken(ahead[0], sentence) and _reaches(ahead, amount.start, sentence):
            return ahead
    return None


def _is_taken(period: int, sentence: _Sentence) -> bool:
    """Whether a period stands right behind a number."""
    index = bisect.bisect_left(sentence.datable, (period, 0)) - 1
    if index < 0:
        return False
    after = sentence.datable[index][1]
    gap = sentence.plain[after:period]
    return len(gap) < 12 and not re.search("[,;:(]", gap) and not _ELSEWHERE.search(gap)


_ASIDE = re.compile(
    rf" ?(?:(?:[^\W\d_][\w'-]* ){{0,2}}(?:{alternation(RELATIVES | words('relative with antecedent'))}) |"
    rf"[^\W\d_]{{2,20}}[éi]e?s? (?:{alternation(period_contexts('participle complement'))})) ?",
    _I,
)


def _is_of_participle(period: int, start: int, sentence: _Sentence) -> bool:
    """*Malgré un plan mis en place | en 2005, le taux est …*, *Fondé | en 1996, le club …*: when that was done."""
    text = sentence.amounts.text
    token = text.token(period)
    verb = token.head if token is not None else None
    if verb is None or verb.dep_ not in ("acl", "amod", "advcl") or not is_past_participle(verb):
        return False
    if any(child.pos_ == "AUX" for child in verb.children):
        return False
    return verb.i < token.i and "," in text.plain[period:start]


_CONTRAST = re.compile(rf"(?<!\w)(?:{alternation(words('contrast'))})(?!\w)", _I)


def _is_contrasted(period: int, start: int, sentence: _Sentence) -> bool:
    """*En mai il coûtait 8 €, mais il faudrait | 5 €*: the period is another number's, and this one a contrast."""
    index = bisect.bisect_left(sentence.datable, (period, 0))
    number = sentence.datable[index] if index < len(sentence.datable) else (start, start)
    return number[0] < start and _CONTRAST.search(sentence.plain, number[1], start) is not None


def _reaches(period: Period, start: int, sentence: _Sentence) -> bool:
    """Whether a period before a number is said of it: it opens the clause, or is near and in no aside."""
    plain, low = sentence.plain, sentence.low
    between = plain[period[1] : start]
    if ";" in between or between.count(")") > between.count("(") or _is_contrasted(period[1], start, sentence):
        return False
    if _is_of_participle(period[0], start, sentence):
        return False
    head = plain[low : period[0]]
    if len(head) < 45 and "," not in head[:-1] and len(head.split()) <= 5:
        return True
    if ":" in between:
        return False  # only what opens a sentence holds behind a colon: En 2020 : 300 cerfs
    comma = plain.rfind(",", low, period[0])
    opening = plain[comma + 1 : period[0]]
    if comma >= low and "," in between and _ASIDE.match(opening):
        return False
    return len(between) < 60 or (len(opening.split()) <= 4 and len(between) < 160)
