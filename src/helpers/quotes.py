"""Doc → quotations: where they are, of what kind, by which cue, and whose by which rule.

Typography first: the marks decide where words are quoted. Then syntax: a cue beside the marks, or
a cue with a clause, says who speaks. Then discourse: what neither settles is carried from the
quotation before. Rules stand in the order in which they are tried, from the sure to the unsure;
every quotation names the one that attributed it.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from helpers import lexicon
from helpers.cues import AUXILIARIES, Cue, fold, is_finite, preposition_cues, verb_cues
from helpers.phrases import (
    CLITICS,
    SUBJECTS,
    agreeing_subject,
    is_human,
    is_name_part,
    is_title,
    phrase_after_verb,
    phrase_around,
    phrase_from,
    subject_of,
)
from helpers.typography import Marked, trim, words

HIGH, MEDIUM, LOW = "high", "medium", "low"


@dataclass(frozen=True)
class Rule:
    """How a quotation is attributed: its name, how sure it is, and a sentence that shows it."""

    name: str
    confidence: str
    example: str


@dataclass(frozen=True)
class Attribution:
    """The cue and the words that name the source (token indices, inclusive), by a rule."""

    rule: str
    cue: Cue | None
    mention: tuple[int, int] | None


@dataclass(frozen=True)
class Quotation:
    """A quotation: its span without marks, and what attributes it.

    ``mention`` is the character span of the words that name the source. ``continues`` is the
    start of the quotation that this one goes on with.
    """

    start: int
    end: int
    kind: str  # direct, indirect, mixed, narrated
    rule: str
    confidence: str
    cue: Cue | None
    mention: tuple[int, int] | None
    continues: int | None = None


class Reading:
    """A Doc with its marks and cues indexed, so that each rule looks only at its own neighbourhood."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.marks: list[Marked] = [m for m in doc.user_data.get("marks", []) if m.level == 0]
        self.paragraphs: list[tuple[int, int]] = doc.user_data.get("paragraphs", [])
        self._starts = [t.idx for t in doc]
        self.verbs = verb_cues(doc)
        self.prepositions = preposition_cues(doc)
        self.verb_at = {i: cue for cue in self.verbs for i in range(cue.first, cue.last + 1)}
        self.preposition_at = {cue.first: cue for cue in self.prepositions}
        self.given: dict[int, Attribution] = {}  # start of marked words → what an incise inside them says
        self._index_marks()
        self.marks = [part for mark in self.marks for part in _parts(self, mark)]
        self._index_marks()

    def _index_marks(self) -> None:
        self._within = [-1] * len(self.doc)
        for number, mark in enumerate(self.marks):
            for i in range(self.token_from(mark.opened), self.token_from(mark.closed)):
                self._within[i] = number

    def token_from(self, position: int) -> int:
        """Index of the first token that begins at or after a position."""
        return bisect_left(self._starts, position)

    def is_quoted(self, i: int) -> bool:
        """Whether a token stands between marks (or is one)."""
        return self._within[i] >= 0

    def mark_of(self, i: int) -> int:
        """Number of the marked stretch that holds a token, or -1."""
        return self._within[i]

    def sentence(self, i: int) -> tuple[int, int]:
        """First and end token of the sentence of a token."""
        span = self.doc[i].sent
        return span.start, span.end

    def before(self, mark: Marked) -> tuple[int, int]:
        """Tokens of the sentence before a mark opens, back to the mark before it."""
        end = self.token_from(mark.opened)
        start = self.sentence(end)[0] if end < len(self.doc) else end
        for i in range(end - 1, start - 1, -1):
            if self.is_quoted(i):
                return i + 1, end
        return start, end

    def paragraph(self, position: int) -> int:
        """Number of the paragraph of a position."""
        for number, (start, end) in enumerate(self.paragraphs):
            if start <= position < end:
                return number
        return -1

    def chars(self, mention: tuple[int, int] | None) -> tuple[int, int] | None:
        """Character span of tokens; the hyphen of an inverted pronoun is left out."""
        if mention is None:
            return None
        first, last = self.doc[mention[0]], self.doc[mention[1]]
        start = first.idx + (1 if first.lower_ in CLITICS else 0)
        return start, last.idx + len(last)


# --- rules for words between marks -------------------------------------------------------------

MarkRule = Callable[[Reading, Marked], Attribution | None]
RULES: dict[str, Rule] = {}
_MARK_RULES: list[MarkRule] = []


def _rule(name: str, confidence: str, example: str) -> Callable[[MarkRule], MarkRule]:
    """Register a rule for marked words, in order of definition."""
    RULES[name] = Rule(name, confidence, example)

    def register(function: MarkRule) -> MarkRule:
        _MARK_RULES.append(function)
        return function

    return register


def _named(name: str, confidence: str, example: str) -> str:
    """Register a rule that is applied elsewhere than mark by mark."""
    RULES[name] = Rule(name, confidence, example)
    return name


@_rule("incise", HIGH, "« Nous avançons », déclare la présidente.")
def incise(reading: Reading, mark: Marked) -> Attribution | None:
    """The verb stands right behind the closing mark, its subject behind the verb."""
    doc = reading.doc
    i = _behind(reading, mark)
    if (
        i is None
        or doc[i].pos_ in ("ADP", "SCONJ", "CCONJ")
        and doc[i - 1].text not in ",.!?…"
        and doc[i].lower_ not in AUXILIARIES
    ):
        return None  # « … » comme avant, dit X: the clause goes on behind the mark
    end = _clause_limit(reading, i)
    cue, clitic = _inverted_verb(reading, i, end)
    if cue is None:
        return None
    if clitic is not None:
        return Attribution("incise", cue, (clitic, clitic))
    mention = phrase_after_verb(doc, cue.last + 1, end)
    return Attribution("incise", cue, mention) if mention else None


@_rule("selon after", HIGH, "« Le marché recule », selon la chambre de commerce.")
def selon_after(reading: Reading, mark: Marked) -> Attribution | None:
    """A preposition of attribution right behind the closing mark."""
    i = _behind(reading, mark)
    cue = reading.preposition_at.get(i) if i is not None else None
    if cue is None or cue.lemma == "pour":
        return None
    mention = _source_phrase(reading, cue)
    return Attribution("selon after", cue, mention) if mention else None


