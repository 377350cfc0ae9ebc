"""Doc → numbers: value, unit, what is counted, when, who says so.

Typography first: bounded expressions over the text find every figure and number word and tell
dates, years, times, addresses and names from amounts. Then the parse: what is counted, by whom,
according to whom. Which words mean what stands in the lexicon.
"""

import bisect
import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache, cached_property
from itertools import pairwise

import pandas as pd
from spacy.tokens import Doc, Token

from helpers import french, lexicon
from helpers.release import EMAIL, Release
from helpers.typography import reading_copy

COLUMNS = [
    "start", "end", "text", "value", "unit", "approximation", "precision",
    "of", "of_start", "of_end", "period", "period_start", "period_end",
    "source", "source_start", "source_end", "agent", "agent_start", "agent_end",
    "paragraph", "sentence",
]  # fmt: skip
_PLACES = ["of_start", "of_end", "period_start", "period_end", "source_start", "source_end", "agent_start", "agent_end"]


def quantities(doc: Doc, release: Release) -> pd.DataFrame:
    """The statistics of a release, one row each, in the order of the text.

    Args:
        doc: the release as ``french.parse`` gives it.
        release: the release itself.

    Returns:
        ``start``, ``end``, ``text``: the number with its multiplier and its sign for money or per cent.
        ``value``: the number itself, 50 for *50 %*, 12,000,000 for *12 M$*, 0.2 for *un sur cinq*.
        ``unit``: code of ``lexicon/units.csv`` (%, CAD, year, km …), None for plain counts.
        ``approximation``: exact, about, more than, less than, at least or at most.
        ``precision``: half a unit of the last printed digit, in units of ``value``: 50,000 for
        *7,4 millions*; NaN where no digit is printed (*la moitié*).
        ``of``: what is counted, a noun phrase. Where the second number of a comparison leaves it out,
        it is the first one's, with the span of the first; so are ``source`` and ``agent``.
        ``period``: when, in the notation of EDTF (2018, 2018-05, 2014/2018, 2017/.., 2019-W40), with
        the span of its words; *l'an dernier* and the like are counted from the dateline, and stand as
        printed where there is none.
        ``source``: who holds or reports the figure; ``agent``: who did what is counted.
        ``paragraph``: index into ``release.paragraphs``; ``sentence``: row of the sentence table.
        Spans are code point offsets into ``release.text``; what the text does not say is None or NA.
    """
    reading = _read(doc, release)
    rows = [_row(item, reading) for item in reading.items]
    _share_subjects(rows, reading)
    # As objects, so that what is absent stays None and does not turn into NaN.
    frame = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    frame[_PLACES] = frame[_PLACES].astype("Int64")
    return frame.astype(
        {"start": int, "end": int, "value": float, "precision": float, "paragraph": int, "sentence": int}
    )


def not_statistics(doc: Doc, release: Release) -> pd.DataFrame:
    """Every figure of the release that is no statistic, and why.

    Columns: ``start``, ``end``, ``text``, ``reason`` (date, year, telephone number, part of a name,
    vague amount …). Whatever digit of the release is in no statistic is in one of these rows.
    """
    reading = _read(doc, release)
    rows = [
        {"start": e.start, "end": e.end, "text": release.text[e.start : e.end], "reason": e.reason}
        for e in reading.excluded
    ]
    return pd.DataFrame(rows, columns=["start", "end", "text", "reason"]).astype({"start": int, "end": int})


# --- what is read ------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Item:
    """A number as printed; ``after`` is where its unit, if any, has been read to."""

    start: int
    end: int
    value: float
    step: float | None  # one unit of the last printed digit
    after: int
    unit: str | None = None
    multiplier: float = 1.0
    approximation: str | None = None
    share: tuple[int, int] | None = None  # of huit lits sur dix: the span of lits
    partitive: bool = False  # what is counted follows after de
    word: bool = False


@dataclass(frozen=True)
class _Excluded:
    start: int
    end: int
    reason: str


