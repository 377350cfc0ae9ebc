"""Doc → the table of statistics: each number with what is counted, when, and who says so.

Takes a parsed release; gives ``quantities`` and, for every other figure, ``not_statistics``. Which
stretches are numbers is told by ``amounts``, when by ``periods``, where by ``places``; here the parse says
what a number counts and according to whom. The verbs and small words that show it stand in the lexicon:
``figure_verbs``, ``comparisons``, ``attributions``, ``name_links``.
"""

import bisect
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pandas as pd
from spacy.tokens import Doc, Token

from helpers import lexicon
from helpers.lexicon.words import alternation, forms_of
from helpers.numbers.amounts import NumberReading, approximation, comparison_marker, is_range_link
from helpers.numbers.fixed_forms import WEEKDAYS
from helpers.numbers.numerals import Amount, unit_at, unit_codes
from helpers.numbers.periods import period_of
from helpers.numbers.places import before_place, place_of
from helpers.text.frames import typed
from helpers.text.typography import fold

_I = re.IGNORECASE

_SPANS = ("of", "period", "place", "source", "agent")
TYPES = {
    "start": "int64", "end": "int64", "text": "object", "value": "float64", "unit": "object",
    "approximation": "object", "precision": "float64",
    **{name + part: kind for name in _SPANS for part, kind in (("", "object"), ("_start", "Int64"), ("_end", "Int64"))},
    "paragraph": "int64", "sentence": "int64",
}  # fmt: skip


def quantities(reading: NumberReading) -> pd.DataFrame:
    """The statistics of a release, one row each, in the order of the text.

    Args:
        reading: the amounts of the release, as ``read_amounts`` gives them.

    Returns:
        ``start``, ``end``, ``text``: the number with its multiplier and its sign for money or per cent.
        ``value``: the number itself, 50 for *50 %*, 12,000,000 for *12 M$*, 0.2 for *un sur cinq*.
        ``unit``: code of ``lexicon/units.csv`` (%, CAD, year, km …), None for plain counts.
        ``approximation``: exact, about, more than, less than, at least or at most.
        ``precision``: half a unit of the last printed digit, in units of ``value``: 50,000 for
        *7,4 millions*; NaN where no digit is printed (*la moitié*).
        ``of``: what is counted, a noun phrase. Where the second number of a comparison leaves it out,
        it is the first one's, with the span of the first; so are ``source`` and ``agent``.
        ``period``: when, in the notation of ``periods`` (2018, 2018-05, 2014/2018, 2017/.., 2019-W40),
        with the span of its words; *l'an dernier* and the like are counted from the dateline, and stand
        as printed where there is none.
        ``place``: where, the name or phrase that the sentence gives: *Canada*, *dans le monde*.
        ``source``: who holds or reports the figure; ``agent``: who did what is counted.
        ``paragraph``: index into ``release.paragraphs``; ``sentence``: row of the sentence table.
        Spans are code point offsets into ``release.text``; what the text does not say is None or NA.
    """
    rows = [_row(amount, reading) for amount in reading.amounts]
    _share_subjects(rows, reading)
    return typed(rows, TYPES)


def not_statistics(reading: NumberReading) -> pd.DataFrame:
    """Every figure of the release that is no statistic, and why.

    Columns: ``start``, ``end``, ``text``, ``reason`` (date, year, telephone number, part of a name,
    vague amount …). Whatever digit of the release is in no statistic is in one of these rows.
    """
    text = reading.release.text
    rows = [
        {"start": e.start, "end": e.end, "text": text[e.start : e.end], "reason": e.reason} for e in reading.excluded
    ]
    return pd.DataFrame(rows, columns=["start", "end", "text", "reason"]).astype({"start": int, "end": int})


