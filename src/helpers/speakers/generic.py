"""A body by its noun alone: *la fédération*, *l'entreprise*, *cette ONG*."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import chain

from spacy.tokens import Token

from helpers import lexicon
from helpers.entities.descriptions import Description
from helpers.entities.gender import agrees, article_gender
from helpers.french.noun_phrases import core_end, phrase_around, phrase_from
from helpers.french.persons import is_name_part
from helpers.french.subjects import SUBJECTS
from helpers.lexicon.words import OF, words
from helpers.speakers.discourse import Discourse
from helpers.speakers.model import Speaker
from helpers.text.typography import fold

_MENTIONS = 50  # how many mentions of the same noun are looked back at


def by_kind(discourse: Discourse, description: Description) -> Speaker | None:
    """Who or what bore the noun in a fuller name before, else the body of that kind that is meant."""
    noun = description.noun
    kind = _kinds().get(fold(noun.text))
    if noun.i != description.last or (kind is None and _is_code(noun)):
        return None
    fuller = _fuller(discourse, noun)
    if fuller or kind is None:
        return fuller
    release = discourse.document.release
    issuer = None if release.issuer_from == "agency" else release.issuer  # an agency writes of others
    names = chain(_heard(discourse), _named(discourse, noun.i))
    if issuer:  # cette ONG: the one just named
        names = chain(names, [issuer]) if description.is_shown else chain([issuer], names)
    fitting = (name for name in names if discourse.directory.may_be_called(name, noun.text))  # no ministry: a club
    name = next((name for name in fitting if kind != "own" or name == issuer or _bears(name, fold(noun.text))), None)
    return Speaker(name, is_carried=True) if name else None


def _is_code(noun: Token) -> bool:
    """*la RDS*, *le G7*: a name by itself, that none fuller holds."""
    return noun.text.isupper() or any(c.isdigit() for c in noun.text)


def _fuller(discourse: Discourse, noun: Token) -> Speaker | None:
    """*la fédération Albatros*, then *la fédération*; *la toxicologue Anne Petit*, then *la toxicologue*."""
    same = discourse.places_of[fold(noun.text)]
    for i in reversed(same[: bisect_left(same, noun.i)][-_MENTIONS:]):
        end = _name_end(discourse, noun, i)
        if end is None:
            continue
        person = discourse.directory.person_at(i, end)
        if person is None:
            first = i - 1 if discourse.doc[i - 1].pos_ == "DET" else i
            return Speaker(discourse.directory.body(first, end), is_carried=True)
        discourse.learn(person, article_gender(discourse.doc, i))
        if agrees(discourse.gender(person), article_gender(discourse.doc, noun.i)):
            return discourse.voice(person, is_carried=True)
    return None


def _name_end(discourse: Discourse, noun: Token, i: int) -> int | None:
    """Where a phrase ends that names somebody or something by the same noun and more words, a name among them."""
    doc = discourse.doc
    first, end = phrase_around(discourse.document, doc[i])
    end = core_end(doc, first, end)
    if end <= i or (noun.text[0].isupper() and not _goes_on(doc[i + 1])):
        return None
    return end if any(is_name_part(t) for t in doc[i : end + 1]) else None


def _goes_on(token: Token) -> bool:
    """*la Fédération du sport*; but not *… et la France | 1,2 milliard*, *le Sénat | d'une loi*: more of a name."""
    is_of_any = token.i + 1 < len(token.doc) and token.nbor(1).lower_ in words("indefinite article")
    return is_name_part(token) or (token.lower_ in OF and not is_of_any) or token.pos_ == "ADJ"


def _heard(discourse: Discourse) -> Iterator[str]:
    """Bodies that spoke, the last first: *le quotidien* is rather one of them than one spoken of since."""
    return (speaker.name for speaker in discourse.latest() if discourse.directory.is_body(speaker.name))


def _named(discourse: Discourse, before: int) -> Iterator[str]:
    """Bodies named before a token, the last first."""
    directory = discourse.directory
    for first, last in reversed(directory.runs):
        if first < before and _is_body_name(discourse, first):
            yield directory.body(first, phrase_from(discourse.document, first, at_least=last))


def _is_body_name(discourse: Discourse, first: int) -> bool:
    """Whether a name is a body's: by the model, or behind a noun for a body, *l'agence Albatros*; no complement."""
    name, before = discourse.doc[first], discourse.doc[first - 1] if first else None
    if before is not None and before.lower_ in OF:
        return False
    is_kind = before is not None and fold(before.text) in _kinds()
    return is_kind or name.ent_type_ == "ORG" or (name.ent_type_ == "MISC" and name.dep_ in SUBJECTS)


def _bears(name: str, noun: str) -> bool:
    """*Ministère de la Santé* and *MSSS* bear *ministère*, *UE* does not."""
    return noun in fold(name).split() or (name.isupper() and fold(name)[0] == noun[0])


@cache
def _kinds() -> dict[str, str]:
    """Nouns for bodies, and whether a body so called bears the noun in its name (own) or not (any)."""
    return {fold(row["noun"]): row["named"] for row in lexicon.rows("generic_bodies")}