@dataclass
class _Reading:
    doc: Doc
    release: Release
    plain: str
    items: list[_Item] = field(default_factory=list)
    excluded: list[_Excluded] = field(default_factory=list)
    known: dict[tuple[str, int], list] = field(default_factory=dict)  # what was read once for a sentence

    def __post_init__(self) -> None:
        self._starts = [t.idx for t in self.doc]
        self.sentences = french.spans(self.doc)
        self._sentence_starts = [s.start_char for s in self.sentences]

    def token(self, position: int) -> Token | None:
        """The token that holds a position; white space counts to the token before it."""
        index = bisect.bisect_right(self._starts, position) - 1
        return self.doc[index] if index >= 0 else None

    def following(self, position: int) -> Token | None:
        """The first token that begins at a position or behind it and is not white space."""
        index = bisect.bisect_left(self._starts, position)
        while index < len(self.doc) and self.doc[index].is_space:
            index += 1
        return self.doc[index] if index < len(self.doc) else None

    def once(self, what: str, low: int, read: Callable[[], list]) -> list:
        """A list that belongs to the sentence that begins at a position, read once."""
        if (what, low) not in self.known:
            self.known[what, low] = read()
        return self.known[what, low]

    @cached_property
    def starts(self) -> list[int]:
        """Where the statistics begin, in order."""
        return sorted(i.start for i in self.items)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The same, for a quick look-up."""
        return frozenset(self.starts)

    def sentence(self, position: int) -> int:
        return bisect.bisect_right(self._sentence_starts, position) - 1

    def sentence_span(self, position: int) -> tuple[int, int]:
        index = self.sentence(position)
        if index < 0:
            return position, position
        return self.sentences[index].start_char, max(self.sentences[index].end_char, position)


def _read(doc: Doc, release: Release) -> _Reading:
    plain = _unwrapped(release)
    reading = _Reading(doc, release, plain)
    spans = _prose(release)
    excluded = list(_fixed(plain, release))
    masked = _mask(plain, excluded)
    items: list[_Item] = []
    for start, end in spans:
        for found in _numerals(masked, start, end):
            (items if isinstance(found, _Item) else excluded).append(found)
    items = _shares(items, reading)
    kept: list[_Item] = []
    named = -1  # end of the last figure that is part of a name: MySQL 5.5 ou 5.6
    for item in sorted(_with_units(items, plain, masked, release, reading), key=lambda i: i.start):
        reason = _reason(item, reading)
        if (
            not reason
            and item.unit is None
            and named >= 0
            and re.fullmatch(r" (?:et|ou|à) |, ", plain[named : item.start])
        ):
            reason = None if _counts_noun(reading, item.end, plural=item.value >= 2) else "part of a name"
        if reason == "part of a name":
            named = item.end
        if reason:
            excluded.append(_Excluded(item.start, item.end, reason))
        else:
            kept.append(item)
    items = sorted(_ranges(kept, reading, excluded), key=lambda i: i.start)
    excluded += _rest(plain, items, excluded)
    reading.items = items
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


def _mask(text: str, excluded: Iterable[_Excluded]) -> str:
    """The text with excluded stretches blotted out, one character for one."""
    out, at = [], 0
    for e in sorted(excluded, key=lambda e: e.start):
        start = max(e.start, at)
        if start < e.end:
            out += [text[at:start], "\x00" * (e.end - start)]
            at = e.end
    return "".join(out) + text[at:]


def _rest(plain: str, items: list[_Item], excluded: list[_Excluded]) -> list[_Excluded]:
    """Digits that no rule has taken: outside the prose, or unread."""
    taken = sorted([(i.start, i.end) for i in items] + [(e.start, e.end) for e in excluded])
    masked = _mask(plain, [_Excluded(s, e, "") for s, e in taken])
    return [
        _Excluded(*m.span(), "no amount that these rules can read")
        for m in re.finditer(r"[0-9]++(?:[ .,'][0-9]++)*+", masked)
    ]


# --- what is no statistic: fixed forms ---------------------------------------------------------


def _any(forms: Iterable[str]) -> str:
    """An alternation of literal forms, longest first."""
    return "|".join(re.escape(f) for f in sorted(set(forms), key=lambda f: (-len(f), f)))


def _forms(name: str, **where: str) -> list[str]:
    return [r["form"] for r in lexicon.rows(name) if all(r[k] == v for k, v in where.items())]


_MONTH_ROWS = {row["form"]: int(row["month"]) for row in lexicon.rows("months")}
_FULL = [f for f in _MONTH_ROWS if len(f) > 4 or f in ("mai", "mars", "juin", "août", "aout")]
_SHORT = [f for f in _MONTH_ROWS if f not in _FULL]
_MONTH = rf"(?:(?:{_any(_FULL)})(?!\w)|(?:{_any(_SHORT)})(?:\.|(?= [12][0-9]{{3}})))"
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_DAY = r"(?:[0-3]?[0-9](?:er)?)"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_WORD_DAY = _any(r["form"] for r in lexicon.rows("number_words") if r["kind"] in ("unit", "teen", "ten")) + "|premier"
_AMOUNT_AHEAD = r"(?! ?(?:%|[$€£¥]|pour cent|mill))"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Fixed forms and what they are, in the order in which they are tried. All repeats are bounded."""
    before: dict[str, list[str]] = {}
    for row in lexicon.rows("numbered_names"):
        if row["place"] == "before":
            before.setdefault(row["reason"], []).append(row["form"])
    streets = _any(_forms("numbered_names", place="after"))
    number = r"[A-Z]{0,3}-?[0-9][0-9]{0,14}(?:[.,/-][0-9A-Z]{1,8}){0,5}(?:(?:er|re|e)(?!\w))?(?!\w)"
    listed = rf"{number}(?:(?:, ?| et | à | ou | et/ou |-){number}){{0,6}}"
    i = re.IGNORECASE
    found: list[tuple[str, str, int]] = [
        (r"</?[A-Za-z!][^<>]{0,2000}>", "markup", 0),
        (r"(?:https?://|www\.)[^\s<>\"»]{1,2000}", "web address", i),
        (
            r"(?<![\w@.])(?:[\w-]{1,60}\.){1,5}(?:com|org|net|ca|fr|ch|be|eu|io|gov|info)(?:/[^\s<>\"»]{0,500})?(?!\w)",
            "web address",
            i,
        ),
        (r"(?<!\w)[#@][\w-]{1,100}", "tag or account", 0),
        (_any(_forms("set_phrases")).join((r"(?<![\w/])(?:", r")(?![\w/])")), "set phrase", i),
        (r"(?<![\w+(])(?:\+?1[ .-])?\(?[2-9][0-9]{2}\)?[ .-][0-9]{3}-[0-9]{4}(?![\w-])", "telephone number", 0),
        (r"(?<![\w+(])(?:\+?1[.-])?[2-9][0-9]{2}\.[0-9]{3}\.[0-9]{4}(?![\w-])", "telephone number", 0),
        (r"(?<![\w+])(?:\+|00)[1-9][0-9]{0,2}(?:[ .()-]{1,3}[0-9]{1,4}){2,7}(?![\w-])", "telephone number", 0),
        (r"(?<![\w.,])(?<![0-9] )0[1-9](?:[ .-]?[0-9]{2}){4}(?![\w-])", "telephone number", 0),
        (r"(?<![\w.,])(?<![0-9] )0[0-9]{1,3}[ /][0-9]{2,3}(?:[ .][0-9]{2,3}){2}(?![\w-])", "telephone number", 0),
        (r"(?<![\w.,])0[89]0[0-9](?: ?[0-9]{3}){2}(?!\w)", "telephone number", 0),
        (
            r"(?<!\w)(?:[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?|[0-3]?[0-9]([./-])[01]?[0-9]\1(?:[12][0-9]{3}|[0-9]{2}))(?![\w./-]?[0-9])",
            "date",
            0,
        ),
        (
            rf"(?<![\w.,])(?:(?:{_DAYS}) )?{_DAY}(?:(?: ?, ?| et | ou | au | à | ?[-–/] ?)"
            rf"(?:(?:le |du |{_DAYS}) ?){{0,2}}{_DAY}){{0,6}} ?{_MONTH}(?:,? {_YEAR}(?!\w))?",
            "date",
            i,
        ),
        (rf"(?<![\w-])(?:{_WORD_DAY}) {_MONTH}(?: {_YEAR}(?!\w))?", "date", i),
        (rf"(?<!\w){_MONTH},? {_YEAR}(?!\w)", "date", i),
        (rf"(?<!\w){_MONTH} [0-9]{{2}}(?=\s*(?:[.,;)»]|\Z))", "date", i),
        (rf"(?<!\w){_DAY}-(?:juillet|juin|mai|septembre|novembre|janvier)(?!\w)", "date", i),
        (
            rf"(?<!\w)(?:années?|ans|décennies?) (?:{_YEAR}|[1-9]0)"
            rf"(?:(?: ?[-–/] ?| et | ou | à )(?:{_YEAR}|[1-9][0-9]))?(?![\w%])",
            "year",
            i,
        ),
        (rf"(?<![\w.,-]){_YEAR}(?: ?[-–/] ?(?:{_YEAR}|[0-9]{{2}})){{1,3}}(?![\w.,-]?[0-9])(?!\w)", "year", 0),
        (
            rf"(?<![\w.,])(?:(?<=de )|(?<=entre )|(?<=en ))(?:{_YEAR}) (?:à|et|ou) {_YEAR}(?!\w){_AMOUNT_AHEAD}",
            "year",
            i,
        ),
        (r"(?<![\w.,])(?:[01]?[0-9]|2[0-4])(?: ?: ?| ?h ?| heures )[0-5][0-9](?![\w:]| [^\W\d_])", "time of day", i),
        (r"(?<![\w.,])(?:[01]?[0-9]|2[0-4]) ?[:h] ?[0-5][0-9](?![\w:])", "time of day", i),
        (r"(?<!\w)[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9](?!\w)", "postal code", 0),
        (r"(?<!\w)(?:F|CH|B|L)-[0-9]{4,5}(?= [A-ZÀ-Þ])", "postal code", 0),
        (r"(?<=, )(?:[0-9]{4,5}|[0-9]{2} [0-9]{3})(?= [A-ZÀ-Þ][\w-]{2})", "postal code", 0),
        (r"(?<![\w., ])(?<!\w )[0-9]{5}(?= [A-ZÀ-Þ][\w-]{2})", "postal code", 0),
        (
            rf"(?<![\w.,])[0-9]{{1,5}}(?: ?(?:bis|ter|quater|[A-D](?!\w)))?(?:-[0-9]{{1,5}})?,? "
            rf"(?=(?:{streets}) (?:[A-ZÀ-Þ0-9]|de |du |des |d'|la |le |les |l'))",
            "address",
            0,
        ),
        (r"(?<![\w.,])[0-9]{1,5}, (?=(?i:rue|avenue|boulevard|chemin) )", "address", 0),
        (r"(?<![\w.,-])[0-9]{1,4}(?:ers?|res?|ères?|es?|èmes?|emes?|ièmes?|nde?s?|ᵉ|ᵉʳ)(?!\w)", "ordinal", i),
        (r"(?<![\w.])[0-9]++\.[0-9]++(?:\.[0-9]++)++(?!,?[0-9])", "version or reference", 0),
    ]
    for reason, forms in before.items():
        found.append(
            (
                rf"(?<![\w-])(?:{_any(forms)})s?(?: no\.?| n°| nº| numéro)? ?(?P<at>{listed})"
                rf"{_AMOUNT_AHEAD}(?! (?:ans|mois|jours|euros|dollars)(?!\w))",
                reason,
                i,
            )
        )
    found += [
        (r"(?<![\w])(?:[^\W\d_][\w'-]{0,40}?)?[^\W\d_]-?[0-9][\w-]{0,40}", "part of a name", 0),
        (
            r"(?:(?<=\n)|\A)[ \t#*-]{0,8}(?P<at>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}(?:[.)°]|[.)°]? ?[-–]))(?=\s+\S)",
            "numbering",
            0,
        ),
        (r"\[[0-9]{1,3}\]|(?<=[^\W\d_])[¹²³⁴⁵⁶⁷⁸⁹⁰]+", "footnote mark", 0),
        (r"(?<=[\"«“]) ?[0-9]{1,6} ?(?=[\"»”])", "part of a name", 0),
    ]
    return tuple((re.compile(p, f), reason) for p, f, reason in ((p, f, r) for p, r, f in found))


_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")


def _fixed(plain: str, release: Release) -> Iterator[_Excluded]:
    """What fixed forms exclude, anywhere in the text; of two that overlap the first in rank counts."""
    busy = bytearray(len(plain))

    def take(start: int, end: int, reason: str) -> Iterator[_Excluded]:
        if start < end and not any(busy[start:end]):
            busy[start:end] = b"\x01" * (end - start)
            yield _Excluded(start, end, reason)

    for part, reason in ((release.stamp, "crawl stamp"), (release.dateline, "date of the dateline")):
        figures = re.search(r"[0-9](?:.*[0-9])?", part.text, re.DOTALL) if part else None
        if figures:
            yield from take(part.start + figures.start(), part.start + figures.end(), reason)
    for contact in release.contacts:
        for phone in contact.phones:
            at = release.text.find(phone, contact.start, contact.end)
            if at >= 0:
                yield from take(at, at + len(phone), "telephone number")
    for match in EMAIL.finditer(plain):
        if re.search(r"[0-9]", match.group()):
            yield from take(*match.span(), "e-mail address")
    for pattern, reason in _patterns():
        for match in pattern.finditer(plain):
            start, end = match.span("at") if "at" in pattern.groupindex else match.span()
            while end > start and plain[end - 1] in " ,-–":
                end -= 1
            if _holds_figure(plain, start, end, reason):
                yield from take(start, end, reason)
    for match in _vague().finditer(plain):
        yield from take(*match.span(), "vague amount")


