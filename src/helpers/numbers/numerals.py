"""Text → amounts: numbers in figures and in words, with multiplier and sign of money or per cent.

Takes a stretch of text with plain spaces and apostrophes, what fixed forms exclude blotted out; gives
``Amount`` after ``Amount``, and what turns out to be a reference as ``Excluded``. Which words and signs
mean what stands in the lexicon: ``number_words``, ``multipliers``, ``units``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from helpers import lexicon
from helpers.lexicon.words import alternation
from helpers.numbers.fixed_forms import Excluded


@dataclass(frozen=True)
class Amount:
    """A number as printed, with what has been read of it so far."""

    start: int
    end: int
    value: float
    step: float | None  # one unit of the last printed digit
    after: int  # where its unit, if any, has been read to
    unit: str | None = None  # code of lexicon/units.csv
    multiplier: float = 1.0
    approximation: str | None = None
    share: tuple[int, int] | None = None  # of huit lits sur dix: the span of lits
    partitive: bool = False  # what is counted follows after de
    word: bool = False


def numerals(text: str, start: int, end: int) -> Iterator[Amount | Excluded]:
    """Everything in a stretch that is written as a number, with multiplier and sign.

    Numbers in digits and in words come in the order of the text, then those that have names
    (*la moitié*). A lone article is none; nor is a figure that letters run on from (*3D*), given as
    ``Excluded``. Units other than money and per cent are left to ``unit_at``.
    """
    at = start
    while match := _START.search(text, at, end):
        found = (
            _digits(text, match.start(), end)
            if text[match.start()].isdigit() and text[match.start()].isascii()
            else None
        )
        if found is None:
            amount = _glyph(text, match.start()) or _in_words(text, match.start(), end)
            found = [amount] if amount else []
            at = match.end() if not amount else max(amount.end, match.end())
        for one in found:
            one = _restated(text, one, end) if isinstance(one, Amount) else one
            at = max(at, one.end)
            yield one
        if not found:
            at = max(at, match.end())
    yield from _named(text, start, end)


def _restated(text: str, amount: Amount, end: int) -> Amount:
    """*trois (3) jours*: one number, said twice to be safe."""
    bracket = _BRACKET.match(text, amount.end, end)
    if not bracket or amount.unit or amount.after != amount.end:
        return amount
    if bracket["figures"]:
        again = list(_figures(bracket["figures"]))
        value = again[0][2] if len(again) == 1 else None
    else:
        value, _, stop = _small(text, bracket.start("words"), bracket.end("words"))
        value = value if stop == bracket.end("words") else None
    if value != amount.value or amount.word == bool(bracket["words"]):
        return amount
    return replace(amount, end=bracket.end(), after=bracket.end())


# --- forms from the lexicon --------------------------------------------------------------------

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

_AFTER_MULTIPLIER = {r["form"]: r["code"] for r in lexicon.rows("units") if r["place"] == "after_multiplier"}

# Round numbers about which *la cinquantaine de …* says more than a name would: not la quinzaine.
_AROUND = [form for form in _COLLECTIVE if form not in ("paire", "huitaine", "quinzaine")]

_I = re.IGNORECASE
_BLOB = re.compile(r"[0-9]++(?:[ .,'][0-9]++|  [0-9]{3}(?![0-9]))*+")
_WORD = re.compile(rf"(?:{alternation(_WORDS)})(?![\w])", _I)
_START = re.compile(
    rf"(?<![\w])(?:[0-9]|(?<![-'])(?:{alternation(_WORDS)})(?!\w)|(?<=')(?:{alternation(_WORDS)})(?!\w)|[½¼¾⅓⅔])", _I
)
_BRACKET = re.compile(r" ?\((?:(?P<figures>[0-9]{1,3}(?:[ .]?[0-9]{3}){0,4})|(?P<words>[^\W\d_][\w -]{2,60}))\)")
_JOIN = re.compile(r"(?: |-)?(?:et(?: |-))?", _I)
_TIMES = re.compile(
    rf"(?: (?:autres|bons|petits|nouveaux|derniers|premiers)(?= mill?i))?[ -]?"
    rf"(?P<word>(?:{alternation(_MULTIPLIER)}))(?P<plural>s?)(?!\w)",
    _I,
)
_MONEY = re.compile(rf"(?: ?(?P<times>{alternation(_MONEY_SIGN)}))? ?(?P<money>{alternation(_CURRENCY)})(?![\w])")
_SIGN_TIMES = re.compile(rf" ?(?P<times>{alternation(_MULTIPLIER_SIGN)})(?![\w'])(?!\.(?!\s*(?:\n|\Z)))")
_SHARE_SIGN = re.compile(rf" ?(?P<sign>{alternation(_PERCENT)})(?![\w])", _I)
_MONEY_BEFORE = re.compile(rf"(?<![\w])(?:{alternation(_CURRENCY)}) ?\Z")
_MONEY_OF = re.compile(rf" (?:de |d')(?P<sign>{alternation(_CURRENCY)})(?!\w)")
_MONEY_BEHIND = re.compile(rf" (?P<sign>{alternation(_AFTER_MULTIPLIER)})(?!\w)")
_HALF = re.compile(r" et (?:demie?)(?!\w)", _I)
_BIG = re.compile(
    rf" (?:bonnes?|petites?|grosses?|belles?)? ?(?P<noun>{alternation(_COLLECTIVE)})s?(?!\w)"
    r"(?: (?:de |d')(?P<big>milliers|millions|milliards)(?!\w))?",
    _I,
)
_PART = re.compile(rf"[ -](?P<noun>{alternation(f for f in _FRACTION if f not in ('moitié', 'demie'))})s?(?!\w)", _I)
# After a word of change or of approximation *d'un tiers* is a share, else it may be somebody: au profit d'un tiers.
_CHANGE = alternation(r["stem"] for r in lexicon.rows("change_words"))
_SOFTENED = alternation([*(r["form"] for r in lexicon.rows("approximators") if r["side"] == "before"), "soit"])
_SHARE_AHEAD = re.compile(
    rf"(?:(?<!\w)(?:{_CHANGE})\w{{0,8}}(?: [^\W\d_]{{2,20}}ment)?"
    r"(?: (?:est|sera|serait|était|a été|fut))?(?: de| du| d')?"
    r"(?: (?:près|plus|moins|environ|presque|quelque|au moins)){0,2}(?: de| d')?"
    rf"|(?<![\w'])(?:{_SOFTENED}))[ ']?\Z",
    _I,
)
_BY_SOMEBODY = re.compile(r"(?<!\w)(?:par|à|chez|avec|d'|envers|pour) ?\Z", _I)
_PLURAL_VERB = re.compile(r" (?:ne )?(?:sont|ont|vont|font|[^\W\d_]{2,20}(?<!m)ent)(?!\w)", _I)
_ORDINAL_BEHIND = re.compile(r"(?: |-)(?:et(?: |-))?(?:[^\W\d_]{1,12}-){0,2}(?:unième|[^\W\d_]{2,12}ième)(?!\w)", _I)
_GLYPH = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


# --- in figures --------------------------------------------------------------------------------


def _glyph(text: str, at: int) -> Amount | None:
    """A fraction that is one character: *½*."""
    value = _GLYPH.get(text[at])
    return Amount(at, at + 1, value, None, at + 1, partitive=True) if value else None


def _digits(text: str, at: int, end: int) -> list[Amount | Excluded]:
    """The numbers in a run of digits and single separators, each with what belongs to it."""
    blob = _BLOB.match(text, at, end)
    found: list[Amount | Excluded] = []
    parts = list(_figures(blob.group()))
    for number, (first, last, value, step) in enumerate(parts):
        a, b = at + first, at + last
        if value is None:
            found.append(Excluded(a, b, "version or reference"))
            continue
        if number + 1 < len(parts):
            found.append(_finish(text, a, b, value, step, end, bare=True))
            continue
        follows = text[b : b + 1]
        amount = _finish(text, a, b, value, step, end)
        if amount.end == b and (follows.isalpha() or follows == "_") and not unit_at(text, b, end, signs_only=True):
            stop = re.compile(r"\w{1,40}").match(text, b).end()
            found.append(Excluded(a, stop, "part of a name"))
        else:
            found.append(amount)
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


# --- in words ----------------------------------------------------------------------------------


def _in_words(text: str, at: int, end: int) -> Amount | None:
    """A number that begins with a word; a lone article is none."""
    value, step, stop = _small(text, at, end)
    article = value == 1 and stop - at <= 3
    if (
        re.compile(r"-[^\W\d_]").match(text, stop)
        and not _PART.match(text, stop)
        and not re.compile(r"-(?:demi|et-demi)", _I).match(text, stop)
        and not _TIMES.match(text, stop)
    ):
        return None  # deux-roues: a word of its own
    point = re.compile(r" virgule (?=\w)", _I).match(text, stop)
    if point:
        digits, digit_stop = _decimal_words(text, point.end(), end)
        if digits:
            value, step, stop, article = value + float(f"0.{digits}"), 10.0 ** -len(digits), digit_stop, False
    part = _PART.match(text, stop, end)
    if part:
        amount = _fraction(text, at, value, part, end)
        if amount:
            return amount
    if _ORDINAL_BEHIND.match(text, stop, end):
        return None
    amount = _finish(text, at, stop, value, step, end, word=True)
    if article and amount.end == stop:
        return None
    return amount


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
    """The digits that words behind *virgule* spell, and where they end."""
    zeros = ""
    while match := re.compile(r"zéro[ -]", _I).match(text, at, end):
        zeros += "0"
        at = match.end()
    if not _WORD.match(text, at, end):
        return "", at
    value, _, stop = _small(text, at, end)
    return f"{zeros}{int(value)}", stop


def _fraction(text: str, at: int, count: float, part: re.Match[str], end: int) -> Amount | None:
    """*trois quarts*, *un tiers de*, *une demi-heure*; None where the words mean something else."""
    noun = part["noun"].lower()
    stop = part.end()
    behind = text[stop : min(stop + 12, end)].lower()
    value = float(count * _FRACTION[noun])
    if noun == "demi":
        word = re.compile(r"[ -]([^\W\d_]{1,30})").match(text, stop, end)
        times = word and _MULTIPLIER.get(word[1].lower())
        if times:
            return Amount(at, word.end(), value * times, None, word.end(), multiplier=times, partitive=True)
        unit = unit_at(text, stop + 1, end) if word else None
        if unit and count == 1:
            return Amount(at, word.end(), value, None, word.end(), unit=unit[0], partitive=True)
        return None
    if behind.startswith((" de finale", "-de-finale", "s de finale")) or (
        noun == "quart" and behind.startswith(" temps")
    ):
        return None
    partitive = re.match(r" (?:de|des|du)\b| d'", behind)
    if not partitive and not _SHARE_AHEAD.search(text[max(0, at - 60) : at]):
        if noun not in ("tiers", "quart"):
            return None
        if noun == "tiers" and count == 1:
            # Un tiers, one who stands outside, ends a clause as well, but hardly behind à or par.
            ends = re.match(r"\s*(?:[.,;)]|$)", behind) and not _BY_SOMEBODY.search(text[max(0, at - 12) : at])
            if not ends and not _PLURAL_VERB.match(text, stop, end):
                return None
    return Amount(at, stop, value, None, stop, partitive=True)


# --- what belongs to a number ------------------------------------------------------------------


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
) -> Amount:
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
    return Amount(
        start, stop, value * sign, step, stop, unit, multiplier, approximation, partitive=partitive, word=word
    )


def _key(table: dict[str, str], form: str) -> str:
    """How a form stands in a table: as it is, else in lower case."""
    return form if form in table else form.lower()


def _unit_longer(text: str, stop: int, short: re.Match[str], end: int) -> bool:
    """Whether what looks like a multiplier sign begins a unit: *5 kWh*."""
    unit = unit_at(text, stop, end, signs_only=True)
    return bool(unit and unit[1] > short.end())


def _is_collective(text: str, match: re.Match[str], value: float) -> bool:
    """*une quarantaine de jours* may be a quarantine; *une douzaine* never is."""
    noun, behind = match["noun"].lower(), text[match.end() : match.end() + 6].lower()
    if noun in ("paire", "quarantaine", "huitaine", "quinzaine"):
        return bool(re.match(r" (?:de |d'|des )(?![0-9])", behind)) and value >= 1
    return value >= 1


def _lower(text: str, at: int, end: int, ceiling: float) -> tuple[float, float, int, bool] | None:
    """What is added behind a multiplier: *un million deux cent mille*, *2 millions 500 mille*."""
    gap = re.compile(r"[ -](?:et[ -])?", _I).match(text, at, end)
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
    # dix millions un jour has an article; dix-millions-un, dix millions un jours have a number.
    if value < 1 or value == 1 and not ("-" in gap.group() or _PLURAL_BEHIND.match(text, stop, end)):
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


_PLURAL_BEHIND = re.compile(r" [^\W\d_]{2,30}[sx](?!\w)", _I)


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
        r"(?<![\w'-])(?<!\bau )(?<!\bdu )(?<!\ble )(?<!\ben )(?<!\bou )(?<!\bet )(?<!\bde )(?<!\bà )(?<!\bdes )"
        r"moins \Z",
        left,
        _I,
    )
    if word:
        return start - (len(left) - word.start()), -1.0, None
    return start, 1.0, None


# --- amounts that have names -------------------------------------------------------------------

_NAMED = re.compile(
    r"(?<![\w-])(?:(?P<half>(?:(?:la|cette|leur|sa|une)(?: bonne| petite| grosse)?|l'autre) moitié)|"
    r"(?:(?<=de )|(?<=pour )|(?<=par ))(?P<by_half>moitié)|(?P<half_more>moitié)(?= (?:plus|moins) )|"
    rf"(?:le|du|au) (?P<times>{alternation(_MULTIPLE)})|"
    rf"(?P<la>(?:la|cette) (?:{alternation(_AROUND)}))(?= (?:de |d'))|"
    r"(?P<part>(?:le|du|au) (?:tiers|quart))(?= (?:de|des|du) | d'))(?!\w)",
    _I,
)


def _named(text: str, start: int, end: int) -> Iterator[Amount]:
    """Amounts that have names: *la moitié*, *le double*, *le tiers de*, *la cinquantaine de*."""
    for match in _NAMED.finditer(text, start, end):
        a, b = match.span()
        if match["by_half"] or match["half_more"]:
            yield Amount(a, b, 0.5, None, b)
        elif match["half"]:
            yield Amount(a, b, 0.5, None, b, partitive=True)
        elif match["times"]:
            if re.compile(r"\s*(?:de |du |des |d'|que |qu'|[.,;:)!?»\"]|$|en |par |l'|cette |ce |d’)", _I).match(
                text, b, end
            ):
                yield Amount(a, b, float(_MULTIPLE[match["times"].lower()]), None, b, partitive=True)
        elif match["la"]:
            noun = match["la"].split()[-1].lower()
            yield Amount(
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
            yield Amount(a, b, float(_FRACTION[noun]), None, b, partitive=True)


# --- units -------------------------------------------------------------------------------------


@cache
def _units() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, str]]:
    """Expressions for signs and for words, in any number, and the code of each form."""
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
        re.compile(rf" ?(?P<unit>{alternation(signs)})(?:(?![\w'’])|(?<=h)(?=[0-5][0-9](?!\w)))"),
        # A footnote mark may be glued to the word: 12 millions d'euros2.
        re.compile(rf" ?(?:de |d')?(?P<unit>{plural})(?:(?!\w)|(?=[1-9][0-9]?(?!\w)))", re.IGNORECASE),
        signs,
        {_singular(f): c for f, c in words.items()},
    )


def _singular(form: str) -> str:
    """A form in lower case, without the s or x at the end of its words."""
    return re.sub(r"(?<=\w)[sx]\b", "", form.lower())


def unit_at(text: str, at: int, end: int, *, signs_only: bool = False) -> tuple[str, int] | None:
    """The code of the unit that stands at a position, and where it ends."""
    sign, word, sign_codes, word_codes = _units()
    of = 0
    if text.startswith(" ", at) and re.search(r"illi(?:ards?|ons?)\Z", text[max(0, at - 9) : at], _I):
        if money := _MONEY_BEHIND.match(text, at, end):
            return _AFTER_MULTIPLIER[money["sign"]], money.end()
        of = 3 if text.startswith(" de ", at) else 0  # 18 milliards de km
    match = sign.match(text, at + of, end)
    if match:
        return sign_codes[match["unit"]], match.end()
    if signs_only:
        return None
    money = _MONEY_OF.match(text, at, end)
    if money:
        return _CURRENCY[money["sign"]], money.end()
    match = word.match(text, at, end)
    if match and text[at : at + 1] in (" ", "-", "") or (match and at and text[at - 1] in " -"):
        code = word_codes.get(_singular(match["unit"]))
        return (code, match.end()) if code else None
    return None


@cache
def unit_codes(kind: str) -> frozenset[str]:
    """The codes of the units of a kind: time, length, currency …"""
    return frozenset(r["code"] for r in lexicon.rows("units") if r["kind"] == kind)
