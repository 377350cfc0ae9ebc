"""Who is meant where a pronoun stands for the source, or nothing does."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from helpers.entities.gender import DEMONSTRATIVE, gender_of_phrase, gendered
from helpers.french.inverted_subjects import is_speaker
from helpers.french.noun_phrases import phrase_around, phrase_from
from helpers.french.persons import is_human, is_name_part
from helpers.french.subjects import CLITICS
from helpers.lexicon.words import OF, column, words
from helpers.quotes.quotations import Quotation
from helpers.speakers.discourse import Discourse, is_nominal_subject
from helpers.speakers.model import NOBODY, Speaker

_LAST_WITHIN = 60  # tokens back to which a subject or a name is the last one
_WIDTHS = (1, 2, 3)  # tokens that *celle-ci* may be cut into
_GROUP_WITHIN = 80  # … a plural noun phrase
_FEATURES = {"m": "Masc", "f": "Fem"}  # gender → Universal feature

_PERSONAL = gendered("personal pronoun")
_PLURAL = frozenset(column("gendered_words", "form", kind="personal pronoun", number="plural"))
_ANTECEDENT = gendered("antecedent pronoun")
_NEAR = gendered("near pronoun")


def is_weighed(doc: Doc, first: int, last: int) -> bool:
    """Whether a mention is a singular pronoun: *il*, *elle*, *lui*."""
    form = CLITICS.get(doc[first].lower_, doc[first].lower_)
    return first == last and form in _PERSONAL and form not in _PLURAL


def gender_of_pronoun(doc: Doc, at: int) -> str | None:
    """*il*: m, *elle*: f."""
    return _PERSONAL.get(CLITICS.get(doc[at].lower_, doc[at].lower_))


def pronoun(discourse: Discourse, first: int, last: int) -> Speaker | None:
    """Whom a pronoun or possessive stands for (``NOBODY`` if none is found); None where a mention is neither."""
    doc = discourse.doc
    form = CLITICS.get(doc[first].lower_, doc[first].lower_)
    if first == last and form in _PERSONAL:
        return personal(discourse, form, first)
    if first == last and form in words("possessive of a source"):
        return discourse.recent(first, None) or NOBODY  # à ses yeux
    if form in _ANTECEDENT and _is_defined(discourse, last):
        return discourse.recent(first, _ANTECEDENT[form], of_persons=True) or NOBODY
    return None


def _is_defined(discourse: Discourse, last: int) -> bool:
    """*celui | qui l'a bâti*."""
    following = discourse.doc[min(last + 1, len(discourse.doc) - 1)]
    return following.lower_ in words("defining relative")


def personal(discourse: Discourse, form: str, at: int) -> Speaker:
    """*il*, *elle*: who spoke or was a subject last; *ils*, *elles*: the group named last."""
    gender = _PERSONAL[form]
    if form in _PLURAL:
        return _group(discourse, at, gender)
    found = discourse.recent(at, gender, of_places=False) or _last_subject(discourse, at, gender)
    named = discourse.person_before(at, gender, surely=True) if found is None else None
    found = named[1] if named else found
    if found is None:
        return Speaker(None, gender=gender, is_carried=True)
    return replace(found, gender=found.gender or gender)


def _last_subject(discourse: Discourse, at: int, gender: str) -> Speaker | None:
    """*La guilde a fermé … Elle a invoqué …*: the subject before a pronoun, where no known source fits."""
    for subject in _subjects_before(discourse, at):
        first, last = phrase_around(discourse.document, subject)
        is_fitting = gender_of_phrase(discourse.doc, first, last) == gender
        if is_fitting and is_speaker(discourse.doc[first : last + 1]):  # not La salle était pleine
            return Speaker(discourse.directory.body(first, last), gender=gender, is_carried=True)
    return None


def _subjects_before(discourse: Discourse, at: int) -> Iterator[Token]:
    """Nouns that are singular subjects of the release's own words, the last first."""
    for i in range(at - 1, max(0, at - _LAST_WITHIN), -1):
        token = discourse.doc[i]
        is_noun = token.pos_ in ("NOUN", "PROPN") and "Plur" not in token.morph.get("Number")
        if is_nominal_subject(token) and is_noun and not discourse.is_quoted(token.idx):
            yield token


def _group(discourse: Discourse, at: int, gender: str | None) -> Speaker:
    """*ils*: the plural noun phrase, the two joined or the group of speakers named last, agreeing in gender."""
    topic = _plural_before(discourse, at, gender)
    pair = next(_pairs_before(discourse, at), None)
    if pair and (topic is None or topic.i < pair[0].i):
        return Speaker.both(*(_name_of(discourse, token) for token in pair)).carried()
    heard = next(((p, s) for p, s in reversed(discourse.history) if s.is_plural and p < discourse.doc[at].idx), None)
    if heard and (topic is None or heard[0] > topic.idx):
        return heard[1].carried()
    if topic is not None:
        return Speaker(discourse.directory.body(*phrase_around(discourse.document, topic)), is_carried=True)
    return NOBODY