def _row(amount: Amount, reading: NumberReading) -> dict[str, object]:
    text = reading.release.text
    row: dict[str, object] = dict.fromkeys(TYPES)
    row |= {
        "start": amount.start,
        "end": amount.end,
        "text": text[amount.start : amount.end],
        "value": amount.value,
        "unit": amount.unit,
        "approximation": approximation(amount, reading),
        "precision": amount.step / 2 if amount.step else float("nan"),
        "paragraph": reading.release.paragraph_at(amount.start),
        "sentence": reading.sentence(amount.start),
        "after": amount.after,
    }
    counted = _counted(amount, reading)
    _put(row, "of", counted, text)
    behind_from = max(amount.after, counted[1] if counted else 0)
    period = period_of(amount, reading, behind_from)
    if period:
        row["period_start"], row["period_end"], row["period"] = period
    source, agent = _who(amount, reading)
    _put(row, "source", source, text)
    _put(row, "agent", agent, text)
    place = place_of(amount, reading, behind_from)
    if place and any(who and who[0] - 5 < place[0] < who[0] + 5 for who in (source, agent)):
        place = None  # signalés au Centre national: a body, and it is told as such
    if place and counted and counted[0] < place[0] < counted[1] <= place[1]:
        # morts en Allemagne: what is counted ends where the place begins
        counted = counted[0], before_place(place[0], reading.plain)
        _put(row, "of", counted, text)
    _put(row, "place", place, text)
    release = reading.release
    if source is None and release.source and release.paragraphs[row["paragraph"]].kind == "fact":
        _put(row, "source", (release.source.start, release.source.end), text)  # Faits en bref: the issuer says so
    return row


def _put(row: dict[str, object], name: str, span: tuple[int, int] | None, text: str) -> None:
    if span:
        row[name], row[f"{name}_start"], row[f"{name}_end"] = text[slice(*span)], *span


# --- what is counted ---------------------------------------------------------------------------

_NOUNS = ("NOUN", "PROPN", "X")
_OF = ("de", "d'", "du", "des")
_ENDS_PHRASE = ("selon", "depuis", "pendant", "durant", "dès", "avant", "après", "par")


def _counted(amount: Amount, reading: NumberReading) -> tuple[int, int] | None:
    """The noun phrase that a number counts."""
    if amount.share:
        return amount.share
    plain, (_, limit) = reading.plain, reading.sentence_span(amount.start)
    of = re.compile(r" (?:de |d'|des |du (?=\w)|d’)", _I).match(plain, amount.after, limit)
    has_unit = amount.unit is not None
    if of and (amount.partitive or has_unit):
        token = reading.following(of.end())
    elif has_unit or (amount.partitive and amount.multiplier == 1.0 and plain[amount.after : amount.after + 1] != " "):
        return _named(amount, reading) or _measured(amount, reading)
    else:
        token = reading.following(amount.after)
        if token is None or token.idx > amount.after + 1 or token.pos_ == "DET" or token.idx in reading.numbers:
            return _measured(amount, reading)
    if token is None or token.idx >= limit or not token.text[0].isalpha():
        return None
    if of and amount.unit in unit_codes("time") | unit_codes("length") and token.text[0].isupper():
        return None  # 60 km de Paris
    return _noun_phrase(token, limit, reading, sure=bool(of)) or _measured(amount, reading)


_OF_BEFORE = re.compile(
    r"(?:(?<= )de|(?<= )d'|(?<= )des)(?: (?:près|plus|moins) d[e']| environ| quelque| presque)? ?\Z", _I
)


def _named(amount: Amount, reading: NumberReading) -> tuple[int, int] | None:
    """*une marge de 23 %*, *une amende de 40 €*: the noun that the number gives the size of."""
    if amount.unit in unit_codes("time"):
        return None
    left = max(0, amount.start - 24)
    of = _OF_BEFORE.search(reading.plain, left, amount.start)
    token = reading.token(of.start() - 2) if of else None
    low, _ = reading.sentence_span(amount.start)
    noun = _noun_before(token, low, reading)
    if noun is None:
        return None
    first = noun
    for _ in range(3):  # taux de croissance, augmentation des salaires
        link = first.nbor(-1) if first.i else None
        if link is None or link.text.lower() not in ("de", "d'", "d’", "du", "des", "en") or link.idx <= low:
            break
        before = _noun_before(link.nbor(-1), low, reading)
        if before is None:
            break
        first = before
    if fold(first.text).rstrip("sx") in _unmeasured():
        return None
    return first.idx, token.idx + len(token)


def _noun_before(token: Token | None, low: int, reading: NumberReading) -> Token | None:
    """The noun that a token is, or follows as an adjective or participle."""
    for _ in range(3):
        if token is None or token.idx < low or token.idx in reading.numbers:
            return None
        if token.pos_ == "NOUN":
            return token
        if not token.i or not _follows_noun(token):
            return None
        token = token.nbor(-1)
    return None