@_rule("colon", HIGH, "La mairesse a répondu : « Le pont ouvrira en mai. »")
def colon(reading: Reading, mark: Marked) -> Attribution | None:
    """A cue with its subject before a colon that opens the quotation."""
    doc = reading.doc
    first, end = reading.before(mark)
    end = _skip_back(doc, first, end)
    if end <= first or doc[end - 1].text != ":":
        return None
    # The cue may stand before earlier quoted words: X a expliqué vouloir « … » : « … ».
    for i in range(end - 1, reading.sentence(end - 1)[0] - 1, -1):
        cue = reading.verb_at.get(i)
        if cue and not reading.is_quoted(i) and not _is_negated(cue):
            mention = _subject_mention(reading, cue)
            if mention and mention[0] < end:
                return Attribution("colon", cue, mention)
    return None


@_rule("label", MEDIUM, "Paul Nadeau, directeur du festival : « La salle était pleine. »")
def label(reading: Reading, mark: Marked) -> Attribution | None:
    """A name or a body before a colon, without a verb of saying."""
    doc = reading.doc
    first, end = reading.before(mark)
    end = _skip_back(doc, first, end)
    if end <= first or doc[end - 1].text != ":":
        return None
    agent = _agent(doc, first, end)
    if agent:
        return Attribution("label", None, agent)
    while first < end and (doc[first].is_punct or doc[first].is_space or doc[first].text in "#*_"):
        first += 1
    if first >= end - 1:
        return None
    subject = next((t for t in doc[first : end - 1] if t.dep_ in ("nsubj", "nsubj:pass") and t.pos_ != "PRON"), None)
    has_verb = any(is_finite(t) for t in doc[first : end - 1])
    if has_verb and subject is not None:
        phrase = phrase_around(subject)
    elif has_verb:
        return None
    else:
        # À la question de la journaliste : the last noun phrase that names somebody.
        while doc[first].pos_ == "ADP" and first < end - 2:
            first = next((k for k in range(first + 1, end - 2) if is_title(doc[k]) or is_name_part(doc[k])), end - 2)
        phrase = first, min(phrase_from(doc, first), end - 2)
    named = any(is_name_part(t) or is_title(t) for t in doc[phrase[0] : phrase[1] + 1])
    return Attribution("label", None, phrase) if named else None


@_rule("object", HIGH, "Le ministre a parlé d'« une étape décisive ».")
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
    if cue is None or _is_negated(cue) or len(words(doc.text[mark.start : mark.end])) < 2:
        return None
    mention = _subject_mention(reading, cue)
    return Attribution("object", cue, mention) if mention else None


@_rule("signature", HIGH, "« Ce sentier est à vous. » – Anne Roy, mairesse")
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
    end = doc[i].sent.end
    line = doc[i:end]
    last = phrase_from(doc, i)
    name_like = sum(is_name_part(t) for t in doc[i : min(i + 3, end)]) >= 2 or is_title(doc[i])
    if not name_like or len(line) > 30 or any(is_finite(t) and t.i > last for t in line):
        return None
    if (
        crossed
        and not dashed
        and not (
            _stands_alone(reading, mark)
            and (last + 1 < end and doc[last + 1].text == "," or any(is_title(t) or t.text == "," for t in line))
        )
    ):
        return None
    return Attribution("signature", None, (i, last))


@_rule("cue in sentence", MEDIUM, "Elle a dénoncé des délais imposés « sans la moindre consultation ».")
def governed_in_sentence(reading: Reading, mark: Marked) -> Attribution | None:
    """A cue earlier in the sentence whose object holds the marked words."""
    doc = reading.doc
    first, end = reading.before(mark)
    if len(words(doc.text[mark.start : mark.end])) < 2:
        return None
    for i in range(end - 1, first - 1, -1):
        cue = reading.verb_at.get(i)
        if cue is None:
            continue
        inside = doc[reading.token_from(mark.start)]
        mention = _subject_mention(reading, cue)
        is_fragment = not inside.text[0].isupper()
        if mention and mention[1] < cue.first and is_fragment and not _is_negated(cue) and _holds(cue, inside):
            return Attribution("cue in sentence", cue, mention)
        return None
    return None


_FIRST_PERSON = frozenset("je j' nous mon ma mes notre nos me m' moi".split())


@_rule("first person", MEDIUM, "Anne Roy revient sur le chantier que « nous avons mené à bien ensemble ».")
def first_person(reading: Reading, mark: Marked) -> Attribution | None:
    """*Je* or *nous* between marks: the person whom the sentence is about says it."""
    doc = reading.doc
    first, end = reading.before(mark)
    tokens = doc[reading.token_from(mark.start) : reading.token_from(mark.end)]
    if end - first < 2 or not any(t.lower_ in _FIRST_PERSON for t in tokens) or len(tokens) < 4:
        return None
    subject = next(
        (t for t in doc[first:end] if t.dep_ in ("nsubj", "nsubj:pass") and t.lower_ not in _SPEAKERLESS), None
    )
    if subject is None or subject.pos_ == "PRON" and subject.lower_ in ("qui", "que"):
        return None
    phrase = phrase_around(subject)
    if not any(is_name_part(t) or is_title(t) for t in doc[phrase[0] : phrase[1] + 1]) and subject.pos_ != "PRON":
        return None
    cue = next((reading.verb_at[i] for i in range(end - 1, phrase[1], -1) if i in reading.verb_at), None)
    return Attribution("first person", cue, phrase)


COMME = _named("comme", HIGH, "Comme le souligne la mairesse, le pont ouvrira en mai.")
INSIDE = _named("incise inside", HIGH, "« Le pont, précise Anne Roy, ouvrira en mai. »")
SAME = _named("same sentence", MEDIUM, "« Le bilan est bon », selon l'étude, soit un coût « deux fois moindre ».")
CONTINUES = _named("continuation", HIGH, "« Nous avançons », déclare la présidente. « Il reste à faire. »")
PARAGRAPHS = _named("next paragraph", HIGH, "« Nous avançons. ¶ « Il reste à faire », conclut la présidente.")
FLOATING = _named("floating", LOW, "Anne Roy était sur place. « Le pont ouvrira en mai. »")
QUE = _named("que", HIGH, "La ministre a annoncé que le pont ouvrira en mai.")
INFINITIVE = _named("infinitive", HIGH, "La société affirme avoir rappelé les appareils.")
SELON = _named("selon", HIGH, "Selon la police, la foule s'est dispersée.")
UNMARKED = _named("incise without marks", HIGH, "Le pont ouvrira en mai, indique le rapport.")
NARRATED = _named("narrated", MEDIUM, "La directrice a souligné l'importance du chantier.")


