"""Names, quotations and who acts → who is named, who is heard, and who is silent."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd
from spacy.tokens import Token

from helpers.analysis import Analysis
from helpers.french.noun_phrases import phrase_around
from helpers.french.persons import is_human
from helpers.language.agency import clauses
from helpers.language.capacities import capacities
from helpers.language.names import name_table
from helpers.language.running import running_text
from helpers.language.word_voices import voice_words
from helpers.lexicon.words import DEFINITE, OF, alternation, column, words
from helpers.release.acronyms import acronyms
from helpers.text.typography import fold

_COLLECTIVES = words("collective noun")
_TOLD = frozenset(column("generic_bodies", "noun")) | words("noun told by its complement")
_THINGS = frozenset(column("person_like_things", "noun"))
_NOT = words("constituent negation")
_REACH = 8
_ARTICLES = alternation(DEFINITE)
_LINKS = re.compile(rf"\s+(?:{alternation(OF | DEFINITE)})(?:(?<=')|(?=\s))(?:\s*(?:{_ARTICLES}))?\s*\Z")
_FAR = 120  # code points behind a name in which the body that it is a part of is named
_KINDS = ("person", "body", "group")
COLUMNS = ("name", "kind", "mentions", "words", "points", "through", "of_issuer", "is_heard", "acts")


@dataclass
class _Party:
    """Somebody who is named: how, where, and by which other names."""

    name: str
    kind: str
    affiliation: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


def hearing(analysis: Analysis) -> pd.DataFrame:
    """Every person, body and group that a release names, with how much it is heard.

    A group is a common noun for people or bodies in the plural (*les organismes sans but lucratif*) or for a body of
    people (*l'industrie*). A body is heard through persons who are said to belong to it or to speak in its capacity.
    Silence is no fault by itself: a text can't ask everyone whom it names.

    Args:
        analysis: a reading of a release.

    Returns:
        Most mentioned first: ``name``, ``kind`` (person, body, group), ``mentions``, ``words`` (in direct, indirect and
        mixed quotations of its own), ``points`` (narrated), ``through`` (persons who speak for it), ``of_issuer``
        (whether it is the issuer or belongs to it), ``is_heard``, ``acts`` (processes whose actor it is, relational
        ones apart).
    """
    normal = analysis.normal
    parties = [*_named(normal), *_groups(normal)]
    spoken = voice_words(normal.release, normal.quotes)
    narrated = normal.quotes[normal.quotes["kind"] == "narrated"]["speaker_name"]
    acting = Counter(_actors(normal, parties))
    belongs = _belonging(normal, parties)
    issuer = _names_of(normal, normal.release.issuer or "")
    rows = []
    for party in parties:
        own = int(sum(count for name, count in spoken.items() if _is_name_of(str(name), party)))
        points = int(sum(_is_name_of(str(name), party) for name in narrated.dropna()))
        through = tuple(p.name for p in parties if p.kind == "person" and p.name in belongs.get(party.name, ()))
        through = tuple(name for name in through if spoken.get(name, 0))
        of_issuer = bool(issuer & party.names) or any(name in issuer for name in _bodies_of(party, belongs))
        of_issuer = of_issuer or (party.kind == "body" and _is_part(normal.release.text, party, issuer))
        heard, acts = bool(own or through), acting[party.name]
        rows.append((party.name, party.kind, len(party.places), own, points, through, of_issuer, heard, acts))
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    order = table["kind"].map(_KINDS.index)
    return table.assign(order=order).sort_values(
        ["order", "mentions", "name"], ascending=[True, False, True], kind="stable", ignore_index=True
    ).drop(columns="order")  # fmt: skip


def _named(analysis: Analysis) -> Iterator[_Party]:
    table = name_table(analysis)
    for row in table[table["label"].isin(["person", "body"])].itertuples():
        names = {fold(name) for name in (row.name, *row.variants, row.acronym) if isinstance(name, str)}
        affiliation = row.affiliation if isinstance(row.affiliation, str) else ""
        yield _Party(row.name, row.label, affiliation, list(row.mentions), names)


def _groups(analysis: Analysis) -> Iterator[_Party]:
    """Groups by what they are called: in the plural by their whole phrase, of a collective noun by the noun."""
    found: dict[str, _Party] = {}
    inside = [(p.start, p.end) for _, p in running_text(analysis.release)]
    taken = [place for party in _named(analysis) for place in party.places]
    for token in analysis.document.doc:
        at = token.idx
        if not _is_group(token) or not any(s <= at < e for s, e in inside) or any(s <= at < e for s, e in taken):
            continue
        is_collective = token.lemma_.lower() in _COLLECTIVES and "Plur" not in token.morph.get("Number")
        name = token.lemma_.lower() if is_collective else token.lower_
        if token.lemma_.lower() in _TOLD:
            last = _last_of(token)
            name = analysis.release.text[at : last.idx + len(last)].lower()
        party = found.setdefault(fold(name), _Party(name, "group", names={fold(name)}))
        party.places.append((at, at + len(token)))
    yield from found.values()


def _last_of(noun: Token) -> Token:
    """*organismes non **gouvernementaux***, *organismes d'application de la **loi***: no *et* and no comma inside."""
    doc, last = noun.doc, noun
    for token in doc[noun.i + 1 : noun.i + 1 + _REACH]:
        if token.pos_ in ("ADJ", "NOUN", "PROPN") and (token.pos_ == "ADJ" or doc[token.i - 1].pos_ in ("ADP", "DET")):
            last = token
        elif token.lower_ not in OF and token.lower_ not in _NOT and token.pos_ != "DET":
            break
    return last


def _is_group(token: Token) -> bool:
    """*l'**industrie***, *les **organismes***, *des **bénévoles***; not *des dossiers*, which only end like them.

    Nor *le groupe*, which is a body named before.
    """
    if token.pos_ != "NOUN" or not token.is_lower:
        return False
    if token.lemma_.lower() in _COLLECTIVES:
        return True
    is_plural = "Plur" in token.morph.get("Number") and not {token.lemma_.lower(), token.lower_} & _THINGS
    return is_plural and (is_human(token) or token.lemma_.lower() in column("generic_bodies", "noun"))


def _actors(analysis: Analysis, parties: list[_Party]) -> Iterator[str]:
    """Who acts in each process: whose main word it is, else the person whom its phrase names first."""
    doc = analysis.document.doc
    for clause in clauses(analysis):
        if clause.actor is None or clause.process == "relational":
            continue
        first, last = phrase_around(analysis.document, clause.actor)
        at, begins, ends = clause.actor.idx, doc[first].idx, doc[last].idx
        heads = [party.name for party in parties if any(s <= at < e for s, e in party.places)]
        inside = sorted(
            (start, party.name)
            for party in parties
            if party.kind == "person"
            for start, _ in party.places
            if begins <= start <= ends
        )
        yield from heads[:1] or [name for _, name in inside[:1]]


def _names_of(analysis: Analysis, name: str) -> set[str]:
    """A body's name and its acronym, folded."""
    short = {row.text for row in acronyms(analysis.release).itertuples() if fold(row.expansion) == fold(name)}
    return {fold(form) for form in (name, *short) if form}


def _belonging(analysis: Analysis, parties: list[_Party]) -> Mapping[str, set[str]]:
    """Body → the persons who are said to be of it, by affiliation or in a capacity (*présidente du VGT*)."""
    said = {party.name: party.affiliation for party in parties if party.kind == "person"}
    for row in capacities(analysis).itertuples():
        said[row.name] = f"{said.get(row.name, '')} {row.text}"
    found: dict[str, set[str]] = {}
    for body in (party for party in parties if party.kind == "body"):
        for person, text in said.items():
            if any(f" {name} " in f" {fold(text)} " for name in body.names):
                found.setdefault(body.name, set()).add(person)
    return found


def _bodies_of(party: _Party, belongs: Mapping[str, set[str]]) -> set[str]:
    return {fold(body) for body, persons in belongs.items() if party.name in persons}


def _is_part(text: str, party: _Party, whole: set[str]) -> bool:
    """*les **Services du port** de la Ville de Laval*: of the body that its name, or what stands behind it, tells."""
    for start, end in party.places:
        said = fold(text[start : end + _FAR])
        for name in whole:
            found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said)
            before = _LINKS.search(said[: found.start()]) if found else None
            if before and before.start() <= end - start:
                return True
    return False


def _is_name_of(name: str, party: _Party) -> bool:
    return fold(name) in party.names
