"""Sentence → the parts of years that it names: quarters, half-years, counted months, seasons; and whole centuries.

Which words name them stands in the lexicon: ``units``, ``number_words`` (ordinals), ``period_contexts``, ``seasons``.
"""

import datetime
import re
from collections.abc import Callable, Iterator

from helpers import lexicon
from helpers.lexicon.words import AND, BARE_OF, DEMONSTRATIVES, alternation, before_word, column, words
from helpers.numbers.edtf import Anchor, full_year
from helpers.numbers.links import link
from helpers.numbers.number_words import WORD, cardinal
from helpers.numbers.times import YEAR, period_contexts

_I = re.IGNORECASE
Period = tuple[int, int, str]  # start, end, notation
Base = datetime.date | None  # of the release
AnchorAt = Callable[[int, int], Anchor | None]


def parts_of_years(plain: str, low: int, high: int, base: Base, anchor_at: AnchorAt) -> list[Period]:
    """Every part of a year in a stretch.

    Args:
        plain: the text.
        low, high: the stretch.
        base: the date of the release.
        anchor_at: what a part without a year is counted from, by its place.
    """
    found = [*_ordinal_parts(plain, low, high, anchor_at), *_short_parts(plain, low, high, base, anchor_at)]
    found += [*_counted_parts(plain, low, high), *_centuries(plain, low, high)]
    return [*found, *_seasons(plain, low, high, anchor_at)]


# --- quarters and half-years ---------------------------------------------------------------------