def _parts(reading: Reading, mark: Marked) -> Iterator[Marked]:
    """Marked words, parted where an incise stands inside the marks (*« A, estime X, B »*)."""
    doc = reading.doc
    first, end = reading.token_from(mark.start), reading.token_from(mark.end)
    at, opened = mark.start, mark.opened
    attribution = None
    i = first
    while i < end:
        if doc[i].text != "," or not doc[i + 1].text[0].islower():
            i += 1
            continue
        limit = min(reading.sentence(i)[1], end)
        cue, clitic = _inverted_verb(reading, i + 1, limit)
        mention = (clitic, clitic) if clitic is not None else None
        if cue is not None and cue.word_class != "unlisted" and mention is None:
            mention = phrase_after_verb(doc, cue.last + 1, limit)
            if mention and not any(is_name_part(t) or is_title(t) for t in doc[mention[0] : mention[1] + 1]):
                mention = None
        behind = max(mention[1], cue.last) + 1 if mention and cue else i
        if clitic is not None and mention and behind < limit and not doc[behind].is_punct:
            # glisse-t-il lorsqu'on le croise: what follows an inverted pronoun belongs to the incise
            behind = next((k for k in range(behind, limit) if doc[k].text in ",.!?…"), limit)
        if not mention or not cue or cue.word_class == "unlisted" or behind < end and doc[behind].text not in ",.!?…":
            i += 1
            continue
        behind = _incise_end(reading, behind, limit)
        start, stop = trim(doc.text, at, doc[i].idx)
        attribution = Attribution(INSIDE, cue, mention)
        if start < stop:
            reading.given[start] = attribution
            yield Marked(start, stop, opened, doc[i].idx, 0, True)
        if behind >= end:
            return
        at = opened = doc[behind].idx
        i = behind
    if attribution:
        start, stop = trim(doc.text, at, mark.end)
        if start < stop:
            reading.given[start] = attribution
            yield Marked(start, stop, opened, mark.closed, 0, mark.is_closed)
    else:
        yield mark


def _incise_end(reading: Reading, i: int, end: int) -> int:
    """The first word behind an incise: after its comma, or after *, dans un communiqué.*"""
    doc = reading.doc
    if i < end and doc[i].text == ",":
        rest = doc[i + 1 : end]
        if rest and not any(is_finite(t) for t in rest) and end < len(doc):
            return end
        return i + 1
    while i < end and doc[i].is_punct:
        i += 1
    return i


def _behind(reading: Reading, mark: Marked) -> int | None:
    """The first word behind a closing mark where the same sentence goes on in lower case."""
    doc = reading.doc
    i = start = reading.token_from(mark.closed)
    while i < len(doc) and (doc[i].text in (",", ".", "*", "_", "!", "?", "…", "–", "-") or doc[i].is_space):
        if "\n" in doc[i].text or i - start > 3:
            return None
        i += 1
    if i >= len(doc) or reading.is_quoted(i):
        return None
    return i if doc[i].text[0].islower() or doc[i].text[0] in "-" else None


def _clause_limit(reading: Reading, i: int) -> int:
    """Where the sentence of a token ends, or the next opening mark."""
    end = reading.sentence(i)[1]
    return next((k for k in range(i, end) if reading.is_quoted(k)), end)


_BETWEEN = frozenset(("se", "s'", "l'", "le", "la", "lui", "leur", "nous", "y", "en", "-t", "n'", "ne", "m'", "me"))


def _inverted_verb(reading: Reading, i: int, end: int) -> tuple[Cue | None, int | None]:
    """The verb of an incise that begins at a token, and its inverted pronoun if it has one."""
    doc = reading.doc
    clitic = None
    k, groups = i, 0
    while k < min(end, i + 12):
        token = doc[k]
        if token.lower_ in CLITICS:
            clitic = k
        elif k in reading.verb_at and reading.verb_at[k].first == k and not _is_infinitive(token):
            cue = reading.verb_at[k]
            if not cue.takes("direct"):
                return None, None  # « … » appelle les parties à négocier
            if token.lower_.endswith(("é", "ée", "és", "ées", "ant")) and not any(
                doc[j].lower_ in AUXILIARIES for j in range(i, k)
            ):
                return None, None  # « Vision 2025 », lancé hier: a participle alone says nothing
            following = doc[cue.last + 1] if cue.last + 1 < end else None
            if following is not None and following.text == "-t" and cue.last + 2 < end:
                following = doc[cue.last + 2]
            if following is not None and following.lower_ in CLITICS:
                clitic = following.i
            return cue, clitic
        elif (
            token.pos_ in ("AUX", "ADV")
            or token.lower_ in _BETWEEN
            or token.lower_ in AUXILIARIES
            or token.is_space
            or token.text == ","
        ):
            pass
        elif token.pos_ == "ADP" or groups and token.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "NUM"):
            groups += 1  # par ailleurs, pour sa part, de son côté
        elif token.lower_ in ("il", "elle", "ils", "elles") and k == i:
            pass
        else:
            break
        k += 1
    return _unlisted_verb(reading, i, end), clitic


def _unlisted_verb(reading: Reading, i: int, end: int) -> Cue | None:
    """A verb that the lexicon lacks, read as a cue by its place: inverted, right behind the mark."""
    doc = reading.doc
    k = i
    while k < end and (
        doc[k].lower_ in _BETWEEN
        or doc[k].pos_ in ("AUX", "ADV")
        and doc[k].lower_ not in CLITICS
        or doc[k].lower_ in CLITICS
    ):
        k += 1
    following = doc[k + 1].lower_ if k + 1 < end else ""
    is_verb = doc[k].pos_ == "VERB" if k < end else False
    if (
        k >= end
        or not (is_verb or following == "-t" or following in CLITICS)
        or _is_infinitive(doc[k])
        or doc[k].text[0].isupper()
    ):
        return None
    inverted = any(doc[j].lower_ in CLITICS for j in range(i, min(end, k + 3)))
    after_stop = doc[i - 1].text in ",!?…" or doc[i - 1].text in '»”"' and doc[i - 2].text in "!?…"
    named = k + 1 < end and (doc[k + 1].pos_ in ("PROPN", "DET") or is_title(doc[k + 1]) or is_name_part(doc[k + 1]))
    participle = "Part" in doc[k].morph.get("VerbForm")
    if not inverted and (not named or not after_stop or participle and k == i):
        return None
    token = doc[k]
    return Cue(
        k, k, token.idx, token.idx + len(token), token.text, token.lemma_, "unlisted", frozenset(("direct",)), token
    )


def _has_letter(token: Token) -> bool:
    return any(c.isalpha() for c in token.text)


def _is_infinitive(token: Token) -> bool:
    return "Inf" in token.morph.get("VerbForm")


