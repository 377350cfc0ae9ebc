"""Verb forms and the parse → who does what to whom, clause by clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
from spacy.tokens import Token

from helpers.analysis import Analysis
from helpers.french.noun_phrases import phrase_around
from helpers.french.subjects import subject_of
from helpers.language.verb_forms import verb_forms
from helpers.lexicon.words import OBJECT_CLITICS, column, words
from helpers.text.frames import in_place

_NOMINALS = {"NOUN": "noun", "PROPN": "name", "PRON": "pronoun"}
_GOVERNS_PROCESS = words("verb that carries another")
_CONTROLLED = words("verb whose object acts")
_RELATIONAL = words("relational process")
_MENTAL = words("mental process")
_RELATIVE_OBJECTS = words("complementiser")
_RELATIVE_SUBJECTS = words("relative subject")
_REFLEXIVES = words("reflexive clitic")
_OBJECTS = ("obj", "iobj", "obl:arg")
_APART = ("advcl", "obl:mod", "conj", "parataxis", "nsubj")
COLUMNS = (
    "start", "end", "text", "lemma", "process", "voice",
    "actor_start", "actor_end", "actor_text", "actor_lemma", "actor_kind",
    "goal_start", "goal_end", "goal_text", "goal_lemma", "goal_kind", "paragraph", "sentence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb form with the words that head its actor and its goal, where it has them."""

    form: Any
    process: str
    actor: Token | None
    goal: Token | None


def agency(analysis: Analysis) -> pd.DataFrame:
    """Who does what to whom: each process of the running text with its actor and its goal, as far as the parse tells.

    Modal verbs and *faire* carry another verb, which is the process. The actor of an infinitive is that of the verb
    above, or its object where that one acts (*encourage les élus à voter*); an infinitive on a noun has none. A passive
    has the goal for its subject; its actor stands behind *par*, or is not said. Of a relational process the column
    ``actor`` has what something is said of: it does nothing.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a process in order: ``start``, ``end``, ``text`` (the verb form), ``lemma``, ``process`` (material,
        mental, verbal, relational), ``voice``, ``actor_start``, ``actor_end``, ``actor_text``, ``actor_lemma`` (of its
        main word), ``actor_kind`` (name, noun, pronoun) and the same for ``goal`` (missing where there is none),
        ``paragraph``, ``sentence``.

    Source:
        Participants and processes: Halliday (1985), An Introduction to Functional Grammar; who is left out: van Leeuwen
        (1996), The representation of social actors. The four types of process are told by lists of verbs.
    """
    normal = analysis.normal
    rows = [
        {name: getattr(clause.form, name) for name in ("start", "end", "text", "lemma", "voice")}
        | {"process": clause.process, "paragraph": clause.form.paragraph, "sentence": clause.form.sentence}
        | _named(normal, "actor", clause.actor)
        | _named(normal, "goal", clause.goal)
        for clause in clauses(normal)
    ]
    places = dict.fromkeys(("actor_start", "actor_end", "goal_start", "goal_end"), "Int64")
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype(places)
    return table if normal is analysis else in_place(table, analysis.release.form)


def roles(analysis: Analysis, lemma: str) -> pd.DataFrame:
    """What part each use of a word has: whether it acts, is acted on, or hangs on another noun.

    Args:
        analysis: a reading of a release.
        lemma: a dictionary word, lower case.

    Returns:
        One row a use in the running text: ``start``, ``end``, ``text``, ``role`` (actor, goal, carrier: of whom
        something is said, *of a noun*, other), ``verb`` (the process; missing where there is none), ``paragraph``.
    """
    normal = analysis.normal
    held: dict[int, tuple[str, str]] = {}
    for clause in clauses(normal):
        acts = "carrier" if clause.process == "relational" else "actor"
        for role, head in ((acts, clause.actor), ("goal", clause.goal)):
            if head is not None:
                held.setdefault(head.idx, (role, clause.form.text))
    tokens = normal.tokens
    rows = []
    for row in tokens[tokens["lemma"].str.lower() == lemma].itertuples():
        role, verb = held.get(row.start, ("of a noun" if row.dep == "nmod" else "other", None))
        rows.append((row.start, row.end, row.text, role, verb, normal.release.paragraph_at(row.start)))
    table = pd.DataFrame(rows, columns=["start", "end", "text", "role", "verb", "paragraph"])
    return table if normal is analysis else in_place(table, analysis.release.form)


def _named(analysis: Analysis, role: str, head: Token | None) -> dict[str, object]:
    """The columns of a participant: its phrase and the dictionary word of its head."""
    if head is None:
        return dict.fromkeys(f"{role}_{part}" for part in ("start", "end", "text", "lemma", "kind"))
    first, last = phrase_around(analysis.document, head)
    start, end = head.doc[first].idx, head.doc[last].idx + len(head.doc[last])
    return {
        f"{role}_start": start,
        f"{role}_end": end,
        f"{role}_text": analysis.release.text[start:end],
        f"{role}_lemma": head.lemma_.lower(),
        f"{role}_kind": _NOMINALS.get(head.pos_, "pronoun"),
    }


