"""Short walks over the tokens of a Doc, forth and back, as far as what they pass over lasts."""

from collections.abc import Callable

from spacy.tokens import Doc, Token


def form_tokens(form: str) -> tuple[str, ...]:
    """A phrase of the lexicon as a tokeniser gives it: *à l'origine* → *à*, *l'*, *origine*."""
    return tuple(form.replace("'", "' ").split())


def skip_back(doc: Doc, i: int, stop: int, passes: Callable[[Token], bool]) -> int:
    """The token at or before one, behind ``stop``, that is not passed over; ``stop`` where all are."""
    while i > stop and passes(doc[i]):
        i -= 1
    return i


def skip_forward(doc: Doc, i: int, end: int, passes: Callable[[Token], bool]) -> int:
    """The token at or behind one, before ``end``, that is not passed over; ``end`` where all are."""
    while i < end and passes(doc[i]):
        i += 1
    return i


def find(doc: Doc, first: int, end: int, is_sought: Callable[[Token], bool]) -> int | None:
    """The first of some tokens that is sought."""
    return next((i for i in range(first, end) if is_sought(doc[i])), None)


def is_comma(token: Token) -> bool:
    return token.text == ","


def is_adverb(token: Token) -> bool:
    return token.pos_ == "ADV"
