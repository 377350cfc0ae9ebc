"""Doc → amounts: the numbers that count or measure something, with units, shares and ranges put together.

Takes a parsed release; gives a ``NumberReading``: its amounts, and the figures that are none, by their form
(``fixed_forms``) or by the words around them. Which words decide stands in the lexicon: ``units``,
``home_currencies``, ``range_links``, ``approximators``, ``comparisons``, ``year_contexts``,
``clock_contexts``.
"""

import bisect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from spacy.tokens import Token

from helpers import lexicon
from helpers.french.document import ReleaseDoc
from helpers.lexicon.words import alternation, forms_of
from helpers.numbers.fixed_forms import WEEKDAYS, YEAR, Excluded, clock_context, fixed_forms, mask
from helpers.numbers.numerals import Amount, numerals, unit_at, unit_codes
from helpers.release.release import Release
from helpers.text.typography import reading_copy

_I = re.IGNORECASE


@dataclass
class NumberReading:
    """A Doc indexed for numbers: its amounts, the figures that are none, and quick looks around them.

    ``plain`` is the text with plain spaces and apostrophes and paragraphs on one line, of the same length;
    ``amounts`` and ``excluded`` are in the order of the text.
    """

    document: ReleaseDoc
    plain: str
    amounts: list[Amount] = field(default_factory=list)
    excluded: list[Excluded] = field(default_factory=list)
    known: dict[tuple[str, int], list] = field(default_factory=dict)  # what was read once for a sentence

    def __post_init__(self) -> None:
        self.doc, self.release = self.document.doc, self.document.release
        self._token_starts = self.document.token_starts
        self._sentences = self.document.sentences
        self._sentence_starts = [s.start_char for s in self._sentences]

    def token(self, position: int) -> Token | None:
        """The token that holds a position; white space counts to the token before it."""
        index = bisect.bisect_right(self._token_starts, position) - 1
        return self.doc[index] if index >= 0 else None

    def following(self, position: int) -> Token | None:
        """The first token that begins at a position or behind it and is not white space."""
        index = bisect.bisect_left(self._token_starts, position)
        while index < len(self.doc) and self.doc[index].is_space:
            index += 1
        return self.doc[index] if index < len(self.doc) else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that begin in a stretch, from the first that is not white space."""
        first = self.following(start)
        found = []
        while first is not None and first.idx < end:
            found.append(first)
            first = self.doc[first.i + 1] if first.i + 1 < len(self.doc) else None
        return found

    def at_home(self, unit: str | None) -> str | None:
        """A unit, a bare *$*, *franc*, *dinar* or *dirham* as the currency that it is where the release comes from."""
        return self._home.get(unit, unit) if unit in _BARE else unit

    @cached_property
    def _home(self) -> dict[str, str]:
        return _home(self.release)

    def once(self, what: str, low: int, read: Callable[[], list]) -> list:
        """A list that belongs to the sentence that begins at a position, read once."""
        if (what, low) not in self.known:
            self.known[what, low] = read()
        return self.known[what, low]

    @cached_property
    def starts(self) -> list[int]:
        """Where the amounts begin, in order."""
        return sorted(a.start for a in self.amounts)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The same, for a quick look-up."""
        return frozenset(self.starts)

    def amounts_in(self, low: int, high: int) -> list[Amount]:
        """The amounts that begin in a stretch."""
        return self.amounts[bisect.bisect_left(self.starts, low) : bisect.bisect_left(self.starts, high)]

    @cached_property
    def _dates(self) -> list[Excluded]:
        return [e for e in self.excluded if e.reason in ("date", "year")]

    def dates_in(self, low: int, high: int) -> list[Excluded]:
        """The dates and years that begin in a stretch."""
        first = bisect.bisect_left(self._dates, low, key=lambda e: e.start)
        return self._dates[first : bisect.bisect_left(self._dates, high, key=lambda e: e.start)]

    def sentence(self, position: int) -> int:
        """The row of the sentence table that holds a position; -1 before the first."""
        return bisect.bisect_right(self._sentence_starts, position) - 1

    def sentence_span(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds a position; empty before the first."""
        index = self.sentence(position)
        if index < 0:
            return position, position
        return self._sentences[index].start_char, max(self._sentences[index].end_char, position)


def read_amounts(document: ReleaseDoc) -> NumberReading:
    """The amounts of a release, and its figures that are none, each with the reason.

    Args:
        document: the release with its parse.

    Returns:
        Amounts are read in prose only. Every digit of the release is in an amount or in an exclusion.
    """
    release = document.release
    reading = NumberReading(document, _unwrapped(release))
    excluded = list(fixed_forms(reading.plain, release))
    masked = mask(reading.plain, excluded)
    found: list[Amount] = []
    for start, end in _prose(release):
        for numeral in numerals(masked, start, end):
            (found if isinstance(numeral, Amount) else excluded).append(numeral)
    kept: list[Amount] = []
    named = -1  # end of the last figure that is part of a name: MySQL 5.5 ou 5.6
    for amount in sorted(_with_units(_shares(found, reading), masked, reading), key=lambda a: a.start):
        reason = _reason(amount, reading)
        if (
            not reason
            and amount.unit is None
            and named >= 0
            and re.fullmatch(r" (?:et|ou|à) |, ", reading.plain[named : amount.start])
        ):
            reason = None if _counts_noun(reading, amount.end, plural=amount.value >= 2) else "part of a name"
        if reason == "part of a name":
            named = amount.end
        if reason:
            excluded.append(Excluded(amount.start, amount.end, reason))
        else:
            kept.append(amount)
    reading.amounts = sorted(_ranges(kept, reading, excluded), key=lambda a: a.start)
    units = bytearray(len(reading.plain))
    for amount in reading.amounts:
        units[amount.end : amount.after] = b"\x01" * (amount.after - amount.end)
    excluded = [replace(e, reason="sign of a unit") if units[e.start] else e for e in excluded]  # the 2 of m2
    excluded += _rest(reading.plain, reading.amounts, excluded)
    reading.excluded = sorted(excluded, key=lambda e: (e.start, e.end))
    return reading


def _unwrapped(release: Release) -> str:
    """The reading copy, with a line break inside a paragraph read as a space."""
    plain = reading_copy(release.text)
    parts, at = [], 0
    for p in release.paragraphs:
        parts += [plain[at : p.start], plain[p.start : p.end].replace("\n", " ").replace("\r", " ")]
        at = p.end
    return "".join(parts) + plain[at:]


def _prose(release: Release) -> list[tuple[int, int]]:
    """The stretches that say something: prose paragraphs, less the dateline."""
    spans = []
    for p in release.prose:
        start = p.start
        if release.dateline and p.start <= release.dateline.start < p.end:
            start = min(release.dateline.end, p.end)
        spans.append((start, p.end))
    return spans


def _rest(plain: str, amounts: list[Amount], excluded: list[Excluded]) -> list[Excluded]:
    """Digits that no rule has taken: outside the prose, or unread."""
    taken = sorted([(a.start, a.end) for a in amounts] + [(e.start, e.end) for e in excluded])
    masked = mask(plain, [Excluded(s, e, "") for s, e in taken])
    return [
        Excluded(*m.span(), "no amount that these rules can read")
        for m in re.finditer(r"[0-9]++(?:[ .,'][0-9]++)*+", masked)
    ]


# --- shares ------------------------------------------------------------------------------------

_OUT_OF = re.compile(r"(?P<words>(?: [^\W\d_][\w'’-]{0,40}){0,4}) sur ", _I)
_ONE_OF = re.compile(r"(?<!\w)(?<!l')(?P<one>une?)(?P<words>(?: [^\W\d_][\w'’-]{0,40}){0,4}) sur \Z", _I)


def _shares(amounts: list[Amount], reading: NumberReading) -> list[Amount]:
    """Join *huit lits sur dix*, *un sur cinq*, *2/3 de* to one number each."""
    out: list[Amount] = []
    for amount in sorted(amounts, key=lambda a: a.start):
        previous = out[-1] if out else None
        if previous and amount.start < previous.end:
            continue
        share = _share(previous, amount, reading)
        if share and previous and share.start <= previous.start:
            out.pop()
        out.append(share or amount)
    return out


def _share(top: Amount | None, bottom: Amount, reading: NumberReading) -> Amount | None:
    """The share that the second of two numbers ends: *8* and *10*, or an article and *dix*."""
    plain = reading.plain
    if bottom.unit or bottom.value < 2 or bottom.value != int(bottom.value):
        return None
    if top and plain[top.end : bottom.start] == "/" and 0 < top.value < bottom.value and not top.unit:
        measured = unit_at(plain, bottom.end, len(plain)) and not re.match(
            r" d[e']", plain[bottom.end : bottom.end + 3]
        )
        if bottom.value in (2, 3, 4, 5, 10, 20, 100) and not measured:
            return Amount(top.start, bottom.end, top.value / bottom.value, None, bottom.end, partitive=True)
        return None
    # A share is told in round wholes; 20 of 23 are two counts.
    is_round = bottom.word or bottom.value <= 20 or bottom.multiplier > 1
    is_round = is_round or bool(re.fullmatch(r"10+", f"{bottom.value:.0f}"))
    if _counts_noun(reading, bottom.end, plural=True):
        return None
    start = value = words = None
    if top and bottom.start - top.end < 120:
        between = _OUT_OF.fullmatch(plain, top.end, bottom.start)
        if between and is_round and 0 < top.value < bottom.value and top.unit is None:
            start, value, words = top.start, top.value, between.span("words")
    if start is None:
        left = max(0, bottom.start - 130)
        one = _ONE_OF.search(plain[left : bottom.start])
        if one and (is_round or bottom.value % 10 == 0 and not _YEAR.fullmatch(plain, bottom.start, bottom.end)):
            start, value, words = left + one.start("one"), 1.0, (left + one.start("words"), left + one.end("words"))
    if start is None or any(
        t.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(t.morph) for t in reading.tokens(*words)
    ):
        return None
    counted = (words[0] + 1, words[1]) if words[0] < words[1] else None
    return Amount(start, bottom.end, value / bottom.value, 1 / bottom.value, bottom.end, share=counted)


# --- units -------------------------------------------------------------------------------------

_MINUTES = re.compile(r" ?([0-5][0-9])(?![0-9])(?: ?(?:minutes|min|mn)(?!\w)|(?= ?(?:[.,;:)»]|\Z|[^\W\d_]{1,3} )))", _I)
_HALF = re.compile(r" et (?:demie?|(?P<quarter>quart))(?!\w)", _I)
_HALF_AHEAD = re.compile(r"(?<![\w'])(une?)(?= [^\W\d_]{1,20} et (?:demie?|quart)(?!\w))", _I)


def _with_units(amounts: list[Amount], masked: str, reading: NumberReading) -> Iterator[Amount]:
    """The amounts with their units, from the words behind them."""
    plain, behind = reading.plain, 0
    for amount in amounts:
        if amount.start < behind:
            continue  # the minutes of an hour
        unit, after, end, value, step = amount.unit, amount.after, amount.end, amount.value, amount.step
        if unit is None and amount.share is None:
            found = unit_at(plain, amount.end, len(plain)) or _unit_over_adjectives(reading, amount.end)
            if found:
                unit, after = found
                half = _HALF.match(plain, after)
                minutes = _MINUTES.match(plain, after) if unit == "hour" else None
                if half and value == int(value):
                    part = 0.25 if half["quarter"] else 0.5
                    value, step, end, after = value + part, part, half.end(), half.end()
                elif minutes:
                    value, step, end, after = value + int(minutes[1]) / 60, 1 / 60, minutes.end(1), minutes.end()
        behind = end
        if _is_english_thousand(amount, unit, reading):
            value, step = value * 1000, 1.0
        yield replace(amount, unit=reading.at_home(unit), after=after, end=end, value=value, step=step)
    yield from _one_and_a_half(masked, reading)


_ENGLISH_GROUP = re.compile(r"[1-9][0-9]{0,2},(?:000|[0-9]{3})")


def _is_english_thousand(amount: Amount, unit: str | None, reading: NumberReading) -> bool:
    """*300,000 lectures*, as in English: nobody counts things to the third decimal place."""
    printed = reading.plain[amount.start : amount.end]
    if not _ENGLISH_GROUP.match(printed) or amount.multiplier != 1.0 or amount.step != 0.001:
        return False
    if unit is not None:
        return unit in unit_codes("currency") and ",000" in printed
    by_rate = re.compile(r"(?: [^\W\d_]{1,20}){1,3} par (?!an|jour|mois|semaine)").match(reading.plain, amount.end)
    return bool(_counts_noun(reading, amount.end, plural=True) and not by_rate)


def _one_and_a_half(masked: str, reading: NumberReading) -> Iterator[Amount]:
    """*un an et demi*, *une heure et demie*: the article counts here."""
    for start, end in _prose(reading.release):
        for match in _HALF_AHEAD.finditer(masked, start, end):
            unit = unit_at(reading.plain, match.end(), end)
            half = _HALF.match(reading.plain, unit[1], end) if unit else None
            if half:
                part = 0.25 if half["quarter"] else 0.5
                yield Amount(match.start(), half.end(), 1 + part, part, half.end(), unit=reading.at_home(unit[0]))


def _unit_over_adjectives(reading: NumberReading, end: int) -> tuple[str, int] | None:
    """A unit of time behind one or two adjectives: *quinze prochaines années*."""
    token = reading.following(end)
    if token is None or token.idx > end + 1:
        return None
    for _ in range(2):
        if token.pos_ not in ("ADJ", "ADV") or token.i + 1 >= len(reading.doc):
            return None
        token = reading.doc[token.i + 1]
        found = unit_at(reading.plain, token.idx, len(reading.plain))
        if found and token.pos_ == "NOUN" and found[0] in unit_codes("time"):
            return found
    return None


_ABROAD = {"dollar": "USD", "franc": "CHF", "dirham": "MAD"}  # where nothing tells the country
_BARE = frozenset(_ABROAD) | {row["unit"] for row in lexicon.rows("home_currencies")}


def _home(release: Release) -> dict[str, str]:
    """What a bare *$*, *franc*, *dinar* or *dirham* means in this release, by the places it names."""
    codes = dict(_ABROAD)
    frame = " | ".join(part.text for part in (release.dateline, release.source, *release.contacts) if part)
    phones = [re.sub(r"[^0-9]", "", phone) for contact in release.contacts for phone in contact.phones]
    signs: dict[tuple[str, str], int] = {}
    # One mention in passing says little; the dateline, the source or the contact says it all.
    for weight, text in ((1, release.text), (2, frame)):
        for match in _home_markers().finditer(text):
            shown = _HOME_MARKERS.get(match.lastgroup, {}).get(match.group(match.lastgroup), _CANADA)
            for key in shown:
                signs[key] = signs.get(key, 0) + weight
    for phone in phones:
        for key in _HOME_MARKERS["code"].get(phone.removeprefix("1")[:3] if len(phone) in (10, 11) else "", ()):
            signs[key] = signs.get(key, 0) + 2
    for (unit, code), times in sorted(signs.items(), key=lambda kv: kv[1]):
        if times > 1:
            codes[unit] = code
    return codes


def _markers_where(where: str) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in lexicon.rows("home_currencies"):
        if row["where"] == where:
            # Datelines are often in capitals.
            for marker in {row["marker"], row["marker"].upper() if where == "anywhere" else row["marker"]}:
                found.setdefault(marker, []).append((row["unit"], row["code"]))
    return found


_CANADA = (("dollar", "CAD"),)  # where letters and digits alternate in postal codes
_HOME_MARKERS = {
    "name": _markers_where("anywhere"),
    "address": _markers_where("address"),
    "province": _markers_where("province"),
    "code": _markers_where("area code"),
}


@cache
def _home_markers() -> re.Pattern[str]:
    """The marks of a country in one expression, so that a long text is read once."""
    return re.compile(
        rf"(?<!\w)(?P<name>{alternation(_HOME_MARKERS['name'])})s?(?!\w)"
        rf"|(?<=\w)(?P<address>{alternation(_HOME_MARKERS['address'])})(?!\w)"
        rf"|(?<=[^\W\d_])(?: \(|, ?)(?P<province>{alternation(_HOME_MARKERS['province'])})"
        r"(?=\)|,|\s?[–—-]|\s[A-Z][0-9][A-Z]|\s\(|\.?\s*(?:\n|$))"
        r"|(?<!\w)(?P<postcode>[A-CEGHJ-NPR-TVXY][0-9][A-Z])(?= ?[0-9][A-Z][0-9](?!\w))"
    )


# --- ranges ------------------------------------------------------------------------------------

_RANGE_MARKS = frozenset(forms_of("range_links", kind="mark"))
_RANGE_LINK = re.compile(
    rf"(?: (?:{alternation(forms_of('range_links', kind='word'))}) "
    rf"(?:(?:{alternation(forms_of('approximators', side='range'))}) )?"
    rf"| ?(?:{alternation(_RANGE_MARKS)}) ?)",
    _I,
)


def is_range_link(between: str) -> bool:
    """Whether the text between two numbers makes them the ends of a range: *30 à 40*, *20 - 35*.

    The words stand in ``lexicon/range_links.csv``, what may soften the second number (*de 30 à près de
    40*) in ``lexicon/approximators.csv``, side *range*.
    """
    return _RANGE_LINK.fullmatch(between) is not None


def _ranges(amounts: list[Amount], reading: NumberReading, excluded: list[Excluded]) -> Iterator[Amount]:
    """The first number of a range takes unit and multiplier of the second; *3-2* is a score."""
    plain = reading.plain
    amounts = sorted(amounts, key=lambda a: a.start)
    dropped: set[int] = set()
    for n in range(len(amounts) - 2, -1, -1):
        a, b = amounts[n], amounts[n + 1]
        gap = plain[a.end : b.start] if b.start - a.end < 24 else ""
        if not gap or a.share or b.share or not is_range_link(gap):
            continue
        word = gap.strip().split(" ")[0].lower()
        between = bool(re.search(r"(?<!\w)entre (?:[^\W\d_]{1,12} ){0,2}\Z", plain[max(0, a.start - 30) : a.start], _I))
        if (
            word in _RANGE_MARKS
            and b.unit is None
            and b.end - b.start <= 3
            and not _counts_noun(reading, b.end, plural=True)
        ):
            dropped |= {n, n + 1}
            excluded.append(Excluded(a.start, b.end, "score or reference"))
            continue
        if a.unit is None and a.after == a.end:
            # From 600 to 400 million both are millions; from 500 to 2 million they are not.
            shared = abs(a.value) < 20 * abs(b.value) / b.multiplier
            times = b.multiplier if a.multiplier == 1.0 and shared and (word != "et" or between) else 1.0
            amounts[n] = replace(
                a, unit=b.unit, value=a.value * times, step=a.step * times if a.step else None, multiplier=times
            )
    for n, amount in enumerate(amounts):
        if n not in dropped:
            yield from _from_one(amount, plain)
            yield amount


def _from_one(amount: Amount, plain: str) -> Iterator[Amount]:
    """*d'un à trois ans*, *une ou deux personnes*: the article is a number here."""
    left = max(0, amount.start - 12)
    one = re.search(r"(?<!\w)(?P<one>une?) (?:à|ou) \Z", plain[left : amount.start], _I)
    if one and amount.share is None and amount.value > 1:
        at = left + one.start("one")
        yield Amount(at, left + one.end("one"), 1.0, 1.0, left + one.end("one"), unit=amount.unit)


# --- what is no statistic, by the words around it ----------------------------------------------

_YEAR = re.compile(YEAR)
_YEAR_BEFORE = re.compile(rf"(?<!\w)(?:{alternation(forms_of('year_contexts'))})(?: (?:de |d'|à |l')?)?\Z", _I)
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w)(?:{alternation(WEEKDAYS)}) \Z", _I)


