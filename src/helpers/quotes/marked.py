"""Rules for words between quotation marks, from the sure to the unsure: whose are they?"""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from helpers import lexicon
from helpers.french.noun_phrases import phrase_after_verb, phrase_around, phrase_from
from helpers.french.persons import is_human, is_name_part, is_title
from helpers.french.subjects import SUBJECTS
from helpers.french.verbs import AUXILIARIES, has_letter, is_finite
from helpers.quotes.cues import Cue
from helpers.quotes.incises import clause_limit, inverted_verb, word_behind
from helpers.quotes.reading import Attribution, Reading
from helpers.quotes.rules import (
    COLON,
    CUE_IN_SENTENCE,
    FIRST_PERSON,
    INCISE,
    LABEL,
    OBJECT,
    SELON_AFTER,
    SIGNATURE,
)
from helpers.quotes.sources import (
    SPEAKERLESS,
    agent,
    is_narrative_infinitive,
    is_negated,
    source_phrase,
    subject_mention,
)
from helpers.text.marks import Marked
from helpers.text.typography import words

MarkRule = Callable[[Reading, Marked], Attribution | None]


MARK_RULES: list[tuple[str, MarkRule]] = []


def rule(name: str) -> Callable[[MarkRule], MarkRule]:
    """Register a function under the name of a rule; the order of definition is the order of trial."""

    def register(function: MarkRule) -> MarkRule:
        MARK_RULES.append((name, function))
        return function

    return register


@rule(INCISE)
def incise(reading: Reading, mark: Marked) -> Attribution | None:
    """The verb stands right behind the closing mark, its subject behind the verb."""
    doc = reading.doc
    i = word_behind(reading, mark)
    if (
        i is None
        or doc[i].pos_ in ("ADP", "SCONJ", "CCONJ")
        and doc[i - 1].text not in ",.!?…"
        and doc[i].lower_ not in AUXILIARIES
    ):
        return None  # « … » comme avant, dit X: the clause goes on behind the mark
    end = clause_limit(reading, i)
    cue, clitic = inverted_verb(reading, i, end)
    if cue is None:
        return None
    if clitic is not None:
        is_nobody = doc[clitic].lower_ == "-on"  # dit-on: somebody says it, nobody says who
        return Attribution(INCISE, cue, None if is_nobody else (clitic, clitic))
    mention = phrase_after_verb(reading.document, cue.last + 1, end)
    return Attribution(INCISE, cue, mention) if mention else None


@rule(SELON_AFTER)
def selon_after(reading: Reading, mark: Marked) -> Attribution | None:
    """A preposition of attribution right behind the closing mark."""
    i = word_behind(reading, mark)
    cue = reading.preposition_at.get(i) if i is not None else None
    if cue is None or cue.lemma == "pour":
        return None
    mention = source_phrase(reading, cue)
    return Attribution(SELON_AFTER, cue, mention) if mention else None


@rule(COLON)
def colon(reading: Reading, mark: Marked) -> Attribution | None:
    """A cue with its subject before a colon that opens the quotation."""
    doc = reading.doc
    first, end = reading.before(mark)
    end = _skip_back(doc, first, end)
    if end <= first or doc[end - 1].text != ":":
        return None
    for i in range(end - 2, max(first, end - 12) - 1, -1):
        cue = reading.preposition_at.get(i)
        mention = source_phrase(reading, cue) if cue and cue.lemma != "pour" else None
        if cue and mention and mention[1] == end - 2:
            return Attribution(COLON, cue, mention)  # …, selon lui : « … »
    # The cue may stand before earlier quoted words: X a expliqué vouloir « … » : « … ».
    for i in range(end - 1, reading.sentence(end - 1)[0] - 1, -1):
        cue = reading.verb_at.get(i)
        if cue and not reading.is_quoted(i) and not is_negated(reading, cue):
            if is_narrative_infinitive(reading, cue):
                return Attribution(COLON, cue, None)
            mention = subject_mention(reading, cue)
            if mention and mention[0] < end:
                return Attribution(COLON, cue, mention)
    return None