def clauses(analysis: Analysis) -> Iterator[Clause]:
    """The processes with the main words of their participants.

    Args:
        analysis: a reading whose release is in its normal form.
    """
    doc = analysis.document.doc
    at_end = {token.idx + len(token): token for token in doc}
    said = _who_says(analysis)
    for form in verb_forms(analysis).itertuples():
        verb = at_end.get(form.end)
        if verb is None or _carries_another(verb):
            continue
        if form.voice == "passive":
            agent = at_end.get(form.agent_end) if form.has_agent else None
            yield Clause(form, _process(form.lemma), agent, _somebody(subject_of(verb)))
            continue
        process = _process(form.lemma)
        speaker = said.get(form.end)  # the goal of an incise is what is quoted
        actor = speaker or _actor(verb, is_infinitive=form.form.endswith("infinitive"))
        yield Clause(form, process, actor, None if process == "relational" or speaker else _goal(verb))


def _who_says(analysis: Analysis) -> dict[int, Token]:
    """Who is named beside a verb of saying, by the place where the verb ends: *« … », déclare **Anne Roy***."""
    found = {}
    cited = analysis.quotes.dropna(subset=["cue_end", "speaker_start"])
    for row in cited.itertuples():
        span = analysis.document.doc.char_span(int(row.speaker_start), int(row.speaker_end), alignment_mode="expand")
        if span is not None:
            found[int(row.cue_end)] = span.root
    return found


def _carries_another(verb: Token) -> bool:
    """*doit **voter***, *fait **ressortir***, *peut **être utile***: the process is the infinitive."""
    if verb.lemma_.lower() not in _GOVERNS_PROCESS:
        return False
    if _is_infinitive(verb.head) and verb.head.i > verb.i:
        return True
    carried = [child for child in verb.children if child.dep_ not in _APART]
    return any(
        _is_infinitive(token) and token.i > verb.i
        for child in carried
        for token in (child, *child.children)
        if token == child or token.dep_ in ("cop", "aux:pass")
    )


def _is_infinitive(token: Token) -> bool:
    return "Inf" in token.morph.get("VerbForm")


def _process(lemma: str) -> str:
    if lemma in _RELATIONAL:
        return "relational"
    if lemma in _MENTAL:
        return "mental"
    return "verbal" if lemma in column("reporting_verbs", "lemma") else "material"


def _actor(verb: Token, *, is_infinitive: bool) -> Token | None:
    """The subject, also the one that an infinitive has from the verbs above it."""
    at = verb.head if verb.dep_ == "cop" else verb
    own = any(child.dep_.startswith("nsubj") for child in at.children)
    while is_infinitive and not own and at.head != at:
        up = at.head
        if at.dep_ == "conj":
            at, is_infinitive = up, _is_infinitive(up) or any(_is_infinitive(c) for c in up.children if c.dep_ == "cop")
            continue
        if up.pos_ not in ("VERB", "AUX"):
            return _driven(up)
        if up.lemma_.lower() in _CONTROLLED:
            return _object(up, _OBJECTS)
        at, is_infinitive = up, _is_infinitive(up)
    return _somebody(subject_of(at)) or _shared_relative(at)


def _driven(noun: Token) -> Token | None:
    """*encourage **les élus** du quartier à voter*, where the parse hangs the infinitive on the noun.

    None in *la nécessité d'agir*: whose, the sentence does not say.
    """
    while noun.dep_ == "nmod":
        noun = noun.head
    return noun if noun.dep_ in _OBJECTS and noun.head.lemma_.lower() in _CONTROLLED else None


def _shared_relative(verb: Token) -> Token | None:
    """*une rue qui monte, mais **qui** tourne*: the second *qui* is the first."""
    is_relative = any(child.dep_ == "nsubj" and child.lower_ in _RELATIVE_SUBJECTS for child in verb.children)
    return _somebody(subject_of(verb.head)) if is_relative and verb.dep_ == "conj" else None


def _goal(verb: Token) -> Token | None:
    goal = _object(verb, ("obj",))
    if goal is not None and goal.lower_ in _RELATIVE_OBJECTS and verb.dep_ == "acl:relcl":
        return verb.head  # la halle que la ville ouvre
    return goal


def _object(verb: Token, kinds: tuple[str, ...]) -> Token | None:
    """*encourage **les élus***, *permet **à la ville** de …*, ***les** protège*."""
    found = [c for kind in kinds for c in verb.children if c.dep_ == kind and c.lower_ not in _REFLEXIVES]
    return next((c for c in found if c.pos_ in _NOMINALS or c.lower_ in OBJECT_CLITICS), None)


def _somebody(head: Token | None) -> Token | None:
    """A subject, unless it is the *il* of *il faut*."""
    return head if head is not None and head.pos_ in _NOMINALS and not head.dep_.startswith("expl") else None
