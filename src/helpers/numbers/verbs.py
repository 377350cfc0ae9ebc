"""Token → what form of a verb it is."""

from spacy.tokens import Token


def is_finite_verb(token: Token) -> bool:
    """Whether a token is a verb with a tense and a person: *la ville compte 300 cerfs*."""
    return token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph)


def makes_clause(token: Token) -> bool:
    """Whether a token is an auxiliary or tagged as a finite verb or infinitive: *compter*, *sont*."""
    morph = str(token.morph)
    return token.pos_ == "AUX" or "VerbForm=Fin" in morph or "Inf" in morph


def is_participle(token: Token) -> bool:
    """*les cas signalés*, *les cas portant sur …*."""
    return "VerbForm=Part" in str(token.morph)


def is_past_participle(token: Token) -> bool:
    """*les 300 cas signalés*; a participle whose tense is not told counts too."""
    return is_participle(token) and "Tense=Pres" not in str(token.morph)


def is_passive(verb: Token) -> bool:
    """*300 cas ont été signalés*, *300 cas signalés*: a participle on a noun or with a passive subject or auxiliary."""
    return is_past_participle(verb) and (
        verb.dep_ == "acl" or any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children)
    )
