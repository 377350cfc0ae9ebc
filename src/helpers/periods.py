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

from helpers import lexicon
from helpers.amounts import NumberReading, comparison_marker
from helpers.fixed_forms import FULL_MONTHS, MONTHS, YEAR, alternation, forms_of
from helpers.numerals import Amount, unit_codes

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
        them. None for ages and lengths of time, and where the sentence names no period on the number's
        side of a comparison.
    """
    low, high = reading.sentence_span(amount.start)
    if amount.unit in unit_codes("time"):
        return None  # an age or a length of time has no year of its own
    found = reading.once("periods", low, lambda: _periods(reading, low, high))
    if not found:
        return None
    cuts = reading.once("cuts", low, lambda: _markers(reading, low, high))
    others = reading.once("amounts", low, lambda: _datable(reading, low, high))
    part = bisect.bisect_right(cuts, amount.start)
    found = [p for p in found if bisect.bisect_right(cuts, p[0]) == part]
    here = bisect.bisect_right(others, (amount.start, amount.after))
    following = others[here][0] if here < len(others) else high
    behind = next((p for p in found if amount.end <= p[0] <= following), None)
    if behind and behind[0] - behind_from < 40 and "," not in reading.plain[behind_from : behind[0]]:
        return behind
    # A period right behind another number is that number's.
    ahead = [p for p in found if p[1] <= amount.start and not _is_taken(p[0], others, reading.plain)]
    if ahead:
        return ahead[-1]
    return behind if behind and behind[0] - behind_from < 80 else None


def _datable(reading: NumberReading, low: int, high: int) -> list[tuple[int, int]]:
    """The numbers of a sentence that can have a period: all but lengths of time."""
    return [(a.start, a.after) for a in reading.amounts if low <= a.start < high and a.unit not in unit_codes("time")]


def _is_taken(period: int, amounts: list[tuple[int, int]], plain: str) -> bool:
    """Whether a period stands right behind one of some amounts."""
    index = bisect.bisect_left(amounts, (period, 0)) - 1
    return index >= 0 and period - amounts[index][1] < 12 and "," not in plain[amounts[index][1] : period]


def _markers(reading: NumberReading, low: int, high: int) -> list[int]:
    """Where the comparison markers of a sentence stand."""
    inside = [a for a in reading.amounts if low <= a.start < high]
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
    rf"(?: (?:de |d')?(?:l'année |l'exercice )?(?P<year>{YEAR}))",
    _I,
)
_RELATIVE = {r["form"]: (r["grain"], int(r["offset"])) for r in lexicon.rows("periods")}
_RELATIVE_FORM = re.compile(rf"(?<![\w'])(?:{alternation(_RELATIVE)})(?!\w)", _I)
_LATER_YEAR = re.compile(rf" (?:et|au|à|jusqu'au) [^.;]{{0,20}}?(?<![0-9])({YEAR})(?![0-9])")


def _periods(reading: NumberReading, low: int, high: int) -> list[Period]:
    """Periods named in a stretch, resolved; an attribute (*l'analyse de 2019*) is none."""
    plain, found = reading.plain, []
    base = reading.release.dateline.date if reading.release.dateline else None
    for match in _PART_OF_YEAR.finditer(plain, low, high):
        number = _ORDINALS.get(match["n"].lower()) or match["n"][0]
        letter = "Q" if match["kind"].lower() == "trimestre" else "S"
        found.append((match.start(), match.end(), f"{match['year']}-{letter}{number}"))
    for e in reading.excluded:
        if e.reason not in ("date", "year") or not low <= e.start < high or any(a <= e.start < b for a, b, _ in found):
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
    return _joined(sorted(found), plain)


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
    if grain == "week":
        week = (base + datetime.timedelta(weeks=offset)).isocalendar()
        return f"{week.year}-W{week.week:02}"
    return (base + datetime.timedelta(days=offset)).isoformat()
