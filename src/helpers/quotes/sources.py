"""Who speaks beside a cue: the words that name the source, and whether anybody speaks at all."""

from functools import cache

from spacy.tokens import Doc, Span, Token

from helpers import lexicon
from helpers.french.noun_phrases import phrase_around, phrase_from
from helpers.french.persons import is_human, is_name_part, is_title
from helpers.french.subjects import CLITICS, SUBJECTS, agreeing_subject, subject_of
from helpers.french.verbs import AUXILIARIES, has_auxiliary, is_finite, is_infinitive
from helpers.quotes.cues import ASIDE, Cue
from helpers.quotes.reading import BETWEEN, Reading
from helpers.text.typography import fold

_MODALS = frozenset(("pouvoir", "devoir", "falloir"))


SPEAKERLESS = frozenset(
    ("on", "ce", "c'", "cela", "ça", "je", "j'", "tu", "vous", "nous", "-on", "rien", "personne", "tout", "dont", "où")
)


def is_negated(reading: Reading, cue: Cue) -> bool:
    """*n'a pas dit*, *sans dire*: what is not said is not reported."""
    if cue.verb is None:
        return False
    doc = cue.verb.doc
    for i in range(cue.first - 1, max(cue.first - 6, reading.sentence(cue.verb.i)[0] - 1), -1):
        text = doc[i].lower_
        if text in ("ne", "n'", "sans"):
            return True
        if doc[i].pos_ not in ("AUX", "ADV", "PRON") and text not in BETWEEN:
            return False
    return False


def is_narrative_infinitive(reading: Reading, cue: Cue) -> bool:
    """*Et de conclure : …*: whoever spoke last says it."""
    doc, start = reading.doc, reading.sentence(cue.first)[0]
    opening = [t.lower_ for t in doc[start : cue.first]]
    return is_infinitive(doc[cue.first]) and opening in (["et", "de"], ["et", "d'"])


def is_unreal(reading: Reading, cue: Cue) -> bool:
    """*il faut dire que*, *il est impossible de démontrer que*: nobody has said it."""
    verb = cue.verb
    if verb is None:
        return False
    if is_infinitive(verb.doc[cue.first]):
        doc, i = verb.doc, cue.first - 1
        while i > reading.sentence(verb.i)[0] and (doc[i].pos_ in ("ADV", "PRON") or doc[i].lower_ in BETWEEN):
            i -= 1
        governor = verb.head
        impersonal = (
            any(c.lower_ in ("il", "c'", "ce") for c in governor.children if c.dep_ in SUBJECTS)
            and governor.pos_ == "ADJ"
        )
        return doc[i].lemma_ in _MODALS or impersonal
    return "Imp" in verb.morph.get("Mood")