_LETTERS = {"quarter": ("Q", 3), "semester": ("S", 6)}  # with their months
PART_NOUNS = {
    row["form"]: _LETTERS[row["code"]]
    for row in lexicon.rows("units")
    if row["code"] in _LETTERS and row["place"] == "word"
}
_ORDINALS = {
    row["form"]: int(row["value"]) for row in lexicon.rows("number_words") if row["kind"] in ("ordinal", "ordinal_sign")
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ENDING = alternation(words("ordinal ending"))
_ORDINAL = rf"(?:{alternation(_ORDINALS)}|(?:{alternation(_ROMAN)})(?:{_ENDING})|{alternation(words('last ordinal'))})"
_OF_YEAR = rf"(?:{before_word(BARE_OF)})?(?:{before_word(period_contexts('year noun'))})?"
_ARTICLE = rf"(?:{before_word(words('masculine article'))})?"
_PART_OF_YEAR = re.compile(
    rf"(?<!\w)(?:(?P<first>{_ORDINAL}) (?:{alternation(AND)}|{link('first and last year')}) {_ARTICLE})?"
    rf"(?P<n>{_ORDINAL}) "
    rf"(?P<kind>{alternation(PART_NOUNS)})s?(?: {_OF_YEAR}(?P<year>{YEAR}))?(?!\w)",
    _I,
)


def _ordinal_parts(plain: str, low: int, high: int, anchor_at: AnchorAt) -> Iterator[Period]:
    """*le 2e trimestre 2015*, *le premier semestre*, *les deuxième et troisième trimestres*."""
    for match in _PART_OF_YEAR.finditer(plain, low, high):
        letter, months = PART_NOUNS[match["kind"].lower()]
        last = 12 // months
        number = _rank(match["n"], last)
        if match["year"] is None and match["n"].lower() in words("last ordinal"):
            continue  # le dernier trimestre: that of the release, if it tells any
        year = int(match["year"]) if match["year"] else _year_of(number, months, anchor_at(*match.span()))
        if year is None:
            yield match.start(), match.end(), match.group().lower()
            continue
        first = f"{year}-{letter}{_rank(match['first'], last)}/" if match["first"] else ""
        yield match.start(), match.end(), f"{first}{year}-{letter}{number}"


def _rank(word: str, last: int) -> int:
    word = word.lower()
    if word in words("last ordinal"):
        return last
    return _ORDINALS.get(word) or _ROMAN[re.match(f"(?:{alternation(_ROMAN)})", word).group()]


def _year_of(number: int, months: int, anchor: Anchor | None) -> int | None:
    """The year of a part that is told without it: results are told when it has at least begun, plans before it ends."""
    if anchor is None:
        return None
    current = (anchor.date.month - 1) // months + 1
    return anchor.date.year + (number < current) if anchor.way > 0 else anchor.date.year - (number > current)


_SHORT_PART = re.compile(
    rf"(?<![\w-])(?:(?P<q>[TQ][1-4]|[1-4][TQ])|(?P<s>[SH][12]|[12]S))"
    rf"(?:[ /-]?(?P<year>{YEAR}|(?<=[1-4])[ /-][0-9]{{2}}|[0-9]{{2}}))?(?!\w)"
)
_AT_PART = re.compile(rf"(?<!\w)(?:{alternation(period_contexts('at'))}) \Z", _I)


def _short_parts(plain: str, low: int, high: int, base: Base, anchor_at: AnchorAt) -> Iterator[Period]:
    """*T1 2022*, *3T21*, *S1 2021*, *H1 2021*, *au T2*."""
    for match in _SHORT_PART.finditer(plain, low, high):
        letter, months = _LETTERS["quarter" if match["q"] else "semester"]
        number = int(next(c for c in match["q"] or match["s"] if c.isdigit()))
        year: int | None = None
        if match["year"]:
            year = full_year(match["year"].strip(" /-"), Anchor(base) if base else None)
        elif _AT_PART.search(plain, max(low, match.start() - 12), match.start()):
            year = _year_of(number, months, anchor_at(*match.span()))
        if year:
            yield match.start(), match.end(), f"{year}-{letter}{number}"


# --- months and quarters that are counted --------------------------------------------------------

_COUNTED_PART = re.compile(
    rf"(?<![\w-])(?P<count>[0-9]{{1,2}}|{WORD}) (?:(?P<first>{alternation(period_contexts('first'))})"
    rf"|{alternation(period_contexts('past'))})[^\W\d_]{{0,4}} "
    rf"(?P<kind>{alternation([*period_contexts('months apart'), *PART_NOUNS])})s?"
    rf" {_OF_YEAR}(?P<year>{YEAR}|(?={alternation(AND)}\b)?)(?!\w)",
    _I,
)


def _counted_parts(plain: str, low: int, high: int) -> Iterator[Period]:
    """*les neuf premiers mois de 2020*, *les six derniers mois de 2020*, *les six premiers mois de l'année*."""
    for match in _COUNTED_PART.finditer(plain, low, high):
        count = int(match["count"]) if match["count"].isdigit() else int(cardinal(plain, *match.span("count"))[0])
        months = count * PART_NOUNS.get(match["kind"].lower(), ("", 1))[1]
        if not match["year"] or not 0 < months <= 12:
            continue
        first, last = (1, months) if match["first"] else (13 - months, 12)
        yield match.start(), match.end(), f"{match['year']}-{first:02}/{match['year']}-{last:02}"


# --- seasons and centuries -----------------------------------------------------------------------

_SEASONS = {row["form"]: (row["season"], int(row["month"])) for row in lexicon.rows("seasons")}
_POINTS = f"{alternation(period_contexts('past'))}|{alternation(period_contexts('coming'))}"
_SEASON = re.compile(
    rf"(?<!\w)(?:(?P<this>{alternation(DEMONSTRATIVES | words('at a season'))}) ?(?:(?<=')|(?<= )))?"
    rf"(?P<season>{alternation(_SEASONS)})(?!\w)"
    rf"(?: (?:{before_word(BARE_OF)})?(?P<year>{YEAR})(?:[-/–](?:{YEAR}|[0-9]{{2}}))?(?![\w])"
    rf"| (?P<points>{_POINTS})[^\W\d_]{{0,4}}(?!\w))?",
    _I,
)


def _seasons(plain: str, low: int, high: int, anchor_at: AnchorAt) -> Iterator[Period]:
    """*l'été 2018*, *l'hiver 2018-2019*, *cet automne*, *au printemps prochain*; a bare *l'été* recurs."""
    for match in _SEASON.finditer(plain, low, high):
        season, month = _SEASONS[match["season"].lower()]
        year = int(match["year"]) if match["year"] else None
        if year is None and (match["this"] or match["points"]):
            anchor = anchor_at(match.start("season"), match.end("season"))
            year = anchor and _season_year(month, anchor)
        if year:
            yield match.start("season"), match.end(), f"{year}-{season}"


def _season_year(month: int, anchor: Anchor) -> int | None:
    """The year in which the nearest season begins on the side that is asked for; one that goes on is on both."""
    here = anchor.date.year * 12 + anchor.date.month - 1
    told = []
    for year in range(anchor.date.year - 1, anchor.date.year + 2):
        first = year * 12 + month - 1
        away = 0 if first <= here <= first + 2 else first - here if first > here else first + 2 - here
        if anchor.way * away >= 0:
            told.append((abs(away), year))
    return min(told)[1] if told else None


_CENTURY = re.compile(
    rf"(?<!\w)(?:{alternation(period_contexts('century'))}) (?P<roman>[xvi]{{1,5}}|[0-9]{{1,2}})(?:{_ENDING}) "
    rf"(?:{alternation(column('units', 'form', code='century'))})(?!\w)",
    _I,
)
_DIGITS = {"i": 1, "v": 5, "x": 10}


def _centuries(plain: str, low: int, high: int) -> Iterator[Period]:
    """*au XIXe siècle*."""
    for match in _CENTURY.finditer(plain, low, high):
        number = int(match["roman"]) if match["roman"].isdigit() else _roman(match["roman"].lower())
        if 0 < number <= 21:
            yield match.start("roman"), match.end(), f"{number - 1:02}XX"


def _roman(numeral: str) -> int:
    values = [_DIGITS[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
