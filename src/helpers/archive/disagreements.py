"""Numbers of several releases on the same thing that differ, and why they may.

What reporters asked for in Newell et al. 2018. The same head noun is not yet the same thing: two numbers are set beside
each other where they share a modifier, a place, a name or the words around them as well, and those that share most
come first.
"""

import datetime
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

import pandas as pd

from helpers.archive.corpus import Corpus
from helpers.archive.figures import content_words, figures
from helpers.archive.sql import UNKNOWN
from helpers.lexicon.words import words as words_of
from helpers.numbers.links import part_marker
from helpers.text.translation import counted, localised, translate
from helpers.text.typography import fold, reading_copy, words

_LARGEST_BLOCK = 150
"""Figures that share a head, a unit and a further word; a word in more of them tells nothing."""
_FURTHEST = 5.0
"""Times that one number may be the other; two numbers further apart count different things."""
_LEAST = 1.5
"""Closeness from which two figures are told."""
_AFFAIR = 1.0
"""What a subject that the user names adds: it keeps the affair together."""
_RAREST = 0.25
"""What a shared word is worth at least, in an archive of one affair."""
_TOLD = ("text", "issuer", "release", "date", "start", "end")
_COLUMNS = ("kind", "thing", *(f"{side}_{name}" for side in ("one", "other") for name in _TOLD), "ratio", "closeness",
            "shared", "why")  # fmt: skip


def differences(corpus: Corpus, subject: str = "", *, most: int = 100) -> pd.DataFrame:
    """Numbers on what looks like the same thing that differ, the closest first.

    Two numbers agree where their intervals (see ``figures``) meet. Those that differ are told where they have the same
    unit, no period that speaks against it, the same head noun (*commerçants*), and share enough besides: words of what
    is counted, a place, names and words of the sentences around them. A part (*un quart*, *dont 324*) is not compared
    with a count, nor a number with one more than five times as large, nor one of several that a sentence gives for the
    same words (*Roy et Morin ont 12 et 9 voix*). That two numbers differ does not say that one is wrong.
    Releases that are nearly the same are compared, too: a correction is sent with one number changed.

    Args:
        corpus: the reading.
        subject: only of releases that have this word.
        most: rows at the most.

    Returns:
        ``kind`` (between issuers, revised: of one issuer, issuer not stated: of one at least), ``thing``, of the
        earlier and the later number ``one_text``, ``one_issuer``, ``one_release``, ``one_date``, ``one_start``,
        ``one_end`` and the same of ``other``; ``ratio`` of the larger to the smaller; ``closeness`` (higher is more
        surely the same thing), ``shared`` (what they have in common), ``why`` (what may explain it). The same two
        numbers of the same two issuers are told once.
    """
    parts = _parts(corpus)
    told = [row for row in figures(corpus, subject).itertuples() if not row.is_part]
    read = _alone([_Figure(row, is_part=(row.release, row.start) in parts) for row in told])
    worth, given = _worth(read), _given(read)
    bonus = _AFFAIR if subject else 0.0
    return _told(read, worth, given, bonus).head(most)


def among(table: pd.DataFrame) -> pd.DataFrame:
    """What ``differences`` gives, of what ``figures`` gives."""
    read = _alone([_Figure(row) for row in table.itertuples() if not row.is_part])
    return _told(read, _worth(read), _given(read), 0.0)


def _told(read: list["_Figure"], worth: dict[str, float], given: "_Given", bonus: float) -> pd.DataFrame:
    """The pairs that differ, the closest first, each dispute once."""
    found = [
        row
        for one, other in _candidates(read)
        if not _is_given(one, other, given) and (row := _compared(one, other, worth, bonus))
    ]
    found.sort(key=lambda row: (-row["closeness"], row["ratio"], row["thing"], row["one_release"], row["one_start"]))
    rows, seen = [], set()
    for row in found:
        keys = {_numbers_of(row), frozenset((row["one_release"], row["other_release"], row["thing"]))}
        if seen.isdisjoint(keys):
            rows.append(row)
        seen |= keys
    return pd.DataFrame(rows, columns=list(_COLUMNS))


_AHEAD = 40


