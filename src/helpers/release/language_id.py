"""Text → the language that it is in, and whether that is surely not French."""

from functools import lru_cache

from helpers.lexicon.words import column, forms_of
from helpers.text.typography import word_form, words

_FRENCH = "fr"
_NO_LANGUAGE = "zxx"
_ENOUGH = 12  # different words; fewer may be names alone, and are never refused
_SHARE = 0.2  # of the words: a text in two languages is French enough
_OWN_WORDS = frozenset(forms_of("french_words"))
_OWN_SHARE, _OWN_ENOUGH = 0.1, 12  # of a text's words, and different ones, that are French's own: it is French


def language_code(text: str) -> str:
    """ISO 639-1 code of the language that the text is most likely in."""
    return _ranked(text)[0]


def foreign_language(text: str) -> str | None:
    """The English name of the text's language where it is surely not French, else None.

    The whole is judged first, by its first 20,000 characters; if it is not French, each line of twelve words or more:
    with a fifth of the words in French lines the text is read. Under twelve different words nothing is sure.
    """
    if len({word.casefold() for word in words(text[:5000]) if len(word) > 1 and word.isalpha()}) < _ENOUGH:
        return None
    code, margin = _ranked(text)
    if code in (_FRENCH, _NO_LANGUAGE) or margin < 1:
        return None
    total = french = 0
    for line in text.splitlines():
        count = len(words(line))
        total += count
        if count >= _ENOUGH and _ranked(line)[0] == _FRENCH:
            french += count
    if french >= _SHARE * total:
        return None
    return next(iter(column("languages", "name", code=code)), code)


@lru_cache(maxsize=2)
def _ranked(text: str) -> tuple[str, float]:
    """The likeliest language, and by how much it is likelier than French, for the text's length."""
    sample = text[:20_000]
    if _is_plainly_french(sample):
        return _FRENCH, 0.0
    from py3langid.langid import rank  # here, not above: its model takes half a second to load

    ranking = rank(sample)
    best, score = ranking[0]
    return best, (score - dict(ranking)[_FRENCH]) / max(1.0, len(sample.encode("utf-8", "replace")) ** 0.5)


def _is_plainly_french(text: str) -> bool:
    """Whether so many of French's own small words stand in it that no identifier need be asked."""
    every = [word_form(word) for word in words(text)]
    own = [word for word in every if word in _OWN_WORDS]
    return len(own) >= _OWN_SHARE * len(every) and len(set(own)) >= _OWN_ENOUGH