def subject_mention(reading: Reading, cue: Cue) -> tuple[int, int] | None:
    """The phrase of the cue's subject; None where it has none that could speak."""
    if cue.verb is None:
        return None
    doc = reading.doc
    following = cue.last + 1
    if following + 1 < len(doc) and doc[following].text == "-t":
        following += 1
    if following < len(doc) and doc[following].lower_ in CLITICS:
        return None if doc[following].lower_ == "-on" else (following, following)
    driven = _driven(cue)
    if driven is not None:
        return phrase_around(reading.document, driven)
    if (
        cue.verb.lower_.endswith("ant")
        and cue.first
        and doc[cue.first - 1].text in ',"»'
        or cue.first > 1
        and cue.verb.lower_.endswith("ant")
        and doc[cue.first - 2].text == ","
    ):
        mention = _subject_of_sentence(reading, cue)
        if mention:
            return mention
    if _is_bare_passive(cue.verb) or any(c.dep_ == "aux:pass" for c in cue.verb.children):
        return agent(reading, cue.last + 1, reading.sentence(cue.first)[1])
    if cue.verb.dep_ == "acl" and cue.verb.head.lower_ == "côté" and cue.verb.nbor(-1) == cue.verb.head:
        return _left_subject(reading, cue)
    shared = _coordinated_with(reading, cue)
    if shared is not None:
        return subject_mention(reading, shared)
    head = subject_of(cue.verb)
    while head is not None and head.dep_ == "appos" and head.head.pos_ in ("PROPN", "NOUN") and head.head.i < head.i:
        head = head.head  # X, championne, qui lâche …
    is_expletive = head is not None and head.dep_ == "expl:subj" and head.lower_ == "il"
    if is_expletive and (head.head != cue.verb or is_infinitive(doc[cue.first]) or cue.lemma == "convenir"):
        return None  # il convient de rappeler que; the il of il dit que is somebody, whatever the parse says
    if (
        head is not None
        and reading.is_quoted(head.i)
        and not reading.is_quoted(cue.first)
        and head.pos_ not in ("NOUN", "PROPN")
    ):
        head = None  # a subject between marks is not the quoter's
    if head is None and "Part" in cue.verb.morph.get("VerbForm") and not has_auxiliary(cue.verb):
        return _subject_of_sentence(reading, cue)
    if head is not None and fold(head.lemma_) in _silent():
        return None
    if head is None or head.lower_ in SPEAKERLESS:
        return _left_subject(reading, cue) if head is None else None
    left = _left_subject(reading, cue)
    if left and is_name_part(doc[left[1]]) and not left[0] <= head.i <= left[1] and head.i < left[0]:
        # A name right before the verb beats a subject further off, unless it depends on that one.
        before = doc[left[0] - 1] if left[0] else None
        if before is not None and before.text in (",", "–", "—", ")") and not head.is_ancestor(doc[left[0]]):
            return left
    agreeing = agreeing_subject(cue.verb, head)
    if agreeing is None:
        return _subject_of_sentence(reading, cue) or _without_fronting(reading, *phrase_around(reading.document, head))
    first, last = _without_fronting(reading, *phrase_around(reading.document, agreeing))
    if first < cue.first <= last:
        last = cue.first - 1  # a verb that the tagger takes for a participle ends the phrase all the same
        while last > first and (doc[last].lower_ in AUXILIARIES or doc[last].lower_ in BETWEEN or doc[last].is_punct):
            last -= 1
    return first, last


_DRIVE = frozenset("amener conduire contraindre forcer inciter obliger pousser".split())


def _driven(cue: Cue) -> Token | None:
    """*La crise a poussé le maire à agir, en déclarant que*: a thing drives; who is driven speaks."""
    head = subject_of(cue.verb) if cue.verb.lower_.endswith("ant") else None
    if head is None:
        return None
    verb = head.head
    if verb.lemma_ not in _DRIVE or is_human(head) or head.ent_type_:
        return None
    return next((c for c in verb.children if c.dep_ in ("obj", "obl:arg") and is_human(c)), None)


def _coordinated_with(reading: Reading, cue: Cue) -> Cue | None:
    """*explique que A et précise que B*: the cue before, whose subject a cue behind *et* shares."""
    doc = reading.doc
    i = cue.first - 1
    while i >= 0 and (doc[i].lower_ in BETWEEN or doc[i].lower_ in AUXILIARIES or doc[i].pos_ == "ADV"):
        i -= 1
    following = doc[cue.last + 1].lower_ if cue.last + 1 < len(doc) else ""
    if i < 0 or doc[i].lower_ not in ("et", "mais", "puis") or following not in ("que", "qu'"):
        return None
    start = reading.sentence(cue.first)[0]
    before = [reading.verb_at[k] for k in range(i - 1, start - 1, -1) if k in reading.verb_at]
    if reading.is_quoted(i - 1):  # a dénoncé « … » et affirmé que: what stands between marks governs nothing
        return next((c for c in before if not reading.is_quoted(c.first) and agree_in_number(c, cue)), None)
    return next((c for c in before if doc[c.last + 1].lower_ in ("que", "qu'") and agree_in_number(c, cue)), None)


def agree_in_number(one: Cue, other: Cue) -> bool:
    """Whether two cues can share a subject: *il dit que … et affirme que …*, not *… et affirment que …*."""
    numbers = [_number(cue) for cue in (one, other)]
    return None in numbers or numbers[0] == numbers[1]


