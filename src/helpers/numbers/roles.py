"""Quantities → their roles: what kind of number each is, so that a table can be filtered.

*People*, *things*, *money* and *measures* are counted or measured; *shares*, *changes* and *rates* relate two amounts;
*ages*, *durations* and *moments* (*il y a deux ans*) tell time; an *enumeration* (*les deux pays*) sums up what is
known already. The words that tell them stand in ``lexicon/closed_classes.csv``, those of change in ``change_words``.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import pandas as pd
from spacy.tokens import Token

from helpers.french.persons import is_human, is_name_part
from helpers.lexicon.words import (
    AND,
    AT,
    BARE_OF,
    DEFINITE,
    OF,
    POSSESSIVES,
    alternation,
    before_word,
    column,
    forms_of,
    words,
)
from helpers.numbers.amounts import Amounts
from helpers.numbers.change_words import MINUS_SIGNS, STEM, factor_ahead, is_change
from helpers.numbers.countable import is_known_group
from helpers.numbers.links import is_range_link, link, part_marker
from helpers.numbers.model import Amount
from helpers.numbers.moves import moving_verb
from helpers.numbers.number_verbs import verbs
from helpers.numbers.times import period_contexts
from helpers.numbers.units import unit_at, unit_codes
from helpers.text.typography import fold

_I = re.IGNORECASE
TRIVIAL = frozenset({"enumeration", "moment"})
"""Roles of numbers that say nothing of the matter: they point to what is known, or to when it was."""


def telling(statistics: pd.DataFrame) -> pd.DataFrame:
    """The statistics that say something: all but *les deux pays* and *il y a trois ans*."""
    return statistics[~statistics["role"].isin(TRIVIAL)]


def role_of(row: Mapping, amount: Amount, amounts: Amounts) -> str:
    """What kind of number a statistic is.

    Args:
        row: the statistic, with what it counts and its unit.
        amount: the amount that it was made of.
        amounts: those of the release.

    Returns:
        people, things, money, measure, share, change, rate, age, duration, moment or enumeration.
    """
    setting = _Setting(row, amount, amounts)
    return next(role for holds, role in _ROLES if holds(setting))


_MOST_LISTED = 6  # ends of a range, or numbers of a list with one unit


@dataclass(frozen=True)
class _Setting:
    """A statistic where it stands."""

    row: Mapping
    amount: Amount
    amounts: Amounts

    @property
    def plain(self) -> str:
        return self.amounts.text.plain

    @property
    def behind(self) -> int:
        """Where the number, its unit and what it counts behind it end."""
        stop = max(self.amount.after, self.amount.end)
        of = self.row["of_end"]
        return max(stop, of) if of is not None and self.row["of_start"] > self.amount.start else stop

    @property
    def start(self) -> int:
        """Where the number begins, or the first of a range whose end it is: *de | huit à neuf ans*."""
        start = self.amount.start
        for _ in range(_MOST_LISTED):
            first = self.amounts.before(start, start - 24)
            if first is None or first.unit != self.amount.unit:
                break
            link = self.plain[first.end : start]
            if not (is_range_link(link) or (link == ", " and start < self.amount.start)):
                break
            start = first.start
        return start  # of the 14 M€ in bondit de 40 % à 14 M€ they are the first

    @property
    def range_end(self) -> int:
        """Where the number ends, or the second of a range whose first end it is: *de 3 | à 4 %* de plus."""
        second = self.amounts.behind(self.amount.end, self.amount.end + 24)
        is_first = second is not None and is_range_link(self.plain[self.amount.end : second.start])
        return second.end if is_first else self.amount.end

    def is_moved(self) -> bool:
        """Whether it is an end of *relevé de 8 à 9 %*."""
        amounts, text = self.amounts, self.amounts.text
        low, high = text.sentence_span(self.amount.start)
        near = (amounts.before(self.amount.start, low), self.amount, amounts.behind(self.amount.end, high))
        numbers = [{"start": a.start, "end": a.end, "value": a.value} for a in near if a is not None]
        return any(moving_verb(*pair, text.document) is not None for pair in pairwise(numbers))

    def ahead(self, most: int = 60) -> str:
        """The text of the sentence before the number."""
        low, _ = self.amounts.text.sentence_span(self.amount.start)
        return self.plain[max(low, self.start - most) : self.start]

    def follows(self, pattern: re.Pattern[str], at: int | None = None) -> bool:
        return pattern.match(self.plain, self.amount.after if at is None else at) is not None

    def has_period_at(self, position: int) -> bool:
        """Whether the words of its period stand there: *300 arbres | l'an dernier*, no *300 arbres l'an*."""
        start = self.row["period_start"]
        return start is not None and start <= position < self.row["period_end"]

    def is_of(self, kind: str) -> bool:
        """Whether its unit is of a kind of ``lexicon/units.csv``."""
        return self.row["unit"] in unit_codes(kind)


# --- what is known already -----------------------------------------------------------------------

_FOLLOWING = re.compile(rf" (?:[^\W\d_]{{2,30}} ){{1,3}}?(?:{alternation(words('announced below'))})(?!\w)", _I)
_FEW = 12


def _sums_up(setting: _Setting) -> bool:
    """*les deux pays*, *ces trois axes*, *deux buts suivants :*"""
    amount = setting.amount
    if setting.row["unit"] is not None or not 1 < amount.value <= _FEW or amount.multiplier != 1.0 or amount.share:
        return False
    return is_known_group(amount, setting.plain) or setting.follows(_FOLLOWING)


# --- what relates two amounts --------------------------------------------------------------------

_SOFT = rf"(?:(?:{alternation(forms_of('approximators', side='before'))})(?: |(?<=')))?"
_MULTIPLE = re.compile(rf"(?<!\w)(?:{alternation(forms_of('number_words', kind='multiple'))})\Z", _I)


_CHANGE_OF = re.compile(rf"(?:{before_word(DEFINITE | words('indefinite article'))})?{STEM}(?!\w)", _I)
_FACTOR = re.compile(rf"(?<!\w)(?:{alternation(words('noun of a factor'))}) (?:{before_word(BARE_OF)})?\Z", _I)
_MORE_THAN = re.compile(rf" (?:{alternation(words('comparative adjective'))})(?!\w)", _I)  # 30 % supérieur
_MORE_BY = re.compile(
    rf"(?<!\w)(?:{alternation(words('comparative adjective'))}) (?:{before_word(BARE_OF)}){_SOFT}\Z", _I
)  # supérieure de 30 %
_TIMES = rf" (?:{alternation(words('noun of a multiple'))}) "
_TIMES_MORE = re.compile(rf"{_TIMES}(?:{alternation(words('comparative') | words('comparative adjective'))})(?!\w)", _I)
_TIMES_THAT = re.compile(rf"{_TIMES}(?:{before_word(DEFINITE | words('demonstrative pronoun'))})", _I)


def _is_multiple(setting: _Setting) -> bool:
    """*quatre fois plus*, *c'est dix fois la moyenne*, *d'un facteur 2*; not *il paie deux fois la note*."""
    if setting.row["unit"] is not None:
        return False
    if setting.follows(_TIMES_MORE) or _FACTOR.search(setting.ahead()):
        return True
    before = setting.amounts.text.token(setting.start - 2) if setting.start > 1 else None
    return before is not None and before.lemma_ in verbs("copula") and setting.follows(_TIMES_THAT)


def _changes(setting: _Setting) -> bool:
    """*en hausse de 3 %*, *0,4 point*, *multiplié par trois*, *le double*, *quatre fois plus*."""
    row, plain = setting.row, setting.plain
    if row["unit"] in ("point", "bp") or _MULTIPLE.search(str(row["text"])) or factor_ahead(row, plain):
        return True
    is_than = setting.follows(_MORE_THAN) or _MORE_BY.search(setting.ahead()) is not None
    if _is_multiple(setting) or (setting.is_of("share") and is_than):
        return True
    if row["of"] is not None and row["of_start"] < setting.start and setting.is_of("share"):
        if _CHANGE_OF.match(str(row["of"])):
            return True
    is_balance = plain[row["start"]] in MINUS_SIGNS and setting.is_of("currency")  # un résultat de −1,2 M€
    if setting.is_of("temperature") or is_balance or setting.is_moved():
        return False
    return is_change({**row, "start": setting.start, "end": setting.range_end}, plain) or _goes_on(setting)


_AND_OF = re.compile(rf"[^:;.]{{0,60}}(?:{alternation(AND)}) (?:{before_word(BARE_OF)})", _I)


def _goes_on(setting: _Setting) -> bool:
    """*Les prix ont augmenté de 4 % en 2020 et de | 3 % en 2021*: a second change behind the first."""
    low, _ = setting.amounts.text.sentence_span(setting.amount.start)
    before = setting.amounts.before(setting.amount.start, low)
    if before is None or before.unit != setting.row["unit"]:
        return False
    is_joined = _AND_OF.fullmatch(setting.plain, before.end, setting.amount.start) is not None
    return is_joined and is_change({"start": before.start, "end": before.end}, setting.plain)


_PER = re.compile(rf" ?(?:/ ?|(?:{before_word(BARE_OF)})?(?:{before_word(words('per'))}))(?=[^\W\d_])", _I)
_EACH_TIME = re.compile(rf" (?:{alternation(words('adjective of a rate'))})(?!\w)", _I)
_EVERY = re.compile(rf"(?<!\w)(?:{alternation(words('every few'))}) \Z", _I)
_ONE = re.compile(r"[^\W\d_]{1,20}", _I)


def _is_rate(setting: _Setting) -> bool:
    """*12 $ l'heure*, *300 visites par jour*, *40 € par habitant*, *quatre heures hebdomadaires*."""
    behind = setting.row["of"] if setting.row["of"] is not None and setting.row["of_start"] > setting.start else ""
    if setting.is_of("time") and _EVERY.search(setting.ahead()):
        return True  # tous les trois jours
    if setting.follows(_EACH_TIME) or _EACH_TIME.search(f" {behind}"):
        return setting.row["unit"] not in ("%", "‰")
    per = _PER.match(setting.plain, setting.behind)
    if per is None or setting.row["unit"] in ("%", "‰") or setting.has_period_at(per.end()):
        return False
    token = setting.amounts.text.following(per.end())
    word = _ONE.match(setting.plain, per.end())
    if token is None or word is None:
        return False
    is_time = word.group().lower() in period_contexts("rate noun")
    if is_time or unit_at(setting.plain, per.end(), per.end() + 30):
        return True
    is_single = "Plur" not in str(token.morph) and token.pos_ == "NOUN"
    return is_single and (is_human(token) or token.lower_ in words("noun of a rate"))