def _holds_figure(plain: str, start: int, end: int, reason: str) -> bool:
    """Whether a fixed form is one here: its looks alone don't tell an amount from a reference."""
    text = plain[start:end]
    if reason == "set phrase":
        return True
    if reason == "date":
        days = [int(d) for d in re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", text)]
        return all(day <= 31 for day in days) or not text[0].isdigit()
    if reason == "version or reference":
        return not _GROUPED.fullmatch(text)
    if reason == "part of a name" and (code := re.match(r"[A-Z]{3}(?=[0-9])", text)):
        return code.group() not in _forms("units", place="code")
    if reason == "time of day" and ":" not in text:
        left = plain[max(0, start - 30) : start]
        short = left.lower().endswith("de ") and int(re.match(r"[0-9]+", text).group()) < 6
        return not (_clock("duration").search(left) or short and not plain.startswith(" à ", end))
    return bool(re.search(r"[0-9⁰¹²³⁴-⁹]", text))


@cache
def _vague() -> re.Pattern[str]:
    nouns = _forms("number_words", kind="collective") + _forms("multipliers", place="word")
    many = "des|quelques|plusieurs|nombreux|nombreuses|certaines|par"
    plural = _any(n + "s" for n in nouns if n != "mille")
    return re.compile(rf"(?<!\w)(?:{many}) (?:{plural})(?: (?:de |d')(?:{plural}))?(?!\w)", re.IGNORECASE)


# --- numerals ----------------------------------------------------------------------------------

_WORDS = {
    r["form"]: (int(r["value"]), r["kind"])
    for r in lexicon.rows("number_words")
    if r["kind"] in ("unit", "teen", "ten", "hundred", "thousand")
}
_COLLECTIVE = {r["form"]: int(r["value"]) for r in lexicon.rows("number_words") if r["kind"] in ("collective", "set")}
_FRACTION = {r["form"]: Fraction(r["value"]) for r in lexicon.rows("number_words") if r["kind"] == "fraction"}
_MULTIPLE = {r["form"]: int(r["value"]) for r in lexicon.rows("number_words") if r["kind"] == "multiple"}
_MULTIPLIER = {r["form"]: float(r["value"]) for r in lexicon.rows("multipliers") if r["place"] == "word"}
_MULTIPLIER_SIGN = {r["form"]: float(r["value"]) for r in lexicon.rows("multipliers") if r["place"] == "sign"}
_MONEY_SIGN = _MULTIPLIER_SIGN | {
    r["form"]: float(r["value"]) for r in lexicon.rows("multipliers") if r["place"] == "before_currency"
}
_CURRENCY = {
    r["form"]: r["code"] for r in lexicon.rows("units") if r["kind"] == "currency" and r["place"] in ("sign", "code")
}
_PERCENT = {
    r["form"]: r["code"] for r in lexicon.rows("units") if r["kind"] == "share" and r["place"] in ("sign", "span")
}

# Round numbers about which *la cinquantaine de …* says more than a name would: not la quinzaine.
_AROUND = [form for form in _COLLECTIVE if form not in ("paire", "huitaine", "quinzaine")]

_I = re.IGNORECASE
_BLOB = re.compile(r"[0-9]++(?:[ .,'][0-9]++)*+")
_WORD = re.compile(rf"(?:{_any(_WORDS)})(?![\w])", _I)
_START = re.compile(rf"(?<![\w])(?:[0-9]|(?<![-'])(?:{_any(_WORDS)})(?!\w)|(?<=')(?:{_any(_WORDS)})(?!\w)|[½¼¾⅓⅔])", _I)
_JOIN = re.compile(r"(?: |-)?(?:et(?: |-))?", _I)
_TIMES = re.compile(rf" ?(?P<word>(?:{_any(_MULTIPLIER)}))(?P<plural>s?)(?!\w)", _I)
_MONEY = re.compile(rf"(?: ?(?P<times>{_any(_MONEY_SIGN)}))? ?(?P<money>{_any(_CURRENCY)})(?![\w])")
_SIGN_TIMES = re.compile(rf" ?(?P<times>{_any(_MULTIPLIER_SIGN)})(?![\w'.][\w]?)")
_SHARE_SIGN = re.compile(rf" ?(?P<sign>{_any(_PERCENT)})(?![\w])", _I)
_MONEY_BEFORE = re.compile(rf"(?<![\w])(?:{_any(_CURRENCY)}) ?\Z")
_HALF = re.compile(r" et (?:demie?)(?!\w)", _I)
_BIG = re.compile(
    rf" (?:bonnes?|petites?|grosses?|belles?)? ?(?P<noun>{_any(_COLLECTIVE)})s?(?!\w)"
    r"(?: (?:de |d')(?P<big>milliers|millions|milliards)(?!\w))?",
    _I,
)
_PART = re.compile(rf"[ -](?P<noun>{_any(f for f in _FRACTION if f not in ('moitié', 'demie'))})s?(?!\w)", _I)
_GLYPH = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


def _numerals(text: str, start: int, end: int) -> Iterator[_Item | _Excluded]:
    """Everything in a stretch that is written as a number, with multiplier and sign."""
    at = start
    while match := _START.search(text, at, end):
        found = (
            _digits(text, match.start(), end)
            if text[match.start()].isdigit() and text[match.start()].isascii()
            else None
        )
        if found is None:
            item = _glyph(text, match.start()) or _in_words(text, match.start(), end)
            found = [item] if item else []
            at = match.end() if not item else max(item.end, match.end())
        for item in found:
            at = max(at, item.end)
            yield item
        if not found:
            at = max(at, match.end())
    yield from _named(text, start, end)


def _glyph(text: str, at: int) -> _Item | None:
    value = _GLYPH.get(text[at])
    return _Item(at, at + 1, value, None, at + 1, partitive=True) if value else None


def _digits(text: str, at: int, end: int) -> list[_Item | _Excluded]:
    """The numbers in a run of digits and single separators, each with what belongs to it."""
    blob = _BLOB.match(text, at, end)
    found: list[_Item | _Excluded] = []
    parts = list(_figures(blob.group()))
    for number, (first, last, value, step) in enumerate(parts):
        a, b = at + first, at + last
        if value is None:
            found.append(_Excluded(a, b, "version or reference"))
            continue
        if number + 1 < len(parts):
            found.append(_finish(text, a, b, value, step, end, bare=True))
            continue
        follows = text[b : b + 1]
        item = _finish(text, a, b, value, step, end)
        if item.end == b and (follows.isalpha() or follows == "_") and not _unit_at(text, b, end, signs_only=True):
            stop = re.compile(r"\w{1,40}").match(text, b).end()
            found.append(_Excluded(a, stop, "part of a name"))
        else:
            found.append(item)
    return found


def _figures(blob: str) -> Iterator[tuple[int, int, float | None, float | None]]:
    """Numbers of a run: start, end, value, unit of the last digit; value None for a reference.

    Groups of three joined by one kind of separator are one number; a comma, or a dot that groups
    no thousand, starts decimals; anything else parts two numbers.
    """
    pieces = [(m.start(), m.end()) for m in re.finditer(r"[0-9]+", blob)]
    i = 0
    while i < len(pieces):
        first, last = pieces[i]
        whole = blob[first:last]
        j = i
        separator = blob[last : last + 1]
        if len(whole) <= 3 and separator in (" ", "'", ".") and separator and whole[0] != "0":
            while (
                j + 1 < len(pieces)
                and blob[pieces[j][1]] == separator
                and pieces[j + 1][1] - pieces[j + 1][0] == 3
                and j - i < 5
            ):
                j += 1
            whole = "".join(blob[a:b] for a, b in pieces[i : j + 1])
        elif len(whole) <= 3 and separator == "," and re.match(r"[0-9]{1,3}(?:,[0-9]{3}){2,5}(?![0-9,])", blob[first:]):
            while (
                j + 1 < len(pieces)
                and blob[pieces[j][1]] == ","
                and pieces[j + 1][1] - pieces[j + 1][0] == 3
                and j - i < 5
            ):
                j += 1
            whole = "".join(blob[a:b] for a, b in pieces[i : j + 1])
        last = pieces[j][1]
        decimals = ""
        if j + 1 < len(pieces) and blob[last] in ",." and (blob[last] == "," or j == i):
            decimals = blob[slice(*pieces[j + 1])]
            j += 1
            last = pieces[j][1]
        i = j + 1
        chained = i < len(pieces) and blob[last] in ",." and decimals
        while i < len(pieces) and blob[pieces[i - 1][1]] in ",." and chained:
            last = pieces[i][1]
            i += 1
        if chained or len(whole) > 15 or len(decimals) > 12 or (len(whole) > 1 and whole[0] == "0"):
            yield first, last, None, None
        else:
            yield first, last, float(f"{whole}.{decimals or 0}"), 10.0 ** -len(decimals)


def _in_words(text: str, at: int, end: int) -> _Item | None:
    """A number that begins with a word; a lone article is none."""
    value, step, stop = _small(text, at, end)
    article = value == 1 and stop - at <= 3
    if (
        re.compile(r"-[^\W\d_]").match(text, stop)
        and not _PART.match(text, stop)
        and not re.compile(r"-(?:demi|et-demi)", _I).match(text, stop)
    ):
        return None  # deux-roues: a word of its own
    point = re.compile(r" virgule (?=\w)", _I).match(text, stop)
    if point:
        digits, digit_stop = _decimal_words(text, point.end(), end)
        if digits:
            value, step, stop, article = value + float(f"0.{digits}"), 10.0 ** -len(digits), digit_stop, False
    part = _PART.match(text, stop, end)
    if part:
        item = _fraction(text, at, value, part, end)
        if item:
            return item
    item = _finish(text, at, stop, value, step, end, word=True)
    if article and item.end == stop:
        return None
    return item


def _small(text: str, at: int, end: int) -> tuple[float, float, int]:
    """Number words under a million from a position: value, unit of the last figure, end."""
    total, current, stop, step = 0, 0, at, 1.0
    joined = False
    while match := _WORD.match(text, at, end):
        value, kind = _WORDS[match.group().lower()]
        low = current % 100
        if stop > 0 and joined and not (value in (1, 11) and low >= 20):
            break
        if kind == "unit":
            if not (
                low == 0
                or (20 <= low < 100 and low % 10 == 0)
                or (low in (10,) and value >= 7)
                or low in (70, 90)
                and value >= 7
            ):
                break
            if value == 0 and (total or current):
                break
            current += value
        elif kind == "teen":
            if low not in (0, 60, 80):
                break
            current += value
        elif kind == "ten":
            if value == 20 and low == 4:
                current += 76
            elif low == 0:
                current += value
            else:
                break
        elif kind == "hundred":
            if not 0 <= current < 100 or current == 1:
                break
            current = (current or 1) * 100
        else:
            if total:
                break
            total, current = (current or 1) * 1000, 0
        step = 1000.0 if kind == "thousand" else 1.0
        stop = match.end()
        gap = _JOIN.match(text, stop, end)
        if gap.end() == stop:
            break
        joined = "et" in gap.group().lower()
        at = gap.end()
        if value == 0:
            break
    return float(total + current), step, stop


def _decimal_words(text: str, at: int, end: int) -> tuple[str, int]:
    zeros = ""
    while match := re.compile(r"zéro[ -]", _I).match(text, at, end):
        zeros += "0"
        at = match.end()
    if not _WORD.match(text, at, end):
        return "", at
    value, _, stop = _small(text, at, end)
    return f"{zeros}{int(value)}", stop


def _fraction(text: str, at: int, count: float, part: re.Match[str], end: int) -> _Item | None:
    """*trois quarts*, *un tiers de*, *une demi-heure*; None where the words mean something else."""
    noun = part["noun"].lower()
    stop = part.end()
    behind = text[stop : min(stop + 12, end)].lower()
    value = float(count * _FRACTION[noun])
    if noun == "demi":
        word = re.compile(r"[ -]([^\W\d_]{1,30})").match(text, stop, end)
        times = word and _MULTIPLIER.get(word[1].lower())
        if times:
            return _Item(at, word.end(), value * times, None, word.end(), multiplier=times, partitive=True)
        unit = _unit_at(text, stop + 1, end) if word else None
        if unit and count == 1:
            return _Item(at, word.end(), value, None, word.end(), unit=unit[0], partitive=True)
        return None
    if behind.startswith((" de finale", "-de-finale", "s de finale")) or (
        noun == "quart" and behind.startswith(" temps")
    ):
        return None
    partitive = re.match(r" (?:de|des|du)\b| d'", behind)
    if noun not in ("tiers", "quart") and not partitive:
        return None
    if noun == "tiers" and count == 1 and not partitive and not re.match(r"\s*(?:[.,;)]|$)", behind):
        return None
    return _Item(at, stop, value, None, stop, partitive=True)


def _finish(
    text: str,
    start: int,
    stop: int,
    value: float,
    step: float | None,
    end: int,
    *,
    bare: bool = False,
    word: bool = False,
) -> _Item:
    """A number with multipliers, *et demi*, sign of money or per cent behind it, and what stands before it."""
    multiplier, approximation, partitive, unit = 1.0, None, False, None
    if not bare:
        collective = _BIG.match(text, stop, end)
        if collective:
            times = _COLLECTIVE[collective["noun"].lower()]
            if collective["big"]:
                times *= _MULTIPLIER.get(collective["big"].lower().rstrip("s"), 1000.0)
            if _is_collective(text, collective, value):
                value, step, stop, partitive = value * times, float(times), collective.end(), True
                approximation = "about" if collective["noun"].lower() != "paire" else None
                step = step if approximation else 1.0
        while times := _TIMES.match(text, stop, end):
            form = times["word"].lower()
            if form == "mille" and (times["plural"] or multiplier > 1 or (word and not value)):
                break
            value, step = value * _MULTIPLIER[form], (step or 1.0) * _MULTIPLIER[form]
            multiplier, stop, partitive = multiplier * _MULTIPLIER[form], times.end(), form != "mille"
            lower = _lower(text, stop, end, _MULTIPLIER[form])
            if lower:
                value, step, stop, partitive = value + lower[0], lower[1], lower[2], lower[3]
            if multiplier >= 1e12:
                break
        if word or multiplier > 1:
            half = _HALF.match(text, stop, end)
            if half and multiplier > 1:
                value, step, stop = value + multiplier / 2, multiplier / 2, half.end()
    money = share = None
    if not bare:
        money = _MONEY.match(text, stop, end)
        share = _SHARE_SIGN.match(text, stop, end)
    if money:
        times = _MONEY_SIGN.get(money["times"] or "", 1.0)
        if times != 1.0 or not money["times"]:
            value, step, multiplier = value * times, (step or 1.0) * times, multiplier * times
            unit, stop = _CURRENCY[money["money"]], money.end()
    elif share:
        unit, stop = _PERCENT[_key(_PERCENT, share["sign"])], share.end()
    elif (
        not bare
        and not word
        and (short := _SIGN_TIMES.match(text, stop, end))
        and not _unit_longer(text, stop, short, end)
    ):
        times = _MULTIPLIER_SIGN[short["times"]]
        value, step, multiplier, stop, partitive = (
            value * times,
            (step or 1.0) * times,
            multiplier * times,
            short.end(),
            True,
        )
    begin, sign, before_unit = _before(text, start)
    if before_unit and unit is None:
        unit, start = before_unit, begin
    elif not before_unit:
        start = begin
    return _Item(start, stop, value * sign, step, stop, unit, multiplier, approximation, partitive=partitive, word=word)


def _key(table: dict[str, str], form: str) -> str:
    return form if form in table else form.lower()


def _unit_longer(text: str, stop: int, short: re.Match[str], end: int) -> bool:
    unit = _unit_at(text, stop, end, signs_only=True)
    return bool(unit and unit[1] > short.end())


def _is_collective(text: str, match: re.Match[str], value: float) -> bool:
    """*une quarantaine de jours* may be a quarantine; *une douzaine* never is."""
    noun, behind = match["noun"].lower(), text[match.end() : match.end() + 6].lower()
    if noun in ("paire", "quarantaine", "huitaine", "quinzaine"):
        return bool(re.match(r" (?:de |d'|des )(?![0-9])", behind)) and value >= 1
    return value >= 1


def _lower(text: str, at: int, end: int, ceiling: float) -> tuple[float, float, int, bool] | None:
    """What is added behind a multiplier: *un million deux cent mille*, *2 millions 500 mille*."""
    gap = re.compile(r" (?:et )?", _I).match(text, at, end)
    if not gap:
        return None
    if _WORD.match(text, gap.end(), end):
        value, step, stop = _small(text, gap.end(), end)
    elif "et" not in gap.group() and (blob := _BLOB.match(text, gap.end(), end)):
        _, last, value, step = next(_figures(blob.group()))
        if value is None or last != len(blob.group()) or value < 100 or step != 1.0:
            return None
        stop = gap.end() + last
    else:
        return None
    if value <= 1:
        return None
    partitive = False
    times = _TIMES.match(text, stop, end)
    if times and value * _MULTIPLIER[times["word"].lower()] < ceiling:
        factor = _MULTIPLIER[times["word"].lower()]
        value, step, stop, partitive = value * factor, step * factor, times.end(), factor >= 1e6
        deeper = _lower(text, stop, end, factor)
        if deeper:
            value, step, stop = value + deeper[0], deeper[1], deeper[2]
    elif times or value >= ceiling:
        return None
    return value, step, stop, partitive


def _before(text: str, start: int) -> tuple[int, float, str | None]:
    """Sign and currency in front of a number: where it begins, its sign, its unit."""
    left = text[max(0, start - 14) : start]
    money = _MONEY_BEFORE.search(left)
    if money:
        form = money.group().strip()
        begin = start - (len(left) - money.start())
        ahead = text[max(0, begin - 1) : begin]
        return begin - (ahead in "-−" and bool(ahead)), -1.0 if ahead and ahead in "-−" else 1.0, _CURRENCY[form]
    minus = re.search(r"(?:(?<![\w)\"»-])(?P<sign>−|\+|±|[-–](?=\Z))|(?<=\()(?P<paren>[-–]) ) ?\Z", left)
    if minus:
        mark = minus["sign"] or minus["paren"]
        at = start - (len(left) - minus.start())
        line_start = not text[max(0, at - 3) : at].strip(" \t")[-1:] or text[max(0, at - 3) : at].endswith(("\n", "\r"))
        amount = re.compile(r"[0-9.,' ]{1,30}(?:%|°|[$€£])").match(text, start)
        if mark in "+±−" or not line_start or amount:
            return at, -1.0 if mark in "-−–" else 1.0, None
    word = re.search(
        r"(?<![\w'-])(?<!au )(?<!du )(?<!le )(?<!en )(?<!ou )(?<!et )(?<!de )(?<!à )(?<!des )moins \Z", left, _I
    )
    if word:
        return start - (len(left) - word.start()), -1.0, None
    return start, 1.0, None


_NAMED = re.compile(
    r"(?<![\w-])(?:(?P<half>(?:la|cette|leur|sa) moitié)|"
    rf"(?:le|du|au) (?P<times>{_any(_MULTIPLE)})|"
    rf"(?P<la>(?:la|cette) (?:{_any(_AROUND)}))(?= (?:de |d'))|"
    r"(?P<part>(?:le|du|au) (?:tiers|quart))(?= (?:de|des|du) | d'))(?!\w)",
    _I,
)


def _named(text: str, start: int, end: int) -> Iterator[_Item]:
    """Amounts that have names: *la moitié*, *le double*, *le tiers de*, *la cinquantaine de*."""
    for match in _NAMED.finditer(text, start, end):
        a, b = match.span()
        if match["half"]:
            yield _Item(a, b, 0.5, None, b, partitive=True)
        elif match["times"]:
            if re.compile(r"\s*(?:de |du |des |d'|que |qu'|[.,;:)!?»\"]|$|en |par |l'|cette |ce |d’)", _I).match(
                text, b, end
            ):
                yield _Item(a, b, float(_MULTIPLE[match["times"].lower()]), None, b, partitive=True)
        elif match["la"]:
            noun = match["la"].split()[-1].lower()
            yield _Item(
                a,
                b,
                float(_COLLECTIVE.get(noun, 1)),
                float(_COLLECTIVE.get(noun, 1)),
                b,
                approximation="about",
                partitive=True,
            )
        elif match["part"]:
            if text.startswith(" de finale", b):
                continue
            noun = match["part"].split()[-1].lower()
            yield _Item(a, b, float(_FRACTION[noun]), None, b, partitive=True)


# --- shares, units, ranges ---------------------------------------------------------------------

_OUT_OF = re.compile(r"(?P<words>(?: [^\W\d_][\w'’-]{0,40}){0,4}) sur ", _I)
_ONE_OF = re.compile(r"(?<!\w)(?<!l')(?P<one>une?)(?P<words>(?: [^\W\d_][\w'’-]{0,40}){0,4}) sur \Z", _I)


def _shares(items: list[_Item], reading: _Reading) -> list[_Item]:
    """Join *huit lits sur dix*, *un sur cinq*, *2/3 de* to one number each."""
    out: list[_Item] = []
    for item in sorted(items, key=lambda i: i.start):
        previous = out[-1] if out else None
        if previous and item.start < previous.end:
            continue
        share = _share(previous, item, reading)
        if share and previous and share.start <= previous.start:
            out.pop()
        out.append(share or item)
    return out


def _share(top: _Item | None, bottom: _Item, reading: _Reading) -> _Item | None:
    plain = reading.plain
    if bottom.unit or bottom.value < 2 or bottom.value != int(bottom.value):
        return None
    if top and plain[top.end : bottom.start] == "/" and 0 < top.value < bottom.value and not top.unit:
        if bottom.value in (2, 3, 4, 5, 10, 20, 100) and not _unit_at(plain, bottom.end, len(plain)):
            return _Item(top.start, bottom.end, top.value / bottom.value, None, bottom.end, partitive=True)
        return None
    # A share is told in round wholes; 20 of 23 are two counts.
    if not (bottom.word or bottom.value <= 20 or bottom.multiplier > 1 or re.fullmatch(r"10+", f"{bottom.value:.0f}")):
        return None
    if _counts_noun(reading, bottom.end, plural=True):
        return None
    start = value = words = None
    if top and bottom.start - top.end < 120:
        between = _OUT_OF.fullmatch(plain, top.end, bottom.start)
        if between and 0 < top.value < bottom.value and top.unit is None:
            start, value, words = top.start, top.value, between.span("words")
    if start is None:
        left = max(0, bottom.start - 130)
        one = _ONE_OF.search(plain[left : bottom.start])
        if one:
            start, value, words = left + one.start("one"), 1.0, (left + one.start("words"), left + one.end("words"))
    if start is None or any(
        t.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(t.morph) for t in _tokens(reading, *words)
    ):
        return None
    counted = (words[0] + 1, words[1]) if words[0] < words[1] else None
    return _Item(start, bottom.end, value / bottom.value, 1 / bottom.value, bottom.end, share=counted)


def _tokens(reading: _Reading, start: int, end: int) -> list[Token]:
    first = reading.following(start)
    found = []
    while first is not None and first.idx < end:
        found.append(first)
        first = reading.doc[first.i + 1] if first.i + 1 < len(reading.doc) else None
    return found


@cache
def _units() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, str]]:
    signs = {
        r["form"]: r["code"]
        for r in lexicon.rows("units")
        if r["place"] == "sign" and r["kind"] not in ("currency", "share")
    }
    words = {r["form"]: r["code"] for r in lexicon.rows("units") if r["place"] == "word"}
    plural = "|".join(
        re.sub(r"([^\W\d_]{2,})", r"\1[sx]?", re.escape(f)) for f in sorted(words, key=lambda f: (-len(f), f))
    )
    return (
        re.compile(rf" ?(?P<unit>{_any(signs)})(?![\w'’])"),
        re.compile(rf" ?(?:de |d')?(?P<unit>{plural})(?!\w)", re.IGNORECASE),
        signs,
        {_singular(f): c for f, c in words.items()},
    )


