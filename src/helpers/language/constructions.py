"""Words → whether a listed word stands in the construction that gives it the sense for which it is listed.

A form has many senses: *engagement* is a pledge in *l'engagement de verser*, a share in the work in *l'engagement des
bénévoles*. A list names the constructions of the sense that it means; which one holds is read from the words around.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from helpers.lexicon.words import AT, OF, THAT
from helpers.lexicon.words import words as word_class

_ADVERBIAL = ("ADV", "PART")
_COPULAR_VERBS = word_class("copular verb")
_AUXILIARIES = word_class("perfect auxiliary") | word_class("copula")


def _as_words(*classes: Iterable[str]) -> frozenset[str]:
    """Forms as ``word_table`` has them: an elided word without its apostrophe."""
    return frozenset(form.rstrip("'") for forms in classes for form in forms)


_REFLEXIVES = _as_words(word_class("reflexive clitic"))
_CLITICS = _REFLEXIVES | _as_words(word_class("object clitic"))
_INFINITIVE_LINKS = _as_words(word_class("infinitive marker"), word_class("goal marker"))
_COMPLEMENTISERS, _THAT = _as_words(word_class("complementiser")), _as_words(THAT)
_IMPERSONAL = word_class("impersonal pronoun")
_OF, _AT = _as_words(OF), _as_words(AT)
_PLEDGES = word_class("what one does with a pledge")
_AIMS = word_class("to whom a pledge is made")
_QUALITIES = 2
"""How many other adjectives and *et* may stand between an adjective and its noun."""
_REACH = 8
"""How many words behind a verb or noun its infinitive is looked for: *inviter les habitants du quartier à venir*."""


def holds(condition: str, rows: Sequence[Any], first: int, last: int) -> bool:
    """Whether a listed expression stands as its entry asks.

    Args:
        condition: names of ``CONSTRUCTIONS``; ``|`` parts alternatives, ``&`` what must hold together; empty: any.
        rows: the words of the text in order, rows of ``word_table``.
        first: where the expression begins among them.
        last: its last word.

    Raises:
        KeyError: there is no such construction.
    """
    if not condition:
        return True
    place = _sentence(rows, first)
    return any(
        all(CONSTRUCTIONS[name](place, first - place.start, last - place.start) for name in alternative.split("&"))
        for alternative in condition.split("|")
    )


class _Place(list):
    """The words of one sentence, and where among all words it starts."""

    start: int = 0


def _sentence(rows: Sequence[Any], at: int) -> _Place:
    first, last = at, at
    while first > 0 and rows[first - 1].sentence == rows[at].sentence:
        first -= 1
    while last + 1 < len(rows) and rows[last + 1].sentence == rows[at].sentence:
        last += 1
    place = _Place(rows[first : last + 1])
    place.start = first
    return place


def _is_infinitive(row: Any) -> bool:
    return row.pos in ("VERB", "AUX") and row.form == row.lemma


def with_infinitive(rows: Sequence[Any], first: int, last: int) -> bool:
    """*l'occasion **de rencontrer** le maire*, *invite les habitants **à venir***; not *à l'occasion de la fête*."""
    for i in range(last + 1, min(last + 1 + _REACH, len(rows) - 1)):
        if rows[i].form in _INFINITIVE_LINKS:
            j = i + 1
            while j < len(rows) - 1 and (rows[j].form in _CLITICS or rows[j].pos in _ADVERBIAL):
                j += 1
            if _is_infinitive(rows[j]):
                return True
        if rows[i].pos in ("VERB", "AUX") and not _is_infinitive(rows[i]) and rows[i].lemma in _AUXILIARIES:
            return False
    return False


def before_infinitive(rows: Sequence[Any], first: int, last: int) -> bool:
    """*a beaucoup **à faire***: no; *a encore **à payer***, *le droit **de** ne pas **signer***: right behind."""
    link = _next(rows, last + 1, _ADVERBIAL)
    if link is None or rows[link].form not in _INFINITIVE_LINKS:
        return False
    verb = _next(rows, link + 1, _ADVERBIAL, _CLITICS)
    return verb is not None and _is_infinitive(rows[verb])


def _next(rows: Sequence[Any], at: int, tags: Sequence[str], forms: Iterable[str] = ()) -> int | None:
    """The first word from a place on that has none of the tags and forms."""
    return next((i for i in range(at, len(rows)) if rows[i].pos not in tags and rows[i].form not in forms), None)


def with_bare_infinitive(rows: Sequence[Any], first: int, last: int) -> bool:
    """*doit encore **voter***; not *doit cent euros*, not *dû à la pluie*."""
    near = rows[last + 1 : last + 1 + _REACH]
    following = next((r for r in near if r.form not in _CLITICS and r.pos not in (*_ADVERBIAL, "PRON")), None)
    return following is not None and _is_infinitive(following)


def with_clause(rows: Sequence[Any], first: int, last: int) -> bool:
    """*exige **que** la porte reste ouverte*."""
    following = next((row for row in rows[last + 1 : last + 4] if row.pos not in _ADVERBIAL), None)
    return following is not None and following.form in _COMPLEMENTISERS


def with_que(rows: Sequence[Any], first: int, last: int) -> bool:
    """*il est clair **que** le pont tient*; not *il est clair de peau*."""
    return with_clause(rows, first, last) and any(row.form in _THAT for row in rows[last + 1 : last + 4])


def impersonal(rows: Sequence[Any], first: int, last: int) -> bool:
    """***Il** importe d'agir*, ***il** ne nous appartient pas de juger*; not *la halle appartient à la ville*."""
    for before in reversed(rows[max(0, first - 5) : first]):
        if before.form in _IMPERSONAL:
            return True
        if before.pos not in (*_ADVERBIAL, "AUX", "PRON") and before.form not in _CLITICS:
            return False
    return False


