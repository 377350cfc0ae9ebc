"""Text → numbers that signs make of others: *2 1/4*, *2½*, *⅙*, *10⁶*, *3 × 10^8*, *1,5e9*."""

import re
import unicodedata
from dataclasses import dataclass

from helpers.lexicon.words import alternation, words

GLYPHS = {glyph: unicodedata.numeric(glyph) for glyph in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
_BARS = "/⁄"
_PARTS = (2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100)  # into which a thing is commonly divided
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPTS = dict(zip(f"{_RAISED}⁻⁺", "0123456789-+", strict=True))
_MOST = 300  # a larger exponent is no number

_MIXED = re.compile(
    rf"(?P<whole>[0-9]{{1,3}}) (?P<top>[1-9][0-9]?)[{_BARS}](?P<bottom>[1-9][0-9]{{0,2}})(?![0-9{_BARS}.,])(?!\w)"
)
_GLYPH = re.compile(rf" ?(?P<glyph>[{''.join(GLYPHS)}])(?!\w)")
_EXPONENT = rf"\^ ?(?P<caret>[-+−]?[0-9]{{1,3}})|(?P<raised>[⁻⁺]?[{_RAISED}]{{1,3}})"
_POWER = re.compile(
    rf"(?:{_EXPONENT}| (?:{alternation(words('to the power'))}) (?P<told>[0-9]{{1,2}}))(?![\w.,^]*[0-9])"
)
_TIMES_TEN = re.compile(rf" ?[x×·*] ?10(?:{_EXPONENT})(?![0-9^])")
_SCIENTIFIC = re.compile(r"[eE](?P<plain>[-+]?[0-9]{1,2})(?!\w)")


@dataclass(frozen=True)
class Signed:
    """The value of a number and the signs behind it, one unit of its last digit, and where they end."""

    value: float
    step: float | None
    stop: int


def mixed_number(text: str, at: int, end: int) -> Signed | None:
    """*La planche mesure 2 1/4 pouces*: a whole and a common part of one."""
    match = _MIXED.match(text, at, end)
    if match is None:
        return None
    top, bottom = int(match["top"]), int(match["bottom"])
    if top >= bottom or bottom not in _PARTS:
        return None
    return Signed(int(match["whole"]) + top / bottom, 1 / bottom, match.end())


def with_signs(text: str, value: float, step: float | None, stop: int, end: int) -> Signed | None:
    """A number with what signs behind it make of it: *2½*, *10⁶*, *3 × 10^8*, *1,5e9*; None where there are none."""
    if glyph := _GLYPH.match(text, stop, end):
        return Signed(value + GLYPHS[glyph["glyph"]], None, glyph.end()) if value == int(value) else None
    if times := _TIMES_TEN.match(text, stop, end) or _SCIENTIFIC.match(text, stop, end):
        scale = _power(10.0, _exponent(times))
        return Signed(value * scale, step * scale if step else None, times.end()) if scale else None
    power = _POWER.match(text, stop, end)
    if power is None or (power["raised"] and value != 10):  # 300² may be a footnote's mark
        return None
    raised = _power(value, _exponent(power))
    return Signed(raised, None, power.end()) if raised else None


def _exponent(match: re.Match[str]) -> int:
    digits = next(group for group in match.groups() if group is not None)
    return int("".join(_SUPERSCRIPTS.get(c, c) for c in digits).replace("−", "-"))


def _power(base: float, exponent: int) -> float | None:
    """A power, None where it is no finite number above nought."""
    if base <= 0 or abs(exponent) > _MOST:
        return None
    try:
        return base**exponent or None
    except OverflowError:
        return None