@cache
def _unmeasured() -> frozenset[str]:
    return frozenset(fold(r["noun"]).rstrip("sx") for r in lexicon.rows("no_measured_nouns"))


def _follows_noun(token: Token) -> bool:
    participle = token.pos_ == "VERB" and "VerbForm=Part" in str(token.morph) and token.dep_ in ("acl", "amod")
    return (token.pos_ == "ADJ" or participle) and token.nbor(-1).pos_ in ("NOUN", "ADJ")


def _from(doc: Doc, first: int, count: int) -> Iterator[Token]:
    """Some tokens from one on; a slice that is empty at the end would cost as much as the whole text."""
    return (doc[i] for i in range(first, min(first + count, len(doc))))


def _noun_phrase(token: Token, limit: int, reading: NumberReading, *, sure: bool = False) -> tuple[int, int] | None:
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
    for t in _from(doc, head.i + 1, 23):
        if t.idx >= limit or t.is_space or t.idx in numbers:
            break
        if t.is_punct and t.text != "-" or "<" in t.text or t.text.lower() in WEEKDAYS:
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
        elif t.i == last.i + 1 and t.pos_ == "NOUN" and last is head and _agrees(head, t):
            inside.add(t.i)  # jeunes enfants, where the tagger takes both for nouns
            last, pending = t, False
        elif t.text.lower() == "travers" or t.pos_ == "CCONJ" and not _agrees(t.nbor(-1), t.head):
            break
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


def _agrees(noun: Token, other: Token) -> bool:
    """Whether two words look like one number: the letters tell the plural more surely than the tag."""
    return other.pos_ not in ("ADJ", "VERB", "NOUN") or noun.text.endswith(("s", "x")) == other.text.endswith(
        ("s", "x")
    )


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
    if text in _OF:
        return True
    if text in _ENDS_PHRASE:
        return False
    return (
        noun.i > preposition.i
        and noun.pos_ in ("NOUN", "PROPN")
        and noun.head.i in inside
        and not noun.text[0].isdigit()
    )


@cache
def _verbs(role: str) -> frozenset[str]:
    """Lemmas of the verbs of a role in ``lexicon/figure_verbs.csv``: copula, counter, holder or teller."""
    return frozenset(r["lemma"] for r in lexicon.rows("figure_verbs") if r["role"] == role)


@cache
def _verbs_with(role: str, preposition: str) -> frozenset[str]:
    """The same, of those that take a preposition before the source: *recensés par*, *signalés à*."""
    rows = lexicon.rows("figure_verbs")
    return frozenset(r["lemma"] for r in rows if r["role"] == role and r["preposition"] == preposition)


@cache
def _moves() -> frozenset[str]:
    """Lemmas of the verbs that lead from one number to another: *passer de … à …*."""
    return frozenset(forms_of("comparisons", kind="from_to"))


def _number_head(amount: Amount, reading: NumberReading) -> Token | None:
    """The word of the number that the rest of the sentence hangs on."""
    stop = max(amount.end, amount.after)
    tokens = reading.tokens(amount.start, stop)
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.head.i not in inside or token.head is token:
            return token
    return None


_MOST_SUBJECTS = 6  # a verb of more is no sentence


def _subjects(verb: Token, reading: NumberReading) -> list[Token]:
    """The nominal subjects of a verb, read once: a verb may have thousands of children."""
    return reading.once(
        "subjects", verb.i, lambda: [c for c in verb.children if c.dep_.startswith("nsubj") and c.pos_ in _NOUNS]
    )[:_MOST_SUBJECTS]


def _is_copular(verb: Token, reading: NumberReading) -> bool:
    return bool(reading.once("copula", verb.i, lambda: [True] if any(c.dep_ == "cop" for c in verb.children) else []))


def _hangs_on(token: Token, other: Token) -> bool:
    """Whether a token depends on another, some steps up at most."""
    for _ in range(12):
        if token.head is token:
            return False
        token = token.head
        if token.i == other.i:
            return True
    return False


_FOR_SPELL = re.compile(
    r"(?<!\w)(?:depuis|pendant|durant|après|dans|avant|il y a|voilà|voici|d'ici|en)(?: [^\W\d_]{1,12}){0,2} \Z", _I
)


