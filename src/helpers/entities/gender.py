"""The gender of who is named (m, f, or None): by title, article, agreement or the form of a word."""

from collections.abc import Mapping
from functools import cache

from spacy.tokens import Doc, Token

from helpers import lexicon
from helpers.entities.titles import title_before
from helpers.french.document import ReleaseDoc
from helpers.french.persons import is_human, is_title, titles
from helpers.lexicon.words import column, words
from helpers.text.typography import fold

ARTICLE = "article"
DEMONSTRATIVE = "demonstrative determiner"
_MARKED = {"Fem": "f", "Masc": "m"}  # Universal feature → gender
_FUNCTION_REACH = 13  # tokens before a name in which its function can begin


@cache
def gendered(*kinds: str) -> Mapping[str, str]:
    """The forms of some kinds in ``gendered_words.csv`` → the gender that each tells."""
    return {row["form"]: row["gender"] for row in lexicon.rows("gendered_words") if row["kind"] in kinds}


def agrees(one: str | None, other: str | None) -> bool:
    """Whether two genders can be one person's: nothing speaks against it where one is not known."""
    return one is None or other is None or one == other


def marked_gender(token: Token) -> str | None:
    """What the model's features tell of a word: *directrice*, *revenue*."""
    return _MARKED.get(next(iter(token.morph.get("Gender")), ""))


def article_gender(doc: Doc, noun: int) -> str | None:
    """By the article right before a word: *la* toxicologue."""
    return gendered(ARTICLE).get(doc[noun - 1].lower_) if noun else None


def gender_of_title(title: Token) -> str | None:
    """By its form, *Mme*, *directrice*, else by its article, *la* ministre."""
    row = titles().get(fold(title.text))
    return row["gender"] if row and row["gender"] else article_gender(title.doc, title.i)


def gender_of_civil(title: str) -> str | None:
    """*M.*, *Mme*: what a civil title tells by itself; *Dr* tells none."""
    row = titles().get(fold(title))
    return row["gender"] or None if row and row["kind"] == "civil" else None


def gender_by_title(doc: Doc, first: int) -> str | None:
    """Of a name, by the title before it: *la ministre Roy*."""
    title = title_before(doc, first)
    return gender_of_title(title) if title is not None else None


def gender_of_function(document: ReleaseDoc, function: str, first: int) -> str | None:
    """Of a name, by the first word of the function before it, *directrice*, or its article, *la* ministre."""
    opening = function.split()[0]
    row = titles().get(fold(opening))
    if row and row["gender"]:
        return row["gender"]
    doc = document.doc
    lowest = max(document.sentence(first)[0], first - _FUNCTION_REACH - 1)
    at = next((i for i in range(first - 1, lowest, -1) if doc[i].text == opening), None)
    return article_gender(doc, at) if at is not None else None


def gender_of_noun(noun: Token) -> str | None:
    """Of an apposition: *Anne Roy, coordonnatrice du festival*."""
    if is_title(noun):
        return gender_of_title(noun)
    return marked_gender(noun) if is_human(noun) else None


def gender_by_agreement(doc: Doc, first: int) -> str | None:
    """Of a subject, by the participle behind *être*: *Dominique Roy est revenue*."""
    verb = doc[first].head
    is_subject = doc[first].dep_ in ("nsubj", "nsubj:pass")
    if is_subject and verb.pos_ == "VERB" and "Part" in verb.morph.get("VerbForm") and _is_led_by_etre(verb):
        return marked_gender(verb)
    return None


def _is_led_by_etre(participle: Token) -> bool:
    return any(c.lemma_ in words("copula") and c.dep_.startswith(("aux", "cop")) for c in participle.children)


def gender_of_first_name(doc: Doc, first: int) -> str | None:
    """What a name's first word tells, likely but not sure: *Nadia*, *Marc*, *Marie-Ange*; None of *Camille*."""
    end = first + 1
    while end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].text[0].isupper():  # Marie | - | Ange
        end += 2
    whole = fold(doc[first:end].text)
    parts = (part for part in (whole, whole.split("-")[0]) if part)
    return next((told for part in parts if (told := first_names().get(part))), None)


@cache
def first_names() -> Mapping[str, str]:
    """Folded first name → gender, as French has it where that differs from the world's."""
    world = {row["name"]: row["gender"] for row in lexicon.rows("first_names")}
    return world | {row["name"]: row["gender"] for row in lexicon.rows("french_first_names")}


def gender_of_phrase(doc: Doc, first: int, last: int) -> str | None:
    """By the first determiner that tells it, *cette* élève, else by the first noun: l'*animatrice*."""
    for token in doc[first : last + 1]:
        if token.pos_ in ("DET", "NOUN"):
            told = gendered(ARTICLE, DEMONSTRATIVE).get(token.lower_)
            if told or token.pos_ == "NOUN":
                return told or marked_gender(token)
    return None


# --- people by where they are from -------------------------------------------------------------


def is_demonym(noun: Token) -> bool:
    """*l'Américain*, *la Québécoise*, and of a town by its ending: *la Lyonnaise*."""
    form = fold(noun.text)
    is_of_a_town = noun.text[0].isupper() and noun.ent_type_ not in ("PER", "ORG") and form.endswith(_town_endings())
    return is_of_a_town or form in _peoples()


def gender_of_demonym(noun: Token) -> str | None:
    """By its form: *l'Italienne*, *l'Américain*; *le Belge* and *la Belge* have one."""
    form = fold(noun.text)
    is_feminine = form.endswith("e")
    if is_feminine and form in _demonyms():
        return None
    return "f" if is_feminine else "m"


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(map(fold, column("demonyms", "form")))


@cache
def _peoples() -> frozenset[str]:
    """Masculine and feminine forms."""
    endings = column("demonym_endings", "ending", kind="feminine")
    return frozenset(form + ending for form in _demonyms() for ending in ("", *endings))


@cache
def _town_endings() -> tuple[str, ...]:
    return tuple(map(fold, column("demonym_endings", "ending", kind="town")))
