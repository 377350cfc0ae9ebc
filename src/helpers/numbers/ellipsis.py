"""Quantities → the same with what they leave out: *12 % en 2018 et 15 en 2019*, *de 8 euros à 9*, *30 à 40 personnes*.

Works on the rows of the table of ``quantities``, in the order of the text, and fills them.
"""

import math
import re
from itertools import pairwise

from spacy.tokens import Token

from helpers import lexicon
from helpers.french.verbs import is_finite_verb, is_participle
from helpers.lexicon.words import DEFINITE, DEMONSTRATIVES, POSSESSIVES, alternation, before_word, forms_of, words
from helpers.numbers.amounts import Amounts
from helpers.numbers.holders import WHO
from helpers.numbers.links import comparison_marker, is_range_link, link, part_marker
from helpers.numbers.units import unit_codes

_I = re.IGNORECASE
_Row = dict[str, object]
_LONGEST_LINK = 24  # characters between the two numbers of a range
_MOST_BETWEEN = 6  # numbers from one that leaves something out back to one that says it


def fill_ellipses(rows: list[_Row], amounts: Amounts) -> None:
    """Fill what an elliptical number leaves out from the numbers beside it."""
    _share_units(rows, amounts)
    _share_money(rows, amounts.text.plain)
    _share_counted(rows, amounts)
    _share_with_whole(rows, amounts)
    _share_by_pronoun(rows, amounts)
    _share_in_ranges(rows, amounts.text.plain)
    _share_among_them(rows, amounts)
    _share_in_brackets(rows, amounts.text.plain)


# --- units -------------------------------------------------------------------------------------


def _share_units(rows: list[_Row], amounts: Amounts) -> None:
    """*12 M$, contre 10 millions*: the unit of the number before."""
    for earlier, row in pairwise(rows):
        # What stands behind the number is counted by it; a subject before it may be measured in the unit left out.
        counts = row["of"] is not None and row["of_start"] > row["start"]
        if row["unit"] is None and not counts and earlier["sentence"] == row["sentence"]:
            row["unit"] = _shared_unit(earlier, row, amounts)
            if row["unit"] is not None:
                _share_multiplier(earlier, row, amounts)


_NEAR = 20  # times that one number of a comparison may be the other


def _share_multiplier(earlier: _Row, row: _Row, amounts: Amounts) -> None:
    """*300 millions d'euros en 2021, contre 290 en 2020*: millions as well; not *3 millions, contre 800 000*."""
    times, own = earlier["multiplier"], row["multiplier"]
    told = earlier["value"] / times
    is_near = told / _NEAR < row["value"] < told * _NEAR
    plain = amounts.text.plain
    is_same = comparison_marker(plain[earlier["end"] : row["start"]]) is not None or _is_part(earlier, row, plain)
    if own == 1.0 and times > 1 and is_near and is_same:
        row["value"], row["precision"], row["multiplier"] = row["value"] * times, row["precision"] * times, times


def _is_part(earlier: _Row, row: _Row, plain: str) -> bool:
    """*8 semaines, dont | deux avant le départ*, *12 M€, dont | 3 pour le pont*; not *dont la moitié*."""
    is_less = row["value"] <= earlier["value"] and not math.isnan(row["precision"])
    return is_less and part_marker(plain[max(earlier["end"], row["start"] - 60) : row["start"]]) is not None


def _shared_unit(earlier: _Row, row: _Row, amounts: Amounts) -> str | None:
    """*12 M$, contre 10 millions*; *12 % en 2018 et 15 en 2019*; *de 8 euros à 9*; *8 semaines, dont deux en mai*."""
    unit, money = earlier["unit"], unit_codes("currency")
    if unit not in unit_codes("share") and _is_part(earlier, row, amounts.text.plain):
        return unit
    if unit is None or (unit not in money and (unit != "%" or row["value"] > 100 or " " in row["text"])):
        return None
    between = amounts.text.plain[earlier["end"] : row["start"]]
    if comparison_marker(between) or _is_gapped(earlier, row, amounts):
        return unit
    return unit if unit in money and _FROM_TO.fullmatch(between) else None


