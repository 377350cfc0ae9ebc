"""A verb with what goes with it: auxiliaries, clitics, adverbs, and the asides of a speaker (*pour sa part*)."""

from spacy.tokens import Doc, Token

from helpers.french.subjects import CLITICS
from helpers.french.verbs import AUXILIARIES
from helpers.lexicon.words import words

VERB_CLITICS = words("verb clitic")
ASIDE_WORDS = frozenset(word for aside in words("aside") for word in aside.split())
_LINK = words("inversion link")


def goes_with_verb(token: Token) -> bool:
    """*l'a déjà dit*: a clitic, an auxiliary or an adverb."""
    return token.lower_ in VERB_CLITICS or token.lower_ in AUXILIARIES or token.pos_ == "ADV"


def inverted_pronoun(doc: Doc, i: int, end: int) -> int | None:
    """*dit-il*, *dira-t-elle*: the pronoun that begins right behind a verb, its link passed over."""
    if i + 1 < end and doc[i].text in _LINK:
        i += 1
    return i if i < end and doc[i].lower_ in CLITICS else None
