"""Quantities → shares that one sentence lists, added up: do they make a whole?"""

import re
from collections.abc import Mapping

import pandas as pd

from helpers.lexicon.words import AND, OF, alternation, before_word, words
from helpers.numbers.approximations import NOT_HEDGED
from helpers.numbers.change_words import is_change
from helpers.numbers.links import comparison_marker, is_range_link
from helpers.release.release import Release
from helpers.text.translation import localised, translate
from helpers.text.typography import reading_copy

SHARE_COLUMNS = ["start", "end", "text", "shares", "total", "low", "high", "verdict", "sentence"]
_OTHER_WHOLE = alternation(words("link to another whole"))
_NO_PARTS = re.compile(rf"\d|[:;.()«»\n]|(?<!\w)(?:{_OTHER_WHOLE})(?!\w)", re.IGNORECASE)
_LISTS = re.compile(rf",|(?<!\w)(?:{alternation(AND)})(?!\w)")


def share_totals(quantities: pd.DataFrame, release: Release) -> pd.DataFrame:
    """Shares in per cent that one sentence lists, added up: parts of one whole can't make more than 100.

    Args:
        quantities: the table of ``quantities.quantities``.
        release: the release itself.

    Returns:
        One row a list of two or more shares. ``start``, ``end``, ``text``: from the first to the last; ``shares``:
        as printed; ``total`` with ``low`` and ``high``, what rounding leaves; ``verdict``: a whole, less than 100 %,
        more than 100 %; ``sentence``: how it was reached. Shares that are ends of a range, sides of a
        comparison or changes are left out, and so are those of several groups that do not make a whole.
    """
    plain = reading_copy(release.text)
    rows, group = [], []
    for number in [*quantities.sort_values("start").to_dict("records"), None]:
        if number is not None and _is_part(number, plain) and (not group or _goes_on(group[-1], number, plain)):
            group.append(number)
            continue
        is_cut = bool(group) and number is not None and _is_listed_on(group[-1], number, plain)
        if len(group) > 1:
            total = _share_total(group, release)
            rows += [total] if total["verdict"] == "a whole" or _is_one_whole(group, total, plain, is_cut) else []
        group = [number] if number is not None and _is_part(number, plain) else []
    frame = pd.DataFrame(rows, columns=SHARE_COLUMNS, dtype=object)
    return frame.astype({"start": int, "end": int, "total": float, "low": float, "high": float})


def _is_one_whole(group: list[Mapping], total: Mapping, plain: str, is_cut: bool) -> bool:
    """Whether shares that do not make a hundred can be told to miss it: all of one thing, the list complete."""
    if is_cut or _have_own_wholes(group, plain) or any(n["text"][-1].isdigit() for n in group):
        return False  # 5, 8 ou 12 %: alternatives have one sign
    told = {n["of"] for n in group} - {None}
    return total["verdict"] == "more than 100 %" or len(told) == 1


def _is_listed_on(before: Mapping, number: Mapping, plain: str) -> bool:
    """Whether another share follows in the list that is not told to be of the same thing."""
    between = plain[before["end"] : number["start"]]
    is_share = number["unit"] == "%" and before["sentence"] == number["sentence"]
    return is_share and len(between) < 120 and _LISTS.search(between) is not None


def _is_part(number: Mapping, plain: str) -> bool:
    return (
        number["unit"] == "%"
        and 0 < number["value"] <= 100
        and number["approximation"] in (NOT_HEDGED, "about")
        and not is_change(number, plain)
    )


def _goes_on(before: Mapping, number: Mapping, plain: str) -> bool:
    """Whether a share goes on with the list of another: the same whole, the same time, nothing but words between."""
    between = plain[before["end"] : number["start"]]
    return (
        before["sentence"] == number["sentence"]
        and len(between) < 120
        and _LISTS.search(between) is not None
        and not _NO_PARTS.search(between)
        and not comparison_marker(between)
        and not is_range_link(between)
        and before["period"] == number["period"]
        and not _has_other_whole(before, number, plain)
        and (number["of"] is None or before["of"] is None or number["of"] == before["of"])
    )


_OWN_WHOLE = re.compile(rf" (?:{before_word(OF)})(?P<whole>[^\W\d_][\w'-]*)", re.IGNORECASE)


def _has_other_whole(before: Mapping, number: Mapping, plain: str) -> bool:
    """*22 % des femmes, 12 % des hommes*: each is a share of its own whole."""
    one, other = _OWN_WHOLE.match(plain, before["end"]), _OWN_WHOLE.match(plain, number["end"])
    return bool(one and other) and one["whole"].lower() != other["whole"].lower()


_GROUP = re.compile(rf" (?:{alternation(words('beside a group'))}) (?P<group>[^,;.]{{3,30}})", re.IGNORECASE)


def _have_own_wholes(group: list[Mapping], plain: str) -> bool:
    """*22 % pour les unes et 12 % pour les autres*: shares of groups, that nothing says to be parts of one whole."""
    told = [_GROUP.match(plain, number["end"]) for number in group]
    return all(told) and len({match["group"].lower() for match in told}) > 1


def _share_total(group: list[Mapping], release: Release) -> dict[str, object]:
    start, end = group[0]["start"], group[-1]["end"]
    total, slack = sum(n["value"] for n in group), sum(n["precision"] for n in group)
    shares = [n["text"] for n in group]
    sum_ = {name: localised(f"{value:.4g}") for name, value in
            {"total": total, "low": total - slack, "high": total + slack}.items()}  # fmt: skip
    tale = translate("{shares} = {total} %, between {low} and {high} as rounded", shares=" + ".join(shares), **sum_)
    if total - slack > 100:
        verdict, rest = (
            "more than 100 %",
            translate("they can't be parts of one whole: answers overlap, or a number is wrong."),
        )
    elif total + slack < 100:
        verdict, rest = "less than 100 %", translate("if they are parts of one whole, the rest is not told.")
    else:
        verdict, rest = "a whole", translate("together they make the whole.")
    row = {"start": start, "end": end, "text": release.text[start:end], "shares": shares, "total": total}
    return row | {
        "low": total - slack,
        "high": total + slack,
        "verdict": verdict,
        "sentence": translate("{told}: {rest}", told=tale, rest=rest),
    }