_SOFT_AHEAD = rf"(?: (?:{alternation(forms_of('approximators', side='before'))}))?[ ']\Z"
_LARGE = [r["form"] for r in lexicon.rows("multipliers") if r["place"] == "counted" and float(r["value"]) >= 1e6]
_MILLIONS = re.compile(rf"(?:{alternation(_LARGE)})s?\Z", _I)


_SIZE_OF = re.compile(rf" (?:{alternation(words('of before a plural'))}){_SOFT_AHEAD}", _I)


def _share_money(rows: list[_Row], plain: str) -> None:
    """Millions that count nothing are money where money is spoken of: *payé 4 millions d'euros, rendu 3,2 millions*."""
    money, known = unit_codes("currency"), {}
    recent: _Row | None = None
    for row in rows:
        if row["unit"] in money:
            recent = row
            known[row["value"]] = row["unit"]
        elif row["unit"] is None and row["value"] >= 1e6 and _MILLIONS.search(str(row["text"])):
            if row["of"] is not None and not _SIZE_OF.fullmatch(plain, row["of_end"], row["start"]):
                continue
            if recent and recent["sentence"] == row["sentence"]:
                row["unit"] = recent["unit"]
            else:
                row["unit"] = known.get(row["value"])


# --- what is counted, and by whom --------------------------------------------------------------


def _share_counted(rows: list[_Row], amounts: Amounts) -> None:
    """*300 cerfs en 2018 et 400 en 2019*: what an earlier number of the same unit counts, and who did and told it."""
    for n, row in enumerate(rows):
        for earlier in reversed(rows[max(0, n - _MOST_BETWEEN) : n]):
            if row["of"] is not None or earlier["sentence"] != row["sentence"]:
                break
            is_alike = earlier["unit"] == row["unit"] or (earlier["unit"] == "%" and _is_fraction(row))
            if is_alike and earlier["of"] is not None and _is_ellipsis(earlier, row, amounts):
                for name in ("of", *WHO):
                    if row[name] is None:
                        _copy(name, earlier, row)
                break


def _is_fraction(row: _Row) -> bool:
    """*un tiers*, beside which *40 %* is another share."""
    return row["unit"] is None and 0 < row["value"] < 1 and math.isnan(row["precision"])


_AGAIN = re.compile(rf"(?<!\w)(?:{alternation(words('told again'))}){_SOFT_AHEAD}", _I)
_KNOWN = DEFINITE | DEMONSTRATIVES | POSSESSIVES
_OUT_OF = re.compile(rf"(?<!\w)(?:{alternation(words('out of a whole'))}) (?:{before_word(_KNOWN)})?\Z", _I)
_AMONG_THEM = re.compile(rf" (?:{alternation(words('among them'))})(?!\w)", _I)


def _share_with_whole(rows: list[_Row], amounts: Amounts) -> None:
    """*900 plaintes, dont 324 en mai*, *sur 300 communes, 40 ont répondu*, *30 % de femmes, soit 270*."""
    plain = amounts.text.plain
    for n, row in enumerate(rows):
        if row["of"] is not None or row["unit"] not in (None, "%"):
            continue
        near = [r for r in rows[max(0, n - _MOST_BETWEEN) : n] if r["of"] is not None]
        left = plain[max(0, row["start"] - 60) : row["start"]]
        if not near or near[-1]["sentence"] != row["sentence"]:
            continue
        is_again = row["unit"] is None and near[-1]["unit"] == "%" and _AGAIN.search(left)
        part = part_marker(left)
        if part is not None and (whole := _whole_before(row["start"] - len(left) + part, near[-1], amounts)):
            row["of"], row["of_start"], row["of_end"] = amounts.text.release.text[slice(*whole)], *whole
        elif is_again or part is not None or _names_whole(near[-1], row, plain):
            _copy("of", near[-1], row)