def _skip_back(doc: Doc, first: int, end: int) -> int:
    while end > first and (doc[end - 1].is_space or doc[end - 1].text in "*_"):
        end -= 1
    return end


def _is_negated(cue: Cue) -> bool:
    """*n'a pas dit*, *sans dire*: what is not said is not reported."""
    if cue.verb is None:
        return False
    doc = cue.verb.doc
    for i in range(cue.first - 1, max(cue.first - 6, cue.verb.sent.start - 1), -1):
        text = doc[i].lower_
        if text in ("ne", "n'", "sans"):
            return True
        if doc[i].pos_ not in ("AUX", "ADV", "PRON") and text not in _BETWEEN:
            return False
    return False


_MODALS = frozenset(("pouvoir", "devoir", "falloir"))


def _is_unreal(cue: Cue) -> bool:
    """*il faut dire que*, *il est impossible de démontrer que*: nobody has said it."""
    verb = cue.verb
    if verb is None:
        return False
    if _is_infinitive(verb):
        doc, i = verb.doc, cue.first - 1
        while i > verb.sent.start and (doc[i].pos_ in ("ADV", "PRON") or doc[i].lower_ in _BETWEEN):
            i -= 1
        governor = verb.head
        impersonal = (
            any(c.lower_ in ("il", "c'", "ce") for c in governor.children if c.dep_ in SUBJECTS)
            and governor.pos_ == "ADJ"
        )
        return doc[i].lemma_ in _MODALS or impersonal
    return "Imp" in verb.morph.get("Mood")


_SPEAKERLESS = frozenset(
    ("on", "ce", "c'", "cela", "ça", "je", "j'", "tu", "vous", "nous", "-on", "rien", "personne", "tout", "dont", "où")
)


def _subject_mention(reading: Reading, cue: Cue) -> tuple[int, int] | None:
    """The phrase of the cue's subject; None where it has none that could speak."""
    if cue.verb is None:
        return None
    doc = reading.doc
    following = cue.last + 1
    if following + 1 < len(doc) and doc[following].text == "-t":
        following += 1
    if following < len(doc) and doc[following].lower_ in CLITICS:
        return None if doc[following].lower_ == "-on" else (following, following)
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
        return _agent(doc, cue.last + 1, reading.sentence(cue.first)[1])
    head = subject_of(cue.verb)
    if (
        head is not None
        and reading.is_quoted(head.i)
        and not reading.is_quoted(cue.first)
        and head.pos_ not in ("NOUN", "PROPN")
    ):
        head = None  # a subject between marks is not the quoter's
    if head is None and "Part" in cue.verb.morph.get("VerbForm") and not _has_auxiliary(cue.verb):
        return _subject_of_sentence(reading, cue)
    if head is not None and fold(head.lemma_) in _findings():
        return None
    if head is None or head.lower_ in _SPEAKERLESS:
        return _left_subject(reading, cue) if head is None else None
    left = _left_subject(reading, cue)
    if left and is_name_part(doc[left[1]]) and not left[0] <= head.i <= left[1] and head.i < left[0]:
        # A name right before the verb beats a subject further off, unless it depends on that one.
        before = doc[left[0] - 1] if left[0] else None
        if before is not None and before.text in (",", "–", "—", ")") and not head.is_ancestor(doc[left[0]]):
            return left
    return _without_fronting(doc, *phrase_around(agreeing_subject(cue.verb, head)))


def _without_fronting(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """*Membre du conseil, la mairesse Anne Roy a dit*: an apposition before its noun gives way to it."""
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
    return comma + 1, phrase_from(doc, comma + 1, at_least=comma + 1)


def _is_bare_passive(verb: Token) -> bool:
    """*un plan proposé par X*, *accusée de …*: a past participle without auxiliary."""
    if verb.dep_ not in ("acl", "advcl") or "Part" not in verb.morph.get("VerbForm") or verb.lower_.endswith("ant"):
        return False
    before = verb.nbor(-1).lower_ if verb.i else ""
    return before not in AUXILIARIES and not any(c.dep_.startswith("aux") for c in verb.children)


def _left_subject(reading: Reading, cue: Cue) -> tuple[int, int] | None:
    """Where the parse gives no subject: the pronoun or name right before the verb group."""
    doc = reading.doc
    start = reading.sentence(cue.first)[0]
    i = cue.first - 1
    while i >= start and (doc[i].pos_ in ("AUX", "ADV") or doc[i].lower_ in _BETWEEN):
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
    return None


def _subject_of_sentence(reading: Reading, cue: Cue) -> tuple[int, int] | None:
    """A participle that hangs nowhere (*…, se disant certain*) has the subject of the verb before it."""
    doc = reading.doc
    start = reading.sentence(cue.first)[0]
    for i in range(cue.first - 1, start - 1, -1):
        if reading.is_quoted(i) or not is_finite(doc[i]) or _is_subordinate(doc[i]):
            continue
        following = next((k for k in range(i + 1, min(i + 3, cue.first)) if doc[k].lower_ in CLITICS), None)
        if following is not None:
            return (following, following) if doc[following].lower_ != "-on" else None
        verb = doc[i].head if doc[i].dep_.startswith("aux") else doc[i]
        head = subject_of(verb)
        if head is not None and head.i < cue.first and head.lower_ not in _SPEAKERLESS:
            return phrase_around(head)
    return None


def _is_passive(doc: Doc, first: int, end: int) -> bool:
    return any(doc[i].lower_ in ("été", "est") for i in range(first, end))


def _agent(doc: Doc, first: int, end: int) -> tuple[int, int] | None:
    """*proposée par l'Alliance*: who did it, before a colon."""
    for i in range(end - 1, first, -1):
        if (
            i < len(doc)
            and doc[i - 1].lower_ == "par"
            and doc[i].pos_ in ("DET", "PROPN")
            or doc[i - 1].lower_ == "par"
            and is_name_part(doc[i])
        ):
            last = min(phrase_from(doc, i), end - 1)
            if any(is_name_part(t) for t in doc[i : last + 1]):
                return i, last
    return None


def _holds(cue: Cue, token: Token) -> bool:
    """Whether a token hangs on the cue."""
    return cue.verb is not None and (cue.verb.is_ancestor(token) or token.head == cue.verb)


# --- reported clauses --------------------------------------------------------------------------

_NOT_REPORT = frozenset(
    "plus moins aussi autant même tel telle tels telles tandis alors afin pour bien dès lors ainsi parce puis avant"
    " après sans ce jusqu'à tant sorte ne n' mieux si tellement autre autres".split()
)


@dataclass(frozen=True)
class _Clause:
    first: int
    end: int  # token index, exclusive
    attribution: Attribution


def _reported_clauses(reading: Reading, used: set[int]) -> Iterator[_Clause]:
    """Clauses reported by a cue that no marked words have taken, in order of the text."""
    for cue in reading.verbs:
        if cue.first in used or reading.is_quoted(cue.first) or _is_negated(cue) or _is_unreal(cue):
            continue
        clause = (
            _comme_clause(reading, cue)
            or _que_clause(reading, cue)
            or _infinitive_clause(reading, cue)
            or _unmarked_incise(reading, cue)
        )
        if clause:
            yield clause
    for cue in reading.prepositions:
        if cue.first not in used and not reading.is_quoted(cue.first):
            clause = _selon_clause(reading, cue)
            if clause:
                yield clause


def _que_clause(reading: Reading, cue: Cue) -> _Clause | None:
    doc = reading.doc
    if not cue.takes("que") and not cue.takes("sur"):
        return None
    end = reading.sentence(cue.first)[1]
    que = None
    commas = 0
    for i in range(cue.last + 1, min(end, cue.last + 25)):
        token = doc[i]
        if token.lower_ in ("que", "qu'") and _opens_report(doc, i) and token.pos_ in ("SCONJ", "PRON", "ADV"):
            que = i
            break
        if reading.is_quoted(i) or token.text in ";:" or is_finite(token) and token.lower_ not in CLITICS:
            return None
        if token.text == ",":
            commas += 1
    if que is None or commas == 1:
        return None
    adverbs = all(t.pos_ == "ADV" or t.dep_ == "fixed" for t in doc[cue.last + 1 : que])
    if not adverbs and not _leads_to(cue, doc[que]):
        return None
    mention = _subject_mention(reading, cue)
    if mention is None:
        return None
    return _Clause(que + 1, _clause_end(reading, cue, que + 1, end), Attribution(QUE, cue, mention))


_TIMES = frozenset(row["form"] for row in lexicon.rows("months")) | frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui matin soir après-midi".split()
)