def _reason(amount: Amount, reading: NumberReading) -> str | None:
    """Why an amount is no statistic after all, or None."""
    plain = reading.plain
    left, printed = plain[max(0, amount.start - 40) : amount.start], plain[amount.start : amount.end]
    right = plain[amount.end : amount.end + 40]
    bare = amount.unit is None and amount.multiplier == 1.0 and amount.share is None and not amount.partitive
    if amount.unit == "hour" and _is_clock(amount, left, plain):
        return "time of day"
    if bare and _YEAR.fullmatch(printed):
        if _YEAR_BEFORE.search(left) and not _approximated(left):
            return "year"
        if not _counts_noun(reading, amount.end, plural=True):
            return "year"
        if left.endswith("(") and right.startswith((")", "-")):
            return "year"
    if (
        bare
        and not amount.word
        and re.fullmatch(r"[0-9]{6,}", printed)
        and not _counts_noun(reading, amount.end, plural=True)
    ):
        return "reference number"
    if amount.word and bare:
        token = reading.token(amount.start)
        if (
            token is not None
            and token.pos_ in ("ADJ", "NOUN")
            and printed.lower() in ("neuf", "neufs")
            and not _counts_noun(reading, amount.end, plural=amount.value >= 2)
        ):
            return "adjective"
        if printed[0].isupper() and _mid_sentence(left):
            return "part of a name"
        named = _numbered_noun().search(left)
        if named and not _counts_noun(reading, amount.end, plural=amount.value >= 2):
            return _NUMBERED[named["noun"].lower()]
    if bare and not amount.word and re.fullmatch(r"[0-9]{1,2}", printed) and amount.value <= 31:
        if _WEEKDAY_BEFORE.search(left) and not _counts_noun(reading, amount.end, plural=amount.value >= 2):
            return "date"
        if (
            re.search(r"(?<!\w)(?:le|ce|du|au|dès le) \Z", left, _I)
            and re.match(r"\s*(?:[.,;:)!?]|$|(?:et|au|à|ou) )", right)
            and not _counts_noun(reading, amount.end, plural=amount.value >= 2)
        ):
            return "date"
    if bare and not amount.word and _after_name(left, amount, reading):
        return "part of a name"
    if bare and left.endswith("(") and right.startswith(")") and re.fullmatch(r"[0-9]{2,3}", printed):
        if re.search(r"[A-ZÀ-ÖØ-Þ][\w'’-]+ \(\Z", left) and (amount.value <= 95 or 971 <= amount.value <= 976):
            return "number of a department"
    return None