def _singular(form: str) -> str:
    return re.sub(r"(?<=\w)[sx]\b", "", form.lower())


def _unit_at(text: str, at: int, end: int, *, signs_only: bool = False) -> tuple[str, int] | None:
    """The code of the unit that stands at a position, and where it ends."""
    sign, word, sign_codes, word_codes = _units()
    match = sign.match(text, at, end)
    if match:
        return sign_codes[match["unit"]], match.end()
    if signs_only:
        return None
    money = re.compile(rf" (?:de |d')(?P<sign>{_any(_CURRENCY)})(?!\w)").match(text, at, end)
    if money:
        return _CURRENCY[money["sign"]], money.end()
    match = word.match(text, at, end)
    if match and text[at : at + 1] in (" ", "-", "") or (match and at and text[at - 1] in " -"):
        code = word_codes.get(_singular(match["unit"]))
        return (code, match.end()) if code else None
    return None


_MINUTES = re.compile(r" ?([0-5][0-9])(?![0-9])(?: ?(?:minutes|min|mn)(?!\w)|(?= ?(?:[.,;:)»]|\Z|[^\W\d_]{1,3} )))", _I)


def _with_units(items: list[_Item], plain: str, masked: str, release: Release, reading: _Reading) -> Iterator[_Item]:
    """The items with their units, from the words behind them."""
    home = _home(release)
    behind = 0
    for item in items:
        if item.start < behind:
            continue  # the minutes of an hour
        unit, after, end, value, step = item.unit, item.after, item.end, item.value, item.step
        if unit is None and item.share is None:
            found = _unit_at(plain, item.end, len(plain)) or _unit_over_adjectives(reading, item.end)
            if found:
                unit, after = found
                half = re.compile(r" et demie?(?!\w)", _I).match(plain, after)
                minutes = _MINUTES.match(plain, after) if unit == "hour" else None
                if half and value == int(value):
                    value, step, end, after = value + 0.5, 0.5, half.end(), half.end()
                elif minutes:
                    value, step, end, after = value + int(minutes[1]) / 60, 1 / 60, minutes.end(1), minutes.end()
        behind = end
        yield replace(item, unit=home.get(unit, unit), after=after, end=end, value=value, step=step)
    yield from _one_and_a_half(plain, masked, release, home)


