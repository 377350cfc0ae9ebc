"""Verb forms: which are finite, infinitive or compound, and every form of a verb."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from helpers import lexicon
from helpers.lexicon.words import words

AUXILIARIES = words("auxiliary")
"""*a*, *est*, *avait*: the forms that open a compound tense, whatever their tag."""
_PRESENT_PARTICIPLE = tuple(words("present participle ending"))


def is_finite(token: Token) -> bool:
    """A verb form that carries person and tense."""
    return "Fin" in token.morph.get("VerbForm") or (token.pos_ == "AUX" and not token.morph.get("VerbForm"))


def is_infinitive(token: Token) -> bool:
    """*dire*"""
    return "Inf" in token.morph.get("VerbForm")


def is_participle(token: Token) -> bool:
    """*dit*, *disant*: as the tagger sees it."""
    return "Part" in token.morph.get("VerbForm")


def is_present_participle(token: Token) -> bool:
    """*disant que …*: told by its ending, whatever the tag."""
    return token.lower_.endswith(_PRESENT_PARTICIPLE)


def is_finite_verb(token: Token) -> bool:
    """Whether a token is a verb with a tense and a person: *la ville compte 300 cerfs*."""
    return token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph)


def makes_clause(token: Token) -> bool:
    """Whether a token is an auxiliary or tagged as a finite verb or infinitive: *compter*, *sont*."""
    morph = str(token.morph)
    return token.pos_ == "AUX" or "VerbForm=Fin" in morph or "Inf" in morph


def is_past_participle(token: Token) -> bool:
    """*les 300 cas signalés*; a participle whose tense is not told counts too."""
    return is_participle(token) and "Tense=Pres" not in str(token.morph)


def is_passive(verb: Token) -> bool:
    """*300 cas ont été signalés*, *300 cas signalés*: a participle on a noun or with a passive subject or auxiliary."""
    return is_past_participle(verb) and (
        verb.dep_ == "acl" or any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children)
    )


def has_auxiliary(verb: Token) -> bool:
    """*a dit*"""
    return any(c.dep_.startswith("aux") and is_finite(c) for c in verb.children)


def has_letter(token: Token) -> bool:
    return any(c.isalpha() for c in token.text)


def conjugate(lemma: str, model: str) -> set[str]:
    """All simple forms and participles of a verb, with its spelling changes (ç, ge, è, ll)."""
    ending, endings = _models()[model]
    stem = lemma.removesuffix(ending)
    forms = {stem + e for e in endings}
    if model == "er":
        if stem.endswith("c"):
            forms |= {stem[:-1] + "ç" + e for e in endings if e[0] in "aâo"}
        if stem.endswith("g"):
            forms |= {stem + "e" + e for e in endings if e[0] in "aâo"}
        forms |= {open_stem + e for open_stem in _open_stems(stem) for e in endings if e[0] == "e"}
    return {form.lower() for form in forms}


def _open_stems(stem: str) -> Iterator[str]:
    """The stem before a mute ending: révél- → révèl-, rappel- → rappell-."""
    at = next((i for i in range(len(stem) - 1, -1, -1) if stem[i] in "eé"), -1)
    if 0 <= at >= len(stem) - 3 and not any(c in "aiouyàâîôû" for c in stem[at + 1 :]):
        yield stem[:at] + "è" + stem[at + 1 :]
        if stem[-1] in "lt" and stem[at] == "e" and at == len(stem) - 2:
            yield stem + stem[-1]


@cache
def _models() -> dict[str, tuple[str, tuple[str, ...]]]:
    return {row["model"]: (row["ending"], tuple(row["forms"].split())) for row in lexicon.rows("conjugations")}
