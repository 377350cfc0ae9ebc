"""Release → stretches whose form alone says that they are no amounts, each with its reason.

Dates, years, times of day, telephone numbers, addresses, references, numbers in names, set phrases,
vague amounts. They are found before any number is read, so that the rest may be read plainly. Which
words make such a form stands in the lexicon: ``months``, ``weekdays``, ``numbered_names``,
``set_phrases``, ``vague_quantifiers``, ``clock_contexts``. All repeats are bounded.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from helpers import lexicon
from helpers.lexicon.words import alternation, forms_of
from helpers.release.addresses import EMAIL
from helpers.release.release import Release


@dataclass(frozen=True)
class Excluded:
    """A stretch of text that holds a figure but no amount, and why."""

    start: int
    end: int
    reason: str


def fixed_forms(plain: str, release: Release) -> Iterator[Excluded]:
    """What fixed forms exclude, anywhere in the text; of two that overlap the first in rank counts.

    Args:
        plain: the text of the release with plain spaces and apostrophes, of the same length.
        release: the release, for its stamp, dateline and contacts.
    """
    busy = bytearray(len(plain))

    def take(start: int, end: int, reason: str) -> Iterator[Excluded]:
        if start < end and not any(busy[start:end]):
            busy[start:end] = b"\x01" * (end - start)
            yield Excluded(start, end, reason)

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
    near = figures_nearby(plain)
    for pattern, reason, is_anywhere in _patterns():
        for match in _matches(pattern, plain, [(0, len(plain))] if is_anywhere else near):
            start, end = match.span("at") if "at" in pattern.groupindex else match.span()
            while end > start and plain[end - 1] in " ,-–":
                end -= 1
            if _holds_figure(plain, start, end, reason) and not _counts(plain, match, reason):
                yield from take(start, end, reason)
    for match in _vague().finditer(plain):
        yield from take(*match.span(), "vague amount")


_REACH = 80  # code points from the head of a form to its first figure, and from its last to what tells it apart


def figures_nearby(plain: str) -> list[tuple[int, int]]:
    """The stretches in which a form with a figure can stand, whole words, one apart from the next."""
    near: list[tuple[int, int]] = []
    for match in re.finditer(r"[0-9⁰¹²³⁴-⁹]++(?:.{0,20}?[0-9⁰¹²³⁴-⁹]++)*+", plain, re.DOTALL):
        start, end = match.start() - _REACH, match.end() + _REACH
        start = max(0, *(plain.rfind(space, 0, start) + 1 for space in " \n")) if start > 0 else 0
        end = min((at for space in " \n" if (at := plain.find(space, end)) >= 0), default=len(plain))
        if near and start <= near[-1][1]:
            near[-1] = near[-1][0], end
        else:
            near.append((start, end))
    return near


def _matches(pattern: re.Pattern[str], plain: str, stretches: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for start, end in stretches:
        yield from pattern.finditer(plain, start, end)


def mask(text: str, excluded: Iterable[Excluded]) -> str:
    """The text with excluded stretches blotted out, one character for one."""
    out, at = [], 0
    for e in sorted(excluded, key=lambda e: e.start):
        start = max(e.start, at)
        if start < e.end:
            out += [text[at:start], "\x00" * (e.end - start)]
            at = e.end
    return "".join(out) + text[at:]


# --- forms from the lexicon --------------------------------------------------------------------


@cache
def clock_context(reading: str) -> re.Pattern[str]:
    """The words beside an hour that make it a time of day (*clock*, *clock_after*) or a *duration*."""
    forms = alternation(forms_of("clock_contexts", reading=reading))
    return (
        re.compile(rf"\s*(?:{forms})(?!\w)", re.IGNORECASE)
        if reading == "clock_after"
        else re.compile(rf"(?<!\w)(?:{forms}) \Z", re.IGNORECASE)
    )


MONTHS = {row["form"]: int(row["month"]) for row in lexicon.rows("months")}
FULL_MONTHS = [f for f in MONTHS if len(f) > 4 or f in ("mai", "mars", "juin", "août", "aout")]
_SHORT_MONTHS = [f for f in MONTHS if f not in FULL_MONTHS]
WEEKDAYS = frozenset(forms_of("weekdays"))
YEAR = r"(?:1[5-9]|20)[0-9]{2}"


# --- the forms, in the order in which they are tried -------------------------------------------

_I = re.IGNORECASE
_Form = tuple[str, str, int]  # expression, reason, flags; the group "at" is the figure if it is not all

_MARKUP = r"</?[A-Za-z!][^<>]{0,2000}>"
_ON_THE_NET: list[_Form] = [
    (_MARKUP, "markup", 0),
    (r"(?:https?://|www\.)[^\s<>\"»]{1,2000}", "web address", _I),
    (
        r"(?<![\w@.])(?:[\w-]{1,60}\.){1,5}(?:com|org|net|ca|fr|ch|be|eu|io|gov|info)(?:/[^\s<>\"»]{0,500})?(?!\w)",
        "web address",
        _I,
    ),
    (r"(?<!\w)[#@][\w-]{1,100}", "tag or account", 0),
]
_SET_PHRASE = alternation(forms_of("set_phrases")).join((r"(?<![\w/])(?:", r")(?![\w/])"))
_TO_CALL = alternation(forms_of("phone_contexts"))
_TELEPHONES: list[_Form] = [
    (expression, "telephone number", flags)
    for expression, flags in (
        # Canada: 514 555-0199, 1 866 555 0199, 514.555.0199
        (r"(?<![\w+(])(?<![0-9][ .])(?:\+?1[ .-])?\(?[2-9][0-9]{2}\)?[ .-]{1,2}[0-9]{3}-[0-9]{4}(?![\w-])", 0),
        (r"(?<![\w+(])(?<![0-9][ .])(?:\+?1[ .-])?\(?[2-9][0-9]{2}\)?[ .-][2-9][0-9]{2}[ .-][0-9]{4}(?![\w-])", 0),
        # any country, by its code
        (r"(?<![\w+])(?<![0-9][ .])(?:\+|00)[1-9][0-9]{0,2}(?:[ .()-]{1,3}[0-9]{1,4}){2,7}(?![\w-])", 0),
        # France, Belgium, Switzerland: no amount begins with a nought and goes on in groups
        (r"(?<![\w.,])(?<![0-9] )0[1-9](?:[ .-]?[0-9]{2}){4}(?![\w-])", 0),
        (r"(?<![\w.,])(?<![0-9] )0[0-9]{0,3}[ ./-][0-9]{2,3}(?:[ .-][0-9]{2,3}){1,4}(?![\w-])", 0),
        (r"(?<![\w.,])0[0-9]{8,9}(?![\w-])", 0),
        # any run of digits behind a word that announces one: Tél. : 71 123 456, appelez le 811
        (
            rf"(?<!\w)(?:{_TO_CALL})(?: ?:)? (?:est )?(?:au |le |les )?(?P<at>\(?\+?[0-9][0-9 .()/-]{{1,22}}[0-9])"
            rf"(?![\w%€$])(?! [€$%]| (?:[^\W\d_]{{1,20}}[sx]|euros?|dollars?|millions?)(?!\w))",
            _I,
        ),
    )
]

_WEEKDAY = alternation(WEEKDAYS)
_DAY = r"(?:[0-3]?[0-9](?:er)?)"
_WORD_DAY = alternation(
    r["form"]
    for r in lexicon.rows("number_words")
    if r["kind"] in ("unit", "teen", "ten") or (r["kind"], r["value"]) == ("ordinal", "1")
)
_MONTH = (
    rf"(?:(?:{alternation(FULL_MONTHS)})(?!\w)"
    rf"|(?:{alternation(_SHORT_MONTHS)})(?:\.|(?= [12][0-9]{{3}})))"
)
_HOUR = r"(?:[01]?[0-9]|2[0-4]) ?(?:h|heures?)(?: ?[0-5][0-9])?"
_DATE_IN_WORDS = rf"(?<![\w-])(?:{_WORD_DAY}) {_MONTH}(?: {YEAR}(?!\w))?"
_AMOUNT_AHEAD = r"(?! ?(?:%|[$€£¥]|pour cent|mill))"
_DATES: list[_Form] = [
    (
        r"(?<!\w)(?:[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?"
        r"|[0-3]?[0-9]([./-])[01]?[0-9]\1(?:[12][0-9]{3}|[0-9]{2}))(?![\w./-]?[0-9])",
        "date",
        0,
    ),
    (
        rf"(?<![\w.,])(?:(?:{_WEEKDAY}) )?{_DAY}(?:(?: ?, ?| et | ou | au | à | ?[-–/] ?)"
        rf"(?:(?:le |du |{_WEEKDAY}) ?){{0,2}}{_DAY}){{0,6}} ?{_MONTH}(?:,? {YEAR}(?!\w))?",
        "date",
        _I,
    ),
    (_DATE_IN_WORDS, "date", _I),
    (rf"(?<!\w){_MONTH},? {YEAR}(?!\w)", "date", _I),
    (rf"(?<!\w){_MONTH} [0-9]{{2}}(?=\s*(?:[.,;)»]|\Z))", "date", _I),
    (rf"(?<!\w){_DAY}-(?:juillet|juin|mai|septembre|novembre|janvier)(?!\w)", "date", _I),
    (
        rf"(?<!\w)(?:années?|ans|décennies?) (?:{YEAR}|[1-9]0)"
        rf"(?:(?: ?[-–/] ?| et | ou | à )(?:{YEAR}|[1-9][0-9]))?(?![\w%])",
        "year",
        _I,
    ),
    (rf"(?<![\w.,-]){YEAR}(?: ?[-–/] ?(?:{YEAR}|[0-9]{{2}})){{1,3}}(?![\w.,-]?[0-9])(?!\w)", "year", 0),
    (rf"(?<![\w.,])(?:(?<=de )|(?<=entre )|(?<=en ))(?:{YEAR}) (?:à|et|ou) {YEAR}(?!\w){_AMOUNT_AHEAD}", "year", _I),
    (
        rf"(?<![\w.,]){_HOUR} ?[-–/] ?{_HOUR}(?![\w:])|(?:(?<=\n)|\A){_HOUR}(?= ?:)",
        "time of day",
        _I,
    ),
    (r"(?<![\w.,])(?:[01]?[0-9]|2[0-4])(?: ?: ?| ?h ?| heures )[0-5][0-9](?![\w:]| [^\W\d_])", "time of day", _I),
    (r"(?<![\w.,])(?:[01]?[0-9]|2[0-4]) ?[:h] ?[0-5][0-9](?![\w:])", "time of day", _I),
    (
        rf"(?<!\w)(?:heures?|quand|horaires?|début|fin|time)(?: [^\W\d_]{{1,20}}){{0,2}} ?: ?(?:(?:de|à|dès) )?"
        rf"(?P<at>{_HOUR}(?:(?: à | ?[-–] ?){_HOUR})?)(?![\w:])",
        "time of day",
        _I,
    ),
]
_ADDRESSES: list[_Form] = [
    (r"(?<!\w)[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9](?!\w)", "postal code", 0),
    (r"(?<!\w)(?:F|CH|B|L)-[0-9]{4,5}(?= [A-ZÀ-ÖØ-Þ])", "postal code", 0),
    (r"(?<=, )(?:[0-9]{4,5}|[0-9]{2} [0-9]{3})(?= [A-ZÀ-ÖØ-Þ][\w-]{2})", "postal code", 0),
    (r"(?<![\w., ])(?<!\w )[0-9]{5}(?= [A-ZÀ-ÖØ-Þ][\w-]{2})", "postal code", 0),
    (
        rf"(?<![\w.,])[0-9]{{1,5}}(?: ?(?:bis|ter|quater|[A-D](?!\w)))?(?:-[0-9]{{1,5}})?,? "
        rf"(?=(?:{alternation(forms_of('numbered_names', place='after'))}) "
        r"(?:[A-ZÀ-ÖØ-Þ0-9]|de |du |des |d'|la |le |les |l'))",
        "address",
        0,
    ),
    (r"(?<![\w.,])[0-9]{1,5}, (?=(?i:rue|avenue|boulevard|chemin) )", "address", 0),
]
_REFERENCES: list[_Form] = [
    (r"(?<![\w.,-])[0-9]{1,4}(?:ers?|res?|ères?|es?|èmes?|emes?|ièmes?|nde?s?|ᵉ|ᵉʳ)(?!\w)", "ordinal", _I),
    (r"(?<![\w.])[0-9]++\.[0-9]++(?:\.[0-9]++)++(?!,?[0-9])", "version or reference", 0),
    (
        r"(?<!\w)RCS(?: [A-ZÀ-ÖØ-Þ][\w-]{1,30}){0,4}(?: [A-D])? ?"
        r"(?P<at>[0-9]{3} ?[0-9]{3} ?[0-9]{3}(?: ?[0-9]{5})?)(?!\w)",
        "reference number",
        _I,
    ),
    (r"(?<!\w)SIRE[NT](?: ?:)? (?P<at>[0-9]{3} ?[0-9]{3} ?[0-9]{3}(?: ?[0-9]{5})?)(?!\w)", "reference number", _I),
    (r"(?<![\w.,])[0-9]{2,3}(?:[.,][0-9])? ?(?:FM|AM)(?!\w)", "part of a name", 0),
    (r"(?<![\w.,])[48]K(?!\w| [^\W\d_]{2,30}[sx](?!\w))", "part of a name", 0),
    (r"(?<=[^\W\d_]/)[0-9]{1,4}(?!\w)", "part of a name", 0),
]
_NAMES: list[_Form] = [
    (
        r"(?<![\w])(?:[^\W\d_][\w'-]{0,40}?)?[^\W\d_]-?[0-9][\w-]{0,40}(?:(?<=PM[0-9]),[0-9](?!\w))?",
        "part of a name",
        0,
    ),
    (
        r"(?:(?<=\n)|\A)[ \t#*-]{0,8}(?P<at>[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}"
        r"(?:(?:[.)°]|[.)°]? ?[-–])(?=\s+\S)|[.)°]?[-–](?=[^\W\d_]{2})))",
        "numbering",
        0,
    ),
    (r"\[[0-9]{1,3}\]|(?<=[^\W\d_])(?<!\bm)(?<!\b[kcdm]m)(?<!\bpi)[¹²³⁴⁵⁶⁷⁸⁹⁰]++", "footnote mark", 0),
    (r"(?<=[\"«“]) ?[0-9]{1,6} ?(?=[\"»”])", "part of a name", 0),
]


def _numbered_names() -> list[_Form]:
    """*l'article 21*, *les pages 3 et 4*: a noun of the lexicon and the numbers behind it."""
    nouns: dict[str, list[str]] = {}
    for row in lexicon.rows("numbered_names"):
        if row["place"] == "before":
            nouns.setdefault(row["reason"], []).append(row["form"])
    number = (
        r"[A-Z]{0,3}-?(?:[1-9][0-9]{0,2}(?: [0-9]{3}(?![0-9]))++|[0-9][0-9]{0,14})"
        r"(?:[.,/-][0-9A-Z]{1,8}){0,5}(?:(?:er|re|e)(?!\w))?(?!\w)"
    )
    listed = rf"{number}(?:(?:, ?| et | à | ou | et/ou | sur |-){number}){{0,6}}"
    return [
        (
            rf"(?<![\w-])(?:{alternation(forms)})s?(?: no\.?| n°| nº| numéro)? ?(?P<at>{listed})"
            rf"{_AMOUNT_AHEAD}(?! (?:ans|mois|jours|euros|dollars|fois)(?!\w))",
            reason,
            _I,
        )
        for reason, forms in nouns.items()
    ]