def _one_and_a_half(plain: str, masked: str, release: Release, home: dict[str, str]) -> Iterator[_Item]:
    """*un an et demi*, *une heure et demie*: the article counts here."""
    for start, end in _prose(release):
        for match in re.compile(r"(?<![\w'])(une?)(?= [^\W\d_]{1,20} et demie?(?!\w))", _I).finditer(
            masked, start, end
        ):
            unit = _unit_at(plain, match.end(), end)
            half = re.compile(r" et demie?(?!\w)", _I).match(plain, unit[1], end) if unit else None
            if half:
                yield _Item(match.start(), half.end(), 1.5, 0.5, half.end(), unit=home.get(unit[0], unit[0]))


def _unit_over_adjectives(reading: _Reading, end: int) -> tuple[str, int] | None:
    """A unit of time behind one or two adjectives: *quinze prochaines années*."""
    token = reading.following(end)
    if token is None or token.idx > end + 1:
        return None
    for _ in range(2):
        if token.pos_ not in ("ADJ", "ADV") or token.i + 1 >= len(reading.doc):
            return None
        token = reading.doc[token.i + 1]
        found = _unit_at(reading.plain, token.idx, len(reading.plain))
        if found and token.pos_ == "NOUN" and found[0] in _times():
            return found
    return None


@cache
def _times() -> frozenset[str]:
    return frozenset(r["code"] for r in lexicon.rows("units") if r["kind"] == "time")


@cache
def _money() -> frozenset[str]:
    return frozenset(r["code"] for r in lexicon.rows("units") if r["kind"] == "currency")


@cache
def _lengths() -> frozenset[str]:
    return frozenset(r["code"] for r in lexicon.rows("units") if r["kind"] == "length")


def _home(release: Release) -> dict[str, str]:
    """What a bare *$* or *franc* means in this release, by the places it names."""
    codes = {"dollar": "USD", "franc": "CHF"}
    frame = [part.text for part in (release.dateline, release.source, *release.contacts) if part]
    seen: dict[tuple[str, str], int] = {}
    for row in lexicon.rows("home_currencies"):
        marker = re.compile(rf"(?<!\w){re.escape(row['marker'])}s?(?!\w)|(?<=\w){re.escape(row['marker'])}(?!\w)")
        key = row["unit"], row["code"]
        # One mention in passing says little; the dateline, the source or the contact says it all.
        seen[key] = (
            seen.get(key, 0) + len(marker.findall(release.text)) + sum(bool(marker.search(text)) for text in frame)
        )
    for (unit, code), times in sorted(seen.items(), key=lambda kv: kv[1]):
        if times > 1:
            codes[unit] = code
    return codes


_LINK = re.compile(r"(?: (?:à|ou|et|voire) (?:environ |près de |plus de |quelque )?| ?[-–/] ?)", _I)


def _ranges(items: list[_Item], reading: _Reading, excluded: list[_Excluded]) -> Iterator[_Item]:
    """The first number of a range takes unit and multiplier of the second; *3-2* is a score."""
    plain = reading.plain
    items = sorted(items, key=lambda i: i.start)
    dropped: set[int] = set()
    for n in range(len(items) - 2, -1, -1):
        a, b = items[n], items[n + 1]
        gap = plain[a.end : b.start] if b.start - a.end < 24 else ""
        if not gap or a.share or b.share or not _LINK.fullmatch(gap):
            continue
        word = gap.strip().split(" ")[0].lower()
        between = bool(re.search(r"(?<!\w)entre (?:[^\W\d_]{1,12} ){0,2}\Z", plain[max(0, a.start - 30) : a.start], _I))
        if (
            word in ("-", "–", "/")
            and b.unit is None
            and b.end - b.start <= 3
            and not _counts_noun(reading, b.end, plural=True)
        ):
            dropped |= {n, n + 1}
            excluded.append(_Excluded(a.start, b.end, "score or reference"))
            continue
        if a.unit is None and a.after == a.end:
            times = (
                b.multiplier
                if a.multiplier == 1.0 and abs(a.value) < abs(b.value) / b.multiplier and (word != "et" or between)
                else 1.0
            )
            items[n] = replace(
                a, unit=b.unit, value=a.value * times, step=a.step * times if a.step else None, multiplier=times
            )
    for n, item in enumerate(items):
        if n not in dropped:
            yield from _from_one(item, plain)
            yield item