def _parts(corpus: Corpus) -> set[tuple[str, int]]:
    """Release and start of the numbers that are told as parts of others: *900 plaintes, dont 324 en mai*."""
    table = corpus.sql(
        f"""SELECT release, start, substr(releases.text, greatest(1, start - {_AHEAD - 1}), least(start, {_AHEAD}))
            AS ahead FROM (SELECT * RENAME (statistics AS count) FROM releases) releases
            JOIN statistics USING (release) WHERE of IS NOT NULL"""
    )
    rows = zip(table["release"], table["start"], table["ahead"], strict=True)
    return {(release, start) for release, start, ahead in rows if part_marker(reading_copy(ahead)) is not None}


def _numbers_of(row: dict[str, Any]) -> frozenset:
    """The two numbers, and who gives them: the same dispute is told once."""
    known = {side: row[f"{side}_issuer"] != UNKNOWN for side in ("one", "other")}
    return frozenset(
        (row[f"{side}_issuer" if known[side] else f"{side}_release"], row[f"{side}_text"], row["thing"])
        for side in known
    )


@dataclass(frozen=True, eq=False)
class _Figure:
    """A row of ``figures``, and what it can be compared by."""

    row: Any
    is_part: bool = False
    """Whether it is told as part of a number before it: *dont 324*."""

    @cached_property
    def said(self) -> tuple[str, ...]:
        return content_words(self.row.thing)

    @property
    def head(self) -> str:
        return self.said[0] if self.said else ""

    @cached_property
    def modifiers(self) -> frozenset[str]:
        return frozenset(self.said[1:])

    @cached_property
    def place(self) -> frozenset[str]:
        return frozenset(content_words(self.row.place or ""))

    @cached_property
    def around(self) -> frozenset[str]:
        """Words of the sentence, without those of the thing."""
        return frozenset(content_words(self.row.sentence)) - set(self.said) - self.place

    @cached_property
    def names(self) -> frozenset[str]:
        """Words with a capital inside the sentence."""
        capital = " ".join(word for word in words(self.row.sentence)[1:] if word[0].isupper())
        return frozenset(content_words(capital))

    @cached_property
    def keys(self) -> frozenset[str]:
        return self.modifiers | self.place | self.around | self.names


def _alone(read: Sequence[_Figure]) -> list[_Figure]:
    """Those whose sentence gives no other number of the same words: whose each is, the words around do not tell."""
    numbers: dict[tuple, set[float]] = defaultdict(set)
    keys = [(f.row.release, f.row.sentence_start, f.said, f.row.unit) for f in read]
    for key, figure in zip(keys, read, strict=True):
        numbers[key].add(figure.row.value)
    return [figure for key, figure in zip(keys, read, strict=True) if len(numbers[key]) == 1]


_Given = dict[tuple[str, str, object], list[Any]]


def _given(read: Iterable[_Figure]) -> _Given:
    """All that a release says of a head noun in a unit."""
    found: _Given = defaultdict(list)
    for figure in read:
        found[figure.row.release, figure.head, figure.row.unit].append(figure.row)
    return found


def _is_given(one: _Figure, other: _Figure, given: _Given) -> bool:
    """Whether one release gives the other's number as well: of two parties or years, the number is the other's."""
    sides = ((one.row, other), (other.row, one))
    return any(
        row.low <= there.high and there.low <= row.high
        for row, beside in sides
        for there in given[beside.row.release, beside.head, beside.row.unit]
    )


def _worth(read: Iterable[_Figure]) -> dict[str, float]:
    """What a shared word is worth, up to 1: little where it stands beside many figures."""
    count: dict[str, int] = defaultdict(int)
    total = 1
    for figure in read:
        total += 1
        for key in figure.keys:
            count[key] += 1
    return {key: max(_RAREST, 1 - math.log(many) / math.log(total)) for key, many in count.items()}


def _candidates(read: Iterable[_Figure]) -> Iterator[tuple[_Figure, _Figure]]:
    """Pairs with a head, a unit and a further word in common, each once."""
    blocks: dict[tuple, list[tuple[int, _Figure]]] = defaultdict(list)
    for number, figure in enumerate(read):
        if figure.head:
            for key in figure.keys:
                blocks[figure.head, figure.row.unit, key].append((number, figure))
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) <= _LARGEST_BLOCK:
            for (first, one), (second, other) in combinations(block, 2):
                if (first, second) not in seen:
                    seen.add((first, second))
                    yield one, other