def _opens_report(doc: Doc, i: int) -> bool:
    """Not the *que* of *plus que*, *afin que*, *le même que*; that of *affirme tout de même que* is."""
    before = doc[i - 1].lower_
    return before not in _NOT_REPORT or before == "même" and doc[i - 2].lower_ == "de"


def _leads_to(cue: Cue, que: Token) -> bool:
    """Whether a distant *que* opens what the cue reports, rather than a relative clause.

    *insister sur le fait que*, *expliquer au journal que*: the clause hangs on the verb, or on *fait* or *idée*.
    """
    if que.nbor(-1).lower_ in ("fait", "idée", "point"):
        return True
    before = que.nbor(-1)
    if before.like_num or before.lower_ in _TIMES:  # révèle ce 24 février que
        return True
    head = que.head
    return que.pos_ != "PRON" and (
        head.head == cue.verb
        or head == cue.verb
        or head.dep_ == "ccomp"
        or que.dep_ == "mark"
        and que.pos_ == "SCONJ"
        and head.dep_ != "acl:relcl"
    )


def _infinitive_clause(reading: Reading, cue: Cue) -> _Clause | None:
    doc = reading.doc
    if not cue.takes("inf") or cue.verb is None or _is_infinitive(cue.verb):
        return None
    end = reading.sentence(cue.first)[1]
    i = cue.last + 1
    if i < end and doc[i].text == ",":  # s'est engagé, une fois élu, à travailler
        closing = next((k for k in range(i + 1, min(end, i + 10)) if doc[k].text == ","), None)
        i = closing + 1 if closing else i
    begin, preposition = i, False
    while i < end and (
        doc[i].pos_ == "ADV"
        or doc[i].lower_
        in (
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
            "hier",
            "de",
            "d'",
            "à",
            "se",
            "s'",
            "ne",
            "n'",
            "pas",
            "l'",
            "le",
            "la",
            "les",
            "lui",
            "leur",
            "y",
            "en",
        )
    ):
        preposition = preposition or doc[i].lower_ in ("de", "d'", "à")
        i += 1
    if i >= end or reading.is_quoted(i) or not _is_infinitive(doc[i]) or i - begin > 5:
        return None
    first = i
    while (
        doc[first - 1].lower_
        in ("se", "s'", "ne", "n'", "pas", "l'", "le", "la", "les", "lui", "leur", "y", "en", "m'")
        and first > begin
    ):
        first -= 1
    mention = _subject_mention(reading, cue)
    if mention is None:
        return None
    return _Clause(first, _clause_end(reading, cue, first, end), Attribution(INFINITIVE, cue, mention))


def _comme_clause(reading: Reading, cue: Cue) -> _Clause | None:
    """*Comme le rappelle X, A* · *A, comme l'a dit X*."""
    doc = reading.doc
    start, end = reading.sentence(cue.first)
    i = cue.first - 1
    while i > start and (
        doc[i].lower_ in _BETWEEN or doc[i].lower_ in AUXILIARIES or doc[i].pos_ == "ADV" and doc[i].lower_ != "comme"
    ):
        i -= 1
    if doc[i].lower_ != "comme":
        return None
    mention = phrase_after_verb(doc, cue.last + 1, end)
    if mention is None:
        return None
    attribution = Attribution(COMME, cue, mention)
    if i == start:
        comma = next((k for k in range(mention[1] + 1, end) if doc[k].text == ","), None)
        return _Clause(comma + 1, end, attribution) if comma is not None else None
    return _Clause(start, i, attribution) if doc[i - 1].text == "," else None


def _unmarked_incise(reading: Reading, cue: Cue) -> _Clause | None:
    doc = reading.doc
    if not (cue.takes("direct") and cue.verb is not None) or _is_infinitive(cue.verb):
        return None
    start, end = reading.sentence(cue.first)
    i = cue.first - 1
    while i > start and (
        doc[i].pos_ in ("AUX", "ADV", "ADP")
        and doc[i].text != ","
        or doc[i].lower_ in _BETWEEN
        or doc[i].lower_ in CLITICS
    ):
        i -= 1
    if i <= start or doc[i].text != ",":
        return None
    found, clitic = _inverted_verb(reading, i + 1, end)
    if found is not cue:
        return None
    if clitic is not None:
        mention = (clitic, clitic)
    else:
        behind = phrase_after_verb(doc, cue.last + 1, end)
        if (
            behind is None
            or behind[1] + 1 < end
            and (is_finite(doc[behind[1] + 1]) or doc[behind[1] + 1].lower_ in ("que", "qu'"))
        ):
            return None
        is_simple = is_finite(cue.verb) or cue.first > i + 1 and is_finite(doc[i + 1]) or doc[i + 1].lower_ in _BETWEEN
        if not is_simple:
            return None
        mention = behind
    # X, élu hier, a annoncé …: without a main clause before the comma the verb is none of an incise.
    if not any(is_finite(t) and not _is_subordinate(t) for t in doc[start:i]):
        return None
    return _Clause(start, i, Attribution(UNMARKED, cue, mention))