_OUT_OF = re.compile(rf" (?:{link('share and whole')}) ", _I)


def _is_share(setting: _Setting) -> bool:
    """*50 %*, *un tiers*, *huit lits sur dix*, *trois sur quatre*."""
    amount = setting.amount
    if _OUT_OF.search(str(setting.row["text"])):
        return True
    is_fraction = amount.step is None and 0 < amount.value < 1 and setting.row["unit"] is None
    return setting.is_of("share") or amount.share is not None or is_fraction


# --- time ----------------------------------------------------------------------------------------

_AGED = re.compile(rf"(?<!\w)(?:{alternation(words('age word'))}) (?:{before_word(BARE_OF)})?{_SOFT}\Z", _I)
_HAVING = re.compile(rf"(?<!\w)(?:{alternation(words('having an age'))}) {_SOFT}\Z", _I)
_THOSE_OF = re.compile(
    rf"(?<!\w)(?:{alternation(words('determiner of a known group'))}) (?:{alternation(words('bound of an age'))})"
    rf" (?:{before_word(BARE_OF)})\Z",
    _I,
)
_AGE = re.compile(rf"(?:{before_word(DEFINITE)})?(?:{alternation(words('age word'))})(?!\w)", _I)
_THE = re.compile(rf"(?<!\w)(?:{alternation(words('determiner of a known group'))}) \Z", _I)
_FROM_AGE = re.compile(
    rf"(?<!\w)(?:{alternation(words('preposition of an age'))}) \Z|(?:\A|, )(?:{alternation(AT)}) \Z", _I
)
_OF_AGE = re.compile(rf"(?<!\w)(?:{before_word(BARE_OF)}){_SOFT}\Z", _I)
_AND_MORE = re.compile(rf" (?:{alternation(forms_of('approximators', side='after'))})(?!\w)", _I)
_ASIDE = re.compile(r"\*?(?:, ?|\()\Z")
_ASIDE_END = re.compile(r" ?(?:[,).;]|\Z)")
_OF_BEHIND = re.compile(rf" (?:{before_word(BARE_OF)})", _I)


