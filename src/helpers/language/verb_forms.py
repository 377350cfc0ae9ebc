"""Tagged tokens → every verb form with its tense, mood, voice and agent.

Tags, morphology and word order are read before the parse, which errs more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from helpers.analysis import Analysis
from helpers.language.connectors import connectors
from helpers.language.tagged import ADVERBIAL, SIMPLE_FORMS, TaggedToken, span_row, tagged_sentences
from helpers.language.word_table import word_table
from helpers.lexicon.words import AND, AT, BY, OBJECT_CLITICS, PRONOUNS, STRESSED, THAT, column, words
from helpers.text.marks import MARKS

_COMPOUND = {
    "present": "passé composé",
    "imperfect": "pluperfect",
    "passé simple": "passé antérieur",
    "future": "future perfect",
    "conditional": "past conditional",
    "subjunctive": "past subjunctive",
    "imperfect subjunctive": "pluperfect subjunctive",
    "infinitive": "past infinitive",
    "present participle": "past gerund or participle",
    "gerund": "past gerund or participle",
}

FINITE = (
    *SIMPLE_FORMS.values(),
    *(_COMPOUND[form] for form in dict.fromkeys(SIMPLE_FORMS.values()) if form in _COMPOUND),
)
"""Forms of ``verb_forms`` that make a clause of their own."""

PAST = (
    SIMPLE_FORMS["Ind", "Imp"],
    SIMPLE_FORMS["Ind", "Past"],
    *(_COMPOUND[SIMPLE_FORMS["Ind", tense]] for tense in ("Pres", "Imp", "Past")),
)
"""Forms that tell what was."""

_HAVE = words("perfect auxiliary")
_AUXILIARIES = _HAVE | words("copula")
_GERUND_MARKERS = words("gerund marker")
_REFLEXIVES = words("reflexive clitic")
_OWN_REFLEXIVES = words("reflexive clitic of speech")
_BEFORE_FINITE = OBJECT_CLITICS | PRONOUNS | _REFLEXIVES | _OWN_REFLEXIVES
_DESCRIBING = words("participle that only describes")
_COPULAS = words("copula")
_BEFORE_PARTICIPLE = words("clausal negator") | words("floating quantifier")
_NOT_AGENT = words("par adverbial")
_CLAUSE_LINKS = words("clause link")
_ETRE_VERBS = frozenset(column("etre_verbs", "lemma"))
_WITHOUT_PASSIVE = words("verb without a passive")
_ENDINGS = tuple(words("past participle ending of any verb"))
_WITHOUT_AGREEMENT = tuple(words("past participle ending"))
_JOINING = AND | words("predicate coordinator")
_NOMINALS = frozenset(("NOUN", "PROPN", "PRON"))
_MARKS = frozenset(";:,«»")
_SUBJUNCTIVE_LINKS = words("conjunction of the subjunctive")
_SUBJUNCTIVE_VERBS = words("verb of the subjunctive")
_ENDS_WITH_CE = words("resumptive demonstrative")
_SAME_IN_BOTH_MOODS = tuple(words("present ending of both moods"))
_QUE_REACH, _ASIDE_REACH = 15, 6
_AGENT_REACH, _NOUN_REACH = 25, 6
"""How many tokens behind a participle *par* is looked for, and behind *par* its noun."""


def verb_forms(analysis: Analysis) -> pd.DataFrame:
    """Every verb form of the running text, auxiliaries with their participle: tense, mood, voice.

    *Être* with the participle of a verb that doesn't take it for its past (``etre_verbs.csv``) and isn't reflexive is
    a passive; so is a bare participle (*les efforts déployés*, *organisée par …*), with its agent or without. A state
    (*la porte est fermée*) can't be told from a passive by its form and counts as one.

    Args:
        analysis: a reading of a release.

    Returns:
        One row a form in the order of the text: ``start``, ``end``, ``text`` (from the first auxiliary to the
        participle, with what stands between), ``lemma``, ``form`` (present, passé composé, infinitive, gerund, …),
        ``is_finite``, ``voice`` (active, passive), ``has_agent`` (a passive says by whom),
        ``agent_start``, ``agent_end`` (*par* and the noun behind it; <NA> without one), ``person`` (1 to 3, 0 where
        there is none), ``paragraph``, ``sentence``.
    """
    fixed = connectors(word_table(analysis))
    spans = list(zip(fixed["start"].tolist(), fixed["end"].tolist(), strict=True))
    said = set(analysis.quotes["cue_start"].dropna())
    rows = [
        span_row(analysis.release, sentence[group.first], sentence[group.last]) | _columns(sentence, group)
        for sentence in tagged_sentences(analysis)
        for group in _groups(sentence, spans)
        if group.voice == "active" or group.last > group.first or sentence[group.first].start not in said
    ]
    columns = [
        "start", "end", "text", "lemma", "form", "is_finite", "voice", "has_agent", "agent_start", "agent_end",
        "person", "paragraph", "sentence",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    kinds = {"is_finite": bool, "has_agent": bool, "agent_start": "Int64", "agent_end": "Int64"}
    return table.astype(kinds).sort_values("start", kind="stable").reset_index(drop=True)


@dataclass(frozen=True, slots=True)
class _Group:
    """A verb with its auxiliaries: first and last token, what its form is called, lemma, voice."""

    first: int
    last: int
    form: str
    lemma: str
    voice: str
    has_avoir: bool


def _groups(sentence: Sequence[TaggedToken], spans: Sequence[tuple[int, int]]) -> Iterator[_Group]:
    """The verb groups of a sentence in order; ``spans`` are set phrases."""
    # The verb of a set phrase (à compter de, en ce qui concerne) makes no clause.
    used = {i for i, t in enumerate(sentence) if any(s <= t.start < e for s, e in spans)}
    ahead: _Group | None = None  # the last group that makes a clause
    for i, token in enumerate(sentence):
        if i in used or token.pos not in ("VERB", "AUX") or not token.verb_form:
            continue
        group = _group(sentence, i, used)
        if group.form == "past participle":
            if _is_no_participle(sentence, i):
                continue
            group = _participle(sentence, i, ahead)
        if group.form in FINITE:
            ahead = group
        yield group


def _participle(sentence: Sequence[TaggedToken], i: int, ahead: _Group | None) -> _Group:
    """A participle without an auxiliary beside it: a passive, unless it shares that of the group ahead."""
    lemma = sentence[i].lemma
    if ahead is not None and _goes_on(sentence, i, ahead):
        return _Group(i, i, ahead.form, lemma, "active", True)
    is_quality = _masculine(sentence[i].form) in _DESCRIBING and _agent(sentence, i) is None
    voice = "active" if is_quality or lemma in _ETRE_VERBS | _WITHOUT_PASSIVE else "passive"
    return _Group(i, i, "past participle", lemma, voice, False)


def _goes_on(sentence: Sequence[TaggedToken], i: int, ahead: _Group) -> bool:
    """*a salué le vote et **remercié** les élus*, *a chanté et **dansé***: it shares *avoir* with the participle ahead.

    It agrees with nothing, stands behind *et*, *puis* or a comma, and has an object of its own or stands beside the
    participle ahead: *un accord ancien et salué par tous* is a passive.
    """
    before = i - 1
    while before > ahead.last and sentence[before].pos in ADVERBIAL and sentence[before].form not in _JOINING:
        before -= 1
    if not (ahead.has_avoir and before > ahead.last and sentence[before].form in _JOINING | {","}):
        return False
    following = sentence[i + 1] if i + 1 < len(sentence) else None
    has_object = following is not None and following.pos in ("DET", "NUM", "PROPN")
    agrees_with_nothing = sentence[i].form.endswith(_WITHOUT_AGREEMENT)
    return agrees_with_nothing and (has_object or before == ahead.last + 1)


def _columns(sentence: Sequence[TaggedToken], group: _Group) -> dict[str, object]:
    """What a row says beside its place."""
    agent = _agent(sentence, group.last) if group.voice == "passive" else None
    return {
        "lemma": group.lemma,
        "form": group.form,
        "is_finite": group.form in FINITE,
        "voice": group.voice,
        "has_agent": agent is not None,
        "agent_start": sentence[agent[0]].start if agent else None,
        "agent_end": sentence[agent[1]].end if agent else None,
        "person": sentence[group.first].person,
    }


def _masculine(form: str) -> str:
    return form.removesuffix("s").removesuffix("e") or form


def _is_no_participle(sentence: Sequence[TaggedToken], i: int) -> bool:
    """What is only tagged as one: a name (*Mme Trouvé*), *fier*, *dit-il*, *l'été*, *s'y **résout***."""
    token, before = sentence[i], sentence[i - 1] if i else None
    is_name = token.text[0].isupper() and before is not None and before.text[-1:].isalnum()
    is_inverted = i + 1 < len(sentence) and sentence[i + 1].form.startswith("-")
    is_finite = before is not None and before.pos == "PRON" and before.form in _BEFORE_FINITE
    is_noun = token.lemma in _COPULAS
    is_formed = _masculine(token.form).endswith(_ENDINGS) or token.form.endswith(_ENDINGS)
    return is_name or is_inverted or is_finite or is_noun or not is_formed


def _group(sentence: Sequence[TaggedToken], i: int, used: set[int]) -> _Group:
    """The verb group that begins here; its participles are used up."""
    token = sentence[i]
    form, last, lemma, voice = token.verb_form, i, token.lemma, "active"
    if form == "present" and token.form.endswith(_SAME_IN_BOTH_MOODS) and _wants_subjunctive(sentence, i):
        form = "subjunctive"
    if form == "present participle" and i and sentence[i - 1].form in _GERUND_MARKERS:
        form = "gerund"
    auxiliary = token.lemma
    while auxiliary in _AUXILIARIES:
        j = participle_after(sentence, last)
        if j is None:
            break
        participle = sentence[j]
        used.add(j)
        if auxiliary in _HAVE or participle.lemma in _ETRE_VERBS | _WITHOUT_PASSIVE or _is_reflexive(sentence, i):
            form = _COMPOUND.get(form, form)
        else:
            voice = "passive"
        # The participle of être may be followed by that of the verb: a été signalé.
        auxiliary = participle.lemma if auxiliary in _HAVE else ""
        last, lemma = j, participle.lemma
    return _Group(i, last, form, lemma, voice, last > i and voice == "active" and token.lemma in _HAVE)


def _wants_subjunctive(sentence: Sequence[TaggedToken], i: int) -> bool:
    """*veiller **à ce que** les prix baissent*, ***il faut que** la ville paie*: the form does not tell."""
    for j in range(i - 1, max(-1, i - 1 - _QUE_REACH), -1):
        token = sentence[j]
        if token.form in THAT:
            before = sentence[j - 1] if j else None
            is_demonstrative = before is not None and before.form in _ENDS_WITH_CE
            is_goal = is_demonstrative and j > 1 and sentence[j - 2].form in AT
            return before is not None and (
                is_goal
                or (before.form in _SUBJUNCTIVE_LINKS and not is_demonstrative)
                or before.lemma in _SUBJUNCTIVE_VERBS
            )
        if token.verb_form and token.verb_form not in ("past participle", "infinitive", "present participle"):
            return False
    return False


def participle_after(sentence: Sequence[TaggedToken], i: int) -> int | None:
    """The past participle of the auxiliary that stands here, adverbs between: *n'est **jamais** partie*.

    With *avoir* an aside may stand between as well: *a, **pour sa part**, salué*.
    """
    near = _adverbs_after(sentence, i)
    if near is None and sentence[i].lemma in _HAVE:
        return _behind_aside(sentence, i)
    return near


def _behind_aside(sentence: Sequence[TaggedToken], i: int) -> int | None:
    """*a **quant à lui** évoqué*, *a **, tout d'abord** , souligné*: what opens with a preposition or a comma."""
    near = range(i + 1, min(i + 2 + _ASIDE_REACH, len(sentence)))
    opening = next((j for j in near if sentence[j].pos not in ADVERBIAL), None)
    if opening is None or not (sentence[opening].pos == "ADP" or sentence[opening].text == ","):
        return None
    for j in near[opening - i :]:
        token = sentence[j]
        if token.is_past_participle:
            return j
        if token.verb_form or token.form in _CLAUSE_LINKS or token.text in _MARKS - {","}:
            return None
    return None