def _is_subordinate(verb: Token) -> bool:
    """Whether a finite form belongs to a relative clause or one that a conjunction opens."""
    head = verb.head if verb.dep_.startswith("aux") or verb.dep_ == "cop" else verb
    return head.dep_ in ("acl", "acl:relcl") or any(c.dep_ == "mark" and c.pos_ == "SCONJ" for c in head.children)


def _selon_clause(reading: Reading, cue: Cue) -> _Clause | None:
    doc = reading.doc
    start, end = reading.sentence(cue.first)
    mention = _source_phrase(reading, cue)
    if mention is None:
        return None
    opens = all(t.is_punct or t.is_space or t.pos_ in ("CCONJ", "ADV") for t in doc[start : cue.first])
    attribution = Attribution(SELON, cue, mention)
    behind = mention[1] + 1
    if opens:
        comma = next((i for i in range(behind, min(end, behind + 40)) if doc[i].text == ","), None)
        if comma is None:
            return None
        # A comma right behind the phrase closes it; else what stands between belongs to it.
        between = doc[behind:comma]
        if any(is_finite(t) for t in between) and not any(t.lower_ in ("qui", "que", "dont") for t in between):
            comma = behind - 1
        return _Clause(comma + 1, end, attribution)
    if cue.lemma == "pour" or doc[cue.first - 1].text != "," and cue.lemma != "selon":
        return None
    relative = next(
        (
            k
            for k in range(cue.first - 1, max(start, cue.first - 3), -1)
            if doc[k].lower_ in ("qui", "que", "qu'", "dont", "où")
        ),
        None,
    )
    if relative is not None:
        return _Clause(relative, end, attribution)
    rest = [t for t in doc[behind:end] if not t.is_punct and not t.is_space]
    if not rest:
        return _Clause(start, cue.first, attribution)
    return _Clause(start, end, attribution) if doc[cue.first - 1].text == "," else None


def _source_phrase(reading: Reading, cue: Cue) -> tuple[int, int] | None:
    """The phrase behind *selon* where it names somebody or something that can say things."""
    doc = reading.doc
    first = cue.last + 1
    if first >= len(doc) or doc[first].sent.start != doc[cue.first].sent.start:
        return None
    head = doc[first]
    if head.lower_ in ("lui", "elle", "eux", "elles"):
        return first, first
    if head.lower_ in ("certains", "certaines", "certain", "certaine"):
        return first, phrase_from(doc, first, at_least=first)
    if head.lower_ in ("que", "qu'", "lequel", "laquelle", "lesquels", "lesquelles", "ce", "nous", "moi") or is_finite(
        head
    ):
        return None
    last = phrase_from(doc, first, at_least=first)
    phrase = doc[first : last + 1]
    if any(fold(t.lemma_) in _no_source() or fold(t.text).rstrip("s") in _no_source() for t in phrase[:3]):
        return None
    if cue.lemma == "pour" and not _can_hold_a_view(phrase):
        return None
    return first, last


def _can_hold_a_view(phrase) -> bool:
    """*Pour Anne Roy, …*: a person or a post, not a purpose or a time."""
    head = phrase[0]
    if head.lower_ in ("d'autres",) or head.lower_ == "d'" and len(phrase) > 1 and phrase[1].lower_ == "autres":
        return True
    if "Inf" in head.morph.get("VerbForm"):
        return False
    nominal = phrase[1] if head.pos_ == "DET" and len(phrase) > 1 else head
    return is_human(nominal) or head.ent_type_ == "PER" or nominal.ent_type_ == "PER"


def _findings() -> frozenset[str]:
    """Things that show something without saying it: *les résultats indiquent que*."""
    return frozenset(fold(row["noun"]) for row in lexicon.rows("findings"))


def _no_source() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in lexicon.rows("no_source_nouns"))


def _clause_end(reading: Reading, cue: Cue, first: int, end: int) -> int:
    """Where a reported clause ends: with its sentence, unless the reporting goes on by itself.

    *X a dit que A et a ajouté que B* · *X a dit que A, soulignant que B*: a verb coordinated with
    the cue or hanging on it beside the clause opens something new.
    """
    doc = reading.doc
    for i in range(first + 1, end):
        token = doc[i]
        if _opens_main_clause(reading, cue, i):
            return i
        if token.text == ":" and i + 1 < end and reading.is_quoted(i + 1) and not reading.is_quoted(i):
            return i
        if token.pos_ not in ("VERB", "AUX") or token.head != cue.verb or reading.is_quoted(i):
            continue
        is_new = (
            token.dep_ == "conj"
            and (_is_parallel(cue.verb, token) or _are_participles(cue.verb, token))
            or token.dep_ == "advcl"
            and i in reading.verb_at
            and "Part" in token.morph.get("VerbForm")
        )
        if not is_new:
            continue
        edge = token.left_edge.i
        before = doc[edge - 1] if edge > first else doc[edge]
        if doc[edge].lower_ in ("et", "mais", "puis", "ou", ",") or before.text in (",", "et"):
            while (
                edge > first and doc[edge - 1].text in (",",) or edge > first and doc[edge - 1].lower_ in ("et", "mais")
            ):
                edge -= 1
            if edge > first:
                return edge
    return end


def _opens_main_clause(reading: Reading, cue: Cue, i: int) -> bool:
    """*Rappelant que A, il avait B* · *Alors que X affirme que A, Y dément*: the comma before the main clause's subject."""
    doc = reading.doc
    verb = cue.verb
    if verb is None or doc[i].text != "," or verb.dep_ != "advcl" or verb.head.i <= i or reading.is_quoted(i):
        return False
    subject = next((c for c in verb.head.children if c.dep_ in ("nsubj", "nsubj:pass", "expl:subj") and c.i > i), None)
    return subject is not None and subject.left_edge.i == i + 1


def _is_parallel(verb: Token, conjunct: Token) -> bool:
    """Coordinated predicates keep their tense: both compound (*a dit … et a ajouté*) or both simple.

    It guards against adjectives that the parser takes for verbs (*la hausse globale et continue*).
    """
    return _has_auxiliary(verb) == _has_auxiliary(conjunct) and (is_finite(conjunct) or _has_auxiliary(conjunct))