def _is_age(setting: _Setting) -> bool:
    """*âgé de 40 ans*, *une femme de 40 ans*, *Luc Roy, 40 ans,*, *les moins de 18 ans*, *dès 3 ans*."""
    if not setting.is_of("time"):
        return False
    left = setting.ahead()
    if _AGED.search(left) or _AGE.match(str(setting.row["of"] or "")):
        return True
    if setting.row["unit"] != "year" and not _is_said_of_person(setting, left):
        return False
    return (
        _THOSE_OF.search(left) is not None
        or _is_group_of_age(setting, left)
        or (not setting.follows(_OF_BEHIND) and (_HAVING.search(left) or _FROM_AGE.search(left)) is not None)
        or _is_said_of_person(setting, left)
    )


def _is_group_of_age(setting: _Setting, left: str) -> bool:
    """*les 18-25 ans*, *les 65 ans et plus*."""
    amount, plain = setting.amount, setting.plain
    if not _THE.search(left):
        return False
    second = next(iter(setting.amounts.within(amount.end, amount.end + 12)[:1]), None)
    is_first = second is not None and is_range_link(plain[amount.end : second.start])
    return is_first or setting.start < amount.start or setting.follows(_AND_MORE)


def _is_said_of_person(setting: _Setting, left: str) -> bool:
    """*un enfant de huit à neuf ans*, *Luc Roy, 40 ans,*."""
    text = setting.amounts.text
    of, aside = _OF_AGE.search(left), _ASIDE.search(left)
    if of is None and not (aside and setting.follows(_ASIDE_END)):
        return False
    start = setting.start - len(left) + (of or aside).start()
    token = text.token(start - 1) if start else None
    while token is not None and token.i and token.pos_ == "ADJ":
        token = token.nbor(-1)
    return token is not None and (is_human(token) or counts_people(token) or (is_name_part(token) and of is None))


