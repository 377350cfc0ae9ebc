"""Persons, and how a run of capitalised words shows that it names one."""

from dataclasses import dataclass

from spacy.tokens import Doc

from helpers.entities.functions import post_before_comma
from helpers.entities.names import holds_acronym
from helpers.entities.titles import title_before
from helpers.french.document import ReleaseDoc
from helpers.french.persons import is_title
from helpers.lexicon.words import words

_LONGEST = 6  # tokens of a person's name


@dataclass(frozen=True)
class Person:
    """A person as the release names them.

    ``name`` in full; ``mentions``: first and last token of the name proper, those in full first; ``roles``: functions
    as printed; ``title``: civil (*Mme*, *Dr*); ``gender`` (f, m) if the words beside the name tell it;
    ``is_personal``: named as persons are, not only as who speaks. What the release does not say is None.
    """

    name: str
    surname: str
    mentions: tuple[tuple[int, int], ...]
    roles: tuple[str, ...] = ()
    affiliation: str | None = None
    gender: str | None = None
    title: str | None = None
    is_personal: bool = False

    @property
    def role(self) -> str | None:
        """The first function given."""
        return self.roles[0] if self.roles else None

    @property
    def named_at(self) -> int:
        """The token at which the name stands first, in full if it does anywhere."""
        return self.mentions[0][0]


def is_personal(document: ReleaseDoc, first: int, last: int) -> bool:
    """Whether a run of names is a person's: by title, function beside it, or the model's word for it."""
    doc = document.doc
    if last - first + 1 > _LONGEST or holds_acronym(doc, first, last):
        return False
    if title_before(doc, first) is not None or _is_apposed_to_title(doc, first):
        return True
    is_determined = first > 0 and doc[first - 1].pos_ == "DET"
    if _is_labelled_person(doc, first, last):
        return not is_determined
    if post_before_comma(document, first):
        return True
    is_governed = first > 0 and doc[first - 1].lower_ in words("governing preposition")
    return not is_determined and not is_governed and _is_followed_by_title(doc, last)


def _is_apposed_to_title(doc: Doc, first: int) -> bool:
    """*le procureur de la République Luc Petit*."""
    head = doc[first].head
    return doc[first].dep_ == "appos" and is_title(head) and head.i < first


def _is_labelled_person(doc: Doc, first: int, last: int) -> bool:
    """Whether the model takes half of the words or more for a person's."""
    labels = [t.ent_type_ for t in doc[first : last + 1]]
    return labels.count("PER") * 2 >= len(labels)


def _is_followed_by_title(doc: Doc, last: int) -> bool:
    """*Anne Roy, mairesse*, *Anne Roy, la mairesse*."""
    if last + 2 >= len(doc) or doc[last + 1].text != ",":
        return False
    head = doc[last + 2]
    return is_title(head) or (head.pos_ in ("DET", "ADJ") and last + 3 < len(doc) and is_title(doc[last + 3]))
