"""Who is meant by a description: *la ministre*, *ce chercheur*, *le chef de l'État*, *la patronne de la RDS*."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from helpers import lexicon
from helpers.entities.descriptions import Description, stem
from helpers.entities.gender import agrees
from helpers.entities.persons import Person
from helpers.french.noun_phrases import phrase_around
from helpers.french.persons import is_title
from helpers.lexicon.words import AND, DEMONSTRATIVES, OF, words
from helpers.speakers.discourse import REACH, Discourse
from helpers.speakers.generic import by_kind
from helpers.speakers.model import Speaker
from helpers.text.typography import fold

_HEAD_WITHIN = 3  # words of a function in which the noun stands that puts somebody at the head of a body

Step = Callable[[Discourse, Description], Speaker | None]


def described(discourse: Discourse, first: int, last: int) -> Speaker | None:
    """The person or body that a mention describes by a noun, by the first step that tells."""
    description = Description.at(discourse.document, first, last)
    if description is None:
        return None
    found = None if is_title(description.noun) else by_kind(discourse, description)
    if found or description.is_name:
        return found
    found = next(filter(None, (step(discourse, description) for step in _STEPS)), None)
    if found is not None and found.name and description.is_function and not description.is_own:
        discourse.meant_by.setdefault(_words_of(description), found.name)
    return found


def _words_of(description: Description) -> str:
    """*premier ministre* of *le premier ministre*."""
    doc = description.noun.doc
    first = description.first + (doc[description.first].pos_ == "DET")
    return fold(doc[first : description.last + 1].text)


def _first_mention(discourse: Discourse, description: Description) -> Speaker | None:
    """*ce riverain*: the *un riverain matinal* before it, if no person was named since who could be meant."""
    doc, noun = discourse.doc, description.noun
    if noun.i != description.last:
        return None
    named = discourse.person_before(noun.i, description.gender)
    for i in range(noun.i - 1, max(named[0] if named else 0, noun.i - REACH), -1):
        if doc[i].lower_ == noun.lower_ and not discourse.is_quoted(doc[i].idx):
            first, last = phrase_around(discourse.document, doc[i])
            if doc[first].lower_ in words("singular indefinite article"):
                # The article is that of the first mention, not part of who it is.
                name = discourse.directory.body(first + 1, _before_shown(discourse, i, last))
                return Speaker(name, gender=description.gender, is_carried=True)
    return None


def _before_shown(discourse: Discourse, noun: int, last: int) -> int:
    """*un riverain | de ces quais*: the end of a phrase before a complement that points to something else."""
    shown = (k for k in range(noun + 2, last + 1) if discourse.doc[k].lower_ in DEMONSTRATIVES)
    at = next(shown, None)
    return last if at is None else at - 2


# --- by function -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sought:
    """What a description says of the function that it means.

    ``stem`` of its noun; ``words`` of its own, one of which the function given must have (*ministre de la Santé*);
    ``is_head``: at the head of a body, whatever that is called there (*la patronne de la RDS*).
    """

    stem: str
    words: frozenset[str]
    is_head: bool


def _by_function(discourse: Discourse, description: Description) -> Speaker | None:
    """*la ministre*: the person before, or the only one, whom the release gave that function."""
    if not description.is_function:
        return None
    sought, persons = sought_by(description), discourse.directory.persons
    fitting = [p for p in persons if agrees(discourse.gender(p), description.gender)]
    before = [p for p in fitting if p.named_at < description.first]
    # A headline or lead may give the function before the name; then only one person may have it.
    ahead = [p for p in fitting if any(stem(word) == sought.stem for role in p.roles for word in role.split())]
    candidates = before or (ahead if len(ahead) == 1 else [])
    ranked = []
    for person in candidates:
        shared = len(sought.words & said_of(person))
        is_sought = has_function(person, sought, shared) or (
            shared and sought.is_head and is_head_of(discourse, person, description)
        )
        if is_sought:
            ranked.append(((shared, discourse.has_spoken(person.name), person.named_at), person))
    return discourse.voice(max(ranked, key=lambda one: one[0])[1], is_carried=True) if ranked else None


def sought_by(description: Description) -> Sought:
    """What a description asks of a function."""
    noun = description.noun
    is_head = _heads().get(fold(noun.text)) == "any"
    if description.synonym:
        *others, function = description.synonym.split()
        return Sought(stem(function), frozenset(others), is_head)
    doc, own = noun.doc, stem(noun.lemma_)
    of = next((k for k in range(noun.i + 1, description.last + 1) if doc[k].lower_ in OF), description.last + 1)
    said = [*doc[description.first : noun.i], *doc[of : description.last + 1]]
    return Sought(own, frozenset(fold(t.text) for t in said if _tells(t) and stem(t.text) != own), is_head)


def _tells(token: Token) -> bool:
    """A word that tells one body or office from another: not *de*, *la*, but *santé* and *RDS*."""
    return len(token) > 3 or (token.text.isupper() and len(token) > 1)


def said_of(person: Person) -> frozenset[str]:
    """The words of a person's name, functions and affiliation, folded."""
    said = (*person.roles, person.affiliation or "", person.name)
    return frozenset(fold(word) for text in said for word in text.replace("'", " ").split())


