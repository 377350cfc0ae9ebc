"""The persons of a release → in which capacity each is said to act, and in which words."""

import re
from collections.abc import Iterator

import pandas as pd
from spacy.tokens import Token

from helpers.analysis import Analysis
from helpers.entities.functions import Function, apposition, function_before, function_behind, same_function
from helpers.entities.persons import Person
from helpers.french.document import ReleaseDoc
from helpers.french.noun_phrases import phrase_around
from helpers.french.persons import is_human, titles
from helpers.french.subjects import subject_of
from helpers.lexicon.words import alternation, words
from helpers.speakers.discourse import Discourse
from helpers.speakers.resolution import resolve
from helpers.text.frames import in_place
from helpers.text.typography import fold

_OPENER = re.compile(rf"(?<!\w)(?:{alternation(words('capacity opener'))})(?:(?<=['’])|\s+)(?=\w)", re.IGNORECASE)
COLUMNS = ("start", "end", "text", "name", "kind", "form", "gender", "paragraph")
_FORMS = {"Masc": "m", "Fem": "f"}
_Found = tuple[int, int, Person, str, Token]
"""Start and end in the text, whose it is, of which kind, and its head."""


def capacities(analysis: Analysis) -> pd.DataFrame:
    """What each person is said to be, with the words that say it: titles, *en sa qualité de …*, *a été l'hôte de …*.

    A person may be several things at once; each is in force from where it stands. A noun in the masculine for a woman
    (*président*) is shown as it is written: ``form`` is the noun's gender, ``gender`` the person's.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a place in order: ``start``, ``end``, ``text``, ``name`` (of the person), ``kind`` (title: beside the
        name; capacity: behind *en qualité de*, *en tant que*, *à titre de*; predicate: *X est …*; of these two the
        person may be meant by a pronoun), ``form`` and ``gender`` (m, f or missing), ``paragraph``.
    """
    normal = analysis.normal
    found = {(start, end): rest for start, end, *rest in (*_said_elsewhere(normal), *_beside(normal))}
    rows = []
    for (start, end), (person, kind, head) in sorted(found.items(), key=lambda item: item[0]):
        text, paragraph = normal.release.text[start:end], normal.release.paragraph_at(start)
        rows.append((start, end, text, person.name, kind, _form(head), person.gender, paragraph))
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table if normal is analysis else in_place(table, analysis.release.form)


def in_force(analysis: Analysis) -> pd.DataFrame:
    """As what the speaker of each quotation is known when it is said: all that was told up to the end of its sentence.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a quotation by a person of whom something is told: ``quotation`` (its row in ``analysis.quotes``),
        ``start``, ``name``, ``named_as`` (the words beside it), ``speaks_as`` (see ``analysis.quotes``), ``in_force``
        (different functions in order, a tuple).
    """
    told = capacities(analysis)
    sentences = analysis.sentences
    rows = []
    for number, quote in enumerate(analysis.quotes.itertuples()):
        said = max(quote.end, quote.speaker_end if pd.notna(quote.speaker_end) else 0)
        ends = sentences.loc[sentences["start"] < said, "end"]
        until = max(said, int(ends.max()) if len(ends) else 0)
        own = told[(told["name"] == quote.speaker_name) & (told["start"] < until)]
        roles: list[str] = []
        for text in own["text"]:
            if not any(same_function(text, role) for role in roles):
                roles.append(text)
        if roles:
            rows.append((number, quote.start, quote.speaker_name, quote.speaker_text, quote.speaker_role, tuple(roles)))
    return pd.DataFrame(rows, columns=["quotation", "start", "name", "named_as", "speaks_as", "in_force"])


def _beside(analysis: Analysis) -> Iterator[_Found]:
    """*la **surintendante principale** Anne Roy*, *Anne Roy, **mairesse de Lyon***: functions beside a name."""
    document, doc = analysis.document, analysis.document.doc
    for person in (p for p in analysis.directory.persons if p.is_personal):
        for first, last in person.mentions:
            before = _place(document, function_before(document, first), *_ahead(document, first))
            phrase = apposition(document, last)
            behind = None
            if phrase:
                ends = doc[phrase[1]].idx + len(doc[phrase[1]])
                behind = _place(document, function_behind(document, phrase), doc[phrase[0]].idx, ends)
            for start, end in filter(None, (before, behind)):
                head = doc[document.token_from(start)]
                if not head.text.endswith("."):  # surint. is only short for what stands elsewhere
                    yield start, end, person, "title", head


def _ahead(document: ReleaseDoc, first: int) -> tuple[int, int]:
    """The stretch of text from the start of the sentence to a name."""
    doc = document.doc
    return doc[document.sentence(first)[0]].idx, doc[first].idx


def _place(document: ReleaseDoc, told: Function | None, start: int, end: int) -> tuple[int, int] | None:
    """Where the words of a function stand, the last time within a stretch."""
    at = document.release.text.rfind(told.text, start, end) if told else -1
    return None if told is None or at < 0 else (at, at + len(told.text))


def _said_elsewhere(analysis: Analysis) -> Iterator[_Found]:
    """*en sa qualité de **présidente***, *en tant que **mairesse***, *elle est l'**hôte du sommet***."""
    document, doc = analysis.document, analysis.document.doc
    discourse = Discourse(analysis.directory, analysis.spans)
    opened = [doc[document.token_from(m.end())] for m in _OPENER.finditer(document.release.text)]
    told = [(noun, "capacity", _who_acts(noun)) for noun in opened if noun.pos_ != "VERB"]
    told += [(noun, "predicate", subject_of(noun)) for noun in doc if _is_predicate(noun)]
    for noun, kind, subject in told:
        person = _person(discourse, subject)
        if person:
            _, last = phrase_around(document, noun)
            yield noun.idx, doc[last].idx + len(doc[last]), person, kind, noun


def _is_predicate(noun: Token) -> bool:
    """*Anne Roy est l'**hôte** du sommet*."""
    return noun.pos_ == "NOUN" and is_human(noun) and any(child.dep_ == "cop" for child in noun.children)


def _who_acts(noun: Token) -> Token | None:
    """Whose the capacity is: the subject of the verb that its phrase goes with."""
    token = noun
    while token.head != token and token.pos_ not in ("VERB", "AUX"):
        if any(child.dep_ == "cop" for child in token.children):
            break
        token = token.head
    return subject_of(token)


def _person(discourse: Discourse, subject: Token | None) -> Person | None:
    """The person whom a subject names or stands for."""
    if subject is None:
        return None
    first, last = phrase_around(discourse.document, subject)
    named = discourse.directory.person_at(first, last)
    if named or subject.pos_ != "PRON":
        return named
    meant = resolve(discourse, subject.i, subject.i).name
    person = discourse.person_called(meant) if meant else None
    return person if person and person.is_personal else None


def _form(noun: Token) -> str | None:
    """Whether a noun is written in the masculine or the feminine, as far as the tables or the tagger know."""
    listed = titles().get(fold(noun.text))
    if listed:
        return listed["gender"] or None  # ministre is both
    return _FORMS.get(next(iter(noun.morph.get("Gender")), ""))