# What may stand before the noun that a number names. Behind anything else the same letters are a verb or a
# participle (il note 12 fautes), and the number counts if what follows looks like several of a kind.
_NAMING = re.compile(
    r"(?:(?<!\w)(?i:l[ae']|les|une?|du|au|d[e']|des|aux|à|en|et|ou|ce|cet|cette|ces|[sn]on|sa|ses|leurs?|notre|votre|"
    r"chaque|par|sous|selon|sur|dans|pour|vers|entre|depuis|avec)"
    r"|(?<!\w)(?!(?:Ils?|Elles?|On|Qui|Je|Tu|Nous|Vous|Cela|Ça) )[A-ZÀ-ÖØ-Þ][\w.'-]{0,30}"
    r"|[(\[«\"“:;,.–—-]|\A|\n)[ \t]*\Z"
)
_SEVERAL = re.compile(
    r" (?!(?:dans|sous|sans|vers|dès|mais|plus|moins|puis|les|des|ses|ces|mes|nos|vos|aux|est|pas|après|depuis|"
    r"alors|jamais|très|toujours|hors|chez|lors|selon|à|il|elle)(?!\w))[a-zà-ÿœ]{3,30}[sx](?!\w)"
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    """Fixed forms in the order in which they are tried, what each is, and whether it may stand far from a figure."""
    ranked = [*_ON_THE_NET, (_SET_PHRASE, "set phrase", _I), *_TELEPHONES, *_DATES, *_ADDRESSES, *_REFERENCES]
    ranked += [*_numbered_names(), *_NAMES]
    anywhere = (_MARKUP, _SET_PHRASE, _DATE_IN_WORDS)
    return tuple(
        (re.compile(expression, flags), reason, expression in anywhere) for expression, reason, flags in ranked
    )


def _counts(plain: str, match: re.Match[str], reason: str) -> bool:
    """Whether a noun that could name a number is none here: *la ville a traité 2 150 dossiers*."""
    if reason not in _numbered_reasons() or match.start() == match.start("at"):
        return False
    return not _NAMING.search(plain[max(0, match.start() - 40) : match.start()]) and bool(
        _SEVERAL.match(plain, match.end("at"))
    )


@cache
def _numbered_reasons() -> frozenset[str]:
    return frozenset(r["reason"] for r in lexicon.rows("numbered_names") if r["place"] == "before")


_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")


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
        return code.group() not in forms_of("units", place="code")
    if reason == "time of day" and ":" not in text:
        left = plain[max(0, start - 30) : start]
        short = left.lower().endswith("de ") and int(re.match(r"[0-9]+", text).group()) < 6
        return not (clock_context("duration").search(left) or short and not plain.startswith(" à ", end))
    return bool(re.search(r"[0-9⁰¹²³⁴-⁹]", text))


@cache
def _vague() -> re.Pattern[str]:
    """*des milliers*, *quelques centaines de millions*, *par dizaines*."""
    nouns = forms_of("number_words", kind="collective") + forms_of("multipliers", place="word")
    many = alternation(forms_of("vague_quantifiers"))
    plural = alternation(n + "s" for n in nouns if n != "mille")
    return re.compile(rf"(?<!\w)(?:{many}) (?:{plural})(?: (?:de |d')(?:{plural}))?(?!\w)", _I)