_AGO = re.compile(
    rf"(?<!\w)(?:{alternation([*period_contexts('ago'), *period_contexts('ahead')])}) {_SOFT}\Z",
    _I,
)
_APART = re.compile(rf" (?:{alternation(forms_of('period_steps', behind='length of time'))})(?!\w)", _I)
_OF_THE = re.compile(
    rf" (?:{before_word(OF - BARE_OF)}|(?:{before_word(BARE_OF)})(?:{before_word(DEFINITE | POSSESSIVES)}))", _I
)
_TO_GO = re.compile(rf"(?<!\w)(?:{alternation(AT)}) {_SOFT}\Z", _I)


def _is_moment(setting: _Setting) -> bool:
    """*il y a deux ans*, *six jours plus tard*, *à trois jours du vote*."""
    if not setting.is_of("time"):
        return False
    left = setting.ahead()
    if part_marker(left) is not None:
        return False  # huit semaines, dont deux avant le départ
    is_before = _TO_GO.search(left) is not None and setting.follows(_OF_THE)
    return _AGO.search(left) is not None or setting.follows(_APART) or is_before


# --- what is counted -----------------------------------------------------------------------------


def counts_people(noun: Token) -> bool:
    """Whether a noun that is counted names people: *fidèles*, *blessés*; not *dossiers*, whose ending may be one's."""
    form = fold(noun.text)
    singular = form.rstrip("sx")
    if {form, singular} & _things():
        return False
    return bool({form, singular} & _people()) or is_human(noun) or _is_of_a_people(noun)


def _is_of_a_people(noun: Token) -> bool:
    """*34 Israéliens*, *une Italienne*."""
    singular = fold(noun.text).rstrip("s")
    stems = {singular.removesuffix(ending) for ending in ("", *column("demonym_endings", "ending", kind="feminine"))}
    return noun.text[0].isupper() and bool(stems & _peoples())


@cache
def _peoples() -> frozenset[str]:
    return frozenset(map(fold, column("demonyms", "form")))


@cache
def _people() -> frozenset[str]:
    return frozenset(fold(form) for form in words("people as counted"))


@cache
def _things() -> frozenset[str]:
    return frozenset(fold(form) for form in words("thing with a person's ending"))


_INCLUSIVE = re.compile(
    rf"(?<=[^\W\d_])[-·•.(](?:{alternation(words('inclusive ending') - {'s'})})(?:[-·•.]?s)?\)?", _I
)


def _is_people(setting: _Setting) -> bool:
    """*300 habitants*, *3 jeunes filles*, *300 jeunes*, *30 agent·es*: both genders are told of people only."""
    start, end = setting.row["of_start"], setting.row["of_end"]
    if start is None:
        return False
    if _INCLUSIVE.search(str(setting.row["of"])):
        return True
    tokens = setting.amounts.text.tokens(start, end)
    nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN")]
    while len(nouns) > 1 and nouns[0].lower_ in words("noun of a quantity"):
        del nouns[0]  # le nombre de | personnes
    noun = nouns[0] if nouns else tokens[0] if tokens else None
    return noun is not None and counts_people(noun)


_ROLES: tuple[tuple[Callable[[_Setting], bool], str], ...] = (
    (_sums_up, "enumeration"),
    (_is_moment, "moment"),
    (_is_age, "age"),
    (_is_rate, "rate"),
    (_changes, "change"),
    (_is_share, "share"),
    (lambda setting: setting.is_of("currency"), "money"),
    (lambda setting: setting.is_of("time"), "duration"),
    (lambda setting: setting.row["unit"] is not None, "measure"),
    (_is_people, "people"),
    (lambda setting: True, "things"),
)
"""Each role with what shows it, in the order in which they are tried."""