def _whole_before(link: int, earlier: _Row, amounts: Amounts) -> tuple[int, int] | None:
    """*900 patients ont des maladies rares | dont 80 %*: the noun right before, if a verb parts it from them."""
    text = amounts.text
    if text.plain[link - 2 : link].strip(" ") == "," or earlier["of_end"] >= link:
        return None
    between = text.tokens(earlier["of_end"], link)
    noun = next((n for n, t in enumerate(between) if t.pos_ == "NOUN" and _are_adjectives(between[n + 1 :])), None)
    if noun is None or not any(is_finite_verb(t) or is_participle(t) for t in between[:noun]):
        return None
    return between[noun].idx, between[-1].idx + len(between[-1])


def _are_adjectives(tokens: list[Token]) -> bool:
    return all(t.pos_ == "ADJ" for t in tokens)


def _names_whole(earlier: _Row, row: _Row, plain: str) -> bool:
    """*sur | 300 communes, | 40*, *300 élus, | 120 d'entre eux*"""
    if _AMONG_THEM.match(plain, row["after"]):
        return True
    is_led = _OUT_OF.search(plain, max(0, earlier["start"] - 14), earlier["start"]) is not None
    gap = plain[earlier["of_end"] : row["start"]]
    return is_led and earlier["of_end"] > earlier["start"] and gap.rstrip('"«“ ') == ","


def _share_in_brackets(rows: list[_Row], plain: str) -> None:
    """*300 millions de rands (| 15 millions d'euros) de taxes*: one sum in two currencies is of one thing."""
    for earlier, row in pairwise(rows):
        is_again = {earlier["unit"], row["unit"]} <= unit_codes("currency") and earlier["unit"] != row["unit"]
        if is_again and plain[earlier["after"] : row["start"]] == " (" and plain.startswith(")", row["after"]):
            _copy("of", earlier, row)


_FARTHEST_NOUN = 400  # characters from a pronoun back to what it means


def _share_among_them(rows: list[_Row], amounts: Amounts) -> None:
    """*Les requêtes affluent : seules 20 % | d'entre elles aboutissent.*: the nearest noun that can be meant."""
    text = amounts.text
    for row in rows:
        among = _AMONG_THEM.match(text.plain, row["after"]) if row["of"] is None else None
        if among is None:
            continue
        is_feminine = among.group().rpartition(" ")[2].lower() in words("feminine plural pronoun")
        low = max(_paragraph_or_sentence_before(row, amounts), row["start"] - _FARTHEST_NOUN)
        before = (t for t in reversed(text.tokens(low, row["start"])) if t.pos_ in ("NOUN", "PROPN"))
        noun = next((t for t in before if _is_several(t, feminine=is_feminine)), None)
        if noun is not None:
            span = text.phrase(noun, row["start"], amounts.numbers)
            row["of_start"], row["of_end"] = span or (noun.idx, noun.idx + len(noun))
            row["of"] = text.release.text[row["of_start"] : row["of_end"]]


def _paragraph_or_sentence_before(row: _Row, amounts: Amounts) -> int:
    """Where the sentence before begins, or the paragraph."""
    low, _ = amounts.text.sentence_span(row["start"])
    paragraph = amounts.text.release.paragraphs[row["paragraph"]].start
    return max(paragraph, amounts.text.sentence_span(low - 1)[0]) if low > paragraph else low


def _is_several(noun: Token, *, feminine: bool) -> bool:
    """Whether a noun is a plural of a gender: *elles* are feminine, *eux* may be both."""
    is_plural = "Plur" in noun.morph.get("Number") or noun.text.endswith(("s", "x"))
    return is_plural and (noun.morph.get("Gender") == ["Fem"]) == feminine


_THEY_ARE = re.compile(
    rf"(?:\A|(?<!\w))(?:{alternation(words('plural pronoun'))}) (?:{before_word(words('negation'))})?"
    rf"(?:{alternation(words('plural copula'))})(?: (?:{alternation(words('exceptive'))}))?{_SOFT_AHEAD}",
    _I,
)