def _from_one(item: _Item, plain: str) -> Iterator[_Item]:
    """*d'un à trois ans*, *une ou deux personnes*: the article is a number here."""
    left = max(0, item.start - 12)
    one = re.search(r"(?<!\w)(?P<one>une?) (?:à|ou) \Z", plain[left : item.start], _I)
    if one and item.share is None and item.value > 1:
        at = left + one.start("one")
        yield _Item(at, left + one.end("one"), 1.0, 1.0, left + one.end("one"), unit=item.unit)


# --- what is no statistic: by the words around it ----------------------------------------------


@cache
def _year_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(_forms('year_contexts'))})(?: (?:de |d'|à |l')?)?\Z", _I)


@cache
def _clock(reading: str) -> re.Pattern[str]:
    forms = _any(_forms("clock_contexts", reading=reading))
    return (
        re.compile(rf"\s*(?:{forms})(?!\w)", _I)
        if reading == "clock_after"
        else re.compile(rf"(?<!\w)(?:{forms}) \Z", _I)
    )


def _reason(item: _Item, reading: _Reading) -> str | None:
    """Why an item is no statistic after all, or None."""
    plain = reading.plain
    left, printed = plain[max(0, item.start - 40) : item.start], plain[item.start : item.end]
    right = plain[item.end : item.end + 40]
    bare = item.unit is None and item.multiplier == 1.0 and item.share is None and not item.partitive
    if item.unit == "hour" and _is_clock(item, left, plain, reading):
        return "time of day"
    if bare and re.fullmatch(r"(?:1[5-9]|20)[0-9]{2}", printed):
        if _year_before().search(left) and not _approximated(left):
            return "year"
        if not _counts_noun(reading, item.end, plural=True):
            return "year"
        if left.endswith("(") and right.startswith((")", "-")):
            return "year"
    if (
        bare
        and not item.word
        and re.fullmatch(r"[0-9]{6,}", printed)
        and not _counts_noun(reading, item.end, plural=True)
    ):
        return "reference number"
    if item.word and bare:
        token = reading.token(item.start)
        if (
            token is not None
            and token.pos_ in ("ADJ", "NOUN")
            and printed.lower() in ("neuf", "neufs")
            and not _counts_noun(reading, item.end, plural=item.value >= 2)
        ):
            return "adjective"
        if printed[0].isupper() and _mid_sentence(left):
            return "part of a name"
    if bare and not item.word and re.fullmatch(r"[0-9]{1,2}", printed) and item.value <= 31:
        if re.search(rf"(?<!\w)(?:{_DAYS}) \Z", left, _I) and not _counts_noun(
            reading, item.end, plural=item.value >= 2
        ):
            return "date"
        if (
            re.search(r"(?<!\w)(?:le|ce|du|au|dès le) \Z", left, _I)
            and re.match(r"\s*(?:[.,;:)!?]|$|(?:et|au|à|ou) )", right)
            and not _counts_noun(reading, item.end, plural=item.value >= 2)
        ):
            return "date"
    if bare and not item.word and _after_name(left, item, reading):
        return "part of a name"
    if bare and left.endswith("(") and right.startswith(")") and re.fullmatch(r"[0-9]{2,3}", printed):
        if re.search(r"[A-ZÀ-Þ][\w'’-]+ \(\Z", left) and (item.value <= 95 or 971 <= item.value <= 976):
            return "number of a department"
    return None


def _is_clock(item: _Item, left: str, plain: str, reading: _Reading) -> bool:
    if not 0 <= item.value < 24 or item.value != int(item.value) or item.step not in (1.0, None):
        return False
    right = plain[item.after : item.after + 30]
    if _clock("clock_after").match(right):
        return True
    if re.match(r" ?(?:[0-5][0-9])(?![0-9])", right) and "h" in plain[item.end : item.after]:
        return not _clock("duration").search(left)
    if _clock("clock").search(left):
        return not re.match(r" (?:de |d')(?=[^\W\d_])", right)
    # de 9 h à 17 h, entre 14 h et 16 h
    span = re.compile(
        r" ?(?:h|heures?)? ?(?:[0-5][0-9])? (?:à|et) (?:[0-9]{1,2}|midi|minuit) ?(?:h|heure|$)?", _I
    ).match(plain, item.end)
    return bool(span and re.search(r"(?<!\w)(?:de|entre) \Z", left, _I) and re.search(r"h|midi|minuit", span.group()))


@cache
def _approximators(side: str) -> re.Pattern[str]:
    forms = {}
    for row in lexicon.rows("approximators"):
        if row["side"] == side:
            forms[row["form"]] = row["meaning"]
    joined = _any(forms)
    if side == "before":
        return re.compile(
            rf"(?<![\w'])(?P<form>{joined})(?: ?(?:de|d'|des|du|les|ces|ses|le|la|à|aux|au|l'))?(?: |(?<=')|\Z)*+\Z", _I
        )
    return re.compile(rf"\s?(?P<form>{joined})(?!\w)", _I)


def _approximated(left: str) -> str | None:
    match = _approximators("before").search(left)
    if not match:
        return None
    form = match["form"].lower()
    return next(r["meaning"] for r in lexicon.rows("approximators") if r["form"] == form and r["side"] == "before")


def _counts_noun(reading: _Reading, end: int, *, plural: bool = False) -> bool:
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


def _after_name(left: str, item: _Item, reading: _Reading) -> bool:
    """A figure right behind a capitalised name and before nothing that it counts."""
    name = re.search(r"(?<![\w'])(?P<elided>[ldLD]')?(?P<name>[A-ZÀ-Þ][\w-]*) \Z", left)
    if not name or _counts_noun(reading, item.end, plural=item.value >= 2) or item.start - item.end > 0:
        return False
    token = reading.token(item.start - 2)
    if token is None:
        return False
    coined = any(c.isupper() for c in name["name"][1:])
    if not coined and token.pos_ in ("ADP", "DET", "ADV", "CCONJ", "SCONJ", "VERB", "AUX", "PRON"):
        return False
    if len(reading.plain[item.start : item.end]) > 6:
        return False
    opening = left[: name.start()].rstrip()
    return bool(opening and opening[-1] not in '.!?:«»"\n') or name["name"].isupper() or token.pos_ == "PROPN"


# --- meaning -----------------------------------------------------------------------------------


def _row(item: _Item, reading: _Reading) -> dict[str, object]:
    text, plain = reading.release.text, reading.plain
    low, high = reading.sentence_span(item.start)
    left, right = plain[max(low, item.start - 60) : item.start], plain[item.after : min(high, item.after + 30)]
    after = _approximators("after").match(right) or _approximators("after").match(
        plain[item.end : min(high, item.end + 30)]
    )
    meaning = _approximated(left)
    if meaning is None and after:
        form = after["form"].lower()
        meaning = next(
            r["meaning"] for r in lexicon.rows("approximators") if r["form"] == form and r["side"] == "after"
        )
    row: dict[str, object] = dict.fromkeys(COLUMNS)
    row |= {
        "start": item.start,
        "end": item.end,
        "text": text[item.start : item.end],
        "value": item.value,
        "unit": item.unit,
        "approximation": meaning or item.approximation or "exact",
        "precision": item.step / 2 if item.step else float("nan"),
        "paragraph": french.paragraph_of(reading.release, item.start),
        "sentence": reading.sentence(item.start),
    }
    counted = _counted(item, reading)
    _put(row, "of", counted, text)
    when = _when(item, reading, max(item.after, counted[1] if counted else 0))
    if when:
        row["period"] = when[2]
        row["period_start"], row["period_end"] = when[:2]
    source, agent = _who(item, reading)
    _put(row, "source", source, text)
    _put(row, "agent", agent, text)
    return row


def _put(row: dict[str, object], name: str, span: tuple[int, int] | None, text: str) -> None:
    if span:
        row[name], row[f"{name}_start"], row[f"{name}_end"] = text[slice(*span)], *span


_NOUNS = ("NOUN", "PROPN", "X")


def _counted(item: _Item, reading: _Reading) -> tuple[int, int] | None:
    """The noun phrase that a number counts."""
    if item.share:
        return item.share
    plain, (_, limit) = reading.plain, reading.sentence_span(item.start)
    of = re.compile(r" (?:de |d'|des |du (?=\w)|d’)", _I).match(plain, item.after, limit)
    has_unit = item.unit is not None
    if of and (item.partitive or has_unit):
        token = reading.following(of.end())
    elif has_unit or (item.partitive and item.multiplier == 1.0 and plain[item.after : item.after + 1] != " "):
        return _measured(item, reading)
    else:
        token = reading.following(item.after)
        if token is None or token.idx > item.after + 1 or token.pos_ == "DET":
            return _measured(item, reading)
    if token is None or token.idx >= limit or not token.text[0].isalpha():
        return None
    if of and item.unit in _times() | _lengths() and token.text[0].isupper():
        return None  # 60 km de Paris
    return _noun_phrase(token, limit, reading, sure=bool(of)) or _measured(item, reading)