@rule(LABEL)
def label(reading: Reading, mark: Marked) -> Attribution | None:
    """A name or a body before a colon, without a verb of saying."""
    doc = reading.doc
    first, end = reading.before(mark)
    end = _skip_back(doc, first, end)
    if end <= first or doc[end - 1].text != ":":
        return None
    doer = agent(reading, first, end)
    if doer:
        return Attribution(LABEL, None, doer)
    while first < end and (doc[first].is_punct or doc[first].is_space or doc[first].text in "#*_"):
        first += 1
    if first >= end - 1:
        return None
    subjects = [t for t in doc[first : end - 1] if t.dep_ in ("nsubj", "nsubj:pass") and t.pos_ != "PRON"]
    # Un élu arrive, mais la directrice intervient : the last of the main clauses
    main = [t for t in subjects if t.head.dep_ in ("ROOT", "conj")]
    subject = main[-1] if main else next(iter(subjects), None)
    has_verb = any(is_finite(t) for t in doc[first : end - 1])
    if has_verb and subject is not None:
        phrase = phrase_around(reading.document, subject)
    elif has_verb:
        return None
    else:
        # À la question de la journaliste : the last noun phrase that names somebody.
        while doc[first].pos_ == "ADP" and first < end - 2:
            first = next((k for k in range(first + 1, end - 2) if is_title(doc[k]) or is_name_part(doc[k])), end - 2)
        phrase = first, min(phrase_from(reading.document, first), end - 2)
    named = any(is_name_part(t) or is_title(t) for t in doc[phrase[0] : phrase[1] + 1])
    return Attribution(LABEL, None, phrase) if named else None


@rule(OBJECT)
def governed_directly(reading: Reading, mark: Marked) -> Attribution | None:
    """The cue stands right before the opening mark, at most a preposition between them."""
    doc = reading.doc
    first, end = reading.before(mark)
    i = end - 1
    while i >= first and (
        doc[i].is_space or doc[i].lower_ in ("de", "d'", "à", ",", ":", "ainsi", "comme") or doc[i].pos_ == "ADV"
    ):
        i -= 1
    cue = reading.verb_at.get(i) if i >= first else None
    if cue is None or is_negated(reading, cue) or len(words(reading.text[mark.start : mark.end])) < 2:
        return None
    mention = subject_mention(reading, cue)
    return Attribution(OBJECT, cue, mention) if mention else None


@rule(SIGNATURE)
def signature(reading: Reading, mark: Marked) -> Attribution | None:
    """A dash and a name behind the closing mark, or a name on the line below."""
    doc = reading.doc
    i = reading.token_from(mark.closed)
    crossed = False
    while i < len(doc) and (doc[i].is_space or doc[i].text in "*_.") and i - reading.token_from(mark.closed) < 4:
        crossed = crossed or "\n" in doc[i].text
        i += 1
    if i >= len(doc):
        return None
    dashed = doc[i].text in ("–", "—", "-", "--")
    if dashed:
        i += 1
    if i >= len(doc) or not (dashed or crossed) or not (doc[i].text[0].isupper() or is_title(doc[i])):
        return None
    end = reading.sentence(i)[1]
    line = doc[i:end]
    last = phrase_from(reading.document, i)
    names = [t for t in doc[i : min(i + 5, end)] if is_name_part(t)]
    name_like = len(names) >= 2 or is_title(doc[i])
    is_name_alone = crossed and len(names) >= 2 and len(line) == len(names) + sum(t.is_space for t in line)
    if not name_like or len(line) > 30 or any(is_finite(t) and t.i > last for t in line):
        return None
    if (
        crossed
        and not dashed
        and not is_name_alone
        and not (
            stands_alone(reading, mark)
            and (last + 1 < end and doc[last + 1].text == "," or any(is_title(t) or t.text == "," for t in line))
        )
    ):
        return None
    return Attribution(SIGNATURE, None, (i, last))


@rule(CUE_IN_SENTENCE)
def governed_in_sentence(reading: Reading, mark: Marked) -> Attribution | None:
    """A cue earlier in the sentence whose object holds the marked words."""
    doc = reading.doc
    first, end = reading.before(mark)
    many = len(words(reading.text[mark.start : mark.end]))
    if many < 2 or many == 2 and doc[reading.token_from(mark.start)].pos_ == "DET":
        return None  # « les principes »: a term
    for i in range(end - 1, first - 1, -1):
        cue = reading.verb_at.get(i)
        if cue is None:
            continue
        inside = doc[reading.token_from(mark.start)]
        mention = subject_mention(reading, cue)
        is_fragment = not inside.text[0].isupper()
        # Qualifiant X de « … », Y a …: the subject of a participle that opens the sentence stands behind it.
        fronted = i == reading.sentence(i)[0] and cue.verb is not None and cue.verb.lower_.endswith("ant")
        if (
            mention
            and (mention[1] < cue.first or fronted)
            and is_fragment
            and not is_negated(reading, cue)
            and _holds(cue, inside)
        ):
            return Attribution(CUE_IN_SENTENCE, cue, mention)
        return None
    return None


