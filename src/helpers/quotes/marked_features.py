"""What speaks for and against a stretch of marked words being a direct quotation, as named features.

A feature is 0 or 1, or a share; its name is read as evidence. Nothing is decided here.
"""

from collections.abc import Callable, Iterator
from functools import cached_property

from spacy.tokens import Span, Token

from helpers.french.persons import is_human, is_name_part, is_title
from helpers.french.subjects import SUBJECTS
from helpers.french.verbs import has_letter, is_finite, is_infinitive, is_participle, is_passive
from helpers.learned import Features
from helpers.lexicon.words import AT, DEFINITE, DEMONSTRATIVES, OF, THAT, words
from helpers.quotes.factuality import is_negated
from helpers.quotes.index import CueIndex
from helpers.quotes.marked_words import (
    is_headline,
    is_outside_prose,
    is_slogan,
    is_utterance,
    opens_title,
    stands_alone,
)
from helpers.quotes.model import Attribution, Attributions, Cue
from helpers.quotes.rules import (
    COLON,
    CUE_IN_SENTENCE,
    FIRST_PERSON,
    INCISE,
    INSIDE,
    LABEL,
    OBJECT,
    SELON_AFTER,
    SIGNATURE,
)
from helpers.text.marks import Marked
from helpers.text.typography import fold

_STOPS = ".!?…"
_FIRST_PERSON = words("first person word")
_INDEFINITE = words("indefinite article")
_POSSESSIVE = words("possessive determiner")
_LINKS = words("manner link")
_LENGTHS = ((1, "one word"), (2, "two words"), (4, "three or four words"), (8, "five to eight words"))
_LONG = 16  # words
_SHORT = 2
_OWN = (COLON, CUE_IN_SENTENCE, FIRST_PERSON, INCISE, INSIDE, LABEL, OBJECT, SELON_AFTER, SIGNATURE)
_NEAR = 6  # tokens


class Stretch:
    """One stretch of marked words with what stands around it in its sentence."""

    def __init__(self, index: CueIndex, number: int) -> None:
        self.index, self.number, self.mark = index, number, index.marks[number]
        self.doc, self.text = index.doc, index.document.plain
        self.opened, self.closed = index.token_from(self.mark.opened), index.token_from(self.mark.closed)
        self.tokens: Span = index.tokens(self.mark.start, self.mark.end)
        self.words = [t for t in self.tokens if has_letter(t)]
        self.said = self.text[self.mark.start : self.mark.end]

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """The sentence in which the stretch begins."""
        return self.index.sentence(self.opened)

    @cached_property
    def lead(self) -> list[Token]:
        """Words of the sentence before the stretch that no marks hold."""
        first = self.sentence[0]
        return [t for t in self.doc[first : self.opened] if has_letter(t) and not self.index.is_quoted(t.i)]

    @cached_property
    def tail(self) -> list[Token]:
        """Words of the sentence behind the stretch that no marks hold."""
        end = self.index.sentence(max(self.opened, self.closed - 1))[1]
        return [t for t in self.doc[self.closed : end] if has_letter(t) and not self.index.is_quoted(t.i)]

    @cached_property
    def before(self) -> Token | None:
        """The token right before the opening mark."""
        i = self.opened - 1
        return self.doc[i] if i >= self.sentence[0] else None

    @cached_property
    def behind(self) -> Token | None:
        """The token right behind the closing mark, in the same paragraph."""
        i = self.closed
        return self.doc[i] if i < len(self.doc) and not self.doc[i].is_space else None

    @cached_property
    def cue_before(self) -> Cue | None:
        """The nearest cue in the sentence before the stretch."""
        verb_at = self.index.verb_at
        return next((verb_at[t.i] for t in reversed(self.lead) if t.i in verb_at), None)

    @cached_property
    def cue_behind(self) -> Cue | None:
        """The nearest cue in the sentence behind the stretch."""
        return next((self.index.verb_at[t.i] for t in self.tail if t.i in self.index.verb_at), None)

    @cached_property
    def is_inflected(self) -> bool:
        """Whether a finite verb stands inside."""
        return any(is_finite(t) for t in self.tokens)


def features(index: CueIndex, number: int, rules: Attributions) -> Features:
    """The features of a stretch; ``rules``: whose each is by cues and discourse."""
    stretch = Stretch(index, number)
    names = {*_rules(index, number, rules), *_together(stretch, rules.get(number))}
    names.update(name for group in _GROUPS for name in group(stretch))
    return dict.fromkeys(names, 1.0)


def _rules(index: CueIndex, number: int, rules: Attributions) -> Iterator[str]:
    """The rule that attributes a stretch, and whether any attributes those beside it."""
    yield f"rule: {rules[number].rule}" if number in rules else "no rule"
    for step, name in ((-1, "before"), (1, "behind")):
        other = number + step
        if 0 <= other < len(index.marks):
            held = "quotation by a rule" if other in rules else "marked words without a rule"
            yield f"{held} {name} in its {_common(index, number, other)}"


