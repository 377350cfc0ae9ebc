"""Amounts → when: the period that a sentence gives a number, resolved against the dateline.

Takes a ``NumberReading`` and one of its amounts; gives the span of the words and the period in the
notation of EDTF (Library of Congress, 2019; ISO 8601-2): 2018, 2018-05, 2014/2018, 2017/.., 198X. Quarters
and half-years, for which EDTF has code numbers, are 2015-Q2 and 2015-S1 to be read at sight; weeks are those
of ISO 8601, 2019-W40.
Which words name a period or lead to one stands in the lexicon: ``periods``, ``period_contexts``,
``year_contexts``, ``months``, ``number_words`` (ordinals), ``comparisons``.
"""

import bisect
import datetime
import re
from collections.abc import Iterator

from helpers import lexicon
from helpers.lexicon.words import alternation, forms_of
from helpers.numbers.amounts import NumberReading, comparison_marker
from helpers.numbers.fixed_forms import FULL_MONTHS, MONTHS, YEAR
from helpers.numbers.numerals import Amount, unit_codes

_I = re.IGNORECASE
Period = tuple[int, int, str]  # start, end, notation


def period_of(amount: Amount, reading: NumberReading, behind_from: int) -> Period | None:
    """The period nearest to a number in its part of the sentence, with its span.

    Args:
        amount: one of ``reading.amounts``.
        reading: the release, read for numbers.
        behind_from: where the number and what it counts end; a period right behind belongs to it.

    Returns:
        Start, end and notation; relative words (*l'an dernier*) as printed where no dateline resolves
        them. None for ages and lengths of time, for what recurs (*12 $ par an*), for a group that is
        known already (*les deux parties*), and where the sentence names no period on the number's
        side of a comparison.
    """
    low, high = reading.sentence_span(amount.start)
    line = reading.release.dateline
    if line and low < line.end <= amount.start:
        low = line.end
    if amount.unit in unit_codes("time"):
        return None  # an age or a length of time has no year of its own
    found = reading.once("periods", low, lambda: _periods(reading, low, high))
    if not found or _is_known_group(amount, reading.plain):
        return None
    cuts = reading.once("cuts", low, lambda: _markers(reading, low, high))
    others = reading.once("datable", low, lambda: _datable(reading, low, high))
    part = bisect.bisect_right(cuts, amount.start)
    here = bisect.bisect_right(others, (amount.start, amount.after))
    next_one = bisect.bisect_left(found, (amount.end,))
    behind = found[next_one] if next_one < len(found) else None
    if behind and bisect.bisect_right(cuts, behind[0]) != part:
        behind = None
    listed = None
    if behind and here < len(others) and behind[0] >= others[here][0]:
        # 4 loups et 40 biches en 2015: what is listed shares the period behind its last number.
        listed = _list_end(others, here, behind[0], reading)
        behind, behind_from = (behind, listed) if listed else (None, behind_from)
    gap = reading.plain[behind_from : behind[0]] if behind else ""
    if behind and _parts(gap):
        behind = None
    recurs = _RECURS.match(reading.plain, behind_from, min(high, behind_from + 40)) or _RECURRING.search(
        reading.plain, max(low, amount.start - 30), amount.start
    )
    if behind and not listed and len(gap) < 40 and "," not in gap:
        return behind
    if recurs:
        return None
    for index in range(next_one - 1, max(next_one - 5, -1), -1):
        ahead = found[index]
        if bisect.bisect_right(cuts, ahead[0]) != part:
            break
        # A period right behind another number is that number's.
        if not _is_taken(ahead[0], others, reading.plain) and _reaches(ahead, amount.start, low, reading.plain):
            return ahead
    return behind if behind and len(gap) < 80 else None


def named_periods(reading: NumberReading) -> list[Period]:
    """Every date and period that a release names outside its dateline, in order.

    Beside those that ``period_of`` gives to numbers, dates in any place: *l'analyse de 2019*. A day or month without a
    year is the one nearest to the dateline, since a release announces as well as it reports (numbers look back, so
    there it is the last one). Words that only point (*la semaine dernière*) are left out where no dateline resolves
    them; a day without a year stands as printed then.
    """
    base = reading.release.dateline.date if reading.release.dateline else None
    named: list[Period] = []
    for sentence in reading.document.sentences:
        low, high = sentence.start_char, sentence.end_char
        found = [p for p in _periods(reading, low, high) if any(c.isdigit() for c in p[2])]
        for date in reading.dates_in(low, high):
            if not any(start < date.end and date.start < end for start, end, _ in found):
                printed = reading.plain[date.start : date.end]
                found.append((date.start, date.end, _resolve(printed, base) or printed.lower()))
        named += [(start, end, _nearest(value, start, end, reading.plain, base)) for start, end, value in sorted(found)]
    return named