def _noun_phrase(token: Token, limit: int, reading: _Reading, *, sure: bool = False) -> tuple[int, int] | None:
    """A noun phrase from its first token: determiner, adjectives, noun and what hangs on it."""
    doc, first = reading.doc, token
    numbers = reading.numbers
    head = None if sure else _counted_head(first)
    for step in range(5 if head is None else 0):
        if token.idx >= limit or token.is_punct or token.is_space or token.idx in numbers and step:
            break
        if token.pos_ in _NOUNS or (
            sure and step == 0 and token.is_alpha and token.pos_ in ("VERB", "ADJ") and not _adjective_first(token)
        ):
            head = token
            break
        if token.pos_ not in ("DET", "ADJ", "NUM", "ADV") or token.i + 1 >= len(doc):
            break
        token = doc[token.i + 1]
    if head is None:
        if first.pos_ == "ADJ" and first.idx < limit and first.text.endswith(("s", "x")):
            return first.idx, first.idx + len(first)
        return None
    inside, last, pending = {head.i}, head, False
    for t in doc[head.i + 1 : min(head.i + 24, len(doc))]:
        if t.idx >= limit or t.is_space or t.idx in numbers:
            break
        if t.is_punct and t.text != "-" or "<" in t.text or t.text.lower() in _DAYS.split("|"):
            break
        if t.text == "-" and not t.nbor(-1).whitespace_ and not t.whitespace_:
            inside.add(t.i)
            pending = True
            continue
        participle = t.pos_ == "VERB" and "VerbForm=Part" in str(t.morph) and "Tense=Pres" not in str(t.morph)
        follows = t.pos_ == "ADJ" or t.dep_ == "amod" and t.pos_ == "NOUN" or participle and t.dep_ in ("acl", "amod")
        if follows and (t.head.i in inside or t.dep_ in ("amod", "acl")):
            inside.add(t.i)
            last, pending = t, False
        elif t.pos_ in _NOUNS and (
            pending or t.dep_.startswith(("flat", "compound", "appos", "nmod")) and t.head.i in inside
        ):
            inside.add(t.i)
            last, pending = t, False
        elif t.pos_ == "ADP" and _holds_on(t, inside):
            inside.add(t.i)
            pending = True
        elif (
            t.pos_ == "DET"
            and pending
            or t.pos_ == "CCONJ"
            and t.head.head.i in inside
            and t.head.pos_ in (*_NOUNS, "ADJ")
        ):
            pending = True
            inside.add(t.i)
        else:
            break
    return first.idx, last.idx + len(last)


def _counted_head(first: Token) -> Token | None:
    """The noun that the number before a token counts, as the parse has it."""
    number = first.nbor(-1) if first.i else first
    head = number.head
    if number.dep_ == "nummod" and 0 <= head.i - first.i < 4 and head.pos_ in _NOUNS:
        if all(t.pos_ in ("ADJ", "NOUN", "NUM") for t in first.doc[first.i : head.i]):
            return head
    return None


def _adjective_first(token: Token) -> bool:
    return token.pos_ == "ADJ" and token.i + 1 < len(token.doc) and token.nbor().pos_ in _NOUNS


def _holds_on(preposition: Token, inside: set[int]) -> bool:
    """Whether a preposition goes on with the phrase: *de* always, others where the parse says so."""
    text = preposition.text.lower()
    noun = preposition.head
    if text in ("de", "d'", "du", "des"):
        return True
    if text in ("selon", "depuis", "pendant", "durant", "dès", "avant", "après", "par"):
        return False
    return (
        noun.i > preposition.i
        and noun.pos_ in ("NOUN", "PROPN")
        and noun.head.i in inside
        and not noun.text[0].isdigit()
    )


@cache
def _verbs(role: str) -> dict[str, str]:
    return {r["lemma"]: r["preposition"] for r in lexicon.rows("figure_verbs") if r["role"] == role}


def _number_head(item: _Item, reading: _Reading) -> Token | None:
    """The word of the number that the rest of the sentence hangs on."""
    tokens = [t for t in _tokens(reading, item.start, max(item.end, item.after)) if t.idx < max(item.end, item.after)]
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.head.i not in inside or token.head is token:
            return token
    return None


def _measured(item: _Item, reading: _Reading) -> tuple[int, int] | None:
    """The subject of a verb of measure: *le taux a atteint 0,4 %*."""
    head = _number_head(item, reading)
    if head is None:
        return None
    verb = head
    for _ in range(4):
        if verb.pos_ in ("VERB", "AUX") or any(c.dep_ == "cop" for c in verb.children):
            break
        verb = verb.head
    moves = {r["form"] for r in lexicon.rows("comparisons") if r["kind"] == "from_to"}
    if verb.lemma_ not in moves | set(_verbs("copula")) and not any(c.dep_ == "cop" for c in verb.children):
        return None
    for child in verb.children:
        if child.dep_.startswith("nsubj") and child.i < head.i and child.pos_ in _NOUNS and not child.is_ancestor(head):
            low, _ = reading.sentence_span(item.start)
            start = min(
                (t for t in child.children if t.i < child.i and t.pos_ in ("DET", "ADJ")),
                key=lambda t: t.i,
                default=child,
            )
            return _noun_phrase(start, item.start, reading) if start.idx >= low else None
    return None


# --- when --------------------------------------------------------------------------------------


@cache
def _relative() -> tuple[re.Pattern[str], dict[str, tuple[str, int]]]:
    table = {r["form"]: (r["grain"], int(r["offset"])) for r in lexicon.rows("periods")}
    return re.compile(rf"(?<![\w'])(?:{_any(table)})(?!\w)", _I), table


_QUARTER = re.compile(
    r"(?<!\w)(?P<n>premier|deuxième|second|troisième|quatrième|1er|2e|3e|4e) (?P<kind>trimestre|semestre)"
    rf"(?: (?:de |d')?(?:l'année |l'exercice )?(?P<year>{_YEAR}))",
    _I,
)
_SINCE = re.compile(r"(?<!\w)(?:depuis|à compter de|à partir de|dès)(?: le| l'an)? \Z", _I)
_UNTIL = re.compile(
    r"(?<!\w)(?:d'ici|d'ici à|jusqu'en|jusqu'au|avant|avant le|d'ici le|d'ici au|d'ici la fin de|d'ici fin) \Z", _I
)
_IN = re.compile(
    rf"(?<!\w)(?:{_any([*_forms('year_contexts'), *'au le ce du de les dans durant pendant ( ,'.split()])})"
    r"(?: (?:le |la |l'|les |début |fin )?)?\Z",
    _I,
)


def _when(item: _Item, reading: _Reading, behind_from: int) -> tuple[int, int, str] | None:
    """The period nearest to a number in its part of the sentence, with its span."""
    low, high = reading.sentence_span(item.start)
    if item.unit in _times():
        return None  # an age or a length of time has no year of its own
    found = reading.once("periods", low, lambda: _periods(reading, low, high))
    if not found:
        return None
    cuts = reading.once("cuts", low, lambda: _markers(reading, low, high))
    others = reading.once("amounts", low, lambda: _amounts(reading, low, high))
    part = bisect.bisect_right(cuts, item.start)
    found = [p for p in found if bisect.bisect_right(cuts, p[0]) == part]
    here = bisect.bisect_right(others, (item.start, item.after))
    following = others[here][0] if here < len(others) else high
    behind = next((p for p in found if item.end <= p[0] <= following), None)
    if behind and behind[0] - behind_from < 40 and "," not in reading.plain[behind_from : behind[0]]:
        return behind
    # A period right behind another number is that number's.
    ahead = [p for p in found if p[1] <= item.start and not _is_taken(p[0], others, reading.plain)]
    if ahead:
        return ahead[-1]
    return behind if behind and behind[0] - behind_from < 80 else None


def _amounts(reading: _Reading, low: int, high: int) -> list[tuple[int, int]]:
    """The numbers of a sentence that can have a period: all but lengths of time."""
    return [(i.start, i.after) for i in reading.items if low <= i.start < high and i.unit not in _times()]


def _is_taken(period: int, amounts: list[tuple[int, int]], plain: str) -> bool:
    index = bisect.bisect_left(amounts, (period, 0)) - 1
    return index >= 0 and period - amounts[index][1] < 12 and "," not in plain[amounts[index][1] : period]


