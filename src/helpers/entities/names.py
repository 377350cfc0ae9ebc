"""Names in the text: runs of capitalised words, with particles, hyphens and initials inside."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from helpers.entities.titles import is_civil
from helpers.french.abbreviations import is_initials
from helpers.french.document import ReleaseDoc
from helpers.french.persons import is_name_part, is_title
from helpers.lexicon.words import OF, words
from helpers.text.typography import fold

PARTICLES = words("name particle")
_ELISIONS = words("elision before a name")
_TIED = 2  # characters of *N'*
_LONGEST_BARE = 4  # words of a person's name that nothing else shows to be one


def printed(document: ReleaseDoc, first: int, last: int) -> str:
    """The release's own characters for tokens, ``last`` included, in one line."""
    doc = document.doc
    return " ".join(document.release.text[doc[first].idx : doc[last].idx + len(doc[last])].split())


def name_runs(document: ReleaseDoc, spoken: frozenset[int] = frozenset()) -> Iterator[tuple[int, int]]:
    """First and last token of each run that can be a name, in order; civil titles begin none.

    At a token of ``spoken``, where the words for a source begin, another begins: *a écrit sur Albatros | Paul Roy*.
    """
    doc, i = document.doc, 0
    while i < len(doc):
        if is_name_part(doc[i]) and not is_civil(doc[i]):
            last = _run_end(document, i, spoken)
            yield _behind_acronyms(doc, _tied_from(doc, i), last), last
            i = last
        i += 1


def _tied_from(doc: Doc, first: int) -> int:
    """*N'|Dri*, *M'|Balla*: a capital with an apostrophe that French elides before no name opens one."""
    before = doc[first - 1] if first else None
    is_tied = before is not None and not before.whitespace_ and before.text[-1] in "'’" and len(before) == _TIED
    return first - 1 if is_tied and before.text[0].isupper() and before.lower_ not in _ELISIONS else first


def _run_end(document: ReleaseDoc, first: int, spoken: frozenset[int]) -> int:
    doc, last = document.doc, first
    for k in range(first + 1, document.sentence(first)[1]):
        is_of_source = k in spoken and doc[k - 1].whitespace_ and not doc[k].dep_.startswith("flat")
        if doc[k].is_space or is_of_source or _begins_another(doc, first, k):
            break
        if is_name_part(doc[k]) or is_initials(doc[k].text) or _is_glued(doc, k, last):
            last = k
        elif not (doc[k].text == "-" or _is_inner_particle(doc, k) or _ties_particle(doc, k)):
            break
    return last


def _begins_another(doc: Doc, first: int, k: int) -> bool:
    """*la spécialiste de l'Égypte | Sophie Petit*: a person's name right behind a name that is a complement."""
    is_new = doc[k].ent_type_ == "PER" and doc[k].ent_iob_ == "B" and doc[k - 1].ent_type_ != "PER"
    if first > 0 and (doc[first - 1].lower_ in OF or doc[first - 1].pos_ == "DET"):
        return is_new or _is_apposed_to_title(doc[k])
    return is_new and not doc[k].dep_.startswith("flat")


def _is_apposed_to_title(token: Token) -> bool:
    """*le procureur de la République | Luc Petit*."""
    return token.dep_ == "appos" and is_title(token.head)


def _is_glued(doc: Doc, k: int, last: int) -> bool:
    """*Anne Fa'|asavalu*: what an apostrophe ties to a name."""
    return k == last + 1 and not doc[last].whitespace_ and doc[last].text[-1] in "'’" and doc[k].is_alpha


def _is_inner_particle(doc: Doc, k: int) -> bool:
    """*Xavier de Lamotte*, *Luc van den Berg*: particles belong to the name when the model sees one person."""
    first, end = k, k
    while doc[first - 1].lower_ in PARTICLES:
        first -= 1
    while end < len(doc) and not is_name_part(doc[end]) and (doc[end].lower_ in PARTICLES or _ties_particle(doc, end)):
        end += 1
    if doc[k].lower_ not in PARTICLES or end == len(doc):
        return False
    before, following = doc[first - 1], doc[end]
    is_person = doc[k].ent_type_ == "PER" or (following.ent_type_ == "PER" and before.ent_type_ == "PER")
    is_named = is_person or is_initials(before.text)
    return is_named and is_name_part(following) and not following.text.isupper()


def _ties_particle(doc: Doc, k: int) -> bool:
    """*Luca de | ' Rossi*: the apostrophe of an Italian particle, which the tokenizer cuts off."""
    return k > 0 and doc[k].text in "'’" and doc[k - 1].lower_ in PARTICLES and not doc[k - 1].whitespace_


def _behind_acronyms(doc: Doc, first: int, last: int) -> int:
    """*le sénateur LR | François Petit*: where two words are left behind them, acronyms are no part of a name."""
    while last - first >= 2 and _is_acronym(doc[first]):
        first += 1
    return first


def _is_acronym(token: Token) -> bool:
    """*LR*, but not *J.-P.* nor *N'* of *N'Dri*."""
    is_tied = token.text[-1] in "'’"
    return token.text.isupper() and len(token) > 1 and not is_initials(token.text) and not is_tied


def holds_acronym(doc: Doc, first: int, last: int) -> bool:
    """*Fondation RDS*: a word of three or more capitals, as names of bodies have them."""
    if _ends_in_capitals(doc, first, last):
        return False
    return any(t.text.isupper() and len(t.text) > 2 for t in doc[first : last + 1])


def _ends_in_capitals(doc: Doc, first: int, last: int) -> bool:
    """*Mme Awa SOW*, *Luc DE WITTE*: a surname in capitals, of whom a title or the model shows as a person."""
    in_capitals = (t.i for t in doc[first : last + 1] if t.text.isupper() and not is_initials(t.text))
    given = next(in_capitals, last + 1)
    is_called = first > 0 and is_civil(doc[first - 1])
    is_person = given > first and doc[first].ent_type_ == "PER"
    return (is_called or is_person) and all(t.text.isupper() or t.text == "-" for t in doc[given : last + 1])


def is_bare_name(doc: Doc, first: int, last: int) -> bool:
    """*Anne Roy*, *Anne de la Motte*: few words and no acronym, as persons are named and bodies seldom are."""
    return 2 <= last - first + 1 <= _LONGEST_BARE and not holds_acronym(doc, first, last)


def surname(name: str) -> str:
    """The last word of a name, or from its first particle on: *Anne | de Lamotte*."""
    parts = name.split()
    at = next((k for k, part in enumerate(parts) if k and part.lower() in PARTICLES), len(parts) - 1)
    return " ".join(parts[at:])


def initials_agree(one: str, other: str) -> bool:
    """*A. Roy* and *Anne Roy*: whether two names begin with the same letter."""
    return bool(one) and bool(other) and fold(one)[0] == fold(other)[0]