def _are_participles(verb: Token, conjunct: Token) -> bool:
    """*disant que … et assurant que …*"""
    return verb.lower_.endswith("ant") and conjunct.lower_.endswith("ant")


def _has_auxiliary(verb: Token) -> bool:
    return any(c.dep_.startswith("aux") and is_finite(c) for c in verb.children)


# --- assembling --------------------------------------------------------------------------------


def quotations(doc: Doc) -> list[Quotation]:
    """The quotations of a Doc, in order of the text.

    Direct ones come from the marks, indirect and mixed ones from cues with a clause, narrated
    points (*a souligné l'importance de …*) from cues with a noun phrase alone.
    """
    reading = Reading(doc)
    attributed = _attribute_marks(reading)
    used = {
        a.cue.first
        for a in attributed.values()
        if a.cue is not None and a.rule in ("incise", INSIDE, "selon after", "object")
    }
    clauses = _outermost(reading, list(_reported_clauses(reading, used)), attributed)
    found = list(_from_clauses(reading, clauses, attributed))
    covered = [(q.start, q.end) for q in found]
    _carry(reading, attributed, covered)
    found += _from_marks(reading, attributed, covered)
    taken = {q.cue.first for q in found if q.cue}
    found += _narrated(reading, taken, [(q.start, q.end) for q in found])
    return sorted(found, key=lambda q: (q.start, -q.end))


def _attribute_marks(reading: Reading) -> dict[int, Attribution]:
    """Number of marked stretch → attribution, by the first rule that holds."""
    attributed: dict[int, Attribution] = {}
    for number, mark in enumerate(reading.marks):
        if mark.start in reading.given:
            attributed[number] = reading.given[mark.start]
            continue
        for apply in _MARK_RULES:
            attribution = apply(reading, mark)
            if attribution is None:
                continue
            before = attributed.get(number - 1)
            if before and before.cue is not None and attribution.cue == before.cue and before.rule == "incise":
                attribution = replace(before, rule=CONTINUES)  # « A, dit X, « B »
            attributed[number] = attribution
            break
    return attributed


def _outermost(reading: Reading, clauses: list[_Clause], attributed: dict[int, Attribution]) -> list[_Clause]:
    """Of clauses that overlap, the outer; of clauses with the same words, the one found first."""
    kept: list[_Clause] = []
    for clause in sorted(clauses, key=lambda c: (c.first, -c.end)):
        if kept and clause.first < kept[-1].end and not clause.end > kept[-1].end:
            continue
        if kept and clause.first < kept[-1].end:
            clause = replace(clause, first=kept[-1].end)
        kept.append(clause)
    return kept


def _from_clauses(reading: Reading, clauses: list[_Clause], attributed: dict[int, Attribution]) -> Iterator[Quotation]:
    doc = reading.doc
    for clause in clauses:
        start, end = _clause_chars(reading, clause)
        if end - start < 3:
            continue
        numbers = sorted({reading.mark_of(i) for i in range(clause.first, clause.end)} - {-1})
        inner = [reading.marks[n] for n in numbers]
        # A quotation with its own incise or colon in the same sentence stays what it is.
        if any(
            attributed.get(n)
            and attributed[n].rule in ("incise", "colon", "selon after")
            and attributed[n].cue is not clause.attribution.cue
            for n in numbers
        ):
            continue
        kind = "indirect"
        if inner:
            whole = inner[0]
            is_whole = (
                len(inner) == 1
                and not words(doc.text[start : whole.opened])
                and not words(doc.text[whole.closed : end])
            )
            kind = "direct" if is_whole else "mixed"
            if is_whole:
                start, end = whole.start, whole.end
            else:
                end = max(end, inner[-1].closed)
        for n in numbers:
            attributed.pop(n, None)
        rule = RULES[clause.attribution.rule]
        yield Quotation(
            start,
            end,
            kind,
            rule.name,
            rule.confidence,
            clause.attribution.cue,
            reading.chars(clause.attribution.mention),
        )


def _clause_chars(reading: Reading, clause: _Clause) -> tuple[int, int]:
    doc = reading.doc
    first, last = clause.first, clause.end - 1
    while first < last and (doc[first].is_space or doc[first].text in ",:;.#*_–—"):
        first += 1
    while last > first and (doc[last].is_space or doc[last].text in ",:;.!?*_–—-"):
        last -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    if doc[last].text.endswith(".") and len(doc[last]) > 3 and clause.end == reading.sentence(last)[1]:
        end -= doc[last].text.count(".") == 1
    return start, end


def _carry(reading: Reading, attributed: dict[int, Attribution], covered: list[tuple[int, int]]) -> None:
    """Discourse: marked words without a cue of their own take the source of their neighbours."""
    marks, doc = reading.marks, reading.doc
    for n, mark in enumerate(marks):
        if n in attributed or _is_covered(mark, covered):
            continue
        before = marks[n - 1] if n and n - 1 in attributed else None
        after = marks[n + 1] if n + 1 in attributed else None
        same = reading.paragraph(mark.opened)
        many = len(words(doc.text[mark.start : mark.end]))
        if (
            before
            and reading.paragraph(before.opened) == same
            and _is_utterance(reading, mark)
            and _only_incise_between(reading, n - 1, attributed)
        ):
            attributed[n] = replace(attributed[n - 1], rule=CONTINUES)
        elif (
            before
            and _same_sentence(reading, before, mark)
            and many >= 2
            and attributed[n - 1].rule in ("incise", "selon after", SAME, "object", "cue in sentence")
        ):
            attributed[n] = replace(attributed[n - 1], rule=SAME)
        elif (
            after
            and _same_sentence(reading, mark, after)
            and many >= 2
            and attributed[n + 1].rule in ("incise", "selon after")
        ):
            attributed[n] = replace(attributed[n + 1], rule=SAME)
        elif not mark.is_closed and after and reading.paragraph(after.opened) == same + 1:
            attributed[n] = replace(attributed[n + 1], rule=PARAGRAPHS)
        elif (
            before
            and not before.is_closed
            and reading.paragraph(before.opened) + 1 == same
            and doc.text[before.closed : mark.opened].isspace()
        ):
            attributed[n] = replace(attributed[n - 1], rule=PARAGRAPHS)
    for n, mark in enumerate(marks):
        if (
            n not in attributed
            and not _is_covered(mark, covered)
            and not _is_headline(reading, mark)
            and _is_utterance(reading, mark)
            and _stands_alone(reading, mark)
        ):
            attributed[n] = Attribution(FLOATING, None, None)