def _measured(amount: Amount, reading: NumberReading) -> tuple[int, int] | None:
    """The subject of a verb of measure: *le taux a atteint 0,4 %*."""
    head = _number_head(amount, reading)
    if head is None:
        return None
    left = reading.plain[max(0, amount.start - 40) : amount.start]
    if amount.unit in unit_codes("time") and _FOR_SPELL.search(left):
        return None
    verb = head
    for _ in range(4):
        if verb.pos_ in ("VERB", "AUX") or _is_copular(verb, reading):
            break
        verb = verb.head
    if verb.lemma_ not in _moves() | _verbs("copula") and not _is_copular(verb, reading):
        return None
    for child in _subjects(verb, reading):
        if child.i < head.i and not _hangs_on(head, child):
            low, _ = reading.sentence_span(amount.start)
            start = min((t for t in child.lefts if t.pos_ in ("DET", "ADJ")), key=lambda t: t.i, default=child)
            return _noun_phrase(start, amount.start, reading) if start.idx >= low else None
    return None


_SOFT = alternation([*forms_of("approximators", side="range"), "plus de", "moins de", "seulement", "au moins"])

# --- who says so, who did it -------------------------------------------------------------------

_NAME_LINKS = frozenset(forms_of("name_links"))
_NEUTRAL = alternation(r["form"] for r in lexicon.rows("attributions") if r["class"] == "neutral")
_ACCORDING = re.compile(rf"(?<![\w'])(?:{_NEUTRAL})(?!\w)", _I)


def _who(amount: Amount, reading: NumberReading) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Source and agent of a figure: *selon X*, *signalés au X*, *recensés par X*; *par X*."""
    low, high = reading.sentence_span(amount.start)
    source, agent = _according(amount, reading, low, high), None
    verb = _governor(amount, reading)
    if verb is None:
        return source, None
    if verb.idx < amount.start:
        # Le service a recensé 300 cas: who counts is the subject.
        subject = next((c for c in _subjects(verb, reading) if c.dep_ == "nsubj" and c.i < verb.i), None)
        if source is None and subject is not None and verb.lemma_ in _verbs("teller"):
            first = next((c for c in subject.lefts if c.pos_ == "DET"), subject)
            source = _noun_phrase(first, verb.idx, reading)
        return source, None
    # The parse often hangs "au X par Y" on the wrong word, so the order of the words decides.
    nearest = verb
    for token in _from(reading.doc, verb.i + 1, 39):
        if token.idx >= high or token.text in (";", ":") or token.is_punct and token.text == ",":
            break
        if token.pos_ == "VERB" and token.i > verb.i and "VerbForm=Fin" in str(token.morph):
            break
        text = token.text.lower()
        if token.pos_ == "VERB" and not token.is_ancestor(verb):
            nearest = token
        if source is None and text in ("à", "au", "aux") and verb.lemma_ in _verbs_with("holder", "à"):
            source = _body(token, high, reading)
        elif text == "auprès" and source is None and verb.lemma_ in _verbs("counter") | _verbs("holder"):
            source = _body(token.nbor(), high, reading) if token.i + 1 < len(reading.doc) else None
        elif text == "par" and agent is None and nearest.i == verb.i and not _is_manner(token):
            body = _body(token, high, reading)
            if body and unit_at(reading.plain, token.idx + 4, high):
                continue  # par an
            if body and verb.lemma_ in _verbs_with("counter", "par") and source is None:
                source = body
            elif body and verb.lemma_ not in _verbs("counter") and _is_passive(verb):
                agent = body
    return source, agent


def _is_manner(preposition: Token) -> bool:
    """*par courriel*, *par habitant*: a bare common noun is no doer."""
    following = preposition.nbor() if preposition.i + 1 < len(preposition.doc) else preposition
    return following.pos_ == "NOUN" and following.text[:1].islower() and "Plur" not in str(following.morph)


def _is_passive(verb: Token) -> bool:
    participle = "VerbForm=Part" in str(verb.morph) and "Tense=Pres" not in str(verb.morph)
    return participle and (verb.dep_ == "acl" or any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children))


def _governor(amount: Amount, reading: NumberReading) -> Token | None:
    """The verb that tells what was done with what is counted."""
    head = _number_head(amount, reading)
    seen = 0
    while head is not None and seen < 6:
        if head.pos_ == "VERB":
            return head
        near = _from(head.doc, head.i + 1, 15)
        participle = next((t for t in near if t.head.i == head.i and t.pos_ == "VERB" and t.dep_ == "acl"), None)
        if participle is not None:
            return participle
        if head.head is head:
            return None
        head, seen = head.head, seen + 1
    return None


def _according(amount: Amount, reading: NumberReading, low: int, high: int) -> tuple[int, int] | None:
    """*selon X*: the one behind the number, up to the next number; else the nearest before it."""
    found = reading.once("according", low, lambda: _attributions(reading, low, high))
    if not found:
        return None
    here = bisect.bisect_right(reading.starts, amount.start)
    following = reading.starts[here] if here < len(reading.starts) else high
    before = next((span for at, span in reversed(found) if at < amount.start), None)
    behind = next(((at, span) for at, span in found if at >= amount.start), None)
    if behind and (behind[0] < following or before is None):
        return behind[1]
    if before and _is_inside(before, amount.start, reading.plain):
        return None
    return before


_INSIDE = re.compile(r"(?:[^\W\d_][\w'-]{0,30} ){0,3}?(?:de|d'|auprès de|parmi|chez|à)(?: [^\W\d_]{1,12}){0,2} ?", _I)


def _is_inside(source: tuple[int, int], start: int, plain: str) -> bool:
    """*selon une femme de 40 ans*: the number is said of the source, not by it."""
    return start < source[1] or bool(_INSIDE.fullmatch(plain, source[1] + 1, start))


def _attributions(reading: NumberReading, low: int, high: int) -> list[tuple[int, tuple[int, int]]]:
    """Every *selon X* of a sentence: where it begins and the span of X."""
    found = []
    for match in _ACCORDING.finditer(reading.plain, low, high):
        token = reading.token(match.end() - 1)
        span = _body(token, high, reading) if token is not None else None
        if span and not any(
            fold(word).rstrip("sx") in _no_sources() for word in reading.plain[slice(*span)].split()[:3]
        ):
            found.append((match.start(), span))
    return found


@cache
def _no_sources() -> frozenset[str]:
    """Nouns behind *selon* that say nothing: *selon le site*, *selon l'âge*."""
    return frozenset(fold(r["noun"]).rstrip("sx") for r in lexicon.rows("no_source_nouns"))