_NUMBERED = {r["form"]: r["reason"] for r in lexicon.rows("numbered_names") if r["place"] == "before"}


@cache
def _numbered_noun() -> re.Pattern[str]:
    """A noun of the lexicon right before a number in words: *numéro deux*, *la phase trois*."""
    return re.compile(rf"(?<![\w'-])(?P<noun>{alternation(_NUMBERED)}) \Z", _I)


def _is_clock(amount: Amount, left: str, plain: str) -> bool:
    """Whether hours are a time of day, by the words on either side: *à 9 h*, *9 h du matin*."""
    if not 0 <= amount.value < 24 or amount.value != int(amount.value) or amount.step not in (1.0, None):
        return False
    right = plain[amount.after : amount.after + 30]
    if clock_context("clock_after").match(right):
        return True
    if re.match(r" ?(?:[0-5][0-9])(?![0-9])", right) and "h" in plain[amount.end : amount.after]:
        return not clock_context("duration").search(left)
    if clock_context("clock").search(left):
        return not re.match(r" (?:de |d')(?=[^\W\d_])", right)
    # de 9 h à 17 h, entre 14 h et 16 h
    span = re.compile(
        r" ?(?:h|heures?)? ?(?:[0-5][0-9])? (?:à|et) (?:[0-9]{1,2}|midi|minuit) ?(?:h|heure|$)?", _I
    ).match(plain, amount.end)
    return bool(span and re.search(r"(?<!\w)(?:de|entre) \Z", left, _I) and re.search(r"h|midi|minuit", span.group()))