def _compared(one: _Figure, other: _Figure, worth: dict[str, float], bonus: float) -> dict[str, Any] | None:
    """The row of two figures, or None where they agree or are not on the same thing."""
    a, b = one.row, other.row
    if one.is_part != other.is_part:
        return None
    if a.release == b.release or (a.low <= b.high and b.low <= a.high) or a.value * b.value <= 0:
        return None
    less, more = sorted((abs(a.value), abs(b.value)))
    if more > _FURTHEST * less or not _may_be_one_period(a.period, b.period):
        return None
    closeness, shared = _closeness(one, other, worth)
    closeness += bonus
    if closeness < _LEAST:
        return None
    return {
        "kind": _kind(a.issuer, b.issuer),
        "thing": min(a.thing, b.thing, key=len),
        **{f"one_{name}": getattr(a, name) for name in _TOLD},
        **{f"other_{name}": getattr(b, name) for name in _TOLD},
        "ratio": more / less,
        "closeness": round(closeness, 2),
        "shared": ", ".join(sorted(shared)),
        "why": "; ".join(_reasons(one, other)),
    }


def _kind(one: str, other: str) -> str:
    """Two unknown issuers are not one, and an unknown one is nobody's other."""
    if UNKNOWN in (one, other):
        return "issuer not stated"
    return "revised" if fold(one) == fold(other) else "between issuers"


def _may_be_one_period(one: str | None, other: str | None) -> bool:
    """The same, one within the other, or only one told."""
    if not one or not other or one == other:
        return True
    return one.startswith(other) or other.startswith(one)


def _closeness(one: _Figure, other: _Figure, worth: dict[str, float]) -> tuple[float, set[str]]:
    """How much two figures with one head share, and what.

    Modifiers count most, and against where each has its own; then the place, names and the words around.
    """
    modifiers, place = one.modifiers & other.modifiers, one.place & other.place
    names = (one.names & other.names) - modifiers - place
    around = (one.around & other.around) - names
    apart = min(len(one.modifiers - other.modifiers), len(other.modifiers - one.modifiers))
    score = 2.0 * len(modifiers) - 1.5 * apart
    score += 1.5 * bool(place) - 1.5 * bool(one.place and other.place and not place)
    score += 1.2 * sum(worth[name] for name in names) + 0.7 * sum(worth[word] for word in around)
    score += 0.5 * bool(one.row.period and one.row.period == other.row.period)
    score += 0.5 * (not one.modifiers and not other.modifiers)
    if one.row.unit == "%":  # a share is of what is said of it, and that stands around it
        score -= 1.0
    if one.head in _generic():
        score -= 2.5
    return score, modifiers | place | names | around


def _generic() -> frozenset[str]:
    return frozenset(stem for form in words_of("generic counted noun") for stem in content_words(form))


def _reasons(one: _Figure, other: _Figure) -> Iterator[str]:
    """What may explain a difference though neither is wrong."""
    a, b = one.row, other.row
    if (a.period or b.period) and a.period != b.period:
        other_period = b.period if a.period and b.period else translate("no period told")
        yield translate("one is of {one}, the other of {other}", one=a.period or b.period, other=other_period)
    days = _days(a.date, b.date)
    if days:
        yield translate("told {days} apart", days=counted(days, "day", "days"))
    if one.is_part:
        yield translate("both are parts of a number that each tells before")
    for rough, fine in ((a, b), (b, a)):
        if size := _rounded_to(rough.value, fine.value):
            yield translate(
                "{rough} is {fine} rounded to the nearest {size}",
                rough=rough.text, fine=fine.text, size=localised(f"{size:,.0f}"),
            )  # fmt: skip
    if one.modifiers != other.modifiers:
        further = " ".join(sorted(one.modifiers ^ other.modifiers))
        yield translate("one says more of what is counted ({words})", words=further)
    if one.place != other.place and (a.place or b.place):
        other_place = b.place if a.place and b.place else translate("no place told")
        yield translate("one is of {one}, the other of {other}", one=a.place or b.place, other=other_place)
    for row in (a, b):
        if row.approximation != "not hedged":
            yield translate("{number} is {how}", number=row.text, how=translate(row.approximation))


def _days(one: Any, other: Any) -> int:
    if isinstance(one, datetime.date) and isinstance(other, datetime.date):
        return abs((one - other).days)
    return 0


def _rounded_to(rough: float, fine: float) -> float:
    """To how many a number is another one rounded (*18 000* is *18 400* by the thousand), 0 where it is not."""
    size = 10.0
    while rough and rough % size == 0 and size < abs(rough):
        if fine % size and math.floor(fine / size + 0.5) * size == rough:
            return size
        size *= 10
    return 0.0