def _last_people(discourse: Discourse, at: int) -> Speaker | None:
    """*le maire a reçu des éleveurs. Ces derniers …*: the last group of people, in whatever role."""
    people = next((t for t in _plurals_before(discourse, at, None) if is_human(t)), None)
    if people is None:
        return None
    return Speaker(discourse.directory.body(*phrase_around(discourse.document, people)), is_carried=True)


def _pairs_before(discourse: Discourse, at: int) -> Iterator[tuple[Token, Token]]:
    """*le groupe Vernex et la société Daltex*: two named who are joined as one subject, the last first."""
    for i in range(at - 1, max(-1, at - _GROUP_WITHIN), -1):
        other = discourse.doc[i]
        one = _joined_with(other)
        if one is not None and all(_is_named(discourse, t) for t in (one, other)):
            yield one, other


def _joined_with(other: Token) -> Token | None:
    """The first of two subjects joined by *et*, whether the parse hangs the second on it or on their verb."""
    if not any(c.lower_ in words("and") for c in other.children):
        return None
    if other.dep_ == "conj":
        return other.head if is_nominal_subject(other.head) or other.head.dep_ == "ROOT" else None
    return next((t for t in other.head.lefts if t.i < other.i and t.dep_ == other.dep_ and is_nominal_subject(t)), None)


def _is_named(discourse: Discourse, noun: Token) -> bool:
    end = _name_end(discourse, noun.i)
    is_noun = noun.pos_ in ("NOUN", "PROPN") and not discourse.is_quoted(noun.idx)
    return is_noun and any(is_name_part(t) for t in discourse.doc[noun.i : end + 1])


def _name_of(discourse: Discourse, noun: Token) -> str:
    person = discourse.directory.person_at(noun.i, noun.i)
    first = phrase_around(discourse.document, noun)[0]
    return person.name if person else discourse.directory.body(first, _name_end(discourse, noun.i))


def _name_end(discourse: Discourse, noun: int) -> int:
    """*le groupe Vernex | et la société Daltex*: where the name behind a noun ends."""
    doc, end = discourse.doc, noun
    while end + 1 < len(doc) and (is_name_part(doc[end + 1]) or doc[end + 1].lower_ in OF):
        end += 1
    return end


def _plural_before(discourse: Discourse, at: int, gender: str | None) -> Token | None:
    """The last plural subject before a pronoun, else the last plural noun in the same sentence."""
    groups = list(_plurals_before(discourse, at, gender))
    sentence = discourse.document.sentence
    subject = next((t for t in groups if is_nominal_subject(t)), None)
    return subject or next((t for t in groups if sentence(t.i)[0] == sentence(at)[0]), None)


def _plurals_before(discourse: Discourse, at: int, gender: str | None) -> Iterator[Token]:
    """Plural nouns in the release's own words that agree, no measures (*trois jours*), the last first."""
    doc = discourse.doc
    is_source = at > 0 and doc[at - 1].pos_ == "ADP"
    for i in range(at - 1, max(-1, at - _GROUP_WITHIN), -1):
        token = doc[i]
        is_plural = token.pos_ == "NOUN" and "Plur" in token.morph.get("Number")
        is_agreeing = gender is None or token.morph.get("Gender") in ([], [_FEATURES[gender]])
        is_counted = i > 0 and doc[i - 1].like_num
        is_beside = is_source and token.head == doc[at].head  # Des couteaux sont, selon eux, saisis
        if is_plural and is_agreeing and not is_counted and not is_beside and not discourse.is_quoted(token.idx):
            yield token


def latter(discourse: Discourse, first: int, last: int) -> Speaker | None:
    """*ce dernier*, *celle-ci*: the person or body named last."""
    doc = discourse.doc
    opening, closing = doc[first].lower_, doc[last].lower_
    gender = next(
        (_NEAR[form] for width in _WIDTHS if (form := doc[first : first + width].text.lower()) in _NEAR), None
    )
    if closing.rstrip("s") in words("latter adjective") and closing.endswith("s"):
        return _last_people(discourse, first) or _group(discourse, first, None)
    if closing in words("latter adjective"):
        gender = gender or gendered(DEMONSTRATIVE).get(opening)
    if gender is None:
        return None
    directory = discourse.directory
    person = discourse.person_before(first, gender) or discourse.person_before(first, gender, surely=True)
    told = phrase_from(discourse.document, person[0]) if person else -1  # with apposition: maire de Sorne
    for i, k in reversed([run for run in directory.runs if max(told, first - _LAST_WITHIN) < run[0] < first]):
        begin, end = phrase_around(discourse.document, doc[i])
        is_place = doc[i].ent_type_ == "LOC" or doc[max(0, begin - 1)].pos_ == "ADP"
        if directory.person_at(i, k) is None and not is_place and is_speaker(doc[begin : max(end, k) + 1]):
            name = directory.body(i, phrase_from(discourse.document, i, at_least=k))
            return Speaker(name, is_carried=True)
    return person[1] if person else None


def unmentioned(discourse: Discourse, quote: Quotation) -> Speaker:
    """Nobody is named beside the words: who spoke or was a subject last."""
    span = discourse.doc.char_span(quote.start, quote.end, alignment_mode="expand")
    recent = discourse.recent(span.start, None) if span is not None and span.start else None
    last = next(discourse.latest(), None)
    return recent or (last.carried() if last else NOBODY)