def _number(cue: Cue) -> str | None:
    group = [cue.verb, *cue.verb.children] if cue.verb is not None else []
    finite = next((t for t in group if is_finite(t) and (t == cue.verb or t.dep_.startswith("aux"))), None)
    return next(iter(finite.morph.get("Number")), None) if finite is not None else None


def _without_fronting(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """*Membre du conseil, la mairesse Anne Roy a dit*: an apposition before its noun gives way to it."""
    doc = reading.doc
    if (
        not doc[first].is_sent_start
        or doc[first].pos_ == "DET"
        or not is_human(doc[first])
        and doc[first].pos_ != "NOUN"
    ):
        return first, last
    comma = next((i for i in range(first, min(last + 2, len(doc))) if doc[i].text == ","), None)
    if (
        comma is None
        or comma + 1 >= len(doc)
        or not (doc[comma + 1].pos_ in ("DET", "PROPN") or is_name_part(doc[comma + 1]))
    ):
        return first, last
    return comma + 1, phrase_from(reading.document, comma + 1, at_least=comma + 1)


def _is_bare_passive(verb: Token) -> bool:
    """*un plan proposé par X*, *accusée de …*: a past participle without auxiliary."""
    if verb.dep_ not in ("acl", "advcl") or "Part" not in verb.morph.get("VerbForm") or verb.lower_.endswith("ant"):
        return False
    doc, i = verb.doc, verb.i - 1
    while i > 0 and doc[i].lower_ in ASIDE:
        i -= 1  # se sont de leur côté réjouis
    return doc[max(i, 0)].lower_ not in AUXILIARIES and not any(c.dep_.startswith("aux") for c in verb.children)


def _left_subject(reading: Reading, cue: Cue) -> tuple[int, int] | None:
    """Where the parse gives no subject: the pronoun or name right before the verb group."""
    doc = reading.doc
    start = reading.sentence(cue.first)[0]
    i = cue.first - 1
    while i >= start and (
        doc[i].pos_ in ("AUX", "ADV")
        or doc[i].lower_ in BETWEEN
        or doc[i].lower_ in AUXILIARIES
        or doc[i].lower_ in ASIDE
    ):
        i -= 1
    if i < start:
        return None
    if doc[i].lower_ in ("il", "elle", "ils", "elles"):
        return (i, i) if not _is_passive(doc, i + 1, cue.first) else None
    if is_name_part(doc[i]) and not is_finite(doc[i]):
        first = i
        while first > start and (is_name_part(doc[first - 1]) or is_title(doc[first - 1])):
            first -= 1
        if first > start and doc[first - 1].pos_ == "DET":
            first -= 1
        return first, i
    if doc[i].text == ",":
        return _name_between_commas(reading, start, i)
    is_subject = doc[i].pos_ == "NOUN" and not _is_governed(reading, doc[i])
    return phrase_around(reading.document, doc[i]) if is_subject else None


def _is_governed(reading: Reading, noun: Token) -> bool:
    """A noun behind a preposition is no subject."""
    first, _ = phrase_around(reading.document, noun)
    return first > 0 and noun.doc[first - 1].pos_ == "ADP"


def _name_between_commas(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """*En visite, Anne Roy, directrice, a dit*: a person's name behind a comma, with its apposition."""
    doc = reading.doc
    for i in range(end - 1, start - 1, -1):
        opens = i == start or doc[i - 1].text == ","
        if opens and is_name_part(doc[i]) and doc[i].ent_type_ == "PER" and not reading.is_quoted(i):
            return i, min(phrase_from(reading.document, i), end - 1)
    return None


def _subject_of_sentence(reading: Reading, cue: Cue) -> tuple[int, int] | None:
    """A participle that hangs nowhere (*…, se disant certain*) has the subject of the verb before it."""
    doc = reading.doc
    start = reading.sentence(cue.first)[0]
    for i in range(cue.first - 1, start - 1, -1):
        if reading.is_quoted(i) or not is_finite(doc[i]) or is_subordinate(doc[i]):
            continue
        following = next((k for k in range(i + 1, min(i + 3, cue.first)) if doc[k].lower_ in CLITICS), None)
        if following is not None:
            return (following, following) if doc[following].lower_ != "-on" else None
        verb = doc[i].head if doc[i].dep_.startswith("aux") else doc[i]
        head = subject_of(verb)
        if head is not None and head.i < cue.first and head.lower_ not in SPEAKERLESS:
            return phrase_around(reading.document, head)
    return None


def is_subordinate(verb: Token) -> bool:
    """Whether a finite form belongs to a relative clause or one that a conjunction opens."""
    head = verb.head if verb.dep_.startswith("aux") or verb.dep_ == "cop" else verb
    return head.dep_ in ("acl", "acl:relcl") or any(c.dep_ == "mark" and c.pos_ == "SCONJ" for c in head.children)


def _is_passive(doc: Doc, first: int, end: int) -> bool:
    return any(doc[i].lower_ in ("été", "est") for i in range(first, end))


def agent(reading: Reading, first: int, end: int) -> tuple[int, int] | None:
    """*proposée par l'Alliance*: who did it, before a colon."""
    doc = reading.doc
    for i in range(end - 1, first, -1):
        if (
            i < len(doc)
            and doc[i - 1].lower_ == "par"
            and doc[i].pos_ in ("DET", "PROPN")
            or doc[i - 1].lower_ == "par"
            and is_name_part(doc[i])
        ):
            last = min(phrase_from(reading.document, i), end - 1)
            if any(is_name_part(t) for t in doc[i : last + 1]):
                return i, last
    return None


def source_phrase(reading: Reading, cue: Cue) -> tuple[int, int] | None:
    """The phrase behind *selon* where it names somebody or something that can say things."""
    doc = reading.doc
    if doc[cue.last - 1].lower_ == "ses" and cue.last > cue.first + 1:
        return cue.last - 1, cue.last - 1  # à ses yeux
    first = cue.last + 1
    if first >= len(doc) or reading.sentence(first)[0] != reading.sentence(cue.first)[0]:
        return None
    head = doc[first]
    if head.lower_ in ("lui", "elle", "eux", "elles"):
        return first, first
    if head.lower_ in ("certains", "certaines", "certain", "certaine"):
        return first, phrase_from(reading.document, first, at_least=first)
    is_clause = head.lower_ == "ce" and head.nbor(1).lower_ in ("que", "qu'", "qui", "dont")  # selon ce qu'il a vu
    if head.lower_ in _NO_SOURCE_WORDS or is_clause or is_finite(head):
        return None
    last = phrase_from(reading.document, first, at_least=first)
    phrase = doc[first : last + 1]
    if any(fold(t.lemma_) in _no_source() or fold(t.text).rstrip("s") in _no_source() for t in phrase[:3]):
        return None
    if cue.lemma == "pour" and not _can_hold_a_view(phrase):
        return None
    return first, last


def _can_hold_a_view(phrase: Span) -> bool:
    """*Pour Anne Roy, …*: a person, a post or a body, not a purpose, a place or a time."""
    head = phrase[0]
    if head.lower_ in ("d'autres",) or head.lower_ == "d'" and len(phrase) > 1 and phrase[1].lower_ == "autres":
        return True
    if "Inf" in head.morph.get("VerbForm"):
        return False
    nominal = phrase[1] if head.pos_ == "DET" and len(phrase) > 1 else head
    is_body = nominal.text[0].isupper() and nominal.ent_type_ in ("ORG", "MISC")
    return is_human(nominal) or is_body or "PER" in (head.ent_type_, nominal.ent_type_)


_NO_SOURCE_WORDS = frozenset(("que", "qu'", "lequel", "laquelle", "lesquels", "lesquelles", "nous", "moi"))


@cache
def _silent() -> frozenset[str]:
    """Things that show without speaking: *les résultats indiquent que*, *des banderoles proclamant* a slogan."""
    return frozenset(fold(row["noun"]) for table in ("findings", "inscriptions") for row in lexicon.rows(table))


@cache
def _no_source() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in lexicon.rows("no_source_nouns"))
