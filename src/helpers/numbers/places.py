"""Amounts → where: the place that a sentence gives a number.

Takes a ``NumberReading`` and one of its amounts; gives the span of the place's name, without the preposition
that leads to it, or of a set phrase (``lexicon/place_phrases``). A preposition of place and a capital show a name;
the parser's entities tell a town from a person.
"""

import bisect
import re

from helpers.lexicon.words import alternation, forms_of
from helpers.numbers.amounts import NumberReading
from helpers.numbers.numerals import Amount, unit_codes
from helpers.text.typography import fold

_I = re.IGNORECASE
_PHRASE = re.compile(rf"(?<!\w)(?:{alternation(forms_of('place_phrases'))})(?!\w)", _I)
_NAME = (
    r"[A-ZÀ-ÖØ-Þ][\w']{0,30}(?:-[\w']{1,30}){0,6}"
    r"(?:(?: (?:de|du|des|la|le|les|sur|en)){0,2} ?(?:(?<= )|(?<=d')|(?<=l'))"
    r"[A-ZÀ-ÖØ-Þ][\w']{0,30}(?:-[\w']{1,30}){0,6}){0,3}"
)
_LED = re.compile(
    rf"(?<!\w)(?P<to>[Ee]n|[Aa]ux?|[ÀA]|à|[Dd]ans (?:le |la |les |l')?|près de |autour de )"
    rf" ?(?:(?<= )|(?<='))(?:l')?(?P<name>{_NAME})"
)
_FAR = 50  # characters from what a number counts to a place behind it


def place_of(amount: Amount, reading: NumberReading, behind_from: int) -> tuple[int, int] | None:
    """The place named in what a number counts, right behind it, or at the head of its sentence.

    Args:
        amount: one of ``reading.amounts``.
        reading: the release, read for numbers.
        behind_from: where the number and what it counts end.

    Returns:
        Start and end of the place's name, or None.
    """
    low, high = reading.sentence_span(amount.start)
    line = reading.release.dateline
    if line and low < line.end <= amount.start:
        low = line.end
    if amount.unit in unit_codes("time"):
        return None
    found = reading.once("places", low, lambda: _places(reading, low, high))
    if not found:
        return None
    here = bisect.bisect_right(reading.starts, amount.start)
    following = reading.starts[here] if here < len(reading.starts) else high
    index = bisect.bisect_left(found, (amount.end,))
    if index < len(found) and found[index][0] < min(following, behind_from + _FAR):
        gap = reading.plain[behind_from : found[index][0]]
        if not re.search(r"[,:;()«»]", gap):
            return found[index]
    for start, end in found[:1]:
        # En France, au Canada: what opens a sentence holds for all of it.
        if end <= amount.start and len(reading.plain[low:start].split()) <= 5 and _OPENS.match(reading.plain, end):
            return start, end
    return None


_OPENS = re.compile(r" ?,| (?:seulement|seul),?| (?:en|depuis) [12][0-9]{3} ?,")


def before_place(start: int, plain: str) -> int:
    """Where the preposition that leads to a place begins, with the white space before it."""
    led = re.search(
        r"\s*(?:(?<!\w)(?:en|aux?|à|dans)(?: l[ae]s?)?(?: |(?: l)?'))?\Z", plain[max(0, start - 14) : start], _I
    )
    return start - (min(start, 14) - led.start()) if led else start


_BODIES = frozenset(fold(form) for form in forms_of("body_words"))


def _names_body(name: str) -> bool:
    return any(fold(word) in _BODIES for word in re.findall(r"[^\W\d_]+", name))


def _places(reading: NumberReading, low: int, high: int) -> list[tuple[int, int]]:
    """Every place that a stretch names, in order."""
    found = [m.span() for m in _PHRASE.finditer(reading.plain, low, high)]
    for match in _LED.finditer(reading.plain, low, high):
        start, end = match.span("name")
        token = reading.token(start)
        if token is None or any(a < end and start < b for a, b in found):
            continue
        if reading.plain[end : end + 2].strip().isdigit() or _names_body(match["name"]):
            continue  # à l'Euro 2012, au Centre national
        known = token.ent_type_ == "LOC" or not token.ent_type_ and match["to"].lower() == "en"
        if known and token.pos_ in ("PROPN", "NOUN", "X", "ADJ"):
            found.append((start, end))
    return sorted(found)