def _adverbs_after(sentence: Sequence[TaggedToken], i: int) -> int | None:
    for j in range(i + 1, min(i + 6, len(sentence))):
        token = sentence[j]
        if token.is_past_participle:
            return j
        is_pronoun = token.pos == "PRON" and (token.form.startswith("-") or token.form in STRESSED)
        is_between = token.pos in ADVERBIAL or token.form in _BEFORE_PARTICIPLE or token.text in MARKS
        if not (is_pronoun or is_between):
            return None
    return None


def _is_reflexive(sentence: Sequence[TaggedToken], i: int) -> bool:
    """*les prix **se** sont effondrés*, *je ne **m'**y suis pas perdu*: within the tokens before the auxiliary."""
    near = [t.form for t in sentence[max(0, i - 2) : i]]
    is_own = sentence[i].lemma in _COPULAS and any(form in _OWN_REFLEXIVES for form in near)
    return is_own or any(form in _REFLEXIVES for form in near)


def _agent(sentence: Sequence[TaggedToken], i: int) -> tuple[int, int] | None:
    """*organisée **par la ville***: *par* and its noun, behind the participle that stands at ``i``."""
    for j in range(i + 1, min(i + 1 + _AGENT_REACH, len(sentence))):
        token = sentence[j]
        if token.form in BY:
            noun = _agent_noun(sentence, j)
            return None if noun is None else (j, noun)
        if token.pos in ("VERB", "AUX", "SCONJ") or token.text in _MARKS or token.form in _CLAUSE_LINKS:
            return None
    return None


def _agent_noun(sentence: Sequence[TaggedToken], by: int) -> int | None:
    """The last word of the doer behind *par*: *par le maire Paul **Roy***; none in *par ailleurs*, *par trois fois*."""
    near = range(by + 1, min(by + 1 + _NOUN_REACH, len(sentence)))
    noun = next((j for j in near if sentence[j].pos in _NOMINALS or sentence[j].form in _NOT_AGENT), None)
    if noun is None or sentence[noun].form in _NOT_AGENT or sentence[by + 1].pos in ("VERB", "NUM"):
        return None
    while noun + 1 < len(sentence) and sentence[noun + 1].pos == "PROPN" == sentence[noun].pos:
        noun += 1
    return noun
