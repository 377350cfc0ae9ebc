"""Cues: the words by which a text says that someone else is speaking.

Reporting verbs are recognised by their forms, conjugated here from the lexicon, so that a wrong
tag can't hide one; the tag only decides where a form is also a noun (*annonce*, *note*).
"""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from helpers import lexicon
from helpers.french.verbs import AUXILIARIES, conjugate


@dataclass(frozen=True)
class Cue:
    """A reporting verb or a preposition of attribution.

    ``first`` and ``last`` are token indices (inclusive), ``verb`` the token that governs (None for
    a preposition), ``constructions`` what the lexicon says may follow: que, direct, inf, np, sur.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    lemma: str
    word_class: str
    constructions: frozenset[str]
    verb: Token | None

    def takes(self, construction: str) -> bool:
        """Whether the lexicon lists the construction for this cue."""
        return construction in self.constructions


@dataclass(frozen=True)
class _Entry:
    lemma: str
    word_class: str
    constructions: frozenset[str]
    reflexive: bool
    rest: tuple[str, ...]  # what follows the first word of a compound: faire *valoir*


@cache
def _verbs() -> dict[str, tuple[_Entry, ...]]:
    """Form of the first word → entries, compounds first."""
    found: dict[str, list[_Entry]] = {}
    for row in lexicon.rows("reporting_verbs"):
        lemma = row["lemma"]
        reflexive = lemma.startswith(("se ", "s'"))
        bare = lemma.removeprefix("se ").removeprefix("s'")
        first, *rest = bare.split()
        entry = _Entry(
            lemma, row["class"], frozenset(filter(None, row["constructions"].split("|"))), reflexive, tuple(rest)
        )
        for form in conjugate(first, row["conjugation"]):
            found.setdefault(form, []).append(entry)
    return {
        form: tuple(sorted(entries, key=lambda e: (-len(e.rest), not e.reflexive))) for form, entries in found.items()
    }


@cache
def _prepositions() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """First word → the forms that begin with it, longest first; the last *de* also contracted or elided."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in lexicon.rows("attributions"):
        form = tuple(row["form"].replace("'", "' ").split())
        endings = ("de", "du", "des", "d'") if form[-1] == "de" else (form[-1],)
        for ending in endings:
            found.setdefault(form[0], []).append(((*form[:-1], ending), row["lemma"], row["class"]))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}


# What may stand between a verb of saying and its subject or clause: pour sa part, de son côté, à son tour.
ASIDE = frozenset("pour sa leur part de son côté à tour".split())


def verb_cues(doc: Doc) -> list[Cue]:
    """Every reporting verb of a Doc in order, as far as its form and its neighbours allow the reading."""
    found, taken, text = [], -1, doc.text
    for token in doc:
        if token.i <= taken:
            continue
        for entry in _verbs().get(token.lower_, ()):
            last = _compound_end(token, entry)
            if last is None or not _reads_as_verb(token) or entry.reflexive != _has_reflexive(token):
                continue
            end = doc[last]
            found.append(
                Cue(
                    first=token.i,
                    last=last,
                    start=token.idx,
                    end=end.idx + len(end),
                    text=text[token.idx : end.idx + len(end)],
                    lemma=entry.lemma,
                    word_class=entry.word_class,
                    constructions=entry.constructions,
                    verb=_governor(doc, token.i, last) if entry.rest else token,
                )
            )
            taken = last
            break
    return found


def _compound_end(token: Token, entry: _Entry) -> int | None:
    if token.i + len(entry.rest) >= len(token.doc):
        return None
    following = [token.nbor(k + 1) for k in range(len(entry.rest))]
    return token.i + len(entry.rest) if all(t.lower_ == w for t, w in zip(following, entry.rest, strict=True)) else None


def _governor(doc: Doc, first: int, last: int) -> Token:
    """The token of a compound that the rest of the sentence hangs on."""
    inside = [doc[i] for i in range(first, last + 1) if doc[i].pos_ in ("VERB", "AUX")]
    outside = [t for t in inside if not first <= t.head.i <= last or t.head == t]
    return (outside or inside or [doc[first]])[0]


def _reads_as_verb(token: Token) -> bool:
    """Not a noun or adjective of the same form."""
    if token.pos_ in ("VERB", "AUX"):
        return True
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    while after is not None and (after.pos_ == "ADV" or after.lower_ in ASIDE) and after.i + 1 < len(token.doc):
        after = after.nbor(1)  # juge aussi que
    if after is not None and after.lower_ in ("-t", "-il", "-elle", "-ils", "-elles", "-on", "que", "qu'"):
        return before is None or before.pos_ not in ("DET", "ADP", "NUM", "ADJ")
    if (
        before is not None
        and before.lower_ in AUXILIARIES
        and token.lower_.rstrip("es").endswith(("é", "i", "u", "it", "is", "ert"))
    ):
        return True
    # « … », souligne X: no noun stands bare between a comma and a noun phrase.
    return (
        before is not None
        and before.text in ',»"”'
        and after is not None
        and (after.pos_ in ("DET", "PROPN") or after.text[0].isupper())
    )


def _has_reflexive(token: Token) -> bool:
    doc, i = token.doc, token.i - 1
    while i >= 0 and (
        doc[i].pos_ == "AUX"
        or doc[i].lower_ in AUXILIARIES
        or doc[i].pos_ in ("ADV", "ADP")
        or doc[i].lower_ in ("leur", "son", "sa", "ce", "côté", "part", "tour", "ailleurs")
        or doc[i].lower_ in ("-t", "-il", "-elle", "-ils", "-elles")
    ):
        i -= 1
    return i >= 0 and doc[i].lower_ in ("se", "s'")


def preposition_cues(doc: Doc) -> list[Cue]:
    """Every preposition of attribution: *selon*, *d'après*, *pour*, …; whether it attributes is not yet said."""
    found, taken, text = [], -1, doc.text
    lower = [token.lower_ for token in doc]
    for i, first in enumerate(lower):
        if i <= taken:
            continue
        entries = _prepositions().get(first, ())
        if first == "a" and doc[i].text == "A":  # capitals often lack their accent
            entries = (*entries, *(entry for entry in _prepositions().get("à", ()) if len(entry[0]) > 1))
        for form, lemma, word_class in entries:
            last = i + len(form) - 1
            if tuple(lower[i + 1 : last + 1]) == form[1:]:
                start, end = doc[i].idx, doc[last].idx + len(doc[last])
                constructions = frozenset(("direct", "clause"))
                found.append(Cue(i, last, start, end, text[start:end], lemma, word_class, constructions, None))
                taken = last
                break
    return found