def _share_by_pronoun(rows: list[_Row], amounts: Amounts) -> None:
    """*900 écoliers ont marché en mai. Ils étaient | 700 en mars.*: what the last count before counts."""
    for earlier, row in pairwise(rows):
        is_near = row["sentence"] - earlier["sentence"] <= 1 and row["paragraph"] == earlier["paragraph"]
        if row["of"] is not None or row["unit"] != earlier["unit"] or not is_near:
            continue
        left = amounts.text.plain[max(0, row["start"] - 60) : row["start"]]
        is_count = row["unit"] is None and (_THEY_ARE.search(left) or _stands_for_noun(row, amounts))
        if is_count or _is_all_told(earlier, row, amounts):
            _copy("of", earlier, row)


_MOST_AUXILIARIES = 4  # il en avait déjà reçu 300


def _stands_for_noun(row: _Row, amounts: Amounts) -> bool:
    """*Le port a vu 300 voiliers en mai. Il | en | attend 400 en juin.*: a pronoun is what is counted."""
    token = amounts.text.token(row["start"] - 1) if row["start"] else None
    if token is None or _counts_behind(row, amounts):
        return False
    for _ in range(_MOST_AUXILIARIES):
        if token.lower_ in _OF_IT and token.pos_ == "PRON":
            return True
        if not token.i or (token.pos_ not in ("VERB", "AUX", "ADV") and token.lower_ not in words("exceptive")):
            return False
        token = token.nbor(-1)
    return False


def _counts_behind(row: _Row, amounts: Amounts) -> bool:
    """Whether a word follows that is no part of a period: *il en reste 30 | longs*."""
    following = amounts.text.following(row["after"])
    is_period = row["period_start"] is not None and row["period_start"] <= (following.idx if following else 0)
    return following is not None and following.pos_ in ("NOUN", "ADJ") and not is_period


def _is_all_told(earlier: _Row, row: _Row, amounts: Amounts) -> bool:
    """*L'an dernier, la mairie a reçu 300 dossiers. Cette année, | 400.*: nothing but when and how many."""
    if row["sentence"] == earlier["sentence"] or row["period_start"] is None:
        return False
    text = amounts.text
    low, high = text.sentence_span(row["start"])
    spans = ((row["start"], row["after"]), (row["period_start"], row["period_end"]))
    rest = [t for t in text.tokens(low, high) if not any(start <= t.idx < end for start, end in spans)]
    return all(t.is_punct or t.is_space or t.pos_ in ("ADP", "ADV", "DET", "CCONJ") for t in rest)


_OF_IT = words("pronoun of what is counted")


def _share_in_ranges(rows: list[_Row], plain: str) -> None:
    """*30 à 40 personnes*, *12, 15 et 20 élus*: the first numbers of a range or list count what the last does."""
    is_list = False
    for last, first in pairwise(reversed(rows)):
        gap = plain[first["end"] : last["start"]]
        is_linked = len(gap) < _LONGEST_LINK and is_range_link(gap)
        is_list = is_linked or (is_list and gap == ", ")
        if first["of"] is None and first["unit"] == last["unit"] and is_list:
            _copy("of", last, first)


def _copy(name: str, one: _Row, other: _Row) -> None:
    for column in (name, f"{name}_start", f"{name}_end"):
        other[column] = one[column]


# --- whether a number leaves out what another says ---------------------------------------------


def _contexts(reading: str) -> str:
    return alternation(forms_of("number_contexts", reading=reading))


