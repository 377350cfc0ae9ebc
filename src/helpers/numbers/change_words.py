"""The words before a number that make it a change: *en hausse de 3 %*, *recule de 2 points*.

Which words tell a change, and which way, stands in ``lexicon/change_words.csv``.
"""

import re

from helpers import lexicon
from helpers.lexicon.words import alternation, before_word, forms_of, words

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
    rf"(?<!\w){STEM}(?: {_ADVERB})?(?: [^\W\d_]{{2,15}})?,?"
    rf" (?:{before_word(words('of before an amount'))})?{_SOFT}\Z",
    _I,
)
"""*augmente de près de*: a word of change, and what may part it from its number."""