_I_AND_WE = frozenset("je j' nous mon ma mes notre nos me m' moi".split())


@rule(FIRST_PERSON)
def first_person(reading: Reading, mark: Marked) -> Attribution | None:
    """*Je* or *nous* between marks: the person whom the sentence is about says it."""
    doc = reading.doc
    first, end = reading.before(mark)
    tokens = doc[reading.token_from(mark.start) : reading.token_from(mark.end)]
    if end - first < 2 or not any(t.lower_ in _I_AND_WE for t in tokens) or len(tokens) < 4:
        return None
    subject = next(
        (t for t in doc[first:end] if t.dep_ in ("nsubj", "nsubj:pass") and t.lower_ not in SPEAKERLESS), None
    )
    if subject is None or subject.pos_ == "PRON" and subject.lower_ in ("qui", "que"):
        return None
    phrase = phrase_around(reading.document, subject)
    if not any(is_name_part(t) or is_title(t) for t in doc[phrase[0] : phrase[1] + 1]) and subject.pos_ != "PRON":
        return None
    cue = next((reading.verb_at[i] for i in range(end - 1, phrase[1], -1) if i in reading.verb_at), None)
    return Attribution(FIRST_PERSON, cue, phrase)


def stands_alone(reading: Reading, mark: Marked) -> bool:
    """The marks open their sentence and nothing but a stop follows them in it."""
    doc = reading.doc
    first, _ = reading.before(mark)
    opened, closed = reading.token_from(mark.opened), reading.token_from(mark.closed)
    lead = [t for t in doc[first:opened] if has_letter(t) and t.pos_ not in ("CCONJ", "ADV", "INTJ")]
    end = reading.sentence(closed - 1)[1] if closed else closed
    tail = [t for t in doc[closed:end] if has_letter(t)]
    return not tail and (not lead or doc[opened - 1].text == ":")


def _skip_back(doc: Doc, first: int, end: int) -> int:
    while end > first and (doc[end - 1].is_space or doc[end - 1].text in "*_"):
        end -= 1
    return end


def _holds(cue: Cue, token: Token) -> bool:
    """Whether a token hangs on the cue; on *ayant prié X de descendre*, not across the main verb behind it."""
    if cue.verb is None:
        return False
    is_absolute = any(c.lower_ == "ayant" for c in cue.verb.children)
    if is_absolute and any(is_finite(t) for t in cue.verb.doc[cue.last + 1 : token.i]):
        return False
    return cue.verb.is_ancestor(token) or token.head == cue.verb


# --- speech without marks ----------------------------------------------------------------------


def announced_statement(reading: Reading, number: int) -> tuple[int, int] | None:
    """Who makes the statement that a paragraph announces with a colon at its end."""
    doc = reading.doc
    start, end = reading.paragraphs[number]
    if not reading.text[start:end].rstrip().endswith(":"):
        return None
    last = reading.token_from(end) - 1
    while last > 0 and (doc[last].is_space or doc[last].text == ":"):
        last -= 1
    first = reading.sentence(last)[0]
    nouns = {row["noun"] for row in lexicon.rows("statement_nouns")}
    if not any(t.lower_.rstrip("s") in nouns or t.lower_ in nouns for t in doc[first : last + 1]):
        return None
    subject = next((t for t in doc[first:last] if t.dep_ in SUBJECTS and t.lower_ not in SPEAKERLESS), None)
    return phrase_around(reading.document, subject) if subject is not None else None


def name_line(reading: Reading, number: int) -> tuple[int, int] | None:
    """A paragraph that is nothing but a name and a function: *Thomas R., président de la Ligue*."""
    doc = reading.doc
    start, end = reading.paragraphs[number]
    tokens = [t for t in doc[reading.token_from(start) : reading.token_from(end)] if not t.is_space]
    if not 3 <= len(tokens) <= 20 or tokens[-1].text in ".!?:;" or "," not in [t.text for t in tokens]:
        return None
    comma = next(k for k, t in enumerate(tokens) if t.text == ",")
    is_named = 2 <= comma <= 5 and all(is_name_part(t) or not t.text[0].islower() for t in tokens[:comma])
    has_function = any(is_title(t) or is_human(t) for t in tokens[comma:])
    return (tokens[0].i, tokens[-1].i) if is_named and has_function else None


def speaks_of_itself(reading: Reading, number: int) -> bool:
    """*Je* or *nous* in a paragraph."""
    start, end = reading.paragraphs[number]
    return any(t.lower_ in _I_AND_WE for t in reading.doc[reading.token_from(start) : reading.token_from(end)])