_KNOWN_GROUP = re.compile(r"(?<!\w)(?:les|ces|nos|vos|leurs|mes|tes|ses|des|aux|tous|toutes) \Z", _I)
_RECURS = re.compile(
    r" ?(?:/ ?|par |chaque |tous les |toutes les |l')(?:an|année|ans|années|mois|jours?|semaines?|heures?)(?!\w)", _I
)
_RECURRING = re.compile(r"(?<!\w)(?:annuellement|chaque (?:année|mois|jour)|tous les ans|par an)(?!\w)", _I)
_ASIDE = re.compile(
    r" ?(?:qui|que|qu'|dont|où|laquelle|lequel|lesquels|lesquelles|ce qui|"
    r"[^\W\d_]{2,20}[éi]e?s? (?:en|le|de|depuis|par)) ?",
    _I,
)
_LISTING = re.compile(r"[^:;()«».]{0,60}")
_LIST_LINK = re.compile(r",|(?<!\w)(?:et|faisant|soit|à|ou) ", _I)
_VERBAL = re.compile(r"(?<!\w)(?:alors|tandis|mais|puis|qui|que|quand|lorsque)(?!\w)", _I)


def _is_known_group(amount: Amount, plain: str) -> bool:
    """*les deux pays*: a small number in words behind a definite article tells a group, not an event."""
    if not amount.word or amount.value > 12 or amount.multiplier != 1.0:
        return False
    return _KNOWN_GROUP.search(plain, max(0, amount.start - 10), amount.start) is not None


def _parts(gap: str) -> bool:
    """Whether marks part a number from a period behind it; a bracket that opens on the period does not."""
    bracket = re.search(r"\((?:en |depuis |fin |début )?\Z", gap)
    return any(c in ":;«»—" for c in gap) or "(" in (gap[: bracket.start()] if bracket else gap)


def _reaches(period: Period, start: int, low: int, plain: str) -> bool:
    """Whether a period before a number is said of it: it opens the clause, or is near and in no aside."""
    between = plain[period[1] : start]
    if ";" in between or between.count(")") > between.count("("):
        return False
    head = plain[low : period[0]]
    if len(head) < 45 and "," not in head[:-1] and len(head.split()) <= 5:
        return True
    comma = plain.rfind(",", low, period[0])
    opening = plain[comma + 1 : period[0]]
    if comma >= low and "," in between and _ASIDE.match(opening):
        return False
    return len(between) < 60 or len(opening.split()) <= 4 and len(between) < 160


def _list_end(others: list[tuple[int, int]], here: int, period: int, reading: NumberReading) -> int | None:
    """Where the last number before a period ends, if the numbers from one on up to it make a list."""
    end = others[here - 1][1]
    for start, after in others[here : here + 6]:
        if start >= period:
            return end
        gap = reading.plain[end:start]
        if not _LISTING.fullmatch(gap) or _VERBAL.search(gap) or not _LIST_LINK.search(gap):
            return None
        if any(
            t.pos_ == "AUX" or "VerbForm=Fin" in (m := str(t.morph)) or "Inf" in m for t in reading.tokens(end, start)
        ):
            return None
        end = after
    return end if len(others) <= here + 6 else None


def _datable(reading: NumberReading, low: int, high: int) -> list[tuple[int, int]]:
    """The numbers of a sentence that can have a period: all but lengths of time and groups known already."""
    return [
        (a.start, a.after)
        for a in reading.amounts_in(low, high)
        if a.unit not in unit_codes("time") and not _is_known_group(a, reading.plain)
    ]


def _is_taken(period: int, amounts: list[tuple[int, int]], plain: str) -> bool:
    """Whether a period stands right behind one of some amounts."""
    index = bisect.bisect_left(amounts, (period, 0)) - 1
    return index >= 0 and period - amounts[index][1] < 12 and not re.search("[,;:(]", plain[amounts[index][1] : period])


