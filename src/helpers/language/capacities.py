"""The persons of a release → in which capacity each is said to act, and in which words."""

from collections.abc import Iterator

import pandas as pd
from spacy.tokens import Doc, Token

from helpers.analysis import Analysis
from helpers.entities.persons import Person
from helpers.french.noun_phrases import phrase_around
from helpers.french.persons import is_human, is_title, titles
from helpers.french.subjects import subject_of
from helpers.lexicon.words import IN, OF, words
from helpers.text.frames import in_place
from helpers.text.typography import fold

_QUALITY = words("noun of a capacity")
_AS = words("opener of a capacity")
_POSSESSIVES = words("possessive determiner")
COLUMNS = ("start", "end", "text", "name", "kind", "form", "gender", "paragraph")
_FORMS = {"Masc": "m", "Fem": "f"}


def capacities(analysis: Analysis) -> pd.DataFrame:
    """What each person is said to be, with the words that say it: titles, *en sa qualité de …*, *a été l'hôte de …*.

    A person may be several things at once; each is in force from where it stands. A noun in the masculine for a woman
    (*président*) is shown as it is written: ``form`` is the noun's gender, ``gender`` the person's.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a place in order: ``start``, ``end``, ``text``, ``name`` (of the person), ``kind`` (title: beside the
        name; capacity: behind *en qualité de*, *en tant que*; predicate: *X est …*), ``form`` and ``gender`` (m, f or
        missing), ``paragraph``.
    """
    normal = analysis.normal
    document, doc = normal.document, normal.document.doc
    found: dict[tuple[int, int], tuple[Person, str, Token]] = {}
    for person in (p for p in normal.directory.persons if p.is_personal):
        for first, last in person.mentions:
            for kind, head in _beside(doc, first, last):
                start, end = head.i, head.i
                if kind == "title":
                    start, end = _title_around(doc, head, first)
                found.setdefault((start, end), (person, kind, head))
    for head, kind in _said_elsewhere(doc):
        subject = subject_of(head) if kind == "predicate" else _who_acts(head)
        person = _person(normal, subject)
        if person:
            _, last = phrase_around(document, head)
            found.setdefault((head.i, last), (person, kind, head))
    rows = []
    for (first, last), (person, kind, head) in sorted(found.items(), key=lambda item: item[0]):
        start, end = doc[first].idx, doc[last].idx + len(doc[last])
        form = _form(head)
        text = normal.release.text[start:end]
        rows.append((start, end, text, person.name, kind, form, person.gender, normal.release.paragraph_at(start)))
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table if normal is analysis else in_place(table, analysis.release.form)


def _is_function(token: Token) -> bool:
    """*la **maire** Anne Roy*; not *Mme*, which says nothing of what she does, nor *pr.*"""
    row = titles().get(fold(token.text), {})
    return row.get("kind") == "function" and token.pos_ != "PROPN" and not token.text.endswith(".")


def _form(noun: Token) -> str | None:
    """Whether a noun is written in the masculine or the feminine, as far as the tables or the tagger know."""
    listed = titles().get(fold(noun.text))
    if listed:
        return listed["gender"] or None  # ministre is both
    return _FORMS.get(next(iter(noun.morph.get("Gender")), ""))


def _beside(doc: Doc, first: int, last: int) -> Iterator[tuple[str, Token]]:
    """*la **surintendante** principale Anne Roy*, *Anne Roy, **mairesse** de Lyon*: within reach of the name."""
    for i in range(first - 1, max(-1, first - 5), -1):
        if doc[i].is_punct and not doc[i].text.endswith("."):
            break
        if _is_function(doc[i]):
            yield "title", doc[i]
            break
    if last + 2 < len(doc) and doc[last + 1].text == "," and (is_human(doc[last + 2]) or is_title(doc[last + 2])):
        yield "title", doc[last + 2]


def _title_around(doc: Doc, head: Token, name: int) -> tuple[int, int]:
    """The title with its adjectives, up to the name: *surintendante principale*."""
    last = head.i
    while last + 1 < len(doc) and last + 1 != name and doc[last + 1].pos_ in ("ADJ", "NOUN"):
        last += 1
    return head.i, last


def _said_elsewhere(doc: Doc) -> Iterator[tuple[Token, str]]:
    """*en sa qualité de **présidente***, *en tant que **mairesse***, *Anne Roy est l'**hôte** du sommet*."""
    for token in doc:
        if token.lower_ in _QUALITY and token.i + 2 < len(doc) and doc[token.i + 1].lower_ in OF:
            opening = {t.lower_ for t in doc[max(0, token.i - 2) : token.i]}
            if opening & IN and opening <= IN | _POSSESSIVES | {t for t in opening if not t.isalpha()}:
                yield doc[token.i + 2], "capacity"
        elif token.lower_ in _AS and token.i + 2 < len(doc) and doc[token.i + 1].lower_ in _QUE:
            yield doc[token.i + 2], "capacity"
        elif token.pos_ == "NOUN" and is_human(token) and any(c.dep_ == "cop" for c in token.children):
            yield token, "predicate"


_QUE = words("that")


def _who_acts(noun: Token) -> Token | None:
    """Whose the capacity is: the subject of the verb that its phrase goes with."""
    token = noun
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        if any(child.dep_ == "cop" for child in token.children):
            break
        token = token.head
    return subject_of(token)


def _person(analysis: Analysis, subject: Token | None) -> Person | None:
    if subject is None:
        return None
    first, last = phrase_around(analysis.document, subject)
    return analysis.directory.person_at(first, last)