def _together(s: Stretch, attribution: Attribution | None) -> Iterator[str]:
    """What counts only together: how much is said, and how it is attributed."""
    form = "clause" if s.is_inflected else "short fragment" if len(s.words) <= _SHORT else "long fragment"
    if attribution is not None:
        way = "by its own cue" if attribution.rule in _OWN else "carried"
        yield f"{form}, attributed {way}"
    elif s.cue_before is not None:
        yield f"{form} behind a cue that is {s.cue_before.word_class}"
    elif s.cue_behind is not None:
        yield f"{form} before a cue"
    else:
        yield f"{form} without a cue"
    if not s.lead and not s.tail:
        yield f"{form}, all of its sentence"


def _common(index: CueIndex, one: int, other: int) -> str:
    first, second = index.token_from(index.marks[one].opened), index.token_from(index.marks[other].opened)
    if index.sentence(first) == index.sentence(second):
        return "sentence"
    is_near = index.paragraph(index.marks[one].opened) == index.paragraph(index.marks[other].opened)
    return "paragraph" if is_near else "release"


def _print(s: Stretch) -> Iterator[str]:
    """How the stretch is printed."""
    mark, text = s.mark, s.said
    opening = s.text[mark.opened]
    yield f"mark {opening}" if opening in '«“"' else "other mark"
    if not mark.is_closed:
        yield "mark is not closed"
    if text[:1].isupper():
        yield "opens with a capital"
    if text[-1:] in _STOPS:
        yield "ends in a stop"
    if text[-1:] in "!?":
        yield "ends in ! or ?"
    if is_slogan(s.index, mark):
        yield "capitals throughout"
    if len(s.words) > 1 and all(t.text[0].isupper() for t in s.words if len(t) > 3):
        yield "capital in every long word"
    if any(c.isdigit() for c in text):
        yield "holds a number"


def _inside(s: Stretch) -> Iterator[str]:
    """What is said."""
    count = len(s.words)
    yield next((name for most, name in _LENGTHS if count <= most), "nine words or more")
    if count > _LONG:
        yield "seventeen words or more"
    yield from (name for name, is_one in _WORDS_INSIDE if any(map(is_one, s.words)))
    if "(" in s.said or "[" in s.said:
        yield "bracket inside"
    if "," in s.said:
        yield "comma inside"
    if s.words:
        yield from _opening(s.words[0])
        yield f"ends with {s.words[-1].pos_}"


_WORDS_INSIDE: tuple[tuple[str, Callable[[Token], bool]], ...] = (
    ("finite verb inside", is_finite),
    ("infinitive inside", is_infinitive),
    ("first person inside", lambda t: t.lower_ in _FIRST_PERSON),
    ("second person inside", lambda t: "2" in t.morph.get("Person")),
    ("future inside", lambda t: "Fut" in t.morph.get("Tense")),
    ("conditional inside", lambda t: "Cnd" in t.morph.get("Mood")),
    ("subject inside", lambda t: t.dep_ in SUBJECTS),
    ("name inside", lambda t: bool(t.ent_type_)),
)


def _opening(first: Token) -> Iterator[str]:
    if first.lower_ in DEFINITE:
        yield "opens with a definite article"
    elif is_infinitive(first):
        yield "opens with an infinitive"
    elif is_finite(first):
        yield "opens with a finite verb"
    elif is_participle(first):
        yield "opens with a participle"
    else:
        yield f"opens with {first.pos_}"


def _all_one_kind(s: Stretch) -> Iterator[str]:
    kinds = {t.pos_ for t in s.words}
    if kinds <= {"ADJ", "ADV", "CCONJ"} and kinds:
        yield "adjectives alone"
    if kinds <= {"PROPN", "X", "NUM"} and kinds:
        yield "names alone"
    if kinds <= {"NOUN", "ADJ", "DET", "ADP", "PROPN", "CCONJ", "NUM", "ADV"} and "NOUN" in kinds:
        yield "noun phrase alone"


def _before(s: Stretch) -> Iterator[str]:
    """What stands right before."""
    token = s.before
    if token is None:
        yield "opens its sentence"
        return
    form = token.lower_
    for name, forms in _WORDS_BEFORE:
        if form in forms:
            yield f"behind {name}"
            return
    yield f"behind {token.text}" if token.text in ":,(–-" else f"behind {token.pos_}"
    if is_title(token) or is_human(token):
        yield "behind a person"
    if is_name_part(token):
        yield "behind a name"


_WORDS_BEFORE = (
    ("a complementiser", THAT),
    ("the preposition of a complement", OF),
    ("the preposition of a goal", AT),
    ("a demonstrative", DEMONSTRATIVES),
    ("a definite article", DEFINITE),
    ("an indefinite article", _INDEFINITE),
    ("a possessive", _POSSESSIVE),
    ("a link of manner", _LINKS),
)