def _markers(reading: NumberReading, low: int, high: int) -> list[int]:
    """Where the comparison markers of a sentence stand."""
    inside = reading.amounts_in(low, high)
    ends = [low, *(a.end for a in inside)]
    starts = [a.start for a in inside]
    found = ((end, comparison_marker(reading.plain[end:start])) for end, start in zip(ends, starts, strict=False))
    return [end + marker[0] for end, marker in found if marker]


# --- the periods of a sentence -----------------------------------------------------------------

_CONTEXTS = {reading: forms_of("period_contexts", reading=reading) for reading in ("since", "until", "at", "month")}
_SINCE = re.compile(rf"(?<!\w)(?:{alternation(_CONTEXTS['since'])})(?: le| l'an)? \Z", _I)
_UNTIL = re.compile(rf"(?<!\w)(?:{alternation(_CONTEXTS['until'])}) \Z", _I)
_AT = re.compile(
    rf"(?<!\w)(?:{alternation([*forms_of('year_contexts'), *_CONTEXTS['at'], '(', ','])})"
    r"(?: (?:le |la |l'|les |début |fin )?)?\Z",
    _I,
)
_BARE_MONTH = re.compile(
    rf"(?<!\w)(?P<in>{alternation(_CONTEXTS['month'])})[ -](?P<month>{alternation(FULL_MONTHS)})(?!\w)"
    r"(?! (?:[12][0-9]{3}|[0-9]{1,2}\b))",
    _I,
)
_ORDINALS = {r["form"]: r["value"] for r in lexicon.rows("number_words") if r["kind"] == "ordinal"}
_PART_OF_YEAR = re.compile(
    rf"(?<!\w)(?P<n>{alternation(_ORDINALS)}|1er|2e|3e|4e) (?P<kind>trimestre|semestre)"
    rf"(?: (?:de |d')?(?:l'année |l'exercice )?(?P<year>{YEAR}))?(?!\w)",
    _I,
)
_RELATIVE = {r["form"]: (r["grain"], int(r["offset"])) for r in lexicon.rows("periods")}
_RELATIVE |= {f"{link} {f[3:]}": meaning for f, meaning in _RELATIVE.items() if f[:3] == "le " for link in ("au", "du")}
_RELATIVE_FORM = re.compile(rf"(?<![\w'])(?:{alternation(_RELATIVE)})(?!\w)", _I)
_LATER_YEAR = re.compile(rf" (?:et|au|à|jusqu'au) [^.;]{{0,20}}?(?<![0-9])({YEAR})(?![0-9])")


