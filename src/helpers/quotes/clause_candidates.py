"""Every clause that a cue may report, whether the rules take it or not, with what speaks for and against it."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from helpers.french.persons import can_speak, is_human
from helpers.french.verbs import is_finite, is_infinitive, is_present_participle
from helpers.learned import Features
from helpers.lexicon.words import PRONOUNS
from helpers.quotes.clause_bounds import clause_chars
from helpers.quotes.factuality import is_negated, is_unreal
from helpers.quotes.index import CueIndex
from helpers.quotes.model import Clause, Cue
from helpers.quotes.reported import CLAUSE_RULES, clause_of
from helpers.quotes.selon_clauses import selon_clause
from helpers.quotes.verb_sources import is_before_que

_EVERY_CONSTRUCTION = frozenset(("que", "direct", "inf", "adj", "opening", "aside", "inside"))
_LONGEST = 60  # words of a clause; more counts as this


@dataclass(frozen=True)
class ClauseCandidate:
    """A clause that a cue may report. ``is_accepted``: whether the rules take it."""

    clause: Clause
    rule: str
    features: Features
    is_accepted: bool


def clause_candidates(index: CueIndex, used: Set[int]) -> Iterator[ClauseCandidate]:
    """The clauses that the rules take, and those that they would take if the lexicon listed every construction.

    ``used``: first tokens of the cues that marked words have taken.
    """
    for cue in (*index.verbs, *index.prepositions):
        taken = clause_of(index, cue, used)
        seen: set[tuple[int, int]] = set()
        for clause in filter(None, (taken, *_possible(index, cue))):
            if clause.first < clause.end and (clause.first, clause.end) not in seen:
                seen.add((clause.first, clause.end))
                features = _features(index, cue, clause, used)
                yield ClauseCandidate(clause, clause.attribution.rule, features, clause is taken)


def _possible(index: CueIndex, cue: Cue) -> Iterator[Clause | None]:
    """*Elle lâche que A*, *il craint de B*: by every rule, as if the cue could take every construction."""
    open_cue = replace(cue, constructions=cue.constructions | _EVERY_CONSTRUCTION)
    if cue.verb is None:
        yield selon_clause(index, replace(open_cue, source="any" if cue.source == "holder" else cue.source))
        return
    for rule in CLAUSE_RULES:
        clause = rule(index, open_cue)
        yield replace(clause, attribution=replace(clause.attribution, cue=cue)) if clause is not None else None


def _features(index: CueIndex, cue: Cue, clause: Clause, used: Set[int]) -> dict[str, float]:
    """Named facts of a candidate: of its cue, of who speaks, of the clause, and of the place."""
    doc = index.doc
    start, end = clause_chars(index, clause)
    words_inside = index.word_count(start, end)
    tokens = doc[clause.first : clause.end]
    named = {
        f"rule {clause.attribution.rule}",
        f"class {cue.word_class}",
        f"class {cue.word_class}, rule {clause.attribution.rule}",
        f"paragraph {index.document.kinds[index.paragraph(start)] if index.paragraph(start) >= 0 else 'none'}",
    }
    facts = {
        "rules take it": clause_of(index, cue, used) == clause,
        "cue lists que": cue.takes("que"),
        "cue lists infinitive": cue.takes("inf"),
        "cue lists direct": cue.takes("direct"),
        "cue is negated": is_negated(index, cue),
        "cue is unreal": is_unreal(index, cue),
        "cue is between marks": index.is_quoted(cue.first),
        "marked words have the cue": cue.first in used,
        "que right behind the cue": is_before_que(doc, cue),
        "finite verb in clause": any(is_finite(t) for t in tokens),
        "conditional in clause": any("Cnd" in t.morph.get("Mood") for t in tokens),
        "subjunctive in clause": any("Sub" in t.morph.get("Mood") for t in tokens),
        "first person in clause": any("1" in t.morph.get("Person") for t in tokens),
        "marks in clause": any(index.is_quoted(t.i) for t in tokens),
        "clause opens its sentence": bool(doc[clause.first].is_sent_start),
        "cue opens its sentence": index.sentence(cue.first)[0] == cue.first,
        **_facts_of_verb(cue),
        **_facts_of_source(index, clause),
    }
    counts = {"words in clause": min(words_inside, _LONGEST) / 10, "is short": float(words_inside < 4)}
    return {**dict.fromkeys(named, 1.0), **{name: 1.0 for name, holds in facts.items() if holds}, **counts}


def _facts_of_verb(cue: Cue) -> dict[str, bool]:
    """*dit*, *disant*, *pour dire*, *qui dit*: the form of the cue."""
    verb = cue.verb
    if verb is None:
        return {}
    return {
        "cue is infinitive": is_infinitive(verb),
        "cue is present participle": is_present_participle(verb),
        "cue is future or conditional": bool({"Fut"} & set(verb.morph.get("Tense"))),
        "cue in relative clause": verb.dep_ in ("acl", "acl:relcl"),
        "cue is tagged as verb": verb.pos_ in ("VERB", "AUX"),
    }


def _facts_of_source(index: CueIndex, clause: Clause) -> dict[str, bool]:
    """*la mairesse*, *elle*, *le rapport*, *les résultats*: who is said to speak."""
    mention = clause.attribution.mention
    if mention is None:
        return {"no source": True}
    phrase = index.phrase(mention)
    head = next((t for t in phrase if t.pos_ in ("NOUN", "PROPN")), phrase[0])
    is_pronoun = phrase[0].lower_.lstrip("-") in PRONOUNS
    return {
        "source is pronoun": is_pronoun,
        "source is human": is_human(head),
        "source is name of person": any(t.ent_type_ == "PER" for t in phrase),
        "source is name of body": any(t.ent_type_ in ("ORG", "MISC") for t in phrase),
        "source can speak": can_speak(head),
        "source is thing": not is_pronoun and not can_speak(head),
        "source is between marks": index.is_quoted(mention[0]),
    }