def _counts_noun(reading: NumberReading, end: int, *, plural: bool = False) -> bool:
    """Whether a noun follows that a number can count."""
    token = reading.following(end)
    if token is None or reading.plain[end : token.idx].strip(" ") != "" or token.idx > end + 1:
        return False
    for _ in range(3):
        if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.text.endswith("s") and plural is False):
            # The letters tell the plural more surely than the tag.
            return not plural or token.text.endswith(("s", "x", "z")) or token.text.isupper()
        if token.pos_ not in ("ADJ", "ADV") or token.i + 1 >= len(reading.doc):
            return False
        if token.pos_ == "ADJ" and token.text.endswith(("s", "x")) and not plural:
            return True
        token = reading.doc[token.i + 1]
    return False


def _mid_sentence(left: str) -> bool:
    """Whether the words before show that a capital here is not the beginning of a sentence."""
    before = left.rstrip(" ")
    return bool(before) and (before[-1].isalnum() or before[-1] in ",'") and "\n" not in left[len(before) :]


_VERBS = ("VERB", "AUX")


def _after_name(left: str, amount: Amount, reading: NumberReading) -> bool:
    """A figure right behind a capitalised name and before nothing that it counts."""
    name = re.search(r"(?<![\w'])(?P<elided>[ldLD]')?(?P<name>[A-ZÀ-ÖØ-Þ][\w-]*) \Z", left)
    if not name or _counts_noun(reading, amount.end, plural=amount.value >= 2):
        return False
    token = reading.token(amount.start - 2)
    if token is None:
        return False
    coined = any(c.isupper() for c in name["name"][1:])
    # At the head of a sentence any word has a capital; behind it the tagger is less sure of names than the letters.
    no_names = ("ADP", "DET", "ADV", "CCONJ", "SCONJ", "PRON", *(() if _mid_sentence(left[: name.start()]) else _VERBS))
    if not coined and token.pos_ in no_names:
        return False
    if len(reading.plain[amount.start : amount.end]) > 6:
        return False
    opening = left[: name.start()].rstrip()
    return bool(opening and opening[-1] not in '.!?:«»"\n') or name["name"].isupper() or token.pos_ == "PROPN"


