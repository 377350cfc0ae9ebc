"""Tagged tokens → every verb form with its tense, mood, voice and agent.

Tags, morphology and word order are read before the parse, which errs more.
"""

from collections.abc import Sequence

import pandas as pd

from helpers.analysis import Analysis
from helpers.language.connectors import connectors
from helpers.language.tagged import ADVERBIAL, SIMPLE_FORMS, TaggedToken, span_row, tagged_sentences
from helpers.language.word_table import word_table
from helpers.lexicon.words import AT, BY, THAT, column, words

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
_BEFORE_PARTICIPLE = words("clausal negator") | words("floating quantifier")
_NOT_AGENT = words("par adverbial")
_CLAUSE_LINKS = words("clause link")
_ETRE_VERBS = frozenset(column("etre_verbs", "lemma"))
_WITHOUT_PASSIVE = words("verb without a passive")
_ENDINGS = tuple(words("past participle ending of any verb"))
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
    rows = []
    fixed = connectors(word_table(analysis))
    spans = list(zip(fixed["start"].tolist(), fixed["end"].tolist(), strict=True))
    for sentence in tagged_sentences(analysis):
        # The verb of a set phrase (à compter de, en ce qui concerne) makes no clause.
        used = {i for i, t in enumerate(sentence) if any(s <= t.start < e for s, e in spans)}
        for i, token in enumerate(sentence):
            if i in used or token.pos not in ("VERB", "AUX") or not token.verb_form:
                continue
            form, last, lemma, voice = _group(sentence, i, used)
            agent = None
            if form == "past participle":
                if _is_no_participle(sentence, i):
                    continue
                voice = "active" if lemma in _ETRE_VERBS | _WITHOUT_PASSIVE else "passive"
            if voice == "passive":
                agent = _agent(sentence, last)
            rows.append(
                span_row(analysis.release, token, sentence[last])
                | {
                    "lemma": lemma,
                    "form": form,
                    "is_finite": form in FINITE,
                    "voice": voice,
                    "has_agent": agent is not None,
                    "agent_start": sentence[agent[0]].start if agent else None,
                    "agent_end": sentence[agent[1]].end if agent else None,
                    "person": token.person,
                }
            )
    columns = [
        "start", "end", "text", "lemma", "form", "is_finite", "voice", "has_agent", "agent_start", "agent_end",
        "person", "paragraph", "sentence",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    kinds = {"is_finite": bool, "has_agent": bool, "agent_start": "Int64", "agent_end": "Int64"}
    return table.astype(kinds).sort_values("start", kind="stable").reset_index(drop=True)


def _is_no_participle(sentence: Sequence[TaggedToken], i: int) -> bool:
    """What is only tagged as one: a name (*Mme Trouvé*), *fier*, *dit-il*."""
    token = sentence[i]
    bare = token.form.rstrip("s").removesuffix("e") or token.form
    is_name = token.text[0].isupper() and i > 0 and sentence[i - 1].pos in ("NOUN", "PROPN")
    is_inverted = i + 1 < len(sentence) and sentence[i + 1].form.startswith("-")
    return is_name or is_inverted or not (bare.endswith(_ENDINGS) or token.form.endswith(_ENDINGS))


def _group(sentence: Sequence[TaggedToken], i: int, used: set[int]) -> tuple[str, int, str, str]:
    """Form, last token, lemma and voice of the verb group that begins here; its participles are used up."""
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
        if auxiliary in _HAVE or participle.lemma in _ETRE_VERBS or _is_reflexive(sentence, i):
            form = _COMPOUND.get(form, form)
        else:
            voice = "passive"
        # The participle of être may be followed by that of the verb: a été signalé.
        auxiliary = participle.lemma if auxiliary in _HAVE else ""
        last, lemma = j, participle.lemma
    return form, last, lemma, voice


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
        is_inverted = token.pos == "PRON" and token.form.startswith("-")
        if token.pos not in ADVERBIAL and not is_inverted and token.form not in _BEFORE_PARTICIPLE:
            return None
    return None


def _is_reflexive(sentence: Sequence[TaggedToken], i: int) -> bool:
    """*les prix **se** sont effondrés*: within the two tokens before the auxiliary."""
    return any(t.form in _REFLEXIVES for t in sentence[max(0, i - 2) : i])


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