def _body(preposition: Token, limit: int, reading: NumberReading) -> tuple[int, int] | None:
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
        for token in _from(doc, start.i + 1, 15):
            if token.idx >= limit:
                break
            if token.text[:1].isupper() and token.is_alpha:
                last = token
            elif token.text.lower() not in _NAME_LINKS and token.text != "-":
                break
            elif token.text.lower() == "par":
                break
        whole = _noun_phrase(first, limit, reading)
        return first.idx, max(last.idx + len(last), whole[1] if whole else 0)
    return _noun_phrase(first, limit, reading)


# --- what is left out --------------------------------------------------------------------------


def _share_subjects(rows: list[dict[str, object]], reading: NumberReading) -> None:
    """Fill what an elliptical number leaves out from the numbers before it."""
    for earlier, row in pairwise(rows):
        # What stands behind the number is counted by it; a subject before it may be measured in the unit left out.
        counts = row["of"] is not None and row["of_start"] > row["start"]
        if row["unit"] is None and not counts and earlier["sentence"] == row["sentence"]:
            row["unit"] = _shared_unit(earlier, row, reading)
    _share_money(rows)
    for n, row in enumerate(rows):
        for earlier in reversed(rows[max(0, n - 6) : n]):
            if row["of"] is not None or earlier["sentence"] != row["sentence"]:
                break
            if earlier["unit"] == row["unit"] and earlier["of"] is not None and _ellipsis(earlier, row, reading):
                for name in ("of", "source", "agent"):
                    if row[name] is None:
                        for column in (name, f"{name}_start", f"{name}_end"):
                            row[column] = earlier[column]
                break
    # 30 à 40 personnes: the first number of a range counts what the second does.
    for row, later in pairwise(rows):
        gap = reading.plain[row["end"] : later["start"]]
        if row["of"] is None and row["unit"] == later["unit"] and len(gap) < 24 and is_range_link(gap):
            row["of"], row["of_start"], row["of_end"] = later["of"], later["of_start"], later["of_end"]


