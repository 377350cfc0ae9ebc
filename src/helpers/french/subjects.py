"""Whose a verb is: its subject, also where it is elided, relative or shared."""

from spacy.tokens import Token

from helpers.french.verbs import is_finite
from helpers.lexicon.words import OBJECT_CLITICS, words

SUBJECTS = ("nsubj", "nsubj:pass", "expl:subj")
CLITICS = {form: form.removeprefix("-") for form in words("inverted pronoun")}
"""An inverted pronoun as the tokeniser gives it → the pronoun: *-elle* → *elle*."""

_LINK = words("inversion link")
RELATIVE_SUBJECTS = words("relative subject")
_NO_SUBJECTS = words("no subject")
_IMPERSONAL = words("impersonal pronoun")
_LATTER = words("latter")
_SHOWN = words("latter determiner")
_NOMINALS = ("NOUN", "PROPN", "PRON")
_SHARED = (
    "conj", "advcl", "xcomp", "cop", "aux", "aux:tense", "aux:caus", "parataxis", "dep", "advmod", "obl:mod", "fixed",
)  # fmt: skip
"""How a verb hangs on one whose subject is its own, too."""
_MOST_STEPS = 8  # verbs that hang on each other; more is no sentence


def subject_of(verb: Token) -> Token | None:
    """The word that governs the subject of a verb, also where it is elided.

    *X a dit … et a ajouté* (coordination), *X a ouvert la séance en insistant* (participle),
    *X, qui dit* (relative clause): the subject is that of the verb above, or the antecedent.
    """
    token = verb
    for _ in range(_MOST_STEPS):
        own = _own_subject(token, verb)
        if own is not None:
            return _who(own, token)
        latter = _latter_before(token)
        if latter is not None:
            return latter
        if token.dep_ in ("acl", "acl:relcl") and token.head != token:
            return token.head if token.head.pos_ in _NOMINALS else None
        if token.head == token or token.dep_ not in _SHARED:
            return None
        token = token.head
    return None


def _own_subject(token: Token, verb: Token) -> Token | None:
    """The child that is the subject; an inverted pronoun (*« Le pont ferme », dit-elle*) before a noun."""
    subjects = [c for c in token.children if c.dep_ in SUBJECTS and c.i != verb.i and _can_be_subject(c, token)]
    inverted = (c for c in subjects if c.lower_ in CLITICS or c.lower_ in _LINK)
    return next(inverted, subjects[0] if subjects else None)


def _can_be_subject(subject: Token, verb: Token) -> bool:
    """*nous a dit*, *lui a dit*: who is told, whatever the parse says; *nous avons dit*."""
    if subject.lower_ in OBJECT_CLITICS:
        return False
    group = (verb, *(c for c in verb.children if c.dep_.startswith("aux")))
    finite = next((t for t in group if is_finite(t)), None)
    persons = (set(subject.morph.get("Person")), set(finite.morph.get("Person")) if finite is not None else set())
    return subject.pos_ != "PRON" or not all(persons) or bool(persons[0] & persons[1])


def _who(subject: Token, verb: Token) -> Token | None:
    """A child marked as subject as who it is: the antecedent of *qui*, nobody for *il* in *il est prévu*."""
    if subject.lower_ in _LINK and subject.i + 1 < len(subject.doc):
        subject = subject.nbor(1)  # a-t-il: the pronoun is the subject, not its link
    if subject.lower_ in RELATIVE_SUBJECTS:
        return _antecedent(verb, subject)
    is_nobody = subject.lower_ in _IMPERSONAL and _is_impersonal(verb)
    return None if is_nobody or subject.lower_ in _NO_SUBJECTS else subject


def _antecedent(verb: Token, relative: Token) -> Token | None:
    """*la mairesse, qui dit*: what the relative pronoun stands for."""
    if verb.dep_ in ("acl:relcl", "acl") and verb.head != verb:
        return verb.head
    i = relative.i - 1
    while i >= 0 and relative.doc[i].is_punct:
        i -= 1
    return relative.doc[i] if i >= 0 and relative.doc[i].pos_ in ("NOUN", "PROPN") else None


def _is_impersonal(verb: Token) -> bool:
    """*il est prévu que*: a passive whose *il* is nobody."""
    return any(c.dep_ == "aux:pass" for c in verb.children) or "Pass" in verb.morph.get("Voice")


def _latter_before(verb: Token) -> Token | None:
    """*Cette dernière* right before a verb: an adjective that parsers do not take for its subject."""
    doc, i = verb.doc, verb.i - 1
    while i > 0 and (doc[i].pos_ in ("AUX", "ADV") or doc[i].lower_ in CLITICS or doc[i].lower_ in OBJECT_CLITICS):
        i -= 1
    is_latter = i > 0 and doc[i].lower_ in _LATTER and doc[i - 1].lower_ in _SHOWN
    return doc[i] if is_latter else None


def agreeing_subject(verb: Token, head: Token) -> Token | None:
    """The subject again, unless its number contradicts the verb's: then an agreeing noun before the verb, or None."""
    group = [verb, *(c for c in verb.children if c.dep_.startswith("aux"))]
    finite = next((t for t in group if is_finite(t)), None)
    wanted = finite.morph.get("Number") if finite is not None else []
    if not wanted or not head.morph.get("Number") or wanted == head.morph.get("Number") or head.pos_ == "PRON":
        return head
    if any(c.dep_ == "conj" for c in head.children):
        return head  # le maire et le préfet ont dit
    i = min(t.i for t in group) - 1
    while i > head.i and verb.doc[i].pos_ in ("ADJ", "ADV"):
        i -= 1
    near = verb.doc[i]
    agrees = near.morph.get("Number") == wanted or (near.pos_ == "PROPN" and not near.morph.get("Number"))
    return near if i > head.i and near.pos_ in ("NOUN", "PROPN") and agrees else None
