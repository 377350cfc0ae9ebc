"""A verb with what goes with it: auxiliaries, clitics, adverbs, and the asides of a speaker (*pour sa part*)."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from helpers.french.subjects import CLITICS
from helpers.french.verbs import AUXILIARIES
from helpers.lexicon.words import words
from helpers.quotes.walks import is_comma, skip_back

VERB_CLITICS = words("verb clitic")
ASIDE_WORDS = frozenset(word for aside in words("aside") for word in aside.split())
_LINK = words("inversion link")
_LOOSE = words("subject pronoun of the third person")
_LONGEST_ASIDE = 6  # tokens between commas inside a verb group


def goes_with_verb(token: Token) -> bool:
    """*l'a déjà dit*: a clitic, an auxiliary or an adverb."""
    return token.lower_ in VERB_CLITICS or token.lower_ in AUXILIARIES or token.pos_ == "ADV"


def inverted_pronoun(doc: Doc, i: int, end: int) -> int | None:
    """*dit-il*, *dira-t-elle*: the pronoun that begins right behind a verb, its link passed over."""
    if i + 1 < end and doc[i].text in _LINK:
        i += 1
    return i if i < end and (doc[i].lower_ in CLITICS or _is_loose(doc, i, end)) else None


def _is_loose(doc: Doc, i: int, end: int) -> bool:
    """*…, disent | ils |, …*: an inverted pronoun whose hyphen was forgotten, before a mark of punctuation."""
    return i + 1 < end and doc[i].lower_ in _LOOSE and doc[i + 1].is_punct and not doc[i + 1].text.startswith("-")


def before_verb_group(doc: Doc, i: int, stop: int, passes: Callable[[Token], bool] = goes_with_verb) -> int:
    """*Le préfet | a, néanmoins, jugé*: the token before a verb's group, back from the one before the verb."""
    k = skip_back(doc, i, stop, passes)
    if k <= stop or not is_comma(doc[k]):
        return k
    opening = next((j for j in range(k - 1, max(stop, k - _LONGEST_ASIDE), -1) if is_comma(doc[j])), None)
    is_inside = opening is not None and opening - 1 > stop and doc[opening - 1].lower_ in AUXILIARIES
    return skip_back(doc, opening - 1, stop, passes) if opening is not None and is_inside else k