# --- words around an amount, for those who read on ---------------------------------------------


def approximation(amount: Amount, reading: NumberReading) -> str:
    """How exact a number is said to be: exact, about, more than, less than, at least or at most.

    The words stand in ``lexicon/approximators.csv``; those before the number count before those behind.
    """
    plain = reading.plain
    low, high = reading.sentence_span(amount.start)
    meaning = _approximated(plain[max(low, amount.start - 60) : amount.start])
    if meaning is None:
        pattern, meanings = _approximators("after")
        for at in (amount.after, amount.end):
            behind = pattern.match(plain[at : min(high, at + 30)])
            if behind:
                meaning = meanings[behind["form"].lower()]
                break
    return meaning or amount.approximation or "exact"


def _approximated(left: str) -> str | None:
    """What the words at the end of a text make of the number behind it."""
    pattern, meanings = _approximators("before")
    match = pattern.search(left)
    return meanings[match["form"].lower()] if match else None


@cache
def _approximators(side: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """An expression for the words on one side of a number, and what each means."""
    meanings = {r["form"]: r["meaning"] for r in lexicon.rows("approximators") if r["side"] == side}
    joined = alternation(meanings)
    if side == "before":
        expression = (
            rf"(?<![\w'])(?P<form>{joined})(?: ?(?:de|d'|des|du|les|ces|ses|le|la|à|aux|au|l'))?(?: |(?<=')|\Z)*+\Z"
        )
    else:
        expression = rf"\s?(?P<form>{joined})(?!\w)"
    return re.compile(expression, _I), meanings


_AGAINST = re.compile(
    rf"(?<!\w)(?:{alternation(forms_of('comparisons', kind='against'))})(?!\w)(?=(?:[ '][\w-]{{1,20}}){{0,4}}[ ']?\Z)",
    _I,
)


def comparison_marker(between: str) -> tuple[int, int] | None:
    """Where the words stand that set the number behind a text against the one before it.

    Args:
        between: the text between two numbers, with plain spaces and apostrophes.

    Returns:
        Start and end of the marker in that text, or None. At most four words part a marker from its
        number (*contre une hausse de 3 %*): *contre* alone is a common preposition.
    """
    match = _AGAINST.search(between)
    return match.span() if match else None