def _periods(reading: NumberReading, low: int, high: int) -> list[Period]:
    """Periods named in a stretch, resolved; an attribute (*l'analyse de 2019*) is none."""
    plain, found = reading.plain, []
    base = reading.release.dateline.date if reading.release.dateline else None
    for match in _PART_OF_YEAR.finditer(plain, low, high):
        number = int(_ORDINALS.get(match["n"].lower()) or match["n"][0])
        letter, months = ("Q", 3) if match["kind"].lower() == "trimestre" else ("S", 6)
        year = match["year"]
        if year is None and base is not None:
            # Results are told when the quarter has at least begun.
            year = base.year - (number > (base.month - 1) // months + 1)
        value = f"{year}-{letter}{number}" if year else match.group().lower()
        found.append((match.start(), match.end(), value))
    taken = list(found)
    for e in reading.dates_in(low, high):
        if any(a <= e.start < b for a, b, _ in taken):
            continue
        left = plain[max(low, e.start - 30) : e.start]
        if (
            not _AT.search(left)
            and e.start > low
            or e.reason == "year"
            and _is_attribute(left, plain[e.start : e.end], plain[e.end : e.end + 6])
        ):
            continue
        # du 3 mai au 5 juin 2015: the year stands at the end.
        later = _LATER_YEAR.match(plain, e.end, high)
        value = _resolve(plain[e.start : e.end], datetime.date(int(later[1]), 12, 31) if later else base)
        if value:
            if "/" not in value:
                value = f"{value}/.." if _SINCE.search(left) else f"../{value}" if _UNTIL.search(left) else value
            found.append((e.start, e.end, value))
    for match in _RELATIVE_FORM.finditer(plain, low, high):
        value = _shift(base, *_RELATIVE[match.group().lower()]) if base else None
        found.append((match.start(), match.end(), value or match.group().lower()))
    for match in _BARE_MONTH.finditer(plain, low, high):
        value = _resolve(match["month"], base)
        if value and not any(a < match.end() and match.start("month") < b for a, b, _ in found):
            since = match["in"].lower() in _CONTEXTS["since"]
            found.append((*match.span("month"), f"{value}/.." if since else value))
    found += _spells(reading, low, high, base)
    return _anchored(_joined(sorted(found), plain), plain, low, high)


_LAST = re.compile(r"(?<!\w)(?:derni|pass|précéd|écoul)", _I)
_NEXT = re.compile(r"(?<!\w)(?:prochain|à venir)", _I)
_DURING = re.compile(
    r"(?<!\w)(?:cours|durant|pendant|dans|sur|ces|lors|depuis) ?(?:de |des |d'ici |les |ces |nos )?\Z", _I
)


def _spells(reading: NumberReading, low: int, high: int, base: datetime.date | None) -> Iterator[Period]:
    """*au cours des cinq dernières années*: a length of time that is counted from the dateline."""
    for amount in reading.amounts_in(low, high):
        if amount.unit not in ("year", "month", "week", "day") or base is None or amount.value != int(amount.value):
            continue
        words = reading.plain[amount.end : min(high, amount.after + 12)]
        way = -1 if _LAST.search(words) else 1 if _NEXT.search(words) else 0
        if (
            not way
            or amount.value > 100
            or not _DURING.search(reading.plain, max(low, amount.start - 20), amount.start)
        ):
            continue
        other = _shift(base, amount.unit, way * int(amount.value))
        ends = sorted((other, _shift(base, amount.unit, 0)))
        yield amount.start, max(amount.after, amount.end), "/".join(ends)


_EARLIER = re.compile(
    r"(?<![\w'])(?P<n>un|1|deux|2|trois|3|cinq|5|dix|10) (?P<unit>ans?|mois) "
    r"(?:plus tôt|auparavant|avant|plus tard)(?!\w)"
    r"|(?<![\w'])(?P<year>l'année (?:précédente|d'avant|suivante|d'après)|l'an précédent)(?!\w)",
    _I,
)
_FEW = {"un": 1, "deux": 2, "trois": 3, "cinq": 5, "dix": 10}


def _anchored(found: list[Period], plain: str, low: int, high: int) -> list[Period]:
    """*un an plus tôt*, *l'année précédente* are counted from the year that the sentence names before."""
    found = list(found)
    for match in _EARLIER.finditer(plain, low, high):
        before = [p for p in found if p[1] <= match.start() and re.match(YEAR, p[2])]
        if not before:
            if match["year"] is None:
                found.append((match.start(), match.end(), match.group().lower()))
            continue
        anchor = before[-1][2]
        back = 1 if match["year"] else (_FEW.get(match["n"].lower()) or int(match["n"]))
        way = 1 if re.search(r"suivante|d'après|plus tard", match.group(), _I) else -1
        if match["unit"] and match["unit"].lower() == "mois":
            months = re.match(rf"({YEAR})-([01][0-9])", anchor)
            if not months:
                continue
            at = int(months[1]) * 12 + int(months[2]) - 1 + way * back
            value = f"{at // 12}-{at % 12 + 1:02}"
        else:
            value = f"{int(anchor[:4]) + way * back}{anchor[4:] if '/' not in anchor else ''}"
        found = [p for p in found if p[1] <= match.start() or p[0] >= match.end()]
        found.append((match.start(), match.end(), value))
        found.sort()
    return sorted(found)


_UP_TO = re.compile(r" (?:et (?:le |en )?|au |à |jusqu'au |jusqu'en )", _I)


def _joined(found: list[Period], plain: str) -> list[Period]:
    """*entre le 1er mai et le 3 juin 2019*, *de 2014 à 2018*: two ends are one period."""
    out: list[Period] = []
    for start, end, value in found:
        if out and _UP_TO.fullmatch(plain, out[-1][1], start) and "/" not in out[-1][2] + value:
            opening = plain[max(0, out[-1][0] - 12) : out[-1][0]]
            if re.search(r"(?<!\w)(?:entre (?:le )?|du |de )\Z", opening, _I):
                first = out[-1][2]
                if len(first) > 4 and not re.search(YEAR, plain[out[-1][0] : out[-1][1]]):
                    first = value[:4] + first[4:]
                out[-1] = (out[-1][0], end, f"{first}/{value}")
                continue
        out.append((start, end, value))
    return out


_MONTH = re.compile(rf"(?<!\w)(?:{alternation(MONTHS)})(?!\w)", _I)
_IN_A_YEAR = re.compile(r"[12][0-9]{3}(?P<day>-[01][0-9](?:-[0-3][0-9])?)")


def _nearest(value: str, start: int, end: int, plain: str, base: datetime.date | None) -> str:
    """A day or month that was printed without its year, in the year that brings it nearest to the dateline.

    *dernier* and *prochain* behind it say on which side it lies.
    """
    match = _IN_A_YEAR.fullmatch(value)
    if base is None or match is None or not _MONTH.search(plain, start, end) or re.search(YEAR, plain[start:end]):
        return value
    found = []
    for year in (base.year - 1, base.year, base.year + 1):
        try:
            day = datetime.date.fromisoformat(f"{year}{match['day']}{'-15' if len(match['day']) == 3 else ''}")
        except ValueError:
            continue  # 29 February
        away = (day - base).days
        behind = plain[end : end + 10]
        if not (_LAST.match(behind.strip()) and away > 0 or _NEXT.match(behind.strip()) and away < 0):
            found.append((abs(away), f"{year}{match['day']}"))
    return min(found)[1] if found else value


def _is_attribute(left: str, year: str, right: str) -> bool:
    """*l'analyse de 2019* has a year, but nothing says that its numbers are of that year."""
    if not re.search(r"(?<!\w)(?<!à compter )(?<!à partir )(?<!trimestre )(?<!semestre )de \Z", left, _I):
        return False
    return "à" not in year and not re.match(r" à [12]", right)


# --- words to notation -------------------------------------------------------------------------


def _resolve(text: str, base: datetime.date | None) -> str | None:
    """*15 mai 2019* → 2019-05-15, *mai 2019* → 2019-05, *2014 à 2018* → 2014/2018."""
    lowered = text.lower()
    if re.fullmatch(r"[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?", text):
        return text
    years = re.findall(rf"(?<![0-9]){YEAR}(?![0-9])", text)
    month = next(
        (
            m
            for f, m in sorted(MONTHS.items(), key=lambda fm: -len(fm[0]))
            if re.search(rf"(?<!\w){re.escape(f)}(?!\w)", lowered)
        ),
        None,
    )
    if month:
        if not years and base is None:
            return None
        year = int(years[-1]) if years else base.year - (month > base.month)
        days = [int(d) for d in re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", lowered)]
        stamp = f"{year}-{month:02}"
        if len(days) > 1:
            return f"{stamp}-{days[0]:02}/{stamp}-{days[-1]:02}"
        return f"{stamp}-{days[0]:02}" if days else stamp
    numeric = re.fullmatch(r"([0-3]?[0-9])[./-]([01]?[0-9])[./-]([12][0-9]{3})", text)
    if numeric:
        return f"{numeric[3]}-{int(numeric[2]):02}-{int(numeric[1]):02}"
    if len(years) > 1:
        return f"{years[0]}/{years[-1]}"
    if years:
        short = re.search(r"[-–/] ?([0-9]{2})$", text)
        decade = re.search(r"années? ", lowered) and years[0].endswith("0") and "années" in lowered
        return f"{years[0]}/{years[0][:2]}{short[1]}" if short else f"{years[0][:3]}X" if decade else years[0]
    decade = re.search(r"années ([1-9])0$", lowered)
    return f"19{decade[1]}X" if decade else None


def _shift(base: datetime.date, grain: str, offset: int) -> str:
    """The day, week, month, quarter or year that lies some of its kind after that of a date."""
    if grain == "year":
        return str(base.year + offset)
    if grain == "month":
        months = base.year * 12 + base.month - 1 + offset
        return f"{months // 12}-{months % 12 + 1:02}"
    if grain == "quarter":
        quarters = base.year * 4 + (base.month - 1) // 3 + offset
        return f"{quarters // 4}-Q{quarters % 4 + 1}"
    if grain == "semester":
        halves = base.year * 2 + (base.month - 1) // 6 + offset
        return f"{halves // 2}-S{halves % 2 + 1}"
    if grain == "week":
        week = (base + datetime.timedelta(weeks=offset)).isocalendar()
        return f"{week.year}-W{week.week:02}"
    return (base + datetime.timedelta(days=offset)).isoformat()