def _shared_unit(earlier: dict[str, object], row: dict[str, object], reading: NumberReading) -> str | None:
    """*12 M$, contre 10 millions*; *12 % en 2018 et 15 en 2019*; *de 8 euros à 9*."""
    unit, money = earlier["unit"], unit_codes("currency")
    if unit is None or unit not in money and (unit != "%" or row["value"] > 100 or " " in row["text"]):
        return None
    between = reading.plain[earlier["end"] : row["start"]]
    if comparison_marker(between) or _is_gapped(earlier, row, reading):
        return unit
    return unit if unit in money and _FROM_TO.fullmatch(between) else None


_FROM_TO = re.compile(r" (?:[^\W\d_]{1,20} ){0,2}à (?:près de |plus de |environ |quelque )?", _I)
_COMPLEMENT = (
    r"(?:en|pour|au|aux|à|dans|chez|sur|par|l'an|l'année|un an|cette|ce|la|le|fin|début|seulement|actuellement|"
    r"aujourd'hui|auparavant|depuis|avant|après|d'ici)"
)
_GAPPED = re.compile(rf",? {_COMPLEMENT} [^:;.()]{{1,60}}?(?:,|,? et|,? puis|,? mais|,? ou)(?: {_SOFT})? ?", _I)
_NEXT_TO = re.compile(rf",? (?:(?:et|puis|mais|ou) )?(?:{_SOFT} )?")
_OWN_COMPLEMENT = re.compile(r" (?:pour|en|à|au|aux|chez|dans)(?!\w)(?! (?:la|le)? ?fois)(?! [0-9])", _I)
_COMPLEMENT_BEHIND = re.compile(rf"\s*(?:[.,;)]|\Z| {_COMPLEMENT}(?!\w))", _I)
_CLAUSE = re.compile(r"(?<!\w)(?:qui|que|qu'|dont|où|quand|lorsque|alors|tandis)(?!\w)", _I)


def _is_gapped(earlier: dict[str, object], row: dict[str, object], reading: NumberReading) -> bool:
    """*12 % en 2018 et 15 en 2019*: the second number stands in the same frame and leaves the rest out."""
    between = reading.plain[earlier["after"] : row["start"]]
    if _NEXT_TO.fullmatch(between):
        return _OWN_COMPLEMENT.match(reading.plain, row["end"]) is not None
    return bool(
        len(between) < 90
        and _GAPPED.fullmatch(between)
        and not _CLAUSE.search(between)
        and _COMPLEMENT_BEHIND.match(reading.plain, row["end"])
        and not any(
            t.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(t.morph)
            for t in reading.tokens(earlier["end"], row["start"])
        )
    )


def _share_money(rows: list[dict[str, object]]) -> None:
    """Millions that count nothing are money where money is spoken of: *payé 4 millions d'euros, rendu 3,2 millions*."""
    money, known = unit_codes("currency"), {}
    recent: dict[str, object] | None = None
    for row in rows:
        if row["unit"] in money:
            recent = row
            known[row["value"]] = row["unit"]
        elif row["unit"] is None and row["of"] is None and row["value"] >= 1e6 and _MILLIONS.search(str(row["text"])):
            if recent and recent["sentence"] == row["sentence"]:
                row["unit"] = recent["unit"]
            else:
                row["unit"] = known.get(row["value"])


_MILLIONS = re.compile(r"(?:millions?|milliards?)\Z", _I)


def _ellipsis(earlier: dict[str, object], row: dict[str, object], reading: NumberReading) -> bool:
    between = reading.plain[earlier["end"] : row["start"]]
    return (
        bool(comparison_marker(between))
        or bool(re.search(r" à (?:\w+ ){0,3}\Z", between[-60:]))
        or _is_gapped(earlier, row, reading)
        or bool(_OF_GAPPED.fullmatch(between) and _COMPLEMENT_BEHIND.match(reading.plain, row["end"]))
    )


_OF_GAPPED = re.compile(
    rf" (?:[^\W\d_][\w'-]{{0,30}} ){{1,5}}{_COMPLEMENT} [^:;.(),]{{1,40}}?(?:,|,? et|,? puis|,? ou)(?: {_SOFT})? ?", _I
)