def _is_headline(reading: Reading, mark: Marked) -> bool:
    """A short paragraph that is nothing but the marked words, without a full stop: a cross-heading."""
    number = reading.paragraph(mark.opened)
    start, end = reading.paragraphs[number] if number >= 0 else (mark.opened, mark.closed)
    text = reading.doc.text
    around = text[start : mark.opened] + text[mark.closed : end]
    return not words(around) and text[mark.end - 1] not in ".!?…" and len(words(text[mark.start : mark.end])) <= 12


def _is_covered(mark: Marked, covered: list[tuple[int, int]]) -> bool:
    return any(start <= mark.start and mark.end <= end for start, end in covered)


def _same_sentence(reading: Reading, one: Marked, other: Marked) -> bool:
    i, k = reading.token_from(one.closed) - 1, reading.token_from(other.opened)
    return reading.sentence(i) == reading.sentence(k)


def _only_incise_between(reading: Reading, n: int, attributed: dict[int, Attribution]) -> bool:
    """Between two marked stretches stands nothing but the incise of the first."""
    doc, marks = reading.doc, reading.marks
    first, end = reading.token_from(marks[n].closed), reading.token_from(marks[n + 1].opened)
    between = doc[first:end]
    if not any(_has_letter(t) for t in between):
        return True
    cue = attributed[n].cue
    return (
        cue is not None
        and attributed[n].rule in ("incise", "selon after", CONTINUES)
        and first <= cue.first < end
        and sum(t.is_sent_start is True for t in between) == 0
    )


def _is_utterance(reading: Reading, mark: Marked) -> bool:
    """Words that could be said by themselves: a sentence rather than a title or a term."""
    doc = reading.doc
    tokens = doc[reading.token_from(mark.start) : reading.token_from(mark.end)]
    text = doc.text[mark.start : mark.end]
    has_verb = any(is_finite(t) for t in tokens)
    starts = text[0].isupper() or text[0] in '[(…*_«“"'
    many = len(words(text))
    return many >= 3 and starts and (has_verb or text[-1] in ".!?…") or many >= 12 and has_verb


def _stands_alone(reading: Reading, mark: Marked) -> bool:
    """The marks open their sentence and nothing but a stop follows them in it."""
    doc = reading.doc
    first, _ = reading.before(mark)
    opened, closed = reading.token_from(mark.opened), reading.token_from(mark.closed)
    lead = [t for t in doc[first:opened] if _has_letter(t) and t.pos_ not in ("CCONJ", "ADV", "INTJ")]
    end = reading.sentence(closed - 1)[1] if closed else closed
    tail = [t for t in doc[closed:end] if _has_letter(t)]
    return not tail and (not lead or doc[opened - 1].text == ":")


def _from_marks(
    reading: Reading, attributed: dict[int, Attribution], covered: list[tuple[int, int]]
) -> list[Quotation]:
    doc = reading.doc
    found: list[Quotation] = []
    start_of: dict[int, int] = {}
    spans: dict[int, tuple[int, int, str]] = {}
    for n, mark in enumerate(reading.marks):
        attribution = attributed.get(n)
        if attribution is None or _is_covered(mark, covered):
            continue
        spans[n] = (*trim(doc.text, *_without_emphasis(doc.text, mark.start, mark.end)), "direct")
        if attribution.rule in ("incise", "selon after") and _is_tail_of_clause(reading, mark):
            lead = _clause_chars(
                reading, _Clause(_sentence_lead(reading, mark), reading.token_from(mark.closed), attribution)
            )[0]
            spans[n] = lead, mark.closed, "mixed"
    clauses = [(start, end) for start, end, kind in spans.values() if kind == "mixed"]
    for n, (start, end, kind) in spans.items():
        if kind == "direct" and any(s <= start and end <= e for s, e in [*covered, *clauses]):
            continue
        attribution, rule = attributed[n], RULES[attributed[n].rule]
        continues = start_of.get(n - 1) if attribution.rule in (CONTINUES, PARAGRAPHS, SAME) else None
        start_of[n] = start
        mention = reading.chars(attribution.mention)
        found.append(Quotation(start, end, kind, rule.name, rule.confidence, attribution.cue, mention, continues))
    return found


def _without_emphasis(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a markdown asterisk that opens it."""
    while start < end and text[start] in "*_" or start < end and text[start].isspace():
        start += 1
    return start, end


def _sentence_lead(reading: Reading, mark: Marked) -> int:
    return reading.sentence(reading.token_from(mark.opened))[0]


def _is_tail_of_clause(reading: Reading, mark: Marked) -> bool:
    """Unquoted words of the same sentence run into the marks: *Le projet sera « majeur », dit X.*"""
    doc = reading.doc
    opened = reading.token_from(mark.opened)
    first = _sentence_lead(reading, mark)
    lead = [t for t in doc[first:opened] if _has_letter(t) and not reading.is_quoted(t.i)]
    if len(lead) < 2 or doc[opened - 1].text in (":", ".") or doc.text[mark.start].isupper():
        return False
    return any(is_finite(t) or t.pos_ == "VERB" for t in doc[first:opened])


def _narrated(reading: Reading, taken: set[int], covered: list[tuple[int, int]]) -> Iterator[Quotation]:
    """*a souligné l'importance de …*: a point reported by a noun phrase alone."""
    doc = reading.doc
    for cue in reading.verbs:
        if (
            cue.first in taken
            or not cue.takes("np")
            or reading.is_quoted(cue.first)
            or _is_negated(cue)
            or _is_unreal(cue)
        ):
            continue
        if any(start <= cue.start < end for start, end in covered):
            continue
        first = cue.last + 1
        end = reading.sentence(cue.first)[1]
        while first < end and (
            doc[first].pos_ == "ADV"
            or doc[first].lower_ in ("de", "du", "des", "d'")
            and cue.lemma.startswith(("se ", "s'"))
        ):
            first += 1
        if first >= end or doc[first].pos_ not in ("DET", "NOUN", "PROPN"):
            continue
        mention = _subject_mention(reading, cue)
        if mention is None or mention[0] > cue.first:
            continue
        stop = _clause_end(reading, cue, first, end)
        start, last = _clause_chars(reading, _Clause(first, stop, Attribution(NARRATED, cue, mention)))
        if any(s < last and start < e for s, e in covered):
            continue
        yield Quotation(start, last, "narrated", NARRATED, RULES[NARRATED].confidence, cue, reading.chars(mention))
