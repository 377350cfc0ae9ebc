"""The words beside a number that make it a change: *en hausse de 3 %*, *recule de 2 points*, *3 % de plus*.

Which words tell a change, and which way, stands in ``lexicon/change_words.csv``.
"""

import re
from collections.abc import Mapping

from helpers import lexicon
from helpers.lexicon.words import BARE_OF, BY, alternation, before_word, column, forms_of, words
from helpers.numbers.units import unit_codes

_I = re.IGNORECASE
CHANGE_WORDS = {row["stem"]: row for row in lexicon.rows("change_words")}


def stems(by: str) -> str:
    """The stems of the words of change whose number says an amount, a factor or a comparative."""
    return alternation(stem for stem, row in CHANGE_WORDS.items() if row["by"] == by)


STEM = rf"(?P<stem>{stems('amount')})[^\W\d_]{{0,8}}"
_ADVERB = rf"[^\W\d_]{{2,20}}(?:{alternation(words('adverb ending'))})"
_SOFT = (
    rf"(?:(?:{alternation(forms_of('softeners', before='change'))}) ?"
    rf"(?:{before_word(words('of before a plural'))})?){{0,2}}"
)
CHANGE_AHEAD = re.compile(
    rf"(?<!\w){STEM}(?: {_ADVERB})?(?: (?:{alternation(words('adverbial of a change'))}|[^\W\d_]{{2,15}}))?,?"
    rf" (?:{before_word(words('of before an amount'))})?{_SOFT}\Z",
    _I,
)
"""*augmente de près de*: a word of change, and what may part it from its number."""
_BEHIND = re.compile(rf" ?(?:{before_word(BARE_OF)})(?:(?P<comparative>{stems('comparative')})|{STEM})(?!\w)", _I)
_BY_FACTOR = re.compile(
    rf"(?<!\w)(?P<stem>{stems('factor')})[^\W\d_]{{1,6}} (?:{alternation(BY)}) "
    rf"(?:{before_word(forms_of('softeners', before='factor'))})?\Z",
    _I,
)
_MOVERS = tuple(
    stem for stem in CHANGE_WORDS if any(v.startswith(stem) for v in column("number_verbs", "lemma", role="mover"))
)
_OF = words("of before an amount")
_FAR = 70  # characters from a word of change to its number
MINUS_SIGNS = "-−–"
SIGNS = f"+{MINUS_SIGNS}"


def words_of_change(number: Mapping, plain: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The words before and behind a number that tell a change."""
    start, end = number["start"], number["end"]
    ahead = CHANGE_AHEAD.search(plain, max(0, start - _FAR), start)
    unit = number.get("unit", "")
    if ahead and (unit is None or unit in unit_codes("time")) and _takes_object(ahead):
        ahead = None
    return ahead, _BEHIND.match(plain, end, end + 30)


def _takes_object(ahead: re.Match[str]) -> bool:
    """Whether a number is no amount of change: *relève 12 cas*, *a doublé en six ans*; not *perd 12 sièges*."""
    is_led = not _OF.isdisjoint(ahead.group().lower().replace("'", "' ").split())
    return not is_led and not ahead["stem"].lower().startswith(_MOVERS)


def is_change(number: Mapping, plain: str) -> bool:
    """Whether a statistic (a row of the table) is told as a change: *en hausse de 3 %*, *+ 3 %*."""
    return any(words_of_change(number, plain)) or plain[number["start"]] in SIGNS


def factor_ahead(number: Mapping, plain: str) -> re.Match[str] | None:
    """*multiplié par | trois*, *divisé par près de | deux*: the words before a number that make it a factor."""
    return _BY_FACTOR.search(plain, max(0, number["start"] - _FAR), number["start"])
