"""The lines of a text joined to paragraphs, words divided at their ends made whole."""

import re
from collections.abc import Iterator

from helpers.lexicon.words import PRONOUNS
from helpers.release.blocks import paragraph_spans
from helpers.text.normal_form import Edit, NormalForm, edited, unseen

_BREAK = re.compile(r"(?<![^\S\r\n])[^\S\r\n]*+(?:\r\n|\r|\n)\s*+")  # tried once for each run of blanks
_DIVIDED = re.compile(r"(?P<left>[^\W\d_]{2,40})(?P<hyphen>[-‐\u00ad])\Z")
_REST = re.compile(r"[^\W\d_]{2,}")
_KNOWN = 2.5  # Zipf frequency from which a form is a word of its own
_RARER = 2  # steps of Zipf frequency by which a misspelling is rarer than its parts: *peutêtre*, not *surtout*


def normal_form(text: str) -> str | NormalForm:
    """A text as it is read: nothing unseen in it, each paragraph on one line; itself where that changes nothing."""
    seen = edited(text, unseen(text))
    plain = seen if isinstance(seen, str) else seen.text
    return edited(seen, _line_ends(plain))


def _line_ends(text: str) -> Iterator[Edit]:
    for start, end, _ in paragraph_spans(text, int(text.startswith("\ufeff"))):
        for match in _BREAK.finditer(text, start, end):
            left = _DIVIDED.search(text, max(start, match.start() - 40), match.start())
            right = _REST.match(text, match.end(), end)
            if left and right:
                first = match.start() if _keeps_hyphen(left["left"], right.group()) else left.start("hyphen")
                yield first, match.end(), ""
            else:
                yield match.start(), match.end(), " "


def _keeps_hyphen(left: str, right: str) -> bool:
    """*porte-|parole*, *Est-|elle* and *Saint-|Denis* keep their hyphen, *ressour-|ces* and *Vas-|son* lose it."""
    if right[0].isupper():
        return True
    if left[0].isupper() and right not in PRONOUNS:
        return False
    from wordfreq import zipf_frequency  # here, not above: few texts divide words, and its list is large

    rarer = min(zipf_frequency(left, "fr"), zipf_frequency(right, "fr"))
    return rarer >= _KNOWN and zipf_frequency(left + right, "fr") + _RARER < rarer