def _behind(s: Stretch) -> Iterator[str]:
    """What stands right behind."""
    token = s.behind
    if token is None:
        yield "ends its paragraph"
    elif token.text in _STOPS:
        yield "before a stop"
    elif token.is_punct:
        yield f"before {token.text}" if token.text in ",:;)(–-" else "before a mark"
    elif token.i in s.index.verb_at:
        yield "before a cue"
    elif is_name_part(token):
        yield "before a name"
    else:
        yield f"before {token.pos_}"
    if not s.tail:
        yield "nothing of the sentence behind"


def _cues(s: Stretch) -> Iterator[str]:
    """Cues of the sentence, and what they govern."""
    if s.cue_before is None and s.cue_behind is None:
        yield "no cue in its sentence"
    if s.cue_before is not None:
        yield from _cue_before(s, s.cue_before)
    if s.cue_behind is not None:
        yield f"cue behind: {s.cue_behind.word_class}"
        if s.cue_behind.first - s.closed <= 3:
            yield "cue right behind"
    if any(t.i in s.index.preposition_at for t in s.lead):
        yield "preposition of attribution before"
    if any(t.i in s.index.preposition_at for t in s.tail):
        yield "preposition of attribution behind"


def _cue_before(s: Stretch, cue: Cue) -> Iterator[str]:
    yield f"cue before: {cue.word_class}"
    if s.opened - cue.last <= _NEAR:
        yield "cue near before"
    if s.opened - cue.last <= 2:
        yield "cue right before"
    if cue.verb is not None and s.words:
        if any(cue.verb.is_ancestor(t) for t in s.words[:1]):
            yield "cue governs it"
        if is_passive(cue.verb):
            yield "cue is passive"
    if is_negated(s.index, cue):
        yield "cue is negated"


def _governor(s: Stretch) -> Iterator[str]:
    """How the stretch hangs in the sentence around it."""
    outside = next((t for t in s.words if t.head not in s.tokens and t.head != t), None)
    if outside is None:
        yield "holds the root"
        return
    yield f"hangs as {outside.dep_}"
    yield f"hangs on {outside.head.pos_}"


def _lead(s: Stretch) -> Iterator[str]:
    """The sentence before the stretch."""
    if s.lead and any(is_finite(t) for t in s.lead):
        yield "finite verb before"
    subjects = [t for t in s.lead if t.dep_ in SUBJECTS]
    if any(is_human(t) or is_title(t) or t.ent_type_ == "PER" for t in subjects):
        yield "a person is subject before"
    elif any(t.pos_ == "PRON" for t in subjects):
        yield "a pronoun is subject before"
    elif any(is_name_part(t) for t in subjects):
        yield "a name is subject before"
    elif subjects:
        yield "a noun is subject before"
    if s.cue_before is not None and s.cue_before.takes("attribute") and _is_attribute(s):
        yield "judged to be so"


def _is_attribute(s: Stretch) -> bool:
    """*Le maire juge le délai | « indécent »*: adjectives and nouns that a verb of opinion gives to its object."""
    kinds = {t.pos_ for t in s.words}
    qualifies = "ADJ" in kinds or any(is_participle(t) for t in s.words)
    return qualifies and not any(is_finite(t) or is_infinitive(t) for t in s.words)


def _place(s: Stretch) -> Iterator[str]:
    """Where the stretch stands in the release."""
    document, number = s.index.document, s.index.paragraph(s.mark.opened)
    yield f"in {document.kinds[number]}" if number >= 0 else "in no paragraph"
    start, end = document.paragraphs[number] if number >= 0 else (s.mark.opened, s.mark.closed)
    if s.mark.opened == start:
        yield "opens its paragraph"
    if s.mark.opened == start and s.mark.closed >= end - 1:
        yield "is its paragraph"
    for name, holds in _PLACES:
        if holds(s.index, s.mark):
            yield name


_PLACES: tuple[tuple[str, Callable[[CueIndex, Marked], bool]], ...] = (
    ("cross-heading", is_headline),
    ("outside of prose", is_outside_prose),
    ("clause that opens a title", opens_title),
    ("could be said by itself", is_utterance),
    ("a sentence of its own", stands_alone),
)


def _again(s: Stretch) -> Iterator[str]:
    """The same words elsewhere: a name is used again, words said are not."""
    said = fold(s.said)
    if len(said) >= 3 and fold(s.text).count(said) > 1:
        yield "its words stand elsewhere too"


_GROUPS: tuple[Callable[[Stretch], Iterator[str]], ...] = (
    _print,
    _inside,
    _all_one_kind,
    _before,
    _behind,
    _cues,
    _governor,
    _lead,
    _place,
    _again,
)
