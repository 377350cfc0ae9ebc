"""Sentence → the periods that it names, each with its notation (``edtf``), resolved against the date of the release.

Which words name a period or lead to one stands in the lexicon: ``periods``, ``period_contexts``, ``year_contexts``,
``period_steps``, ``months``, ``number_words`` (ordinals).
"""

import bisect
import calendar
import datetime
import re
from collections.abc import Iterator
from functools import partial

from helpers import lexicon
from helpers.lexicon.words import (
    AND,
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
from helpers.numbers.edtf import Anchor, bounds, in_notation, month_of_count, nearest, shifted
from helpers.numbers.feasts import DAY_STEPS, feasts, shifted_day
from helpers.numbers.links import link
from helpers.numbers.model import Excluded
from helpers.numbers.tenses import way_of
from helpers.numbers.times import FULL_MONTHS, MONTHS, WEEKDAYS, YEAR, period_contexts
from helpers.numbers.year_parts import PART_NOUNS, AnchorAt, Base, Period, parts_of_years

_I = re.IGNORECASE


def periods_within(amounts: Amounts, low: int, high: int, default: int = -1) -> list[Period]:
    """Periods named in a stretch, resolved; an attribute (*l'analyse de 2019*) is none.

    A day or month without a year lies where the tense has it; where no verb tells, on the side that ``default`` says.
    """
    plain, base = amounts.text.plain, amounts.text.release.date
    anchor_at = partial(_anchor, amounts, low, high, base, default)
    found = [_bounded(period, plain, low) for period in parts_of_years(plain, low, high, base, anchor_at)]
    found = [*found, *_month_spans(plain, low, high, anchor_at, found)]
    found = [*found, *feasts(plain, low, high, anchor_at)]
    found = [*found, *_dates(amounts, low, high, anchor_at, found), *_relative(plain, low, high, base)]
    found = [*found, *_bare_months(plain, low, high, anchor_at, found), *_spells(amounts, low, high, base, found)]
    found = [*found, *_weekdays(plain, low, high, anchor_at, found)]
    return _told_from_days(_anchored(_joined(sorted(found), plain), plain, low, high), amounts, low, high)


def _anchor(amounts: Amounts, low: int, high: int, base: Base, default: int, start: int, end: int) -> Anchor | None:
    """What a date without a year is counted from: *dernier* and *prochain* behind it tell more than the tense."""
    if base is None:
        return None
    behind = amounts.text.plain[end : end + 10].strip()
    if PAST.match(behind) or COMING.match(behind):
        return Anchor(base, -1 if PAST.match(behind) else 1)
    return Anchor(base, way_of(start, low, high, amounts.text, default))


# --- dates and years ---------------------------------------------------------------------------

_ARTICLE = f"(?:{before_word(words('singular article'))})?"
_SINCE = re.compile(
    rf"(?<!\w)(?:{alternation(period_contexts('since'))})(?: (?:{alternation(period_contexts('after since'))}))?"
    rf" {_ARTICLE}\Z",
    _I,
)
_UNTIL = re.compile(rf"(?<!\w)(?:{alternation(period_contexts('until'))}) {_ARTICLE}\Z", _I)
_AT = re.compile(
    rf"(?<!\w)(?:{alternation([*forms_of('year_contexts'), *period_contexts('at'), *WEEKDAYS, '(', ','])})"
    rf"(?: (?:{before_word(DEFINITE | set(period_contexts('edge')))})?)?\Z"
    rf"|(?<!\w)(?:{alternation(form for form in forms_of('year_contexts') if form.endswith('-'))})\Z",
    _I,
)
_TO_LATER = link("date and later year")
_LATER_YEAR = re.compile(rf" (?:{_TO_LATER}) [^.;]{{0,20}}?(?<![0-9])({YEAR})(?![0-9])")


def _dates(amounts: Amounts, low: int, high: int, anchor_at: AnchorAt, taken: list[Period]) -> Iterator[Period]:
    """*en 2018*, *depuis le 3 mai 2015*, *du 3 mai au 5 juin 2015*."""
    plain, last = amounts.text.plain, low
    for date in amounts.dates_within(low, high):
        left = plain[max(low, date.start - 30) : date.start]
        is_led = date.start == low or _AT.search(left) or (last > low and _UP_TO.fullmatch(plain, last, date.start))
        if _overlaps((date.start, date.end), taken) or not is_led:
            continue
        last = date.end  # entre 2002 et mars 2010: what follows may be the second end
        if date.reason == "year" and _is_attribute(date, left, plain):
            continue
        # du 3 mai au 5 juin 2015: the year stands at the end.
        later = _LATER_YEAR.match(plain, date.end, high)
        anchor = Anchor(datetime.date(int(later[1]), 12, 31)) if later else anchor_at(date.start, date.end)
        value = in_notation(plain[date.start : date.end], anchor)
        if value and _WEEK_OF.search(left) and (days := bounds(value)):
            yield date.start, date.end, shifted(days[0], "week", 0)
        elif value and (closed := _YEAR_CLOSED.search(left)) and (days := bounds(value)):
            start = date.start - len(left) + closed.start()
            yield start, date.end, f"{_day_after_a_year_before(days[1])}/{value}"
        elif value:
            yield date.start, date.end, value if "/" in value else _open_ended(value, left)


_WEEK = alternation(column("units", "form", code="week", place="word"))
_WEEK_OF = re.compile(rf"(?<!\w)(?:{_WEEK}) (?:{before_word(OF - BARE_OF)})\Z", _I)


_YEAR_CLOSED = re.compile(
    rf"(?<!\w)(?:{alternation(words('fiscal year'))})(?: [^\W\d_]{{2,10}})?"
    rf" (?:{alternation(words('closing of a year'))}) (?:{before_word(DEFINITE | OF | AT)})?\Z",
    _I,
)


def _day_after_a_year_before(closed: datetime.date) -> datetime.date:
    """The first day of a fiscal year: *l'exercice clos le 31 mars 2020* began on 1 April 2019."""
    days = calendar.monthrange(closed.year - 1, closed.month)[1]
    return closed.replace(year=closed.year - 1, day=min(closed.day, days)) + datetime.timedelta(days=1)


def _open_ended(value: str, left: str) -> str:
    """*depuis 2015* → 2015/.., *jusqu'en 2015* → ../2015."""
    return f"{value}/.." if _SINCE.search(left) else f"../{value}" if _UNTIL.search(left) else value


def _bounded(period: Period, plain: str, low: int) -> Period:
    """*d'ici à l'été 2030* → ../2030-summer, as with a year."""
    start, end, value = period
    return start, end, value if "/" in value else _open_ended(value, plain[max(low, start - 30) : start])


_NO_NOUN = [form.rpartition(" ")[0] for form in period_contexts("since") if " " in form] + list(PART_NOUNS)
_NO_NOUN += period_contexts("edge")  # au début de 2018
_OF_YEAR_BEFORE = re.compile(
    rf"(?<!\w){''.join(rf'(?<!{form} )' for form in _NO_NOUN)}(?:{alternation(BARE_OF)}) \Z", _I
)
_TO_YEAR = link("first and last year")
_TO_YEAR_BEHIND = re.compile(rf" (?:{_TO_YEAR}) [12]")


def _is_attribute(date: Excluded, left: str, plain: str) -> bool:
    """*l'analyse de 2019* has a year, but nothing says that its numbers are of that year; not *à partir de 2019*."""
    if not _OF_YEAR_BEFORE.search(left):
        return False
    is_span = re.search(_TO_YEAR, plain[date.start : date.end]) or _TO_YEAR_BEHIND.match(plain, date.end)
    return not is_span


# --- relative periods --------------------------------------------------------------------------

_MASCULINE = words("masculine article")  # le, also where it is joined to a preposition: au trimestre dernier
_RELATIVE = {row["form"]: (row["grain"], int(row["offset"])) for row in lexicon.rows("periods")}
_RELATIVE |= {
    f"{article} {form.partition(' ')[2]}": meaning
    for form, meaning in _RELATIVE.items()
    if form.partition(" ")[0] in _MASCULINE
    for article in _MASCULINE
}
_RELATIVE_FORM = re.compile(rf"(?<![\w'])(?:{alternation(_RELATIVE)})(?!\w)", _I)


def _relative(plain: str, low: int, high: int, base: Base) -> Iterator[Period]:
    """*l'an dernier*, *cette semaine*, as printed where no dateline resolves them."""
    for match in _RELATIVE_FORM.finditer(plain, low, high):
        form = match.group().lower()
        value = shifted(base, *_RELATIVE[form]) if base else form
        period = match.start(), match.end(), value
        yield _bounded(period, plain, low) if base else period


_A_MONTH = alternation(FULL_MONTHS)
_MONTH_SPAN = re.compile(
    rf"(?<!\w)(?P<first>{_A_MONTH})(?: (?P<first_year>{YEAR}))?"
    rf"(?: ?[-/–] ?| (?:{_TO_LATER}|{alternation(AND)}) (?:{before_word(period_contexts('after and'))})?)"
    rf"(?P<last>{_A_MONTH})(?: (?P<year>{YEAR}))?(?!\w)(?! [0-9])",
    _I,
)
_NUMBER_BEFORE = re.compile(r"[0-9](?:[^\W\d_]{1,2})? \Z")


def _month_spans(plain: str, low: int, high: int, anchor_at: AnchorAt, taken: list[Period]) -> Iterator[Period]:
    """*de janvier à mars 2020*, *entre avril et juin*, *mai-juin 2020*; not *du 3 mai au 5 juin*."""
    for match in _MONTH_SPAN.finditer(plain, low, high):
        if _NUMBER_BEFORE.search(plain[max(low, match.start() - 5) : match.start()]) or _overlaps(match.span(), taken):
            continue
        first, last = (MONTHS[match[name].lower()] for name in ("first", "last"))
        end = f"{match['year']}-{last:02}" if match["year"] else in_notation(match["last"], anchor_at(*match.span()))
        if end:
            year = int(match["first_year"] or int(end[:4]) - (first > last))
            yield match.start(), match.end(), f"{year}-{first:02}/{end}"


def _overlaps(span: tuple[int, int], taken: list[Period]) -> bool:
    return any(start < span[1] and span[0] < end for start, end, _ in taken)


_BARE_MONTH = re.compile(
    rf"(?<!\w)(?P<in>{alternation(period_contexts('month'))})[ -](?P<month>{alternation(FULL_MONTHS)})(?!\w)"
    r"(?! (?:[12][0-9]{3}|[0-9]{1,2}\b))",
    _I,
)
_SINCE_FORMS = frozenset(period_contexts("since"))


def _bare_months(plain: str, low: int, high: int, anchor_at: AnchorAt, taken: list[Period]) -> Iterator[Period]:
    """*en mai*, *depuis mars*, *mi-juin*."""
    for match in _BARE_MONTH.finditer(plain, low, high):
        start, end = match.span("month")
        value = in_notation(match["month"], anchor_at(start, end))
        if value and not _overlaps((start, end), taken):
            yield start, end, f"{value}/.." if match["in"].lower() in _SINCE_FORMS else value


PAST = re.compile(rf"(?<!\w)(?:{alternation(period_contexts('past'))})", _I)  # dernier, écoulé
COMING = re.compile(rf"(?<!\w)(?:{alternation(period_contexts('coming'))})", _I)  # prochain, à venir
_DURING = re.compile(
    rf"(?<!\w)(?:{alternation(period_contexts('during'))}) ?(?:{before_word(period_contexts('after during'))})?\Z", _I
)
_LONGEST_SPELL = 100
_AGO = re.compile(rf"(?<!\w)(?:{alternation(period_contexts('ago'))}) \Z", _I)
_IN = re.compile(rf"(?<!\w)(?:{alternation(period_contexts('ahead'))}) \Z", _I)


def _spells(amounts: Amounts, low: int, high: int, base: Base, taken: list[Period]) -> Iterator[Period]:
    """*au cours des cinq dernières années*: a length of time that is counted from the dateline."""
    plain = amounts.text.plain
    for amount in amounts.within(low, high) if base else ():
        is_told = _overlaps((amount.start, amount.end), taken)
        if is_told or amount.unit not in ("year", "month", "week", "day") or amount.value != int(amount.value):
            continue
        behind = plain[amount.end : min(high, amount.after + 12)]
        way = -1 if PAST.search(behind) else 1 if COMING.search(behind) else 0
        left = plain[max(low, amount.start - 12) : amount.start]
        if amount.value <= _LONGEST_SPELL and (_AGO.search(left) or _IN.search(left)):
            steps = int(amount.value) * (-1 if _AGO.search(left) else 1)
            yield amount.start, max(amount.after, amount.end), shifted(base, amount.unit, steps)
            continue
        is_during = _DURING.search(plain, max(low, amount.start - 20), amount.start)
        if not way or not is_during or amount.value > _LONGEST_SPELL:
            continue
        ends = sorted((shifted(base, amount.unit, way * int(amount.value)), shifted(base, amount.unit, 0)))
        yield amount.start, max(amount.after, amount.end), "/".join(ends)


_DAYS_OF_WEEK = {row["form"]: int(row["day"]) for row in lexicon.rows("weekdays")}
_RECURS = alternation(words("determiner of a recurring day"))
_WEEKDAY = re.compile(
    rf"(?<![\w'])(?P<lead>[^\W\d_]{{1,8}} )?(?P<day>{alternation(_DAYS_OF_WEEK)})(?!\w)(?! [0-9])", _I
)
_RECURRING = re.compile(rf"(?:{_RECURS}) ", _I)


def _weekdays(plain: str, low: int, high: int, anchor_at: AnchorAt, taken: list[Period]) -> Iterator[Period]:
    """*lundi*, *mardi dernier*, *ce jeudi*: the day that the tense tells; not *le lundi*, which recurs."""
    for match in _WEEKDAY.finditer(plain, low, high):
        start, end = match.span("day")
        anchor = anchor_at(start, end)
        if anchor is None or _overlaps((start, end), taken) or (match["lead"] and _RECURRING.fullmatch(match["lead"])):
            continue
        ahead = (_DAYS_OF_WEEK[match["day"].lower()] - anchor.date.isoweekday()) % 7
        is_other = not ahead and (PAST.match(plain, end + 1) or COMING.match(plain, end + 1))  # jeudi dernier, told so
        steps = (-7, 7) if is_other else (ahead - 7, ahead)  # on a Thursday
        days = [(anchor.date + datetime.timedelta(days=n)).isoformat() for n in steps]
        value = nearest(days, anchor)
        if value:
            yield start, end, value


# --- periods told from one another -------------------------------------------------------------

_FEW = {
    form: int(row["value"])
    for row in lexicon.rows("number_words")
    if "few" in row["uses"].split("|")
    for form in (row["form"], row["value"])
}
_STEPS = {row["form"]: int(row["way"]) for row in lexicon.rows("period_steps") if row["behind"] != "day"}
_STEP_BEHIND = alternation(forms_of("period_steps", behind="length of time"))
_NEIGHBOUR = alternation(forms_of("period_steps", behind=""))
_MONTHS_APART = frozenset(period_contexts("months apart"))
_APART = re.compile(
    rf"(?<![\w'])(?P<n>{alternation(_FEW)}) (?P<unit>{alternation([*_MONTHS_APART, *period_contexts('years apart')])}) "
    rf"(?P<step>{_STEP_BEHIND})(?!\w)|(?<![\w'])(?P<neighbour>{_NEIGHBOUR})(?!\w)",
    _I,
)
_OF_EVENT = re.compile(rf" (?:{before_word(DEFINITE | POSSESSIVES | DEMONSTRATIVES)})", _I)
_YEAR = re.compile(YEAR)
_YEAR_AND_MONTH = re.compile(rf"({YEAR})-([01][0-9])")


def _anchored(found: list[Period], plain: str, low: int, high: int) -> list[Period]:
    """*un an plus tôt*, *l'année précédente* are counted from the year that the sentence names before."""
    found = list(found)
    for match in _APART.finditer(plain, low, high):
        start, end = match.span()
        if match["step"] and _OF_EVENT.match(plain, end):
            continue  # un an après l'ouverture: from an event, not from a year
        before = [value for _, stop, value in found if stop <= start and _YEAR.match(value)]
        if before:
            value = _counted_from(before[-1], match)
            if value:
                found = sorted([*(p for p in found if p[1] <= start or p[0] >= end), (start, end, value)])
        elif match["step"]:
            found.append((start, end, match.group().lower()))
    return sorted(found)


_DAY_STEP = re.compile(rf"(?<!\w)(?P<step>{alternation(DAY_STEPS)})(?!\w)(?! (?:{alternation(OF)})(?:\b|(?<=')))", _I)


def _told_from_days(found: list[Period], amounts: Amounts, low: int, high: int) -> list[Period]:
    """*la veille*, *le lendemain* are counted from the last day that this sentence or the one before names."""
    ends, steps = [stop for _, stop, _ in found], []
    for match in _DAY_STEP.finditer(amounts.text.plain, low, high):
        last = bisect.bisect_right(ends, match.start()) - 1
        named = found[last : last + 1] if last >= 0 else amounts.once("day", low, lambda: _named_before(amounts, low))
        days = bounds(named[0][2]) if named else None
        if days and days[0] == days[1]:
            steps.append((*match.span(), shifted_day(named[0][2], DAY_STEPS[match["step"].lower()])))
    return sorted([*found, *steps])


def _named_before(amounts: Amounts, low: int) -> list[Period]:
    """What the sentence before a position names last of periods, without those that are counted from others."""
    row = amounts.text.sentence(low) - 1
    if row < 0:
        return []
    sentence, base = amounts.text.sentences[row], amounts.text.release.date
    start, end = sentence.start_char, sentence.end_char
    anchor_at = partial(_anchor, amounts, start, end, base, -1)
    found = [*_dates(amounts, start, end, anchor_at, []), *_relative(amounts.text.plain, start, end, base)]
    found += _weekdays(amounts.text.plain, start, end, anchor_at, found)
    return sorted(found)[-1:]


def _counted_from(anchor: str, match: re.Match[str]) -> str | None:
    """The period that lies some years or months before or after another; months need one that tells its own."""
    if match["neighbour"]:
        offset = _STEPS[match["neighbour"].lower()]
    else:
        offset = _STEPS[match["step"].lower()] * _FEW[match["n"].lower()]
        if match["unit"].lower() in _MONTHS_APART:
            month = _YEAR_AND_MONTH.match(anchor)
            return month_of_count(int(month[1]) * 12 + int(month[2]) - 1 + offset) if month else None
    return f"{int(anchor[:4]) + offset}{anchor[4:] if '/' not in anchor else ''}"


_AND_UP_TO = rf"(?:{alternation(AND)}) (?:{before_word(period_contexts('after and'))})?"
_UP_TO = re.compile(rf" (?:{_AND_UP_TO}|{before_word(period_contexts('up to'))})", _I)
_FROM = re.compile(
    rf"(?<!\w)(?:(?:{before_word(period_contexts('between'))})(?:{before_word(period_contexts('after between'))})?"
    rf"|{before_word(period_contexts('from'))})\Z",
    _I,
)


def _joined(found: list[Period], plain: str) -> list[Period]:
    """*entre le 1er mai et le 3 juin 2019*, *de 2014 à 2018*: two ends are one period."""
    out: list[Period] = []
    for start, end, value in found:
        if out and _is_second_end(out[-1], start, value, plain):
            begin, first_end, first = out[-1]
            if len(first) > 4 and not _YEAR.search(plain, begin, first_end):
                # du 28 décembre au 5 janvier: over the new year.
                year = int(value[:4])
                first = f"{year - (first[4:] > value[4:])}{first[4:]}"
            out[-1] = (begin, end, f"{first}/{value}")
        else:
            out.append((start, end, value))
    return out


def _is_second_end(first: Period, start: int, value: str, plain: str) -> bool:
    begin, end, notation = first
    return bool(
        _UP_TO.fullmatch(plain, end, start)
        and "/" not in notation + value
        and _FROM.search(plain[max(0, begin - 12) : begin])
    )