_TO = link("first and last amount")
_FROM_TO = re.compile(
    rf" (?:[^\W\d_]{{1,20}} ){{0,2}}(?:{_TO}) (?:{before_word(forms_of('approximators', side='range'))})?", _I
)
_TO_AT_END = re.compile(rf" (?:{_TO}) (?:\w+ ){{0,3}}\Z")
_LINKS = words("number coordinator")
_COMPLEMENT = rf"(?:{_contexts('complement')})"
_SOFTENERS = [*forms_of("softeners", before="gapped number"), *forms_of("approximators", side="before")]
_SOFTENED = rf"(?: (?:{alternation(_SOFTENERS)}))? ?"
_GAPPED = re.compile(rf",? {_COMPLEMENT} [^:;.()]{{1,60}}?(?:,|,? (?:{alternation(_LINKS)})){_SOFTENED}", _I)
_OF_GAPPED = re.compile(
    rf" (?:[^\W\d_][\w'-]{{0,30}} ){{1,5}}{_COMPLEMENT} [^:;.(),]{{1,40}}?"
    rf"(?:,|,? (?:{alternation(_LINKS)})){_SOFTENED}",
    _I,
)
_NEXT_TO = re.compile(
    rf",? (?:{before_word(_LINKS)})?(?:{before_word(forms_of('softeners', before='adjoining number'))})?"
)
_OWN_COMPLEMENT = re.compile(
    rf" (?:{_contexts('own complement')})(?!\w)(?! (?:{_contexts('no complement')}))(?! [0-9])", _I
)
_COMPLEMENT_BEHIND = re.compile(rf"\s*(?:[.,;)]|\Z| {_COMPLEMENT}(?!\w))", _I)
_CLAUSE = re.compile(rf"(?<!\w)(?:{alternation(words('clause opener'))})(?!\w)", _I)


def _is_ellipsis(earlier: _Row, row: _Row, amounts: Amounts) -> bool:
    """*de 300 cerfs à 400*, *300 cerfs, contre 400*, *300 cerfs en 2018 et 400 en 2019*."""
    plain = amounts.text.plain
    between = plain[earlier["end"] : row["start"]]
    return (
        comparison_marker(between) is not None
        or _TO_AT_END.search(between[-60:]) is not None
        or _is_gapped(earlier, row, amounts)
        or _is_beside(earlier, row, plain)
        or _is_sized_too(earlier, row, amounts)
        or bool(_OF_GAPPED.fullmatch(between) and _COMPLEMENT_BEHIND.match(plain, row["end"]))
    )


_BESIDE = re.compile(rf",?(?: (?:{alternation(_LINKS)}))?{_SOFTENED}", _I)
_OTHER_FRAME = re.compile(rf" {_COMPLEMENT}(?!\w)(?! (?:{_contexts('no complement')}))", _I)


def _is_beside(earlier: _Row, row: _Row, plain: str) -> bool:
    """*En 2020, la ville a planté 300 arbres, et plus de 400 | en 2021*: its frame alone stands behind the second."""
    counted = earlier["of_end"]
    gap = plain[counted : row["start"]] if earlier["end"] < counted < row["start"] else ""
    is_next = bool(gap) and len(gap) < 40 and _BESIDE.fullmatch(gap) is not None
    return is_next and _OTHER_FRAME.match(plain, row["end"]) is not None


_AND_OF = re.compile(
    rf"[^:;.]{{0,120}}?(?:,|,? (?:{alternation(_LINKS)})) (?:{before_word(words('of before a plural'))}){_SOFTENED}", _I
)


def _is_sized_too(earlier: _Row, row: _Row, amounts: Amounts) -> bool:
    """*une hausse de 4 % pour les uns et de | 3 %*: a second size of the noun before."""
    between = amounts.text.plain[earlier["end"] : row["start"]]
    return (
        row["unit"] is not None
        and earlier["of_start"] < earlier["start"]
        and _AND_OF.fullmatch(between) is not None
        and not any(is_finite_verb(t) for t in amounts.text.tokens(earlier["end"], row["start"]))
    )


def _is_gapped(earlier: _Row, row: _Row, amounts: Amounts) -> bool:
    """*12 % en 2018 et 15 en 2019*: the second number stands in the same frame and leaves the rest out."""
    plain = amounts.text.plain
    between = plain[earlier["after"] : row["start"]]
    if _NEXT_TO.fullmatch(between):
        return _OWN_COMPLEMENT.match(plain, row["end"]) is not None
    return bool(
        len(between) < 90
        and _GAPPED.fullmatch(between)
        and not _CLAUSE.search(between)
        and _COMPLEMENT_BEHIND.match(plain, row["end"])
        and not any(is_finite_verb(t) for t in amounts.text.tokens(earlier["end"], row["start"]))
    )
