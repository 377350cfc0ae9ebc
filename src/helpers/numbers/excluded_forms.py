"""Release → stretches whose form alone says that they are no amounts, each with its reason.

They are found before any number is read, so that the rest may be read plainly. The forms themselves stand in
``excluded_patterns``; here it is told where they hold and which of two that overlap counts.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from helpers import lexicon
from helpers.lexicon.words import (
    AT,
    BARE_OF,
    DEFINITE,
    DEMONSTRATIVES,
    OF,
    POSSESSIVES,
    PRONOUNS,
    alternation,
    forms_of,
    words,
)
from helpers.numbers.excluded_patterns import patterns, vague
from helpers.numbers.links import MOVE, comparison_marker, link
from helpers.numbers.model import Excluded
from helpers.numbers.number_words import WORD, cardinal
from helpers.numbers.scanning import lower_case
from helpers.numbers.times import HOUR_UNIT, clock_context
from helpers.release.addresses import EMAIL
from helpers.release.release import Release
from helpers.text.typography import fold, fold_in_place

_Found = tuple[int, int, str]  # start, end, reason


def excluded_forms(plain: str, release: Release) -> Iterator[Excluded]:
    """What fixed forms exclude, anywhere in the text; of two that overlap the first in rank counts.

    Args:
        plain: the text of the release with plain spaces and apostrophes, of the same length.
        release: the release, for its stamp, dateline and contacts.
    """
    busy = bytearray(len(plain))
    for find in (_in_frame, _in_contacts, _in_mail_addresses, _in_note_marks, _in_patterns, _in_vague_amounts):
        for start, end, reason in find(plain, release):
            if start < end and not any(busy[start:end]):
                busy[start:end] = b"\x01" * (end - start)
                yield Excluded(start, end, reason)


def mask(text: str, excluded: Iterable[Excluded]) -> str:
    """The text with excluded stretches blotted out, one character for one."""
    out, at = [], 0
    for e in sorted(excluded, key=lambda e: e.start):
        start = max(e.start, at)
        if start < e.end:
            out += [text[at:start], "\x00" * (e.end - start)]
            at = e.end
    return "".join(out) + text[at:]


# --- where forms are looked for, in order of rank ----------------------------------------------


def _in_frame(plain: str, release: Release) -> Iterator[_Found]:
    """What stands around the text: the stamp of the crawl, the date of the dateline."""
    for part, reason in ((release.stamp, "crawl stamp"), (release.dateline, "date of the dateline")):
        digits = re.search(r"[0-9](?:.*[0-9])?", part.text, re.DOTALL) if part else None
        if digits:
            yield part.start + digits.start(), part.start + digits.end(), reason


def _in_contacts(plain: str, release: Release) -> Iterator[_Found]:
    for contact in release.contacts:
        for phone in contact.phones:
            at = release.text.find(phone, contact.start, contact.end)
            if at >= 0:
                yield at, at + len(phone), "telephone number"


def _in_mail_addresses(plain: str, release: Release) -> Iterator[_Found]:
    for match in EMAIL.finditer(plain) if "@" in plain else ():
        if re.search(r"[0-9]", match.group()):
            yield *match.span(), "e-mail address"


_BRACKETED = re.compile(r"\((?P<at>[1-9][0-9]?)\)")
_WORD_BEFORE = re.compile(r"[^\W\d_]{1,12}(?= ?\Z)")


def _in_note_marks(plain: str, release: Release) -> Iterator[_Found]:
    """*… de la loi (1). … Elle est neuve (2).*: numbers in brackets that count from one; not *trois (3) jours*."""
    marks = [m for m in _BRACKETED.finditer(plain) if not _says_again(plain, m.start(), int(m["at"]))]
    printed = {int(mark["at"]) for mark in marks}
    last = next(n for n in range(1, len(printed) + 2) if n not in printed) - 1
    if last > 1:
        yield from ((*mark.span("at"), "footnote mark") for mark in marks if int(mark["at"]) <= last)


def _says_again(plain: str, at: int, number: int) -> bool:
    """*trois | (3) jours*"""
    word = _WORD_BEFORE.search(plain, max(0, at - 13), at)
    return word is not None and cardinal(plain, *word.span())[0] == number


def _in_patterns(plain: str, release: Release) -> Iterator[_Found]:
    near, lower = digits_nearby(plain), lower_case(plain)
    for form in patterns():
        pattern, text = form.pattern, lower if form.is_lower else plain
        for stretch in [(0, len(plain))] if form.is_anywhere else near:
            for match in pattern.finditer(text, *stretch):
                start, end = match.span("at") if "at" in pattern.groupindex else match.span()
                while end > start and plain[end - 1] in " ,-–":
                    end -= 1
                if _holds(plain, start, end, form.reason) and not _counts(plain, match, form.reason):
                    yield start, end, form.reason


def _in_vague_amounts(plain: str, release: Release) -> Iterator[_Found]:
    for match in vague().finditer(lower_case(plain)):
        yield *match.span(), "vague amount"


_REACH = 80  # code points from the head of a form to its first digit, and from its last to what tells it apart
_DIGITS = "0-9⁰¹²³⁴-⁹"


def digits_nearby(plain: str) -> list[tuple[int, int]]:
    """The stretches in which a form with a digit can stand, whole words, one apart from the next."""
    near: list[tuple[int, int]] = []
    for match in re.finditer(rf"[{_DIGITS}]++(?:.{{0,20}}?[{_DIGITS}]++)*+", plain, re.DOTALL):
        start, end = match.start() - _REACH, match.end() + _REACH
        start = max(0, *(plain.rfind(space, 0, start) + 1 for space in " \n")) if start > 0 else 0
        end = min((at for space in " \n" if (at := plain.find(space, end)) >= 0), default=len(plain))
        if near and start <= near[-1][1]:
            near[-1] = near[-1][0], end
        else:
            near.append((start, end))
    return near


# --- whether a form is one here: its looks alone don't tell an amount from a reference -----------


def _holds(plain: str, start: int, end: int, reason: str) -> bool:
    """Whether the stretch is what its form says."""
    if reason == "set phrase":
        return True
    text = plain[start:end]
    if reason == "part of a name" and _is_money(text):
        return False
    if reason == "time of day" and ":" not in text:
        return _tells_the_time(plain, start, end)
    check = _CHECKS.get(reason, _has_digit)
    return check(text)


def _has_digit(text: str) -> bool:
    return re.search(rf"[{_DIGITS}]", text) is not None


def _is_day(text: str) -> bool:
    """*31 mai*, *31/05/99*, not *40 mai*."""
    if numeric := re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})\2[0-9]{2,4}", text):
        return int(numeric[1]) <= 31 and int(numeric[3]) <= 12
    text = re.sub(r"(?<=[^\W\d_] )[0-9]{2}$", "", text)  # mai 68
    days = [int(d) for d in re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", text)]
    return all(day <= 31 for day in days) or not text[0].isdigit()


def _is_reference(text: str) -> bool:
    """*6.0.5*, not *1.250.300*."""
    return not re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+", text)


_CHECKS = {"date": _is_day, "version or reference": _is_reference}


def _is_money(text: str) -> bool:
    """*EUR25*: the code of a currency and a number."""
    code = re.match(r"[A-Z]{3}(?=[0-9])", text)
    return code is not None and code.group() in forms_of("units", place="code")


_OF_BEFORE = re.compile(rf"(?:{alternation(BARE_OF)}) \Z", re.IGNORECASE)
_TO_HOUR = re.compile(rf" (?:{link('hours')}) ")
_HOUR_BEFORE = re.compile(
    rf"(?<![\w.,])[0-9]{{1,2}} ?(?:{HOUR_UNIT})(?: ?[0-5][0-9])?(?P<between>[^;:.0-9]{{1,40}})\Z", re.IGNORECASE
)
_MOVED_DURATION = re.compile(
    rf"(?<!\w)(?:{alternation(map(fold, words('noun of a duration')))})s?(?!\w)[^.;:]{{0,60}}"
    rf"{MOVE}(?: [^\W\d_]{{2,15}})? (?:{alternation(BARE_OF)}) \Z"
)
_FAR = 90


_MOST_HELD = 2  # hours back


def _tells_the_time(plain: str, start: int, end: int, back: int = _MOST_HELD) -> bool:
    """*à 14 h 30*, *de 4 h 30 à 6 h*; not *pendant 2 h 30*, *une attente de 4 h 30*, *le trajet passe de 3 h à 2 h 50*.

    An hour that is held against another is of its kind: *le trajet dure 2 h 50, contre | 3 h 20*.
    """
    left = plain[max(0, start - _FAR) : start]
    if clock_context("duration").search(left) or _MOVED_DURATION.search(fold_in_place(left).lower()):
        return False
    before = _HOUR_BEFORE.search(left)
    if before and back and (_TO_HOUR.fullmatch(before["between"]) or comparison_marker(before["between"])):
        first = start - len(left) + before.start()
        return _tells_the_time(plain, first, start - len(before["between"]), back - 1)
    is_short = int(re.match(r"[0-9]+", plain[start:end]).group()) < 6
    return not (is_short and _OF_BEFORE.search(left) and not _TO_HOUR.match(plain, end))


# What may stand before the noun that a number names. Behind anything else the same letters are a verb or a
# participle (il note 12 fautes), and the number counts if what follows looks like several of a kind.
_INTRODUCERS = words("noun introducer") - words("nominal coordinator")  # surpris et arrêté 40 suspects
_BEFORE_NOUN = DEFINITE | OF | AT | DEMONSTRATIVES | POSSESSIVES | words("indefinite article") | _INTRODUCERS
_SUBJECTS = alternation(form.capitalize() for form in PRONOUNS | words("other subject pronoun"))
_NAMING = re.compile(
    rf"(?:(?<!\w)(?i:{alternation(_BEFORE_NOUN)})"
    rf"|(?<!\w)(?!(?:{_SUBJECTS}) )[A-ZÀ-ÖØ-Þ][\w.'-]{{0,30}}"
    r"|[(\[«\"“:;,.–—-]|\A|\n)[ \t]*\Z"
)
_SEVERAL = re.compile(rf" (?!(?:{alternation(words('invariable word in s'))})(?!\w))[a-zà-ÿœ]{{3,30}}[sx](?!\w)")


_HUNDREDTHS = re.compile(alternation(forms_of("units", place="span")), re.IGNORECASE)
_NUMBER_BEFORE = re.compile(rf"(?<![^\W\d_])(?:{WORD}) \Z", re.IGNORECASE)


def _counts(plain: str, match: re.Match[str], reason: str) -> bool:
    """Whether a noun that could name a number is none here: *la ville a traité 2 150 dossiers*."""
    if reason not in _numbered_reasons() or match.start() == match.start("at"):
        return False
    start = match.start()
    if _HUNDREDTHS.match(plain, start) and _NUMBER_BEFORE.search(plain, max(0, start - 12), start):
        return True  # quarante p. 100
    return not _NAMING.search(plain[max(0, match.start() - 40) : match.start()]) and bool(
        _SEVERAL.match(plain, match.end("at"))
    )


@cache
def _numbered_reasons() -> frozenset[str]:
    return frozenset(r["reason"] for r in lexicon.rows("numbered_names") if r["place"] == "before")