def has_function(person: Person, sought: Sought, shared: int) -> bool:
    """*la ministre de la Santé* is she who is a minister, and of something with *Santé* in it.

    A function in the complement of another is somebody else's: *conseiller du ministre*.
    """
    roles = (role for role in person.roles if not _is_past(role))
    held = {stem(word) for role in roles for word in _heads_of(role)} | {stem(word) for word in person.name.split()}
    return sought.stem in held and (shared > 0 or not sought.words)


def _is_past(role: str) -> bool:
    """*ancienne ministre de l'Eau*, *syndic de 1988 à 1994*: who held it once is not meant by *la ministre*."""
    first = role.lower().split()[0] if role else ""
    return first in words("word of a former function") or role[-4:].isdigit()


def _heads_of(role: str) -> Iterator[str]:
    """*vice-présidente, ministre* of *vice-présidente et ministre de l'Eau*: not the words of complements."""
    is_head = True
    for word in role.replace("'", " ").replace(",", " , ").split():
        form = word.lower()
        is_head = form in AND or form == "," or (is_head and form not in OF)
        if is_head:
            yield from word.split("-")


def is_head_of(discourse: Discourse, person: Person, description: Description) -> bool:
    """*la patronne de la RDS* is its *secrétaire générale*, if gender is known and a function given leads a body."""
    is_of_gender = description.gender is not None and discourse.gender(person) == description.gender
    opening = (word for role in person.roles for word in role.split()[:_HEAD_WITHIN])
    return is_of_gender and any(fold(word) in _heads() for word in opening)


@cache
def _heads() -> Mapping[str, str]:
    return {fold(row["noun"]): row["of"] for row in lexicon.rows("head_functions")}


# --- by discourse ------------------------------------------------------------------------------


def _heard_so(discourse: Discourse, description: Description) -> Speaker | None:
    """*la chercheuse*: the *chercheuse de Lyon*, unnamed, who spoke before."""
    same = (s for s in discourse.latest() if s.is_described_as(description.noun.text))
    found = next(same, None)
    return found.carried() if found else None


def _last_person(discourse: Discourse, description: Description) -> Speaker | None:
    """*ce chercheur*, *l'Italienne de 45 ans*: the person who spoke or was a subject last."""
    if description.is_of_person and (description.is_shown or description.is_bare):
        return discourse.recent(description.first, description.gender, of_persons=True)
    return None


def _only_subject(discourse: Discourse, description: Description) -> Speaker | None:
    """*la mairesse*: the last subject, if no other person was named since; else the only one who has spoken."""
    if not description.is_function or description.is_own:
        return None
    at, gender = description.first, description.gender
    subject, named = discourse.subject_before(at, gender), discourse.person_before(at, gender, surely=True)
    if subject:
        return subject[1] if named and subject[1].name == named[1].name else None
    last = discourse.only_voice()
    return last.carried() if last and agrees(last.gender, gender) else None


def _of_heading(discourse: Discourse, description: Description) -> Speaker | None:
    """*Roy veut un pont ¶ La ministre a dit …*: of whom alone a heading speaks, and the text, without a function."""
    if not description.is_function or description.is_own:
        return None
    fitting = [
        p
        for p in discourse.directory.persons
        if not p.roles
        and any(not discourse.is_in_heading(first) for first, _ in p.mentions)
        and agrees(discourse.gender(p), description.gender)
        and any(first < description.first and discourse.is_in_heading(first) for first, _ in p.mentions)
    ]
    return discourse.voice(fitting[0], is_carried=True) if len(fitting) == 1 else None


def _as_before(discourse: Discourse, description: Description) -> Speaker | None:
    """*la ministre*, and later *la ministre*: in one release the same function alone means the same person."""
    name = discourse.meant_by.get(_words_of(description)) if description.is_function else None
    person = discourse.person_called(name) if name else None
    return discourse.voice(person, is_carried=True) if person is not None else None


_STEPS: tuple[Step, ...] = (
    _first_mention,
    _by_function,
    _heard_so,
    _of_heading,
    _as_before,
    _last_person,
    _only_subject,
)