@cache
def _against() -> re.Pattern[str]:
    forms = _any(r["form"] for r in lexicon.rows("comparisons") if r["kind"] == "against")
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)(?=(?:[ '][\w-]{{1,20}}){{0,4}}[ ']?\Z)", _I)


def comparison_marker(between: str) -> tuple[int, int] | None:
    """Where the words stand that set the number behind a text against the one before it.

    Args:
        between: the text between two numbers, with plain spaces and apostrophes.

    Returns:
        Start and end of the marker in that text, or None. At most four words part a marker from its
        number (*contre une hausse de 3 %*): *contre* alone is a common preposition.
    """
    match = _against().search(between)
    return match.span() if match else None


def _markers(reading: _Reading, low: int, high: int) -> list[int]:
    """Where the comparison markers of a sentence stand."""
    ends = [low, *(i.end for i in reading.items if low <= i.start < high)]
    starts = [i.start for i in reading.items if low <= i.start < high]
    found = ((end, comparison_marker(reading.plain[end:start])) for end, start in zip(ends, starts, strict=False))
    return [end + marker[0] for end, marker in found if marker]


def _periods(reading: _Reading, low: int, high: int) -> list[tuple[int, int, str]]:
    """Periods named in a stretch, resolved; an attribute (*l'analyse de 2019*) is none."""
    plain, found = reading.plain, []
    base = reading.release.dateline.date if reading.release.dateline else None
    for match in _QUARTER.finditer(plain, low, high):
        number = {"p": 1, "1": 1, "d": 2, "s": 2, "2": 2, "t": 3, "3": 3, "q": 4, "4": 4}[match["n"][0].lower()]
        letter = "Q" if match["kind"].lower() == "trimestre" else "S"
        found.append((match.start(), match.end(), f"{match['year']}-{letter}{number}"))
    for e in reading.excluded:
        if e.reason not in ("date", "year") or not low <= e.start < high or any(a <= e.start < b for a, b, _ in found):
            continue
        left = plain[max(low, e.start - 30) : e.start]
        if (
            not _IN.search(left)
            and e.start > low
            or e.reason == "year"
            and _is_attribute(left, plain[e.start : e.end], plain[e.end : e.end + 6])
        ):
            continue
        # du 3 mai au 5 juin 2015: the year stands at the end.
        later = re.compile(rf" (?:et|au|à|jusqu'au) [^.;]{{0,20}}?(?<![0-9])({_YEAR})(?![0-9])").match(
            plain, e.end, high
        )
        value = _resolve(plain[e.start : e.end], datetime.date(int(later[1]), 12, 31) if later else base)
        if value:
            value = f"{value}/.." if _SINCE.search(left) else f"../{value}" if _UNTIL.search(left) else value
            found.append((e.start, e.end, value))
    pattern, table = _relative()
    for match in pattern.finditer(plain, low, high):
        value = _shift(base, *table[match.group().lower()]) if base else None
        found.append((match.start(), match.end(), value or match.group().lower()))
    for match in _BARE_MONTH.finditer(plain, low, high):
        value = _resolve(match["month"], base)
        if value and not any(a < match.end() and match.start("month") < b for a, b, _ in found):
            since = match["in"].lower().startswith(("depuis", "dès"))
            found.append((*match.span("month"), f"{value}/.." if since else value))
    return _joined(sorted(found), plain)


_BARE_MONTH = re.compile(
    rf"(?<!\w)(?P<in>(?:en|depuis|dès|fin|début|mi|courant)[ -])(?P<month>{_any(_FULL)})(?!\w)"
    r"(?! (?:[12][0-9]{3}|[0-9]{1,2}\b))",
    _I,
)
_UP_TO = re.compile(r" (?:et (?:le |en )?|au |à |jusqu'au |jusqu'en )", _I)


def _joined(found: list[tuple[int, int, str]], plain: str) -> list[tuple[int, int, str]]:
    """*entre le 1er mai et le 3 juin 2019*, *de 2014 à 2018*: two ends are one period."""
    out: list[tuple[int, int, str]] = []
    for start, end, value in found:
        if out and _UP_TO.fullmatch(plain, out[-1][1], start) and "/" not in out[-1][2] + value:
            opening = plain[max(0, out[-1][0] - 12) : out[-1][0]]
            if re.search(r"(?<!\w)(?:entre (?:le )?|du |de )\Z", opening, _I):
                first = out[-1][2]
                if len(first) > 4 and not re.search(r"(?:1[5-9]|20)[0-9]{2}", plain[out[-1][0] : out[-1][1]]):
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


def _resolve(text: str, base: datetime.date | None) -> str | None:
    """*15 mai 2019* → 2019-05-15, *mai 2019* → 2019-05, *2014 à 2018* → 2014/2018."""
    lowered = text.lower()
    if re.fullmatch(r"[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?", text):
        return text
    years = re.findall(r"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])", text)
    month = next(
        (
            m
            for f, m in sorted(_MONTH_ROWS.items(), key=lambda fm: -len(fm[0]))
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


# --- who ---------------------------------------------------------------------------------------

_SMALL = {
    "of",
    "for",
    "and",
    "the",
    "de",
    "du",
    "des",
    "d'",
    "la",
    "le",
    "les",
    "l'",
    "et",
    "&",
    "à",
    "aux",
    "au",
    "pour",
    "on",
    "in",
}


def _who(item: _Item, reading: _Reading) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Source and agent of a figure: *selon X*, *signalés au X*, *recensés par X*; *par X*."""
    low, high = reading.sentence_span(item.start)
    source, agent = _according(item, reading, low, high), None
    verb = _governor(item, reading)
    if verb is None:
        return source, None
    holder, counter = _verbs("holder"), _verbs("counter")
    if verb.idx < item.start:
        # Le service a recensé 300 cas: who counts is the subject.
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i and c.pos_ in _NOUNS), None)
        if source is None and subject is not None and verb.lemma_ in _verbs("teller"):
            first = next((c for c in subject.lefts if c.pos_ == "DET"), subject)
            source = _noun_phrase(first, verb.idx, reading)
        return source, None
    # The parse often hangs "au X par Y" on the wrong word, so the order of the words decides.
    for token in reading.doc[verb.i + 1 : min(verb.i + 40, len(reading.doc))]:
        if token.idx >= high or token.text in (";", ":") or token.is_punct and token.text == ",":
            break
        if token.pos_ == "VERB" and token.i > verb.i and "VerbForm=Fin" in str(token.morph):
            break
        text = token.text.lower()
        if source is None and text in ("à", "au", "aux") and verb.lemma_ in holder:
            source = _body(token, high, reading)
        elif text == "auprès" and source is None and verb.lemma_ in counter | holder:
            source = _body(token.nbor(), high, reading) if token.i + 1 < len(reading.doc) else None
        elif text == "par" and agent is None:
            body = _body(token, high, reading)
            if body and _unit_at(reading.plain, token.idx + 4, high):
                continue  # par an
            if body and verb.lemma_ in counter and source is None:
                source = body
            elif body and verb.lemma_ not in counter and _is_passive(verb):
                agent = body
    return source, agent


def _is_passive(verb: Token) -> bool:
    participle = "VerbForm=Part" in str(verb.morph) and "Tense=Pres" not in str(verb.morph)
    return participle and (verb.dep_ == "acl" or any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children))


def _governor(item: _Item, reading: _Reading) -> Token | None:
    """The verb that tells what was done with what is counted."""
    head = _number_head(item, reading)
    seen = 0
    while head is not None and seen < 6:
        if head.pos_ == "VERB":
            return head
        near = head.doc[head.i + 1 : min(head.i + 16, len(head.doc))]
        participle = next((t for t in near if t.head == head and t.pos_ == "VERB" and t.dep_ == "acl"), None)
        if participle is not None:
            return participle
        if head.head is head:
            return None
        head, seen = head.head, seen + 1
    return None


def _according(item: _Item, reading: _Reading, low: int, high: int) -> tuple[int, int] | None:
    """*selon X*: the one behind the number, up to the next number; else the nearest before it."""
    found = reading.once("according", low, lambda: _attributions(reading, low, high))
    if not found:
        return None
    here = bisect.bisect_right(reading.starts, item.start)
    following = reading.starts[here] if here < len(reading.starts) else high
    before = next((span for at, span in reversed(found) if at < item.start), None)
    behind = next(((at, span) for at, span in found if at >= item.start), None)
    if behind and (behind[0] < following or before is None):
        return behind[1]
    return before


def _attributions(reading: _Reading, low: int, high: int) -> list[tuple[int, tuple[int, int]]]:
    """Every *selon X* of a sentence: where it begins and the span of X."""
    forms = _any(r["form"] for r in lexicon.rows("attributions") if r["class"] == "neutral")
    found = []
    for match in re.compile(rf"(?<![\w'])(?:{forms})(?!\w)", _I).finditer(reading.plain, low, high):
        token = reading.token(match.end() - 1)
        span = _body(token, high, reading) if token is not None else None
        if span:
            found.append((match.start(), span))
    return found


def _body(preposition: Token, limit: int, reading: _Reading) -> tuple[int, int] | None:
    """Who stands behind a preposition: a capitalised name whole, else the noun phrase."""
    doc = reading.doc
    index = preposition.i + 1
    while index < len(doc) and doc[index].is_space:
        index += 1
    if index >= len(doc) or doc[index].idx >= limit:
        return None
    first = doc[index]
    start = first if first.pos_ != "DET" else doc[index + 1] if index + 1 < len(doc) else first
    if start.text[:1].isupper():
        last = start
        for token in doc[start.i + 1 : min(start.i + 16, len(doc))]:
            if token.idx >= limit:
                break
            if token.text[:1].isupper() and token.is_alpha:
                last = token
            elif token.text.lower() not in _SMALL and token.text != "-":
                break
            elif token.text.lower() == "par":
                break
        whole = _noun_phrase(first, limit, reading)
        return first.idx, max(last.idx + len(last), whole[1] if whole else 0)
    return _noun_phrase(first, limit, reading)


# --- what is left out --------------------------------------------------------------------------


def _share_subjects(rows: list[dict[str, object]], reading: _Reading) -> None:
    """Fill what an elliptical number counts from the number before it in the sentence."""
    for earlier, row in pairwise(rows):
        # 12 M$, contre 10 millions en 2017
        if row["unit"] is None and row["of"] is None and earlier["unit"] and earlier["sentence"] == row["sentence"]:
            spoken = (
                earlier["unit"] in _money() or earlier["unit"] == "%" and row["value"] <= 100 and " " not in row["text"]
            )
            if spoken and comparison_marker(reading.plain[earlier["end"] : row["start"]]):
                row["unit"] = earlier["unit"]
    for n, row in enumerate(rows):
        if row["of"] is not None:
            continue
        for earlier in reversed(rows[:n]):
            if earlier["sentence"] != row["sentence"]:
                break
            if (
                earlier["unit"] == row["unit"]
                and earlier["of"] is not None
                and _ellipsis(reading, earlier["end"], row["start"])
            ):
                for name in ("of", "source", "agent"):
                    if row[name] is None:
                        for column in (name, f"{name}_start", f"{name}_end"):
                            row[column] = earlier[column]
                break
    # 30 à 40 personnes: the first number of a range counts what the second does.
    for row, later in pairwise(rows):
        gap = reading.plain[row["end"] : later["start"]]
        if row["of"] is None and row["unit"] == later["unit"] and len(gap) < 24 and _LINK.fullmatch(gap):
            row["of"], row["of_start"], row["of_end"] = later["of"], later["of_start"], later["of_end"]


def _ellipsis(reading: _Reading, start: int, end: int) -> bool:
    between = reading.plain[start:end]
    return bool(comparison_marker(between)) or bool(re.search(r" à (?:\w+ ){0,3}\Z", between))