def with_predicate(rows: Sequence[Any], first: int, last: int) -> bool:
    """*paraît **plus sûre***; not *le livre paraît en mai*."""
    following = next((row for row in rows[last + 1 : last + 4] if row.pos not in _ADVERBIAL), None)
    return following is not None and (following.pos == "ADJ" or _is_infinitive(following))


def towards(rows: Sequence[Any], first: int, last: int) -> bool:
    """*son engagement **envers** les locataires*, *s'engage **en faveur** de la paix*."""
    return any(row.form in _AIMS for row in rows[last + 1 : last + 4])


def kept(rows: Sequence[Any], first: int, last: int) -> bool:
    """*La ville a **tenu** ses engagements*, *l'engagement **pris** en mai*: what is done with pledges only."""
    around = [*rows[max(0, first - 4) : first], *rows[last + 1 : last + 3]]
    return any(row.lemma in _PLEDGES for row in around)


def reflexive(rows: Sequence[Any], first: int, last: int) -> bool:
    """*Le pays **s'**est engagé*; not *le pays a engagé dix agents*."""
    return any(row.form in _REFLEXIVES for row in rows[max(0, first - 3) : first])


def verbal(rows: Sequence[Any], first: int, last: int) -> bool:
    """*La loi autorise la vente*, *la vente **est** autorisée*; not *la valeur autorisée*, which is a kind of value."""
    row = rows[first]
    if row.pos not in ("VERB", "AUX"):
        return False
    if not row.is_participle:
        return True
    for before in reversed(rows[max(0, first - 4) : first]):
        if before.pos == "AUX" or before.lemma in _AUXILIARIES:
            return True
        if before.pos not in _ADVERBIAL and before.form not in _CLITICS:
            return False
    return False


def predicate(rows: Sequence[Any], first: int, last: int) -> bool:
    """*Il **est** essentiel*, *jugé nécessaire*; not *une importance primordiale*, which judges without obliging."""
    for before in reversed(rows[max(0, first - 4) : first]):
        if before.pos in ("NOUN", "PROPN", "DET"):
            return False
        if before.pos in ("VERB", "AUX"):
            return before.lemma in _COPULAR_VERBS
    return False


def behind_noun(rows: Sequence[Any], first: int, last: int) -> bool:
    """*un **acteur** clé*; not *la clé du local*."""
    return first > 0 and rows[first - 1].pos in ("NOUN", "PROPN")


def before_noun(rows: Sequence[Any], first: int, last: int) -> bool:
    """*une **vraie** question*, *une **forte** et rude hausse*; not *c'est vrai*."""
    at = _next(rows, last + 1, ("ADJ", "CCONJ"))
    return at is not None and rows[at].pos in ("NOUN", "PROPN") and at - last <= _QUALITIES + 1


def without_of(rows: Sequence[Any], first: int, last: int) -> bool:
    """*une conduite responsable*; not *responsable **de** l'accueil*."""
    return last + 1 == len(rows) or rows[last + 1].form not in _OF


def with_of(rows: Sequence[Any], first: int, last: int) -> bool:
    """*la gravité **des** faits*; not *il parle avec gravité*."""
    return not without_of(rows, first, last)


def without_goal(rows: Sequence[Any], first: int, last: int) -> bool:
    """*initier un projet*; not *initier les élèves **au** chant*."""
    return not any(row.form in _AT for row in rows[last + 1 : last + 5])


def before_quality(rows: Sequence[Any], first: int, last: int) -> bool:
    """*particulièrement **utile***, *tout particulièrement **touchés***; not *particulièrement à la mer*."""
    return last + 1 < len(rows) and (rows[last + 1].pos in ("ADJ", "ADV") or rows[last + 1].is_participle)


def not_before_quality(rows: Sequence[Any], first: int, last: int) -> bool:
    """*les jeunes, particulièrement à la mer*; not *particulièrement utile*."""
    return not before_quality(rows, first, last)


def at_start(rows: Sequence[Any], first: int, last: int) -> bool:
    """***De plus**, la ville paiera*, *Il part ; **de même**, elle reste*: a mark parts it from what stands before."""
    return first == 0 or rows[first].start - rows[first - 1].end > 1


CONSTRUCTIONS: dict[str, Callable[[Sequence[Any], int, int], bool]] = {
    "with infinitive": with_infinitive,
    "before infinitive": before_infinitive,
    "with bare infinitive": with_bare_infinitive,
    "with clause": with_clause,
    "with que": with_que,
    "impersonal": impersonal,
    "with predicate": with_predicate,
    "towards": towards,
    "kept": kept,
    "reflexive": reflexive,
    "verbal": verbal,
    "predicate": predicate,
    "before noun": before_noun,
    "behind noun": behind_noun,
    "with of": with_of,
    "without of": without_of,
    "without goal": without_goal,
    "before quality": before_quality,
    "not before quality": not_before_quality,
    "at start": at_start,
}
"""What a list may ask for, by the name that it has in the tables."""
