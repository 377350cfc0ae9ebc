"""Which marked words are direct quotations: a learned choice over what rules, print, grammar and place say.

Rules propose whose the words are; a logistic regression (``learned/direct.csv``) decides whether they are anybody's.
What it takes and no rule has attributed gets its source from the nearest cue of the sentence, else from its
neighbours.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from helpers.french.inverted_subjects import is_speaker
from helpers.french.noun_phrases import Phrase, phrase_around
from helpers.french.subjects import subject_of
from helpers.learned import Features, Logistic
from helpers.quotes.factuality import is_negated
from helpers.quotes.index import CueIndex
from helpers.quotes.marked_features import Stretch, features
from helpers.quotes.marked_words import is_headline, is_outside_prose, is_slogan
from helpers.quotes.model import UNLISTED, Attribution, Attributions, Cue, Quotation
from helpers.quotes.preposition_sources import source_phrase
from helpers.quotes.rules import CUE_IN_SENTENCE, FLOATING, INSIDE, SAME
from helpers.quotes.verb_sources import subject_mention
from helpers.text.marks import Marked

MODEL = "direct"
_AT_LEAST = 0.5


@dataclass(frozen=True)
class Proposal:
    """What is known of the marked stretches of a release before it is decided which are quotations.

    ``rules``: whose each is by cues and discourse; ``clauses``: what reports without the help of marks; ``taken``:
    the numbers of the stretches that are words of these.
    """

    index: CueIndex
    rules: Attributions
    clauses: Sequence[Quotation]
    taken: Set[int]

    def features(self, number: int) -> Features:
        """The features of a stretch."""
        return features(self.index, number, self.rules)

    def is_open(self, number: int) -> bool:
        """Whether it is to be decided what a stretch is: no clause or incise inside has it, and it may be speech."""
        index, mark = self.index, self.index.marks[number]
        if number in self.taken or self.is_split(number):
            return False
        is_no_speech = is_outside_prose(index, mark) or is_slogan(index, mark) or self._is_title(number)
        return not is_no_speech and not self._is_of_source(mark)

    def is_split(self, number: int) -> bool:
        """*« Le pont, | dit Anne Roy, | ouvrira. »*: an incise inside its marks has told that it is said."""
        return number in self.rules and self.rules[number].rule == INSIDE

    def _is_title(self, number: int) -> bool:
        """*« Le lac sous la neige »*: a cross-heading without a verb, which nothing attributes."""
        is_alone = number not in self.rules and is_headline(self.index, self.index.marks[number])
        return is_alone and not Stretch(self.index, number).is_inflected

    def _is_of_source(self, mark: Marked) -> bool:
        """*« … », alerte Anne Roy, la | « dame du lac »*: words of who speaks."""
        first = self.index.token_from(mark.opened)
        mentions = (a.mention for a in self.rules.values() if a.mention is not None)
        return any(start < first <= last for start, last in mentions)


@dataclass(frozen=True)
class Chosen:
    """A stretch that is a direct quotation: whose and, where that was learned, how probably and what weighed most."""

    attribution: Attribution
    probability: float | None = None
    evidence: tuple[tuple[str, float], ...] = ()


def chosen(proposal: Proposal) -> Mapping[int, Chosen]:
    """Number of a stretch → the choice, for those that are quotations."""
    model = Logistic.read(MODEL)
    found: dict[int, Chosen] = {}
    for number in range(len(proposal.index.marks)):
        if proposal.is_split(number):
            found[number] = Chosen(proposal.rules[number])
        if not proposal.is_open(number):
            continue
        seen = proposal.features(number)
        probability = model.probability(seen)
        if probability >= _AT_LEAST:
            attribution = proposal.rules.get(number)
            if attribution is None or attribution.rule == FLOATING:
                attribution = _fallback(proposal, number, found)
            found[number] = Chosen(attribution, probability, tuple(model.evidence(seen)))
    return found


def _fallback(proposal: Proposal, number: int, found: Mapping[int, Chosen]) -> Attribution:
    """The source of words that no rule attributes."""
    index, stretch = proposal.index, Stretch(proposal.index, number)
    return (
        _by_cue(index, stretch.cue_before)
        or _by_preposition(index, stretch)
        or _by_cue(index, stretch.cue_behind)
        or _by_neighbour(index, number, found)
        or _by_clause_before(proposal, number)
        or _by_verb(index, stretch)
        or Attribution(FLOATING, None, None)
    )


def _by_clause_before(proposal: Proposal, number: int) -> Attribution | None:
    """*Anne Roy a assuré que le pont tiendrait. « Il est solide. »*: who was reported in the sentence before."""
    index, mark = proposal.index, proposal.index.marks[number]
    opened = index.token_from(mark.opened)
    before = [q for q in proposal.clauses if q.end <= mark.opened and q.mention is not None]
    last = max(before, key=lambda q: q.end, default=None)
    if last is None or last.mention is None or opened != index.sentence(opened)[0] or opened == 0:
        return None
    first = index.sentence(opened - 1)[0]
    is_near = index.paragraph(last.start) == index.paragraph(mark.opened) and index.token_from(last.start) >= first
    return Attribution(SAME, last.cue, index.tokens_of(last.mention)) if is_near else None


def _by_cue(index: CueIndex, cue: Cue | None) -> Attribution | None:
    """*Le maire trouve le délai « indécent ».*"""
    if cue is None or is_negated(index, cue):
        return None
    mention: Phrase | None = subject_mention(index, cue)
    return Attribution(CUE_IN_SENTENCE, cue, mention) if mention else None


def _by_verb(index: CueIndex, stretch: Stretch) -> Attribution | None:
    """*La ministre avait décidé de « décaler l'ouverture ».*: any verb before whose subject can say things."""
    verb = next((t for t in reversed(stretch.lead) if t.pos_ == "VERB"), None)
    head = subject_of(verb) if verb is not None else None
    if verb is None or head is None or index.is_quoted(head.i):
        return None
    mention = phrase_around(index.document, head)
    if head.pos_ != "PRON" and not is_speaker(index.phrase(mention)):
        return None
    place = verb.i, verb.i, verb.idx, verb.idx + len(verb)
    cue = Cue(*place, verb.text, verb.lemma_, UNLISTED, frozenset(("direct",)), verb)
    return Attribution(CUE_IN_SENTENCE, cue, mention)


def _by_preposition(index: CueIndex, stretch: Stretch) -> Attribution | None:
    """*Selon lui, la halte a « changé de visage » en un an.*"""
    for token in (*reversed(stretch.lead), *stretch.tail):
        cue = index.preposition_at.get(token.i)
        mention = source_phrase(index, cue) if cue is not None and cue.takes("direct") else None
        if mention:
            return Attribution(CUE_IN_SENTENCE, cue, mention)
    return None


def _by_neighbour(index: CueIndex, number: int, found: Mapping[int, Chosen]) -> Attribution | None:
    """The source of the quotation before, in the same paragraph."""
    before = found.get(number - 1)
    if before is None or before.attribution.mention is None:
        return None
    marks = index.marks
    is_near = index.paragraph(marks[number - 1].opened) == index.paragraph(marks[number].opened)
    return replace(before.attribution, rule=SAME) if is_near else None
